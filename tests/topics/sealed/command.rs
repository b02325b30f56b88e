//! The commands with encrypted cases: what they ask, what they refuse, and what they leave on the disk.

use std::fs;

use top3::keys::{Identity, Passphrase, Public};

use crate::support::program::{Keys, PASSPHRASE, Program, Run, names, refused};

const PLAN: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/examples/hulp-en-plan.yaml");
const LABEL: &str = "groene specht";

/// A program with keys and one encrypted case.
fn with_case() -> (Program, Keys) {
    let program = Program::new();
    let keys = program.with_keys();
    let run = with(&program, &keys, &["nieuw", "--antwoorden", PLAN]);
    assert_eq!(
        (run.code, run.out.as_str()),
        (Some(0), "c-2026-001\n"),
        "{run:?}"
    );
    (program, keys)
}

fn with(program: &Program, keys: &Keys, args: &[&str]) -> Run {
    program.run(&[args, &["--sleutelbestand", &keys.file]].concat())
}

#[test]
fn a_case_is_encrypted_unless_somebody_says_otherwise() {
    let (program, keys) = with_case();
    let there = names(&program);
    assert!(
        there.contains(&"c-2026-001.envelop".to_owned()),
        "{there:?}"
    );
    let bytes = fs::read(program.cases().join("c-2026-001.casus")).unwrap();
    assert!(bytes.starts_with(b"top3-casus 2 c-2026-001\n"));
    let list = program.run(&["casussen"]);
    assert_eq!(list.code, Some(0), "{list:?}");
    assert!(list.out.contains("c-2026-001") && list.out.contains("op slot"));
    assert!(!list.out.contains(LABEL) && list.err.contains("schuilnaam"));
    let list = with(&program, &keys, &["casussen"]);
    assert!(list.out.contains(LABEL), "{list:?}");
    for args in [&["toon"][..], &["plan", "-o", "-"], &["papier", "overleg"]] {
        refused(
            &program.run(args),
            2,
            &["niemand om hem te typen", "--sleutelbestand"],
        );
    }
    let shown = with(&program, &keys, &["toon"]);
    assert!(
        shown.code == Some(0) && shown.out.contains(LABEL),
        "{shown:?}"
    );
    let plan = with(
        &program,
        &keys,
        &["plan", "--formaat", "markdown", "-o", "-"],
    );
    assert_eq!(plan.code, Some(0), "{plan:?}");
    let checked = with(&program, &keys, &["controleer"]);
    assert_eq!(checked.code, Some(0), "{checked:?}");
    assert!(
        checked.out.contains("Anker:")
            && checked.err.contains("kan zien") | checked.err.contains("niet kan zien")
    );
}

#[test]
fn another_key_opens_nothing() {
    let (program, _) = with_case();
    let other = Identity::generate().unwrap();
    program.write("andere.txt", &other.key_file());
    program.write("geen.txt", "zomaar iets\n");
    let run = |file| program.run(&["toon", "--sleutelbestand", file]);
    refused(
        &run("andere.txt"),
        1,
        &["gaat niet open met uw sleutel", "envelop"],
    );
    refused(&run("geen.txt"), 1, &["geen sleutel", "reservekopie"]);
    refused(&run("weg.txt"), 2, &["weg.txt"]);
}

#[test]
fn a_passphrase_can_be_typed_in_plain_lines() {
    let (program, _) = with_case();
    let lines = ["--regels", "toon"];
    let shown = program.run_with(&lines, &format!("{PASSPHRASE}\n"));
    assert!(
        shown.code == Some(0) && shown.out.contains(LABEL),
        "{shown:?}"
    );
    let at = |what: &str| shown.err.find(what).unwrap();
    assert!(at("112") < at("wachtwoordzin"), "who to call comes first");
    let wrong = program.run_with(&lines, "een\ntwee\ndrie\nvier\n");
    refused(&wrong, 1, &["past niet"]);
    assert!(!wrong.err.contains("twee"));
}

