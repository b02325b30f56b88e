//! The commands for authors, as they are typed.

use crate::support::program::Program;

const LIST: &str = "\
id: feest
versie: 1.0.0
titel: Een feest
bron: Eigen voorbeeld
onderdelen:
  - id: deel
    titel: Het feest
    vragen:
      - { id: jarig, vraag: Is er iemand jarig?, soort: ja_nee }
      - { id: taart, vraag: Is er taart?, soort: ja_nee, als: { vraag: jarig, is: ja } }
afgeleid:
  - id: sfeer
    titel: Hoe wordt het?
    regels:
      - { als: { vraag: taart, is: ja }, is: feestelijk, reden: Er is taart. }
      - { anders: gewoon }
";
const CASE: &str = "\
- { naam: Met taart is het feestelijk, datum: 2026-03-01, antwoorden: { jarig: ja, taart: ja }, verwacht: { sfeer: feestelijk } }
";

fn folder() -> Program {
    let program = Program::new();
    std::fs::create_dir_all(program.file("feest/tests")).unwrap();
    program.write("feest/feest.yaml", LIST);
    program.write("feest/tests/taart.yaml", CASE);
    program
}

#[test]
fn check_and_test_find_the_cases_beside_a_list() {
    let program = folder();
    let file = program.file("feest/feest.yaml").display().to_string();
    let inside = program.file("feest").display().to_string();
    let around = program.file("").display().to_string();
    for path in [file.as_str(), inside.as_str(), around.as_str()] {
        let check = program.run(&["vragenlijst", "check", path]);
        assert_eq!(check.code, Some(0), "{check:?}");
        assert_eq!(
            check.out,
            "Eén vragenlijst en één proefgeval bekeken: geen fouten gevonden.\n"
        );
        let test = program.run(&["questionnaire", "test", path]);
        assert_eq!(test.code, Some(0), "{test:?}");
        let out = test.out.replace(&around, "MAP/");
        let out = out.split_whitespace().collect::<Vec<_>>().join(" ");
        assert!(
            out.starts_with("feest: één proefgeval, alles klopt. Nog zonder geval: 4."),
            "{out}"
        );
    }
}

#[test]
fn faults_and_failures_give_exit_one() {
    let program = folder();
    program.write(
        "feest/feest.yaml",
        &LIST.replace("vraag: taart, is: ja", "vraag: taarten, is: ja"),
    );
    let path = program.file("feest").display().to_string();
    let check = program.run(&["vragenlijst", "check", &path]);
    assert_eq!(check.code, Some(1));
    assert!(
        check
            .out
            .contains("fout[V302]: Er is geen vraag `taarten`."),
        "{}",
        check.out
    );
    assert!(check.out.contains("Bedoelde u `taart`?"), "{}", check.out);
    assert!(check.out.ends_with("Eén fout gevonden.\n"), "{}", check.out);
    let test = program.run(&["vragenlijst", "test", &path]);
    assert_eq!(test.code, Some(1));
    assert!(test.out.contains("niet nagerekend"), "{}", test.out);

    program.write("feest/feest.yaml", LIST);
    program.write(
        "feest/tests/taart.yaml",
        &CASE.replace("sfeer: feestelijk", "sfeer: gewoon"),
    );
    assert_eq!(program.run(&["vragenlijst", "check", &path]).code, Some(0));
    let test = program.run(&["vragenlijst", "test", &path]);
    assert_eq!(test.code, Some(1));
    assert!(
        test.out
            .contains("`sfeer`: verwacht gewoon; gekregen feestelijk."),
        "{}",
        test.out
    );

    program.write("feest/feest.yaml", "id: [\n");
    let test = program.run(&["vragenlijst", "test", &path]);
    assert_eq!(test.code, Some(1));
    assert!(test.out.contains("fout[V101]"), "{}", test.out);
}

#[test]
fn what_is_typed_wrongly_gives_exit_two_and_the_way_on() {
    let program = folder();
    std::fs::create_dir_all(program.file("leeg")).unwrap();
    let path = |name: &str| program.file(name).display().to_string();
    for (typed, says) in [
        ("rigg".to_owned(), "Bedoelde u `rihg`?"),
        (path("weg.yaml"), "Kijk of de naam en de map kloppen."),
        (path("leeg"), "Geef een map met een lijst erin"),
        (path("feest/tests"), "Geef een map met een lijst erin"),
        (path("feest/tests/taart.yaml"), "Geef de vragenlijst zelf."),
    ] {
        for command in ["check", "test", "dekking"] {
            let run = program.run(&["vragenlijst", command, &typed]);
            assert_eq!(
                (run.code, run.out.as_str()),
                (Some(2), ""),
                "{command} {typed}"
            );
            let err = run.err.split_whitespace().collect::<Vec<_>>().join(" ");
            assert!(err.contains(says), "{err}");
        }
    }
}

#[test]
fn the_shipped_lists_can_be_listed_and_shown() {
    let program = folder();
    let all = program.run(&["questionnaire", "list"]);
    assert_eq!(all.code, Some(0));
    assert!(all.out.contains("(past meldcode aan)"), "{}", all.out);
    for line in all.out.lines().chain(all.err.lines()) {
        assert!(line.chars().count() <= 80, "{line}");
    }
    let shown = program.run(&[
        "vragenlijst",
        "toon",
        &program.file("feest/feest.yaml").display().to_string(),
    ]);
    assert_eq!(shown.code, Some(0));
    insta::assert_snapshot!(shown.out, @r#"
    Een feest (feest 1.0.0)
    Bron: Eigen voorbeeld

    HET FEEST [deel]

      Is er iemand jarig? [jarig]
        ja of nee

      Is er taart? [taart]
        Alleen als: jarig is ja
        ja of nee

    WAT ERUIT VOLGT

      Hoe wordt het? [sfeer]
        Kan zijn: feestelijk [feestelijk] / gewoon [gewoon]
        De eerste regel die geldt:
          - feestelijk: taart is ja
            Er is taart.
          - gewoon: anders
    "#);
    for id in all.out.lines().filter(|line| !line.starts_with(' ')) {
        let id = id.split_whitespace().next().unwrap();
        let shown = program.run(&["vragenlijst", "toon", id]);
        assert_eq!(shown.code, Some(0), "{id}");
        for line in shown.out.lines() {
            let long = line
                .split_whitespace()
                .any(|word| word.chars().count() > 60);
            assert!(long || line.chars().count() <= 80, "{id}: {line}");
        }
    }
}
