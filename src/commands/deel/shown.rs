//! Why there is no version, in words; never with the value that stands in the way.

use crate::commands::sharing::kinds;
use crate::error::Error;
use crate::reader::{Hit, Refusal};
use crate::text::nl;

/// Where something stands that this reader may not have.
pub(super) fn hits(hits: &[Hit]) -> Error {
    let text = &nl().share;
    let lines = hits
        .iter()
        .map(|hit| text.hit(&hit.place, kinds(&hit.kinds)));
    Error::attention(text.refused(), text.refused_file_todo()).with_details(lines.collect())
}

/// Why there is none now.
pub(super) fn refused(refusal: &Refusal) -> Error {
    let text = &nl().share;
    match refusal {
        Refusal::Control => Error::attention(text.control(), text.control_todo()),
        Refusal::ControlUnknown => Error::attention(text.control_unknown(), text.control_todo()),
        Refusal::Asked(why) => Error::attention(text.not_made(), why.clone()),
    }
}
