//! Nothing leaks by shape: two cases that differ only in what a reader may not have give that reader the same bytes.
//! `RONDEN=10000 cargo test --release --test main same_bytes` for many rounds.

use proptest::prelude::*;
use proptest::sample::Index;
use top3::answer::{Answer, Change as Edit, Key, RowId, Value};
use top3::questionnaire::Role;

use super::super::plan::cases::Case;
use super::made::{everybody, forms, shipped, version};
use super::planted::{change, changes, may_read, rounds, started};

/// Another word in every text that this reader may not read, another remark everywhere, and rows of what the reader never
/// gets: one more, one less.
fn another(
    case: &Case,
    may: &std::collections::BTreeSet<Key>,
    reader: &top3::questionnaire::reader::Reader,
) -> Case {
    let mut other = case.clone();
    let keep = [Role::PersonName, Role::CaseLabel, Role::ProtectedValue];
    let keep: Vec<_> = keep
        .iter()
        .filter_map(|role| case.list.by_role(*role))
        .map(|at| case.list.question(at).id.clone())
        .collect();
    let all: Vec<(Key, Answer)> = case
        .answers
        .iter()
        .map(|(key, one)| (key.clone(), one.clone()))
        .collect();
    for (key, mut one) in all {
        one.note = Some("een andere toelichting".to_owned());
        if matches!(one.value, Value::Text(_))
            && !may.contains(&key)
            && !keep.contains(&key.question)
        {
            one.value = Value::Text("heel iets anders dan er stond, en langer".to_owned());
        }
        other.answers.set(key, one);
    }
    for (part, role) in [
        ("akkoord", Role::Consents),
        ("veiligheidscijfers", Role::Measurements),
        ("incidenten", Role::Incidents),
        ("herstel", Role::Recoveries),
        ("als_het_misgaat", Role::Escalations),
    ] {
        let named = reader
            .parts
            .iter()
            .filter_map(|one| one.takes.as_ref())
            .any(|takes| takes.part == part);
        let Some(at) = case.list.by_role(role).filter(|_| !named) else {
            continue;
        };
        let list = case.list.question(at).id.clone();
        let rows = case
            .answers
            .rows(&list)
            .map_or(Vec::new(), |rows| rows.ids.clone());
        if let Some(last) = rows.last() {
            other.answers.apply(&Edit::RemoveRow {
                list: list.clone(),
                row: last.clone(),
            });
        }
        other.answers.apply(&Edit::AddRow {
            list,
            row: RowId("zz9".to_owned()),
        });
    }
    other
}

proptest! {
    #![proptest_config(ProptestConfig { cases: rounds(8), failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn what_is_withheld_changes_no_byte(
        which in 0..3_usize,
        changes in changes(),
        reader in any::<Index>(),
        whom in any::<Index>(),
    ) {
        let mut case = started(which);
        change(&mut case, &changes);
        let readers = shipped();
        let reader = reader.get(&readers);
        let all = everybody(&case, reader);
        prop_assume!(!all.is_empty() && case.plan().is_some());
        let whom = whom.get(&all);
        let other = another(&case, &may_read(&case, reader, whom), reader);
        prop_assume!(other.plan().is_some());
        match (version(&case, reader, whom, &[]), version(&other, reader, whom, &[])) {
            (Ok(one), Ok(two)) => {
                let (one, two) = (forms(&one, reader), forms(&two, reader));
                for (form, bytes) in &one {
                    prop_assert!(two[form] == *bytes, "{form} for {}", reader.id);
                }
            }
            (Err(_), Err(_)) => {}
            (one, two) => prop_assert!(false, "{}: {:?} {:?}", reader.id, one.err(), two.err()),
        }
    }
}
