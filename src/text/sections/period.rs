//! Sentences about periods: in a list, and what is due in cases.

use crate::text::section::section;

section! {
    /// Periods: what is waited for, and until when.
    periods: PeriodsText {
        heading, heading_about, what, sort, how_long, over, silent, agreement, expectation, keeping, duration, counted(from, until),
        end_of(id), at_hour(from, question), unknown_length(from), the_day(from),
        so_long(length, unit, from), moves(said), answered(question), or,
        hours, day, days, working_day, working_days, week, weeks, month, months, years,
    }
}

section! {
    /// What is waited for in cases, and until when.
    due: DueText {
        review, valid, silent, today(title), tomorrow(title, date), in_days(title, date, days), past(title, date),
        expected_today(title), expected_tomorrow(title, date), expected_in(title, date, days),
        expected_past(title, date), kept(title, date, source), no_start(title), no_length(title, source),
        at_time(date, time), counted_one(title), counted(title, days), running_none(title), running_one(title), running(title, days),
        count_open(title), heading(date), reminder, past_heading, today_heading, later_heading,
        open_heading, nothing, entry(id, label), entry_organisation, attention_heading, keep_reached(title, date), not_read(id, what), organisation_not_read(what), unfinished(title),
        calendar_written(file, count), calendar_empty(file), calendar_exists_todo,
    }
}
