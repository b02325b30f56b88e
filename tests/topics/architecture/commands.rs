//! The commands lean on each other in one direction only.

use std::collections::{BTreeMap, BTreeSet};

use super::{code, rust_files};

const HOME: &str = "src/commands/";

/// The names that stand right after a path, alone or between braces.
fn after<'a>(text: &'a str, path: &str) -> Vec<&'a str> {
    let word = |text: &'a str| {
        let end = text.find(|one: char| !one.is_ascii_lowercase() && one != '_');
        &text[..end.unwrap_or(text.len())]
    };
    let mut found = Vec::new();
    for (at, _) in text.match_indices(path) {
        // `super::super::x` is no `super::x`.
        if text[..at].ends_with("::") {
            continue;
        }
        let rest = &text[at + path.len()..];
        let Some(inside) = rest.strip_prefix('{') else {
            found.push(word(rest));
            continue;
        };
        let mut deep = 0;
        let mut from = 0;
        for (at, one) in inside.char_indices() {
            match one {
                '{' => deep += 1,
                '}' if deep > 0 => deep -= 1,
                ',' | '}' if deep == 0 => {
                    found.push(word(inside[from..at].trim_start()));
                    from = at + 1;
                    if one == '}' {
                        break;
                    }
                }
                _ => {}
            }
        }
    }
    found
}

/// Which command names which others.
fn leans() -> BTreeMap<String, BTreeSet<String>> {
    let files = rust_files("src/commands");
    let own = |file: &str| {
        let name = file[HOME.len()..].trim_end_matches(".rs");
        name.split('/').next().unwrap().to_owned()
    };
    let all: BTreeSet<String> = files.keys().map(|file| own(file)).collect();
    let mut leans: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for (file, text) in &files {
        let module = own(file);
        if module == "mod" {
            continue;
        }
        let code = code(text);
        let depth =
            file[HOME.len()..].matches('/').count() + usize::from(!file.ends_with("/mod.rs"));
        let outside = "super::".repeat(depth);
        let named = after(&code, "crate::commands::").into_iter();
        let named = named.chain(after(&code, &outside));
        let named = named.filter(|name| all.contains(*name) && **name != *module);
        let named: Vec<String> = named.map(str::to_owned).collect();
        leans.entry(module).or_default().extend(named);
    }
    leans
}

#[test]
fn no_circle_of_commands() {
    let leans = leans();
    assert!(leans["plan"].contains("output"), "{leans:?}");
    // What leans on nothing that is left is taken away; a circle is what stays.
    let mut left = leans.clone();
    loop {
        let names: BTreeSet<String> = left.keys().cloned().collect();
        let before = left.len();
        left.retain(|_, on| on.iter().any(|one| names.contains(one)));
        if left.len() == before {
            break;
        }
    }
    assert!(
        left.is_empty(),
        "these lean on each other in a circle: {left:#?}"
    );
}
