//! Rankings: what each rater put first, second and so on. What a rater did not rank comes after all they did, together.

use super::Undefined;

/// One rater's ranking: of each object its place; lower is before, the same is together, nothing is after all others.
pub type Ranking = [Option<u32>];

/// Kendall's W with the correction for ties: how far the raters order the objects alike, from 0 to 1.
pub fn concordance(rankings: &[Vec<Option<u32>>]) -> Result<f64, Undefined> {
    let objects = rankings.iter().map(Vec::len).max().unwrap_or(0);
    let rankings: Vec<&Vec<Option<u32>>> = rankings
        .iter()
        .filter(|ranking| ranking.len() == objects && ranking.iter().any(Option::is_some))
        .collect();
    if rankings.len() < 2 {
        return Err(Undefined::TooFew);
    }
    if objects < 2 {
        return Err(Undefined::OneUnit);
    }
    let (m, n) = (count(rankings.len()), count(objects));
    let mut sums = vec![0.0; objects];
    let mut ties = 0.0;
    for ranking in &rankings {
        for (place, one) in ranking.iter().enumerate() {
            let before = count(
                ranking
                    .iter()
                    .filter(|other| order(other) < order(one))
                    .count(),
            );
            let same = count(ranking.iter().filter(|other| *other == one).count());
            sums[place] += before + f64::midpoint(same, 1.0);
            // Summed over all of a tie this is t³ - t.
            ties += same * same - 1.0;
        }
    }
    let mean = m * (n + 1.0) / 2.0;
    let apart: f64 = sums.iter().map(|sum| (sum - mean) * (sum - mean)).sum();
    let most = m * m * (n * n * n - n) - m * ties;
    if most <= 0.0 {
        return Err(Undefined::NoVariation);
    }
    Ok(12.0 * apart / most)
}

/// Kendall's distance between two rankings, from 0 (the same order) to 1 (the order turned round). A pair that is in another
/// order counts one, a pair that only one of them put together counts a half (Fagin, Kumar and Sivakumar, 2003, p = ½).
pub fn distance(one: &Ranking, other: &Ranking) -> Result<f64, Undefined> {
    let objects = one.len().min(other.len());
    if objects < 2 {
        return Err(Undefined::OneUnit);
    }
    let (mut apart, mut pairs) = (0.0, 0.0);
    for first in 0..objects {
        for second in first + 1..objects {
            let here = order(&one[first]).cmp(&order(&one[second]));
            let there = order(&other[first]).cmp(&order(&other[second]));
            pairs += 1.0;
            apart += if here == there {
                0.0
            } else if here.is_eq() || there.is_eq() {
                0.5
            } else {
                1.0
            };
        }
    }
    Ok(apart / pairs)
}

/// How many objects both put in their first three.
pub fn overlap(one: &Ranking, other: &Ranking) -> usize {
    let first_three = |ranking: &Ranking, at: usize| {
        let place = &ranking[at];
        place.is_some()
            && ranking
                .iter()
                .filter(|all| order(all) < order(place))
                .count()
                < 3
    };
    (0..one.len().min(other.len()))
        .filter(|at| first_three(one, *at) && first_three(other, *at))
        .count()
}

fn order(place: &Option<u32>) -> u64 {
    place.map_or(u64::MAX, u64::from)
}

fn count(many: usize) -> f64 {
    u32::try_from(many).map_or(f64::MAX, f64::from)
}
