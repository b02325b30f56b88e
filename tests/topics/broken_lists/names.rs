//! Faults in what names refer to: unknown, repeated, going round, or not fitting.

use super::read;

/// V301: questions, options, and a question inside and outside a row.
#[test]
fn a_repeated_id() {
    let text = "\
id: lijst
versie: 1.0.0
titel: Een lijst
bron: Eigen voorbeeld
onderdelen:
  - id: deel
    titel: Deel
    vragen:
      - { id: wapen, vraag: Is er een wapen?, soort: ja_nee }
      - { id: wapen, vraag: Is er een wapen?, soort: ja_nee }
      - { id: kleur, vraag: Welke?, soort: keuze, opties: [{ id: rood, tekst: Rood }, { id: rood, tekst: Donkerrood }] }
";
    insta::assert_snapshot!(read(text), @r#"
    fout[V301]: De id `wapen` is al van een andere vraag.
      --> lijst.yaml:10:15
       |
     9 |       - { id: wapen, vraag: Is er een wapen?, soort: ja_nee }
       |               ----- hier staat die vraag
    10 |       - { id: wapen, vraag: Is er een wapen?, soort: ja_nee }
       |               ^^^^^
       |
       = tip: Geef elke vraag een eigen id, ook als ze op elkaar lijken.

    fout[V301]: De optie `rood` staat hier twee keer.
      --> lijst.yaml:11:93
       |
    11 | ...soort: keuze, opties: [{ id: rood, tekst: Rood }, { id: rood, tekst: Donkerrood }] }
       |                                 ---- hier staat hij al     ^^^^
       |
       = tip: Geef elke optie een eigen id.
    "#);
}

