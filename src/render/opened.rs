//! A finished file read again as text: containers unpacked, streams decompressed, entities undone. For whoever must be sure
//! that something is not in it; what is found here is never shown.

mod pdf;

use std::io::{Cursor, Read};

use zip::ZipArchive;

/// So much of one part is read: far more than a document becomes.
const MOST: u64 = 64 * 1024 * 1024;

/// Every text in a file, in the ways in which it can be read.
pub fn opened(bytes: &[u8]) -> Vec<String> {
    let mut texts = Vec::new();
    read(bytes, 0, &mut texts);
    texts
}

fn read(bytes: &[u8], depth: usize, texts: &mut Vec<String>) {
    let whole = String::from_utf8_lossy(bytes).into_owned();
    if bytes.starts_with(b"PK") && depth < 3 {
        // What a reader of a container skips, such as a comment at its end.
        texts.push(whole);
        if let Ok(mut zip) = ZipArchive::new(Cursor::new(bytes)) {
            for at in 0..zip.len() {
                let Ok(part) = zip.by_index(at) else { continue };
                texts.extend(part.name().ok().map(|name| name.into_owned()));
                let mut inner = Vec::new();
                if part.take(MOST).read_to_end(&mut inner).is_ok() {
                    read(&inner, depth + 1, texts);
                }
            }
        }
        return;
    }
    if bytes.starts_with(b"%PDF") {
        pdf::read(bytes, texts);
        return;
    }
    if is_metafile(bytes) {
        texts.push(wide(bytes));
    }
    if whole.contains('<') {
        texts.push(without_tags(&whole));
    }
    texts.push(whole);
}

/// A picture in a document for Word or LibreOffice.
fn is_metafile(bytes: &[u8]) -> bool {
    bytes.starts_with(&[1, 0, 0, 0]) && bytes.get(40..44) == Some(b" EMF".as_slice())
}

/// Bytes read as signs of two bytes, as a metafile writes its words.
fn wide(bytes: &[u8]) -> String {
    let signs = bytes.chunks_exact(2);
    let signs: Vec<u16> = signs
        .map(|pair| u16::from_le_bytes([pair[0], pair[1]]))
        .collect();
    String::from_utf16_lossy(&signs)
}

/// The words of a page or of XML: what stands between tags, put together where only a tag stands between.
fn without_tags(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find('<') {
        out.push_str(&rest[..at]);
        let after = &rest[at..];
        let end = after.find('>').map_or(after.len(), |end| end + 1);
        // A block ends a word; a run of the same word does not.
        if after.starts_with("</w:p") || after.starts_with("</text:p") || !after.starts_with("</w:")
        {
            out.push(' ');
        }
        rest = &after[end..];
    }
    out.push_str(rest);
    for (entity, sign) in [
        ("&lt;", "<"),
        ("&gt;", ">"),
        ("&quot;", "\""),
        ("&#34;", "\""),
        ("&#38;", "&"),
        ("&#39;", "'"),
        ("&#60;", "<"),
        ("&#62;", ">"),
        ("&#x27;", "'"),
        ("&amp;", "&"),
    ] {
        out = out.replace(entity, sign);
    }
    out
}
