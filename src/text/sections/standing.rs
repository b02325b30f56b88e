//! Sentences about what moves and what stands where: suppositions, orders.

use crate::text::section::section;

section! {
    /// Where the rows of a ranking stand by how people rated them.
    order: OrderText {
        hint, certain(places), possible(places), not_one(places), not(places, count), ties(rows), unrated(questions),
        disputed(questions), depends(rows), depends_too(rows), growing, yours, mark_certain, mark_possible, mark_not,
        rated_lighter, marked(mark, row), heading(places), placed(row, place),
    }
}

section! {
    /// What would follow from other answers.
    what_if: WhatIfText {
        question(text, key), in_row(question, row), not_asked, more_rows, and_more_rows(rows),
        no_outcome, named(title), brief_number(low, high), brief_from(low), brief_to(high), brief_open(values),
        brief_many(count), shift(what, before, after), other_reason(title, now), same_words(title, now), not_there,
        among_certain(places), among_possible(places), among_not(places), nothing_moves, stays(titles),
        stays_many(count), rests_now(answers), rests_then(answers), heading(file), heading_plain, nothing_supposed, moves, now(value), then(value),
        why_now(reason), why_then(reason), for_practice, two_inputs, two_inputs_todo,
        outside_now(reason), outside_then(reason), order_heading,
    }
}
