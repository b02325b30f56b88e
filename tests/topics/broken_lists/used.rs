//! Faults in lists that use or adapt each other: each is shown in the file that holds it.

use super::read_with;

const BASE: &str = "\
id: basis
versie: 1.0.0
titel: De basis
bron: Eigen voorbeeld
instellingen: [{ id: advies, waarden: [mag, moet], gewoon: mag }]
onderdelen:
  - id: begin
    titel: Begin
    vragen:
      - { id: wapen, vraag: Is er een wapen?, soort: ja_nee }
      - id: kleur
        vraag: Welke kleur?
        soort: keuze
        opties: [{ id: rood, tekst: Rood }, { id: blauw, tekst: Blauw }]
  - id: einde
    titel: Einde
    vragen:
      - { id: klaar, vraag: Bent u klaar?, soort: ja_nee }
";

const HEAD: &str = "\
id: lijst
versie: 1.0.0
titel: Een lijst
bron: Eigen voorbeeld
";

const USES: &str = "\
gebruikt: [basis]
onderdelen:
  - { id: eerst, titel: Eerst, gebruik: basis }
";

/// V307: what a used list asks must have a place.
#[test]
fn a_part_without_a_place() {
    let text = format!(
        "{HEAD}{}",
        USES.replace("gebruik: basis", "gebruik: basis.begin")
    );
    insta::assert_snapshot!(read_with(&[BASE], &text), @r#"
    fout[V307]: Het onderdeel `basis.einde` van deze lijst heeft geen plek.
      --> lijst.yaml:5:12
       |
     5 | gebruikt: [basis]
       |            ^^^^^
       |
      ::: ander1.yaml:15:9
       |
    15 |   - id: einde
       |         ----- dit onderdeel
       |
       = tip: Zet een onderdeel met `gebruik: basis` of `gebruik: basis.einde` op de goede plek.
    "#);
}

/// V302: a list that is not there, a part that is not there, a list that is not taken along. Said once each.
#[test]
fn a_list_or_part_that_is_not_there() {
    let more = "  \
  - { id: dan, titel: Dan, gebruik: anders }
  - { id: ook, titel: Ook, gebruik: basis.midden }
  - { id: nog, titel: Nog, gebruik: personen, als: { vraag: anders.x, is: ja } }
";
    let text = format!("{HEAD}{USES}{more}").replace("[basis]", "[basis, anders]");
    insta::assert_snapshot!(read_with(&[BASE], &text), @r#"
    fout[V302]: Er is geen vragenlijst `anders`.
     --> lijst.yaml:5:19
      |
    5 | gebruikt: [basis, anders]
      |                   ^^^^^^
      |
      = tip: Bekend zijn: `basis`, `lijst`.

    fout[V302]: De lijst `basis` heeft geen onderdeel `midden`.
     --> lijst.yaml:9:37
      |
    9 |   - { id: ook, titel: Ook, gebruik: basis.midden }
      |                                     ^^^^^^^^^^^^
      |
      = tip: Bekend zijn: `begin`, `einde`.

    fout[V302]: De lijst `personen` staat niet bij `gebruikt`.
      --> lijst.yaml:10:37
       |
    10 |   - { id: nog, titel: Nog, gebruik: personen, als: { vraag: anders.x, is: ja } }
       |                                     ^^^^^^^^
       |
       = tip: Bekend is: `basis`. Of zet `personen` bij `gebruikt` in de kop.
    "#);
}

/// V304: lists that use each other.
#[test]
fn lists_that_use_each_other() {
    let other = BASE.replace("onderdelen:", "gebruikt: [lijst]\nonderdelen:");
    insta::assert_snapshot!(read_with(&[&other], &format!("{HEAD}{USES}")), @r#"
    fout[V304]: Deze lijsten nemen elkaar mee: `lijst` → `basis` → `lijst`.
     --> ander1.yaml:6:12
      |
    6 | gebruikt: [lijst]
      |            ^^^^^
      |
      = tip: Haal één van de namen bij `gebruikt` weg.
    "#);
}

/// V308, and V302 and V303: an adaptation takes nothing away, and names what is there.
#[test]
fn an_adaptation_that_does_too_much() {
    let changes = "\
past_aan: basis
instellingen: { advies: nooit, advis: moet }
wijzig:
  - { id: wapen, vraag: Is er een wapen of mes?, soort: keuze }
  - { id: kleur, opties: [] }
  - { id: kleur/rod, tekst: Donkerrood }
  - { id: klar, vraag: Klaar? }
  - { id: klaar, uitlg: Kijk nog eens. }
verplaats:
  - { vraag: wapen, naar: einde, voor: kleur }
onderdelen: []
";
    insta::assert_snapshot!(read_with(&[BASE], &format!("{HEAD}{changes}")), @r#"
    fout[V303]: De instelling `advies` kent de waarde `nooit` niet.
     --> lijst.yaml:6:25
      |
    6 | instellingen: { advies: nooit, advis: moet }
      |                         ^^^^^
      |
      = tip: Bekend zijn: `mag`, `moet`.

    fout[V302]: De lijst die u aanpast heeft geen instelling `advis`.
     --> lijst.yaml:6:32
      |
    6 | instellingen: { advies: nooit, advis: moet }
      |                                ^^^^^
      |
      = tip: Bedoelde u `advies`?

    fout[V308]: Een aanpassing kan `soort` niet wijzigen.
     --> lijst.yaml:8:50
      |
    8 |   - { id: wapen, vraag: Is er een wapen of mes?, soort: keuze }
      |                                                  ^^^^^
      |
      = tip: Een andere soort is een andere vraag. Maak daarvoor een eigen lijst.

    fout[V308]: Een aanpassing kan `opties` niet wijzigen.
     --> lijst.yaml:9:18
      |
    9 |   - { id: kleur, opties: [] }
      |                  ^^^^^^
      |
      = tip: Wegnemen kan niet. Noem de optie zelf: `id: vraag/optie`.

    fout[V302]: De lijst die u aanpast heeft geen vraag, onderdeel, optie, afgeleide, getal of termijn `kleur/rod`.
      --> lijst.yaml:10:11
       |
    10 |   - { id: kleur/rod, tekst: Donkerrood }
       |           ^^^^^^^^^
       |
       = tip: Bedoelde u `kleur/rood`?

    fout[V302]: De lijst die u aanpast heeft geen vraag, onderdeel, optie, afgeleide, getal of termijn `klar`.
      --> lijst.yaml:11:11
       |
    11 |   - { id: klar, vraag: Klaar? }
       |           ^^^^
       |
       = tip: Bedoelde u `klaar`?

    fout[V201]: De sleutel `uitlg` hoort niet in een vraag.
      --> lijst.yaml:12:18
       |
    12 |   - { id: klaar, uitlg: Kijk nog eens. }
       |                  ^^^^^
       |
       = tip: Bedoelde u `uitleg`?

    fout[V302]: In het onderdeel `einde` staat geen vraag `kleur`.
      --> lijst.yaml:14:40
       |
    14 |   - { vraag: wapen, naar: einde, voor: kleur }
       |                                        ^^^^^
       |
       = tip: Bekend is: `klaar`.

    fout[V308]: Een aanpassing voegt niets toe: `onderdelen` kan hier niet.
      --> lijst.yaml:15:1
       |
    15 | onderdelen: []
       | ^^^^^^^^^^
       |
       = tip: Wilt u eigen vragen of regels? Maak een eigen lijst die deze meeneemt met `gebruikt`.
    "#);
}

/// A fault in a used list is shown there, not in the list that uses it.
#[test]
fn a_fault_in_a_used_list() {
    let other = BASE.replace("u klaar?", "u klaar?, als: { vraag: wapens, is: ja }");
    insta::assert_snapshot!(read_with(&[&other], &format!("{HEAD}{USES}")), @r#"
    fout[V302]: Er is geen vraag `wapens`.
      --> ander1.yaml:18:58
       |
    18 |       - { id: klaar, vraag: Bent u klaar?, als: { vraag: wapens, is: ja }, soort: ja_nee }
       |                                                          ^^^^^^
       |
       = tip: Bedoelde u `wapen`?
    "#);
}
