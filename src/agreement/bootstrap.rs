//! How sure a measure is: the same measure of many tables drawn from this one. Units are drawn; where there is one unit,
//! raters are, and a rater who is drawn twice is not compared with themselves.

use super::{Measure, Random, Ratings, Undefined};

/// What was drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Resampled {
    /// Units.
    Units,
    /// Raters.
    Raters,
}

/// Between which numbers 95% of the drawn tables lie.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Interval {
    /// 2.5% lies below it.
    pub low: f64,
    /// 2.5% lies above it.
    pub high: f64,
    /// What was drawn.
    pub resampled: Resampled,
}

/// The interval of a measure over so many drawn tables; nothing where it cannot be told: where the measure is not defined,
/// or not for more of the drawn tables than may fall off on one side.
pub fn interval(ratings: &Ratings, measure: Measure, rounds: usize, seed: u64) -> Option<Interval> {
    measure.of(ratings).ok()?;
    let units: Vec<usize> = ratings.paired().collect();
    let mut random = Random::new(seed);
    let (resampled, values) = match units.as_slice() {
        [] => return None,
        [unit] => (
            Resampled::Raters,
            of_raters(ratings, *unit, measure, rounds, &mut random),
        ),
        units => (
            Resampled::Units,
            of_units(ratings, units, measure, rounds, &mut random),
        ),
    };
    let tail = rounds / 40;
    let mut values: Vec<f64> = values.into_iter().flatten().collect();
    let undefined = rounds.saturating_sub(values.len());
    if undefined > tail {
        return None;
    }
    values.sort_by(f64::total_cmp);
    // A drawn table without a measure could lie anywhere: it takes a place on both sides.
    let at = tail - undefined;
    let low = *values.get(at)?;
    let high = *values.get(values.len().checked_sub(at + 1)?)?;
    Some(Interval {
        low,
        high,
        resampled,
    })
}

type Values = Vec<Result<f64, Undefined>>;

fn of_units(
    ratings: &Ratings,
    units: &[usize],
    measure: Measure,
    rounds: usize,
    random: &mut Random,
) -> Values {
    let mut drawn = vec![0; units.len()];
    (0..rounds)
        .map(|_| {
            for place in &mut drawn {
                *place = units[random.below(units.len())];
            }
            // Only one measure asks who said what; the rest is far quicker without.
            measure.of(&match measure {
                Measure::Cohen => ratings.of_units(&drawn),
                _ => ratings.counts_of(&drawn),
            })
        })
        .collect()
}

fn of_raters(
    ratings: &Ratings,
    unit: usize,
    measure: Measure,
    rounds: usize,
    random: &mut Random,
) -> Values {
    if measure != Measure::Percentage {
        return Vec::new();
    }
    let said: Vec<usize> = ratings.row(unit).iter().copied().flatten().collect();
    let mut times = vec![0.0; said.len()];
    let mut counts = vec![0.0; ratings.categories()];
    (0..rounds)
        .map(|_| {
            times.fill(0.0);
            counts.fill(0.0);
            for _ in 0..said.len() {
                let rater = random.below(said.len());
                times[rater] += 1.0;
                counts[said[rater]] += 1.0;
            }
            let themselves: f64 = times.iter().map(|n| n * n).sum();
            let same: f64 = counts.iter().map(|n| n * n).sum();
            let all = times.iter().sum::<f64>();
            let pairs = all * all - themselves;
            if pairs <= 0.0 {
                Err(Undefined::TooFew)
            } else {
                Ok((same - themselves) / pairs)
            }
        })
        .collect()
}
