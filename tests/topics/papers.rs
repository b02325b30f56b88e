//! Papers as data: what the shipped ones say, that no name and no words of somebody else get into them, and what is wrong
//! with one that an author writes.

mod author;
mod command;
mod leak;

use top3::answer::{Key, RowId, Value};
use top3::document;
use top3::paper::{self, Choice, Field, Readers, Refusal, Review, Sheet, register, sheet};
use top3::problem::Problem;
use top3::questionnaire::paper::{Body, Paper};
use top3::questionnaire::{Library, QuestionId, shipped_papers};
use top3::render;
use top3::yaml::read_tree;

use super::plan::cases::{Case, answer, example};
use crate::support::golden::golden;

fn read(text: &str) -> Result<Paper, Vec<Problem>> {
    let tree = read_tree(text.as_bytes(), "papier.yaml").map_err(|problem| vec![*problem])?;
    Library::shipped().paper("casus", &tree)
}

fn shipped(id: &str) -> Paper {
    let paper = shipped_papers().find(|paper| paper.id == id).unwrap();
    read(paper.text).unwrap_or_else(|problems| panic!("{problems:#?}"))
}

fn row(id: &str) -> RowId {
    RowId(id.to_owned())
}

/// The words of a paper, in lines that are not broken.
fn words(sheet: &Sheet) -> String {
    render::text(&document::sheet(sheet, &[]), 5000)
}

#[test]
fn the_shipped_papers_say_what_stands_beside_the_tests() {
    let case = example("acuut-onveilig");
    for one in shipped_papers() {
        let paper = shipped(one.id);
        if paper.per.is_none() && matches!(paper.body, Body::Sheet(_)) {
            let made = sheet(&case.view(), &paper, Readers::default()).unwrap();
            let text = render::text(&document::sheet(&made, &[]), 80);
            golden(&format!("papieren/{}.txt", one.id), &text);
        }
    }
    let (child, mother) = (row("p3"), row("p1"));
    let readers = Readers {
        person: Some(&child),
        reader: Some(&mother),
    };
    let made = sheet(&case.view(), &shipped("inzage"), readers).unwrap();
    let all = vec![Choice::Leaves; Review::of(made.clone()).lines().len()];
    let text = render::text(&document::sheet(&Review::of(made).with(&all), &[]), 80);
    golden("papieren/inzage.txt", &text);
    let line = register(
        &case.view(),
        &shipped("register"),
        &top3::paper::About::default(),
    );
    let text: String = line
        .iter()
        .map(|(name, field)| format!("{name}: {field:?}\n"))
        .collect();
    golden("papieren/register.txt", &text);
}

/// Where somebody may be afraid, what was told stands on the sheet that is given apart.
#[test]
fn in_a_melding_words_that_endanger_somebody_stand_apart() {
    let text = words(
        &sheet(
            &example("acuut-onveilig").view(),
            &shipped("melding"),
            Readers::default(),
        )
        .unwrap(),
    );
    let apart = text.find("Apart blad. Wie mag wat niet zien").unwrap();
    for told in ["Niet zeggen dat ik", "Moeder kwam 's middags alleen terug"] {
        assert!(text.find(told).unwrap() > apart, "{told}");
    }
}

/// Whoever reads the first pages and knows the paper cannot see, by what stands there or by what is missing, that somebody may be afraid.
#[test]
fn the_first_pages_of_a_melding_do_not_show_that_somebody_may_be_afraid() {
    let afraid = example("acuut-onveilig");
    let mut calm = afraid.clone();
    for one in ["angst", "dwang", "vrijheid", "geld", "telefoon"] {
        answer(&mut calm, &format!("controle.{one}"), Value::No);
    }
    let mut honour = calm.clone();
    answer(&mut honour, "acuut.bijzonder", Value::Yes);
    let made: Vec<String> = [&afraid, &calm, &honour]
        .map(|case| words(&sheet(&case.view(), &shipped("melding"), Readers::default()).unwrap()))
        .into();
    let first: Vec<&str> = made
        .iter()
        .map(|text| text.split("Apart blad").next().unwrap())
        .collect();
    assert_eq!(first[0], first[1]);
    assert_eq!(first[0], first[2]);
    assert_ne!(made[0], made[1], "the separate sheet does say it");
    assert_ne!(made[1], made[2], "the separate sheet does say it");
}

