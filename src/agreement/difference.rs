//! Krippendorff's alpha: how far the differences within units are smaller than those of all ratings thrown together. Ratings
//! may be absent; a unit with one rating does not count (Krippendorff, Computing Krippendorff's Alpha-Reliability, 2011).

use super::{Ratings, Undefined};

/// How far two categories lie apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Level {
    /// They differ or not.
    Nominal,
    /// As many ratings as lie between them.
    Ordinal,
    /// As many steps as lie between them, each as large.
    Interval,
}

/// Krippendorff's alpha.
pub fn alpha(ratings: &Ratings, level: Level) -> Result<f64, Undefined> {
    ratings.against_chance()?;
    let many = ratings.categories();
    // Of each category all ratings in units with two or more.
    let mut totals = vec![0.0; many];
    for unit in ratings.paired() {
        for (total, count) in totals.iter_mut().zip(ratings.counts(unit)) {
            *total += count;
        }
    }
    let apart = distances(&totals, level);
    let all: f64 = totals.iter().sum();
    let mut seen = 0.0;
    for unit in ratings.paired() {
        let others = ratings.rated(unit) - 1.0;
        seen += between(ratings.counts(unit), &apart) / others;
    }
    let by_chance = between(&totals, &apart) / (all - 1.0);
    if by_chance <= 0.0 {
        return Err(Undefined::NoVariation);
    }
    Ok(1.0 - seen / by_chance)
}

/// The sum of the differences between all pairs of ratings with these counts.
fn between(counts: &[f64], apart: &[f64]) -> f64 {
    let many = counts.len();
    let mut sum = 0.0;
    for (one, first) in counts.iter().enumerate().filter(|(_, count)| **count > 0.0) {
        for (other, second) in counts.iter().enumerate().skip(one + 1) {
            sum += first * second * apart[one * many + other];
        }
    }
    // Each pair is seen from both sides, above and below; that cancels out.
    sum
}

/// The difference between each two categories, squared.
fn distances(totals: &[f64], level: Level) -> Vec<f64> {
    let many = totals.len();
    let mut apart = vec![0.0; many * many];
    for one in 0..many {
        let mut steps = 0.0;
        let mut ratings = totals[one] / 2.0;
        for other in one + 1..many {
            steps += 1.0;
            ratings += totals[other] / 2.0;
            apart[one * many + other] = match level {
                Level::Nominal => 1.0,
                Level::Ordinal => ratings * ratings,
                Level::Interval => steps * steps,
            };
            ratings += totals[other] / 2.0;
        }
    }
    apart
}
