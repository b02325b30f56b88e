//! A list with only what matters for something: the rest costs nothing then, and everything keeps its place.

use std::collections::BTreeSet;

use super::edit::Edit;
use super::period;
use crate::questionnaire::check::{Needs, Thing};
use crate::questionnaire::{Condition, DerivedIx, Formula, Kind, QuestionIx, Questionnaire, Test};
use crate::worked_case::{Reasoned, WorkedCase};

/// All that decides what these derived values are, whether these questions belong, and whether the list applies.
pub(super) fn behind(
    list: &Questionnaire,
    needs: &Needs,
    derived: &BTreeSet<DerivedIx>,
    questions: &BTreeSet<QuestionIx>,
) -> BTreeSet<Thing> {
    let nothing = || Test::Is(Vec::new());
    let values = derived.iter().map(|at| Condition::Derived {
        derived: *at,
        test: nothing(),
    });
    let answers = questions.iter().map(|at| Condition::Answer {
        question: *at,
        test: nothing(),
    });
    let rules = list.not_applicable.iter().map(|rule| rule.when.clone());
    // Where rows stand in a ranking follows from more than its own question.
    let rankings = questions
        .iter()
        .filter_map(|at| match &list.question(*at).kind {
            Kind::Ranking {
                first: Some((rule, _)),
                ..
            } => Some(rule.clone()),
            _ => None,
        });
    let all = values.chain(answers).chain(rules).chain(rankings).collect();
    needs.all_behind(list, &Condition::All(all))
}

/// All that decides whether a worked case comes out as it should.
pub(super) fn behind_case(
    list: &Questionnaire,
    needs: &Needs,
    case: &WorkedCase,
) -> BTreeSet<Thing> {
    let mut derived: BTreeSet<DerivedIx> = case.expected.iter().map(|one| one.derived).collect();
    let mut questions = BTreeSet::new();
    for (of, reason) in &case.reasons {
        derived.insert(*of);
        match reason.what {
            Reasoned::Question(at) => _ = questions.insert(at),
            Reasoned::Derived(at) => _ = derived.insert(at),
        }
    }
    questions.extend(case.asked.iter().chain(&case.hidden).map(|at| at.what));
    for expected in &case.ranked {
        questions.insert(expected.ranking);
        questions.extend(weighed_by(list, expected.ranking));
    }
    let mut all = behind(list, needs, &derived, &questions);
    let awaited = case.periods.iter().map(|one| one.period);
    all.extend(needs.all_behind(list, &period::behind(list, awaited)));
    all
}

/// The questions by which the rows of a ranking are weighed, those of others too, and the lists in whose rows they stand.
pub(super) fn weighed_by(list: &Questionnaire, ranking: QuestionIx) -> Vec<QuestionIx> {
    let Kind::Ranking { weighs, .. } = &list.question(ranking).kind else {
        return Vec::new();
    };
    let others = weighs.iter().filter_map(|one| one.also);
    let others = others.flat_map(|one| [one.question, one.about]);
    let all = weighs.iter().map(|one| one.question).chain(others);
    all.flat_map(|at| list.question(at).parent.into_iter().chain([at]))
        .collect()
}

/// The same list, in which a derived value that does not matter is nothing.
pub(super) fn reduced(list: &Questionnaire, behind: &BTreeSet<Thing>) -> Questionnaire {
    let mut less = list.clone();
    for (at, derived) in less.derived.iter_mut().enumerate() {
        if !behind.contains(&Thing::Derived(DerivedIx(at))) {
            derived.when = None;
            derived.formula = Formula::Sum(Vec::new());
        }
    }
    less
}

/// Whether a change can make a difference to what has all this behind it.
pub(super) fn touches(list: &Questionnaire, edit: &Edit, behind: &BTreeSet<Thing>) -> bool {
    match edit {
        Edit::Part(place, _) => list.parts.iter().any(|part| {
            let questions = || {
                let each = list.question_indexes();
                each.filter(|at| list.parts[list.question(*at).part].id == part.id)
            };
            part.when_at.contains(place)
                && questions().any(|at| behind.contains(&Thing::Question(at)))
        }),
        Edit::Question(at, _) | Edit::Kind(at, _) | Edit::Ranking(at, _) => {
            behind.contains(&Thing::Question(*at))
        }
        Edit::Derived(at, _) | Edit::Formula(at, _) | Edit::Policy(at, _) => {
            behind.contains(&Thing::Derived(*at))
        }
        // Nothing but when it is over follows from it.
        Edit::Period(..) => false,
        Edit::NotApplicable(..) | Edit::Number(..) | Edit::Reading(_) => true,
    }
}
