//! `vragenlijst test --herschrijf`: new cases get what comes out now, for a person to look over. Nothing else changes.

use crate::support::program::Program;

const LIST: &str = "\
id: feest
versie: 1.0.0
titel: Een feest
bron: Eigen voorbeeld
niet_toepasbaar:
  - { als: { vraag: jarig, is: nee }, reden: Dan is er geen feest. }
onderdelen:
  - id: deel
    titel: Het feest
    vragen:
      - { id: jarig, vraag: Is er iemand jarig?, soort: ja_nee }
      - { id: taart, vraag: Is er taart?, soort: ja_nee }
      - { id: muziek, vraag: Is er muziek?, soort: ja_nee }
      - { id: wens, vraag: Wat is de wens?, soort: tekst, regels: meer }
afgeleid:
  - { id: punten, onbekend: als_ja, som: [taart, muziek] }
  - id: sfeer
    regels:
      - { als: { vraag: taart, is: ja }, is: feestelijk, reden: Er is taart. }
      - { anders: gewoon }
";

fn folder(cases: &str) -> Program {
    let program = Program::new();
    std::fs::create_dir_all(program.file("feest/tests")).unwrap();
    program.write("feest/feest.yaml", LIST);
    program.write("feest/tests/gevallen.yaml", cases);
    program
}

fn cases(program: &Program) -> String {
    std::fs::read_to_string(program.file("feest/tests/gevallen.yaml")).unwrap()
}

fn rewrite(program: &Program) -> crate::support::program::Run {
    program.run(&["vragenlijst", "test", "feest", "--herschrijf"])
}

#[test]
fn a_new_case_gets_what_comes_out_and_the_rest_of_the_file_stays() {
    let program = folder(
        "\
# Bovenaan
- naam: Taart maakt het feestelijk     # met een opmerking
  datum: 2026-03-01
  antwoorden: { jarig: ja, taart: ja }
  # hoort nog bij het eerste geval

# Over het tweede geval
- { naam: 'Tussen accolades, met Jan''s }', datum: 2026-03-01, antwoorden: { jarig: ja, muziek: nee } } # erachter
- naam: Staat er al
  datum: 2026-03-01
  verwacht: { sfeer: gewoon }
  antwoorden: { jarig: ja, taart: nee }
-   naam: Niet jarig
    datum: 2026-03-01
    antwoorden:
      jarig: nee
      wens: |
        # geen opmerking maar tekst
",
    );
    let run = rewrite(&program);
    assert_eq!(run.code, Some(0), "{run:?}");
    insta::assert_snapshot!(cases(&program), @r#"
    # Bovenaan
    - naam: Taart maakt het feestelijk     # met een opmerking
      datum: 2026-03-01
      antwoorden: { jarig: ja, taart: ja }
      # hoort nog bij het eerste geval
      # Na te kijken: dit komt er nu uit. Klopt het? Haal dan deze regel weg.
      verwacht:
        punten: { is: open, mogelijk: [1, 2], schatting: 2 }
        sfeer: { is: feestelijk, zekerheid: vast }
      redenen:
        sfeer: [taart]

    # Over het tweede geval
    # Na te kijken: dit komt er nu uit. Klopt het? Haal dan deze regel weg.
    - { naam: 'Tussen accolades, met Jan''s }', datum: 2026-03-01, antwoorden: { jarig: ja, muziek: nee }, verwacht: { punten: { is: open, mogelijk: [0, 1], schatting: 1 }, sfeer: { is: open, mogelijk: [feestelijk, gewoon] } } } # erachter
    - naam: Staat er al
      datum: 2026-03-01
      verwacht: { sfeer: gewoon }
      antwoorden: { jarig: ja, taart: nee }
    -   naam: Niet jarig
        datum: 2026-03-01
        antwoorden:
          jarig: nee
          wens: |
            # geen opmerking maar tekst
        # Na te kijken: dit komt er nu uit. Klopt het? Haal dan deze regel weg.
        niet_toepasbaar: ja
    "#);
    assert!(
        run.out.starts_with(
            "feest/tests/gevallen.yaml: 3 nieuwe gevallen ingevuld.\n  Taart maakt het feestelijk\n"
        ),
        "{}",
        run.out
    );
    let again = rewrite(&program);
    assert!(again.err.contains("Er is geen nieuw geval"), "{again:?}");
    let test = program.run(&["vragenlijst", "test", "feest"]);
    assert_eq!(test.code, Some(0), "{test:?}");
    assert!(test.out.contains("Nog na te kijken: 3."), "{}", test.out);
}

#[test]
fn what_a_case_expects_already_is_never_changed() {
    let text = "\
- naam: Dit klopt niet
  datum: 2026-03-01
  antwoorden: { jarig: ja, taart: ja }
  verwacht: { sfeer: gewoon }
";
    let program = folder(text);
    let run = rewrite(&program);
    assert_eq!(run.code, Some(1), "{run:?}");
    assert!(
        run.out
            .contains("`sfeer`: verwacht gewoon; gekregen feestelijk."),
        "{}",
        run.out
    );
    assert_eq!(cases(&program), text);
}

#[test]
fn line_ends_and_the_sign_at_the_start_stay() {
    let text =
        "\u{feff}- naam: Taart\r\n  datum: 2026-03-01\r\n  antwoorden: { jarig: ja, taart: ja }";
    let program = folder(text);
    let run = rewrite(&program);
    assert_eq!(run.code, Some(0), "{run:?}");
    let written = cases(&program);
    assert!(written.starts_with(text), "{written:?}");
    assert!(!written.replace("\r\n", "").contains('\n'), "{written:?}");
    assert!(
        written.contains("sfeer: { is: feestelijk, zekerheid: vast }"),
        "{written:?}"
    );
}

#[test]
fn the_cases_of_the_program_itself_are_not_rewritten() {
    let program = folder("[]\n");
    for typed in [
        vec!["vragenlijst", "test", "rihg", "--herschrijf"],
        vec!["questionnaire", "test", "--rewrite"],
    ] {
        let run = program.run(&typed);
        assert_eq!((run.code, run.out.as_str()), (Some(2), ""), "{run:?}");
        assert!(run.err.contains("Geef het bestand"), "{}", run.err);
    }
}

#[test]
fn a_file_with_faults_is_left_alone() {
    let text = "- { naam: Taart, datum: 2026-03-01, antwoorden: { tart: ja } }\n";
    let program = folder(text);
    let run = rewrite(&program);
    assert_eq!(run.code, Some(1), "{run:?}");
    assert_eq!(cases(&program), text);
}
