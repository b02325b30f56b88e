//! Papers as data: what the shipped ones say, that no name and no words of somebody else get into them, and what is wrong
//! with one that an author writes.

mod command;

use std::sync::LazyLock;

use proptest::prelude::*;
use top3::answer::{Key, RowId, Value};
use top3::document;
use top3::paper::{self, Choice, Field, Readers, Refusal, Review, Sheet, register, sheet};
use top3::problem::Problem;
use top3::questionnaire::paper::{Body, Paper};
use top3::questionnaire::{Kind, Library, QuestionId, shipped_papers};
use top3::render;
use top3::yaml::read_tree;

use super::plan::cases::{Case, answer, example};
use crate::support::golden::golden;
use crate::support::program::Program;

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
    let (child, father) = (row("p3"), row("p2"));
    let readers = Readers {
        person: Some(&child),
        reader: Some(&father),
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

/// What stays back leaves no trace: the paper is the one of a case in which it never stood.
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

/// A paper without names that shows every text there is.
static EVERYTHING: LazyLock<Paper> = LazyLock::new(|| {
    read(
        "id: alles\ntitel: Alles\nbij: casus\nvoor: een ander\nbron: eigen\nnamen: weg\ndelen:
  - { kop: Mensen, rijen: personen.mensen, toon: [naam, soort, leeftijd] }
  - { kop: Gezien, rijen: meldcode.waarnemingen, toon: [{ vraag: wat, toelichting: ja }, bron, datum, letsel] }
  - { kop: Gesproken, rijen: meldcode.gesprekken, toon: [met, verslag, datum, { vraag: geen_reden, toelichting: ja }] }
  - { kop: Plan, rijen: veiligheidsplan.afspraken, toon: [doet, wie, wanneer, controle_door, als_niet] }
  - { kop: Wegen, vragen: [meldcode.wijst_op_gevaar, meldcode.beschermt, meldcode.collega_met, meldcode.gemeld_datum], uitkomsten: [meldcode.norm] }
",
    )
    .unwrap_or_else(|problems| panic!("{problems:#?}"))
});

const NAMES: [&str; 4] = ["Fatima", "Bram Jansen", "Sanne de Boer", "Truus"];

/// The acute example, in which people have names and texts tell them.
fn named(picks: &[u8]) -> Case {
    let mut case = example("acuut-onveilig");
    let mut picks = picks.iter().cycle().map(|pick| usize::from(*pick));
    let mut pick = move || picks.next().unwrap_or(0);
    for (at, person) in rows_of(&case, "personen.mensen").iter().enumerate() {
        let name = NAMES[(pick() + at) % NAMES.len()];
        answer(
            &mut case,
            &format!("personen.mensen/{person}/naam"),
            Value::Text(name.to_owned()),
        );
    }
    let texts: Vec<Key> = case
        .answers
        .iter()
        .filter(|(_, answer)| matches!(answer.value, Value::Text(_)))
        .map(|(key, _)| key.clone())
        .collect();
    for key in texts
        .into_iter()
        .filter(|key| !key.question.0.ends_with("/naam"))
    {
        let name = NAMES[pick() % NAMES.len()];
        let value = match pick() % 5 {
            0 => Value::Unknown,
            1 => Value::Refused,
            _ => Value::Text(format!("Gisteren zag ik dat {name} huilde op 12 februari.")),
        };
        case.answers.set(key, value.into());
    }
    case
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 8, ..ProptestConfig::default() })]

    #[test]
    fn no_paper_without_names_holds_a_name(picks in proptest::collection::vec(any::<u8>(), 1..40)) {
        let case = named(&picks);
        for paper in [&*EVERYTHING, &*SCHOOL] {
            // One that is refused tells nothing at all.
            if let Ok(made) = sheet(&case.view(), paper, Readers::default()) {
                let text = words(&made).to_lowercase();
                for name in ["fatima", "bram", "jansen", "sanne", "boer", "truus", "februari"] {
                    prop_assert!(!text.contains(name), "{name}: {text}");
                }
            }
        }
    }

    #[test]
    fn no_extract_holds_words_of_a_talk_with_somebody_else(picks in proptest::collection::vec(0..5usize, 3..9)) {
        let mut case = example("acuut-onveilig");
        let people = rows_of(&case, "personen.mensen");
        let talks = rows_of(&case, "meldcode.gesprekken");
        let mut with = Vec::new();
        for (at, talk) in talks.iter().enumerate() {
            let person = people[picks[at % picks.len()] % people.len()].clone();
            answer(&mut case, &format!("meldcode.gesprekken/{talk}/gesproken"), Value::Choice("ja".into()));
            answer(&mut case, &format!("meldcode.gesprekken/{talk}/met"), Value::Rows(vec![person.clone()]));
            // Where another was there, the words are also of the other: that talk leaves for nobody.
            let alone = picks[(at + 1) % picks.len()] != 4;
            answer(&mut case, &format!("meldcode.gesprekken/{talk}/alleen"), if alone { Value::Yes } else { Value::No });
            answer(&mut case, &format!("meldcode.gesprekken/{talk}/verslag"), Value::Text(format!("woorden{at}")));
            with.push((person, alone));
        }
        let view = case.view();
        for person in &people {
            for reader in [None, Some(&people[picks[0] % people.len()])] {
                let readers = Readers { person: Some(person), reader };
                let text = words(&sheet(&view, &INZAGE, readers).unwrap());
                let own = reader.is_none() || reader == Some(person);
                for (at, (of, alone)) in with.iter().enumerate() {
                    let there = text.contains(&format!("woorden{at}"));
                    prop_assert_eq!(there, own && *alone && of == person, "talk {} with {}: {}", at, of, text);
                }
            }
        }
    }
}

