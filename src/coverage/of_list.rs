//! All that the cases of a list must show, from its checked model.

use std::collections::BTreeSet;

use chrono::NaiveDate;

use super::decisive::members;
use super::goal::{Goal, Mark, Want, What, numbers_on, together};
use super::uses::looked_at;
use crate::problem::Place;
use crate::questionnaire::{
    Compare, Condition, Derived, DerivedIx, Formula, Heard, Kind, Number, NumberRef, Op, OptionId,
    PeriodIx, QuestionIx, Questionnaire, RuleRow, Term, Test,
};

/// Everything to show, of this list and of all lists in it. `day` is the one on which its newest numbers hold.
pub(super) fn goals(list: &Questionnaire, day: NaiveDate) -> Vec<Goal> {
    let number = numbers_on(list, day);
    let mut all = All {
        list,
        looked_at: looked_at(list),
        number: &number,
        goals: Vec::new(),
    };
    all.parts();
    for at in list.question_indexes() {
        all.question(at);
    }
    for at in 0..list.derived.len() {
        all.derived(DerivedIx(at));
    }
    for rule in &list.not_applicable {
        let spot = Spot {
            place: &rule.place,
            of: "",
            routing: false,
            within: None,
        };
        all.both_ways(&spot, &[], &rule.when, "", What::NotApplicable);
    }
    for at in 0..list.periods.len() {
        all.period(PeriodIx(at));
    }
    together(all.goals)
}

pub(super) struct All<'a> {
    pub(super) list: &'a Questionnaire,
    looked_at: BTreeSet<QuestionIx>,
    number: &'a dyn Fn(NumberRef) -> Number,
    goals: Vec<Goal>,
}

/// Where a condition stands and how it is looked at.
#[derive(Clone, Copy)]
pub(super) struct Spot<'a> {
    pub(super) place: &'a Place,
    pub(super) of: &'a str,
    pub(super) routing: bool,
    pub(super) within: Option<QuestionIx>,
}

fn not(condition: &Condition) -> Condition {
    Condition::Not(Box::new(condition.clone()))
}