/// V302: a question, a derived value, a scale, a number, a source, a kind.
#[test]
fn an_unknown_reference() {
    let text = "\
id: lijst
versie: 1.0.0
titel: Een lijst
bron: Eigen voorbeeld
bronnen: { nji: NJi }
onderdelen:
  - id: deel
    titel: Deel
    vragen:
      - { id: wapen, vraag: Is er een wapen?, soort: ja_nee }
      - { id: mes, vraag: Is er een mes?, soort: ja_nee, bron: nij, als: { vraag: wapn, is: ja } }
      - { id: kleur, vraag: Welke?, soort: keuze, opties: kleurtjes }
      - { id: hoe, vraag: Hoe?, soort: keus }
afgeleid:
  - { id: score, som: [wapen, mess] }
  - { id: hoog, regels: [{ als: { waarde_van: scoor, minstens: drempel }, is: ja }, { anders: nee }] }
";
    insta::assert_snapshot!(read(text), @r#"
    fout[V302]: De bron `nij` staat niet onder `bronnen`.
      --> lijst.yaml:11:64
       |
    11 |       - { id: mes, vraag: Is er een mes?, soort: ja_nee, bron: nij, als: { vraag: wapn, is: ...
       |                                                                ^^^
       |
       = tip: Bedoelde u `nji`?

    fout[V302]: Er is geen vraag `wapn`.
      --> lijst.yaml:11:83
       |
    11 |       - { id: mes, vraag: Is er een mes?, soort: ja_nee, bron: nij, als: { vraag: wapn, is: ...
       |                                                                                   ^^^^
       |
       = tip: Bedoelde u `wapen`?

    fout[V302]: Er is geen schaal `kleurtjes`.
      --> lijst.yaml:12:59
       |
    12 |       - { id: kleur, vraag: Welke?, soort: keuze, opties: kleurtjes }
       |                                                           ^^^^^^^^^
       |
       = tip: Zet de reeks onder `schalen` in de kop, of schrijf de opties hier uit.

    fout[V302]: De soort `keus` bestaat niet.
      --> lijst.yaml:13:40
       |
    13 |       - { id: hoe, vraag: Hoe?, soort: keus }
       |                                        ^^^^
       |
       = tip: Bekend zijn onder meer: `ja_nee`, `keuze`, `meerkeuze`, `oordeel`, `schaal`, `getal`, `datum`, `tekst`, `persoon`, `verwijzing`, `lijst`, `rangorde`.

    fout[V302]: Er is geen vraag en geen afgeleide `mess`.
      --> lijst.yaml:15:31
       |
    15 |   - { id: score, som: [wapen, mess] }
       |                               ^^^^
       |
       = tip: Bedoelde u `mes`?

    fout[V302]: Er is geen afgeleide `scoor`.
      --> lijst.yaml:16:47
       |
    16 |   - { id: hoog, regels: [{ als: { waarde_van: scoor, minstens: drempel }, is: ja }, { anders...
       |                                               ^^^^^
       |
       = tip: Bekend zijn: `hoog`, `score`.

    fout[V302]: Er is geen getal `drempel` onder `getallen`.
      --> lijst.yaml:16:64
       |
    16 |   - { id: hoog, regels: [{ als: { waarde_van: scoor, minstens: drempel }, is: ja }, { anders...
       |                                                                ^^^^^^^
       |
       = tip: Schrijf een getal, of geef het een naam onder `getallen`.
    "#);
}

/// V302: a derived value called as a question, and a question of a row outside it.
#[test]
fn a_name_of_the_other_sort() {
    let text = "\
id: lijst
versie: 1.0.0
titel: Een lijst
bron: Eigen voorbeeld
onderdelen:
  - id: deel
    titel: Deel
    vragen:
      - id: situaties
        vraag: Welke?
        soort: lijst
        vragen:
          - { id: ernst, vraag: Hoe ernstig?, soort: ja_nee }
afgeleid:
  - { id: aantal, tel: { rijen: situaties } }
  - { id: dubbel, regels: [{ als: { vraag: aantal, minstens: 2 }, is: ja }, { als: { vraag: ernst, is: ja }, is: nee }] }
";
    insta::assert_snapshot!(read(text), @r#"
    fout[V302]: Er is geen vraag `aantal`.
      --> lijst.yaml:16:44
       |
    16 |   - { id: dubbel, regels: [{ als: { vraag: aantal, minstens: 2 }, is: ja }, { als: { vraag: ...
       |                                            ^^^^^^
       |
       = tip: `aantal` is een afgeleide. Schrijf `waarde_van: aantal`.

    fout[V302]: Er is geen vraag `ernst`.
      --> lijst.yaml:16:93
       |
    16 | ... minstens: 2 }, is: ja }, { als: { vraag: ernst, is: ja }, is: nee }] }
       |                                              ^^^^^
       |
       = tip: Er is wel een vraag `ernst` in de rijen van `situaties`. Gebruik `een_rij`, `elke_rij` of `aantal_rijen`.
    "#);
}

/// V303: of a question, of a level, and *onbekend*.
#[test]
fn an_unknown_option() {
    let text = "\
id: lijst
versie: 1.0.0
titel: Een lijst
bron: Eigen voorbeeld
onderdelen:
  - id: deel
    titel: Deel
    vragen:
      - { id: wapen, vraag: Is er een wapen?, soort: ja_nee }
      - { id: kleur, vraag: Welke?, soort: keuze, opties: [{ id: rood, tekst: Rood }, { id: blauw, tekst: Blauw }] }
      - { id: mes, vraag: Is er een mes?, soort: ja_nee, als: { alle: [{ vraag: kleur, is: [roood] }, { vraag: wapen, is: onbekend }] } }
afgeleid:
  - { id: niveau, regels: [{ als: { vraag: wapen, is: ja }, is: hoog }, { anders: laag }] }
  - { id: advies, regels: [{ als: { waarde_van: niveau, is: hog }, is: bel }, { anders: wacht }] }
";
    insta::assert_snapshot!(read(text), @r#"
    fout[V303]: De vraag `kleur` kent het antwoord `roood` niet.
      --> lijst.yaml:11:93
       |
    11 | ...a_nee, als: { alle: [{ vraag: kleur, is: [roood] }, { vraag: wapen, is: onbekend }] } }
       |                                              ^^^^^
       |
       = tip: Bedoelde u `rood`?

    fout[V303]: De vraag `wapen` kent het antwoord `onbekend` niet.
      --> lijst.yaml:11:123
       |
    11 | ...eur, is: [roood] }, { vraag: wapen, is: onbekend }] } }
       |                                            ^^^^^^^^
       |
       = tip: Op *onbekend* kan geen regel rusten. Gebruik bij `als` eventueel `kan` of `zeker`.

    fout[V303]: `niveau` kent het niveau `hog` niet.
      --> lijst.yaml:14:61
       |
    14 |   - { id: advies, regels: [{ als: { waarde_van: niveau, is: hog }, is: bel }, { anders: wach...
       |                                                             ^^^
       |
       = tip: Bedoelde u `hoog`?
    "#);
}

/// V304: all ids are named, and a question on the way too.
#[test]
fn a_circle() {
    let text = "\
id: lijst
versie: 1.0.0
titel: Een lijst
bron: Eigen voorbeeld
onderdelen:
  - id: deel
    titel: Deel
    vragen:
      - { id: wapen, vraag: Is er een wapen?, soort: ja_nee }
      - { id: mes, vraag: Is er een mes?, soort: ja_nee, als: { waarde_van: hoogte, minstens: 1 } }
afgeleid:
  - { id: score, som: [wapen, mes] }
  - { id: hoogte, som: [score] }
  - { id: apart, som: [wapen] }
";
    insta::assert_snapshot!(read(text), @r#"
    fout[V304]: Dit hangt van zichzelf af: `score` → `mes` → `hoogte` → `score`.
      --> lijst.yaml:12:11
       |
    10 |       - { id: mes, vraag: Is er een mes?, soort: ja_nee, als: { waarde_van: hoogte, minstens...
       |               --- hoort bij de kring
    11 | afgeleid:
    12 |   - { id: score, som: [wapen, mes] }
       |           ^^^^^
    13 |   - { id: hoogte, som: [score] }
       |           ------ hoort bij de kring
       |
       = tip: Haal één van deze verwijzingen weg.
    "#);
}

/// V305: each kind of question has its own tests.
#[test]
fn a_test_that_does_not_fit() {
    let text = "\
id: lijst
versie: 1.0.0
titel: Een lijst
bron: Eigen voorbeeld
onderdelen:
  - id: deel
    titel: Deel
    vragen:
      - { id: wapen, vraag: Is er een wapen?, soort: ja_nee }
      - { id: wie, vraag: Wie?, soort: tekst }
      - { id: dag, vraag: Wanneer?, soort: datum }
      - { id: welke, vraag: Welke?, soort: meerkeuze, opties: [{ id: mes, tekst: Mes }, { id: vuur, tekst: Vuurwapen }] }
      - id: slot
        vraag: Goed?
        soort: ja_nee
        als:
          een_van:
            - { vraag: wapen, bevat: ja }
            - { vraag: wie, minstens: 3 }
            - { vraag: wie, is: vader }
            - { vraag: wapen, voor: vandaag }
            - { vraag: welke, is: mes }
            - { vraag: dag, gelijk_aan: wie }
afgeleid:
  - { id: score, som: [wapen, wie, welke] }
";
    insta::assert_snapshot!(read(text), @r#"
    fout[V305]: `bevat` past hier niet: `wapen` is een vraag met `soort: ja_nee`.
      --> lijst.yaml:18:31
       |
    18 |             - { vraag: wapen, bevat: ja }
       |                               ^^^^^
       |
       = tip: `bevat` is voor `meerkeuze`, `persoon` en `verwijzing`. Gebruik hier `is`.

    fout[V305]: `minstens` past hier niet: `wie` is een vraag met `soort: tekst`.
      --> lijst.yaml:19:29
       |
    19 |             - { vraag: wie, minstens: 3 }
       |                             ^^^^^^^^
       |
       = tip: Vergelijken met een getal kan bij `getal`, `schaal` en een afgeleide die een getal is. Gebruik anders `is`.

    fout[V305]: `is` past niet bij `wie`, een vraag met `soort: tekst`.
      --> lijst.yaml:20:33
       |
    20 |             - { vraag: wie, is: vader }
       |                                 ^^^^^
       |
       = tip: Gebruik een andere vraag, of vraag dit met `soort: keuze`.

    fout[V305]: `voor` past hier niet: `wapen` is een vraag met `soort: ja_nee`.
      --> lijst.yaml:21:31
       |
    21 |             - { vraag: wapen, voor: vandaag }
       |                               ^^^^
       |
       = tip: `voor` en `na` zijn voor `soort: datum`.

    fout[V305]: Bij `welke` kunnen meer opties gekozen zijn.
      --> lijst.yaml:22:35
       |
    22 |             - { vraag: welke, is: mes }
       |                                   ^^^
       |
       = tip: Schrijf `bevat: mes`.

    fout[V305]: `dag` en `wie` kunnen nooit hetzelfde antwoord hebben.
      --> lijst.yaml:23:41
       |
    23 |             - { vraag: dag, gelijk_aan: wie }
       |                                         ^^^
       |
       = tip: Vergelijk twee vragen van dezelfde soort, met dezelfde opties.

    fout[V305]: Met `wie` kan niet worden gerekend: het is een vraag met `soort: tekst`.
      --> lijst.yaml:25:31
       |
    25 |   - { id: score, som: [wapen, wie, welke] }
       |                               ^^^
       |
       = tip: Reken met `ja_nee`, `getal`, `schaal`, of een keuze waarvan de opties punten hebben.

    fout[V305]: De opties van `welke` hebben geen `punten`.
      --> lijst.yaml:25:36
       |
    25 |   - { id: score, som: [wapen, wie, welke] }
       |                                    ^^^^^
       |
       = tip: Geef elke optie `punten`, of tel met `tel: { vragen: [ … ], is: … }`.
    "#);
}

/// V306.
#[test]
fn possibly_and_certainly_outside_routing() {
    let text = "\
id: lijst
versie: 1.0.0
titel: Een lijst
bron: Eigen voorbeeld
onderdelen:
  - id: deel
    titel: Deel
    vragen:
      - { id: wapen, vraag: Is er een wapen?, soort: ja_nee }
afgeleid:
  - { id: hoog, regels: [{ als: { zeker: { vraag: wapen, is: ja } }, is: hoog }, { anders: laag }] }
";
    insta::assert_snapshot!(read(text), @r#"
    fout[V306]: `zeker` mag alleen bij de `als` van een vraag of onderdeel.
      --> lijst.yaml:11:35
       |
    11 |   - { id: hoog, regels: [{ als: { zeker: { vraag: wapen, is: ja } }, is: hoog }, { anders: l...
       |                                   ^^^^^
       |
       = tip: Laat het hier weg: of iets vaststaat of nog open is, houdt het programma zelf bij.
    "#);
}
