//! What the room answers, and what that moves: its answers go into the lists of a real case, and the same engine says which
//! situations belong among the first, and what must not be missed.

use crate::answer::{Answer, Answers, Key, RowId, interpret, show};
use crate::engine::{Among, Moved, Outcome, Picture, Shift, Standing, View, standings};
use crate::questionnaire::{Derived, DerivedRole, Kind, QuestionIx, Role};
use crate::telling;
use crate::text::nl;
use crate::training::Known;

use super::find::Found;
use super::weighed::{is_weighed, weighed};

/// The answers of the room, kept nowhere.
pub(super) struct Live<'a> {
    found: &'a Found,
    pub answers: Answers,
}

impl<'a> Live<'a> {
    pub fn new(found: &'a Found) -> Self {
        let mut answers = Answers::default();
        found.case.lay_out(&found.forms, Known::All, &mut answers);
        Self { found, answers }
    }

    /// Takes what was typed as the answer to this question; what that moved, or why it is no answer.
    pub fn take(&mut self, key: &Key, typed: &str) -> Result<Vec<String>, String> {
        let list = &self.found.forms.exercise;
        let Some(at) = list.find(&key.question.0) else {
            return Ok(Vec::new());
        };
        let day = self.found.case.day;
        let is_order = matches!(list.question(at).kind, Kind::Ranking { .. });
        let value = interpret(list, at, typed, &self.answers, day).map_err(|refusal| {
            if is_order && refusal.what != nl().refusal.twice() {
                // On the screen they are called by their short names.
                let situations = self.found.case.situations.iter();
                let names: Vec<String> = situations.map(|one| one.id.to_string()).collect();
                return nl().present.order_refused(names.join(", "));
            }
            format!("{} {}", refusal.what, refusal.todo)
        })?;
        let before = self.weighed();
        self.answers.set(key.clone(), Answer::from(value));
        Ok(self.moved(&before))
    }

    /// What was answered, in words.
    pub fn said(&self, key: &Key) -> Option<String> {
        said(self.found, &self.answers, key)
    }

    /// Which situations belong among the first by these ratings; `why` says it in full. Nothing before the first rating.
    pub fn order(&self, why: bool) -> Vec<String> {
        let rated = |one: &crate::training::Situation| {
            let keys = in_row(self.found, Role::ExerciseSituations, &one.id);
            keys.iter().any(|key| self.said(key).is_some())
        };
        if !self.found.case.situations.iter().any(rated) {
            return Vec::new();
        }
        let Some(list) = self.found.lists.first() else {
            return Vec::new();
        };
        let weighed = weighed(self.found, list, &self.answers);
        let view = View::new(list, &weighed, self.found.case.day);
        let here = list.by_role(Role::Situations);
        let of = standings(&view)
            .into_iter()
            .find(|of| Some(of.list) == here && telling::says_something(of));
        let Some(of) = of else {
            return Vec::new();
        };
        if !why && of.rows.iter().all(|one| one.among == Among::Possible) {
            return vec![nl().present.order_open()];
        }
        // What may still go either way says so on the screen; why would be a page.
        let told = |standing: &&Standing| !why || standing.among != Among::Possible;
        let rows = of.rows.iter().filter(told).map(|standing| {
            let says = match why {
                true => telling::detail(&view, &of, standing),
                false => telling::mark(standing),
            };
            format!("{}: {says}", standing.row)
        });
        rows.collect()
    }

    /// The room's answers as those to each list that is weighed.
    fn weighed(&self) -> Vec<Answers> {
        let lists = self.found.lists.iter();
        lists
            .map(|list| weighed(self.found, list, &self.answers))
            .collect()
    }

    /// What follows from the room's answers and did not before.
    fn moved(&self, before: &[Answers]) -> Vec<String> {
        let day = self.found.case.day;
        let now = self.weighed();
        let each = self.found.lists.iter().zip(before).zip(&now);
        let each = each.filter(|((_, before), now)| before != now);
        each.flat_map(|((list, before), now)| {
            let picture = |answers| Picture::of(&View::new(list, answers, day));
            let moves = picture(before).moves(&picture(now), list);
            let felt = moves.shifts.iter().filter(|one| {
                list.derived(one.derived).role == Some(DerivedRole::CaseAttention)
                    && one.moved.contains(&Moved::Value)
            });
            let climbs = moves.climbs.iter();
            let mut said: Vec<String> = climbs
                .map(|climb| telling::climb(list, before, now, climb))
                .collect();
            said.extend(felt.flat_map(|one| outcome(list.derived(one.derived), one)));
            said
        })
        .collect()
    }

    /// Whether an outcome or an order can follow from the answer to this question.
    pub fn counts(&self, key: &Key) -> bool {
        let lists = self.found.lists.iter();
        lists
            .into_iter()
            .any(|list| is_weighed(self.found, list, key))
    }
}

/// An outcome that became fixed, with its reason, or is open again. One that only has fewer left is no news for a room.
fn outcome(derived: &Derived, shift: &Shift) -> Vec<String> {
    let text = &nl().present;
    let fixed = |of: &Option<Outcome>| of.as_ref().is_some_and(Outcome::is_fixed);
    let title = telling::title(derived);
    let lightest = derived.levels.first().map(|level| &level.id);
    match &shift.after {
        // That nothing is the matter is only news where something was.
        Some(after) if after.spread.only_level() == lightest && !fixed(&shift.before) => Vec::new(),
        Some(after) if after.is_fixed() => {
            let value = telling::value(derived, &after.spread);
            let why = telling::why(shift.after.as_ref());
            // The reason is a whole sentence: with the outcome before it the same would be said twice.
            vec![why.unwrap_or_else(|| text.outcome(title, value))]
        }
        _ if fixed(&shift.before) => vec![text.outcome_open(title)],
        _ => Vec::new(),
    }
}

/// An answer in words; none where there is none.
pub(super) fn said(found: &Found, answers: &Answers, key: &Key) -> Option<String> {
    let list = &found.forms.exercise;
    let answer = answers.get(&key.question, key.row.as_ref())?;
    Some(show(
        list,
        list.find(&key.question.0)?,
        &answer.value,
        answers,
    ))
}

/// The questions in the rows of a list that are answered by choosing, each with this row.
pub(super) fn in_row(found: &Found, list: Role, row: &RowId) -> Vec<Key> {
    let Some(list) = found.forms.exercise.by_role(list) else {
        return Vec::new();
    };
    let asked = found.forms.rated(list);
    asked.map(|at| key(found, at, Some(row))).collect()
}

/// The questions outside rows that are answered by choosing.
pub(super) fn conclusions(found: &Found) -> (Vec<Key>, Vec<Key>) {
    let profiles: Vec<QuestionIx> = found.forms.profiles().collect();
    let (patterns, others): (Vec<_>, Vec<_>) = found
        .forms
        .conclusions()
        .partition(|at| profiles.contains(at));
    let keys = |all: Vec<QuestionIx>| all.into_iter().map(|at| key(found, at, None)).collect();
    (keys(others), keys(patterns))
}

/// The question about the order.
pub(super) fn order(found: &Found) -> Option<Key> {
    let list = &found.forms.exercise;
    let at = list.by_role(Role::ExerciseOrder)?;
    matches!(list.question(at).kind, Kind::Ranking { .. }).then(|| key(found, at, None))
}

fn key(found: &Found, at: QuestionIx, row: Option<&RowId>) -> Key {
    Key {
        question: found.forms.exercise.question(at).id.clone(),
        row: row.cloned(),
    }
}