/// An observation of which is not known what it is, is told all the same, on the separate sheet.
#[test]
fn in_a_melding_no_observation_gets_lost() {
    let mut case = example("acuut-onveilig");
    for row in rows_of(&case, "meldcode.waarnemingen") {
        answer(
            &mut case,
            &format!("meldcode.waarnemingen/{row}/aard"),
            Value::Unknown,
        );
    }
    let text = words(&sheet(&case.view(), &shipped("melding"), Readers::default()).unwrap());
    let apart = text.find("Apart blad").unwrap();
    for seen in ["twee rode strepen", "Niet zeggen dat ik"] {
        assert!(text.find(seen).unwrap() > apart, "{seen}");
    }
}

/// What came from somebody else does not leave without who that was: it is named, with what to do.
#[test]
fn what_was_heard_without_a_source_is_refused() {
    let mut case = example("acuut-onveilig");
    let rows = rows_of(&case, "meldcode.waarnemingen");
    let told = rows.iter().find(|row| {
        value(&case, &format!("meldcode.waarnemingen/{row}/aard"))
            == Some(Value::Choice("verklaring".into()))
    });
    answer(
        &mut case,
        &format!("meldcode.waarnemingen/{}/bron", told.unwrap()),
        Value::Unknown,
    );
    let Err(Refusal::Missing(gaps)) = sheet(&case.view(), &shipped("melding"), Readers::default())
    else {
        panic!("it was made");
    };
    assert_eq!(gaps.len(), 1);
    assert!(gaps[0].question.contains("Wie vertelde het"), "{gaps:?}");
}

#[test]
fn unknown_refused_and_not_asked_are_said_and_a_hidden_answer_never() {
    let paper = read(
        "id: p\ntitel: T\nbij: casus\nvoor: mij\nbron: eigen\ndelen:\n  - kop: K\n    vragen: [meldcode.overleg_collega, meldcode.collega_raad, meldcode.overleg_vt, meldcode.gemeld]\n",
    )
    .unwrap();
    let mut case = example("acuut-onveilig");
    answer(&mut case, "meldcode.overleg_collega", Value::No);
    answer(
        &mut case,
        "meldcode.collega_raad",
        Value::Text("verborgen raad".into()),
    );
    answer(&mut case, "meldcode.overleg_vt", Value::Refused);
    answer(&mut case, "meldcode.gemeld", Value::Unknown);
    let text = words(&sheet(&case.view(), &paper, Readers::default()).unwrap());
    assert!(!text.contains("verborgen raad"), "{text}");
    assert!(
        text.contains("wilde hier geen antwoord op geven") && text.contains("onbekend"),
        "{text}"
    );
    case.answers.forget(&key("meldcode.gemeld"));
    let text = words(&sheet(&case.view(), &paper, Readers::default()).unwrap());
    assert!(text.contains("nog niet ingevuld"), "{text}");
}

/// What a person may read of what we saw stands there, once, and only where it is written whom it is about.
#[test]
fn an_extract_says_each_thing_once() {
    let mut case = example("acuut-onveilig");
    let facts = shipped("inzage");
    let mother = row("p1");
    let readers = Readers {
        person: Some(&mother),
        reader: None,
    };
    let seen = "Bij de controle van de zoon";
    let said = |case: &Case| words(&sheet(&case.view(), &facts, readers).unwrap());
    assert_eq!(said(&case).matches(seen).count(), 0);
    for one in rows_of(&case, "meldcode.waarnemingen") {
        answer(
            &mut case,
            &format!("meldcode.waarnemingen/{one}/over"),
            Value::Rows(vec![mother.clone()]),
        );
    }
    assert_eq!(said(&case).matches(seen).count(), 1);
    assert!(
        !said(&case).contains("Niet zeggen dat ik"),
        "what somebody told is no fact"
    );
}

