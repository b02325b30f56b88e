//! Why an outcome is fixed, what would change it, and what to find out while it is open. All of it follows from looking
//! through every way to fill in the answers, in the diagrams of the engine; pure, like the engine itself.
//!
//! [`why()`]: the fewest given answers that fix an outcome, whatever all other answers are. [`counter()`]: the fewest given
//! answers that must change for another outcome. [`find_out()`]: which missing answers matter, which matter most, and the
//! fewest that would settle it. What is said of a smallest set holds within the limits in `search.rs`; past them the set
//! still has nothing superfluous in it, and says that it may not be the smallest.

mod counter;
mod fact;
mod find_out;
mod ground;
mod search;
mod settle;
mod weight;
mod why;

pub use counter::{Counter, Counters, counter};
pub use fact::{Fact, facts};
pub use find_out::{Ask, FindOut, asks, find_out};
pub use settle::{Settle, Settling};
pub use why::{Why, why};

use crate::engine::{Numbers, Spread};
use crate::questionnaire::Derived;

/// Of an outcome with more values than this only the nearest other value is looked for, not each of them.
const MOST_VALUES: usize = 12;

/// A value as it is compared: a range of one number is that number.
fn plain(spread: &Spread) -> Spread {
    match spread.only_number() {
        Some(number) => Spread::numbers(Numbers::one(number)),
        None => spread.clone(),
    }
}

/// Each single value of these spreads that is possible for certain: levels from light to heavy, numbers from low to high,
/// and last that there is none.
fn single_values<'s>(derived: &Derived, spreads: impl Iterator<Item = &'s Spread>) -> Vec<Spread> {
    let mut all = spreads
        .filter(|spread| spread.is_fixed())
        .cloned()
        .reduce(|so_far, one| so_far.union(&one))
        .unwrap_or_else(|| Spread::levels(Default::default()));
    let mut values: Vec<Spread> = derived
        .levels
        .iter()
        .filter(|level| all.levels.remove(&level.id))
        .map(|level| Spread::levels([level.id.clone()].into()))
        .collect();
    // A level that the list does not name has no place of its own in the order.
    values.extend(
        std::mem::take(&mut all.levels)
            .into_iter()
            .map(|id| Spread::levels([id].into())),
    );
    if let Numbers::Set(numbers) = &all.numbers {
        values.extend(
            numbers
                .iter()
                .map(|one| Spread::numbers(Numbers::one(*one))),
        );
    }
    values.extend(all.none.then(Spread::nothing));
    values
}
