//! What lies under the first page: the children, why this plan, each situation with what must be true, who agrees, what
//! is still to be done, and what it rests on.

use super::field::{choice, day, number, or_missing, people, rate, text, yes_no};
use super::{capital, facts, first, later, picture, section, told};

use crate::document::{Block, Line, Numbered, Table, Tone};
use crate::plan::{Finding, Plan, Rating, SafetyCondition, Situation, Word, by_place, number_of};
use crate::questionnaire::Role;
use crate::text::{as_said, doc};

pub(super) fn pages(plan: &Plan, weak: &[Finding]) -> Vec<Block> {
    let mut blocks = Vec::new();
    conditions(plan, &mut blocks);
    later::incidents(plan, &mut blocks);
    later::timeline(plan, &mut blocks);
    children(plan, &mut blocks);
    why(plan, &mut blocks);
    situations(plan, &mut blocks);
    following(plan, &mut blocks);
    later::pages(plan, &mut blocks);
    views(plan, &mut blocks);
    to_do(plan, weak, &mut blocks);
    people_table(plan, &mut blocks);
    later::family(plan, &mut blocks);
    basis(plan, &mut blocks);
    blocks
}

fn children(plan: &Plan, blocks: &mut Vec<Block>) {
    let words = &doc().plan_paper;
    if plan.child_lines.is_empty() {
        return;
    }
    blocks.push(section(words.children()));
    blocks.push(Block::Paragraph(words.children_about().into()));
    let lines = plan.child_lines.iter().map(|one| {
        let name = or_missing(people(plan, &one.who)).text();
        (name, or_missing(text(&one.text)))
    });
    blocks.push(Block::Facts(lines.collect()));
}

fn why(plan: &Plan, blocks: &mut Vec<Block>) {
    let words = &doc().plan_paper;
    let texts = &plan.texts;
    let all = facts(vec![
        (words.occasion(), text(&texts.occasion)),
        (words.fear(), text(&texts.fear)),
        (words.strengths(), text(&texts.strengths)),
    ]);
    if !all.is_empty() {
        blocks.push(section(words.why()));
        blocks.push(Block::Facts(all));
    }
}

fn situations(plan: &Plan, blocks: &mut Vec<Block>) {
    let words = &doc().plan_paper;
    if !plan.situations.is_empty() {
        blocks.push(section(words.situations()));
        let order = facts(vec![
            (words.rank_reason(), text(&plan.rank_reason)),
            (words.rank_dissent(), text(&plan.rank_dissent)),
        ]);
        if !order.is_empty() {
            blocks.push(Block::Facts(order));
        }
        blocks.extend(told(picture::top(plan)));
    }
    for one in &plan.situations {
        let called = capital(&plan.situation_called(&one.id));
        let title = match one.rank {
            Some(_) => called,
            None => words.situation_parked(called),
        };
        blocks.push(Block::Heading(2, title));
        // The first page has told what happens in the ranked ones.
        let mut all = Vec::new();
        if one.rank.is_none() {
            all.push((words.what(), text(&one.what)));
            all.push((words.who(), first::who(plan, one)));
        }
        all.extend(weighed(plan, one));
        blocks.push(Block::Facts(facts(all)));
        if let Some(table) = ratings(plan, one) {
            blocks.push(table);
        }
    }
}

fn weighed(plan: &Plan, one: &Situation) -> Vec<(String, Option<Line>)> {
    let words = &doc().plan_paper;
    let source = match (text(&one.source), choice(&one.source_kind)) {
        (Some(from), Some(kind)) => Some(words.source_kind(from.text(), kind.text()).into()),
        (from, kind) => from.or(kind),
    };
    let why = match (text(&one.rated_why), people(plan, &one.rated_by)) {
        (Some(why), Some(by)) => Some(words.rated_by(why.text(), by.text()).into()),
        (why, by) => why.or(by),
    };
    vec![
        (words.last_time(), day(&one.last_time)),
        (words.effect(), text(&one.effect)),
        (words.red_flag_asked(), yes_no(&one.red_flag)),
        (words.severity(), rate(&one.severity)),
        (words.recurrence(), rate(&one.recurrence)),
        (
            words.urgency(),
            choice(&one.urgency).filter(|_| one.rank.is_none()),
        ),
        (words.rated_why(), why),
        (words.source(), source),
    ]
}

