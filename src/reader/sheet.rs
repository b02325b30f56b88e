//! A version part by part, as its profile orders it. Sees the plan of the reader and nothing of the case.

mod cell;

use std::collections::BTreeMap;

use super::Version;
use crate::paper::{Entry, Part, Said, Sheet};
use crate::plain::plain;
use crate::plan::Plan;
use crate::questionnaire::reader::{PARTS, Reader, ReaderPart, Takes};
use crate::text::{DUTCH_BEGINS, as_said, day_text, doc};
use cell::{Cell, Shown, cells};

/// What was asked before the version was made, by id.
pub type Answered = BTreeMap<String, String>;

/// The version as a sheet.
pub fn sheet(version: &Version, reader: &Reader, answered: &Answered) -> Sheet {
    let text = &doc().reader_paper;
    let fill = |said: &String| filled(said, reader, answered);
    let mut parts: Vec<Part> = reader
        .parts
        .iter()
        .flat_map(|part| parts_of(version, part, &fill))
        .collect();
    let head = &version.plan.head;
    let made = match &head.organisation {
        Some(name) => text.made_at(head.number, day_text(head.made_on), name),
        None => text.made(head.number, day_text(head.made_on)),
    };
    // The same words in every version, whether or not there was more.
    let last = [
        reader.closing.as_ref().map(&fill),
        Some(text.only_this()),
        Some(made),
    ];
    let last: Vec<String> = last.into_iter().flatten().collect();
    parts.push(Part {
        heading: Some(text.about_this()),
        text: Some(last.join("\n")),
        ..Part::default()
    });
    Sheet {
        title: reader.title.clone(),
        reader: reader.reader.clone(),
        about: reader.about.as_ref().map(&fill),
        phones: reader.phones,
        parts,
        ..Sheet::default()
    }
}

/// A text with what was asked in its places.
fn filled(said: &str, reader: &Reader, answered: &Answered) -> String {
    reader.asks.iter().fold(said.to_owned(), |said, ask| {
        let answer = answered.get(&ask.id);
        let answer =
            answer.map_or_else(|| doc().paper.not_asked(), |one| as_said(plain(one).trim()));
        said.replace(&format!("{{{}}}", ask.id), &answer)
    })
}

/// One part; or two, where what another does stands apart from what the reader does.
fn parts_of(version: &Version, part: &ReaderPart, fill: &dyn Fn(&String) -> String) -> Vec<Part> {
    let mut rows = Vec::new();
    let Some(mut made) = one(version, part, fill, &mut rows) else {
        return Vec::new();
    };
    let others = part.takes.as_ref().and_then(|takes| takes.others.as_ref());
    let Some(heading) = others.filter(|_| !made.entries.is_empty()) else {
        return vec![made];
    };
    let entries = std::mem::take(&mut made.entries).into_iter().zip(rows);
    let (own, theirs): (Vec<_>, Vec<_>) = entries.partition(|(_, row)| {
        let done = version.plan.agreements.get(*row);
        done.is_some_and(|one| version.does.contains(&one.id))
    });
    let bare = |entries: Vec<(Entry, usize)>| entries.into_iter().map(|(entry, _)| entry);
    if own.is_empty() {
        made.heading = Some(heading.clone());
        made.entries = bare(theirs).collect();
        return vec![made];
    }
    made.entries = bare(own).collect();
    if theirs.is_empty() {
        return vec![made];
    }
    let second = Part {
        heading: Some(heading.clone()),
        entries: bare(theirs).collect(),
        room: std::mem::take(&mut made.room),
        ..Part::default()
    };
    vec![made, second]
}

