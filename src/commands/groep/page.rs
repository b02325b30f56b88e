//! The report of a group as a document: in short, what to talk about, where it came apart, the order, the makers' key, the
//! second round, and how far the group agrees.

mod brief;
mod rounds;
mod talk;

pub(super) use brief::brief;

use super::gather::Gathered;
use super::numbers::{decimal, of_hundred, sections, tenth, why_not};
use super::spoken::{beside_makers, dots, first_place, is_few, many_first, sentence};
use crate::document::{Block, Document, Line, Picture, Table, Tone};
use crate::drawing::Drawing;
use crate::error::{Error, Result};
use crate::group::drawing::{heat, matrix, ranks};
use crate::group::{
    Against, Ballot, ENOUGH, Hands, Measured, Moved, Order, Spread, Subject, Voice, against, hands,
    key_of, measured, moved, only_in, order, people, spreads,
};
use crate::questionnaire::Questionnaire;
use crate::text::nl;
use crate::training::Forms;

/// What a group said about one subject in one round.
pub(super) struct Told<'a> {
    forms: &'a Forms,
    pub(super) subject: &'a Subject<'a>,
    pub(super) round: u8,
    pub(super) voices: Vec<&'a Voice>,
    pub(super) hands: bool,
    hidden: bool,
    pub(super) spreads: Vec<Spread>,
    pub(super) order: Option<Order>,
    pub(super) moved: Vec<Moved>,
    pub(super) other: Other,
}

/// What was said in the round that this is not about.
pub(super) struct Other {
    /// People of the first round who are not in the second.
    pub(super) only_first: usize,
    /// People of the second round who were not in the first.
    pub(super) only_second: usize,
    /// Somebody answered in the other round, or raised a hand.
    pub(super) is_there: bool,
    /// Raised hands of both rounds.
    pub(super) hands: Vec<Hands>,
}

impl Told<'_> {
    /// How one question lies beside the key.
    pub(super) fn against(&self, spread: &Spread) -> Option<Against> {
        let case = self.subject.key;
        let reason = case.and_then(|case| self.reason(case, spread));
        against(self.subject, spread, reason.as_deref())
    }

    fn reason(&self, case: &crate::training::TrainingCase, spread: &Spread) -> Option<String> {
        let key = &case.key;
        key.reason(self.forms, &spread.matter.key)
            .map(str::to_owned)
    }

    /// Who gave a vote, with what they do.
    pub(super) fn who(&self, who: Option<usize>) -> Option<String> {
        let voice = self.voices.get(who?)?;
        Some(match &voice.function {
            Some(function) => format!("{} ({function})", voice.name),
            None => voice.name.clone(),
        })
    }
}

/// What was said about each subject in this round, or in its last one.
pub(super) fn told<'a>(
    subjects: &'a [Subject<'a>],
    gathered: &'a Gathered,
    round: Option<u8>,
) -> Result<Vec<Told<'a>>> {
    let mut found = Vec::new();
    for subject in subjects {
        let of = |round: u8| -> (Vec<&Voice>, Vec<&Ballot>) {
            let voices = gathered.voices.iter();
            let ballots = gathered.ballots.iter();
            (
                voices
                    .filter(|voice| subject.is_of(voice) && voice.round == round)
                    .collect(),
                ballots
                    .filter(|ballot| ballot.case == subject.id && ballot.round == round)
                    .collect(),
            )
        };
        let is_there = |round: &u8| {
            let (voices, ballots) = of(*round);
            !voices.is_empty() || !ballots.is_empty()
        };
        let Some(round) = round.map_or_else(|| [2, 1].into_iter().find(is_there), Some) else {
            continue;
        };
        let (voices, ballots) = of(round);
        if voices.is_empty() && ballots.is_empty() {
            continue;
        }
        let (others, other_ballots) = of(3 - round);
        let (first, second) = if round == 1 {
            (&voices, &others)
        } else {
            (&others, &voices)
        };
        let (only_first, only_second) = (only_in(first, second), only_in(second, first));
        let with_hands = other_ballots.len() + ballots.len() > 0;
        found.push(Told {
            other: Other {
                only_first,
                only_second,
                is_there: !others.is_empty() || !other_ballots.is_empty(),
                hands: if with_hands {
                    hands(subject, &gathered.ballots)
                } else {
                    Vec::new()
                },
            },
            forms: &gathered.forms,
            subject,
            round,
            spreads: spreads(subject, &voices, &ballots),
            order: order(subject, &voices),
            moved: if round == 2 {
                moved(subject, &gathered.voices)
            } else {
                Vec::new()
            },
            hands: !ballots.is_empty(),
            hidden: gathered.hidden,
            voices,
        });
    }
    if found.is_empty() {
        let say = &nl().group;
        let round = round.unwrap_or(1);
        return Err(Error::attention(say.no_round(round), say.no_round_todo()));
    }
    Ok(found)
}

