//! Sentences about a list over all possible answers.

use crate::text::section::section;

section! {
    /// `vragenlijst analyse`.
    analysis: AnalysisText {
        looked_at(day), unknown_outcome(id), unknown_outcome_todo(known), nothing_follows,
        one_answer, answers(count), rests_on(answers, ways, unknown), rests_on_grouped, ways_many(number), too_many,
        always_this(value), numbers(low, high), all_known, with_unknown, stays_open, open_between(values), open_otherwise, no_value,
        never_comes(values), uncounted_rows(lists, most), unclear_rows, endless(answers), too_large, comes_out, example(value),
        whatever, rows_none(list), rows_one(list), rows(list, count), another_answer, same_answer(value, count, keys), one_of(text, key, value),
        decides(rows), rule, row, band, rules, table_rows, bands, never, row_line(word, number, level), gap(word), gap_ways(ways, share),
        overlap(word, first, others), overlap_words(word, numbers), and,
        influence, influence_each(keys), idle(keys), idle_everywhere(keys),
        properties, no_properties, proved, proved_where_it_fits, proved_rows(most), refuted, refuted_meant(reason), proved_unmeant, empty_inherited, empty_property, proved_unlike_base, endless_property,
        too_large_property, never_lighter(of), never_lighter_of(of, keys), compared_reversed(keys), compared_except(keys), always(then), always_when(when, then), nooit(then),
        nooit_when(when, then), counts_all(of), counts(of, keys), counts_not(of, keys), because(reason),
        counter, counter_day(day), counter_change(question, before, after), counter_came(of, before, after), counter_questions(keys),
        settings, setting(id, value, other), setting_same, setting_differs(title, ways), setting_unclear(title), setting_move(from, to, ways), setting_example(here, there),
        differs_ways(ways, all, share), differs_some, share(ways, share),
        done_one, done(count), done_bad(count), too_small, almost_all, percent(number), power(number, power),
    }
}