/// What stays back leaves no trace: the paper is the one of a case in which it never stood.
#[test]
fn what_is_left_out_leaves_no_trace() {
    let case = example("acuut-onveilig");
    let mother = row("p1");
    let readers = Readers {
        person: Some(&mother),
        reader: None,
    };
    let paper = shipped("inzage");
    let review = Review::of(sheet(&case.view(), &paper, readers).unwrap());
    let lines = review.lines();
    let choices: Vec<Choice> = lines
        .iter()
        .map(|line| match line.part.as_str() {
            "Onze gesprekken" => Choice::Stays,
            _ => Choice::Leaves,
        })
        .collect();
    let with = review.with(&choices);
    let mut without = case.clone();
    for one in rows_of(&case, "meldcode.gesprekken") {
        answer(
            &mut without,
            &format!("meldcode.gesprekken/{one}/met"),
            Value::Rows(vec![row("p2")]),
        );
    }
    let fresh = Review::of(sheet(&without.view(), &paper, readers).unwrap());
    let all = vec![Choice::Leaves; fresh.lines().len()];
    assert_eq!(words(&with), words(&fresh.with(&all)));
    let nothing = Review::of(sheet(&case.view(), &paper, readers).unwrap()).with(&[]);
    assert!(
        words(&nothing).contains("Dit papier gaat alleen over u"),
        "the closing sentence stays"
    );
    assert!(nothing.parts.is_empty());
}

fn key(id: &str) -> Key {
    Key {
        question: QuestionId::from(id),
        row: None,
    }
}

fn rows_of(case: &Case, list: &str) -> Vec<RowId> {
    case.answers
        .rows(&QuestionId::from(list))
        .unwrap()
        .ids
        .clone()
}

fn value(case: &Case, at: &str) -> Option<Value> {
    let [list, id, question] = at.split('/').collect::<Vec<_>>()[..] else {
        return None;
    };
    let question = QuestionId::from(format!("{list}/{question}").as_str());
    Some(case.answers.get(&question, Some(&row(id)))?.value.clone())
}

/// Where a step could make somebody disappear the program stops it, also while nobody knows yet, and says what to do.
#[test]
fn on_the_road_of_honour_no_note_goes_to_school_and_no_extract_to_a_parent() {
    let mut case = example("acuut-onveilig");
    let (school, extract) = (shipped("school"), shipped("inzage"));
    let father = row("p2");
    let readers = Readers {
        person: Some(&father),
        reader: None,
    };
    let refused = |case: &Case, paper: &Paper, readers: Readers<'_>| matches!(sheet(&case.view(), paper, readers), Err(Refusal::Danger(_, todo)) if todo.contains("0800-2000"));
    answer(&mut case, "acuut.bijzonder", Value::No);
    assert!(!refused(&case, &school, Readers::default()));
    answer(&mut case, "acuut.bijzonder", Value::Unknown);
    assert!(refused(&case, &school, Readers::default()));
    assert!(!refused(&case, &extract, readers));
    answer(&mut case, "acuut.bijzonder", Value::Yes);
    assert!(refused(&case, &school, Readers::default()));
    assert!(refused(&case, &extract, readers));
    answer(&mut case, "schadelijke-praktijken.deskundige", Value::Yes);
    answer(
        &mut case,
        "schadelijke-praktijken.praten",
        Value::Choice(top3::questionnaire::OptionId("mag".into())),
    );
    assert!(!refused(&case, &school, Readers::default()));
    assert!(!refused(&case, &extract, readers));
}

