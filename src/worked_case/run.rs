//! Runs a worked case on the engine: what came out against what was expected.

use std::collections::BTreeSet;

use super::period;
use super::ranked::{self, Ranked};
use super::{At, Expected, Got, Is, Reasoned, WorkedCase};
use crate::engine::{
    Numbers, Outcome, Outcomes, Spread, Standings, Truth, View, due, outcomes, standings,
};
use crate::problem::{self, Code, Place, Problem};
use crate::questionnaire::{DerivedIx, Number, QuestionIx, Questionnaire};

/// Every difference, each as a fault at the expectation. None: the case comes out as it should.
pub fn run(list: &Questionnaire, case: &WorkedCase) -> Vec<Problem> {
    let list = case.list(list);
    let view = View::new(list, &case.answers, case.today);
    let outcomes = outcomes(&view);
    let judge = Judge {
        list,
        case,
        view: &view,
        outcomes: &outcomes,
    };
    let mut found = Vec::new();
    judge.applicable(&mut found);
    for expected in &case.expected {
        judge.outcome(expected, &mut found);
    }
    for (derived, reason) in &case.reasons {
        judge.reason(*derived, reason, &mut found);
    }
    judge.shown(&mut found);
    if !case.ranked.is_empty() {
        let all = standings(&view);
        for expected in &case.ranked {
            judge.ranked(expected, &all, &mut found);
        }
    }
    if !case.periods.is_empty() {
        let all = due(&view);
        for expected in &case.periods {
            if let Some((place, wanted, got)) = period::difference(expected, &all) {
                let id = &list.periods[expected.period.0].id;
                let message = format!("`{id}`: verwacht {wanted}; gekregen {got}.");
                found.push(differs(&place, message, MEND));
            }
        }
    }
    problem::sort(&mut found);
    for problem in &mut found {
        problem.also.push((
            case.place.clone(),
            "dit proefgeval komt anders uit".to_owned(),
        ));
    }
    found
}

struct Judge<'a> {
    list: &'a Questionnaire,
    case: &'a WorkedCase,
    view: &'a View<'a>,
    outcomes: &'a Outcomes,
}

fn differs(place: &Place, message: String, tip: impl Into<String>) -> Problem {
    Problem::new(Code::CaseFails, place.clone(), message, tip)
}

const MEND: &str = "Klopt de verwachting niet, of de lijst? Pas één van beide aan.";

