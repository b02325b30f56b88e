//! Properties: what an author promises over all answers. Each is told by its claim.

use super::{Form, Holds, Key, Together, may, need};

const GUIDE: (u8, &str) = (11, "sleutel van een eigenschap");

const ID: Key = need("id", Holds::NEW_ID);
const TITLE: Key = may("titel", Holds::Text);
const REASON: Key = may("reden", Holds::Text);
const HOLDS: Key = may("geldt", Holds::Flag);
const WHEN: Key = may("als", Holds::Condition { routing: false });

/// Where a promise does not hold on purpose, the list says why.
const BROKEN: Together = Together::Needs("geldt", Some("nee"), "reden");

const fn form(name: &'static str, keys: &'static [Key]) -> Form {
    Form::new(name, "een eigenschap", GUIDE, keys)
}

/// The forms of a property, in the order of the author's guide.
pub static PROPERTIES: [Form; 5] = [
    form(
        "monotoon",
        &[
            ID,
            TITLE,
            REASON,
            HOLDS,
            need("monotoon", Holds::Word),
            may("vragen", Holds::OneOrMore(&Holds::Word)),
            may("andersom", Holds::OneOrMore(&Holds::Word)),
            may("behalve", Holds::OneOrMore(&Holds::Word)),
        ],
    )
    .marked("monotoon")
    .together(&[
        BROKEN,
        Together::Needs("andersom", None, "reden"),
        Together::Needs("behalve", None, "reden"),
    ]),
    form(
        "altijd",
        &[
            ID,
            TITLE,
            REASON,
            HOLDS,
            need("altijd", Holds::Condition { routing: false }),
            WHEN,
        ],
    )
    .marked("altijd")
    .together(&[BROKEN]),
    form(
        "nooit",
        &[
            ID,
            TITLE,
            REASON,
            HOLDS,
            need("nooit", Holds::Condition { routing: false }),
            WHEN,
        ],
    )
    .marked("nooit")
    .together(&[BROKEN]),
    form(
        "telt",
        &[
            ID,
            TITLE,
            REASON,
            HOLDS,
            need("telt", Holds::Word),
            may("vragen", Holds::OneOrMore(&Holds::Word)),
        ],
    )
    .marked("telt")
    .together(&[BROKEN]),
    form(
        "telt_niet",
        &[
            ID,
            TITLE,
            REASON,
            HOLDS,
            need("telt_niet", Holds::Word),
            need("vragen", Holds::OneOrFilled(&Holds::Word)),
        ],
    )
    .marked("telt_niet")
    .together(&[BROKEN]),
];
