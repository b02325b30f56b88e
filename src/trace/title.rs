//! Names after a title, also in small letters: *mevrouw de vries*, and a name of which only the first letter is left:
//! *mevrouw K.*, *volgens J.* Who types in a hurry types no capitals.

use std::ops::Range;

use super::pattern::listed;
use super::token::{Form, Token};
use crate::text::nl;

/// Where the names after a title stand, with what stands between the parts of a name.
pub(super) fn find(tokens: &[Token<'_>]) -> Vec<Range<usize>> {
    let found =
        (0..tokens.len()).filter_map(|at| named(tokens, at).or_else(|| initial(tokens, at)));
    found.collect()
}

/// The name after the title that stands here.
fn named(tokens: &[Token<'_>], at: usize) -> Option<Range<usize>> {
    let text = &nl().trace;
    let title = tokens.get(at).filter(|one| one.is_word())?;
    if !listed(&text.title_words(), &title.text.to_lowercase()) || is_anybody(&tokens[..at]) {
        return None;
    }
    let dotted = tokens.get(at + 1).is_some_and(|one| one.is('.'));
    let from = after_space(tokens, at + 1 + usize::from(dotted))?;
    let particles = text.particles();
    let mut here = from;
    while listed(&particles, &tokens[here].text.to_lowercase()) {
        here = after_space(tokens, here + 1)?;
    }
    if is_initial(&tokens[here]) {
        return Some(from..here + 1);
    }
    // A name with a capital is found as one.
    if tokens[here].is_capital() || says_no_name(&tokens[here], here > from) {
        return None;
    }
    let double = tokens.get(here + 1).is_some_and(|one| one.is('-'))
        && tokens.get(here + 2).is_some_and(Token::is_word);
    Some(from..here + if double { 3 } else { 1 })
}

/// One letter with a dot, after a word that has somebody behind it.
fn initial(tokens: &[Token<'_>], at: usize) -> Option<Range<usize>> {
    let [.., before, space] = tokens.get(..at)? else {
        return None;
    };
    tokens.get(at).filter(|one| is_initial(one))?;
    let behind = listed(&nl().trace.initial_after(), &before.text.to_lowercase());
    let dotted = tokens.get(at + 1).is_some_and(|one| one.is('.'));
    (behind && dotted && matches!(space.form, Form::Space(false))).then_some(at..at + 1)
}

fn is_initial(token: &Token<'_>) -> bool {
    token.is_word() && token.is_capital() && token.text.chars().count() == 1
}

/// *de dokter*, *die meneer*: no name follows.
fn is_anybody(before: &[Token<'_>]) -> bool {
    let [.., word, space] = before else {
        return false;
    };
    let text = &nl().trace;
    let lower = word.text.to_lowercase();
    matches!(space.form, Form::Space(false)) && listed(&text.title_after(), &lower)
}

/// The word after one space.
fn after_space(tokens: &[Token<'_>], at: usize) -> Option<usize> {
    let space = tokens.get(at)?;
    let word = tokens.get(at + 1)?;
    (matches!(space.form, Form::Space(false)) && word.is_word()).then_some(at + 1)
}

/// Whether this word, after a title, is no name: what somebody does, or a small word.
fn says_no_name(token: &Token<'_>, after_particle: bool) -> bool {
    let text = &nl().trace;
    let lower = token.text.to_lowercase();
    // *reageerde*, *schudde*, *reageert*; after *van de* stands no verb.
    let verb = ["de", "te", "den", "ten", "eert"];
    let does = !after_particle && verb.iter().any(|end| lower.ends_with(end));
    does || [
        text.title_no_name(),
        text.person_verbs(),
        text.starters(),
        text.no_subjects(),
        text.role_words(),
        text.role_fillers(),
        text.public_names(),
    ]
    .iter()
    .any(|words| listed(words, &lower))
}
