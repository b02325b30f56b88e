//! Training: every shipped case is right, a broken one is told in its maker's words, and what somebody answered comes back.

use top3::answer::{Answer, Answers, Key, RowId, Value};
use top3::problem::{Problem, draw};
use top3::questionnaire::Library;
use top3::training::{
    CaseRef, Forms, Head, Known, Participant, TrainingCase, open, packed, read, remarks,
};
use top3::yaml::read_tree;

fn forms() -> Forms {
    Forms::load(&Library::shipped()).unwrap()
}

fn case(forms: &Forms, id: &str) -> TrainingCase {
    let found = packed().find(|one| one.id == id).unwrap();
    read(found.text.as_bytes(), found.file, forms).unwrap()
}

fn said(problems: &[Problem]) -> String {
    draw(problems, |_| None, false)
}

#[test]
fn every_shipped_case_is_right_and_has_nothing_to_remark() {
    let forms = forms();
    let mut wrong = Vec::new();
    for one in packed() {
        match read(one.text.as_bytes(), one.file, &forms) {
            Err(problems) => wrong.push(draw(&problems, |_| Some(one.text), false)),
            Ok(case) => {
                assert_eq!(case.id, one.id, "a case is called as its file");
                let tree = read_tree(one.text.as_bytes(), one.file).unwrap();
                let found = remarks(&case, &tree);
                if !found.is_empty() {
                    wrong.push(draw(&found, |_| Some(one.text), false));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn no_key_gives_a_grade_or_says_that_somebody_is_wrong() {
    for one in packed() {
        let text = one.text.to_lowercase();
        for word in [
            "goed antwoord",
            "fout antwoord",
            "juiste antwoord",
            "punten voor",
            "score",
        ] {
            assert!(!text.contains(word), "{}: {word}", one.file);
        }
    }
}

#[test]
fn danger_now_is_answered_by_calling() {
    let forms = forms();
    for one in packed() {
        let case = case(&forms, one.id);
        for round in &case.rounds {
            let of = |question: &str| {
                let key = Key {
                    question: question.into(),
                    row: Some(round.id.clone()),
                };
                let found = case.key.answers.get(&key.question, key.row.as_ref());
                found.map(|answer| answer.value.clone())
            };
            let step = of("rondes/eerste_stap");
            let calls = ["bel_112", "veilig_thuis"].map(|id| Some(Value::Choice(id.into())));
            if of("rondes/gevaar_nu") == Some(Value::Yes) {
                assert!(calls.contains(&step), "{} {}: {step:?}", one.id, round.id);
            }
        }
    }
}

/// A small case that is right, to break.
const SMALL: &str = include_str!("../golden/training/klein.yaml");

fn broken(change: &[(&str, &str)]) -> String {
    let mut text = SMALL.to_owned();
    for (from, to) in change {
        assert!(text.contains(from), "{from}");
        text = text.replacen(from, to, 1);
    }
    let forms = forms();
    match read(text.as_bytes(), "klein.yaml", &forms) {
        Err(problems) => said(&problems),
        Ok(case) => {
            let tree = read_tree(text.as_bytes(), "klein.yaml").unwrap();
            said(&remarks(&case, &tree))
        }
    }
}

#[test]
fn a_small_case_is_right() {
    assert_eq!(broken(&[]), "");
}

#[test]
fn what_is_wrong_in_a_case_is_told_at_its_place() {
    let long = "De juf belt en vertelt wat zij zag. ".repeat(60);
    let told: [(&str, &str, &str); 14] = [
        ("fictief: ja\n", "", "dat het verzonnen is"),
        ("fictief: ja", "fictief: nee", "dat het verzonnen is"),
        ("id: f2,", "id: f1,", "`f1` is in deze casus al gebruikt"),
        ("    f2: {", "    f9: {", "`f9` staat niet in deze casus"),
        ("    f2: {", "    f9: {", "In de sleutel ontbreekt `f2`"),
        (
            "categorie: kracht",
            "categorie: kragt",
            "niet bij de mogelijkheden",
        ),
        (
            "volgorde: [s1, s2, s3]",
            "volgorde: [s1, s8]",
            "niet bij de mogelijkheden",
        ),
        (", reden: Er is nog niets gezien.", "", "ontbreekt de reden"),
        ("    notities: Vraag wat de juf zag.\n", "", "`notities`"),
        ("De juf belt.", &long, "past zo niet op één scherm"),
        (
            "De juf belt.",
            "Zij wonen op Lindelaan 12, 9712 AB.",
            "een adres",
        ),
        ("De juf belt.", "Bel 06-12345678.", "een telefoonnummer"),
        (
            "De juf belt.",
            "Gisteren kwam Marieke Jansen langs.",
            "Marieke Jansen",
        ),
        (
            "gezinsprofiel: stress",
            "gezinsprofiel: spanning",
            "spanning",
        ),
    ];
    for (from, to, says) in told {
        let found = broken(&[(from, to)]);
        let flat = found.split_whitespace().collect::<Vec<_>>().join(" ");
        assert!(flat.contains(says), "{to}: {found}");
    }
}

#[test]
fn all_faults_come_at_once_each_with_a_tip() {
    let found = broken(&[
        ("fictief: ja\n", ""),
        ("niveau: 1", "niveau: 7"),
        ("id: f2,", "id: f1,"),
    ]);
    assert!(found.matches("tip:").count() >= 3, "{found}");
}

#[test]
fn fewer_than_three_rounds_is_remarked() {
    let found = broken(&[
        (
            "  - { id: r3, titel: Later, van: de juf, tekst: Het gaat beter., notities: Wat nu? }\n",
            "",
        ),
        (
            "    r3: { gevaar_nu: nee, eerste_stap: gesprek, reden: Het gaat beter. }\n",
            "",
        ),
    ]);
    assert!(found.contains("te weinig rondes"), "{found}");
}

fn answered(case: &TrainingCase, forms: &Forms) -> Participant {
    let mut answers = Answers::default();
    case.lay_out(forms, Known::Rounds(2), &mut answers);
    let key = Key {
        question: "rondes/gevaar_nu".into(),
        row: Some(case.rounds[0].id.clone()),
    };
    let mut answer = Answer::from(Value::Unknown);
    answer.note = Some("Niemand heeft het gevraagd.".to_owned());
    answers.set(key, answer);
    Participant {
        head: Head {
            case: Some(CaseRef::from(case)),
            list: forms.exercise.version.clone(),
            round: 1,
            name: "d7k2".to_owned(),
            function: Some("jeugdarts".to_owned()),
            pair: true,
            day: case.day,
            begun: case.day.and_hms_opt(9, 30, 15),
            key_read: case.day.and_hms_opt(11, 0, 0),
            done: Some(true),
        },
        answers,
    }
}

#[test]
fn what_a_participant_answered_comes_back_without_the_words_of_the_case() {
    let forms = forms();
    let case = case(&forms, "tot-hij-rustig-is");
    let before = answered(&case, &forms);
    let text = before.written(&forms.exercise).unwrap();
    assert!(text.starts_with("# OEFENING (FICTIEF)"), "{text}");
    assert!(!text.contains(&case.rounds[0].title), "{text}");
    let opened = open(text.as_bytes(), "a.yaml").unwrap();
    let mut after = opened.answers(&forms.exercise, case.day).unwrap();
    assert_eq!(after.head, before.head);
    case.lay_out(&forms, Known::Rounds(2), &mut after.answers);
    assert_eq!(after.answers, before.answers);
    assert_eq!(before.file_name(), "tot-hij-rustig-is-d7k2-1.yaml");
}

#[test]
fn a_file_that_does_not_say_it_is_invented_is_refused() {
    let forms = forms();
    let case = case(&forms, "tot-hij-rustig-is");
    let text = answered(&case, &forms).written(&forms.exercise).unwrap();
    let found = open(
        text.replace("fictief: ja", "fictief: nee").as_bytes(),
        "a.yaml",
    );
    assert!(said(&found.unwrap_err()).contains("verzonnen"));
    let real = b"vragenlijst: meldcode\nantwoorden: { q1: ja }\n";
    assert!(said(&open(real, "a.yaml").unwrap_err()).contains("oefening"));
}

#[test]
fn rows_that_the_case_does_not_have_are_seen() {
    let forms = forms();
    let case = case(&forms, "tot-hij-rustig-is");
    let mut answers = Answers::default();
    case.lay_out(&forms, Known::All, &mut answers);
    assert!(case.strange_rows(&forms, &answers).is_empty());
    let rows = top3::answer::Rows {
        ids: vec![RowId("s1".to_owned()), RowId("s77".to_owned())],
        complete: true,
    };
    answers.set_rows("situaties".into(), rows);
    assert_eq!(
        case.strange_rows(&forms, &answers),
        [RowId("s77".to_owned())]
    );
}
