//! Periods: from when one waits for what, and how long.

use super::{Form, Holds, Together, may, need};

/// A period.
pub static PERIOD: Form = Form::new(
    "termijn",
    "een termijn",
    (13, "sleutel van een termijn"),
    &[
        need("id", Holds::NEW_ID),
        need("titel", Holds::Text),
        need("stil", Holds::Text),
        need(
            "soort",
            Holds::Words(&["afspraak", "verwachting", "bewaren"]),
        ),
        need("vanaf", Holds::Word),
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
    Together::One(&["uren", "dagen", "werkdagen", "weken", "maanden", "jaren"]),
    Together::Needs("uren", None, "om"),
]);
