//! One table against somebody who knows everything but what is withheld. All small tables are gone through: those that
//! look the same to him are what he must still think possible.

use std::collections::{BTreeMap, BTreeSet};

use proptest::prelude::*;
use top3::tally::{LEAST, Shield, Shown, THRESHOLD, protect};

/// What is promised of tables of any size is [`LEAST`]. In small ones more stays possible, since nobody can tell small cells
/// from shields; that it is exactly this shows that no rule is looser than it looks.
const IN_SMALL_TABLES: usize = 9;

/// What the strongest attacker sees: what is shown, the exact total where it is 10 or more, and exactly every shown cell.
fn seen(counts: &[u64], shown: &Shield) -> (Option<u64>, Shield, Vec<Option<u64>>) {
    let total: u64 = counts.iter().sum();
    let cells = shown
        .cells
        .clone()
        .unwrap_or_else(|| vec![Shown::Secret; counts.len()]);
    let exact = counts.iter().zip(cells);
    let exact = exact.map(|(count, shown)| (shown != Shown::Secret).then_some(*count));
    (
        (total >= THRESHOLD).then_some(total),
        shown.clone(),
        exact.collect(),
    )
}

/// Every table of so many cells of which none is larger.
fn tables(cells: usize, most: u64) -> Vec<Vec<u64>> {
    let mut all = vec![Vec::new()];
    for _ in 0..cells {
        all = all
            .into_iter()
            .flat_map(|table: Vec<u64>| {
                (0..=most).map(move |count| {
                    let mut longer = table.clone();
                    longer.push(count);
                    longer
                })
            })
            .collect();
    }
    all
}

/// Goes through all tables of which the totals lie in a range that is complete: the largest count is above it.
fn attack(cells: usize, most: u64, last_is_no_shield: bool) {
    let mut worlds: BTreeMap<_, Vec<BTreeSet<u64>>> = BTreeMap::new();
    for counts in tables(cells, most) {
        if counts.iter().sum::<u64>() > most {
            continue;
        }
        let may = |at: usize| !last_is_no_shield || at + 1 < cells;
        let shown = protect(&counts, may);
        let possible = worlds
            .entry(seen(&counts, &shown))
            .or_insert_with(|| vec![BTreeSet::new(); cells]);
        for (set, count) in possible.iter_mut().zip(&counts) {
            set.insert(*count);
        }
    }
    assert!(worlds.len() > 20);
    for ((total, shown, exact), possible) in worlds {
        for (cell, set) in exact.iter().zip(possible) {
            assert!(
                cell.is_some() || set.len() >= IN_SMALL_TABLES,
                "{total:?} {shown:?} leaves {set:?}"
            );
        }
    }
}

#[test]
fn nobody_comes_closer_than_nine_possible_counts() {
    attack(2, 90, false);
    attack(3, 64, false);
    attack(4, 52, false);
    attack(3, 60, true);
    attack(4, 48, true);
}

/// Two tables of the same records, in which one cell is the same: what is open in both. He knows that it is.
#[test]
fn a_cell_that_stands_in_two_tables_is_no_closer() {
    const MOST: u64 = 44;
    let mut worlds: BTreeMap<_, [BTreeSet<u64>; 5]> = BTreeMap::new();
    for (one, two, open) in (0..=MOST).flat_map(|one| {
        (0..=MOST - one).flat_map(move |two| (0..=14).map(move |open| (one, two, open)))
    }) {
        if one + two + open > MOST {
            continue;
        }
        let may = |at: usize| at < 2;
        let first = [one, two, open];
        let seen_first = seen(&first, &protect(&first, may));
        for other in 0..=one + two {
            let second = [other, one + two - other, open];
            let seen_second = seen(&second, &protect(&second, may));
            let possible = worlds.entry((seen_first.clone(), seen_second)).or_default();
            for (set, count) in possible
                .iter_mut()
                .zip([one, two, second[0], second[1], open])
            {
                set.insert(count);
            }
        }
    }
    for (((total, first, exact), (_, second, other)), possible) in worlds {
        let known = [
            exact[0],
            exact[1],
            other[0],
            other[1],
            exact[2].or(other[2]),
        ];
        // What is open can reach beyond the range that is gone through; its own set is complete where it is small.
        for (cell, set) in known.iter().zip(possible) {
            assert!(
                cell.is_some() || set.len() >= LEAST,
                "{total:?} {first:?} {second:?} leaves {set:?}"
            );
        }
    }
}

