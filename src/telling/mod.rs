//! What follows from answers, in the words a person reads: outcomes, orders, and how they moved. Computes nothing that the
//! engine does not say, and knows no screen and no file.

mod attention;
mod danger;
mod explained;
mod finding;
mod moved;
mod order;
mod outcome;

pub use attention::{Point, attention, is_begun, points};
pub use danger::{is_danger, is_sign, signs};
pub use explained::{FixedBy, about_whom, answered, asked, fixed_by, others_too};
pub use finding::{Finding, finding, finding_for};
pub use moved::{climb, moved, shift, stayed, supposed, went_with_its_row, why};
pub use order::{clash, detail, mark, rows, says_something};
pub use outcome::{outcome, title, value};
