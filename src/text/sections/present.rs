//! Sentences about a training case on a large screen, and the sheets that go with it.

use crate::text::section::section;

section! {
    /// `demo CASUS`: a training case for a room.
    present: PresentText {
        no_step, no_step_todo(count, steps),
        mark(at, count, title), invented, invented_mark, told_on(day), people, round(at, count, title), from(whom), facts, where_to(categories),
        sentence, quoted(text), say_it, concrete, for_example, situation(at, count), by_ratings(order), patterns, missing,
        key_of(what), key_order, key_facts(at), key_conclusions, said_here(answer), before_key_title, before_key, one_answer, end, end_about, end_next(id),
        room, answered(question, answer), yes_or_no, or_unknown, how_to_rank, keys, keys_why, keys_answer, press, press_read, reasons_in_notes, order_refused(names), press_why, press_answer, nothing_asked,
        taken(question, answer), now_otherwise(question, answer), outcome(title, value), order_open, outcome_open(title), more_below, moves, moves_nothing, noted, why(question), why_this,
        step_sentences, step_weighing, step_order, step_conclusions, step_missing, step_key,
        notes(title), makers_chose, makers_put, example(concrete), notes_begin_title, notes_begin, notes_key_title, notes_key, following, waiting(id), followed,
        for_participant(title), for_pair(title), for_observer(title), for_trainer(title), person(name, age), with(people),
        own_name, participant_how, round_on_paper(at), with_reason(round), column_why, column_situation, vague, weigh, weigh_how, first_three, what_now, change_mind, yes_no, not_known,
        pair_how, pair_ask(questions), pair_differ, observer_heading, observer_how, observer_points, observer_after,
    }
}
