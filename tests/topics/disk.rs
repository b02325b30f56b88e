//! Disks and folders that refuse: a fault of the machine, said calmly, and nothing lost.
#![cfg(unix)]

use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::process::{Command, Output};

use crate::support::program::{Program, names, refused};

const PLAN: &str = "hulp-en-plan.yaml";

#[test]
fn a_folder_that_cannot_be_used_is_a_fault_of_the_machine() {
    let program = Program::new();
    program.write("half.yaml", "label: blauwe reiger\n");
    fs::write(program.cases(), "").unwrap();
    let run = program.run(&["nieuw", "--antwoorden", "half.yaml", "--onversleuteld"]);
    refused(&run, 3, &["De map", "kan niet worden gebruikt", "--map"]);
}

#[test]
fn a_read_only_folder_is_a_fault_of_the_machine() {
    let program = Program::new();
    let id = program.example(PLAN);
    let before = names(&program);
    let lock = |mode| {
        fs::set_permissions(program.cases(), fs::Permissions::from_mode(mode)).unwrap();
    };
    lock(0o500);
    // Who may do anything (root) is not stopped by rights.
    let stopped = fs::write(program.cases().join("proef"), "").is_err();
    if stopped {
        let run = program.run(&["wis", &id, "--zeker"]);
        refused(&run, 3, &["kan niet worden gewist", "rechten"]);
        program.write("half.yaml", "label: blauwe reiger\n");
        let run = program.run(&["nieuw", "--antwoorden", "half.yaml", "--onversleuteld"]);
        refused(&run, 3, &["rechten"]);
        assert_eq!(program.run(&["toon", &id]).code, Some(0));
    }
    lock(0o700);
    assert!(!stopped || names(&program) == before);
}

#[test]
fn a_full_disk_keeps_what_was_written_and_says_so() {
    let program = Program::new();
    let room = size_of_kept_list() / 512 + 40;
    let output = new_case(&program, room);
    let err = String::from_utf8(output.stderr).unwrap();
    assert_eq!(output.status.code(), Some(3), "{err}");
    let flat = err.replace('\n', " ");
    assert!(flat.contains("Wat er al stond, staat er nog"), "{err}");
    assert!(flat.contains("De schijf is vol"), "{err}");
    assert!(flat.contains("niet met alle antwoorden"), "{err}");
    assert!(flat.contains("top3 wis c-2026-001"), "{err}");
    let list = program.run(&["casussen"]);
    assert_eq!(list.code, Some(0), "{}", list.out);
    let shown = program.run(&["toon"]);
    assert_eq!(shown.code, Some(0), "{}", shown.err);
    assert!(!shown.out.contains("kapot"), "{}", shown.out);
    let path = program.cases().join(&names(&program)[0]);
    assert!(fs::read(path).unwrap().ends_with(b"\n"));
}

#[test]
fn a_disk_without_room_for_the_list_begins_no_case() {
    let program = Program::new();
    let output = new_case(&program, 8);
    let err = String::from_utf8(output.stderr).unwrap();
    assert_eq!(output.status.code(), Some(3), "{err}");
    assert!(err.replace('\n', " ").contains("De schijf is vol"), "{err}");
    let begun = names(&program);
    assert!(
        !begun.iter().any(|name| name.ends_with(".casus")),
        "{begun:?}"
    );
    assert_eq!(program.run(&["casussen"]).code, Some(0));
}

/// Begins a case with long answers. A limit on the size of files, in blocks of 512 bytes, stands in for a disk that is full.
fn new_case(program: &Program, blocks: u64) -> Output {
    let rows = (1..=blocks / 20 + 10).map(|at| {
        let text = "lang ".repeat(3000);
        format!("  - {{ id: w{at}, wat: {text}, aard: feit, datum: 2026-03-03, weegt: steunt }}\n")
    });
    let rows: String = rows.collect();
    program.write(
        "lang.yaml",
        &format!("label: blauwe reiger\nmeldcode.waarnemingen:\n{rows}"),
    );
    let script = format!(
        "trap '' XFSZ; ulimit -f {blocks}; exec \"$0\" \"$@\" nieuw --antwoorden {} --onversleuteld",
        program.file("lang.yaml").display()
    );
    Command::new("sh")
        .args(["-c", &script, env!("CARGO_BIN_EXE_top3")])
        .args(program.always())
        .output()
        .unwrap()
}

/// The list of a case is kept beside it, and needs its room first.
fn size_of_kept_list() -> u64 {
    let program = Program::new();
    program.example(PLAN);
    let kept = names(&program);
    let kept = kept.iter().find(|name| name.contains(".lijst-")).unwrap();
    fs::metadata(program.cases().join(kept)).unwrap().len()
}
