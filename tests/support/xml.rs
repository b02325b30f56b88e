//! Reads XML strictly enough to find what a writer forgot to escape: every tag closed in order, every attribute between
//! quotes, no bare ampersand, no sign that XML forbids.

use std::collections::BTreeMap;

/// One element, in the order in which they begin.
#[derive(Debug, Default)]
pub struct Element {
    pub name: String,
    pub attributes: BTreeMap<String, String>,
    /// Its own text, without that of the elements in it.
    pub text: String,
}

/// All elements of a document.
///
/// # Panics
/// Where the document is not well-formed.
pub fn elements(xml: &str) -> Vec<Element> {
    let mut found: Vec<Element> = Vec::new();
    let mut open: Vec<usize> = Vec::new();
    let mut rest = xml;
    while let Some(at) = rest.find('<') {
        let (text, after) = rest.split_at(at);
        match open.last() {
            Some(own) => found[*own].text.push_str(&decoded(text)),
            None => assert_eq!(text.trim(), "", "text outside the document"),
        }
        let end = after.find('>').expect("a tag that never ends");
        let (tag, next) = (&after[1..end], &after[end + 1..]);
        assert!(!tag.contains('<'), "a tag in a tag: {tag}");
        if let Some(name) = tag.strip_prefix('/') {
            let own = open.pop().expect("closes what is not open");
            assert_eq!(found[own].name, name.trim(), "closes another");
        } else {
            let body = tag.strip_suffix('/').unwrap_or(tag);
            let (name, attributes) = body.split_once([' ', '\n']).unwrap_or((body, ""));
            found.push(Element {
                name: name.to_owned(),
                attributes: attributes_of(attributes),
                text: String::new(),
            });
            if !tag.ends_with('/') {
                open.push(found.len() - 1);
            }
        }
        rest = next;
    }
    assert_eq!(rest.trim(), "", "text after the document");
    assert!(open.is_empty(), "an element is never closed");
    found
}

fn attributes_of(text: &str) -> BTreeMap<String, String> {
    let mut found = BTreeMap::new();
    let mut rest = text.trim();
    while !rest.is_empty() {
        let (name, after) = rest
            .split_once("=\"")
            .expect("an attribute without a value");
        let (value, next) = after.split_once('"').expect("a value that never ends");
        assert!(!name.contains(char::is_whitespace), "a bare word: {name}");
        let old = found.insert(name.to_owned(), decoded(value));
        assert!(old.is_none(), "an attribute twice: {name}");
        rest = next.trim_start();
    }
    found
}

fn decoded(text: &str) -> String {
    for one in text.chars() {
        let good = matches!(one, '\t' | '\n' | '\r' | ' '..='\u{D7FF}' | '\u{E000}'..='\u{FFFD}' | '\u{10000}'..);
        assert!(good, "not allowed in XML: {one:?}");
    }
    let mut pieces = text.split('&');
    let mut out = pieces.next().unwrap_or_default().to_owned();
    for piece in pieces {
        let (code, after) = piece.split_once(';').expect("a bare ampersand");
        out.push(match code {
            "amp" => '&',
            "lt" => '<',
            "gt" => '>',
            "quot" => '"',
            "#39" => '\'',
            other => panic!("unknown code &{other};"),
        });
        out.push_str(after);
    }
    out
}
