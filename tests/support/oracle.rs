//! A second opinion on what follows from answers: it tries every completion and looks each up in the plainest way.
//! Shares no code with the engine, and knows nothing of unknown.

use std::collections::BTreeMap;

use top3::answer::{Answers, Key, RowId, Value};
use top3::questionnaire::*;

use super::small_list::{today, values};

/// All answers there are to give.
pub struct Complete<'a> {
    pub list: &'a Questionnaire,
    pub values: BTreeMap<(usize, Option<RowId>), Value>,
    pub rows: BTreeMap<usize, Vec<RowId>>,
}

/// What a derived value is.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Got {
    None,
    Number(Number),
    Level(OptionId),
}

/// Every completion of these answers, or nothing when there are more than `most`. A list that is not closed gets no, one
/// or two more rows; what has no end gets some of its values.
pub fn completions<'a>(
    list: &'a Questionnaire,
    answers: &Answers,
    most: usize,
) -> Option<Vec<Complete<'a>>> {
    let mut all = vec![BTreeMap::new()];
    for (at, question) in list.questions.iter().enumerate() {
        if let Kind::List { at_most, .. } = question.kind {
            let known = answers.rows(&question.id);
            let ids: Vec<RowId> = known.map(|rows| rows.ids.clone()).unwrap_or_default();
            let closed = known.is_some_and(|rows| rows.complete);
            let room = at_most.map_or(2, |limit| limit.saturating_sub(ids.len()).min(2));
            let more = if closed { 0 } else { room };
            let each = (0..=more).map(|more| {
                let new = (0..more).map(|n| RowId(format!("nieuw{n}")));
                ids.iter().cloned().chain(new).collect::<Vec<_>>()
            });
            all = each
                .flat_map(|rows| {
                    all.iter().map(move |so_far: &BTreeMap<usize, Vec<RowId>>| {
                        let mut longer = so_far.clone();
                        longer.insert(at, rows.clone());
                        longer
                    })
                })
                .collect();
        }
    }
    let mut completions = Vec::new();
    for rows in all {
        let left = most.checked_sub(completions.len())?;
        completions.extend(with_rows(list, answers, &rows, left)?);
    }
    Some(completions)
}

fn with_rows<'a>(
    list: &'a Questionnaire,
    answers: &Answers,
    rows: &BTreeMap<usize, Vec<RowId>>,
    most: usize,
) -> Option<Vec<Complete<'a>>> {
    let mut all = vec![BTreeMap::new()];
    for (at, question) in list.questions.iter().enumerate() {
        if matches!(question.kind, Kind::List { .. }) {
            continue;
        }
        let places: Vec<Option<RowId>> = match question.parent {
            None => vec![None],
            Some(list) => rows[&list.0].iter().cloned().map(Some).collect(),
        };
        for row in places {
            let answer = answers
                .get(&question.id, row.as_ref())
                .map(|answer| &answer.value);
            let given = answer.is_some_and(Value::is_known);
            let possible = match answer {
                Some(value) if value.is_known() => vec![value.clone()],
                _ => values(list, question, &|list| rows[&list].clone()),
            };
            if possible.is_empty() {
                continue;
            }
            if all.len() * possible.len() > most {
                return None;
            }
            let longer = |so_far: &BTreeMap<(usize, Option<RowId>), Value>| {
                let can = |value: &&Value| given || can_be_chosen(question, value, so_far);
                let each = possible.iter().filter(can).map(|value| {
                    let mut longer = so_far.clone();
                    longer.insert((at, row.clone()), value.clone());
                    longer
                });
                let each = each.collect::<Vec<_>>();
                if each.is_empty() {
                    vec![so_far.clone()]
                } else {
                    each
                }
            };
            all = all.iter().flat_map(longer).collect();
        }
    }
    let complete = |values| Complete {
        list,
        values,
        rows: rows.clone(),
    };
    Some(all.into_iter().map(complete).collect())
}

/// Whether all rows of an answer have the answer of their own that lets them be chosen.
fn can_be_chosen(
    question: &Question,
    value: &Value,
    so_far: &BTreeMap<(usize, Option<RowId>), Value>,
) -> bool {
    let (Some(only), Value::Rows(rows)) = (&question.only, value) else {
        return true;
    };
    rows.iter().all(|row| {
        let own = so_far.get(&(only.question.0, Some(row.clone())));
        own.is_none_or(|own| {
            only.answers.iter().any(|id| match own {
                Value::Yes => &*id.0 == "ja",
                Value::No => &*id.0 == "nee",
                Value::NotApplicable => &*id.0 == "nvt",
                Value::Choice(chosen) => chosen == id,
                _ => false,
            })
        })
    })
}

