//! What came back goes home: each point becomes an answer of the case, with its source and day, after the user said yes
//! to it. What was said stays in the copy whatever the user chooses.

use chrono::NaiveDate;

use super::fill::sure;
use super::gather::has_edits;
use crate::answer::interpret::{Manner, interpret_as};
use crate::answer::{Answer, Change, Key, NATURES, RowId, Value, show, show_date};
use crate::case::{Case, CaseId};
use crate::commands::casus;
use crate::document;
use crate::error::Result;
use crate::plain::one_line;
use crate::plan::merge::Merged;
use crate::plan::{Plan, Said, Says, Statement, number_of};
use crate::questionnaire::{QuestionIx, Questionnaire, Role};
use crate::text::{indent, nl};
use crate::world::World;

/// Whoever filled in the copy saw it, in the word of the form.
const SELF: &str = "zelf";

/// Asks point by point, and writes what the user takes over.
pub(super) fn bring(world: &mut World, id: &CaseId, merged: &Merged) -> Result<()> {
    let text = &nl().gather;
    let record = casus::peek(world, id)?;
    let list = casus::opened(world, &record)?.list;
    let points: Vec<Point> = merged
        .said
        .iter()
        .filter_map(|one| point(&merged.plan, one))
        .collect();
    let (there, new): (Vec<&Point>, Vec<&Point>) = points
        .iter()
        .partition(|one| one.is_in(&list, &record.answers));
    if !there.is_empty() {
        world.say(&text.home_there(there.len()))?;
    }
    if has_edits(merged) {
        world.say(&text.home_edits())?;
    }
    if new.is_empty() {
        return world.say(&text.home_nothing(id));
    }
    world.somebody(&text.option())?;
    let now = world.now();
    let mut case = casus::resume(world, id, now)?.case;
    world.say(&format!("\n{}", text.home(id)))?;
    let (mut taken, mut chosen, mut told) = (0, Vec::new(), false);
    for one in new {
        if let Point::Met { at, .. } = one
            && chosen.contains(at)
        {
            world.say(&text.home_other_chosen())?;
            continue;
        }
        let changes = match one.changes(&list, &case, world.today) {
            Ok(changes) => changes,
            Err(NoPlace::None) => {
                if !std::mem::replace(&mut told, true) {
                    world.say(&text.home_no_place())?;
                }
                continue;
            }
            Err(NoPlace::Refused(what, todo)) => {
                world.say(&text.home_refused(what, todo))?;
                continue;
            }
        };
        let shown = one.shown(&merged.plan, &list, &case);
        world.say(&format!("\n{}", indent(&shown, world.width, 2)))?;
        if !sure(world, &text.home_question())? {
            continue;
        }
        for change in changes {
            let now = world.now();
            case.keep(change, now).map_err(casus::error)?;
        }
        if let Point::Met { at, .. } = one {
            chosen.push(at.clone());
        }
        taken += 1;
        world.say(&text.home_taken())?;
    }
    world.say(&match taken {
        0 => text.home_done_none(id),
        1 => text.home_done_one(id),
        many => text.home_done(many, id),
    })
}

/// Something that can be taken over.
enum Point {
    /// Whether a condition is met.
    Met {
        at: RowId,
        option: String,
        word: String,
        remark: Option<String>,
        source: String,
        on: Option<NaiveDate>,
    },
    /// Something that was seen, heard or said.
    Seen {
        what: String,
        source: String,
        on: Option<NaiveDate>,
        said_on: Option<NaiveDate>,
    },
}

enum NoPlace {
    None,
    Refused(String, String),
}

/// What there is to take over of a statement: none of a change in the text, and none of what is not known.
fn point(plan: &Plan, one: &Statement) -> Option<Point> {
    let who = one_line(plan.name_of(&one.who));
    let seen = |what: String, source: String, on| Point::Seen {
        what,
        source,
        on,
        said_on: one.on,
    };
    match &one.says {
        Says::Condition {
            at,
            met: Said::Known(choice),
            remark,
        } => Some(Point::Met {
            at: RowId(at.clone()),
            option: choice.id.clone(),
            word: choice.text.clone(),
            remark: remark.clone(),
            source: who,
            on: one.on,
        }),
        Says::Fact { what, source, on } => {
            let source = if source.eq_ignore_ascii_case(SELF) {
                who
            } else {
                nl().gather.source_of(who, source)
            };
            Some(seen(what.clone(), source, *on))
        }
        Says::Agreement { .. } | Says::Condition { .. } | Says::Remark(_) => {
            let words = document::words_of(plan, one)?;
            Some(seen(words, who, one.on))
        }
        Says::Edit { .. } => None,
    }
}

