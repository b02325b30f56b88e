//! Sentences about training: invented cases, and what participants answer to them.

use crate::text::section::section;

section! {
    /// What can be wrong with a training case or a participant's file.
    training: TrainingText {
        header, not_invented, not_invented_todo, other_format(format), other_format_todo, no_moment, no_moment_todo, no_version, no_version_todo, bad_name(name), bad_name_todo,
        no_profile(profile, known), no_level(level), no_level_todo, no_name(row), no_name_todo, repeated_id(id), repeated_id_todo,
        first_here, no_such_row(id), no_key(id), no_key_todo(id), no_map(name), no_map_todo, no_reason(name), no_reason_todo,
        no_answer(name, question), no_answer_todo(question), no_conclusion(name), no_round(round), no_round_todo,
        few_rounds(count, fewest), few_rounds_todo, few_situations(count, fewest), few_situations_todo, no_facts, no_facts_todo, too_long(lines, most),
        too_long_todo, real(what, words), real_todo, a_name,
    }
}

section! {
    /// `oefen`: working through an invented case.
    practise: PractiseText {
        saved(file, command), input_ended, real_folder(folder), real_folder_todo, used_folder(folder), used_folder_todo, folder_mark,
        training_folder(folder), training_folder_todo, no_case, no_case_todo, packed_case(name), packed_case_todo(name), training_file, training_file_todo, real_case(name), real_case_todo,
        unknown(name), unknown_todo(names), faulty(file), faulty_todo(file), faulty_own(file), faulty_own_todo, strange_rows(rows), cases,
        case_line(called, title, level), case_numbered(number, title, id, level), about_terms, level_1, level_2, level_3, choose_todo, which, which_again(count), opening(file, erase),
        no_real_data, ask_name(word), ask_function, ask_pair, go_on(count), not_begun(name), name_taken(name, command), yes_or_no,
        in_reality, all_asked, look_again, all_rounds, read_again, read_again_lines, today(day), now_it_is(day), lives(place), people, person(name, told), others(names), may_be_empty, from(from),
        round(number, count, title), sentences_title, to_make_concrete, last_title, last, the_sentence(sentence), own_sentence(own),
        example(example), example_about, example_title, finished(file, second, erase), copy_header(name), copied(file),
        copy_own(name), copy_own_todo, same_name(name), same_name_todo, same_title(title), same_title_todo, page_title(title),
        one_answer, how_to_read, head_rounds, head_facts, head_sentences, head_situations, head_order, head_conclusions,
        head_missing, head_talk, talk_1, talk_2, talk_3, both(said), own(said), makers(said), own_reason, makers_reason,
        not_answered, numbered(number, name), column_fact, column_own, column_makers, column_why, an_example,
        place(place, number, name), no_key, key_later(again), other_spelling(name), other_spelling_todo, opening_again(file), whose, no_first, no_first_todo(id), no_such(name),
        no_such_todo(count), why(question, before, now), why_before(reason), why_typed(reason), why_first, why_now(at, count), why_now_back(at, count), reason_before, finished_again(file), after_the_talk, with_earlier(said, earlier),
        own_earlier, why_moved, key_after(again), key_once_more(again), finished_both(first, second, erase), moved_title, nothing_moved, first, now,
        of_row(row, question), nothing_to_erase(folder), nothing_of_case(folder, name), nothing_to_erase_todo, erase_whose, erase_file(file), erase_sure,
        is_there_at(name, day, time, far), is_there(name, day, far), is_it_yours, only_yes_or_no, far_done, far_round(at, count), far_sentences, far_last, far_busy,
        not_yours, not_yours_again, not_yours_again_todo, key_comes, key_now, knew_key, erase_stopped, erase_stopped_todo, erased(count), check_good_one, check_good(count),
    }
}
