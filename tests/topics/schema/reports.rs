//! What the program really prints for other programs fits the schemas that it prints, and nothing else does: a misspelt
//! name anywhere is found.

use std::collections::BTreeSet;

use jsonschema::Validator;
use serde_json::{Value as Json, json};

use crate::support::program::Program;
use crate::support::schema::{faults, validator};
use crate::topics::overstap::party;

/// The schema as the program prints it.
pub(super) fn schema(args: &[&str]) -> Validator {
    let program = Program::new();
    let run = program.run(&[&["schema"][..], args].concat());
    assert_eq!((run.code, run.err.as_str()), (Some(0), ""), "{args:?}");
    validator(&serde_json::from_str(&run.out).unwrap())
}

/// Every object in a value, by its path.
fn objects(value: &Json, path: &str, found: &mut Vec<String>) {
    match value {
        Json::Object(members) => {
            if !members.is_empty() {
                found.push(path.to_owned());
            }
            for (name, inner) in members {
                objects(
                    inner,
                    &format!("{path}/{}", name.replace('~', "~0").replace('/', "~1")),
                    found,
                );
            }
        }
        Json::Array(items) => {
            for (at, inner) in items.iter().enumerate() {
                objects(inner, &format!("{path}/{at}"), found);
            }
        }
        _ => {}
    }
}

/// Whether a table by id stands here.
fn is_table(path: &str, by_id: &[&str]) -> bool {
    by_id.iter().any(|name| path.ends_with(&format!("/{name}")))
}

/// A path without the places of rows and the ids in these tables.
fn kind(path: &str, by_id: &[&str]) -> String {
    let mut kind = String::new();
    for part in path.split('/').skip(1) {
        let any = is_table(&kind, by_id) || part.chars().all(|c| c.is_ascii_digit());
        kind.push('/');
        kind.push_str(if any { "*" } else { part });
    }
    kind
}

/// The value fits; with any one name in it misspelt it does not, but in these tables by id, and in what stands in them.
pub(super) fn fits(schema: &Validator, value: &Json, by_id: &[&str]) {
    assert_eq!(faults(schema, value), Vec::<String>::new(), "{value:#}");
    let mut paths = Vec::new();
    objects(value, "", &mut paths);
    // One of every kind: that rows and tables by id hold the same, their schema says.
    let mut kinds = BTreeSet::new();
    paths.retain(|path| kinds.insert(kind(path, by_id)));
    for path in paths {
        let names: Vec<String> = value
            .pointer(&path)
            .unwrap()
            .as_object()
            .unwrap()
            .keys()
            .cloned()
            .collect();
        for name in names {
            let mut changed = value.clone();
            let object = changed.pointer_mut(&path).unwrap().as_object_mut().unwrap();
            let inner = object.remove(&name).unwrap();
            object.insert(format!("{name}x"), inner);
            let free = is_table(&path, by_id);
            assert_eq!(
                schema.is_valid(&changed),
                free,
                "`{name}` misspelt at `{path}`"
            );
        }
    }
}

fn lines(text: &str) -> Vec<Json> {
    text.lines()
        .map(|line| serde_json::from_str(line).unwrap())
        .collect()
}

pub(super) fn one(program: &Program, code: i32, args: &[&str]) -> Json {
    let run = program.run(args);
    assert_eq!(run.code, Some(code), "{args:?}: {}", run.err);
    serde_json::from_str(&run.out).unwrap_or_else(|_| panic!("{args:?}: {}", run.out))
}

