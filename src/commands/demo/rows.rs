//! What a screen of a training case says, line by line: as much of it as there is room for.

use super::find::Found;
use super::live::{Live, conclusions, said};
use super::screen::{Screen, What, of_facts};
use super::words::{MOST, categories, options, question};
use crate::answer::{Key, shorten};
use crate::commands::oefen;
use crate::text::nl;

/// So much of a situation that was read before fits a line.
const MOST_LINE: usize = 68;

/// How much of a screen is said: what there is room for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Much {
    Whole,
    /// What was read before in so many lines each.
    Lines(usize),
    /// Only what is asked now.
    Bare,
}

impl Much {
    /// From most to least.
    pub const ALL: [Self; 4] = [Self::Whole, Self::Lines(2), Self::Lines(1), Self::Bare];
}

/// A line, this far to the right.
pub(super) struct Row {
    pub by: usize,
    pub text: String,
    pub strong: bool,
}

impl Screen {
    /// What it says, with what the room answered so far. `current` is the question that is being asked.
    pub fn rows(&self, found: &Found, live: &Live<'_>, current: usize, much: Much) -> Vec<Row> {
        let (case, text) = (&found.case, &nl().present);
        let mut rows = Vec::new();
        match &self.what {
            What::Title => {
                plain(&mut rows, &text.invented());
                plain(&mut rows, &case.role);
                plain(
                    &mut rows,
                    &text.told_on(crate::answer::date_with_weekday(case.day)),
                );
            }
            What::People => {
                for line in oefen::people(case) {
                    row(&mut rows, 0, &line);
                }
            }
            What::Told(at) => {
                row(&mut rows, 0, &text.from(&case.rounds[*at].from));
                gap(&mut rows);
                row(&mut rows, 0, case.rounds[*at].text.trim_end());
            }
            What::Facts(at) => {
                let facts = case.rounds[*at].facts.iter().zip(&self.asks);
                for (index, (fact, key)) in facts.enumerate() {
                    let is_now = index == current.min(self.asks.len() - 1);
                    let mark = if is_now { '>' } else { '-' };
                    let told = match live.said(key) {
                        Some(said) => text.answered(&fact.text, said),
                        None => fact.text.clone(),
                    };
                    rows.push(Row {
                        by: 2,
                        text: format!("{mark} {told}"),
                        strong: is_now,
                    });
                }
                gap(&mut rows);
                row(&mut rows, 0, &text.where_to(categories(found)));
            }
            What::Sentence(at) => {
                plain(&mut rows, &text.quoted(&case.sentences[*at].text));
                plain(&mut rows, &text.say_it());
            }
            What::Concrete(at) => {
                plain(&mut rows, &text.quoted(&case.sentences[*at].text));
                plain(&mut rows, &text.for_example());
                plain(&mut rows, &case.sentences[*at].concrete);
            }
            What::Situation(at) => plain(&mut rows, &case.situations[*at].text),
            What::Order => {
                for situation in &case.situations {
                    let told = match much {
                        Much::Whole => situation.text.clone(),
                        Much::Lines(lines) => shorten(&situation.text, lines * MOST_LINE),
                        Much::Bare => break,
                    };
                    row(&mut rows, 0, &format!("{}. {told}", situation.id));
                }
                if much != Much::Bare {
                    gap(&mut rows);
                }
                let order = live.order(false);
                if !order.is_empty() {
                    row(&mut rows, 0, &text.by_ratings(order.join("; ")));
                    gap(&mut rows);
                }
            }
            What::Conclusions => {}
            What::Missing => {
                for one in &case.missing {
                    row(&mut rows, 2, &format!("- {one}"));
                }
            }
            What::BeforeKey => plain(&mut rows, &text.before_key()),
            What::Key(keys) => key_rows(&mut rows, found, live, keys),
            What::KeyFacts(at) => key_of_facts(&mut rows, found, live, *at, much),
            What::End => {
                plain(&mut rows, &text.end_about());
                plain(&mut rows, &text.end_next(&case.id));
            }
        }
        if !matches!(self.what, What::Facts(_)) {
            asked(&mut rows, self, found, live, current, much);
        }
        rows
    }
}

