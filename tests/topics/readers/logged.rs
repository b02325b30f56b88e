//! First the line in the log of the case, then the file: where the log cannot be written nothing leaves, and nothing is left
//! lying about.

use std::fs;

use crate::support::program::{Program, Run, refused};

const GIVEN: &str = "ontvanger: de oom\ndoel: meekijken\ngrond: toestemming\ntoestemming: { van: p1, datum: 2026-03-04 }\n";

/// What makes something from a case, each with the end of its file.
fn all(program: &Program, id: &str) -> Vec<(Vec<String>, String)> {
    program.write("gegevens.yaml", GIVEN);
    let given = program.file("gegevens.yaml").display().to_string();
    let commands: [&[&str]; 4] = [
        &["deel", id, "--voor", "huishouden", "--gegevens", &given],
        &["plan", id],
        &["papier", "overleg", id],
        &["papier", "register", id],
    ];
    let made = commands.iter().enumerate().map(|(at, args)| {
        let ending = if args.contains(&"register") {
            "csv"
        } else {
            "md"
        };
        let file = program.file(&format!("uit-{at}.{ending}"));
        let file = file.display().to_string();
        let args = args.iter().copied().chain(["-o", file.as_str()]);
        (args.map(str::to_owned).collect(), file.clone())
    });
    made.collect()
}

fn run(program: &Program, args: &[String]) -> Run {
    let args: Vec<&str> = args.iter().map(String::as_str).collect();
    program.run(&args)
}

fn journal(program: &Program, id: &str) -> Vec<u8> {
    fs::read(program.cases().join(format!("{id}.casus"))).unwrap()
}

/// What lies in the working folder.
fn lying(program: &Program) -> usize {
    fs::read_dir(program.file("")).unwrap().count()
}

#[test]
fn a_case_that_is_open_elsewhere_gives_nothing_out() {
    let program = Program::new();
    let id = program.example("hulp-en-plan.yaml");
    let commands = all(&program, &id);
    let (before, files) = (journal(&program, &id), lying(&program));
    let lock = fs::File::open(program.cases().join(format!("{id}.slot"))).unwrap();
    lock.lock().unwrap();
    for (args, _) in &commands {
        let made = run(&program, args);
        refused(&made, 1, &["al open", "Er is niets veranderd"]);
        assert_eq!(lying(&program), files, "{args:?}");
    }
    assert_eq!(journal(&program, &id), before);
    drop(lock);
    for (args, file) in &commands {
        assert_eq!(run(&program, args).code, Some(0), "{args:?}");
        assert!(fs::metadata(file).unwrap().len() > 0);
        // The line stands there, whatever becomes of the file.
        assert!(journal(&program, &id).len() > before.len());
    }
}

#[test]
fn what_cannot_be_written_leaves_no_line() {
    let program = Program::new();
    let id = program.example("hulp-en-plan.yaml");
    let commands = all(&program, &id);
    let before = journal(&program, &id);
    for (args, file) in &commands {
        fs::write(file, "van iemand anders").unwrap();
        let made = run(&program, args);
        refused(&made, 1, &["--overschrijf"]);
        assert_eq!(fs::read_to_string(file).unwrap(), "van iemand anders");
    }
    assert_eq!(journal(&program, &id), before);
}

/// A disk with room for what is made, and none for another line in the case.
#[cfg(unix)]
#[test]
fn on_a_full_disk_the_log_fails_and_nothing_appears() {
    let program = Program::new();
    let id = program.example("hulp-en-plan.yaml");
    let commands = all(&program, &id);
    let journal_file = program.cases().join(format!("{id}.casus"));
    let (before, files) = (journal(&program, &id), lying(&program));
    // In blocks of 512 bytes, as `ulimit -f` counts in `sh`.
    let room = before.len() / 512;
    for (args, file) in &commands {
        let output = std::process::Command::new("sh")
            .args([
                "-c",
                "trap '' XFSZ; ulimit -f \"$1\"; shift; exec \"$@\"",
                "sh",
            ])
            .arg(room.to_string())
            .arg(env!("CARGO_BIN_EXE_top3"))
            .args(program.always())
            .args(args)
            .output()
            .unwrap();
        let said = String::from_utf8(output.stderr).unwrap();
        assert_eq!(output.status.code(), Some(3), "{args:?}: {said}");
        assert!(output.stdout.is_empty() && said.trim_end().lines().count() >= 2);
        assert!(!fs::exists(file).unwrap(), "{args:?}");
        assert_eq!(lying(&program), files, "{args:?}");
        assert_eq!(fs::read(&journal_file).unwrap(), before, "{args:?}");
    }
    // There is room again.
    assert_eq!(run(&program, &commands[0].0).code, Some(0));
}

/// One's own file says first that it was printed; where it cannot say so, nothing readable appears.
#[cfg(unix)]
#[test]
fn a_private_text_is_not_printed_where_its_own_log_fails() {
    use std::io::Write as _;
    use top3::keys::Passphrase;
    use top3::notebook::Notebook;

    let program = Program::new();
    let passphrase = Passphrase::typed("zeven blauwe fietsen");
    let mut book = Notebook::default();
    book.texts.insert("wie".to_owned(), "mijn zus".to_owned());
    let file = program.file("boodschappen");
    fs::write(&file, book.guarded(&passphrase, 1).unwrap()).unwrap();
    let mut child = std::process::Command::new("sh")
        .current_dir(program.file(""))
        // Room for the page, and not for the guarded file, which is rounded up to more.
        .args(["-c", "trap '' XFSZ; ulimit -f 4; exec \"$@\"", "sh"])
        .arg(env!("CARGO_BIN_EXE_top3"))
        .args(program.always())
        .args(["--regels", "kladblok"])
        .stdin(std::process::Stdio::piped())
        .stdout(std::process::Stdio::null())
        .stderr(std::process::Stdio::piped())
        .spawn()
        .unwrap();
    let typed = "boodschappen\nzeven blauwe fietsen\n3\nja\nblad.txt\n0\n";
    child
        .stdin
        .take()
        .unwrap()
        .write_all(typed.as_bytes())
        .unwrap();
    let output = child.wait_with_output().unwrap();
    let said = String::from_utf8(output.stderr).unwrap();
    assert_eq!(output.status.code(), Some(3), "{said}");
    assert!(!fs::exists(program.file("blad.txt")).unwrap());
    assert_eq!(lying(&program), 1, "{said}");
    let kept = Notebook::opened(&fs::read(&file).unwrap(), &passphrase).unwrap();
    assert_eq!(kept, book);
}
