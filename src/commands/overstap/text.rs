//! What a move would do, as a person reads it: answers without a place first, then what is asked, what changed, what comes
//! out otherwise.

use std::collections::BTreeSet;

use super::prepare::Prepared;
use crate::answer::NoPlace;
use crate::case::Record;
use crate::commands::sheet::Sheet;
use crate::commands::vergelijk::named;
use crate::commands::vergelijk::said::{Said, asked, outcome};
use crate::comparison::list::{Aspect, Item, ItemChange, ItemHow, What};
use crate::comparison::{Comparison, Difference, How, OutcomeMove, Side};
use crate::engine::View;
use crate::plain::one_line;
use crate::questionnaire::{Questionnaire, Text};
use crate::text::nl;

/// So many points stand under one heading.
const MOST: usize = 12;

/// The whole report.
pub(super) fn text(record: &Record, prepared: &Prepared, all: bool, width: usize) -> String {
    let mut page = Page {
        record,
        prepared,
        all,
        sheet: Sheet::new(width),
    };
    page.head();
    let head = page.sheet.height();
    page.aside();
    page.asked();
    page.counting();
    page.changed();
    page.outcomes();
    if page.sheet.height() == head {
        page.sheet.heading(&nl().switch.nothing_else());
    }
    page.sheet.finish()
}

struct Page<'a> {
    record: &'a Record,
    prepared: &'a Prepared,
    all: bool,
    sheet: Sheet,
}

