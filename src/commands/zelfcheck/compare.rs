//! Two self-checks side by side: what went up, what went down, what is still not known, which evidence was added.

use chrono::NaiveDate;

use super::page::{evidence, height, is_rated, row, standing, word};
use crate::answer::{Answers, show_date};
use crate::document::{Block, Document, Line, Table, Tone};
use crate::questionnaire::Questionnaire;
use crate::text::nl;

/// How one thing moved.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Moved {
    Up,
    Down,
    /// Not known now.
    Unknown,
    /// Known now, and not before: neither up nor down.
    Known,
    /// The same, with other evidence.
    Evidence,
    Same,
}

impl Moved {
    const fn name(self) -> &'static str {
        match self {
            Self::Up => "omhoog",
            Self::Down => "omlaag",
            Self::Unknown => "onbekend",
            Self::Known => "nu_bekend",
            Self::Evidence => "nieuw_bewijs",
            Self::Same => "gelijk",
        }
    }
}

/// One thing, then and now.
struct One {
    id: String,
    title: String,
    then: String,
    now: String,
    words: [String; 2],
    evidence: String,
    moved: Moved,
}

/// All of it.
pub(super) struct Compared {
    title: String,
    all: Vec<One>,
}

impl Compared {
    pub(super) fn of(list: &Questionnaire, then: &Answers, now: &Answers) -> Self {
        let each = list.question_indexes().filter(|at| is_rated(list, *at));
        let all = each.map(|at| {
            let id = &list.question(at).id;
            let (before, after) = (then.get(id, None), now.get(id, None));
            let heights = (height(list, at, before), height(list, at, after));
            let fresh = evidence(after);
            let moved = match heights {
                (_, None) => Moved::Unknown,
                (None, Some(_)) => Moved::Known,
                (Some(then), Some(now)) if now > then => Moved::Up,
                (Some(then), Some(now)) if now < then => Moved::Down,
                _ if !fresh.is_empty() && fresh != evidence(before) => Moved::Evidence,
                _ => Moved::Same,
            };
            One {
                id: id.to_string(),
                title: list.question(at).text.nl.clone(),
                then: standing(list, at, before, then),
                now: standing(list, at, after, now),
                words: [word(before), word(after)],
                evidence: fresh,
                moved,
            }
        });
        Self {
            title: list.title.nl.clone(),
            all: all.collect(),
        }
    }
}

/// For people.
pub(super) fn document(of: &Compared, then: NaiveDate, now: NaiveDate) -> Document {
    let text = &nl().self_check;
    let mut blocks = vec![
        Block::Notice(Tone::Note, text.own().into()),
        Block::Paragraph(text.compared(show_date(then), show_date(now)).into()),
    ];
    for (moved, heading) in [
        (Moved::Down, text.down()),
        (Moved::Unknown, text.unknown()),
        (Moved::Up, text.up()),
        (Moved::Known, text.known()),
        (Moved::Evidence, text.new_evidence()),
        (Moved::Same, text.same()),
    ] {
        let rows = of.all.iter().filter(|one| one.moved == moved);
        let rows: Vec<Vec<Line>> = rows
            .map(|one| {
                vec![
                    Line::plain(&one.title),
                    Line::plain(&one.then),
                    Line::strong(&one.now),
                    Line::plain(&one.evidence),
                ]
            })
            .collect();
        if !rows.is_empty() {
            blocks.push(Block::Heading(1, heading));
            blocks.push(Block::Table(Table {
                head: vec![text.theme(), text.before(), text.now(), text.evidence()],
                rows,
            }));
        }
    }
    blocks.push(Block::Room(text.agreed(), 3));
    Document {
        title: of.title.clone(),
        mark: None,
        blocks,
    }
}

/// For a spreadsheet.
pub(super) fn csv(of: &Compared, then: NaiveDate, now: NaiveDate) -> String {
    let mut rows = vec![row(&[
        "eerder",
        "nu",
        "vraag",
        "tekst",
        "stand_eerder",
        "stand_nu",
        "verschil",
        "bewijs",
    ])];
    rows.extend(of.all.iter().map(|one| {
        row(&[
            &then.to_string(),
            &now.to_string(),
            &one.id,
            &one.title,
            &one.words[0],
            &one.words[1],
            one.moved.name(),
            &one.evidence,
        ])
    }));
    rows.concat()
}
