//! The consult sheet as a document: one or two pages to read from on the telephone, and room to write the advice.

use super::plan::Call;
use super::{Block, Document, Line, Numbered, Tone};
use crate::paper::{Consult, Consultation, Injury, Observation, Talk};
use crate::text::nl;

/// The sheet, with the numbers to call.
pub fn consult(sheet: &Consult, calls: &[Call]) -> Document {
    let text = &nl().consult;
    let calls = calls.iter().map(|call| {
        Line::strong(&call.number)
            .and(" ")
            .and(text.phone(&call.name, &call.about))
    });
    let mut blocks = vec![
        Block::Notice(
            Tone::Warning,
            Line::strong(text.mark()).and(" ").and(text.about()),
        ),
        Block::Paragraph(text.check().into()),
        section(text.call()),
        Block::Bullets(calls.collect()),
        section(text.part_people()),
        bullets(sheet.people.iter().map(Line::plain), text.no_people()),
    ];
    // What cannot wait is told before the story.
    if !sheet.flags.is_empty() {
        flags(sheet, &mut blocks);
    }
    blocks.push(section(text.part_observations()));
    if sheet.observations.is_empty() {
        blocks.push(Block::Paragraph(text.no_observations().into()));
    }
    for (nature, seen) in &sheet.observations {
        blocks.push(Block::Heading(2, nature.clone()));
        blocks.push(Block::Bullets(seen.iter().map(observation).collect()));
    }
    if !sheet.injuries.is_empty() {
        blocks.push(section(text.part_injuries()));
        blocks.push(Block::Paragraph(text.injuries_about().into()));
        blocks.push(Block::Bullets(sheet.injuries.iter().map(injury).collect()));
    }
    if !sheet.situations.is_empty() {
        blocks.push(section(text.part_situations()));
        let numbered = sheet
            .situations
            .iter()
            .enumerate()
            .map(|(at, one)| Numbered {
                number: (at + 1).to_string(),
                line: Line::plain(&one.what),
                facts: [
                    (text.last_time(), one.last_time.as_deref()),
                    (text.effect(), one.effect.as_deref()),
                ]
                .into_iter()
                .filter_map(|(label, said)| Some((label, Line::plain(said?))))
                .collect(),
            });
        blocks.push(Block::Numbered(numbered.collect()));
    }
    if !sheet.checks.is_empty() {
        blocks.push(section(text.part_checks()));
        let checks = sheet.checks.iter();
        blocks.push(Block::Bullets(
            checks
                .map(|(title, level)| text.check_of(title, level).into())
                .collect(),
        ));
    }
    blocks.push(section(text.part_talks()));
    blocks.push(bullets(sheet.talks.iter().map(talk), text.talk_none()));
    if !sheet.consultations.is_empty() {
        blocks.push(section(text.part_consultations()));
        blocks.push(Block::Bullets(
            sheet.consultations.iter().map(consultation).collect(),
        ));
    }
    if sheet.flags.is_empty() {
        flags(sheet, &mut blocks);
    }
    blocks.push(section(text.want()));
    blocks.push(Block::Bullets(wanted()));
    blocks.push(Block::Room(text.own_questions(), 2));
    blocks.push(section(text.advice()));
    blocks.push(Block::Room(text.advice_by(), 1));
    blocks.push(Block::Room(text.advice_was(), 4));
    blocks.push(Block::Room(text.advice_then(), 2));
    blocks.push(Block::Notice(Tone::Note, text.not_official().into()));
    Document {
        title: text.title(),
        mark: None,
        blocks,
    }
}

fn section(title: String) -> Block {
    Block::Heading(1, title)
}

fn bullets(lines: impl Iterator<Item = Line>, none: String) -> Block {
    let lines: Vec<Line> = lines.collect();
    if lines.is_empty() {
        Block::Paragraph(none.into())
    } else {
        Block::Bullets(lines)
    }
}

