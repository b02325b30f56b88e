//! What stands in a row that came, and beside an answer: what somebody said, who it is from, and the note. On a screen the
//! words, shortened; else everything.

use crate::answer::{Answer, Key, RowId, Value, date_with_weekday, shorten, show};
use crate::commands::vergelijk::said::{Said, asked};
use crate::comparison::{About, Difference};
use crate::engine::View;
use crate::plain::one_line;
use crate::questionnaire::{Kind, QuestionId, QuestionIx};
use crate::text::nl;

/// So much of what somebody said stands on a screen.
const MOST: usize = 240;

/// The lines under a point: of a row what is answered in it, of an answer what stands beside it.
pub(super) fn under(said: &Said<'_>, one: &Difference) -> Vec<String> {
    match &one.about {
        About::Row(list, row) => in_row(said, list, row),
        About::Answer(key) => beside(said, key),
        About::Rows(_) => Vec::new(),
    }
}

fn in_row(said: &Said<'_>, list: &QuestionId, row: &RowId) -> Vec<String> {
    let side = &said.now;
    let found = side.list.find(&list.0);
    let kind = found.map(|at| &side.list.question(at).kind);
    let Some(Kind::List { questions, .. }) = kind else {
        return Vec::new();
    };
    if side.list.is_protected(list) {
        return Vec::new();
    }
    let view = side.view();
    // The name of the row says it already where it is short enough.
    let name = said.row_name(list, row);
    let mut lines = Vec::new();
    for at in questions {
        let id = &side.list.question(*at).id;
        let Some(answer) = side.answers.get(id, Some(row)) else {
            continue;
        };
        // An answer that does not count is never shown, and what stands beside it neither.
        if !belongs(&view, *at, row) {
            continue;
        }
        let wanted = said.all || matches!(answer.value, Value::Text(_));
        let says = show(side.list, *at, &answer.value, side.answers);
        if wanted && one_line(&says) != name {
            let asked = asked(side.list, *at);
            lines.push(nl().compare.answer(asked, whole(said, &says)));
        }
        lines.extend(about(said, answer));
    }
    lines
}

fn belongs(view: &View<'_>, at: QuestionIx, row: &RowId) -> bool {
    view.visible(at, Some(row)).possible()
}

fn beside(said: &Said<'_>, key: &Key) -> Vec<String> {
    let side = &said.now;
    let found = side.list.find(&key.question.0);
    let view = side.view();
    let counts = found.is_some_and(|at| view.visible(at, key.row.as_ref()).possible());
    if !counts || side.list.is_protected(&key.question) {
        return Vec::new();
    }
    let answer = said.now.answers.get(&key.question, key.row.as_ref());
    answer.map(|answer| about(said, answer)).unwrap_or_default()
}

/// Who it is from, of which day, and the note.
fn about(said: &Said<'_>, answer: &Answer) -> Vec<String> {
    let text = &nl().replay;
    let mut lines = Vec::new();
    if said.all {
        let source = answer.source.as_deref().map(|source| text.from(source));
        let day = answer.date.map(|day| text.of_day(date_with_weekday(day)));
        lines.extend(source.into_iter().chain(day));
    }
    let note = answer
        .note
        .as_deref()
        .filter(|note| !note.trim().is_empty());
    lines.extend(note.map(|note| text.note(whole(said, note))));
    lines
}

fn whole(said: &Said<'_>, text: &str) -> String {
    let line = one_line(text);
    if said.all { line } else { shorten(&line, MOST) }
}
