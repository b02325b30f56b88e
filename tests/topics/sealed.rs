//! Encrypted cases: who can open them, what a look at the disk tells, and what is seen of whatever was done to them.

mod attack;
mod command;
mod log;

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;

use tempfile::TempDir;

use top3::answer::{Change, Key, Value};
use top3::case::{By, CaseId, Event, Fault, Origin, Ring, Start, Store};
use top3::keys::{self, Identity, Opener, Recipient};
use top3::questionnaire::ListVersion;

use super::store::now;

static ANNE: LazyLock<Identity> = LazyLock::new(|| Identity::generate().unwrap());
static BRAM: LazyLock<Identity> = LazyLock::new(|| Identity::generate().unwrap());

fn ring(of: &Identity, also: &[Recipient]) -> Ring {
    Ring {
        opener: Opener::from(of),
        also: also.to_vec(),
        actor: of.public().fingerprint(),
        origin: Origin::Screen,
    }
}

fn start() -> Start {
    Start {
        list: ListVersion {
            id: "proef".to_owned(),
            version: "1.0.0".to_owned(),
            sha256: "ab".repeat(32),
        },
        profile: None,
        date: now().date_naive(),
        program: "0.1.0".to_owned(),
    }
}

fn set(question: &str, value: Value) -> Change {
    Change::Set {
        key: Key {
            question: question.into(),
            row: None,
        },
        answer: value.into(),
    }
}

fn text(said: &str) -> Value {
    Value::Text(said.to_owned())
}

/// A folder with the keys of Anne.
fn folder() -> (TempDir, Store) {
    let folder = tempfile::tempdir().unwrap();
    let store = Store::at(folder.path()).with(Some(ring(&ANNE, &[])));
    (folder, store)
}

fn one_case(store: &Store) -> CaseId {
    let mut case = store.create_sealed(start(), None, now()).unwrap();
    case.keep(set("a", Value::Yes), now()).unwrap();
    case.keep(set("b", text("zilverreiger")), now()).unwrap();
    case.log(Event::Paused, now()).unwrap();
    case.id().clone()
}

fn journal(folder: &Path) -> PathBuf {
    folder.join("c-2026-001.casus")
}

fn envelope(folder: &Path) -> PathBuf {
    folder.join("c-2026-001.envelop")
}

#[test]
fn what_was_kept_is_there_again_for_who_has_the_key() {
    let (folder, store) = folder();
    let id = one_case(&store);
    let record = store.peek(&id).unwrap();
    assert_eq!(record.entries.len(), 3);
    let by = By {
        actor: ANNE.public().fingerprint(),
        origin: Origin::Screen,
    };
    assert!(
        record
            .entries
            .iter()
            .all(|entry| entry.by == Some(by.clone()))
    );
    assert!(store.is_sealed(&id).unwrap());
    let without = Store::at(folder.path());
    assert!(matches!(without.peek(&id), Err(Fault::Locked(_))));
    assert!(matches!(
        without.cases().unwrap().cases[0].record,
        Err(Fault::Locked(_))
    ));
    let other = Store::at(folder.path()).with(Some(ring(&BRAM, &[])));
    assert!(matches!(
        other.peek(&id),
        Err(Fault::Keys(_, keys::Fault::NotForThisKey))
    ));
}

#[test]
fn the_disk_says_nothing_of_what_was_answered() {
    let (folder, store) = folder();
    one_case(&store);
    for file in fs::read_dir(folder.path()).unwrap() {
        let bytes = fs::read(file.unwrap().path()).unwrap();
        let said = String::from_utf8_lossy(&bytes);
        for word in [
            "zilverreiger",
            "proef",
            "antwoord",
            "2026-03-04",
            "gepauzeerd",
        ] {
            assert!(!said.contains(word), "{word}: {said}");
        }
    }
    // Yes and a short text take the same room.
    let text = fs::read_to_string(journal(folder.path())).unwrap();
    let mut sizes: Vec<usize> = text.lines().skip(2).map(str::len).collect();
    sizes.dedup();
    assert_eq!(sizes.len(), 1, "{text}");
}

#[test]
fn the_organisation_can_open_what_was_made_with_its_key() {
    let folder = tempfile::tempdir().unwrap();
    let store = Store::at(folder.path()).with(Some(ring(&ANNE, &[BRAM.recipient()])));
    let id = one_case(&store);
    let organisation = Store::at(folder.path()).with(Some(ring(&BRAM, &[])));
    assert_eq!(organisation.peek(&id).unwrap(), store.peek(&id).unwrap());
}

