//! Held under attack and accident: whatever happens to the program, the file or the disk, at most what was not yet written is
//! lost, and it is seen. Small numbers by default; `RONDEN=1000 cargo test --test main attack` goes on longer:
//! so many times the program is killed, and every byte of a disk that fills up is tried instead of some.

#[cfg(unix)]
mod disk;

use std::cell::{Cell, RefCell};
use std::fs;
use std::io::{Read, Write};
use std::process::{Command, Stdio};
use std::rc::Rc;
use std::time::{Duration, Instant};

use top3::answer::{Answers, Change};
use top3::case::{CaseId, Event, Fault, Store, What};
use top3::interview::{Keeper, Lines, Memory, Phone, Reply, Script, Setting, VagueWord, run};
use top3::questionnaire::Library;
use top3::yaml;

use super::{folder, journal, now, one_case};
use crate::support::program::Program;

/// How many rounds: few, unless somebody wants it otherwise.
fn rounds(few: usize) -> usize {
    let wished = std::env::var("RONDEN").ok();
    wished.and_then(|rounds| rounds.parse().ok()).unwrap_or(few)
}

#[test]
fn a_file_cut_at_any_byte_loses_at_most_its_last_entry() {
    let (folder, store) = folder();
    let id = one_case(&store);
    let whole = store.peek(&id).unwrap();
    let file = journal(folder.path());
    let bytes = fs::read(&file).unwrap();
    let ends: Vec<usize> = (0..bytes.len())
        .filter(|at| bytes[*at] == b'\n')
        .map(|at| at + 1)
        .collect();
    for length in 0..bytes.len() {
        fs::write(&file, &bytes[..length]).unwrap();
        let there = ends.iter().filter(|end| **end <= length).count();
        match store.peek(&id) {
            // The first line, and the first entry, which says what case it is.
            Err(Fault::Foreign(_) | Fault::Mixed(_) | Fault::Corrupt { .. }) => {
                assert!(there < 2, "{length}");
            }
            Err(fault) => panic!("{length}: {fault:?}"),
            Ok(record) => {
                assert!(there >= 2, "{length}");
                assert_eq!(record.entries, whole.entries[..there - 2], "{length}");
                assert_eq!(record.torn, !ends.contains(&length), "{length}");
            }
        }
    }
}

#[test]
fn a_flipped_bit_is_seen_wherever_it_is() {
    let (folder, store) = folder();
    let id = one_case(&store);
    for name in ["c-2026-001.casus", "c-2026-001.envelop"] {
        let file = folder.path().join(name);
        let bytes = fs::read(&file).unwrap();
        for at in 0..bytes.len() {
            let mut changed = bytes.clone();
            changed[at] ^= 1 << (at % 8);
            fs::write(&file, &changed).unwrap();
            match store.peek(&id) {
                Err(_) => {}
                // The very last line end: then the last entry is torn.
                Ok(record) => assert!(record.torn && at + 1 == bytes.len(), "{name}: {at}"),
            }
        }
        fs::write(&file, bytes).unwrap();
    }
    assert!(store.peek(&id).is_ok());
}

#[test]
fn two_programs_never_write_in_one_case() {
    let (_folder, store) = folder();
    let id = one_case(&store);
    let first = store.resume(&id, now()).unwrap();
    assert!(matches!(store.resume(&id, now()), Err(Fault::Busy(_))));
    assert!(matches!(store.encrypt(&id, now()), Err(Fault::Busy(_))));
    assert!(matches!(store.erase(&id, now()), Err(Fault::Busy(_))));
    // Looking is always possible, and sees what is there so far.
    assert_eq!(store.peek(&id).unwrap(), *first.case.record());
}

/// Keeps in memory, and counts.
struct Counting {
    kept: Memory,
    count: Rc<Cell<usize>>,
}

impl Keeper for Counting {
    fn answers(&self) -> &Answers {
        self.kept.answers()
    }

    fn keep(&mut self, change: Change) -> Result<(), Fault> {
        self.kept.keep(change)?;
        self.count.set(self.kept.changes.len());
        Ok(())
    }

    fn log(&mut self, event: Event) -> Result<(), Fault> {
        self.kept.log(event)
    }
}

/// What is said, and how many changes were kept when somebody was asked.
struct Said {
    bytes: Rc<RefCell<Vec<u8>>>,
    asked: Rc<RefCell<Vec<(usize, usize)>>>,
    count: Rc<Cell<usize>>,
}

