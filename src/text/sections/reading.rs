//! Sentences about a list as authors and reviewers read it: in words, as a picture, as a document.

use crate::text::section::section;

section! {
    /// A list in words: conditions, formulas, kinds of question.
    words: WordsText {
        kind_yes_no, kind_choice, kind_choices, kind_judgement, kind_scale(from, to), kind_number,
        kind_number_unit(unit), kind_date, kind_text, kind_text_lines, kind_person, kind_persons,
        kind_row(list), kind_rows(list), kind_list(row), kind_ranking(list), kind_notice, kind_danger,
        is(what, values), contains(what, values), at_least(what, number), at_most(what, number),
        more_than(what, number), less_than(what, number), equal(what, number), before(what, day),
        after(what, day), same_as(what, other), names(what, list), of_person(inner, by), of_row(inner, by), day_today, day_tomorrow, day_yesterday, day_later(days), day_earlier(days), and, or,
        not(inner), not_may(inner), not_sure(inner), at_least_of(number, all), some_row(list), some_row_where(list, inner), rows(list), rows_where(list, inner), every_row(list, inner),
        may(inner), sure(inner), always, never, number_from(date, value), choice(text, id),
        choice_points(text, id, points), one_point, points(number), yes_no_points(yes, no),
        label(number, label), range(from, to), range_from(from), range_to(to), step(step), not_after_today,
        vague, rows_at_least(number), rows_at_most(number), places(number), first(condition), weighs(questions), stop,
        certainty_sure, certainty_derived, certainty_not_found, only_rows(condition), not_applicable, may_be_empty, note_always, note_with(answers), fact_from(option), decides(advice),
        more, apart, listen, given, sources(sources), sum, count, count_answer(answer), count_rows(list), count_rows_where(list, condition),
        highest, heaviest, lowest, lightest, ratio(above, below), bands(of), table, rules, otherwise,
        times(number, input), points_when(points, condition), points_rows(points, list, condition),
        each_row(question), band_any, band_from(from), band_to(to), band_under(to), band_from_to(from, to),
        band_from_under(from, to), pro_rata(most), pro_rata_one, as_no, as_yes,
    }
}

section! {
    /// A list as a picture: what stands in the boxes and along the lines.
    picture: PictureText {
        about(title, parts, questions, derived), part, level, rule(number), no_outcome, detail(id, hint), asked(condition),
        has_value(condition), stops(condition), by_rule(number), by_rules(numbers), line_row, line_beside, line_rows_of,
        line_counts, line_weighs, line_advises, line_first(condition), line_if(condition), line_depends,
        beside_advice(kind, advice), counts_in(ids), needed_for(ids), level_by(bounds), alternative, shapes, lines, dots,
        shape_part, shape_question, shape_judgement, shape_decision, shape_list, shape_notice, shape_danger,
        shape_number, shape_outcome, shape_level, shape_no_outcome, means_next, means_row, means_asked, means_beside,
        means_rows_of, means_first, means_weighs, means_applies, means_counts, means_feeds, means_advises, means_level, means_stops,
    }
}

section! {
    /// The command `vragenlijst beeld`.
    picture_command: PictureCommandText {
        written(file), written_svg(file), which_form(file), which_form_todo(endings), large,
    }
}

section! {
    /// A list as a document for reviewers.
    list_paper: ListPaperText {
        list, version, sha256, valid_from, always, source, about, how_to_read, read_id, read_unknown,
        read_hidden, read_rows, read_order, read_setting, read_source, uses, uses_about, overview,
        count(questions, derived, numbers), number, part, questions, only_when, no_outcome, no_outcome_about,
        numbers, numbers_about, name, value, values, meaning, settings, settings_about, sources, one_question,
        so_many_questions(number), rests_on_it(what), stops(condition), review, review_about, review_by, review_on,
        review_notes, from_list, together, together_yes, notice, kind, per_row, beside, first, help, why,
        example, counts_in, decides, part_called(id), role, answer, points, follows, follows_none,
        follows_about, value_number(number), level(text, id), if_, outcome, reason, has_value, can_be,
        is_number, missing, no_estimate, used_in, way,
    }
}
