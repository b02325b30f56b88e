//! The tables that all lists share, compiled into the program: the numbers to call, and the words that each reads differently.

use serde::de::DeserializeOwned;

use crate::interview::{Phone, VagueWord};
use crate::questionnaire::Library;
use crate::text::nl;
use crate::yaml;

/// So many numbers stand on a first screen; the interview has them all.
const FIRST: usize = 2;

/// Who to call, the most urgent first.
pub fn phones() -> Vec<Phone> {
    table("nummers")
}

/// The words that each reads differently.
pub fn vague() -> Vec<VagueWord> {
    table("woorden")
}

/// What to say before anything else: the first numbers to call.
pub fn danger() -> String {
    let text = &nl().start;
    let mut lines = vec![text.danger()];
    lines.extend(
        phones()
            .iter()
            .take(FIRST)
            .map(|phone| text.phone(&phone.number, &phone.name, &phone.about)),
    );
    lines.join("\n")
}

/// One table; a test reads each.
fn table<T: DeserializeOwned>(name: &str) -> Vec<T> {
    let library = Library::shipped();
    let file = format!("questionnaires/gedeeld/{name}.yaml");
    library
        .text(&file)
        .and_then(|text| yaml::read(text.as_bytes(), &file).ok())
        .unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_shared_tables_are_there() {
        assert!(danger().contains("112") && danger().contains("0800-2000"));
        assert!(!vague().is_empty());
    }
}
