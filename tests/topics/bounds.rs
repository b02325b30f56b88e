//! The bounds against an oracle that tries every completion: never too tight, and no wider than needed where the
//! engine says that they are exact.

use std::collections::{BTreeMap, BTreeSet};

use proptest::prelude::*;
use top3::answer::{Answers, Key, Value};
use top3::engine::{Numbers, Outcome, View, outcomes};
use top3::questionnaire::{Kind, Library, Number, Question};

use crate::support::oracle::{Complete, Got, completions, key};
use crate::support::small_list::{Small, build, today};

/// The oracle stops at so many completions.
const MOST: usize = 3000;

/// Fifteen hundred lists; `PROPTEST_CASES` asks for more.
fn config() -> ProptestConfig {
    let asked = std::env::var("PROPTEST_CASES")
        .ok()
        .and_then(|cases| cases.parse().ok());
    ProptestConfig {
        cases: asked.unwrap_or(1500),
        max_shrink_iters: 4000,
        failure_persistence: None,
        ..ProptestConfig::default()
    }
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn bounds_hold_for_every_completion(small in prop::collection::vec(any::<u8>(), 30..220).prop_map(|bytes| build(&bytes))) {
        let Some(all) = completions(&small.list, &small.answers, MOST) else { return Ok(()) };
        let view = View::new(&small.list, &small.answers, today());
        let found = outcomes(&view);
        for (at, derived) in small.list.derived.iter().enumerate() {
            let got: Vec<Got> = all.iter().map(|one| one.outcome(at)).collect();
            let Some(outcome) = found.get(&derived.id) else {
                prop_assert!(got.iter().all(|got| *got == Got::None), "{} has no outcome", derived.id);
                continue;
            };
            let judged = judge(&small, &all, &got, outcome).and_then(|()| explained(&small, &view, outcome));
            if let Err(fault) = judged {
                return Err(TestCaseError::fail(format!("{}: {fault}\n{}", derived.id, shown(&small, outcome))));
            }
        }
    }
}

/// Questions that each look at the two before them: work that doubled with every question would never end.
#[test]
fn questions_that_build_on_each_other_take_no_longer_than_others() {
    let mut text = String::from(
        "id: diep\nversie: 1.0.0\ntitel: Diep\nbron: Eigen voorbeeld\nonderdelen:\n  - id: deel\n    titel: Deel\n    vragen:\n      - { id: v0, vraag: A?, soort: ja_nee }\n      - { id: v1, vraag: A?, soort: ja_nee }\n",
    );
    for at in 2..300 {
        text += &format!(
            "      - {{ id: v{at}, vraag: A?, soort: ja_nee, als: {{ alle: [{{ vraag: v{}, is: ja }}, {{ vraag: v{}, is: ja }}] }} }}\n",
            at - 1,
            at - 2
        );
    }
    text += "afgeleid:\n  - { id: som, som: [v299, v298] }\n";
    let mut library = Library::default();
    let id = library.add("diep.yaml", text.as_bytes()).unwrap();
    let list = library.load(&id).unwrap();
    let mut answers = Answers::default();
    let high = |answers: &Answers| {
        outcomes(&View::new(&list, answers, today()))["som"]
            .bounds()
            .high
    };
    assert_eq!(high(&answers), Some(Number::whole(2)));
    let key = Key {
        question: "v0".into(),
        row: None,
    };
    answers.set(key, Value::No.into());
    assert_eq!(high(&answers), Some(Number::ZERO));
}

