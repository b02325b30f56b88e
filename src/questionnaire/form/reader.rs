//! Readers: what a profile may hold that says what somebody outside the team gets of a plan.

use super::frame::{EMPTY, HEADING, PAGE, POINTS, ROOM, TEXT};
use super::{Form, Holds, Key, Together, may, need};

const fn form(
    name: &'static str,
    what: &'static str,
    table: &'static str,
    keys: &'static [Key],
) -> Form {
    Form::new(name, what, (15, table), keys)
}

/// The profile of a reader.
pub static READER: Form = form(
    "lezer",
    "een lezer",
    "sleutel van een lezer",
    &[
        need("id", Holds::NEW_ID),
        need("titel", Holds::Text),
        need("voor", Holds::Text),
        need("bron", Holds::Text),
        need(
            "wie",
            Holds::Words(&[
                "huishouden",
                "kind",
                "gezinslid",
                "netwerk",
                "professional",
                "instantie",
            ]),
        ),
        may("meldrecht", Holds::Flag),
        may("namen", Holds::Words(&["rol", "casus"])),
        may("mag", Holds::OneOrMore(&GUARDED)),
        may("bellen", Holds::Flag),
        may("planbestand", Holds::Flag),
        may("vooraf", Holds::Rows(&Holds::Form(&READER_ASK))),
        may("inleiding", Holds::Text),
        need("krijgt", Holds::Filled(&Holds::Form(&READER_PART))),
        may("slot", Holds::Text),
    ],
);

const GUARDED: Holds = Holds::Words(&[
    "adres", "school", "werk", "telefoon", "kenteken", "naam", "anders",
]);

/// What is asked before a version is made.
pub static READER_ASK: Form = form(
    "vooraf",
    "een vraag vooraf",
    "sleutel van een vraag vooraf",
    &[
        need("id", Holds::NEW_ID),
        need("vraag", Holds::Text),
        may("moet_ja", Holds::Text),
    ],
);

/// A part of what a reader gets.
pub static READER_PART: Form = form(
    "gekregen_deel",
    "een deel voor een lezer",
    "sleutel van een deel voor een lezer",
    &[
        HEADING,
        TEXT,
        POINTS,
        may("uit", Holds::Word),
        may("eigen", Holds::Flag),
        may("kop_ander", Holds::Text),
        may(
            "velden",
            Holds::Rows(&Holds::Either(&Holds::Word, &Holds::Form(&READER_FIELD))),
        ),
        may("doorlopend", Holds::Flag),
        EMPTY,
        ROOM,
        PAGE,
    ],
)
.together(&[
    Together::Needs("eigen", None, "uit"),
    Together::Needs("kop_ander", None, "eigen"),
    Together::Needs("velden", None, "uit"),
    Together::Needs("doorlopend", None, "uit"),
    Together::Needs("leeg", None, "uit"),
]);

/// A field with other words for it.
pub static READER_FIELD: Form = form(
    "gekregen_veld",
    "een veld voor een lezer",
    "sleutel van een veld voor een lezer",
    &[need("veld", Holds::Word), may("kop", Holds::Text)],
);
