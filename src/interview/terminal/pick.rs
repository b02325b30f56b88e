//! Choosing one of a few, as a machine of its own: a key goes in, what it did and the lines to draw come out. Nothing is
//! chosen that the person did not point at.

use super::cluster::fold_lines;
use super::frame::Paint;
use super::key::Press;
use crate::text::nl;

/// One thing to choose.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Item {
    /// What the person reads.
    pub(super) text: String,
    /// Help with it, shown while it is pointed at.
    pub(super) help: Option<String>,
    /// The letter in front of it.
    pub(super) letter: Option<char>,
}

/// A few things to choose from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Pick {
    items: Vec<Item>,
    at: Option<usize>,
    letters: Letters,
    /// What was typed of a word.
    typed: Typed,
}

/// What a letter of its own does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Letters {
    /// It points, and Enter chooses. A hurried person types whole words: were the first letter of "onbekend" an answer, its
    /// second would answer *nee* to the next question.
    Point,
    /// It chooses at once: for actions, that lose nothing.
    Choose,
}

#[derive(Clone, Debug, PartialEq, Eq)]
enum Typed {
    /// The beginning of one of the items, or nothing.
    Word(String),
    /// Something that is none of the items: nothing more of it may be taken for a letter.
    Lost,
}

/// What a key did.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Picked {
    /// Nothing, or the pointer moved.
    Goes,
    /// This one.
    Chosen(usize),
    /// Enter, while nothing is pointed at.
    Unpointed,
    /// Enter, behind a word that is none of the items.
    Unclear,
}

const PAGE: usize = 5;

impl Pick {
    /// Points at `at`, or at nothing.
    pub(super) fn new(items: Vec<Item>, at: Option<usize>) -> Self {
        let at = at.filter(|at| *at < items.len());
        Self {
            items,
            at,
            letters: Letters::Point,
            typed: Typed::none(),
        }
    }

    /// As `new`, with letters that choose at once.
    pub(super) fn at_once(items: Vec<Item>, at: Option<usize>) -> Self {
        let letters = Letters::Choose;
        Self {
            letters,
            ..Self::new(items, at)
        }
    }

    /// What is pointed at.
    pub(super) const fn at(&self) -> Option<usize> {
        self.at
    }

    /// A word was typed that is none of these: Enter chooses nothing, and skips nothing.
    pub(super) fn is_lost(&self) -> bool {
        self.typed == Typed::Lost
    }

    /// Something can be chosen with one letter.
    pub(super) fn has_letters(&self) -> bool {
        self.items.iter().any(|item| item.letter.is_some())
    }

    /// A number points at something.
    pub(super) fn has_numbers(&self) -> bool {
        let first = |item: &Item| item.text.starts_with(|first: char| first.is_ascii_digit());
        self.items.iter().any(first)
    }

    /// Points at this one.
    pub(super) fn point(&mut self, at: usize) {
        self.at = Some(at).filter(|at| *at < self.items.len());
    }

    /// Takes a key.
    pub(super) fn press(&mut self, press: &Press) -> Picked {
        if let Press::Char(one) = press {
            return self.letter(*one);
        }
        let typed = std::mem::replace(&mut self.typed, Typed::none());
        let last = self.items.len().saturating_sub(1);
        let to = match (press, self.at) {
            (Press::Enter, Some(at)) => return Picked::Chosen(at),
            (Press::Enter, None) if typed == Typed::Lost => return Picked::Unclear,
            (Press::Enter, None) => return Picked::Unpointed,
            (Press::Down | Press::Right | Press::Tab, None) | (Press::Home, _) => 0,
            (Press::Up | Press::Left | Press::BackTab, None) | (Press::End, _) => last,
            // Past an end the pointer stays: who presses once too often must not answer the opposite.
            (Press::Down | Press::Right | Press::Tab, Some(at)) => (at + 1).min(last),
            (Press::Up | Press::Left | Press::BackTab, Some(at)) => at.saturating_sub(1),
            (Press::PageDown, at) => (at.unwrap_or(0) + PAGE).min(last),
            (Press::PageUp, at) => at.unwrap_or(0).saturating_sub(PAGE),
            _ => return Picked::Goes,
        };
        self.at = (!self.items.is_empty()).then_some(to);
        Picked::Goes
    }