fn observation(seen: &Observation) -> Line {
    let text = &nl().consult;
    let mut line = Line::default();
    if let Some(when) = &seen.when {
        line = line.and_strong(format!("{}. ", capital(when)));
    }
    line = line.and(&seen.what);
    if let Some(source) = &seen.source {
        line = line.and(" ").and(text.seen_source(source));
    }
    if let Some(weighs) = &seen.weighs {
        line = line.and(" ").and(text.seen_weighs(weighs));
    }
    line
}

fn injury(injury: &Injury) -> Line {
    let text = &nl().consult;
    let whose = match &injury.whose {
        Some(whose) => small(whose),
        None => text.somebody(),
    };
    let mut line = with(&text.injury_of(whose), injury.seen.as_deref());
    let seen: Vec<&str> = [&injury.place, &injury.looks]
        .into_iter()
        .filter_map(|seen| seen.as_deref())
        .map(|seen| seen.trim_end_matches('.'))
        .collect();
    if !seen.is_empty() {
        line = line.and(format!("{}.", seen.join(". ")));
    }
    match &injury.told {
        Some(told) => line.and(" ").and(text.injury_told(told)),
        None => line,
    }
}

fn talk(talk: &Talk) -> Line {
    let text = &nl().consult;
    let who = match &talk.when {
        Some(when) => format!("{}, {when}", talk.with),
        None => talk.with.clone(),
    };
    if talk.spoken == Some(false) {
        return Line::strong(match &talk.ground {
            Some(ground) => text.talk_none_why(who, small(ground)),
            None => text.talk_none_open(who),
        });
    }
    if talk.spoken.is_none() && talk.about.is_none() {
        return Line::strong(text.talk_unknown(who));
    }
    let mut line = with(&talk.with, talk.when.as_deref());
    if talk.not_alone {
        line = line.and_strong(text.talk_not_alone()).and(" ");
    }
    match &talk.about {
        Some(about) => line.and(about),
        None => line.and(text.talk_no_report()),
    }
}

fn consultation(talk: &Consultation) -> Line {
    let text = &nl().consult;
    let mut line = with(&talk.with, talk.when.as_deref());
    if let Some(about) = &talk.about {
        line = line.and(text.consult_asked(about)).and(" ");
    }
    match &talk.then {
        Some(advice) => line.and(text.consult_advice(advice)),
        None => line,
    }
}

/// *Moeder, 3 dagen geleden. *
fn with(who: &str, when: Option<&str>) -> Line {
    let who = capital(who);
    match when {
        Some(when) => Line::strong(format!("{who}, {when}. ")),
        None => Line::strong(format!("{who}. ")),
    }
}

fn flags(sheet: &Consult, blocks: &mut Vec<Block>) {
    let text = &nl().consult;
    blocks.push(section(text.flags()));
    if sheet.flags.is_empty() && sheet.unknown.is_empty() {
        blocks.push(Block::Paragraph(text.no_flags().into()));
        return;
    }
    blocks.push(Block::Paragraph(text.flags_about().into()));
    for flag in &sheet.flags {
        blocks.push(Block::Heading(2, flag.title.clone()));
        let because = flag.because.iter().map(|(said, question)| {
            Line::strong(format!("{}:", capital(said)))
                .and(" ")
                .and(question)
        });
        blocks.push(Block::Bullets(because.collect()));
    }
    if !sheet.unknown.is_empty() {
        blocks.push(Block::Heading(2, text.flag_unknown()));
        blocks.push(Block::Bullets(
            sheet.unknown.iter().map(Line::plain).collect(),
        ));
    }
}

/// What to ask: what always matters.
fn wanted() -> Vec<Line> {
    let text = &nl().consult;
    let always = [
        text.want_1(),
        text.want_2(),
        text.want_3(),
        text.want_4(),
        text.want_5(),
    ];
    always.into_iter().map(Line::from).collect()
}

/// A text as it stands inside a sentence.
fn small(text: &str) -> String {
    let mut letters = text.chars();
    let first = letters.next().map(|first| first.to_lowercase().to_string());
    first.unwrap_or_default() + letters.as_str()
}

fn capital(text: &str) -> String {
    let mut letters = text.chars();
    let first = letters.next().map(|first| first.to_uppercase().to_string());
    first.unwrap_or_default() + letters.as_str()
}
