//! A record in a file of its own: the answers file that `weeg` takes.

use super::alone::{Faults, body, prepared};
use super::fault::{faults, pointer};
use super::form::json;
use super::{Batch, Fate, Prepared};
use crate::answer::{self, opened};
use crate::yaml::{Node, Tree, read_tree};

/// Assesses the answers in a file and adds the line of this record to `out`. Where it could not be assessed: at which
/// line of the file the first fault stands.
pub(super) fn line(
    batch: &Batch<'_>,
    id: &str,
    bytes: &[u8],
    out: &mut Vec<u8>,
) -> (Fate, Option<usize>) {
    let (body, fate) = match assess(batch, bytes) {
        Ok(body) => (body, (Fate::Assessed, None)),
        Err((of, problems)) => {
            let line = problems.first().map(|problem| problem.place.line);
            let body = batch.stands_for(of) + &faults(&problems, None);
            (body, (Fate::Refused, line))
        }
    };
    out.extend_from_slice(format!("{{\"id\":{}{body}}}\n", json(&id)).as_bytes());
    fate
}

/// What follows, or what is wrong and of which list it is, where that is known.
fn assess<'b, 'l>(
    batch: &'b Batch<'l>,
    bytes: &[u8],
) -> Result<String, (Option<&'b Prepared<'l>>, Faults)> {
    let tree = read_tree(bytes, "");
    let mut tree = tree.map_err(|problem| (batch.only(), vec![*problem]))?;
    point(&mut tree, "");
    let file = opened(&tree);
    let place = file.place.unwrap_or(&tree).place.clone();
    let of = prepared(&batch.lists, file.list, place).map_err(|faults| (None, faults))?;
    let answers = answer::read(of.list, file.answers, of.today);
    let answers = answers.map_err(|faults| (Some(of), faults))?;
    Ok(body(of, batch.lists.len(), &answers, batch.wishes))
}

/// Gives every value its JSON pointer, besides its line and column.
fn point(node: &mut Node, path: &str) {
    node.place.file = path.into();
    match &mut node.value {
        Tree::Scalar { .. } => {}
        Tree::List(values) => {
            for (at, value) in values.iter_mut().enumerate() {
                point(value, &format!("{path}/{at}"));
            }
        }
        Tree::Map(entries) => {
            for (key, value) in entries {
                let path = format!("{path}{}", pointer(key.text().unwrap_or_default()));
                point(value, &path);
                key.place.file = path.as_str().into();
            }
        }
    }
}
