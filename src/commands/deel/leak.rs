//! The last look before a version leaves: every text of the document, the finished file with everything in it opened, and
//! the name of the file. What stands in every version of this profile, whatever the case, tells nothing of the case.

use std::path::Path;

use super::shown;
use crate::document::Document;
use crate::error::{Error, Result};
use crate::reader::Shut;
use crate::render;
use crate::text::nl;

/// Makes sure that nothing of what this reader may not have is in it.
pub(super) fn none(
    shut: &Shut,
    constants: &Document,
    document: &Document,
    bytes: &[u8],
    file: &Path,
) -> Result<()> {
    let text = &nl().share;
    let constants: Vec<String> = constants
        .texts()
        .into_iter()
        .map(|(_, text)| text)
        .collect();
    let wanted = shut.protected().clone().without(&constants);
    let mut lines = Vec::new();
    for (under, said) in document.texts() {
        let kinds = wanted.find(&said);
        if !kinds.is_empty() {
            lines.push(text.hit(under, shown::kinds(&kinds)));
        }
    }
    // A value may be cut by a line break or stand between two parts.
    let opened = render::opened(bytes);
    let kinds: Vec<_> = opened.iter().flat_map(|said| wanted.find(said)).collect();
    if lines.is_empty() && !kinds.is_empty() {
        lines.push(text.hit(text.in_file(), shown::kinds(&kinds)));
    }
    let name = file
        .file_name()
        .map(|name| name.to_string_lossy().into_owned());
    let kinds = wanted.find(&name.unwrap_or_default());
    if !kinds.is_empty() {
        lines.push(text.hit(text.in_name(), shown::kinds(&kinds)));
    }
    if lines.is_empty() {
        return Ok(());
    }
    lines.dedup();
    Err(Error::attention(text.refused(), text.refused_todo()).with_details(lines))
}
