//! Papers: what one reader gets about a case, as content. Each paper takes what its reader needs and nothing else.
//! Knows no format and no file.

mod consult;
mod flags;
mod person;
mod register;
mod review;
mod scrub;
mod sheet;
mod words;

pub use consult::{Consult, Consultation, Injury, Observation, Talk, Unsafe, consult};
pub use flags::Flag;
pub use person::role_names;
pub use register::{About, Field, register};
pub use review::{Choice, Line, Review};
pub use scrub::{Refused, Replaced};
pub use sheet::{Entry, Gap, Part, Readers, Refusal, Said, Sheet, is_child, recheck, sheet};
