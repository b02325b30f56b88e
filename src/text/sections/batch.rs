//! Sentences about many records.

use crate::text::section::section;

section! {
    /// `batch`: what can be wrong with a record.
    batch: BatchText {
        no_json, no_json_todo, too_deep, too_deep_todo, not_utf8, not_utf8_todo, twice(name), twice_todo,
        bad_id, bad_id_todo, bad_other(name), bad_other_todo, no_answers, no_answers_todo, which_list, which_list_todo(lists), other_list(name),
        too_long(most), too_long_todo,
        refused(count, records), refused_lines(lines), refused_lines_more(lines, more),
    }
}
