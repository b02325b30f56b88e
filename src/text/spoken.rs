//! The sentences of a document, which may be in another language than the program: those of the language that the document is
//! being made in. A language is one table a section, ours or from a file; each is held against the names and the places that
//! the code fills. What a list or a person said is not ours to translate: it is marked as what it is.

use std::cell::Cell;
use std::collections::BTreeMap;
use std::sync::LazyLock;

use chrono::{Datelike, NaiveDate};

use super::section::sound;
use super::sections::*;

/// Declares the sections that stand in documents.
macro_rules! spoken {
    ($($field:ident: $type:ident,)*) => {
        /// The sentences that stand in documents, in one language.
        #[derive(Debug)]
        pub struct Spoken {
            /// The language, as HTML names it: `nl`.
            pub language: String,
            $(
                /// This section of [`super::Texts`].
                pub $field: $type,
            )*
        }

        impl Spoken {
            /// The sections that a table of a language has.
            pub const SECTIONS: &[&str] = &[$(stringify!($field),)*];

            /// The tables: section, name, sentence.
            pub fn tables(&self) -> Vec<(&'static str, &BTreeMap<String, String>)> {
                vec![$((stringify!($field), self.$field.sentences()),)*]
            }

            fn dutch() -> Self {
                Self { language: "nl".to_owned(), $($field: sound($type::read()),)* }
            }

            fn english() -> Result<Self, Vec<String>> {
                Ok(Self {
                    language: "en".to_owned(),
                    $($field: checked($type::from_table(include_str!(concat!("en/", stringify!($field), ".yaml"))), $type::placeholder_faults)?,)*
                })
            }

            /// A language from a table of tables: section, name, sentence. All that is wrong with it otherwise.
            ///
            /// # Errors
            /// When a sentence is missing, unknown, or has other places than the code fills.
            pub fn of(language: &str, tables: &BTreeMap<String, BTreeMap<String, String>>) -> Result<Self, Vec<String>> {
                let mut faults: Vec<String> = tables
                    .keys()
                    .filter(|name| !Self::SECTIONS.contains(&name.as_str()))
                    .map(|name| format!("{name} is unknown"))
                    .collect();
                $(
                    let yaml = written(tables.get(stringify!($field)));
                    let $field = checked($type::from_table(&yaml), $type::placeholder_faults)
                        .map_err(|found| faults.extend(found))
                        .ok();
                )*
                match ($($field,)*) {
                    ($(Some($field),)*) if faults.is_empty() => {
                        Ok(Self { language: language.to_owned(), $($field,)* })
                    }
                    _ => Err(faults),
                }
            }
        }
    };
}

spoken! {
    plan_names: PlanNamesText,
    days: DaysText,
    plan_paper: PlanPaperText,
    plan_later: PlanLaterText,
    plan_picture: PlanPictureText,
    family: FamilyText,
    rendered: RenderedText,
    paper: PaperText,
    reader_paper: ReaderPaperText,
}

fn checked<S>(
    read: Result<S, Vec<String>>,
    faults: impl Fn(&S) -> Vec<String>,
) -> Result<S, Vec<String>> {
    let section = read?;
    let found = faults(&section);
    if found.is_empty() {
        Ok(section)
    } else {
        Err(found)
    }
}

/// A table as YAML again: JSON is YAML too, and quotes what must be quoted.
fn written(table: Option<&BTreeMap<String, String>>) -> String {
    let all = table.into_iter().flatten();
    let all = all.map(|(name, text)| format!("{}: {}", quoted(name), quoted(text)));
    format!("{{{}}}", all.collect::<Vec<_>>().join(", "))
}

fn quoted(text: &str) -> String {
    format!(
        "\"{}\"",
        text.replace('\\', "\\\\")
            .replace('"', "\\\"")
            .replace('\n', "\\n")
    )
}

static DUTCH: LazyLock<Spoken> = LazyLock::new(Spoken::dutch);
static ENGLISH: LazyLock<Spoken> = LazyLock::new(|| sound(Spoken::english()));

thread_local! {
    static NOW: Cell<Option<&'static Spoken>> = const { Cell::new(None) };
}

/// The sentences for the document that is being made; Dutch where nothing else was chosen.
pub fn doc() -> &'static Spoken {
    NOW.get().unwrap_or_else(|| &*DUTCH)
}

/// A language that comes with the program.
pub fn language(name: &str) -> Option<&'static Spoken> {
    match name {
        "nl" => Some(&*DUTCH),
        "en" => Some(&*ENGLISH),
        _ => None,
    }
}

/// Makes a document in this language.
pub fn speaking<R>(language: &'static Spoken, make: impl FnOnce() -> R) -> R {
    struct Before(Option<&'static Spoken>);
    impl Drop for Before {
        fn drop(&mut self) {
            NOW.set(self.0);
        }
    }
    let _before = Before(NOW.replace(Some(language)));
    make()
}

/// Around what is Dutch in a document in another language.
pub const DUTCH_BEGINS: char = '\u{E000}';
/// Where that ends.
pub const DUTCH_ENDS: char = '\u{E001}';

/// What a list or a person said in Dutch, marked as that where the document is in another language.
pub fn as_said(text: &str) -> String {
    if doc().language == "nl" || text.is_empty() {
        return text.to_owned();
    }
    let bare = text.replace([DUTCH_BEGINS, DUTCH_ENDS], "");
    format!("{DUTCH_BEGINS}{bare}{DUTCH_ENDS}")
}

/// A day in the language of the document: *1 maart 2026*.
pub fn day_text(of: NaiveDate) -> String {
    let text = &doc().days;
    let months = text.months();
    let month = months
        .split(' ')
        .nth(of.month0() as usize)
        .unwrap_or_default();
    text.day(of.day(), month, of.year())
}

/// Its month: *maart 2026*.
pub fn month_text(of: NaiveDate) -> String {
    let text = &doc().days;
    let months = text.months();
    let month = months.split(' ').nth(of.month0() as usize);
    text.month(month.unwrap_or_default(), of.year())
}

/// The same with the day of the week before it.
pub fn weekday_text(of: NaiveDate) -> String {
    let text = &doc().days;
    let days = text.weekdays();
    let at = of.weekday().num_days_from_monday() as usize;
    text.with_weekday(days.split(' ').nth(at).unwrap_or_default(), day_text(of))
}
