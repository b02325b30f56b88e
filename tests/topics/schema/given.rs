//! The schema of a list's own answers takes what the reader of answers takes.
//!
//! Where the reader is kinder than the documented form, the schema is not: texts with commas for several options, words
//! for none, numbers between quotes, spaces around a word, `true` and `false` as texts. What depends on other answers
//! (which rows there are) or on the day (a date that is still to come) a schema cannot know.

use proptest::prelude::*;
use serde_json::{Map, Value as Json, json};
use top3::answer;
use top3::problem::Code;
use top3::questionnaire::{Kind, Library, Question, Questionnaire};
use top3::schema;
use top3::yaml::read_tree;

use crate::support::schema::{faults, validator};
use crate::support::small_list;

/// Makes answers, good and bad, from a run of bytes.
struct Maker<'a>(std::slice::Iter<'a, u8>);

impl Maker<'_> {
    fn below(&mut self, n: usize) -> usize {
        self.0.next().map_or(0, |byte| usize::from(*byte) % n)
    }

    fn answers(&mut self, list: &Questionnaire) -> Json {
        let mut map = Map::new();
        for question in list.questions.iter().filter(|one| one.parent.is_none()) {
            if self.below(3) > 0 {
                let given = match &question.kind {
                    Kind::List { questions, .. } if self.below(5) > 0 => {
                        let inner: Vec<&Question> =
                            questions.iter().map(|at| list.question(*at)).collect();
                        self.rows(&inner)
                    }
                    _ => self.answer(question),
                };
                map.insert(question.id.to_string(), given);
            }
        }
        if self.below(20) == 1 {
            map.insert("bestaat_niet".to_owned(), json!("ja"));
        }
        Json::Object(map)
    }

    fn rows(&mut self, questions: &[&Question]) -> Json {
        let mut rows = Vec::new();
        for at in 0..self.below(4) {
            let mut row = Map::new();
            match self.below(12) {
                0 => {}
                1 => _ = row.insert("id".to_owned(), json!("geen id")),
                2 => _ = row.insert("id".to_owned(), json!(at)),
                _ => _ = row.insert("id".to_owned(), json!(format!("r{at}"))),
            }
            for question in questions {
                if self.below(2) == 0 {
                    row.insert(question.short_id().to_owned(), self.answer(question));
                }
            }
            rows.push(Json::Object(row));
        }
        match self.below(8) {
            0 => json!({ "rijen": rows, "volledig": "nee" }),
            1 => json!({ "rijen": rows, "volledig": "misschien" }),
            2 => json!({ "volledig": "nee" }),
            3 => json!({ "waarde": rows }),
            _ => Json::Array(rows),
        }
    }

    fn answer(&mut self, question: &Question) -> Json {
        let value = self.value(question);
        match self.below(8) {
            0 => {
                json!({ "waarde": value, "bron": "buurvrouw", "aard": "van_ander", "datum": "2026-02-01" })
            }
            1 => json!({ "waarde": value, "toelichting": "" }),
            2 => match self.below(4) {
                0 => json!({ "bron": "buurvrouw" }),
                1 => json!({ "waarde": value, "kleur": "rood" }),
                2 => json!({ "waarde": value, "aard": "roddel" }),
                _ => json!({ "waarde": value, "datum": "gisteren" }),
            },
            _ => value,
        }
    }

    fn value(&mut self, question: &Question) -> Json {
        let words = [
            "onbekend",
            "geweigerd",
            "nvt",
            "gelezen",
            "ja",
            "nee",
            "a",
            "zomaar",
        ];
        let any = |maker: &mut Self| match maker.below(12) {
            0 => json!(null),
            1 => json!(""),
            2 => json!([]),
            3 => json!(7),
            4 => json!({}),
            _ => json!(words[maker.below(words.len())]),
        };
        if self.below(4) == 0 {
            return any(self);
        }
        match &question.kind {
            Kind::YesNo { .. } => json!(["ja", "nee"][self.below(2)]),
            Kind::Choice { options } | Kind::Judgement { options, .. } => {
                json!(&*options[self.below(options.len())].id.0)
            }
            Kind::Choices { options } => {
                let count = self.below(3);
                let chosen = (0..count).map(|_| json!(&*options[self.below(options.len())].id.0));
                Json::Array(chosen.collect())
            }
            Kind::Scale { to, .. } => {
                [json!(0), json!(to), json!(to + 1), json!(-1), json!(1.5)][self.below(5)].clone()
            }
            Kind::Number { .. } => [
                json!(1),
                json!(0.5),
                json!(4),
                json!(-4),
                json!(2.25),
                json!(2),
            ][self.below(6)]
            .clone(),
            Kind::Date { .. } => json!(
                [
                    "2026-02-01",
                    "2026-02-30",
                    "1850-01-01",
                    "1 maart",
                    "2026-3-1"
                ][self.below(5)]
            ),
            Kind::Text { .. } => [json!("Een zin."), json!(3), json!(" ")][self.below(3)].clone(),
            Kind::Person { .. } | Kind::Row { .. } | Kind::Ranking { .. } => [
                json!("r0"),
                json!(["r0", "r1"]),
                json!(["r0", "r0"]),
                json!(["r0"]),
                json!("p1"),
            ][self.below(5)]
            .clone(),
            Kind::List { .. } => {
                [json!("onbekend"), json!("geweigerd"), json!([3])][self.below(3)].clone()
            }
            Kind::Notice { .. } => json!("gelezen"),
        }
    }
}

