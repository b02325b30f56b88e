//! Sentences about a case as it went, and about a copy of one without its people.

use crate::text::section::section;

section! {
    /// `toon --terugspelen`: a case as it went.
    replay: ReplayText {
        nothing, nothing_todo, no_moment, no_moment_todo(count), title(name, at, count), document(name), about, mark,
        moment(at, count), day_in(day, part), day_in_more(day, part, more), came, corrected, other, between, first_said(question, was),
        moved, from_to(then, now), to(now), because(causes), clearer_one, clearer(count), more(count),
        stood, decided(question, answer), decided_because(question, answer, reason), done,
        not_known, open_none, open_one, open(count), later_one, later(count),
        ask(at, count), ask_last, again(count), choose_heading, choose(count), choose_again(count), choice(number, what, key), ask_after,
        no_later(at), no_later_todo, no_later_none, supposed, if_known(day), nothing_moves, hindsight, would_have_moved, from(source), of_day(day), note(note),
        reads_on(at, count), light_one, light(count),
    }
}

section! {
    /// `anonimiseer`: a copy of a case without its people.
    copy: CopyText {
        mark, label, left_out, note(question), called(file), not_closed, about(count), head, review_needed, review_needed_todo, none,
        ending, ending_todo, in_cases, in_cases_todo, refused, refused_todo, left(question, kinds), left_elsewhere(kinds),
        made(file), changed, ages, texts_gone, cannot_know, keep, not_a_copy(file), not_a_copy_todo, only_replay, only_replay_todo(file), other_list(then, now),
        no_list(list), no_list_todo, telling_name(kinds), telling_name_todo, case_number, doubted(question, words), exists_todo, interrupted_todo, withheld(count), withheld_one,
    }
}
