//! Rows of two lists tied to each other: talks with everybody who has authority, and questions that look at who a row is about.

use chrono::NaiveDate;
use top3::answer::{Answers, Key, Value};
use top3::engine::{Truth, View, outcomes};
use top3::questionnaire::{Library, Questionnaire};
use top3::words::Words;

const LIST: &str = "\
id: lijst
versie: 1.0.0
titel: Een lijst
bron: Eigen voorbeeld
onderdelen:
  - id: deel
    titel: Deel
    vragen:
      - id: mensen
        vraag: Wie horen erbij?
        soort: lijst
        vragen:
          - { id: soort, vraag: Wie?, soort: keuze, opties: [{ id: kind, tekst: Kind }, { id: groot, tekst: Groot }] }
          - { id: gezag, vraag: Heeft deze persoon gezag?, soort: ja_nee }
      - id: gesprekken
        vraag: Met wie is gesproken?
        soort: lijst
        vragen:
          - { id: met, vraag: Met wie?, soort: verwijzing, rijen_van: mensen, meerdere: ja }
          - { id: gezien, vraag: Wat liet het kind zien?, soort: ja_nee, als: { van: met, vraag: soort, is: kind } }
          - { id: gehoord, vraag: Is er gesproken?, soort: ja_nee }
      - { id: steun, vraag: Wie steunt?, soort: verwijzing, rijen_van: mensen, meerdere: ja, alleen: { vraag: soort, is: groot } }
afgeleid:
  - id: allen
    niveaus: [{ id: nee, tekst: Niet met ieder }, { id: ja, tekst: Met ieder }]
    regels:
      - als:
          elke_rij: mensen
          geldt:
            een_van:
              - { vraag: gezag, is: nee }
              - een_rij: gesprekken
                geldt: { alle: [{ vraag: met, noemt: mensen }, { vraag: gehoord, is: ja }] }
        is: ja
      - { anders: nee }
";

fn list() -> Questionnaire {
    let mut library = Library::default();
    let id = library.add("lijst.yaml", LIST.as_bytes()).unwrap();
    library.load(&id).unwrap()
}

fn today() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 3, 1).unwrap()
}

fn answers(list: &Questionnaire, text: &str) -> Answers {
    let tree = top3::yaml::read_tree(text.as_bytes(), "antwoorden.yaml").unwrap();
    top3::answer::read(list, &tree, today()).unwrap()
}

/// What `allen` is with these answers: the level, or all that it can be.
fn come_out(text: &str) -> (Vec<String>, bool) {
    let list = list();
    let answers = answers(&list, text);
    let found = &outcomes(&View::new(&list, &answers, today()))["allen"];
    let levels = found.spread.levels.iter().map(ToString::to_string);
    (levels.collect(), found.exact)
}

const TWO: &str = "mensen: [{ id: p1, soort: groot, gezag: ja }, { id: p2, soort: groot, gezag: ja }, { id: p3, soort: kind, gezag: nee }]\n";

#[test]
fn a_talk_with_each_who_has_authority() {
    let talks = |rows: &str| come_out(&format!("{TWO}gesprekken: {rows}\n"));
    let is = |level: &str| (vec![level.to_owned()], true);
    let either = (vec!["ja".to_owned(), "nee".to_owned()], true);
    let both = "[{ id: g1, met: [p1], gehoord: ja }, { id: g2, met: [p2], gehoord: ja }]";
    assert_eq!(talks(both), is("ja"));
    assert_eq!(talks("[{ id: g1, met: [p1, p2], gehoord: ja }]"), is("ja"));
    assert_eq!(talks("[{ id: g1, met: [p1], gehoord: ja }]"), is("nee"));
    assert_eq!(talks("[]"), is("nee"));
    // Without a word on whether there was a talk, or on whom it was with, it can go either way.
    let open = "[{ id: g1, met: [p1], gehoord: ja }, { id: g2, met: [p2] }]";
    assert_eq!(talks(open), either);
    assert_eq!(
        talks("[{ id: g1, met: [p1], gehoord: ja }, { id: g2, gehoord: ja }]"),
        either
    );
    // One talk cannot be with nobody and with both at once: the one that is open must be with p2.
    assert_eq!(
        talks("[{ id: g1, gehoord: nee }, { id: g2, met: [p2], gehoord: ja }]"),
        is("nee")
    );
    let rows = "{ rijen: [{ id: g1, met: [p1], gehoord: ja }], volledig: nee }";
    assert_eq!(talks(rows), either);
}

