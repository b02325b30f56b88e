//! Records in columns, as spreadsheets write them.

use std::fs;

use serde_json::{Value as Json, json};

use super::{lines, program};
use crate::support::program::{Run, refused};

/// A table and the run over it.
fn run(name: &str, table: impl AsRef<[u8]>) -> Run {
    let program = program();
    fs::write(program.file(name), table).unwrap();
    program.run(&["batch", "feest.yaml", name, "--herkomst", "melding"])
}

/// The same records as lines of JSON.
fn as_json(records: &[Json]) -> String {
    let lines: String = records.iter().map(|one| format!("{one}\n")).collect();
    let run = program().run_with(&["batch", "feest.yaml", "--herkomst", "melding"], &lines);
    assert_eq!(run.code, Some(0), "{run:?}");
    run.out
}

fn fault(run: &Run, line: usize) -> Json {
    lines(&run.out)[line]["fouten"][0].clone()
}

#[test]
fn a_row_is_the_record_that_it_says() {
    let wanted = as_json(&[
        json!({ "id": "a1", "antwoorden": { "jarig": "ja", "lekkers": ["taart", "soep"], "gasten": 12, "zin": 7 } }),
        json!({ "id": "a;\"2\"\nx", "antwoorden": { "jarig": "onbekend", "lekkers": [] } }),
        json!({ "id": "0041", "antwoorden": { "jarig": "nee" } }),
    ]);
    let comma = "id,jarig,lekkers,gasten,zin\na1,ja,\"taart, soep\",12,7\n\"a;\"\"2\"\"\nx\",onbekend,geen,,\n0041,nee,, ,\n";
    let semicolon = "\u{feff}id;jarig;lekkers;gasten;zin\r\na1;ja;taart, soep;12;7\r\n\"a;\"\"2\"\"\nx\";onbekend;[];;\r\n\r\n0041;nee;;;\r\n;;;;\r\n";
    let tab = "id\tjarig\tlekkers\tgasten\tzin\na1\tja\tsoep,taart\t12\t7\n\"a;\"\"2\"\"\nx\"\tonbekend\t[]\t\t\n0041\tnee\t\t\t";
    let told = format!("sep=;\r\n{}", &semicolon[3..]);
    let old = comma
        .replace("\nx", "#")
        .replace('\n', "\r")
        .replace('#', "\nx");
    for (name, table) in [
        ("in.csv", comma),
        ("in.csv", semicolon),
        ("in.CSV", tab),
        ("in.tsv", tab),
        ("in.csv", &told),
        ("in.csv", &old),
    ] {
        let run = run(name, table);
        assert_eq!(
            (run.code, &run.out),
            (Some(0), &wanted),
            "{table}\n{}",
            run.err
        );
    }
    let program = program();
    let by_name = program.run_with(
        &[
            "batch",
            "feest.yaml",
            "--van",
            "csv",
            "--herkomst",
            "melding",
        ],
        comma,
    );
    assert_eq!(by_name.out, wanted);
    let english = program.run_with(
        &[
            "batch",
            "feest.yaml",
            "--from",
            "tsv",
            "--herkomst",
            "melding",
        ],
        tab,
    );
    assert_eq!(english.out, wanted);
}

#[test]
fn an_empty_cell_is_never_no() {
    let run = run("in.csv", "id,jarig,geheim\n1,,\n2,nee,nee\n");
    let said = lines(&run.out);
    assert!(said[0].get("niet_toepasbaar").is_none(), "{}", run.out);
    assert!(said[1].get("niet_toepasbaar").is_some(), "{}", run.out);
}

#[test]
fn a_table_without_ids_has_a_line_for_each_row() {
    let run = run("in.csv", "jarig,geheim\nja,ja\n,\nja,misschien\n");
    let said = lines(&run.out);
    assert_eq!(said.len(), 3);
    assert!(said.iter().all(|line| line["id"].is_null()), "{}", run.out);
    assert_eq!(fault(&run, 2)["plaats"], "/antwoorden/geheim");
    assert_eq!(fault(&run, 2)["kolom"], 2);
}

