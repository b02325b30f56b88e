//! Letters: how wide a text is about, where it breaks, and how it is written in XML.

/// How wide this text is about, in a font of this size. Reckoned for a wide font, so that it fits in a narrow one too.
pub(crate) fn width(text: &str, size: f64) -> f64 {
    let letters = text.chars().map(|one| match one {
        'i' | 'j' | 'l' | 't' | 'f' | 'r' | 'I' | '.' | ',' | ':' | ';' | '\'' | '|' | '!'
        | '(' | ')' | '[' | ']' | '/' | ' ' => 0.38,
        'm' | 'w' | 'M' | 'W' | '@' | '%' => 0.95,
        one if one.is_ascii_uppercase() => 0.7,
        one if one.is_ascii() => 0.6,
        one if u32::from(one) < 0x2000 => 0.65,
        _ => 1.1,
    });
    letters.sum::<f64>() * size
}

/// The text in lines that fit in this width: broken at spaces; a longer word after `_`, `/`, `.` or `-`, and else wherever
/// it must.
pub(crate) fn fold(text: &str, room: f64, size: f64) -> Vec<String> {
    let mut lines = Vec::new();
    let mut line = String::new();
    for word in text.split(' ').filter(|word| !word.is_empty()) {
        if !line.is_empty() {
            if width(&format!("{line} {word}"), size) <= room {
                line.push(' ');
                line.push_str(word);
                continue;
            }
            lines.push(std::mem::take(&mut line));
        }
        let mut rest = word;
        while width(rest, size) > room {
            let (piece, after) = rest.split_at(cut(rest, room, size));
            if after.is_empty() {
                break;
            }
            lines.push(piece.to_owned());
            rest = after;
        }
        rest.clone_into(&mut line);
    }
    lines.push(line);
    lines
}

/// How many bytes of a word fit: up to its last good place to break, and at least one letter.
fn cut(word: &str, room: f64, size: f64) -> usize {
    let mut used = 0.0;
    let (mut good, mut any) = (0, 0);
    for (at, one) in word.char_indices() {
        used += width(one.encode_utf8(&mut [0; 4]), size);
        let end = at + one.len_utf8();
        if used > room && any > 0 {
            break;
        }
        any = end;
        if matches!(one, '_' | '/' | '.' | '-') {
            good = end;
        }
    }
    if good > 0 { good } else { any }
}

/// A text as XML has it, between tags or in an attribute.
pub(crate) fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for one in crate::plain::one_line(text).chars() {
        match one {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            // Not allowed in XML, not even as a code.
            '\u{FFFE}' | '\u{FFFF}' => {}
            other => out.push(other),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_fit_and_lose_no_letter() {
        for text in [
            "Is er een huisdier dat niet tegen ballonnen kan?",
            "rihg.kleur_geweldsverwachting_en_nog_meer_van_zulke_lange_namen",
            "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
            "kort zeer_lange.naam/met/streepjes kort",
            "",
        ] {
            let lines = fold(text, 90.0, 12.0);
            for line in &lines {
                assert!(width(line, 12.0) <= 90.0, "{line}");
            }
            let letters = |text: &str| text.replace(' ', "");
            assert_eq!(letters(&lines.concat()), letters(text));
        }
    }
}
