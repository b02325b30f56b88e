//! Counts that may be published, made of exact ones.
//!
//! **Practice.** Statistics Netherlands publishes reports to Veilig Thuis rounded to 5, with percentages from the rounded
//! counts, and shows what is secret as a sign of its own and not as 0 (CBS, table 85361NED: Aa en Hunze 2023 has 30, 15, 10
//! and a point, with 31.6, 15.8 and 10.5 percent of 95; the point is explained in *Beleidsinformatie Veilig Thuis* as "onbekend,
//! onvoldoende betrouwbaar of geheim"). The threshold of 10 and withholding what would give a cell away are what this
//! program was asked for. That the second must be checked against an attacker who solves the whole, and that a table in
//! which all stand in one cell discloses too, is ordinary practice: *Handbook on Statistical Disclosure Control*, chapter 5.
//!
//! **Protected** is each count, in each table, against everything in one publication together: see [`mod@super::protect`] for one
//! table and what it withstands. Tables about the same records share their total, which that withstands. Tables that follow
//! from one another do not stand in one publication: of outcomes only those on which no other outcome rests, and what is
//! asked for by name is refused where one rests on the other. Of two definitions of a repeated report there is one. Faults and
//! records to which a list does not apply are rounded counts with no total beside them.
//!
//! **Not protected**: two publications about the same or nearly the same records (a month and the year it lies in; with and
//! without one town) can be subtracted from one another; counts here and a table that somebody else published; that a list
//! applies to somebody at all, for who knows that they are counted; outcomes that rest on the same answers without resting
//! on each other, beyond what rounding hides; two lists with the same question about the same people.

use std::cmp::Ordering;
use std::collections::BTreeMap;

use super::answered::NONE;
use super::count::{Answered, ListCounts, Origin, Outcome, RepeatCounts, Tally};
use super::link::rests_on;
use super::protect::{Shown, protect, rounded};
use super::publication::{
    Publication, PublishedCell, PublishedList, PublishedRepeats, PublishedTable, PublishedYear,
};
use crate::questionnaire::{Kind, Questionnaire};

/// Why nothing may be published so.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Wanted {
    /// One of these two tables follows in part from the other.
    Linked(String, String),
    /// This list is not here, so that nobody knows which of its tables follow from one another.
    NoList(String),
    /// There are no counts of this name.
    NoTable(String),
    /// The counts of this name are of only a part of the records of their list.
    Partial(String),
    /// There are several definitions of a repeated report.
    SeveralRules,
}

/// Makes the publication: of the tables with these names, or where none is named of the outcomes on which no other rests.
/// `list` finds a list that is here.
///
/// # Errors
/// Why that may not be published.
pub fn publish<'l>(
    tally: &Tally,
    names: &[String],
    list: impl Fn(&Origin) -> Option<&'l Questionnaire>,
) -> Result<Publication, Wanted> {
    for name in names {
        let known = |counts: &ListCounts| counts.has(name);
        if !tally.lijsten.iter().any(known) {
            return Err(Wanted::NoTable(name.clone()));
        }
    }
    let lists = tally.lijsten.iter().map(|counts| {
        let known = counts.vragenlijst.as_ref().and_then(&list);
        let names = chosen(counts, known, names)?;
        Ok(PublishedList {
            vragenlijst: counts.vragenlijst.clone(),
            records: rounded(counts.records),
            niet_toepasbaar: rounded(counts.niet_toepasbaar.values().sum()),
            tabellen: names
                .iter()
                .map(|name| table(counts, known, name))
                .collect(),
        })
    });
    let repeated = match &*tally.hermeldingen {
        [] => None,
        [only] => Some(repeats(only)),
        _ => return Err(Wanted::SeveralRules),
    };
    let refused = rounded(tally.fouten.records);
    let lists = lists.collect::<Result<_, _>>()?;
    Ok(Publication::of(refused, lists, repeated))
}

impl ListCounts {
    fn has(&self, name: &str) -> bool {
        self.uitkomsten.contains_key(name) || self.answered(name).is_some()
    }

    /// Whether every record of the list is in the counts of this name.
    fn is_whole(&self, name: &str) -> bool {
        match (self.uitkomsten.get(name), &self.antwoorden) {
            (Some(outcome), _) => {
                let others = outcome.geen.saturating_add(outcome.open);
                let all = outcome.vast.values();
                all.fold(others, |sum, one| sum.saturating_add(*one)) == self.records
            }
            (None, Some(answers)) => answers.records == self.records,
            (None, None) => false,
        }
    }

