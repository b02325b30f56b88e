//! Periods: from when one waits for what, and how long.

use super::{Form, Holds, Together, may, need};

/// What an adaptation may call or explain otherwise of a period of the base.
pub const OF_A_PERIOD: [&str; 4] = ["titel", "stil", "uitleg", "bron"];

/// How long a period lasts: one of these. An adaptation may give another.
pub const LENGTHS: [&str; 6] = ["uren", "dagen", "werkdagen", "weken", "maanden", "jaren"];

/// A period.
pub static PERIOD: Form = Form::new(
    "termijn",
    "een termijn",
    (13, "sleutel van een termijn"),
    &[
        need("id", Holds::NEW_ID),
        need("titel", Holds::Text),
        may("stil", Holds::Text),
        need(
            "soort",
            Holds::Words(&["afspraak", "verwachting", "bewaren", "duur"]),
        ),
        need("vanaf", Holds::OneOrFilled(&Holds::Word)),
        may("tot", Holds::OneOrFilled(&Holds::Word)),
        may("om", Holds::Word),
        may("uren", Holds::NumberOrName),
        may("dagen", Holds::NumberOrName),
        may("werkdagen", Holds::NumberOrName),
        may("weken", Holds::NumberOrName),
        may("maanden", Holds::NumberOrName),
        may("jaren", Holds::NumberOrName),
        may("schuift", Holds::Flag),
        may("als", Holds::Condition { routing: false }),
        may(
            "klaar",
            Holds::OneOrFilled(&Holds::Either(
                &Holds::Word,
                &Holds::Condition { routing: false },
            )),
        ),
        may("bron", Holds::Text),
        may("uitleg", Holds::Text),
    ],
)
.together(&[
    Together::One(&[
        "uren",
        "dagen",
        "werkdagen",
        "weken",
        "maanden",
        "jaren",
        "tot",
    ]),
    Together::Needs("uren", None, "om"),
    Together::Needs("soort", Some("afspraak"), "stil"),
    Together::Needs("soort", Some("verwachting"), "stil"),
    Together::Needs("soort", Some("bewaren"), "stil"),
    Together::Needs("soort", Some("duur"), "tot"),
    Together::NotBoth("tot", "om"),
    Together::NotBoth("tot", "schuift"),
]);
