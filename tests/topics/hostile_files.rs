//! Files made to hurt, or saved by a program that means well: each is answered at once, in Dutch, or simply read.

use std::fmt::Write as _;
use std::time::{Duration, Instant};

use top3::problem::{Code, Problem, draw};
use top3::questionnaire::Library;
use top3::yaml::read_tree;

/// Every answer comes within this time, also from a debug build on a busy machine.
const SOON: Duration = Duration::from_secs(20);

/// What the file is refused for.
fn refused(bytes: &[u8]) -> Problem {
    let start = Instant::now();
    let problem = read_tree(bytes, "vreemd.yaml").expect_err("this file must be refused");
    assert!(start.elapsed() < SOON, "took {:?}", start.elapsed());
    assert!(!problem.tip.is_empty());
    *problem
}

/// Code, line, column and message of a refusal.
fn said(text: &str) -> String {
    let problem = refused(text.as_bytes());
    let place = &problem.place;
    let code = problem.code.code();
    format!("{code} {}:{} {}", place.line, place.column, problem.message)
}

const LIST: &str = "\
id: lijst
versie: 1.0.0
titel: Een lijst
bron: Eigen voorbeeld
onderdelen:
  - id: deel
    titel: Deel
    vragen:
      - { id: wapen, vraag: Is er een wapen in één huis?, soort: ja_nee }
";

/// The title of the first question and the SHA-256 of a list that must load.
fn loaded(bytes: &[u8]) -> (String, String) {
    let mut library = Library::default();
    let id = library.add("lijst.yaml", bytes).unwrap();
    let list = library.load(&id).unwrap();
    (list.questions[0].text.nl.clone(), list.version.sha256)
}

fn utf16(text: &str, bytes: fn(u16) -> [u8; 2]) -> Vec<u8> {
    let marked = format!("\u{feff}{text}");
    marked.encode_utf16().flat_map(bytes).collect()
}

#[test]
fn a_list_saved_by_any_editor_is_the_same_list() {
    let plain = loaded(LIST.as_bytes());
    assert_eq!(plain.0, "Is er een wapen in één huis?");
    let crlf = LIST.replace('\n', "\r\n");
    let variants = [
        crlf.clone().into_bytes(),
        format!("\u{feff}{LIST}").into_bytes(),
        format!("\u{feff}{crlf}").into_bytes(),
        format!("# een opmerking\n---\n{LIST}...\n").into_bytes(),
        utf16(LIST, u16::to_le_bytes),
        utf16(&crlf, u16::to_be_bytes),
    ];
    for variant in &variants {
        assert_eq!(loaded(variant), plain);
    }
}

#[test]
fn a_file_in_an_old_encoding_is_refused_at_its_first_strange_letter() {
    let windows: Vec<u8> = LIST
        .chars()
        .map(|c| u8::try_from(u32::from(c)).unwrap())
        .collect();
    let problem = refused(&windows);
    assert_eq!(problem.code, Code::NotText);
    assert_eq!((problem.place.line, problem.place.column), (9, 48));
    assert!(problem.tip.contains("UTF-8"));
    assert_eq!(refused(b"\xff\xfea\x00\x00\xd8").code, Code::NotText);
    assert_eq!(refused(b"id: a\0b\n").code, Code::NotText);
    assert_eq!(refused(b"PK\x03\x04\xff\xfe\x00").code, Code::NotText);
}

#[test]
fn a_large_file_is_refused_by_its_size_alone() {
    let large = vec![b'a'; 100 * 1024 * 1024];
    let problem = refused(&large);
    assert_eq!(problem.code, Code::TooLarge);
    assert!(problem.message.contains("100 MB"));
}

#[test]
fn a_deep_file_is_refused_where_it_goes_too_deep() {
    let indented: String = (0..1500)
        .map(|level| format!("{}a:\n", " ".repeat(level)))
        .collect();
    for text in [
        "[".repeat(10_000),
        "[".repeat(1_000_000),
        format!("{}{}", "[".repeat(10_000), "]".repeat(10_000)),
        "{a: ".repeat(10_000),
        "- ".repeat(10_000),
        "? ".repeat(10_000),
        indented,
    ] {
        assert_eq!(refused(text.as_bytes()).code, Code::TooLarge);
    }
}

#[test]
fn a_bomb_does_not_go_off() {
    let mut bomb = String::from("a0: &a0 [x, x, x, x, x, x, x, x, x]\n");
    for at in 1..10 {
        let before = at - 1;
        let _ = writeln!(bomb, "a{at}: &a{at} [*a{before}, *a{before}, *a{before}]");
    }
    assert!(said(&bomb).starts_with("V101 1:5 Verwijzingen"));
    let flat = format!(
        "a: &a [{}]\nb: [{}]\n",
        "x, ".repeat(2000),
        "*a, ".repeat(2000)
    );
    assert!(said(&flat).starts_with("V101 1:4 Verwijzingen"));
    assert!(said("tekst: *belangrijk* is dit\n").starts_with("V101 1:8 Verwijzingen"));
}

