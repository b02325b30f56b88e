//! What stands in a PDF that our own writer made: every object with its stream unpacked, and the words on its pages through
//! the tables that say which sign each letter stands for.

use std::collections::BTreeMap;
use std::io::Read;

/// An object: its dictionary as it stands, and its stream unpacked.
pub struct Object {
    pub head: String,
    pub stream: Vec<u8>,
}

/// All objects by number.
pub fn objects(bytes: &[u8]) -> BTreeMap<usize, Object> {
    let mut all = BTreeMap::new();
    let mut at = 0;
    while let Some(found) = find(&bytes[at..], b" 0 obj\n") {
        let start = at + found;
        let digits = bytes[..start]
            .iter()
            .rev()
            .take_while(|one| one.is_ascii_digit());
        let from = start - digits.count();
        let number: usize = String::from_utf8_lossy(&bytes[from..start])
            .parse()
            .unwrap();
        let body = start + b" 0 obj\n".len();
        let end = find(&bytes[body..], b"endobj").unwrap() + body;
        let stream = find(&bytes[body..end], b"stream\n").map(|found| found + body);
        let (head, stream, end) = match stream {
            None => (&bytes[body..end], Vec::new(), end),
            Some(begin) => {
                let head = &bytes[body..begin];
                let text = String::from_utf8_lossy(head).into_owned();
                let long: usize = after(&text, "/Length ").parse().unwrap();
                let raw = &bytes[begin + 7..begin + 7 + long];
                (head, unpacked(&text, raw), begin + 7 + long)
            }
        };
        let head = String::from_utf8_lossy(head).into_owned();
        all.insert(number, Object { head, stream });
        at = end;
    }
    all
}

/// The words on each page, in the order in which they are drawn; a space after each line.
pub fn pages(bytes: &[u8]) -> Vec<String> {
    let all = objects(bytes);
    let pages = all.values().filter(|one| one.head.contains("/Type/Page/"));
    let pages = pages.map(|page| {
        let fonts = fonts(page, &all);
        let content = &all[&reference(&page.head, "/Contents ")];
        words(&content.stream, &fonts)
    });
    pages.collect()
}

/// All that a reader of the file may find: the words of the pages, and every dictionary and stream.
pub fn everything(bytes: &[u8]) -> String {
    let mut out = pages(bytes).join("\n");
    for object in objects(bytes).values() {
        out.push('\n');
        out.push_str(&decoded(&object.head));
        out.push('\n');
        out.push_str(&String::from_utf8_lossy(&object.stream));
    }
    out
}

type Map = BTreeMap<u16, String>;

fn fonts(page: &Object, all: &BTreeMap<usize, Object>) -> BTreeMap<String, Map> {
    let resources = &all[&reference(&page.head, "/Resources ")].head;
    let from = resources
        .find("/Font<<")
        .map_or("", |at| &resources[at + 7..]);
    let table = from.split(">>").next().unwrap_or("");
    let mut fonts = BTreeMap::new();
    for one in table.split('/').filter(|one| !one.trim().is_empty()) {
        let (name, number) = one.split_once(' ').unwrap();
        let number: usize = number.split(' ').next().unwrap().parse().unwrap();
        let map = &all[&reference(&all[&number].head, "/ToUnicode ")].stream;
        fonts.insert(name.to_owned(), table_of(&String::from_utf8_lossy(map)));
    }
    fonts
}

fn table_of(cmap: &str) -> Map {
    let mut map = Map::new();
    for part in cmap.split("beginbfchar").skip(1) {
        for line in part.split("endbfchar").next().unwrap().lines() {
            let mut sides = line
                .split(['<', '>'])
                .filter(|side| !side.trim().is_empty());
            if let (Some(from), Some(to)) = (sides.next(), sides.next()) {
                map.insert(
                    u16::from_str_radix(from, 16).unwrap(),
                    utf16(&to.replace(' ', "")),
                );
            }
        }
    }
    assert!(
        !cmap.contains("beginbfrange"),
        "the writer makes ranges: read them too"
    );
    map
}