/// One part, with which rows of the plan its entries are.
fn one(
    version: &Version,
    part: &ReaderPart,
    fill: &dyn Fn(&String) -> String,
    rows: &mut Vec<usize>,
) -> Option<Part> {
    let around = &part.frame;
    let mut made = Part {
        text: around.text.as_ref().map(fill),
        points: around.points.iter().map(fill).collect(),
        ..Part::within(around)
    };
    let Some(takes) = &part.takes else {
        return Some(made);
    };
    if takes.part == "vrijgegeven" {
        made.entries = version
            .released
            .iter()
            .map(|(_, value)| running(value))
            .collect();
    } else {
        (*rows, made.entries) = entries(&version.plan, takes).into_iter().unzip();
    }
    if takes.running {
        // In a story of sentences "onbekend" is no sentence.
        let lines = made.entries.drain(..).flat_map(|entry| entry.lines);
        let lines = lines.filter(|line| line.written);
        let lines = made
            .text
            .take()
            .into_iter()
            .chain(lines.map(|line| line.text));
        let lines: Vec<String> = lines.collect();
        made.text = (!lines.is_empty()).then(|| lines.join("\n"));
    }
    let empty = made.entries.is_empty() && (!takes.running || made.text.is_none());
    if empty {
        made.empty = around.empty.as_ref().map(fill);
        let says = !made.points.is_empty() || !made.room.is_empty();
        return (made.empty.is_some() || says).then_some(made);
    }
    Some(made)
}

fn running(text: &str) -> Entry {
    Entry {
        row: true,
        lines: vec![Said {
            label: None,
            text: text.to_owned(),
            written: true,
        }],
    }
}

/// What is there of each row, with which row it is.
fn entries(plan: &Plan, takes: &Takes) -> Vec<(usize, Entry)> {
    let rows = PARTS
        .iter()
        .any(|part| part.name == takes.part && part.rows);
    let found = cells(plan, takes.part).into_iter();
    let entries = found.map(|row| {
        let lines = match takes.fields.is_empty() {
            true => row
                .into_iter()
                .filter_map(|cell| whole(takes.part, cell))
                .collect(),
            false => lines(&row, takes, rows),
        };
        Entry { row: rows, lines }
    });
    let filled = entries.enumerate();
    filled
        .filter(|(_, entry)| !entry.lines.is_empty())
        .collect()
}

/// A part that is one text, under its name.
fn whole(part: &str, cell: Cell) -> Option<Said> {
    Some(Said {
        label: Some(label(part, cell.field)),
        text: cell.shown.text()?,
        written: true,
    })
}

/// The fields in the order of the profile. People and then a text are one line: *vader: belt zijn broer*.
fn lines(row: &[Cell], takes: &Takes, rows: bool) -> Vec<Said> {
    let mut found: Vec<Said> = Vec::new();
    let mut lead: Option<String> = None;
    let alone = takes.fields.len() == 1;
    for (at, (name, called)) in takes.fields.iter().enumerate() {
        let Some(cell) = row.iter().find(|cell| cell.field == *name) else {
            continue;
        };
        let is_people = matches!(cell.shown, Shown::People(_));
        let Some(text) = cell.shown.text() else {
            continue;
        };
        if rows && at == 0 && is_people && !alone {
            lead = Some(text);
            continue;
        }
        let leads = rows && found.is_empty();
        let label = match (&lead, leads) {
            (Some(_), true) => lead
                .take()
                .map(|names| doc().reader_paper.lead(capital(&names))),
            (None, true) if called.is_none() => None,
            _ => Some(
                called
                    .clone()
                    .unwrap_or_else(|| self::label(takes.part, name)),
            ),
        };
        found.push(Said {
            label,
            text,
            written: !matches!(cell.shown, Shown::Missing(_)),
        });
    }
    if let Some(names) = lead {
        found.insert(
            0,
            Said {
                label: None,
                text: capital(&names),
                written: true,
            },
        );
    }
    found
}

/// What a field is called where the profile says nothing of it.
fn label(part: &str, field: &str) -> String {
    let text = &doc().reader_paper;
    let own = format!("{part}_{field}");
    let found = text
        .sentence_called(&own)
        .or(text.sentence_called(&format!("veld_{field}")));
    found.unwrap_or(field).to_owned()
}

fn capital(text: &str) -> String {
    if let Some(said) = text.strip_prefix(DUTCH_BEGINS) {
        return format!("{DUTCH_BEGINS}{}", capital(said));
    }
    let mut letters = text.chars();
    let first = letters.next().map(|first| first.to_uppercase().to_string());
    first.unwrap_or_default() + letters.as_str()
}
