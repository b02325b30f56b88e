//! The plan as a file: YAML that a partner reads in a text editor and a program reads by its keys. `layout` says once
//! which key holds what; `write` and `read` both walk it. Knows bytes and no files.

mod layout;
mod read;
mod walk;
mod write;

pub use read::{Read, read};
pub use write::write;

/// The version of the file's form. A newer one is refused.
pub const FORMAT: i64 = 1;

/// The key of the head, the first in the file.
const HEAD: &str = "veiligheidsplan";
/// The key in the head that holds the version of the form.
const FORMAT_KEY: &str = "formaat";
/// The key in the head that holds the fingerprint of the rest.
const PRINT_KEY: &str = "vingerafdruk";
