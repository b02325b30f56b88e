//! Worked cases: what is wrong with the file, and cases that come out otherwise.

use top3::problem::draw;
use top3::questionnaire::Library;
use top3::worked_case;

use super::{questions, read_with};

fn example() -> String {
    questions(
        "      - { id: wapen, vraag: Is er een wapen?, soort: ja_nee, als: { vraag: eerste, is: ja } }
      - { id: slaap, vraag: Hoe slaapt u?, soort: schaal, van: 0, tot: 3 }
",
        "afgeleid:
  - { id: ernst, regels: [{ als: { vraag: wapen, is: ja }, is: hoog, reden: Er is een wapen. }, { anders: laag }] }
  - { id: score, som: [eerste, slaap], onbekend: als_ja }
",
    )
}

/// Unknown names, a level that is not there, a case that expects nothing, a contradiction: all at once.
#[test]
fn a_file_with_mistakes() {
    let cases = "\
- naam: Onbekende namen
  datum: 2026-03-01
  antwoorden: { eerst: ja, wapen: misschien }
  verwacht: { ernst: hoogg, scor: 3 }
  redenen: { ernst: [wapn] }
  gesteld: [slap]
- naam: Verwacht niets
  datum: 2026-13-01
- naam: Verwacht niets
  datum: 2026-03-01
  dag: maandag
- naam: Spreekt zich tegen
  datum: 2026-03-01
  verwacht: { ernst: { is: hoog, zekerheid: open }, score: { is: open, zekerheid: zeker, van: laag } }
  niet_toepasbaar: soms
";
    insta::assert_snapshot!(read_with(&example(), cases), @r#"
    fout[V302]: De vraag `eerst` bestaat niet in deze lijst.
     --> tests/gevallen.yaml:3:17
      |
    3 |   antwoorden: { eerst: ja, wapen: misschien }
      |                 ^^^^^
      |
      = tip: Bedoelde u `eerste`?

    fout[V205]: Dit is geen antwoord op deze vraag.
     --> tests/gevallen.yaml:3:35
      |
    3 |   antwoorden: { eerst: ja, wapen: misschien }
      |                                   ^^^^^^^^^
      |
      = tip: Bekend zijn: `ja`, `nee`, `onbekend`, `geweigerd`.

    fout[V303]: `ernst` heeft geen niveau `hoogg`.
     --> tests/gevallen.yaml:4:22
      |
    4 |   verwacht: { ernst: hoogg, scor: 3 }
      |                      ^^^^^
      |
      = tip: Bedoelde u `hoog`?

    fout[V302]: Er is geen afgeleide `scor` in deze lijst.
     --> tests/gevallen.yaml:4:29
      |
    4 |   verwacht: { ernst: hoogg, scor: 3 }
      |                             ^^^^
      |
      = tip: Bedoelde u `score`?

    fout[V302]: Er is geen vraag of afgeleide `wapn` in deze lijst.
     --> tests/gevallen.yaml:5:22
      |
    5 |   redenen: { ernst: [wapn] }
      |                      ^^^^
      |
      = tip: Bedoelde u `wapen`?

    fout[V302]: Er is geen vraag `slap` in deze lijst.
     --> tests/gevallen.yaml:6:13
      |
    6 |   gesteld: [slap]
      |             ^^^^
      |
      = tip: Bedoelde u `slaap`?

    fout[V205]: Hier hoort een datum die bestaat.
     --> tests/gevallen.yaml:8:10
      |
    8 |   datum: 2026-13-01
      |          ^^^^^^^^^^
      |
      = tip: Schrijf jaar-maand-dag, zoals 2026-03-01.

    fout[V203]: Dit proefgeval verwacht niets.
     --> tests/gevallen.yaml:9:9
      |
    9 | - naam: Verwacht niets
      |         ^^^^^^^^^^^^^^
      |
      = tip: Voeg `verwacht`, `gesteld` of `verborgen` toe. Of laat `top3 vragenlijst test --herschrijf` erin zetten wat er nu uitkomt.

    fout[V201]: De sleutel `dag` hoort niet in een proefgeval.
      --> tests/gevallen.yaml:11:3
       |
    11 |   dag: maandag
       |   ^^^
       |
       = tip: Bekend zijn: `antwoorden`, `bij_de_eerste`, `datum`, `gesteld`, `instellingen`, `naam`, `niet_toepasbaar`, `redenen`, `termijnen`, `verborgen`, `verwacht`.

    fout[V205]: `is` en `zekerheid` spreken elkaar tegen.
      --> tests/gevallen.yaml:14:45
       |
    14 |   verwacht: { ernst: { is: hoog, zekerheid: open }, score: { is: open, zekerheid: zeker, van...
       |                                             ^^^^
       |
       = tip: Een waarde die vaststaat is `vast`. Staat zij nog niet vast, schrijf dan `is: open` en `mogelijk: [ … ]`.

    fout[V205]: `zekerheid` is `vast` of `open`.
      --> tests/gevallen.yaml:14:83
       |
    14 |   verwacht: { ernst: { is: hoog, zekerheid: open }, score: { is: open, zekerheid: zeker, van...
       |                                                                                   ^^^^^
       |
       = tip: Bekend zijn: `vast`, `open`.

    fout[V205]: Hier hoort een getal.
      --> tests/gevallen.yaml:14:95
       |
    14 | ...score: { is: open, zekerheid: zeker, van: laag } }
       |                                              ^^^^
       |
       = tip: Schrijf een getal, zoals 3 of 2.5.

    fout[V202]: Bij `niet_toepasbaar` hoort `ja` of `nee`.
      --> tests/gevallen.yaml:15:20
       |
    15 |   niet_toepasbaar: soms
       |                    ^^^^
       |
       = tip: Schrijf `niet_toepasbaar: ja`, of haal de sleutel weg.
    "#);
}

/// V407: each kind of expectation that is not met, with what came instead.
#[test]
fn cases_that_come_out_otherwise() {
    let cases = "\
- naam: Alles anders
  datum: 2026-03-01
  antwoorden: { eerste: ja }
  verwacht:
    ernst: hoog
    score: { is: 3, van: 1 }
  redenen: { ernst: [wapen] }
  gesteld: [slaap]
  verborgen: [wapen]
  niet_toepasbaar: ja
- naam: Vast en toch niet goed
  datum: 2026-03-01
  antwoorden: { eerste: ja, wapen: ja, slaap: 2 }
  verwacht: { ernst: { is: laag }, score: { zekerheid: open } }
  redenen: { ernst: [slaap] }
- naam: Grenzen en schatting
  datum: 2026-03-01
  antwoorden: { eerste: ja }
  verwacht:
    ernst: { mogelijk: [hoog] }
    score: { van: 1, tot: 5, schatting: 2 }
";
    let text = example();
    assert_eq!(
        read_with(&text, cases),
        "",
        "check reads the cases and does not run them"
    );
    let mut library = Library::shipped();
    let id = library.add("lijst.yaml", text.as_bytes()).unwrap();
    let list = library.load(&id).unwrap();
    let read = worked_case::read(&list, cases.as_bytes(), "tests/gevallen.yaml").unwrap();
    let faults: Vec<_> = read
        .iter()
        .flat_map(|case| worked_case::run(&list, case))
        .collect();
    insta::assert_snapshot!(draw(&faults, |_| Some(cases), false), @r#"
    fout[V407]: `ernst`: verwacht hoog; gekregen open, mogelijk hoog, laag.
     --> tests/gevallen.yaml:5:12
      |
    1 | - naam: Alles anders
      |         ------------ dit proefgeval komt anders uit
    ...
    5 |     ernst: hoog
      |            ^^^^
      |
      = tip: Hangt nog af van `wapen`. Klopt de verwachting niet, of de lijst? Pas één van beide aan.

    fout[V407]: `score`: verwacht 3; gekregen open, van 1 tot 4.
     --> tests/gevallen.yaml:6:18
      |
    1 | - naam: Alles anders
      |         ------------ dit proefgeval komt anders uit
    ...
    6 |     score: { is: 3, van: 1 }
      |                  ^
      |
      = tip: Hangt nog af van `slaap`. Klopt de verwachting niet, of de lijst? Pas één van beide aan.

    fout[V407]: `wapen` staat niet in de redenen van `ernst`; wel: geen redenen, want de waarde staat nog open.
     --> tests/gevallen.yaml:7:22
      |
    1 | - naam: Alles anders
      |         ------------ dit proefgeval komt anders uit
    ...
    7 |   redenen: { ernst: [wapen] }
      |                      ^^^^^
      |
      = tip: Klopt de verwachting niet, of de lijst? Pas één van beide aan.

    fout[V407]: `wapen` hoort er hier bij, en zou verborgen moeten zijn.
     --> tests/gevallen.yaml:9:15
      |
    1 | - naam: Alles anders
      |         ------------ dit proefgeval komt anders uit
    ...
    9 |   verborgen: [wapen]
      |               ^^^^^
      |
      = tip: Klopt de verwachting niet, of de lijst? Pas één van beide aan.

    fout[V407]: `niet_toepasbaar` verwacht ja; gekregen: de lijst geeft hier gewoon een uitkomst.
      --> tests/gevallen.yaml:10:20
       |
     1 | - naam: Alles anders
       |         ------------ dit proefgeval komt anders uit
    ...
    10 |   niet_toepasbaar: ja
       |                    ^^
       |
       = tip: Klopt de verwachting niet, of de lijst? Pas één van beide aan.

    fout[V407]: `ernst`: verwacht laag; gekregen hoog.
      --> tests/gevallen.yaml:14:28
       |
    11 | - naam: Vast en toch niet goed
       |         ---------------------- dit proefgeval komt anders uit
    ...
    14 |   verwacht: { ernst: { is: laag }, score: { zekerheid: open } }
       |                            ^^^^
       |
       = tip: Klopt de verwachting niet, of de lijst? Pas één van beide aan.

    fout[V407]: `score`: verwacht open; gekregen 3.
      --> tests/gevallen.yaml:14:56
       |
    11 | - naam: Vast en toch niet goed
       |         ---------------------- dit proefgeval komt anders uit
    ...
    14 |   verwacht: { ernst: { is: laag }, score: { zekerheid: open } }
       |                                                        ^^^^
       |
       = tip: Klopt de verwachting niet, of de lijst? Pas één van beide aan.

    fout[V407]: `slaap` staat niet in de redenen van `ernst`; wel: wapen.
      --> tests/gevallen.yaml:15:22
       |
    11 | - naam: Vast en toch niet goed
       |         ---------------------- dit proefgeval komt anders uit
    ...
    15 |   redenen: { ernst: [slaap] }
       |                      ^^^^^
       |
       = tip: Klopt de verwachting niet, of de lijst? Pas één van beide aan.

    fout[V407]: `ernst`: verwacht mogelijk hoog; gekregen open, mogelijk hoog, laag.
      --> tests/gevallen.yaml:20:24
       |
    16 | - naam: Grenzen en schatting
       |         -------------------- dit proefgeval komt anders uit
    ...
    20 |     ernst: { mogelijk: [hoog] }
       |                        ^
       |
       = tip: Hangt nog af van `wapen`. Klopt de verwachting niet, of de lijst? Pas één van beide aan.

    fout[V407]: `score`: verwacht tot 5; gekregen open, van 1 tot 4.
      --> tests/gevallen.yaml:21:27
       |
    16 | - naam: Grenzen en schatting
       |         -------------------- dit proefgeval komt anders uit
    ...
    21 |     score: { van: 1, tot: 5, schatting: 2 }
       |                           ^
       |
       = tip: Hangt nog af van `slaap`. Klopt de verwachting niet, of de lijst? Pas één van beide aan.

    fout[V407]: `score`: verwacht als schatting 2; gekregen 4.
      --> tests/gevallen.yaml:21:41
       |
    16 | - naam: Grenzen en schatting
       |         -------------------- dit proefgeval komt anders uit
    ...
    21 |     score: { van: 1, tot: 5, schatting: 2 }
       |                                         ^
       |
       = tip: Klopt de verwachting niet, of de lijst? Pas één van beide aan.
    "#);
}

/// What is right in every way an author can say it.
#[test]
fn cases_that_come_out_well() {
    let cases = "\
- naam: Zonder wapen is het laag
  datum: 2026-03-01
  antwoorden: { eerste: nee, slaap: 2 }
  verwacht: { ernst: { is: laag, zekerheid: vast }, score: 2 }
  redenen: { ernst: [eerste], score: [slaap] }
  verborgen: [wapen]
- naam: Nog niets bekend
  datum: 2026-03-01
  antwoorden: {}
  verwacht:
    ernst: { is: open, zekerheid: open, mogelijk: [laag, hoog] }
    score: { van: 0, tot: 4, schatting: 4, mogelijk: [0, 1, 2, 3, 4] }
  gesteld: [wapen, slaap]
  niet_toepasbaar: nee
";
    let mut library = Library::shipped();
    let id = library.add("lijst.yaml", example().as_bytes()).unwrap();
    let list = library.load(&id).unwrap();
    for case in worked_case::read(&list, cases.as_bytes(), "g.yaml").unwrap() {
        assert_eq!(worked_case::run(&list, &case), [], "{}", case.name);
    }
}

/// A misspelt key is told once; one answer where rows belong says how rows are written, and how there are none.
#[test]
fn a_key_and_a_row_that_are_not_there() {
    let list = questions(
        "      - { id: middel, vraag: Wat gebruikt u?, soort: lijst, rij: middel, vragen: [{ id: naam, vraag: Wat?, soort: tekst }] }\n",
        "",
    );
    let told = read_with(
        &list,
        "- { naam: Een, datum: 2026-03-01, verwachting: { score: 3 } }\n- { naam: Twee, datum: 2026-03-01, antwoorden: { middel: geen }, gesteld: [eerste] }",
    );
    assert_eq!(told.matches("fout[V").count(), 2, "{told}");
    assert!(told.contains("Bedoelde u `verwacht`?"), "{told}");
    assert!(
        told.contains("Zijn er geen rijen, schrijf dan []."),
        "{told}"
    );
}