#[test]
fn the_own_key_is_shown_and_its_passphrase_changed() {
    let program = Program::new();
    let keys = program.with_keys();
    let shown = program.run_with(&["--regels", "sleutels"], &format!("{PASSPHRASE}\n"));
    assert_eq!(shown.code, Some(0), "{shown:?}");
    let public = Public::parse(&shown.out).unwrap();
    assert_eq!(public, keys.identity.public());
    assert!(shown.err.contains(&public.fingerprint()), "{}", shown.err);
    refused(
        &with(&program, &keys, &["sleutels"]),
        2,
        &["uw hele sleutel", "zonder `--sleutelbestand`"],
    );
    let again = program.run_with(&["--regels", "sleutels", "maken"], "");
    refused(&again, 1, &["al een sleutel", "wachtwoordzin"]);
    let typed = format!("{PASSPHRASE}\neigen\nte kort\nacht groene bomen\nacht groene bomen\n");
    let changed = program.run_with(&["--regels", "sleutels", "wachtwoordzin"], &typed);
    assert_eq!(changed.code, Some(0), "{changed:?}");
    assert!(!changed.err.contains("acht groene"));
    let file = fs::read(program.file("sleutels/identiteit.age")).unwrap();
    let opened = Identity::unguarded(&file, &Passphrase::typed("acht groene bomen")).unwrap();
    assert_eq!(opened.public(), public);
}

#[test]
fn a_recovery_key_is_set_and_opens_what_is_made_from_then_on() {
    let program = Program::new();
    let keys = program.with_keys();
    let organisation = Identity::generate().unwrap();
    program.write("herstel.txt", &organisation.key_file());
    let secret = organisation.key_file();
    let run = program.run(&["sleutels", "herstel", secret.trim()]);
    refused(&run, 2, &["geen openbare sleutel", "age1"]);
    assert!(!run.err.contains(secret.trim()));
    let key = organisation.recipient().to_string();
    let run = program.run(&["sleutels", "herstel", &key]);
    assert_eq!(run.code, Some(0), "{run:?}");
    let settings = fs::read_to_string(program.file("instellingen.yaml")).unwrap();
    assert!(
        settings.contains(&key) && settings.contains("sleutels: "),
        "{settings}"
    );
    assert_eq!(
        with(&program, &keys, &["nieuw", "--antwoorden", PLAN]).code,
        Some(0)
    );
    let recovered = program.run(&["toon", "--sleutelbestand", "herstel.txt"]);
    assert!(recovered.out.contains(LABEL), "{recovered:?}");
    program.write(
        "instellingen.yaml",
        "sleutels: sleutels\nherstel: age1nee\n",
    );
    refused(
        &program.run(&["casussen"]),
        1,
        &["openbare sleutel", "age1"],
    );
}

#[test]
fn a_case_is_handed_over_to_a_colleague() {
    let (program, keys) = with_case();
    let colleague = Identity::generate().unwrap();
    program.write("collega.txt", &colleague.key_file());
    let to = colleague.recipient().to_string();
    let run = with(
        &program,
        &keys,
        &["sleutels", "envelop", "c-2026-001", "--voor", &to],
    );
    assert_eq!(run.code, Some(0), "{run:?}");
    let shown = program.run(&["toon", "--sleutelbestand", "collega.txt"]);
    assert!(shown.out.contains(LABEL), "{shown:?}");
}

#[test]
fn an_older_case_is_encrypted_by_a_command() {
    let program = Program::new();
    let keys = program.with_keys();
    let id = program.example("hulp-en-plan.yaml");
    let run = with(&program, &keys, &["sleutels", "versleutel", &id]);
    assert_eq!(run.code, Some(0), "{run:?}");
    assert!(run.err.contains("Reservekopieën"), "{run:?}");
    assert!(program.run(&["casussen"]).out.contains("op slot"));
    assert!(with(&program, &keys, &["toon"]).out.contains(LABEL));
    refused(
        &with(&program, &keys, &["sleutels", "versleutel", &id]),
        2,
        &["al versleuteld"],
    );
}