static SCHOOL: LazyLock<Paper> = LazyLock::new(|| shipped("school"));
static INZAGE: LazyLock<Paper> = LazyLock::new(|| shipped("inzage"));

/// A register holds no text and nobody: whatever was answered, each field is a fixed word, a number or a month.
#[test]
fn a_register_line_holds_nothing_that_somebody_wrote() {
    let case = named(&[3]);
    let line = register(
        &case.view(),
        &shipped("register"),
        &top3::paper::About::default(),
    );
    assert!(line.len() > 10);
    for (name, field) in &line {
        if let Field::Word(word) = field {
            assert!(
                !NAMES.iter().any(|one| word.contains(one)) && word.len() < 30,
                "{name}: {word}"
            );
        }
    }
    let texts = |at| matches!(case.list.question(at).kind, Kind::Text { .. });
    assert!(
        case.list.question_indexes().any(texts),
        "there were texts to hold"
    );
}

/// Every fault at once, each with its place and what to do.
#[test]
fn what_is_wrong_with_a_paper_is_said_at_once() {
    let problems = read(
        "id: p
titel: T
bij: casus
voor: een ouder
bron: eigen
namen: weg
data: voluit
per: personen.mensen
nalezen: ja
delen:
  - { kop: A, rijen: meldcode.gesprekken, over: met, toon: [verslag], leeg: Niets. }
  - { kop: B, rijen: meldcode.waarnemingen, toon: [wat] }
  - { kop: C, als: { vraag: bestaat.niet, is: ja }, tekst: x }
  - { kop: D, vragen: [meldcode.q1, meldcode.q22], uitkomsten: [meldcode.nrm] }
  - { kop: E, rijen: personen.mensen, toon: [naam], over: naam }
",
    )
    .unwrap_err();
    let said: Vec<String> = problems
        .iter()
        .map(|one| format!("{} {}", one.place.line, one.message))
        .collect();
    let said = said.join("\n");
    for words in [
        "1 Dit papier wordt nagelezen",
        "7 Zonder namen kan ook een datum",
        "11 `verslag` zijn woorden van de persoon zelf",
        "11 Dit papier wordt nagelezen. Is alles",
        "12 Dit papier gaat over één persoon",
        "13 Er is geen vraag `bestaat.niet`",
        "14 Er is geen vraag `meldcode.q22`",
        "14 Er is geen afgeleide `meldcode.nrm`",
        "15 `naam` zegt niet over wie",
    ] {
        assert!(said.contains(words), "{words}\n{said}");
    }
    assert!(problems.iter().all(|one| !one.tip.is_empty()));
    let register = read("id: p\ntitel: T\nbij: casus\nvoor: x\nbron: eigen\nregel:\n  - { kop: a, vraag: meldcode.weging_grond }\n  - { kop: a, vraag: meldcode.q1, aantal: personen.mensen }\n").unwrap_err();
    assert!(
        register
            .iter()
            .any(|one| one.message.contains("hoort niets waaruit blijkt")),
        "{register:#?}"
    );
    let text = read("id: p\ntitel: T\nbij: casus\nvoor: x\nbron: eigen\nper: personen.mensen\ndelen: [{ kop: K, vragen: [meldcode.weging_grond] }]\n").unwrap_err();
    assert!(text[0].tip.contains("nalezen: ja"), "{text:#?}");
}

#[test]
fn every_shipped_paper_is_checked_and_fits_an_adapted_list() {
    let mut library = Library::shipped();
    library.adapt("meldcode-knmg").unwrap();
    for paper in shipped_papers() {
        let tree = read_tree(paper.text.as_bytes(), paper.file).unwrap();
        let read = library
            .paper("casus", &tree)
            .unwrap_or_else(|faults| panic!("{faults:#?}"));
        assert_eq!(read.id, paper.id);
    }
    let program = Program::new();
    let run = program.run(&["vragenlijst", "check", "melding", "inzage"]);
    assert!(
        run.code == Some(0) && run.out.contains("2 papieren"),
        "{run:?}"
    );
    program.write(
        "fout.yaml",
        "id: fout\ntitel: T\nbij: casus\nvoor: x\ndelen: [{ vragen: [meldcode.q9] }]\n",
    );
    let run = program.run(&["vragenlijst", "check", "fout.yaml"]);
    assert!(
        run.code == Some(1) && run.out.contains("2 fouten") && run.out.contains("fout.yaml:5:20"),
        "{run:?}"
    );
}

#[test]
fn a_paper_of_a_list_it_does_not_go_with_is_refused() {
    let paper = shipped_papers().next().unwrap();
    let tree = read_tree(paper.text.as_bytes(), paper.file).unwrap();
    let problems = Library::shipped().paper("rihg", &tree).unwrap_err();
    assert!(
        problems
            .iter()
            .any(|one| one.message.contains("hoort niet bij de vragenlijst `rihg`"))
    );
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
