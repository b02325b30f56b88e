//! Sentences of `verifieer`: what differs between what is stated and what is computed.

use crate::text::section::section;

section! {
    /// What differs in a stored result or plan.
    verification: VerificationText {
        no_list(id), no_list_todo, other_list(stated, here), other_list_todo, other_version(id, stated, here),
        other_version_todo, other_content(id, version), other_content_todo, version_clash(id, stated, here),
        version_clash_todo, used_extra(id), used_missing(id), used_todo, bad_day(stated), bad_day_todo, no_answers,
        no_answers_todo, other_record(stated, here), other_record_todo, missing_outcome(computed), extra_outcome(stated), extra_outcome_todo, not_given_todo,
        now_taken, now_taken_todo, other_faults(stated, computed), other_faults_todo, missing(computed), missing_member, twice, form, print, print_todo, print_plan_todo, print_case, print_case_todo, added(stated),
        gone(computed), changed(stated, computed), filled(stated), filled_before(stated, before),
        stated_computed(stated, computed), set_extra(values), set_missing(values), not_stated, nothing, no_value,
        yes, no, quoted(text), unseen, from_here(text), one_part, parts(count), addend_rule(condition), addend_number, was_refused, supposed(name), moved,
        moved_more(count), not_a_result, not_a_result_todo,
    }
}

section! {
    /// The command `verifieer`.
    verify_command: VerifyCommandText {
        right, right_one, right_all(count), right_part, right_part_one, right_part_many(count), right_plan, right_plan_alone,
        differs_one, differs(count), explained_one, explained(count), not_computed, list(title, id, version),
        list_same(title, id, version),  day(date), day_today(date), stated(value), computed(value), stated_computed(stated, computed),
        adds_up, adds_up_line(points, title), adds_up_total(points), member(name, what),
        step(name, number), sha_stated(sha), sha_here(sha), about_result, about_plan, filled_in, line(what),
        not_stated_head, which_list, version, content, used, day_word, applies, open_questions, outcome_of(title, name), not_known(names), record(line, id), record_line(line), record_refused(record), record_error(record), summary(count, right, differ),
        summary_errors(errors), summary_refused(refused), refused_list, refused_list_todo, other_day(given), other_days(given), a_table(file), a_table_todo, records_left(file), records_left_todo, nothing_checked, nothing_checked_todo, no_answers_given, no_answers_given_todo(file),
        answers_twice, answers_twice_todo, both_streams,
        both_streams_todo, answers_for_plan, answers_for_plan_todo, not_a_case, not_a_case_todo, no_list_named,
        no_list_named_todo, unreadable(file), unreadable_input, nothing_given, unreadable_todo, unreadable_answers(file), without_case,
        went_on(id), not_logged(date), other_lists, no_plan_then, organisation, too_long, too_long_todo,
    }
}
