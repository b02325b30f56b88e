//! Facts about a list over all possible answers: how often each value comes out, on which answers it rests, and whether
//! what the author says of it is so. Counts with decision diagrams, and tries no answer by itself. Knows no file, no
//! format and no sentence.

mod came;
pub mod day;
mod example;
mod facts;
mod influence;
mod possible;
mod probe;
mod property;
mod reading;
mod rows;
mod scene;
mod space;
mod unknown;

pub use came::Came;
pub use example::Example;
pub use facts::{Counts, Extent, Facts, Reached, facts};
pub use influence::Influence;
pub use possible::{Possible, possible};
pub use probe::Probe;
pub use property::{Counter, Verdict, judge};
pub use reading::{Compared, Difference, compare};
pub use rows::{Decides, Decisions, Overlap, Shown};
pub use space::Space;