#[test]
fn a_case_that_is_handed_over_opens_for_who_gets_it() {
    let (folder, store) = folder();
    let id = one_case(&store);
    assert_eq!(store.envelop(&id, &[BRAM.recipient()], now()).unwrap(), 2);
    let other = Store::at(folder.path()).with(Some(ring(&BRAM, &[])));
    let record = other.peek(&id).unwrap();
    assert_eq!(record.events().last(), Some(&Event::Enveloped(2)));
    // Who got it writes an envelope without the one who had it.
    assert_eq!(other.envelop(&id, &[], now()).unwrap(), 1);
    assert!(store.peek(&id).is_err());
}

#[test]
fn each_case_has_a_key_of_its_own() {
    let (folder, store) = folder();
    let (one, two) = (one_case(&store), one_case(&store));
    let (first, second) = (
        fs::read(journal(folder.path())).unwrap(),
        fs::read(folder.path().join("c-2026-002.casus")).unwrap(),
    );
    // Another's envelope opens nothing, nor does another's journal under this number.
    fs::copy(
        folder.path().join("c-2026-002.envelop"),
        envelope(folder.path()),
    )
    .unwrap();
    assert!(store.peek(&one).is_err());
    fs::write(journal(folder.path()), &second).unwrap();
    assert!(matches!(store.peek(&one), Err(Fault::Foreign(_))));
    let renamed = String::from_utf8(second).unwrap().replace("-002", "-001");
    fs::write(journal(folder.path()), renamed).unwrap();
    assert!(store.peek(&one).is_err());
    fs::write(journal(folder.path()), first).unwrap();
    assert!(store.peek(&two).is_ok());
}

#[test]
fn nothing_unencrypted_is_read_in_the_place_of_something_encrypted() {
    let (sealed, store) = folder();
    let id = one_case(&store);
    let plain = tempfile::tempdir().unwrap();
    Store::at(plain.path()).create(start(), now()).unwrap();
    fs::copy(journal(plain.path()), journal(sealed.path())).unwrap();
    assert!(matches!(store.peek(&id), Err(Fault::Mixed(_))));
    assert!(matches!(store.resume(&id, now()), Err(Fault::Mixed(_))));
    // And without its envelope an encrypted one says so.
    let (sealed, store) = folder();
    let id = one_case(&store);
    fs::remove_file(envelope(sealed.path())).unwrap();
    assert!(matches!(store.peek(&id), Err(Fault::NoEnvelope(_))));
}

#[test]
fn a_locked_case_takes_nothing_until_it_is_opened_again() {
    let (_folder, store) = folder();
    let mut case = store.create_sealed(start(), None, now()).unwrap();
    case.keep(set("a", Value::Yes), now()).unwrap();
    assert!(case.lock() && !case.lock());
    assert!(matches!(
        case.keep(set("b", Value::No), now()),
        Err(Fault::Locked(_))
    ));
    assert!(case.unlock(&Opener::from(&*BRAM)).is_err());
    case.unlock(&Opener::from(&*ANNE)).unwrap();
    case.keep(set("b", Value::No), now()).unwrap();
    let forget = case.forgetter();
    forget();
    assert!(case.log(Event::Paused, now()).is_err());
    case.unlock(&Opener::from(&*ANNE)).unwrap();
    case.log(Event::Paused, now()).unwrap();
    let id = case.id().clone();
    drop(case);
    assert_eq!(store.peek(&id).unwrap().entries.len(), 3);
}

#[test]
fn an_older_case_is_encrypted_and_its_old_bytes_are_written_over() {
    let (folder, store) = folder();
    let mut case = store.create(start(), now()).unwrap();
    case.keep(set("b", text("zilverreiger")), now()).unwrap();
    let id = case.id().clone();
    drop(case);
    let before = store.peek(&id).unwrap();
    fs::write(folder.path().join("c-2026-001.kapot"), "zilverreiger").unwrap();
    // A second name for the same bytes shows what became of them.
    let same = folder.path().join("dezelfde");
    fs::hard_link(journal(folder.path()), &same).unwrap();
    store.encrypt(&id, now()).unwrap();
    let old = fs::read(&same).unwrap();
    assert!(!old.is_empty() && old.iter().all(|byte| *byte == 0));
    fs::remove_file(same).unwrap();
    let mut after = store.peek(&id).unwrap();
    assert_eq!(after.answers, before.answers);
    assert_eq!(after.events().last(), Some(&Event::Encrypted));
    after.entries.pop();
    assert_eq!(after.entries, before.entries);
    for file in fs::read_dir(folder.path()).unwrap() {
        let bytes = fs::read(file.unwrap().path()).unwrap();
        assert!(!String::from_utf8_lossy(&bytes).contains("zilverreiger"));
    }
    assert!(matches!(store.encrypt(&id, now()), Err(Fault::Sealed(_))));
}