/// How others weigh the same situation, beside how it was weighed first.
fn ratings(plan: &Plan, one: &Situation) -> Option<Block> {
    let words = &doc().plan_paper;
    let others: Vec<&Rating> = plan
        .ratings
        .iter()
        .filter(|other| other.at.has(&one.id))
        .collect();
    if others.is_empty() {
        return None;
    }
    let row = |by, severity, recurrence, urgency, why| {
        [by, severity, recurrence, urgency, why]
            .map(or_missing)
            .to_vec()
    };
    let mut rows = vec![row(
        people(plan, &one.rated_by),
        number(&one.severity),
        number(&one.recurrence),
        choice(&one.urgency),
        text(&one.rated_why),
    )];
    rows.extend(others.into_iter().map(|other| {
        row(
            people(plan, &other.by),
            number(&other.severity),
            number(&other.recurrence),
            choice(&other.urgency),
            text(&other.why),
        )
    }));
    Some(Block::Table(Table {
        head: vec![
            words.rater(),
            words.severity(),
            words.recurrence(),
            words.urgency(),
            words.rated_why(),
        ],
        rows,
    }))
}

/// WHAT must be true, and with which agreements.
fn conditions(plan: &Plan, blocks: &mut Vec<Block>) {
    let words = &doc().plan_paper;
    blocks.push(section(words.conditions()));
    if plan.conditions.is_empty() {
        blocks.push(Block::Paragraph(words.no_conditions().into()));
    } else {
        blocks.extend(later::standing(plan));
        let all = plan.conditions.iter().map(|one| what(plan, one));
        blocks.push(Block::Numbered(all.collect()));
    }
}

/// A condition with who set it, how far it is, and the agreements that must make it true.
fn what(plan: &Plan, one: &SafetyCondition) -> Numbered {
    let words = &doc().plan_paper;
    let agreements: Vec<&str> = plan
        .agreements
        .iter()
        .filter(|agreement| agreement.at.has(&one.id))
        .map(|agreement| number_of(&agreement.id))
        .collect();
    let situations: Vec<String> = plan
        .situations
        .iter()
        .filter(|situation| one.at.has(&situation.id))
        .map(|situation| plan.situation_called(&situation.id))
        .collect();
    let agreements = if agreements.is_empty() {
        words.no_agreement()
    } else {
        words.agreements(agreements.join(", "))
    };
    Numbered {
        number: number_of(&one.id).to_owned(),
        line: or_missing(text(&one.text)),
        facts: facts(vec![
            (
                words.at(),
                (!situations.is_empty()).then(|| situations.join(", ").into()),
            ),
            (words.set_by(), Some(or_missing(choice(&one.set_by)))),
            (words.met(), later::met(one)),
            (words.how(), Some(agreements.into())),
        ]),
    }
}

fn following(plan: &Plan, blocks: &mut Vec<Block>) {
    let words = &doc().plan_paper;
    if !plan.agreements.is_empty() {
        blocks.push(section(words.agreements_more()));
        blocks.extend(told(picture::checks(plan)));
        let rows = plan.agreements.iter().map(|one| {
            vec![
                Line::plain(number_of(&one.id)),
                or_missing(text(&one.seen_by)),
                or_missing(text(&one.if_not)),
            ]
        });
        blocks.push(Block::Table(Table {
            head: vec![words.agreement_number(), words.seen_by(), words.if_not()],
            rows: rows.collect(),
        }));
    }
    if !plan.early_signs.is_empty() {
        blocks.push(section(words.early_signs()));
        let rows = plan.early_signs.iter().map(|one| {
            vec![
                or_missing(people(plan, &one.who)),
                or_missing(text(&one.what)),
                or_missing(text(&one.does)),
            ]
        });
        blocks.push(Block::Table(Table {
            head: vec![words.sign_who(), words.sign_what(), words.sign_does()],
            rows: rows.collect(),
        }));
    }
    if let Some(whole) = text(&plan.texts.supervision) {
        blocks.push(section(words.supervision()));
        blocks.push(Block::Paragraph(whole));
    }
    if let Some(network) = text(&plan.texts.network) {
        blocks.push(section(words.network()));
        blocks.push(Block::Paragraph(network));
    }
    if !plan.escalations.is_empty() {
        blocks.push(section(words.escalations()));
        let rows = plan.escalations.iter().map(|one| {
            vec![
                or_missing(text(&one.when)),
                or_missing(people(plan, &one.who)),
                or_missing(text(&one.step)),
            ]
        });
        blocks.push(Block::Table(Table {
            head: vec![words.step_when(), words.step_who(), words.step()],
            rows: rows.collect(),
        }));
    }
}

