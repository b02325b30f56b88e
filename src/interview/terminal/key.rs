//! From the keys that a terminal hands over to what the person did: puts sequences together that arrive in pieces, and
//! gathers what is pasted. Pure: knows no terminal and no clock, only how long a key let itself be waited for.

use std::time::Duration;

use console::Key;

/// What the person did.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Press {
    /// A character to write.
    Char(char),
    /// A letter with Ctrl.
    Control(char),
    /// A letter right behind Escape, or with Alt.
    Alt(char),
    /// A text at once, its lines separated by `\n`.
    Paste(String),
    Enter,
    Escape,
    Up,
    Down,
    Left,
    Right,
    Home,
    End,
    PageUp,
    PageDown,
    Tab,
    BackTab,
    Backspace,
    Delete,
    /// F1.
    Help,
    /// The rest of a key whose first part was already taken for Escape.
    Torn,
    /// Ctrl-C.
    Interrupt,
}

/// The pieces of one key belong together as long as they follow within this time: a slow connection is slower than a
/// keyboard, and faster than a person who changes their mind.
const PATIENCE: Duration = Duration::from_millis(1000);
/// Longer than any sequence there is: what goes on is no sequence.
const LONGEST: usize = 16;

/// Keeps what has arrived of a key or a paste that is not complete yet.
#[derive(Debug, Default)]
pub(super) struct Keys {
    escaped: bool,
    sequence: Option<Sequence>,
    paste: Option<String>,
}

#[derive(Debug)]
struct Sequence {
    text: String,
    torn: bool,
}

enum Meaning {
    /// It goes on.
    Part,
    Is(Press),
    PasteStarts,
    PasteEnds,
    Nothing,
}

impl Keys {
    /// Takes a key; `gap` is how long it took to arrive.
    pub(super) fn feed(&mut self, key: Key, gap: Duration) -> Vec<Press> {
        let mut out = Vec::new();
        if gap > PATIENCE {
            self.settle(&mut out);
        }
        match (key, self.sequence.take()) {
            (Key::CtrlC, _) => {
                *self = Self::default();
                out.push(Press::Interrupt);
            }
            (Key::Char(one), Some(mut sequence)) => {
                sequence.text.push(one);
                self.judge(sequence, &mut out);
            }
            (Key::UnknownEscSeq(rest), _) => {
                self.escaped = false;
                let text: String = rest.into_iter().collect();
                self.judge(Sequence { text, torn: false }, &mut out);
            }
            (Key::Char(one @ ('[' | 'O')), None) if self.escaped => {
                self.escaped = false;
                self.sequence = Some(Sequence {
                    text: one.to_string(),
                    torn: true,
                });
            }
            (Key::Escape, _) if self.paste.is_some() => {
                self.sequence = Some(Sequence {
                    text: String::new(),
                    torn: false,
                });
            }
            (key, _) => {
                self.escaped = key == Key::Escape;
                self.whole(&key, &mut out);
            }
        }
        out
    }

    /// Forgets that an Escape may have been the beginning of another key: the person meant it.
    pub(super) fn meant(&mut self) {
        self.escaped = false;
    }

    /// The next keys may be the rest of one whose beginning somebody else took.
    pub(super) fn escaped(&mut self) {
        self.escaped = true;
    }

    /// Gives up on what did not become complete in time.
    fn settle(&mut self, out: &mut Vec<Press>) {
        self.escaped = false;
        self.sequence = None;
        if let Some(text) = self.paste.take() {
            out.push(Press::Paste(text));
        }
    }

    fn judge(&mut self, sequence: Sequence, out: &mut Vec<Press>) {
        match meaning(&sequence.text) {
            Meaning::Part => self.sequence = Some(sequence),
            Meaning::PasteStarts => self.paste = Some(String::new()),
            Meaning::PasteEnds => {
                if let Some(text) = self.paste.take() {
                    out.push(Press::Paste(text));
                }
            }
            Meaning::Is(_) | Meaning::Nothing if self.paste.is_some() => {}
            Meaning::Is(_) | Meaning::Nothing if sequence.torn => out.push(Press::Torn),
            Meaning::Is(press) => {
                self.escaped = press == Press::Escape;
                out.push(press);
            }
            Meaning::Nothing => {}
        }
    }

    fn whole(&mut self, key: &Key, out: &mut Vec<Press>) {
        if let Some(text) = &mut self.paste {
            match key {
                Key::Char(one) => text.push(*one),
                Key::Enter => text.push('\n'),
                Key::Tab => text.push(' '),
                _ => {}
            }
            return;
        }
        let press = match *key {
            Key::Char('\u{7f}') | Key::Backspace => Press::Backspace,
            // A Windows console hands these over as characters.
            Key::Char('\u{1}') | Key::Home => Press::Home,
            Key::Char('\u{5}') | Key::End => Press::End,
            Key::Char(one @ '\u{2}'..='\u{1a}') => {
                Press::Control(char::from(b'`' + (one as u32 as u8)))
            }
            Key::Char(one) if one.is_control() => return,
            Key::Char(one) => Press::Char(one),
            Key::Enter => Press::Enter,
            Key::Escape => Press::Escape,
            Key::ArrowUp => Press::Up,
            Key::ArrowDown => Press::Down,
            Key::ArrowLeft => Press::Left,
            Key::ArrowRight => Press::Right,
            Key::PageUp => Press::PageUp,
            Key::PageDown => Press::PageDown,
            Key::Tab => Press::Tab,
            Key::BackTab => Press::BackTab,
            Key::Del => Press::Delete,
            _ => return,
        };
        out.push(press);
    }
}

/// What the signs behind an Escape mean.
fn meaning(text: &str) -> Meaning {
    let mut signs = text.chars();
    match (signs.next(), signs.as_str()) {
        (None, _) => Meaning::Part,
        (Some('O'), "") | (Some('['), "" | "[") => Meaning::Part,
        (Some('O'), rest) => named(rest.chars().next()),
        // F1 to F5 of the Linux console.
        (Some('['), rest) if rest.starts_with('[') => match rest {
            "[A" => Meaning::Is(Press::Help),
            _ => Meaning::Nothing,
        },
        (Some('['), rest) => {
            let last = rest.chars().next_back();
            match last {
                Some('~') => numbered(rest.trim_end_matches('~')),
                Some('@'..='}') => named(last),
                _ if rest.len() >= LONGEST => Meaning::Nothing,
                _ => Meaning::Part,
            }
        }
        (Some('\u{1b}'), _) => Meaning::Is(Press::Escape),
        (Some(one), _) if one.is_control() => Meaning::Nothing,
        (Some(one), _) => Meaning::Is(Press::Alt(one)),
    }
}

fn named(last: Option<char>) -> Meaning {
    Meaning::Is(match last {
        Some('A') => Press::Up,
        Some('B') => Press::Down,
        Some('C') => Press::Right,
        Some('D') => Press::Left,
        Some('H') => Press::Home,
        Some('F') => Press::End,
        Some('P') => Press::Help,
        Some('Z') => Press::BackTab,
        _ => return Meaning::Nothing,
    })
}

fn numbered(number: &str) -> Meaning {
    Meaning::Is(match number.split(';').next() {
        Some("1" | "7") => Press::Home,
        Some("3") => Press::Delete,
        Some("4" | "8") => Press::End,
        Some("5") => Press::PageUp,
        Some("6") => Press::PageDown,
        Some("11") => Press::Help,
        Some("200") => return Meaning::PasteStarts,
        Some("201") => return Meaning::PasteEnds,
        _ => return Meaning::Nothing,
    })
}