/// Who has no authority, or does what must stop, reads nothing about a child; who has it and does nothing may.
#[test]
fn an_extract_about_a_child_is_not_made_for_just_anybody() {
    let mut case = example("acuut-onveilig");
    let extract = shipped("inzage");
    let (child, mother, father) = (row("p3"), row("p1"), row("p2"));
    let made = |case: &Case, reader| {
        let readers = Readers {
            person: Some(&child),
            reader: Some(reader),
        };
        sheet(&case.view(), &extract, readers).map(|_| ())
    };
    assert!(made(&case, &mother).is_ok());
    assert!(made(&case, &child).is_ok(), "the child itself");
    assert!(
        matches!(made(&case, &father), Err(Refusal::Danger(why, _)) if why.contains("rode vlag"))
    );
    let of_father = Readers {
        person: Some(&father),
        reader: Some(&mother),
    };
    assert!(
        matches!(sheet(&case.view(), &extract, of_father), Err(Refusal::Danger(why, _)) if why.contains("niet over een kind")),
        "one parent does not read what is about the other"
    );
    for unsure in [Value::No, Value::Unknown] {
        answer(&mut case, "personen.mensen/p1/gezag", unsure);
        assert!(
            matches!(made(&case, &mother), Err(Refusal::Danger(why, _)) if why.contains("gezag"))
        );
    }
}

/// What goes by another road than the code is not a report to Veilig Thuis.
#[test]
fn a_case_about_a_colleague_gives_no_melding() {
    let mut case = example("acuut-onveilig");
    answer(&mut case, "acuut.collega", Value::Yes);
    answer(&mut case, "acuut.ook_thuis", Value::No);
    for id in ["melding", "school"] {
        let made = sheet(&case.view(), &shipped(id), Readers::default());
        assert!(matches!(made, Err(Refusal::Danger(..))), "{id}");
    }
}

/// A name that a professional types while rewording is found too.
#[test]
fn what_is_said_in_other_words_is_looked_through_again() {
    let paper = read(
        "id: proef\ntitel: Proef\nbij: casus\nvoor: een proef\nbron: eigen\nnamen: weg\nnalezen: ja\nslot: Dit is alles.\n\
         delen:\n  - kop: Gezien\n    rijen: meldcode.waarnemingen\n    toon: [wat]\n",
    )
    .unwrap();
    let mut case = example("acuut-onveilig");
    answer(
        &mut case,
        "personen.mensen/p1/naam",
        Value::Text("Samira".to_owned()),
    );
    let made = sheet(&case.view(), &paper, Readers::default()).unwrap();
    let lines = Review::of(made.clone()).lines().len();
    let said = |words: &str| {
        Review::of(made.clone()).with(&vec![Choice::Reworded(words.to_owned()); lines])
    };
    assert!(paper::recheck(&case.view(), &paper, &said("Moeder vertelde het.")).is_ok());
    let Err(Refusal::Trace(found)) =
        paper::recheck(&case.view(), &paper, &said("Samira vertelde het."))
    else {
        panic!("a name got through");
    };
    assert_eq!(found.parts[0].part, "Gezien");
}

/// Who looks back must see whether something was not asked, is not known, or does not belong to the case.
#[test]
fn a_register_tells_not_asked_from_not_known_and_from_what_does_not_belong() {
    let list = Library::shipped().load("casus").unwrap();
    let paper = shipped("register");
    let line = |answers: &str| {
        let today = chrono::NaiveDate::from_ymd_opt(2026, 3, 12).unwrap();
        let tree = read_tree(answers.as_bytes(), "t.yaml").unwrap();
        let answers = top3::answer::read(&list, &tree, today).unwrap();
        let view = top3::engine::View::new(&list, &answers, today);
        let line = register(&view, &paper, &top3::paper::About::default());
        move |name: &str| {
            let found = line.iter().find(|(column, _)| column == name);
            match &found.unwrap().1 {
                Field::Word(word) => word.clone(),
                other => format!("{other:?}"),
            }
        }
    };
    let at = line("acuut.gevaar_nu: nee\nmeldcode.q1: nee\n");
    assert_eq!(at("overleg_collega"), "niet_gevraagd");
    assert_eq!(at("gemeld"), "nvt");
    assert_eq!(at("dagen_advies_tot_melding"), "nvt");
    let at = line("acuut.gevaar_nu: onbekend\n");
    assert_eq!(at("gevaar_nu"), "onbekend");
    assert_eq!(at("waarnemingen"), "niet_gevraagd");
}
