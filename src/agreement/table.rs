//! A table of ratings: units in rows, raters in columns, and in each place a category or nothing.

use super::Undefined;

/// Ratings. A category is its place among all categories there are, in their order.
#[derive(Clone, Debug, PartialEq)]
pub struct Ratings {
    categories: usize,
    raters: usize,
    /// By unit, then by rater.
    places: Vec<Option<usize>>,
    /// By unit, then by category: how many raters chose it.
    counts: Vec<f64>,
}

impl Ratings {
    /// The table with these rows, of this many categories. A row that is too short has nothing in its last places; a
    /// category that there is not is left out.
    pub fn new(categories: usize, rows: &[Vec<Option<usize>>]) -> Self {
        let raters = rows.iter().map(Vec::len).max().unwrap_or(0);
        let mut places = Vec::with_capacity(rows.len() * raters);
        for row in rows {
            let full = row.iter().copied().chain(std::iter::repeat(None));
            places.extend(
                full.take(raters)
                    .map(|place| place.filter(|at| *at < categories)),
            );
        }
        let mut counts = vec![0.0; rows.len() * categories];
        for (unit, row) in places.chunks(raters.max(1)).enumerate() {
            for category in row.iter().flatten() {
                counts[unit * categories + category] += 1.0;
            }
        }
        Self {
            categories,
            raters,
            places,
            counts,
        }
    }

    /// How many categories there are, chosen or not.
    pub const fn categories(&self) -> usize {
        self.categories
    }

    /// How many raters.
    pub const fn raters(&self) -> usize {
        self.raters
    }

    /// How many units.
    pub fn units(&self) -> usize {
        self.counts.len().checked_div(self.categories).unwrap_or(0)
    }

    /// What the raters said of this unit.
    pub fn row(&self, unit: usize) -> &[Option<usize>] {
        let from = unit * self.raters;
        self.places.get(from..from + self.raters).unwrap_or(&[])
    }

    /// How often each category was chosen for this unit.
    pub fn counts(&self, unit: usize) -> &[f64] {
        let from = unit * self.categories;
        self.counts.get(from..from + self.categories).unwrap_or(&[])
    }

    /// How many ratings this unit has.
    pub fn rated(&self, unit: usize) -> f64 {
        self.counts(unit).iter().sum()
    }

    /// Units with two ratings or more.
    pub fn paired(&self) -> impl Iterator<Item = usize> + '_ {
        (0..self.units()).filter(|unit| self.rated(*unit) >= 2.0)
    }

    /// The table of these units, in this order; one may come more than once.
    #[must_use]
    pub fn of_units(&self, units: &[usize]) -> Self {
        let mut places = Vec::with_capacity(units.len() * self.raters);
        let mut counts = Vec::with_capacity(units.len() * self.categories);
        for unit in units {
            places.extend_from_slice(self.row(*unit));
            counts.extend_from_slice(self.counts(*unit));
        }
        Self {
            categories: self.categories,
            raters: self.raters,
            places,
            counts,
        }
    }

    /// The same with nothing but how often each category was chosen: who chose it is not kept.
    #[must_use]
    pub(super) fn counts_of(&self, units: &[usize]) -> Self {
        let counts = units.iter().flat_map(|unit| self.counts(*unit)).copied();
        Self {
            categories: self.categories,
            raters: self.raters,
            places: Vec::new(),
            counts: counts.collect(),
        }
    }

    /// Whether a measure against chance can be worked out of it, as far as every such measure goes.
    pub(super) fn against_chance(&self) -> Result<(), Undefined> {
        let mut paired = self.paired();
        if paired.next().is_none() {
            return Err(Undefined::TooFew);
        }
        if paired.next().is_none() {
            return Err(Undefined::OneUnit);
        }
        if self.chosen() < 2 {
            return Err(Undefined::NoVariation);
        }
        Ok(())
    }

    /// How many different categories were chosen, over the units with two ratings or more.
    fn chosen(&self) -> usize {
        let mut seen = vec![false; self.categories];
        for unit in self.paired() {
            for (seen, count) in seen.iter_mut().zip(self.counts(unit)) {
                *seen |= *count > 0.0;
            }
        }
        seen.into_iter().filter(|seen| *seen).count()
    }
}