/// Whether the reader and the schema agree about one set of answers.
fn differ(list: &Questionnaire, given: &Json) -> Option<String> {
    // Late enough that no date is still to come.
    let day = chrono::NaiveDate::from_ymd_opt(2199, 12, 31).unwrap();
    let tree = read_tree(given.to_string().as_bytes(), "antwoorden.json").unwrap();
    let read = answer::read(list, &tree, day);
    let found = faults(&validator(&schema::answers_to(list)), given);
    let meaning = |code: Code| matches!(code, Code::UnknownReference | Code::RepeatedId);
    match (read, found.as_slice()) {
        (Ok(_), [first, ..]) => Some(format!("read, but {first}")),
        (Err(problems), []) => {
            let form = problems
                .into_iter()
                .find(|problem| !meaning(problem.code))?;
            Some(format!(
                "fits, but `{}` at {}:{}",
                form.message, form.place.line, form.place.column
            ))
        }
        _ => None,
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn answers_to_a_small_list_are_read_where_they_fit(
        list in prop::collection::vec(any::<u8>(), 0..60),
        answers in prop::collection::vec(any::<u8>(), 0..120),
    ) {
        let list = small_list::build(&list).list;
        let given = Maker(answers.iter()).answers(&list);
        let how = differ(&list, &given);
        prop_assert!(how.is_none(), "{}\n{given:#}", how.unwrap());
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 100, failure_persistence: None, ..ProptestConfig::default() })]

    /// The practice list has a question of every kind.
    #[test]
    fn answers_to_the_practice_list_are_read_where_they_fit(answers in prop::collection::vec(any::<u8>(), 0..200)) {
        let list = Library::shipped().load("proef").unwrap();
        let given = Maker(answers.iter()).answers(&list);
        let how = differ(&list, &given);
        prop_assert!(how.is_none(), "{}\n{given:#}", how.unwrap());
    }
}

/// A file may name its list beside the answers.
#[test]
fn a_file_with_the_answers_under_a_key_fits_too() {
    let list = Library::shipped().load("rihg").unwrap();
    let schema = validator(&schema::answers_to(&list));
    let answers = json!({ "meerderjarig": "ja", "kleur_wapens": { "waarde": "rood", "toelichting": "Een mes op tafel." } });
    for given in [
        answers.clone(),
        json!({ "vragenlijst": "rihg", "antwoorden": answers }),
    ] {
        assert_eq!(faults(&schema, &given), Vec::<String>::new());
    }
    for wrong in [
        json!({ "antwoorden": { "meerderjarig": "misschien" } }),
        json!({ "kleur_wapens": "paars" }),
        json!({ "kleur_wapen": "rood" }),
        json!({ "meerderjarig": true }),
    ] {
        assert!(!faults(&schema, &wrong).is_empty(), "{wrong}");
    }
}

#[test]
fn a_question_stands_in_its_schema_with_its_words() {
    let list = Library::shipped().load("rihg").unwrap();
    let schema = schema::answers_to(&list);
    let properties = &schema["$defs"]["antwoorden"]["properties"];
    for question in list.questions.iter().filter(|one| one.parent.is_none()) {
        let own = &properties[&*question.id.0];
        assert_eq!(own["title"], json!(question.text.nl), "{}", question.id);
        if let Some(help) = &question.help {
            let said = own["description"].as_str().unwrap();
            assert!(said.contains(&help.nl), "{}", question.id);
        }
        for option in question.options() {
            assert!(
                schema
                    .to_string()
                    .contains(&format!("\"title\":{}", json!(option.text.nl)))
            );
        }
    }
    let id = schema["$id"].as_str().unwrap();
    assert_eq!(
        id,
        format!("urn:top3:schema:antwoorden:rihg:{}:1", list.version.version)
    );
}
