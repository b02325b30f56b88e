//! What to talk about: where it came apart most, who chose what, and the reasons they gave.

use super::{key, picture};
use crate::commands::groep::spoken::{dots, many, middle, sentence, why};
use crate::commands::groep::told::Told;
use crate::document::{Block, Line, Table};
use crate::group::{OfRow, Spread, Vote, drawing};
use crate::plain::one_line;
use crate::text::nl;

/// With the answer of most, so many reasons are enough.
const OF_MOST: usize = 2;

/// Where it came apart, most first.
pub(super) fn by_disagreement<'a>(one: &'a Told<'_>) -> Vec<&'a Spread> {
    let mut apart: Vec<&Spread> = one
        .spreads
        .iter()
        .filter(|spread| spread.answered() > 1 && !spread.is_one())
        .collect();
    apart.sort_by(|one, other| Spread::by_disagreement(one, other));
    apart
}

/// With more names or reasons than this nobody reads on.
const MOST: usize = 12;

/// The section.
pub(super) fn blocks(one: &Told<'_>, most: usize, pictures: bool) -> Vec<Block> {
    let say = &nl().group;
    let apart = by_disagreement(one);
    if apart.is_empty() {
        return Vec::new();
    }
    let mut blocks = vec![
        Block::Heading(2, say.talk()),
        Block::Paragraph(Line::plain(say.talk_about())),
    ];
    if one.subject.key.is_some() {
        blocks.push(Block::Paragraph(Line::plain(say.key_line())));
    }
    for (at, spread) in apart.iter().take(most).enumerate() {
        blocks.extend(question(one, spread, at + 1, pictures));
    }
    let more = apart.len().saturating_sub(most);
    if more > 0 {
        blocks.push(Block::Paragraph(Line::plain(if more == 1 {
            say.talk_more_one(apart.len())
        } else {
            say.talk_more(more, apart.len())
        })));
    }
    blocks
}

fn question(one: &Told<'_>, spread: &Spread, number: usize, pictures: bool) -> Vec<Block> {
    let say = &nl().group;
    let matter = &spread.matter;
    let options = &matter.scale.options;
    let mut blocks = vec![Block::Paragraph(Line::strong(format!(
        "{number}. {}",
        matter.asked
    )))];
    let mut facts = Vec::new();
    if let Some(about) = &matter.about {
        facts.push((say.about(), Line::plain(about.clone())));
    }
    facts.push((say.answers(), Line::plain(sentence(spread))));
    facts.extend(middle(spread).map(|middle| (say.middle(), Line::plain(middle))));
    facts.extend(apart(one, spread));
    if let Some(beside) = one.against(spread) {
        let option = &options[beside.key];
        let told = match &beside.reason {
            Some(reason) => say.key_reason(option, one_line(reason)),
            None => say.key_alone(option),
        };
        facts.push((say.key(), Line::plain(told)));
    }
    blocks.push(Block::Facts(facts));
    if pictures {
        let drawing = drawing::dots(spread, key(one, spread));
        blocks.push(picture(drawing, true));
    } else {
        let each = spread.counts.iter().enumerate();
        let shown = each.filter(|(at, count)| **count > 0 || *at != matter.scale.unknown);
        let row = |(at, count): (usize, &usize)| {
            vec![Line::plain(options[at].clone()), Line::plain(dots(*count))]
        };
        blocks.push(Block::Table(Table {
            head: vec![say.option(), say.voices()],
            rows: shown.map(row).collect(),
        }));
    }
    let (about, reasons) = reasons(one, spread);
    blocks.extend(about.map(|about| Block::Paragraph(Line::plain(about))));
    blocks.push(if reasons.is_empty() {
        Block::Paragraph(Line::plain(say.no_reasons()))
    } else {
        Block::Bullets(reasons)
    });
    blocks
}

/// Who stands apart; nothing where nobody does, or nobody knows who.
pub(super) fn apart(one: &Told<'_>, spread: &Spread) -> Option<(String, Line)> {
    let say = &nl().group;
    let apart = spread.apart();
    let names: Vec<String> = apart.iter().filter_map(|vote| one.who(vote.who)).collect();
    if names.is_empty() {
        return None;
    }
    let more = names.len().saturating_sub(MOST);
    let some = names[..names.len() - more].join(", ");
    let told = match more {
        0 => some,
        _ => say.and_more(some, more),
    };
    Some((say.apart(), Line::plain(told)))
}

/// What the row is called where each reason here was given about all that was asked of it: then that is said once.
fn of_rows(votes: &[&Vote]) -> Option<String> {
    fn of_row<'v>(vote: &&'v Vote) -> Option<&'v OfRow> {
        let alone = vote.reasons.own.is_empty() && vote.reasons.of_all.is_none();
        vote.reasons.of_row.as_ref().filter(|_| alone)
    }
    let mut rows = votes.iter().map(of_row);
    let first = rows.next()??;
    let all = rows.all(|row| row.is_some_and(|row| row.row == first.row));
    all.then(|| first.row.clone())
}

/// The reasons, those of the fewest first: what only one person saw is said before what everybody said. Before them what
/// they are about, where that is more than this question.
fn reasons(one: &Told<'_>, spread: &Spread) -> (Option<String>, Vec<Line>) {
    let say = &nl().group;
    let options = &spread.matter.scale.short;
    let with = |vote: &&Vote| !vote.reasons.is_empty();
    let mut votes: Vec<&Vote> = spread.votes.iter().filter(with).collect();
    votes.sort_by_key(|vote| (spread.counts[vote.at], vote.at));
    let row = of_rows(&votes);
    let most = spread.majority();
    let mut lines = Vec::new();
    let mut of_most = 0;
    let mut left = 0;
    for vote in votes {
        if most == Some(vote.at) {
            of_most += 1;
            if of_most > OF_MOST {
                continue;
            }
        }
        if lines.len() == MOST {
            left += 1;
            continue;
        }
        let who = one.who(vote.who).unwrap_or_default();
        let reason = match (&row, &vote.reasons.of_row) {
            (Some(_), Some(of_row)) => one_line(&of_row.said),
            _ => why(&vote.reasons).unwrap_or_default(),
        };
        lines.push(Line::plain(say.says(who, &options[vote.at], reason)));
    }
    if left > 0 {
        lines.push(Line::plain(if left == 1 {
            say.reasons_left_one()
        } else {
            say.reasons_left(left)
        }));
    }
    if of_most > OF_MOST {
        let more = of_most - OF_MOST;
        lines.push(Line::plain(say.more_reasons(many(more))));
    }
    (row.map(|row| say.reasons_of_row(row)), lines)
}
