//! PDF: the writer's own check for PDF/UA-1 passes whatever is in it, tables go on over pages with their head, and a page
//! tells nothing of how many there are.

use top3::document::{Block, Document, Line, Numbered, Table};
use top3::render;

use crate::support::pdf;

fn made(blocks: Vec<Block>) -> Vec<u8> {
    let document = Document {
        title: "Proef".into(),
        mark: None,
        blocks,
    };
    // Not there where the check for PDF/UA-1 fails.
    render::pdf(&document, "nl-NL").expect("a PDF that passes PDF/UA-1")
}

fn table(rows: usize, long: usize) -> Block {
    let rows = (1..=rows).map(|row| {
        vec![
            Line::plain(format!("rij{row}")),
            Line::plain("woord ".repeat(long)),
            Line::default(),
        ]
    });
    Block::Table(Table {
        head: vec!["nummer".into(), "tekstkolom".into(), "leeg".into()],
        rows: rows.collect(),
    })
}

#[test]
fn a_long_table_goes_on_with_its_head_on_each_page() {
    let pages = pdf::pages(&made(vec![
        Block::Heading(1, "Tabel".into()),
        table(120, 12),
    ]));
    assert!(pages.len() >= 3, "{} pages", pages.len());
    for page in &pages {
        assert_eq!(page.matches("tekstkolom").count(), 1, "{page}");
    }
    let all = pages.concat();
    for row in 1..=120 {
        assert_eq!(all.matches(&format!("rij{row} ")).count(), 1, "row {row}");
    }
}

#[test]
fn who_hears_a_long_table_hears_one_table_with_one_head() {
    let bytes = made(vec![table(120, 12)]);
    let heads: Vec<String> = pdf::objects(&bytes)
        .into_values()
        .map(|one| one.head)
        .collect();
    let count = |tag: &str| heads.iter().filter(|head| head.contains(tag)).count();
    assert_eq!(count("/S/Table/"), 1);
    assert_eq!(count("/S/TH/"), 3);
    assert_eq!(count("/S/TD/"), 360, "an empty cell is a cell too");
    assert!(heads.iter().any(|head| head.contains("/Scope/Column")));
}

#[test]
fn a_row_that_no_page_can_hold_is_broken_and_whole() {
    let all = pdf::pages(&made(vec![table(1, 2000)])).concat();
    assert_eq!(all.matches("woord").count(), 2000);
}

#[test]
fn no_heading_stands_alone_at_the_foot_of_a_page() {
    for filler in 34..46 {
        let mut blocks: Vec<Block> = (0..filler)
            .map(|at| Block::Paragraph(format!("vulling{at}").into()))
            .collect();
        blocks.push(Block::Heading(1, "Kopregel".into()));
        blocks.push(Block::Numbered(vec![Numbered {
            number: "1".into(),
            line: "eerste".into(),
            facts: vec![("feit".into(), "tweede".into())],
        }]));
        let pages = pdf::pages(&made(blocks));
        let of = |word: &str| pages.iter().position(|page| page.contains(word));
        assert_eq!(of("Kopregel"), of("eerste"), "with {filler} paragraphs");
        assert_eq!(of("eerste"), of("tweede"), "with {filler} paragraphs");
    }
}

#[test]
fn a_page_says_which_it_is_and_not_of_how_many() {
    let long: Vec<Block> = (0..200).map(|_| Block::Paragraph("woord".into())).collect();
    let pages = pdf::pages(&made(long));
    assert!(pages.len() > 2);
    for (at, page) in pages.iter().enumerate() {
        let rest = page.replace("woord", "").replace("Proef", "");
        assert_eq!(
            rest.split_whitespace().collect::<Vec<_>>(),
            [(at + 1).to_string()]
        );
    }
}

#[test]
fn the_file_names_no_maker_and_no_day_and_is_the_same_again() {
    let one = made(vec![table(3, 3)]);
    assert_eq!(one, made(vec![table(3, 3)]));
    let all = pdf::everything(&one);
    for no in [
        "/CreationDate",
        "/ModDate",
        "/Author",
        "/Producer",
        "/Creator",
        "CreateDate",
        "ModifyDate",
        "CreatorTool",
    ] {
        assert!(!all.contains(no), "says {no}");
    }
    for has in [
        "/Lang(nl-NL)",
        "/Title(Proef)",
        "/DisplayDocTitle true",
        "pdfuaid",
        "/Marked true",
        "/Outlines ",
    ] {
        assert!(all.contains(has), "has no {has}");
    }
}

#[test]
fn what_the_font_cannot_show_is_still_what_it_was_for_who_copies_it() {
    let said = "家 👩 → é ё Ω";
    let all = pdf::pages(&made(vec![Block::Paragraph(said.into())])).concat();
    assert!(all.contains(said), "{all}");
}
