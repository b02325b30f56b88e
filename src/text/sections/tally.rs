//! Sentences about counts over many records.

use crate::text::section::section;

section! {
    /// `tel`: counts, and counts that may be published.
    tally: TallyText {
        both_streams, both_streams_todo, standard_input, answers_out, one_input, one_input_todo, too_long(file, line), too_long_todo, no_line(file, line),
        no_line_todo, not_of_batch(file, line), not_of_batch_todo, publication(file, line), publication_todo, other_form(file, line),
        other_form_todo, broken(file, line), broken_todo, overlap(file, line), overlap_todo, overlap_fresh,
        ends_early(file, line), ends_late(file, line), other_record(file, line), pair_todo, unreadable_answers(file, line),
        unreadable_answers_todo, no_list(id, version), no_list_todo, no_list_named, no_list_named_todo, nothing, nothing_todo,
        whole_only, whole_only_todo, no_table(name), no_table_todo(names), linked(above, below), linked_todo, unlinked(id), unlinked_todo, unlinked_unnamed,
        partial(name), partial_todo, several_rules, several_rules_todo, bad_period,
        title(count), title_one, exact, assessed, refused, never_assessed, code(code, count), list(id, version), list_titled(title, id, version),
        list_content(list, hash), list_unnamed, applies(count), applies_one, assessed_on(day), assessed_on_days(count, first, last), several_days(id, count, first, last), same_part(part, first), same_part_todo, on_line(line, file), applies_not(count, reason), outcome, possible, share,
        answer, records, no_value, open, unknown, not_said, not_applicable, not_asked, not_due, filled, none_of_these, several_note, open_note,
        answers_head(name), mixed(id, count),
        repeats, repeats_rule(within), repeats_per_day, repeats_per_pseudonym, repeats_without(who), repeats_earlier_all, repeats_earlier_without, year, reports, unique,
        repeated, unique_without, repeated_without, no_member(name), no_member_todo, reporter_alike(name, alike), no_reporter_named(name), no_facts(count), no_facts_one, no_reporter(count), no_reporter_one, first_year, days(count), months(count), month, day,
        public_title, public_about, public_refused(count), public_list(count), public_not(count), secret, all_secret, percent, left_out(id, names), left_out_todo,
        public_unique,
    }
}
