//! What is proven of small random lists, against an oracle that tries every answer: nothing is said that is not so.

use proptest::prelude::*;
use top3::answer::Answers;
use top3::problem::{Code, Problem};
use top3::proof::proven;
use top3::questionnaire::{Condition, Day, Formula, Kind, QuestionIx, Questionnaire, Test};

use crate::support::oracle::{Complete, completions};
use crate::support::small_list::build;

/// The oracle stops at so many completions.
const MOST: usize = 3000;

fn config() -> ProptestConfig {
    let asked = std::env::var("PROPTEST_CASES").ok();
    ProptestConfig {
        cases: asked.and_then(|cases| cases.parse().ok()).unwrap_or(400),
        max_shrink_iters: 4000,
        failure_persistence: None,
        ..ProptestConfig::default()
    }
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn what_is_proven_is_so(
        mut small in prop::collection::vec(any::<u8>(), 30..160).prop_map(|bytes| build(&bytes))
    ) {
        // The oracle knows one day only: a number that changes would be looked at on others too.
        small.list.numbers[0].rows = vec![small.list.numbers[0].rows[1].clone()];
        // Nor does it try more than two rows.
        for question in &mut small.list.questions {
            if let Kind::List { at_most, .. } = &mut question.kind {
                *at_most = Some(2);
            }
        }
        let Some(all) = completions(&small.list, &Answers::default(), MOST) else {
            return Ok(());
        };
        for problem in proven(&small.list) {
            let so = is_so(&small.list, &all, &problem);
            prop_assert!(so, "{} {}\n{}", problem.place.line, problem.message, small.described());
        }
    }
}

/// Whether the fault is there in the completions that the oracle tries.
fn is_so(list: &Questionnaire, all: &[Complete<'_>], problem: &Problem) -> bool {
    let line = problem.place.line;
    match (problem.code, &*problem.place.file) {
        (Code::Unreachable, "deel") => {
            let when = list.parts[line].when.as_ref().unwrap();
            !all.iter().any(|one| one.holds(when, None))
        }
        (Code::Unreachable, "vraag") => {
            let at = QuestionIx(line);
            let rows = |one: &Complete<'_>| match list.question(at).parent {
                None => vec![None],
                Some(list) => one.rows[&list.0].iter().cloned().map(Some).collect(),
            };
            !all.iter()
                .any(|one| rows(one).iter().any(|row| one.belongs(at, row.as_ref())))
        }
        (Code::Unreachable, "rij") => {
            let (derived, row) = (line / 100, line % 100);
            !all.iter().any(|one| one.deciding(derived) == Some(row))
        }
        // A rule of `niet_toepasbaar` has no place of its own here.
        (Code::Unreachable, _) => {
            let mut rules = list.not_applicable.iter();
            rules.any(|rule| !all.iter().any(|one| one.holds(&rule.when, None)))
        }
        (Code::Gap, _) => {
            let bands = matches!(list.derived[line].formula, Formula::Bands { .. });
            // A list that names a date is also looked at a year later, which the oracle does not do.
            if names_a_date(list) {
                return true;
            }
            // A hole in the line of numbers is told also where it cannot be seen whether the number occurs.
            if bands && endless(list) {
                return true;
            }
            // Without a number there is no band either, and that is no gap.
            let mut open = all
                .iter()
                .filter(|one| one.has_value(line) && one.deciding(line).is_none());
            open.any(|one| !bands || one.has_number(line))
        }
        _ => false,
    }
}

/// Whether there are numbers that cannot all be tried, or that no condition can name, or two answers that are compared.
fn endless(list: &Questionnaire) -> bool {
    let number = |kind: &Kind| match kind {
        Kind::Number { .. } | Kind::List { .. } | Kind::Choices { .. } => true,
        Kind::Scale { to, .. } => *to > 60,
        _ => false,
    };
    let mut compared = false;
    for condition in list.conditions() {
        condition.walk(&mut |one| {
            compared |= match one {
                Condition::Answer { test, .. } => test.other().is_some(),
                Condition::Named { .. } => true,
                _ => false,
            };
        });
    }
    let ratio = |formula: &Formula| matches!(formula, Formula::Ratio(..));
    compared
        || list.questions.iter().any(|question| number(&question.kind))
        || list.derived.iter().any(|derived| ratio(&derived.formula))
}

fn names_a_date(list: &Questionnaire) -> bool {
    let mut named = false;
    for condition in list.conditions() {
        condition.walk(&mut |one| {
            if let Condition::Answer {
                test: Test::Before(Day::On(_)) | Test::After(Day::On(_)),
                ..
            } = one
            {
                named = true;
            }
        });
    }
    named
}
