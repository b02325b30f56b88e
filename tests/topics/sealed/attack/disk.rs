//! A disk that takes nothing more, at any byte of a case and at each command that writes: full (a process that may write no byte), read-only (the folder
//! mounted so, in a mount space of its own) and not ours (run as nobody). Whoever runs the tests as root may write where
//! permissions say no, so permissions alone prove nothing: what cannot be tried here is said.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::process::Command;

use top3::answer::Value;
use top3::case::{CaseId, Fault, Store};

use super::super::{ANNE, ring, set, start, text};
use super::{now, rounds};
use crate::support::program::{Keys, Program};

/// How the disk refuses.
#[derive(Clone, Copy, Debug)]
enum Disk {
    Full,
    ReadOnly,
    NotOurs,
}

impl Disk {
    /// What stands before the program; `$0` is the folder.
    const fn script(self) -> &'static str {
        match self {
            Self::Full => "trap '' XFSZ; ulimit -f 0; exec \"$@\"",
            Self::ReadOnly => {
                "exec unshare -m sh -c 'mount --bind \"$0\" \"$0\" && mount -o remount,bind,ro \"$0\" && cd \"$0\" && exec \"$@\"' \"$0\" \"$@\""
            }
            Self::NotOurs => "exec setpriv --reuid=65534 --regid=65534 --clear-groups \"$@\"",
        }
    }

    fn run(self, program: &Program, args: &[&str]) -> (Option<i32>, String, String) {
        let output = Command::new("sh")
            .current_dir(program.file(""))
            .args(["-c", self.script()])
            .arg(program.file(""))
            .arg(env!("CARGO_BIN_EXE_top3"))
            .args(args)
            .output()
            .unwrap();
        let text = |bytes| String::from_utf8(bytes).unwrap();
        (
            output.status.code(),
            text(output.stdout),
            text(output.stderr),
        )
    }

    /// Whether this can be tried on this machine.
    fn is_there(self, program: &Program) -> bool {
        let (code, _, _) = self.run(program, &["--version"]);
        code == Some(0)
    }
}

/// Everything in a folder, byte by byte.
fn all(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    let mut found = BTreeMap::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let name = path.display().to_string();
        if path.is_dir() {
            found.insert(name, Vec::new());
            found.extend(all(&path));
        } else {
            found.insert(name, fs::read(path).unwrap());
        }
    }
    found
}

/// Everybody may read it, and only its owner may write.
fn readable(folder: &Path) {
    use std::os::unix::fs::PermissionsExt;
    fs::set_permissions(folder, fs::Permissions::from_mode(0o755)).unwrap();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            readable(&path);
        } else {
            fs::set_permissions(path, fs::Permissions::from_mode(0o644)).unwrap();
        }
    }
}

/// An encrypted case, one that is not, and what the commands want.
fn filled(program: &Program) -> Keys {
    let keys = program.with_keys();
    let example = format!("{}/examples/hulp-en-plan.yaml", env!("CARGO_MANIFEST_DIR"));
    fs::copy(example, program.file("voorbeeld.yaml")).unwrap();
    program.write(
        "gegevens.yaml",
        "ontvanger: x\ndoel: y\ngrond: toestemming\ntoestemming: { van: p1, datum: 2026-03-04 }\n",
    );
    let key = ["--sleutelbestand", keys.file.as_str()];
    for args in [
        &["nieuw", "--antwoorden", "voorbeeld.yaml"][..],
        &["nieuw", "--antwoorden", "voorbeeld.yaml", "--onversleuteld"],
    ] {
        let run = program.run(&[args, &key[..]].concat());
        assert_eq!(run.code, Some(0), "{args:?}: {run:?}");
    }
    keys
}

const WRITE: &[&[&str]] = &[
    &["nieuw", "--antwoorden", "voorbeeld.yaml"],
    &["nieuw", "--antwoorden", "voorbeeld.yaml", "--onversleuteld"],
    &["verder", "c-2026-001", "--regels"],
    &["plan", "c-2026-001", "-o", "-"],
    &["plan", "c-2026-002", "-o", "plan.pdf"],
    &["papier", "overleg", "c-2026-001"],
    &[
        "deel",
        "c-2026-001",
        "--voor",
        "huishouden",
        "--gegevens",
        "gegevens.yaml",
    ],
    &["sleutels", "envelop", "c-2026-001"],
    &["sleutels", "versleutel", "c-2026-002"],
    &["sleutels", "bestand", "-o", "los.txt"],
    &["wis", "c-2026-001", "--zeker"],
    &["reservekopie", "stick-2"],
];