/// The rows that a condition is about, the outermost first; of the first it may not be said whose it is.
type At<'r> = &'r [(Option<QuestionIx>, &'r RowId)];

fn deeper<'r>(
    at: At<'r>,
    list: QuestionIx,
    row: &'r RowId,
) -> Vec<(Option<QuestionIx>, &'r RowId)> {
    at.iter().copied().chain([(Some(list), row)]).collect()
}

fn row_of<'r>(at: At<'r>, list: Option<QuestionIx>) -> Option<&'r RowId> {
    let list = list?;
    let mut rows = at.iter().rev();
    let found = rows.find(|(of, _)| of.is_none_or(|of| of == list));
    found.map(|(_, row)| *row)
}

impl Complete<'_> {
    /// What comes out: nothing where the list does not apply.
    pub fn outcome(&self, at: usize) -> Got {
        if self
            .list
            .not_applicable
            .iter()
            .any(|rule| self.holds(&rule.when, None))
        {
            Got::None
        } else {
            self.derived(at)
        }
    }

    /// Which rule, row or band gives this derived value; nothing where none does, or where it has no value at all.
    pub fn deciding(&self, at: usize) -> Option<usize> {
        let derived = &self.list.derived[at];
        if !self.has_value(at) {
            return None;
        }
        match &derived.formula {
            Formula::Bands { of, rows } => {
                let number = self.input(of)?;
                rows.iter().position(|band| self.fits(band, number))
            }
            Formula::Rules(rows) | Formula::Table(rows) => rows
                .iter()
                .position(|row| row.when.as_ref().is_none_or(|when| self.holds(when, None))),
            _ => None,
        }
    }

    /// Whether `als` lets a derived value have one.
    pub fn has_value(&self, at: usize) -> bool {
        let when = self.list.derived[at].when.as_ref();
        when.is_none_or(|when| self.holds(when, None))
    }

    /// Whether bands have a number to look at.
    pub fn has_number(&self, at: usize) -> bool {
        match &self.list.derived[at].formula {
            Formula::Bands { of, .. } => self.input(of).is_some(),
            _ => false,
        }
    }

    fn fits(&self, band: &Band, number: Number) -> bool {
        let above = band.from.is_none_or(|from| number >= self.number(from));
        let below = band.to.is_none_or(|to| {
            number < self.number(to) || (band.to_inclusive && number == self.number(to))
        });
        above && below
    }

    /// What this derived value is.
    pub fn derived(&self, at: usize) -> Got {
        let derived = &self.list.derived[at];
        if !derived
            .when
            .as_ref()
            .is_none_or(|when| self.holds(when, None))
        {
            return Got::None;
        }
        match &derived.formula {
            Formula::Sum(terms) => Got::Number(
                terms
                    .iter()
                    .fold(Number::ZERO, |sum, term| sum + self.term(term)),
            ),
            Formula::Count(all) => count(all.iter().filter(|one| self.holds(one, None)).count()),
            Formula::CountRows { list, holds } => count(self.fitting(*list, holds.as_ref())),
            Formula::Highest(inputs) => self.extreme(inputs, &derived.levels, true),
            Formula::Lowest(inputs) => self.extreme(inputs, &derived.levels, false),
            Formula::Ratio(above, below) => match (self.input(above), self.input(below)) {
                (Some(above), Some(below)) => above.over(below).map_or(Got::None, Got::Number),
                _ => Got::None,
            },
            Formula::Bands { rows, .. } => {
                let level = |row: usize| rows[row].level.clone();
                self.deciding(at)
                    .map_or(Got::None, |row| Got::Level(level(row)))
            }
            Formula::Rules(rows) | Formula::Table(rows) => {
                let level = |row: usize| rows[row].level.clone();
                self.deciding(at)
                    .map_or(Got::None, |row| Got::Level(level(row)))
            }
        }
    }

    fn number(&self, of: NumberRef) -> Number {
        match of {
            NumberRef::Literal(number) => number,
            NumberRef::Named(at) => {
                let mut rows = self.list.numbers[at].rows.iter().rev();
                let holds = |from: chrono::NaiveDate| from <= today();
                rows.find(|row| row.from.is_none_or(holds)).unwrap().value
            }
        }
    }

    fn rows(&self, list: QuestionIx) -> &[RowId] {
        if self.belongs(list, None) {
            &self.rows[&list.0]
        } else {
            &[]
        }
    }

    fn fitting(&self, list: QuestionIx, holds: Option<&Condition>) -> usize {
        self.fitting_at(list, holds, &[])
    }

    fn fitting_at(&self, list: QuestionIx, holds: Option<&Condition>, at: At<'_>) -> usize {
        let fits =
            |row: &&RowId| holds.is_none_or(|holds| self.holds_at(holds, &deeper(at, list, row)));
        self.rows(list).iter().filter(fits).count()
    }

    pub fn belongs(&self, question: QuestionIx, row: Option<&RowId>) -> bool {
        let asked = self.list.question(question);
        let above = match asked.parent {
            Some(list) => self.belongs(list, None),
            None => self.list.parts[asked.part]
                .when
                .as_ref()
                .is_none_or(|when| self.holds(when, None)),
        };
        above && asked.when.as_ref().is_none_or(|when| self.holds(when, row))
    }

    /// The answer, where the question belongs.
    fn answer(&self, question: QuestionIx, row: Option<&RowId>) -> Option<&Value> {
        let row = row.filter(|_| self.list.question(question).parent.is_some());
        if !self.belongs(question, row) {
            return None;
        }
        self.values.get(&(question.0, row.cloned()))
    }

    fn compares(&self, number: Number, compare: Compare) -> bool {
        let to = self.number(compare.to);
        match compare.op {
            Op::AtLeast => number >= to,
            Op::AtMost => number <= to,
            Op::MoreThan => number > to,
            Op::LessThan => number < to,
            Op::Equal => number == to,
        }
    }

    /// Whether a condition holds outside rows, or in this row of the one list that it can be about.
    pub fn holds(&self, condition: &Condition, row: Option<&RowId>) -> bool {
        let at: Vec<_> = row.map(|row| (None, row)).into_iter().collect();
        self.holds_at(condition, &at)
    }

    fn holds_at(&self, condition: &Condition, at: At<'_>) -> bool {
        match condition {
            Condition::Always(holds) => *holds,
            Condition::Answer { question, test } => self
                .answer(*question, row_of(at, self.list.question(*question).parent))
                .is_some_and(|value| self.tests(value, test, at)),
            Condition::Derived { derived, test } => match (self.derived(derived.0), test) {
                (Got::Level(level), Test::Is(ids)) => ids.contains(&level),
                (Got::Number(number), Test::Compare(compare)) => self.compares(number, *compare),
                _ => false,
            },
            Condition::All(all) => all.iter().all(|one| self.holds_at(one, at)),
            Condition::Any(any) => any.iter().any(|one| self.holds_at(one, at)),
            Condition::Not(inner) => !self.holds_at(inner, at),
            Condition::AtLeast(least, of) => {
                let holding = of.iter().filter(|one| self.holds_at(one, at)).count();
                Number::whole(holding as i64) >= self.number(*least)
            }
            Condition::Rows {
                list,
                holds,
                compare,
            } => {
                let found = self.fitting_at(*list, holds.as_deref(), at);
                self.compares(Number::whole(found as i64), *compare)
            }
            Condition::EveryRow { list, holds } => self
                .rows(*list)
                .iter()
                .all(|row| self.holds_at(holds, &deeper(at, *list, row))),
            Condition::Named { by, list, holds } => {
                let row = row_of(at, self.list.question(*by).parent);
                let Some(Value::Rows(named)) = self.answer(*by, row) else {
                    return false;
                };
                let mut rows = self.rows(*list).iter();
                rows.any(|row| named.contains(row) && self.holds_at(holds, &deeper(at, *list, row)))
            }
            Condition::May(inner) | Condition::Sure(inner) => self.holds_at(inner, at),
        }
    }

    fn tests(&self, value: &Value, test: &Test, at: At<'_>) -> bool {
        match test {
            Test::Is(ids) => ids.iter().any(|id| match value {
                Value::Yes => &*id.0 == "ja",
                Value::No => &*id.0 == "nee",
                Value::NotApplicable => &*id.0 == "nvt",
                Value::Choice(chosen) => chosen == id,
                _ => false,
            }),
            Test::Contains(ids) => {
                matches!(value, Value::Choices(chosen) if ids.iter().any(|id| chosen.contains(id)))
            }
            Test::Compare(compare) => {
                matches!(value, Value::Number(number) if self.compares(*number, *compare))
            }
            Test::Before(day) => matches!(value, Value::Date(date) if *date < on(*day)),
            Test::After(day) => matches!(value, Value::Date(date) if *date > on(*day)),
            Test::SameAs(other) => {
                let row = row_of(at, self.list.question(*other).parent);
                self.answer(*other, row) == Some(value)
            }
            Test::Names(list) => {
                let row = row_of(at, Some(*list)).unwrap();
                matches!(value, Value::Rows(rows) if rows.contains(row))
            }
        }
    }

    /// What an answer counts for; nothing where there is none to count.
    fn points(&self, question: QuestionIx, row: Option<&RowId>) -> Option<Number> {
        let asked = self.list.question(question);
        let worth = |id: &OptionId| {
            asked
                .options()
                .iter()
                .find(|one| one.id == *id)
                .unwrap()
                .points
                .unwrap_or_default()
        };
        match (self.answer(question, row)?, &asked.kind) {
            (Value::Yes, Kind::YesNo { yes, .. }) => Some(*yes),
            (Value::No, Kind::YesNo { no, .. }) => Some(*no),
            (Value::Choice(id), _) => Some(worth(id)),
            (Value::Choices(ids), _) => {
                Some(ids.iter().fold(Number::ZERO, |sum, id| sum + worth(id)))
            }
            (Value::Number(number), _) => Some(*number),
            _ => None,
        }
    }

    fn of_rows(&self, question: QuestionIx) -> Vec<Option<Number>> {
        let list = self.list.question(question).parent.unwrap();
        self.rows(list)
            .iter()
            .map(|row| self.points(question, Some(row)))
            .collect()
    }

    fn input(&self, input: &Input) -> Option<Number> {
        match input {
            Input::Question(question) => self.points(*question, None),
            Input::Rows(question) => Some(
                self.of_rows(*question)
                    .into_iter()
                    .flatten()
                    .fold(Number::ZERO, |sum, one| sum + one),
            ),
            Input::Derived(derived) => match self.derived(derived.0) {
                Got::Number(number) => Some(number),
                _ => None,
            },
            Input::Number(number) => Some(self.number(*number)),
        }
    }

    fn term(&self, term: &Term) -> Number {
        match term {
            Term::Times(input, factor) => self
                .input(input)
                .unwrap_or_default()
                .times(self.number(*factor)),
            Term::Points(condition, worth) if self.holds(condition, None) => self.number(*worth),
            Term::Points(..) => Number::ZERO,
            Term::RowPoints(list, condition, worth) => {
                let found = self.fitting(*list, Some(condition));
                Number::whole(found as i64).times(self.number(*worth))
            }
        }
    }

    fn extreme(&self, inputs: &[Input], levels: &[Choice], highest: bool) -> Got {
        let mut found: Vec<Number> = Vec::new();
        for input in inputs {
            let keys: Vec<(QuestionIx, Option<&RowId>)> = match input {
                Input::Question(question) => vec![(*question, None)],
                Input::Rows(question) => {
                    let list = self.list.question(*question).parent.unwrap();
                    self.rows(list)
                        .iter()
                        .map(|row| (*question, Some(row)))
                        .collect()
                }
                other => {
                    found.extend(self.input(other));
                    continue;
                }
            };
            for (question, row) in keys {
                if levels.is_empty() {
                    found.extend(self.points(question, row));
                } else if let Some(Value::Choice(id)) = self.answer(question, row) {
                    let rank = levels.iter().position(|level| level.id == *id).unwrap();
                    found.push(Number::whole(rank as i64));
                }
            }
        }
        let best = if highest {
            found.iter().max()
        } else {
            found.iter().min()
        };
        match best {
            None => Got::None,
            Some(number) if levels.is_empty() => Got::Number(*number),
            Some(rank) => Got::Level(levels[rank.as_whole().unwrap() as usize].id.clone()),
        }
    }
}

/// The key of a value in a completion, as the answers have it.
pub fn key(list: &Questionnaire, at: &(usize, Option<RowId>)) -> Key {
    Key {
        question: list.questions[at.0].id.clone(),
        row: at.1.clone(),
    }
}

fn on(day: Day) -> chrono::NaiveDate {
    match day {
        Day::On(date) => date,
        Day::Today(days) => today() + chrono::Duration::days(days),
    }
}

fn count(count: usize) -> Got {
    Got::Number(Number::whole(count as i64))
}
