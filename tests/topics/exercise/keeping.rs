//! What is kept of an exercise: nothing, unless somebody asks for it at the end; and how it is used wrongly.

use super::{STRAIGHT, files, flat, own, typed};
use crate::support::program::refused;

#[test]
fn nothing_is_kept_however_it_ends() {
    for end in ["klaar\n\n", "klaar\n", "", ":leeg\n\n:pauze\n\n"] {
        let program = own();
        let run = typed(&program, &[], &format!("{STRAIGHT}{end}"));
        assert!(matches!(run.code, Some(0 | 1)), "{run:?}");
        assert_eq!(files(&program), ["lijst.yaml"], "after `{end}`");
    }
    let program = own();
    let run = typed(&program, &[], "ja\n");
    assert_eq!(run.code, Some(1));
    assert!(
        flat(&run.err).contains("Er is niets bewaard."),
        "{}",
        run.err
    );
}

#[test]
fn the_answers_are_kept_where_somebody_asks_and_read_back_the_same() {
    let program = own();
    let run = typed(&program, &["-o", "b.yaml"], &format!("{STRAIGHT}klaar\n"));
    assert_eq!(run.code, Some(0), "{}", run.err);
    insta::assert_snapshot!(std::fs::read_to_string(program.file("b.yaml")).unwrap(), @r#"
    # Verzonnen antwoorden uit een oefening met de lijst lijst, 12 maart 2026. Gaat over niemand.
    vragenlijst: lijst
    antwoorden:
      wapen: ja
      kind: nee
      vaak: 3
      zaken:
      - id: z1
        zaak: Slaan
        ernst: 2
      - id: z2
        zaak: Schelden
        ernst: 1
      eerst:
      - z1
      - z2
    "#);
    let weighed = program.run(&["weeg", "lijst.yaml", "b.yaml"]);
    assert_eq!(weighed.out, run.out);
    let again = typed(&program, &["-o", "b.yaml"], "nee\n:pauze\n");
    assert_eq!(again.code, Some(1), "another content stays");
    assert!(again.err.contains("-o"), "{}", again.err);
    let offered = typed(&program, &[], &format!("{STRAIGHT}klaar\nc.yaml\n\n"));
    assert_eq!(offered.code, Some(0), "{}", offered.err);
    let text = |name: &str| std::fs::read_to_string(program.file(name)).unwrap();
    assert_eq!(text("b.yaml"), text("c.yaml"));
}

#[test]
fn a_worked_case_can_stand_beside_the_list() {
    let program = own();
    std::fs::create_dir(program.file("tests")).unwrap();
    for (file, more, end) in [
        (
            "tests/a.yaml",
            &["-o", "tests/a.yaml", "--proefgeval"][..],
            "klaar\n",
        ),
        ("tests/b.yaml", &[], "klaar\ntests/b.yaml\nja\n"),
    ] {
        let run = typed(&program, more, &format!("{STRAIGHT}{end}"));
        assert_eq!(run.code, Some(0), "{}", run.err);
        assert!(flat(&run.err).contains("vragenlijst test"), "{}", run.err);
        let text = std::fs::read_to_string(program.file(file)).unwrap();
        let text =
            format!("{text}  verwacht: {{ punten: 1, niveau: {{ is: hoog, zekerheid: vast }} }}\n");
        std::fs::write(program.file(file), text).unwrap();
    }
    let run = program.run(&["vragenlijst", "test", "lijst.yaml"]);
    assert!(run.out.contains("2 proefgevallen"), "{}", run.out);
    assert_eq!(run.code, Some(0), "{}", run.out);
}

#[test]
fn wrong_use_says_what_to_do() {
    let program = own();
    program.write("fout.yaml", "{ wapen: misschien, hoed: ja }");
    let run = program.run(&["vragenlijst", "probeer", "lijst.yaml"]);
    refused(&run, 2, &["--regels", "--speel"]);
    let run = program.run_with(
        &["vragenlijst", "probeer", "lijst.yaml", "-", "--regels"],
        "",
    );
    refused(&run, 2, &["--speel"]);
    let run = program.run(&["vragenlijst", "probeer", "lijst.yaml", "--speel"]);
    assert_eq!(run.code, Some(2), "{run:?}");
    let run = program.run(&["vragenlijst", "probeer", "lijst.yaml", "--proefgeval"]);
    assert_eq!(run.code, Some(2), "{run:?}");
    let run = program.run(&["vragenlijst", "probeer", "lijstje", "--regels"]);
    refused(&run, 2, &["lijstje"]);
    let run = typed(&program, &["fout.yaml"], "");
    refused(&run, 1, &["fout.yaml", "hoed"]);
    assert!(!run.err.contains("misschien"), "{}", run.err);
}
