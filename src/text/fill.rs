//! Placeholders: `{naam}` in a sentence becomes the value given for it.

use std::fmt::Display;

/// The sentence with each `{name}` replaced. What is filled in is never searched for placeholders again.
pub fn fill(sentence: &str, values: &[(&str, &dyn Display)]) -> String {
    let mut out = String::with_capacity(sentence.len());
    let mut rest = sentence;
    while let Some(open) = rest.find('{') {
        out.push_str(&rest[..open]);
        let inside = &rest[open + 1..];
        let found = inside.find('}').and_then(|close| {
            let name = &inside[..close];
            let value = values.iter().find(|(known, _)| *known == name)?;
            Some((close, value.1))
        });
        match found {
            Some((close, value)) => {
                out.push_str(&value.to_string());
                rest = &inside[close + 1..];
            }
            None => {
                out.push('{');
                rest = inside;
            }
        }
    }
    out.push_str(rest);
    out
}

/// The names between braces, each once, sorted. What has a blank in it is no name: a sentence may show YAML.
pub(super) fn placeholders(sentence: &str) -> Vec<&str> {
    let mut names: Vec<&str> = sentence
        .split('{')
        .skip(1)
        .filter_map(|after| after.split_once('}').map(|(name, _)| name))
        .filter(|name| !name.contains(' '))
        .collect();
    names.sort_unstable();
    names.dedup();
    names
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fills_every_place_and_leaves_other_braces_alone() {
        assert_eq!(
            fill(
                "{a} en {b}, weer {a}, niet {c} of {",
                &[("a", &1), ("b", &"x")]
            ),
            "1 en x, weer 1, niet {c} of {"
        );
    }

    #[test]
    fn what_is_filled_in_is_not_filled_again() {
        assert_eq!(fill("{a}{b}", &[("a", &"{b}"), ("b", &2)]), "{b}2");
    }
}
