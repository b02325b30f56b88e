//! One table of counts that may be published: small counts are withheld, together with what would give them away.
//!
//! A table divides the same records into cells. What is shown of it:
//!
//! * A cell of 1 to 9 is withheld. A cell of 0 is shown as 0, a cell of 10 or more rounded to 5.
//! * Where a cell is withheld, so are cells of 10 or more with it, **shields**, the first that qualify in an order that the
//!   caller gives and that does not depend on the counts: one, and at most three, until the withheld cells together come
//!   to at least 9 for every shield, one for every small cell, and 9. So which cells are shields depends on that order and
//!   that sum only, and the choice itself gives nothing away.
//! * Where three shields are not enough, or nothing but zeroes would be left beside what is withheld, the whole table is
//!   withheld, zeroes too: "0 and all the others" would tell.
//! * The whole table is also withheld where all records stand in one cell: that tells something about everybody.
//! * The total is shown, rounded to 5. Under 10 it is withheld with the whole table. No records at all is shown as 0.
//!
//! **What holds then.** Of every withheld cell at least [`LEAST`] different counts stay possible, also for somebody who
//! knows all these rules, knows the *exact* total, and knows *exactly* every cell that is shown. So neither the rounding,
//! nor a total, nor a zero, nor a percentage, nor another table about the same records that shares that total takes
//! anything away from it. Tests go through all small tables to see it.
//!
//! Why: let `p` cells be small, and the withheld cells sum to `X`, which that somebody knows. With one shield and
//! `X >= 18 + p`, a small cell can be anything from 1 to 9 while the others are at their least and the shield, which has
//! at least 10, takes up the rest. Each further shield tells that the shields before it were not enough, which takes away
//! at most one possibility: 1 to 8 stay with two, 1 to 7 with three.

/// A count under this is withheld.
pub const THRESHOLD: u64 = 10;
/// What is shown is a multiple of this.
pub const ROUNDED_TO: u64 = 5;
/// So many large cells at most are withheld to shield small ones.
pub const MOST_SHIELDS: usize = 3;
/// So many different counts at least stay possible for every cell that is withheld.
pub const LEAST: usize = 7;

/// What is shown of a count.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Shown {
    /// It is withheld.
    Secret,
    /// A multiple of [`ROUNDED_TO`].
    Count(u64),
}

/// What is shown of a table.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Shield {
    /// All its records.
    pub total: Shown,
    /// Every cell, in order; nothing where the whole table is withheld.
    pub cells: Option<Vec<Shown>>,
}

/// Shown by itself, beside nothing from which it could be worked out.
pub fn rounded(count: u64) -> Shown {
    match count {
        0 => Shown::Count(0),
        _ if count < THRESHOLD => Shown::Secret,
        _ => Shown::Count(nearest(count)),
    }
}

/// What may be shown of a table whose cells have these counts. Cells that must not serve as a shield, because something
/// else shows them too, say so.
pub fn protect(counts: &[u64], may_shield: impl Fn(usize) -> bool) -> Shield {
    let total = counts
        .iter()
        .fold(0, |sum: u64, one| sum.saturating_add(*one));
    let shield = |cells| Shield {
        total: rounded(total),
        cells,
    };
    let all = || counts.iter().map(|count| rounded(*count)).collect();
    if total == 0 {
        return shield(Some(all()));
    }
    let filled = counts.iter().filter(|count| **count > 0).count();
    if total < THRESHOLD || filled < 2 {
        return shield(None);
    }
    let mut cells: Vec<Shown> = all();
    let small = cells.iter().filter(|cell| **cell == Shown::Secret).count();
    if small == 0 {
        return shield(Some(cells));
    }
    let shielded = add_shields(&mut cells, counts, small, may_shield);
    let left = |cell: &Shown| matches!(cell, Shown::Count(1..));
    let cells = (shielded && cells.iter().any(left)).then_some(cells);
    shield(cells)
}

/// Withholds large cells until the small ones are safe; false where they never are.
fn add_shields(
    cells: &mut [Shown],
    counts: &[u64],
    small: usize,
    may_shield: impl Fn(usize) -> bool,
) -> bool {
    let small = small as u64;
    let mut sum: u64 = counts.iter().filter(|count| **count < THRESHOLD).sum();
    let large = (0..counts.len()).filter(|at| counts[*at] >= THRESHOLD && may_shield(*at));
    for (before, at) in large.take(MOST_SHIELDS).enumerate() {
        cells[at] = Shown::Secret;
        sum = sum.saturating_add(counts[at]);
        let shields = before as u64 + 1;
        if sum >= 9 * shields + small + 9 {
            return true;
        }
    }
    false
}

fn nearest(count: u64) -> u64 {
    count.saturating_add(ROUNDED_TO / 2) / ROUNDED_TO * ROUNDED_TO
}
