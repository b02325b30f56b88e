//! What a document becomes for people without this program: HTML, DOCX and ODT hold every word, once, as words; and tell
//! nothing of when or where they were made.

mod pages;

use std::io::{Cursor, Read};

use top3::document::{Block, Document, Line, Numbered, Picture, Table, Tone};
use top3::drawing::{Dash, Drawing, Manner, PALE, Shape, Stroke};
use top3::render;

use crate::support::{emf, pdf};

fn html(document: &Document, lang: &str) -> String {
    render::html(document, lang).unwrap()
}

fn docx(document: &Document, lang: &str) -> Vec<u8> {
    render::docx(document, lang).unwrap()
}

fn odt(document: &Document, lang: &str) -> Vec<u8> {
    render::odt(document, lang).unwrap()
}

/// One block of every kind, with texts that try to be more than text.
fn document(said: &str) -> Document {
    let both = Line::plain("gewoon ").and_strong(said);
    Document {
        title: format!("Titel {said}"),
        mark: Some("Alleen voor het team".into()),
        blocks: vec![
            Block::Heading(1, format!("Kop {said}")),
            Block::Paragraph(Line::plain(format!("eerste regel\n{said}"))),
            Block::Heading(2, "Onderdeel".into()),
            Block::Facts(vec![(format!("label {said}"), both.clone())]),
            Block::Bullets(vec![both.clone(), Line::plain("twee")]),
            Block::Numbered(vec![Numbered {
                number: "1".into(),
                line: both.clone(),
                facts: vec![("feit".into(), both.clone())],
            }]),
            Block::Numbered(vec![Numbered {
                number: "s3".into(),
                line: both.clone(),
                facts: Vec::new(),
            }]),
            Block::Table(Table {
                head: vec!["wie".into(), said.into()],
                rows: vec![vec![both.clone(), Line::default()]],
            }),
            Block::Picture(Picture {
                drawing: drawing(said),
                told: false,
            }),
            Block::Notice(Tone::Danger, both.clone()),
            Block::Notice(Tone::Note, both),
            Block::Room("Advies".into(), 3),
            Block::PageBreak,
            Block::Paragraph("einde".into()),
        ],
    }
}

/// A drawing with a shape of each kind.
fn drawing(said: &str) -> Drawing {
    let mut drawing = Drawing {
        title: format!("Tekening {said}"),
        words: vec![format!("in woorden {said}")],
        width: 900,
        height: 300,
        shapes: Vec::new(),
    };
    drawing.frame((10, 10, 200, 80), PALE, Stroke::thin());
    drawing.arrow((10, 120), (200, 120));
    drawing.words((20, 40), 180, Manner::strong(14).middle(), said);
    let line = Stroke::ink(3).dashed(Dash::Long);
    drawing.line(vec![(0, 0), (50, 50), (100, 0)], line);
    drawing.shapes.push(Shape::Curve {
        points: [(0, 200), (50, 150), (100, 150), (150, 200)],
        line: line.dashed(Dash::Short),
    });
    drawing
}

const HOSTILE: &[&str] = &[
    "<script>alert(1)</script>",
    "=cmd|'/C calc'!A0",
    "]]></w:t><w:p/>",
    "a & b \"c\" 'd' < e",
    "\u{1b}[31mrood\u{7}",
    "\u{202e}omgekeerd\u{2066}",
    "\u{0}\u{8}\u{b}nul",
    "{{ title }} {% for %}",
    "dubbel  en   drievoudig",
    "é ë ï € ’ 家",
];

#[test]
fn whatever_is_said_comes_out_as_words_in_every_format() {
    for said in HOSTILE {
        let document = document(said);
        let words: String = words_of(said);
        for (name, text) in read(&document) {
            let found = words_of(&text).matches(&words).count();
            // Title, heading, paragraph, fact twice, bullet, two numbered with a fact, table twice, notices twice.
            assert!(found >= 12, "{name}: {said:?} stands {found} times");
            assert!(
                !text.contains(['\u{1b}', '\u{202e}', '\u{2066}', '\u{0}']),
                "{name}"
            );
        }
    }
}

/// What a page may be made of: nothing that runs, fetches or sends.
const ELEMENTS: &str = "body main h1 h2 h3 small p strong b br ul ol li dl div dt dd table thead tbody tr th td hr i \
                        svg title desc g rect polyline polygon path text";
const ATTRIBUTES: &str = "class value scope role aria-label tabindex viewBox aria-labelledby id x y width height rx fill \
                          stroke stroke-width stroke-dasharray font-family font-size font-weight text-anchor points d";

#[test]
fn a_page_has_no_script_and_fetches_nothing() {
    for said in HOSTILE {
        let page = html(&document(said), "nl");
        assert!(page.contains("<html lang=\"nl\">") && page.contains("default-src 'none'"));
        assert!(!page.contains("url(") && !page.contains("@import"));
        let body = body_of(&page);
        let tree = roxmltree::Document::parse(&body).unwrap();
        for node in tree.descendants().filter(roxmltree::Node::is_element) {
            let name = node.tag_name().name();
            assert!(
                ELEMENTS.split(' ').any(|one| one == name),
                "<{name}>: {said:?}"
            );
            for attribute in node.attributes() {
                let name = attribute.name();
                assert!(
                    ATTRIBUTES.split(' ').any(|one| one == name),
                    "{name}: {said:?}"
                );
            }
        }
    }
}

