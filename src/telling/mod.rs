//! What follows from answers, in the words a person reads: outcomes, orders, and how they moved. Computes nothing that the
//! engine does not say, and knows no screen and no file.

mod moved;
mod order;
mod outcome;

pub use moved::{climb, moved, shift, stayed, supposed, went_with_its_row, why};
pub use order::{clash, detail, mark, rows, says_something};
pub use outcome::{outcome, title};
