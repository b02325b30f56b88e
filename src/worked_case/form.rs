//! What may stand in a file of worked cases: the tables by which it is read.

use crate::questionnaire::form::{Form, Holds, Key, Together, may, need};

const GUIDE: (u8, &str) = (10, "sleutel");

/// One worked case.
pub(crate) static CASE: Form =
    Form::new("proefgeval", "een proefgeval", GUIDE, &KEYS).together(&[Together::Some(&[
        "verwacht",
        "redenen",
        "gesteld",
        "verborgen",
        "bij_de_eerste",
        "termijnen",
        "niet_toepasbaar",
    ])]);

static KEYS: [Key; 11] = [
    need("naam", Holds::Text),
    need("datum", Holds::Date),
    may("instellingen", Holds::Form(&SETTINGS)),
    may("antwoorden", Holds::Answers),
    may("verwacht", Holds::Form(&EXPECTED)),
    may("redenen", Holds::Form(&REASONS)),
    may("gesteld", Holds::OneOrMore(&Holds::Word)),
    may("verborgen", Holds::OneOrMore(&Holds::Word)),
    may("bij_de_eerste", Holds::Form(&RANKED)),
    may("termijnen", Holds::Form(&PERIODS)),
    may("niet_toepasbaar", Holds::Flag),
];

/// Other values of settings, by setting.
pub(super) static SETTINGS: Form = Form::new(
    "instellingen_van_een_geval",
    "`instellingen` van een proefgeval",
    GUIDE,
    &[],
)
.named(false, Holds::Word);

/// What must come out, by derived value.
static EXPECTED: Form = Form::new("verwacht", "`verwacht`", GUIDE, &[]).named(
    false,
    Holds::Either(&Holds::Word, &Holds::Form(&EXPECTATION)),
);

/// What must stand in the reasons, by derived value.
static REASONS: Form =
    Form::new("redenen", "`redenen`", GUIDE, &[]).named(false, Holds::OneOrMore(&Holds::Word));

/// Where rows must stand, by ranking.
static RANKED: Form =
    Form::new("bij_de_eerste", "`bij_de_eerste`", GUIDE, &[]).named(false, Holds::Form(&AMONG));

/// When a period must be over, by period.
static PERIODS: Form =
    Form::new("verwachte_termijnen", "`termijnen`", GUIDE, &[]).named(false, Holds::Word);

/// Where the rows of one ranking must stand.
pub(crate) static AMONG: Form = Form::new(
    "standen",
    "wat u van een rangorde verwacht",
    (10, "in `bij_de_eerste`"),
    &[
        may("zeker", Holds::OneOrMore(&Holds::Word)),
        may("mogelijk", Holds::OneOrMore(&Holds::Word)),
        may("niet", Holds::OneOrMore(&Holds::Word)),
        may("gelijk", Holds::OneOrMore(&Holds::Word)),
    ],
);

/// What must come out for one derived value.
pub(crate) static EXPECTATION: Form = Form::new(
    "verwachting",
    "een verwachting",
    (10, "in `verwacht`"),
    &[
        may("is", Holds::Word),
        may("zekerheid", Holds::Words(&["vast", "open"])),
        may("mogelijk", Holds::OneOrMore(&Holds::Word)),
        may("van", Holds::Number),
        may("tot", Holds::Number),
        may("schatting", Holds::Word),
    ],
);