#[test]
fn the_same_document_gives_the_same_bytes_and_no_time_of_making() {
    let document = document("rustig");
    assert_eq!(docx(&document, "nl-NL"), docx(&document, "nl-NL"));
    for bytes in [docx(&document, "nl-NL"), odt(&document, "nl-NL")] {
        let mut zip = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
        for at in 0..zip.len() {
            let part = zip.by_index(at).unwrap();
            assert_eq!(part.last_modified().map(|time| time.year()), Some(1980));
        }
    }
    let parts = parts(&docx(&document, "nl-NL"))
        .into_iter()
        .chain(parts(&odt(&document, "nl-NL")));
    for (name, part) in parts {
        for no in [
            "creator",
            "created",
            "modified",
            "lastModifiedBy",
            "generator",
        ] {
            assert!(!part.contains(no), "{name} says {no}");
        }
    }
}

#[test]
fn a_text_processor_sees_headings_lists_and_a_heading_row() {
    let document = document("iets");
    let of_docx = parts(&docx(&document, "nl-NL"));
    let body = &of_docx
        .iter()
        .find(|(name, _)| name == "word/document.xml")
        .unwrap()
        .1;
    for has in [
        "w:val=\"Title\"",
        "w:val=\"Heading1\"",
        "w:val=\"Heading2\"",
        "w:val=\"ListBullet\"",
        "<w:tblHeader/>",
    ] {
        assert!(body.contains(has), "DOCX has no {has}");
    }
    let of_odt = parts(&odt(&document, "nl-NL"));
    assert_eq!(of_odt[0].0, "mimetype");
    let body = &of_odt
        .iter()
        .find(|(name, _)| name == "content.xml")
        .unwrap()
        .1;
    for has in [
        "text:outline-level=\"1\"",
        "text:outline-level=\"2\"",
        "<text:list ",
        "<table:table-header-rows>",
    ] {
        assert!(body.contains(has), "ODT has no {has}");
    }
}

/// The text that a reader sees, by format.
fn read(document: &Document) -> Vec<(&'static str, String)> {
    vec![
        ("html", seen(&body_of(&html(document, "nl")))),
        ("docx", all_seen(&docx(document, "nl-NL"))),
        ("odt", all_seen(&odt(document, "nl-NL"))),
        (
            "pdf",
            pdf::pages(&render::pdf(document, "nl-NL").unwrap()).concat(),
        ),
    ]
}

/// The body of a page as XML: well-formed but for the void elements.
fn body_of(page: &str) -> String {
    let (start, end) = (page.find("<body>").unwrap(), page.find("</html>").unwrap());
    page[start..end]
        .replace("<br>", "<br/>")
        .replace("<hr>", "<hr/>")
}

fn all_seen(bytes: &[u8]) -> String {
    let parts = parts(bytes).into_iter().map(|(name, text)| {
        if name.ends_with(".emf") {
            text
        } else if name.ends_with("document.xml") || name == "content.xml" {
            seen(&text.replace("<text:s/>", " "))
        } else {
            String::new()
        }
    });
    parts.collect()
}

fn seen(xml: &str) -> String {
    let tree = roxmltree::Document::parse(xml).unwrap_or_else(|fault| panic!("{fault}"));
    let texts = tree
        .descendants()
        .filter_map(|node| node.text().filter(|_| node.is_text()));
    texts.collect::<Vec<_>>().join(" ")
}

/// Every part of a container, each well-formed.
fn parts(bytes: &[u8]) -> Vec<(String, String)> {
    let mut zip = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
    let mut all = Vec::new();
    for at in 0..zip.len() {
        let mut part = zip.by_index(at).unwrap();
        let name = part.name().unwrap().into_owned();
        let mut bytes = Vec::new();
        part.read_to_end(&mut bytes).unwrap();
        if name.ends_with(".emf") {
            all.push((name, emf::words(&bytes)));
            continue;
        }
        let text = String::from_utf8(bytes).unwrap();
        if text.starts_with("<?xml") {
            roxmltree::Document::parse(&text).unwrap_or_else(|fault| panic!("{name}: {fault}"));
        }
        all.push((name, text));
    }
    all
}

/// The visible signs, without spaces: how a text is broken into lines differs by format.
fn words_of(text: &str) -> String {
    top3::plain::plain(text)
        .chars()
        .filter(|one| !one.is_whitespace())
        .collect()
}

#[test]
fn as_text_no_line_is_wider_than_the_page_and_no_word_breaks() {
    let said = "Een vader duwde vanavond een moeder tegen de muur en hield haar keel vast, en hij is weggereden.";
    for width in [40, 60, 80, 120] {
        for page in [
            render::text(&document(said), width),
            render::terminal(&document(said), width, false),
        ] {
            for line in page.lines() {
                assert!(line.chars().count() <= width, "{width}: {line}");
            }
            // A sentence that stands as a label ends as it does.
            assert!(!page.contains(".:"), "{page}");
        }
    }
}
