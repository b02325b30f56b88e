//! How a sum comes about: what each question adds to it, so that whoever stated another total finds the difference.

use serde_json::Value as Json;

use super::outcome::title;
use crate::answer::RowId;
use crate::engine::{Numbers, Truth, View};
use crate::questionnaire::{Formula, Input, Number, QuestionIx, Questionnaire, Term};
use crate::text::nl;
use crate::words::Words;

/// What one part adds to a sum.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Addend {
    /// The id of the question or derived value; none for points that a rule gives.
    pub of: Option<String>,
    /// What it is called.
    pub title: String,
    /// The least it can add; none is unbounded.
    pub low: Option<Number>,
    /// The most it can add: more than the least while an answer is missing.
    pub high: Option<Number>,
}

/// What each part adds to this derived value; empty where it is no sum.
pub(super) fn addends(view: &View<'_>, id: &str) -> Vec<Addend> {
    let list = view.list;
    let formula = list.find_derived(id).map(|at| &list.derived(at).formula);
    let Some(Formula::Sum(terms)) = formula else {
        return Vec::new();
    };
    terms.iter().map(|term| one(view, term)).collect()
}

fn one(view: &View<'_>, term: &Term) -> Addend {
    let list = view.list;
    let rule = |condition| {
        nl().verification
            .addend_rule(Words::new(list).condition(condition))
    };
    match term {
        Term::Times(input, factor) => {
            let (numbers, none) = view.numbers_of(input);
            let zero = Numbers::one(Number::ZERO);
            let numbers = if none { numbers.union(&zero) } else { numbers };
            let numbers = numbers.times(list.number(*factor, view.today));
            let (of, title) = called(list, input);
            Addend {
                of,
                title,
                low: numbers.lowest(),
                high: numbers.highest(),
            }
        }
        Term::Points(condition, worth) => {
            let worth = list.number(*worth, view.today);
            let truth = view.in_the_end(condition, None);
            between(None, rule(condition), points(truth, worth))
        }
        Term::RowPoints(rows, condition, worth) => {
            let worth = list.number(*worth, view.today);
            let mut sum = (Number::ZERO, Number::ZERO);
            for row in &rows_of(view, *rows) {
                let (low, high) = points(view.in_the_end(condition, Some(row)), worth);
                sum = (sum.0 + low, sum.1 + high);
            }
            let of = list.question(*rows).id.to_string();
            between(Some(of), question(list, *rows), sum)
        }
    }
}

fn between(of: Option<String>, title: String, (low, high): (Number, Number)) -> Addend {
    Addend {
        of,
        title,
        low: Some(low),
        high: Some(high),
    }
}

fn points(truth: Truth, worth: Number) -> (Number, Number) {
    match truth {
        Truth::Yes => (worth, worth),
        Truth::No => (Number::ZERO, Number::ZERO),
        Truth::Unknown => (worth.min(Number::ZERO), worth.max(Number::ZERO)),
    }
}

fn rows_of(view: &View<'_>, list: QuestionIx) -> Vec<RowId> {
    let rows = view.answers.rows(&view.list.question(list).id);
    rows.map_or(Vec::new(), |rows| rows.ids.clone())
}

fn called(list: &Questionnaire, input: &Input) -> (Option<String>, String) {
    match input {
        Input::Question(at) | Input::Rows(at) => {
            (Some(list.question(*at).id.to_string()), question(list, *at))
        }
        Input::Derived(at) => {
            let id = &list.derived(*at).id;
            (Some(id.clone()), title(list, id))
        }
        Input::Number(_) => (None, nl().verification.addend_number()),
    }
}

fn question(list: &Questionnaire, at: QuestionIx) -> String {
    list.question(at).text.nl.clone()
}

impl Addend {
    /// The points as JSON: a number, or `[least, most]` while an answer is missing; null for an unbounded side.
    pub fn points(&self) -> Json {
        let side = |number: Option<Number>| {
            number.map_or(Json::Null, |number| {
                number
                    .as_whole()
                    .map_or_else(|| Json::from(number.to_f64()), Json::from)
            })
        };
        if self.low == self.high && self.low.is_some() {
            side(self.low)
        } else {
            Json::Array(vec![side(self.low), side(self.high)])
        }
    }
}