#[test]
fn very_wide_files_are_answered_too() {
    let many = format!("a: [{}]\n", "x, ".repeat(600_000));
    assert_eq!(refused(many.as_bytes()).code, Code::TooLarge);

    let keys: String = (0..40_000).fold(String::new(), |mut text, at| {
        let _ = writeln!(text, "k{at}: x");
        text
    });
    answered(&format!("{LIST}{keys}"));
    let repeated = "titel: x\n".repeat(40_000);
    answered(&format!("{LIST}{repeated}"));
    let questions: String = (0..6_000).fold(String::new(), |mut text, at| {
        let _ = writeln!(
            text,
            "      - {{ id: v{at}, vraag: V, soort: ja_nee, als: {{ vraag: w{at}, is: ja }} }}"
        );
        text
    });
    answered(&format!("{LIST}{questions}"));
    let same = "      - { id: wapen, vraag: V, soort: ja_nee }\n".repeat(10_000);
    answered(&format!("{LIST}{same}"));
    let options = "{ id: a, tekst: A }, ".repeat(10_000);
    answered(&format!("{LIST}schalen:\n  s: [{options}]\n"));
}

/// A list with faults, however many, is answered soon, and so that a person can read it.
fn answered(text: &str) {
    let start = Instant::now();
    let mut library = Library::default();
    let problems = match library.add("lijst.yaml", text.as_bytes()) {
        Ok(id) => library.load(&id).unwrap_err(),
        Err(problem) => vec![*problem],
    };
    let drawn = draw(&problems, |file| library.text(file), false);
    assert!(start.elapsed() < SOON, "took {:?}", start.elapsed());
    assert!(drawn.lines().count() < 2500);
}

#[test]
fn a_long_chain_of_rules_is_walked_without_falling_over() {
    let mut text = format!("{LIST}afgeleid:\n");
    for at in (1..499).rev() {
        let _ = writeln!(text, "  - {{ id: d{at}, som: [d{}] }}", at - 1);
    }
    text.push_str("  - { id: d0, som: [wapen] }\n");
    let mut library = Library::default();
    let id = library.add("lijst.yaml", text.as_bytes()).unwrap();
    let list = library.load(&id).unwrap();
    assert_eq!(list.derived[0].id, "d0");
    assert_eq!(list.derived[498].id, "d498");
}

#[test]
fn broken_yaml_is_explained_without_the_words_of_a_library() {
    let broken = [
        ("a tab", "id: a\nvragen:\n\t- x\n"),
        ("a tab further on", "id: a\nx:\n  y: 1\n\tz: 2\n"),
        ("a colon", "id: a\ntekst: Let op: dit telt\n"),
        (
            "a colon in braces",
            "o:\n  - { id: a, tekst: Let op: dit }\n",
        ),
        ("two documents", "id: a\n---\nid: b\n"),
        ("an open quote", "id: a\ntitel: 'b\nbron: c\n"),
        ("a quote inside", "uitleg: 'foto's maken'\n"),
        ("an open bracket", "vragen: [a, b\ntitel: x\n"),
        ("an open brace", "vragen: { a: b\ntitel: x\n"),
        ("a bracket too many", "vragen: [a}\n"),
        ("a wrong indent", "vragen:\n  - id: a\n   titel: b\n"),
        ("an indent too many", "id: a\n titel: b\n"),
        ("no colon", "id: a\ntitel b\nx: y\n"),
        ("no space", "id:a\ntitel: b\n"),
        ("an at sign", "id: @a\n"),
        ("a dash", "tekst: - een\n"),
        ("a greater sign", "uitleg: > tekst\n"),
        ("an exclamation mark", "tekst: !Pas op\n"),
        ("a backslash", "tekst: \"a\\q\"\n"),
        ("a bell", "id: a\u{7}b\n"),
        ("nothing", ""),
        ("only a comment", "# niets\n"),
    ];
    let all: String = broken.iter().fold(String::new(), |mut all, (name, text)| {
        let _ = writeln!(all, "{name}: {}", said(text));
        all
    });
    insta::assert_snapshot!(all, @r"
    a tab: V101 3:1 Hier staat een tab. YAML kent alleen spaties om in te springen.
    a tab further on: V101 4:1 Hier staat een tab. YAML kent alleen spaties om in te springen.
    a colon: V101 2:14 In deze tekst staat een dubbele punt. YAML leest daar een nieuwe sleutel.
    a colon in braces: V101 2:27 In deze tekst staat een dubbele punt. YAML leest daar een nieuwe sleutel.
    two documents: V101 2:1 Hier begint een tweede document in hetzelfde bestand.
    an open quote: V101 2:8 Een tekst tussen aanhalingstekens heeft geen einde.
    a quote inside: V101 1:15 Na het laatste aanhalingsteken staat nog tekst.
    an open bracket: V101 1:9 Dit haakje gaat niet dicht: op regel 2 is het bestand niet meer te lezen.
    an open brace: V101 1:9 Dit haakje gaat niet dicht: op regel 2 is het bestand niet meer te lezen.
    a bracket too many: V101 1:9 Dit haakje sluit iets wat niet open staat.
    a wrong indent: V101 3:4 Deze regel past niet bij de regels erboven.
    an indent too many: V101 2:2 Deze regel past niet bij de regels erboven.
    no colon: V101 2:1 Deze regel past niet bij de regels erboven.
    no space: V101 2:1 Deze regel past niet bij de regels erboven.
    an at sign: V101 1:5 Met dit teken kan een tekst niet beginnen.
    a dash: V101 1:8 Hier staat een streepje waar geen rij kan beginnen.
    a greater sign: V101 1:9 Na > of | begint de tekst op een nieuwe regel.
    an exclamation mark: V101 1:8 Een woord met een uitroepteken ervoor kan hier niet.
    a backslash: V101 1:8 Tussen dubbele aanhalingstekens heeft een \ een eigen betekenis, en deze bestaat niet.
    a bell: V101 1:5 Hier staat een onzichtbaar teken dat niet in een tekst hoort.
    nothing: V101 1:1 Dit bestand is leeg.
    only a comment: V101 1:1 Dit bestand is leeg.
    ");
}
