//! Texts for people in papers and profiles of readers, in the language of the document; and what an author writes around
//! what a part shows.

use crate::questionnaire::form::PAPER_ROOM;
use crate::questionnaire::frame::Frame;
use crate::questionnaire::raw::{Faults, Fields, text};
use crate::yaml::Node;

/// So many lines to write where an author says nothing.
const LINES: usize = 2;
/// More than a page has.
const MOST_LINES: usize = 60;

/// A text that may be there.
pub(super) fn said(fields: &mut Fields<'_>, key: &'static str) -> Option<String> {
    fields.text(key).map(|text| text.in_document())
}

/// A text that must be there.
pub(super) fn must_say(
    fields: &mut Fields<'_>,
    key: &'static str,
    faults: &Faults,
) -> Option<String> {
    let node = fields.need(key)?;
    text(node, faults).map(|text| text.in_document())
}

/// The frame of a part.
pub(super) fn frame(fields: &mut Fields<'_>, faults: &Faults) -> Frame {
    let points = fields.items("punten").iter();
    let points = points.filter_map(|node| text(node, faults));
    Frame {
        heading: said(fields, "kop"),
        text: said(fields, "tekst"),
        points: points.map(|text| text.in_document()).collect(),
        empty: said(fields, "leeg"),
        room: fields
            .some("ruimte")
            .iter()
            .filter_map(|node| room(node, faults))
            .collect(),
        page: fields.flag("nieuw_blad"),
    }
}

fn room(node: &Node, faults: &Faults) -> Option<(String, usize)> {
    let mut fields = Fields::of(node, &PAPER_ROOM, faults)?;
    let label = must_say(&mut fields, "kop", faults);
    let lines = fields.size("regels").unwrap_or(LINES);
    fields.finish();
    Some((label?, lines.clamp(1, MOST_LINES)))
}
