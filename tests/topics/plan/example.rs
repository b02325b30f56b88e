//! The plans and sheets that the invented cases must give, as they stand beside them. `BIJWERKEN=1` writes them anew.

use std::path::PathBuf;

use super::cases::example;
use top3::commands::shared;
use top3::document::{self, Call};
use top3::paper;
use top3::plan::{Vague, file, lint};
use top3::render;

#[test]
fn the_examples_give_the_plans_beside_them() {
    for name in ["acuut-onveilig", "hulp-en-plan", "later-fasen"] {
        let case = example(name);
        let plan = case.plan().unwrap();
        let weak = lint(&plan, &vague(), case.today);
        let document = document::plan(&plan, &calls(), &weak);
        same(name, "veiligheidsplan.yaml", &file::write(&plan).unwrap());
        same(name, "veiligheidsplan.md", &render::markdown(&document));
        same(name, "veiligheidsplan.txt", &render::text(&document, 80));
    }
}

#[test]
fn a_suspicion_that_was_taken_away_gives_no_plan() {
    assert!(example("vermoeden-weggenomen").plan().is_none());
}

#[test]
fn the_examples_give_the_consult_sheets_beside_them() {
    for name in ["acuut-onveilig", "hulp-en-plan", "vermoeden-weggenomen"] {
        let sheet = paper::consult(&example(name).view()).unwrap();
        let document = document::consult(&sheet, &calls());
        same(name, "overlegblad.txt", &render::text(&document, 80));
    }
}

#[test]
fn the_first_page_says_what_must_stop_who_does_what_and_whom_to_call() {
    let case = example("acuut-onveilig");
    let plan = case.plan().unwrap();
    let text = render::text(&document::plan(&plan, &calls(), &[]), 80);
    let first = text.split("= NIET DELEN =").next().unwrap();
    for needed in [
        "112",
        "0800-2000",
        "keel dicht",
        "Vader:",
        "tot en met 13 maart",
        "11 maart",
    ] {
        assert!(first.contains(needed), "{needed} is not on the first page");
    }
    assert!(first.lines().count() < 90, "the first page is too long");
}

#[test]
fn danger_is_pointed_out_before_anything_else() {
    let plan = example("acuut-onveilig").plan().unwrap();
    let first = plan.attention.first().unwrap();
    assert!(first.reason.as_ref().unwrap().contains("112"), "{first:?}");
}

#[test]
fn every_section_says_that_it_may_not_be_shared() {
    let plan = example("hulp-en-plan").plan().unwrap();
    let document = document::plan(&plan, &calls(), &[]);
    let markdown = render::markdown(&document);
    let heads: Vec<&str> = markdown
        .lines()
        .filter(|line| line.starts_with("## "))
        .collect();
    assert!(heads.len() > 8);
    for head in heads {
        assert!(head.ends_with("NIET DELEN"), "{head}");
    }
    let text = render::text(&document, 80);
    let under = text.lines().zip(text.lines().skip(1));
    for (head, _) in
        under.filter(|(_, line)| line.len() == 80 && line.chars().all(|one| one == '-'))
    {
        assert!(head.ends_with("NIET DELEN"), "{head}");
    }
}

#[test]
fn a_plan_reads_well_at_sixty_columns() {
    for name in ["acuut-onveilig", "hulp-en-plan", "later-fasen"] {
        let plan = example(name).plan().unwrap();
        let document = document::plan(&plan, &calls(), &[]);
        for text in [
            render::text(&document, 60),
            render::terminal(&document, 60, false),
        ] {
            for line in text.lines() {
                assert!(line.chars().count() <= 60, "{line}");
            }
        }
    }
}

#[test]
fn a_screen_without_colour_gets_words_alone() {
    let document = document::plan(&example("hulp-en-plan").plan().unwrap(), &calls(), &[]);
    assert!(!render::terminal(&document, 80, false).contains('\u{1b}'));
    assert!(render::terminal(&document, 80, true).contains('\u{1b}'));
}

fn calls() -> Vec<Call> {
    let phones = shared::phones().into_iter().take(2);
    let calls = phones.map(|phone| Call {
        name: phone.name,
        number: phone.number,
        about: phone.about,
    });
    calls.collect()
}

fn vague() -> Vec<Vague> {
    let words = shared::vague().into_iter().map(|one| Vague {
        word: one.word,
        ask: one.ask,
    });
    words.collect()
}

/// Holds a text against the file beside the example. What changes with every list, its SHA-256, is left out.
fn same(name: &str, file: &str, text: &str) {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR"))
        .join("examples")
        .join(name);
    let path = folder.join(file);
    let kept = std::fs::read_to_string(&path)
        .unwrap_or_default()
        .replace("\r\n", "\n");
    if without_hashes(&kept) == without_hashes(text) {
        return;
    }
    if std::env::var_os("BIJWERKEN").is_some() {
        std::fs::create_dir_all(&folder).unwrap();
        std::fs::write(&path, text).unwrap();
        return;
    }
    let (old, new) = (without_hashes(&kept), without_hashes(text));
    let first = old.lines().zip(new.lines()).find(|(old, new)| old != new);
    panic!("examples/{name}/{file} is another now (BIJWERKEN=1 writes it anew); first: {first:#?}");
}

fn without_hashes(text: &str) -> String {
    let is_hash = |word: &str| {
        matches!(word.len(), 12 | 64) && word.bytes().all(|byte| byte.is_ascii_hexdigit())
    };
    text.split_inclusive(|one: char| !one.is_ascii_alphanumeric())
        .map(|word| {
            let bare = word.trim_end_matches(|one: char| !one.is_ascii_alphanumeric());
            if is_hash(bare) {
                word.replace(bare, "#")
            } else {
                word.to_owned()
            }
        })
        .collect()
}
