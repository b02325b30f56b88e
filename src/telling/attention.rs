//! In what order to say what a list points out: danger is asked first, and is said first.

use crate::questionnaire::{Derived, DerivedIx, DerivedRole, Questionnaire};

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
