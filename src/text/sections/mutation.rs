//! Sentences about small changes to a list, and whether worked cases notice them.

use crate::text::section::section;

section! {
    /// `vragenlijst dekking --muteer`.
    mutation: MutationText {
        list, changes, noticed, missed, unknown, same, share, missed_of(id), example(answers),
        no_example, of_id(id), of_not_applicable, always(of, condition), never(of, condition),
        instead(of, to, from), dropped(of, part, from), number(of, to, from), edge(of, to, from),
        weight_input(of, what, to, from), weight_condition(of, to, condition, from),
        weight_option(of, option, to, from), dropped_input(of, what), extreme(of), inverted(of),
        level(of, to, from), swapped(of, first, second), policy(of, to, from), withhold, as_no,
        as_yes, pro_rata(most), places(of, to, from), weight_dropped(of, what), others_dropped(of, what),
        length(of, to, from), unit(of, to, from), moves(of), moves_not(of), not_heard(of, question),
        setting(of, to, from), rows_of(question), fails(id), explain, todo, all_noticed,
    }
}
