//! `taal`: the sentences of documents in one language, to translate; and the language that a document was asked in.

use std::collections::BTreeMap;
use std::path::Path;

use crate::error::{Done, Error, Result};
use crate::text::{Spoken, language, nl};
use crate::world::World;
use crate::yaml;

/// A table of sentences is never larger.
const MOST_BYTES: usize = 1 << 20;
/// So many faults of a table are told.
const MOST_FAULTS: usize = 12;
/// Where a table says which language it is.
const HEAD: &str = "taal";
const CODE: &str = "code";

/// Options of `taal`.
#[derive(Debug, clap::Args)]
pub struct Taal {
    /// Welke taal: nl of en
    #[arg(value_name = "TAAL", default_value = "nl")]
    pub taal: String,
}

impl Taal {
    /// Prints the table of a language as a file to translate.
    pub fn run(self, world: &mut World) -> Result {
        let text = &nl().language_command;
        let Some(spoken) = language(&self.taal) else {
            return Err(Error::usage(text.unknown(&self.taal), text.unknown_todo()));
        };
        let mut out = String::new();
        for line in text.header().lines() {
            out.push_str(&format!("# {line}\n"));
        }
        out.push_str(&format!("{HEAD}: {{ {CODE}: {} }}\n", spoken.language));
        for (section, sentences) in spoken.tables() {
            out.push_str(&format!("\n{section}:\n"));
            for (name, sentence) in sentences {
                out.push_str(&format!("  {name}: {}\n", quoted(sentence)));
            }
        }
        world.print(out.trim_end())?;
        Ok(Done::Well)
    }
}

/// The language that was asked for: one of ours, or a table in a file. Dutch where none was.
///
/// # Errors
/// When there is no such language, or its table is not whole.
pub(super) fn chosen(world: &mut World, asked: Option<&str>) -> Result<&'static Spoken> {
    let text = &nl().language_command;
    let name = asked.unwrap_or("nl");
    if let Some(spoken) = language(name) {
        return Ok(spoken);
    }
    let file = Path::new(name);
    if file.extension().is_none() {
        return Err(Error::usage(text.unknown(name), text.unknown_todo()));
    }
    let bytes = world.read(file, MOST_BYTES)?;
    let faulty = |faults: Vec<String>| {
        Error::attention(text.faulty(name), text.faulty_todo()).with_details(faults)
    };
    let mut tables: BTreeMap<String, BTreeMap<String, String>> =
        yaml::read(&bytes, name).map_err(|fault| {
            let place = fault.place;
            faulty(vec![format!(
                "{}:{}: {}",
                place.line, place.column, fault.message
            )])
        })?;
    let head = tables.remove(HEAD).unwrap_or_default();
    let code = head.get(CODE).map(String::as_str).unwrap_or_default();
    let sound = (2..=12).contains(&code.len())
        && code
            .chars()
            .all(|one| one.is_ascii_alphanumeric() || one == '-');
    if !sound {
        return Err(faulty(vec![text.no_code()]));
    }
    let spoken = Spoken::of(code, &tables).map_err(|mut faults| {
        let more = faults.len().saturating_sub(MOST_FAULTS);
        faults.truncate(MOST_FAULTS);
        if more > 0 {
            faults.push(text.more(more));
        }
        faulty(faults)
    })?;
    // Kept until the program ends: it makes one document.
    Ok(Box::leak(Box::new(spoken)))
}

/// A sentence between quotation marks, on one line.
fn quoted(text: &str) -> String {
    let text = text.replace('\\', "\\\\").replace('"', "\\\"");
    format!("\"{}\"", text.replace('\n', "\\n"))
}
