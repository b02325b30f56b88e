//! Sentences about a plan that comes back: filling in, laying copies together, taking over in the case.

use crate::text::section::section;

section! {
    /// What came back about a plan, as people read it.
    replies: RepliesText {
        title, mark, about(number), about_label(number, label), by(who), voice(who), voice_on(who, day), older(numbers, latest),
        clash, clash_here, agreements, conditions, news, remarks, edits, edits_about, silent(what), nothing,
        agreement(number), condition(number), agreement_about(number, what), condition_about(number, what), gone(what),
        goes_yes, goes_partly, goes_no, goes_unknown, met(word), met_unknown, met_refused, remark(what, remark),
        fact(what, source), fact_on(what, source, day), column_place, column_was, column_now, column_who, empty,
    }
}

section! {
    /// `plan --aanvullen`: somebody fills in what they know of a plan.
    fill_in: FillInText {
        about(number), skip, who, who_number(number, name), who_other, who_again, others(count), other_one, yes_no_again,
        agreement(number, who, does), when(when), seen_by(text), checker(who), goes, goes_choices, goes_again,
        remark, condition(number, text), met, choice(number, text), met_again(most), news, news_source, news_on, remark_whole,
        traces(what), nothing, summary(count), save, not_saved, saved(file), name(stem), same_file, same_file_todo, taken_todo, option,
    }
}

section! {
    /// `plan --voegsamen`: copies that came back, and the case that they go home to.
    gather: GatherText {
        nothing, nothing_todo, other_reader(file), other_reader_todo, other_case(file), other_case_todo,
        other_plan(file), other_plan_todo, no_print(file), no_print_todo, no_original(file), no_original_todo, no_original_reader_todo(id),
        other_version(file), other_version_todo, not_this_case(file, id), not_this_case_todo, written(file), not_written,
        clash_left, home(id), home_nothing(id), home_there(count), home_question, home_condition(number, text, word),
        home_now(word), home_fact(text, source), home_fact_on(text, source, day), home_taken, home_refused(what, todo),
        home_no_place, home_other_chosen, home_done(count, id), home_done_one(id), home_done_none(id), home_edits, about_agreement(what, says),
        source_of(who, source), option,
    }
}

section! {
    /// `vergelijk` with two plan files.
    plan_compare: PlanCompareText {
        title(then, now), one(number, day), same, added(count), gone(count), changed(count), filled(count), from_to(place, was, now),
        only(place, now), was(place, was), replies(count),
    }
}
