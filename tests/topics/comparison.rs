//! Two assessments side by side: what must hold for any list and any two sets of answers.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{Days, NaiveDate};
use proptest::prelude::*;
use top3::answer::Answers;
use top3::comparison::{About, Comparison, Difference, How, Side, blend, compare};
use top3::engine::{Spread, View, outcomes};
use top3::questionnaire::Questionnaire;

use crate::support::small_list::{Small, build, other_answers, today};

/// A list, two sets of answers to it, and the days on which they are looked at.
struct Two {
    small: Small,
    other: Answers,
    days: (NaiveDate, NaiveDate),
}

impl Two {
    /// `keep`: of the second answers only some are other ones, as in life.
    fn new(list: &[u8], other: &[u8], keep: &[bool], later: u8) -> Self {
        let small = build(list);
        let fresh = other_answers(&small.list, other);
        let all = compare(
            &side(&small.list, &small.answers, today()),
            &side(&small.list, &fresh, today()),
        );
        let taken = keep.iter().enumerate().filter(|(_, keep)| !**keep);
        let taken: BTreeSet<usize> = taken.map(|(at, _)| at).collect();
        let other = blend(&small.answers, &fresh, &all.differences, &taken);
        let later = [0, 0, 10, 400][usize::from(later) % 4];
        Self {
            other,
            days: (today(), today() + Days::new(later)),
            small,
        }
    }

    fn then(&self) -> Side<'_> {
        side(&self.small.list, &self.small.answers, self.days.0)
    }

    fn now(&self) -> Side<'_> {
        side(&self.small.list, &self.other, self.days.1)
    }

    fn described(&self) -> String {
        format!("{}\nnow: {:#?}", self.small.described(), self.other)
    }
}

fn side<'a>(list: &'a Questionnaire, answers: &'a Answers, on: NaiveDate) -> Side<'a> {
    Side { list, answers, on }
}

fn spread(list: &Questionnaire, answers: &Answers, on: NaiveDate, id: &str) -> Option<Spread> {
    let mut all = outcomes(&View::new(list, answers, on));
    all.remove(id).map(|outcome| outcome.spread)
}

fn by_about(differences: &[Difference]) -> BTreeMap<About, How> {
    let all = differences.iter();
    all.map(|one| (one.about.clone(), one.how)).collect()
}

fn two() -> impl Strategy<Value = Two> {
    let bytes = || prop::collection::vec(any::<u8>(), 0..70);
    (
        bytes(),
        bytes(),
        prop::collection::vec(any::<bool>(), 0..12),
        any::<u8>(),
    )
        .prop_map(|(list, other, keep, later)| Two::new(&list, &other, &keep, later))
}

impl std::fmt::Debug for Two {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.described())
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 12, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn nothing_differs_from_itself(two in two()) {
        let found = compare(&two.then(), &two.then());
        prop_assert!(found.is_empty(), "{:?}", found);
    }

    #[test]
    fn every_change_is_named_exactly_once(two in two()) {
        let found = compare(&two.then(), &two.now()).differences;
        prop_assert_eq!(by_about(&found).len(), found.len(), "named twice");
        let all: BTreeSet<usize> = (0..found.len()).collect();
        let (then, now) = (&two.small.answers, &two.other);
        prop_assert_eq!(&blend(then, now, &found, &all), now);
        prop_assert_eq!(&blend(then, now, &found, &BTreeSet::new()), then);
    }

    #[test]
    fn from_the_other_side_everything_is_mirrored(two in two()) {
        let there = compare(&two.then(), &two.now());
        let back = compare(&two.now(), &two.then());
        let mirrored: BTreeMap<About, How> =
            by_about(&back.differences).into_iter().map(|(about, how)| (about, how.mirrored())).collect();
        prop_assert_eq!(by_about(&there.differences), mirrored);
        prop_assert_eq!(moves(&there, false), moves(&back, true));
    }

    #[test]
    fn the_reason_of_a_move_is_enough_and_nothing_in_it_is_superfluous(two in two()) {
        let found = compare(&two.then(), &two.now());
        for moved in &found.outcomes {
            let after = moved.now.as_ref().map(|outcome| outcome.spread.clone());
            let because = &moved.because;
            let gives = |taken: &BTreeSet<usize>, day: bool| {
                let answers = blend(&two.small.answers, &two.other, &found.differences, taken);
                let on = if day { two.days.1 } else { two.days.0 };
                spread(&two.small.list, &answers, on, &moved.id) == after
            };
            let all: BTreeSet<usize> = because.differences.iter().copied().collect();
            prop_assert!(gives(&all, because.day), "{} is not explained", moved.id);
            prop_assert!(!because.list);
            for one in &all {
                let mut fewer = all.clone();
                fewer.remove(one);
                prop_assert!(!gives(&fewer, because.day), "{} is superfluous", one);
            }
            prop_assert!(!because.day || !gives(&all, false), "the day is superfluous");
            if because.smallest && found.differences.len() <= 6 {
                let size = all.len() + usize::from(because.day);
                for bits in 0_u32..1 << found.differences.len() {
                    let other: BTreeSet<usize> =
                        (0..found.differences.len()).filter(|at| bits >> at & 1 == 1).collect();
                    for day in [false, two.days.0 != two.days.1] {
                        let fewer = other.len() + usize::from(day) < size;
                        prop_assert!(!fewer || !gives(&other, day), "{:?} is enough", other);
                    }
                }
            }
        }
    }
}

/// What moved, as it looks from one of the two sides.
fn moves(of: &Comparison, back: bool) -> BTreeMap<String, String> {
    of.outcomes
        .iter()
        .map(|one| {
            let (then, now, direction) = if back {
                (&one.now, &one.then, one.direction.mirrored())
            } else {
                (&one.then, &one.now, one.direction)
            };
            (one.id.clone(), format!("{then:?} {now:?} {direction:?}"))
        })
        .collect()
}
