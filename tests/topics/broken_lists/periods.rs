//! Faults in how a period is written.

use super::read;

/// V201, V203, V205, V301, V302, V304, V305: where it starts, how long it is, what makes it over.
#[test]
fn periods_that_cannot_be_read() {
    let text = "\
id: lijst
versie: 1.0.0
titel: Een lijst
bron: Eigen voorbeeld
onderdelen:
  - id: deel
    titel: Deel
    vragen:
      - { id: gevraagd, vraag: Gevraagd?, soort: ja_nee }
      - { id: wanneer, vraag: Wanneer?, soort: datum }
      - id: afspraken
        vraag: Welke afspraken?
        soort: lijst
        rij: afspraak
        vragen: [{ id: dag, vraag: Welke dag?, soort: datum }]
termijnen:
  - { id: een, titel: T, stil: S, soort: verwachting, vanaf: waneer, dagen: 5 }
  - { id: twee, titel: T, stil: S, soort: verwachting, vanaf: gevraagd, dagen: 5 }
  - { id: drie, titel: T, stil: S, soort: verwachting, vanaf: dag, dagen: 5 }
  - { id: vier, titel: T, stil: S, soort: verwachting, vanaf: wanneer }
  - { id: vijf, titel: T, stil: S, soort: verwachting, vanaf: wanneer, dagen: 5, weken: 1 }
  - { id: zes, titel: T, stil: S, soort: verwachting, vanaf: wanneer, dagen: 2.5 }
  - { id: zeven, titel: T, stil: S, soort: verwachting, vanaf: wanneer, uren: 36 }
  - { id: acht, titel: T, stil: S, soort: belofte, vanaf: wanneer, dagen: 5 }
  - { id: negen, titel: T, soort: afspraak, vanaf: wanneer, dagen: 5, klaar: gevraag }
  - { id: wanneer, titel: T, stil: S, soort: afspraak, vanaf: wanneer, dagen: 5 }
  - { id: tien, titel: T, stil: S, soort: afspraak, vanaf: elf, dagen: 5 }
  - { id: elf, titel: T, stil: S, soort: afspraak, vanaf: tien, dagen: 5 }
  - { id: twaalf, titel: T, stil: S, soort: afspraak, vanaf: wanneer, dagen: 5, om: gevraagd }
";
    insta::assert_snapshot!(read(text), @r#"
    fout[V302]: Er is geen vraag of termijn `waneer`.
      --> lijst.yaml:17:62
       |
    17 |   - { id: een, titel: T, stil: S, soort: verwachting, vanaf: waneer, dagen: 5 }
       |                                                              ^^^^^^
       |
       = tip: Bedoelde u `wanneer`?

    fout[V305]: `gevraagd` is geen vraag met `soort: datum`.
      --> lijst.yaml:18:63
       |
    18 |   - { id: twee, titel: T, stil: S, soort: verwachting, vanaf: gevraagd, dagen: 5 }
       |                                                               ^^^^^^^^
       |
       = tip: Noem hier een vraag met `soort: datum`.

    fout[V302]: Er is geen vraag of termijn `dag`.
      --> lijst.yaml:19:63
       |
    19 |   - { id: drie, titel: T, stil: S, soort: verwachting, vanaf: dag, dagen: 5 }
       |                                                               ^^^
       |
       = tip: Bedoelt u de vraag in de rijen van `afspraken`? Schrijf `afspraken/dag`.

    fout[V203]: Deze termijn zegt niet hoe lang hij duurt.
      --> lijst.yaml:20:5
       |
    20 |   - { id: vier, titel: T, stil: S, soort: verwachting, vanaf: wanneer }
       |     ^
       |
       = tip: Voeg één van `uren`, `dagen`, `werkdagen`, `weken`, `maanden`, `jaren` toe. Is de dag zelf bedoeld, schrijf dan `dagen: 0`. Heeft niemand een duur bekendgemaakt, schrijf dan `jaren: onbekend`.

    fout[V305]: Deze termijn zegt twee keer hoe lang hij duurt.
      --> lijst.yaml:21:82
       |
    21 |   - { id: vijf, titel: T, stil: S, soort: verwachting, vanaf: wanneer, dagen: 5, weken: 1 }
       |                                                                                  ^^^^^
       |
       = tip: Houd er één over.

    fout[V205]: Een termijn is een heel getal, van 0 af.
      --> lijst.yaml:22:78
       |
    22 |   - { id: zes, titel: T, stil: S, soort: verwachting, vanaf: wanneer, dagen: 2.5 }
       |                                                                              ^^^
       |
       = tip: Schrijf een heel getal, zoals 5.

    fout[V203]: Een termijn in uren begint op een tijd, en die staat er niet.
      --> lijst.yaml:23:5
       |
    23 |   - { id: zeven, titel: T, stil: S, soort: verwachting, vanaf: wanneer, uren: 36 }
       |     ^
       |
       = tip: Voeg `om: …` toe, met de vraag naar het uur.

    fout[V302]: De soort termijn `belofte` bestaat niet.
      --> lijst.yaml:24:43
       |
    24 |   - { id: acht, titel: T, stil: S, soort: belofte, vanaf: wanneer, dagen: 5 }
       |                                           ^^^^^^^
       |
       = tip: Bekend zijn: `afspraak`, `verwachting`, `bewaren`, `duur`.

    fout[V203]: In een termijn ontbreekt de sleutel `stil`.
      --> lijst.yaml:25:5
       |
    25 |   - { id: negen, titel: T, soort: afspraak, vanaf: wanneer, dagen: 5, klaar: gevraag }
       |     ^
       |
       = tip: Voeg `stil: …` toe.

    fout[V302]: Er is geen vraag `gevraag`.
      --> lijst.yaml:25:78
       |
    25 |   - { id: negen, titel: T, soort: afspraak, vanaf: wanneer, dagen: 5, klaar: gevraag }
       |                                                                              ^^^^^^^
       |
       = tip: Bedoelde u `gevraagd`?

    fout[V301]: De id `wanneer` is al van een vraag, een afgeleide of een andere termijn.
      --> lijst.yaml:26:11
       |
    10 |       - { id: wanneer, vraag: Wanneer?, soort: datum }
       |               ------- hier staat die
    ...
    26 |   - { id: wanneer, titel: T, stil: S, soort: afspraak, vanaf: wanneer, dagen: 5 }
       |           ^^^^^^^
       |
       = tip: Geef elke termijn een eigen id.

    fout[V304]: Deze termijnen beginnen bij elkaar: `tien` → `elf` → `tien`.
      --> lijst.yaml:27:11
       |
    27 |   - { id: tien, titel: T, stil: S, soort: afspraak, vanaf: elf, dagen: 5 }
       |           ^^^^
       |
       = tip: Laat één van de termijnen beginnen op de dag van een vraag.

    fout[V305]: `gevraagd` is geen vraag met `soort: getal`.
      --> lijst.yaml:29:85
       |
    29 |   - { id: twaalf, titel: T, stil: S, soort: afspraak, vanaf: wanneer, dagen: 5, om: gevraagd }
       |                                                                                     ^^^^^^^^
       |
       = tip: Noem hier een vraag met `soort: getal`.
    "#);
}

/// V203, V302, V305: a period that counts days.
#[test]
fn durations_that_cannot_be_read() {
    let text = "\
id: lijst
versie: 1.0.0
titel: Een lijst
bron: Eigen voorbeeld
onderdelen:
  - id: deel
    titel: Deel
    vragen:
      - { id: gevraagd, vraag: Gevraagd?, soort: ja_nee }
      - { id: wanneer, vraag: Wanneer?, soort: datum }
termijnen:
  - { id: een, titel: T, soort: duur, vanaf: wanneer }
  - { id: twee, titel: T, soort: duur, vanaf: gevraagd, tot: waneer }
  - { id: drie, titel: T, soort: duur, vanaf: wanneer, tot: wanneer, weken: 2 }
  - { id: vier, titel: T, stil: S, soort: afspraak, vanaf: wanneer, tot: wanneer, weken: 2 }
  - { id: vijf, titel: T, soort: afspraak, vanaf: wanneer, weken: 2 }
";
    insta::assert_snapshot!(read(text), @r#"
    fout[V203]: In een termijn ontbreekt de sleutel `tot`.
      --> lijst.yaml:12:5
       |
    12 |   - { id: een, titel: T, soort: duur, vanaf: wanneer }
       |     ^
       |
       = tip: Voeg `tot: …` toe.

    fout[V305]: `gevraagd` is geen vraag met `soort: datum`.
      --> lijst.yaml:13:47
       |
    13 |   - { id: twee, titel: T, soort: duur, vanaf: gevraagd, tot: waneer }
       |                                               ^^^^^^^^
       |
       = tip: Noem hier een vraag met `soort: datum`.

    fout[V302]: Er is geen vraag `waneer` naar een dag.
      --> lijst.yaml:13:62
       |
    13 |   - { id: twee, titel: T, soort: duur, vanaf: gevraagd, tot: waneer }
       |                                                              ^^^^^^
       |
       = tip: Bedoelde u `wanneer`?

    fout[V305]: `weken` past niet bij `soort: duur`.
      --> lijst.yaml:14:70
       |
    14 |   - { id: drie, titel: T, soort: duur, vanaf: wanneer, tot: wanneer, weken: 2 }
       |                                                                      ^^^^^
       |
       = tip: Haal dit weg. Een duur telt de dagen van `vanaf` tot `tot`.

    fout[V305]: `tot` past alleen bij `soort: duur`.
      --> lijst.yaml:15:69
       |
    15 |   - { id: vier, titel: T, stil: S, soort: afspraak, vanaf: wanneer, tot: wanneer, weken: 2 }
       |                                                                     ^^^
       |
       = tip: Zeg met `dagen` of een andere maat hoe lang de termijn is, of maak er een duur van.

    fout[V203]: In een termijn ontbreekt de sleutel `stil`.
      --> lijst.yaml:16:5
       |
    16 |   - { id: vijf, titel: T, soort: afspraak, vanaf: wanneer, weken: 2 }
       |     ^
       |
       = tip: Voeg `stil: …` toe.
    "#);
}
