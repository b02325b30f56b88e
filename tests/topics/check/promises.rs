//! Promises of the author: what `eigenschappen` says of all answers together.

use super::{questions, read};

const QUESTIONS: &str = "      - { id: wapen, vraag: Is er een wapen?, soort: ja_nee }
      - { id: hulp, vraag: Is er hulp?, soort: ja_nee }
      - { id: naam, vraag: Hoe heet het?, soort: tekst }
      - { id: eerste_getal, vraag: Hoeveel?, soort: getal }
      - { id: ander_getal, vraag: En daarna?, soort: getal }
";

const DERIVED: &str = "afgeleid:
  - id: ernst
    niveaus: [{ id: laag, tekst: Laag }, { id: midden, tekst: Midden }, { id: hoog, tekst: Hoog }]
    regels:
      - { als: { alle: [{ vraag: wapen, is: ja }, { vraag: hulp, is: ja }] }, is: laag }
      - { als: { vraag: wapen, is: ja }, is: hoog }
      - { als: { vraag: eerste, is: ja }, is: midden }
      - { anders: laag }
  - id: zelfde
    regels:
      - { als: { vraag: eerste_getal, gelijk_aan: ander_getal }, is: gelijk }
      - { anders: anders }
";

/// What the author of a list with these promises reads.
fn promised(properties: &str) -> String {
    read(&questions(
        QUESTIONS,
        &format!("{DERIVED}eigenschappen:\n{properties}"),
    ))
}