impl Judge<'_> {
    fn applicable(&self, found: &mut Vec<Problem>) {
        let Some(expected) = &self.case.not_applicable else {
            return;
        };
        let got = self.view.not_applicable().0;
        if (got == Truth::Yes) != expected.what {
            let got = match got {
                Truth::Yes => "de lijst geeft hier geen uitkomst",
                Truth::No => "de lijst geeft hier gewoon een uitkomst",
                Truth::Unknown => "of de lijst hier past, staat nog open",
            };
            let wanted = if expected.what { "ja" } else { "nee" };
            let message = format!("`niet_toepasbaar` verwacht {wanted}; gekregen: {got}.");
            found.push(differs(&expected.place, message, MEND));
        }
    }

    fn outcome(&self, expected: &Expected, found: &mut Vec<Problem>) {
        let id = &self.list.derived(expected.derived).id;
        let Some(outcome) = self.outcomes.get(id) else {
            if let Some(place) = expected.place() {
                let message = format!("`{id}` heeft hier geen uitkomst: de lijst past niet.");
                found.push(differs(place, message, MEND));
            }
            return;
        };
        let got = shown(&outcome.spread);
        let wrong = |place: &Place, wanted: String| {
            let message = format!("`{id}`: verwacht {wanted}; gekregen {got}.");
            differs(place, message, self.open(outcome))
        };
        if let Some(is) = &expected.is {
            let (good, wanted) = match &is.what {
                Is::Open => (!outcome.is_fixed(), "open".to_owned()),
                Is::Fixed(wanted) => (only(&outcome.spread).as_ref() == Some(wanted), name(wanted)),
            };
            if !good {
                found.push(wrong(&is.place, wanted));
                return;
            }
        }
        if let Some(fixed) = &expected.fixed
            && outcome.is_fixed() != fixed.what
        {
            let wanted = if fixed.what { "vast" } else { "open" };
            found.push(wrong(&fixed.place, wanted.to_owned()));
        }
        if let Some(possible) = &expected.possible
            && all(&outcome.spread).as_ref() != Some(&possible.what)
        {
            let names: Vec<String> = possible.what.iter().map(name).collect();
            found.push(wrong(
                &possible.place,
                format!("mogelijk {}", names.join(", ")),
            ));
        }
        let bounds = outcome.bounds();
        for (wanted, got, word) in [
            (&expected.from, bounds.low, "van"),
            (&expected.to, bounds.high, "tot"),
        ] {
            if let Some(wanted) = wanted
                && got != Some(wanted.what)
            {
                found.push(wrong(&wanted.place, format!("{word} {}", wanted.what)));
            }
        }
        self.estimate(expected, outcome, found);
    }

    fn estimate(&self, expected: &Expected, outcome: &Outcome, found: &mut Vec<Problem>) {
        let Some(wanted) = &expected.estimate else {
            return;
        };
        let shown_now = match &outcome.estimate {
            Some(estimate) => only(estimate).unwrap_or(Got::None),
            // What is fixed needs no estimate: it is what it is.
            None => only(&outcome.spread).unwrap_or(Got::None),
        };
        if shown_now != wanted.what {
            let id = &self.list.derived(expected.derived).id;
            let message = format!(
                "`{id}`: verwacht als schatting {}; gekregen {}.",
                name(&wanted.what),
                name(&shown_now)
            );
            found.push(differs(&wanted.place, message, MEND));
        }
    }

    /// What is still to be answered for a value that is open.
    fn open(&self, outcome: &Outcome) -> String {
        if outcome.open.is_empty() {
            return MEND.to_owned();
        }
        let mut names: Vec<String> = outcome.open.iter().map(|key| format!("`{key}`")).collect();
        let more = names.len().saturating_sub(4);
        names.truncate(4);
        let more = if more > 0 {
            format!(" en nog {more}")
        } else {
            String::new()
        };
        format!("Hangt nog af van {}{more}. {MEND}", names.join(", "))
    }

    fn reason(&self, derived: DerivedIx, reason: &At<Reasoned>, found: &mut Vec<Problem>) {
        let of = self.list.derived(derived);
        let Some(outcome) = self.outcomes.get(&of.id) else {
            return;
        };
        let (name, there) = match reason.what {
            Reasoned::Question(question) => {
                let id = &self.list.question(question).id;
                let mut answers = outcome.reasons.iter().flat_map(|reason| &reason.answers);
                (id.to_string(), answers.any(|key| key.question == *id))
            }
            Reasoned::Derived(other) => {
                let id = &self.list.derived(other).id;
                let there = |reason: &crate::engine::Reason| {
                    reason.uses.contains(id) || (reason.derived == *id && *id != of.id)
                };
                (id.clone(), outcome.reasons.iter().any(there))
            }
        };
        if there {
            return;
        }
        let mut known: Vec<String> = Vec::new();
        for reason in &outcome.reasons {
            let answers = reason.answers.iter().map(ToString::to_string);
            for one in answers.chain(reason.uses.iter().cloned()) {
                if !known.contains(&one) {
                    known.push(one);
                }
            }
        }
        let got = if outcome.is_fixed() && known.is_empty() {
            "niets".to_owned()
        } else if outcome.is_fixed() {
            known.join(", ")
        } else {
            "geen redenen, want de waarde staat nog open".to_owned()
        };
        let message = format!(
            "`{name}` staat niet in de redenen van `{}`; wel: {got}.",
            of.id
        );
        found.push(differs(&reason.place, message, MEND));
    }

    fn ranked(&self, expected: &Ranked, all: &[Standings], found: &mut Vec<Problem>) {
        let id = &self.list.question(expected.ranking).id;
        let Some(got) = all.iter().find(|one| one.ranking == expected.ranking) else {
            let message = format!("`{id}` hoort er hier niet bij: er is geen volgorde.");
            found.push(differs(&expected.place, message, MEND));
            return;
        };
        for (place, wanted, came) in ranked::differences(expected, got) {
            let message = format!("`{id}`: verwacht {wanted}; gekregen {came}.");
            found.push(differs(&place, message, MEND));
        }
    }

    fn shown(&self, found: &mut Vec<Problem>) {
        for (wanted, all) in [(true, &self.case.asked), (false, &self.case.hidden)] {
            for one in all {
                if self.belongs(one.what) != wanted {
                    let id = &self.list.question(one.what).id;
                    let message = if wanted {
                        format!("`{id}` hoort er hier niet bij, en zou gesteld moeten zijn.")
                    } else {
                        format!("`{id}` hoort er hier bij, en zou verborgen moeten zijn.")
                    };
                    found.push(differs(&one.place, message, MEND));
                }
            }
        }
    }

    /// Whether a question belongs; of a question in a row: in some row there is.
    fn belongs(&self, question: QuestionIx) -> bool {
        match self.list.question(question).parent {
            None => self.view.visible(question, None).possible(),
            Some(list) => {
                let rows = self.case.answers.rows(&self.list.question(list).id);
                self.view.visible(list, None).possible()
                    && rows.is_some_and(|rows| {
                        let mut ids = rows.ids.iter();
                        ids.any(|row| self.view.visible(question, Some(row)).possible())
                    })
            }
        }
    }
}

