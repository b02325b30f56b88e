//! Text that can be shown anywhere: what a person typed, without anything that steers a terminal, turns the reading
//! direction or hides itself; and without anything that a spreadsheet would compute. Knows no case and no list.

use std::borrow::Cow;

/// The text without control characters, direction marks and invisible signs; line breaks become `\n`, tabs a space.
pub fn plain(text: &str) -> Cow<'_, str> {
    if text
        .chars()
        .all(|one| one == '\n' || kept(one) == Some(one))
    {
        return Cow::Borrowed(text);
    }
    let text = text.replace("\r\n", "\n");
    let shown = text.chars().filter_map(|one| match one {
        '\n' | '\r' | '\u{2028}' | '\u{2029}' | '\u{85}' => Some('\n'),
        other => kept(other),
    });
    Cow::Owned(shown.collect())
}

/// The text on one line: plain, with every run of spaces and line breaks as one space.
pub fn one_line(text: &str) -> String {
    plain(text).split_whitespace().collect::<Vec<_>>().join(" ")
}

/// A cell that no spreadsheet takes for a formula: one that begins like one gets an apostrophe, also between quotation
/// marks. Numbers stay as they are.
pub fn no_formula(cell: String) -> String {
    let begins = cell.starts_with(['=', '+', '-', '@', '\t', '\r', '\n']);
    if !begins || is_number(&cell) {
        return cell;
    }
    format!("'{cell}")
}

fn is_number(cell: &str) -> bool {
    let digits = cell.strip_prefix(['-', '+']).unwrap_or(cell);
    let mut parts = digits.splitn(2, ['.', ',']);
    parts.all(|part| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit()))
}

/// A cell of a table with a comma between, as RFC 4180 writes it: between quotation marks where it must be.
pub fn csv_cell(cell: &str) -> String {
    let cell = no_formula(cell.to_owned());
    if cell.contains([',', '"', '\n', '\r']) {
        return format!("\"{}\"", cell.replace('"', "\"\""));
    }
    cell
}

fn kept(one: char) -> Option<char> {
    match one {
        '\t' => Some(' '),
        // Soft hyphen, zero-width signs, direction marks and overrides, invisible operators, tags.
        '\u{AD}'
        | '\u{61C}'
        | '\u{180E}'
        | '\u{200B}'..='\u{200F}'
        | '\u{2028}'..='\u{202E}'
        | '\u{2060}'..='\u{206F}'
        | '\u{FEFF}'
        | '\u{FFF9}'..='\u{FFFB}'
        | '\u{E0000}'..='\u{E007F}'
        // Private use: what it means, nobody else knows; our own marks are read before.
        | '\u{E000}'..='\u{F8FF}' => None,
        other if other.is_control() => None,
        other if other.is_whitespace() => Some(' '),
        other => Some(other),
    }
}

/// A word of a command as it is typed: between quotes where it needs them.
pub fn as_word(word: &str) -> String {
    let plain = |one: char| one.is_alphanumeric() || "-_./\\:~".contains(one);
    if !word.is_empty() && word.chars().all(plain) {
        word.to_owned()
    } else {
        format!("\"{word}\"")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_that_steers_or_hides_is_left() {
        assert_eq!(plain("\u{1b}[2Jrood\u{7}"), "[2Jrood");
        assert_eq!(plain("links\u{202e}sthcer\u{2066}"), "linkssthcer");
        assert_eq!(plain("a\r\nb\rc\td\u{200b}"), "a\nb\nc d");
        assert_eq!(plain("één café, 👩 – “ja”"), "één café, 👩 – “ja”");
        assert_eq!(one_line("  een\n\ntwee\u{1b} "), "een twee");
    }

    #[test]
    fn no_cell_is_a_formula_and_numbers_stay_numbers() {
        for (cell, wanted) in [
            ("=1+1", "'=1+1"),
            ("+31 6", "'+31 6"),
            ("-x", "'-x"),
            ("@SUM(A1)", "'@SUM(A1)"),
            ("\t=1", "'\t=1"),
            ("\r=1", "'\r=1"),
            ("-5", "-5"),
            ("+3,5", "+3,5"),
            ("-1.5", "-1.5"),
            ("-1.5.2", "'-1.5.2"),
            ("-", "'-"),
            ("a=b", "a=b"),
            ("", ""),
        ] {
            assert_eq!(no_formula(cell.to_owned()), wanted);
        }
    }
}
