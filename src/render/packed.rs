//! What a text processor opens: XML parts in a zip container. The same content gives the same bytes: fixed order, fixed
//! times, so that the container tells nothing of when and where it was made.

use std::io::{Cursor, Write};

use crate::drawing::Drawing;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipWriter};

/// One part: its name in the container, whether it is packed, its content.
pub(super) struct Part {
    pub name: String,
    /// The first part of an ODT must be readable as it is.
    pub packed: bool,
    pub content: Vec<u8>,
}

impl Part {
    /// A packed part.
    pub fn new(name: impl Into<String>, content: impl Into<Vec<u8>>) -> Self {
        Self {
            name: name.into(),
            packed: true,
            content: content.into(),
        }
    }
}

/// The container with these parts, in this order; nothing where it could not be made, never a half one.
pub(super) fn container(parts: &[Part]) -> Option<Vec<u8>> {
    written(parts).ok()
}

fn written(parts: &[Part]) -> zip::result::ZipResult<Vec<u8>> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for part in parts {
        let method = if part.packed {
            CompressionMethod::Deflated
        } else {
            CompressionMethod::Stored
        };
        let options = SimpleFileOptions::default()
            .compression_method(method)
            .last_modified_time(DateTime::default());
        zip.start_file(part.name.as_str(), options)?;
        zip.write_all(&part.content)?;
    }
    Ok(zip.finish()?.into_inner())
}

/// How wide and high a drawing becomes that may not be wider than this.
pub(super) fn within(drawing: &Drawing, most: i32) -> (i32, i32) {
    if drawing.width <= most {
        return (drawing.width, drawing.height);
    }
    (most, drawing.height * most / drawing.width.max(1))
}

/// A text as XML wants it. Signs that XML cannot hold are not there: what comes here is plain already.
pub(super) fn xml(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for one in text.chars() {
        match one {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\u{FFFE}' | '\u{FFFF}' => {}
            other => out.push(other),
        }
    }
    out
}
