//! Words with a capital that no start of a sentence explains, or that do what only people do: probably a name of a person
//! or place. After a colon, a dash, an abbreviation or the number of a list a capital is explained only by an ordinary word.

use std::collections::BTreeSet;
use std::ops::Range;

use super::pattern::listed;
use super::token::{Form, Token};
use crate::text::nl;

/// Words that stand somewhere without a capital, and so are no names; none where nobody gathered them.
pub(super) type Ordinary = Option<BTreeSet<String>>;

/// How a sentence may start where a word stands.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Start {
    /// It does not.
    No,
    /// Perhaps: after a colon, a dash, an abbreviation.
    Perhaps,
    /// It does.
    Sure,
}

/// Whether a word with a capital is no name by itself: *De* in a name, *Oma*, *GGZ*.
pub(super) fn says_nothing(token: &Token<'_>) -> bool {
    let text = &nl().trace;
    let lower = token.bare();
    token.is_abbreviation()
        || token.text.chars().count() == 1
        || [
            text.particles(),
            text.public_names(),
            text.peoples(),
            text.starters(),
            text.role_words(),
            text.role_fillers(),
            text.no_subjects(),
        ]
        .iter()
        .any(|words| listed(words, &lower))
}

/// Whether the word that follows is something that people do: *zei*, *huilde*.
pub(super) fn acts(tokens: &[Token<'_>], at: usize) -> bool {
    follows(tokens, at, &nl().trace.person_verbs())
}

fn follows(tokens: &[Token<'_>], at: usize, verbs: &str) -> bool {
    let [_, space, next, ..] = &tokens[at..] else {
        return false;
    };
    matches!(space.form, Form::Space(false)) && listed(verbs, &next.text.to_lowercase())
}

/// Words that start a sentence and are probably a name, since what follows is something that people do: *Yusuf zei*. Of a
/// word that is nowhere seen without a capital, also what things do: *Yusuf was*.
pub(super) fn subjects(tokens: &[Token<'_>], ordinary: &Ordinary) -> Vec<Range<usize>> {
    let verbs = nl().trace.any_verbs();
    let name = |at: &usize| {
        let token = &tokens[*at];
        let strange = || ordinary.is_some() && !is_ordinary(token, ordinary);
        token.is_word()
            && token.is_capital()
            && !says_nothing(token)
            && !in_parts_of_day(tokens, *at)
            && (acts(tokens, *at) || (follows(tokens, *at, &verbs) && strange()))
    };
    (0..tokens.len())
        .filter(name)
        .map(|at| at..at + 1)
        .collect()
}

/// `'s Ochtends`, `'s Maandags`: with the capital on the second word.
fn in_parts_of_day(tokens: &[Token<'_>], at: usize) -> bool {
    matches!(&tokens[..at], [.., sign, word, space]
        if is_apostrophe(sign) && word.text == "s" && matches!(space.form, Form::Space(_)))
}

/// Words that start a sentence and are nowhere seen without a capital: somebody has to look whether these are names.
pub(super) fn strange(tokens: &[Token<'_>], ordinary: &Ordinary) -> Vec<usize> {
    let mut found = Vec::new();
    let mut start = Start::Sure;
    for (at, token) in tokens.iter().enumerate() {
        if token.is_word() && token.is_capital() {
            let plain = says_nothing(token) || is_ordinary(token, ordinary) || is_short(token);
            if start != Start::No && !plain {
                found.push(at);
            }
        }
        start = after(tokens, at, start);
    }
    found
}

/// Which tokens surely start a sentence.
pub(super) fn starts(tokens: &[Token<'_>]) -> Vec<bool> {
    let mut start = Start::Sure;
    let mut found = Vec::with_capacity(tokens.len());
    for at in 0..tokens.len() {
        found.push(start == Start::Sure);
        start = after(tokens, at, start);
    }
    found
}

/// An abbreviation with a dot, that begins a sentence: *Bijv.*
fn is_short(token: &Token<'_>) -> bool {
    let text = &nl().trace;
    let lower = token.text.to_lowercase();
    listed(&text.abbreviations(), &lower) || listed(&text.titles(), &lower)
}

fn is_ordinary(token: &Token<'_>, ordinary: &Ordinary) -> bool {
    let lower = token.bare();
    let heard = |word: &str| ordinary.as_ref().is_some_and(|words| words.contains(word));
    // "Verwurging" where somebody wrote "verwurgen".
    let done = lower.strip_suffix("ing").filter(|verb| !verb.is_empty());
    heard(&lower) || done.is_some_and(|verb| heard(&format!("{verb}en")))
}

/// Runs of words with a capital that no start of a sentence explains: from the first to the last, with `van de` between.
pub(super) fn capitals(tokens: &[Token<'_>], ordinary: &Ordinary) -> Vec<Range<usize>> {
    let text = &nl().trace;
    let (particles, starters) = (text.particles(), text.starters());
    let public = format!("{} {}", text.public_names(), text.peoples());
    let no_subjects = text.no_subjects();
    let allowed = |token: &Token<'_>| {
        token.is_abbreviation()
            || token.text.chars().count() == 1
            || listed(&public, &token.text.to_lowercase())
    };
    let mut runs: Vec<Range<usize>> = Vec::new();
    let mut start = Start::Sure;
    let mut at = 0;
    while at < tokens.len() {
        let token = &tokens[at];
        if !(token.is_word() && token.is_capital()) {
            start = after(tokens, at, start);
            at += 1;
            continue;
        }
        let end = run_end(tokens, at, &particles);
        let alone = end == at + 1;
        let lower = token.text.to_lowercase();
        let starts = listed(&starters, &lower) || listed(&no_subjects, &lower);
        let doubted = start == Start::Perhaps
            && ordinary.is_some()
            && !says_nothing(token)
            && !is_ordinary(token, ordinary);
        let explained =
            start != Start::No && !doubted && (alone || starts) && !token.has_inner_capital();
        let from = if explained {
            next_capital(tokens, at + 1, end)
        } else {
            Some(at)
        };
        let run = from.map(|from| from..end);
        if let Some(run) = run
            && (initials(&tokens[run.clone()])
                || tokens[run.clone()]
                    .iter()
                    .any(|one| one.is_capital() && !allowed(one)))
        {
            runs.push(run);
        }
        start = Start::No;
        at = end;
    }
    runs
}

/// How a sentence may start after this token.
fn after(tokens: &[Token<'_>], at: usize, start: Start) -> Start {
    let token = &tokens[at];
    match token.form {
        Form::Space(true) => Start::Sure,
        Form::Space(false) => start,
        Form::Sign if token.is('.') => after_dot(tokens, at, start),
        Form::Sign if token.text.starts_with(['!', '?', '…']) => Start::Sure,
        // A quotation inside a sentence starts with a capital of its own.
        Form::Sign if token.text.starts_with(['"', '“', '„', '‘', '«']) => Start::Sure,
        // Before a word it opens a quotation; behind one it belongs to it.
        Form::Sign if is_apostrophe(token) && opens(tokens, at) => Start::Sure,
        // At the start of a line a dash opens a point of a list, which begins as a sentence does.
        Form::Sign if token.text.starts_with(['•', '-', '–', '—']) && opens_line(tokens, at) => {
            Start::Sure
        }
        Form::Sign if token.text.starts_with([':', '•', '-', '–', '—']) => Start::Perhaps,
        Form::Sign => start,
        // "'s Ochtends": the capital stands on the second word.
        Form::Word if token.text == "s" && at > 0 && is_apostrophe(&tokens[at - 1]) => start,
        _ => Start::No,
    }
}

fn opens_line(tokens: &[Token<'_>], at: usize) -> bool {
    matches!(
        &tokens[..at],
        [] | [
            ..,
            Token {
                form: Form::Space(true),
                ..
            }
        ]
    )
}

fn opens(tokens: &[Token<'_>], at: usize) -> bool {
    let before = at.checked_sub(1).map(|before| tokens[before].form);
    !matches!(before, Some(Form::Word | Form::Digits | Form::Mixed))
}

/// After a dot: the end of a sentence, or of a title (*dr.*) or an abbreviation (*o.a.*).
fn after_dot(tokens: &[Token<'_>], at: usize, start: Start) -> Start {
    let text = &nl().trace;
    let Some(word) = at.checked_sub(1).map(|before| &tokens[before]) else {
        return Start::Sure;
    };
    let lower = word.text.to_lowercase();
    if listed(&text.titles(), &lower) {
        return start;
    }
    let letter = word.is_word() && word.text.chars().count() == 1 && !word.is_capital();
    if letter || listed(&text.abbreviations(), &lower) {
        Start::Perhaps
    } else {
        Start::Sure
    }
}

/// `A.B.`, `C. de V.`: two letters or more that stand for names.
fn initials(run: &[Token<'_>]) -> bool {
    let letter = |one: &Token<'_>| one.is_word() && one.text.chars().count() == 1;
    let letters = run.iter().filter(|one| letter(one) && one.is_capital());
    letters.count() > 1 && run.iter().any(|one| one.is('.'))
}

fn is_apostrophe(token: &Token<'_>) -> bool {
    token.is('\'') || token.is('’')
}

fn next_capital(tokens: &[Token<'_>], from: usize, end: usize) -> Option<usize> {
    (from..end).find(|at| tokens[*at].is_word() && tokens[*at].is_capital())
}

/// Where a run of capitals ends: `Jan de Vries` is one, `J. de Vries` too.
fn run_end(tokens: &[Token<'_>], at: usize, particles: &str) -> usize {
    let mut end = at + 1;
    let mut here = at + 1;
    while let Some(token) = tokens.get(here) {
        let initial = token.is('.') && tokens[here - 1].text.chars().count() == 1;
        let between = matches!(token.form, Form::Space(false)) || token.is('-') || initial;
        let particle = token.is_word() && listed(particles, token.text);
        if token.is_word() && token.is_capital() {
            end = here + 1;
        } else if !(between || particle) {
            break;
        }
        here += 1;
    }
    end
}