impl Point {
    /// Whether the case has it already.
    fn is_in(&self, list: &Questionnaire, answers: &crate::answer::Answers) -> bool {
        match self {
            Self::Met { at, option, on, .. } => {
                let Some(met) = list.by_role(Role::SafetyConditionMet) else {
                    return false;
                };
                let found = answers.get(&list.question(met).id, Some(at));
                found.is_some_and(|answer| {
                    matches!(&answer.value, Value::Choice(id) if *id.0 == **option)
                        && (on.is_none() || answer.date == *on)
                })
            }
            Self::Seen { what, on, .. } => {
                let of = |role| list.by_role(role).map(|at| &list.question(at).id);
                let (Some(rows), Some(question)) =
                    (of(Role::Observations), of(Role::ObservationWhat))
                else {
                    return false;
                };
                let rows = answers.rows(rows).map_or(&[][..], |rows| &rows.ids);
                rows.iter().any(|row| {
                    let words = answers.get(question, Some(row));
                    let day = of(Role::ObservationDate)
                        .and_then(|question| answers.get(question, Some(row)));
                    let day = day.and_then(|answer| match answer.value {
                        Value::Date(day) => Some(day),
                        _ => None,
                    });
                    words.is_some_and(|answer| answer.value == Value::Text(what.clone()))
                        && (on.is_none() || day == *on)
                })
            }
        }
    }

    fn shown(&self, plan: &Plan, list: &Questionnaire, case: &Case) -> String {
        let text = &nl().gather;
        match self {
            Self::Met { at, word, .. } => {
                let one = plan.conditions.iter().find(|one| one.id == at.0);
                let what = one.and_then(|one| one.text.text()).unwrap_or_default();
                let shown = text.home_condition(number_of(&at.0), one_line(what), word);
                let met = list.by_role(Role::SafetyConditionMet);
                let now = met.and_then(|met| {
                    let answer = case.answers().get(&list.question(met).id, Some(at))?;
                    Some(show(list, met, &answer.value, case.answers()))
                });
                match now {
                    Some(now) => format!("{shown}\n{}", text.home_now(now)),
                    None => shown,
                }
            }
            Self::Seen {
                what, source, on, ..
            } => match on {
                Some(day) => text.home_fact_on(what, source, show_date(*day)),
                None => text.home_fact(what, source),
            },
        }
    }

    /// What changes in the case. Each value goes through the one interpreter, as if it stood in a file of answers.
    fn changes(
        &self,
        list: &Questionnaire,
        case: &Case,
        today: NaiveDate,
    ) -> std::result::Result<Vec<Change>, NoPlace> {
        let value = |question: QuestionIx, raw: &str| {
            let value = interpret_as(Manner::Written, list, question, raw, case.answers(), today);
            value.map_err(|refusal| NoPlace::Refused(refusal.what, refusal.todo))
        };
        let set = |question: QuestionIx, row: &RowId, answer: Answer| Change::Set {
            key: Key {
                question: list.question(question).id.clone(),
                row: Some(row.clone()),
            },
            answer,
        };
        match self {
            Self::Met {
                at,
                option,
                remark,
                source,
                on,
                ..
            } => {
                let met = list.by_role(Role::SafetyConditionMet);
                let met = met.ok_or(NoPlace::None)?;
                let rows = list.by_role(Role::SafetyConditions);
                let rows = rows.and_then(|at| case.answers().rows(&list.question(at).id));
                if !rows.is_some_and(|rows| rows.ids.contains(at)) {
                    return Err(NoPlace::None);
                }
                let from = |value| Answer {
                    value,
                    source: Some(source.clone()),
                    nature: Some(NATURES[2].to_owned()),
                    date: *on,
                    note: remark.clone(),
                };
                let mut changes = vec![set(met, at, from(value(met, option)?))];
                if let (Some(day), Some(met_on)) = (on, list.by_role(Role::SafetyConditionMetOn)) {
                    let day = value(met_on, &day.to_string())?;
                    changes.push(set(met_on, at, from(day)));
                }
                Ok(changes)
            }
            Self::Seen {
                what,
                source,
                on,
                said_on,
            } => {
                let rows = list.by_role(Role::Observations).ok_or(NoPlace::None)?;
                let said = list.by_role(Role::ObservationWhat).ok_or(NoPlace::None)?;
                let row = casus::next_row(case, list, rows);
                let from = |value| Answer {
                    value,
                    source: Some(source.clone()),
                    nature: Some(NATURES[2].to_owned()),
                    date: *said_on,
                    note: None,
                };
                let of = list.question(rows).id.clone();
                let complete = case.answers().rows(&of).is_some_and(|rows| rows.complete);
                let mut changes = vec![
                    Change::AddRow {
                        list: of.clone(),
                        row: row.clone(),
                    },
                    set(said, &row, from(value(said, what)?)),
                ];
                if let Some(question) = list.by_role(Role::ObservationSource) {
                    changes.push(set(question, &row, from(value(question, source)?)));
                }
                if let Some(question) = list.by_role(Role::ObservationNature)
                    && let Ok(nature) = value(question, NATURES[2])
                {
                    changes.push(set(question, &row, from(nature)));
                }
                if let (Some(day), Some(question)) = (on, list.by_role(Role::ObservationDate)) {
                    let day = value(question, &day.to_string())?;
                    changes.push(set(question, &row, from(day)));
                }
                if complete {
                    changes.push(Change::Close { list: of });
                }
                Ok(changes)
            }
        }
    }
}