impl Write for Said {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        self.bytes.borrow_mut().extend(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> std::io::Result<()> {
        let asked = (self.bytes.borrow().len(), self.count.get());
        self.asked.borrow_mut().push(asked);
        Ok(())
    }
}

/// A conversation from beginning to end: what is typed, what is said, and what is kept.
struct Talk {
    typed: String,
    said: Vec<u8>,
    changes: Vec<Change>,
    /// How many changes are kept when so many bytes are said.
    asked: Vec<(usize, usize)>,
}

fn talk() -> Talk {
    let shared = |name: &str| {
        let path = format!("questionnaires/gedeeld/{name}.yaml");
        Library::shipped().text(&path).unwrap().to_owned()
    };
    let phones: Vec<Phone> = yaml::read(shared("nummers").as_bytes(), "nummers").unwrap();
    let vague: Vec<VagueWord> = yaml::read(shared("woorden").as_bytes(), "woorden").unwrap();
    let list = Library::shipped().load("casus").unwrap();
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/examples/hulp-en-plan.yaml");
    let node = yaml::read_tree(&fs::read(path).unwrap(), "voorbeeld").unwrap();
    let today = "2026-03-12".parse().unwrap();
    let answers = top3::answer::read(&list, node.get("antwoorden").unwrap(), today).unwrap();
    let setting = Setting {
        list: &list,
        today,
        phones: &phones,
        vague: &vague,
    };
    let mut script = Script::new(&list, &answers);
    run(setting, &mut Memory::default(), &mut script).unwrap();
    let typed = script.replies.iter().map_while(|reply| match reply {
        Reply::Act(top3::interview::Action::Go(..)) => None,
        Reply::Answer(text) => Some(text.replace('\n', "\\\n") + "\n"),
        Reply::Keep => Some("\n".to_owned()),
        Reply::Act(action) => Some(format!(":{}\n", action.word())),
    });
    let typed: String = typed.collect();
    let count = Rc::new(Cell::new(0));
    let said = Said {
        bytes: Rc::default(),
        asked: Rc::default(),
        count: count.clone(),
    };
    let (bytes, asked) = (said.bytes.clone(), said.asked.clone());
    let mut keeper = Counting {
        kept: Memory::default(),
        count,
    };
    run(
        setting,
        &mut keeper,
        &mut Lines::new(typed.as_bytes(), said, 80),
    )
    .unwrap();
    Talk {
        typed,
        said: bytes.take(),
        changes: keeper.kept.changes,
        asked: asked.take(),
    }
}

/// Numbers that differ each time without being random: a failing round can be repeated.
fn next(state: &mut u64) -> u64 {
    *state ^= *state << 13;
    *state ^= *state >> 7;
    *state ^= *state << 17;
    *state
}

#[test]
fn a_program_that_is_killed_keeps_every_answer_that_it_went_on_from() {
    let talk = talk();
    assert!(talk.changes.len() > 100, "{}", talk.changes.len());
    let program = Program::new();
    let keys = program.with_keys();
    program.write("typt.txt", &talk.typed);
    let store = Store::at(program.cases()).with(Some(keys.ring()));
    let (mut state, mut cut_short) = (0x5eed_u64, 0);
    let count = rounds(2);
    // Many rounds begin with one to the end, to know how long that takes; few are killed early.
    let mut usual = Duration::from_secs(if count > 10 { 3600 } else { 2 });
    for round in 0..count {
        let begun = Instant::now();
        let mut child = Command::new(env!("CARGO_BIN_EXE_top3"))
            .args(program.always())
            .args(["nieuw", "--regels", "--sleutelbestand", &keys.file])
            .stdin(fs::File::open(program.file("typt.txt")).unwrap())
            .stdout(Stdio::null())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        let mut out = child.stderr.take().unwrap();
        let reader = std::thread::spawn(move || {
            let mut said = Vec::new();
            out.read_to_end(&mut said).unwrap();
            said
        });
        let id = CaseId::parse(&format!("c-2026-{}", round + 1)).unwrap();
        let file = program.cases().join(format!("{id}.casus"));
        while !file.exists() && begun.elapsed() < Duration::from_secs(60) {
            std::thread::sleep(Duration::from_millis(1));
        }
        let writing = Instant::now();
        let moment = if count > 10 && round == 0 {
            usual
        } else {
            usual.mul_f64(next(&mut state) as f64 / u64::MAX as f64)
        };
        while writing.elapsed() < moment && child.try_wait().unwrap().is_none() {
            std::thread::sleep(Duration::from_micros(200));
        }
        child.kill().unwrap();
        let killed = !child.wait().unwrap().success();
        if !killed {
            usual = writing.elapsed();
        }
        cut_short += usize::from(killed);
        let said = reader.join().unwrap();
        let first = &talk.said[..20];
        let at = said.windows(20).position(|part| part == first);
        let said = &said[at.unwrap_or(said.len())..];
        let said = &said[..said.len().min(talk.said.len())];
        assert!(talk.said.starts_with(said), "round {round}: said otherwise");
        let asked = talk.asked.iter().rev().find(|(end, _)| *end <= said.len());
        let went_on_from = asked.map_or(0, |(_, count)| *count);
        let record = store
            .peek(&id)
            .unwrap_or_else(|fault| panic!("round {round}: {fault:?}"));
        let kept: Vec<&Change> = record
            .entries
            .iter()
            .filter_map(|entry| match &entry.what {
                What::Change(change) => Some(change),
                What::Event(_) => None,
            })
            .collect();
        assert!(
            talk.changes
                .iter()
                .take(kept.len())
                .eq(kept.iter().copied()),
            "round {round}: something else was kept"
        );
        assert!(
            kept.len() >= went_on_from,
            "round {round}: {} of {went_on_from} kept",
            kept.len()
        );
        // It can be gone on with.
        drop(store.resume(&id, now()).unwrap());
        assert!(store.check(&id, None).unwrap().findings.is_empty());
        store.erase(&id, now()).unwrap();
    }
    println!("{count} rounds, {cut_short} of them killed while it ran");
}
