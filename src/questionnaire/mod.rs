//! Questionnaires: from bytes to a checked model. `raw` reads a tree with places, `lower` resolves every name,
//! `check` finds what is wrong with the whole, `library` finds lists by id. Knows no answers and no files.

pub mod condition;
pub mod derived;
pub mod model;
pub mod number;
pub mod question;
pub mod role;

pub use condition::*;
pub use derived::*;
pub use model::*;
pub use number::Number;
pub use question::*;
pub use role::{DerivedRole, OptionRole, Role};
