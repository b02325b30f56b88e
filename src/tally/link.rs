//! Which tables follow from one another: what an outcome or question of a list rests on.

use std::collections::BTreeSet;

use crate::questionnaire::{DerivedIx, QuestionIx, Questionnaire, Subjects};

/// Every question and derived value on which this one rests, directly or through others. A question rests on what decides
/// whether it belongs. Empty for a name that the list does not have.
pub fn rests_on(list: &Questionnaire, name: &str) -> BTreeSet<String> {
    let mut found = Found {
        list,
        names: BTreeSet::new(),
    };
    if let Some(at) = list.find_derived(name) {
        found.of_derived(at);
    }
    if let Some(at) = list.find(name) {
        found.of_question(at);
    }
    found.names
}

struct Found<'l> {
    list: &'l Questionnaire,
    names: BTreeSet<String>,
}

impl Found<'_> {
    fn all(&mut self, subjects: &Subjects) {
        for at in &subjects.derived {
            if self.names.insert(self.list.derived(*at).id.clone()) {
                self.of_derived(*at);
            }
        }
        for at in &subjects.questions {
            if self.names.insert(self.list.question(*at).id.to_string()) {
                self.of_question(*at);
            }
        }
    }

    fn of_derived(&mut self, at: DerivedIx) {
        let derived = self.list.derived(at);
        self.all(&Subjects::of_formula(&derived.formula));
        if let Some(condition) = &derived.when {
            self.all(&Subjects::of_condition(condition));
        }
    }

    fn of_question(&mut self, at: QuestionIx) {
        let list = self.list;
        let mut holder = list.question(at);
        if let Some(condition) = &holder.when {
            self.all(&Subjects::of_condition(condition));
        }
        let mut place = at;
        if let Some(parent) = holder.parent {
            place = parent;
            holder = list.question(parent);
            if self.names.insert(holder.id.to_string()) {
                self.of_question(parent);
            }
        }
        let part = list
            .parts
            .iter()
            .find(|part| part.questions.contains(&place));
        for condition in part.iter().filter_map(|part| part.when.as_ref()) {
            self.all(&Subjects::of_condition(condition));
        }
    }
}
