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
        assert!((1..=12_000).contains(&said.len()), "{}", said.len());
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

/// What came before a pause comes out in the pause, also where the pipe stops in the middle of a line, and the bytes are
/// those of one go.
#[test]
fn results_do_not_wait_for_more_input() {
    let parts = [
        "{\"id\":1,\"antwoorden\":{\"jarig\":\"ja\"}}\n{\"id\":2,\"antwoorden\":{\"zin\":3}}\n{\"id\":3,\"ant",
        "woorden\":{}}\n",
        "{\"id\":4,\"antwoorden\":{}}",
    ];
    let table = ["id,jarig\n1,ja\n2,nee\n3,o", "nbekend\n", "4,ja"];
    for (form, parts) in [("ndjson", parts), ("csv", table)] {
        for threads in ["1", "3"] {
            let program = program();
            let args = ["--van", form, "--threads", threads];
            let mut child = start(&program, &args);
            let mut input = child.stdin.take().unwrap();
            let mut out = BufReader::new(child.stdout.take().unwrap());
            let mut all = String::new();
            for (part, count) in parts.iter().zip([2, 1]) {
                input.write_all(part.as_bytes()).unwrap();
                // Comes only because the records before the pause are not kept back.
                for _ in 0..count {
                    out.read_line(&mut all).unwrap();
                }
            }
            input.write_all(parts[2].as_bytes()).unwrap();
            drop(input);
            all += &rest(out);
            assert_eq!(child.wait().unwrap().code(), Some(0));
            let mut args = vec!["batch", "feest.yaml"];
            args.extend(["--van", form, "--threads", threads]);
            assert_eq!(all, program.run_with(&args, &parts.concat()).out);
            assert_eq!(lines(&all).len(), 4);
        }
    }
}

#[test]
fn who_stops_before_the_first_record_is_told_so() {
    let program = program();
    let mut child = start(&program, &["--threads", "1"]);
    let mut input = child.stdin.take().unwrap();
    // One record first, to know that it listens.
    input.write_all(b"{\"antwoorden\":{}}\n").unwrap();
    let mut out = BufReader::new(child.stdout.take().unwrap());
    out.read_line(&mut String::new()).unwrap();
    signal(&child, "-INT");
    assert_eq!(child.wait().unwrap().code(), Some(130));
    let one = rest(child.stderr.take().unwrap());
    assert!(one.starts_with("U bent gestopt na 1 record.\n"), "{one}");
    let mut child = start(&program, &["-o", "uit.ndjson"]);
    // To wait for a child closes what it reads: it would end well before it knows that somebody stopped it.
    let other_input = child.stdin.take().unwrap();
    let begun = || fs::read_dir(program.file(".")).unwrap().count() > 1;
    for _ in 0..600 {
        if begun() {
            break;
        }
        std::thread::sleep(std::time::Duration::from_millis(50));
    }
    signal(&child, "-INT");
    assert_eq!(child.wait().unwrap().code(), Some(130));
    let none = rest(child.stderr.take().unwrap());
    assert!(none.contains("voordat er een record klaar was"), "{none}");
    drop((input, other_input));
}
