//! Sentences about a case as it went.

use crate::text::section::section;

section! {
    /// `toon --terugspelen`: a case as it went.
    replay: ReplayText {
        nothing, nothing_todo, no_moment, no_moment_todo(count), title(name, at, count), document(name), about, mark,
        moment(at, count), day_in(day, part), day_in_more(day, part, more), came, corrected, other, between, first_said(question, was),
        moved, from_to(then, now), to(now), because(causes), clearer_one, clearer(count), more(count),
        stood, decided(question, answer), decided_because(question, answer, reason), done,
        not_known, open_none, open_one, open(count), later_one, later(count),
        ask, ask_last, again(count), choose_heading, choose(count), choose_again(count), choice(number, what, key), ask_after,
        no_later(at), no_later_todo, no_later_none, supposed, if_known(day), nothing_moves, hindsight,
    }
}
