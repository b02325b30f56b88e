//! For proofs that something can never be: a copy of the list in which more can be. Settings were filled in when the list
//! was read, and a rule that this setting switches off is no fault; `kan` and `zeker` look at what is known on the way.
//! Each becomes a question of its own, which can be answered either way.

use crate::problem::Place;
use crate::questionnaire::{
    Condition, Formula, Kind, NoteRule, Number, Part, Question, QuestionId, QuestionIx,
    Questionnaire, Term, Test,
};

/// Before the ids of the questions that stand for a setting.
const SETTING: &str = "instelling ";

/// The same list in which each test of a setting, and each `kan` or `zeker`, is a question of its own.
pub(super) fn relaxed(list: &Questionnaire) -> Questionnaire {
    let mut copy = list.clone();
    let mut relax = Relax {
        first: list.questions.len(),
        count: 0,
    };
    for part in &mut copy.parts {
        part.when.iter_mut().for_each(|when| relax.condition(when));
    }
    for question in &mut copy.questions {
        question
            .when
            .iter_mut()
            .for_each(|when| relax.condition(when));
    }
    for derived in &mut copy.derived {
        derived
            .when
            .iter_mut()
            .for_each(|when| relax.condition(when));
        relax.formula(&mut derived.formula);
    }
    for rule in &mut copy.not_applicable {
        relax.condition(&mut rule.when);
    }
    let part = copy.parts.len();
    copy.parts.push(Part {
        id: SETTING.to_owned(),
        list: String::new(),
        title: "".into(),
        about: None,
        when: None,
        when_at: Vec::new(),
        together: false,
        questions: (0..relax.count)
            .map(|at| QuestionIx(relax.first + at))
            .collect(),
        place: Place::default(),
    });
    copy.questions
        .extend((0..relax.count).map(|at| setting(at, part)));
    copy
}

fn setting(at: usize, part: usize) -> Question {
    Question {
        id: QuestionId::from(format!("{SETTING}{at}").as_str()),
        text: "".into(),
        help: None,
        why: None,
        example: None,
        kind: Kind::YesNo {
            yes: Number::ONE,
            no: Number::ZERO,
        },
        when: None,
        part,
        parent: None,
        more: false,
        may_be_empty: false,
        allows_not_applicable: false,
        apart: false,
        sources: Vec::new(),
        listen: false,
        given: false,
        note: NoteRule::Free,
        advice: None,
        only: None,
        role: None,
        source: String::new(),
        place: Place::default(),
    }
}

struct Relax {
    first: usize,
    count: usize,
}

impl Relax {
    fn condition(&mut self, condition: &mut Condition) {
        match condition {
            Condition::Always(_) | Condition::May(_) | Condition::Sure(_) => {
                *condition = Condition::Answer {
                    question: QuestionIx(self.first + self.count),
                    test: Test::Is(vec!["ja".into()]),
                };
                self.count += 1;
            }
            Condition::Answer { .. } | Condition::Derived { .. } => {}
            Condition::All(all) | Condition::Any(all) | Condition::AtLeast(_, all) => {
                all.iter_mut().for_each(|one| self.condition(one));
            }
            Condition::Not(inner) => self.condition(inner),
            Condition::Rows { holds, .. } => {
                if let Some(holds) = holds {
                    self.condition(holds);
                }
            }
            Condition::EveryRow { holds, .. } | Condition::Named { holds, .. } => {
                self.condition(holds);
            }
        }
    }

    fn formula(&mut self, formula: &mut Formula) {
        match formula {
            Formula::Sum(terms) => {
                for term in terms {
                    if let Term::Points(when, _) | Term::RowPoints(_, when, _) = term {
                        self.condition(when);
                    }
                }
            }
            Formula::Count(all) => all.iter_mut().for_each(|one| self.condition(one)),
            Formula::CountRows { holds, .. } => {
                holds.iter_mut().for_each(|one| self.condition(one));
            }
            Formula::Table(rows) | Formula::Rules(rows) => {
                for row in rows {
                    row.when.iter_mut().for_each(|when| self.condition(when));
                }
            }
            Formula::Highest(_)
            | Formula::Lowest(_)
            | Formula::Ratio(..)
            | Formula::Bands { .. } => {}
        }
    }
}
