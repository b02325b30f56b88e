//! Sentences about what changed: two assessments side by side, a case that moves to another list, two lists side by side.

use crate::text::section::section;

section! {
    /// `vergelijk`: two assessments side by side.
    compare: CompareText {
        case_on(id, label, date), case_now(id, label), file(file, list), then(what), now(what), other_list(then, now),
        nothing, rows_by_id, summary(parts), one_outcome, count_outcomes(count), one_place, count_places(count), one_plan, count_plan(count), one_answer, count_answers(count),
        outcomes_heading, outcome(title), was(value), is(value), fixed(value), open(values), open_number(from, to), no_end,
        no_value, no_outcome, list_starts, list_stops, because, because_all, because_not_smallest, the_day, the_list, the_dates(then, now),
        order_heading, order_up(row, then, now), order_down(row, then, now), order_in(row, now), order_out(row, then),
        into_top(top), out_of_top(top),
        plan_heading, plan_starts, plan_stops, plan_new(what), plan_gone(what), plan_changed(what, fields), situation(id), condition(id), agreement(id),
        plan_text(what, text),
        answers_heading, new_fact, now_known, changed_mind, no_longer_known, asked_unknown, other_unknown, now_applies,
        no_longer_applies, row_added, row_removed, taken_back, only_now, only_then, beside, reordered,
        hidden_one, hidden(count), more(count), answer(question, answer), from_to(question, then, now), question(question),
        in_row(row, question), row(list, row), rows(list, count), one_row(list), extent(list, state), extent_from_to(list, then, now),
        complete, may_come, source, nature, date, note, also(what), nothing_known,
        hidden_cause(question), cause_gone(question, then), cause_new(question, now),
        needs_two_files, needs_two_files_todo, looks_like_files, looks_like_files_todo, too_many, too_many_todo,
        before_start(id, date), before_start_todo, one_day(id), one_day_todo, same_case, same_case_todo, hint(date, id),
        faulty(file), backwards, backwards_todo,
    }
}