/// The questions, with what was answered; of the one that is asked what can be answered.
fn asked(
    rows: &mut Vec<Row>,
    screen: &Screen,
    found: &Found,
    live: &Live<'_>,
    current: usize,
    much: Much,
) {
    let list = &found.forms.exercise;
    let titled = matches!(screen.what, What::Order | What::Conclusions) && screen.asks.len() == 1;
    for (at, key) in screen.asks.iter().enumerate() {
        let answer = live.said(key);
        let text = &nl().present;
        let is_now = at == current.min(screen.asks.len() - 1);
        if much == Much::Bare && !is_now {
            continue;
        }
        if !titled || answer.is_some() {
            let asked = if titled {
                text.room()
            } else {
                question(found, key)
            };
            let said = match &answer {
                Some(answer) => text.answered(asked, answer),
                None => asked,
            };
            rows.push(Row {
                by: 0,
                text: said,
                strong: is_now && screen.asks.len() > 1,
            });
        }
        if is_now && let Some(found) = list.find(&key.question.0) {
            let options = options(&list.question(found).kind);
            options.iter().for_each(|option| row(rows, 4, option));
        }
    }
}

/// The makers' answers beside those of the room, with their reason.
fn key_rows(rows: &mut Vec<Row>, found: &Found, live: &Live<'_>, keys: &[Key]) {
    let text = &nl().present;
    let mut reasons: Vec<&str> = Vec::new();
    for key in keys {
        let makers = said(found, &found.case.key.answers, key);
        let Some(makers) = makers else { continue };
        let asked = shorten(&question(found, key), MOST);
        row(rows, 0, &text.answered(asked, makers));
        if let Some(room) = live.said(key) {
            row(rows, 4, &text.said_here(room));
        }
        let reason = found.case.key.reason(&found.forms, key);
        reasons.extend(reason.filter(|reason| !reasons.contains(reason)));
    }
    gap(rows);
    // The reason for all conclusions stands with the first of them.
    let (_, patterns) = conclusions(found);
    if keys != patterns.as_slice() {
        reasons.iter().for_each(|reason| row(rows, 0, reason));
        gap(rows);
    }
    row(rows, 0, &text.one_answer());
}

/// Where the makers put each fact and why; where the room put it elsewhere that too. In brief the reasons stand in the notes
/// alone.
fn key_of_facts(rows: &mut Vec<Row>, found: &Found, live: &Live<'_>, at: usize, much: Much) {
    let brief = much == Much::Bare;
    let text = &nl().present;
    let facts = found.case.rounds[at].facts.iter();
    for (fact, key) in facts.zip(of_facts(found, at)) {
        let makers = said(found, &found.case.key.answers, &key).unwrap_or_default();
        let mut told = text.answered(shorten(&fact.text, MOST_LINE), &makers);
        if let Some(room) = live.said(&key).filter(|room| *room != makers) {
            told.push_str(&format!(" ({})", text.said_here(room)));
        }
        row(rows, 2, &format!("- {told}"));
        let reason = found.case.key.reason(&found.forms, &key);
        if let Some(reason) = reason.filter(|_| !brief) {
            row(rows, 4, reason.trim());
        }
    }
    gap(rows);
    row(rows, 0, &text.one_answer());
    if brief {
        row(rows, 0, &text.reasons_in_notes());
    }
}

fn row(rows: &mut Vec<Row>, by: usize, text: &str) {
    rows.push(Row {
        by,
        text: text.to_owned(),
        strong: false,
    });
}

fn gap(rows: &mut Vec<Row>) {
    row(rows, 0, "");
}

/// A paragraph of its own.
fn plain(rows: &mut Vec<Row>, text: &str) {
    row(rows, 0, text);
    gap(rows);
}