    fn answered(&self, name: &str) -> Option<&Answered> {
        self.antwoorden.as_ref()?.vragen.get(name)
    }
}

/// The tables of one list, of which none follows from another.
fn chosen(
    counts: &ListCounts,
    list: Option<&Questionnaire>,
    names: &[String],
) -> Result<Vec<String>, Wanted> {
    let id = || {
        let origin = counts.vragenlijst.as_ref();
        origin.map_or_else(String::new, |origin| origin.id.clone())
    };
    let own: Vec<String> = if names.is_empty() {
        counts.uitkomsten.keys().cloned().collect()
    } else {
        let own = names.iter().filter(|name| counts.has(name));
        own.cloned().collect()
    };
    // Two totals that differ by a few would give away what is true of those few.
    if let Some(part) = own.iter().find(|name| !counts.is_whole(name)) {
        return Err(Wanted::Partial(part.clone()));
    }
    let Some(list) = list else {
        return if own.len() > 1 {
            Err(Wanted::NoList(id()))
        } else {
            Ok(own)
        };
    };
    let order = |name: &String| {
        let derived = list.find_derived(name).map(|at| (0, at.0));
        derived.or_else(|| list.find(name).map(|at| (1, at.0)))
    };
    let mut own = own;
    own.sort_by_key(order);
    own.dedup();
    let below: BTreeMap<&String, _> = own
        .iter()
        .map(|name| (name, rests_on(list, name)))
        .collect();
    let mut tops = Vec::new();
    for name in &own {
        let above = own.iter().find(|other| below[other].contains(name));
        match above {
            None => tops.push(name.clone()),
            Some(_) if names.is_empty() => {}
            Some(above) => return Err(Wanted::Linked(above.clone(), name.clone())),
        }
    }
    Ok(tops)
}

fn table(counts: &ListCounts, list: Option<&Questionnaire>, name: &str) -> PublishedTable {
    if let Some(outcome) = counts.uitkomsten.get(name) {
        let values = ordered(&outcome.vast, &levels(list, name));
        return divided(name, values, &outcome.others());
    }
    let nothing = Answered::default();
    let answered = counts.answered(name).unwrap_or(&nothing);
    let values = ordered(&answered.waarden, &options(list, name));
    if answered.meer {
        return several(name, values, counts.records);
    }
    divided(name, values, &answered.others())
}