impl Page<'_> {
    fn head(&mut self) {
        let text = &nl().switch;
        let new = &self.prepared.new.list;
        let known = self.prepared.old.as_ref().unwrap_or(new);
        let name = named(&self.record.header.id, known, &self.record.answers);
        self.sheet.line(0, &text.title(name));
        let profile = |name: Option<&str>| name.map_or_else(|| text.base(), str::to_owned);
        let now = self.record.list();
        let title = |list: &Questionnaire| list.title.nl.trim_end_matches('.').to_owned();
        self.sheet.line(
            0,
            &text.from(
                title(known),
                text.list(&now.id, &now.version),
                profile(self.record.profile()),
            ),
        );
        let to = &new.version;
        self.sheet.line(
            0,
            &text.to(
                title(new),
                text.list(&to.id, &to.version),
                profile(self.prepared.profile.as_deref()),
            ),
        );
        for one in &self.prepared.lists.versions {
            let id = &one.id;
            self.sheet.line(
                3,
                &match (&one.then, &one.now) {
                    (Some(then), Some(now)) if then == now => text.used_same(id, now),
                    (Some(then), Some(now)) => text.used(id, then, now),
                    (None, Some(now)) => text.used_new(id, now),
                    (Some(then), None) => text.used_gone(id, then),
                    (None, None) => continue,
                },
            );
        }
        if self.prepared.older {
            self.sheet.line(0, &text.older());
        }
        if self.prepared.old.is_none() {
            self.sheet.line(0, &text.unknown_old());
        }
    }

    fn aside(&mut self) {
        let text = &nl().switch;
        let aside = &self.prepared.aside;
        if aside.is_empty() {
            return;
        }
        self.sheet.heading(&text.aside_heading(aside.answers.len()));
        for one in &aside.answers {
            self.sheet.point(&text.aside_question(one_line(&one.asked)));
            if one.hidden {
                self.sheet.line(5, &text.aside_hidden());
            } else {
                self.sheet.line(5, &text.aside_said(one_line(&one.said)));
            }
            self.sheet.line(
                5,
                &match one.why {
                    NoPlace::QuestionGone => text.aside_gone(),
                    NoPlace::NotTaken => text.aside_not_taken(),
                    NoPlace::OtherMeaning => text.aside_other(),
                },
            );
        }
        for one in &aside.rows {
            let list = self.prepared.old.as_ref().and_then(|old| {
                let at = old.find(&one.list.0)?;
                Some(old.question(at).text.nl.clone())
            });
            let list = list.unwrap_or_else(|| one.list.to_string());
            self.sheet
                .point(&text.aside_rows(one_line(&list), one.rows.ids.len()));
        }
        self.sheet.line(3, &text.aside_note(&self.record.header.id));
    }

    fn asked(&mut self) {
        let text = &nl().switch;
        let said = Said::alone(&self.after(), self.all);
        let keys = &self.prepared.asked;
        let points: Vec<String> = keys.iter().map(|key| said.asked(key)).collect();
        if !points.is_empty() {
            self.sheet.heading(&text.asked_heading(points.len()));
            self.points(&points);
        }
        let asked: BTreeSet<&str> = keys.iter().map(|key| &*key.question.0).collect();
        let elsewhere = self.count(|one| {
            one.item == Item::Question && one.how == ItemHow::New && !asked.contains(&*one.id)
        });
        let placed: BTreeSet<&str> = self
            .prepared
            .aside
            .answers
            .iter()
            .map(|one| &*one.key.question.0)
            .collect();
        let gone = self.count(|one| {
            one.item == Item::Question && one.how == ItemHow::Gone && !placed.contains(&*one.id)
        });
        let counted = |count: usize, one: String, more: &dyn Fn(usize) -> String| match count {
            0 => None,
            1 => Some(one),
            count => Some(more(count)),
        };
        let lines = [
            counted(elsewhere, text.new_elsewhere_one(), &|n| {
                text.new_elsewhere(n)
            }),
            counted(gone, text.gone_one(), &|n| text.gone(n)),
        ];
        for (at, line) in lines.into_iter().flatten().enumerate() {
            if at == 0 {
                self.sheet.line(0, "");
            }
            self.sheet.line(0, &line);
        }
    }

    fn count(&self, which: impl Fn(&ItemChange) -> bool) -> usize {
        let items = self.prepared.lists.items.iter();
        items.filter(|one| which(one)).count()
    }

    /// Answers that stop or start to count.
    fn counting(&mut self) {
        let text = &nl().switch;
        for (how, heading) in [
            (How::NoLongerApplies, text.hidden_heading()),
            (How::NowApplies, text.shown_heading()),
        ] {
            let Some((comparison, said)) = self.said() else {
                return;
            };
            let of = |one: &&Difference| one.how == how;
            let all = comparison.differences.iter().filter(of);
            let points: Vec<String> = all.map(|one| said.point(one)).collect();
            if !points.is_empty() {
                self.sheet.heading(&heading);
                self.points(&points);
            }
        }
    }

    /// Questions that matter to this case: answered, or asked in it.
    fn changed(&mut self) {
        let text = &nl().switch;
        let prepared = self.prepared;
        let new = &prepared.new.list;
        let view = View::new(new, &prepared.placed, prepared.today);
        let matters = |id: &str| {
            let answered = |key: &crate::answer::Key| &*key.question.0 == id;
            prepared.placed.iter().any(|(key, _)| answered(key))
                || new
                    .find(id)
                    .is_some_and(|at| view.visible(at, None).possible())
        };
        let (mut shown, mut small): (Vec<(String, Vec<String>)>, usize) = (Vec::new(), 0);
        for one in &prepared.lists.items {
            let (Item::Question, ItemHow::Changed(aspects)) = (one.item, &one.how) else {
                continue;
            };
            if !self.all && !matters(&one.id) {
                continue;
            }
            let lines: Vec<String> = aspects
                .iter()
                .filter_map(|aspect| said_of(aspect, new, &one.id))
                .collect();
            let question = new.find(&one.id).map(|at| asked(new, at));
            if lines.is_empty() {
                small += 1;
            } else {
                shown.push((question.unwrap_or_else(|| one.id.clone()), lines));
            }
        }
        if !shown.is_empty() {
            self.sheet.heading(&text.changed_heading(shown.len()));
        }
        let most = if self.all { shown.len() } else { MOST };
        for (question, lines) in shown.iter().take(most) {
            self.sheet.point(&text.changed(question));
            for line in lines {
                self.sheet.line(5, line);
            }
        }
        if shown.len() > most {
            self.sheet.line(3, &text.more(shown.len() - most));
        }
        match small {
            0 => {}
            1 => self.sheet.heading(&text.small_one()),
            count => self.sheet.heading(&text.small(count)),
        }
    }

    fn outcomes(&mut self) {
        let Some(comparison) = &self.prepared.comparison else {
            return;
        };
        if comparison.outcomes.is_empty() {
            return;
        }
        self.sheet.heading(&nl().switch.outcomes_heading());
        for one in &comparison.outcomes {
            self.outcome(one);
        }
    }

    fn outcome(&mut self, one: &OutcomeMove) {
        let (text, says) = (&nl().switch, &nl().compare);
        let prepared = self.prepared;
        let Some(old) = &prepared.old else { return };
        let new = &prepared.new.list;
        let (Some(before), Some(after)) = (old.find_derived(&one.id), new.find_derived(&one.id))
        else {
            return;
        };
        let (before, after) = (old.derived(before), new.derived(after));
        let title = title(after.title.as_ref(), &one.id);
        self.sheet.point(&says.outcome(title));
        self.sheet
            .line(5, &says.was(outcome(before, one.then.as_ref())));
        self.sheet
            .line(5, &says.is(outcome(after, one.now.as_ref())));
        let behind = prepared.lists.behind(old, new, &one.id);
        let lines: Vec<String> = behind.iter().map(|one| cause(one, old, new)).collect();
        if !lines.is_empty() {
            self.sheet.line(5, &text.behind());
        }
        let most = if self.all { lines.len() } else { MOST / 2 };
        for line in lines.iter().take(most) {
            self.sheet.line(7, line);
        }
        if lines.len() > most {
            self.sheet.line(7, &text.more(lines.len() - most));
        }
    }

    fn points(&mut self, points: &[String]) {
        let most = if self.all { points.len() } else { MOST };
        for one in points.iter().take(most) {
            self.sheet.point(one);
        }
        if points.len() > most {
            self.sheet.line(3, &nl().switch.more(points.len() - most));
        }
    }

    fn after(&self) -> Side<'_> {
        Side {
            list: &self.prepared.new.list,
            answers: &self.prepared.placed,
            on: self.prepared.today,
        }
    }

    fn said(&self) -> Option<(&Comparison, Said<'_>)> {
        let then = Side {
            list: self.prepared.old.as_ref()?,
            answers: &self.record.answers,
            on: self.prepared.today,
        };
        let said = Said {
            then,
            now: self.after(),
            all: self.all,
        };
        Some((self.prepared.comparison.as_ref()?, said))
    }
}

