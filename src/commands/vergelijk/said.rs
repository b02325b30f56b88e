//! How a difference is said to a person: the question with its row, what was answered then and now. An answer that does
//! not count is never shown.

use crate::answer::{Key, RowId, Rows, row_name, shorten, show};
use crate::comparison::{About, Beside, Difference, How, Side};
use crate::engine::{Outcome, Spread};
use crate::plain::one_line;
use crate::questionnaire::{Derived, Kind, Number, QuestionId, QuestionIx, Questionnaire, Role};
use crate::text::nl;

/// So long an answer is shown.
const MOST: usize = 90;
/// So long the name of a row is shown.
const MOST_ROW: usize = 50;

/// Two sides in words.
pub struct Said<'a> {
    /// The first.
    pub then: Side<'a>,
    /// The second.
    pub now: Side<'a>,
    /// Show answers whole.
    pub all: bool,
}

impl<'a> Said<'a> {
    /// One side alone.
    pub const fn alone(side: &Side<'a>, all: bool) -> Self {
        Self {
            then: *side,
            now: *side,
            all,
        }
    }

    /// A difference under the heading that says how it differs.
    pub fn point(&self, one: &Difference) -> String {
        let text = &nl().compare;
        let question = self.question(one);
        let said = match (&one.about, one.how) {
            (About::Row(list, row), _) => self.row(list, row),
            (_, How::NoLongerApplies | How::Hidden | How::Reordered) => self.counted(one),
            (_, How::TakenBack | How::UnknownTakenBack | How::OnlyThen) => {
                text.answer(question, self.value(&self.then, one))
            }
            (_, How::NewFact | How::AskedUnknown | How::NowApplies | How::OnlyNow) => {
                text.answer(question, self.value(&self.now, one))
            }
            (_, How::Beside) => question,
            _ => text.from_to(
                question,
                self.value(&self.then, one),
                self.value(&self.now, one),
            ),
        };
        if one.beside.is_empty() {
            return said;
        }
        let beside: Vec<String> = one.beside.iter().map(|one| word(*one)).collect();
        let beside = text.also(beside.join(", "));
        format!("{said} ({beside})")
    }

    /// A difference as the cause of something, on its own.
    pub fn cause(&self, one: &Difference) -> String {
        let text = &nl().compare;
        let question = self.question(one);
        match (&one.about, one.how) {
            (_, How::NoLongerApplies | How::Hidden) => text.hidden_cause(question),
            (About::Row(list, row), How::RowRemoved) => {
                format!("{}: {}", text.row_removed(), self.row(list, row))
            }
            (About::Row(list, row), _) => {
                format!("{}: {}", text.row_added(), self.row(list, row))
            }
            (_, How::TakenBack | How::UnknownTakenBack | How::OnlyThen) => {
                text.cause_gone(question, self.value(&self.then, one))
            }
            (_, How::NewFact | How::AskedUnknown | How::NowApplies | How::OnlyNow) => {
                text.cause_new(question, self.value(&self.now, one))
            }
            _ => self.point(one),
        }
    }

    /// The question without its answer; of a list with how many rows it has.
    fn counted(&self, one: &Difference) -> String {
        let text = &nl().compare;
        let question = self.question(one);
        let About::Rows(list) = &one.about else {
            return question;
        };
        let rows = self.now.answers.rows(list).map_or(0, |rows| rows.ids.len());
        match rows {
            0 => question,
            1 => text.one_row(question),
            count => text.rows(question, count),
        }
    }

    fn question(&self, one: &Difference) -> String {
        match &one.about {
            About::Answer(key) => self.asked(key),
            About::Row(list, _) | About::Rows(list) => self.text(list),
        }
    }

    /// A question as a person knows it: its text, with its row.
    pub fn asked(&self, key: &Key) -> String {
        let question = self.text(&key.question);
        let list = key.question.0.rsplit_once('/').map(|(list, _)| list);
        match (&key.row, list) {
            (Some(row), Some(list)) => nl()
                .compare
                .in_row(self.row(&QuestionId::from(list), row), question),
            _ => question,
        }
    }

