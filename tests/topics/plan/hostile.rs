//! Texts that try to be more than words: they steer no screen, make no structure, and survive the file.

use std::sync::LazyLock;

use proptest::prelude::*;

use super::cases::{Case, answer, example};
use top3::answer::Value;
use top3::document::{self, Block, Document, Line, Numbered, Table, Tone};
use top3::plan::file;
use top3::render;

/// A document with this text in every kind of block.
fn full_of(text: &str) -> Document {
    let line = || Line::plain(text).and_strong(text);
    Document {
        title: text.to_owned(),
        mark: Some("NIET DELEN".to_owned()),
        blocks: vec![
            Block::Heading(1, text.to_owned()),
            Block::Heading(2, text.to_owned()),
            Block::Paragraph(line()),
            Block::Facts(vec![(text.to_owned(), line())]),
            Block::Bullets(vec![line(), line()]),
            Block::Numbered(vec![Numbered {
                number: text.to_owned(),
                line: line(),
                facts: vec![(text.to_owned(), line())],
            }]),
            Block::Table(Table {
                head: vec![text.to_owned(), "b".to_owned()],
                rows: vec![vec![line(), line()]],
            }),
            Block::Notice(Tone::Danger, line()),
            Block::Room(text.to_owned(), 1),
            Block::PageBreak,
        ],
    }
}

#[test]
fn nothing_a_person_typed_reaches_the_screen_as_a_command() {
    let text = "rood\u{1b}[31m\u{7}\u{9b}2J\u{202e}moc.live\u{2066}\u{200b}\r\nx\u{8}";
    let document = full_of(text);
    for shown in [
        render::text(&document, 80),
        render::terminal(&document, 80, false),
        render::markdown(&document),
    ] {
        let bad = |one: char| {
            (one.is_control() && one != '\n')
                || matches!(one, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{200b}'..='\u{200f}')
        };
        assert!(!shown.contains(bad), "{shown:?}");
    }
}

#[test]
fn markdown_signs_in_a_text_stay_words() {
    for text in [
        "# kop",
        "- punt",
        "1. eerst",
        "> citaat",
        "| cel | cel |",
        "`code` **vet** _schuin_",
        "<b>html</b>",
        "[link](https://x.nl)",
        "![beeld](x)",
        "---",
        "===",
        "+ punt",
        "a\n# kop\n- punt",
        "&lt;script&gt;",
        "~~weg~~",
    ] {
        let markdown = render::markdown(&Document {
            title: "Titel".to_owned(),
            mark: None,
            blocks: vec![Block::Paragraph(Line::plain(text))],
        });
        let body = markdown.strip_prefix("# Titel\n\n").unwrap();
        for line in body.lines() {
            let structure = line.starts_with(['#', '>', '|', '-', '+', '=', '<'])
                || line.starts_with("1.")
                || line.replace("\\]", "").contains("](")
                || line.contains("**");
            assert!(!structure, "{text:?} became {line:?}");
        }
        for sign in ['<', '`', '*', '|', '[', '&', '~'] {
            let bare = body
                .match_indices(sign)
                .any(|(at, _)| at == 0 || !body[..at].ends_with('\\'));
            assert!(!bare, "{text:?} became {body:?}");
        }
    }
}

#[test]
fn a_cell_cannot_break_out_of_its_table() {
    let markdown = render::markdown(&full_of("a | b\n| c |\n---"));
    let rows: Vec<&str> = markdown
        .lines()
        .filter(|line| line.starts_with("| "))
        .collect();
    assert_eq!(rows.len(), 3, "{rows:#?}");
}

fn with_text(text: &str) -> Case {
    static CASE: LazyLock<Case> = LazyLock::new(|| example("hulp-en-plan"));
    let mut case = CASE.clone();
    for key in [
        "veiligheidsplan.aanleiding",
        "veiligheidsplan.afspraken/a1/doet",
        "personen.mensen/p1/naam",
        "top3.situaties/s1/wat",
    ] {
        answer(&mut case, key, Value::Text(text.to_owned()));
    }
    case
}

#[test]
fn a_text_that_looks_like_yaml_is_not_read_as_yaml() {
    for text in [
        "wie: p2",
        "- id: p9",
        "# geen opmerking",
        "onbekend: ja",
        "{ a: b }",
        "[p1, p2]",
        "'",
        "\"",
        "a: b\nvoorwaarden:\n- id: v9",
        "|\n  x",
        "* anker",
        "&x y",
        "!tag",
        "%",
        "@",
        "null",
        "~",
        "true",
        "0123",
        "1_000",
        "2026-03-04",
        "nee",
        "...",
        "---",
        "\t",
    ] {
        let plan = with_text(text).plan().unwrap();
        let written = file::write(&plan).unwrap();
        let read = file::read(written.as_bytes(), "plan.yaml")
            .unwrap_or_else(|faults| panic!("{text:?}: {faults:#?}\n{written}"));
        assert_eq!(read.plan, plan, "{text:?}");
        assert!(!read.edited, "{text:?}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn any_text_survives_the_file(text in "\\PC{0,60}|[ a-z:#'\"\\-\\n>|]{0,120}|(\\PC|\\n| ){80,300}") {
        let plan = with_text(&text).plan().unwrap();
        let written = file::write(&plan).unwrap();
        let read = file::read(written.as_bytes(), "plan.yaml");
        prop_assert!(read.is_ok(), "{:#?}\n{}", read.err(), written);
        let read = read.unwrap();
        prop_assert_eq!(&read.plan, &plan);
        prop_assert!(!read.edited);
    }

    #[test]
    fn any_text_renders_within_the_page(text in "\\PC{0,200}") {
        let plan = with_text(&text).plan().unwrap();
        let document = document::plan(&plan, &[], &[]);
        render::markdown(&document);
        render::terminal(&document, 60, true);
        let words: usize = text.split_whitespace().map(console::measure_text_width).max().unwrap_or(0);
        for line in render::text(&document, 80).lines() {
            prop_assert!(console::measure_text_width(line) <= 80.max(words + 40), "{}", line);
        }
    }
}
