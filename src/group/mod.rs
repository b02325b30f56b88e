//! A group that answered the same: what each said, where it came apart and why, how far it agrees, what the second round
//! moved, and how it lies beside the makers' key. Pure: files come in as voices, and what comes out are facts and drawings.
//! Nobody gets a grade and nobody is ranked: the order is that of questions.

mod against;
pub mod drawing;
mod matter;
mod measured;
mod moved;
mod order;
mod spread;
mod voice;

pub use against::{Against, against, key_of};
pub use matter::{Matter, Scale, Subject, matters, reason_of};
pub use measured::{Measured, Taken, measured};
pub use moved::{Change, Moved, moved};
pub use order::{Order, order};
pub use spread::{Spread, Vote, spreads};
pub use voice::{Ballot, Voice, hidden, merged};

/// Below so many raters there are dots and no coefficients.
pub const ENOUGH: usize = 5;
