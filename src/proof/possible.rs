//! Whether something can be at all, with answers as an example: for whoever counts what worked cases show of a list, and
//! must not ask for what cannot happen. Of the list as it is, with its settings.

use std::cell::Cell;
use std::collections::BTreeSet;

use chrono::NaiveDate;

use super::search::{Search, Verdict};
use crate::analysis::day;
use crate::answer::{Answers, Key, RowId, Rows, Value};
use crate::engine::View;
use crate::questionnaire::check::{Needs, Thing};
use crate::questionnaire::{Condition, Kind, QuestionIx, Questionnaire};

/// So much work at most for one list.
const MOST_OF_ALL: usize = 400_000;
/// At most so many sets of answers are tried for one condition of routing.
const MOST: usize = 10_000;

/// What came of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Can {
    /// It can: with these answers, on this day.
    Be(Answers, NaiveDate),
    /// It cannot, whatever is answered.
    Never,
    /// Not known.
    Unsure,
}

/// Looks for answers of one list.
pub struct Possible<'a> {
    list: &'a Questionnaire,
    needs: Needs,
    days: Vec<NaiveDate>,
    /// How much work is left.
    work: Cell<usize>,
}

impl<'a> Possible<'a> {
    /// Looks for answers of this list, where it can be on this day.
    pub fn new(list: &'a Questionnaire, day: Option<NaiveDate>) -> Self {
        let mut days = day::all(list);
        days.retain(|other| Some(*other) != day);
        days.splice(0..0, day);
        Self {
            list,
            needs: Needs::of(list),
            days,
            work: Cell::new(MOST_OF_ALL),
        }
    }

    /// What each derived value of the list needs.
    pub fn needs(&self) -> &Needs {
        &self.needs
    }

    /// Every day that makes a difference to the list.
    pub fn days(&self) -> &[NaiveDate] {
        &self.days
    }

    /// The day on which the newest numbers hold.
    pub fn today(&self) -> NaiveDate {
        day::today(self.list)
    }

    /// Whether a condition can hold once everything is known; for a condition about a row, `within` is its list.
    pub fn in_the_end(&self, condition: &Condition, within: Option<QuestionIx>) -> Can {
        let mut unsure = false;
        for day in &self.days {
            let search = Search::new(self.list, *day, &self.work);
            match search.can_hold(condition, within) {
                Verdict::Possible(answers) => return Can::Be(answers, *day),
                Verdict::Never => {}
                Verdict::Unsure => unsure = true,
            }
        }
        if unsure { Can::Unsure } else { Can::Never }
    }

    /// Whether a condition of routing can hold: `kan` and `zeker` look at what is known on the way, and not knowing is
    /// then an answer too.
    pub fn on_the_way(&self, condition: &Condition, within: Option<QuestionIx>) -> Can {
        let holds = |view: &View<'_>, row: Option<&RowId>| view.truth(condition, row).certain();
        self.seen_on_the_way(condition, within, &holds)
    }

