//! Sentences about exercises: a list that is tried out, with nothing kept.

use crate::text::section::section;

section! {
    /// An exercise on screen: what is marked, what moves, what if.
    exercise: ExerciseText {
        mark, marked(mark, title), moves(what), nothing_moved, more_moved(count), not_here, no_answer,
        what_if(question), what_if_title, tried(question, now, then), unchanged, does_what_if, does_pause, danger_back, call_first, enter_leaves, how_back(how), does_not_count, way_what_if,
        which, opening(title), options, ended, stopped, used_up, input_ended, input_ended_todo,
        interrupted_todo, save, as_case, case_name(date), header(list, date), header_case, written(file), case_todo,
        exists_todo, to_input, to_input_todo,
    }
}