fn judge(
    small: &Small,
    all: &[Complete<'_>],
    got: &[Got],
    outcome: &Outcome,
) -> Result<(), String> {
    let possible: BTreeSet<&Got> = got.iter().collect();
    for one in &possible {
        if !allows(outcome, one) {
            return Err(format!("{one:?} is possible and outside the bounds"));
        }
    }
    if outcome.exact {
        let claimed = claimed(outcome);
        let wanted: BTreeSet<Got> = possible.iter().map(|one| (*one).clone()).collect();
        let same = match claimed {
            Some(claimed) => claimed == wanted,
            None => ends(&wanted) == (outcome.bounds().low, outcome.bounds().high),
        };
        if !same {
            return Err(format!("exact, but possible is {wanted:?}"));
        }
    }
    let open_list = small.list.questions.iter().any(|question| {
        matches!(question.kind, Kind::List { .. })
            && !small
                .answers
                .rows(&question.id)
                .is_some_and(|rows| rows.complete)
    });
    if open_list {
        return Ok(());
    }
    let finite = |question: &Question| {
        let endless = matches!(question.kind, Kind::Date { .. } | Kind::Number { .. });
        !endless && question.only.is_none()
    };
    let all_finite = small.list.questions.iter().all(finite);
    if !outcome.exact && all_finite {
        return Err("the answers are finite, and the bounds are not exact".to_owned());
    }
    if all_finite
        && let Some(idle) = outcome
            .open
            .iter()
            .find(|open| !matters(small, all, got, open))
    {
        return Err(format!("{idle} is said to be open, and never changes it"));
    }
    // With the open answers the same, the value is the same.
    let mut by_open: BTreeMap<String, &Got> = BTreeMap::new();
    for (one, value) in all.iter().zip(got) {
        let open = one
            .values
            .iter()
            .filter(|(at, _)| outcome.open.contains(&key(&small.list, at)));
        let open = format!("{:?}", open.collect::<Vec<_>>());
        if *by_open.entry(open).or_insert(value) != value {
            return Err("an answer that is not said to be open changes it".to_owned());
        }
    }
    Ok(())
}

/// Whether two completions that differ in this answer alone come to different values.
fn matters(small: &Small, all: &[Complete<'_>], got: &[Got], open: &Key) -> bool {
    let mut by_others: BTreeMap<String, &Got> = BTreeMap::new();
    all.iter().zip(got).any(|(one, value)| {
        let others = one
            .values
            .iter()
            .filter(|(at, _)| key(&small.list, at) != *open);
        let others = format!("{:?}", others.collect::<Vec<_>>());
        *by_others.entry(others).or_insert(value) != value
    })
}

/// A fixed outcome says why, and names only answers that are known and belong.
fn explained(small: &Small, view: &View<'_>, outcome: &Outcome) -> Result<(), String> {
    if !outcome.is_fixed() {
        return Ok(());
    }
    if outcome.reasons.is_empty() {
        return Err("no reasons".to_owned());
    }
    for key in outcome.reasons.iter().flat_map(|reason| &reason.answers) {
        let Some(question) = small.list.find(&key.question.0) else {
            return Err(format!("the reasons name {key}, which is no question"));
        };
        let is_list = matches!(small.list.question(question).kind, Kind::List { .. });
        let answer = small.answers.get(&key.question, key.row.as_ref());
        if !is_list && !answer.is_some_and(|answer| answer.value.is_known()) {
            return Err(format!("the reasons name {key}, which is not known"));
        }
        if !view.visible(question, key.row.as_ref()).possible() {
            return Err(format!("the reasons name {key}, which is hidden"));
        }
    }
    Ok(())
}

fn allows(outcome: &Outcome, got: &Got) -> bool {
    let spread = &outcome.spread;
    match (got, &spread.numbers) {
        (Got::None, _) => spread.none,
        (Got::Level(level), _) => spread.levels.contains(level),
        (Got::Number(number), Numbers::Set(set)) => set.contains(number),
        (Got::Number(number), Numbers::Range(low, high)) => {
            low.is_none_or(|low| low <= *number) && high.is_none_or(|high| *number <= high)
        }
    }
}

/// All that the outcome says is possible; nothing when that is a range.
fn claimed(outcome: &Outcome) -> Option<BTreeSet<Got>> {
    let Numbers::Set(numbers) = &outcome.spread.numbers else {
        return None;
    };
    let levels = outcome.spread.levels.iter().cloned().map(Got::Level);
    let none = outcome.spread.none.then_some(Got::None);
    Some(
        numbers
            .iter()
            .copied()
            .map(Got::Number)
            .chain(levels)
            .chain(none)
            .collect(),
    )
}

fn ends(wanted: &BTreeSet<Got>) -> (Option<Number>, Option<Number>) {
    let numbers: Vec<_> = wanted
        .iter()
        .filter_map(|got| match got {
            Got::Number(number) => Some(*number),
            _ => None,
        })
        .collect();
    (numbers.first().copied(), numbers.last().copied())
}

fn shown(small: &Small, outcome: &Outcome) -> String {
    format!(
        "{}  {:?} estimate {:?} exact {} open {:?}",
        small.described(),
        outcome.spread,
        outcome.estimate,
        outcome.exact,
        outcome.open
    )
}
