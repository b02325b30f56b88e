//! What came back about a plan: by agreement and condition, each voice beside the others, and what nobody said.

use super::{Block, Document, Line, Table, Tone};
use crate::answer::show_date;
use crate::plan::merge::{About, Merged, clashes};
use crate::plan::{Choice, Goes, Plan, Said, Says, Statement, number_of};
use crate::text::nl;

/// What came back, for whoever made the plan.
pub fn replies(merged: &Merged) -> Document {
    let text = &nl().replies;
    let plan = &merged.plan;
    let mut blocks = vec![Block::Paragraph(Line::plain(about(plan)))];
    let who = voices(merged);
    if who.is_empty() {
        blocks.push(Block::Paragraph(Line::plain(text.nothing())));
    } else {
        blocks.push(Block::Paragraph(Line::plain(text.by(who.join("; ")))));
    }
    if !merged.older.is_empty() {
        let numbers: Vec<String> = merged.older.iter().map(ToString::to_string).collect();
        let older = text.older(numbers.join(", "), plan.head.number);
        blocks.push(Block::Notice(Tone::Note, Line::plain(older)));
    }
    let clashing: Vec<About> = clashes(&merged.said)
        .into_iter()
        .map(|clash| clash.about)
        .collect();
    if !clashing.is_empty() {
        blocks.push(Block::Notice(Tone::Warning, Line::plain(text.clash())));
    }
    let agreements = rows(merged, &clashing, |says| match says {
        Says::Agreement { at, .. } => Some(About::Agreement(at.clone())),
        _ => None,
    });
    let conditions = rows(merged, &clashing, |says| match says {
        Says::Condition { at, .. } => Some(About::Condition(at.clone())),
        _ => None,
    });
    for (heading, rows) in [
        (text.agreements(), agreements),
        (text.conditions(), conditions),
    ] {
        if !rows.is_empty() {
            blocks.push(Block::Heading(1, heading));
            blocks.extend(rows);
        }
    }
    for (heading, lines) in [
        (
            text.news(),
            lines(merged, |says| matches!(says, Says::Fact { .. })),
        ),
        (
            text.remarks(),
            lines(merged, |says| matches!(says, Says::Remark(_))),
        ),
    ] {
        if !lines.is_empty() {
            blocks.push(Block::Heading(1, heading));
            blocks.push(Block::Bullets(lines));
        }
    }
    edits(merged, &mut blocks);
    let silent = silent(merged);
    if !who.is_empty() && !silent.is_empty() {
        let silent = text.silent(silent.join(", "));
        blocks.push(Block::Notice(Tone::Note, Line::plain(silent)));
    }
    Document {
        title: text.title(),
        mark: Some(text.mark()),
        blocks,
    }
}

fn about(plan: &Plan) -> String {
    let text = &nl().replies;
    match plan.head.label.text() {
        Some(label) => text.about_label(plan.head.number, label),
        None => text.about(plan.head.number),
    }
}

/// Everybody who said something, with the day.
fn voices(merged: &Merged) -> Vec<String> {
    let mut found: Vec<String> = Vec::new();
    for one in &merged.said {
        let voice = voice(&merged.plan, one);
        if !found.contains(&voice) {
            found.push(voice);
        }
    }
    found
}

/// Who says it, and when: *gezinscoach van het wijkteam, 12 maart 2026*.
fn voice(plan: &Plan, one: &Statement) -> String {
    let text = &nl().replies;
    let who = plan.name_of(&one.who);
    match one.on {
        Some(day) => text.voice_on(who, show_date(day)),
        None => text.voice(who),
    }
}

