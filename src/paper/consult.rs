//! The anonymised consult sheet: what somebody needs on the telephone with Veilig Thuis or a colleague, without names,
//! dates or places.

use std::collections::BTreeMap;

use super::flags::{Flag, flags};
use super::person::{Person, people};
use super::scrub::{Refused, Replaced, Scrub, rows, shown};
use crate::answer::{RowId, Value};
use crate::engine::{View, outcomes};
use crate::plain::plain;
use crate::questionnaire::{DerivedRole, Role};
use crate::telling::{attention, title};
use crate::text::nl;

/// The content of the sheet.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Consult {
    /// The people, by role and age.
    pub people: Vec<String>,
    /// What was seen or heard, by what kind of observation it is.
    pub observations: Vec<(String, Vec<Observation>)>,
    /// The injuries, where these were described.
    pub injuries: Vec<Injury>,
    /// The unsafe situations, where these were described.
    pub situations: Vec<Unsafe>,
    /// Who was spoken, or why not.
    pub talks: Vec<Talk>,
    /// What others advised already.
    pub consultations: Vec<Consultation>,
    /// What the checks came to, such as whether there are children: what it is called and what is certain.
    pub checks: Vec<(String, String)>,
    /// What the lists point out.
    pub flags: Vec<Flag>,
    /// The questions whose answer is not known, and that could still make the lists point at something.
    pub unknown: Vec<String>,
    /// What was replaced in the texts.
    pub replaced: Vec<Replaced>,
}

/// One observation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Observation {
    /// What was seen or heard.
    pub what: String,
    /// Who told it.
    pub source: Option<String>,
    /// How long ago.
    pub when: Option<String>,
    /// What it says about the suspicion.
    pub weighs: Option<String>,
}

/// One injury: where on whose body, and what it looks like. What it comes from is for a doctor to say.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Injury {
    /// On whose body.
    pub whose: Option<String>,
    /// How long ago it was seen.
    pub seen: Option<String>,
    /// Where on the body.
    pub place: Option<String>,
    /// What it looks like.
    pub looks: Option<String>,
    /// What was told about it.
    pub told: Option<String>,
}

/// One unsafe situation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unsafe {
    /// What happens.
    pub what: String,
    /// How long ago the last time was.
    pub last_time: Option<String>,
    /// What it does to each child and to whoever undergoes it.
    pub effect: Option<String>,
}

/// Somebody who was spoken, or not.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Talk {
    /// With whom.
    pub with: String,
    /// How long ago.
    pub when: Option<String>,
    /// Whether there was a talk: *ja*, *nee*, or that is not known.
    pub spoken: Option<bool>,
    /// The one this person may be afraid of was there.
    pub not_alone: bool,
    /// What was told.
    pub about: Option<String>,
    /// Why there was no talk.
    pub ground: Option<String>,
}

/// What somebody was asked, and advised.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Consultation {
    /// With whom.
    pub with: String,
    /// How long ago.
    pub when: Option<String>,
    /// What was asked.
    pub about: Option<String>,
    /// What was advised.
    pub then: Option<String>,
}

/// Every free text that the sheet takes from a case.
const TEXTS: &[Role] = &[
    Role::ObservationWhat,
    Role::ObservationSource,
    Role::InjuryWhere,
    Role::InjuryWhose,
    Role::InjuryLooks,
    Role::InjuryTold,
    Role::SituationWhat,
    Role::SituationEffect,
    Role::TalkReport,
    Role::ConsultationWith,
    Role::ConsultationQuestion,
    Role::ConsultationAdvice,
];

/// Makes the sheet.
///
/// # Errors
/// When a trace stays in it that could not be replaced; which part, never what it is.
pub fn consult(view: &View<'_>) -> Result<Consult, Refused> {
    let text = &nl().consult;
    let (people, names) = people(view);
    let mut scrub = Scrub::new(view, names, TEXTS);
    let (flags, unknown) = flags(view);
    let mut sheet = Consult {
        people: people.values().map(|person| person.about.clone()).collect(),
        observations: observations(view, &mut scrub),
        injuries: injuries(view, &mut scrub),
        checks: checks(view),
        flags,
        unknown,
        ..Consult::default()
    };
    for row in rows(view, Role::Situations) {
        let (row, part) = (Some(&row), text.part_situations());
        let Some(what) = scrub.text(Role::SituationWhat, row, &part) else {
            continue;
        };
        sheet.situations.push(Unsafe {
            what,
            last_time: scrub.ago(Role::SituationLastTime, row),
            effect: scrub.text(Role::SituationEffect, row, &part),
        });
    }
    for row in rows(view, Role::Talks) {
        let row = Some(&row);
        sheet.talks.push(Talk {
            with: label(view, &people, Role::TalkWith, row),
            when: scrub.ago(Role::TalkDate, row),
            spoken: spoken(view, row),
            not_alone: shown(view, Role::TalkAlone, row) == Some(&Value::No),
            about: scrub.text(Role::TalkReport, row, &text.part_talks()),
            ground: scrub.choice(Role::TalkNoTalkGround, row),
        });
    }
    for row in rows(view, Role::Consultations) {
        let (row, part) = (Some(&row), text.part_consultations());
        sheet.consultations.push(Consultation {
            with: scrub
                .text(Role::ConsultationWith, row, &part)
                .unwrap_or_else(|| text.somebody()),
            when: scrub.ago(Role::ConsultationDate, row),
            about: scrub.text(Role::ConsultationQuestion, row, &part),
            then: scrub.text(Role::ConsultationAdvice, row, &part),
        });
    }
    sheet.replaced = scrub.replaced();
    scrub.sure(
        sheet
            .texts()
            .iter()
            .map(|(part, text)| (part.as_str(), *text)),
    )?;
    Ok(sheet)
}

