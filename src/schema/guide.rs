//! What the author's guide says of a key, a kind or a role, so that an editor shows the very words of the guide. Reads
//! the tables of the guide by their headings; a test holds that every key of every form is found.

use std::sync::LazyLock;

/// The guide as it comes with the program.
const GUIDE: &str = include_str!("../../questionnaires/README.md");

/// One row of a table of the guide.
struct Row {
    section: u8,
    /// What the first column of its table is headed by.
    heading: &'static str,
    /// The names between backticks in its first cell: up to a colon, and the first of those between braces.
    names: Vec<&'static str>,
    cells: Vec<&'static str>,
}

static ROWS: LazyLock<Vec<Row>> = LazyLock::new(rows);

fn rows() -> Vec<Row> {
    let mut found = Vec::new();
    let (mut section, mut heading) = (0, None);
    for line in GUIDE.lines() {
        if let Some(title) = line.strip_prefix("## ") {
            let number = title
                .split_once(". ")
                .and_then(|(number, _)| number.parse().ok());
            section = number.unwrap_or(0);
        }
        let Some(row) = line
            .strip_prefix("| ")
            .and_then(|row| row.strip_suffix(" |"))
        else {
            if !line.starts_with("|---") {
                heading = None;
            }
            continue;
        };
        let cells: Vec<&str> = row.split(" | ").collect();
        match heading {
            None => heading = cells.first().copied(),
            Some(heading) => found.push(Row {
                section,
                heading,
                names: cells.first().map_or(Vec::new(), |cell| names(cell)),
                cells,
            }),
        }
    }
    found
}

/// What stands between backticks, each up to its colon; of `{ naar_rato: 3 }` the first key.
fn names(cell: &'static str) -> Vec<&'static str> {
    let quoted = cell.split('`').skip(1).step_by(2);
    let name = |one: &'static str| one.trim_start_matches("{ ").split([':', ',', ' ']).next();
    quoted.filter_map(name).collect()
}

/// What a key means: from the table with this heading, else from any other table of the section.
pub(super) fn key((section, heading): (u8, &str), key: &str) -> Option<String> {
    let here = || ROWS.iter().filter(|row| row.section == section);
    let own = here().filter(|row| row.heading == heading);
    own.chain(here()).find_map(|row| said(row, key))
}

/// The answer that a question of this kind takes.
pub(super) fn kind(name: &str) -> Option<String> {
    key((3, "`soort`"), name)
}

/// What a role means. Those of the questions in rows are only named there.
pub(super) fn role(name: &str) -> Option<String> {
    key((9, "rol op een losse vraag"), name)
}

/// What a row says of one of its names: its own part of the cell, where there are as many parts as names.
fn said(row: &Row, name: &str) -> Option<String> {
    let at = row.names.iter().position(|one| *one == name)?;
    let wide = matches!(row.heading, "`soort`");
    let cell = if wide {
        row.cells.get(1)
    } else {
        row.cells.last()
    }?;
    let parts: Vec<&str> = cell.split(" · ").collect();
    let part = if parts.len() == row.names.len() {
        parts[at]
    } else {
        cell
    };
    // In the head of a list a column of its own says what must be there.
    let must = row.cells.len() == 3 && row.cells.get(1) == Some(&"ja");
    let part = part.replace("**", "");
    Some(sentence(&if must {
        format!("verplicht: {part}")
    } else {
        part
    }))
}

/// As a sentence by itself, out of the guide.
fn sentence(part: &str) -> String {
    let mut text = String::new();
    let mut rest = part.trim();
    while let Some(at) = rest.find("zie ") {
        let (before, after) = rest.split_at(at + 4);
        text.push_str(before);
        let digits = after.len() - after.trim_start_matches(|c: char| c.is_ascii_digit()).len();
        if digits > 0 {
            text.push_str(&format!(
                "hoofdstuk {} van de schrijfgids",
                &after[..digits]
            ));
        }
        rest = &after[digits..];
    }
    text.push_str(rest);
    let mut letters = text.chars();
    let first = letters.next().map(char::to_uppercase);
    let text: String = first.into_iter().flatten().chain(letters).collect();
    if text.ends_with(['.', '?', '!', ':']) {
        text
    } else {
        format!("{text}.")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_row_with_several_names_gives_each_its_own_words() {
        let voor = key((5, "sleutel van een voorwaarde"), "voor").unwrap();
        let na = key((5, "sleutel van een voorwaarde"), "na").unwrap();
        assert_ne!(voor, na);
        assert!(voor.ends_with('.') && voor.starts_with(char::is_uppercase));
        assert_eq!(key((5, "sleutel"), "bestaat_niet"), None);
    }
}
