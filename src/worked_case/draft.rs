//! New cases, with only a name, a day and answers: writes into the text of their file what comes out now, at the right
//! place, marked for a person to look over. Everything else in the file stays as it is, letter by letter.

use super::actual::{Line, actual};
use super::{Readings, WorkedCase, read_tolerant, run};
use crate::problem::{Place, Problem};
use crate::questionnaire::Questionnaire;
use crate::text::nl;
use crate::yaml::{Node, Tree, read_tree};

/// What some editors put at the very beginning of a file.
const SIGN: &str = "\u{feff}";

/// A case that expects nothing yet.
#[derive(Clone, Debug)]
pub struct Draft {
    /// Its name, day and answers.
    pub case: WorkedCase,
    /// Where it begins.
    pub(super) start: Place,
}

/// A file of worked cases with its new cases filled in.
#[derive(Debug)]
pub struct Filled {
    /// The text of the file.
    pub text: String,
    /// The names of the cases that were filled in, in the order of the file.
    pub names: Vec<String>,
    /// The names of those that could not be, because of how they are written.
    pub left: Vec<String>,
}

/// Fills in the new cases of a file. A case that expects anything stays as it is.
///
/// # Errors
/// Every problem in the file; then nothing is filled in.
pub fn fill(list: &Questionnaire, bytes: &[u8], file: &str) -> Result<Filled, Vec<Problem>> {
    filled(list, None, bytes, file)
}

/// The same, where cases may have settings of their own.
///
/// # Errors
/// Every problem in the file; then nothing is filled in.
pub fn fill_with(
    list: &Questionnaire,
    readings: Readings<'_>,
    bytes: &[u8],
    file: &str,
) -> Result<Filled, Vec<Problem>> {
    filled(list, Some(readings), bytes, file)
}

fn filled(
    list: &Questionnaire,
    readings: Option<Readings<'_>>,
    bytes: &[u8],
    file: &str,
) -> Result<Filled, Vec<Problem>> {
    let (_, drafts) = read_tolerant(list, readings, bytes, file)?;
    let whole = String::from_utf8_lossy(bytes);
    let (sign, text) = match whole.strip_prefix(SIGN) {
        Some(text) => (SIGN, text),
        None => ("", &*whole),
    };
    let mut filled = Filled {
        text: text.to_owned(),
        names: Vec::new(),
        left: Vec::new(),
    };
    // From the last to the first: the places of those before it stay what they are.
    for draft in drafts.iter().rev() {
        let lines = actual(list, &draft.case);
        let good = |text: &String| {
            let cases = read_tolerant(list, readings, text.as_bytes(), file);
            is_good(list, cases.ok(), &filled.text, text, &draft.case.name, file)
        };
        let written = (!lines.is_empty())
            .then(|| write(&filled.text, &draft.start, &lines))
            .flatten()
            .filter(good);
        match written {
            Some(text) => {
                filled.text = text;
                filled.names.insert(0, draft.case.name.clone());
            }
            None => filled.left.insert(0, draft.case.name.clone()),
        }
    }
    filled.text.insert_str(0, sign);
    Ok(filled)
}

/// How many cases of a file wait for a person.
pub fn waiting(text: &str) -> usize {
    let lines = text.lines().map(str::trim_start);
    let mark = nl().author.mark_begin();
    lines.filter(|line| line.starts_with(&mark)).count()
}

/// The text with these lines in the case that begins here; nothing where its end cannot be found.
fn write(text: &str, start: &Place, lines: &[Line]) -> Option<String> {
    let ending = if text.contains("\r\n") { "\r\n" } else { "\n" };
    let all: Vec<&str> = text.split_inclusive('\n').collect();
    let first = start.line.checked_sub(1)?;
    let indent = start.column.checked_sub(1)?;
    let opens = all.get(first)?.chars().nth(indent)?;
    if opens == '{' {
        return in_braces(text, &all, first, indent, lines, ending);
    }
    let mut last = first;
    for (at, line) in all.iter().enumerate().skip(first + 1) {
        let content = line.trim_start_matches(' ');
        let own = line.len() - content.len() >= indent;
        let blank = content.trim().is_empty();
        match (own, blank) {
            (_, true) => {}
            (true, false) => last = at,
            // A remark further to the left is about the next case.
            (false, false) if content.starts_with('#') => {}
            (false, false) => break,
        }
    }
    let space = " ".repeat(indent);
    let mut made = all[..=last].concat();
    if !made.ends_with('\n') {
        made.push_str(ending);
    }
    let mut put = |by: &str, what: &str| made.push_str(&format!("{space}{by}{what}{ending}"));
    put("", &nl().author.mark());
    for line in lines {
        match line {
            Line::Word(key, word) => put("", &format!("{key}: {word}")),
            Line::Names(key, names) => {
                put("", &format!("{key}:"));
                for (name, value) in names {
                    put("  ", &format!("{name}: {value}"));
                }
            }
        }
    }
    made.push_str(&all[last + 1..].concat());
    Some(made)
}

