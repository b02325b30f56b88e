//! The answers in a file, for the commands that take one: read, or refused with every fault at its place. What somebody
//! answered is never shown: who reads a message or a log need not be who may read the answers.

use std::path::Path;

use chrono::NaiveDate;

use super::lists;
use crate::answer::{self, ANSWERS, Answers, LIST, lay_over, opened};
use crate::error::{Error, Result};
use crate::problem::{Code, Place, Problem, draw};
use crate::questionnaire::Questionnaire;
use crate::text::nl;
use crate::training;
use crate::world::World;
use crate::yaml::{self, Node};

/// Keys of the form of an answers file, which may be shown as they are.
const FORM: [&str; 10] = [
    ANSWERS,
    LIST,
    "waarde",
    "bron",
    "aard",
    "datum",
    "toelichting",
    "rijen",
    "volledig",
    "id",
];

/// Answers that could not be read.
pub struct Faults {
    /// What is wrong, in the order of the file.
    pub problems: Vec<Problem>,
    /// The files with their answers covered.
    masked: Vec<(String, String)>,
}

impl Faults {
    /// For a person: each fault with its line, in which the answers are covered.
    pub fn drawn(&self, colour: bool) -> String {
        let text = |file: &str| {
            let found = self.masked.iter().find(|(name, _)| name == file);
            found.map(|(_, text)| text.as_str())
        };
        draw(&self.problems, text, colour)
    }
}

/// A file of answers, read as a tree and not judged yet.
pub struct Given {
    tree: Node,
    masked: Vec<(String, String)>,
}

impl Given {
    /// Its answers, or every fault in them.
    pub fn answers(
        &self,
        list: &Questionnaire,
        today: NaiveDate,
    ) -> std::result::Result<Answers, Faults> {
        answer::read(list, inside(&self.tree), today).map_err(|problems| Faults {
            problems,
            masked: self.masked.clone(),
        })
    }

    /// These answers with what is supposed laid over them.
    pub fn with(&self, list: &Questionnaire, supposed: &Self) -> Self {
        Self {
            tree: lay_over(list, inside(&self.tree), inside(&supposed.tree)),
            masked: [self.masked.clone(), supposed.masked.clone()].concat(),
        }
    }
}

/// Reads the answers of a file (`-` is standard input): a map of answers, or one with `antwoorden` in it and perhaps the
/// name of its list beside them. `asked` is the name by which the list was asked for: under a profile it has another id.
pub fn read(
    world: &mut World,
    list: &Questionnaire,
    asked: &str,
    file: &Path,
) -> Result<std::result::Result<Answers, Faults>> {
    let given = open(world, list, asked, file)?;
    Ok(given.and_then(|given| given.answers(list, world.today)))
}

/// Reads a file of answers without judging them yet.
pub fn open(
    world: &mut World,
    list: &Questionnaire,
    asked: &str,
    file: &Path,
) -> Result<std::result::Result<Given, Faults>> {
    let bytes = world.read(file, lists::MOST_BYTES)?;
    let name = file.display().to_string();
    let text = std::str::from_utf8(&bytes).ok();
    let masked: Vec<_> = text
        .map(|text| (name.clone(), mask(list, text)))
        .into_iter()
        .collect();
    let problem = match yaml::read_tree(&bytes, &name) {
        Ok(tree) => {
            if training::is_participant(&tree) || training::is_training_case(&tree) {
                let say = &nl().practise;
                return Err(Error::usage(say.training_file(), say.training_file_todo()));
            }
            of_this_list(&list.version.id, asked, &tree)?;
            return Ok(Ok(Given { tree, masked }));
        }
        Err(_) if yaml::is_blank(&bytes) => nothing(&name),
        Err(problem) => *problem,
    };
    Ok(Err(Faults {
        problems: vec![problem],
        masked,
    }))
}

/// The answers in a file: those under their key, or all of it.
pub fn inside(tree: &Node) -> &Node {
    opened(tree).answers
}

/// A file that names another list is not for this one.
pub fn of_this_list(id: &str, asked: &str, tree: &Node) -> Result<()> {
    match opened(tree).list {
        Some(other) if other != id && other != asked => {
            let text = &nl().start;
            Err(Error::usage(
                text.other_list(other, id),
                text.other_list_todo(),
            ))
        }
        _ => Ok(()),
    }
}

fn nothing(file: &str) -> Problem {
    let place = Place {
        file: file.into(),
        line: 1,
        column: 1,
        width: 1,
    };
    let say = &nl().answers_file;
    Problem::new(
        Code::Syntax,
        place,
        say.no_answers(),
        say.no_answers_todo("{}"),
    )
}

/// The text with every letter and digit covered, except the keys that this list and the form of the file know. Nothing
/// moves, so a caret still points at the right place.
fn mask(list: &Questionnaire, text: &str) -> String {
    let known = |word: &str| {
        FORM.contains(&word)
            || list
                .questions
                .iter()
                .any(|question| *question.id.0 == *word || question.short_id() == word)
    };
    let mut masked = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        let end = rest
            .find(|one| !is_word(one))
            .unwrap_or(rest.len())
            .max(if is_word(first) { 0 } else { first.len_utf8() });
        let (word, after) = rest.split_at(end);
        let is_key = after
            .trim_start_matches(['"', '\''])
            .trim_start_matches(' ')
            .starts_with(':');
        if !is_word(first) || (is_key && known(word)) {
            masked.push_str(word);
        } else {
            masked.extend(word.chars().map(|_| '·'));
        }
        rest = after;
    }
    masked
}

fn is_word(one: char) -> bool {
    one.is_alphanumeric() || matches!(one, '_' | '-' | '.' | '/')
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::questionnaire::Library;

    #[test]
    fn only_keys_that_the_list_knows_stay_readable() {
        let list = Library::shipped().load("rihg").unwrap();
        let shown = mask(
            &list,
            "kleur_wapens: { waarde: rood, toelichting: \"Jan sloeg: één keer\" } # Piet\nJan: ja\n",
        );
        assert_eq!(
            shown,
            "kleur_wapens: { waarde: ····, toelichting: \"··· ·····: ··· ····\" } # ····\n···: ··\n"
        );
        let json = mask(&list, r#"{"meerderjarig":"misschien"}"#);
        assert_eq!(json, r#"{"meerderjarig":"·········"}"#);
    }
}
