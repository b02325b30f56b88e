//! In the middle of a run: somebody presses Ctrl-C, or goes away. Unix only: it sends signals.
#![cfg(unix)]

use std::fs;
use std::io::{BufRead, BufReader, Read, Write};
use std::process::{Child, ChildStdin, Command, Stdio};
use std::thread::JoinHandle;

use super::{lines, program};
use crate::support::program::Program;

fn start(program: &Program, args: &[&str]) -> Child {
    Command::new(env!("CARGO_BIN_EXE_top3"))
        .current_dir(program.file("."))
        .args(program.always())
        .args(["batch", "feest.yaml"])
        .args(args)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap()
}

/// Gives it so many records, and then leaves its input open.
fn feed(child: &mut Child, count: usize) -> JoinHandle<ChildStdin> {
    let mut input = child.stdin.take().unwrap();
    std::thread::spawn(move || {
        let record =
            |at: usize| format!("{{\"id\":{at},\"antwoorden\":{{\"jarig\":\"ja\",\"zin\":3}}}}\n");
        let lines: String = (0..count).map(record).collect();
        // Who went away does not read all of it.
        _ = input.write_all(lines.as_bytes());
        input
    })
}

fn signal(child: &Child, name: &str) {
    let sent = Command::new("kill")
        .args([name, &child.id().to_string()])
        .status();
    assert!(sent.unwrap().success());
}

fn rest(mut from: impl Read) -> String {
    let mut text = String::new();
    from.read_to_string(&mut text).unwrap();
    text
}

#[test]
fn ctrl_c_ends_with_a_whole_line_and_says_how_far_it_came() {
    for name in ["-INT", "-TERM"] {
        let program = program();
        let mut child = start(&program, &["--herkomst", "melding", "--threads", "1"]);
        let open = feed(&mut child, 12_000);
        let mut out = BufReader::new(child.stdout.take().unwrap());
        let mut first = String::new();
        out.read_line(&mut first).unwrap();
        signal(&child, name);
        let all = first + &rest(out);
        let code = child.wait().unwrap().code();
        let err = rest(child.stderr.take().unwrap());
        drop(open);
        assert_eq!(code, Some(130), "{err}");
        assert!(all.ends_with('\n'), "the last line is whole");
        let said = lines(&all);
        assert!((1..12_000).contains(&said.len()), "{}", said.len());
        let count = said.len().to_string();
        let digits: String = err.chars().filter(char::is_ascii_digit).collect();
        assert_eq!(digits, count, "{err}");
        assert!(err.starts_with("U bent gestopt na"), "{err}");
    }
}

#[test]
fn ctrl_c_leaves_no_file_behind() {
    let program = program();
    let mut child = start(&program, &["-o", "uit.csv"]);
    let open = feed(&mut child, 6_000);
    // The file without a name is there before anything is read.
    let begun = || fs::read_dir(program.file(".")).unwrap().count() > 1;
    for _ in 0..600 {
        if begun() {
            break;
        }
        std::thread::sleep(std::time::Duration::from_millis(50));
    }
    std::thread::sleep(std::time::Duration::from_millis(500));
    signal(&child, "-INT");
    let code = child.wait().unwrap().code();
    drop(open);
    assert_eq!(code, Some(130));
    assert!(rest(child.stderr.take().unwrap()).contains("Er is geen bestand geschreven"));
    let names: Vec<_> = fs::read_dir(program.file("."))
        .unwrap()
        .map(|one| one.unwrap().file_name())
        .collect();
    assert_eq!(names, ["feest.yaml"]);
}

#[test]
fn whoever_reads_may_go_away_in_silence() {
    for threads in ["1", "3"] {
        let program = program();
        let mut child = start(&program, &["--threads", threads]);
        let mut out = BufReader::new(child.stdout.take().unwrap());
        let open = feed(&mut child, 30_000);
        let mut first = String::new();
        out.read_line(&mut first).unwrap();
        drop(out);
        assert_eq!(lines(&first)[0]["id"], 0);
        assert_eq!(child.wait().unwrap().code(), Some(0));
        assert_eq!(rest(child.stderr.take().unwrap()), "");
        drop(open);
    }
}