/// The report. With `pictures` for a form that shows them; without, dots in words.
pub(super) fn document(told: &[Told<'_>], most: usize, pictures: bool) -> Document {
    let say = &nl().group;
    let mut blocks = Vec::new();
    for one in told {
        blocks.push(Block::Heading(1, one.subject.title.clone()));
        blocks.extend(short(one));
        blocks.extend(conclusions(one, pictures));
        blocks.extend(talk::blocks(one, most, pictures));
        blocks.extend(came_apart(one, pictures));
        blocks.extend(ordered(one, pictures));
        blocks.extend(beside_key(one));
        blocks.extend(rounds::blocks(one));
    }
    blocks.extend(sections(told));
    Document {
        title: say.title(),
        mark: Some(say.mark()),
        blocks,
    }
}

/// How far the group agrees, of each list that was answered: over all its cases.
pub(super) fn by_list<'a>(told: &[Told<'a>]) -> Vec<(&'a Questionnaire, Vec<Measured>)> {
    let mut lists: Vec<&Questionnaire> = Vec::new();
    for one in told {
        let list = one.subject.list;
        if !lists
            .iter()
            .any(|known| known.version.id == list.version.id)
        {
            lists.push(list);
        }
    }
    let of = |list: &Questionnaire| {
        let all = told.iter();
        let all = all.filter(|one| one.subject.list.version.id == list.version.id);
        let all: Vec<&Spread> = all.flat_map(|one| &one.spreads).collect();
        measured(&all)
    };
    lists.into_iter().map(|list| (list, of(list))).collect()
}

/// In short.
fn short(one: &Told<'_>) -> Vec<Block> {
    let say = &nl().group;
    let pairs = one.voices.iter().filter(|voice| voice.pair).count();
    let count = people(one.voices.iter().copied());
    let mut lines = vec![if one.round == 1 {
        say.round_one()
    } else {
        say.round_two()
    }];
    if count > 0 {
        lines.push(match pairs {
            0 => say.people(count),
            1 => say.people_pair(count),
            _ => say.people_pairs(count, many_first(pairs * 2)),
        });
    }
    if one.hands {
        lines.push(if count > 0 {
            say.people_hands()
        } else {
            say.hands_alone()
        });
    }
    lines.extend(rounds::other(one));
    if one.hidden && !one.voices.is_empty() {
        lines.push(say.names_hidden());
    }
    let compared: Vec<&Spread> = one
        .spreads
        .iter()
        .filter(|one| one.answered() > 1)
        .collect();
    let same = compared.iter().filter(|one| one.is_one()).count();
    if !compared.is_empty() {
        lines.push(unanimous(same, compared.len()));
    }
    let apart = talk::by_disagreement(one);
    match apart.first() {
        Some(most) => lines.push(say.most_apart(most.matter.title())),
        None if !compared.is_empty() => lines.push(say.nothing_apart()),
        None => {}
    }
    let raters = one.spreads.iter().map(Spread::answered).max().unwrap_or(0);
    let mut blocks = vec![Block::Bullets(lines.into_iter().map(Line::plain).collect())];
    if is_few(raters) {
        blocks.push(Block::Notice(Tone::Note, Line::plain(say.few())));
    }
    blocks
}

/// Over how many questions everybody was of one mind.
fn unanimous(same: usize, all: usize) -> String {
    let say = &nl().group;
    match (same, all) {
        (1, 1) => say.unanimous_only(),
        (0, 1) => say.unanimous_not(),
        (0, _) => say.unanimous_none(all),
        (same, all) if same == all => say.unanimous_all(all),
        (same, all) => say.unanimous(same, all),
    }
}

