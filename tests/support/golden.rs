//! Files that hold what people read, word for word.

use std::fs;
use std::path::PathBuf;

/// Holds a text against the file of this name in `tests/golden`. What changes with every word of a list, its SHA-256, is
/// left out. With `BIJWERKEN=1` that file is written anew.
pub fn golden(name: &str, text: &str) {
    let path = PathBuf::from(env!("CARGO_MANIFEST_DIR"))
        .join("tests/golden")
        .join(name);
    let kept = fs::read_to_string(&path).unwrap_or_default();
    let kept = kept.replace("\r\n", "\n");
    if without_hashes(&kept) == without_hashes(text) {
        return;
    }
    if std::env::var_os("BIJWERKEN").is_some() {
        fs::write(&path, text).unwrap();
        return;
    }
    let first = kept.lines().zip(text.lines()).find(|(old, new)| old != new);
    panic!("tests/golden/{name} is another now (BIJWERKEN=1 writes it anew); first: {first:#?}");
}

fn without_hashes(text: &str) -> String {
    let is_hash =
        |word: &str| word.len() == 64 && word.bytes().all(|byte| byte.is_ascii_hexdigit());
    let words = text.split(|one: char| !one.is_ascii_alphanumeric());
    let hashes = words.filter(|word| is_hash(word));
    hashes.fold(text.to_owned(), |text, hash| text.replace(hash, "#"))
}