#[test]
fn whoever_erases_needs_no_key_and_hears_what_is_left() {
    let (program, _) = with_case();
    let run = program.run(&["wis", "c-2026-001", "--zeker"]);
    assert_eq!(run.code, Some(0), "{run:?}");
    let said = run.err.replace('\n', " ");
    assert!(
        said.contains("cloudmap") && said.contains("Reservekopieën"),
        "{said}"
    );
    assert_eq!(names(&program), ["gewist.txt"]);
}

#[test]
fn a_changed_entry_is_told_with_what_to_do() {
    let (program, keys) = with_case();
    let anchor = with(&program, &keys, &["controleer", "c-2026-001"]).out;
    let anchor = anchor.split("Anker: ").nth(1).unwrap().trim().to_owned();
    let held = with(
        &program,
        &keys,
        &["controleer", "c-2026-001", "--anker", &anchor],
    );
    assert!(
        held.code == Some(0) && held.out.contains("door het anker"),
        "{held:?}"
    );
    refused(
        &with(
            &program,
            &keys,
            &["controleer", "c-2026-001", "--anker", "zomaar"],
        ),
        2,
        &["geen anker"],
    );
    let file = program.cases().join("c-2026-001.casus");
    let text = fs::read_to_string(&file).unwrap();
    let mut lines: Vec<&str> = text.lines().collect();
    lines.remove(40);
    fs::write(&file, lines.join("\n") + "\n").unwrap();
    let run = with(&program, &keys, &["controleer"]);
    assert_eq!(run.code, Some(1), "{run:?}");
    assert!(
        run.out.contains("Vóór regel 40 is een regel weg"),
        "{}",
        run.out
    );
    refused(
        &with(&program, &keys, &["toon"]),
        1,
        &["beschadigd bij regel"],
    );
    let held = with(
        &program,
        &keys,
        &["controleer", "c-2026-001", "--anker", &anchor],
    );
    assert!(held.out.contains("loopt niet door het anker"), "{held:?}");
}

#[test]
fn a_backup_is_made_tried_out_and_put_back() {
    let (program, keys) = with_case();
    let run = with(&program, &keys, &["reservekopie", "stick"]);
    assert_eq!(run.code, Some(0), "{run:?}");
    assert!(run.err.contains("geheel te lezen: 1"), "{run:?}");
    refused(
        &with(&program, &keys, &["reservekopie", "stick"]),
        1,
        &["staat al iets"],
    );
    for folder in [program.cases(), program.file("sleutels")] {
        fs::remove_dir_all(folder).unwrap();
    }
    let run = with(&program, &keys, &["terugzetten", "stick"]);
    assert_eq!(run.code, Some(0), "{run:?}");
    assert!(run.err.contains("sleutel is ook teruggezet"), "{run:?}");
    let shown = program.run_with(&["--regels", "toon"], &format!("{PASSPHRASE}\n"));
    assert!(shown.out.contains(LABEL), "{shown:?}");
    refused(
        &program.run(&["terugzetten", "nergens"]),
        2,
        &["geen reservekopie"],
    );
}

#[cfg(unix)]
#[test]
fn everything_on_the_disk_is_for_its_owner_only() {
    use std::os::unix::fs::PermissionsExt;

    let (program, keys) = with_case();
    with(&program, &keys, &["reservekopie", "stick"]);
    with(&program, &keys, &["plan"]);
    let mut seen = 0;
    for folder in [program.cases(), program.file("stick")] {
        let mode =
            |path: &std::path::Path| fs::metadata(path).unwrap().permissions().mode() & 0o777;
        assert_eq!(mode(&folder), 0o700, "{folder:?}");
        for file in fs::read_dir(&folder).unwrap() {
            let path = file.unwrap().path();
            assert_eq!(mode(&path), 0o600, "{path:?}");
            seen += 1;
        }
    }
    assert!(seen >= 8, "{seen}");
}

