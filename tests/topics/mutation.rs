//! Small changes to a list, and whether worked cases notice them: `vragenlijst dekking --muteer`.

use proptest::prelude::*;
use top3::answer::Answers;
use top3::coverage::Coverage;
use top3::engine::{View, due, outcomes, standings};
use top3::mutation::{Change, Fate, Mutant, Score, fates, mutants, of_settings};
use top3::problem::Place;
use top3::questionnaire::{Kind, Library, QuestionIx, Questionnaire};
use top3::worked_case::{self, WorkedCase};

use crate::support::oracle::{Complete, completions};
use crate::support::small_list::{Small, build, today};

/// Every list is tried with so many completions at most.
const MOST: usize = 800;
/// The files in which the things of a small list stand.
const FILES: [&str; 5] = ["deel", "vraag", "afgeleide", "rij", ""];

fn config() -> ProptestConfig {
    let asked = std::env::var("PROPTEST_CASES")
        .ok()
        .and_then(|cases| cases.parse().ok());
    ProptestConfig {
        cases: asked.unwrap_or(25),
        max_shrink_iters: 500,
        failure_persistence: None,
        ..ProptestConfig::default()
    }
}

fn small() -> impl Strategy<Value = Small> {
    let small = prop::collection::vec(any::<u8>(), 30..160).prop_map(|bytes| build(&bytes));
    small.prop_filter("few answers to a question", |small| {
        let many = |kind: &Kind| matches!(kind, Kind::Scale { to: 9.., .. });
        !small.list.questions.iter().any(|one| many(&one.kind))
    })
}

proptest! {
    #![proptest_config(config())]

    /// A change of which it is said that nobody can notice, nobody can; and of which it is shown how, that is so.
    #[test]
    fn what_is_said_of_a_change_is_so(small in small()) {
        let list = &small.list;
        let all = completions(list, &Answers::default(), MOST);
        for file in FILES {
            let mutants = mutants(list, file);
            for (mutant, fate) in mutants.iter().zip(fates(list, &[], &mutants)) {
                let changed = mutant.in_place(list);
                let told = |what: &str| TestCaseError::fail(format!("{what}: {} {:?}\n{}", mutant.of, mutant.change, small.described()));
                match fate {
                    Fate::Missed(answers, day) => {
                        if !differs(list, &changed, &answers, day) {
                            return Err(told(&format!("nothing comes out otherwise with {answers:?}")));
                        }
                    }
                    Fate::Same => {
                        for complete in all.iter().flatten() {
                            let other = Complete { list: &changed, values: complete.values.clone(), rows: complete.rows.clone() };
                            if (0..list.derived.len()).any(|at| complete.outcome(at) != other.outcome(at)) {
                                return Err(told(&format!("not the same with {:?}", complete.values)));
                            }
                        }
                    }
                    Fate::Unknown => {}
                    Fate::Noticed => return Err(told("noticed without a case")),
                }
            }
        }
    }

    /// What is proven never to happen does not happen.
    #[test]
    fn what_is_not_counted_never_happens(small in small()) {
        let list = &small.list;
        let Some(all) = completions(list, &Answers::default(), MOST) else { return Ok(()) };
        let cases: Vec<WorkedCase> = all.iter().map(|complete| case(&small, complete)).collect();
        for file in FILES {
            let never = |cases: &[WorkedCase]| -> Vec<String> {
                let found = Coverage::of(list, file, cases, None).never;
                found.iter().map(|goal| format!("{:?} {} {:?}", goal.place, goal.of, goal.what)).collect()
            };
            let still = never(&cases);
            for one in never(&[]) {
                prop_assert!(still.contains(&one), "{one}\n{}", small.described());
            }
        }
    }
}

fn case(small: &Small, complete: &Complete<'_>) -> WorkedCase {
    let list = &small.list;
    let mut answers = Answers::default();
    for (at, ids) in &complete.rows {
        let rows = top3::answer::Rows {
            ids: ids.clone(),
            complete: true,
        };
        answers.set_rows(list.questions[*at].id.clone(), rows);
    }
    for (at, value) in &complete.values {
        answers.set(crate::support::oracle::key(list, at), value.clone().into());
    }
    WorkedCase {
        reading: None,
        name: String::new(),
        place: Place::default(),
        today: today(),
        answers,
        expected: Vec::new(),
        reasons: Vec::new(),
        asked: Vec::new(),
        hidden: Vec::new(),
        ranked: Vec::new(),
        periods: Vec::new(),
        not_applicable: None,
    }
}

/// Whether anything that a worked case can expect comes out otherwise.
fn differs(
    list: &Questionnaire,
    changed: &Questionnaire,
    answers: &Answers,
    day: chrono::NaiveDate,
) -> bool {
    let (before, after) = (
        View::new(list, answers, day),
        View::new(changed, answers, day),
    );
    let asked = |view: &View<'_>| -> Vec<bool> {
        let ask = |at: QuestionIx| match view.list.question(at).parent {
            None => vec![view.visible(at, None).possible()],
            Some(parent) => {
                let rows = answers.rows(&view.list.question(parent).id);
                let rows = rows.iter().flat_map(|rows| &rows.ids);
                rows.map(|row| view.visible(at, Some(row)).possible())
                    .collect()
            }
        };
        view.list.question_indexes().flat_map(ask).collect()
    };
    let values = |view: &View<'_>| -> Vec<String> {
        let all = outcomes(view);
        let each = all.iter();
        each.map(|(id, one)| format!("{id} {:?} {:?}", one.spread, one.estimate))
            .collect()
    };
    let stand = |view: &View<'_>| -> Vec<String> {
        let rows = standings(view).into_iter().flat_map(|of| of.rows);
        rows.map(|one| format!("{} {:?} {:?}", one.row, one.among, one.ties))
            .collect()
    };
    before.not_applicable().0 != after.not_applicable().0
        || asked(&before) != asked(&after)
        || values(&before) != values(&after)
        || stand(&before) != stand(&after)
        || due(&before) != due(&after)
}

