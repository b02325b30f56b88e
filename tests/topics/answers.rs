//! Answers as text: what a person types, what a file holds, and what is wrong with it.

use chrono::NaiveDate;
use top3::answer::{Answers, AnswersFile, Value, interpret, read};
use top3::problem::Problem;
use top3::questionnaire::{Library, Questionnaire};
use top3::yaml;

const LIST: &str = r"
id: klein
versie: 1.0.0
titel: Een kleine lijst
bron: Eigen voorbeeld, verzonnen
onderdelen:
  - id: mensen
    titel: Mensen
    vragen:
      - id: wie
        vraag: Wie zijn er?
        soort: lijst
        rij: persoon
        nummer: p
        rol: personen
        hoogstens: 3
        vragen:
          - { id: naam, vraag: Naam?, soort: tekst, rol: persoon.naam }
          - { id: leeftijd, vraag: Hoe oud?, soort: getal, van: 0, tot: 120, eenheid: jaar }
  - id: rest
    titel: Rest
    vragen:
      - { id: bang, vraag: Is iemand bang?, soort: ja_nee }
      - { id: gezag, vraag: Gezag?, soort: ja_nee, nvt: ja }
      - id: kleur
        vraag: Welke kleur?
        soort: keuze
        opties: [ { id: geel, tekst: Geel (laag) }, { id: blauw, tekst: Blauw }, { id: rood, tekst: Rood } ]
      - id: middelen
        vraag: Wat wordt er gebruikt?
        soort: meerkeuze
        opties: [ { id: drank, tekst: Drank }, { id: pillen, tekst: Pillen } ]
      - { id: cijfer, vraag: Hoe veilig?, soort: schaal, van: 0, tot: 10 }
      - { id: uren, vraag: Hoeveel uur?, soort: getal, van: 0, stap: 0.5 }
      - { id: wanneer, vraag: Wanneer?, soort: datum, niet_na_vandaag: ja }
      - { id: wat, vraag: Wat gebeurde er?, soort: tekst }
      - { id: verder, vraag: Nog iets?, soort: tekst, mag_leeg: ja }
      - { id: doet, vraag: Wie doet dit?, soort: persoon }
      - { id: ziet, vraag: Wie ziet dit?, soort: persoon, meerdere: ja, mag_leeg: ja }
      - { id: eerst, vraag: In welke volgorde?, soort: rangorde, rijen_van: wie, hoogstens: 2 }
      - { id: lees, vraag: Lees dit., soort: mededeling, stop: ja }
";

fn list() -> Questionnaire {
    let mut library = Library::shipped();
    let id = library.add("klein.yaml", LIST.as_bytes()).unwrap();
    library
        .load(&id)
        .unwrap_or_else(|problems| panic!("{problems:#?}"))
}

fn today() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 3, 4).unwrap()
}

fn from(text: &str) -> Result<Answers, Vec<Problem>> {
    let node = yaml::read_tree(text.as_bytes(), "antwoorden.yaml").unwrap();
    read(&list(), &node, today())
}

const PEOPLE: &str = "wie: [ { id: p1, naam: moeder }, { id: p2, naam: oma van vader }, { id: p3, naam: zoon, leeftijd: 6 } ]\n";

/// What is kept when a person types this at this question.
fn typed(question: &str, text: &str) -> Result<Value, String> {
    let list = list();
    let answers = from(PEOPLE).unwrap();
    let at = list.find(question).unwrap();
    interpret(&list, at, text, &answers, today()).map_err(|refusal| refusal.to_string())
}

fn shown(question: &str, text: &str) -> String {
    match typed(question, text) {
        Ok(value) => top3::answer::typed(&value),
        Err(refusal) => format!("! {refusal}"),
    }
}

#[test]
fn yes_and_no_are_read_in_the_ways_people_type_them() {
    for (text, meant) in [
        ("ja", "ja"),
        ("J", "ja"),
        ("yes", "ja"),
        (" nee. ", "nee"),
        ("n", "nee"),
        ("??", "onbekend"),
        ("o", "onbekend"),
        ("Weet ik niet", "onbekend"),
        ("g", "geweigerd"),
        ("geweigerd", "geweigerd"),
    ] {
        assert_eq!(shown("bang", text), meant, "{text}");
    }
    assert_eq!(shown("gezag", "n.v.t."), "nvt");
    assert!(
        shown("bang", "nvt").starts_with('!'),
        "only where the question allows it"
    );
    for text in ["", "misschien", "ja nee", "1"] {
        assert!(shown("bang", text).starts_with('!'), "{text}");
    }
}

