//! What a reader sees as one sign: a letter with its accents, a wide character, a joined one. Where it begins and ends,
//! and how many columns it takes.

use std::ops::Range;

use console::measure_text_width;

const JOINER: char = '\u{200d}';

/// One sign as a reader sees it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Cluster {
    /// Its bytes.
    pub(super) at: Range<usize>,
    /// Its columns.
    pub(super) width: usize,
}

/// The signs of a text, in order.
pub(super) fn clusters(text: &str) -> Vec<Cluster> {
    let mut found: Vec<Cluster> = Vec::new();
    let mut joined = false;
    for (at, one) in text.char_indices() {
        let end = at + one.len_utf8();
        let width = columns(one);
        match found.last_mut() {
            Some(last) if one != '\n' && (width == 0 || joined || is_shade(one)) => {
                last.at.end = end;
                last.width = last.width.max(width);
            }
            _ => found.push(Cluster { at: at..end, width }),
        }
        joined = one == JOINER;
    }
    found
}

fn columns(one: char) -> usize {
    match one {
        ' '..='~' => 1,
        '\n' => 0,
        _ => measure_text_width(one.encode_utf8(&mut [0; 4])),
    }
}

/// A colour of skin, which belongs to the sign before it.
const fn is_shade(one: char) -> bool {
    matches!(one, '\u{1f3fb}'..='\u{1f3ff}')
}

/// The columns of a text.
pub(super) fn width(text: &str) -> usize {
    clusters(text).iter().map(|one| one.width).sum()
}

/// The text on one line of at most so many columns; what does not fit becomes three dots.
pub(super) fn clip(text: &str, most: usize) -> String {
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    if width(&text) <= most {
        return text;
    }
    let dots = most.min(3);
    let mut used = 0;
    let mut end = 0;
    for one in clusters(&text) {
        if used + one.width > most - dots {
            break;
        }
        used += one.width;
        end = one.at.end;
    }
    format!("{}{}", text[..end].trim_end(), ".".repeat(dots))
}

/// The text in lines of at most so many columns. Breaks at spaces, and inside a word only where it does not fit by itself.
pub(super) fn fold_lines(text: &str, most: usize) -> Vec<String> {
    let mut lines = Vec::new();
    for line in crate::text::wrap(text, most).split('\n') {
        let mut rest = line;
        while width(rest) > most.max(2) {
            let mut used = 0;
            let cut = clusters(rest)
                .iter()
                .find(|one| {
                    used += one.width;
                    used > most.max(2)
                })
                .map_or(rest.len(), |one| one.at.start);
            lines.push(rest[..cut].to_owned());
            rest = &rest[cut..];
        }
        lines.push(rest.to_owned());
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_letter_and_its_accents_are_one_sign() {
        let text = "e\u{301}日👩\u{200d}👧x";
        let widths: Vec<usize> = clusters(text).iter().map(|one| one.width).collect();
        assert_eq!(widths, [1, 2, 2, 1]);
        assert_eq!(clusters("a\nb").len(), 3);
    }

    #[test]
    fn a_clipped_text_fits() {
        assert_eq!(clip("een  twee drie", 9), "een tw...");
        assert_eq!(clip("kort", 9), "kort");
        assert_eq!(clip("日本語日本語", 7), "日本...");
        for most in 0..6 {
            assert!(width(&clip("bijzonder", most)) <= most);
        }
    }

    #[test]
    fn a_long_word_is_cut_and_nothing_is_lost() {
        assert_eq!(fold_lines("abcdefgh ij", 4), ["abcd", "efgh", "ij"]);
    }
}
