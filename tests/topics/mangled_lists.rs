//! Real lists with a random slip of the pen: whatever an author mistypes, the program answers and does not fall over.

use proptest::prelude::*;
use top3::problem::draw;
use top3::questionnaire::Library;

/// Lists with much of the format in them.
const LISTS: [&str; 3] = ["proef", "acuut", "personen"];

/// One slip in a text: what happens, where (in thousandths of the text), and with what word.
#[derive(Clone, Debug)]
enum Slip {
    Delete(usize, usize),
    Insert(usize, &'static str),
    Repeat(usize),
    SwapLines(usize),
    Word(usize, usize),
}

fn slips() -> impl Strategy<Value = Slip> {
    let words = prop::sample::select(vec![
        ": ",
        "- ",
        "'",
        "\"",
        "{",
        "}",
        "[",
        "]",
        ",",
        "#",
        "&a ",
        "*a ",
        "!x ",
        "\t",
        "\r",
        "|",
        ">",
        "ja",
        "niet: ",
        "id: ",
        "als: ",
        "null",
        "~",
        "é",
        "-1",
        "1e9",
        "999999999999",
        "\n",
        "  ",
        "? ",
        "gebruik: proef\n",
        "van: ",
        "minstens: ",
    ]);
    prop_oneof![
        (0..1000usize, 1..30usize).prop_map(|(at, length)| Slip::Delete(at, length)),
        (0..1000usize, words).prop_map(|(at, word)| Slip::Insert(at, word)),
        (0..1000usize).prop_map(Slip::Repeat),
        (0..1000usize).prop_map(Slip::SwapLines),
        (0..1000usize, 0..1000usize).prop_map(|(from, to)| Slip::Word(from, to)),
    ]
}

/// The character boundary at so many thousandths of the text.
fn boundary(text: &str, thousandths: usize) -> usize {
    let mut at = text.len() * thousandths / 1000;
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    at
}

fn slip(text: &str, slip: &Slip) -> String {
    let mut lines: Vec<&str> = text.split_inclusive('\n').collect();
    match *slip {
        Slip::Delete(at, length) => {
            let from = boundary(text, at);
            let rest: String = text[from..].chars().skip(length).collect();
            format!("{}{rest}", &text[..from])
        }
        Slip::Insert(at, word) => {
            let at = boundary(text, at);
            format!("{}{word}{}", &text[..at], &text[at..])
        }
        Slip::Repeat(at) => {
            let at = lines.len() * at / 1000;
            lines.insert(at, lines[at]);
            lines.concat()
        }
        Slip::SwapLines(at) => {
            let at = (lines.len() - 1) * at / 1000;
            lines.swap(at, at + 1);
            lines.concat()
        }
        Slip::Word(from, to) => {
            let words: Vec<&str> = text.split_inclusive(' ').collect();
            let mut changed = words.clone();
            changed[words.len() * to / 1000] = words[words.len() * from / 1000];
            changed.concat()
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn every_slip_gets_an_answer(which in 0..LISTS.len(), made in prop::collection::vec(slips(), 1..4)) {
        let mut library = Library::shipped();
        let id = LISTS[which];
        let file = format!("questionnaires/{id}/{id}.yaml");
        let original = library.text(&file).unwrap().to_owned();
        let text = made.iter().fold(original, |text, one| slip(&text, one));
        let problems = match library.add("lijst.yaml", text.as_bytes()) {
            Ok(id) => library.load(&id).err().unwrap_or_default(),
            Err(problem) => vec![*problem],
        };
        let drawn = draw(&problems, |file| library.text(file), false);
        for problem in &problems {
            prop_assert!(!problem.message.is_empty() && !problem.tip.is_empty(), "{drawn}");
            prop_assert!(library.text(&problem.place.file).is_some() || &*problem.place.file == "lijst.yaml");
            prop_assert!(problem.place.line >= 1 && problem.place.column >= 1, "{problem:?}");
        }
    }
}
