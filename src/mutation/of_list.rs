//! All small changes of a list, of what stands in its own file.

use super::condition::{fine, whole};
use super::edit::{Edit, of_part};
use super::formula;
use super::mutant::{Change, Mutant, Weighed};
use super::period;
use super::ranking;
use crate::problem::Place;
use crate::questionnaire::{
    Choice, Derived, DerivedIx, Formula, Input, Kind, Number, PeriodIx, Policy, QuestionIx,
    Questionnaire,
};

/// Every small change of what stands in `file`, in the order of that file.
pub fn mutants(list: &Questionnaire, file: &str) -> Vec<Mutant> {
    let mut all = All {
        list,
        file,
        found: Vec::new(),
    };
    all.parts();
    all.questions();
    all.derived();
    for (at, rule) in list.not_applicable.iter().enumerate() {
        for (change, other) in whole(list, &rule.when) {
            all.add(&rule.place, "", change, Edit::NotApplicable(at, other));
        }
    }
    for (at, one) in list.periods.iter().enumerate() {
        for (change, other) in period::changes(list, one) {
            let edit = Edit::Period(PeriodIx(at), Box::new(other));
            all.add(&one.place, &one.id, change, edit);
        }
    }
    all.numbers();
    all.found.sort_by(|a, b| a.place.cmp(&b.place));
    all.found
}

struct All<'a> {
    list: &'a Questionnaire,
    file: &'a str,
    found: Vec<Mutant>,
}

impl All<'_> {
    fn add(&mut self, place: &Place, of: &str, change: Change, edit: Edit) {
        if *place.file == *self.file {
            self.found.push(Mutant {
                place: place.clone(),
                of: of.to_owned(),
                change,
                edit,
            });
        }
    }

    /// A condition that is put on many parts at once is one condition.
    fn parts(&mut self) {
        let mut seen: Vec<&Place> = Vec::new();
        for part in &self.list.parts {
            for (condition, place) in of_part(part).iter().zip(&part.when_at) {
                if seen.contains(&place) {
                    continue;
                }
                seen.push(place);
                for (change, other) in whole(self.list, condition) {
                    self.add(place, &part.id, change, Edit::Part(place.clone(), other));
                }
            }
        }
    }

    fn questions(&mut self) {
        let counted: Vec<QuestionIx> = counted(self.list);
        for at in self.list.question_indexes() {
            let question = self.list.question(at);
            let id = &*question.id.0;
            if let Some(when) = &question.when {
                for (change, other) in whole(self.list, when) {
                    self.add(&question.place, id, change, Edit::Question(at, other));
                }
            }
            for (change, kind) in ranking::changes(self.list, &question.kind) {
                self.add(&question.place, id, change, Edit::Ranking(at, kind));
            }
            if counted.contains(&at) {
                for (change, kind) in points(&question.kind) {
                    self.add(&question.place, id, change, Edit::Kind(at, kind));
                }
            }
        }
    }

    fn derived(&mut self) {
        for (at, derived) in self.list.derived.iter().enumerate() {
            let at = DerivedIx(at);
            if let Some(when) = &derived.when {
                for (change, other) in whole(self.list, when) {
                    self.add(
                        &derived.place,
                        &derived.id,
                        change,
                        Edit::Derived(at, other),
                    );
                }
            }
            for one in formula::changes(self.list, derived) {
                let edit = Edit::Formula(at, one.formula);
                self.add(&one.place, &derived.id, one.change, edit);
            }
            for to in policies(derived) {
                let from = derived.unknown;
                let change = Change::Policy { from, to };
                self.add(&derived.place, &derived.id, change, Edit::Policy(at, to));
            }
        }
    }

    fn numbers(&mut self) {
        for (at, number) in self.list.numbers.iter().enumerate() {
            for (row, dated) in number.rows.iter().enumerate() {
                let step = fine(dated.value, Number::ZERO);
                for to in [dated.value - step, dated.value + step] {
                    let from = dated.value;
                    let change = Change::Number { from, to };
                    self.add(&dated.place, &number.id, change, Edit::Number(at, row, to));
                }
            }
        }
    }
}

/// The other ways to treat unknowns that are close to the one the author chose.
fn policies(derived: &Derived) -> Vec<Policy> {
    match derived.unknown {
        // Nothing was chosen.
        Policy::Withhold => Vec::new(),
        Policy::AsNo => vec![Policy::Withhold, Policy::AsYes],
        Policy::AsYes => vec![Policy::Withhold, Policy::AsNo],
        Policy::ProRata(0) => vec![Policy::ProRata(1)],
        Policy::ProRata(most) => vec![
            Policy::Withhold,
            Policy::ProRata(most - 1),
            Policy::ProRata(most + 1),
        ],
    }
}

/// The questions whose points are counted with.
fn counted(list: &Questionnaire) -> Vec<QuestionIx> {
    let mut found = Vec::new();
    for derived in &list.derived {
        let ranked = matches!(derived.formula, Formula::Highest(_) | Formula::Lowest(_));
        if ranked && !derived.levels.is_empty() {
            continue;
        }
        for input in derived.formula.inputs() {
            if let Input::Question(at) | Input::Rows(at) = input {
                found.push(at);
            }
        }
    }
    found
}

/// The same kind of question, each time with one step more for one of its answers.
fn points(kind: &Kind) -> Vec<(Change, Kind)> {
    let more = |from: Number| from + fine(from, Number::ZERO);
    let change = |id: &str, from: Number| Change::Weight {
        what: Weighed::Option(id.into()),
        from,
        to: more(from),
    };
    let each = |options: &[Choice]| {
        let with_points = options
            .iter()
            .enumerate()
            .filter_map(|(at, one)| Some((at, one.id.clone(), one.points?)));
        with_points
            .map(|(at, id, from)| {
                let mut all = options.to_vec();
                all[at].points = Some(more(from));
                (change(&id.0, from), all)
            })
            .collect::<Vec<_>>()
    };
    match kind {
        Kind::YesNo { yes, no } => vec![
            (
                change("ja", *yes),
                Kind::YesNo {
                    yes: more(*yes),
                    no: *no,
                },
            ),
            (
                change("nee", *no),
                Kind::YesNo {
                    yes: *yes,
                    no: more(*no),
                },
            ),
        ],
        Kind::Choice { options } => each(options)
            .into_iter()
            .map(|(change, options)| (change, Kind::Choice { options }))
            .collect(),
        Kind::Choices { options } => each(options)
            .into_iter()
            .map(|(change, options)| (change, Kind::Choices { options }))
            .collect(),
        Kind::Judgement {
            options,
            rests_on,
            fact_from,
        } => each(options)
            .into_iter()
            .map(|(change, options)| {
                let kind = Kind::Judgement {
                    options,
                    rests_on: rests_on.clone(),
                    fact_from: *fact_from,
                };
                (change, kind)
            })
            .collect(),
        _ => Vec::new(),
    }
}
