//! Sentences about a group that did the same exercise.

use crate::text::section::section;

section! {
    /// `groep`: what a group answered, where it came apart and why.
    group: GroupText {
        title, mark, counts, picked, not_picked, number(at), terms, people(count), people_pair(count), people_pairs(count, pairs), someone,
        names_hidden, numbers_shift, people_hands, hands_paper, hands_alone, unanimous_only, unanimous_not, unanimous_none(all), unanimous_all(all), round_one, round_two, unanimous(same, all), most_apart(what), few, nothing_apart,
        all_same(count, option), one_only(option), majority(count, all, option, rest),
        both_same(option), both_same_of(option), knew_key(who), not_done(many), not_done_one, silent_hands(count), silent_one_hands, scattered(rest), some(count, option), silent(count), silent_one, nobody,
        conclusions, talk, talk_about, talk_more(count, wanted), talk_more_one(wanted), reasons_left_one, answers, about, middle, middle_between(low, high), apart,
        says(who, option, reason), no_reasons, and_more(some, count), reasons_left(count), more_reasons(count), key, key_reason(option, reason),
        key_alone(option), key_line, option, voices, dots_key, dots_median, came_apart, where_about, where_few, question, differ, no_pair,
        heat_title(title), heat_about, heat_words(what, count), heat_cell(count), order, ranks_title, ranks_place(at),
        ranks_none, ranks_cell(place, count), thing, first(count, all, what), first_one(count, all, what), first_only(what), first_both(what), first_all(what), overlap(number),
        distance(number), concordance(number), concordance_not(why), order_key_few(order), order_key(order, same, apart), against, against_about,
        against_all(percent), against_gap, against_line(same, all, option), against_lines(same, all, option),
        against_few(option), against_none, against_only(option), against_nobody(option), moved_one(all), moved_brief(before, after), moved_nobody, also_second,
        only_first(count), only_first_one, only_second(count), only_second_one, hands_first, hands_both, hands_about,
        hands_nobody, hands_not_asked, measures_of(titles), few_measures, rest, rest_no_key, rest_terms, moved, moved_about, moved_count(moved, all), moved_none, before, after, change(who, from, to),
        change_reason(who, from, to, reason), held_reason(who, option, reason), held_alone(who, option),
        held_elsewhere, held_by, held_in_table(who, option), lost, says_alone(who, option), measures, measures_about, percent_line(number, rows), alone, alone_about, measure, value, between, percentage,
        cohen, fleiss, ac1, alpha_nominal, alpha_ordinal, alpha_interval, between_raters(low, high),
        between_units(low, high), no_between, few_short, one_unit, no_variation, not_two, about_numbers, about_percentage,
        about_chance, about_unknown, about_interval, about_words, no_files, no_files_todo, not_there(file), not_there_todo,
        cases_folder(file), cases_folder_todo, skipped(file), skipped_broken(file, what), skipped_list(file, list),
        twice(count), twice_one, a_file, which_skipped, about_all(reason), about_row(row, reason), reasons_of_row(row), other_version(case), unknown_case(case), no_round(round), no_round_todo, no_case(name),
        no_case_todo(names), votes_opening(title), votes_short(count, all), votes_all(all), votes_question(at, all, what), votes_options(letter, option), votes_ask,
        votes_each(many), votes_wrong(what, last), votes_file(case, round), votes_written(file), votes_next(files), votes_slip, no_round_of(title, round),
        votes_other(before, now), votes_none, votes_header, votes_format, votes_person(at), watching(people, folder), watching_one, watching_more(count), watching_none(folder),
    }
}
