//! A room's answers as answers to a list of a real case. What has the same name and the same choices is the same question; of
//! what is asked after each round, the last answer counts.

use super::find::Found;
use crate::answer::{Answer, Answers, Key, RowId, Rows};
use crate::questionnaire::{Kind, Question, QuestionId, QuestionIx, Questionnaire, Role};

/// These answers, as far as this list asks the same.
pub(super) fn weighed(found: &Found, list: &Questionnaire, answers: &Answers) -> Answers {
    let mut weighed = Answers::default();
    if let Some(there) = list.by_role(Role::Situations) {
        let all = found.case.situations.iter();
        let rows = Rows {
            ids: all.map(|one| one.id.clone()).collect(),
            complete: true,
        };
        weighed.set_rows(list.question(there).id.clone(), rows);
    }
    let from = &found.forms.exercise;
    for at in from.question_indexes() {
        let Some(same) = same(found, list, at) else {
            continue;
        };
        let id = &from.question(at).id;
        match from.question(at).parent {
            None => set(&mut weighed, same, None, answers.get(id, None)),
            Some(of) if Some(of) == from.by_role(Role::ExerciseRounds) => {
                let rounds = found.case.rounds.iter().rev();
                let last = rounds.filter_map(|round| answers.get(id, Some(&round.id)));
                set(&mut weighed, same, None, last.into_iter().next());
            }
            Some(_) => {
                for one in &found.case.situations {
                    let answer = answers.get(id, Some(&one.id));
                    set(&mut weighed, same.clone(), Some(one.id.clone()), answer);
                }
            }
        }
    }
    weighed
}

/// Whether this list asks the same as this question of the exercise.
pub(super) fn is_weighed(found: &Found, list: &Questionnaire, key: &Key) -> bool {
    let at = found.forms.exercise.find(&key.question.0);
    at.is_some_and(|at| same(found, list, at).is_some())
}

fn set(weighed: &mut Answers, question: QuestionId, row: Option<RowId>, answer: Option<&Answer>) {
    if let Some(answer) = answer {
        weighed.set(Key { question, row }, answer.clone());
    }
}

/// The question of this list that is the same: beside the rows, or about a situation.
fn same(found: &Found, list: &Questionnaire, at: QuestionIx) -> Option<QuestionId> {
    let from = &found.forms.exercise;
    let asked = from.question(at);
    let name = asked.short_id();
    let about_situation = from.by_role(Role::ExerciseSituations);
    let after_round = from.by_role(Role::ExerciseRounds);
    let id = match asked.parent {
        Some(of) if Some(of) == about_situation => {
            let there = list.by_role(Role::Situations)?;
            format!("{}/{name}", list.question(there).id)
        }
        Some(of) if Some(of) != after_round => return None,
        _ => name.to_owned(),
    };
    let there = list.question(list.find(&id)?);
    alike(asked, there).then(|| there.id.clone())
}

/// Whether the same can be answered.
fn alike(one: &Question, other: &Question) -> bool {
    let chosen = |asked: &Question| -> Vec<String> {
        let options = asked.options().iter();
        options.map(|option| option.id.to_string()).collect()
    };
    match (&one.kind, &other.kind) {
        (Kind::YesNo { .. }, Kind::YesNo { .. }) => true,
        (
            Kind::Scale { from, to, .. },
            Kind::Scale {
                from: low,
                to: high,
                ..
            },
        ) => (from, to) == (low, high),
        (Kind::Choice { .. }, Kind::Choice { .. }) => chosen(one) == chosen(other),
        _ => false,
    }
}
