//! What is used before it can be known.

use super::{list, questions, read};

/// V401: in the condition of a question, directly and through a derived value.
#[test]
fn a_later_question() {
    let text = questions(
        "      - { id: wapen, vraag: Is er een wapen?, soort: ja_nee, als: { vraag: dreiging, is: ja } }
      - { id: dreiging, vraag: Is er gedreigd?, soort: ja_nee, als: { waarde_van: ernst, is: hoog } }
      - { id: kind, vraag: Is er een kind?, soort: ja_nee }
",
        "afgeleid:
  - { id: ernst, regels: [{ als: { vraag: kind, is: ja }, is: hoog }, { anders: laag }] }
",
    );
    insta::assert_snapshot!(read(&text), @r#"
    fout[V401]: Deze vraag gebruikt `dreiging`, en die vraag is dan nog niet gesteld.
      --> lijst.yaml:10:76
       |
    10 |       - { id: wapen, vraag: Is er een wapen?, soort: ja_nee, als: { vraag: dreiging, is: ja } }
       |                                                                            ^^^^^^^^
    11 |       - { id: dreiging, vraag: Is er gedreigd?, soort: ja_nee, als: { waarde_van: ernst, is:...
       |               -------- deze vraag komt later
       |
       = tip: Zet `dreiging` eerder, of gebruik een vraag die al is gesteld.

    fout[V401]: Deze vraag gebruikt `ernst`, en die heeft `kind` nodig: een vraag die dan nog niet is gesteld.
      --> lijst.yaml:11:83
       |
    11 |       - { id: dreiging, vraag: Is er gedreigd?, soort: ja_nee, als: { waarde_van: ernst, is:...
       |                                                                                   ^^^^^
    12 |       - { id: kind, vraag: Is er een kind?, soort: ja_nee }
       |               ---- deze vraag komt later
       |
       = tip: Zet `kind` eerder, of gebruik iets dat dan al bekend is.
    "#);
}

/// V401: a question about itself, and a part about its own questions.
#[test]
fn its_own_answer() {
    let text = list(
        "  - id: deel
    titel: Deel
    als: { alle: [{ vraag: eerste, is: ja }] }
    vragen:
      - { id: eerste, vraag: Is er iets?, soort: ja_nee }
      - { id: wapen, vraag: Is er een wapen?, soort: ja_nee, als: { een_van: [{ vraag: eerste, is: ja }, { vraag: wapen, is: ja }] } }
",
        "",
    );
    insta::assert_snapshot!(read(&text), @r#"
    fout[V304]: Dit hangt van zichzelf af: `eerste` → `eerste`.
      --> lijst.yaml:10:15
       |
     6 |   - id: deel
       |         ---- dit onderdeel heeft een `als`, en die geldt voor al zijn vragen
    ...
    10 |       - { id: eerste, vraag: Is er iets?, soort: ja_nee }
       |               ^^^^^^
       |
       = tip: Haal één van deze verwijzingen weg.

    fout[V304]: Dit hangt van zichzelf af: `wapen` → `wapen`.
      --> lijst.yaml:11:15
       |
    11 |       - { id: wapen, vraag: Is er een wapen?, soort: ja_nee, als: { een_van: [{ vraag: eerst...
       |               ^^^^^
       |
       = tip: Haal één van deze verwijzingen weg.
    "#);
}

/// V401: what a judgement rests on, a decision, a choice of rows that do not exist yet.
#[test]
fn advice_and_rows_that_are_not_there_yet() {
    let text = questions(
        "      - { id: oordeel, vraag: Hoe zwaar?, soort: oordeel, opties: [{ id: licht, tekst: Licht }, { id: zwaar, tekst: Zwaar }], steunt_op: [wapen] }
      - { id: besluit, vraag: Wat doet u?, soort: keuze, opties: [{ id: bellen, tekst: Bellen }, { id: wachten, tekst: Wachten }], advies: advies }
      - { id: welke, vraag: Welke afspraak?, soort: verwijzing, rijen_van: afspraken }
      - { id: wapen, vraag: Is er een wapen?, soort: ja_nee }
      - { id: afspraken, vraag: Welke afspraken?, soort: lijst, rij: afspraak, vragen: [{ id: doet, vraag: Wat?, soort: tekst }] }
",
        "afgeleid:
  - { id: advies, regels: [{ als: { vraag: wapen, is: ja }, is: bellen }, { anders: wachten }] }
",
    );
    insta::assert_snapshot!(read(&text), @r#"
    fout[V401]: Dit oordeel gebruikt `wapen`, en die vraag is dan nog niet gesteld.
      --> lijst.yaml:10:139
       |
    10 | ...d: oordeel, vraag: Hoe zwaar?, soort: oordeel, opties: [{ id: licht, tekst: Licht }, { id: zwaar, tekst: Zwaar }], steunt_op: [wapen] }
       |                                                                                                                                   ^^^^^
    ...
    13 | ...d: wapen, vraag: Is er een wapen?, soort: ja_nee }
       |       ----- deze vraag komt later
       |
       = tip: Zet `wapen` eerder, of gebruik een vraag die al is gesteld.

    fout[V401]: Dit besluit gebruikt `advies`, en die heeft `wapen` nodig: een vraag die dan nog niet is gesteld.
      --> lijst.yaml:11:140
       |
    11 | ...d: besluit, vraag: Wat doet u?, soort: keuze, opties: [{ id: bellen, tekst: Bellen }, { id: wachten, tekst: Wachten }], advies: advies }
       |                                                                                                                                    ^^^^^^
    12 | ...d: welke, vraag: Welke afspraak?, soort: verwijzing, rijen_van: afspraken }
    13 | ...d: wapen, vraag: Is er een wapen?, soort: ja_nee }
       |       ----- deze vraag komt later
       |
       = tip: Zet `wapen` eerder, of gebruik iets dat dan al bekend is.

    fout[V401]: Deze vraag gebruikt `afspraken`, en die vraag is dan nog niet gesteld.
      --> lijst.yaml:12:76
       |
    12 |       - { id: welke, vraag: Welke afspraak?, soort: verwijzing, rijen_van: afspraken }
       |                                                                            ^^^^^^^^^
    13 |       - { id: wapen, vraag: Is er een wapen?, soort: ja_nee }
    14 |       - { id: afspraken, vraag: Welke afspraken?, soort: lijst, rij: afspraak, vragen: [{ id...
       |               --------- deze vraag komt later
       |
       = tip: Zet `afspraken` eerder, of gebruik een vraag die al is gesteld.
    "#);
}

/// In the same row an earlier question may be used, and a list only after it.
#[test]
fn rows() {
    let text = questions(
        "      - id: afspraken
        vraag: Welke afspraken?
        soort: lijst
        rij: afspraak
        vragen:
          - { id: doet, vraag: Wat?, soort: ja_nee }
          - { id: hoe, vraag: Hoe?, soort: tekst, als: { vraag: doet, is: ja } }
          - { id: samen, vraag: Samen?, soort: ja_nee, als: { aantal_rijen: afspraken, minstens: 2 } }
",
        "",
    );
    insta::assert_snapshot!(read(&text), @r#"
    fout[V401]: Deze vraag gebruikt `afspraken`, en die vraag is dan nog niet gesteld.
      --> lijst.yaml:17:77
       |
    10 |       - id: afspraken
       |             --------- deze vraag komt later
    ...
    17 |           - { id: samen, vraag: Samen?, soort: ja_nee, als: { aantal_rijen: afspraken, minst...
       |                                                                             ^^^^^^^^^
       |
       = tip: Zet `afspraken` eerder, of gebruik een vraag die al is gesteld.
    "#);
}

/// V401: a ranking that is weighed by ratings of others that come later.
#[test]
fn a_later_rating() {
    let text = questions(
        "      - { id: zaken, vraag: Wat is er?, soort: lijst, vragen: [{ id: ernst, vraag: Hoe erg?, soort: schaal, van: 0, tot: 3 }] }
      - { id: eerst, vraag: Wat gaat voor?, soort: rangorde, rijen_van: zaken, weegt_op: [{ vraag: ernst, ook: later/ook_ernst }] }
      - id: later
        vraag: Hoe ziet een ander dit?
        soort: lijst
        vragen:
          - { id: over, vraag: Waarover?, soort: verwijzing, rijen_van: zaken }
          - { id: ook_ernst, vraag: Hoe erg?, soort: schaal, van: 0, tot: 3 }
",
        "",
    );
    insta::assert_snapshot!(read(&text), @r#"
    fout[V401]: Deze rangorde gebruikt `later/ook_ernst`, en die vraag is dan nog niet gesteld.
      --> lijst.yaml:11:112
       |
    11 | ...erst, vraag: Wat gaat voor?, soort: rangorde, rijen_van: zaken, weegt_op: [{ vraag: ernst, ook: later/ook_ernst }] }
       |                                                                                                    ^^^^^^^^^^^^^^^
    ...
    17 | ...d: ook_ernst, vraag: Hoe erg?, soort: schaal, van: 0, tot: 3 }
       |       --------- deze vraag komt later
       |
       = tip: Zet `later/ook_ernst` eerder, of gebruik een vraag die al is gesteld.
    "#);
}
