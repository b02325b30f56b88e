//! Questionnaires: from bytes to a checked model. `raw` reads a tree with places, `lower` resolves every name,
//! `check` finds what is wrong with the whole, `library` finds lists by id. Knows no answers and no files.

pub mod model;
pub mod number;
pub mod role;

pub use model::*;
pub use number::Number;
pub use role::{DerivedRole, OptionRole, Role};
