//! What worked cases show of a list: `vragenlijst dekking`, as authors read it.

use crate::support::program::{Program, Run};

const HEAD: &str = "\
id: feest
versie: 1.0.0
titel: Een feest
bron: Eigen voorbeeld
";

/// A folder with one list and its cases.
pub fn folder(list: &str, cases: &str) -> Program {
    let program = Program::new();
    std::fs::create_dir_all(program.file("feest/tests")).unwrap();
    program.write("feest/feest.yaml", &format!("{HEAD}{list}"));
    program.write("feest/tests/gevallen.yaml", cases);
    program
}

fn measured(program: &Program, more: &[&str]) -> Run {
    let mut args = vec!["vragenlijst", "dekking", "feest/feest.yaml"];
    args.extend(more);
    program.run(&args)
}

const PARTY: &str = "\
niet_toepasbaar:
  - { als: { vraag: jarig, is: nee }, reden: Dan is er geen feest. }
onderdelen:
  - id: deel
    titel: Het feest
    vragen:
      - { id: jarig, vraag: Is er iemand jarig?, soort: ja_nee }
      - { id: taart, vraag: Is er taart?, soort: ja_nee, als: { vraag: jarig, is: ja } }
      - { id: muziek, vraag: Is er muziek?, soort: ja_nee }
      - { id: gasten, vraag: Hoeveel gasten?, soort: getal, van: 0, tot: 60 }
      - { id: drinken, vraag: Wat is er te drinken?, soort: meerkeuze, opties: [{ id: thee, tekst: Thee }, { id: sap, tekst: Sap }] }
afgeleid:
  - id: drukte
    banden: { van: gasten, rijen: [ { onder: 10, is: rustig }, { vanaf: 10, is: druk } ] }
  - id: sfeer
    titel: Hoe wordt het?
    regels:
      - { als: { een_van: [ { vraag: taart, is: ja }, { vraag: muziek, is: ja } ] }, is: feestelijk, reden: Er is taart of muziek. }
      - { anders: gewoon }
";

#[test]
fn every_gap_is_named_with_its_line_and_answers_that_would_close_it() {
    let program = folder(
        PARTY,
        "- { naam: Taart en muziek, datum: 2026-03-01, antwoorden: { jarig: ja, taart: ja, muziek: ja, gasten: 4, drinken: [thee] }, verwacht: { sfeer: feestelijk } }\n",
    );
    let run = measured(&program, &[]);
    assert_eq!(run.code, Some(1), "{run:?}");
    insta::assert_snapshot!(run.out, @r#"
    lijst  gevallen  voorwaarden  regels  banden  antwoorden  samen
    feest         1          2/6     1/2     1/2         4/8    44%

    feest: geen geval waarin
      feest/feest.yaml:6: de lijst niet past (jarig is nee)
        Zo wel: { jarig: nee }
      feest/feest.yaml:11: het antwoord op `jarig` nee is
        Zo wel: { jarig: nee }
      feest/feest.yaml:12: `taart` wordt overgeslagen, omdat dit niet geldt: jarig
      is ja
        Zo wel: { jarig: nee }
      feest/feest.yaml:12: het antwoord op `taart` nee is
        Zo wel: { jarig: ja, taart: nee }
      feest/feest.yaml:13: het antwoord op `muziek` nee is
        Zo wel: { muziek: nee }
      feest/feest.yaml:15: het antwoord op `drinken` sap is
        Zo wel: { drinken: [sap] }
      feest/feest.yaml:18: het getal in deze band valt: `drukte` is druk
        Zo wel: { gasten: 10, jarig: ja }
      feest/feest.yaml:22: bij `sfeer` alleen dit de doorslag geeft: taart is ja
        Zo wel: { jarig: ja, muziek: nee, taart: ja }
      feest/feest.yaml:22: bij `sfeer` alleen dit de doorslag geeft: muziek is ja
        Zo wel: { jarig: ja, muziek: ja, taart: nee }
      feest/feest.yaml:23: deze regel beslist: `sfeer` is gewoon
        Zo wel: { jarig: ja, muziek: nee, taart: nee }
    "#);
}

#[test]
fn cases_that_show_everything_are_enough() {
    let program = folder(
        PARTY,
        "\
- { naam: Niemand jarig, datum: 2026-03-01, antwoorden: { jarig: nee }, niet_toepasbaar: ja }
- { naam: Alleen taart, datum: 2026-03-01, antwoorden: { jarig: ja, taart: ja, muziek: nee, gasten: 4, drinken: [thee] }, verwacht: { sfeer: feestelijk } }
- { naam: Alleen muziek, datum: 2026-03-01, antwoorden: { jarig: ja, taart: nee, muziek: ja, gasten: 10, drinken: [sap] }, verwacht: { sfeer: feestelijk } }
- { naam: Niets, datum: 2026-03-01, antwoorden: { jarig: ja, taart: nee, muziek: nee }, verwacht: { sfeer: gewoon } }
",
    );
    let run = measured(&program, &[]);
    assert_eq!(run.code, Some(0), "{run:?}");
    assert!(run.out.contains("100%"), "{}", run.out);
}
