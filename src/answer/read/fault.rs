//! What can be wrong with an answers file, said in Dutch. Ids are named; what somebody answered is not.

use super::{COMPLETE, ROW_ID};
use crate::answer::{NATURES, Refusal};
use crate::problem::{Code, Problem, did_you_mean};
use crate::questionnaire::{Kind, Question, QuestionIx, Questionnaire};
use crate::text::nl;
use crate::yaml::Node;

fn at(node: &Node, code: Code, message: String, tip: String) -> Problem {
    Problem::new(code, node.place.clone(), message, tip)
}

pub(super) fn not_a_map(node: &Node) -> Problem {
    let say = &nl().answers_file;
    at(node, Code::WrongType, say.not_a_map(), say.not_a_map_todo())
}

pub(super) fn key_not_a_word(key: &Node) -> Problem {
    let say = &nl().answers_file;
    at(key, Code::WrongType, say.bad_key(), say.bad_key_todo())
}

pub(super) fn repeated_key(key: &Node, name: &str, first: &Node) -> Problem {
    let say = &nl().answers_file;
    at(
        key,
        Code::RepeatedKey,
        say.repeated(name),
        say.repeated_todo(),
    )
    .and(first.place.clone(), say.first())
}

pub(super) fn unknown_key(key: &Node, name: &str, known: &[&str]) -> Problem {
    let say = &nl().answers_file;
    let tip = did_you_mean(name, known.iter().copied());
    at(key, Code::UnknownKey, say.unknown_key(name), tip)
}

/// A question that is not in the list; one that stands in the rows of a list gets that said.
pub(super) fn unknown_question(list: &Questionnaire, name: &str, key: &Node) -> Problem {
    let say = &nl().answers_file;
    let inside = list.questions.iter().find(|question| {
        question.parent.is_some()
            && (*question.id.0 == *name
                || question.short_id() == name.rsplit('/').next().unwrap_or(name))
    });
    let tip = match inside.and_then(|question| question.parent) {
        Some(parent) => say.in_row_todo(&list.question(parent).id),
        None => {
            let known = list
                .questions
                .iter()
                .filter(|question| question.parent.is_none());
            did_you_mean(name, known.map(|question| &*question.id.0))
        }
    };
    at(key, Code::UnknownReference, say.unknown_question(name), tip)
}

pub(super) fn row_without_id(row: &Node, asked: &Question) -> Problem {
    let say = &nl().answers_file;
    let tip = say.row_id_todo(example(asked));
    at(row, Code::MissingKey, say.no_row_id(ROW_ID), tip)
}

pub(super) fn row_not_a_map(row: &Node, asked: &Question) -> Problem {
    let say = &nl().answers_file;
    let tip = say.row_id_todo(example(asked));
    at(row, Code::WrongType, say.row_not_a_map(), tip)
}

pub(super) fn bad_row_id(id: &Node, asked: &Question) -> Problem {
    let say = &nl().answers_file;
    let tip = say.row_id_todo(example(asked));
    at(id, Code::BadId, say.bad_row_id(), tip)
}

fn example(asked: &Question) -> String {
    match asked.kind {
        Kind::List { letter, .. } => format!("{letter}1"),
        _ => "a1".to_owned(),
    }
}

pub(super) fn repeated_row(id: &Node, name: &str, first: &Node) -> Problem {
    let say = &nl().answers_file;
    at(
        id,
        Code::RepeatedId,
        say.repeated_row(name),
        say.repeated_row_todo(),
    )
    .and(first.place.clone(), say.first())
}

pub(super) fn too_many_rows(node: &Node, asked: &Question, most: usize) -> Problem {
    let say = &nl().answers_file;
    at(
        node,
        Code::BadValue,
        say.too_many_rows(&asked.id, most),
        say.too_many_rows_todo(),
    )
}

pub(super) fn rows_not_a_list(node: &Node) -> Problem {
    let say = &nl().answers_file;
    at(
        node,
        Code::WrongType,
        say.rows_not_a_list(),
        say.rows_not_a_list_todo(),
    )
}

pub(super) fn rows_in_value(node: &Node) -> Problem {
    let say = &nl().answers_file;
    at(
        node,
        Code::WrongType,
        say.rows_in_value(),
        say.rows_in_value_todo(),
    )
}

pub(super) fn complete_not_yes_no(node: &Node) -> Problem {
    let say = &nl().answers_file;
    at(
        node,
        Code::BadValue,
        say.complete(COMPLETE),
        say.complete_todo(),
    )
}

pub(super) fn no_value(node: &Node) -> Problem {
    let say = &nl().answers_file;
    at(node, Code::MissingKey, say.no_value(), say.no_value_todo())
}

pub(super) fn nothing_there(node: &Node) -> Problem {
    let say = &nl().answers_file;
    at(node, Code::BadValue, say.nothing(), say.nothing_todo())
}

pub(super) fn map_in_value(node: &Node) -> Problem {
    let say = &nl().answers_file;
    at(node, Code::WrongType, say.map(), say.map_todo())
}

pub(super) fn array_in_value(node: &Node) -> Problem {
    let say = &nl().answers_file;
    at(node, Code::WrongType, say.array(), say.array_todo())
}

pub(super) fn empty_array(node: &Node) -> Problem {
    let say = &nl().answers_file;
    at(
        node,
        Code::BadValue,
        say.empty_array(),
        say.empty_array_todo(),
    )
}

pub(super) fn repeated_choice(node: &Node, first: &Node) -> Problem {
    let say = &nl().answers_file;
    at(
        node,
        Code::BadValue,
        nl().refusal.twice(),
        nl().refusal.twice_todo(),
    )
    .and(first.place.clone(), say.first())
}

pub(super) fn refused(
    list: &Questionnaire,
    question: QuestionIx,
    node: &Node,
    refusal: Refusal,
) -> Problem {
    let say = &nl().answers_file;
    let code = match list.question(question).kind {
        Kind::List { .. } => return at(node, Code::WrongType, say.not_rows(), say.not_rows_todo()),
        Kind::Choice { .. } | Kind::Choices { .. } | Kind::Judgement { .. } => Code::UnknownOption,
        Kind::Person { .. } | Kind::Row { .. } | Kind::Ranking { .. } => Code::UnknownReference,
        _ => Code::BadValue,
    };
    at(node, code, refusal.what, refusal.todo)
}

pub(super) fn bad_nature(node: &Node) -> Problem {
    let say = &nl().answers_file;
    let tip = did_you_mean(node.text().unwrap_or(""), NATURES);
    at(node, Code::BadValue, say.nature(), tip)
}

pub(super) fn bad_date(node: &Node, refusal: Refusal) -> Problem {
    at(node, Code::BadValue, refusal.what, refusal.todo)
}