    fn text(&self, id: &QuestionId) -> String {
        let of = |side: &Side<'_>| {
            let at = side.list.find(&id.0)?;
            Some(asked(side.list, at))
        };
        of(&self.now)
            .or_else(|| of(&self.then))
            .unwrap_or_else(|| id.to_string())
    }

    fn row(&self, list: &QuestionId, row: &RowId) -> String {
        let what = self
            .now
            .list
            .find(&list.0)
            .map(|at| self.now.list.question(at));
        let kind = match what.map(|asked| &asked.kind) {
            Some(Kind::List { row_name, .. }) => row_name.nl.clone(),
            _ => list.to_string(),
        };
        // What nobody may read is not read aloud, nor written in what is kept to learn from.
        if self.now.list.is_protected(list) {
            return format!("{kind} {}", nl().compare.protected());
        }
        let name = self.row_name(list, row);
        let person = what.is_some_and(|asked| asked.role == Some(Role::Persons));
        // A person has a name, and a row without a name of its own is called by its kind already.
        if person || name.starts_with(&kind) {
            name
        } else {
            nl().compare.row(kind, format!("\"{name}\""))
        }
    }

    /// What a row is called: now, or then where it is gone.
    pub fn row_name(&self, list: &QuestionId, row: &RowId) -> String {
        let there = |side: &Side<'_>| {
            let rows: Option<&Rows> = side.answers.rows(list);
            let at = side.list.find(&list.0)?;
            // What does not belong on a side gives no name there.
            side.view().visible(at, None).possible().then_some(())?;
            rows.filter(|rows| rows.ids.contains(row))?;
            Some(row_name(side.list, at, row, side.answers))
        };
        let name = there(&self.now).or_else(|| there(&self.then));
        let name = name.unwrap_or_else(|| row.to_string());
        shorten(&one_line(&name), MOST_ROW)
    }

    /// What was answered on this side.
    fn value(&self, side: &Side<'_>, one: &Difference) -> String {
        let text = &nl().compare;
        match &one.about {
            About::Answer(key) => {
                let found = side.list.find(&key.question.0);
                let answer = side.answers.get(&key.question, key.row.as_ref());
                let (Some(at), Some(answer)) = (found, answer) else {
                    return text.nothing_known();
                };
                if side.list.is_protected(&key.question) {
                    return text.protected();
                }
                self.short(&show(side.list, at, &answer.value, side.answers))
            }
            About::Rows(list) => match (side.answers.get(list, None), side.answers.rows(list)) {
                (Some(_), _) => nl().value.unknown(),
                (None, Some(rows)) if rows.complete => text.complete(),
                (None, Some(_)) => text.may_come(),
                (None, None) => text.nothing_known(),
            },
            About::Row(list, row) => self.row(list, row),
        }
    }

    /// A text on one line, and not too long.
    pub fn short(&self, text: &str) -> String {
        let line = one_line(text);
        if self.all { line } else { shorten(&line, MOST) }
    }
}

/// The text of a question; with the title of its part where the list asks the same more than once, as with the signals of
/// an instrument.
pub fn asked(list: &Questionnaire, at: QuestionIx) -> String {
    let question = list.question(at);
    let text = one_line(&question.text.nl);
    let same = list.questions.iter().filter(|one| {
        one.text.nl == question.text.nl && one.parent.is_some() == question.parent.is_some()
    });
    if same.count() > 1 {
        nl().compare
            .in_row(one_line(&list.parts[question.part].title.nl), text)
    } else {
        text
    }
}

fn word(beside: Beside) -> String {
    let text = &nl().compare;
    match beside {
        Beside::Source => text.source(),
        Beside::Nature => text.nature(),
        Beside::Date => text.date(),
        Beside::Note => text.note(),
    }
}

/// An outcome in words: its value and whether that is certain.
pub fn outcome(derived: &Derived, of: Option<&Outcome>) -> String {
    let text = &nl().compare;
    let Some(outcome) = of else {
        return text.no_outcome();
    };
    let spread = &outcome.spread;
    if outcome.is_fixed() {
        return text.fixed(values(derived, spread).join(", "));
    }
    let bounds = outcome.bounds();
    if spread.levels.is_empty() && spread.numbers.lowest() != spread.numbers.highest() {
        let side = |number: Option<Number>| number.map_or_else(|| text.no_end(), figure);
        return text.open_number(side(bounds.low), side(bounds.high));
    }
    text.open(values(derived, spread).join(" / "))
}

/// Every value that is possible, from light to heavy.
fn values(derived: &Derived, spread: &Spread) -> Vec<String> {
    let levels = derived
        .levels
        .iter()
        .filter(|level| spread.levels.contains(&level.id))
        .map(|level| level.text.nl.clone());
    let number = spread.numbers.lowest().map(figure);
    let none = spread.none.then(|| nl().compare.no_value());
    levels.chain(number).chain(none).collect()
}

fn figure(number: Number) -> String {
    number.to_string().replace('.', ",")
}
