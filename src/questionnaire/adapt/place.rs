//! `verplaats`: another part, or another place in it, for a question of the base.

use super::{id_of, question_ids, rows_mut, value_mut};
use crate::problem::{Code, did_you_mean};
use crate::questionnaire::form;
use crate::questionnaire::raw::{Faults, Fields, word};
use crate::yaml::{Node, Tree};

/// Moves one question.
pub(super) fn apply(tree: &mut Node, node: &Node, faults: &Faults) {
    let Some(mut fields) = Fields::of(node, &form::MOVE, faults) else {
        return;
    };
    let question = fields.need("vraag");
    let to = fields.need("naar");
    let (before, after) = (fields.get("voor"), fields.get("na"));
    if let (Some(_), Some((name, _))) = (before, node.entry("na")) {
        faults.say(
            Code::UnknownKey,
            &name.place,
            "Een vraag komt voor of na een andere, niet allebei.",
            "Haal `voor` of `na` weg.",
        );
    }
    fields.finish();
    let (Some(question), Some(to)) = (question, to) else {
        return;
    };
    let Some(taken) = places(tree, question, to, before.or(after), faults) else {
        return;
    };
    for part in rows_mut(tree, "onderdelen") {
        if let Some(Tree::List(questions)) = value_mut(part, "vragen").map(|node| &mut node.value) {
            questions.retain(|one| id_of(one) != id_of(&taken));
        }
    }
    let part = rows_mut(tree, "onderdelen")
        .iter_mut()
        .find(|part| id_of(part) == to.text());
    let questions = part.and_then(|part| value_mut(part, "vragen"));
    if let Some(Tree::List(questions)) = questions.map(|node| &mut node.value) {
        let beside = before.or(after).and_then(Node::text);
        let at = questions
            .iter()
            .position(|one| beside.is_some() && id_of(one) == beside);
        let at = at.map(|at| at + usize::from(before.is_none()));
        questions.insert(at.unwrap_or(questions.len()), taken);
    }
}

/// The question to move, when it, its new part and the question beside it are all there.
fn places(
    tree: &Node,
    question: &Node,
    to: &Node,
    beside: Option<&Node>,
    faults: &Faults,
) -> Option<Node> {
    let parts = tree.get("onderdelen")?;
    let rows = parts.list()?;
    let all = question_ids(parts);
    let wanted = word(question, faults)?;
    let taken = rows
        .iter()
        .flat_map(|part| part.get("vragen").and_then(Node::list).unwrap_or_default())
        .find(|one| id_of(one) == Some(wanted));
    if taken.is_none() {
        let outside = all.iter().filter(|id| !id.contains('/'));
        faults.say(
            Code::UnknownReference,
            &question.place,
            format!(
                "De lijst die u aanpast heeft geen vraag `{wanted}` die kan worden verplaatst."
            ),
            did_you_mean(wanted, outside.map(String::as_str)),
        );
    }
    let name = word(to, faults)?;
    let Some(part) = rows.iter().find(|part| id_of(part) == Some(name)) else {
        faults.say(
            Code::UnknownReference,
            &to.place,
            format!("De lijst die u aanpast heeft geen onderdeel `{name}`."),
            did_you_mean(name, rows.iter().filter_map(id_of)),
        );
        return None;
    };
    let Some(questions) = part.get("vragen").and_then(Node::list) else {
        faults.say(
            Code::Adaptation,
            &to.place,
            format!("Het onderdeel `{name}` neemt een andere lijst mee en heeft zelf geen vragen."),
            "Kies een onderdeel met eigen vragen.",
        );
        return None;
    };
    if let Some(beside) = beside {
        let known = || questions.iter().filter_map(id_of);
        let wanted = word(beside, faults)?;
        if !known().any(|id| id == wanted) {
            faults.say(
                Code::UnknownReference,
                &beside.place,
                format!("In het onderdeel `{name}` staat geen vraag `{wanted}`."),
                did_you_mean(wanted, known()),
            );
            return None;
        }
    }
    taken.cloned()
}
