//! Stumbles of somebody who never saw YAML: the message names the stumble and its own line, and nothing follows from it.

use super::{read, read_with};

/// A list with these lines as its questions, each in its own form.
fn list(questions: &str, rest: &str) -> String {
    format!(
        "id: lijst\nversie: 1.0.0\ntitel: Een lijst\nbron: Eigen voorbeeld\nonderdelen:\n  - id: deel\n    titel: Deel\n    vragen:\n{questions}{rest}"
    )
}

/// What is read, with how often a fault is told and on which line the first stands.
fn told(text: &str, faults: usize, place: &str, words: &[&str]) {
    let read = read(text);
    assert_eq!(read.matches("fout[V").count(), faults, "{read}");
    assert!(
        read.contains(&format!("--> lijst.yaml:{place}\n")),
        "{read}"
    );
    for word in words {
        assert!(read.contains(word), "no {word:?} in:\n{read}");
    }
}

#[test]
fn a_text_that_begins_with_an_apostrophe() {
    let one = "      - { id: nacht, vraag: 's Nachts thuis?, soort: ja_nee }\n";
    told(
        &list(one, ""),
        1,
        "9:29",
        &["apostrof", "dubbele aanhalingstekens"],
    );
    // Here the quote ends at the next apostrophe, two lines down.
    let more = "      - id: nacht\n        vraag: 's Nachts thuis?\n        soort: ja_nee\n        uitleg: Ook 's avonds laat.\n";
    told(&list(more, ""), 1, "10:16", &["apostrof"]);
}

#[test]
fn a_bracket_that_an_earlier_line_left_open() {
    let text = "      - id: kleur\n        vraag: Hoe zwaar?\n        soort: keuze\n        opties:\n          - { id: geel, tekst: Geel\n          - { id: rood, tekst: Rood }\n      - { id: wapen, vraag: Is er een wapen?, soort: ja_nee }\n";
    told(&list(text, ""), 1, "13:13", &["gaat niet dicht", "Zet `}`"]);
}

#[test]
fn a_comma_left_out_between_braces() {
    let text = "      - { id: wapen vraag: Is er een wapen?, soort: ja_nee }\n";
    told(&list(text, ""), 1, "9:26", &["Ontbreekt er een komma"]);
}

#[test]
fn what_comes_along_from_a_word_processor() {
    let text =
        "      - id: wapen\n\u{a0}\u{a0}      vraag: Is er een wapen?\n        soort: ja_nee\n";
    told(&list(text, ""), 1, "10:1", &["vaste spatie"]);
    let text = "      - id: wapen\n        vraag: \u{201c}Wapen: is dat er?\u{201d}\n        soort: ja_nee\n";
    told(&list(text, ""), 1, "10:22", &["Kromme aanhalingstekens"]);
}

#[test]
fn a_number_with_a_comma() {
    let rest = "getallen: [{ id: grens, waarde: 8,5 }]\n";
    let text = list(
        "      - { id: wapen, vraag: Wapen?, soort: ja_nee }\n",
        rest,
    );
    told(&text, 1, "10:35", &["een punt in plaats van een komma"]);
}

#[test]
fn options_without_keys() {
    let text = "      - { id: kleur, vraag: Hoe zwaar?, soort: keuze, opties: [geel] }\n";
    told(
        &list(text, ""),
        1,
        "9:64",
        &["`{ id: nooit, tekst: Nooit }`"],
    );
}

#[test]
fn a_level_with_the_name_of_no_level() {
    let wapen = "      - { id: wapen, vraag: Is er een wapen?, soort: ja_nee }\n";
    let rest = "afgeleid:\n  - { id: zorg, niveaus: [{ id: geen, tekst: Geen }, { id: veel, tekst: Veel }], tabel: { op: [wapen], rijen: [{ wapen: ja, is: veel }, { is: geen }] } }\n";
    told(
        &list(wapen, rest),
        1,
        "11:33",
        &["fout[V204]", "niet `geen` heten"],
    );
    let rest = "afgeleid:\n  - { id: zorg, tabel: { op: [wapen], rijen: [{ wapen: ja, is: veel }, { is: open }] } }\n";
    told(&list(wapen, rest), 1, "11:78", &["niet `open` heten"]);
}

#[test]
fn points_that_one_option_lacks() {
    let text = "      - { id: vaak, vraag: Hoe vaak?, soort: keuze, opties: [{ id: nooit, tekst: Nooit, punten: 0 }, { id: soms, tekst: Soms }] }\n";
    let rest = "afgeleid: [{ id: score, som: [vaak] }]\n";
    told(
        &list(text, rest),
        1,
        "10:31",
        &["De optie `soms` van `vaak` heeft geen `punten`"],
    );
}

#[test]
fn an_adaptation_that_brings_its_own() {
    let base = "id: basis\nversie: 1.0.0\ntitel: Basis\nbron: Eigen voorbeeld\ninstellingen: [{ id: advies, waarden: [mag, moet], gewoon: mag }]\nonderdelen:\n  - id: deel\n    titel: Deel\n    vragen:\n      - { id: wapen, vraag: Wapen?, soort: ja_nee, als: { instelling: advies, is: moet } }\n";
    let head = "id: eigen\nversie: 1.0.0\ntitel: Eigen\nbron: Eigen voorbeeld\npast_aan: basis\n";
    let added = read_with(&[base], &format!("{head}onderdelen: []\n"));
    assert_eq!(added.matches("fout[V").count(), 1, "{added}");
    assert!(
        added.contains("fout[V308]") && added.contains("`gebruikt`"),
        "{added}"
    );
    // The condition in the base holds no fault.
    let wrong = read_with(
        &[base],
        &format!("{head}instellingen: {{ advies: altijd }}\n"),
    );
    assert_eq!(wrong.matches("fout[V").count(), 1, "{wrong}");
    assert!(wrong.contains("kent de waarde `altijd` niet"), "{wrong}");
}
