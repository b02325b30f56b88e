//! A PDF read again: streams decompressed, strings in each way they can be written, and what is shown on a page by the table
//! that says which sign a glyph is.

use std::collections::BTreeMap;
use std::io::Read;

use flate2::read::ZlibDecoder;

use super::MOST;

/// Which text each glyph of a font is.
type Signs = BTreeMap<u32, String>;

pub(super) fn read(bytes: &[u8], texts: &mut Vec<String>) {
    texts.push(String::from_utf8_lossy(bytes).into_owned());
    let mut bodies = vec![bytes.to_vec()];
    bodies.extend(streams(bytes));
    let tables: Vec<Signs> = bodies
        .iter()
        .map(|body| signs(&String::from_utf8_lossy(body)))
        .filter(|signs| !signs.is_empty())
        .collect();
    for (at, body) in bodies.iter().enumerate() {
        if at > 0 {
            texts.push(String::from_utf8_lossy(body).into_owned());
        }
        let strings = strings(body);
        texts.push(
            strings
                .iter()
                .map(|one| as_text(one))
                .collect::<Vec<_>>()
                .join(" "),
        );
        for table in &tables {
            let shown: String = strings.iter().map(|one| glyphs(one, table)).collect();
            texts.push(shown);
        }
    }
}

/// The content of every stream that opens.
fn streams(bytes: &[u8]) -> Vec<Vec<u8>> {
    let mut found = Vec::new();
    let mut from = 0;
    while let Some(at) = find(&bytes[from..], b"stream") {
        let mut start = from + at + b"stream".len();
        while matches!(bytes.get(start), Some(b'\r' | b'\n')) {
            start += 1;
        }
        let end = find(&bytes[start..], b"endstream").map_or(bytes.len(), |end| start + end);
        let mut inner = Vec::new();
        // What is cut off is read as far as it goes.
        let _ = ZlibDecoder::new(&bytes[start..end])
            .take(MOST)
            .read_to_end(&mut inner);
        found.push(if inner.is_empty() {
            bytes[start..end].to_vec()
        } else {
            inner
        });
        from = (end + b"endstream".len()).min(bytes.len());
    }
    found
}

fn find(bytes: &[u8], what: &[u8]) -> Option<usize> {
    bytes.windows(what.len()).position(|window| window == what)
}

/// Every string: `(…)` with its escapes undone, and `<…>` in hexadecimal.
fn strings(body: &[u8]) -> Vec<Vec<u8>> {
    let mut found = Vec::new();
    let mut at = 0;
    while at < body.len() {
        match body[at] {
            b'(' => {
                let (text, end) = literal(body, at + 1);
                found.push(text);
                at = end;
            }
            b'<' if body.get(at + 1) != Some(&b'<') => {
                let end = body[at..].iter().position(|one| *one == b'>');
                let Some(end) = end.map(|end| at + end) else {
                    break;
                };
                found.extend(hexadecimal(&body[at + 1..end]));
                at = end + 1;
            }
            b'<' => at += 2,
            _ => at += 1,
        }
    }
    found
}

fn literal(body: &[u8], from: usize) -> (Vec<u8>, usize) {
    let (mut text, mut at, mut depth) = (Vec::new(), from, 1);
    while at < body.len() {
        match body[at] {
            b'\\' => {
                let next = body.get(at + 1).copied().unwrap_or(b' ');
                let digits = body[at + 1..].iter().take(3);
                let octal: Vec<u8> = digits
                    .take_while(|one| (b'0'..=b'7').contains(one))
                    .copied()
                    .collect();
                if octal.is_empty() {
                    text.push(match next {
                        b'n' => b'\n',
                        b'r' => b'\r',
                        b't' => b'\t',
                        b'b' => 8,
                        b'f' => 12,
                        other => other,
                    });
                    at += 2;
                } else {
                    let value = octal
                        .iter()
                        .fold(0_u32, |value, one| value * 8 + u32::from(one - b'0'));
                    text.push(u8::try_from(value & 0xff).unwrap_or(0));
                    at += 1 + octal.len();
                }
                continue;
            }
            b'(' => depth += 1,
            b')' => {
                depth -= 1;
                if depth == 0 {
                    return (text, at + 1);
                }
            }
            _ => {}
        }
        text.push(body[at]);
        at += 1;
    }
    (text, at)
}

fn hexadecimal(text: &[u8]) -> Option<Vec<u8>> {
    let digits: Option<Vec<u32>> = text
        .iter()
        .filter(|one| !one.is_ascii_whitespace())
        .map(|one| char::from(*one).to_digit(16))
        .collect();
    let digits = digits.filter(|all| !all.is_empty())?;
    let bytes = digits
        .chunks(2)
        .map(|pair| pair[0] * 16 + pair.get(1).copied().unwrap_or(0));
    Some(bytes.filter_map(|one| u8::try_from(one).ok()).collect())
}

/// A string as people read it: in sixteen bits where it says so, else byte by byte.
fn as_text(string: &[u8]) -> String {
    match string {
        [0xfe, 0xff, rest @ ..] => wide(rest),
        other => match std::str::from_utf8(other) {
            Ok(text) => text.to_owned(),
            Err(_) => other.iter().map(|one| char::from(*one)).collect(),
        },
    }
}

fn wide(bytes: &[u8]) -> String {
    let units: Vec<u16> = bytes
        .chunks_exact(2)
        .map(|pair| u16::from_be_bytes([pair[0], pair[1]]))
        .collect();
    String::from_utf16_lossy(&units)
}

/// A string of glyphs, each of two bytes.
fn glyphs(string: &[u8], table: &Signs) -> String {
    let codes = string
        .chunks_exact(2)
        .map(|pair| u32::from(u16::from_be_bytes([pair[0], pair[1]])));
    codes
        .filter_map(|code| table.get(&code).map(String::as_str))
        .collect()
}

/// The table of a font: `bfchar` and `bfrange`.
fn signs(text: &str) -> Signs {
    let mut table = Signs::new();
    for (begin, end, range) in [
        ("beginbfchar", "endbfchar", false),
        ("beginbfrange", "endbfrange", true),
    ] {
        for piece in text.split(begin).skip(1) {
            let piece = piece.split(end).next().unwrap_or_default();
            let words: Vec<Vec<u8>> = piece
                .split(['<', '>'])
                .filter_map(|word| hexadecimal(word.as_bytes()))
                .collect();
            let number = |bytes: &[u8]| {
                bytes
                    .iter()
                    .fold(0_u32, |sum, one| sum << 8 | u32::from(*one))
            };
            if range {
                for three in words.chunks_exact(3) {
                    let (first, last) = (number(&three[0]), number(&three[1]));
                    let start = wide(&three[2]).chars().next().map_or(0, u32::from);
                    for code in first..=last.min(first.saturating_add(0xffff)) {
                        if let Some(sign) = char::from_u32(start + (code - first)) {
                            table.insert(code, sign.to_string());
                        }
                    }
                }
            } else {
                for two in words.chunks_exact(2) {
                    table.insert(number(&two[0]), wide(&two[1]));
                }
            }
        }
    }
    table
}
