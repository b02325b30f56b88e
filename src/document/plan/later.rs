//! The later phases: how far the conditions are, what keeps unsafety going, recovery, who keeps the whole in sight, and
//! who stays in touch. A part with nothing in it is not there.

use super::field::{choice, day, number, or_missing, people, rate, text, yes_no};
use super::{facts, picture, section, told};
use crate::document::{Block, Line, Numbered, Picture, Table};
use crate::family::{self, Family};
use crate::plan::{Director, Person, Plan, Recovery, RiskFactor, SafetyCondition};
use crate::questionnaire::{OptionRole, Role};
use crate::text::{day_text, doc};

pub(super) fn pages(plan: &Plan, blocks: &mut Vec<Block>) {
    risk_factors(plan, blocks);
    recoveries(plan, blocks);
    directors(plan, blocks);
    aftercare(plan, blocks);
    measurements(plan, blocks);
}

/// How many of the conditions are met, once somebody looked; and why this phase.
pub(super) fn standing(plan: &Plan) -> Vec<Block> {
    let words = &doc().plan_later;
    let mut blocks = Vec::new();
    if plan.conditions.iter().any(|one| !one.met.is_blank()) {
        let count = |role| {
            let means = |one: &&SafetyCondition| plan.means(Role::SafetyConditionMet, &one.met);
            plan.conditions
                .iter()
                .filter(|one| means(one) == Some(role))
                .count()
        };
        let (yes, partly, not) = (
            count(OptionRole::Met),
            count(OptionRole::MetPartly),
            count(OptionRole::NotMet),
        );
        let all = plan.conditions.len();
        let unknown = all - yes - partly - not;
        let line = words.standing(yes, all, partly, not, unknown);
        blocks.push(Block::Paragraph(line.into()));
    }
    let why = facts(vec![(words.why_phase(), text(&plan.head.phase_reason))]);
    if !why.is_empty() {
        blocks.push(Block::Facts(why));
    }
    blocks
}

/// Whether a condition is met, and when somebody last looked.
pub(super) fn met(one: &SafetyCondition) -> Option<Line> {
    let met = choice(&one.met);
    match (met, one.met_on.known()) {
        (Some(met), Some(day)) => Some(doc().plan_later.met_on(met.text(), day_text(*day)).into()),
        (met, _) => met,
    }
}

/// Whether somebody has authority, and over whom.
pub(super) fn authority(plan: &Plan, one: &Person) -> Option<Line> {
    let said = yes_no(&one.authority);
    match (said, one.authority_over.ids()) {
        (said, []) => said,
        (said, over) => {
            let said = said.map_or_else(|| doc().plan_paper.yes_word(), |said| said.text());
            let names = plan.names_of(over);
            Some(doc().plan_later.authority_over(said, names).into())
        }
    }
}

/// Who belongs to whom and lives where, where somebody said so.
pub(super) fn family(plan: &Plan, blocks: &mut Vec<Block>) {
    let family = Family::of(plan);
    if !family.has_ties() {
        return;
    }
    blocks.push(Block::Heading(2, doc().family.title()));
    // Who does what in which situation stands with the situations.
    blocks.extend(told(Some(family::drawing(family, false))));
    let homes = family::homes(family).into_iter();
    let lines = homes.map(|group| (group.title, group.lines.join("\n").into()));
    blocks.push(Block::Facts(lines.collect()));
}

pub(super) fn incidents(plan: &Plan, blocks: &mut Vec<Block>) {
    let words = &doc().plan_later;
    if plan.later.incidents.is_empty() {
        return;
    }
    blocks.push(section(words.incidents()));
    blocks.push(Block::Paragraph(words.incidents_about().into()));
    let rows = plan.later.incidents.iter().map(|one| {
        vec![
            or_missing(day(&one.date)),
            or_missing(text(&one.what)),
            or_missing(text(&one.done)),
        ]
    });
    blocks.push(Block::Table(Table {
        head: vec![words.day(), words.happened(), words.done()],
        rows: rows.collect(),
    }));
}

/// What was when, and what is still to come.
pub(super) fn timeline(plan: &Plan, blocks: &mut Vec<Block>) {
    let words = &doc().plan_picture;
    if let Some(drawing) = picture::timeline(plan) {
        blocks.push(section(drawing.title.clone()));
        blocks.push(Block::Paragraph(words.timeline_about().into()));
        blocks.push(Block::Picture(Picture {
            drawing,
            told: false,
        }));
    }
}

fn risk_factors(plan: &Plan, blocks: &mut Vec<Block>) {
    let words = &doc().plan_later;
    if plan.later.risk_factors.is_empty() {
        return;
    }
    blocks.push(section(words.risk_factors()));
    blocks.push(Block::Paragraph(words.risk_factors_about().into()));
    let all = plan.later.risk_factors.iter().map(risk_factor(plan));
    blocks.push(Block::Numbered(all.collect()));
}

