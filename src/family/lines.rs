//! The family in words: one line for each person, in groups by house. Reads well aloud, and needs no colour.

use super::{Family, Home, is_unknown};
use crate::plain::one_line;
use crate::plan::{Person, YesNo};
use crate::text::doc;

/// Lines that belong together.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Group {
    /// What they have in common.
    pub title: String,
    /// One for each person, situation or question.
    pub lines: Vec<String>,
}

/// Who lives where, and who belongs to whom.
pub fn homes(family: Family<'_>) -> Vec<Group> {
    let all = Home::ALL.into_iter().map(|home| {
        let people = family.at(home).into_iter();
        Group {
            title: home_title(home),
            lines: people.map(|one| line(family, one)).collect(),
        }
    });
    all.filter(|group| !group.lines.is_empty()).collect()
}

/// The family in words. A group with nothing in it is not there.
pub fn groups(family: Family<'_>) -> Vec<Group> {
    let text = &doc().family;
    let mut all = homes(family);
    let around = family.around().map(|one| match one.kind_text.known() {
        Some(kind) => text.somebody(name(family, one), one_line(&kind.text)),
        None => name(family, one),
    });
    all.push(Group {
        title: text.around(),
        lines: around.collect(),
    });
    all.push(Group {
        title: text.situations(),
        lines: situations(family),
    });
    all.push(Group {
        title: text.open(),
        lines: open(family),
    });
    all.retain(|group| !group.lines.is_empty());
    all
}

/// What a house is called.
pub(super) fn home_title(home: Home) -> String {
    let text = &doc().family;
    match home {
        Home::Here => text.here(),
        Home::Between => text.between(),
        Home::Elsewhere => text.elsewhere(),
        Home::Unknown => text.unknown_home(),
    }
}

fn name(family: Family<'_>, one: &Person) -> String {
    one_line(family.plan.name_of(&one.id))
}

fn line(family: Family<'_>, one: &Person) -> String {
    let details = details(family, one);
    let name = name(family, one);
    if details.is_empty() {
        name
    } else {
        doc().family.person(name, details.join("; "))
    }
}

/// What is known of somebody, besides the name and the house.
pub(super) fn details(family: Family<'_>, one: &Person) -> Vec<String> {
    let text = &doc().family;
    let mut all = Vec::new();
    let names = |ids: &[String]| one_line(&family.plan.names_of(ids));
    if one.unborn.known() == Some(&YesNo::Yes) {
        all.push(text.unborn());
    } else {
        let age = one.age.known();
        all.extend(match (one.is_child(), age) {
            (true, Some(age)) => Some(text.child_of(age)),
            (true, None) => Some(text.child()),
            (false, age) => age.map(|age| text.years(age)),
        });
    }
    if !one.lives_with.ids().is_empty() {
        let with = names(one.lives_with.ids());
        all.push(match family.home(one) {
            Home::Between => text.lives_also(with),
            _ => text.lives_with(with),
        });
    }
    let authority = family.authority(one);
    let parent_of = one.parent_of.ids();
    match (parent_of, authority) {
        ([], _) => {}
        (of, over) if of == over => {}
        (of, _) => all.push(text.parent_of(names(of))),
    }
    match (one.authority.known(), authority) {
        (Some(YesNo::Yes), []) => all.push(text.authority()),
        (Some(YesNo::Yes), over) if parent_of == over => {
            all.push(text.parent_with_authority(names(over)));
        }
        (Some(YesNo::Yes), over) => all.push(text.authority_over(names(over))),
        (Some(YesNo::No), _) if !one.is_child() => all.push(text.no_authority()),
        _ => {}
    }
    let tied = |ties: &crate::plan::Field<Vec<String>>| names(ties.ids());
    if !one.partner_of.ids().is_empty() {
        all.push(text.partner_of(tied(&one.partner_of)));
    }
    if !one.ex_of.ids().is_empty() {
        all.push(text.ex_of(tied(&one.ex_of)));
    }
    all
}

/// Who does, undergoes and sees what, one situation after the other.
pub(super) fn situations(family: Family<'_>) -> Vec<String> {
    let text = &doc().plan_paper;
    let each = family.situations().iter().filter_map(|one| {
        let names = |ids: &[String]| family.plan.names_of(ids);
        let mut parts = Vec::new();
        for (field, known, unknown) in [
            (
                &one.does,
                text.does(names(one.does.ids())),
                text.does_unknown(),
            ),
            (
                &one.undergoes,
                text.undergoes(names(one.undergoes.ids())),
                text.undergoes_unknown(),
            ),
            (
                &one.sees,
                text.sees(names(one.sees.ids())),
                text.sees_unknown(),
            ),
        ] {
            if is_unknown(field) {
                parts.push(unknown);
            } else if !field.ids().is_empty() {
                parts.push(known);
            }
        }
        let called = family.plan.situation_called(&one.id);
        (!parts.is_empty()).then(|| one_line(&doc().family.situation(called, parts.join(", "))))
    });
    each.collect()
}

/// What nobody knows yet.
fn open(family: Family<'_>) -> Vec<String> {
    let text = &doc().family;
    let mut all = Vec::new();
    for one in family.members() {
        let name = || name(family, one);
        if is_unknown(&one.lives) {
            all.push(text.open_lives(name()));
        }
        if is_unknown(&one.authority) {
            all.push(text.open_authority(name()));
        }
    }
    all
}
