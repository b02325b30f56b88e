//! The macros that make a section, a struct with one method a sentence, filled from its YAML table; and all sections together.

use std::collections::BTreeMap;

use super::fill::placeholders;

/// Declares one section. `name: Type { sentence, other(placeholder, placeholder) }` reads `nl/name.yaml`.
macro_rules! section {
    ($(#[$doc:meta])* $field:ident: $type:ident {
        $($sentence:ident $(($($arg:ident),+))?,)*
    }) => {
        $(#[$doc])*
        #[derive(Debug)]
        pub struct $type(std::collections::BTreeMap<String, String>);

        impl $type {
            pub(in crate::text) fn read() -> Result<Self, Vec<String>> {
                Self::from_table(include_str!(concat!("../nl/", stringify!($field), ".yaml")))
            }

            /// The same sentences from another table.
            pub(in crate::text) fn from_table(yaml: &str) -> Result<Self, Vec<String>> {
                crate::text::section::table(
                    stringify!($field),
                    yaml,
                    &[$(stringify!($sentence),)*],
                )
                .map(Self)
            }

            /// The sentence with this name, for names that come from a table.
            pub fn sentence_called(&self, name: &str) -> Option<&str> {
                self.0.get(name).map(String::as_str)
            }

            /// Every sentence with its name.
            #[allow(dead_code, reason = "asked of the sections that stand in documents")]
            pub(in crate::text) const fn sentences(&self) -> &std::collections::BTreeMap<String, String> {
                &self.0
            }

            /// Sentences whose placeholders are not those that the code fills.
            #[allow(dead_code, reason = "asked of tables in other languages, and by a test of all")]
            pub(in crate::text) fn placeholder_faults(&self) -> Vec<String> {
                let mut faults = Vec::new();
                $(crate::text::section::compare(
                    stringify!($field),
                    stringify!($sentence),
                    &self.0[stringify!($sentence)],
                    &[$($(stringify!($arg),)+)?],
                    &mut faults,
                );)*
                faults
            }

            $(
                /// The sentence of this name, with its places filled.
                pub fn $sentence(&self $($(, $arg: impl std::fmt::Display)+)?) -> String {
                    crate::text::fill(
                        self.0.get(stringify!($sentence)).map_or("", String::as_str),
                        &[$($((stringify!($arg), &$arg),)+)?],
                    )
                }
            )*
        }
    };
}
pub(super) use section;

/// Gathers the sections of one language. Each is read when its first sentence is said: most runs say few of them.
macro_rules! texts {
    ($($(#[$doc:meta])* $field:ident: $type:ident,)*) => {
        /// All sentences of one language, by section.
        #[derive(Debug)]
        pub struct Texts {
            $($(#[$doc])* pub $field: std::sync::LazyLock<$type>,)*
        }

        impl Texts {
            pub(super) const fn new() -> Self {
                Self {
                    $($field: std::sync::LazyLock::new(|| {
                        crate::text::section::sound($type::read())
                    }),)*
                }
            }

            /// Tables that cannot be read, and sentences whose placeholders are not those that the code fills.
            #[cfg(test)]
            pub(super) fn faults() -> Vec<String> {
                [$($type::read().map_or_else(|faults| faults, |one| one.placeholder_faults()),)*].concat()
            }
        }
    };
}
pub(super) use texts;

/// A section that could be read. A fault is one in a file compiled into the program: a test finds it before any user does.
pub(super) fn sound<S>(section: Result<S, Vec<String>>) -> S {
    match section {
        Ok(section) => section,
        Err(faults) => panic!("a table of sentences is wrong: {}", faults.join("; ")),
    }
}

/// Reads one table and holds its names against those that the code uses.
pub(super) fn table(
    section: &str,
    yaml: &str,
    names: &[&str],
) -> Result<BTreeMap<String, String>, Vec<String>> {
    let table: BTreeMap<String, String> =
        crate::yaml::read(yaml.as_bytes(), section).map_err(|fault| {
            let place = &fault.place;
            vec![format!(
                "{section}:{}:{}: {}",
                place.line, place.column, fault.message
            )]
        })?;
    let missing = names
        .iter()
        .filter(|name| !table.contains_key(**name))
        .map(|name| format!("{section}.{name} is missing"));
    let unknown = table
        .keys()
        .filter(|key| !names.contains(&key.as_str()))
        .map(|key| format!("{section}.{key} is unknown"));
    let faults: Vec<String> = missing.chain(unknown).collect();
    if faults.is_empty() {
        Ok(table
            .into_iter()
            .map(|(name, text)| (name, text.trim_end().to_owned()))
            .collect())
    } else {
        Err(faults)
    }
}

/// Notes a sentence whose placeholders differ from its arguments.
pub(super) fn compare(
    section: &str,
    name: &str,
    sentence: &str,
    arguments: &[&str],
    faults: &mut Vec<String>,
) {
    let mut expected = arguments.to_vec();
    expected.sort_unstable();
    let found = placeholders(sentence);
    if found != expected {
        faults.push(format!(
            "{section}.{name} has {found:?} where the code fills {expected:?}"
        ));
    }
}