impl Outcome {
    /// What came out besides values, by what it is called.
    pub fn others(&self) -> [(&'static str, u64); 2] {
        [("geen", self.geen), ("open", self.open)]
    }
}

impl Answered {
    /// What came out besides values, by what it is called.
    pub fn others(&self) -> [(&'static str, u64); 5] {
        [
            ("onbekend", self.onbekend),
            ("geweigerd", self.geweigerd),
            ("nvt", self.nvt),
            ("niet_gesteld", self.niet_gesteld),
            ("niet_aan_de_orde", self.niet_aan_de_orde),
        ]
    }
}

/// A table in which each record stands once. What is no value stands the same in other tables, and is never a shield. Of
/// the values the first by name are: that order is the same whether or not the list is here.
fn divided(
    name: &str,
    values: Vec<(String, u64)>,
    others: &[(&'static str, u64)],
) -> PublishedTable {
    let mut by_name: Vec<usize> = (0..values.len()).collect();
    by_name.sort_by(|one, two| values[*one].0.cmp(&values[*two].0));
    let counts = by_name.iter().map(|at| values[*at].1);
    let counts: Vec<u64> = counts
        .chain(others.iter().map(|(_, count)| *count))
        .collect();
    let shield = protect(&counts, |at| at < values.len());
    let cells = shield.cells.map(|shown| {
        let mut cells = Vec::new();
        for (at, (value, _)) in values.iter().enumerate() {
            let place = by_name.iter().position(|one| *one == at).unwrap_or(at);
            cells.push(cell(
                "waarde",
                Some(value.clone()),
                shown[place],
                shield.total,
            ));
        }
        for ((sort, _), shown) in others.iter().zip(&shown[values.len()..]) {
            cells.push(cell(sort, None, *shown, shield.total));
        }
        cells
    });
    PublishedTable {
        naam: name.to_owned(),
        meer: false,
        cellen: cells,
    }
}

/// A table in which a record can stand more than once: each value against all other records. That nothing was chosen
/// excludes every other value, so that it could be bounded by them; it is not shown.
fn several(name: &str, values: Vec<(String, u64)>, records: u64) -> PublishedTable {
    let cells: Vec<PublishedCell> = values
        .into_iter()
        .filter(|(value, _)| value != NONE)
        .map(|(value, count)| {
            let shield = protect(&[count, records.saturating_sub(count)], |_| true);
            let shown = shield.cells.map_or(Shown::Secret, |cells| cells[0]);
            cell("waarde", Some(value), shown, shield.total)
        })
        .collect();
    let all = cells.iter().all(|cell| cell.aantal == Shown::Secret);
    PublishedTable {
        naam: name.to_owned(),
        meer: true,
        cellen: (!all).then_some(cells),
    }
}

fn cell(sort: &'static str, value: Option<String>, shown: Shown, total: Shown) -> PublishedCell {
    PublishedCell {
        soort: sort,
        waarde: value,
        aantal: shown,
        procent: percent(shown, total),
    }
}

/// In percents with one decimal, from what is shown of both.
fn percent(part: Shown, total: Shown) -> Option<f64> {
    let (Shown::Count(part), Shown::Count(total @ 1..)) = (part, total) else {
        return None;
    };
    let tenths = (part.saturating_mul(1000) + total / 2) / total;
    // Counts of records are far below what a float holds exactly.
    #[allow(clippy::cast_precision_loss)]
    Some(tenths as f64 / 10.0)
}

fn repeats(counts: &RepeatCounts) -> PublishedRepeats {
    let years = counts.jaren.iter().map(|(year, counts)| {
        let (all, repeated) = (counts.uniek_zonder, counts.hermeldingen_zonder);
        let shield = protect(&[repeated, all.saturating_sub(repeated)], |_| true);
        let shown = shield.cells.map_or(Shown::Secret, |cells| cells[0]);
        PublishedYear {
            jaar: year.clone(),
            uniek: shield.total,
            hermeldingen: shown,
            procent: percent(shown, shield.total),
        }
    });
    PublishedRepeats {
        binnen: counts.binnen.clone(),
        zonder: counts.zonder.clone(),
        eerder: counts.eerder,
        per: counts.per,
        jaren: years.collect(),
    }
}

/// The levels of a derived value, as the list declares them.
pub fn levels(list: Option<&Questionnaire>, name: &str) -> Vec<String> {
    let found = list.and_then(|list| Some(list.derived(list.find_derived(name)?)));
    let levels = found.iter().flat_map(|derived| &derived.levels);
    levels.map(|level| level.id.to_string()).collect()
}

/// The answers to a question, as the list declares them.
pub fn options(list: Option<&Questionnaire>, name: &str) -> Vec<String> {
    let Some(question) = list.and_then(|list| Some(list.question(list.find(name)?))) else {
        return Vec::new();
    };
    match &question.kind {
        Kind::YesNo { .. } => ["ja", "nee"].map(str::to_owned).to_vec(),
        Kind::Choice { options } | Kind::Choices { options } | Kind::Judgement { options, .. } => {
            options.iter().map(|one| one.id.to_string()).collect()
        }
        _ => Vec::new(),
    }
}

/// Declared values first, in their order and also those that never came out; then others, numbers by size.
pub fn ordered(counts: &BTreeMap<String, u64>, declared: &[String]) -> Vec<(String, u64)> {
    let count = |value: &String| counts.get(value).copied().unwrap_or(0);
    let mut all: Vec<(String, u64)> = declared
        .iter()
        .map(|value| (value.clone(), count(value)))
        .collect();
    let mut others: Vec<&String> = counts
        .keys()
        .filter(|key| !declared.contains(key))
        .collect();
    others.sort_by(|one, two| match (one.parse::<f64>(), two.parse::<f64>()) {
        (Ok(one), Ok(two)) => one.total_cmp(&two),
        (Ok(_), Err(_)) => Ordering::Less,
        (Err(_), Ok(_)) => Ordering::Greater,
        _ => one.cmp(two),
    });
    all.extend(
        others
            .into_iter()
            .map(|value| (value.clone(), count(value))),
    );
    all
}
