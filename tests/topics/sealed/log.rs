//! What `controleer` finds, and what it cannot know.

use std::fs;

use top3::answer::Value;
use top3::case::{Anchor, Checked, Fault, Finding, Store};

use super::{folder, journal, now, one_case, set, start};

/// A case of nine entries, its lines changed by somebody, and what is found then.
fn found(change: impl Fn(&mut Vec<String>)) -> Vec<Finding> {
    checked(change).findings
}

fn checked(change: impl Fn(&mut Vec<String>)) -> Checked {
    let (folder, store) = folder();
    let mut case = store.create_sealed(start(), None, now()).unwrap();
    for at in 0..8 {
        case.keep(set(&format!("v{at}"), Value::Yes), now())
            .unwrap();
    }
    let id = case.id().clone();
    drop(case);
    let file = journal(folder.path());
    let text = fs::read_to_string(&file).unwrap();
    let mut lines: Vec<String> = text.lines().map(str::to_owned).collect();
    change(&mut lines);
    let text: String = lines.iter().map(|line| format!("{line}\n")).collect();
    fs::write(&file, text).unwrap();
    let before = fs::read(&file).unwrap();
    let checked = store.check(&id, None).unwrap();
    assert_eq!(fs::read(&file).unwrap(), before, "a look changes nothing");
    checked
}

/// The line of an entry: the first line of the file is none.
fn flip(line: &mut String) {
    let changed = if line.ends_with("A") { "B" } else { "A" };
    line.replace_range(9..10, changed);
    line.replace_range(200..201, if &line[200..201] == "x" { "y" } else { "x" });
}

#[test]
fn each_thing_that_was_done_to_a_log_is_found() {
    assert_eq!(found(|_| {}), []);
    for at in 2..=8 {
        assert_eq!(
            found(|lines| flip(&mut lines[at])),
            [Finding::Changed(at as u64)]
        );
        assert_eq!(
            found(|lines| lines.swap(at, at + 1)),
            [
                Finding::Moved {
                    at: at as u64,
                    from: at as u64 + 1
                },
                Finding::Moved {
                    at: at as u64 + 1,
                    from: at as u64
                }
            ]
        );
        assert_eq!(
            found(|lines| lines.push(lines[at].clone())),
            [Finding::Copied {
                at: 10,
                of: at as u64
            }]
        );
    }
    for at in 2..=7 {
        assert_eq!(
            found(|lines| {
                lines.remove(at);
            }),
            [Finding::Missing {
                before: at as u64,
                count: 1
            }]
        );
    }
    assert_eq!(
        found(|lines| {
            lines.drain(3..6);
        }),
        [Finding::Missing {
            before: 3,
            count: 3
        }]
    );
}

#[test]
fn an_entry_of_another_case_is_found_and_what_follows_is_still_good() {
    let (other, store) = folder();
    one_case(&store);
    let text = fs::read_to_string(journal(other.path())).unwrap();
    let foreign = text.lines().nth(3).unwrap().to_owned();
    assert_eq!(
        found(|lines| lines.insert(5, foreign.clone())),
        [Finding::Changed(5)]
    );
}

#[test]
fn a_cut_tail_is_seen_only_with_an_anchor_from_outside() {
    let (folder, store) = folder();
    let id = one_case(&store);
    let anchor = store.check(&id, None).unwrap().anchor;
    assert_eq!(anchor.count(), 4);
    assert_eq!(Anchor::parse(&anchor.to_string()), Some(anchor.clone()));
    let typed = anchor.to_string().to_uppercase().replace('0', "o");
    assert_eq!(Anchor::parse(&typed), Some(anchor.clone()));
    // It goes on: the chain still goes through it.
    let mut case = store.resume(&id, now()).unwrap().case;
    case.keep(set("c", Value::No), now()).unwrap();
    drop(case);
    assert_eq!(store.check(&id, Some(&anchor)).unwrap().through, Some(true));
    // The tail is cut: a shorter, whole chain.
    let file = journal(folder.path());
    let text = fs::read_to_string(&file).unwrap();
    let short: String = text
        .lines()
        .take(4)
        .map(|line| format!("{line}\n"))
        .collect();
    fs::write(&file, short).unwrap();
    let checked = store.check(&id, Some(&anchor)).unwrap();
    assert_eq!(checked.findings, []);
    assert_eq!(checked.through, Some(false));
    // Written on from there, it is another chain.
    let mut case = store.resume(&id, now()).unwrap().case;
    case.keep(set("d", Value::No), now()).unwrap();
    drop(case);
    assert_eq!(
        store.check(&id, Some(&anchor)).unwrap().through,
        Some(false)
    );
    for wrong in [
        "",
        "4",
        "4 abcd",
        "x k7m2-p0x1-vw3s-9dfz",
        "4 k7m2-p0x1-vw3s-9dfu",
    ] {
        assert_eq!(Anchor::parse(wrong), None, "{wrong}");
    }
}

#[test]
fn a_torn_last_entry_is_told_from_a_changed_one() {
    let (folder, store) = folder();
    let id = one_case(&store);
    let file = journal(folder.path());
    let mut bytes = fs::read(&file).unwrap();
    bytes.extend(b"AAAA");
    fs::write(&file, &bytes).unwrap();
    assert_eq!(store.check(&id, None).unwrap().findings, [Finding::Torn(5)]);
    assert!(store.peek(&id).unwrap().torn);
    let resumed = store.resume(&id, now()).unwrap();
    assert!(resumed.torn);
    drop(resumed);
    assert_eq!(store.check(&id, None).unwrap().findings, []);
    let aside = fs::read(folder.path().join("c-2026-001.kapot")).unwrap();
    assert_eq!(aside, b"AAAA\n");
}

#[test]
fn an_unencrypted_case_has_no_log_that_can_be_checked() {
    let (_folder, store) = folder();
    let case = store.create(start(), now()).unwrap();
    assert!(matches!(
        store.check(case.id(), None),
        Err(Fault::NotSealed(_))
    ));
    let (folder, store) = folder_and_case();
    assert!(matches!(
        Store::at(folder.path()).check(&store, None),
        Err(Fault::Locked(_))
    ));
}

fn folder_and_case() -> (tempfile::TempDir, top3::case::CaseId) {
    let (folder, store) = folder();
    let id = one_case(&store);
    (folder, id)
}
