//! How far a group agrees on a question over its rows, and over cases: numbers only where they say something.

use super::ENOUGH;
use super::spread::Spread;
use crate::agreement::{Interval, Level, Measure, Ratings, Undefined, interval};
use crate::questionnaire::QuestionIx;

/// Drawn so often for an interval.
const ROUNDS: usize = 1000;
/// The same each time.
const SEED: u64 = 20_261_122;

/// The measures of one question.
#[derive(Clone, Debug, PartialEq)]
pub struct Measured {
    /// The question.
    pub question: QuestionIx,
    /// What was asked.
    pub asked: String,
    /// The question stands in rows.
    pub in_rows: bool,
    /// Rows (and cases) with two answers or more.
    pub units: usize,
    /// The most answers that one row has.
    pub raters: usize,
    /// The measures.
    pub taken: Vec<Taken>,
}

/// One measure, with between what it may lie.
#[derive(Clone, Debug, PartialEq)]
pub struct Taken {
    /// Which.
    pub measure: Measure,
    /// The number, or why there is none.
    pub value: Result<f64, Undefined>,
    /// 95% of drawn tables lie between.
    pub interval: Option<Interval>,
}

/// The measures of every question, in the order of the list; with fewer raters than say something, none. `intervals` off
/// leaves them out, for who is in a hurry.
pub fn measured(spreads: &[&Spread]) -> Vec<Measured> {
    let mut questions: Vec<QuestionIx> = spreads.iter().map(|one| one.matter.question).collect();
    questions.sort();
    questions.dedup();
    let of = |question: QuestionIx| {
        let spreads: Vec<&Spread> = spreads
            .iter()
            .copied()
            .filter(|one| one.matter.question == question)
            .collect();
        one(question, &spreads)
    };
    questions.into_iter().filter_map(of).collect()
}

fn one(question: QuestionIx, spreads: &[&Spread]) -> Option<Measured> {
    let first = spreads.first()?;
    let raters = spreads.iter().map(|one| one.answered()).max().unwrap_or(0);
    let units = spreads.iter().filter(|one| one.answered() > 1).count();
    let mut taken = Vec::new();
    if raters >= ENOUGH {
        let named = table(spreads, first.matter.scale.options.len(), Some);
        for measure in [
            Measure::Percentage,
            Measure::Fleiss,
            Measure::Ac1,
            Measure::Alpha(Level::Nominal),
        ] {
            taken.push(take(&named, measure));
        }
        let scale = &first.matter.scale;
        if scale.ordered {
            let steps = table(spreads, scale.steps(), |at| scale.step(at));
            for level in [Level::Ordinal, Level::Interval] {
                taken.push(take(&steps, Measure::Alpha(level)));
            }
        }
    }
    Some(Measured {
        question,
        asked: first.matter.asked.clone(),
        in_rows: first.matter.key.row.is_some(),
        units,
        raters,
        taken,
    })
}

fn take(ratings: &Ratings, measure: Measure) -> Taken {
    let value = measure.of(ratings);
    Taken {
        measure,
        value,
        interval: value
            .ok()
            .and_then(|_| interval(ratings, measure, ROUNDS, SEED)),
    }
}

/// Each row a unit; each vote a place. Who gave which does not matter to these measures.
fn table(
    spreads: &[&Spread],
    categories: usize,
    place: impl Fn(usize) -> Option<usize>,
) -> Ratings {
    let rows: Vec<Vec<Option<usize>>> = spreads
        .iter()
        .map(|one| one.votes.iter().map(|vote| place(vote.at)).collect())
        .collect();
    Ratings::new(categories, &rows)
}
