//! Faults in the form: keys, ids, texts, numbers, and what may stand where.

use super::read;

/// V101: a colon in a text without quotes.
#[test]
fn a_colon_in_a_text() {
    let text = "\
id: lijst
versie: 1.0.0
titel: Een lijst
bron: Eigen voorbeeld
uitleg: Let op: dit telt
onderdelen:
  - id: deel
    titel: Deel
    vragen:
      - { id: wapen, vraag: Is er een wapen?, soort: ja_nee }
";
    insta::assert_snapshot!(read(text), @r#"
    fout[V101]: In deze tekst staat een dubbele punt. YAML leest daar een nieuwe sleutel.
     --> lijst.yaml:5:15
      |
    5 | uitleg: Let op: dit telt
      |               ^
      |
      = tip: Zet de hele tekst tussen aanhalingstekens: 'Let op: zo'.
    "#);
}

/// V104: both places are shown.
#[test]
fn a_repeated_key() {
    let text = "\
id: lijst
versie: 1.0.0
titel: Een lijst
bron: Eigen voorbeeld
versie: 1.0.1
onderdelen:
  - id: deel
    titel: Deel
    vragen:
      - { id: wapen, vraag: Is er een wapen?, soort: ja_nee }
";
    insta::assert_snapshot!(read(text), @r#"
    fout[V104]: De sleutel `versie` staat hier nog een keer.
     --> lijst.yaml:5:1
      |
    2 | versie: 1.0.0
      | ------ hier staat hij al
    ...
    5 | versie: 1.0.1
      | ^^^^^^
      |
      = tip: Haal er één weg, of voeg ze samen.
    "#);
}

/// V201, with what was probably meant.
#[test]
fn an_unknown_key() {
    let text = "\
id: lijst
versie: 1.0.0
titel: Een lijst
bron: Eigen voorbeeld
onderdelen:
  - id: deel
    titel: Deel
    vragen:
      - { id: wapen, vraag: Is er een wapen?, soort: ja_nee, uitlg: Kijk goed. }
";
    insta::assert_snapshot!(read(text), @r#"
    fout[V201]: De sleutel `uitlg` hoort niet in een vraag.
     --> lijst.yaml:9:62
      |
    9 |       - { id: wapen, vraag: Is er een wapen?, soort: ja_nee, uitlg: Kijk goed. }
      |                                                              ^^^^^
      |
      = tip: Bedoelde u `uitleg`?
    "#);
}

/// V201: YAML reads a second key; the tip says what to do.
#[test]
fn a_comma_in_a_text_between_braces() {
    let text = "\
id: lijst
versie: 1.0.0
titel: Een lijst
bron: Eigen voorbeeld
onderdelen:
  - id: deel
    titel: Deel
    vragen:
      - { id: wapen, vraag: Is er een wapen, of een mes?, soort: ja_nee }
";
    insta::assert_snapshot!(read(text), @r#"
    fout[V201]: De sleutel `of een mes?` hoort niet in een vraag.
     --> lijst.yaml:9:46
      |
    9 |       - { id: wapen, vraag: Is er een wapen, of een mes?, soort: ja_nee }
      |                                              ^^^^^^^^^^^
      |
      = tip: Hoort dit bij de tekst ervoor? Zet die tekst tussen aanhalingstekens: een komma begint hier een nieuwe sleutel.
    "#);
}

/// V201: said once, and not also that the test is missing.
#[test]
fn an_unknown_key_in_a_condition() {
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
      - { id: mes, vraag: Is er een mes?, soort: ja_nee, als: { vraag: wapen, iss: ja } }
";
    insta::assert_snapshot!(read(text), @r#"
    fout[V201]: De sleutel `iss` hoort niet in een voorwaarde.
      --> lijst.yaml:10:79
       |
    10 |       - { id: mes, vraag: Is er een mes?, soort: ja_nee, als: { vraag: wapen, iss: ja } }
       |                                                                               ^^^
       |
       = tip: Bedoelde u `is`?
    "#);
}

/// V202: a word where a row belongs, a colon in an item of a row.
#[test]
fn a_value_of_the_wrong_type() {
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
  - { id: score, som: wapen }
  - id: hoogte
    titel: { Let op: hoog }
    som: [wapen]
";
    insta::assert_snapshot!(read(text), @r#"
    fout[V202]: Hier hoort een rij te staan, niet een tekst.
      --> lijst.yaml:11:23
       |
    11 |   - { id: score, som: wapen }
       |                       ^^^^^
       |
       = tip: Begin elke regel van de rij met een streepje, of zet de rij tussen [ en ].

    fout[V202]: Hier hoort een tekst. YAML leest `Let op:` als een sleutel.
      --> lijst.yaml:13:14
       |
    13 |     titel: { Let op: hoog }
       |              ^^^^^^
       |
       = tip: Staat er een dubbele punt in de tekst? Zet de hele tekst tussen aanhalingstekens: 'Let op: zo'.
    "#);
}

/// V202: options, rules and sums hold something.
#[test]
fn an_empty_row() {
    let text = "\
id: lijst
versie: 1.0.0
titel: Een lijst
bron: Eigen voorbeeld
onderdelen:
  - id: deel
    titel: Deel
    vragen:
      - { id: kleur, vraag: Welke?, soort: keuze, opties: [] }
afgeleid:
  - { id: hoog, regels: [] }
  - { id: score, som: [] }
";
    insta::assert_snapshot!(read(text), @r#"
    fout[V202]: Deze rij is leeg.
     --> lijst.yaml:9:59
      |
    9 |       - { id: kleur, vraag: Welke?, soort: keuze, opties: [] }
      |                                                           ^
      |
      = tip: Vul de rij, of haal de sleutel weg.

    fout[V202]: Deze rij is leeg.
      --> lijst.yaml:11:25
       |
    11 |   - { id: hoog, regels: [] }
       |                         ^
       |
       = tip: Vul de rij, of haal de sleutel weg.

    fout[V202]: Deze rij is leeg.
      --> lijst.yaml:12:23
       |
    12 |   - { id: score, som: [] }
       |                       ^
       |
       = tip: Vul de rij, of haal de sleutel weg.
    "#);
}

/// V203: also where a condition says nothing.
#[test]
fn a_missing_key() {
    let text = "\
id: lijst
versie: 1.0.0
titel: Een lijst
bron: Eigen voorbeeld
onderdelen:
  - id: deel
    titel: Deel
    vragen:
      - { id: wapen, vraag: Is er een wapen? }
      - { id: mes, vraag: Is er een mes?, soort: ja_nee, als: { vraag: wapen } }
";
    insta::assert_snapshot!(read(text), @r#"
    fout[V203]: In een vraag ontbreekt de sleutel `soort`.
     --> lijst.yaml:9:9
      |
    9 |       - { id: wapen, vraag: Is er een wapen? }
      |         ^
      |
      = tip: Voeg `soort: …` toe.

    fout[V203]: Hier staat niet wat er van `wapen` moet gelden.
      --> lijst.yaml:10:72
       |
    10 |       - { id: mes, vraag: Is er een mes?, soort: ja_nee, als: { vraag: wapen } }
       |                                                                        ^^^^^
       |
       = tip: Voeg bijvoorbeeld `is: ja` of `minstens: 3` toe.
    "#);
}

/// V204: capitals and spaces, and an option that is called as an answer that every question has.
#[test]
fn a_bad_id() {
    let text = "\
id: lijst
versie: 1.0.0
titel: Een lijst
bron: Eigen voorbeeld
onderdelen:
  - id: deel
    titel: Deel
    vragen:
      - { id: Is er een wapen, vraag: Is er een wapen?, soort: ja_nee }
      - { id: soort_wapen, vraag: Welk?, soort: keuze, opties: [{ id: onbekend, tekst: Onbekend }] }
";
    insta::assert_snapshot!(read(text), @r#"
    fout[V204]: `Is er een wapen` kan geen id zijn.
     --> lijst.yaml:9:15
      |
    9 |       - { id: Is er een wapen, vraag: Is er een wapen?, soort: ja_nee }
      |               ^^^^^^^^^^^^^^^
      |
      = tip: Gebruik kleine letters, cijfers, _ en -, en begin met een letter. Bijvoorbeeld `kleur_wapens`.

    fout[V204]: Een optie kan niet `onbekend` heten: dat antwoord bestaat al bij elke vraag.
      --> lijst.yaml:10:71
       |
    10 |       - { id: soort_wapen, vraag: Welk?, soort: keuze, opties: [{ id: onbekend, tekst: Onbek...
       |                                                                       ^^^^^^^^
       |
       = tip: Haal de optie weg, of kies een andere id.
    "#);
}

/// V205: each at its own word.
#[test]
fn a_bad_number_date_or_version() {
    let text = "\
id: lijst
versie: 1.0
titel: Een lijst
bron: Eigen voorbeeld
geldig_vanaf: 2026-02-30
onderdelen:
  - id: deel
    titel: Deel
    vragen:
      - { id: leeftijd, vraag: Hoe oud?, soort: getal, van: nul }
      - { id: dag, vraag: Wanneer?, soort: datum }
      - { id: recent, vraag: Wat gebeurde er?, soort: tekst, als: { vraag: dag, na: gisteren } }
";
    insta::assert_snapshot!(read(text), @r#"
    fout[V205]: `1.0` is geen versie.
     --> lijst.yaml:2:9
      |
    2 | versie: 1.0
      |         ^^^
      |
      = tip: Schrijf drie getallen met punten ertussen, zoals 1.0.0.

    fout[V205]: Hier hoort een datum die bestaat.
     --> lijst.yaml:5:15
      |
    5 | geldig_vanaf: 2026-02-30
      |               ^^^^^^^^^^
      |
      = tip: Schrijf jaar-maand-dag, zoals 2026-03-01.

    fout[V205]: Hier hoort een getal.
      --> lijst.yaml:10:61
       |
    10 |       - { id: leeftijd, vraag: Hoe oud?, soort: getal, van: nul }
       |                                                             ^^^
       |
       = tip: Schrijf een getal, zoals 3 of 2.5.

    fout[V205]: `gisteren` is geen dag.
      --> lijst.yaml:12:85
       |
    12 | ...?, soort: tekst, als: { vraag: dag, na: gisteren } }
       |                                            ^^^^^^^^
       |
       = tip: Schrijf een datum zoals 2026-03-01, of `vandaag`, `vandaag-30`, `vandaag+14`.
    "#);
}

/// V201: the tip names the kinds that have it.
#[test]
fn a_key_of_another_kind() {
    let text = "\
id: lijst
versie: 1.0.0
titel: Een lijst
bron: Eigen voorbeeld
onderdelen:
  - id: deel
    titel: Deel
    vragen:
      - { id: wapen, vraag: Is er een wapen?, soort: ja_nee, van: 1 }
      - { id: stop, vraag: Stop., soort: mededeling, mag_leeg: ja }
";
    insta::assert_snapshot!(read(text), @r#"
    fout[V201]: De sleutel `van` hoort niet bij `soort: ja_nee`.
     --> lijst.yaml:9:62
      |
    9 |       - { id: wapen, vraag: Is er een wapen?, soort: ja_nee, van: 1 }
      |                                                              ^^^
      |
      = tip: `van` is voor: `schaal`, `getal`. Haal de sleutel weg, of kies een andere soort.

    fout[V201]: De sleutel `mag_leeg` hoort niet bij `soort: mededeling`.
      --> lijst.yaml:10:54
       |
    10 |       - { id: stop, vraag: Stop., soort: mededeling, mag_leeg: ja }
       |                                                      ^^^^^^^^
       |
       = tip: `mag_leeg` is voor: `meerkeuze`, `tekst`, `persoon`, `verwijzing`, `rangorde`. Haal de sleutel weg, of kies een andere soort.
    "#);
}

/// V206.
#[test]
fn a_missing_source() {
    let text = "\
id: lijst
versie: 1.0.0
titel: Een lijst
onderdelen:
  - id: deel
    titel: Deel
    vragen:
      - { id: wapen, vraag: Is er een wapen?, soort: ja_nee }
";
    insta::assert_snapshot!(read(text), @r#"
    fout[V206]: Deze lijst heeft geen bron.
     --> lijst.yaml:1:1
      |
    1 | id: lijst
      | ^^
      |
      = tip: Voeg `bron: …` toe: waar rusten de vragen en regels op?
    "#);
}

/// V207.
#[test]
fn a_missing_dutch_text() {
    let text = "\
id: lijst
versie: 1.0.0
titel: Een lijst
bron: Eigen voorbeeld
onderdelen:
  - id: deel
    titel: Deel
    vragen:
      - { id: wapen, vraag: { en: Is there a weapon? }, soort: ja_nee }
";
    insta::assert_snapshot!(read(text), @r#"
    fout[V207]: Deze tekst is er niet in het Nederlands.
     --> lijst.yaml:9:29
      |
    9 |       - { id: wapen, vraag: { en: Is there a weapon? }, soort: ja_nee }
      |                             ^
      |
      = tip: Voeg `nl: …` toe. Nederlands is verplicht.
    "#);
}

/// V208.
#[test]
fn a_list_in_a_list() {
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
          - { id: gevolgen, vraag: Welke gevolgen?, soort: lijst, vragen: [] }
";
    insta::assert_snapshot!(read(text), @r#"
    fout[V208]: In een rij van een lijst kan geen `lijst` en geen `rangorde` staan.
      --> lijst.yaml:13:60
       |
    13 |           - { id: gevolgen, vraag: Welke gevolgen?, soort: lijst, vragen: [] }
       |                                                            ^^^^^
       |
       = tip: Maak er een eigen lijst van, met een `verwijzing` naar de rij van deze.
    "#);
}

/// V209: an unknown role, a row's role outside its list, one role twice.
#[test]
fn a_role_in_the_wrong_place() {
    let text = "\
id: lijst
versie: 1.0.0
titel: Een lijst
bron: Eigen voorbeeld
onderdelen:
  - id: deel
    titel: Deel
    vragen:
      - { id: naam, vraag: Wie?, soort: tekst, rol: persoon.nam }
      - { id: wat, vraag: Wat?, soort: tekst, rol: situatie.wat }
      - { id: label, vraag: Schuilnaam?, soort: tekst, rol: casus.label }
      - { id: nog_een, vraag: Nog een?, soort: tekst, rol: casus.label }
";
    insta::assert_snapshot!(read(text), @r#"
    fout[V209]: De rol `persoon.nam` bestaat niet.
     --> lijst.yaml:9:53
      |
    9 |       - { id: naam, vraag: Wie?, soort: tekst, rol: persoon.nam }
      |                                                     ^^^^^^^^^^^
      |
      = tip: Bedoelde u `persoon.naam`?

    fout[V209]: De rol `situatie.wat` hoort bij een vraag in de rijen van een lijst met de rol `situaties`.
      --> lijst.yaml:10:52
       |
    10 |       - { id: wat, vraag: Wat?, soort: tekst, rol: situatie.wat }
       |                                                    ^^^^^^^^^^^^
       |
       = tip: Zie de tabel bij 9 in de schrijfgids, of haal de rol weg.

    fout[V209]: De rol `casus.label` is al van een andere vraag.
      --> lijst.yaml:12:60
       |
    11 |       - { id: label, vraag: Schuilnaam?, soort: tekst, rol: casus.label }
       |                                                             ----------- van deze
    12 |       - { id: nog_een, vraag: Nog een?, soort: tekst, rol: casus.label }
       |                                                            ^^^^^^^^^^^
       |
       = tip: Een rol komt in een lijst hoogstens één keer voor, ook met de lijsten die zij meeneemt.
    "#);
}

/// An author sees every fault in one go, in the order of the file.
#[test]
fn everything_at_once() {
    let text = "\
id: Lijst
versie: 1
titel: Een lijst
onderdelen:
  - id: deel
    titel: Deel
    vragen:
      - { id: wapen, vraag: Is er een wapen?, soort: ja_ne }
      - { id: mes, vrag: Is er een mes?, soort: ja_nee }
      - { id: mes, vraag: Nog een mes?, soort: ja_nee, als: { vraag: messen, is: ja } }
afgeleid:
  - { id: score, som: [mes, hamer], onbekend: als_ne }
";
    insta::assert_snapshot!(read(text), @r#"
    fout[V206]: Deze lijst heeft geen bron.
     --> lijst.yaml:1:1
      |
    1 | id: Lijst
      | ^^
      |
      = tip: Voeg `bron: …` toe: waar rusten de vragen en regels op?

    fout[V204]: `Lijst` kan geen id zijn.
     --> lijst.yaml:1:5
      |
    1 | id: Lijst
      |     ^^^^^
      |
      = tip: Gebruik kleine letters, cijfers, _ en -, en begin met een letter. Bijvoorbeeld `kleur_wapens`.

    fout[V205]: `1` is geen versie.
     --> lijst.yaml:2:9
      |
    2 | versie: 1
      |         ^
      |
      = tip: Schrijf drie getallen met punten ertussen, zoals 1.0.0.

    fout[V302]: De soort `ja_ne` bestaat niet.
     --> lijst.yaml:8:54
      |
    8 |       - { id: wapen, vraag: Is er een wapen?, soort: ja_ne }
      |                                                      ^^^^^
      |
      = tip: Bedoelde u `ja_nee`?

    fout[V201]: De sleutel `vrag` hoort niet in een vraag.
     --> lijst.yaml:9:20
      |
    9 |       - { id: mes, vrag: Is er een mes?, soort: ja_nee }
      |                    ^^^^
      |
      = tip: Bedoelde u `vraag`?

    fout[V301]: De id `mes` is al van een andere vraag.
      --> lijst.yaml:10:15
       |
     9 |       - { id: mes, vrag: Is er een mes?, soort: ja_nee }
       |               --- hier staat die vraag
    10 |       - { id: mes, vraag: Nog een mes?, soort: ja_nee, als: { vraag: messen, is: ja } }
       |               ^^^
       |
       = tip: Geef elke vraag een eigen id, ook als ze op elkaar lijken.

    fout[V302]: Er is geen vraag en geen afgeleide `hamer`.
      --> lijst.yaml:12:29
       |
    12 |   - { id: score, som: [mes, hamer], onbekend: als_ne }
       |                             ^^^^^
       |
       = tip: Bekend zijn: `mes`, `score`, `wapen`.

    fout[V202]: Zo kan `onbekend` niet worden behandeld.
      --> lijst.yaml:12:47
       |
    12 |   - { id: score, som: [mes, hamer], onbekend: als_ne }
       |                                               ^^^^^^
       |
       = tip: Bedoelde u `als_nee`?
    "#);
}
