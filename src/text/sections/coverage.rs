//! Sentences about what the worked cases of a list show of it.

use crate::text::section::section;

section! {
    /// `vragenlijst dekking`.
    coverage: CoverageText {
        list, cases, branches, rows, bands, answers, whole, percent(percent), of(seen, all), gaps_of(id),
        one_example(answers), on_day(day), question_yes(of, condition), question_no(of, condition), part_yes(of, condition),
        part_no(of, condition), derived_yes(of, condition), derived_no(of, condition),
        applicable_no(condition), applicable_yes(condition), counted_yes(of, condition),
        counted_no(of, condition), first_yes(of, condition), first_no(of, condition), period_yes(of, condition),
        period_no(of, condition), over_yes(of, condition), over_no(of, condition), heard_yes(of, question), heard_no(of), alone(of, condition), lacking(of, condition),
        just_enough(of, condition), of_id(id), of_not_applicable, row(of, level), band(of, level),
        answer(of, option), level(of, level), never(count), all_covered, todo_gaps, used_note,
        unread(id), no_cases(id), no_case(what),
        bad_percent,
    }
}
