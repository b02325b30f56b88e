//! What is hidden does not count: an answer to a question that no longer belongs is in no plan and in no paper.

use std::sync::LazyLock;

use proptest::prelude::*;

use super::cases::{Case, answer, example, from_yaml};
use top3::answer::Value;
use top3::document;
use top3::engine::path;
use top3::paper;
use top3::plan::file;
use top3::questionnaire::{Kind, OptionId};
use top3::render;

/// Puts a word of its own in every text, and gives the words that a plan may hold now.
fn marked(case: &mut Case) -> (Vec<String>, Vec<String>) {
    let texts: Vec<_> = case
        .answers
        .iter()
        .filter(|(_, answer)| matches!(answer.value, Value::Text(_)))
        .map(|(key, answer)| (key.clone(), answer.clone()))
        .collect();
    let word = |at: usize| format!("merk{at:04}x");
    for (at, (key, answer)) in texts.iter().enumerate() {
        let mut answer = answer.clone();
        answer.value = Value::Text(word(at));
        answer.note = Some(format!("noot{at:04}x"));
        case.answers.set(key.clone(), answer);
    }
    let view = case.view();
    let belongs: Vec<_> = path(&view).iter().map(|step| step.key(&view)).collect();
    let (mut shown, mut hidden) = (Vec::new(), Vec::new());
    for (at, (key, _)) in texts.iter().enumerate() {
        let to = if belongs.contains(key) {
            &mut shown
        } else {
            &mut hidden
        };
        to.extend([word(at), format!("noot{at:04}x")]);
    }
    (shown, hidden)
}

fn everything(case: &Case) -> String {
    let mut all = String::new();
    if let Some(plan) = case.plan() {
        all.push_str(&file::write(&plan).unwrap());
        all.push_str(&render::markdown(&document::plan(&plan, &[], &[])));
    }
    if let Ok(sheet) = paper::consult(&case.view()) {
        all.push_str(&render::markdown(&document::consult(&sheet, &[])));
    }
    all
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn no_hidden_answer_is_ever_in_a_plan(
        which in 0..2_usize,
        changes in prop::collection::vec((any::<prop::sample::Index>(), any::<prop::sample::Index>()), 0..12),
    ) {
        static CASES: LazyLock<[Case; 2]> = LazyLock::new(|| ["acuut-onveilig", "hulp-en-plan"].map(example));
        let mut case = CASES[which].clone();
        // Other choices make other questions belong.
        let choices: Vec<_> = case
            .list
            .question_indexes()
            .filter(|at| case.list.question(*at).parent.is_none())
            .filter(|at| matches!(case.list.question(*at).kind, Kind::YesNo { .. } | Kind::Choice { .. }))
            .collect();
        for (question, value) in changes {
            let at = *question.get(&choices);
            let values: Vec<Value> = match &case.list.question(at).kind {
                Kind::Choice { options } => options.iter().map(|one| Value::Choice(one.id.clone())).collect(),
                _ => vec![Value::Yes, Value::No, Value::Unknown],
            };
            let id = case.list.question(at).id.to_string();
            answer(&mut case, &id, value.get(&values).clone());
        }
        let (_, hidden) = marked(&mut case);
        let all = everything(&case);
        for word in hidden {
            prop_assert!(!all.contains(&word), "{word} is hidden and was written");
        }
    }
}

#[test]
fn what_belongs_is_in_the_plan() {
    let mut case = example("hulp-en-plan");
    let (shown, _) = marked(&mut case);
    let all = everything(&case);
    let written = shown.iter().filter(|word| all.contains(*word)).count();
    assert!(written > 60, "only {written} texts came through");
}

#[test]
fn a_hidden_list_of_rows_is_in_no_plan() {
    let mut case = from_yaml(
        "vragenlijst: veiligheidsplan
datum: 2026-03-04
antwoorden:
  personen.mensen:
    - { id: p1, naam: moeder, soort: gezinslid }
    - { id: p2, naam: zoon, soort: kind, leeftijd: 6 }
  aanleiding: Er is iets gebeurd.
  kindregels:
    - { id: k1, kind: p2, kindregel: Dit hoort bij het kind. }
",
    );
    assert_eq!(case.plan().unwrap().child_lines.len(), 1);
    // The child turns out to be grown up: the line for it no longer belongs.
    answer(
        &mut case,
        "personen.mensen/p2/soort",
        Value::Choice(OptionId::from("gezinslid")),
    );
    let plan = case.plan().unwrap();
    assert!(plan.child_lines.is_empty());
    assert!(!everything(&case).contains("Dit hoort bij het kind"));
}
