//! Rules and tables: rows that never decide, answers for which none does.

use super::{questions, read, read_with};

const TWO: &str = "      - { id: wapen, vraag: Is er een wapen?, soort: ja_nee }
      - { id: kleur, vraag: Hoe zwaar?, soort: oordeel, opties: [{ id: geel, tekst: Geel }, { id: blauw, tekst: Blauw }, { id: rood, tekst: Rood }] }
";

/// V402: a rule behind one that catches all, one that cannot hold, one whose cases are all caught before it.
#[test]
fn rules_that_never_decide() {
    let text = questions(
        TWO,
        "afgeleid:
  - id: ernst
    regels:
      - { als: { vraag: wapen, is: ja }, is: hoog }
      - { als: { alle: [{ vraag: wapen, is: ja }, { vraag: kleur, is: rood }] }, is: midden }
      - { als: { waarde_van: rood, minstens: 2 }, is: midden }
      - { anders: laag }
      - { als: { vraag: kleur, is: geel }, is: midden }
  - { id: rood, tel: { vragen: [kleur], is: rood } }
",
    );
    insta::assert_snapshot!(read(&text), @r#"
    fout[V402]: Deze regel van `ernst` komt nooit aan de beurt: wat ervoor staat vangt alles al op.
      --> lijst.yaml:16:9
       |
    16 |       - { als: { alle: [{ vraag: wapen, is: ja }, { vraag: kleur, is: rood }] }, is: midden }
       |         ^
       |
       = tip: Zet haar eerder, pas haar aan, of haal haar weg.

    fout[V402]: Deze regel van `ernst` komt nooit aan de beurt: haar voorwaarde kan niet gelden.
      --> lijst.yaml:17:9
       |
    17 |       - { als: { waarde_van: rood, minstens: 2 }, is: midden }
       |         ^
       |
       = tip: Pas de voorwaarde aan, of haal haar weg.

    fout[V402]: Vanaf hier komt geen regel van `ernst` meer aan de beurt: de regel ervoor geldt altijd.
      --> lijst.yaml:19:9
       |
    18 |       - { anders: laag }
       |         - deze geldt altijd
    19 |       - { als: { vraag: kleur, is: geel }, is: midden }
       |         ^
       |
       = tip: Zet de regel die altijd geldt als laatste.
    "#);
}

/// `anders` put first: said once, and nothing of what rests on these rules.
#[test]
fn one_fault_for_rules_in_the_wrong_order() {
    let text = questions(
        TWO,
        "afgeleid:
  - id: ernst
    regels:
      - { anders: laag }
      - { als: { vraag: wapen, is: ja }, is: hoog }
      - { als: { vraag: kleur, is: rood }, is: midden }
  - id: actie
    tabel:
      op: [ernst]
      rijen:
        - { ernst: hoog, is: nu }
        - { is: straks }
",
    );
    let read = read(&text);
    assert_eq!(read.matches("fout[V402]").count(), 1, "{read}");
    assert!(
        read.contains("geen regel van `ernst` meer aan de beurt"),
        "{read}"
    );
}

/// V404: a table that leaves a combination out, and rules without `anders`.
#[test]
fn answers_for_which_nothing_decides() {
    let text = questions(
        TWO,
        "afgeleid:
  - id: ernst
    tabel:
      op: [wapen, kleur]
      rijen:
        - { wapen: ja, is: hoog }
        - { kleur: [blauw, rood], is: hoog }
        - { wapen: nee, kleur: geel, is: laag }
  - id: tabel_met_gat
    tabel:
      op: [wapen, kleur]
      rijen:
        - { wapen: ja, is: hoog }
        - { wapen: nee, kleur: [geel, rood], is: laag }
  - id: actie
    regels:
      - { als: { vraag: kleur, is: rood }, is: nu }
      - { als: { alle: [{ vraag: wapen, is: ja }, { vraag: kleur, is: blauw }] }, is: straks }
",
    );
    insta::assert_snapshot!(read(&text), @r#"
    fout[V404]: Er zijn antwoorden waarbij geen rij van `tabel_met_gat` geldt, bijvoorbeeld bij `kleur: blauw`, `wapen: nee`.
      --> lijst.yaml:21:5
       |
    21 |     tabel:
       |     ^^^^^
       |
       = tip: Voeg een rij toe met alleen `is: …`, of zeg met `als` bij de afgeleide wanneer er een waarde is.

    fout[V404]: Er zijn antwoorden waarbij geen regel van `actie` geldt, bijvoorbeeld bij `kleur: geel`.
      --> lijst.yaml:27:5
       |
    27 |     regels:
       |     ^^^^^^
       |
       = tip: Voeg `anders: …` toe, of zeg met `als` bij de afgeleide wanneer er een waarde is.
    "#);
}

/// V402: a row of a table that another covers.
#[test]
fn a_row_that_another_covers() {
    let text = questions(
        TWO,
        "afgeleid:
  - id: ernst
    tabel:
      op: [wapen, kleur]
      rijen:
        - { wapen: ja, kleur: rood, is: hoog }
        - { kleur: rood, is: hoog }
        - { wapen: nee, kleur: rood, is: midden }
        - { is: laag }
",
    );
    insta::assert_snapshot!(read(&text), @r#"
    fout[V403]: De optie `geel` van `kleur` maakt nergens verschil, en geen proefgeval kiest haar.
      --> lijst.yaml:11:72
       |
    11 |       - { id: kleur, vraag: Hoe zwaar?, soort: oordeel, opties: [{ id: geel, tekst: Geel }, ...
       |                                                                        ^^^^
       |
       = tip: Gebruik haar in een voorwaarde, kies haar in een proefgeval, of haal haar weg.

    fout[V403]: De optie `blauw` van `kleur` maakt nergens verschil, en geen proefgeval kiest haar.
      --> lijst.yaml:11:99
       |
    11 | ...opties: [{ id: geel, tekst: Geel }, { id: blauw, tekst: Blauw }, { id: rood, tekst: Rood ...
       |                                              ^^^^^
       |
       = tip: Gebruik haar in een voorwaarde, kies haar in een proefgeval, of haal haar weg.

    fout[V402]: Deze rij van `ernst` komt nooit aan de beurt: wat ervoor staat vangt alles al op.
      --> lijst.yaml:19:11
       |
    19 |         - { wapen: nee, kleur: rood, is: midden }
       |           ^
       |
       = tip: Zet haar eerder, pas haar aan, of haal haar weg.
    "#);
}

/// With a value only where `als` holds, the rules need not cover the rest.
#[test]
fn a_value_only_where_it_belongs() {
    let text = questions(
        TWO,
        "afgeleid:
  - id: ernst
    als: { vraag: wapen, is: ja }
    regels:
      - { als: { alle: [{ vraag: wapen, is: ja }, { vraag: kleur, is: rood }] }, is: hoog }
      - { als: { niet: { vraag: kleur, is: rood } }, is: laag }
",
    );
    let cases =
        "- { naam: Blauw, datum: 2026-03-01, antwoorden: { kleur: blauw }, gesteld: [wapen] }
- { naam: Geel, datum: 2026-03-01, antwoorden: { kleur: geel }, gesteld: [wapen] }";
    assert_eq!(read_with(&text, cases), "");
}

/// V303: whoever follows the advice would be asked why not.
#[test]
fn an_advice_that_cannot_be_decided() {
    let list = |option: &str| {
        questions(
            &format!(
                "{TWO}      - {{ id: besluit, vraag: Wat besluit u?, soort: keuze, advies: advies, opties: [{{ id: {option}, tekst: Melden }}, {{ id: niet, tekst: Niet melden }}] }}
"
            ),
            "afgeleid:
  - { id: advies, regels: [{ als: { vraag: wapen, is: ja }, is: melden }, { anders: niet }] }
",
        )
    };
    let told = read(&list("meld"));
    assert!(told.contains("V303"), "{told}");
    assert!(
        told.contains("Bedoelde u `melden` in plaats van `meld`?"),
        "{told}"
    );
    let told = read(&list("anders"));
    assert!(
        told.contains("Geef dit besluit een optie `melden`."),
        "{told}"
    );
    assert!(!read(&list("melden")).contains("V303"));
}
