//! Papers: what a document may hold that is built from the answers to a list.

use super::frame::{EMPTY, HEADING, PAGE, POINTS, ROOM, TEXT};
use super::{Form, Holds, Key, Together, may, need};

const fn form(
    name: &'static str,
    what: &'static str,
    table: &'static str,
    keys: &'static [Key],
) -> Form {
    Form::new(name, what, (14, table), keys)
}

/// A paper.
pub static PAPER: Form = form(
    "papier",
    "een papier",
    "sleutel van een papier",
    &[
        need("id", Holds::NEW_ID),
        need("titel", Holds::Text),
        need("bij", Holds::OneOrFilled(&Holds::Word)),
        need("voor", Holds::Text),
        need("bron", Holds::Text),
        may("buiten", Holds::Words(&["grond", "meldrecht", "inzage"])),
        may("namen", Holds::Words(&["voluit", "weg"])),
        may("data", Holds::Words(&["voluit", "maand", "geleden", "weg"])),
        may("per", Holds::Word),
        may("nalezen", Holds::Flag),
        may("bellen", Holds::Flag),
        may("weigert", Holds::Rows(&Holds::Form(&PAPER_REFUSES))),
        may("inleiding", Holds::Text),
        may("delen", Holds::Filled(&Holds::Form(&PAPER_PART))),
        may("regel", Holds::Filled(&Holds::Form(&PAPER_COLUMN))),
        may("slot", Holds::Text),
    ],
)
.together(&[Together::One(&["delen", "regel"])]);

/// When a paper is not made.
pub static PAPER_REFUSES: Form = form(
    "weigert",
    "een regel van `weigert`",
    "sleutel van `weigert`",
    &[
        may("als", Holds::Condition { routing: true }),
        may("lezer", Holds::Condition { routing: true }),
        need("reden", Holds::Text),
        need("doe", Holds::Text),
    ],
);

/// A part of a paper.
pub static PAPER_PART: Form = form(
    "deel",
    "een deel van een papier",
    "sleutel van een deel",
    &[
        HEADING,
        may("als", Holds::Condition { routing: true }),
        TEXT,
        POINTS,
        may("vragen", SHOWN),
        may("uitkomsten", Holds::Rows(&Holds::Word)),
        may("alleen_aandacht", Holds::Flag),
        may("termijnen", Holds::Flag),
        may("openstaand", Holds::Flag),
        may("rijen", Holds::Word),
        may("waar", Holds::Condition { routing: true }),
        may("over", Holds::Word),
        may("alleen_over", Holds::Flag),
        may("toon", SHOWN),
        may("niet_zonder", Holds::OneOrMore(&Holds::Word)),
        may("zelf", Holds::Flag),
        EMPTY,
        ROOM,
        PAGE,
    ],
)
.together(&[
    Together::Needs("alleen_aandacht", None, "uitkomsten"),
    Together::Needs("waar", None, "rijen"),
    Together::Needs("over", None, "rijen"),
    Together::Needs("alleen_over", None, "over"),
    Together::Needs("toon", None, "rijen"),
    Together::Needs("rijen", None, "toon"),
    Together::Needs("niet_zonder", None, "rijen"),
]);

const SHOWN: Holds = Holds::Rows(&Holds::Either(&Holds::Word, &Holds::Form(&PAPER_QUESTION)));

/// A question whose answer is shown, with other words for it.
pub static PAPER_QUESTION: Form = form(
    "getoonde_vraag",
    "een getoonde vraag",
    "sleutel van een getoonde vraag",
    &[
        need("vraag", Holds::Word),
        may("kop", Holds::Text),
        may("toelichting", Holds::Flag),
    ],
);

/// One column of a line in a register.
pub static PAPER_COLUMN: Form = form(
    "kolom",
    "een kolom",
    "sleutel van een kolom",
    &[
        need("kop", Holds::NEW_ID),
        may("vraag", Holds::Word),
        may("uitkomst", Holds::Word),
        may("als", Holds::Condition { routing: true }),
        may("aantal", Holds::Word),
        may("waar", Holds::Condition { routing: true }),
        may("gegeven", Holds::Words(&["nummer", "dag", "profiel"])),
        may("dagen", Holds::Form(&PAPER_DAYS)),
    ],
)
.together(&[
    Together::One(&["vraag", "uitkomst", "als", "aantal", "gegeven", "dagen"]),
    Together::Needs("waar", None, "aantal"),
]);

/// How many days lie between two answers.
pub static PAPER_DAYS: Form = form(
    "dagen",
    "een aantal dagen",
    "sleutel van dagen",
    &[need("van", Holds::Word), need("tot", Holds::Word)],
);
