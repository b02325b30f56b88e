//! What an author writes around what a part shows: the same keys in a paper and in the profile of a reader.

use super::{Form, Holds, Key, may, need};

pub(super) const HEADING: Key = may("kop", Holds::Text);
pub(super) const TEXT: Key = may("tekst", Holds::Text);
pub(super) const POINTS: Key = may("punten", Holds::Rows(&Holds::Text));
pub(super) const EMPTY: Key = may("leeg", Holds::Text);
pub(super) const ROOM: Key = may("ruimte", Holds::OneOrMore(LINES));
pub(super) const PAGE: Key = may("nieuw_blad", Holds::Flag);

const LINES: &Holds = &Holds::Form(&PAPER_ROOM);

/// Room to write by hand.
pub static PAPER_ROOM: Form = Form::new(
    "ruimte",
    "ruimte om te schrijven",
    (14, "sleutel van ruimte"),
    &[need("kop", Holds::Text), may("regels", Holds::Size)],
);