#[test]
fn every_question_can_be_unknown_but_a_notice() {
    for question in [
        "bang", "kleur", "middelen", "cijfer", "uren", "wanneer", "wat", "doet", "ziet", "eerst",
        "wie",
    ] {
        assert_eq!(
            typed(question, "onbekend"),
            Ok(Value::Unknown),
            "{question}"
        );
    }
    assert!(typed("lees", "onbekend").is_err());
    assert_eq!(typed("lees", "verder"), Ok(Value::Seen));
    assert_eq!(typed("lees", ""), Ok(Value::Seen));
}

#[test]
fn people_go_by_number_id_or_name() {
    for (text, meant) in [
        ("2", "p2"),
        ("p3", "p3"),
        ("moeder", "p1"),
        ("oma", "p2"),
        ("Z", "p3"),
    ] {
        assert_eq!(shown("doet", text), meant, "{text}");
    }
    assert_eq!(shown("ziet", "zoon, 1"), "p3, p1");
    assert_eq!(shown("ziet", "geen"), "geen");
    assert_eq!(shown("ziet", ""), "geen");
    assert_eq!(
        shown("eerst", "3 1 2"),
        "p3, p1, p2",
        "the number of places is no wall"
    );
    for (question, text) in [
        ("doet", "1, 2"),
        ("doet", "geen"),
        ("doet", "vader"),
        ("doet", "4"),
        ("eerst", "1, 1"),
        ("eerst", ""),
    ] {
        assert!(shown(question, text).starts_with('!'), "{question}: {text}");
    }
    let nobody = interpret(
        &list(),
        list().find("doet").unwrap(),
        "1",
        &Answers::default(),
        today(),
    )
    .unwrap_err();
    assert!(nobody.todo.contains("Voeg eerst iemand toe"), "{nobody}");
}

#[test]
fn numbers_keep_to_their_range_and_step() {
    assert_eq!(shown("cijfer", "7"), "7");
    assert_eq!(shown("uren", "2,5"), "2.5");
    let list = list();
    let age = list.find("wie/leeftijd").unwrap();
    let read = interpret(&list, age, "6 jaar", &Answers::default(), today()).unwrap();
    assert_eq!(top3::answer::typed(&read), "6");
    for (question, text, says) in [
        ("cijfer", "11", "van 0 tot en met 10"),
        ("cijfer", "7,5", "heel getal"),
        ("cijfer", "zeven", "geen getal"),
        ("uren", "-1", "te laag"),
        ("uren", "0,3", "veelvoud van 0,5"),
        ("cijfer", "1e9", "geen getal"),
    ] {
        assert!(
            shown(question, text).contains(says),
            "{text}: {}",
            shown(question, text)
        );
    }
}

#[test]
fn a_refusal_never_repeats_what_was_typed() {
    let long = "het burgerservicenummer is 111222333 ".repeat(2_000);
    for question in [
        "bang", "kleur", "middelen", "cijfer", "wanneer", "wat", "doet",
    ] {
        let refusal = shown(question, &long);
        assert!(refusal.starts_with('!'), "{question}");
        assert!(
            refusal.len() < 300 && !refusal.contains("111222333"),
            "{refusal}"
        );
    }
}

#[test]
fn text_is_kept_as_typed_without_what_nobody_types() {
    assert_eq!(
        shown("wat", "  Hij zei: \u{1b}[31m'nee'\u{7}.\r\nEn\tsloeg. "),
        "Hij zei: [31m'nee'.\nEn sloeg."
    );
    assert_eq!(shown("wat", "nee"), "nee");
    assert_eq!(typed("verder", "  "), Ok(Value::Text(String::new())));
    assert!(typed("wat", "  ").is_err());
}

#[test]
fn a_file_gives_answers_with_where_they_come_from() {
    let answers = from(&format!(
        "{PEOPLE}bang: {{ waarde: ja, bron: moeder, aard: verklaring, datum: 2026-03-01, toelichting: Zij zei het. }}\nmiddelen: []\n\
         doet: p2\nziet: [p3, p1]\nuren: 2.5\nverder: ''\nlees: gelezen\n"
    ))
    .unwrap();
    let list = list();
    let get = |id: &str| {
        answers
            .get(&list.question(list.find(id).unwrap()).id, None)
            .unwrap()
    };
    let bang = get("bang");
    assert_eq!(bang.value, Value::Yes);
    assert_eq!(
        (bang.source.as_deref(), bang.nature.as_deref()),
        (Some("moeder"), Some("verklaring"))
    );
    assert_eq!(bang.note.as_deref(), Some("Zij zei het."));
    assert_eq!(get("middelen").value, Value::Choices(vec![]));
    assert_eq!(get("verder").value, Value::Text(String::new()));
    assert!(
        answers
            .rows(&list.question(list.find("wie").unwrap()).id)
            .unwrap()
            .complete
    );
}

