//! Stumbles that the parser notices too late or takes for something else: a text that begins with an apostrophe, a hard
//! space from a word processor, a bracket that an earlier line left open. Looks at the lines themselves.

use serde_yaml::granit_parser::ErrorKind;

use super::{Fault, fault};
use crate::problem::{Code, Place};

/// Before the place where the parser stopped, so many lines are looked at for an apostrophe.
const LOOK_BACK: usize = 80;

/// What an author probably did, when the lines show it.
pub(super) fn find(kind: &ErrorKind, place: &Place, lines: &[&str]) -> Option<Fault> {
    match kind {
        ErrorKind::RecursionLimitExceeded
        | ErrorKind::UnknownAnchor
        | ErrorKind::MissingAnchorOrAliasName
        | ErrorKind::TabNotAllowed
        | ErrorKind::TabInBlockIndentation
        | ErrorKind::TabInIndentation
        | ErrorKind::TabInPlainScalar
        | ErrorKind::TabAtBlockScalarStart => None,
        ErrorKind::UnclosedQuotedScalar
        | ErrorKind::DocumentIndicatorInQuotedScalar
        | ErrorKind::InvalidQuotedScalarIndent
        | ErrorKind::InvalidTrailingSingleQuotedScalar => apostrophe(place, lines),
        _ => hard_space(place, lines)
            .or_else(|| apostrophe_here(place.line, place, lines))
            .or_else(|| left_open(place, lines)),
    }
}

/// `vraag: 's Nachts`: the apostrophe opens a quote that the parser reads on in, sometimes for many lines.
fn apostrophe(place: &Place, lines: &[&str]) -> Option<Fault> {
    let first = place.line.saturating_sub(LOOK_BACK).max(1);
    let mut back = (first..=place.line).rev();
    back.find_map(|line| apostrophe_here(line, place, lines))
}

fn apostrophe_here(line: usize, place: &Place, lines: &[&str]) -> Option<Fault> {
    let text: Vec<char> = lines.get(line - 1)?.chars().collect();
    let at = text.windows(4).position(|four| {
        let [before, quote, letter, after] = four else {
            return false;
        };
        *before == ' ' && *quote == '\'' && letter.is_alphabetic() && *after == ' '
    })?;
    let begins = text[..at].iter().rev().find(|c| **c != ' ');
    begins.filter(|c| ":-,[{".contains(**c))?;
    Some(fault(
        Code::Syntax,
        Place {
            line,
            column: at + 2,
            width: 1,
            ..place.clone()
        },
        "Deze tekst begint met een apostrof. YAML leest daar een aanhalingsteken.",
        "Zet de hele tekst tussen dubbele aanhalingstekens: \"'s Nachts thuis?\".",
    ))
}

/// A space that is none to YAML: it comes along when text is pasted from a document or a page.
fn hard_space(place: &Place, lines: &[&str]) -> Option<Fault> {
    let is_hard = |c: char| c.is_whitespace() && !c.is_ascii();
    (place.line.saturating_sub(1).max(1)..=place.line).find_map(|line| {
        let text: Vec<char> = lines.get(line - 1)?.chars().collect();
        let at = text.iter().enumerate().position(|(at, c)| {
            let indents = text[..at].iter().all(|c| c.is_whitespace());
            is_hard(*c) && (indents || ":-".contains(text[at - 1]))
        })?;
        Some(fault(
            Code::Syntax,
            Place {
                line,
                column: at + 1,
                width: 1,
                ..place.clone()
            },
            "Hier staat een vaste spatie. YAML kent alleen gewone spaties.",
            "Haal haar weg en typ een gewone spatie. Zo'n spatie komt vaak mee bij plakken uit een ander programma.",
        ))
    })
}

/// A bracket that is still open on a later line than its own, where the parser stopped.
fn left_open(place: &Place, lines: &[&str]) -> Option<Fault> {
    let mut open: Vec<(usize, usize, char)> = Vec::new();
    for (at, line) in lines.iter().enumerate().take(place.line) {
        let here = at + 1 == place.line;
        let until = if here { place.column - 1 } else { usize::MAX };
        brackets(line, until, |column, c| match c {
            '{' | '[' => open.push((at + 1, column, c)),
            _ => _ = open.pop(),
        });
    }
    let (line, column, bracket) = *open.last()?;
    if line == place.line {
        return None;
    }
    let close = if bracket == '{' { '}' } else { ']' };
    Some(fault(
        Code::Syntax,
        Place {
            line,
            column,
            width: 1,
            ..place.clone()
        },
        format!(
            "Dit haakje gaat niet dicht: op regel {} is het bestand niet meer te lezen.",
            place.line
        ),
        format!(
            "Zet `{close}` waar het hoort. Staat het er al, kijk dan of er een komma ontbreekt."
        ),
    ))
}

/// The brackets of one line that open or close something: not those in a text, in quotes or in a comment.
fn brackets(line: &str, until: usize, mut found: impl FnMut(usize, char)) {
    let mut quote: Option<char> = None;
    let mut before = '-';
    let mut last = ' ';
    for (at, c) in line.chars().enumerate().take(until) {
        let begins = ":-,[{".contains(before);
        match (quote, c) {
            (Some(open), _) if open == c => quote = None,
            (Some(_), _) => {}
            (None, '#') if last.is_whitespace() => return,
            (None, '\'' | '"') if begins => quote = Some(c),
            (None, '{' | '[') if begins => found(at + 1, c),
            (None, '}' | ']') => found(at + 1, c),
            _ => {}
        }
        if !c.is_whitespace() {
            before = c;
        }
        last = c;
    }
}
