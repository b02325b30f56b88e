//! What the room answers, and what that moves: its ratings go into the list in which situations are weighed in a real
//! case, and the same engine says which of them belong among the first.

use crate::answer::{Answer, Answers, Key, RowId, Rows, interpret, show};
use crate::engine::{Picture, View, standings};
use crate::questionnaire::{Kind, QuestionId, QuestionIx, Role};
use crate::telling;
use crate::training::Known;

use super::find::Found;

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
        let value = interpret(list, at, typed, &self.answers, day)
            .map_err(|refusal| format!("{} {}", refusal.what, refusal.todo))?;
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
        let weighed = self.weighed();
        let rated = |one: &crate::training::Situation| {
            let keys = in_row(self.found, Role::ExerciseSituations, &one.id);
            keys.iter().any(|key| self.said(key).is_some())
        };
        if !self.found.case.situations.iter().any(rated) {
            return Vec::new();
        }
        let list = &self.found.weighing;
        let view = View::new(list, &weighed, self.found.case.day);
        let here = list.by_role(Role::Situations);
        let of = standings(&view)
            .into_iter()
            .find(|of| Some(of.list) == here && telling::says_something(of));
        let Some(of) = of else {
            return Vec::new();
        };
        let rows = of.rows.iter().map(|standing| {
            let says = match why {
                true => telling::detail(&view, &of, standing),
                false => telling::mark(standing),
            };
            format!("{}: {says}", standing.row)
        });
        rows.collect()
    }

    fn moved(&self, before: &Answers) -> Vec<String> {
        let list = &self.found.weighing;
        let now = self.weighed();
        let picture = |answers| Picture::of(&View::new(list, answers, self.found.case.day));
        let moves = picture(before).moves(&picture(&now), list);
        let climbs = moves.climbs.iter();
        climbs
            .map(|climb| telling::climb(list, before, &now, climb))
            .collect()
    }

    /// The situations and their ratings, as answers to the list in which they are weighed: by the same names.
    fn weighed(&self) -> Answers {
        let mut weighed = Answers::default();
        let to = &self.found.weighing;
        let from = &self.found.forms.exercise;
        let (Some(there), Some(here)) = (
            to.by_role(Role::Situations),
            from.by_role(Role::ExerciseSituations),
        ) else {
            return weighed;
        };
        let ids: Vec<RowId> = self
            .found
            .case
            .situations
            .iter()
            .map(|one| one.id.clone())
            .collect();
        let list = to.question(there).id.clone();
        weighed.set_rows(
            list.clone(),
            Rows {
                ids: ids.clone(),
                complete: true,
            },
        );
        for at in from.question_indexes() {
            let asked = from.question(at);
            let Some((_, name)) = asked.id.0.rsplit_once('/') else {
                continue;
            };
            if asked.parent != Some(here) {
                continue;
            }
            let same = QuestionId::from(format!("{list}/{name}").as_str());
            if to.find(&same.0).is_none() {
                continue;
            }
            for row in &ids {
                if let Some(answer) = self.answers.get(&asked.id, Some(row)) {
                    let key = Key {
                        question: same.clone(),
                        row: Some(row.clone()),
                    };
                    weighed.set(key, answer.clone());
                }
            }
        }
        weighed
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
