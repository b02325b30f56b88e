//! Measures that look only at whether two ratings are the same. With every rating present they are the published ones; with
//! some absent each unit counts the ratings it has (Gwet, Handbook of Inter-Rater Reliability, 4th edition, 2014).

use super::{Ratings, Undefined};

/// Of all pairs of ratings of one unit the share that is the same, each unit counting as much.
pub fn percentage(ratings: &Ratings) -> Result<f64, Undefined> {
    let shares: Vec<f64> = ratings
        .paired()
        .map(|unit| {
            let rated = ratings.rated(unit);
            let same: f64 = ratings.counts(unit).iter().map(|n| n * (n - 1.0)).sum();
            same / (rated * (rated - 1.0))
        })
        .collect();
    mean(&shares).ok_or(Undefined::TooFew)
}

/// Cohen's kappa (1960) of two raters, over the units that both rated.
pub fn cohen(ratings: &Ratings) -> Result<f64, Undefined> {
    if ratings.raters() != 2 {
        return Err(Undefined::NotTwo);
    }
    ratings.against_chance()?;
    let mut first = vec![0.0; ratings.categories()];
    let mut second = first.clone();
    let (mut same, mut all) = (0.0, 0.0);
    for unit in ratings.paired() {
        if let [Some(one), Some(other)] = ratings.row(unit) {
            first[*one] += 1.0;
            second[*other] += 1.0;
            same += f64::from(u8::from(one == other));
            all += 1.0;
        }
    }
    let by_chance: f64 = first.iter().zip(&second).map(|(a, b)| a * b).sum();
    beyond(same / all, by_chance / (all * all))
}

/// Fleiss' kappa (1971), for any number of raters.
pub fn fleiss(ratings: &Ratings) -> Result<f64, Undefined> {
    ratings.against_chance()?;
    let by_chance = shares(ratings).iter().map(|share| share * share).sum();
    beyond(percentage(ratings)?, by_chance)
}

/// Gwet's AC1 (2008). It depends on how many categories there are, also those nobody chose.
pub fn ac1(ratings: &Ratings) -> Result<f64, Undefined> {
    ratings.against_chance()?;
    let spread: f64 = shares(ratings)
        .iter()
        .map(|share| share * (1.0 - share))
        .sum();
    let others = (1..ratings.categories()).fold(0.0, |sum, _| sum + 1.0);
    beyond(percentage(ratings)?, spread / others)
}

/// The share of each category: the mean of its shares in each unit that has a rating.
fn shares(ratings: &Ratings) -> Vec<f64> {
    let mut sums = vec![0.0; ratings.categories()];
    let mut units = 0.0;
    for unit in 0..ratings.units() {
        let rated = ratings.rated(unit);
        if rated > 0.0 {
            units += 1.0;
            for (sum, count) in sums.iter_mut().zip(ratings.counts(unit)) {
                *sum += count / rated;
            }
        }
    }
    sums.iter().map(|sum| sum / units).collect()
}

/// How far agreement goes beyond that of chance.
fn beyond(seen: f64, by_chance: f64) -> Result<f64, Undefined> {
    let room = 1.0 - by_chance;
    if room.abs() < 1e-12 {
        return Err(Undefined::NoVariation);
    }
    Ok((seen - by_chance) / room)
}

fn mean(numbers: &[f64]) -> Option<f64> {
    let many = numbers.iter().fold(0.0, |sum, _| sum + 1.0);
    (!numbers.is_empty()).then(|| numbers.iter().sum::<f64>() / many)
}
