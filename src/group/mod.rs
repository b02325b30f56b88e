//! A group that answered the same: what each said, where it came apart and why, how far it agrees, what the second round
//! moved, and how it lies beside the makers' key. Pure: files come in as voices, and what comes out are facts and drawings.
//! Nobody gets a grade and nobody is ranked: the order is that of questions.

mod against;
pub mod drawing;
mod lost;
mod matter;
mod measured;
mod moved;
mod nameless;
mod order;
mod reason;
mod spread;
mod tally;
mod voice;

pub use against::{Against, against, key_of};
pub use lost::{Lost, lost};
pub use matter::{Matter, Scale, Subject, Weight, matters, reason_of};
pub use measured::{Measured, Taken, measured};
pub use moved::{Change, Moved, moved};
pub use nameless::Numbers;
pub use order::{Order, order};
pub use reason::{OfRow, Reasons};
pub use spread::{Spread, Vote, spreads};
pub use tally::{Hands, hands, only_in, people};
pub use voice::{Ballot, Voice, merged};

/// Below so many raters there are dots and no coefficients.
pub const ENOUGH: usize = 5;
