//! What a training case can do better: for its makers. It can be used as it is, but for what may be about real people.

use std::collections::BTreeSet;

use super::case::TrainingCase;
use crate::problem::{Code, Place, Problem};
use crate::text::{nl, wrap};
use crate::trace::{names, patterns};
use crate::yaml::{Node, Tree};

/// So many rounds at least: with fewer nothing changes on the way.
const FEWEST_ROUNDS: usize = 3;
/// A text is read on one screen of 80 by 24, with its title and what to press.
const MOST_LINES: usize = 16;
const SCREEN_WIDTH: usize = 76;
/// Situations: with fewer there is no order to talk about.
const FEWEST_SITUATIONS: usize = 3;

/// What there is to say about a case that was read. `tree` is the file that it was read from.
pub fn remarks(case: &TrainingCase, tree: &Node) -> Vec<Problem> {
    let text = &nl().training;
    let mut found = Vec::new();
    let at = |key: &str| {
        tree.entry(key)
            .map_or_else(|| tree.place.clone(), |(name, _)| name.place.clone())
    };
    let mut say = |place: Place, says: String, tip: String| {
        found.push(Problem::new(Code::WrongType, place, says, tip));
    };
    if case.rounds.len() < FEWEST_ROUNDS {
        let says = text.few_rounds(case.rounds.len(), FEWEST_ROUNDS);
        say(at("rondes"), says, text.few_rounds_todo());
    }
    if case.situations.len() < FEWEST_SITUATIONS {
        let says = text.few_situations(case.situations.len(), FEWEST_SITUATIONS);
        say(at("situaties"), says, text.few_situations_todo());
    }
    if case.facts().next().is_none() {
        say(at("rondes"), text.no_facts(), text.no_facts_todo());
    }
    let rows = tree.get("rondes").and_then(Node::list);
    for row in rows.unwrap_or_default() {
        let Some(told) = row.get("tekst") else {
            continue;
        };
        let lines = told.text().map_or(0, lines);
        if lines > MOST_LINES {
            let says = text.too_long(lines, MOST_LINES);
            say(told.place.clone(), says, text.too_long_todo());
        }
    }
    let mut small = BTreeSet::new();
    small_words(tree, &mut small);
    small.extend(case.not_names.iter().map(|word| word.to_lowercase()));
    look(tree, &small, &mut found);
    crate::problem::sort(&mut found);
    found
}

/// So many lines on a screen of 80 columns.
fn lines(told: &str) -> usize {
    wrap(told.trim(), SCREEN_WIDTH).lines().count()
}

/// Notes what may tell of somebody real, in every text of the file.
fn look(node: &Node, small: &BTreeSet<String>, found: &mut Vec<Problem>) {
    match &node.value {
        Tree::Map(entries) => entries
            .iter()
            .for_each(|(_, value)| look(value, small, found)),
        Tree::List(items) => items.iter().for_each(|item| look(item, small, found)),
        Tree::Scalar { text: told, .. } => {
            let say = &nl().training;
            let mut note = |what: String, words: &str| {
                let says = say.real(what, words);
                let problem =
                    Problem::new(Code::WrongType, node.place.clone(), says, say.real_todo());
                found.push(problem);
            };
            let traces = patterns(told);
            let doubtful =
                |at: &std::ops::Range<usize>| !small.contains(&told[at.clone()].to_lowercase());
            for trace in traces.iter().filter(|trace| doubtful(&trace.at)) {
                note(trace.kind.called(), &told[trace.at.clone()]);
            }
            for at in names(told) {
                let words = &told[at.clone()];
                let known = traces
                    .iter()
                    .any(|one| one.at.start < at.end && at.start < one.at.end);
                if !known && !is_ordinary(words, small) {
                    note(say.a_name(), words);
                }
            }
        }
    }
}

/// Every word that the file has without a capital: one that starts a sentence is then no name.
fn small_words(node: &Node, found: &mut BTreeSet<String>) {
    match &node.value {
        Tree::Map(entries) => entries
            .iter()
            .for_each(|(_, value)| small_words(value, found)),
        Tree::List(items) => items.iter().for_each(|item| small_words(item, found)),
        Tree::Scalar { text, .. } => {
            let words = text.split(|one: char| !one.is_alphanumeric());
            let small = words.filter(|word| word.starts_with(char::is_lowercase));
            found.extend(small.map(str::to_owned));
        }
    }
}

/// Whether these words only look like a name: all of them are ordinary, or one starts a sentence before a public name.
fn is_ordinary(words: &str, small: &BTreeSet<String>) -> bool {
    let public = nl().trace.public_names();
    let is_public = |word: &str| public.split_whitespace().any(|one| one == word);
    let all: Vec<String> = words.split_whitespace().map(str::to_lowercase).collect();
    let left = all
        .iter()
        .filter(|word| !is_public(word) && !small.contains(*word));
    let left = left.count();
    left == 0 || (left == 1 && all.len() > 1 && !is_public(&all[0]) && is_public(&all[1]))
}