/// What somebody says, in words.
fn said(says: &Says) -> String {
    let text = &nl().replies;
    let with = |said: Option<String>, remark: &Option<String>| match (said, remark) {
        (Some(said), Some(remark)) => text.remark(said, remark),
        (Some(said), None) => said,
        (None, remark) => remark.clone().unwrap_or_default(),
    };
    match says {
        Says::Agreement { goes, remark, .. } => with(goes.map(goes_words), remark),
        Says::Condition { met, remark, .. } => with(met_words(met), remark),
        Says::Fact { what, source, on } => match on {
            Some(day) => text.fact_on(what, source, show_date(*day)),
            None => text.fact(what, source),
        },
        Says::Remark(remark) => remark.clone(),
        Says::Edit { now, .. } => now.clone().unwrap_or_else(|| text.empty()),
    }
}

/// One thing that somebody says, with what it is about: *afspraak 1: het lukt voor een deel*.
pub fn statement(one: &Statement) -> String {
    let text = &nl().replies;
    let what = match &one.says {
        Says::Agreement { at, .. } => text.agreement(number_of(at)),
        Says::Condition { at, .. } => text.condition(number_of(at)),
        Says::Edit { place, .. } => place_called(place),
        Says::Fact { .. } | Says::Remark(_) => return said(&one.says),
    };
    nl().gather.about_agreement(what, said(&one.says))
}

/// The same as a sentence that can be read without the plan; none where nothing is known and nothing was remarked.
pub fn words_of(plan: &Plan, one: &Statement) -> Option<String> {
    let about = match &one.says {
        Says::Agreement { goes, remark, .. } if !known(*goes) && remark.is_none() => return None,
        Says::Condition { remark: None, .. } => return None,
        Says::Agreement { at, .. } => About::Agreement(at.clone()),
        Says::Condition { at, .. } => About::Condition(at.clone()),
        _ => return Some(said(&one.says)),
    };
    let called = called(plan, &about);
    let called = called.trim_end_matches(['.', ' ']);
    Some(nl().gather.about_agreement(called, said(&one.says)))
}

fn known(goes: Option<Goes>) -> bool {
    goes.is_some_and(|goes| goes != Goes::Unknown)
}

fn goes_words(goes: Goes) -> String {
    let text = &nl().replies;
    match goes {
        Goes::Yes => text.goes_yes(),
        Goes::Partly => text.goes_partly(),
        Goes::No => text.goes_no(),
        Goes::Unknown => text.goes_unknown(),
    }
}

fn met_words(met: &Said<Choice>) -> Option<String> {
    let text = &nl().replies;
    Some(match met {
        Said::Known(choice) => text.met(&choice.text),
        Said::Unknown => text.met_unknown(),
        Said::Refused => text.met_refused(),
        Said::Nothing => return None,
    })
}

/// What is said about each row, side by side.
fn rows(merged: &Merged, clashing: &[About], of: impl Fn(&Says) -> Option<About>) -> Vec<Block> {
    let mut all: Vec<(About, Vec<Line>)> = Vec::new();
    for one in &merged.said {
        let Some(about) = of(&one.says) else { continue };
        let line = Line::strong(voice(&merged.plan, one)).and(format!(": {}", said(&one.says)));
        match all.iter_mut().find(|(known, _)| *known == about) {
            Some((_, lines)) => lines.push(line),
            None => all.push((about, vec![line])),
        }
    }
    // In the order of the plan; what is no longer in it comes last.
    all.sort_by_key(|(about, _)| place(&merged.plan, about));
    let mut blocks = Vec::new();
    for (about, lines) in all {
        blocks.push(Block::Heading(2, called(&merged.plan, &about)));
        if clashing.contains(&about) {
            let here = nl().replies.clash_here();
            blocks.push(Block::Notice(Tone::Warning, Line::plain(here)));
        }
        blocks.push(Block::Bullets(lines));
    }
    blocks
}

fn place(plan: &Plan, about: &About) -> usize {
    let found = match about {
        About::Agreement(id) => plan.agreements.iter().position(|one| one.id == *id),
        About::Condition(id) => plan.conditions.iter().position(|one| one.id == *id),
        About::Text(_) => None,
    };
    found.unwrap_or(usize::MAX)
}

