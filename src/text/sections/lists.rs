//! Sentences about questionnaires and what follows from answers.

use crate::text::section::section;

section! {
    /// What is wrong with an answers file.
    answers_file: AnswersFileText {
        no_answers, no_answers_todo(none), not_a_map, not_a_map_todo, bad_key, bad_key_todo, repeated(name), repeated_todo, first,
        unknown_key(name), unknown_question(name), in_row_todo(list), no_row_id(key), row_not_a_map,
        bad_row_id, row_id_todo(example), repeated_row(name), repeated_row_todo, too_many_rows(list, most),
        too_many_rows_todo, not_rows, not_rows_todo, rows_not_a_list, rows_not_a_list_todo, rows_in_value,
        rows_in_value_todo, complete(key), complete_todo, no_value,
        no_value_todo, nothing, nothing_todo, map, map_todo, array, array_todo, empty_array,
        empty_array_todo, nature,
    }
}

section! {
    /// Finding lists, and what follows from one set of answers.
    lists: ListsText {
        unknown(id),
        unknown_todo(known),
        unknown_profile(name),
        unknown_profile_todo(known),
        profile_from_settings(file),
        profile_silent(profile, list),
        no_answers_in_text,
        no_answers_in_text_todo,
        faulty,
        faulty_todo(file),
        answers_faulty(file),
        answers_faulty_todo,
        not_applicable(reason),
        no_value,
        fixed(value),
        open(values),
        open_number(low, high),
        unbounded,
        because(reason),
        still_open(keys),
        nothing_derived,
    }
}

section! {
    /// `vragenlijst`: for authors.
    author: AuthorText {
        list_line(id, version), adapts(base), list_todo, one_list, lists(count), one_case, cases(count), one_fault,
        faults(count),
        no_lists(name), no_lists_todo, is_cases(file), is_cases_todo, one_paper_good, papers_good(count), one_reader_good, readers_good(count), check_good(lists, cases),
        check_bad(faults), test_unread(id), test_none(id), test_good(id, cases),
        test_bad(id, failed, cases), test_bad_more(id, failed, cases), test_missed(count), test_todo, test_names, mark_begin, mark, filled_one(file), filled(file, count),
        filled_name(name), filled_todo, not_filled(file, name), not_filled_todo, nothing_to_fill, waiting(count),
        not_yours(id), not_yours_todo,
        about(about), source(source), only_when(condition), follows, no_follows,
        no_outcome(condition, reason), options(kind, options), rests_on(questions), levels(levels), is_number,
        rule(level, condition), unknown(estimate), setting(id, value, values), setting_ground(setting, certainty, source), number(number, source), number_ground(number, certainty),
    }
}
