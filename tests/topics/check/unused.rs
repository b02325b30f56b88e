//! What is declared and never used.

use super::{questions, read, read_with};

const KIND: &str = "      - id: wat
        vraag: Wat is het?
        soort: keuze
        opties:
          - { id: slaan, tekst: Slaan }
          - { id: schoppen, tekst: Schoppen }
          - { id: dreigen, tekst: Dreigen }
          - { id: anders, tekst: Iets anders }
      - { id: hoe, vraag: Hoe vaak?, soort: tekst, als: { vraag: wat, is: [slaan, schoppen] } }
";

/// V403: two options of a question that decides something, which themselves decide nothing.
#[test]
fn an_option() {
    let text = questions(KIND, "");
    insta::assert_snapshot!(read(&text), @r#"
    fout[V403]: De optie `dreigen` van `wat` maakt nergens verschil, en geen proefgeval kiest haar.
      --> lijst.yaml:16:19
       |
    16 |           - { id: dreigen, tekst: Dreigen }
       |                   ^^^^^^^
       |
       = tip: Gebruik haar in een voorwaarde, kies haar in een proefgeval, of haal haar weg.

    fout[V403]: De optie `anders` van `wat` maakt nergens verschil, en geen proefgeval kiest haar.
      --> lijst.yaml:17:19
       |
    17 |           - { id: anders, tekst: Iets anders }
       |                   ^^^^^^
       |
       = tip: Gebruik haar in een voorwaarde, kies haar in een proefgeval, of haal haar weg.
    "#);
}

/// A worked case that chooses it, or a question that only records, is enough.
#[test]
fn an_option_that_is_only_recorded() {
    let text = questions(KIND, "");
    let cases = "\
- { naam: Dreigen, datum: 2026-03-01, antwoorden: { wat: dreigen }, verborgen: [hoe] }
- { naam: Iets anders, datum: 2026-03-01, antwoorden: { wat: anders }, verborgen: [hoe] }
";
    assert_eq!(read_with(&text, cases), "");
    let only = KIND.lines().take(7).collect::<Vec<_>>().join("\n");
    assert_eq!(read(&questions(&format!("{only}\n"), "")), "");
}

/// V408: a level that no rule gives.
#[test]
fn a_level() {
    let text = questions(
        "",
        "afgeleid:
  - id: ernst
    niveaus: [{ id: laag, tekst: Laag }, { id: midden, tekst: Midden }, { id: hoog, tekst: Hoog }]
    regels:
      - { als: { vraag: eerste, is: ja }, is: hoog }
      - { anders: laag }
",
    );
    insta::assert_snapshot!(read(&text), @r#"
    fout[V408]: Het niveau `midden` van `ernst` komt nergens uit.
      --> lijst.yaml:12:48
       |
    12 |     niveaus: [{ id: laag, tekst: Laag }, { id: midden, tekst: Midden }, { id: hoog, tekst: H...
       |                                                ^^^^^^
       |
       = tip: Voeg een regel toe die dit niveau geeft, of haal het bij `niveaus` weg.
    "#);
}

/// V406: no worked case at all.
#[test]
fn no_worked_case() {
    insta::assert_snapshot!(read_with(&questions("", ""), ""), @r#"
    fout[V406]: De lijst `lijst` heeft geen enkel proefgeval.
     --> lijst.yaml:1:5
      |
    1 | id: lijst
      |     ^^^^^
      |
      = tip: Maak naast de lijst een map `tests` met een bestand, zoals `tests/voorbeeld.yaml`: antwoorden, en wat er dan uit moet komen.
    "#);
}

/// V409: a cut-off and a scale that the author forgot to use; a source may stand on its own.
#[test]
fn names_that_nothing_uses() {
    let text = format!(
        "getallen: [{{ id: grens, waarde: 3 }}]\nbronnen: {{ boek: Een boek }}\nschalen:\n  vaak: [{{ id: nooit, tekst: Nooit }}]\n{}",
        questions("", "")
    );
    insta::assert_snapshot!(read(&text), @r#"
    fout[V409]: Het getal `grens` wordt nergens gebruikt.
     --> lijst.yaml:1:18
      |
    1 | getallen: [{ id: grens, waarde: 3 }]
      |                  ^^^^^
      |
      = tip: Gebruik de naam waar zij hoort, of haal haar bij `getallen` weg.

    fout[V409]: De schaal `vaak` wordt nergens gebruikt.
     --> lijst.yaml:4:3
      |
    4 |   vaak: [{ id: nooit, tekst: Nooit }]
      |   ^^^^
      |
      = tip: Gebruik de naam waar zij hoort, of haal haar bij `schalen` weg.
    "#);
}
