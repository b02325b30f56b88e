//! Answers that lost their place when the case moved to another list: kept, and found back here.

use crate::answer::AsideAnswer;
use crate::case::Record;
use crate::commands::sheet::Sheet;
use crate::plain::one_line;
use crate::text::nl;

/// How many there are, and with `all` which; what did not count is not shown.
pub(super) fn put(sheet: &mut Sheet, record: &Record, all: bool) {
    let text = &nl().switch;
    let answers: Vec<&AsideAnswer> = record.aside().flat_map(|one| &one.answers).collect();
    let line = match answers.len() {
        0 => return,
        1 => text.aside_count_one(),
        count => text.aside_count(count),
    };
    sheet.heading(&line);
    if !all {
        sheet.line(0, &text.aside_more());
        return;
    }
    for one in answers {
        let asked = one_line(&one.asked);
        let said = if one.hidden {
            text.aside_hidden()
        } else {
            one_line(&one.said)
        };
        sheet.point(&text.aside_in_show(asked, said));
        if let Some(note) = one.answer.note.as_deref().filter(|_| !one.hidden) {
            sheet.line(5, &one_line(note));
        }
    }
}
