//! The commands `plan` and `papier`, with the real program: what they write, keep, say and note.

use std::fs;

use crate::support::program::Program;

const PLAN: &str = "hulp-en-plan.yaml";
const ACUTE: &str = "acuut-onveilig.yaml";
const NONE: &str = "vermoeden-weggenomen.yaml";

#[test]
fn a_plan_is_written_once_and_never_over_something_else() {
    let program = Program::new();
    let id = program.example(ACUTE);
    let file = program.file("veiligheidsplan.yaml");
    let first = program.run(&["plan", &id]);
    assert_eq!((first.code, first.out.as_str()), (Some(0), ""), "{first:?}");
    assert!(first.err.contains("concept") && first.err.contains("Deel die niet"));
    let written = fs::read_to_string(&file).unwrap();
    assert!(written.contains("nummer: 1") && written.contains("NIET DELEN"));

    // The same plan again is the same file.
    let again = program.run(&["plan", &id]);
    assert_eq!(again.code, Some(0), "{again:?}");
    assert_eq!(fs::read_to_string(&file).unwrap(), written);

    fs::write(&file, "van iemand anders").unwrap();
    let kept = program.run(&["plan", &id]);
    assert_eq!(kept.code, Some(1));
    assert!(kept.err.contains("--overschrijf"), "{}", kept.err);
    assert_eq!(fs::read_to_string(&file).unwrap(), "van iemand anders");
    let replaced = program.run(&["plan", &id, "--overschrijf"]);
    assert_eq!(replaced.code, Some(0));
    assert_eq!(fs::read_to_string(&file).unwrap(), written);
}

#[test]
fn a_plan_can_be_printed_and_that_is_noted_in_the_case() {
    let program = Program::new();
    let id = program.example(PLAN);
    for (form, words) in [
        ("markdown", "## Wie doet wat · NIET DELEN"),
        ("tekst", "Wie doet wat     "),
        ("yaml", "veiligheidsplan:"),
    ] {
        let run = program.run(&["plan", &id, "--formaat", form, "-o", "-"]);
        assert_eq!(run.code, Some(0), "{run:?}");
        assert!(run.out.contains(words), "{}", run.out);
    }
    assert!(!program.file("veiligheidsplan.yaml").exists());
    let log = program.run(&["toon", &id, "--alles"]).out;
    assert!(log.contains("plan"), "{log}");
}

#[test]
fn a_case_without_a_plan_says_so() {
    let program = Program::new();
    let id = program.example(NONE);
    let run = program.run(&["plan", &id]);
    assert_eq!((run.code, run.out.as_str()), (Some(1), ""));
    assert!(run.err.contains("geen veiligheidsplan"), "{}", run.err);
    assert!(!program.file("veiligheidsplan.yaml").exists());
}

#[test]
fn a_plan_file_is_read_back_checked_and_shown() {
    let program = Program::new();
    let id = program.example(PLAN);
    let file = program.file("plan.yaml");
    let path = file.to_str().unwrap();
    assert_eq!(program.run(&["plan", &id, "-o", path]).code, Some(0));
    let read = program.run(&["plan", "--lees", path]);
    assert_eq!((read.code, read.out.as_str()), (Some(0), ""), "{read:?}");
    assert!(read.err.contains("goed te lezen"));
    let shown = program.run(&["plan", "--lees", path, "--formaat", "tekst"]);
    assert!(shown.out.contains("Wat moet stoppen"));

    let text = fs::read_to_string(&file).unwrap();
    fs::write(&file, text.replacen("  wie: p2", "  wie: p9", 1)).unwrap();
    let wrong = program.run(&["plan", "--lees", path]);
    assert_eq!(wrong.code, Some(1));
    assert!(
        wrong.err.contains("geen persoon `p9`") && wrong.err.contains("wie: p9"),
        "{}",
        wrong.err
    );
    let absent = program.run(&["plan", "--lees", "is-er-niet.yaml"]);
    assert_eq!(absent.code, Some(2), "{absent:?}");
}

#[test]
fn the_consult_sheet_goes_to_the_screen_and_says_what_was_taken_out() {
    let program = Program::new();
    let id = program.example(PLAN);
    let run = program.run(&["papier", "overleg", &id]);
    assert_eq!(run.code, Some(0), "{run:?}");
    assert!(run.out.contains("ZONDER NAMEN") && !run.out.contains("februari"));
    assert!(run.err.contains("een datum") && run.err.contains("Lees het papier zelf na"));
    let file = program.file("blad.md");
    let run = program.run(&[
        "paper",
        "consult",
        &id,
        "--format",
        "md",
        "-o",
        file.to_str().unwrap(),
    ]);
    assert_eq!((run.code, run.out.as_str()), (Some(0), ""), "{run:?}");
    assert!(
        fs::read_to_string(&file)
            .unwrap()
            .starts_with("# Overlegblad")
    );
    assert!(program.run(&["papier", "iets"]).code == Some(2));
}

#[test]
fn the_organisation_of_the_settings_stands_in_the_head_of_the_plan() {
    let program = Program::new();
    program.write("instellingen.yaml", "organisatie: Wijkteam De Brug\n");
    let id = program.example("hulp-en-plan.yaml");
    let read = program.run(&["plan", &id, "-o", "-"]);
    assert!(
        read.out.contains("organisatie: Wijkteam De Brug"),
        "{}",
        read.out
    );
    let shown = program.run(&["plan", &id, "--formaat", "markdown", "-o", "-"]);
    assert!(
        shown.out.contains("Organisatie: Wijkteam De Brug."),
        "{}",
        shown.out
    );
    program.write("terug.yaml", &read.out);
    assert_eq!(program.run(&["plan", "--lees", "terug.yaml"]).code, Some(0));
}
