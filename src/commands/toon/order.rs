//! The order of the situations: what the ratings say of each, and where the order that was made differs.

use crate::answer::row_name;
use crate::commands::sheet::Sheet;
use crate::engine::{View, clashes, standings};
use crate::plain::one_line;
use crate::telling;
use crate::text::nl;

/// Every ranking.
pub(super) fn put(sheet: &mut Sheet, view: &View<'_>) {
    let text = &nl().show;
    let clashes = clashes(view);
    let all = standings(view);
    let told: Vec<_> = all
        .iter()
        .filter(|of| telling::says_something(of))
        .collect();
    if clashes.is_empty() && told.is_empty() {
        return;
    }
    sheet.heading(&text.order_heading());
    for of in told {
        sheet.line(3, &nl().order.heading(of.places));
        for (row, says) in telling::rows(view, of) {
            sheet.point(&row);
            sheet.line(5, &says);
        }
    }
    for clash in clashes {
        let name = |row| one_line(&row_name(view.list, clash.list, row, view.answers));
        sheet.point(&text.order(name(&clash.row), name(&clash.under)));
        sheet.line(5, &telling::clash(&clash));
    }
}
