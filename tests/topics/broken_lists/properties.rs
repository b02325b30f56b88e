//! Faults in how a promise is written; whether it is kept is for `check`.

use super::read;

/// V201, V202, V203, V301, V302, V306: what it is about, what does not go with it, what is missing.
#[test]
fn promises_that_cannot_be_read() {
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
  - { id: ernst, regels: [{ als: { vraag: wapen, is: ja }, is: hoog }, { anders: laag }] }
eigenschappen:
  - { id: een, monotoon: erns }
  - { id: twee, telt: ernst, andersom: [wapen] }
  - { id: drie, als: { vraag: wapen, is: ja } }
  - { id: vier, monotoon: ernst, behalve: [wapen] }
  - { id: vijf, telt_niet: ernst }
  - { id: zes, altijd: { kan: { vraag: wapen, is: ja } } }
  - { id: zeven, monotom: ernst }
  - { id: acht, telt: ernst, geldt: misschien }
  - { id: acht, nooit: { waarde_van: ernst, is: hoog }, geldt: nee, reden: Met een wapen is het hoog. }
";
    insta::assert_snapshot!(read(text), @r#"
    fout[V302]: Er is geen afgeleide `erns`.
      --> lijst.yaml:13:26
       |
    13 |   - { id: een, monotoon: erns }
       |                          ^^^^
       |
       = tip: Bedoelde u `ernst`?

    fout[V201]: De sleutel `andersom` hoort niet in een eigenschap.
      --> lijst.yaml:14:30
       |
    14 |   - { id: twee, telt: ernst, andersom: [wapen] }
       |                              ^^^^^^^^
       |
       = tip: Bekend zijn: `geldt`, `id`, `reden`, `telt`, `titel`, `vragen`.

    fout[V203]: Deze eigenschap zegt niet wat er moet gelden.
      --> lijst.yaml:15:5
       |
    15 |   - { id: drie, als: { vraag: wapen, is: ja } }
       |     ^
       |
       = tip: Voeg één van `monotoon`, `altijd`, `nooit`, `telt`, `telt_niet` toe.

    fout[V203]: Deze eigenschap maakt een uitzondering en zegt niet waarom.
      --> lijst.yaml:16:5
       |
    16 |   - { id: vier, monotoon: ernst, behalve: [wapen] }
       |     ^
       |
       = tip: Voeg `reden: …` toe. Dan ziet wie de lijst nakijkt dat het zo is bedoeld.

    fout[V203]: Hier staat niet welke vragen niet meetellen.
      --> lijst.yaml:17:28
       |
    17 |   - { id: vijf, telt_niet: ernst }
       |                            ^^^^^
       |
       = tip: Voeg `vragen: [ … ]` toe.

    fout[V306]: `kan` mag alleen bij de `als` van een vraag of onderdeel.
      --> lijst.yaml:18:26
       |
    18 |   - { id: zes, altijd: { kan: { vraag: wapen, is: ja } } }
       |                          ^^^
       |
       = tip: Laat het hier weg: of iets vaststaat of nog open is, houdt het programma zelf bij.

    fout[V201]: De sleutel `monotom` hoort niet in een eigenschap.
      --> lijst.yaml:19:18
       |
    19 |   - { id: zeven, monotom: ernst }
       |                  ^^^^^^^
       |
       = tip: Bedoelde u `monotoon`?

    fout[V202]: Bij `geldt` hoort `ja` of `nee`.
      --> lijst.yaml:20:37
       |
    20 |   - { id: acht, telt: ernst, geldt: misschien }
       |                                     ^^^^^^^^^
       |
       = tip: Schrijf `geldt: ja`, of haal de sleutel weg.

    fout[V301]: Er is al een eigenschap `acht`.
      --> lijst.yaml:21:11
       |
    20 |   - { id: acht, telt: ernst, geldt: misschien }
       |           ---- hier staat die
    21 |   - { id: acht, nooit: { waarde_van: ernst, is: hoog }, geldt: nee, reden: Met een wapen is ...
       |           ^^^^
       |
       = tip: Geef elke eigenschap een eigen id.
    "#);
}