#[test]
fn a_wrong_header_is_said_before_anything_is_assessed() {
    let faulty = run(
        "in.csv",
        "id;jarg;gasten;gasten;;mensen;leeftijd;id\n1;ja;;;;;;\n",
    );
    refused(
        &faulty,
        1,
        &[
            "De vraag `jarg` bestaat niet",
            "Bedoelde u `jarig`?",
            "`gasten` staat er twee keer",
            "geen naam",
            "Bij `mensen` horen rijen",
            "`leeftijd` hoort bij de rijen",
            "NDJSON",
            "niet vooraan",
            "niets gewogen",
        ],
    );
    let caret = "1 | id;jarg;gasten;gasten;;mensen;leeftijd;id\n  |    ^^^^\n";
    assert!(faulty.err.contains(caret), "{}", faulty.err);
    let below = run("in.csv", "sep=;\nid;jarg\n1;ja\n");
    assert!(below.err.contains("in.csv:2:4"), "{}", below.err);
    let wide = run("in.csv", b"\xFF\xFEi\0d\0;\0j\0a\0r\0i\0g\0\n\0");
    refused(&wide, 1, &["UTF-16", "CSV UTF-8"]);
}

#[test]
fn a_bad_row_is_an_error_line_and_the_run_goes_on() {
    let mut table =
        b"id,jarig,plek\n1,ja\n2,ja,park,rood\n3,ja,prak\n4,j\xE9,park\n5,ja,park\n6,ja,".to_vec();
    table.extend(vec![b'x'; 1_200_000]);
    table.extend(b"\n7,ja,park\n");
    let run = run("in.csv", table);
    assert_eq!(run.code, Some(0));
    let said = lines(&run.out);
    let ids: Vec<&Json> = said.iter().map(|line| &line["id"]).collect();
    assert_eq!(json!(ids), json!(["1", "2", "3", "4", "5", null, "7"]));
    let faults: Vec<(Json, Json, Json)> = said
        .iter()
        .map(|line| {
            let fault = &line["fouten"][0];
            (
                fault["code"].clone(),
                fault["plaats"].clone(),
                fault["kolom"].clone(),
            )
        })
        .collect();
    let fault = |code: &str, place: &str, column: usize| (json!(code), json!(place), json!(column));
    let none = (Json::Null, Json::Null, Json::Null);
    assert_eq!(
        faults,
        [
            fault("V202", "", 3),
            fault("V202", "", 4),
            fault("V303", "/antwoorden/plek", 3),
            fault("V103", "/antwoorden/jarig", 2),
            none.clone(),
            fault("V102", "", 1),
            none,
        ]
    );
    assert!(
        said[0]["fouten"][0]["melding"]
            .as_str()
            .unwrap()
            .contains("2 cellen, en in de kop 3")
    );
    assert!(
        said[2]["fouten"][0]["tip"]
            .as_str()
            .unwrap()
            .contains("Bedoelde u `park`?")
    );
    assert!(
        run.err.contains("5 van de 7 records") && run.err.contains("de regels 2-5, 7 van"),
        "{}",
        run.err
    );
    assert!(!run.out.contains("regel 2"));
}

#[test]
fn a_quotation_mark_that_never_closes_is_no_shorter_run() {
    for table in [
        "id,plek\n1,park\n2,\"park\n3,park\n",
        "id,plek\n1,park\n2,\"park",
    ] {
        let run = run("in.csv", table);
        assert_eq!(run.code, Some(1), "{}", run.err);
        let said = lines(&run.out);
        assert_eq!(said.len(), 2, "{}", run.out);
        assert_eq!(said[1]["id"], "2");
        assert_eq!(fault(&run, 1)["code"], "V101");
        assert!(run.err.contains("regel 3 van in.csv"), "{}", run.err);
    }
    let closed = run("in.csv", "id,plek\n1,\"park\"");
    assert_eq!(closed.code, Some(0), "{}", closed.err);
    let inside = run("in.csv", "id,verhaal\n1,een 5\" scherm\n");
    assert_eq!(inside.code, Some(0), "{}", inside.out);
}

#[test]
fn columns_are_of_one_list_and_say_what_is_taken_over() {
    let program = program();
    program.write("in.csv", "id,jarig\n1,ja\n");
    refused(
        &program.run(&["batch", "feest.yaml,rihg", "in.csv"]),
        2,
        &["één vragenlijst", "NDJSON"],
    );
    refused(
        &program.run(&["batch", "feest.yaml", "in.csv", "--overnemen"]),
        2,
        &["zegt u zelf", "--overnemen=regio,jaar"],
    );
}

#[test]
fn nothing_in_gives_nothing_out() {
    for (name, text) in [
        ("in.csv", ""),
        ("in.csv", "\n\n"),
        ("in.csv", "id,jarig\n"),
        ("in.tsv", "\u{feff}"),
        ("in.ndjson", "\n \n"),
    ] {
        let run = run(name, text);
        assert_eq!(
            (run.code, run.out.as_str()),
            (Some(0), ""),
            "{name} {text:?} {}",
            run.err
        );
    }
}

