//! How the input and the output are written: by what somebody says, or else by how the name of the file ends.

use std::ffi::OsStr;
use std::path::Path;

use clap::ValueEnum;

use crate::world::Packing;

/// How records are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Form {
    /// An object on each line.
    #[value(name = "ndjson", alias = "jsonl")]
    Ndjson,
    /// Cells with a comma, a semicolon or a tab between them.
    #[value(name = "csv")]
    Csv,
    /// Cells with a tab between them.
    #[value(name = "tsv", alias = "tab")]
    Tsv,
}

/// The endings that choose a form.
const ENDINGS: [(&str, Form); 6] = [
    ("ndjson", Form::Ndjson),
    ("jsonl", Form::Ndjson),
    ("json", Form::Ndjson),
    ("csv", Form::Csv),
    ("tsv", Form::Tsv),
    ("tab", Form::Tsv),
];

impl Form {
    /// The form that the name of a file tells; `.gz` or `.zst` behind it makes no difference.
    pub fn by_ending(file: &Path) -> Option<Self> {
        let ending = ending(file)?.to_str()?.to_lowercase();
        let found = ENDINGS.iter().find(|(known, _)| *known == ending);
        found.map(|(_, form)| *form)
    }

    /// Whether the name of a file ends in something that says what it is.
    pub fn has_ending(file: &Path) -> bool {
        ending(file).is_some()
    }
}

fn ending(file: &Path) -> Option<&OsStr> {
    match Packing::of(file) {
        Some(_) => Path::new(file.file_stem()?).extension(),
        None => file.extension(),
    }
}