impl Expected {
    /// The first place that says something.
    fn place(&self) -> Option<&Place> {
        let is = self.is.as_ref().map(|at| &at.place);
        let fixed = self.fixed.as_ref().map(|at| &at.place);
        let possible = self.possible.as_ref().map(|at| &at.place);
        let from = self.from.as_ref().map(|at| &at.place);
        let to = self.to.as_ref().map(|at| &at.place);
        let estimate = self.estimate.as_ref().map(|at| &at.place);
        is.or(fixed).or(possible).or(from).or(to).or(estimate)
    }
}

/// The only value possible.
fn only(spread: &Spread) -> Option<Got> {
    if !spread.is_fixed() {
        return None;
    }
    Some(match (spread.only_number(), spread.only_level()) {
        (Some(number), _) => Got::Number(number),
        (_, Some(level)) => Got::Level(level.clone()),
        _ => Got::None,
    })
}

/// All values possible; nothing where they are too many to name.
fn all(spread: &Spread) -> Option<BTreeSet<Got>> {
    let Numbers::Set(numbers) = &spread.numbers else {
        return None;
    };
    let levels = spread.levels.iter().cloned().map(Got::Level);
    let none = spread.none.then_some(Got::None);
    Some(
        none.into_iter()
            .chain(numbers.iter().copied().map(Got::Number))
            .chain(levels)
            .collect(),
    )
}

/// How an author writes a value.
fn name(got: &Got) -> String {
    match got {
        Got::None => "geen".to_owned(),
        Got::Number(number) => number.to_string(),
        Got::Level(level) => level.to_string(),
    }
}

fn shown(spread: &Spread) -> String {
    if let Some(only) = only(spread) {
        return name(&only);
    }
    let none = if spread.none { ", of geen" } else { "" };
    if spread.levels.is_empty() {
        let side = |side: Option<Number>| side.map_or("onbegrensd".to_owned(), |n| n.to_string());
        let (low, high) = (spread.numbers.lowest(), spread.numbers.highest());
        return format!("open, van {} tot {}{none}", side(low), side(high));
    }
    let levels: Vec<String> = spread.levels.iter().map(ToString::to_string).collect();
    format!("open, mogelijk {}{none}", levels.join(", "))
}