/// What a row is called, with what it says.
fn called(plan: &Plan, about: &About) -> String {
    let text = &nl().replies;
    let (what, id, said) = match about {
        About::Agreement(id) => {
            let one = plan.agreements.iter().find(|one| one.id == *id);
            let words = one.map(|one| {
                let does = one.does.text().unwrap_or_default();
                match plan.names(&one.who) {
                    who if who.is_empty() => does.to_owned(),
                    who => nl().plan_file.who_does(who, does),
                }
            });
            (text.agreement(number_of(id)), id, words)
        }
        About::Condition(id) => {
            let one = plan.conditions.iter().find(|one| one.id == *id);
            let words = one.map(|one| one.text.text().unwrap_or_default().to_owned());
            (text.condition(number_of(id)), id, words)
        }
        About::Text(place) => return place.clone(),
    };
    match (about, said) {
        (_, None) => text.gone(what),
        (About::Agreement(_), Some(said)) => text.agreement_about(number_of(id), said),
        (_, Some(said)) => text.condition_about(number_of(id), said),
    }
}

fn lines(merged: &Merged, wanted: impl Fn(&Says) -> bool) -> Vec<Line> {
    let found = merged.said.iter().filter(|one| wanted(&one.says));
    found
        .map(|one| Line::strong(voice(&merged.plan, one)).and(format!(": {}", said(&one.says))))
        .collect()
}

fn edits(merged: &Merged, blocks: &mut Vec<Block>) {
    let text = &nl().replies;
    let open = |words: &Option<String>| words.clone().unwrap_or_else(|| text.empty());
    let rows = merged.said.iter().filter_map(|one| match &one.says {
        Says::Edit { place, was, now } => Some(vec![
            Line::plain(place_called(place)),
            Line::plain(open(was)),
            Line::plain(open(now)),
            Line::plain(voice(&merged.plan, one)),
        ]),
        _ => None,
    });
    let rows: Vec<Vec<Line>> = rows.collect();
    if rows.is_empty() {
        return;
    }
    blocks.push(Block::Heading(1, text.edits()));
    blocks.push(Block::Paragraph(Line::plain(text.edits_about())));
    blocks.push(Block::Table(Table {
        head: vec![
            text.column_place(),
            text.column_was(),
            text.column_now(),
            text.column_who(),
        ],
        rows,
    }));
}

/// Agreements and conditions of which nobody said anything.
fn silent(merged: &Merged) -> Vec<String> {
    let text = &nl().replies;
    let spoken = |about: &About| {
        merged.said.iter().any(|one| match (&one.says, about) {
            (Says::Agreement { at, .. }, About::Agreement(id)) => at == id,
            (Says::Condition { at, .. }, About::Condition(id)) => at == id,
            _ => false,
        })
    };
    let agreements = merged.plan.agreements.iter().map(|one| {
        let about = About::Agreement(one.id.clone());
        (about, text.agreement(number_of(&one.id)))
    });
    let conditions = merged.plan.conditions.iter().map(|one| {
        let about = About::Condition(one.id.clone());
        (about, text.condition(number_of(&one.id)))
    });
    let open = agreements.chain(conditions);
    open.filter(|(about, _)| !spoken(about))
        .map(|(_, called)| called)
        .collect()
}

/// A place in a plan file, in words: *afspraken a1, als het niet lukt*.
pub fn place_called(place: &str) -> String {
    let steps = place.split('.').map(|step| step.replace('_', " "));
    let mut out = String::new();
    for step in steps {
        let id = is_id(&step);
        match (out.is_empty(), id) {
            (true, _) => {}
            (false, true) => out.push(' '),
            (false, false) => out.push_str(", "),
        }
        out.push_str(&step);
    }
    out
}

/// Whether this is the id of a row: a letter or two and a number.
fn is_id(step: &str) -> bool {
    number_of(step) != step && number_of(step).bytes().all(|byte| byte.is_ascii_digit())
}