#[test]
fn a_question_looks_at_who_its_row_is_about() {
    let list = list();
    let gezien = list.find("gesprekken/gezien").unwrap();
    let asked = |met: &str| {
        let text = format!("{TWO}gesprekken: [{{ id: g1{met} }}]\n");
        let answers = answers(&list, &text);
        let row = top3::answer::RowId("g1".to_owned());
        View::new(&list, &answers, today()).visible(gezien, Some(&row))
    };
    assert_eq!(asked(", met: [p3]"), Truth::Yes);
    assert_eq!(asked(", met: [p1]"), Truth::No);
    assert_eq!(asked(", met: [p1, p3]"), Truth::Yes);
    assert_eq!(asked(""), Truth::Unknown);
}

#[test]
fn a_reason_names_the_talk_and_whom_it_was_with() {
    let list = list();
    let text = format!("{TWO}gesprekken: [{{ id: g1, met: [p1, p2], gehoord: ja }}]\n");
    let answers = answers(&list, &text);
    let found = &outcomes(&View::new(&list, &answers, today()))["allen"];
    let named: Vec<String> = found.reasons[0]
        .answers
        .iter()
        .map(Key::to_string)
        .collect();
    assert_eq!(
        named,
        [
            "mensen",
            "mensen/p3/gezag",
            "gesprekken",
            "gesprekken/g1/met",
            "gesprekken/g1/gehoord"
        ]
    );
}

#[test]
fn conditions_on_two_rows_read_aloud() {
    let list = list();
    let words = Words::new(&list);
    let conditions = list.conditions();
    let read: Vec<String> = conditions.iter().map(|one| words.condition(one)).collect();
    assert_eq!(
        read,
        [
            "mensen/soort is kind (van de rij die gesprekken/met noemt)",
            "voor elke rij van mensen: (mensen/gezag is nee of er is een rij van gesprekken waarvoor (gesprekken/met noemt deze rij van mensen en gesprekken/gehoord is ja))",
        ]
    );
}

/// What somebody reads who types this as who supports, or the ids of the rows that were chosen.
fn supports(rows: &str, typed: &str) -> Result<Vec<String>, (String, String)> {
    let list = list();
    let answers = answers(&list, &format!("mensen: {rows}\n"));
    let steun = list.find("steun").unwrap();
    match top3::answer::interpret(&list, steun, typed, &answers, today()) {
        Ok(Value::Rows(rows)) => Ok(rows.into_iter().map(|row| row.0).collect()),
        Ok(other) => panic!("{other:?}"),
        Err(refusal) => Err((refusal.what, refusal.todo)),
    }
}

#[test]
fn only_some_rows_can_be_chosen() {
    let rows = "[{ id: p1, soort: groot }, { id: p2, soort: kind }, { id: p3 }]";
    assert_eq!(supports(rows, "p1, p3"), Ok(vec!["p1".into(), "p3".into()]));
    let refused = (
        "rij 2 kan hier niet worden gekozen. Bij “Wie?” staat: Kind.".to_owned(),
        "Kies uit: rij 1, rij 3. Klopt dat antwoord niet, verander het dan daar.".to_owned(),
    );
    assert_eq!(supports(rows, "p2"), Err(refused.clone()));
    assert_eq!(supports(rows, "p1, p2"), Err(refused));
    // Numbers count what is offered.
    assert_eq!(supports(rows, "2"), Ok(vec!["p3".into()]));
    let nobody = supports("[{ id: p1, soort: kind }]", "p1").unwrap_err().1;
    assert!(nobody.starts_with("Er is nog niemand"), "{nobody}");
}

#[test]
fn a_file_is_refused_where_it_chooses_who_cannot_be() {
    let list = list();
    let text = "mensen: [{ id: p1, soort: groot }, { id: p2, soort: kind }]\nsteun: [p1, p2]\n";
    let tree = top3::yaml::read_tree(text.as_bytes(), "antwoorden.yaml").unwrap();
    let problems = top3::answer::read(&list, &tree, today()).unwrap_err();
    assert_eq!(problems.len(), 1);
    // By its id: what is said of a file may end up in a log.
    assert_eq!(
        problems[0].message,
        "p2 kan hier niet worden gekozen. Bij “Wie?” staat: Kind."
    );
}
