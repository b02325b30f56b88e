//! The small changes to a formula.

use super::condition::{fine, whole};
use super::mutant::{Change, Weighed};
use crate::problem::Place;
use crate::proof;
use crate::questionnaire::{
    Band, Choice, Condition, Derived, Formula, Input, Number, NumberRef, OptionId, Questionnaire,
    RuleRow, Term,
};

/// One changed formula, with where the change is made.
pub(super) struct Changed {
    pub(super) place: Place,
    pub(super) change: Change,
    pub(super) formula: Formula,
}

/// Every small change of how this derived value is computed.
pub(super) fn changes(list: &Questionnaire, derived: &Derived) -> Vec<Changed> {
    let mut made = Made {
        list,
        derived,
        found: Vec::new(),
    };
    match &derived.formula {
        Formula::Sum(terms) => made.sum(terms),
        Formula::Count(all) => made.count(all),
        Formula::CountRows {
            list: rows,
            holds: Some(holds),
        } => {
            for (change, holds) in whole(list, holds) {
                made.add(
                    change,
                    Formula::CountRows {
                        list: *rows,
                        holds: Some(holds),
                    },
                );
            }
        }
        Formula::CountRows { holds: None, .. } => {}
        Formula::Highest(inputs) => made.extreme(inputs, Formula::Highest, Formula::Lowest),
        Formula::Lowest(inputs) => made.extreme(inputs, Formula::Lowest, Formula::Highest),
        Formula::Ratio(above, below) => {
            made.add(Change::Inverted, Formula::Ratio(*below, *above));
        }
        Formula::Bands { of, rows } => made.bands(*of, rows),
        Formula::Table(rows) => made.rules(rows, Formula::Table),
        Formula::Rules(rows) => made.rules(rows, Formula::Rules),
    }
    made.found
}

struct Made<'a> {
    list: &'a Questionnaire,
    derived: &'a Derived,
    found: Vec<Changed>,
}

impl Made<'_> {
    fn add(&mut self, change: Change, formula: Formula) {
        self.add_at(&self.derived.place.clone(), change, formula);
    }

    fn add_at(&mut self, place: &Place, change: Change, formula: Formula) {
        self.found.push(Changed {
            place: place.clone(),
            change,
            formula,
        });
    }

    fn sum(&mut self, terms: &[Term]) {
        for (at, term) in terms.iter().enumerate() {
            let with = |other: Term| {
                let mut all = terms.to_vec();
                all[at] = other;
                Formula::Sum(all)
            };
            let more = |worth: NumberRef| match worth {
                NumberRef::Literal(number) => {
                    let to = number + fine(number, Number::ZERO);
                    Some((number, to))
                }
                NumberRef::Named(_) => None,
            };
            match term {
                Term::Times(input, factor) => {
                    if let Some((from, to)) = more(*factor) {
                        let what = Weighed::Input(*input);
                        let changed = with(Term::Times(*input, NumberRef::Literal(to)));
                        self.add(Change::Weight { what, from, to }, changed);
                    }
                    let mut others = terms.to_vec();
                    others.remove(at);
                    self.add(Change::InputDropped(*input), Formula::Sum(others));
                }
                Term::Points(condition, worth) => {
                    if let Some((from, to)) = more(*worth) {
                        let what = Weighed::Condition(condition.clone());
                        let to_number = NumberRef::Literal(to);
                        let changed = with(Term::Points(condition.clone(), to_number));
                        self.add(Change::Weight { what, from, to }, changed);
                    }
                    for (change, other) in whole(self.list, condition) {
                        self.add(change, with(Term::Points(other, *worth)));
                    }
                }
                Term::RowPoints(rows, condition, worth) => {
                    if let Some((from, to)) = more(*worth) {
                        let what = Weighed::Condition(condition.clone());
                        let to_number = NumberRef::Literal(to);
                        let changed = with(Term::RowPoints(*rows, condition.clone(), to_number));
                        self.add(Change::Weight { what, from, to }, changed);
                    }
                    for (change, other) in whole(self.list, condition) {
                        self.add(change, with(Term::RowPoints(*rows, other, *worth)));
                    }
                }
            }
        }
    }

    fn count(&mut self, all: &[Condition]) {
        for (at, condition) in all.iter().enumerate() {
            for (change, other) in whole(self.list, condition) {
                let mut others = all.to_vec();
                others[at] = other;
                self.add(change, Formula::Count(others));
            }
        }
    }

    fn extreme(
        &mut self,
        inputs: &[Input],
        same: fn(Vec<Input>) -> Formula,
        other: fn(Vec<Input>) -> Formula,
    ) {
        self.add(Change::Extreme, other(inputs.to_vec()));
        if inputs.len() > 1 {
            for (at, input) in inputs.iter().enumerate() {
                let mut others = inputs.to_vec();
                others.remove(at);
                self.add(Change::InputDropped(*input), same(others));
            }
        }
    }

    /// The next level, or for the last one the level before it.
    fn neighbour(&self, level: &OptionId) -> Option<OptionId> {
        let levels: &[Choice] = &self.derived.levels;
        let at = levels.iter().position(|one| one.id == *level)?;
        let other = levels
            .get(at + 1)
            .or_else(|| levels.get(at.checked_sub(1)?))?;
        Some(other.id.clone())
    }

    fn rules(&mut self, rows: &[RuleRow], make: fn(Vec<RuleRow>) -> Formula) {
        for (at, row) in rows.iter().enumerate() {
            let with = |other: RuleRow| {
                let mut all = rows.to_vec();
                all[at] = other;
                make(all)
            };
            if let Some(when) = &row.when {
                for (change, other) in whole(self.list, when) {
                    let changed = with(RuleRow {
                        when: Some(other),
                        ..row.clone()
                    });
                    self.add_at(&row.place, change, changed);
                }
            }
            if let Some(to) = self.neighbour(&row.level) {
                let changed = with(RuleRow {
                    level: to.clone(),
                    ..row.clone()
                });
                let from = row.level.clone();
                self.add_at(&row.place, Change::Level { from, to }, changed);
            }
            // A row that always holds stays last; two of the same level come to the same.
            if let Some(next) = rows.get(at + 1)
                && next.when.is_some()
                && next.level != row.level
            {
                let mut all = rows.to_vec();
                all.swap(at, at + 1);
                let change = Change::Swapped(row.level.clone(), next.level.clone());
                self.add_at(&row.place, change, make(all));
            }
        }
    }

    fn bands(&mut self, of: Input, rows: &[Band]) {
        let step = proof::step(self.list, &of);
        let make = |rows: Vec<Band>| Formula::Bands { of, rows };
        for (at, band) in rows.iter().enumerate() {
            if let Some(to) = self.neighbour(&band.level) {
                let mut all = rows.to_vec();
                all[at].level = to.clone();
                let from = band.level.clone();
                self.add_at(&band.place, Change::Level { from, to }, make(all));
            }
            // The edge with the band before it: both move together.
            let Some(NumberRef::Literal(from)) = band.from else {
                continue;
            };
            let step = fine(from, step);
            for by in [-step, step] {
                let to = from + by;
                let mut all = rows.to_vec();
                all[at].from = Some(NumberRef::Literal(to));
                if let Some(before) = at.checked_sub(1)
                    && let Some(NumberRef::Literal(end)) = rows[before].to
                {
                    all[before].to = Some(NumberRef::Literal(end + by));
                }
                self.add_at(&band.place, Change::Edge { from, to }, make(all));
            }
        }
    }
}
