//! Answers laid over others: what is supposed, on top of what was given. Works on the trees of the two files, so that the one
//! reader checks the whole and every fault keeps its place. Judges nothing itself.

use super::read::{COMPLETE, ROW_ID, ROWS};
use crate::questionnaire::{Kind, QuestionIx, Questionnaire};
use crate::yaml::{Node, Tree};

/// The word that takes an answer away: as if never asked.
pub const NO_ANSWER: &str = "geen_antwoord";

/// The given answers with the supposed ones laid over them: an answer takes the place of the one there was, `geen_antwoord`
/// takes it away. Rows of a list are laid over the row with the same id, and rows that are not named stay; a list as a map
/// with `rijen` names all rows there are.
pub fn lay_over(list: &Questionnaire, given: &Node, supposed: &Node) -> Node {
    let (Some(over), Some(base)) = (entries(supposed), entries(given)) else {
        // No map of answers: the reader says so.
        return supposed.clone();
    };
    let outside = |name: &Node| {
        let at = list.find(name.text()?)?;
        list.question(at).parent.is_none().then_some(at)
    };
    let value = |name: &Node, value: &Node| {
        let at = outside(name)?;
        rows(list, at, find(base, name), value)
    };
    Node {
        value: Tree::Map(laid(base, over, &|name| outside(name).is_some(), &value)),
        place: supposed.place.clone(),
    }
}

/// The entries of a map of answers; nothing at all is none.
fn entries(node: &Node) -> Option<&[(Node, Node)]> {
    match &node.value {
        Tree::List(rows) if rows.is_empty() => Some(&[]),
        _ if node.is_empty() => Some(&[]),
        _ => node.map(),
    }
}

fn find<'n>(entries: &'n [(Node, Node)], name: &Node) -> Option<&'n Node> {
    let found = entries
        .iter()
        .find(|(other, _)| other.text() == name.text());
    found.map(|(_, value)| value)
}

/// The entries of `base` with those of `over` on top. `known` are the names that can be taken away; `merged` is what a value
/// becomes where it does not just take the place of the other.
fn laid(
    base: &[(Node, Node)],
    over: &[(Node, Node)],
    known: &dyn Fn(&Node) -> bool,
    merged: &dyn Fn(&Node, &Node) -> Option<Node>,
) -> Vec<(Node, Node)> {
    let stays = |(name, _): &&(Node, Node)| name.text().is_none() || find(over, name).is_none();
    let mut all: Vec<(Node, Node)> = base.iter().filter(stays).cloned().collect();
    for (name, value) in over {
        if value.text() == Some(NO_ANSWER) && known(name) {
            continue;
        }
        all.push((
            name.clone(),
            merged(name, value).unwrap_or_else(|| value.clone()),
        ));
    }
    all
}

/// The rows of a list with the supposed ones over them; `None` where no rows are supposed.
fn rows(list: &Questionnaire, at: QuestionIx, base: Option<&Node>, over: &Node) -> Option<Node> {
    let Kind::List { questions, .. } = &list.question(at).kind else {
        return None;
    };
    let old = base.and_then(|base| base.get(ROWS).unwrap_or(base).list());
    let old = old.unwrap_or_default();
    let id = |row: &Node| row.get(ROW_ID).and_then(Node::text).map(str::to_owned);
    let known = |name: &Node| {
        let mut inner = questions
            .iter()
            .map(|inner| list.question(*inner).short_id());
        name.text()
            .is_some_and(|name| inner.any(|known| known == name))
    };
    let over_row = |row: &Node| {
        let below = old
            .iter()
            .find(|other| id(row).is_some() && id(other) == id(row));
        match (row.map(), below.and_then(Node::map)) {
            (Some(new), below) => Node {
                value: Tree::Map(laid(below.unwrap_or_default(), new, &known, &|_, _| None)),
                place: row.place.clone(),
            },
            _ => row.clone(),
        }
    };
    let all_of = |rows: &[Node]| Tree::List(rows.iter().map(over_row).collect());
    match &over.value {
        Tree::List(new) if new.is_empty() => None,
        Tree::List(new) => {
            let named = |row: &Node| {
                new.iter()
                    .any(|other| id(row).is_some() && id(other) == id(row))
            };
            let mut all: Vec<Node> = old
                .iter()
                .map(|row| match new.iter().find(|other| id(other) == id(row)) {
                    Some(other) if named(row) => over_row(other),
                    _ => row.clone(),
                })
                .collect();
            let first = |at: usize| new[..at].iter().all(|other| id(other) != id(&new[at]));
            let there = |row: &Node| {
                old.iter()
                    .any(|other| id(row).is_some() && id(other) == id(row))
            };
            let added = (0..new.len()).filter(|at| !(there(&new[*at]) && first(*at)));
            all.extend(added.map(|at| over_row(&new[at])));
            let complete = base.and_then(|base| base.entry(COMPLETE));
            Some(with_rows(Tree::List(all), complete, over))
        }
        Tree::Map(keys) => {
            let rows = match over.get(ROWS) {
                Some(rows) => rows.list().map(all_of)?,
                None => Tree::List(old.to_vec()),
            };
            let others = keys.iter().filter(|(name, _)| name.text() != Some(ROWS));
            let mut all = vec![(word(ROWS, over), node(rows, over))];
            all.extend(others.cloned());
            Some(node(Tree::Map(all), over))
        }
        Tree::Scalar { .. } => None,
    }
}

/// Rows that say whether they are all as the given ones did.
fn with_rows(rows: Tree, complete: Option<(&Node, &Node)>, at: &Node) -> Node {
    let rows = node(rows, at);
    match complete {
        None => rows,
        Some((name, value)) => {
            let all = vec![(word(ROWS, at), rows), (name.clone(), value.clone())];
            node(Tree::Map(all), at)
        }
    }
}

fn node(value: Tree, at: &Node) -> Node {
    Node {
        value,
        place: at.place.clone(),
    }
}

fn word(text: &str, at: &Node) -> Node {
    let text = text.to_owned();
    node(Tree::Scalar { text, plain: true }, at)
}
