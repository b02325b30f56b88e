//! Many records: whichever road a record goes, it says what `weeg` says.

mod files;
mod rows;

use proptest::prelude::*;
use serde_json::{Value as Json, json};
use top3::answer::{Answers, Value, typed};
use top3::assessment::assess;
use top3::batch::{Batch, Fate, Scratch, Wishes};

use crate::support::program::Program;
use crate::support::small_list::{build, today};

const ALL: Wishes = Wishes {
    reasons: true,
    open: true,
    echo: false,
    origin: true,
};
const LEVELS: Wishes = Wishes {
    reasons: false,
    open: false,
    echo: false,
    origin: false,
};

proptest! {
    #![proptest_config(ProptestConfig { cases: 150, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_record_gets_what_weeg_says(small in prop::collection::vec(any::<u8>(), 30..220).prop_map(|bytes| build(&bytes))) {
        let Some(answers) = written(&small.answers) else { return Ok(()) };
        let weighed = serde_json::to_value(assess(&small.list, &small.answers, today())).unwrap();
        for wishes in [LEVELS, ALL] {
            let batch = Batch::new([&small.list], today(), wishes);
            let plain = run(&batch, &json!({ "id": "a1", "antwoorden": answers }));
            let alone = run(&batch, &json!({ "id": "a1", "antwoorden": answers, "zomaar": 1 }));
            prop_assert_eq!(&plain, &alone, "{}", small.described());
            let line: Json = serde_json::from_str(&plain).unwrap();
            let outcomes = line["uitkomsten"].as_object().unwrap();
            prop_assert_eq!(outcomes.len(), weighed["uitkomsten"].as_object().unwrap().len());
            for (id, outcome) in outcomes {
                for (name, value) in outcome.as_object().unwrap() {
                    let full = &weighed["uitkomsten"][id];
                    let wanted = match name.as_str() {
                        "vast_door" => continue,
                        "regel" | "bron" => &full["redenen"][0][name],
                        _ => &full[name],
                    };
                    prop_assert_eq!(value, wanted, "{} {} {}", id, name, small.described());
                }
            }
        }
    }
}

/// The answers as a script writes them; nothing for what it would write in rows.
fn written(answers: &Answers) -> Option<Json> {
    let mut map = serde_json::Map::new();
    if answers.lists().next().is_some() {
        return None;
    }
    for (key, answer) in answers.iter() {
        let value = match &answer.value {
            Value::Choices(ids) => json!(ids.iter().map(ToString::to_string).collect::<Vec<_>>()),
            Value::Rows(_) => return None,
            value => json!(typed(value)),
        };
        map.insert(key.to_string(), value);
    }
    Some(Json::Object(map))
}

fn run(batch: &Batch<'_>, record: &Json) -> String {
    let mut out = Vec::new();
    let line = record.to_string();
    let fate = batch.line(line.as_bytes(), &mut Scratch::default(), &mut out);
    let out = String::from_utf8(out).unwrap();
    assert_eq!(fate, Fate::Assessed, "{line} gives {out}");
    out
}

/// A folder of its own with a small list in it that has a question of most kinds.
fn program() -> Program {
    let program = Program::new();
    program.write("feest.yaml", include_str!("batch/lijst.yaml"));
    program
}

/// The lines of an output as JSON.
fn lines(out: &str) -> Vec<Json> {
    out.lines()
        .map(|line| serde_json::from_str(line).unwrap_or_else(|_| panic!("{line}")))
        .collect()
}
