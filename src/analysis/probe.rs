//! Questions to a list: a copy of it with derived values of our own behind those of the list, one for each thing to find
//! out. So what is asked means exactly what it means in a list.

use chrono::NaiveDate;

use super::space::Space;
use crate::answer::Answers;
use crate::engine::View;
use crate::problem::Place;
use crate::questionnaire::{
    Condition, Derived, DerivedIx, Formula, OptionId, Policy, Questionnaire, RuleRow,
};

/// The level of a condition that holds.
pub(super) const HOLDS: &str = "ja";
/// The level of one that does not.
pub(super) const FAILS: &str = "nee";

/// A list with what is asked of it.
pub struct Probe {
    list: Questionnaire,
}

impl Probe {
    /// Asks nothing yet.
    pub fn new(list: &Questionnaire) -> Self {
        Self { list: list.clone() }
    }

    /// Asks what this formula comes to, where `when` holds.
    pub fn formula(&mut self, when: Option<Condition>, formula: Formula) -> DerivedIx {
        let at = DerivedIx(self.list.derived.len());
        self.list.derived.push(Derived {
            id: format!("?{}", at.0),
            title: None,
            help: None,
            when,
            formula,
            levels: Vec::new(),
            unknown: Policy::Withhold,
            role: None,
            source: String::new(),
            place: Place::default(),
        });
        at
    }

    /// Asks which of these conditions is the first that holds; by its name.
    pub fn first(
        &mut self,
        when: Option<Condition>,
        rows: impl IntoIterator<Item = (Option<Condition>, String)>,
    ) -> DerivedIx {
        let row = |(when, level): (Option<Condition>, String)| RuleRow {
            when,
            level: OptionId::from(level.as_str()),
            reason: None,
            source: String::new(),
            place: Place::default(),
        };
        self.formula(when, Formula::Rules(rows.into_iter().map(row).collect()))
    }

    /// Asks whether this holds, where `when` does.
    pub fn holds(&mut self, when: Option<Condition>, condition: Condition) -> DerivedIx {
        let rows = [
            (Some(condition), HOLDS.to_owned()),
            (None, FAILS.to_owned()),
        ];
        self.first(when, rows)
    }

    /// Asks as if the list always applied.
    pub fn wherever(mut self) -> Self {
        self.list.not_applicable.clear();
        self
    }

    /// What these values come to for all answers besides those that are given.
    pub fn look(
        &self,
        given: &Answers,
        day: NaiveDate,
        of: impl IntoIterator<Item = DerivedIx>,
    ) -> Space {
        let view = View::new(&self.list, given, day);
        Space::new(&self.list, view.possibilities(of, |_| false))
    }
}
