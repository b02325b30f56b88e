//! The plan as a file: YAML that a partner reads in a text editor and a program reads by its keys. `layout` says once
//! which key holds what; `write` and `read` both walk it. `differ` holds two plans against each other. Knows bytes and no files.

mod differ;
mod later;
mod layout;
mod read;
mod reader;
mod reply;
mod schema;
mod walk;
mod write;

pub use differ::{Difference, Kind, compare};
pub use read::{Read, is_plan, read};
pub use schema::schema;
pub use write::{fingerprint, write, write_with};

/// The version of the file's form. A newer one is refused.
pub const FORMAT: i64 = 1;

/// The key of the head, the first in the file.
const HEAD: &str = "veiligheidsplan";
/// The key in the head that holds the version of the form.
const FORMAT_KEY: &str = "formaat";
/// The key in the head that holds the lists that the plan was made from.
const LISTS: &str = "gebaseerd_op";
/// The key in the head that holds the fingerprint of the rest.
const PRINT_KEY: &str = "vingerafdruk";
/// The part in which agreements stand, as the log of a sharing names it.
pub const AGREEMENTS: &str = "afspraken";
/// The part in which conditions stand.
pub const CONDITIONS: &str = "voorwaarden";
/// The part in which people stand.
pub const PEOPLE: &str = "mensen";
/// What the log of a sharing calls all situations.
pub const SITUATIONS: &str = "situaties";
/// The parts in which situations stand in a file.
pub const OF_SITUATIONS: [&str; 2] = ["top3", "andere_situaties"];
