//! What training leaves on a disk: invented cases, and what participants answered to them.

use std::rc::Rc;

use top3::answer::Answers;
use top3::questionnaire::Library;
use top3::training::{self, Forms, Known};
use top3::yaml::read_tree;

use super::targets::{NAME, Read, Target, files, target};

pub(super) fn targets() -> Vec<Target> {
    let forms = Rc::new(Forms::load(&Library::shipped()).unwrap());
    let cases = files("oefencasussen", "yaml");
    let answered = files("examples/training/deelnemers", "yaml");
    vec![
        target("oefencasus", 15, cases, case(&forms)),
        target("deelnemer", 80, answered, participant(&forms)),
    ]
}

/// Read; one that is good is laid out round by round, and its makers' key with it.
fn case(forms: &Rc<Forms>) -> Read {
    let forms = Rc::clone(forms);
    Box::new(move |bytes| {
        let Ok(case) = training::read(bytes, NAME, &forms) else {
            return;
        };
        let mut known = Answers::default();
        for round in 0..=case.rounds.len() {
            case.lay_out(&forms, Known::Rounds(round), &mut known);
        }
        case.lay_out(&forms, Known::All, &mut known);
        assert!(case.strange_rows(&forms, &known).is_empty());
        assert!(case.strange_rows(&forms, &case.key.answers).is_empty());
        if let Ok(tree) = read_tree(bytes, NAME) {
            _ = training::remarks(&case, &tree);
        }
    })
}

/// What could be read is written and read again: nothing of what somebody answered is lost.
fn participant(forms: &Rc<Forms>) -> Read {
    let forms = Rc::clone(forms);
    Box::new(move |bytes| {
        let Ok(opened) = training::open(bytes, NAME) else {
            return;
        };
        let day = opened.head.day;
        let Ok(one) = opened.answers(&forms.exercise, day) else {
            return;
        };
        let name = one.file_name();
        assert!(!name.contains(['/', '\\']) && name.is_ascii(), "{name}");
        let text = one.written(&forms.exercise).unwrap();
        let again = training::open(text.as_bytes(), NAME);
        let again = again.unwrap_or_else(|faults| panic!("not read again: {faults:?}"));
        assert_eq!(again.head, one.head);
        let again = again.answers(&forms.exercise, day);
        let again = again.unwrap_or_else(|faults| panic!("answers not read again: {faults:?}"));
        assert!(again.answers == one.answers, "answers were lost");
    })
}
