//! Lists what stands under `questionnaires/` and `oefencasussen/`, so that an author adds a list or a training case without
//! touching Rust.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::{env, fs, io};

/// The folders of papers and of readers; each of those has a folder of its own in it.
const NESTED: [(&str, &str); 2] = [("papieren", "Paper"), ("lezers", "Reader")];

fn main() -> io::Result<()> {
    println!("cargo:rerun-if-changed=questionnaires");
    let root = PathBuf::from(env::var_os("CARGO_MANIFEST_DIR").unwrap_or_default());
    let mut code = String::from("&[\n");
    for folder in entries(&root.join("questionnaires"))? {
        if !folder.is_dir() {
            continue;
        }
        let nested = NESTED.iter().find(|(nested, _)| *nested == name(&folder));
        if let Some((_, kind)) = nested {
            for inner in entries(&folder)?.iter().filter(|inner| inner.is_dir()) {
                for file in entries(inner)? {
                    if file.extension().is_some_and(|end| end == "yaml") {
                        row(&mut code, kind, &name(inner), &name(&file), &file, &root);
                    }
                }
            }
            continue;
        }
        for (kind, at) in [("List", folder.clone()), ("Cases", folder.join("tests"))] {
            if !at.is_dir() {
                continue;
            }
            for file in entries(&at)? {
                if file.extension().is_some_and(|end| end == "yaml") {
                    row(&mut code, kind, &name(&folder), &name(&file), &file, &root);
                }
            }
        }
    }
    code.push_str("]\n");
    let out = PathBuf::from(env::var_os("OUT_DIR").unwrap_or_default());
    fs::write(out.join("shipped.rs"), code)?;
    fs::write(out.join("training.rs"), training(&root)?)
}

/// The training cases, one file each.
fn training(root: &Path) -> io::Result<String> {
    println!("cargo:rerun-if-changed=oefencasussen");
    let mut code = String::from("&[\n");
    for file in entries(&root.join("oefencasussen"))? {
        if file.extension().is_some_and(|end| end == "yaml") {
            let (id, path) = (name(&file), file.to_string_lossy());
            let _ = writeln!(
                code,
                "PackedCase {{ id: {id:?}, file: \"oefencasussen/{id}.yaml\", text: include_str!({path:?}) }},"
            );
        }
    }
    code.push_str("]\n");
    Ok(code)
}

/// What stands in a folder, in the order of the names.
fn entries(folder: &Path) -> io::Result<Vec<PathBuf>> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder)? {
        found.push(entry?.path());
    }
    found.sort();
    Ok(found)
}

fn name(path: &Path) -> String {
    let stem = path.file_stem().unwrap_or_default();
    stem.to_string_lossy().into_owned()
}

fn row(code: &mut String, kind: &str, folder: &str, name: &str, file: &Path, root: &Path) {
    let shown = file.strip_prefix(root).unwrap_or(file);
    let shown = shown.to_string_lossy().replace('\\', "/");
    let path = file.to_string_lossy();
    let _ = writeln!(
        code,
        "Shipped {{ kind: Kind::{kind}, folder: {folder:?}, name: {name:?}, path: {shown:?}, text: include_str!({path:?}) }},"
    );
}
