//! The screens of a training case, one idea each, in the order in which they are shown.

use super::find::Found;
use super::live::{Live, conclusions, in_row, order, said};
use crate::answer::{Key, RowId, shorten};
use crate::commands::oefen;
use crate::questionnaire::{Kind, OptionRole, QuestionIx, Role};
use crate::text::nl;

/// So much of a question is said again on the screen of the key.
const MOST: usize = 60;

/// So much of a situation that was read before fits a line.
const MOST_LINE: usize = 68;

/// What a screen shows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum What {
    Title,
    People,
    /// What is told in this round.
    Told(usize),
    /// What became known in it, to be ordered.
    Facts(usize),
    Sentence(usize),
    /// The same sentence as it could be.
    Concrete(usize),
    Situation(usize),
    Order,
    Conclusions,
    Missing,
    /// The makers on one row or on the whole.
    Key(Vec<Key>),
    /// Where the makers put the facts of this round.
    KeyFacts(usize),
    /// That the makers' choices come next.
    BeforeKey,
    End,
}

/// One screen.
#[derive(Clone, Debug)]
pub(super) struct Screen {
    /// By what it is found: a round's id, or the name of a step.
    pub step: String,
    pub what: What,
    /// What the room can answer here.
    pub asks: Vec<Key>,
}

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

/// All screens of a case.
pub(super) fn screens(found: &Found) -> Vec<Screen> {
    let (case, text) = (&found.case, &nl().present);
    let mut all = Vec::new();
    let mut add = |step: &str, what: What, asks: Vec<Key>| {
        all.push(Screen {
            step: step.to_owned(),
            what,
            asks,
        });
    };
    add("begin", What::Title, Vec::new());
    add("begin", What::People, Vec::new());
    for (at, round) in case.rounds.iter().enumerate() {
        add(&round.id.0, What::Told(at), Vec::new());
        for key in in_row(found, Role::ExerciseRounds, &round.id) {
            add(&round.id.0, What::Conclusions, vec![key]);
        }
        if !round.facts.is_empty() {
            add(&round.id.0, What::Facts(at), of_facts(found, at));
        }
    }
    for at in 0..case.sentences.len() {
        add(&text.step_sentences(), What::Sentence(at), Vec::new());
        add(&text.step_sentences(), What::Concrete(at), Vec::new());
    }
    for (at, situation) in case.situations.iter().enumerate() {
        let asks = in_row(found, Role::ExerciseSituations, &situation.id);
        add(&text.step_weighing(), What::Situation(at), asks);
    }
    let ranking = order(found);
    add(
        &text.step_order(),
        What::Order,
        ranking.clone().into_iter().collect(),
    );
    let (others, patterns) = conclusions(found);
    for key in &others {
        add(
            &text.step_conclusions(),
            What::Conclusions,
            vec![key.clone()],
        );
    }
    if !patterns.is_empty() {
        add(
            &text.step_conclusions(),
            What::Conclusions,
            patterns.clone(),
        );
    }
    if !case.missing.is_empty() {
        add(&text.step_missing(), What::Missing, Vec::new());
    }
    let key = text.step_key();
    // One Enter too many must not show what the makers chose.
    add(&key, What::BeforeKey, Vec::new());
    for (at, round) in case.rounds.iter().enumerate() {
        let keys = in_row(found, Role::ExerciseRounds, &round.id);
        add(&key, What::Key(keys), Vec::new());
        if !round.facts.is_empty() {
            add(&key, What::KeyFacts(at), Vec::new());
        }
    }
    for situation in &case.situations {
        let keys = in_row(found, Role::ExerciseSituations, &situation.id);
        add(&key, What::Key(keys), Vec::new());
    }
    add(&key, What::Key(ranking.into_iter().collect()), Vec::new());
    add(&key, What::Key(others), Vec::new());
    add(&key, What::Key(patterns), Vec::new());
    add("einde", What::End, Vec::new());
    all.retain(|screen| screen.what != What::Key(Vec::new()));
    all
}