    /// A letter points, or chooses, and a whole word points at the item that begins with it. A word that is none of the
    /// items points at nothing.
    fn letter(&mut self, one: char) -> Picked {
        let one = lower(one).unwrap_or(one);
        if self.letters == Letters::Choose {
            self.at = self.own(one).or_else(|| self.begins(one)).or(self.at);
            return self.own(one).map_or(Picked::Goes, Picked::Chosen);
        }
        // A number points where the lines have numbers.
        let number = one.is_ascii_digit() && self.has_numbers();
        if !one.is_alphabetic() && one != ' ' && !number {
            return Picked::Goes;
        }
        let Typed::Word(word) = &self.typed else {
            return Picked::Goes;
        };
        if word.is_empty() && one == ' ' {
            return Picked::Goes;
        }
        let mut longer = word.clone();
        longer.push(one);
        // Only behind a single letter may another one be a change of mind: behind more it is part of a word.
        let single = word.chars().count() <= 1;
        let word_at = || self.items.iter().position(|item| starts(item, &longer));
        if !word.is_empty()
            && let Some(at) = word_at()
        {
            self.at = Some(at);
            self.typed = Typed::Word(longer);
        } else if let Some(at) = self.own(one).or_else(|| self.begins(one))
            && single
        {
            self.at = Some(at);
            self.typed = Typed::Word(one.to_string());
        } else {
            self.at = None;
            self.typed = Typed::Lost;
        }
        Picked::Goes
    }

    /// The one with this letter in front.
    fn own(&self, one: char) -> Option<usize> {
        self.items.iter().position(|item| item.letter == Some(one))
    }

    /// The next one without a letter in front that begins with this one.
    fn begins(&self, one: char) -> Option<usize> {
        let count = self.items.len();
        let from = self.at.map_or(0, |at| at + 1);
        (from..from + count).map(|at| at % count.max(1)).find(|at| {
            let item = &self.items[*at];
            item.letter.is_none() && starts(item, &one.to_string())
        })
    }

    /// The lines to draw: at most `most` lines of `columns` wide, with what is pointed at always among them.
    pub(super) fn draw(&self, columns: usize, most: usize, paint: Paint) -> Vec<String> {
        let mut help = self.help(columns);
        help.truncate(most / 3);
        let blocks: Vec<Vec<String>> = (0..self.items.len())
            .map(|at| self.item(at, columns, paint))
            .collect();
        let room = most.saturating_sub(help.len()).max(1);
        let mut lines = window(&blocks, self.at.unwrap_or(0), room);
        lines.extend(help.into_iter().map(|line| paint.dim(&line)));
        lines.truncate(most.max(1));
        lines
    }

    fn item(&self, at: usize, columns: usize, paint: Paint) -> Vec<String> {
        let item = &self.items[at];
        let here = self.at == Some(at);
        let lead = match item.letter {
            Some(letter) => format!("{} {letter}  ", if here { ">" } else { " " }),
            None => format!("{} ", if here { ">" } else { " " }),
        };
        let room = columns.saturating_sub(lead.len()).max(8);
        let mut lines = Vec::new();
        for (at, line) in fold_lines(&item.text, room).iter().enumerate() {
            let lead = if at == 0 {
                lead.clone()
            } else {
                " ".repeat(lead.len())
            };
            let line = format!("{lead}{line}");
            lines.push(if here { paint.bold(&line) } else { line });
        }
        lines
    }

    fn help(&self, columns: usize) -> Vec<String> {
        let item = self.at.and_then(|at| self.items.get(at));
        let Some(help) = item.and_then(|item| item.help.as_ref()) else {
            return Vec::new();
        };
        let room = columns.saturating_sub(4).max(8);
        fold_lines(help, room)
            .iter()
            .map(|line| format!("    {line}"))
            .collect()
    }
}

impl Typed {
    const fn none() -> Self {
        Self::Word(String::new())
    }
}

fn lower(one: char) -> Option<char> {
    one.to_lowercase().next()
}

/// The item begins with this, whatever its capitals and points.
fn starts(item: &Item, word: &str) -> bool {
    let signs = item
        .text
        .chars()
        .filter(|one| one.is_alphanumeric() || *one == ' ');
    let text: String = signs.filter_map(lower).collect();
    text.starts_with(word)
}

/// As many whole blocks around `at` as fit in `room` lines, with a line that says how many are not shown.
pub(super) fn window(blocks: &[Vec<String>], at: usize, room: usize) -> Vec<String> {
    let all: usize = blocks.iter().map(Vec::len).sum();
    if all <= room || blocks.is_empty() {
        return blocks.concat();
    }
    let lines = |from: usize, to: usize| -> usize {
        let shown: usize = blocks[from..to].iter().map(Vec::len).sum();
        shown + usize::from(from > 0) + usize::from(to < blocks.len())
    };
    let (mut from, mut to) = (at, at + 1);
    loop {
        let below = to < blocks.len() && lines(from, to + 1) <= room;
        to += usize::from(below);
        let above = from > 0 && lines(from - 1, to) <= room;
        from -= usize::from(above);
        if !below && !above {
            break;
        }
    }
    let say = &nl().terminal;
    let mut lines = Vec::new();
    if from > 0 {
        lines.push(format!("  {}", say.more_above(from)));
    }
    lines.extend(blocks[from..to].concat());
    if to < blocks.len() {
        lines.push(format!("  {}", say.more_below(blocks.len() - to)));
    }
    lines
}
