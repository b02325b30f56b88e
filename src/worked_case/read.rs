//! Reads a file of worked cases: strict, with every problem told at once.

use chrono::NaiveDate;

use super::expect::Reader;
use super::form::CASE;
use super::reading::{self, Readings};
use super::{At, Draft, WorkedCase};
use crate::answer::{self, Answers};
use crate::problem::{self, Code, Problem};
use crate::questionnaire::Questionnaire;
use crate::questionnaire::raw::{Faults, Fields, items, repeated_keys};
use crate::yaml::{Node, read_tree};

/// Reads the worked cases of a list. `file` is how messages call it.
///
/// # Errors
/// Every problem in the file, in the order of the file.
pub fn read(
    list: &Questionnaire,
    bytes: &[u8],
    file: &str,
) -> Result<Vec<WorkedCase>, Vec<Problem>> {
    whole(list, None, bytes, file)
}

/// The same, where cases may have settings of their own: `readings` gives the list with those.
///
/// # Errors
/// Every problem in the file, in the order of the file.
pub fn read_with(
    list: &Questionnaire,
    readings: Readings<'_>,
    bytes: &[u8],
    file: &str,
) -> Result<Vec<WorkedCase>, Vec<Problem>> {
    whole(list, Some(readings), bytes, file)
}

fn whole(
    list: &Questionnaire,
    readings: Option<Readings<'_>>,
    bytes: &[u8],
    file: &str,
) -> Result<Vec<WorkedCase>, Vec<Problem>> {
    let mut found = all(list, readings, bytes, file)?;
    found.problems.extend(found.drafts.iter().map(|draft| {
        Problem::new(
            Code::MissingKey,
            draft.case.place.clone(),
            "Dit proefgeval verwacht niets.",
            "Voeg `verwacht`, `gesteld` of `verborgen` toe. Of laat `top3 vragenlijst test --herschrijf` erin zetten wat er nu uitkomt.",
        )
    }));
    if found.problems.is_empty() {
        return Ok(found.cases);
    }
    problem::sort(&mut found.problems);
    Err(found.problems)
}

/// The same, with the new cases that expect nothing yet apart.
///
/// # Errors
/// Every other problem in the file, in the order of the file.
pub(super) fn read_tolerant(
    list: &Questionnaire,
    readings: Option<Readings<'_>>,
    bytes: &[u8],
    file: &str,
) -> Result<(Vec<WorkedCase>, Vec<Draft>), Vec<Problem>> {
    let mut found = all(list, readings, bytes, file)?;
    if found.problems.is_empty() {
        return Ok((found.cases, found.drafts));
    }
    problem::sort(&mut found.problems);
    Err(found.problems)
}

/// All that stands in a file.
struct All {
    cases: Vec<WorkedCase>,
    drafts: Vec<Draft>,
    problems: Vec<Problem>,
}

fn all(
    list: &Questionnaire,
    readings: Option<Readings<'_>>,
    bytes: &[u8],
    file: &str,
) -> Result<All, Vec<Problem>> {
    let tree = read_tree(bytes, file).map_err(|problem| vec![*problem])?;
    let faults = Faults::default();
    repeated_keys(&tree, &faults);
    let mut drafts: Vec<Draft> = Vec::new();
    let mut cases: Vec<WorkedCase> = Vec::new();
    for node in items(&tree, &faults) {
        let own = node.get("instellingen");
        let reading = own.and_then(|node| reading::of(list, readings, node, &faults));
        if own.is_some() && reading.is_none() {
            if readings.is_none() {
                faults.say(
                    Code::WrongUse,
                    &node.place,
                    "Dit proefgeval heeft eigen `instellingen`, en die zijn hier niet te kiezen.",
                    "Laat dit geval nakijken met `top3 vragenlijst test`.",
                );
            }
            // What it expects of a list that cannot be made cannot be judged; how it is written can.
            _ = Reader {
                list,
                faults: &faults,
            }
            .case(node);
            continue;
        }
        let reader = Reader {
            list: reading.as_deref().unwrap_or(list),
            faults: &faults,
        };
        let Some(mut case) = reader.case(node) else {
            continue;
        };
        case.reading = reading;
        let known = cases.iter().chain(drafts.iter().map(|draft| &draft.case));
        if let Some(first) = known.into_iter().find(|first| first.name == case.name) {
            faults.add(
                Problem::new(
                    Code::RepeatedId,
                    case.place.clone(),
                    "Er is al een proefgeval met deze naam.",
                    "Geef elk geval een eigen naam, die zegt wat er volgt en waarom.",
                )
                .and(first.place.clone(), "dit geval"),
            );
        }
        if is_silent(&case, node) {
            let start = node.place.clone();
            drafts.push(Draft { case, start });
        } else {
            cases.push(case);
        }
    }
    Ok(All {
        cases,
        drafts,
        problems: faults.into_sorted(),
    })
}

impl Reader<'_> {
    fn case(&self, node: &Node) -> Option<WorkedCase> {
        let mut fields = Fields::of(node, &CASE, self.faults)?;
        let name = fields.need("naam");
        let place = name.map_or(&node.place, |name| &name.place).clone();
        let name = name.and_then(|name| crate::questionnaire::raw::text(name, self.faults));
        let today = fields
            .need("datum")
            .and_then(|node| crate::questionnaire::raw::date(node, self.faults));
        _ = fields.get("instellingen");
        let answers = match fields.get("antwoorden") {
            Some(node) => self.answers(node, today),
            None => Answers::default(),
        };
        let expected = fields.get("verwacht").map(|node| self.expected(node));
        let reasons = fields.get("redenen").map(|node| self.reasons(node));
        let asked = self.questions(fields.some("gesteld"));
        let hidden = self.questions(fields.some("verborgen"));
        let ranked = fields.get("bij_de_eerste");
        let ranked = ranked.map(|node| self.ranked(node, &answers));
        let periods = fields.get("termijnen").map(|node| self.periods(node));
        let not_applicable = fields.get("niet_toepasbaar").map(|node| At {
            what: node.text() != Some("nee"),
            place: node.place.clone(),
        });
        _ = fields.flag("niet_toepasbaar");
        fields.finish();
        Some(WorkedCase {
            name: name?.nl,
            place,
            today: today?,
            reading: None,
            answers,
            expected: expected.unwrap_or_default(),
            reasons: reasons.unwrap_or_default(),
            asked,
            hidden,
            ranked: ranked.unwrap_or_default(),
            periods: periods.unwrap_or_default(),
            not_applicable,
        })
    }

    fn answers(&self, node: &Node, today: Option<NaiveDate>) -> Answers {
        let Some(today) = today else {
            return Answers::default();
        };
        answer::read(self.list, node, today).unwrap_or_else(|problems| {
            for problem in problems {
                self.faults.add(problem);
            }
            Answers::default()
        })
    }
}

/// A case that expects nothing proves nothing. Under a misspelt key it does expect something: `verwachting`.
fn is_silent(case: &WorkedCase, node: &Node) -> bool {
    let silent = case.expected.is_empty()
        && case.reasons.is_empty()
        && case.asked.is_empty()
        && case.hidden.is_empty()
        && case.ranked.is_empty()
        && case.periods.is_empty()
        && case.not_applicable.is_none();
    let mut keys = node.map().unwrap_or_default().iter();
    let tried = keys.any(|(key, value)| {
        let key = key.text().unwrap_or("");
        !value.is_empty()
            && ["verw", "rede", "gest", "verb", "bij_", "term"]
                .iter()
                .any(|begin| key.starts_with(begin))
    });
    silent && !tried
}
