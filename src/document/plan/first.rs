//! The first page: what a colleague needs who must act tomorrow.

use super::field::{choice, day, or_missing, people, text};
use super::{Call, capital, facts, section, status};

use crate::document::{Block, Line, Numbered, Tone};
use crate::plan::{Agreement, Field, Plan, Said, Situation, YesNo, number_of};
use crate::text::{PlanPaperText as Words, as_said, day_text, doc, weekday_text};

pub(super) fn page(plan: &Plan, calls: &[Call]) -> Vec<Block> {
    let words = &doc().plan_paper;
    let mut blocks = head(plan);
    blocks.push(section(words.emergency()));
    blocks.push(emergency(plan, calls));
    blocks.extend(attention(plan));
    blocks.push(section(words.must_stop()));
    let ranked: Vec<Numbered> = plan.ranked().map(|one| situation(plan, one)).collect();
    if ranked.is_empty() {
        blocks.push(Block::Paragraph(words.nothing_ranked().into()));
    } else {
        blocks.push(Block::Numbered(ranked));
    }
    blocks.push(section(words.who_does_what()));
    if plan.agreements.is_empty() {
        blocks.push(Block::Paragraph(words.no_agreements().into()));
    } else {
        let agreements = plan.agreements.iter().map(|one| agreement(plan, one));
        blocks.push(Block::Numbered(agreements.collect()));
    }
    blocks.push(section(words.review()));
    blocks.push(Block::Facts(review(plan)));
    blocks
}

/// What this is, how far it is, and what to watch out for before anything else.
fn head(plan: &Plan) -> Vec<Block> {
    let words = &doc().plan_paper;
    let head = &plan.head;
    let made = match (head.made_by.as_slice(), head.made_with.as_slice()) {
        ([], []) => words.made(day_text(head.made_on)),
        (by, []) => words.made_by(day_text(head.made_on), plan.names_of(by)),
        ([], with) => words.made_with(day_text(head.made_on), plan.names_of(with)),
        (by, with) => words.made_by_with(
            day_text(head.made_on),
            plan.names_of(by),
            plan.names_of(with),
        ),
    };
    let made = match &head.organisation {
        Some(name) => words.made_at(made, name),
        None => made,
    };
    let phase = plan.phase_called();
    let about = match head.phase_since.known() {
        Some(day) => words.about_since(head.number, phase, day_text(*day), made),
        None => words.about(head.number, phase, made),
    };
    let with = match choice(&head.with_family) {
        Some(with) => words.with_family(with.text()),
        None => words.with_family_missing(),
    };
    vec![
        Block::Notice(
            Tone::Warning,
            Line::strong(words.mark())
                .and(" – ")
                .and(words.mark_about())
                .and("\n")
                .and_strong(status(plan))
                .and(" – ")
                .and(with),
        ),
        Block::Paragraph(about.into()),
    ]
}

/// What the lists point out for certain; the same words once.
fn attention(plan: &Plan) -> Vec<Block> {
    let certain = plan.attention.iter().filter(|one| one.certain);
    let mut points: Vec<Line> = Vec::new();
    for one in certain {
        let line = Line::plain(as_said(one.reason.as_ref().unwrap_or(&one.title)));
        if !points.contains(&line) {
            points.push(line);
        }
    }
    if points.is_empty() {
        return Vec::new();
    }
    vec![
        section(doc().plan_paper.attention()),
        Block::Bullets(points),
    ]
}

fn emergency(plan: &Plan, calls: &[Call]) -> Block {
    let words = &doc().plan_paper;
    let emergency = &plan.emergency;
    let calls = calls.iter().map(|call| {
        let about = Line::plain(words.call(&call.name, as_said(&call.about)));
        (call.number.clone(), about)
    });
    let mut all: Vec<(String, Line)> = calls.collect();
    all.push((words.emergency_calls(), or_missing(text(&emergency.calls))));
    all.extend(facts(vec![(
        words.emergency_steps(),
        text(&emergency.steps),
    )]));
    if plan.children().next().is_some() {
        let line = or_missing(text(&emergency.children));
        all.push((words.emergency_children(), line));
    }
    Block::Facts(all)
}

fn situation(plan: &Plan, one: &Situation) -> Numbered {
    let words = &doc().plan_paper;
    let flag = one.red_flag.known() == Some(&YesNo::Yes);
    let urgency = choice(&one.urgency).map(|urgency| urgency.text());
    let loud = [urgency, flag.then(|| words.red_flag())];
    let loud: Vec<String> = loud.into_iter().flatten().collect();
    let mut line = Line::default();
    if !loud.is_empty() {
        line = line
            .and_strong(words.sentence(capital(&loud.join(", "))))
            .and(" ");
    }
    line.0.extend(or_missing(text(&one.what)).0);
    Numbered {
        number: one.rank.map(|rank| rank.to_string()).unwrap_or_default(),
        line,
        facts: facts(vec![(words.who(), who(plan, one))]),
    }
}

/// *door vader, bij moeder, gezien of gehoord door zoon*
pub(super) fn who(plan: &Plan, one: &Situation) -> Option<Line> {
    let words = &doc().plan_paper;
    let part =
        |field: &Field<Vec<String>>, known: fn(&Words, String) -> String, unknown: String| {
            match &field.said {
                Said::Nothing => None,
                Said::Unknown | Said::Refused => Some(unknown),
                Said::Known(ids) if ids.is_empty() => None,
                Said::Known(ids) => Some(known(words, plan.names_of(ids))),
            }
        };
    let parts = [
        part(&one.does, Words::does, words.does_unknown()),
        part(&one.undergoes, Words::undergoes, words.undergoes_unknown()),
        part(&one.sees, Words::sees, words.sees_unknown()),
    ];
    let parts: Vec<String> = parts.into_iter().flatten().collect();
    (!parts.is_empty()).then(|| parts.join(", ").into())
}

fn agreement(plan: &Plan, one: &Agreement) -> Numbered {
    let words = &doc().plan_paper;
    let who = or_missing(people(plan, &one.who)).text();
    let mut line = Line::strong(words.doer(capital(&who))).and(" ");
    line.0.extend(or_missing(text(&one.does)).0);
    let checker = people(plan, &one.checker).map(|checker| match text(&one.how_often) {
        Some(often) => words.checker_often(checker.text(), often.text()),
        None => checker.text(),
    });
    Numbered {
        number: number_of(&one.id).to_owned(),
        line,
        facts: vec![
            (words.when(), or_missing(text(&one.when))),
            (words.checker(), or_missing(checker.map(Line::from))),
        ],
    }
}

fn review(plan: &Plan) -> Vec<(String, Line)> {
    let words = &doc().plan_paper;
    let date = match plan.review.date.known() {
        Some(date) => {
            let noted = plan.review.date.note.as_deref();
            Some(match noted {
                Some(note) => words.note(weekday_text(*date), as_said(note)).into(),
                None => Line::strong(weekday_text(*date)),
            })
        }
        None => day(&plan.review.date),
    };
    facts(vec![
        (words.review_date(), Some(or_missing(date))),
        (words.review_with(), people(plan, &plan.review.with)),
        (words.valid_until(), day(&plan.head.valid_until)),
    ])
}
