//! How often each value comes out, and how often it stays open.

use top3::analysis::{Came, Counts, Extent, Facts};

use super::{facts_of, instrument, level};

fn counts(facts: &Facts) -> &Counts {
    match &facts.extent {
        Extent::All(counts) => counts,
        other => panic!("not counted: {other:?}"),
    }
}

fn certain(facts: &Facts, came: &Came) -> u128 {
    let found = facts.values.iter().find(|reached| reached.came == *came);
    found.and_then(|reached| reached.certain).unwrap_or(0)
}

/// The figures that its authors' rule gives by hand: eleven questions, each *ja*, *nee* or not known.
#[test]
fn the_lethality_screen_counts_as_published() {
    let found = facts_of(&instrument("lap"), "uitslag");
    assert_eq!(certain(&found, &level("hoog")), 138_235);
    assert_eq!(certain(&found, &level("niet_hoog")), 577);
    let counts = counts(&found);
    assert_eq!(counts.open_ways, Some(38_335));
    assert_eq!(counts.ways_unknown, Some(177_147));
    assert_eq!(counts.ways, Some(2_048));
    assert_eq!(counts.answers.len(), 11);
}