/// In a case between braces: before the last of them.
fn in_braces(
    text: &str,
    all: &[&str],
    first: usize,
    indent: usize,
    lines: &[Line],
    ending: &str,
) -> Option<String> {
    let before: usize = all[..first].iter().map(|line| line.len()).sum();
    let column = all[first].char_indices().nth(indent)?.0;
    let end = closing(text, before + column)?;
    let inside = text[..end].trim_end();
    let comma = if inside.ends_with(['{', ',']) {
        " "
    } else {
        ", "
    };
    let written: Vec<String> = lines
        .iter()
        .map(|line| match line {
            Line::Word(key, word) => format!("{key}: {word}"),
            Line::Names(key, names) => {
                let names: Vec<String> = names
                    .iter()
                    .map(|(name, value)| format!("{name}: {value}"))
                    .collect();
                format!("{key}: {{ {} }}", names.join(", "))
            }
        })
        .collect();
    let dash = all[first].len() - all[first].trim_start_matches(' ').len();
    let mark = format!("{}{}{ending}", " ".repeat(dash), nl().author.mark());
    Some(format!(
        "{}{mark}{}{comma}{} {}",
        &text[..before],
        &inside[before..],
        written.join(", "),
        &text[end..]
    ))
}

/// Where the brace closes that opens here.
fn closing(text: &str, from: usize) -> Option<usize> {
    let mut depth = 0_usize;
    let mut quote = None;
    let mut escaped = false;
    // What came before decides whether a quote or a hash begins something.
    let mut before = ' ';
    let mut in_word = false;
    let mut remark = false;
    for (at, c) in text[from..].char_indices() {
        if remark {
            remark = c != '\n';
        } else if let Some(open) = quote {
            if escaped {
                escaped = false;
            } else if (open == '"' && c == '\\')
                || (open == '\'' && text[from + at..].starts_with("''"))
            {
                // A backslash, or the first of two quotes: the next one closes nothing.
                escaped = true;
            } else if c == open {
                quote = None;
                in_word = true;
            }
        } else {
            match c {
                '\'' | '"' if !in_word => quote = Some(c),
                '#' if before.is_whitespace() => remark = true,
                '{' | '[' => {
                    depth += 1;
                    in_word = false;
                }
                '}' | ']' => {
                    depth = depth.checked_sub(1)?;
                    if depth == 0 {
                        return Some(from + at);
                    }
                }
                ',' | ':' => in_word = false,
                c if c.is_whitespace() => {}
                _ => in_word = true,
            }
        }
        before = c;
    }
    None
}

/// Whether the new text says what the old one said and nothing else, and the case now comes out as it should.
fn is_good(
    list: &Questionnaire,
    cases: Option<(Vec<WorkedCase>, Vec<Draft>)>,
    old: &str,
    new: &str,
    name: &str,
    file: &str,
) -> bool {
    let (Ok(before), Ok(after)) = (
        read_tree(old.as_bytes(), file),
        read_tree(new.as_bytes(), file),
    ) else {
        return false;
    };
    let (Some(before), Some(after)) = (before.list(), after.list()) else {
        return false;
    };
    let kept =
        before.len() == after.len() && before.iter().zip(after).all(|(old, new)| is_kept(old, new));
    let Some((cases, _)) = cases else {
        return false;
    };
    let mut own = cases.iter().filter(|case| case.name == name);
    kept && own.next().is_some_and(|case| run(list, case).is_empty())
}

/// Whether a case still says all that it said, in the same order, before anything new.
fn is_kept(old: &Node, new: &Node) -> bool {
    let (Some(old), Some(new)) = (old.map(), new.map()) else {
        return is_same(old, new);
    };
    old.len() <= new.len()
        && old
            .iter()
            .zip(new)
            .all(|(a, b)| is_same(&a.0, &b.0) && is_same(&a.1, &b.1))
}

/// The same value, wherever it stands.
fn is_same(a: &Node, b: &Node) -> bool {
    match (&a.value, &b.value) {
        (Tree::Scalar { text: a, .. }, Tree::Scalar { text: b, .. }) => a == b,
        (Tree::List(a), Tree::List(b)) => {
            a.len() == b.len() && a.iter().zip(b).all(|(a, b)| is_same(a, b))
        }
        (Tree::Map(a), Tree::Map(b)) => {
            let same =
                |a: &(Node, Node), b: &(Node, Node)| is_same(&a.0, &b.0) && is_same(&a.1, &b.1);
            a.len() == b.len() && a.iter().zip(b).all(|(a, b)| same(a, b))
        }
        _ => false,
    }
}
