//! Text that can be shown anywhere: what a person typed, without anything that steers a terminal, turns the reading
//! direction or hides itself. Knows no format.

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
        | '\u{E0000}'..='\u{E007F}' => None,
        other if other.is_control() => None,
        other if other.is_whitespace() => Some(' '),
        other => Some(other),
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
}
