//! Whatever an author types comes out as words in every format, and never as structure: quotes, brackets, line breaks,
//! codes, directives, comments.

use proptest::prelude::*;
use top3::picture::{self, Picture};
use top3::plain::one_line;
use top3::questionnaire::{Kind, Questionnaire, Text};

use super::proef;
use crate::support::xml::elements;

/// Signs and words that mean something to one of the formats.
const HOSTILE: &[&str] = &[
    "\"",
    "'",
    "<",
    ">",
    "&",
    "--",
    "-->",
    "<!--",
    "]]>",
    "</svg>",
    "<br/>",
    "\n",
    "\r\n",
    "\t",
    "\\",
    "\\n",
    "\\N",
    "\\\"",
    "{",
    "}",
    "[",
    "]",
    "(",
    ")",
    "|",
    "#quot;",
    "#35;",
    "&lt;",
    "%%",
    "%%{init:{}}%%",
    "`",
    "```",
    "end",
    "subgraph",
    "style a:#b;",
    ":::x",
    "1. ",
    "- ",
    "$$",
    "~~~",
    "==>",
    ";",
    "\u{0}",
    "\u{1b}[2J",
    "\u{202e}",
    "\u{fffe}",
    "\u{2028}",
    "één",
    "😀",
    " ",
    "label=\"x\"",
    "n1",
    "];",
];

fn text() -> impl Strategy<Value = String> {
    let hostile = prop::sample::select(HOSTILE).prop_map(str::to_owned);
    let piece = prop_oneof![3 => hostile, 1 => "(?s).{0,6}", 1 => "[a-z ]{1,12}"];
    prop::collection::vec(piece, 0..8).prop_map(|pieces| pieces.concat())
}

/// The list of the guide with other words everywhere.
fn with(words: &[String]) -> Questionnaire {
    let mut list = proef();
    let mut next = words.iter().cycle();
    let mut say = |text: &mut Text| text.nl.clone_from(next.next().unwrap());
    say(&mut list.title);
    list.parts.iter_mut().for_each(|part| say(&mut part.title));
    for question in &mut list.questions {
        say(&mut question.text);
        if let Kind::List { row_name, .. } = &mut question.kind {
            say(row_name);
        }
        if let Kind::Number {
            unit: Some(unit), ..
        } = &mut question.kind
        {
            say(unit);
        }
    }
    for derived in &mut list.derived {
        derived.title.iter_mut().for_each(&mut say);
        derived
            .levels
            .iter_mut()
            .for_each(|level| say(&mut level.text));
    }
    list.not_applicable
        .iter_mut()
        .for_each(|rule| say(&mut rule.reason));
    list
}

/// The labels of the boxes of Mermaid, read back: nothing stands between the quotes but plain signs and codes.
fn mermaid_labels(text: &str) -> Vec<String> {
    let boxes = text
        .lines()
        .filter(|line| line.starts_with("  n") && line.contains(":::"));
    boxes
        .map(|line| {
            let pieces: Vec<&str> = line.split('"').collect();
            assert_eq!(pieces.len(), 3, "a quote too many: {line}");
            let label = pieces[1].split("<br/>").next().unwrap();
            assert!(
                !label.contains(['<', '>', '`', '%', '{', '[', '|', '\\']),
                "{line}"
            );
            let mut parts = label.split('#');
            let mut out = parts.next().unwrap().to_owned();
            for part in parts {
                let (code, after) = part.split_once(';').unwrap();
                out.push(char::from_u32(code.parse().unwrap()).unwrap());
                out.push_str(after);
            }
            out.replace('\u{200c}', "")
        })
        .collect()
}

/// The texts between quotes on a line of DOT, read back.
fn dot_texts(text: &str) -> Vec<String> {
    let mut found = Vec::new();
    let mut letters = text.chars();
    while let Some(one) = letters.next() {
        if one != '"' {
            continue;
        }
        let mut own = String::new();
        loop {
            match letters.next().expect("a quote that never closes") {
                '"' => break,
                '\\' => match letters.next().unwrap() {
                    'n' => own.push('\n'),
                    one @ ('"' | '\\') => own.push(one),
                    other => panic!("\\{other} means something to Graphviz"),
                },
                '\n' => panic!("a text over two lines"),
                other => own.push(other),
            }
        }
        assert_eq!(own.matches('&').count(), own.matches("&amp;").count());
        found.push(own.replace("&amp;", "&"));
    }
    found
}

/// Without the spaces where lines were broken.
fn tight(text: &str) -> String {
    text.chars()
        .filter(|one| !one.is_whitespace() && !matches!(one, '\u{fffe}' | '\u{ffff}'))
        .collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(80))]

    #[test]
    fn any_text_comes_out_as_words(words in prop::collection::vec(text(), 1..6)) {
        let picture = Picture::of(&with(&words));
        let labels: Vec<&str> = picture.nodes.iter().map(|node| node.label.as_str()).collect();
        for word in &words {
            prop_assert!(labels.contains(&one_line(word).as_str()));
        }

        let mermaid = picture::mermaid(&picture);
        let without = |text: &str| text.replace('\u{200c}', "");
        let read = mermaid_labels(&mermaid);
        prop_assert_eq!(&read, &labels.iter().map(|one| without(one)).collect::<Vec<_>>());
        let lines = 3 + picture.nodes.len() + picture.edges.len();
        prop_assert!(mermaid.lines().count() >= lines && !mermaid.contains("%%"));

        let dot = picture::dot(&picture);
        let texts: Vec<String> = dot_texts(&dot).iter().map(|one| tight(one)).collect();
        for label in &labels {
            let label = tight(label);
            prop_assert!(texts.iter().any(|text| tight(text).starts_with(&label)), "{}", label);
        }

        let svg = elements(&picture::svg(&picture));
        let titles: Vec<String> = svg.iter().filter(|one| one.name == "title").map(|one| tight(&one.text)).collect();
        let shown: String = svg.iter().filter(|one| one.name == "text").map(|one| tight(&one.text)).collect();
        for label in &labels {
            let label = tight(label);
            prop_assert!(titles.iter().any(|title| title.starts_with(&label)), "{}", label);
            prop_assert!(shown.contains(&label), "{}", label);
        }
        prop_assert!(svg.iter().all(|one| matches!(
            one.name.as_str(),
            "svg" | "title" | "desc" | "style" | "defs" | "marker" | "path" | "rect" | "circle" | "text" | "g"
        )));
    }
}