fn risk_factor(plan: &Plan) -> impl Fn(&RiskFactor) -> Numbered {
    |one| {
        let words = &doc().plan_later;
        let gone = match one.gone_on.known() {
            Some(day) => words.gone_on(day_text(*day)).into(),
            None => day(&one.gone_on).unwrap_or_else(|| words.not_gone().into()),
        };
        let order = one.rank.is_none().then(|| words.factor_unranked().into());
        Numbered {
            number: one
                .rank
                .map_or_else(|| "-".to_owned(), |rank| rank.to_string()),
            line: or_missing(text(&one.what)),
            facts: facts(vec![
                (words.place(), order),
                (words.acts_on(), text(&one.acts_on)),
                (words.weight(), rate(&one.weight)),
                (
                    words.help(),
                    Some(or_missing(help(text(&one.help), choice(&one.help_kind)))),
                ),
                (words.sees_to(), people(plan, &one.who)),
                (words.starts(), Some(or_missing(day(&one.starts)))),
                (words.gone(), Some(gone)),
            ]),
        }
    }
}

/// The help, with its kind behind it.
fn help(help: Option<Line>, kind: Option<Line>) -> Option<Line> {
    match (help, kind) {
        (Some(help), Some(kind)) => {
            let help = help.text();
            let help = help.trim_end_matches('.');
            Some(doc().plan_later.help_kind(help, kind.text()).into())
        }
        (help, kind) => help.or(kind),
    }
}

fn recoveries(plan: &Plan, blocks: &mut Vec<Block>) {
    let words = &doc().plan_later;
    if plan.later.recoveries.is_empty() {
        return;
    }
    blocks.push(section(words.recoveries()));
    blocks.push(Block::Paragraph(words.recoveries_about().into()));
    let rows = plan.later.recoveries.iter().map(|one: &Recovery| {
        vec![
            or_missing(people(plan, &one.who)),
            or_missing(text(&one.what)),
            or_missing(help(text(&one.help), choice(&one.help_kind))),
            or_missing(day(&one.starts)),
        ]
    });
    blocks.push(Block::Table(Table {
        head: vec![
            words.whose(),
            words.recovers_from(),
            words.help(),
            words.starts(),
        ],
        rows: rows.collect(),
    }));
}

fn directors(plan: &Plan, blocks: &mut Vec<Block>) {
    let words = &doc().plan_later;
    if plan.later.directors.is_empty() {
        return;
    }
    blocks.push(section(words.directors()));
    let who = |one: &Director| match (text(&one.who), text(&one.organisation)) {
        (Some(who), Some(of)) => Some(words.directs(who.text(), of.text()).into()),
        (who, of) => who.or(of),
    };
    let rows = plan.later.directors.iter().map(|one| {
        vec![
            or_missing(who(one)),
            or_missing(choice(&one.covers)),
            or_missing(day(&one.from)),
            day(&one.until).unwrap_or_else(|| words.now().into()),
            or_missing(text(&one.deputy)),
        ]
    });
    blocks.push(Block::Table(Table {
        head: vec![
            words.director(),
            words.covers(),
            words.from(),
            words.until(),
            words.deputy(),
        ],
        rows: rows.collect(),
    }));
}

fn aftercare(plan: &Plan, blocks: &mut Vec<Block>) {
    let words = &doc().plan_later;
    let aftercare = &plan.later.aftercare;
    if aftercare.is_blank() {
        return;
    }
    blocks.push(section(words.aftercare()));
    blocks.push(Block::Facts(vec![
        (words.contact(), or_missing(text(&aftercare.contact))),
        (words.signs(), or_missing(text(&aftercare.signs))),
        (words.next_time(), or_missing(day(&aftercare.date))),
    ]));
}

fn measurements(plan: &Plan, blocks: &mut Vec<Block>) {
    let words = &doc().plan_later;
    if plan.later.measurements.is_empty() {
        return;
    }
    blocks.push(section(words.measurements()));
    blocks.push(Block::Paragraph(words.measurements_about().into()));
    blocks.extend(told(picture::figures(plan)));
    let rows = plan.later.measurements.iter().map(|one| {
        vec![
            or_missing(people(plan, &one.who)),
            or_missing(day(&one.date)),
            or_missing(number(&one.figure)),
            text(&one.reason).unwrap_or_default(),
        ]
    });
    blocks.push(Block::Table(Table {
        head: vec![words.whose(), words.day(), words.figure(), words.why()],
        rows: rows.collect(),
    }));
}
