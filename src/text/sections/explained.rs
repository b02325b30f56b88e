//! Sentences about why something is fixed, what would change it, and what to find out.

use crate::text::section::section;

section! {
    /// What to find out in a case: which questions, whom one may ask, and what comes first.
    finding: FindingText {
        call_first(name, number, urgent), sign, signs, first, open(questions), apart(question), listen(question), not_a_child(question), more_one,
        more(count), sources(sources), child,
    }
}

section! {
    /// What fixes an outcome; and with `weeg --uitleg` what would change it and what would settle it.
    explained: ExplainedText {
        in_row(question, row), answer(question, answer), there_is(row), all_rows(question, rows), fixed_by, belongs, fixed_anyhow,
        others_too(count), one_other_too, key_answer(key, answer), key_row(key), key_all_rows(key), weigh_fixed_by,
        weigh_fixed_anyhow, rule_stands(file, line, source), not_smallest, not_needed, turns, turn_certain(changes, to), turn_possible(changes, to),
        turns_none, turns_more, ask_alike, ask, ask_weight(key, share), share_small, settles, settle(answers, to), settles_all, settles_else, settles_more, and(first, last),
        about_share,
    }
}
