//! Periods in words: from when, how long, and what makes one over.

use super::Words;
use crate::questionnaire::{Heard, Number, NumberRef, Period, PeriodSort, QuestionIx, Start, Unit};
use crate::text::nl;

impl Words<'_> {
    /// From when and how long: `5 werkdagen vanaf gemeld_datum`.
    pub fn period(&self, period: &Period) -> String {
        let text = &nl().periods;
        if let Some(span) = &period.span {
            return text.counted(self.first_of(&span.from), self.first_of(&span.until));
        }
        let from = match period.from {
            Start::Answer(question) => self.list.question(question).id.to_string(),
            Start::EndOf(before) => text.end_of(&self.list.periods[before.0].id),
        };
        let from = match period.at {
            Some(at) => text.at_hour(from, &self.list.question(at).id),
            None => from,
        };
        let said = match period.length {
            None => text.unknown_length(from),
            Some(NumberRef::Literal(Number::ZERO)) => text.the_day(from),
            Some(length) => {
                let one = length == NumberRef::Literal(Number::ONE);
                text.so_long(self.number(length), unit(period.unit, one), from)
            }
        };
        if period.moves { text.moves(said) } else { said }
    }

    fn first_of(&self, questions: &[QuestionIx]) -> String {
        let each = questions
            .iter()
            .map(|at| self.list.question(*at).id.to_string());
        let all: Vec<String> = each.collect();
        all.join(&nl().periods.or())
    }

    /// What makes it over; nothing where nothing does.
    pub fn over(&self, period: &Period) -> String {
        let text = &nl().periods;
        let each = period.done.iter().map(|heard| match heard {
            Heard::Answered(question) => text.answered(&self.list.question(*question).id),
            Heard::Holds(condition) => self.condition(condition),
        });
        let all: Vec<String> = each.collect();
        all.join(&text.or())
    }

    /// Whose it is.
    pub fn period_sort(&self, sort: PeriodSort) -> String {
        let text = &nl().periods;
        match sort {
            PeriodSort::Agreement => text.agreement(),
            PeriodSort::Expectation => text.expectation(),
            PeriodSort::Keeping => text.keeping(),
            PeriodSort::Duration => text.duration(),
        }
    }
}

/// One of it, or more.
fn unit(unit: Unit, one: bool) -> String {
    let text = &nl().periods;
    match (unit, one) {
        (Unit::Hours, _) => text.hours(),
        (Unit::Days, true) => text.day(),
        (Unit::Days, false) => text.days(),
        (Unit::WorkingDays, true) => text.working_day(),
        (Unit::WorkingDays, false) => text.working_days(),
        (Unit::Weeks, true) => text.week(),
        (Unit::Weeks, false) => text.weeks(),
        (Unit::Months, true) => text.month(),
        (Unit::Months, false) => text.months(),
        (Unit::Years, _) => text.years(),
    }
}