/// What the letters in a page's drawing say: strings between brackets or angles, after the name of a font.
fn words(content: &[u8], fonts: &BTreeMap<String, Map>) -> String {
    let mut out = String::new();
    let mut font = String::new();
    let mut at = 0;
    while at < content.len() {
        match content[at] {
            b'/' => {
                let name = content[at + 1..]
                    .iter()
                    .take_while(|one| one.is_ascii_alphanumeric());
                let name: String = name.map(|one| char::from(*one)).collect();
                at += name.len() + 1;
                if fonts.contains_key(&name) {
                    font = name;
                }
            }
            b'<' if content.get(at + 1) == Some(&b'<') => {
                let end = at + find(&content[at..], b">>").unwrap();
                if let Some(found) = find(&content[at..end], b"/ActualText") {
                    // What a letter stands for that stands for something else elsewhere.
                    let said = &content[at + found + 11..];
                    let text = if said[0] == b'<' {
                        decoded(&String::from_utf8_lossy(&said[..find(said, b">").unwrap()]))
                    } else {
                        let bytes = literal(said, 1).0;
                        match bytes.strip_prefix(b"\xFE\xFF") {
                            Some(units) => utf16_of(units),
                            None => String::from_utf8_lossy(&bytes).into_owned(),
                        }
                    };
                    out.push_str(&text);
                    at += find(&content[at..], b"EMC").unwrap();
                } else {
                    at = end + 2;
                }
            }
            b'<' => {
                let end = at + find(&content[at..], b">").unwrap();
                let hex = String::from_utf8_lossy(&content[at + 1..end]).into_owned();
                let units = (0..hex.len() / 4)
                    .map(|one| u16::from_str_radix(&hex[one * 4..one * 4 + 4], 16).unwrap());
                say(units.collect(), &fonts[&font], &mut out);
                at = end + 1;
            }
            b'(' => {
                let (text, end) = literal(content, at + 1);
                let units = text
                    .chunks(2)
                    .map(|one| u16::from(one[0]) << 8 | u16::from(one[1]));
                say(units.collect(), &fonts[&font], &mut out);
                at = end;
            }
            b'E' if content[at..].starts_with(b"ET") => {
                out.push(' ');
                at += 2;
            }
            _ => at += 1,
        }
    }
    out
}

fn say(letters: Vec<u16>, map: &Map, out: &mut String) {
    for letter in letters {
        out.push_str(map.get(&letter).map_or("\u{FFFD}", String::as_str));
    }
}

/// A string between round brackets, and where it ends.
fn literal(content: &[u8], mut at: usize) -> (Vec<u8>, usize) {
    let mut out = Vec::new();
    let mut depth = 1;
    loop {
        let byte = content[at];
        at += 1;
        match byte {
            b'(' => depth += 1,
            b')' if depth == 1 => return (out, at),
            b')' => depth -= 1,
            b'\\' => {
                let next = content[at];
                at += 1;
                let digits = |at: usize| {
                    content[at..]
                        .iter()
                        .take(2)
                        .take_while(|one| (b'0'..=b'7').contains(*one))
                        .count()
                };
                out.push(match next {
                    b'n' => b'\n',
                    b'r' => b'\r',
                    b't' => b'\t',
                    b'b' => 8,
                    b'f' => 12,
                    b'0'..=b'7' => {
                        let more = digits(at);
                        let all = &content[at - 1..at + more];
                        at += more;
                        all.iter().fold(0_u8, |sum, digit| {
                            sum.wrapping_mul(8).wrapping_add(digit - b'0')
                        })
                    }
                    other => other,
                });
                continue;
            }
            _ => {}
        }
        out.push(byte);
    }
}

/// Texts in a dictionary that are written as UTF-16, as words.
fn decoded(head: &str) -> String {
    let mut out = String::new();
    let mut rest = head;
    while let Some(at) = rest.find("<FEFF") {
        out.push_str(&rest[..at]);
        let end = rest[at..].find('>').map_or(rest.len(), |end| at + end);
        out.push_str(&utf16(&rest[at + 5..end]));
        rest = &rest[end..];
    }
    out.push_str(rest);
    out
}

fn utf16(hex: &str) -> String {
    let units: Vec<u16> = (0..hex.len() / 4)
        .map(|at| u16::from_str_radix(&hex[at * 4..at * 4 + 4], 16).unwrap())
        .collect();
    String::from_utf16_lossy(&units)
}

fn utf16_of(bytes: &[u8]) -> String {
    let units: Vec<u16> = bytes
        .chunks(2)
        .map(|one| u16::from(one[0]) << 8 | u16::from(one[1]))
        .collect();
    String::from_utf16_lossy(&units)
}

fn unpacked(head: &str, raw: &[u8]) -> Vec<u8> {
    if !head.contains("/FlateDecode") {
        return raw.to_vec();
    }
    let mut out = Vec::new();
    flate2::read::ZlibDecoder::new(raw)
        .read_to_end(&mut out)
        .unwrap();
    out
}

fn reference(head: &str, key: &str) -> usize {
    after(head, key)
        .parse()
        .unwrap_or_else(|_| panic!("no {key} in {head}"))
}

/// The digits after this key.
fn after(head: &str, key: &str) -> String {
    let from = head.find(key).map_or("", |at| &head[at + key.len()..]);
    from.chars().take_while(char::is_ascii_digit).collect()
}

fn find(bytes: &[u8], what: &[u8]) -> Option<usize> {
    bytes.windows(what.len()).position(|one| one == what)
}
