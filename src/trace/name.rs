//! Names: those of the people of the case, and words with a capital where a sentence does not ask for one,
//! or where somebody does something that only people do.

use std::collections::BTreeSet;

use super::capital::{self, Ordinary, acts, capitals, says_nothing, subjects};
use super::pattern::listed;
use super::token::{Form, Token, tokens, with_dot};
use super::{Kind, Trace, title};
use crate::text::nl;

/// The names to look for, each with what may stand in its place.
#[derive(Clone, Debug, Default)]
pub struct Names {
    known: Vec<Known>,
    seen: BTreeSet<String>,
    ordinary: Ordinary,
    /// Of these, the words of the list of questions itself: no case put them there.
    common: BTreeSet<String>,
}

/// A name that is known, or a part of one.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Known {
    /// In small letters.
    words: Vec<String>,
    instead: String,
    how: How,
}

/// How a name is written where it is one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum How {
    /// In any letters.
    Any,
    /// With a capital: without, it is a word like others.
    Capital,
    /// In capitals only: the first letters of a name.
    Letters,
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
        let text = &nl().trace;
        let (roles, fillers) = (text.role_words(), text.role_fillers());
        // "mw. De Vries": every other "mw." is somebody else.
        let titles = format!("{} {}", text.titles(), text.title_words());
        let words = words(name);
        for word in &words {
            let telling = word.chars().count() > 1
                && !listed(&roles, word)
                && !listed(&fillers, word)
                && !listed(&titles, word)
                && !word.chars().all(|one| one.is_ascii_digit());
            if telling {
                self.put(vec![word.clone()], instead, How::Any);
            }
        }
        self.put(words, instead, How::Any);
        self.add_initials(name, instead);
        self.sort();
    }

    /// The first letters of a name of two words or more: *J.W.*, *JW*. Not where these are a word that everybody uses: *TV*.
    fn add_initials(&mut self, name: &str, instead: &str) {
        let found = tokens(name);
        let telling = found
            .iter()
            .filter(|one| one.is_word() && one.is_capital() && !says_nothing(one));
        let first = telling.filter_map(|one| one.text.to_lowercase().chars().next());
        let letters: Vec<String> = first.map(String::from).collect();
        if letters.len() < 2 {
            return;
        }
        let text = &nl().trace;
        let together = letters.concat();
        // Together they may be a word: *OM*, where a text stands in capitals.
        let words = [
            text.no_initials(),
            text.two_letter_words(),
            text.starters(),
            text.particles(),
        ];
        let is_word = words.iter().any(|words| listed(words, &together));
        self.put(letters, instead, How::Letters);
        if !is_word {
            self.put(vec![together], instead, How::Letters);
        }
    }

    /// Adds words that only tell something together, such as the pseudonym of a case; nothing where they tell nothing. Of
    /// what follows the first word, a word with a capital tells something on its own: *fam. Ünsal*.
    pub fn add_phrase(&mut self, phrase: &str) {
        if tells_nothing(phrase) {
            return;
        }
        let gone = Kind::Name.dropped();
        self.put(words(phrase), &gone, How::Any);
        let found = tokens(phrase);
        let named = found.iter().skip(1);
        for word in named.filter(|one| one.is_word() && one.is_capital() && !says_nothing(one)) {
            self.put(vec![word.bare()], &gone, How::Capital);
        }
        self.sort();
    }

    /// Whether a name, or a word of one that says no role, stands anywhere in these letters: *semmie* holds *Sem*.
    pub fn is_in(&self, text: &str) -> bool {
        const SHORTEST: usize = 3;
        let text = text.to_lowercase();
        let mut known = self.known.iter();
        known.any(|known| match known.words.as_slice() {
            [word] if known.how == How::Any => {
                word.chars().count() >= SHORTEST && text.contains(word.as_str())
            }
            _ => false,
        })
    }

    /// Whether the number that stands here belongs to what somebody is called in the place of a name: *kind (3)*.
    pub(super) fn is_called(&self, text: &str, number: &std::ops::Range<usize>) -> bool {
        let told = format!("{})", &text[..number.end]).to_lowercase();
        let mut known = self.known.iter().filter(|one| one.instead.ends_with(')'));
        known.any(|one| told.ends_with(&one.instead.to_lowercase()))
    }

    /// Remembers the words of a text that stand there without a capital: ordinary words, that are no names. Once there are
    /// any, a word that is none of them is sooner taken for a name.
    pub fn hear(&mut self, text: &str) {
        let ordinary = self.ordinary.get_or_insert_default();
        let found = tokens(text);
        let small = found
            .iter()
            .filter(|one| one.is_word() && !one.is_capital());
        ordinary.extend(small.map(|one| one.text.to_owned()));
    }

    /// As [`Self::hear`], the words of the list of questions itself: also where such a word is a name elsewhere in the
    /// case, it may start a sentence as a word (*Wil hij praten?*).
    pub fn hear_list<T: AsRef<str>>(&mut self, texts: impl Iterator<Item = T>) {
        texts.for_each(|text| self.hear(text.as_ref()));
        self.common = self.ordinary.clone().unwrap_or_default();
    }

    /// The words that start a sentence in a text and are no ordinary words: names, perhaps.
    pub(super) fn strange(&self, text: &str) -> Vec<std::ops::Range<usize>> {
        let tokens = tokens(text);
        let mut found = capital::strange(&tokens, &self.ordinary);
        let starts = capital::starts(&tokens);
        found.extend((0..tokens.len()).filter(|at| {
            self.may_be_a_word(&tokens, *at, &starts) || self.resembles(&tokens[*at])
        }));
        found.into_iter().map(|at| tokens[at].at.clone()).collect()
    }

    /// Whether a word that is a name elsewhere starts a sentence here, where it may be an ordinary one.
    fn may_be_a_word(&self, tokens: &[Token<'_>], at: usize, starts: &[bool]) -> bool {
        let word = tokens[at].bare();
        let capital = starts[at] && tokens[at].is_capital();
        capital && self.seen.contains(&word) && self.common.contains(&word) && !acts(tokens, at)
    }

    /// Whether a word begins as a name of somebody does, or such a name as it: *Krzys*, *fatmaatje*.
    fn resembles(&self, token: &Token<'_>) -> bool {
        const SHORTEST: usize = 4;
        let word = token.bare();
        let long = |word: &str| word.chars().count() >= SHORTEST;
        let known = self.known.iter().filter(|one| one.how == How::Any);
        let mut names = known.filter_map(|one| match one.words.as_slice() {
            [name] if long(name) => Some(name.as_str()),
            _ => None,
        });
        token.is_word()
            && long(&word)
            && !self.common.contains(&word)
            && names.any(|name| name.starts_with(&word) || word.starts_with(name))
    }

    /// Remembers every probable name in a text, so that it is also known where it starts a sentence.
    pub fn learn(&mut self, text: &str) {
        let tokens = tokens(text);
        for run in capitals(&tokens, &self.ordinary)
            .into_iter()
            .chain(subjects(&tokens, &self.ordinary))
        {
            let names = tokens[run].iter().filter(|token| token.is_capital());
            let names = names.filter(|token| !says_nothing(token));
            self.seen.extend(names.map(|token| token.bare()));
        }
        for run in title::find(&tokens) {
            let names = tokens[run].iter().filter(|token| token.is_word());
            let names = names.filter(|token| !says_nothing(token));
            self.seen.extend(names.map(|token| token.bare()));
        }
    }

    pub(super) fn find(&self, text: &str) -> Vec<Trace> {
        let tokens = tokens(text);
        let starts = capital::starts(&tokens);
        let mut found = Vec::new();
        for at in 0..tokens.len() {
            for known in &self.known {
                if let Some((end, of)) = matches(&tokens, at, known) {
                    let mut trace = Trace::new(Kind::Name, tokens[at].at.start..end);
                    trace.instead.clone_from(&known.instead);
                    if starts[at] && tokens[at].is_capital() {
                        trace.instead = with_capital(&known.instead);
                    }
                    if of {
                        trace.instead += "'s";
                    }
                    found.push(trace);
                    break;
                }
            }
            // In small letters only where it does what people do: "roos" is a flower too.
            let named = tokens[at].is_capital() || acts(&tokens, at);
            let named = named && !self.may_be_a_word(&tokens, at, &starts);
            if named && self.seen.contains(&tokens[at].bare()) {
                let place = tokens[at].at.start..tokens[at].bare_end();
                found.push(Trace::new(Kind::Capital, place));
            }
        }
        let runs = capitals(&tokens, &self.ordinary)
            .into_iter()
            .chain(subjects(&tokens, &self.ordinary));
        let runs = runs.chain(title::find(&tokens));
        found.extend(runs.map(|run| {
            let last = run.end - 1;
            let initial = tokens[last].is_capital() && tokens[last].text.chars().count() == 1;
            let end = if initial {
                with_dot(&tokens, last)
            } else {
                tokens[last].bare_end()
            };
            Trace::new(Kind::Capital, tokens[run.start].at.start..end)
        }));
        found
    }

    /// Longer names first, so that a whole name is found before a part of it.
    fn sort(&mut self) {
        self.known
            .sort_by_key(|known| std::cmp::Reverse(known.words.len()));
    }

    fn put(&mut self, words: Vec<String>, instead: &str, how: How) {
        let known = |one: &Known| one.words == words && (one.how == How::Any || one.how == how);
        if !words.is_empty() && !self.known.iter().any(known) {
            self.known.push(Known {
                words,
                instead: instead.to_owned(),
                how,
            });
        }
    }
}

