//! What a text processor opens: XML parts in a zip container. The same content gives the same bytes: fixed order, fixed
//! times, so that the container tells nothing of when and where it was made.

use std::io::{Cursor, Write};

use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipWriter};

/// One part: its name in the container, whether it is packed, its content.
pub(super) struct Part {
    pub name: &'static str,
    /// The first part of an ODT must be readable as it is.
    pub packed: bool,
    pub content: String,
}

impl Part {
    /// A packed part.
    pub fn new(name: &'static str, content: String) -> Self {
        Self {
            name,
            packed: true,
            content,
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
        zip.start_file(part.name, options)?;
        zip.write_all(part.content.as_bytes())?;
    }
    Ok(zip.finish()?.into_inner())
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
