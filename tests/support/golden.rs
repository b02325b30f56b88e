//! Files that hold what people read, word for word.

use std::fs;
use std::path::PathBuf;

/// Holds a text against the file of this name in `tests/golden`. With `BIJWERKEN=1` that file is written anew.
pub fn golden(name: &str, text: &str) {
    let path = PathBuf::from(env!("CARGO_MANIFEST_DIR"))
        .join("tests/golden")
        .join(name);
    let kept = fs::read_to_string(&path).unwrap_or_default();
    let kept = kept.replace("\r\n", "\n");
    if kept == text {
        return;
    }
    if std::env::var_os("BIJWERKEN").is_some() {
        fs::write(&path, text).unwrap();
        return;
    }
    let first = kept.lines().zip(text.lines()).find(|(old, new)| old != new);
    panic!("tests/golden/{name} is another now (BIJWERKEN=1 writes it anew); first: {first:#?}");
}
