//! Sentences about periods: in a list, and what is due in cases.

use crate::text::section::section;

section! {
    /// Periods: what is waited for, and until when.
    periods: PeriodsText {
        heading, heading_about, what, sort, how_long, over, silent, agreement, expectation, keeping,
        end_of(id), at_hour(from, question), unknown_length(from), the_day(from),
        so_long(length, unit, from), moves(said), answered(question), or,
        hours, day, days, working_day, working_days, week, weeks, month, months, years,
    }
}
