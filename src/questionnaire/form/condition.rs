//! Conditions: their forms, each told by one key, and what can be tested.

use super::{Form, Holds, Key, Together, may, need};

/// What can be tested of a question or derived value: one of these must be there.
pub const TESTED: &[&str] = &[
    "is",
    "bevat",
    "minstens",
    "hoogstens",
    "meer_dan",
    "minder_dan",
    "voor",
    "na",
    "gelijk_aan",
    "noemt",
];

/// What can be tested of something counted.
const COUNTED: &[&str] = &["is", "minstens", "hoogstens", "meer_dan", "minder_dan"];

pub(super) const IS: Key = may("is", Holds::OneOrMore(&Holds::Word));
pub(super) const CONTAINS: Key = may("bevat", Holds::OneOrMore(&Holds::Word));
pub(super) const AT_LEAST: Key = may("minstens", Holds::NumberOrName);
pub(super) const AT_MOST: Key = may("hoogstens", Holds::NumberOrName);
pub(super) const MORE_THAN: Key = may("meer_dan", Holds::NumberOrName);
pub(super) const LESS_THAN: Key = may("minder_dan", Holds::NumberOrName);
pub(super) const BEFORE: Key = may("voor", Holds::Day);
pub(super) const AFTER: Key = may("na", Holds::Day);
pub(super) const SAME_AS: Key = may("gelijk_aan", Holds::Word);
const NAMES: Key = may("noemt", Holds::Word);

/// What a condition within another one holds: the same that may stand around it.
const INNER: Holds = Holds::Condition { routing: true };
const INNERS: Holds = Holds::Filled(&INNER);

const fn form(name: &'static str, keys: &'static [Key]) -> Form {
    Form::new(
        name,
        "een voorwaarde",
        (5, "sleutel van een voorwaarde"),
        keys,
    )
}

/// The forms of a condition, in the order of the author's guide. `kan` and `zeker` only where something is asked or not.
pub static CONDITIONS: [Form; 12] = [
    form(
        "over_vraag",
        &[
            need("vraag", Holds::Word),
            may("van", Holds::Word),
            IS,
            CONTAINS,
            AT_LEAST,
            AT_MOST,
            MORE_THAN,
            LESS_THAN,
            BEFORE,
            AFTER,
            SAME_AS,
            NAMES,
        ],
    )
    .marked("vraag")
    .together(&[Together::Some(TESTED)]),
    form(
        "over_afgeleide",
        &[
            need("waarde_van", Holds::Word),
            IS,
            AT_LEAST,
            AT_MOST,
            MORE_THAN,
            LESS_THAN,
        ],
    )
    .marked("waarde_van")
    .together(&[Together::Some(COUNTED)]),
    form(
        "over_instelling",
        &[
            need("instelling", Holds::Word),
            need("is", Holds::OneOrMore(&Holds::Word)),
        ],
    )
    .marked("instelling"),
    form("alle", &[need("alle", INNERS)]).marked("alle"),
    form("een_van", &[need("een_van", INNERS)]).marked("een_van"),
    form("niet", &[need("niet", INNER)]).marked("niet"),
    form(
        "een_rij",
        &[need("een_rij", Holds::Word), need("geldt", INNER)],
    )
    .marked("een_rij"),
    form(
        "elke_rij",
        &[need("elke_rij", Holds::Word), need("geldt", INNER)],
    )
    .marked("elke_rij"),
    form(
        "aantal_rijen",
        &[
            need("aantal_rijen", Holds::Word),
            may("geldt", INNER),
            may("is", Holds::NumberOrName),
            AT_LEAST,
            AT_MOST,
            MORE_THAN,
            LESS_THAN,
        ],
    )
    .marked("aantal_rijen")
    .together(&[Together::Some(COUNTED)]),
    form("kan", &[need("kan", INNER)]).marked("kan"),
    form("zeker", &[need("zeker", INNER)]).marked("zeker"),
    form(
        "minstens_van",
        &[need("van", INNERS), need("minstens", Holds::NumberOrName)],
    )
    .marked("van"),
];