/// The words of a name, in small letters.
fn words(name: &str) -> Vec<String> {
    tokens(name)
        .into_iter()
        .filter(|token| !matches!(token.form, Form::Sign | Form::Space(_)))
        .map(|token| token.bare())
        .collect()
}

fn with_capital(text: &str) -> String {
    let mut chars = text.chars();
    let first = chars.next().map(|first| first.to_uppercase());
    first.into_iter().flatten().chain(chars).collect()
}

/// Whether this name stands here; where it ends, and whether an *s* is at its end for what is theirs: *Jans jas*.
fn matches(tokens: &[Token<'_>], at: usize, known: &Known) -> Option<(usize, bool)> {
    let mut here = at;
    let mut end = None;
    for (nth, word) in known.words.iter().enumerate() {
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
        let own = token.bare();
        let capital = token.is_capital();
        let written = match known.how {
            How::Any => own == *word || (capital && is_form_of(&own, word)),
            How::Capital => capital && (own == *word || is_form_of(&own, word)),
            How::Letters => own == *word && !token.text.chars().any(char::is_lowercase),
        };
        if !written {
            return None;
        }
        let of = own.strip_suffix('s') == Some(word);
        end = Some(match known.how {
            How::Letters if word.len() == 1 => (with_dot(tokens, here), false),
            _ => (token.bare_end(), of),
        });
        here += 1;
    }
    end
}

/// Whether a word is this name with an ending: *Jans jas*, *Jantje*, *Brammetje*.
fn is_form_of(own: &str, name: &str) -> bool {
    const SHORTEST: usize = 3;
    const LONGEST_ENDING: usize = 6;
    let Some(ending) = own.strip_prefix(name) else {
        return false;
    };
    let small = ending.ends_with("je") || ending.ends_with("jes");
    ending == "s" || (small && name.len() >= SHORTEST && ending.len() <= LONGEST_ENDING)
}