impl All<'_> {
    pub(super) fn push(&mut self, spot: &Spot<'_>, which: String, what: What, want: Want) {
        self.goals.push(Goal {
            place: spot.place.clone(),
            of: spot.of.to_owned(),
            what,
            mark: Mark {
                place: spot.place.clone(),
                of: spot.of.to_owned(),
                which,
            },
            wants: vec![want],
        });
    }

    pub(super) fn hold(&mut self, spot: &Spot<'_>, which: String, what: What, all: Vec<Condition>) {
        let want = Want::Holds {
            condition: Condition::All(all),
            routing: spot.routing,
            within: spot.within,
        };
        self.push(spot, which, what, want);
    }

    /// That a condition holds and that it fails, where all of `around` holds; and each of its parts decisive.
    fn both_ways(
        &mut self,
        spot: &Spot<'_>,
        around: &[Condition],
        condition: &Condition,
        which: &str,
        what: impl Fn(Condition, bool) -> What,
    ) {
        if matches!(condition, Condition::Always(_)) {
            return;
        }
        for holds in [true, false] {
            let mut all = around.to_vec();
            all.push(if holds {
                condition.clone()
            } else {
                not(condition)
            });
            let which = format!("{which}{holds}");
            self.hold(spot, which, what(condition.clone(), holds), all);
        }
        self.decides(spot, around, condition, which);
    }

    /// Each part of a condition decisive, where all of `around` holds.
    fn decides(
        &mut self,
        spot: &Spot<'_>,
        around: &[Condition],
        condition: &Condition,
        which: &str,
    ) {
        for member in members(condition, self.number) {
            let mut all = around.to_vec();
            all.push(member.goal);
            let which = format!("{which}{:?}", member.path);
            let what = What::Decides(member.part.clone(), member.way);
            self.hold(spot, which, what, all);
        }
    }

    fn parts(&mut self) {
        for part in &self.list.parts {
            let whole = part.when.as_slice();
            let conditions = match (whole, part.when_at.len()) {
                ([Condition::All(all)], 2..) => all.as_slice(),
                _ => whole,
            };
            for (at, (condition, place)) in conditions.iter().zip(&part.when_at).enumerate() {
                // Another place that puts a condition on many parts puts the same on all of them.
                let is_own = place.file == part.place.file;
                let spot = Spot {
                    place,
                    of: &part.id,
                    routing: true,
                    within: None,
                };
                let others: Vec<Condition> = conditions
                    .iter()
                    .enumerate()
                    .filter(|(other, _)| *other != at)
                    .map(|(_, one)| one.clone())
                    .collect();
                let before = self.goals.len();
                self.both_ways(&spot, &others, condition, "", What::Part);
                if !is_own {
                    for goal in &mut self.goals[before..] {
                        goal.mark.of.clear();
                    }
                }
            }
        }
    }

    fn question(&mut self, at: QuestionIx) {
        let question = self.list.question(at);
        let spot = Spot {
            place: &question.place,
            of: &question.id.0,
            routing: true,
            within: question.parent,
        };
        if let Some(when) = &question.when {
            let mut around: Vec<Condition> = Vec::new();
            around.extend(self.list.parts[question.part].when.clone());
            if let Some(parent) = question.parent {
                around.extend(self.list.question(parent).when.clone());
            }
            self.both_ways(&spot, &around, when, "als ", What::Question);
        }
        // Without weights no case can say what follows.
        if let Kind::Ranking {
            list,
            first: Some((rule, _)),
            weighs,
            ..
        } = &question.kind
            && !weighs.is_empty()
        {
            let spot = Spot {
                routing: false,
                ..spot
            };
            self.rows(&spot, &[], *list, rule, "eerst ", What::First);
        }
        let mut answers: Vec<OptionId> = match &question.kind {
            Kind::YesNo { .. } if self.looked_at.contains(&at) => vec!["ja".into(), "nee".into()],
            _ => question
                .options()
                .iter()
                .map(|one| one.id.clone())
                .collect(),
        };
        if question.allows_not_applicable && !answers.is_empty() {
            answers.push("nvt".into());
        }
        let several = matches!(question.kind, Kind::Choices { .. });
        for answer in answers {
            let test = if several && &*answer.0 != "nvt" {
                Test::Contains(vec![answer.clone()])
            } else {
                Test::Is(vec![answer.clone()])
            };
            let given = Condition::Answer { question: at, test };
            let given = match question.parent {
                None => given,
                Some(list) => some_row(list, given),
            };
            let spot = Spot {
                within: None,
                ..spot
            };
            let which = format!("antwoord {answer}");
            self.hold(&spot, which, What::Answer(answer), vec![given]);
        }
    }

    /// What must hold for a derived value of this list to be looked at.
    fn applicable(&self) -> Vec<Condition> {
        let rules = self.list.not_applicable.iter();
        rules.map(|rule| not(&rule.when)).collect()
    }

    fn derived(&mut self, at: DerivedIx) {
        let derived = self.list.derived(at);
        let spot = Spot {
            place: &derived.place,
            of: &derived.id,
            routing: false,
            within: None,
        };
        let mut around = self.applicable();
        if let Some(when) = &derived.when {
            self.both_ways(&spot, &around, when, "als ", What::Derived);
            around.push(when.clone());
        }
        match &derived.formula {
            Formula::Sum(terms) => {
                for (number, term) in terms.iter().enumerate() {
                    let which = format!("deel {number} ");
                    match term {
                        Term::Times(..) => {}
                        Term::Points(condition, _) => {
                            self.both_ways(&spot, &around, condition, &which, What::Counted);
                        }
                        Term::RowPoints(list, condition, _) => {
                            self.rows(&spot, &around, *list, condition, &which, What::Counted);
                        }
                    }
                }
            }
            Formula::Count(all) => {
                for (number, condition) in all.iter().enumerate() {
                    let which = format!("deel {number} ");
                    self.both_ways(&spot, &around, condition, &which, What::Counted);
                }
            }
            Formula::CountRows {
                list,
                holds: Some(holds),
            } => self.rows(&spot, &around, *list, holds, "rijen ", What::Counted),
            Formula::CountRows { holds: None, .. } | Formula::Ratio(..) => {}
            Formula::Highest(_) | Formula::Lowest(_) => self.levels(&spot, &around, derived, at),
            Formula::Bands { of, rows } => {
                for (row, band) in rows.iter().enumerate() {
                    self.band(&spot, &around, (at, row), of, band);
                }
            }
            Formula::Table(rows) | Formula::Rules(rows) => self.rules(&spot, around, rows),
        }
    }

    /// A period applies and does not; each thing that makes it over does so, and does not.
    fn period(&mut self, at: PeriodIx) {
        let period = &self.list.periods[at.0];
        let spot = Spot {
            place: &period.place,
            of: &period.id,
            routing: false,
            within: None,
        };
        let around = self.applicable();
        let both = |all: &mut Self, condition: &Condition, which: &str, what: fn(_, _) -> What| {
            match period.rows {
                Some(list) => all.rows(&spot, &around, list, condition, which, what),
                None => all.both_ways(&spot, &around, condition, which, what),
            }
        };
        if let Some(when) = &period.when {
            both(self, when, "als ", What::Period);
            if matches!(when, Condition::Always(false)) {
                return;
            }
        }
        for (number, heard) in period.done.iter().enumerate() {
            match heard {
                Heard::Holds(condition) => {
                    both(self, condition, &format!("klaar {number} "), What::Over);
                }
                Heard::Answered(question) => {
                    for over in [true, false] {
                        let what = What::Heard(*question, over);
                        let which = format!("klaar {number} {over}");
                        self.push(&spot, which, what, Want::Over(at, over));
                    }
                }
            }
        }
    }

    /// A condition on rows that are counted or go first: in some row it holds, in some it fails.
    fn rows(
        &mut self,
        spot: &Spot<'_>,
        around: &[Condition],
        list: QuestionIx,
        holds: &Condition,
        which: &str,
        what: fn(Condition, bool) -> What,
    ) {
        if matches!(holds, Condition::Always(_)) {
            return;
        }
        let in_row = |goal: Condition| {
            let mut all = around.to_vec();
            all.push(some_row(list, goal));
            all
        };
        for side in [true, false] {
            let goal = if side { holds.clone() } else { not(holds) };
            let what = what(holds.clone(), side);
            self.hold(spot, format!("{which}{side}"), what, in_row(goal));
        }
        for member in members(holds, self.number) {
            let which = format!("{which}{:?}", member.path);
            let what = What::Decides(member.part.clone(), member.way);
            self.hold(spot, which, what, in_row(member.goal));
        }
    }

    fn levels(&mut self, spot: &Spot<'_>, around: &[Condition], derived: &Derived, at: DerivedIx) {
        for level in &derived.levels {
            let mut all = around.to_vec();
            all.push(Condition::Derived {
                derived: at,
                test: Test::Is(vec![level.id.clone()]),
            });
            let which = format!("niveau {}", level.id);
            self.hold(spot, which, What::Level(level.id.clone()), all);
        }
    }

    fn rules(&mut self, spot: &Spot<'_>, mut around: Vec<Condition>, rows: &[RuleRow]) {
        for row in rows {
            let spot = Spot {
                place: &row.place,
                ..*spot
            };
            let mut all = around.clone();
            all.extend(row.when.clone());
            self.hold(&spot, "regel".to_owned(), What::Row(row.level.clone()), all);
            let Some(when) = &row.when else { return };
            self.decides(&spot, &around, when, "regel ");
            around.push(not(when));
        }
    }
}

/// That it holds in at least one row.
fn some_row(list: QuestionIx, holds: Condition) -> Condition {
    Condition::Rows {
        list,
        holds: Some(Box::new(holds)),
        compare: Compare {
            op: Op::AtLeast,
            to: NumberRef::Literal(Number::ONE),
        },
    }
}