#[test]
fn an_array_of_rows_holds_them_all_unless_it_says_otherwise() {
    let list = list();
    let id = &list.question(list.find("wie").unwrap()).id;
    let open = from("wie: { rijen: [ { id: p1, naam: moeder } ], volledig: nee }").unwrap();
    assert!(!open.rows(id).unwrap().complete);
    assert!(from("wie: []").unwrap().rows(id).unwrap().complete);
    assert!(from("bang: ja").unwrap().rows(id).is_none());
    assert!(from("{}").unwrap().rows(id).is_none());
}

/// Code and line of every problem.
fn problems(text: &str) -> Vec<String> {
    let found = from(text).expect_err(text);
    found
        .iter()
        .map(|problem| {
            assert!(
                !problem.message.is_empty() && !problem.tip.is_empty(),
                "{problem:?}"
            );
            format!(
                "{}:{}:{}",
                problem.code.code(),
                problem.place.line,
                problem.place.column
            )
        })
        .collect()
}

#[test]
fn a_file_has_all_its_problems_told_at_once_with_their_places() {
    let found = problems(
        "bng: ja\nbang: misschien\nbang: nee\nkleur: rod\nmiddelen: [drank, drank, wiet]\ncijfer: 11\nwanneer: 2026-03-05\n\
         doet: [p1]\nziet: p9\nwat: null\nwie:\n  - { id: p1, name: moeder }\n  - { naam: zoon }\n  - p3\n  - { id: p1 }\n",
    );
    for place in [
        "V302:1:1",
        "V205:2:7",
        "V104:3:1",
        "V303:4:8",
        "V205:5:19",
        "V303:5:26",
        "V205:6:9",
        "V205:7:10",
        "V202:8:7",
        "V302:9:7",
        "V205:10:6",
        "V205:12:3",
        "V201:12:15",
        "V203:13:5",
        "V202:14:5",
        "V301:15:11",
    ] {
        assert!(
            found.contains(&place.to_owned()),
            "{place} not in {found:?}"
        );
    }
}

#[test]
fn a_file_never_changes_meaning_by_how_it_is_counted_or_when_it_is_read() {
    for text in [
        "kleur: 2",
        "kleur: roo",
        "kleur: Rood",
        "wanneer: vandaag",
        "wanneer: 1-3-2026",
        "bang: j",
        "bang: true",
        "bang: ''",
    ] {
        assert!(from(text).is_err(), "{text}");
    }
}

#[test]
fn a_problem_says_what_was_meant() {
    let tip = |text: &str| from(text).unwrap_err()[0].tip.clone();
    assert!(tip("bag: ja").contains("`bang`"));
    assert!(tip("kleur: rod").contains("`rood`"));
    assert!(tip("naam: moeder").contains("`wie`"), "a question of a row");
    assert!(tip("doet: p1").contains("geen enkele"), "no rows at all");
}

#[test]
fn the_examples_read_and_come_back_the_same() {
    let library = Library::shipped();
    let mut seen = 0;
    for entry in std::fs::read_dir(concat!(env!("CARGO_MANIFEST_DIR"), "/examples")).unwrap() {
        let path = entry.unwrap().path();
        if path.extension().is_none_or(|extension| extension != "yaml") {
            continue;
        }
        let bytes = std::fs::read(&path).unwrap();
        let node = yaml::read_tree(&bytes, "voorbeeld.yaml").unwrap();
        let (Some(id), Some(answers)) = (
            node.get("vragenlijst").and_then(|id| id.text()),
            node.get("antwoorden"),
        ) else {
            continue;
        };
        let list = library
            .load(id)
            .unwrap_or_else(|problems| panic!("{problems:#?}"));
        let day = node
            .get("datum")
            .and_then(|day| day.text()?.parse().ok())
            .unwrap();
        let answers =
            read(&list, answers, day).unwrap_or_else(|problems| panic!("{path:?}: {problems:#?}"));
        let written = yaml::write(&AnswersFile {
            list: &list,
            answers: &answers,
        })
        .unwrap();
        let node = yaml::read_tree(written.as_bytes(), "terug.yaml").unwrap();
        let back =
            read(&list, &node, day).unwrap_or_else(|problems| panic!("{problems:#?}\n{written}"));
        assert_eq!(back, answers, "{path:?}");
        seen += 1;
    }
    assert!(seen >= 3);
}
