//! In what order to say what a list points out: danger is asked first, and is said first.

use super::danger::given;
use crate::engine::{Outcome, Outcomes, View};
use crate::questionnaire::{
    Choice, Derived, DerivedIx, DerivedRole, Questionnaire, Subjects, Text,
};

/// What the list marks with one of these roles: first what the lists it uses point out, in their order, for those ask what
/// is most urgent first; then what is its own.
pub fn attention<'a>(
    list: &'a Questionnaire,
    roles: &[DerivedRole],
) -> Vec<(DerivedIx, &'a Derived)> {
    let all = list.derived.iter().enumerate();
    let mut marked: Vec<_> = all
        .filter(|(_, derived)| derived.role.is_some_and(|role| roles.contains(&role)))
        .map(|(at, derived)| (DerivedIx(at), derived))
        .collect();
    // What is taken along carries the name of its list. Its outcomes may stand later than where it is asked.
    let asked = |derived: &Derived| {
        let (of, _) = derived.id.rsplit_once('.')?;
        let from_there = |id: &str| id.strip_prefix(of).is_some_and(|id| id.starts_with('.'));
        let mut questions = list.questions.iter();
        questions.position(|one| from_there(&one.id.0))
    };
    marked.sort_by_key(|(_, derived)| (!derived.id.contains('.'), asked(derived)));
    marked
}

/// Something that certainly needs attention.
pub struct Point<'a> {
    /// Which derived value says so.
    pub at: DerivedIx,
    /// The same.
    pub derived: &'a Derived,
    /// Its outcome.
    pub outcome: &'a Outcome,
    /// What it came to: any level but the first.
    pub level: &'a Choice,
}

impl<'a> Point<'a> {
    /// Why, and what to do now, in the words of the list.
    pub fn reason(&self) -> Option<&'a Text> {
        self.outcome.reasons.first()?.rule.as_ref()
    }
}

/// What of a case certainly needs attention, in the order to say it in.
pub fn points<'a>(list: &'a Questionnaire, outcomes: &'a Outcomes) -> Vec<Point<'a>> {
    let marked = attention(list, &[DerivedRole::CaseAttention]).into_iter();
    let certain = marked.filter_map(|(at, derived)| {
        let outcome = outcomes.get(&derived.id)?;
        let only = outcome.spread.only_level()?;
        let level = derived.levels.iter().skip(1).find(|one| one.id == *only)?;
        Some(Point {
            at,
            derived,
            outcome,
            level,
        })
    });
    certain.collect()
}

/// Whether anything that this rests on was answered, if only with *onbekend*.
pub fn is_begun(view: &View<'_>, derived: &Derived) -> bool {
    !given(view, Subjects::of_formula(&derived.formula)).is_empty()
}
