//! A list tried out as an exercise: what is shown, that nothing is kept, and that a case knows nothing of it.

mod case;
mod keeping;
mod lines;
mod screens;

use crate::support::program::{Program, Run};

/// A folder with a small list of one's own.
fn own() -> Program {
    let program = Program::new();
    program.write("lijst.yaml", include_str!("exercise/lijst.yaml"));
    program
}

/// Types these lines at the small list.
fn typed(program: &Program, more: &[&str], lines: &str) -> Run {
    let args = [&["vragenlijst", "probeer", "lijst.yaml", "--regels"], more].concat();
    program.run_with(&args, lines)
}

/// The text on one line.
fn flat(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The files in the folder, and what stands in the folder of the cases.
fn files(program: &Program) -> Vec<String> {
    let folder = std::fs::read_dir(program.file("")).unwrap();
    let mut names: Vec<String> = folder
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    names.sort();
    names
}

/// Answers on the straight road through the small list, up to the last screen.
const STRAIGHT: &str = "ja\nnee\n3\nja\nSlaan\n2\nja\nSchelden\n1\nnee\n1, 2\n";
