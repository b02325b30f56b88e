//! `demo`: the whole road of an invented case without a person, and the plan that it leaves.

use std::fs;

use crate::support::program::Program;

const PLAN: &str = "veiligheidsplan-demo.yaml";
const READABLE: &str = "veiligheidsplan-demo.md";

#[test]
fn it_shows_every_screen_and_leaves_a_plan_that_reads_back() {
    let program = Program::new();
    let run = program.run(&["demo"]);
    assert_eq!((run.code, run.err.as_str()), (Some(0), ""), "{run:?}");
    for part in [
        "FICTIEF",
        "Is er nu gevaar?",
        "Stap 5",
        "Afspraken: wie doet wat?",
        PLAN,
    ] {
        assert!(run.out.contains(part), "{part} is not shown");
    }
    let readable = fs::read_to_string(program.file(READABLE)).unwrap();
    assert!(
        readable.contains("Wie doet wat") && readable.contains("NIET DELEN"),
        "{readable}"
    );
    assert_eq!(program.run(&["plan", "--lees", PLAN]).code, Some(0));
    assert!(!program.cases().exists(), "the demo makes no case");

    let again = program.run(&["demo"]);
    assert_eq!(
        again.code,
        Some(0),
        "the same plan may be written again: {again:?}"
    );
}

#[test]
fn it_never_writes_over_a_file_of_another_content() {
    let program = Program::new();
    program.write(PLAN, "van iemand anders");
    let run = program.run(&["demo"]);
    assert_eq!(run.code, Some(1), "{run:?}");
    assert_eq!(
        fs::read_to_string(program.file(PLAN)).unwrap(),
        "van iemand anders"
    );
}
