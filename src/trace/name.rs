//! Names: those of the people of the case, and words with a capital where a sentence does not ask for one,
//! or where somebody does something that only people do.

use std::collections::BTreeSet;

use super::pattern::listed;
use super::token::{Form, Token, tokens};
use super::{Kind, Trace, title};
use crate::text::nl;

/// The names to look for, each with what may stand in its place.
#[derive(Clone, Debug, Default)]
pub struct Names {
    known: Vec<(Vec<String>, String)>,
    seen: BTreeSet<String>,
}

/// The words of a name that only say a role (`oma van moeders kant`), and whether these are all of it.
pub fn role_words(name: &str) -> (String, bool) {
    let text = &nl().trace;
    let (roles, fillers) = (text.role_words(), text.role_fillers());
    let mut all = true;
    let mut kept: Vec<&str> = Vec::new();
    let mut role = false;
    let separates = |one: char| !one.is_alphanumeric() && one != '-';
    for word in name.split_whitespace() {
        // "oma, moeder van moeder": a comma says nothing either.
        let word = word.trim_matches(separates);
        if word.is_empty() {
            continue;
        }
        let lower = word.to_lowercase();
        let is_role = lower.split('-').all(|part| listed(&roles, part));
        let fits =
            is_role || listed(&fillers, &lower) || lower.chars().all(|one| one.is_ascii_digit());
        role |= is_role;
        all &= fits;
        if fits {
            kept.push(word);
        }
    }
    // What is left around a name that was taken out says nothing: "van", "de".
    let fillers_only = |word: &&str| listed(&fillers, &word.to_lowercase());
    while !all && kept.last().is_some_and(fillers_only) {
        kept.pop();
    }
    if role {
        (kept.join(" "), all)
    } else {
        (String::new(), false)
    }
}

/// So many figures may be an age, an hour or a house: alone they tell nothing of a case.
const SHORT_NUMBER: usize = 3;

/// Whether a pseudonym tells nothing of a case and would be found in any text: role words alone (`tweeling`), or a short
/// number.
pub(super) fn tells_nothing(phrase: &str) -> bool {
    let phrase = phrase.trim();
    let number = phrase.len() <= SHORT_NUMBER && phrase.chars().all(|one| one.is_ascii_digit());
    number || role_words(phrase).1
}

impl Names {
    /// Adds a name, in full and word by word where a word says no role, and what may stand in its place.
    pub fn add(&mut self, name: &str, instead: &str) {
        let (roles, fillers) = (nl().trace.role_words(), nl().trace.role_fillers());
        let words = words(name);
        for word in &words {
            let telling = word.chars().count() > 1
                && !listed(&roles, word)
                && !listed(&fillers, word)
                && !word.chars().all(|one| one.is_ascii_digit());
            if telling {
                self.put(vec![word.clone()], instead);
            }
        }
        self.put(words, instead);
        self.sort();
    }

    /// Adds words that only tell something together, such as the pseudonym of a case; nothing where they tell nothing.
    pub fn add_phrase(&mut self, phrase: &str) {
        if tells_nothing(phrase) {
            return;
        }
        self.put(words(phrase), &Kind::Name.dropped());
        self.sort();
    }

    /// Remembers every probable name in a text, so that it is also known where it starts a sentence.
    pub fn learn(&mut self, text: &str) {
        let tokens = tokens(text);
        for run in capitals(&tokens).into_iter().chain(subjects(&tokens)) {
            let names = tokens[run].iter().filter(|token| token.is_capital());
            let names = names.filter(|token| !says_nothing(token));
            self.seen.extend(names.map(|token| bare(token.text)));
        }
        for run in title::find(&tokens) {
            let names = tokens[run].iter().filter(|token| token.is_word());
            let names = names.filter(|token| !says_nothing(token));
            self.seen.extend(names.map(|token| bare(token.text)));
        }
    }

    pub(super) fn find(&self, text: &str) -> Vec<Trace> {
        let tokens = tokens(text);
        let mut found = Vec::new();
        for at in 0..tokens.len() {
            for (words, instead) in &self.known {
                if let Some(end) = matches(&tokens, at, words) {
                    let mut trace = Trace::new(Kind::Name, tokens[at].at.start..end);
                    trace.instead.clone_from(instead);
                    found.push(trace);
                    break;
                }
            }
            // In small letters only where it does what people do: "roos" is a flower too.
            let named = tokens[at].is_capital() || acts(&tokens, at);
            if named && self.seen.contains(&bare(tokens[at].text)) {
                found.push(Trace::new(Kind::Capital, tokens[at].at.clone()));
            }
        }
        let runs = capitals(&tokens).into_iter().chain(subjects(&tokens));
        let runs = runs.chain(title::find(&tokens));
        found.extend(runs.map(|run| {
            let place = tokens[run.start].at.start..tokens[run.end - 1].at.end;
            Trace::new(Kind::Capital, place)
        }));
        found
    }

