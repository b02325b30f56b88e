//! What several topics share.

pub mod emf;
pub mod fuzz;
// A pseudo-terminal that can be read back is a matter of Unix.
#[cfg(unix)]
pub mod glass;
pub mod golden;
pub mod oracle;
pub mod pdf;
#[cfg(unix)]
pub mod person;
pub mod program;
pub mod schema;
pub mod small_list;
pub mod xml;