fn title(title: Option<&Text>, id: &str) -> String {
    title.map_or_else(|| id.to_owned(), |title| title.nl.clone())
}

/// A change of a question that a person should know of; none for the help, the source or the place.
fn said_of(one: &Aspect, list: &Questionnaire, id: &str) -> Option<String> {
    let text = &nl().switch;
    let (then, now) = (&one.then, &one.now);
    Some(match one.what {
        What::Text => text.was(one_line(then)),
        What::Kind => text.kind(then, now),
        What::OptionNew => text.option_new(now),
        What::OptionGone => text.option_gone(then),
        What::OptionText => text.option_text(then, now),
        What::OptionOrder => text.option_order(),
        What::Weight => text.weight(option(one, list, id), then, now),
        What::When => text.when(),
        _ => return None,
    })
}

/// The option that a change is about, in words.
fn option(one: &Aspect, list: &Questionnaire, id: &str) -> String {
    let Some(of) = &one.of else {
        return String::new();
    };
    let options = list.find(id).map(|at| list.question(at).options());
    options
        .and_then(|all| all.iter().find(|option| option.id == *of))
        .map_or_else(|| of.to_string(), |option| option.text.nl.clone())
}

/// What changed in the list, in a few words, as the cause of another outcome.
fn cause(one: &ItemChange, old: &Questionnaire, new: &Questionnaire) -> String {
    let text = &nl().switch;
    let question = |list: &Questionnaire| {
        let at = list.find(&one.id);
        at.map_or_else(|| one.id.clone(), |at| asked(list, at))
    };
    match (one.item, &one.how) {
        (Item::Number, ItemHow::Changed(aspects)) => {
            let value = aspects.iter().find(|aspect| aspect.what == What::Value);
            value.map_or_else(
                || one.id.clone(),
                |value| text.behind_number(&value.then, &value.now),
            )
        }
        (Item::Number | Item::Setting | Item::Period, _) => text.behind_number_new(&one.id),
        (Item::Derived, _) => {
            let list = if one.how == ItemHow::Gone { old } else { new };
            let derived = list.find_derived(&one.id).map(|at| list.derived(at));
            let named = derived.and_then(|derived| derived.title.as_ref());
            text.behind_derived(title(named, &one.id))
        }
        (Item::Question, ItemHow::New) => text.behind_new(question(new)),
        (Item::Question, ItemHow::Gone) => text.behind_gone(question(old)),
        (Item::Question, ItemHow::Changed(_)) => text.behind_question(question(new)),
        (Item::Part, _) => {
            let part = new.parts.iter().find(|part| part.id == one.id);
            text.behind_part(part.map_or(one.id.as_str(), |part| &part.title.nl))
        }
        (Item::Outside, _) => text.behind_outside(),
    }
}