impl Screen {
    /// Its title.
    pub fn title(&self, found: &Found) -> String {
        let (case, text) = (&found.case, &nl().present);
        match &self.what {
            What::Title => case.title.clone(),
            What::People => text.people(),
            What::Told(at) => {
                let round = &case.rounds[*at];
                text.round(at + 1, case.rounds.len(), &round.title)
            }
            What::Facts(_) => text.facts(),
            What::Sentence(_) => text.sentence(),
            What::Concrete(_) => text.concrete(),
            What::Situation(at) => text.situation(at + 1, case.situations.len()),
            What::Order | What::Conclusions => match self.asks.as_slice() {
                [one] => question(found, one),
                _ => text.patterns(),
            },
            What::Missing => text.missing(),
            What::Key(keys) => match keys.first().and_then(|key| key.row.as_ref()) {
                Some(row) => text.key_of(named(found, row)),
                None if keys.len() == 1 => text.key_order(),
                None => text.key_conclusions(),
            },
            What::BeforeKey => text.before_key_title(),
            What::KeyFacts(at) => text.key_facts(at + 1),
            What::End => text.end(),
        }
    }

    /// The question of the exercise that it is about, asked here or not.
    pub fn about(&self, found: &Found, current: usize) -> Option<QuestionIx> {
        let list = &found.forms.exercise;
        let asked = self
            .asks
            .get(current.min(self.asks.len().saturating_sub(1)));
        let key = match &self.what {
            What::Key(keys) => keys.first().cloned(),
            What::KeyFacts(at) => of_facts(found, *at).into_iter().next(),
            What::Sentence(_) | What::Concrete(_) => {
                return list.by_role(Role::ExerciseConcrete);
            }
            _ => asked.cloned(),
        };
        list.find(&key?.question.0)
    }

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

/// What can be typed, in words.
pub(super) fn options(kind: &Kind) -> Vec<String> {
    let text = &nl().present;
    match kind {
        Kind::YesNo { .. } => vec![text.yes_or_no()],
        Kind::Choice { options } | Kind::Judgement { options, .. } => {
            let numbered = options.iter().enumerate();
            let mut all: Vec<String> = numbered
                .map(|(at, option)| format!("{}. {}", at + 1, option.text.nl))
                .collect();
            // Where an option says so itself there is no second one.
            let says_so = options
                .iter()
                .any(|one| one.role == Some(OptionRole::InDoubt));
            all.extend((!says_so).then(|| text.or_unknown()));
            all
        }
        Kind::Scale { from, to, labels } => {
            let mut all: Vec<String> = (*from..=*to)
                .map(|at| match labels.get(&at) {
                    Some(label) => format!("{at}: {}", label.nl),
                    None => at.to_string(),
                })
                .collect();
            all.push(text.or_unknown());
            all
        }
        Kind::Ranking { .. } => vec![text.how_to_rank()],
        _ => Vec::new(),
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

/// Where each fact of this round belongs: a question for each.
pub(super) fn of_facts(found: &Found, at: usize) -> Vec<Key> {
    let facts = found.case.rounds[at].facts.iter();
    facts
        .flat_map(|fact| {
            in_row(found, Role::ExerciseFacts, &fact.id)
                .into_iter()
                .next()
        })
        .collect()
}

/// Where a fact can belong, in a row, as it can be typed.
fn categories(found: &Found) -> String {
    let list = &found.forms.exercise;
    let of = list.by_role(Role::ExerciseFacts);
    let asked = of.and_then(|of| found.forms.rated(of).next());
    let options = asked
        .map(|at| list.question(at).options())
        .unwrap_or_default();
    let numbered = options.iter().enumerate();
    let names = numbered.map(|(at, one)| format!("{}. {}", at + 1, one.text.nl));
    names.collect::<Vec<_>>().join(" / ")
}

/// The words of a question.
pub(super) fn question(found: &Found, key: &Key) -> String {
    let list = &found.forms.exercise;
    let asked = list.find(&key.question.0);
    asked.map_or_else(String::new, |at| list.question(at).text.nl.clone())
}

/// The same before an answer: with a colon where it is no question.
pub(super) fn question_before(found: &Found, key: &Key) -> String {
    let mut asked = question(found, key);
    if !asked.ends_with('?') {
        asked.push(':');
    }
    asked
}

/// What a row is called: the title of a round, or a situation.
fn named(found: &Found, row: &RowId) -> String {
    let case = &found.case;
    let round = case.rounds.iter().find(|one| one.id == *row);
    let situation = case.situations.iter().find(|one| one.id == *row);
    match (round, situation) {
        (Some(round), _) => round.title.clone(),
        (None, Some(situation)) => shorten(&situation.text, MOST),
        (None, None) => row.to_string(),
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
