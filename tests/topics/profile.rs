//! Choosing a profile once: what is there, what is remembered, what is refused, and that a case takes it.

use std::fs;

use crate::support::program::Program;

#[test]
fn a_profile_is_chosen_once_and_every_new_case_takes_it() {
    let program = Program::new();
    program.write("instellingen.yaml", "organisatie: De Brug\n");
    let run = program.run(&["profiel", "knmg"]);
    assert_eq!(run.code, Some(0), "{run:?}");
    let settings = fs::read_to_string(program.file("instellingen.yaml")).unwrap();
    assert_eq!(settings, "profiel: knmg\norganisatie: De Brug\n");
    let id = program.example("hulp-en-plan.yaml");
    let shown = program.run(&["toon", &id]);
    assert!(shown.out.contains("knmg"), "{}", shown.out);
}

#[test]
fn without_a_name_and_a_terminal_it_shows_what_there_is() {
    let program = Program::new();
    let run = program.run(&["profiel"]);
    assert_eq!(run.code, Some(0));
    assert!(
        run.out.contains("basis") && run.out.contains("knmg") && run.out.contains("KNMG"),
        "{}",
        run.out
    );
    assert!(!program.file("instellingen.yaml").exists());
}

#[test]
fn an_own_file_is_a_profile_too_and_a_wrong_one_is_not_remembered() {
    let program = Program::new();
    program.write(
        "onze-school.yaml",
        "id: onze-school\nversie: 1.0.0\ntitel: Onze school\nbron: eigen meldcode, 2026\npast_aan: meldcode\n\
         instellingen: { vt_advies: verplicht }\n",
    );
    let run = program.run(&["profiel", "onze-school.yaml"]);
    assert_eq!(run.code, Some(0), "{run:?}");
    let kept = fs::read_to_string(program.file("instellingen.yaml")).unwrap();
    assert!(kept.contains("onze-school.yaml"), "{kept}");

    for wrong in ["knm", "bestaat-niet.yaml"] {
        let run = program.run(&["profiel", wrong]);
        assert_eq!(run.code, Some(2), "{run:?}");
        assert_eq!(
            fs::read_to_string(program.file("instellingen.yaml")).unwrap(),
            kept
        );
    }
}
