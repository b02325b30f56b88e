//! A text of one's own: opens with its passphrase and with no other, says nothing from outside, and leaves no trace anywhere.

use std::fs;
use std::path::Path;

use chrono::NaiveDate;
use top3::keys::{Fault, Passphrase, is_guarded};
use top3::notebook::{Done, Notebook};

use crate::support::program::{Program, refused};

/// Little work, so that the tests are quick.
const WORK: u8 = 2;

fn filled() -> Notebook {
    Notebook {
        texts: [("waarheen".to_owned(), "naar Zwolle".to_owned())].into(),
        log: vec![(
            NaiveDate::from_ymd_opt(2026, 3, 12).unwrap(),
            Done::Geschreven,
        )],
    }
}

#[test]
fn it_opens_with_its_own_passphrase_and_no_other() {
    let passphrase = Passphrase::typed("een zin die niemand raadt");
    let bytes = filled().guarded(&passphrase, WORK).unwrap();
    assert!(is_guarded(&bytes));
    assert_eq!(Notebook::opened(&bytes, &passphrase).unwrap(), filled());
    let other = Passphrase::typed("een andere zin van iemand");
    assert_eq!(
        Notebook::opened(&bytes, &other).unwrap_err(),
        Fault::WrongPassphrase
    );
    // From outside: an age file, as large as one with nothing in it.
    let empty = Notebook::default().guarded(&passphrase, WORK).unwrap();
    assert_eq!(bytes.len(), empty.len());
    for cut in (0..bytes.len()).step_by(97) {
        assert!(
            Notebook::opened(&bytes[..cut], &passphrase).is_err(),
            "{cut}"
        );
    }
    for at in (0..bytes.len()).step_by(211) {
        let mut changed = bytes.clone();
        changed[at] ^= 1;
        let read = Notebook::opened(&changed, &passphrase);
        assert!(read.is_err() || read.unwrap() == filled(), "{at}");
    }
}

/// Every file under a folder, with what it holds.
fn files(folder: &Path, found: &mut Vec<(String, Vec<u8>)>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            files(&path, found);
        } else {
            found.push((path.display().to_string(), fs::read(&path).unwrap()));
        }
    }
}

#[test]
fn it_is_asked_for_and_nothing_else_knows_of_it() {
    let program = Program::new();
    let id = program.example("hulp-en-plan.yaml");
    let file = program.file("recepten");
    let own = "een zin die niemand raadt";
    let typed = format!("{}\n{own}\n2\n3\nnaar Zwolle\n0\n", file.display());
    let run = program.run_with(&["kladblok", "--regels"], &typed);
    assert_eq!((run.code, run.out.as_str()), (Some(0), ""), "{run:?}");
    assert!(run.err.contains("112"), "{run:?}");
    let mut found = Vec::new();
    files(program.file("").as_path(), &mut found);
    for (name, bytes) in &found {
        let text = String::from_utf8_lossy(bytes);
        assert!(
            !text.contains("Zwolle") && !text.contains("recepten"),
            "{name}"
        );
        assert!(
            name.ends_with("recepten") || !text.contains("kladblok"),
            "{name}"
        );
    }
    let log = program.run(&["toon", &id, "--alles"]).out
        + &program.run(&["deel", &id, "--overzicht"]).out;
    assert!(
        !log.contains("kladblok") && !log.contains("recepten"),
        "{log}"
    );
    // Nothing is in what somebody types, and it takes no argument.
    assert_eq!(program.run(&["kladblok", "recepten"]).code, Some(2));
    refused(&program.run(&["kladblok"]), 2, &["achter het toetsenbord"]);
}
