//! Input that means harm, or that nobody thought of: never a crash, never a record lost, the same with any number of threads.
//! The shapes are those that the public suite for JSON parsers goes through, written here by ourselves.

use std::fs;

use serde_json::{Value as Json, json};

use super::program;

const DEEP: usize = 20_000;

/// JSON that is right, wrong, or a matter of taste.
fn shapes() -> Vec<Vec<u8>> {
    let mut shapes: Vec<Vec<u8>> = [
        // Right.
        "{}", "[]", "null", "true", "false", "\"\"", "0", "-0", "-0.0", "1", "-1", "1.5", "1E5", "1e+5", "1e-5", "0e1", "123456789012345678901234567890",
        "1e400", "-1e400", "1e-400", "0.0000000000000000000000000000000000000000000000000000000000000000000000000000000000000001",
        "[1,2]", "[ ]", "{ }", " {} ", "\t[\r]", "[[],[[]]]", "[null,1,\"1\",{}]", r#"{"":0}"#, r#"{"a":{"a":{"a":[]}}}"#, r#"{"a":1,"b":2}"#,
        r#""\u0060\u012a\u12AB""#, r#""\ud801\udc37""#, r#""\"\\\/\b\f\n\r\t""#, r#""\u0000""#, r#""\u0022""#, r#""\uFFFF""#, "\"\u{2028}\u{2029}\"", "\"\u{feff}\"", "\"\u{7f}\"",
        "\"\u{1f600}\"", "\"\u{10ffff}\"", r#""a\u0301""#,
        // A matter of taste: halves of characters, repeated keys, a mark before the line.
        r#""\ud800""#, r#""\udc00""#, r#""\ud800\ud800""#, r#""\ud800x""#, r#""\udc00\ud800""#, r#""\uD800\n""#, r#"{"a":1,"a":1}"#, r#"{"a":1,"a":2}"#, r#"{"\u0061":1,"a":2}"#,
        "\u{feff}{}", r#"{"\ud800":1}"#,
        // Wrong.
        "[", "]", "{", "}", "[1", "[1,", "[1,]", "[,1]", "[1,,2]", "[1 2]", "{\"a\"", "{\"a\":", "{\"a\":1", "{\"a\":1,", "{\"a\":1,}", "{,}", "{a:1}", "{'a':1}", "{1:1}", "{\"a\" 1}", "{\"a\"::1}", "{\"a\":1 \"b\":2}",
        "nul", "nulll", "tru", "TRUE", "None", "NaN", "Infinity", "-Infinity", "+1", "01", "-01", "1.", ".5", "-", "--1", "1e", "1e+", "0x1", "1_000", "1,5", "1 000", "\u{ff11}",
        "\"", "\"a", "a\"", "'a'", r#""\a""#, r#""\x00""#, r#""\u""#, r#""\u12""#, r#""\u12G4""#, r#""\""#, "\"\t\"", "\"\u{1}\"", "\"\u{0}\"", "\u{0}", "{}\u{0}", "{} {}", "{}x", "{}}", "[]]", "[],", "{}//x", "/*x*/{}", "#x", "{}\u{a0}", "\u{2060}{}",
        "<html>", "&amp;", "*", "!!str x", "- a", "id: 1", "id,jarig", "=1+1", "$", "\\", "\u{feff}", "\u{feff}\u{feff}{}",
    ]
    .map(|text| text.as_bytes().to_vec())
    .to_vec();
    shapes.extend(
        [
            &b"\"\xff\""[..],
            b"\xff",
            b"\"\xc3\x28\"",
            b"\"\xed\xa0\x80\"",
            b"\"\xf4\xbf\xbf\xbf\"",
            b"\"\xc0\xaf\"",
            b"\"\xe2\x82\"",
            b"{\"\xb9\":1}",
            b"[\xe5]",
            b"\xef\xbb",
            b"\xef\xbb\xbf",
            b"\xff\xfe{\0}\0",
            b"\0{\0}",
            b"\x1b[2J",
        ]
        .map(<[u8]>::to_vec),
    );
    let deep = |open: &str, close: &str| (open.repeat(DEEP) + &close.repeat(DEEP)).into_bytes();
    shapes.push(deep("[", ""));
    shapes.push(deep("[", "]"));
    shapes.push(deep("{\"a\":", ""));
    shapes.push((r#"{"a":"#.repeat(DEEP) + "1" + &"}".repeat(DEEP)).into_bytes());
    shapes.push(deep("[{\"\":", ""));
    shapes.push(deep("[", "}"));
    shapes.push("9".repeat(DEEP).into_bytes());
    shapes.push(("1".to_owned() + &"0".repeat(400)).into_bytes());
    shapes.push(("0.".to_owned() + &"1".repeat(DEEP)).into_bytes());
    shapes.push(format!("1e{}", "9".repeat(500)).into_bytes());
    shapes.push(format!("\"{}\"", "x".repeat(DEEP)).into_bytes());
    shapes.push(format!("\"{}\"", "\\\"".repeat(DEEP)).into_bytes());
    shapes.push(format!("[{}1]", "1,".repeat(DEEP)).into_bytes());
    shapes.push(format!("{{{}\"z\":1}}", "\"a\":1,".repeat(20_000)).into_bytes());
    shapes
}

/// Every place of a record where such a thing can stand.
fn around(shape: &[u8]) -> Vec<Vec<u8>> {
    let places: [(&str, &str); 9] = [
        ("", ""),
        ("{\"id\":", ",\"antwoorden\":{}}"),
        ("{\"id\":1,\"antwoorden\":", "}"),
        ("{\"id\":1,\"antwoorden\":{\"jarig\":", "}}"),
        (
            "{\"id\":1,\"antwoorden\":{\"gasten\":{\"waarde\":3,\"bron\":",
            "}}}",
        ),
        ("{\"id\":1,\"antwoorden\":{\"mensen\":[{\"id\":", "}]}}"),
        ("{\"id\":1,\"antwoorden\":{", ":1}}"),
        (
            "{\"id\":1,\"anders\":",
            ",\"antwoorden\":{\"jarig\":\"ja\"}}",
        ),
        ("{\"id\":1,\"vragenlijst\":", ",\"antwoorden\":{}}"),
    ];
    let whole =
        |(before, after): (&str, &str)| [before.as_bytes(), shape, after.as_bytes()].concat();
    places.map(whole).to_vec()
}

#[test]
fn every_line_gets_a_line_whatever_stands_in_it() {
    let program = program();
    let input: Vec<Vec<u8>> = shapes().iter().flat_map(|shape| around(shape)).collect();
    let blank = |line: &[u8]| line.iter().all(u8::is_ascii_whitespace) || line == b"\xef\xbb\xbf";
    assert!(input.iter().all(|line| !line.contains(&b'\n')));
    let first = br#"{"id":"eerste","antwoorden":{}}"#.to_vec();
    let count = input
        .iter()
        .filter(|line| !line.iter().all(u8::is_ascii_whitespace))
        .count()
        + 1;
    assert!(input.iter().filter(|line| blank(line)).count() > 0);
    let bytes = [vec![first], input].concat().join(&b'\n');
    fs::write(program.file("in.ndjson"), &bytes).unwrap();
    for more in [&[][..], &["--overnemen"], &["--redenen", "--nog-open"]] {
        let mut outs = Vec::new();
        for threads in ["1", "4"] {
            let args = [
                &[
                    "batch",
                    "feest.yaml",
                    "in.ndjson",
                    "--herkomst",
                    "melding",
                    "--threads",
                    threads,
                ][..],
                more,
            ]
            .concat();
            let run = program.run(&args);
            assert_eq!(run.code, Some(0), "{}", run.err);
            outs.push(run.out);
        }
        assert!(outs[0] == outs[1], "other bytes with more threads");
        let mut told = 0;
        for line in outs[0].lines() {
            let said: Result<Json, _> = serde_json::from_str(line);
            let said =
                said.unwrap_or_else(|error| panic!("{error}: {}", &line[..line.len().min(300)]));
            let fate = (said["uitkomsten"].is_object(), said["fouten"].is_array());
            assert!(fate.0 != fate.1, "{line}");
            told += 1;
        }
        assert_eq!(told, count);
    }
}

#[test]
fn a_line_of_ten_megabytes_is_an_error_line() {
    let program = program();
    let mut input =
        b"{\"id\":1,\"antwoorden\":{}}\n{\"id\":2,\"antwoorden\":{\"verhaal\":\"".to_vec();
    input.extend(vec![b'a'; 10 << 20]);
    input.extend(b"\"}}\n{\"id\":3,\"antwoorden\":{}}\n");
    input.extend(vec![b'['; 10 << 20]);
    fs::write(program.file("in.ndjson"), input).unwrap();
    let run = program.run(&["batch", "feest.yaml", "in.ndjson", "--herkomst", "melding"]);
    assert_eq!(run.code, Some(0), "{}", run.err);
    let said = super::lines(&run.out);
    let ids: Vec<&Json> = said.iter().map(|line| &line["id"]).collect();
    assert_eq!(json!(ids), json!([1, 2, 3, null]));
    for at in [1, 3] {
        assert_eq!(said[at]["fouten"][0]["code"], "V102");
    }
}