/// What is certain of every check that was come to.
fn checks(view: &View<'_>) -> Vec<(String, String)> {
    let outcomes = outcomes(view);
    let all = attention(view.list, &[DerivedRole::CaseCheck]).into_iter();
    let certain = all.filter_map(|(_, derived)| {
        let level = outcomes.get(&derived.id)?.spread.only_level()?;
        let level = derived.levels.iter().find(|one| one.id == *level)?;
        Some((title(derived), plain(&level.text.nl).into_owned()))
    });
    certain.collect()
}

/// Observations by kind, in the order of the list; those whose kind is not known last.
fn observations(view: &View<'_>, scrub: &mut Scrub<'_>) -> Vec<(String, Vec<Observation>)> {
    let text = &nl().consult;
    let order: Vec<String> = view
        .list
        .by_role(Role::ObservationNature)
        .map(|at| view.list.question(at).options())
        .unwrap_or_default()
        .iter()
        .map(|option| option.text.get("nl").to_owned())
        .chain([text.nature_unknown()])
        .collect();
    let mut by_nature: Vec<(String, Vec<Observation>)> = order
        .into_iter()
        .map(|nature| (nature, Vec::new()))
        .collect();
    for row in rows(view, Role::Observations) {
        let (row, part) = (Some(&row), text.part_observations());
        let Some(what) = scrub.text(Role::ObservationWhat, row, &part) else {
            continue;
        };
        let seen = Observation {
            what,
            source: scrub.text(Role::ObservationSource, row, &part),
            when: scrub.ago(Role::ObservationDate, row),
            weighs: scrub.choice(Role::ObservationWeighs, row),
        };
        let nature = scrub
            .choice(Role::ObservationNature, row)
            .unwrap_or_else(|| text.nature_unknown());
        if let Some((_, all)) = by_nature.iter_mut().find(|(name, _)| *name == nature) {
            all.push(seen);
        }
    }
    by_nature.retain(|(_, all)| !all.is_empty());
    by_nature
}

/// Injuries of which something is known.
fn injuries(view: &View<'_>, scrub: &mut Scrub<'_>) -> Vec<Injury> {
    let part = nl().consult.part_injuries();
    let mut all = Vec::new();
    for row in rows(view, Role::Injuries) {
        let row = Some(&row);
        let injury = Injury {
            whose: scrub.text(Role::InjuryWhose, row, &part),
            seen: scrub.ago(Role::InjurySeenOn, row),
            place: scrub.text(Role::InjuryWhere, row, &part),
            looks: scrub.text(Role::InjuryLooks, row, &part),
            told: scrub.text(Role::InjuryTold, row, &part),
        };
        if injury.texts().next().is_some() {
            all.push(injury);
        }
    }
    all
}

/// Whether there was a talk: the list asks for a report of it, or for why there was none.
fn spoken(view: &View<'_>, row: Option<&RowId>) -> Option<bool> {
    let asks = |role| {
        let at = view.list.by_role(role);
        at.is_some_and(|at| view.visible(at, row).possible())
    };
    match (asks(Role::TalkReport), asks(Role::TalkNoTalkGround)) {
        (true, false) => Some(true),
        (false, true) => Some(false),
        _ => None,
    }
}

/// What the person in this answer is called.
fn label(
    view: &View<'_>,
    people: &BTreeMap<RowId, Person>,
    role: Role,
    row: Option<&RowId>,
) -> String {
    let labels: Vec<&str> = match shown(view, role, row) {
        Some(Value::Rows(rows)) => rows
            .iter()
            .filter_map(|row| people.get(row))
            .map(|person| person.label.as_str())
            .collect(),
        _ => Vec::new(),
    };
    if labels.is_empty() {
        nl().consult.somebody()
    } else {
        labels.join(", ")
    }
}

impl Injury {
    /// What was written about it.
    fn texts(&self) -> impl Iterator<Item = &str> {
        let all = [&self.whose, &self.place, &self.looks, &self.told];
        all.into_iter().filter_map(|text| text.as_deref())
    }
}

impl Consult {
    /// Every text that came from the case, with the part it stands in.
    fn texts(&self) -> Vec<(String, &str)> {
        let text = &nl().consult;
        let mut all: Vec<(String, &str)> = Vec::new();
        for one in &self.people {
            all.push((text.part_people(), one));
        }
        for seen in self.observations.iter().flat_map(|(_, all)| all) {
            all.push((text.part_observations(), &seen.what));
            let source = seen.source.as_deref();
            all.extend(source.map(|source| (text.part_observations(), source)));
        }
        for text_of in self.injuries.iter().flat_map(Injury::texts) {
            all.push((text.part_injuries(), text_of));
        }
        for one in &self.situations {
            let texts = [Some(one.what.as_str()), one.effect.as_deref()];
            let part = text.part_situations();
            all.extend(texts.into_iter().flatten().map(|one| (part.clone(), one)));
        }
        let talks = self
            .talks
            .iter()
            .map(|one| (text.part_talks(), &one.with, &one.about, &one.ground));
        let consultations = self
            .consultations
            .iter()
            .map(|one| (text.part_consultations(), &one.with, &one.about, &one.then));
        for (part, with, about, then) in talks.chain(consultations) {
            all.push((part.clone(), with));
            let texts = [about.as_deref(), then.as_deref()];
            all.extend(texts.into_iter().flatten().map(|one| (part.clone(), one)));
        }
        all
    }
}