#[test]
fn erasing_writes_over_the_key_first_and_leaves_only_a_number_and_a_day() {
    let (folder, store) = folder();
    let id = one_case(&store);
    let (key, bytes) = (folder.path().join("sleutel"), folder.path().join("inhoud"));
    fs::hard_link(envelope(folder.path()), &key).unwrap();
    fs::hard_link(journal(folder.path()), &bytes).unwrap();
    let erased = store.erase(&id, now()).unwrap();
    assert!(erased.noted && erased.files == 2);
    for file in [key, bytes] {
        assert!(fs::read(&file).unwrap().iter().all(|byte| *byte == 0));
        fs::remove_file(file).unwrap();
    }
    let left: Vec<_> = fs::read_dir(folder.path())
        .unwrap()
        .map(|file| file.unwrap().file_name().into_string().unwrap())
        .collect();
    assert_eq!(left, ["gewist.txt"]);
    let tomb = fs::read_to_string(folder.path().join("gewist.txt")).unwrap();
    assert_eq!(tomb, "c-2026-001 2026-03-04\n");
    assert!(matches!(store.peek(&id), Err(Fault::Gone(_))));
    assert_eq!(one_case(&store).to_string(), "c-2026-002");
}

#[test]
fn a_backup_is_tried_out_and_put_back_where_nothing_is() {
    let (_folder, store) = folder();
    let (one, two) = (one_case(&store), one_case(&store));
    let stick = tempfile::tempdir().unwrap();
    let to = stick.path().join("kopie");
    let backup = store.back_up(&to, &[]).unwrap();
    assert!(backup.changed.is_empty() && backup.cases.len() == 2);
    assert!(
        backup
            .cases
            .values()
            .all(|tried| *tried == top3::case::Tried::Whole)
    );
    let before = store.peek(&two).unwrap();
    store.erase(&one, now()).unwrap();
    fs::remove_file(store.folder().join("c-2026-002.casus")).unwrap();
    fs::remove_file(store.folder().join("c-2026-002.envelop")).unwrap();
    fs::remove_file(store.folder().join("c-2026-002.slot")).unwrap();
    let (back, _) = store.put_back(&to, None).unwrap();
    assert!(back.kept.iter().eq([&one]), "what was erased stays erased");
    assert_eq!(back.cases.keys().collect::<Vec<_>>(), [&two]);
    assert_eq!(store.peek(&two).unwrap(), before);
    assert!(matches!(store.peek(&one), Err(Fault::Gone(_))));
    // One changed byte, and nothing is put back.
    let file = to.join("c-2026-001.casus");
    let mut bytes = fs::read(&file).unwrap();
    bytes[100] ^= 1;
    fs::write(&file, bytes).unwrap();
    let elsewhere = tempfile::tempdir().unwrap();
    let empty = Store::at(elsewhere.path());
    let (back, _) = empty.put_back(&to, None).unwrap();
    assert_eq!(back.changed, ["c-2026-001.casus"]);
    assert_eq!(fs::read_dir(elsewhere.path()).unwrap().count(), 0);
}

#[test]
fn a_backup_leads_to_no_other_place() {
    let (_folder, store) = folder();
    one_case(&store);
    let stick = tempfile::tempdir().unwrap();
    let to = stick.path().join("kopie");
    store.back_up(&to, &[]).unwrap();
    let list = to.join("reservekopie.sha256");
    let lines = fs::read_to_string(&list).unwrap();
    let trick = format!(
        "{lines}{}  ../buiten.casus\n{}  .verborgen\n",
        "0".repeat(64),
        "0".repeat(64)
    );
    fs::write(&list, trick).unwrap();
    let elsewhere = tempfile::tempdir().unwrap();
    let empty = Store::at(elsewhere.path().join("casussen"));
    let (back, other) = empty.put_back(&to, None).unwrap();
    assert!(back.changed.is_empty() && other.is_empty());
    assert_eq!(fs::read_dir(elsewhere.path()).unwrap().count(), 1);
}
