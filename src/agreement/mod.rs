//! How far raters agree, as numbers: pure measures on a table of ratings and on rankings. Knows no list, no case and no
//! words. What cannot be worked out is an answer of its own ([`Undefined`]), never a number.

mod bootstrap;
mod category;
mod difference;
mod random;
mod ranking;
mod table;

pub use bootstrap::{Interval, Resampled, interval};
pub use category::{ac1, cohen, fleiss, percentage};
pub use difference::{Level, alpha};
pub use random::Random;
pub use ranking::{Ranking, concordance, distance, overlap};
pub use table::Ratings;

/// A measure of a table.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Measure {
    /// Of all pairs of ratings of a unit, the share that is the same.
    Percentage,
    /// Cohen's kappa, of two raters.
    Cohen,
    /// Fleiss' kappa; with ratings that are absent in Gwet's way.
    Fleiss,
    /// Gwet's AC1.
    Ac1,
    /// Krippendorff's alpha.
    Alpha(Level),
}

/// Why there is no number.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Undefined {
    /// No unit has two ratings.
    TooFew,
    /// One unit: what chance would give cannot be told from it.
    OneUnit,
    /// All ratings are the same: what chance would give is the same too.
    NoVariation,
    /// The measure is of two raters, and there are not two.
    NotTwo,
}

impl Measure {
    /// The measure of this table.
    pub fn of(self, ratings: &Ratings) -> Result<f64, Undefined> {
        match self {
            Self::Percentage => percentage(ratings),
            Self::Cohen => cohen(ratings),
            Self::Fleiss => fleiss(ratings),
            Self::Ac1 => ac1(ratings),
            Self::Alpha(level) => alpha(ratings, level),
        }
    }
}
