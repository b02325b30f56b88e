//! In a case there is no what-if: the program shows what is missing, and never which answer would lead elsewhere.

use std::fs;
use std::path::Path;

use super::flat;
use crate::support::program::{Program, names};

/// The files of the cases themselves.
fn cases(program: &Program) -> Vec<String> {
    let all = names(program).into_iter();
    all.filter(|name| name.ends_with(".casus")).collect()
}

#[test]
fn a_case_does_not_know_the_action_under_any_name() {
    let program = Program::new();
    for (at, word) in [":stel", ":wat als", "stel", "wat als"].iter().enumerate() {
        let run = program.run_with(
            &["nieuw", "--onversleuteld", "--regels"],
            &format!("{word}\n:opdrachten\n:overzicht\n{word}\nverder\nnee\n:pauze\n"),
        );
        assert_eq!(run.code, Some(0), "{}", run.err);
        let says = flat(&run.err).to_lowercase();
        for sign in [
            "wat als:",
            "wat als?",
            "stel:",
            "oefening",
            "verschuift",
            "één antwoord anders",
        ] {
            assert!(
                !says.contains(sign),
                "`{sign}` after `{word}`:\n{}",
                run.err
            );
        }
        let kept = fs::read_to_string(program.cases().join(&cases(&program)[at])).unwrap();
        assert_eq!(kept.matches("\"antwoord\"").count(), 1, "{kept}");
    }
    let run = program.run_with(
        &[
            "verder",
            cases(&program)[0].trim_end_matches(".casus"),
            "--regels",
        ],
        ":stel\n:pauze\n",
    );
    assert!(!flat(&run.err).contains("Wat als"), "{}", run.err);
}

/// The road to it is not there: only the exercise makes one, and it keeps its answers in memory.
#[test]
fn only_the_exercise_asks_for_one() {
    fn files(folder: &Path, found: &mut Vec<(String, String)>) {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                files(&path, found);
            } else if path.extension().is_some_and(|end| end == "rs") {
                let text = fs::read_to_string(&path).unwrap();
                found.push((path.to_string_lossy().replace('\\', "/"), text));
            }
        }
    }
    let mut all = Vec::new();
    files(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src"), &mut all);
    let using = |word: &str, homes: &[&str]| {
        let using = all.iter().filter(|(_, text)| text.contains(word));
        let names: Vec<&String> = using.map(|(name, _)| name).collect();
        assert!(!names.is_empty(), "nothing names `{word}` any more");
        for name in names {
            assert!(
                homes.iter().any(|home| name.contains(home)),
                "{name} names `{word}`"
            );
        }
    };
    using(
        "rehearse",
        &["src/interview/", "src/commands/vragenlijst/probeer"],
    );
    using("lay_over", &["src/answer/", "src/commands/answers.rs"]);
    using(".with(list, ", &["src/commands/weeg"]);
    let probeer = all
        .iter()
        .filter(|(name, _)| name.contains("vragenlijst/probeer"));
    for (name, text) in probeer {
        assert!(!text.contains("casus::store"), "{name} reaches for a case");
    }
}
