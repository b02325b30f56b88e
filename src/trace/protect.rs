//! Values that a reader may not have, looked for in a text however they are written: without regard to case, accents,
//! hyphens and spaces; addresses with their streets shortened or written out; numbers split, with another prefix or in
//! words; names as whole words. Says only that one is there.

mod read;
mod shape;

use super::name::tells_nothing;
use crate::text::nl;
use read::{Read, joined};
use shape::Shape;

/// What kind of value is protected.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Guarded {
    /// Where somebody is to be found.
    Address,
    /// A school or nursery.
    School,
    /// Where somebody works.
    Work,
    /// A number to call.
    Phone,
    /// A number plate.
    Plate,
    /// A name.
    Name,
    /// Something else that tells where or who.
    Other,
}

impl Guarded {
    /// All of them, with the word for each.
    pub const ALL: [(Self, &'static str); 7] = [
        (Self::Address, "adres"),
        (Self::School, "school"),
        (Self::Work, "werk"),
        (Self::Phone, "telefoon"),
        (Self::Plate, "kenteken"),
        (Self::Name, "naam"),
        (Self::Other, "anders"),
    ];

    /// What it is, as a person reads it: *een adres*.
    pub fn called(self) -> String {
        let text = &nl().trace;
        match self {
            Self::Address => text.an_address(),
            Self::School => text.a_school(),
            Self::Work => text.a_workplace(),
            Self::Phone => text.a_phone(),
            Self::Plate => text.a_plate(),
            Self::Name => text.a_protected_name(),
            Self::Other => text.a_protected(),
        }
    }
}

/// Values to look for.
#[derive(Clone, Debug, Default)]
pub struct Protected {
    wanted: Vec<(Guarded, Shape)>,
}

impl Protected {
    /// Adds a value with every spelling that is known for its kind, and for what it looks like: in a hurry an address is
    /// soon put down as something else.
    pub fn add(&mut self, kind: Guarded, value: &str) {
        for shape in Shape::of(kind, value) {
            let one = (kind, shape);
            if !self.wanted.contains(&one) {
                self.wanted.push(one);
            }
        }
    }

    /// Adds words that only tell something together, such as the pseudonym of a case; nothing where they tell nothing.
    pub fn add_phrase(&mut self, kind: Guarded, phrase: &str) {
        let whole = joined(phrase);
        if !whole.is_empty() && !tells_nothing(phrase) {
            self.wanted.push((kind, Shape::Words(whole)));
        }
    }

    /// Whether there is nothing to look for.
    pub fn is_empty(&self) -> bool {
        self.wanted.is_empty()
    }

    /// The kinds of value that stand in this text, each once.
    pub fn find(&self, text: &str) -> Vec<Guarded> {
        if self.wanted.is_empty() {
            return Vec::new();
        }
        let read = Read::of(text);
        let there = self.wanted.iter().filter(|(_, shape)| read.has(shape));
        let mut kinds: Vec<Guarded> = there.map(|(kind, _)| *kind).collect();
        kinds.sort_unstable();
        kinds.dedup();
        kinds
    }

    /// Without what already stands in these texts, which hold nothing of a case: an organisation in Utrecht may say so.
    #[must_use]
    pub fn without(mut self, texts: &[String]) -> Self {
        for text in texts {
            let read = Read::of(text);
            self.wanted.retain(|(_, shape)| !read.has(shape));
        }
        self
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn guard(kind: Guarded, value: &str) -> Protected {
        let mut all = Protected::default();
        all.add(kind, value);
        all
    }

    #[test]
    fn however_it_is_spelled_it_is_found() {
        for (kind, value, texts) in [
            (
                Guarded::Address,
                "Kerkstraat 12a, 1234 AB Zwolle",
                &[
                    "Hij staat bij de kerkstraat.",
                    "Kerkstr. 12 A",
                    "KERK-STRAAT 12a",
                    "het is 1234ab",
                    "1 2 3 4 a b",
                    "1234-AB",
                    "zij zit nu in zwolle",
                    "Kerk straat",
                ][..],
            ),
            (
                Guarded::Phone,
                "06-12345678",
                &[
                    "+31 6 12 34 56 78",
                    "0612345678",
                    "(06) 1234.5678",
                    "nul zes een twee drie vier vijf zes zeven acht",
                ],
            ),
            (
                Guarded::Plate,
                "AB-123-C",
                &["ab123c", "A B 1 2 3 C", "AB-I23-C"],
            ),
            (
                Guarded::Name,
                "Anne-Marié de Vries",
                &[
                    "annemarie",
                    "Anne Marie",
                    "ANNE",
                    "bij vries",
                    "Vries' auto",
                    "Maries jas",
                    "Devries",
                ],
            ),
            (
                Guarded::School,
                "basisschool De Regenboog",
                &["op de regenboog", "Regen-boog", "OBS Regenboog"],
            ),
            (
                Guarded::Work,
                "Albert Heijn",
                &["bij albert heijn", "Albert-Heĳn"],
            ),
        ] {
            for text in texts {
                assert_eq!(guard(kind, value).find(text), [kind], "{value}: {text}");
            }
        }
    }

    #[test]
    fn a_value_is_found_by_its_form_also_when_another_kind_was_chosen() {
        for (value, texts) in [
            (
                "Kerkstraat 12, 1234 AB Zwolle",
                &["Kerkstr. 12", "1 2 3 4 a b", "in Zwolle"][..],
            ),
            ("06-12345678", &["+31 6 12 34 56 78"]),
            ("AB-123-C", &["A B 1 2 3 C"]),
            ("basisschool De Regenboog", &["OBS Regen-boog"]),
        ] {
            for (kind, _) in Guarded::ALL {
                for text in texts {
                    assert_eq!(guard(kind, value).find(text), [kind], "{value}: {text}");
                }
            }
        }
    }

    #[test]
    fn what_is_not_there_is_not_found() {
        for (kind, value, text) in [
            (Guarded::Name, "Roos", "De rooster hangt er."),
            (Guarded::Name, "moeder", "Moeder belt zelf."),
            (
                Guarded::Name,
                "oma van vaders kant",
                "De oma van vaders kant belt.",
            ),
            (
                Guarded::Phone,
                "06-12345678",
                "Bel 0800-2000 of 112, om 12 uur.",
            ),
            (
                Guarded::Address,
                "Kerkstraat 12, 1234 AB Zwolle",
                "Elke 12 dagen, om 12.34 uur.",
            ),
            (Guarded::School, "De Brug", "Hij liep over een bruggetje."),
        ] {
            assert_eq!(guard(kind, value).find(text), [], "{value}: {text}");
        }
    }
}