/// Each command on one of the disks; with `RONDEN`, each on all of them. Whether it could be tried here.
fn refused(disk: Disk) -> bool {
    let program = Program::new();
    let keys = filled(&program);
    readable(&program.file(""));
    let before = all(&program.file(""));
    if !disk.is_there(&program) {
        return false;
    }
    let turn = |at: &usize| rounds(0) > 0 || at % 3 == disk as usize;
    for args in (0..WRITE.len()).filter(turn).map(|at| WRITE[at]) {
        let mut whole = program.always();
        whole.extend(args.iter().map(|arg| (*arg).to_owned()));
        whole.extend(["--sleutelbestand".to_owned(), keys.file.clone()]);
        let whole: Vec<&str> = whole.iter().map(String::as_str).collect();
        let (code, out, said) = disk.run(&program, &whole);
        let told = format!("{disk:?} {args:?}: {code:?} {out}{said}");
        assert!(matches!(code, Some(1..=3)), "{told}");
        assert_eq!(out, "", "{told}");
        assert!(said.trim_end().lines().count() >= 2, "{told}");
        for wrong in ["panicked", "os error", "EFBIG"] {
            assert!(!said.contains(wrong), "{told}");
        }
        let after = all(&program.file(""));
        for (name, bytes) in &before {
            assert!(after.get(name) == Some(bytes), "{name} changed: {told}");
        }
        // Nothing half-written lies about that anybody would take for a case.
        for name in after.keys().filter(|name| !before.contains_key(*name)) {
            assert!(name.ends_with("stick-2"), "{name} is new: {told}");
            fs::remove_dir_all(name).unwrap();
        }
    }
    // What was accepted is there, and it goes on.
    let store = Store::at(program.cases()).with(Some(keys.ring()));
    let [sealed, open] = ["c-2026-001", "c-2026-002"].map(|id| CaseId::parse(id).unwrap());
    assert!(store.check(&sealed, None).unwrap().findings.is_empty());
    for id in [sealed, open] {
        drop(store.resume(&id, now()).unwrap());
    }
    true
}

#[test]
fn what_a_full_disk_refuses_is_told_and_takes_nothing_away() {
    if !refused(Disk::Full) {
        println!("skipped here: Full");
    }
}

#[test]
fn what_a_disk_that_is_only_read_refuses_is_told_and_takes_nothing_away() {
    if !refused(Disk::ReadOnly) {
        println!("skipped here: ReadOnly");
    }
}

#[test]
fn what_a_disk_of_somebody_else_refuses_is_told_and_takes_nothing_away() {
    if !refused(Disk::NotOurs) {
        println!("skipped here: NotOurs");
    }
}

/// What the child process of the next test does: it limits how large its files may become, byte by byte, and keeps a case
/// meanwhile.
#[test]
fn on_a_disk_that_fills_up() {
    use nix::sys::resource::{Resource, getrlimit, setrlimit};

    if std::env::var_os("TOP3_VOLLE_SCHIJF").is_none() {
        return;
    }
    let (_, hard) = getrlimit(Resource::RLIMIT_FSIZE).unwrap();
    let limit = |most: u64| setrlimit(Resource::RLIMIT_FSIZE, most, hard).unwrap();
    let step = if rounds(0) == 0 { 83 } else { 1 };
    let (mut refused, mut tried) = (0, 0);
    for room in (0..3000).step_by(step) {
        tried += 1;
        let folder = tempfile::tempdir().unwrap();
        let store = Store::at(folder.path()).with(Some(ring(&ANNE, &[])));
        limit(room);
        let made = store.create_sealed(start(), None, now());
        let mut case = match made {
            Ok(case) => case,
            Err(fault) => {
                limit(hard);
                assert!(matches!(fault, Fault::Io { .. }), "{room}: {fault:?}");
                assert!(
                    store.cases().unwrap().cases.is_empty(),
                    "{room}: half a case"
                );
                refused += 1;
                continue;
            }
        };
        let id = case.id().clone();
        let mut kept = 0;
        for at in 0..5 {
            match case.keep(set(&format!("v{at}"), text("een antwoord")), now()) {
                Ok(()) => kept += 1,
                Err(fault) => assert!(matches!(fault, Fault::Io { .. }), "{room}: {fault:?}"),
            }
        }
        refused += usize::from(kept < 5);
        let there = store.peek(&id).unwrap();
        assert_eq!(there.entries.len(), kept, "{room}");
        // There is room again: it goes on as if nothing had been.
        limit(hard);
        case.keep(set("later", Value::Yes), now()).unwrap();
        drop(case);
        let again = store.resume(&id, now()).unwrap();
        assert!(!again.torn, "{room}");
        assert_eq!(again.case.record().entries.len(), kept + 1, "{room}");
        assert!(
            store.check(&id, None).unwrap().findings.is_empty(),
            "{room}"
        );
    }
    assert!(refused > tried / 2, "the disk was never full");
    println!("{tried} sizes of disk, {refused} of them too small");
}

#[test]
fn a_disk_that_fills_up_at_any_byte_loses_only_what_it_refused() {
    // The signal that tells of a file that is too large would end the child: it does not want to hear of it.
    let output = Command::new("sh")
        .args(["-c", "trap '' XFSZ; exec \"$0\" \"$@\""])
        .arg(std::env::current_exe().unwrap())
        .args([
            "--exact",
            "--nocapture",
            "topics::sealed::attack::disk::on_a_disk_that_fills_up",
        ])
        .env("TOP3_VOLLE_SCHIJF", "1")
        .output()
        .unwrap();
    let said = String::from_utf8_lossy(&output.stdout);
    let errors = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{said}\n{errors}");
    let told = said.lines().find(|line| line.contains("sizes of disk"));
    println!("{}", told.unwrap_or_else(|| panic!("{said}\n{errors}")));
}
