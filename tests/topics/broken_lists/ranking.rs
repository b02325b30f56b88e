//! Faults in what a ranking weighs.

use super::read;

/// A list with a ranking that ends so.
fn ranked(weighs: &str) -> String {
    read(&format!(
        "\
id: lijst
versie: 1.0.0
titel: Een lijst
bron: Eigen voorbeeld
onderdelen:
  - id: deel
    titel: Een deel
    vragen:
      - {{ id: los, vraag: Hoe laat is het?, soort: keuze, opties: [{{ id: vroeg, tekst: Vroeg }}, {{ id: laat, tekst: Laat }}] }}
      - id: zaken
        vraag: Wat is er?
        soort: lijst
        vragen:
          - {{ id: wat, vraag: Wat gebeurt er?, soort: tekst }}
          - {{ id: ernst, vraag: Hoe erg is het?, soort: schaal, van: 0, tot: 3 }}
          - {{ id: nu, vraag: Is het nu?, soort: ja_nee, nvt: ja }}
          - {{ id: soms, vraag: Hoe vaak?, soort: schaal, van: 0, tot: 3, als: {{ vraag: nu, is: ja }} }}
      - id: ander
        vraag: Hoe ziet een ander dit?
        soort: lijst
        vragen:
          - {{ id: over, vraag: Waarover gaat het?, soort: verwijzing, rijen_van: zaken }}
          - {{ id: ook_ernst, vraag: Hoe erg is het?, soort: schaal, van: 0, tot: 3 }}
          - {{ id: tiende, vraag: Hoe erg is het?, soort: schaal, van: 0, tot: 10 }}
      - id: nergens
        vraag: Wat is er nog?
        soort: lijst
        vragen:
          - {{ id: weg_ernst, vraag: Hoe erg is het?, soort: schaal, van: 0, tot: 3 }}
      - {{ id: eerst, vraag: Wat gaat voor?, soort: rangorde, rijen_van: zaken, {weighs} }}
"
    ))
}

#[test]
fn what_can_be_weighed_is_no_fault() {
    assert_eq!(ranked("weegt_op: ernst"), "");
    assert_eq!(
        ranked("weegt_op: [{ vraag: ernst, ook: ander/ook_ernst }]"),
        ""
    );
}

/// V305: a question that does not weigh, not always, not each row, or twice.
#[test]
fn a_question_that_cannot_weigh() {
    insta::assert_snapshot!(ranked("weegt_op: [wat, nu, soms, los, ernst, ernst]"), @r#"
    fout[V305]: `wat` heeft geen licht en zwaar: dat is `soort: tekst`.
      --> lijst.yaml:30:91
       |
    30 | ...rt: rangorde, rijen_van: zaken, weegt_op: [wat, nu, soms, los, ernst, ernst] }
       |                                               ^^^
       |
       = tip: Weeg op een vraag met `soort: schaal`, `oordeel`, `keuze` of `ja_nee`.

    fout[V305]: Bij `nu` kan *n.v.t.* een antwoord zijn, en dat heeft geen gewicht.
      --> lijst.yaml:30:96
       |
    30 | ...angorde, rijen_van: zaken, weegt_op: [wat, nu, soms, los, ernst, ernst] }
       |                                               ^^
       |
       = tip: Haal `nvt` daar weg, of weeg op een andere vraag.

    fout[V305]: `soms` wordt niet bij elke rij gevraagd, dus rijen zijn er niet op te vergelijken.
      --> lijst.yaml:30:100
       |
    30 | ...de, rijen_van: zaken, weegt_op: [wat, nu, soms, los, ernst, ernst] }
       |                                              ^^^^
       |
       = tip: Haal `als` daar weg, of weeg op een vraag die bij elke rij hoort.

    fout[V305]: `los` staat niet in de rijen van `zaken`, dus weegt voor elke rij even zwaar.
      --> lijst.yaml:30:106
       |
    30 | ...ijen_van: zaken, weegt_op: [wat, nu, soms, los, ernst, ernst] }
       |                                               ^^^
       |
       = tip: Noem een vraag die in elke rij wordt gesteld.

    fout[V305]: `ernst` staat twee keer in `weegt_op`.
      --> lijst.yaml:30:118
       |
    30 | ...en, weegt_op: [wat, nu, soms, los, ernst, ernst] }
       |                                              ^^^^^
       |
       = tip: Noem elke vraag één keer. De volgorde maakt niet uit.
    "#);
}

/// V305: another's rating that cannot be laid beside it.
#[test]
fn a_rating_that_does_not_compare() {
    insta::assert_snapshot!(ranked("weegt_op: [{ vraag: ernst, ook: ander/tiende }]"), @r#"
    fout[V305]: `ander/tiende` heeft andere antwoorden dan `ernst`.
      --> lijst.yaml:30:112
       |
    30 | ...aken, weegt_op: [{ vraag: ernst, ook: ander/tiende }] }
       |                                          ^^^^^^^^^^^^
       |
       = tip: Geef beide vragen dezelfde soort, met dezelfde opties of dezelfde schaal.
    "#);
    insta::assert_snapshot!(ranked("weegt_op: [{ vraag: ernst, ook: nergens/weg_ernst }]"), @r#"
    fout[V305]: In de rijen van `nergens` staat niet over welke rij van `zaken` het gaat.
      --> lijst.yaml:30:112
       |
    30 | ...en, weegt_op: [{ vraag: ernst, ook: nergens/weg_ernst }] }
       |                                        ^^^^^^^^^^^^^^^^^
       |
       = tip: Zet daar een vraag bij met `soort: verwijzing` en `rijen_van: zaken`.
    "#);
}

/// V302: another's rating that is not there.
#[test]
fn a_rating_that_is_not_there() {
    insta::assert_snapshot!(ranked("weegt_op: [{ vraag: ernst, ook: ook_ernst }]"), @r#"
    fout[V302]: Er is geen vraag `ook_ernst` in de rijen van een andere lijst.
      --> lijst.yaml:30:112
       |
    30 | ... zaken, weegt_op: [{ vraag: ernst, ook: ook_ernst }] }
       |                                            ^^^^^^^^^
       |
       = tip: Bedoelde u `ander/ook_ernst`?
    "#);
}

/// V202, V203: nothing to weigh by.
#[test]
fn nothing_to_weigh_by() {
    insta::assert_snapshot!(ranked("weegt_op: []"), @r#"
    fout[V202]: Deze rij is leeg.
      --> lijst.yaml:30:90
       |
    30 |       - { id: eerst, vraag: Wat gaat voor?, soort: rangorde, rijen_van: zaken, weegt_op: [] }
       |                                                                                          ^
       |
       = tip: Vul de rij, of haal de sleutel weg.
    "#);
    insta::assert_snapshot!(ranked("weegt_op: [{ ook: ander/ook_ernst }]"), @r#"
    fout[V203]: In een deel van `weegt_op` ontbreekt de sleutel `vraag`.
      --> lijst.yaml:30:91
       |
    30 | ...ort: rangorde, rijen_van: zaken, weegt_op: [{ ook: ander/ook_ernst }] }
       |                                                ^
       |
       = tip: Voeg `vraag: …` toe.
    "#);
}
