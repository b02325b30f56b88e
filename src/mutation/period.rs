//! The small changes to a period: longer, shorter, counted otherwise, never over.

use super::condition::whole;
use super::mutant::Change;
use crate::questionnaire::{
    Condition, Heard, Number, NumberRef, Period, PeriodIx, QuestionIx, Questionnaire, Test, Unit,
};

/// The same period, each time a little otherwise.
pub(super) fn changes(list: &Questionnaire, period: &Period) -> Vec<(Change, Period)> {
    // What a setting switches off does nothing, however it is changed.
    if period.when == Some(Condition::Always(false)) {
        return Vec::new();
    }
    let mut found = Vec::new();
    let mut put = |change: Change, to: Period| found.push((change, to));
    if let Some(when) = &period.when {
        for (change, other) in whole(list, when) {
            let when = Some(other);
            put(
                change,
                Period {
                    when,
                    ..period.clone()
                },
            );
        }
    }
    for (at, heard) in period.done.iter().enumerate() {
        match heard {
            Heard::Holds(condition) => {
                for (change, other) in whole(list, condition) {
                    let mut to = period.clone();
                    to.done[at] = Heard::Holds(other);
                    put(change, to);
                }
            }
            Heard::Answered(question) => {
                let mut to = period.clone();
                to.done.remove(at);
                put(Change::NotHeard(*question), to);
            }
        }
    }
    if let Some(span) = &period.span {
        for (at, question) in span.until.iter().enumerate() {
            let mut to = period.clone();
            if let Some(span) = &mut to.span {
                span.until.remove(at);
            }
            put(Change::NotHeard(*question), to);
        }
    }
    if let Some(NumberRef::Literal(from)) = period.length {
        for to in [from - Number::ONE, from + Number::ONE] {
            if to >= Number::ZERO {
                let length = Some(NumberRef::Literal(to));
                put(
                    Change::Length { from, to },
                    Period {
                        length,
                        ..period.clone()
                    },
                );
            }
        }
        if from > Number::ZERO {
            let unit = other_unit(period.unit);
            let change = Change::Unit {
                from: period.unit,
                to: unit,
            };
            put(
                change,
                Period {
                    unit,
                    ..period.clone()
                },
            );
        }
    }
    // A working day stays where it is.
    if period.length.is_some() && period.unit != Unit::WorkingDays {
        let moves = !period.moves;
        put(
            Change::Moves(moves),
            Period {
                moves,
                ..period.clone()
            },
        );
    }
    found
}

/// What an author could have meant as easily.
const fn other_unit(unit: Unit) -> Unit {
    match unit {
        Unit::Hours | Unit::WorkingDays => Unit::Days,
        Unit::Days => Unit::WorkingDays,
        Unit::Weeks => Unit::Months,
        Unit::Months => Unit::Weeks,
        Unit::Years => Unit::Months,
    }
}

/// All that decides how these periods stand, as one condition.
pub(super) fn behind(
    list: &Questionnaire,
    periods: impl IntoIterator<Item = PeriodIx>,
) -> Condition {
    let named = |question: QuestionIx| Condition::Answer {
        question,
        test: Test::Is(Vec::new()),
    };
    let mut all = Vec::new();
    let mut queue: Vec<PeriodIx> = periods.into_iter().collect();
    let mut seen = Vec::new();
    while let Some(at) = queue.pop() {
        if seen.contains(&at) {
            continue;
        }
        seen.push(at);
        let period = &list.periods[at.0];
        all.extend(period.conditions().into_iter().cloned());
        all.extend(period.at.map(named));
        all.extend(period.done.iter().filter_map(|heard| match heard {
            Heard::Answered(question) => Some(named(*question)),
            Heard::Holds(_) => None,
        }));
        if let Some(span) = &period.span {
            all.extend(span.from.iter().chain(&span.until).copied().map(named));
        }
        match period.from {
            crate::questionnaire::Start::Answer(question) => all.push(named(question)),
            crate::questionnaire::Start::EndOf(before) => queue.push(before),
        }
    }
    Condition::All(all)
}

/// All periods of a list.
pub(super) fn every(list: &Questionnaire) -> impl Iterator<Item = PeriodIx> + use<> {
    (0..list.periods.len()).map(PeriodIx)
}
