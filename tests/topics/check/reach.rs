//! Questions and parts that can never belong.

use super::{list, questions, read};

/// V402: conditions that contradict each other, through a hidden question and through a derived value.
#[test]
fn a_condition_that_cannot_hold() {
    let text = questions(
        "      - { id: wapen, vraag: Is er een wapen?, soort: ja_nee, als: { alle: [{ vraag: eerste, is: ja }, { niet: { vraag: eerste, is: ja } }] } }
      - { id: mes, vraag: Is het een mes?, soort: ja_nee, als: { vraag: eerste, is: ja } }
      - { id: scherp, vraag: Is het scherp?, soort: ja_nee, als: { alle: [{ vraag: mes, is: ja }, { vraag: eerste, is: nee }] } }
      - { id: hulp, vraag: Komt er hulp?, soort: ja_nee, als: { waarde_van: score, minstens: 3 } }
",
        "afgeleid:
  - { id: score, som: [eerste, mes] }
",
    );
    insta::assert_snapshot!(read(&text), @r#"
    fout[V402]: De vraag `wapen` komt nooit aan de beurt: deze voorwaarde kan niet gelden.
      --> lijst.yaml:10:62
       |
    10 |       - { id: wapen, vraag: Is er een wapen?, soort: ja_nee, als: { alle: [{ vraag: eerste, ...
       |                                                              ^^^
       |
       = tip: Pas de voorwaarde aan, of haal de vraag weg.

    fout[V402]: De vraag `scherp` komt nooit aan de beurt: deze voorwaarde kan niet gelden.
      --> lijst.yaml:12:61
       |
    12 |       - { id: scherp, vraag: Is het scherp?, soort: ja_nee, als: { alle: [{ vraag: mes, is: ...
       |                                                             ^^^
       |
       = tip: Pas de voorwaarde aan, of haal de vraag weg.

    fout[V402]: De vraag `hulp` komt nooit aan de beurt: deze voorwaarde kan niet gelden.
      --> lijst.yaml:13:58
       |
    13 |       - { id: hulp, vraag: Komt er hulp?, soort: ja_nee, als: { waarde_van: score, minstens:...
       |                                                          ^^^
       |
       = tip: Pas de voorwaarde aan, of haal de vraag weg.
    "#);
}

/// V402: a part; nothing is said of its questions.
#[test]
fn a_part() {
    let text = list(
        "  - id: deel
    titel: Deel
    vragen:
      - { id: eerste, vraag: Is er iets?, soort: ja_nee }
      - { id: leeftijd, vraag: Hoe oud?, soort: getal, van: 0, tot: 17 }
  - id: volwassen
    titel: Volwassen
    als: { vraag: leeftijd, minstens: 18 }
    vragen:
      - { id: werk, vraag: Is er werk?, soort: ja_nee }
      - { id: auto, vraag: Is er een auto?, soort: ja_nee, als: { vraag: werk, is: ja } }
",
        "niet_toepasbaar:
  - { als: { vraag: leeftijd, meer_dan: 20 }, reden: Alleen voor kinderen. }
",
    );
    insta::assert_snapshot!(read(&text), @r#"
    fout[V402]: Het onderdeel `volwassen` hoort er nooit bij: deze voorwaarde kan niet gelden.
      --> lijst.yaml:13:5
       |
    13 |     als: { vraag: leeftijd, minstens: 18 }
       |     ^^^
       |
       = tip: Pas de voorwaarde aan, of haal het onderdeel weg.

    fout[V402]: Deze regel van `niet_toepasbaar` kan nooit gelden.
      --> lijst.yaml:18:7
       |
    18 |   - { als: { vraag: leeftijd, meer_dan: 20 }, reden: Alleen voor kinderen. }
       |       ^^^
       |
       = tip: Pas de voorwaarde aan, of haal de regel weg.
    "#);
}

/// A question in a row, about the row and about what stands outside it.
#[test]
fn in_a_row() {
    let text = questions(
        "      - id: afspraken
        vraag: Welke afspraken?
        soort: lijst
        rij: afspraak
        als: { vraag: eerste, is: ja }
        vragen:
          - { id: dag, vraag: Elke dag?, soort: ja_nee }
          - { id: nacht, vraag: En de nacht?, soort: ja_nee, als: { vraag: dag, is: ja } }
          - { id: nooit, vraag: Nooit?, soort: ja_nee, als: { alle: [{ vraag: dag, is: ja }, { vraag: eerste, is: nee }] } }
",
        "",
    );
    insta::assert_snapshot!(read(&text), @r#"
    fout[V402]: De vraag `afspraken/nooit` komt nooit aan de beurt: deze voorwaarde kan niet gelden.
      --> lijst.yaml:18:56
       |
    18 | ...   - { id: nooit, vraag: Nooit?, soort: ja_nee, als: { alle: [{ vraag: dag, is: ja }, { v...
       |                                                    ^^^
       |
       = tip: Pas de voorwaarde aan, of haal de vraag weg.
    "#);
}

/// What a setting switches off is no fault, and neither is a question that is only asked while something is not known.
#[test]
fn settings_and_doubt() {
    let text = questions(
        "      - { id: bellen, vraag: Belt u?, soort: ja_nee, als: { instelling: vt_advies, is: verplicht } }
      - { id: twijfel, vraag: Twijfelt u?, soort: ja_nee, als: { alle: [{ kan: { vraag: eerste, is: ja } }, { niet: { zeker: { vraag: eerste, is: ja } } }] } }
",
        "instellingen: [{ id: vt_advies, titel: Advies vragen, waarden: [verplicht, vrij], gewoon: vrij }]
",
    );
    assert_eq!(read(&text), "");
}

/// One word wrong in a question: nothing is said of the parts, rules and tables that rest on it.
#[test]
fn nothing_follows_from_a_question_with_a_fault() {
    let rest = "afgeleid:
  - id: ernst
    regels:
      - { als: { vraag: kleur, is: rood }, is: hoog }
      - { anders: laag }
  - id: actie
    tabel: { op: [ernst], rijen: [{ ernst: hoog, is: nu }, { is: straks }] }
";
    for wrong in [
        "soort: keus, opties: [{ id: geel, tekst: Geel }, { id: rood, tekst: Rood }]",
        "soort: keuze, opties: kleurtjes",
        "soort: keuze",
        "soort: keuze, opties: [{ id: geel }, { id: rood, tekst: Rood }]",
    ] {
        let text = questions(
            &format!("      - {{ id: kleur, vraag: Hoe zwaar?, {wrong} }}\n"),
            rest,
        );
        let read = read(&text);
        assert_eq!(read.matches("fout[V").count(), 1, "{wrong}:\n{read}");
    }
}
