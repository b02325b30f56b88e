//! Sentences about the talk with the person: screens, keys, values, what may tell who somebody is.

use crate::text::section::section;

section! {
    /// What the interview says around the questions.
    interview: InterviewText {
        row_title(row, name), one_more(row), one_row, all_rows(count), with_note(answer, note),
        line_answered(text, answer), line_offered(text), line_open(text), phone(number, name, about),
        no_number, no_number_todo, listen, apart, example(example), places(count), advice(level), because(reason),
        no_advice, open_advice, still_open(question), not_answered, range(from, to), range_from(from),
        range_to(to), any_number, in_unit(range, unit), a_bsn, reason, reason_fact, reason_deviates(level),
        note_left, note, note_kept, sensitive(what), sensitive_keep, sensitive_change,
        vague(word, ask, example), vague_todo, kept(question, answer), clash(row, under, text), rows_given, before_going_on, rows_full(count),
        list_full, rows_full_todo, rows_short(least), rows_short_todo, rows_unread, rows_unread_todo,
        confirm_unread, confirm_unread_todo, danger_title, danger_first, danger_kept, blank, help_title,
        no_help, help_unknown, option_help(option, help), why_title, no_why, rests_on(source), at_start, decide_again, on_at_open, a_name(name), other_person,
        answer_first, not_here_todo, no_more, no_list, no_close, no_row, no_persons, person_first, source,
        myself, nature, nature_fact, nature_statement, nature_hearsay, nature_impression, said_on,
        source_kept, remove(row), remove_yes, remove_no, actions_title, action(word, does), action_jump,
        does_danger, does_blank, does_pause, does_back, does_help, does_why, does_overview, does_note,
        does_source, does_more, does_add_row, does_close, does_remove, does_add_person, choose_line,
        choose_question, choose_part, choose_again, line_of_row(row, line), open_title, overview_title, done_title, again_title, stuck_title, way_done, way_on,
        way_open(count), way_part(title, done, open), way_offered(text, count), way_pause, way_back,
        nothing_open, one_open, some_open(count), more_points(count), lines_greeting, lines_prompt,
        progress(part, parts, screens), progress_screens(screens), progress_last_screen, half_title, half_kept, so_far(text), progress_last(part, parts), question(number, text),
        beside(question, answer), choice(label, text), somebody_else, now(answer), may_skip,
        more_here(count), no_action, how_yes_no, how_one, how_one_or_none, how_many, how_many_or_none,
        how_order, how_number(range), how_date, how_text, how_long_text, how_notice, how_first_row(row),
        how_more(row), how_confirm(yes, no), how_menu, or_else(how, special), or(first, last),
    }
}

section! {
    /// What a person at a terminal reads around the questions: keys, lists, the panel of actions.
    terminal: TerminalText {
        danger,
        urgent(number, name),
        before,
        call_first,
        question(number, text),
        beside(question, answer),
        now(answer),
        offered_one,
        offered(count),
        more_above(count),
        more_below(count),
        go_on,
        pause,
        row(row),
        first_row(row),
        no_rows,
        one_more_row(row),
        all_rows,
        nobody,
        none_of_these,
        somebody_else,
        range(range),
        label(number, text),
        date,
        special(words),
        how_choice,
        how_numbered,
        how_letter,
        how_plain(how),
        how_skip(how), how_go_on(how),
        how_line,
        how_line_optional,
        how_lines,
        how_menu,
        how_many,
        how_order,
        how_panel,
        how_number,
        keys,
        keys_typing,
        keys_list,
        list_page(page, pages),
        point_first,
        point_letter,
        point_arrows, point_only,
        point_number,
        tick_first,
        not_together(text),
        separator,
        order_first,
        order_untouched,
        order_yes,
        order_no,
        no_action,
        panel,
        strange_key,
        action(word, does),
        to_number,
        read_all,
        answer(text),
        which_number,
        read_on,
        read_done,
        page_of(keys, page, pages),
    }
}

section! {
    /// How an answer is shown to a person.
    value: ValueText {
        yes, no, unknown, refused, not_applicable, seen, none, empty, numbered(name, number), in_row(row, question),
    }
}

section! {
    /// What in a free text may tell who or where somebody is; and the lists of words that help to find it.
    trace: TraceText {
        an_address, a_school, a_workplace, a_protected_name, a_protected, a_phone, an_online, a_plate, a_number, a_date, a_name, a_capital, no_address, no_phone,
        no_online, no_plate, no_number, no_date, no_name, instead_of_date(when), today, yesterday, tomorrow,
        days_ago(days), weeks_ago(weeks), months_ago(months), years_ago(years), in_days(days), in_weeks(weeks),
        in_months(months), months, days_in_words, of, initial_after, site_endings, year_words, two_letter_words, street_endings, place_endings, no_streets,
        role_words, role_fillers, particles, public_names, starters, day_words, count_words, ordered_words, house_certain, house_words, house_before, titles, title_words, title_after, title_no_name, weekdays,
        person_verbs, no_subjects, short_forms, digit_words, place_words, a_season, an_age, no_season, no_age, instead_of_age(years), abbreviations, any_verbs,
        no_initials, feasts, feast_ordinals, month_before, week_words, aged_words, year_of_age_words, month_of_age_words, lasting_words,
        lasting_before, of_words, aged_after, turns_words, numbers_in_words, tens_in_words, hundred, years_in_words, dotted_day_words,
        file_words, file_between, app_words, doubt_words, public_numbers, the, peoples,
        day_joins, house_tails, row_words, phone_starts,
    }
}
