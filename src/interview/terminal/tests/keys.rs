//! Keys that arrive in pieces, and what is pasted.

use std::time::Duration;

use console::Key;

use super::super::key::{Keys, Press};

const SOON: Duration = Duration::from_millis(60);
const LATE: Duration = Duration::from_millis(1500);

fn sequence(text: &str) -> Key {
    Key::UnknownEscSeq(text.chars().collect())
}

fn fed(keys: &[(Key, Duration)]) -> Vec<Press> {
    let mut machine = Keys::default();
    let all = keys
        .iter()
        .flat_map(|(key, gap)| machine.feed(key.clone(), *gap));
    all.collect()
}

#[test]
fn an_arrow_that_arrives_in_pieces_types_nothing() {
    let torn = [
        (Key::Escape, SOON),
        (Key::Char('['), SOON),
        (Key::Char('A'), SOON),
    ];
    assert_eq!(fed(&torn), [Press::Escape, Press::Torn]);
    let half = [(sequence("["), SOON), (Key::Char('B'), SOON)];
    assert_eq!(fed(&half), [Press::Down]);
    let delete = [(sequence("[3"), SOON), (Key::Char('~'), SOON)];
    assert_eq!(fed(&delete), [Press::Delete]);
    let application = [(sequence("O"), SOON), (Key::Char('P'), SOON)];
    assert_eq!(fed(&application), [Press::Help]);
    let with_control = [
        (sequence("[1;"), SOON),
        (Key::Char('5'), SOON),
        (Key::Char('C'), SOON),
    ];
    assert_eq!(fed(&with_control), [Press::Right]);
}

#[test]
fn a_bracket_typed_after_thinking_is_a_bracket() {
    let keys = [(Key::Escape, SOON), (Key::Char('['), LATE)];
    assert_eq!(fed(&keys), [Press::Escape, Press::Char('[')]);
    let mut machine = Keys::default();
    machine.feed(Key::Escape, SOON);
    machine.meant();
    assert_eq!(machine.feed(Key::Char('['), SOON), [Press::Char('[')]);
}

#[test]
fn a_paste_is_one_thing_with_all_its_lines() {
    let keys: Vec<(Key, Duration)> = [
        sequence("[20"),
        Key::Char('0'),
        Key::Char('~'),
        Key::Char('j'),
        Key::Enter,
        Key::Char('é'),
        Key::Tab,
        Key::Char('n'),
        sequence("[20"),
        Key::Char('1'),
        Key::Char('~'),
        Key::Enter,
    ]
    .into_iter()
    .map(|key| (key, SOON))
    .collect();
    let paste = Press::Paste("j\né n".to_owned());
    assert_eq!(fed(&keys), [paste.clone(), Press::Enter]);
    // Its end got lost: what is there is kept, and the next key is a key.
    let mut torn = keys[..8].to_vec();
    torn.push((Key::Char('x'), LATE));
    assert_eq!(fed(&torn), [paste, Press::Char('x')]);
}

#[test]
fn control_keys_are_known_on_every_console() {
    let keys = [
        (Key::Char('\u{7}'), SOON),
        (Key::Char('\u{c}'), SOON),
        (Key::Char('\u{1}'), SOON),
        (Key::Char('\u{5}'), SOON),
        (Key::Char('\u{0}'), SOON),
        (sequence("g"), SOON),
        (Key::CtrlC, SOON),
    ];
    let presses = [
        Press::Control('g'),
        Press::Control('l'),
        Press::Home,
        Press::End,
        Press::Alt('g'),
        Press::Interrupt,
    ];
    assert_eq!(fed(&keys), presses);
}
