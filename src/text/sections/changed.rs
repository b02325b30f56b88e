//! Sentences about what changed: two assessments side by side, a case that moves to another list, two lists side by side.

use crate::text::section::section;

section! {
    /// `vergelijk`: two assessments side by side.
    compare: CompareText {
        case_on(name, date), case_now(name), file(file, list), then(what), now(what), other_list(then, now),
        nothing, rows_by_id, summary(parts), one_outcome, count_outcomes(count), one_place, count_places(count), one_plan, count_plan(count), one_answer, count_answers(count),
        outcomes_heading, outcome(title), was(value), is(value), fixed(value), open(values), open_number(from, to), no_end,
        no_value, no_outcome, list_starts, list_stops, because, because_all, because_not_smallest, the_list, the_dates(then, now),
        order_heading, ratings_heading, order_up(row, then, now), order_down(row, then, now), order_in(row, now), order_out(row, then),
        into_top(top), out_of_top(top),
        plan_heading, plan_starts, plan_stops, plan_new(what), plan_gone(what), plan_changed(what, fields), situation(id), condition(id), agreement(id),
        plan_text(what, text),
        answers_heading, new_fact, now_known, changed_mind, no_longer_known, asked_unknown, other_unknown, now_applies,
        no_longer_applies, row_added, row_removed, taken_back, only_now, only_then, beside, reordered,
        hidden_one, hidden(count), more(count), protected, answer(question, answer), from_to(question, then, now), question(question),
        in_row(row, question), row(list, row), rows(list, count), one_row(list),
        complete, may_come, source, nature, date, note, also(what), nothing_known,
        hidden_cause(question), cause_gone(question, then), cause_new(question, now),
        needs_two_files, needs_two_files_todo, looks_like_files, looks_like_files_todo, too_many, too_many_todo,
        before_start(id, date), before_start_todo, one_day(id), one_day_todo, same_case, same_case_todo, hint(date, id),
        faulty(file), backwards, backwards_todo,
    }
}

section! {
    /// `overstap`: a case that moves to another version of its list, or to another profile.
    switch: SwitchText {
        title(name), from(title, list, profile), to(title, list, profile), list(id, version), base,
        used(id, then, now), used_new(id, now), used_gone(id, then), used_same(id, version),
        nothing(id), older, unknown_old,
        aside_heading(count), aside_question(question), aside_said(answer), aside_hidden, aside_gone, aside_not_taken, aside_other,
        aside_rows(list, count), aside_note(id),
        asked_heading(count), asked(question), more(count),
        new_elsewhere_one, new_elsewhere(count), gone_one, gone(count),
        hidden_heading, shown_heading,
        changed_heading(count), changed(question), was(text), option_new(option), option_gone(option), option_text(then, now),
        option_order, weight(option, then, now), kind(then, now), when, small_one, small(count),
        outcomes_heading, behind, behind_number(then, now), behind_derived(title), behind_question(question), behind_new(question), behind_gone(question), behind_part(title), behind_outside, behind_number_new(id),
        nothing_else, looked, question, again, stopped, done(id, list), open_none, open_one(id), open(count, id), options,
        aside_count_one, aside_count(count), aside_more, aside_in_show(question, answer), json_asks, json_asks_todo,
    }
}

section! {
    /// `vragenlijst vergelijk`: two lists side by side.
    list_compare: ListCompareText {
        list(title, id, version), then(list), now(list), same, same_here,
        new_heading(count), gone_heading(count), changed_heading(count), small_one, small(count),
        part(id, title), question(id, text), derived(id, title), number(id), setting(id), period(id, title), outside,
        text, help, kind, option_new, option_gone, option_text, option_order, weight, when, formula, estimate, value, place,
        role, source, certainty, translation, of(what, option), only_now(what, now), only_then(what, then), from_to(what, then, now),
        no_base(id), no_base_todo,
    }
}