/// V410: a heavier answer makes it lighter, a rule that breaks a promise, a question that does not count and one that does.
#[test]
fn promises_that_are_not_kept() {
    let properties = "  - { id: zwaarder, monotoon: ernst, vragen: [wapen] }
  - { id: wapen_is_nooit_laag, als: { vraag: wapen, is: ja }, nooit: { waarde_van: ernst, is: laag } }
  - { id: altijd_hoog, als: { vraag: wapen, is: ja }, altijd: { waarde_van: ernst, is: hoog } }
  - { id: naam_telt, telt: ernst, vragen: [wapen, naam] }
  - { id: hulp_telt_niet, telt_niet: ernst, vragen: [hulp, naam] }
  - { id: hulp_helpt, monotoon: ernst, vragen: [wapen, eerste], geldt: nee, reden: Met hulp is het lichter. }
  - { id: eerste_telt_mee, telt: ernst, vragen: [eerste], geldt: nee, reden: Was ooit zo. }
";
    insta::assert_snapshot!(promised(properties), @r#"
    fout[V410]: De eigenschap `zwaarder` klopt niet, bijvoorbeeld bij `eerste: ja`, `hulp: ja`: als `wapen` van `nee` naar `ja` gaat, komt er `laag` in plaats van `midden`.
      --> lijst.yaml:28:11
       |
    28 |   - { id: zwaarder, monotoon: ernst, vragen: [wapen] }
       |           ^^^^^^^^
       |
       = tip: Verbeter de regels. Of, als het zo bedoeld is: schrijf `geldt: nee` met een `reden`.

    fout[V410]: De eigenschap `wapen_is_nooit_laag` klopt niet, bijvoorbeeld bij `wapen: ja`, `hulp: ja`.
      --> lijst.yaml:29:11
       |
    29 |   - { id: wapen_is_nooit_laag, als: { vraag: wapen, is: ja }, nooit: { waarde_van: ernst, is...
       |           ^^^^^^^^^^^^^^^^^^^
       |
       = tip: Verbeter de regels. Of, als het zo bedoeld is: schrijf `geldt: nee` met een `reden`.

    fout[V410]: De eigenschap `altijd_hoog` klopt niet, bijvoorbeeld bij `wapen: ja`, `hulp: ja`.
      --> lijst.yaml:30:11
       |
    30 |   - { id: altijd_hoog, als: { vraag: wapen, is: ja }, altijd: { waarde_van: ernst, is: hoog } }
       |           ^^^^^^^^^^^
       |
       = tip: Verbeter de regels. Of, als het zo bedoeld is: schrijf `geldt: nee` met een `reden`.

    fout[V410]: De eigenschap `naam_telt` klopt niet: `naam` verandert nooit iets.
      --> lijst.yaml:31:11
       |
    31 |   - { id: naam_telt, telt: ernst, vragen: [wapen, naam] }
       |           ^^^^^^^^^
       |
       = tip: Verbeter de regels. Of, als het zo bedoeld is: schrijf `geldt: nee` met een `reden`.

    fout[V410]: De eigenschap `hulp_telt_niet` klopt niet, bijvoorbeeld bij `wapen: ja`: als `hulp` van `ja` naar `nee` gaat, komt er `hoog` in plaats van `laag`.
      --> lijst.yaml:32:11
       |
    32 |   - { id: hulp_telt_niet, telt_niet: ernst, vragen: [hulp, naam] }
       |           ^^^^^^^^^^^^^^
       |
       = tip: Verbeter de regels. Of, als het zo bedoeld is: schrijf `geldt: nee` met een `reden`.

    fout[V410]: De eigenschap `eerste_telt_mee` klopt voor alle antwoorden, en hier staat van niet.
      --> lijst.yaml:34:11
       |
    34 |   - { id: eerste_telt_mee, telt: ernst, vragen: [eerste], geldt: nee, reden: Was ooit zo. }
       |           ^^^^^^^^^^^^^^^
       |
       = tip: Haal `geldt: nee` weg, of kijk of de regels nog zeggen wat u bedoelt.
    "#);
}

/// V412: what a promise is about never occurs.
#[test]
fn promises_that_say_nothing() {
    let properties = "  - { id: dubbel, als: { alle: [{ vraag: wapen, is: ja }, { vraag: wapen, is: nee }] }, altijd: { waarde_van: ernst, is: hoog } }
  - { id: geen_zwaarder_antwoord, monotoon: ernst, vragen: [naam] }
";
    insta::assert_snapshot!(promised(properties), @r#"
    fout[V412]: De eigenschap `dubbel` zegt niets: waar zij over gaat, komt nooit voor.
      --> lijst.yaml:28:11
       |
    28 |   - { id: dubbel, als: { alle: [{ vraag: wapen, is: ja }, { vraag: wapen, is: nee }] }, alti...
       |           ^^^^^^
       |
       = tip: Kijk de voorwaarde en de vragen na, of haal de eigenschap weg.

    fout[V412]: De eigenschap `geen_zwaarder_antwoord` zegt niets: waar zij over gaat, komt nooit voor.
      --> lijst.yaml:29:11
       |
    29 |   - { id: geen_zwaarder_antwoord, monotoon: ernst, vragen: [naam] }
       |           ^^^^^^^^^^^^^^^^^^^^^^
       |
       = tip: Kijk de voorwaarde en de vragen na, of haal de eigenschap weg.
    "#);
}

/// V411: two numbers without end that are compared.
#[test]
fn promises_about_what_has_no_end() {
    let properties = "  - id: ver_uit_elkaar
    als: { alle: [{ vraag: eerste_getal, minstens: 10 }, { vraag: ander_getal, hoogstens: 5 }] }
    nooit: { waarde_van: zelfde, is: gelijk }
";
    insta::assert_snapshot!(promised(properties), @r#"
    fout[V411]: De eigenschap `ver_uit_elkaar` is niet na te gaan: zij hangt af van antwoorden die niet allemaal te noemen zijn.
      --> lijst.yaml:28:9
       |
    28 |   - id: ver_uit_elkaar
       |         ^^^^^^^^^^^^^^
       |
       = tip: Beloof iets over minder vragen, of leg het met proefgevallen vast.
    "#);
}

/// What the author says does not hold, and does not, is no fault.
#[test]
fn a_promise_that_is_meant_not_to_hold() {
    let properties = "  - { id: meer, monotoon: ernst, geldt: nee, reden: Met hulp is het lichter. }
  - { id: hulp_helpt, monotoon: ernst, vragen: [hulp, eerste], andersom: [hulp], reden: Zonder hulp is het zwaarder. }
";
    assert_eq!(promised(properties), "");
}
