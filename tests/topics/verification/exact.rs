//! What `weeg --met-antwoorden` prints is found right, to the last member, for every list and any answers.

use proptest::prelude::*;
use top3::answer::{Answer, Value};
use top3::questionnaire::Kind;
use top3::verification::Verdict;

use super::{every_list, stored, verified};
use crate::support::small_list::{build, today};

#[test]
fn every_worked_case_of_every_list_comes_back_as_it_was() {
    let mut seen = 0;
    for (list, cases) in every_list() {
        for case in &cases {
            let text = stored(&list, &case.answers, case.today);
            let report = verified(&list, &text).unwrap();
            assert_eq!(report.verdict, Verdict::Right, "{}: {report:#?}", case.name);
            let nothing: [&[String]; 3] = [&report.not_stated, &report.unknown, &report.notes];
            assert!(nothing.iter().all(|one| one.is_empty()), "{report:#?}");
            seen += 1;
        }
    }
    assert!(seen > 200, "only {seen} worked cases were found");
}

#[test]
fn the_real_program_finds_its_own_results_right() {
    let program = crate::support::program::Program::new();
    for answers in ["{}", "kleur_wapens: rood\nmeerderjarig: ja\n"] {
        let made = program.run_with(&["weeg", "rihg", "-", "--met-antwoorden"], answers);
        assert_eq!((made.code, made.err.as_str()), (Some(0), ""));
        let run = program.run_with(&["verifieer", "-"], &made.out);
        assert_eq!((run.code, run.err.as_str()), (Some(0), ""), "{}", run.out);
        assert!(run.out.starts_with("Klopt: alle "), "{}", run.out);
    }
}

/// Texts that a person can type, and that a writer of JSON or YAML can stumble over.
fn note() -> impl Strategy<Value = String> {
    prop_oneof![
        Just("null".to_owned()),
        Just("- a: \"b\" # c\\u0041".to_owned()),
        Just("één 👩‍👧 \u{85}\u{2028}\u{feff}\u{7f}".to_owned()),
        Just("- \n\t\n .".to_owned()),
        // Nothing but space is refused, also by the interview.
        any::<String>().prop_map(|text| format!("x{text}")),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 150, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn random_answers_to_random_lists_come_back_as_they_were(
        bytes in prop::collection::vec(any::<u8>(), 30..200),
        note in note(),
    ) {
        let mut small = build(&bytes);
        // A remark with whatever stands in it, at the first answer.
        let first = small.answers.iter().map(|(key, _)| key.clone()).next();
        if let Some(key) = first {
            let value = small.answers.get(&key.question, key.row.as_ref()).unwrap().value.clone();
            let noted = Answer { note: Some(note), ..Answer::from(value) };
            small.answers.set(key, noted);
        }
        let text = stored(&small.list, &small.answers, today());
        let report = verified(&small.list, &text);
        prop_assert_eq!(report.as_ref().map(|one| one.verdict), Some(Verdict::Right), "{:#?}\n{}", report, text);
    }

}

proptest! {
    // Shipped lists are large: a few of each.
    #![proptest_config(ProptestConfig { cases: 30, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn random_answers_to_shipped_lists_come_back_as_they_were(
        at in any::<prop::sample::Index>(),
        picks in prop::collection::vec(any::<u8>(), 200),
    ) {
        let lists = lists();
        let list = &lists[at.index(lists.len())];
        let mut answers = top3::answer::Answers::default();
        for (question, pick) in list.questions.iter().zip(&picks) {
            let pick = usize::from(*pick);
            let options = question.options();
            let value = match &question.kind {
                _ if question.parent.is_some() || pick.is_multiple_of(3) => continue,
                Kind::List { .. } | Kind::Notice { .. } => continue,
                // Where an option says that one does not know, nobody answers it otherwise.
                _ if pick.is_multiple_of(7) && question.in_doubt().is_none() => Value::Unknown,
                Kind::YesNo { .. } if pick.is_multiple_of(2) => Value::Yes,
                Kind::YesNo { .. } => Value::No,
                Kind::Choice { .. } | Kind::Judgement { .. } => {
                    Value::Choice(options[pick % options.len()].id.clone())
                }
                Kind::Text { .. } => Value::Text(format!("tekst {pick}")),
                _ => Value::Refused,
            };
            let key = top3::answer::Key { question: question.id.clone(), row: None };
            answers.set(key, value.into());
        }
        let report = verified(list, &stored(list, &answers, today())).unwrap();
        prop_assert_eq!(report.verdict, Verdict::Right, "{:#?}", report);
    }
}

fn lists() -> &'static [top3::questionnaire::Questionnaire] {
    static LISTS: std::sync::LazyLock<Vec<top3::questionnaire::Questionnaire>> =
        std::sync::LazyLock::new(|| every_list().into_iter().map(|(list, _)| list).collect());
    &LISTS
}
