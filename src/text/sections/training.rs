//! Sentences about training: invented cases, and what participants answer to them.

use crate::text::section::section;

section! {
    /// What can be wrong with a training case or a participant's file.
    training: TrainingText {
        header, not_invented, not_invented_todo, other_format(format), other_format_todo, no_version, no_version_todo, bad_name(name), bad_name_todo,
        no_profile(profile, known), no_level(level), no_level_todo, no_name(row), no_name_todo, repeated_id(id), repeated_id_todo,
        first_here, no_such_row(id), no_key(id), no_key_todo(id), no_map(name), no_map_todo, no_reason(name), no_reason_todo,
        no_answer(name, question), no_answer_todo(question), no_conclusion(name), no_round(round), no_round_todo,
        few_rounds(count, fewest), few_rounds_todo, few_situations(count, fewest), few_situations_todo, no_facts, no_facts_todo, too_long(lines, most),
        too_long_todo, real(what, words), real_todo, a_name,
    }
}