const RECORDS: &str = r#"{"id": 1, "regio": "noord", "antwoorden": {"meerderjarig": "ja", "kleur_wapens": {"waarde": "rood", "toelichting": "Mes."}, "kleur_lichamelijk_geweld": {"waarde": "rood", "toelichting": "Plek."}}}
{"id": "b", "antwoorden": {"meerderjarig": "nee"}}
{"id": 3, "antwoorden": {"meerderjarig": "misschien", "wapen": "ja"}}
{"antwoorden": {}}
{"id": 5, "antwoorden":
"#;

#[test]
fn lines_of_a_batch_fit() {
    let program = Program::new();
    program.write("in.ndjson", RECORDS);
    let schema = schema(&["batchregel"]);
    let mut seen = BTreeSet::new();
    for more in [
        &[][..],
        &["--herkomst", "melding"],
        &["--redenen", "--nog-open", "--overnemen"],
    ] {
        let run = program.run(&[&["batch", "rihg", "in.ndjson"][..], more].concat());
        assert_eq!(run.code, Some(0), "{}", run.err);
        for line in lines(&run.out) {
            seen.extend(line.as_object().unwrap().keys().cloned());
            fits(&schema, &line, &["uitkomsten", "record"]);
        }
    }
    let names = [
        "datum",
        "fouten",
        "id",
        "niet_toepasbaar",
        "record",
        "uitkomsten",
        "vragenlijst",
    ];
    assert_eq!(seen.iter().map(String::as_str).collect::<Vec<_>>(), names);
    for wrong in [
        json!({ "id": 1 }),
        json!({ "id": 1, "fouten": [] }),
        json!({ "id": true, "uitkomsten": {} }),
        json!({ "id": 1, "uitkomsten": {}, "fouten": [{ "code": "V205", "melding": "", "tip": "", "plaats": "", "kolom": 1 }] }),
        json!({ "id": 1, "uitkomsten": { "drempel": "gehaald" } }),
    ] {
        assert!(!schema.is_valid(&wrong), "{wrong}");
    }
}

#[test]
fn records_for_a_batch_fit() {
    let (any, rihg) = (
        schema(&["batchrecord"]),
        schema(&["batchrecord", "--voor", "rihg"]),
    );
    for line in RECORDS.lines() {
        let Ok(record) = serde_json::from_str::<Json>(line) else {
            continue;
        };
        assert_eq!(faults(&any, &record), Vec::<String>::new());
        assert_eq!(rihg.is_valid(&record), record["id"] != 3, "{record}");
    }
    for wrong in [
        json!({ "id": 1, "antworden": {} }),
        json!({ "id": [1], "antwoorden": {} }),
        json!({ "id": 1, "antwoorden": { "meerderjarig": null } }),
        json!({ "id": 1, "vragenlijst": { "id": "rihg" }, "antwoorden": {} }),
    ] {
        assert!(!any.is_valid(&wrong) && !rihg.is_valid(&wrong), "{wrong}");
    }
}

#[test]
fn reports_of_verifying_fit() {
    let program = Program::new();
    let schema = schema(&["nakijkverslag"]);
    program.write("in.ndjson", RECORDS);
    let made = program.run(&["batch", "rihg", "in.ndjson"]).out;
    let changed = made.replacen("\"ondergrens\":2", "\"ondergrens\":1", 1);
    program.write("uit.ndjson", &changed);
    let run = program.run(&["verifieer", "uit.ndjson", "in.ndjson", "--formaat", "json"]);
    let verdicts: Vec<String> = lines(&run.out)
        .iter()
        .map(|report| {
            // What is stated and computed can be anything.
            fits(&schema, report, &["vermeld", "berekend"]);
            report["oordeel"].as_str().unwrap().to_owned()
        })
        .collect();
    assert_eq!(
        verdicts,
        ["wijkt_af", "klopt", "foutregel", "klopt", "foutregel"]
    );
    let case = program.example("hulp-en-plan.yaml");
    assert_eq!(
        program.run(&["plan", &case, "-o", "plan.yaml"]).code,
        Some(0)
    );
    let of_plan = one(
        &program,
        0,
        &[
            "verifieer",
            "plan.yaml",
            "--casus",
            &case,
            "--formaat",
            "json",
        ],
    );
    fits(&schema, &of_plan, &[]);
    let mut wrong = of_plan;
    wrong["oordeel"] = json!("goed");
    assert!(!schema.is_valid(&wrong));
}

/// A sum that differs comes with what each part adds, also where an answer is missing.
#[test]
fn a_sum_that_differs_fits() {
    let program = Program::new();
    let list = concat!(
        env!("CARGO_MANIFEST_DIR"),
        "/tests/instruments/phq-9/phq-9.yaml"
    );
    program.write("r.yaml", "vragenlijst: phq-9\nantwoorden: {weinig_plezier: enkele_dagen, slaap: onbekend}\nuitkomsten: {score: 1}\n");
    let report = one(
        &program,
        1,
        &[
            "verifieer",
            "r.yaml",
            "--vragenlijst",
            list,
            "--formaat",
            "json",
        ],
    );
    assert!(
        report["verschillen"][0]["optelling"]
            .as_array()
            .unwrap()
            .len()
            > 5
    );
    fits(&schema(&["nakijkverslag"]), &report, &[]);
}

#[test]
fn comparisons_fit() {
    let program = Program::new();
    let schema = schema(&["vergelijking"]);
    let (first, second) = (
        program.example("hulp-en-plan.yaml"),
        program.example("acuut-onveilig.yaml"),
    );
    for (then, now) in [(&first, &second), (&second, &first)] {
        let value = one(&program, 0, &["vergelijk", then, now, "--formaat", "json"]);
        assert_eq!(value["gelijk"], false);
        // Too many answers to misspell each.
        assert_eq!(faults(&schema, &value), Vec::<String>::new());
    }
    program.write("toen.yaml", "meerderjarig: ja\n");
    program.write("nu.yaml", "meerderjarig: ja\nkleur_wapens: rood\nkleur_lichamelijk_geweld: { waarde: rood, toelichting: Plek. }\n");
    let args = [
        "vergelijk",
        "toen.yaml",
        "nu.yaml",
        "--vragenlijst",
        "rihg",
        "--formaat",
        "json",
    ];
    let value = one(&program, 0, &args);
    assert!(!value["uitkomsten"].as_array().unwrap().is_empty());
    fits(&schema, &value, &[]);
}

#[test]
fn comparisons_of_plans_fit() {
    let program = Program::new();
    let schema = schema(&["planvergelijking"]);
    let id = program.example("hulp-en-plan.yaml");
    assert_eq!(program.run(&["plan", &id, "-o", "een.yaml"]).code, Some(0));
    let sent = std::fs::read_to_string(program.file("een.yaml")).unwrap();
    let (was, now) = ("leeftijd: 7", "leeftijd: 8");
    assert!(sent.contains(was), "{sent}");
    let said = sent
        .replacen(was, now, 1)
        .replacen("- wie:\n", "- wie: p2\n", 1)
        .replacen("    lukt:\n", "    lukt: nee\n", 1);
    program.write("twee.yaml", &said);
    let args = ["vergelijk", "een.yaml", "twee.yaml", "--formaat", "json"];
    let value = one(&program, 0, &args);
    assert_eq!(value["gelijk"], false);
    assert_eq!(value["verschillen"][0]["toen"], "7");
    assert_eq!(value["verschillen"][0]["nu"], "8");
    assert_eq!(value["terugmeldingen"][0]["alleen_in"], "nu");
    fits(&schema, &value, &[]);
    let same = one(
        &program,
        0,
        &["vergelijk", "een.yaml", "een.yaml", "--formaat", "json"],
    );
    assert_eq!(same["gelijk"], true);
}

#[test]
fn differences_of_lists_fit() {
    let program = Program::new();
    let schema = schema(&["lijstverschil"]);
    let value = one(
        &program,
        0,
        &[
            "vragenlijst",
            "vergelijk",
            "basis",
            "knmg",
            "--formaat",
            "json",
        ],
    );
    let all = value["verschillen"].as_array().unwrap();
    let how: BTreeSet<&str> = all.iter().map(|one| one["hoe"].as_str().unwrap()).collect();
    assert!(how.contains("veranderd"), "{how:?}");
    fits(&schema, &value, &[]);
    let same = one(
        &program,
        0,
        &[
            "vragenlijst",
            "vergelijk",
            "rihg",
            "rihg",
            "--formaat",
            "json",
        ],
    );
    assert_eq!(
        (&same["gelijk"], &same["verschillen"]),
        (&json!(true), &json!([]))
    );
    fits(&schema, &same, &[]);
    let text = program
        .run(&["vragenlijst", "vergelijk", "basis", "knmg", "--alles"])
        .out;
    for one in all {
        assert!(text.contains(one["id"].as_str().unwrap()), "{one}");
    }
}

/// What would change is looked at, then done, then there is nothing left.
#[test]
fn a_move_fits_before_and_after() {
    let program = Program::new();
    let schema = schema(&["overstap"]);
    let id = party(&program).to_string();
    let look = |how: &str| {
        let value = one(&program, 0, &["overstap", &id, how, "--formaat", "json"]);
        fits(&schema, &value, &[]);
        value
    };
    let before = look("--alleen-kijken");
    assert_eq!(before["overgestapt"], false);
    assert!(
        !before["zonder_plaats"]["antwoorden"]
            .as_array()
            .unwrap()
            .is_empty()
    );
    assert!(
        !before["lijst"]["verschillen"]
            .as_array()
            .unwrap()
            .is_empty()
    );
    let mut done = look("--akkoord");
    assert_eq!(done["overgestapt"], true);
    done["overgestapt"] = json!(false);
    assert_eq!(done, before);
    let after = look("--alleen-kijken");
    assert_eq!(
        (&after["zelfde"], &after["overgestapt"]),
        (&json!(true), &json!(false))
    );
    let asks = program.run(&["overstap", &id, "--formaat", "json"]);
    crate::support::program::refused(&asks, 2, &["--alleen-kijken", "--akkoord"]);
}

#[test]
fn an_analysis_fits() {
    let program = Program::new();
    let schema = schema(&["analyse"]);
    let value = one(
        &program,
        0,
        &["vragenlijst", "analyse", "proef", "--formaat", "json"],
    );
    assert!(!value["uitkomsten"].as_object().unwrap().is_empty());
    fits(&schema, &value, &["uitkomsten", "rijen"]);
    // A promise that does not hold.
    program.write("mis.yaml", MIS);
    let value = one(
        &program,
        1,
        &["vragenlijst", "analyse", "mis.yaml", "--formaat", "json"],
    );
    assert_eq!(value["eigenschappen"][0]["oordeel"], "weerlegd");
    fits(&schema, &value, &["uitkomsten", "rijen"]);
}

const MIS: &str = "\
id: mis
versie: 1.0.0
titel: Mis
bron: Eigen voorbeeld
onderdelen:
  - id: deel
    titel: Deel
    vragen:
      - { id: een, vraag: Een?, soort: ja_nee }
      - { id: twee, vraag: Twee?, soort: ja_nee }
afgeleid:
  - id: kleur
    regels:
      - { als: { vraag: een, is: ja }, is: rood, reden: Een. }
      - { anders: groen }
eigenschappen:
  - { id: nooit_rood, nooit: { waarde_van: kleur, is: rood } }
";

#[test]
fn coverage_fits() {
    let program = Program::new();
    let schema = schema(&["dekking"]);
    let value = one(
        &program,
        0,
        &["vragenlijst", "dekking", "proef", "--formaat", "json"],
    );
    fits(&schema, &value, &["voorbeeld/antwoorden"]);
    let list = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/instruments/phq-9");
    let run = program.run(&[
        "vragenlijst",
        "dekking",
        list,
        "--muteer",
        "--minstens",
        "0",
        "--formaat",
        "json",
    ]);
    let value: Json = serde_json::from_str(&run.out).unwrap();
    assert!(value["lijsten"][0]["wijzigingen"].is_object(), "{value}");
    assert_eq!(faults(&schema, &value), Vec::<String>::new());
    program.write("kapot.yaml", "id: kapot\n");
    let broken = one(
        &program,
        1,
        &["vragenlijst", "dekking", "kapot.yaml", "--formaat", "json"],
    );
    fits(&schema, &broken, &[]);
}

/// What `tel` tells, and what may be published of it.
#[test]
fn counts_fit() {
    let program = Program::new();
    program.write("in.ndjson", RECORDS);
    program.write(
        "uit.ndjson",
        &program.run(&["batch", "rihg", "in.ndjson"]).out,
    );
    for (what, more) in [("telling", &[][..]), ("publicatie", &["--publiceer"][..])] {
        let args = [&["tel", "uit.ndjson", "--formaat", "json"][..], more].concat();
        let value = one(&program, 0, &args);
        assert_eq!(
            faults(&schema(&[what]), &value),
            Vec::<String>::new(),
            "{value}"
        );
        let mut wrong = value.clone();
        let members = wrong.as_object_mut().unwrap();
        let list = members.remove("lijsten").unwrap();
        members.insert("lijstn".to_owned(), list);
        assert!(!schema(&[what]).is_valid(&wrong));
    }
}
