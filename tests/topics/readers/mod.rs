//! Versions for readers: what each reads, what is withheld, that nothing leaks by shape, and when there is none.

mod command;
mod logged;
mod made;
mod nothing_withheld;
mod planted;
mod profiles;
mod same_bytes;

use top3::reader::{self, Refusal};

use super::plan::cases::{Case, answer, example};
use crate::support::golden::golden;
use made::{answered, everybody, shipped, shipped_one, text, version};
use top3::answer::Value;

/// What this neighbour, this child, this parent reads.
#[test]
fn each_reader_reads_what_stands_beside_the_tests() {
    for (name, short) in [("hulp-en-plan", "hulp"), ("later-fasen", "later")] {
        let case = example(name);
        for one in shipped() {
            for whom in everybody(&case, &one) {
                let made = version(&case, &one, &whom, &[])
                    .unwrap_or_else(|hits| panic!("{name} {}: {:?}", one.id, hits));
                let who = whom
                    .chosen
                    .clone()
                    .map_or_else(String::new, |row| format!("-{row}"));
                golden(
                    &format!("lezers/{short}-{}{who}.txt", one.id),
                    &text(&made, &one),
                );
            }
        }
    }
}

/// Parents who live apart are never one household.
#[test]
fn a_family_that_lives_apart_is_more_than_one_household() {
    let case = example("later-fasen");
    let plan = case.plan().unwrap();
    let all = reader::whom(&plan, &shipped_one("huishouden"));
    let people: Vec<Vec<&str>> = all
        .iter()
        .map(|one| one.people.iter().map(String::as_str).collect())
        .collect();
    assert_eq!(people, [vec!["p1", "p2", "p3", "p4"], vec!["p7", "p3"]]);
    let of = |row: &str| {
        let whom = reader::find(&plan, &shipped_one("huishouden"), row).unwrap();
        text(
            &version(&case, &shipped_one("huishouden"), &whom, &[]).unwrap(),
            &shipped_one("huishouden"),
        )
    };
    assert!(of("p1").contains("Gaat elke vrijdag na zijn werk eerst naar de oom"));
    assert!(!of("p7").contains("de oom"), "{}", of("p7"));
    // Where somebody lives of whom that is not known, nobody knows who reads along.
    let mut unknown = case;
    for row in ["p1", "p2", "p7"] {
        answer(
            &mut unknown,
            &format!("personen.mensen/{row}/woont"),
            Value::Unknown,
        );
    }
    let all = reader::whom(&unknown.plan().unwrap(), &shipped_one("huishouden"));
    assert!(all.is_empty(), "{all:?}");
}

fn refusal(case: &Case, id: &str) -> Option<Refusal> {
    let reader = shipped_one(id);
    reader::refusal(&case.view(), &reader, &answered(&reader))
}

#[test]
fn no_paper_for_a_house_while_control_is_suspected_or_not_known() {
    let mut case = example("hulp-en-plan");
    assert_eq!(refusal(&case, "huishouden"), None);
    answer(&mut case, "controle.vrijheid", Value::Unknown);
    assert_eq!(refusal(&case, "huishouden"), Some(Refusal::ControlUnknown));
    answer(&mut case, "controle.angst", Value::Yes);
    assert_eq!(refusal(&case, "huishouden"), Some(Refusal::Control));
    // Each alone can still have a paper, and whoever asks it of nobody has nothing.
    assert_eq!(refusal(&case, "persoon"), None);
    let not_asked = example("later-fasen");
    assert_eq!(
        refusal(&not_asked, "huishouden"),
        Some(Refusal::ControlUnknown)
    );
}

#[test]
fn a_child_has_a_paper_only_where_that_is_safe() {
    let case = example("hulp-en-plan");
    let reader = shipped_one("kind");
    let mut said = answered(&reader);
    assert_eq!(reader::refusal(&case.view(), &reader, &said), None);
    for no in ["nee", "onbekend", ""] {
        said.insert("thuis_veilig".to_owned(), no.to_owned());
        let refused = reader::refusal(&case.view(), &reader, &said);
        assert!(
            matches!(refused, Some(Refusal::Asked(_))),
            "{no}: {refused:?}"
        );
    }
    // About eight sentences, and no task for the child.
    let whom = everybody(&case, &reader).remove(0);
    let made = version(&case, &reader, &whom, &[]).unwrap();
    let sheet = reader::sheet(&made, &reader, &answered(&reader));
    let own = sheet.parts.iter().take(sheet.parts.len() - 1);
    let own: String = own
        .filter_map(|part| part.text.clone())
        .collect::<Vec<_>>()
        .join(" ");
    let sentences = own.matches(['.', '?']).count();
    assert!((6..=14).contains(&sentences), "{sentences}: {own}");
}

#[test]
fn a_child_never_reads_the_word_for_what_is_not_known() {
    let mut case = example("hulp-en-plan");
    let line = "veiligheidsplan.kindregels/k1/kindregel";
    answer(&mut case, line, Value::Unknown);
    let reader = shipped_one("kind");
    let whom = everybody(&case, &reader).remove(0);
    let made = version(&case, &reader, &whom, &[]).unwrap();
    let sheet = reader::sheet(&made, &reader, &answered(&reader));
    let texts = sheet
        .parts
        .iter()
        .filter_map(|part| part.text.as_deref().or(part.empty.as_deref()));
    let own: String = texts.collect::<Vec<_>>().join(" ");
    assert!(!own.contains("onbekend"), "{own}");
    assert!(
        own.contains("De grote mensen gaan het anders doen."),
        "{own}"
    );
}
