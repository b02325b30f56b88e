//! Many records: whichever road a record goes, it says what `weeg` says.

mod command;
mod files;
mod hostile;
mod packed;
mod rows;
mod same;
mod stopping;
mod table;

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

const ECHO: Wishes = Wishes {
    reasons: true,
    open: true,
    echo: true,
    origin: true,
};

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() })]

    /// Whatever is done to a record, it gets what serde_json and the interpreter say: records of which something is taken
    /// over never go the short road, and are read by those alone.
    #[test]
    fn a_mangled_record_is_read_as_any_json(
        small in prop::collection::vec(any::<u8>(), 30..220).prop_map(|bytes| build(&bytes)),
        form in 0..3_usize,
        edits in prop::collection::vec(edit(), 0..4),
    ) {
        let Some(answers) = written(&small.answers) else { return Ok(()) };
        let id = ["a1", "é", "0"][form];
        let record = json!({ "id": id, "antwoorden": answers });
        let line = match form {
            0 => record.to_string(),
            1 => serde_json::to_string_pretty(&record).unwrap().replace('\n', " "),
            _ => record.to_string().replace(':', ": ").replace(',', ", ").replace("\"0\"", "12"),
        };
        let mut line = line.into_bytes();
        for (place, edit) in edits {
            edit.apply(&mut line, place);
        }
        let (mut short, mut long) = (Vec::new(), Vec::new());
        let list = [&small.list];
        let fate = Batch::new(list, today(), ALL).line(&line, &mut Scratch::default(), &mut short);
        let same = Batch::new(list, today(), ECHO).line(&line, &mut Scratch::default(), &mut long);
        let shown = String::from_utf8_lossy(&line).into_owned();
        prop_assert_eq!(fate, same, "{}", &shown);
        prop_assert!(fate == Fate::Refused || serde_json::from_slice::<Json>(&line).is_ok(), "{}", &shown);
        let [short, long] = [short, long].map(|line| String::from_utf8(line).unwrap());
        if long.contains("\"record\":{}") {
            prop_assert_eq!(short, long.replacen(",\"record\":{}", "", 1), "{}", &shown);
        }
    }
}

/// Something that goes wrong with a line.
#[derive(Clone, Debug)]
enum Edit {
    Cut,
    Drop,
    Put(&'static str),
    Byte(u8),
    Twice(usize),
}

impl Edit {
    fn apply(&self, line: &mut Vec<u8>, place: usize) {
        let at = place % (line.len() + 1);
        match self {
            Self::Cut => line.truncate(at),
            Self::Drop if at < line.len() => _ = line.remove(at),
            Self::Drop => {}
            Self::Put(text) => _ = line.splice(at..at, text.bytes()),
            Self::Byte(byte) if at < line.len() => line[at] = *byte,
            Self::Byte(byte) => line.push(*byte),
            Self::Twice(len) => {
                let part = line[at..line.len().min(at + len)].to_vec();
                _ = line.splice(at..at, part);
            }
        }
    }
}

fn edit() -> impl Strategy<Value = (usize, Edit)> {
    let put = [
        ",",
        "{",
        "}",
        ":",
        "\"",
        "\\",
        "[]",
        "{}",
        "null",
        "0",
        "01",
        "-1",
        "1e2",
        "1.5",
        "\"ja\"",
        "true",
        "\u{0}",
        "\t",
        " ",
        "\u{feff}",
        "é",
        "\\u0061",
        "\\ud800",
        "\"x\":1,",
        "\"id\":2,",
    ];
    let edit = prop_oneof![
        Just(Edit::Cut),
        Just(Edit::Drop),
        prop::sample::select(put.to_vec()).prop_map(Edit::Put),
        any::<u8>().prop_map(Edit::Byte),
        (1..20_usize).prop_map(Edit::Twice),
    ];
    (any::<usize>(), edit)
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