/// A sentence for each question that stands outside rows; what was asked with the same answers also in a picture.
fn conclusions(one: &Told<'_>, pictures: bool) -> Vec<Block> {
    let alone = one.spreads.iter();
    let alone = alone.filter(|one| one.matter.key.row.is_none() && one.answered() > 0);
    let alone: Vec<&Spread> = alone.collect();
    if alone.is_empty() {
        return Vec::new();
    }
    let line = |spread: &&Spread| {
        Line::strong(spread.matter.title()).and(format!(" {}", sentence(spread)))
    };
    let single = alone.iter().filter(|one| one.matter.option.is_none());
    let mut blocks = vec![
        Block::Heading(2, nl().group.conclusions()),
        Block::Bullets(single.map(line).collect()),
    ];
    let mut rest = alone.as_slice();
    while let Some(first) = rest.first() {
        let alike = |one: &&&Spread| {
            let (one, first) = (&one.matter, &first.matter);
            one.scale.options == first.scale.options
                && (first.option.is_none() || one.question == first.question)
        };
        let (these, others) = rest.split_at(rest.iter().take_while(alike).count());
        rest = others;
        if let (Some(_), about) = (&first.matter.option, &first.matter.asked) {
            blocks.push(Block::Paragraph(Line::strong(about.clone())));
            if !pictures {
                blocks.push(Block::Bullets(
                    these
                        .iter()
                        .map(|one| {
                            let about = one.matter.about.clone().unwrap_or_default();
                            Line::strong(format!("{about}:")).and(format!(" {}", sentence(one)))
                        })
                        .collect(),
                ));
            }
        }
        if pictures && these.len() > 2 {
            blocks.push(picture(matrix(&nl().group.conclusions(), these), true));
        }
    }
    blocks
}

/// Where it came apart: a picture, and all of it in a table.
fn came_apart(one: &Told<'_>, pictures: bool) -> Vec<Block> {
    let say = &nl().group;
    let all: Vec<&Spread> = one
        .spreads
        .iter()
        .filter(|spread| spread.answered() > 0)
        .collect();
    if all.is_empty() {
        return Vec::new();
    }
    let mut blocks = vec![
        Block::Heading(2, say.came_apart()),
        Block::Paragraph(Line::plain(say.where_about())),
    ];
    if pictures {
        blocks.extend(heat(&one.subject.title, &all).map(|drawing| picture(drawing, true)));
    }
    let differing = |spread: &Spread| {
        let differing = spread.differing();
        differing.map_or_else(|| say.no_pair(), |many| many.to_string())
    };
    let mut rest = all.as_slice();
    while let Some(first) = rest.first() {
        // Questions of rows have a table each; those that stand alone next to each other have one together.
        let alike = |one: &&&Spread| match first.matter.about {
            Some(_) => one.matter.question == first.matter.question,
            None => one.matter.about.is_none(),
        };
        let (these, others) = rest.split_at(rest.iter().take_while(alike).count());
        rest = others;
        let row = |spread: &&Spread| {
            let about = spread.matter.about.as_ref();
            vec![
                Line::plain(about.unwrap_or(&spread.matter.asked).clone()),
                Line::plain(counts(spread)),
                Line::plain(differing(spread)),
            ]
        };
        let head = if first.matter.about.is_some() {
            blocks.push(Block::Paragraph(Line::strong(first.matter.asked.clone())));
            say.about()
        } else {
            say.question()
        };
        blocks.push(Block::Table(Table {
            head: vec![head, say.answers(), say.differ()],
            rows: these.iter().map(row).collect(),
        }));
    }
    blocks
}

/// 8× nee; 2× ja.
fn counts(spread: &Spread) -> String {
    let options = &spread.matter.scale.short;
    let each = spread.ordered().into_iter();
    let each = each.map(|(at, count)| format!("{count}× {}", options[at]));
    each.collect::<Vec<_>>().join("; ")
}

fn picture(drawing: Drawing, told: bool) -> Block {
    Block::Picture(Picture { drawing, told })
}