fn tried(id: &str) -> (Questionnaire, Vec<(Mutant, Fate)>, Score) {
    let library = Library::shipped();
    let list = library.load(id).unwrap();
    let mut cases = Vec::new();
    for file in library.cases(id) {
        let readings = worked_case::readings(&library, id);
        let text = file.text.as_bytes();
        cases.extend(worked_case::read_with(&list, &readings, text, file.file).unwrap());
    }
    let file = library.file(id).unwrap();
    let mut all = mutants(&list, file);
    all.extend(of_settings(&library, &list, file));
    let fates = fates(&list, &cases, &all);
    let mut score = Score::default();
    fates.iter().for_each(|fate| score.add(fate));
    (list, all.into_iter().zip(fates).collect(), score)
}

/// Every change to this list is noticed by a worked case, or proven to make no difference. What the lists that come with
/// the program have reached, they keep.
fn every_change_is_noticed(id: &str) {
    let (_, all, score) = tried(id);
    let silent = all
        .iter()
        .filter(|(_, fate)| matches!(fate, Fate::Missed(..) | Fate::Unknown));
    let silent: Vec<String> = silent
        .map(|(mutant, fate)| {
            let place = &mutant.place;
            format!(
                "{}:{}: {} {:?}: {fate:?}",
                place.file, place.line, mutant.of, mutant.change
            )
        })
        .collect();
    assert!(silent.is_empty(), "{id}: {score:?}\n{}", silent.join("\n"));
    assert_eq!(score.percent(), 100, "{id}");
}

/// Lists with so much to change that each is a test of its own, beside the others.
const LARGE: [&str; 4] = ["casus", "meldcode", "proef", "rihg"];

#[test]
fn every_change_to_a_shipped_list_is_noticed() {
    let library = Library::shipped();
    for id in library.ids().filter(|id| !LARGE.contains(id)) {
        every_change_is_noticed(id);
    }
}

#[test]
fn every_change_to_the_casus_is_noticed() {
    every_change_is_noticed("casus");
}

#[test]
fn every_change_to_the_meldcode_is_noticed() {
    every_change_is_noticed("meldcode");
}

#[test]
fn every_change_to_the_practice_list_is_noticed() {
    every_change_is_noticed("proef");
}

#[test]
fn every_change_to_the_rihg_is_noticed() {
    every_change_is_noticed("rihg");
}

/// Without its cases, what is said to show a change does show it.
#[test]
fn what_would_show_a_change_of_a_shipped_list_does_show_it() {
    for id in ["acuut", "controle", "top3", "personen"] {
        let library = Library::shipped();
        let list = library.load(id).unwrap();
        let all = mutants(&list, library.file(id).unwrap());
        let mut missed = 0;
        for (mutant, fate) in all.iter().zip(fates(&list, &[], &all)) {
            assert_ne!(fate, Fate::Unknown, "{id}: {:?}", mutant.change);
            if let Fate::Missed(answers, day) = fate {
                missed += 1;
                let changed = mutant.in_place(&list);
                assert!(
                    differs(&list, &changed, &answers, day),
                    "{id}: {:?}",
                    mutant.change
                );
            }
        }
        assert!(missed > 0, "{id}");
    }
}

/// A setting counts where it is given its value, and a change of it is looked through like any other.
#[test]
fn another_value_of_a_setting_is_a_change_of_the_list_that_gives_it() {
    let library = Library::shipped();
    let of = |id: &str| {
        let list = library.load(id).unwrap();
        let all = of_settings(&library, &list, library.file(id).unwrap());
        let fates = fates(&list, &[], &all);
        let each = all.into_iter().zip(fates).map(|(mutant, fate)| {
            let Change::Setting { from, to } = &mutant.change else {
                panic!("{:?}", mutant.change)
            };
            let seen = match &fate {
                Fate::Missed(answers, day) => {
                    let changed = mutant.in_place(&list);
                    assert!(differs(&list, &changed, answers, *day), "{id}: {answers:?}");
                    true
                }
                fate => {
                    assert_eq!(*fate, Fate::Same, "{id}");
                    false
                }
            };
            (format!("{} {from} {to}", mutant.of), seen)
        });
        each.collect::<Vec<_>>()
    };
    let expected = |all: &[(&str, bool)]| -> Vec<(String, bool)> {
        all.iter()
            .map(|(of, seen)| ((*of).to_owned(), *seen))
            .collect()
    };
    assert_eq!(
        of("meldcode-onderwijs"),
        expected(&[
            ("bewaartermijn hoogstens_2_jaar onbekend", true),
            ("bewaartermijn hoogstens_2_jaar minstens_20_jaar", true),
            ("collega_advies verplicht indien_nodig", true),
            ("collega_advies verplicht aanbevolen", true),
            ("collega_advies verplicht een_van_beide", true),
            // Only whether it is a duty makes a difference to this list.
            ("vt_advies indien_nodig aanbevolen", false),
            ("vt_advies indien_nodig verplicht", true),
        ])
    );
    assert_eq!(of("casus"), []);
    assert_eq!(of("rihg").len(), 1);
}