    /// Longer names first, so that a whole name is found before a part of it.
    fn sort(&mut self) {
        self.known
            .sort_by_key(|(words, _)| std::cmp::Reverse(words.len()));
    }

    fn put(&mut self, words: Vec<String>, instead: &str) {
        if !words.is_empty() && !self.known.iter().any(|(known, _)| *known == words) {
            self.known.push((words, instead.to_owned()));
        }
    }
}

/// The words of a name, in small letters.
fn words(name: &str) -> Vec<String> {
    tokens(name)
        .into_iter()
        .filter(|token| !matches!(token.form, Form::Sign | Form::Space(_)))
        .map(|token| bare(token.text))
        .collect()
}

/// A word in small letters, without the ending of a possessive.
fn bare(word: &str) -> String {
    let lower = word.to_lowercase();
    match lower.strip_suffix("'s").or(lower.strip_suffix("’s")) {
        Some(name) => name.to_owned(),
        None => lower,
    }
}

/// Whether these words stand here, one after the other; where they end.
fn matches(tokens: &[Token<'_>], at: usize, words: &[String]) -> Option<usize> {
    let mut here = at;
    let mut end = None;
    for (nth, word) in words.iter().enumerate() {
        if nth > 0 {
            // Between two words of a name: a space, a dash, a dot.
            while tokens
                .get(here)
                .is_some_and(|one| matches!(one.form, Form::Space(_)) || one.is('-') || one.is('.'))
            {
                here += 1;
            }
        }
        let token = tokens.get(here)?;
        let own = bare(token.text);
        // "Jans jas": a possessive without an apostrophe.
        let possessive = own.strip_suffix('s') == Some(word.as_str()) && token.is_capital();
        if own != *word && !possessive {
            return None;
        }
        end = Some(token.at.end);
        here += 1;
    }
    end
}

/// Whether a word with a capital is no name by itself: *De* in a name, *Oma*, *GGZ*.
fn says_nothing(token: &Token<'_>) -> bool {
    let text = &nl().trace;
    let lower = token.text.to_lowercase();
    token.is_abbreviation()
        || token.text.chars().count() == 1
        || [
            text.particles(),
            text.public_names(),
            text.starters(),
            text.role_words(),
            text.role_fillers(),
            text.no_subjects(),
        ]
        .iter()
        .any(|words| listed(words, &lower))
}

/// Whether the word that follows is something that people do: *zei*, *huilde*.
fn acts(tokens: &[Token<'_>], at: usize) -> bool {
    let [_, space, next, ..] = &tokens[at..] else {
        return false;
    };
    let verbs = nl().trace.person_verbs();
    matches!(space.form, Form::Space(false)) && listed(&verbs, &next.text.to_lowercase())
}

/// Words that start a sentence and are probably a name, since what follows is something that people do: *Yusuf zei*.
fn subjects(tokens: &[Token<'_>]) -> Vec<std::ops::Range<usize>> {
    let name = |at: &usize| {
        let token = &tokens[*at];
        token.is_word() && token.is_capital() && acts(tokens, *at) && !says_nothing(token)
    };
    (0..tokens.len())
        .filter(name)
        .map(|at| at..at + 1)
        .collect()
}

/// Runs of words with a capital that no start of a sentence explains: from the first to the last, with `van de` between.
fn capitals(tokens: &[Token<'_>]) -> Vec<std::ops::Range<usize>> {
    let text = &nl().trace;
    let (particles, public, starters) = (text.particles(), text.public_names(), text.starters());
    let no_subjects = text.no_subjects();
    let allowed = |token: &Token<'_>| {
        token.is_abbreviation()
            || token.text.chars().count() == 1
            || listed(&public, &token.text.to_lowercase())
    };
    let mut runs: Vec<std::ops::Range<usize>> = Vec::new();
    let mut start_of_sentence = true;
    let mut at = 0;
    while at < tokens.len() {
        let token = &tokens[at];
        if token.is_word() && token.is_capital() {
            let end = run_end(tokens, at, &particles);
            let alone = end == at + 1;
            let lower = token.text.to_lowercase();
            let starts = listed(&starters, &lower) || listed(&no_subjects, &lower);
            let explained = start_of_sentence && (alone || starts) && !token.has_inner_capital();
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
            start_of_sentence = false;
            at = end;
            continue;
        }
        match token.form {
            Form::Space(true) => start_of_sentence = true,
            Form::Space(false) => {}
            // A quotation inside a sentence starts with a capital of its own.
            Form::Sign => {
                let title = token.is('.')
                    && at > 0
                    && listed(&text.titles(), &tokens[at - 1].text.to_lowercase());
                start_of_sentence |= !title
                    && token.text.starts_with([
                        '.', '!', '?', ':', '"', '“', '„', '‘', '«', '•', '-', '–', '…',
                    ]);
            }
            // "'s Ochtends": the capital stands on the second word.
            Form::Word if token.text == "s" && at > 0 && is_apostrophe(&tokens[at - 1]) => {}
            _ => start_of_sentence = false,
        }
        at += 1;
    }
    runs
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