    /// Whether two conditions of routing can come to something else: one asks, and the other does not. `around` must
    /// hold besides, or not be known to fail.
    pub fn differ_on_the_way(
        &self,
        (one, other): (&Condition, &Condition),
        around: &Condition,
        within: Option<QuestionIx>,
    ) -> Can {
        let asks = |view: &View<'_>, condition: &Condition, row: Option<&RowId>| {
            view.truth(condition, row).possible()
        };
        let differ = |view: &View<'_>, row: Option<&RowId>| {
            asks(view, around, row) && asks(view, one, row) != asks(view, other, row)
        };
        let differs = Condition::All(vec![around.clone(), either(one, other)]);
        let found = self.seen_on_the_way(&differs, within, &differ);
        let unsure = found == Can::Unsure && within.is_none();
        if unsure && self.fails_where_these_differ((one, other), around) {
            return Can::Never;
        }
        found
    }

    /// Whether `around` fails for certain, whatever else is answered, wherever two conditions of routing come to something
    /// else: then nobody sees the difference. For where there are too many answers to try them all.
    fn fails_where_these_differ(
        &self,
        (one, other): (&Condition, &Condition),
        around: &Condition,
    ) -> bool {
        let both = Condition::All(vec![one.clone(), other.clone()]);
        let behind = self.needs.all_behind(self.list, &both);
        let asks = |view: &View<'_>, condition| view.truth(condition, None).possible();
        // What cannot be so in the end, each missing answer taken apart, is not so on the way there either.
        let seen = |view: &View<'_>, _: Option<&RowId>| {
            asks(view, one) != asks(view, other) && view.in_the_end(around, None).possible()
        };
        self.try_all(None, &behind, &seen) == Can::Never
    }

    /// Whether two conditions can come to something else once everything is known, where `around` holds.
    pub fn differ_in_the_end(
        &self,
        (one, other): (&Condition, &Condition),
        around: &Condition,
    ) -> Can {
        let differs = Condition::All(vec![around.clone(), either(one, other)]);
        self.in_the_end(&differs, None)
    }

    /// Gives what is asked next a whole share of the work again.
    pub fn start_anew(&self) {
        self.work.set(MOST_OF_ALL);
    }

    /// Looks for answers with which `seen` says yes; the condition is what must then hold once everything is known.
    fn seen_on_the_way(
        &self,
        condition: &Condition,
        within: Option<QuestionIx>,
        seen: Seen<'_>,
    ) -> Can {
        let behind = self.needs.all_behind(self.list, condition);
        let looks_at_unknown = has_modal(condition)
            || behind.iter().any(|thing| match thing {
                Thing::Question(at) => {
                    let question = self.list.question(*at);
                    let part = self.list.parts[question.part].when.as_ref();
                    question.when.iter().chain(part).any(has_modal)
                }
                Thing::Derived(_) => false,
            });
        let found = self.in_the_end(condition, within);
        if !looks_at_unknown {
            return found;
        }
        if let Can::Be(answers, day) = found {
            let row = within.and_then(|list| {
                let rows = answers.rows(&self.list.question(list).id);
                rows.and_then(|rows| rows.ids.first().cloned())
            });
            if seen(&View::new(self.list, &answers, day), row.as_ref()) {
                return Can::Be(answers, day);
            }
        }
        self.try_all(within, &behind, seen)
    }

    /// Tries all answers to what a condition looks at, *onbekend* too.
    fn try_all(&self, within: Option<QuestionIx>, behind: &BTreeSet<Thing>, seen: Seen<'_>) -> Can {
        let mut start = Answers::default();
        let row = within.map(|list| {
            let row = RowId("rij1".to_owned());
            let rows = Rows {
                ids: vec![row.clone()],
                complete: true,
            };
            start.set_rows(self.list.question(list).id.clone(), rows);
            row
        });
        for day in &self.days {
            let view = View::new(self.list, &start, *day);
            let mut columns: Vec<(Key, Vec<Value>)> = Vec::new();
            let mut count = 1_usize;
            for thing in behind {
                let Thing::Question(at) = thing else { continue };
                let question = self.list.question(*at);
                let is_list = matches!(question.kind, Kind::List { .. });
                if is_list && Some(*at) == within {
                    continue;
                }
                let outside_rows = question.parent.is_none() || question.parent == within;
                let Some(mut values) = view.answers_to_try(*at).filter(|_| outside_rows) else {
                    return Can::Unsure;
                };
                values.push(Value::Unknown);
                count = count.saturating_mul(values.len());
                let key = Key {
                    question: question.id.clone(),
                    row: question.parent.and(row.clone()),
                };
                columns.push((key, values));
            }
            let left = self.work.get();
            if count > MOST.min(left) {
                return Can::Unsure;
            }
            self.work.set(left - count);
            for turn in 0..count {
                let mut answers = start.clone();
                let mut turn = turn;
                for (key, values) in &columns {
                    answers.set(key.clone(), values[turn % values.len()].clone().into());
                    turn /= values.len();
                }
                if seen(&View::new(self.list, &answers, *day), row.as_ref()) {
                    return Can::Be(answers, *day);
                }
            }
        }
        Can::Never
    }
}

/// What must be seen of some answers; in a row, for questions of rows.
type Seen<'s> = &'s dyn Fn(&View<'_>, Option<&RowId>) -> bool;

/// One of these holds, and the other does not.
fn either(one: &Condition, other: &Condition) -> Condition {
    let not = |condition: &Condition| Condition::Not(Box::new(condition.clone()));
    Condition::Any(vec![
        Condition::All(vec![one.clone(), not(other)]),
        Condition::All(vec![not(one), other.clone()]),
    ])
}

/// Whether `kan` or `zeker` stands in it.
fn has_modal(condition: &Condition) -> bool {
    let mut found = false;
    condition.walk(&mut |one| found |= matches!(one, Condition::May(_) | Condition::Sure(_)));
    found
}