/// No file appears anywhere but those that are meant, and none of them holds a word of the case: not for a moment.
#[cfg(target_os = "linux")]
#[test]
fn a_session_writes_only_what_it_should() {
    use std::collections::BTreeSet;

    use nix::sys::inotify::{AddWatchFlags, InitFlags, Inotify};

    let program = Program::new();
    let keys = program.with_keys();
    for folder in ["casussen", "tijdelijk", "thuis"] {
        fs::create_dir(program.file(folder)).unwrap();
    }
    let inotify = Inotify::init(InitFlags::IN_NONBLOCK).unwrap();
    let all = AddWatchFlags::IN_CREATE | AddWatchFlags::IN_MODIFY | AddWatchFlags::IN_MOVED_TO;
    let watches = ["", "casussen", "tijdelijk", "thuis", "sleutels"].map(|folder| {
        (
            inotify.add_watch(&program.file(folder), all).unwrap(),
            folder,
        )
    });
    let typed = "nee\nnee\nnee\nzilverreiger\n:leeg\n\n:pauze\n";
    let output = assert_cmd::Command::cargo_bin("top3")
        .unwrap()
        .current_dir(program.file(""))
        .env("TMPDIR", program.file("tijdelijk"))
        .env("HOME", program.file("thuis"))
        .env_remove("XDG_DATA_HOME")
        .env_remove("XDG_CONFIG_HOME")
        .args(program.always())
        .args(["nieuw", "--regels", "--sleutelbestand", &keys.file])
        .write_stdin(typed)
        .output()
        .unwrap();
    assert!(output.status.code().is_some(), "{output:?}");
    let mut written = BTreeSet::new();
    while let Ok(events) = inotify.read_events() {
        for event in events {
            let (_, folder) = watches
                .iter()
                .find(|(watch, _)| *watch == event.wd)
                .unwrap();
            let name = event.name.unwrap_or_default().into_string().unwrap();
            written.insert(format!("{folder}/{name}"));
        }
    }
    assert!(written.contains("casussen/c-2026-001.casus"), "{written:?}");
    for name in &written {
        let known = name.strip_prefix("casussen/").is_some_and(|name| {
            name.strip_prefix(".nieuw-")
                .unwrap_or(name)
                .starts_with("c-2026-001")
        });
        assert!(known, "{name} was written too: {written:?}");
    }
    for name in names(&program) {
        let bytes = fs::read(program.cases().join(&name)).unwrap();
        assert!(
            !String::from_utf8_lossy(&bytes).contains("zilverreiger"),
            "{name}"
        );
    }
}

/// A program that fell over would write all that it knew.
#[cfg(target_os = "linux")]
#[test]
fn there_is_no_core_dump() {
    use std::io::Read;
    use std::process::{Command, Stdio};

    let (program, keys) = with_case();
    let mut child = Command::new(env!("CARGO_BIN_EXE_top3"))
        .args(program.always())
        .args([
            "verder",
            "c-2026-001",
            "--regels",
            "--sleutelbestand",
            &keys.file,
        ])
        .stdin(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    // It says something, so it runs; then it waits for an answer.
    child
        .stderr
        .as_mut()
        .unwrap()
        .read_exact(&mut [0; 10])
        .unwrap();
    let limits = fs::read_to_string(format!("/proc/{}/limits", child.id())).unwrap();
    child.kill().unwrap();
    child.wait().unwrap();
    let core = limits
        .lines()
        .find(|line| line.starts_with("Max core file size"))
        .unwrap();
    let numbers: Vec<&str> = core.split_whitespace().skip(4).take(2).collect();
    assert_eq!(numbers, ["0", "0"], "{core}");
}
