//! Whatever stands in a case: no name gets into a paper without names, no words of another into an extract.

use std::sync::LazyLock;

use proptest::prelude::*;
use top3::answer::{Key, Value};
use top3::paper::{Field, Readers, register, sheet};
use top3::questionnaire::Kind;
use top3::questionnaire::paper::Paper;

use super::{read, rows_of, shipped, words};
use crate::topics::plan::cases::{Case, answer, example};

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
                // One that is refused tells nothing at all.
                let Ok(made) = sheet(&view, &INZAGE, readers) else {
                    prop_assert!(reader.is_some_and(|reader| reader != person));
                    continue;
                };
                let text = words(&made);
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
