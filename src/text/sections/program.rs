//! Sentences about the program as a whole: the command line, the menu, settings, what the machine refuses.

use crate::text::section::section;

section! {
    /// The program as a whole: usage, settings, faults of the machine.
    program: Program {
        about,
        not_official,
        unexpected(place),
        unexpected_todo,
        kept,
        cannot_print,
        interrupted,
        interrupted_todo,
        needs_terminal,
        needs_terminal_todo(option),
        press_enter,
        reads_on(at, count),
        read_all(count),
        reads_again,
        ask_options,
        ask_options_new,
        no_command,
        no_command_todo,
        no_home,
        no_home_todo,
        cannot_read(file),
        cannot_write(file),
        cannot_make(folder),
        todo_missing,
        todo_folder,
        todo_rights,
        todo_full,
        todo_read_only,
        todo_other,
        not_utf8(file),
        not_utf8_todo,
        too_big(file),
        too_big_todo,
        is_there(file),
        is_there_todo,
        exists(file),
        exists_todo,
        input_closed,
        input_closed_todo, away, was_away, was_away_todo,
        settings_wrong(file),
        settings_wrong_todo,
        settings_bad_folder, settings_bad_folder_todo, settings_bad_partners, settings_bad_key, settings_bad_key_todo, settings_bad_minutes, settings_bad_minutes_todo(least, most), settings_not_a_map, settings_unknown(name),
        settings_repeated(name), settings_repeated_todo, settings_not_words(name), settings_not_words_todo,
    }
}

section! {
    /// How the command line itself is explained and refused.
    usage: Usage {
        heading_usage,
        heading_commands,
        heading_arguments,
        heading_options,
        heading_always,
        options_word,
        command_word,
        also(names),
        possible(values),
        default(value),
        help,
        version,
        unknown_option(option),
        unknown_command,
        unknown_value(option),
        possible_values(values),
        missing(what),
        missing_value(option),
        too_many,
        conflict(option),
        twice(option),
        not_utf8,
        bad_value(option),
        other,
        did_you_mean(name),
        see_help(command),
        bad_date,
        bad_width,
    }
}

section! {
    /// Why an answer cannot be taken, and what would be good.
    refusal: RefusalText {
        empty, empty_todo, empty_in_doubt_todo(option), only_options_todo(choices), not_yes_no, not_yes_no_todo(choices), not_yes_no_here, no_nvt, no_nvt_todo, no_special,
        no_special_todo, no_option, no_option_todo(choices), no_option_many, no_option_many_todo(choices),
        several_fit, several_fit_todo(choices), number_out, number_out_todo(last), only_one, only_one_todo,
        thousands, thousands_todo(digits), none_not, none_not_todo, none_and_more, none_and_more_todo, not_offered(name, question, answer), not_offered_todo(names), not_offered_nobody, no_rows, no_rows_persons_todo,
        no_rows_todo, twice, twice_todo, not_a_number, not_a_number_todo(example), too_low, too_high,
        range_todo(from, to), low_todo(from), high_todo(to), step, step_todo(step), not_whole, not_a_date,
        not_a_date_todo(example), no_such_day, no_such_day_todo, no_year, no_year_todo(example), far_year,
        far_year_todo, vague_day, vague_day_todo(example), two_days_todo(first, second), wrong_weekday,
        wrong_weekday_todo(date, weekday), in_future, in_future_todo, none_of_these(options), too_long, too_long_todo(most),
        iso_date_todo(example), written_option_todo(choices), written_row_todo(choices),
    }
}

section! {
    /// `--toon-instellingen`.
    settings: SettingsText {
        file(path, state),
        there,
        not_there,
        cases(path),
        profile(name),
        organisation(name), papers(folder),
        keys(folder),
        recovery(keys),
        patience(minutes),
        date(date),
        version(version),
        none,
    }
}

section! {
    /// `nieuw`, `wis` and the menu.
    start: StartText {
        danger,
        phone(number, name, about),
        sensitive(question, what),
        made(id),
        half(id),
        saved(id),
        finished(id),
        input_ended,
        filled(count, open),
        faulty(file),
        other_list(list, chosen),
        other_list_todo,
        bsn(question),
        bsn_todo,
        erase_what(id, state),
        erase_backups,
        erase_question(id),
        erase_stopped,
        erase_stopped_todo,
        erased(id),
        erase_not_noted,
        erase_foreign_todo,
        menu_title,
        menu_new,
        menu_new_top3, menu_new_advice,
        menu_resume,
        menu_cases,
        menu_show,
        menu_compare,
        menu_plan,
        menu_paper, menu_share,
        menu_profile(name), menu_stop,
        menu_question,
        menu_again(last),
        bye,
    }
}

section! {
    /// Choosing a profile.
    profile: ProfileText {
        now(name), line(number, name, title), base, question, no_number, no_number_todo(last), kept(name),
    }
}

section! {
    /// The demo.
    demo: DemoText {
        opening(about),
        broken,
        next,
        counted(screens, prompts),
        written(plan, readable),
    }
}