fn views(plan: &Plan, blocks: &mut Vec<Block>) {
    let words = &doc().plan_paper;
    let all = facts(vec![
        (words.discussed(), text(&plan.texts.discussed)),
        (words.differences(), text(&plan.texts.differences)),
    ]);
    if all.is_empty() && plan.consents.is_empty() {
        return;
    }
    blocks.push(section(words.views()));
    if !plan.consents.is_empty() {
        let rows = plan.consents.iter().map(|one| {
            vec![
                or_missing(people(plan, &one.who)),
                or_missing(choice(&one.stand)),
                text(&one.reason).unwrap_or_default(),
            ]
        });
        blocks.push(Block::Table(Table {
            head: vec![
                words.consent_who(),
                words.consent_stand(),
                words.consent_reason(),
            ],
            rows: rows.collect(),
        }));
    }
    blocks.push(Block::Facts(all));
}

/// What is weak in the plan, and what a missing answer may still bring.
fn to_do(plan: &Plan, weak: &[Finding], blocks: &mut Vec<Block>) {
    let words = &doc().plan_paper;
    let mut points: Vec<(String, Line)> = Vec::new();
    for (place, found) in by_place(plan, weak) {
        let lines = found
            .iter()
            .map(|one| as_said(&words.weak(&one.what, &one.todo)));
        let lines = lines.collect::<Vec<_>>().join("\n");
        points.push((capital(&as_said(&place)), lines.into()));
    }
    let open: Vec<&str> = plan
        .attention
        .iter()
        .filter(|one| !one.certain)
        .map(|one| one.title.as_str())
        .collect();
    if !open.is_empty() {
        let line = words.not_certain_about(as_said(&open.join("; ")));
        points.push((words.not_certain(), line.into()));
    }
    if !points.is_empty() {
        blocks.push(section(words.to_do()));
        blocks.push(Block::Facts(points));
    }
}

fn people_table(plan: &Plan, blocks: &mut Vec<Block>) {
    let words = &doc().plan_paper;
    if plan.people.is_empty() {
        return;
    }
    blocks.push(section(words.people()));
    let rows = plan.people.iter().map(|one| {
        let age = one.age.known().map(|age| words.years(age).into());
        vec![
            Line::plain(plan.name_of(&one.id)),
            choice(&one.kind_text).unwrap_or_default(),
            age.unwrap_or_default(),
            choice(&one.lives).unwrap_or_default(),
            later::authority(plan, one).unwrap_or_default(),
        ]
    });
    blocks.push(Block::Table(Table {
        head: vec![
            words.person(),
            words.person_kind(),
            words.person_age(),
            words.person_lives(),
            words.person_authority(),
        ],
        rows: rows.collect(),
    }));
}

/// What the numbers mean, and which lists the plan was made from.
fn basis(plan: &Plan, blocks: &mut Vec<Block>) {
    let words = &doc().plan_paper;
    blocks.push(section(words.basis()));
    if let Some(table) = legend(plan) {
        blocks.push(Block::Paragraph(words.legend_about().into()));
        blocks.push(table);
    }
    blocks.push(Block::Paragraph(words.basis_about().into()));
    let lists = plan.head.based_on.iter().map(|list| {
        let short: String = list.sha256.chars().take(12).collect();
        words.basis_list(&list.id, &list.version, short)
    });
    let lists: Vec<String> = lists.collect();
    blocks.push(Block::Paragraph(lists.join(", ").into()));
    blocks.push(Block::Notice(Tone::Note, words.not_official().into()));
}

/// What the numbers of a weighing mean: one row a number.
fn legend(plan: &Plan) -> Option<Block> {
    let words = &doc().plan_paper;
    let severity = plan.legend.get(&Role::SituationSeverity)?;
    let recurrence = plan.legend.get(&Role::SituationRecurrence)?;
    let meaning = |of: &[Word], id: &str| {
        let word = of.iter().find(|word| word.id == id);
        Line::plain(word.map_or_else(String::new, |word| as_said(&word.text)))
    };
    let mut numbers: Vec<&str> = severity.iter().map(|word| word.id.as_str()).collect();
    numbers.extend(recurrence.iter().map(|word| word.id.as_str()));
    numbers.sort_by_key(|number| number.parse::<i64>().ok());
    numbers.dedup();
    let rows = numbers.into_iter().map(|number| {
        vec![
            Line::plain(number),
            meaning(severity, number),
            meaning(recurrence, number),
        ]
    });
    Some(Block::Table(Table {
        head: vec![words.figure(), words.severity(), words.recurrence()],
        rows: rows.collect(),
    }))
}
