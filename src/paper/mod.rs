//! Papers: what one reader gets about a case, as content. Each paper takes what its reader needs and nothing else.
//! Knows no format and no file.

mod consult;
mod flags;
mod person;
mod scrub;

pub use consult::{Consult, Consultation, Observation, Talk, Unsafe, consult};
pub use flags::Flag;
pub use scrub::{Refused, Replaced};
