//! The case store: what was answered stays, whatever happens to the program, the file or the disk.

use std::fs;
use std::path::Path;

use chrono::{DateTime, FixedOffset};
use proptest::prelude::*;
use tempfile::TempDir;

use top3::answer::{Answer, Answers, Change, Key, RowId, Value};
use top3::case::{CaseId, Event, Fault, Ground, Shared, Start, Store, Weighed};
use top3::questionnaire::{ListVersion, Number, OptionId, QuestionId};

pub fn now() -> DateTime<FixedOffset> {
    DateTime::parse_from_rfc3339("2026-03-04T10:15:00+01:00").unwrap()
}

fn start() -> Start {
    Start {
        list: ListVersion {
            id: "proef".to_owned(),
            version: "1.0.0".to_owned(),
            sha256: "ab".repeat(32),
        },
        profile: Some("knmg".to_owned()),
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

fn folder() -> (TempDir, Store) {
    let folder = tempfile::tempdir().unwrap();
    let store = Store::at(folder.path());
    (folder, store)
}

fn one_case(store: &Store) -> CaseId {
    let mut case = store.create(start(), now()).unwrap();
    case.keep(set("a", Value::Yes), now()).unwrap();
    case.keep(
        set("b", Value::Text("stil\nen \"stil\" é".to_owned())),
        now(),
    )
    .unwrap();
    case.id().clone()
}

fn journal(folder: &Path) -> std::path::PathBuf {
    folder.join("c-2026-001.casus")
}

#[test]
fn what_was_kept_is_there_again() {
    let (_folder, store) = folder();
    let mut case = store.create(start(), now()).unwrap();
    let id = case.id().clone();
    assert_eq!(id.to_string(), "c-2026-001");
    case.log(Event::Started, now()).unwrap();
    case.keep(set("a", Value::Refused), now()).unwrap();
    case.log(Event::ListChanged(start().list), now()).unwrap();
    case.log(Event::Exported("overleg".to_owned()), now())
        .unwrap();
    for ground in [
        Ground::RightToReport,
        Ground::Consent {
            from: "p1".to_owned(),
            on: start().date,
        },
        Ground::Weighed(Weighed::default()),
    ] {
        let shared = Shared {
            on: start().date,
            profile: "netwerk".to_owned(),
            whom: vec![RowId("p5".to_owned())],
            number: 2,
            recipient: "buurvrouw".to_owned(),
            purpose: "afspraken nakomen".to_owned(),
            ground,
            form: "docx".to_owned(),
            print: Some("ab12".to_owned()),
            sealed_for: Vec::new(),
            released: Vec::new(),
            reworded: vec!["afspraken/a3/doet".to_owned()],
            rows: [(
                "afspraken".to_owned(),
                [("a1".to_owned(), RowId("a3".to_owned()))].into(),
            )]
            .into(),
        };
        case.log(Event::Shared(Box::new(shared)), now()).unwrap();
    }
    let before = case.record().clone();
    drop(case);
    let again = store.resume(&id, now()).unwrap();
    assert_eq!(*again.case.record(), before);
    assert!(!again.torn && again.upgraded.is_none());
    assert_eq!(store.peek(&id).unwrap(), before);
}

/// Opens a case. A child that another test just began holds our lock too, until it has become another program.
fn patiently<T>(open: impl Fn() -> Result<T, Fault>) -> T {
    for _ in 0..400 {
        match open() {
            Err(Fault::Busy(_)) => std::thread::sleep(std::time::Duration::from_millis(5)),
            opened => return opened.unwrap(),
        }
    }
    panic!("the case stays busy");
}

#[test]
fn every_prefix_of_the_file_opens_and_loses_at_most_the_last_answer() {
    let (folder, store) = folder();
    let id = one_case(&store);
    let whole = fs::read(journal(folder.path())).unwrap();
    let lines: Vec<usize> = whole
        .iter()
        .enumerate()
        .filter(|(_, byte)| **byte == b'\n')
        .map(|(at, _)| at + 1)
        .collect();
    for cut in lines[0]..whole.len() {
        fs::write(journal(folder.path()), &whole[..cut]).unwrap();
        let mut again = patiently(|| store.resume(&id, now()));
        let kept = lines.iter().filter(|end| **end <= cut).count() - 1;
        assert_eq!(again.case.answers().iter().count(), kept, "cut at {cut}");
        assert_eq!(again.torn, !lines.contains(&cut), "cut at {cut}");
        again.case.keep(set("c", Value::No), now()).unwrap();
        drop(again);
        let record = store.peek(&id).unwrap();
        assert_eq!(record.answers.iter().count(), kept + 1, "cut at {cut}");
        if !lines.contains(&cut) {
            let aside = fs::read(folder.path().join("c-2026-001.kapot")).unwrap();
            let start = *lines.iter().filter(|end| **end <= cut).max().unwrap();
            assert!(aside.ends_with(&[&whole[start..cut], b"\n"].concat()));
        }
    }
}

#[test]
fn zeros_at_the_end_after_a_power_failure_are_set_aside() {
    let (folder, store) = folder();
    let id = one_case(&store);
    let mut bytes = fs::read(journal(folder.path())).unwrap();
    bytes.extend([0; 100]);
    bytes.push(b'\n');
    fs::write(journal(folder.path()), bytes).unwrap();
    let again = store.resume(&id, now()).unwrap();
    assert!(again.torn);
    assert_eq!(again.case.answers().iter().count(), 2);
}

#[test]
fn a_damaged_or_foreign_file_is_reported_and_left_alone() {
    let (folder, store) = folder();
    let id = one_case(&store);
    let good = fs::read_to_string(journal(folder.path())).unwrap();
    let middle = good.replacen("\"op\"", "\"oops\"", 1);
    let other_number = good.replacen("c-2026-001", "c-2026-007", 1);
    let unknown_entry =
        format!("{good}{{\"op\":\"2026-03-04T10:15:00+01:00\",\"dit\":{{\"iets_nieuws\":1}}}}\n");
    let newer = good.replacen("\"formaat\":1", "\"formaat\":2", 1);
    let older = good.replacen("\"formaat\":1", "\"formaat\":0", 1);
    let check = |text: &str, wanted: fn(&Fault) -> bool| {
        fs::write(journal(folder.path()), text).unwrap();
        let fault = store.resume(&id, now()).unwrap_err();
        assert!(wanted(&fault), "{fault:?}");
        assert_eq!(fs::read_to_string(journal(folder.path())).unwrap(), text);
        let listing = store.cases().unwrap();
        assert_eq!(listing.cases.len(), 1);
        assert!(listing.cases[0].record.is_err());
    };
    check(&middle, |fault| {
        matches!(fault, Fault::Corrupt { line: 2, .. })
    });
    check(&unknown_entry, |fault| {
        matches!(fault, Fault::Corrupt { line: 4, .. })
    });
    check(&newer, |fault| {
        matches!(fault, Fault::Newer { format: 2, .. })
    });
    check(&older, |fault| matches!(fault, Fault::Corrupt { .. }));
    for text in ["", "hallo", "hallo\n", "{}\n", "[1]\n", &other_number] {
        check(text, |fault| matches!(fault, Fault::Foreign(_)));
    }
}

#[test]
fn a_new_case_never_takes_a_number_or_file_that_was_used() {
    let (folder, store) = folder();
    fs::write(folder.path().join("c-2026-001.casus"), "van een ander").unwrap();
    fs::write(folder.path().join("c-2026-004.kapot"), "rest").unwrap();
    fs::write(folder.path().join("Familie.docx"), "x").unwrap();
    let id = one_case(&store);
    assert_eq!(id.to_string(), "c-2026-005");
    assert_eq!(
        fs::read_to_string(journal(folder.path())).unwrap(),
        "van een ander"
    );
    store.erase(&id, now()).unwrap();
    assert!(matches!(store.resume(&id, now()), Err(Fault::Gone(_))));
    assert_eq!(one_case(&store).to_string(), "c-2026-006");
    assert_eq!(store.cases().unwrap().foreign, 1);
    assert!(matches!(
        store.erase(&CaseId::parse("c-2026-099").unwrap(), now()),
        Err(Fault::Missing(_))
    ));
}

#[test]
fn erasing_takes_everything_of_the_case_and_nothing_else() {
    let (folder, store) = folder();
    let id = one_case(&store);
    let other = one_case(&store);
    fs::write(folder.path().join(format!("{id}.kapot")), "rest").unwrap();
    fs::write(folder.path().join(format!("{id}.formaat-1")), "oud").unwrap();
    fs::write(folder.path().join(format!(".nieuw-{id}-abc")), "half").unwrap();
    let erased = store.erase(&id, now()).unwrap();
    assert_eq!(erased.files, 4);
    let names: Vec<String> = fs::read_dir(folder.path())
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .filter(|name| name.contains(&id.to_string()))
        .collect();
    assert_eq!(names, Vec::<String>::new());
    assert!(store.peek(&other).is_ok());
    let tomb = fs::read_to_string(folder.path().join("gewist.txt")).unwrap();
    assert_eq!(tomb, format!("{id} 2026-03-04\n"));
}

#[test]
fn a_second_program_is_kept_out() {
    let (_folder, store) = folder();
    let case = store.create(start(), now()).unwrap();
    let id = case.id().clone();
    let busy = |fault: Result<_, Fault>| matches!(fault, Err(Fault::Busy(_)));
    assert!(busy(store.resume(&id, now()).map(|_| ())));
    assert!(busy(store.erase(&id, now()).map(|_| ())));
    assert!(store.peek(&id).is_ok(), "looking is allowed");
    drop(case);
    assert!(store.resume(&id, now()).is_ok());
}

#[cfg(unix)]
#[test]
fn only_the_owner_can_read() {
    use std::os::unix::fs::PermissionsExt;
    let outer = tempfile::tempdir().unwrap();
    let folder = outer.path().join("een/twee");
    let store = Store::at(&folder);
    let id = one_case(&store);
    let mode = |path: &Path| fs::metadata(path).unwrap().permissions().mode() & 0o777;
    assert_eq!(mode(&folder), 0o700);
    assert_eq!(mode(&journal(&folder)), 0o600);
    assert_eq!(mode(&folder.join("c-2026-001.slot")), 0o600);
    fs::set_permissions(journal(&folder), fs::Permissions::from_mode(0o644)).unwrap();
    drop(store.resume(&id, now()).unwrap());
    assert_eq!(mode(&journal(&folder)), 0o600);
}

#[cfg(unix)]
#[test]
fn a_link_in_place_of_a_case_is_not_followed() {
    let (folder, store) = folder();
    let id = one_case(&store);
    let elsewhere = folder.path().join("elders");
    fs::rename(journal(folder.path()), &elsewhere).unwrap();
    std::os::unix::fs::symlink(&elsewhere, journal(folder.path())).unwrap();
    assert!(matches!(store.resume(&id, now()), Err(Fault::Foreign(_))));
}

fn id(of: u8) -> QuestionId {
    QuestionId::from(["a", "b", "L/x", "L/y", "p.M/z"][usize::from(of) % 5])
}

fn list(of: u8) -> QuestionId {
    QuestionId::from(["L", "p.M"][usize::from(of) % 2])
}

fn values() -> impl Strategy<Value = Value> {
    prop_oneof![
        Just(Value::Yes),
        Just(Value::No),
        Just(Value::Unknown),
        Just(Value::Refused),
        Just(Value::NotApplicable),
        Just(Value::Seen),
        "[a-z]{1,4}".prop_map(|one| Value::Choice(OptionId::from(one.as_str()))),
        prop::collection::vec("[a-z]{1,4}", 0..3).prop_map(|of| Value::Choices(
            of.iter().map(|one| OptionId::from(one.as_str())).collect()
        )),
        (-10_000i64..10_000)
            .prop_map(|n| Value::Number(Number::whole(n).over(Number::whole(8)).unwrap())),
        (-700_000i32..700_000).prop_map(|day| Value::Date(
            chrono::NaiveDate::from_num_days_from_ce_opt(day).unwrap()
        )),
        any::<String>().prop_map(Value::Text),
        prop::collection::vec(0u8..5, 0..3)
            .prop_map(|rows| Value::Rows(rows.iter().map(|n| RowId(format!("a{n}"))).collect())),
    ]
}

fn changes() -> impl Strategy<Value = Change> {
    let row = (0u8..4).prop_map(|n| RowId(format!("a{n}")));
    let key = (any::<u8>(), prop::option::of(row.clone())).prop_map(|(question, row)| Key {
        question: id(question),
        row,
    });
    let answer = (
        values(),
        prop::option::of(any::<String>()),
        prop::option::of(any::<String>()),
        prop::option::of(0i32..800_000),
        prop::option::of(any::<String>()),
    )
        .prop_map(|(value, source, nature, day, note)| Answer {
            value,
            source,
            nature,
            date: day.and_then(chrono::NaiveDate::from_num_days_from_ce_opt),
            note,
        });
    prop_oneof![
        6 => (key.clone(), answer).prop_map(|(key, answer)| Change::Set { key, answer }),
        1 => key.prop_map(|key| Change::Forget { key }),
        2 => (any::<u8>(), row.clone()).prop_map(|(of, row)| Change::AddRow { list: list(of), row }),
        1 => (any::<u8>(), row).prop_map(|(of, row)| Change::RemoveRow { list: list(of), row }),
        1 => any::<u8>().prop_map(|of| Change::Close { list: list(of) }),
        1 => any::<u8>().prop_map(|of| Change::Reopen { list: list(of) }),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn replaying_the_journal_gives_what_applying_the_changes_gives(all in prop::collection::vec(changes(), 0..25)) {
        let (_folder, store) = folder();
        let mut expected = Answers::default();
        let mut case = store.create(start(), now()).unwrap();
        let number = case.id().clone();
        for change in &all {
            expected.apply(change);
            case.keep(change.clone(), now()).unwrap();
            prop_assert_eq!(case.answers(), &expected);
        }
        drop(case);
        let record = store.peek(&number).unwrap();
        prop_assert_eq!(&record.answers, &expected);
        prop_assert_eq!(record.entries.len(), all.len());
    }
}
