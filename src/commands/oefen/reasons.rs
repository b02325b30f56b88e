//! Why something moved after the talk: asked of each answer that moved, and kept beside that answer alone. What somebody wrote
//! in the first round is shown as what it was.

use super::keep::Kept;
use super::{LINES, page};
use crate::answer::{Answer, Key, Value, shorten, show};
use crate::error::Result;
use crate::group::reason_of;
use crate::text::nl;
use crate::world::World;

/// So much of a question is said again.
const MOST_QUESTION: usize = 60;
/// So much of a reason.
const MOST_REASON: usize = 200;

/// Asks why each of these moved, where that does not stand there yet; one can go back to the one before.
pub(super) fn ask(
    world: &mut World,
    first: &Kept<'_>,
    second: &mut Kept<'_>,
    moved: &[Key],
) -> Result<()> {
    let open = moved.iter().filter(|key| is_open(first, second, key));
    let open: Vec<&Key> = open.collect();
    let mut at = 0;
    while let Some(key) = open.get(at) {
        at = match why(world, first, second, key, (at + 1, open.len()))? {
            Step::On => at + 1,
            Step::Back => at.saturating_sub(1),
        };
    }
    Ok(())
}

/// Where to after a reason.
enum Step {
    On,
    Back,
}

/// Whether nobody said why yet.
fn is_open(first: &Kept<'_>, second: &Kept<'_>, key: &Key) -> bool {
    let (old, now) = (given(first, key), given(second, key));
    // A text at the end is about more than this answer: that it is another now says nothing of this one.
    let own = key.row.is_some() || answer(second, key).is_some_and(|one| one.note.is_some());
    !(own && now.is_some() && now != old)
}

/// What stands in the text that asks why; nothing where it is empty.
pub(super) fn words(kept: &Kept<'_>, key: &Key) -> Option<String> {
    let asked = reason_of(kept.list, kept.list.find(&key.question.0)?)?;
    let why = Key {
        question: kept.list.question(asked).id.clone(),
        row: key.row.clone(),
    };
    match &answer(kept, &why)?.value {
        Value::Text(text) if !text.trim().is_empty() => Some(text.clone()),
        _ => None,
    }
}

/// The note beside an answer, or else what was said in the question that asks why.
pub(super) fn given(kept: &Kept<'_>, key: &Key) -> Option<String> {
    let note = answer(kept, key)?.note.clone();
    note.or_else(|| words(kept, key))
}

fn answer<'a>(kept: &'a Kept<'_>, key: &Key) -> Option<&'a Answer> {
    let answers = &kept.participant.answers;
    answers.get(&key.question, key.row.as_ref())
}

fn why(
    world: &mut World,
    first: &Kept<'_>,
    second: &mut Kept<'_>,
    key: &Key,
    (at, count): (usize, usize),
) -> Result<Step> {
    let text = &nl().practise;
    let old = given(first, key);
    let said = |kept: &Kept<'_>| {
        let asked = kept.list.find(&key.question.0).zip(answer(kept, key));
        asked.map_or_else(
            || text.not_answered(),
            |(at, answer)| show(kept.list, at, &answer.value, &kept.participant.answers),
        )
    };
    let asked = page::called(second, key);
    let asked = shorten(&asked, MOST_QUESTION);
    world.say(&text.why(asked, said(first), said(second)))?;
    if let Some(old) = &old {
        let old = shorten(&crate::plain::one_line(old), MOST_REASON);
        world.say(&text.why_before(old))?;
    }
    let note = answer(second, key).and_then(|one| one.note.clone());
    // What was typed a moment ago stays unless it is typed anew.
    let typed_here = note.filter(|note| Some(note) != old.as_ref());
    if let Some(typed) = &typed_here {
        world.say(&text.why_typed(typed))?;
    }
    let question = if at > 1 {
        text.why_now_back(at, count)
    } else {
        text.why_now(at, count)
    };
    let typed = loop {
        let typed = crate::plain::one_line(&world.ask(&question, LINES)?);
        match typed.as_str() {
            "t" | "terug" if at > 1 => return Ok(Step::Back),
            "t" | "terug" => world.say(&text.why_first())?,
            "" => break typed_here,
            _ => break Some(typed),
        }
    };
    // It stands beside the answer that it is about, and nowhere else: the text of a row or of the end serves others too.
    if let Some(mut answer) = answer(second, key).cloned() {
        answer.note = typed;
        second.participant.answers.set(key.clone(), answer);
    }
    second.write()?;
    Ok(Step::On)
}