/// A first row that is no header is a record: no message shows what stands in it.
#[test]
fn a_record_in_the_place_of_a_header_is_not_shown() {
    let run = run("in.csv", "c001;rood;ja\nc002;geel;nee\n");
    assert_eq!(run.code, Some(1), "{}", run.err);
    assert!(run.err.contains("is geen kop"), "{}", run.err);
    assert!(
        !run.err.contains("rood") && !run.err.contains("c001"),
        "{}",
        run.err
    );
}

/// Columns that are no questions go along where they are named, whatever they are called.
#[test]
fn columns_that_are_named_are_taken_over() {
    let program = program();
    let table = "id;regio;jarig;antwoorden;zin;vragenlijst\na1;Noord \"x\";ja;=1+1;3;\na2;Zuid;jaa;;;rihg\na3;Oost\na4;;onbekend;;7;z\n";
    program.write("in.csv", table);
    let named = "--overnemen=regio,antwoorden,vragenlijst,zin";
    let run = program.run(&["batch", "feest.yaml", "in.csv", named]);
    assert_eq!(run.code, Some(0), "{}", run.err);
    let said = lines(&run.out);
    let records: Vec<&Json> = said.iter().map(|line| &line["record"]).collect();
    assert_eq!(
        json!(records),
        json!([
            { "regio": "Noord \"x\"", "antwoorden": "=1+1", "zin": "3", "vragenlijst": "" },
            { "regio": "Zuid", "antwoorden": "", "zin": "", "vragenlijst": "rihg" },
            {},
            { "regio": "", "antwoorden": "", "zin": "7", "vragenlijst": "z" },
        ])
    );
    // A question that is taken over is answered all the same, and nothing else changes.
    let json = concat!(
        "{\"id\":\"a1\",\"antwoorden\":{\"jarig\":\"ja\",\"zin\":3}}\n",
        "{\"id\":\"a4\",\"antwoorden\":{\"jarig\":\"onbekend\",\"zin\":7}}\n"
    );
    let plain = lines(&program.run_with(&["batch", "feest.yaml"], json).out);
    for (line, wanted) in [(&said[0], &plain[0]), (&said[3], &plain[1])] {
        assert_eq!(line["uitkomsten"], wanted["uitkomsten"]);
        assert_eq!(line["vragenlijst"], wanted["vragenlijst"]);
    }
    assert_eq!(said[1]["fouten"][0]["plaats"], "/antwoorden/jarig");
    assert_eq!(said[1]["fouten"][0]["kolom"], 3);
    let args = [
        "batch",
        "feest.yaml",
        "in.csv",
        named,
        "--to",
        "csv",
        "--origin",
        "message",
    ];
    let out = program.run(&args);
    let rows: Vec<&str> = out.out.lines().collect();
    assert!(
        rows[0].starts_with(
            "id,record.regio,record.antwoorden,record.vragenlijst,record.zin,drukte.waarde,"
        ),
        "{}",
        rows[0]
    );
    assert!(
        rows[1].starts_with("a1,\"Noord \"\"x\"\"\",'=1+1,,3,"),
        "{}",
        rows[1]
    );
    assert!(rows[3].starts_with("a3,,,,,"), "{}", rows[3]);
    // Of records in JSON the same names go along, and no others.
    let json = "{\"id\":1,\"regio\":\"Noord\",\"jaar\":2026,\"antwoorden\":{}}";
    let one = program.run_with(&["batch", "feest.yaml", "--overnemen=jaar"], json);
    assert_eq!(lines(&one.out)[0]["record"], json!({ "jaar": 2026 }));
}

#[test]
fn a_column_that_is_not_there_is_not_taken_over_in_silence() {
    let program = program();
    program.write("in.csv", "id,regio,jarig\na1,Noord,ja\n");
    let wrong = program.run(&["batch", "feest.yaml", "in.csv", "--overnemen=regoi"]);
    refused(
        &wrong,
        2,
        &["geen kolom `regoi` in in.csv", "Bedoelde u `regio`?"],
    );
    let unnamed = program.run(&["batch", "feest.yaml", "in.csv"]);
    refused(
        &unnamed,
        1,
        &["De vraag `regio` bestaat niet", "--overnemen=NAAM"],
    );
    program.write("map.yaml", "jarig: ja");
    std::fs::create_dir(program.file("map")).unwrap();
    fs::rename(program.file("map.yaml"), program.file("map/a.yaml")).unwrap();
    let folder = program.run(&["batch", "feest.yaml", "map", "--overnemen=regio"]);
    refused(&folder, 2, &["In een map", "--overnemen"]);
}
