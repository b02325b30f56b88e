//! Addresses online: e-mail, a site, what somebody is called there.

use super::super::token::{Form, Token};
use super::super::{Kind, Trace};
use super::listed;
use crate::text::nl;

/// Pieces between spaces that are an e-mail address, a user name or a web address.
pub(super) fn online(text: &str) -> Vec<Trace> {
    let mut found = Vec::new();
    let mut from = 0;
    for piece in text.split_inclusive(char::is_whitespace) {
        let start = from;
        from += piece.len();
        let word = piece.trim();
        let bare = word.trim_matches(|one: char| !one.is_alphanumeric() && one != '@');
        if bare.is_empty() {
            continue;
        }
        let lower = bare.to_lowercase();
        let name_after_at = bare
            .split_once('@')
            .is_some_and(|(_, after)| after.chars().next().is_some_and(char::is_alphanumeric));
        // What follows the name of a site says no less: instagram.com/jan.
        let host = lower.split(['/', '?', '#', ':']).next().unwrap_or(&lower);
        let site = lower.contains("://")
            || lower.starts_with("www.")
            || host.rsplit_once('.').is_some_and(|(before, ending)| {
                before.len() > 1 && listed(&nl().trace.site_endings(), ending)
            });
        if name_after_at || site {
            let start = start + piece.find(bare).unwrap_or(0);
            found.push(Trace::new(Kind::Online, start..start + bare.len()));
        }
    }
    found
}

/// `snapchat: kacper2019`, `kacper_2019`: what somebody is called on a site, without its @.
pub(super) fn user_name(tokens: &[Token<'_>], at: usize) -> Option<Trace> {
    let text = &nl().trace;
    let here = &tokens[at];
    let part = |one: &Token<'_>| !matches!(one.form, Form::Sign | Form::Space(_));
    // With figures in it: two words with such a sign are also how a program writes one.
    let figures = |one: &Token<'_>| {
        matches!(one.form, Form::Digits | Form::Mixed) && !listed(&text.public_numbers(), one.text)
    };
    if let [one, sign, two, ..] = &tokens[at..]
        && sign.is('_')
        && part(one)
        && part(two)
        && (figures(one) || figures(two))
    {
        return Some(Trace::new(Kind::Online, one.at.start..two.at.end));
    }
    if !listed(&text.app_words(), &here.text.to_lowercase()) {
        return None;
    }
    let between = |one: &Token<'_>| {
        matches!(one.form, Form::Space(false))
            || [':', '=', '(', '"', '\''].iter().any(|sign| one.is(*sign))
            || listed(&text.file_between(), &one.text.to_lowercase())
    };
    let rest = &tokens[at + 1..];
    let name = rest.iter().find(|one| !between(one))?;
    (name.form == Form::Mixed).then(|| Trace::new(Kind::Online, name.at.clone()))
}
