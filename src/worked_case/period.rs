//! What a worked case expects of a period: the day it is over, or why there is none. Reads it, holds it against what came
//! out, and writes it for a new case.

use chrono::NaiveDate;

use super::At;
use crate::answer::RowId;
use crate::engine::{Due, State};
use crate::problem::{Code, Place, did_you_mean};
use crate::questionnaire::raw::{Faults, word};
use crate::questionnaire::{PeriodIx, Questionnaire};
use crate::yaml::Node;

/// What an author writes where there is no day.
const NONE: &str = "geen";
const OVER: &str = "klaar";
const OPEN: &str = "open";
const PERHAPS: &str = "misschien";
/// Before the days that are counted so far.
const RUNNING: &str = "loopt ";

/// What must come out for one period.
#[derive(Clone, Debug)]
pub struct Awaited {
    /// Which.
    pub period: PeriodIx,
    /// In which row.
    pub row: Option<RowId>,
    /// What an author would write.
    pub is: At<String>,
}

/// Reads what is expected of one period of the list; `name` is how the case calls it.
pub(super) fn read(
    list: &Questionnaire,
    faults: &Faults,
    (name, node): (&Node, &Node),
) -> Option<Awaited> {
    let said = word(name, faults)?;
    let (id, row) = match said.split_once('/') {
        Some((id, row)) => (id, Some(RowId(row.to_owned()))),
        None => (said, None),
    };
    let Some(at) = list.periods.iter().position(|one| one.id == id) else {
        let known = list.periods.iter().map(|one| one.id.as_str());
        faults.say(
            Code::UnknownReference,
            &name.place,
            format!("Er is geen termijn `{id}` in deze lijst."),
            did_you_mean(id, known),
        );
        return None;
    };
    if list.periods[at].rows.is_some() != row.is_some() {
        let (message, tip) = match row {
            None => (
                format!("`{id}` heeft een termijn voor elke rij."),
                format!("Schrijf de id van de rij erbij: `{id}/r1`."),
            ),
            Some(_) => (
                format!("`{id}` heeft geen termijn voor elke rij."),
                format!("Schrijf `{id}`."),
            ),
        };
        faults.say(Code::WrongUse, &name.place, message, tip);
        return None;
    }
    let is = word(node, faults)?;
    let (good, tip) = match list.periods[at].span {
        None => (
            is_moment(is),
            "Schrijf de dag, zoals `2026-03-09`, met de tijd erbij als die telt: `2026-03-09 14:00`. Of `open`, `klaar`, `misschien` of `geen`.",
        ),
        Some(_) => (
            is_count(is),
            "Schrijf hoeveel dagen, zoals `12`, of zolang er nog wordt geteld `loopt 12`. Of `open`, `klaar`, `misschien` of `geen`.",
        ),
    };
    if ![NONE, OVER, OPEN, PERHAPS].contains(&is) && !good {
        faults.say(
            Code::BadValue,
            &node.place,
            format!("`{is}` kan hier niet."),
            tip,
        );
        return None;
    }
    Some(Awaited {
        period: PeriodIx(at),
        row,
        is: At {
            what: is.to_owned(),
            place: node.place.clone(),
        },
    })
}

/// So many days, perhaps so far.
fn is_count(text: &str) -> bool {
    let number = text.strip_prefix(RUNNING).unwrap_or(text);
    number
        .parse::<u32>()
        .is_ok_and(|days| days.to_string() == number)
}

/// A day, perhaps with a time.
fn is_moment(text: &str) -> bool {
    let (day, time) = match text.split_once(' ') {
        Some((day, time)) => (day, Some(time)),
        None => (text, None),
    };
    day.len() == 10
        && NaiveDate::parse_from_str(day, "%Y-%m-%d").is_ok()
        && time.is_none_or(|time| {
            time.len() == 5 && chrono::NaiveTime::parse_from_str(time, "%H:%M").is_ok()
        })
}

/// Where it comes out otherwise: the place, what was wanted and what came.
pub(super) fn difference(wanted: &Awaited, all: &[Due]) -> Option<(Place, String, String)> {
    let got = all
        .iter()
        .find(|one| one.period == wanted.period && one.row == wanted.row);
    let got = got.map_or_else(|| NONE.to_owned(), |one| written(&one.state));
    (got != wanted.is.what).then(|| (wanted.is.place.clone(), wanted.is.what.clone(), got))
}

/// As an author would write it.
fn written(state: &State) -> String {
    match state {
        State::Until(moment) => moment.to_string(),
        State::Counted {
            days,
            running: false,
        } => days.to_string(),
        State::Counted { days, .. } => format!("{RUNNING}{days}"),
        State::Over => OVER.to_owned(),
        State::Open(_) => OPEN.to_owned(),
        State::Perhaps => PERHAPS.to_owned(),
    }
}

/// All periods of the list itself, as a new case would expect them.
pub(super) fn names(list: &Questionnaire, all: &[Due]) -> Vec<(String, String)> {
    let own = |at: &PeriodIx| !list.periods[at.0].id.contains('.');
    let mut found = Vec::new();
    for (at, period) in list.periods.iter().enumerate() {
        let at = PeriodIx(at);
        if !own(&at) {
            continue;
        }
        let before = found.len();
        for one in all.iter().filter(|one| one.period == at) {
            let name = match &one.row {
                Some(row) => format!("{}/{row}", period.id),
                None => period.id.clone(),
            };
            found.push((name, written(&one.state)));
        }
        if found.len() == before && period.rows.is_none() {
            found.push((period.id.clone(), NONE.to_owned()));
        }
    }
    found
}
