//! What worked cases show of a list: `vragenlijst dekking`, as authors read it.

use top3::coverage::Coverage;
use top3::questionnaire::Library;
use top3::worked_case;

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
        Zo wel: { jarig: ja, gasten: 10 }
      feest/feest.yaml:22: bij `sfeer` alleen dit de doorslag geeft: taart is ja
        Zo wel: { jarig: ja, taart: ja, muziek: nee }
      feest/feest.yaml:22: bij `sfeer` alleen dit de doorslag geeft: muziek is ja
        Zo wel: { jarig: ja, taart: nee, muziek: ja }
      feest/feest.yaml:23: deze regel beslist: `sfeer` is gewoon
        Zo wel: { jarig: ja, taart: nee, muziek: nee }
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

fn shown(library: &Library, id: &str) -> Coverage {
    let list = library.load(id).unwrap();
    let mut cases = Vec::new();
    for file in library.cases(id) {
        let readings = worked_case::readings(library, id);
        let text = file.text.as_bytes();
        cases.extend(worked_case::read_with(&list, &readings, text, file.file).unwrap());
    }
    let base = library.adapts(id).map(|base| shown(library, &base));
    Coverage::of(&list, library.file(id).unwrap(), &cases, base.as_ref())
}

/// What the lists that come with the program have reached, they keep.
#[test]
fn the_cases_of_every_shipped_list_show_everything() {
    let library = Library::shipped();
    for id in library.ids() {
        let found = shown(&library, id);
        let gaps: Vec<_> = found.gaps.iter().map(|gap| &gap.goal.what).collect();
        assert!(gaps.is_empty(), "{id}: {gaps:?}");
    }
}

#[test]
fn scripts_get_every_figure_and_say_what_is_enough() {
    let program = folder(
        PARTY,
        "- { naam: Niemand jarig, datum: 2026-03-01, antwoorden: { jarig: nee }, niet_toepasbaar: ja }\n",
    );
    let run = measured(&program, &["--formaat", "json", "--minstens", "0"]);
    assert_eq!((run.code, run.err.as_str()), (Some(0), ""), "{run:?}");
    let form: serde_json::Value = serde_json::from_str(&run.out).unwrap();
    let list = &form["lijsten"][0];
    assert_eq!(list["lijst"], "feest");
    assert_eq!(list["wijzigingen"], serde_json::Value::Null);
    let tally = &list["dekking"]["samen"];
    assert!(tally["gezien"].as_u64().unwrap() < tally["alle"].as_u64().unwrap());
    let gap = &list["dekking"]["zonder_geval"][0];
    for key in ["soort", "melding", "plaats", "voorbeeld"] {
        assert!(!gap[key].is_null(), "{key}: {gap}");
    }
    let run = measured(&program, &["--mutate", "--format", "json"]);
    assert_eq!(run.code, Some(1), "{run:?}");
    let form: serde_json::Value = serde_json::from_str(&run.out).unwrap();
    let changes = &form["lijsten"][0]["wijzigingen"];
    assert!(changes["gemist"].as_u64().unwrap() > 0, "{changes}");
    let run = measured(&program, &["--minstens", "101"]);
    assert_eq!(run.code, Some(2));
    assert!(
        run.err.contains("een heel getal van 0 tot en met 100"),
        "{}",
        run.err
    );
}