#[test]
fn a_small_count_takes_a_large_one_with_it() {
    use Shown::{Count, Secret};
    let all = |_| true;
    let cells = |counts: &[u64]| protect(counts, all).cells;
    assert_eq!(
        cells(&[40, 60, 0]),
        Some(vec![Count(40), Count(60), Count(0)])
    );
    assert_eq!(cells(&[12, 13]), Some(vec![Count(10), Count(15)]));
    // Zero stays zero, and the second small one needs no shield of its own.
    let shown = protect(&[30, 4, 7, 0, 58], all);
    assert_eq!(shown.total, Count(100));
    assert_eq!(
        shown.cells,
        Some(vec![Secret, Secret, Secret, Count(0), Count(60)])
    );
    // A shield that hides too little gets a second.
    assert_eq!(
        cells(&[10, 3, 40, 50]),
        Some(vec![Secret, Secret, Secret, Count(50)])
    );
    // What could not be hidden is withheld whole, and so is a table that says something about everybody.
    assert_eq!(cells(&[4, 96]), None);
    assert_eq!(cells(&[0, 4, 96]), None);
    assert_eq!(cells(&[0, 100, 0]), None);
    assert_eq!(protect(&[4, 5], all).total, Secret);
    assert_eq!(protect(&[4, 5], all).cells, None);
    assert_eq!(cells(&[0, 0]), Some(vec![Count(0), Count(0)]));
}

#[test]
fn what_stands_elsewhere_too_is_no_shield() {
    use Shown::{Count, Secret};
    let shown = protect(&[5, 30, 200, 300], |at| at > 1);
    assert_eq!(
        shown.cells,
        Some(vec![Secret, Count(30), Secret, Count(300)])
    );
    assert_eq!(protect(&[5, 30, 200], |_| false).cells, None);
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 2000, failure_persistence: None, ..ProptestConfig::default() })]

    /// Whatever the small cells are, others in their place look the same: the attack above by construction, for tables of
    /// any size.
    #[test]
    fn each_small_count_can_be_another(counts in prop::collection::vec(prop_oneof![0..30u64, 0..300u64], 2..9), at in any::<prop::sample::Index>()) {
        let shown = protect(&counts, |_| true);
        let Some(cells) = &shown.cells else { return Ok(()) };
        let at = at.index(counts.len());
        if cells[at] != Shown::Secret { return Ok(()) }
        // Everything else that is small at one, the shields before the last at ten, the last takes up the difference.
        let small = |at: usize| counts[at] < THRESHOLD;
        let shields: Vec<usize> = (0..counts.len()).filter(|at| cells[*at] == Shown::Secret && !small(*at)).collect();
        prop_assert!(!shields.is_empty());
        if !small(at) { return Ok(()) }
        let mut possible = BTreeSet::new();
        for value in 1..THRESHOLD {
            let mut other = counts.clone();
            for (place, cell) in cells.iter().enumerate() {
                if *cell == Shown::Secret {
                    other[place] = if place == at { value } else if small(place) { 1 } else { THRESHOLD };
                }
            }
            let last = *shields.last().unwrap();
            let missing = counts.iter().sum::<u64>() + other[last] - other.iter().sum::<u64>().min(counts.iter().sum::<u64>() + other[last]);
            other[last] = missing;
            if other.iter().sum::<u64>() == counts.iter().sum::<u64>() && protect(&other, |_| true) == shown {
                possible.insert(value);
            }
        }
        prop_assert!(possible.len() >= LEAST, "{counts:?} {shown:?} {possible:?}");
    }

    #[test]
    fn what_is_shown_is_rounded_or_zero(counts in prop::collection::vec(0..60u64, 1..8)) {
        let shown = protect(&counts, |_| true);
        let cells = shown.cells.iter().flatten().copied().zip(counts.iter().copied());
        for (shown, count) in cells.chain([(shown.total, counts.iter().sum())]) {
            if let Shown::Count(shown) = shown {
                prop_assert_eq!(shown % 5, 0);
                prop_assert!(shown.abs_diff(count) <= 2 && (shown == 0) == (count == 0));
            }
        }
    }
}
