//! Questionnaires: from bytes to a checked model. `raw` reads a tree with places, `lower` resolves every name,
//! `check` finds what is wrong with the whole, `library` finds lists by id. Knows no answers and no files.

mod adapt;
mod builtin;
pub mod check;
pub mod condition;
pub mod derived;
mod digest;
pub(crate) mod form;
pub mod frame;
pub mod library;
pub mod lower;
pub mod model;
pub mod name;
pub mod number;
pub mod paper;
mod period;
pub mod property;
pub mod question;
pub mod raw;
pub mod reader;
pub mod role;
mod walk;

pub use condition::*;
pub use derived::*;
pub(crate) use digest::fingerprint;
pub use library::{Bundle, BundledText, Library, PaperFile, shipped_papers, shipped_readers};
pub use lower::lower_reader;
pub use model::*;
pub use name::*;
pub use number::Number;
pub use period::{Heard, Period, PeriodIx, PeriodSort, Span, Start, Unit};
pub use property::{Claim, Property};
pub use question::*;
pub(crate) use role::RolePlace;
pub use role::{DerivedRole, OptionRole, Role};
pub use walk::Subjects;
