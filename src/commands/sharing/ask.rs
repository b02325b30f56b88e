//! What is asked of the person in front of it: who gets it, what for, on which ground, what may go along, and how to say
//! otherwise what this reader may not have.

use super::said::{Said, is_no, is_yes};
use super::{Earlier, Given, Questions};
use crate::answer::interpret::{self, Manner};
use crate::answer::show_date;
use crate::case::{Ground, Weighed};
use crate::error::{Error, Result};
use crate::plain::one_line;
use crate::questionnaire::paper::Outside;
use crate::reader::{Answered, Hit, Wording};
use crate::text::nl;
use crate::world::World;

/// So often a question is put again.
const TIMES: usize = 3;
/// The option that takes the place of all these questions.
const OPTION: &str = "--gegevens";

/// Asks everything.
pub(super) fn all(world: &mut World, questions: &Questions<'_>) -> Result<Given> {
    let text = &nl().share;
    // What may end it comes first.
    let mut before = Answered::new();
    for ask in questions.asks {
        if ask.must.is_none() {
            before.insert(ask.id.clone(), words(world, &ask.question)?);
            continue;
        }
        let fine = is_so(world, &text.yes_or_no(&ask.question))?;
        let said = if fine {
            nl().value.yes()
        } else {
            nl().value.no()
        };
        before.insert(ask.id.clone(), said);
        if !fine {
            return Ok(Given {
                recipient: String::new(),
                purpose: String::new(),
                ground: Ground::RightToReport,
                before,
                released: Vec::new(),
                wording: Wording::new(),
            });
        }
    }
    let recipient = words(world, &text.ask_recipient())?;
    let purpose = words(world, &text.ask_purpose())?;
    let ground = ground(world, questions)?;
    let mut released = Vec::new();
    for one in &questions.offers {
        let question = text.ask_release(one.kind.called(), &one.whose);
        if is_so(world, &question)? {
            released.push(one.row.clone());
        }
    }
    Ok(Given {
        recipient,
        purpose,
        ground,
        before,
        released,
        wording: Wording::new(),
    })
}

/// Asks until it is *ja* or *nee*: what cannot be read is never taken for *nee*.
fn is_so(world: &mut World, question: &str) -> Result<bool> {
    for _ in 0..TIMES {
        let said = needed(world, question)?;
        if is_yes(&said) {
            return Ok(true);
        }
        if is_no(&said) {
            return Ok(false);
        }
        world.say(&nl().share.only_yes_or_no())?;
    }
    Err(not_said())
}

/// Asks until it is said in words.
fn words(world: &mut World, question: &str) -> Result<String> {
    until(world, question, Said::InWords)
}

/// Asks until it can be followed by who reads it later.
fn reason(world: &mut World, question: &str) -> Result<String> {
    until(world, question, Said::Reason)
}

fn until(world: &mut World, question: &str, least: Said) -> Result<String> {
    for _ in 0..TIMES {
        let said = needed(world, question)?;
        if least.is_met(&said) {
            return Ok(said);
        }
        world.say(&nl().share.in_words())?;
    }
    Err(not_said())
}

fn not_said() -> Error {
    let text = &nl().share;
    Error::attention(text.not_said(), text.not_said_todo())
}

/// Asks until something is said.
fn needed(world: &mut World, question: &str) -> Result<String> {
    for _ in 0..TIMES {
        let said = world.ask(question, OPTION)?;
        let said = said.trim();
        if !said.is_empty() {
            return Ok(said.to_owned());
        }
    }
    Err(not_said())
}

/// Not a free choice: Veilig Thuis without consent; who reads about themself, by their own right; everybody else with
/// consent, or after the five points.
fn ground(world: &mut World, questions: &Questions<'_>) -> Result<Ground> {
    let text = &nl().share;
    match questions.outside {
        Outside::Report => {
            world.say(&text.right_to_report())?;
            return Ok(Ground::RightToReport);
        }
        Outside::Access => {
            world.say(&text.right_of_access())?;
            return Ok(Ground::Access);
        }
        Outside::Asked => {}
    }
    if is_so(world, &text.ask_consent())? {
        let from = words(world, &text.ask_consent_from())?;
        let on = loop {
            let typed = needed(world, &text.ask_consent_on())?;
            match interpret::date(&typed, world.today, true, Manner::Typed) {
                Ok(day) => break day,
                Err(refusal) => world.say(&format!("{} {}", refusal.what, refusal.todo))?,
            }
        };
        return Ok(Ground::Consent { from, on });
    }
    if let Some(points) = weighed(world, &questions.weighed)? {
        return Ok(Ground::Weighed(points));
    }
    world.say(&text.five_points())?;
    Ok(Ground::Weighed(Weighed {
        interest: reason(world, &text.point_1())?,
        no_other_way: reason(world, &text.point_2())?,
        no_consent: reason(world, &text.point_3())?,
        outweighs: reason(world, &text.point_4())?,
        no_more: words(world, &text.point_5())?,
    }))
}

/// What was weighed in the case is shown with its day, and asked whether it is for this. None: it is asked anew.
fn weighed(world: &mut World, all: &[Earlier]) -> Result<Option<Weighed>> {
    let text = &nl().share;
    for one in all {
        let points = &one.points;
        world.say(&text.weighed_before(one_line(&one.with), show_date(one.on)))?;
        for (question, said) in [
            (text.point_1(), &points.interest),
            (text.point_2(), &points.no_other_way),
            (text.point_3(), &points.no_consent),
            (text.point_4(), &points.outweighs),
            (text.point_5(), &points.no_more),
        ] {
            world.say(&format!("  {question}\n    {}", one_line(said)))?;
        }
        if is_so(world, &text.ask_weighed_before())? {
            return Ok(Some(points.clone()));
        }
    }
    Ok(None)
}

/// Shows each text that this reader may not have as it is, and lets somebody say it otherwise, for this reader only.
pub(in crate::commands) fn otherwise(
    world: &mut World,
    hits: &[Hit],
    wording: &mut Wording,
) -> Result<()> {
    let text = &nl().share;
    world.say(&text.hits())?;
    for hit in hits {
        let kinds: Vec<String> = hit.kinds.iter().map(|kind| kind.called()).collect();
        world.say(&text.hit(&hit.place, kinds.join(", ")))?;
        world.say(&format!("  {}", hit.text))?;
        let said = world.ask(&text.ask_otherwise(), OPTION)?;
        if said.trim().is_empty() {
            return Err(Error::attention(text.stopped(), text.stopped_todo()));
        }
        wording.insert(hit.place.clone(), said.trim().to_owned());
    }
    Ok(())
}