/// The order.
fn ordered(one: &Told<'_>, pictures: bool) -> Vec<Block> {
    let say = &nl().group;
    let Some(order) = &one.order else {
        return Vec::new();
    };
    let mut blocks = vec![
        Block::Heading(2, say.order()),
        Block::Paragraph(Line::plain(order.asked.clone())),
    ];
    let firsts = order.things.iter().zip(&order.places);
    let firsts = firsts.filter_map(|((_, told), places)| {
        let count = *places.first().filter(|count| **count > 0)?;
        Some(first_place(count, order.raters, told))
    });
    blocks.push(Block::Bullets(firsts.map(Line::plain).collect()));
    if pictures {
        blocks.push(picture(ranks(order), false));
    } else {
        blocks.push(Block::Table(places(order)));
    }
    let mut lines = Vec::new();
    lines.extend(order.overlap.map(|mean| say.overlap(tenth(mean))));
    if let Some(w) = order.w {
        lines.push(match w {
            Ok(w) => say.concordance(decimal(w)),
            Err(why) => say.concordance_not(why_not(why)),
        });
        lines.extend(order.distance.map(|mean| say.distance(of_hundred(mean))));
    }
    if let Some((rows, apart, same)) = &order.key {
        let name = |row| order.things.iter().find(|(id, _)| id == row);
        let names = rows.iter().filter_map(name).enumerate();
        let names =
            names.map(|(at, (_, told))| format!("{}. {}", at + 1, told.trim_end_matches('.')));
        let names = names.collect::<Vec<_>>().join("; ");
        lines.push(say.order_key(names, tenth(*same), of_hundred(*apart)));
    }
    blocks.push(Block::Bullets(lines.into_iter().map(Line::plain).collect()));
    blocks
}

fn places(order: &Order) -> Table {
    let say = &nl().group;
    let deep = order.places.first().map_or(0, Vec::len);
    let head = (0..deep).map(|at| say.ranks_place(at + 1));
    let head = std::iter::once(say.thing()).chain(head);
    let row = |((_, told), places): (&(_, String), &Vec<usize>)| {
        let cells = places.iter().map(|count| Line::plain(dots(*count)));
        std::iter::once(Line::plain(told.clone()))
            .chain(cells)
            .collect()
    };
    Table {
        head: head.collect(),
        rows: order.things.iter().zip(&order.places).map(row).collect(),
    }
}

/// Beside the makers' key: how much is the same, and which questions make the gap.
fn beside_key(one: &Told<'_>) -> Vec<Block> {
    let say = &nl().group;
    let mut all: Vec<(&Spread, Against)> = one
        .spreads
        .iter()
        .filter_map(|spread| Some((spread, one.against(spread)?)))
        .filter(|(_, beside)| beside.answered > 0)
        .collect();
    if all.is_empty() {
        return Vec::new();
    }
    let (same, answered) = all.iter().fold((0, 0), |(same, answered), (_, beside)| {
        (same + beside.same, answered + beside.answered)
    });
    let percent = (same * 100 + answered / 2)
        .checked_div(answered)
        .unwrap_or(0);
    let mut blocks = vec![
        Block::Heading(2, say.against()),
        Block::Paragraph(Line::plain(say.against_about())),
    ];
    // A number about one or two people would be their mark.
    if all.iter().any(|(_, beside)| beside.answered >= ENOUGH) {
        blocks.push(Block::Paragraph(Line::plain(say.against_all(percent))));
    }
    all.retain(|(_, beside)| beside.same < beside.answered);
    // More that chose otherwise comes first; the sort is stable.
    all.sort_by_key(|(_, beside)| std::cmp::Reverse(beside.answered - beside.same));
    if all.is_empty() {
        blocks.push(Block::Paragraph(Line::plain(say.against_none())));
        return blocks;
    }
    blocks.push(Block::Paragraph(Line::plain(say.against_gap())));
    let line = |(spread, beside): &(&Spread, Against)| {
        let option = &spread.matter.scale.options[beside.key];
        let what = spread.matter.title();
        let told = beside_makers(beside.same, beside.answered, option);
        let reason = beside
            .reason
            .as_ref()
            .map(|reason| crate::plain::one_line(reason));
        let reason = reason
            .map(|reason| format!(" {reason}"))
            .unwrap_or_default();
        Line::strong(what).and(format!(" {told}{reason}"))
    };
    blocks.push(Block::Bullets(all.iter().take(GAP).map(line).collect()));
    blocks
}

/// So many questions explain the gap.
const GAP: usize = 8;

/// The place of the makers' answer.
fn key(one: &Told<'_>, spread: &Spread) -> Option<usize> {
    key_of(one.subject, &spread.matter)
}
