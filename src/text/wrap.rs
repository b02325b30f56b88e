//! Lines that fit: breaks text at spaces, by what a terminal shows and not by bytes.

use console::measure_text_width;

/// The text in lines of at most `width` columns; a longer word keeps its own line. Own line breaks stay.
pub fn wrap(text: &str, width: usize) -> String {
    text.split('\n')
        .map(|line| wrap_line(line, width.max(1)))
        .collect::<Vec<_>>()
        .join("\n")
}

/// The same, with every line moved to the right by `by` columns.
pub fn indent(text: &str, width: usize, by: usize) -> String {
    let space = " ".repeat(by);
    wrap(text, width.saturating_sub(by).max(1))
        .split('\n')
        .map(|line| {
            if line.is_empty() {
                String::new()
            } else {
                format!("{space}{line}")
            }
        })
        .collect::<Vec<_>>()
        .join("\n")
}

fn wrap_line(line: &str, width: usize) -> String {
    let lead: String = line.chars().take_while(|one| *one == ' ').collect();
    let mut out = lead.clone();
    let mut used = lead.len();
    let mut fresh = true;
    for word in line.split(' ').filter(|word| !word.is_empty()) {
        let long = measure_text_width(word);
        if !fresh && used + 1 + long > width {
            out.push('\n');
            out.push_str(&lead);
            used = lead.len();
            fresh = true;
        }
        if !fresh {
            out.push(' ');
            used += 1;
        }
        out.push_str(word);
        used += long;
        fresh = false;
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn breaks_at_spaces_and_keeps_own_lines() {
        assert_eq!(wrap("een twee drie\nvier", 8), "een twee\ndrie\nvier");
        assert_eq!(wrap("bijzonderheden ja", 5), "bijzonderheden\nja");
        assert_eq!(wrap("één één één", 7), "één één\néén");
        assert_eq!(wrap("  een twee", 6), "  een\n  twee");
        assert_eq!(indent("een twee", 7, 3), "   een\n   twee");
    }
}
