//! A question: the keys of all kinds, and those that only some have.

use super::{Form, Holds, Key, OPTION, Sort, may, need};

const GUIDE: (u8, &str) = (3, "sleutel");
const INSIDE: (u8, &str) = (3, "daarbinnen");

/// A question of any kind. A key stands here twice where kinds differ in what it holds.
pub static QUESTION: Form = Form::new("vraag", "een vraag", GUIDE, &KEYS);

/// The kinds that are answered with one value, by which a reason can stand.
const ONE_ANSWER: &[Sort] = &[
    Sort::YesNo,
    Sort::Choice,
    Sort::Choices,
    Sort::Judgement,
    Sort::Scale,
    Sort::Number,
    Sort::Date,
    Sort::Text,
    Sort::Person,
    Sort::Row,
    Sort::Ranking,
];

/// The kinds that are answered.
const ANSWERED: &[Sort] = &[
    Sort::YesNo,
    Sort::Choice,
    Sort::Choices,
    Sort::Judgement,
    Sort::Scale,
    Sort::Number,
    Sort::Date,
    Sort::Text,
    Sort::Person,
    Sort::Row,
    Sort::List,
    Sort::Ranking,
];

/// The kinds whose answer may be left empty.
const MAY_BE_EMPTY: &[Sort] = &[
    Sort::Text,
    Sort::Choices,
    Sort::Person,
    Sort::Row,
    Sort::Ranking,
];

const OPTIONS: &[Sort] = &[Sort::Choice, Sort::Choices, Sort::Judgement];

static KEYS: [Key; 45] = [
    need("id", Holds::NEW_ID),
    need("vraag", Holds::Text),
    need("soort", Holds::Kind),
    may("uitleg", Holds::Text),
    may("waarom", Holds::Text),
    may("voorbeeld", Holds::Text).only(ANSWERED),
    may("bron", Holds::Text),
    may("als", Holds::Condition { routing: true }),
    may("nvt", Holds::Flag).only(ONE_ANSWER),
    may("meer", Holds::Flag),
    may("mag_leeg", Holds::Flag).only(MAY_BE_EMPTY),
    may("rol", Holds::QuestionRole),
    may(
        "toelichting",
        Holds::Either(&Holds::Words(&["mag", "altijd"]), &Holds::Form(&NOTE)),
    )
    .only(ONE_ANSWER),
    may("advies", Holds::Word).only(ONE_ANSWER),
    may("apart", Holds::Flag),
    may("navragen", Holds::OneOrMore(&Holds::Text)),
    may("luister", Holds::Flag),
    may("gegeven", Holds::Flag),
    may("punten", Holds::Form(&YES_NO_POINTS)).only(&[Sort::YesNo]),
    need(
        "opties",
        Holds::Either(&Holds::Word, &Holds::Filled(&Holds::Form(&OPTION))),
    )
    .only(OPTIONS),
    may("steunt_op", Holds::OneOrMore(&Holds::Word)).only(&[Sort::Judgement]),
    may("feit", Holds::From).only(&[Sort::Judgement]),
    need("van", Holds::Whole).only(&[Sort::Scale]),
    need("tot", Holds::Whole).only(&[Sort::Scale]),
    may("van", Holds::Number).only(&[Sort::Number]),
    may("tot", Holds::Number).only(&[Sort::Number]),
    may("labels", Holds::Form(&LABELS)).only(&[Sort::Scale]),
    may("stap", Holds::Positive).only(&[Sort::Number]),
    may("eenheid", Holds::Text).only(&[Sort::Number]),
    may("niet_na_vandaag", Holds::Flag).only(&[Sort::Date]),
    may("regels", Holds::Words(&["meer"])).only(&[Sort::Text]),
    may("vaag", Holds::Flag).only(&[Sort::Text]),
    may("meerdere", Holds::Flag).only(&[Sort::Person, Sort::Row]),
    may("alleen", Holds::Form(&ONLY)).only(&[Sort::Person, Sort::Row]),
    need("rijen_van", Holds::Word).only(&[Sort::Row, Sort::Ranking]),
    may("rij", Holds::Text).only(&[Sort::List]),
    need("vragen", Holds::Filled(&Holds::Question { in_row: true })).only(&[Sort::List]),
    may("samen", Holds::Flag).only(&[Sort::List]),
    may("minstens", Holds::Size).only(&[Sort::List]),
    may("hoogstens", Holds::Size).only(&[Sort::List, Sort::Ranking]),
    may("nummer", Holds::Letter).only(&[Sort::List]),
    may("eerst", Holds::Form(&FIRST)).only(&[Sort::Ranking]),
    may(
        "weegt_op",
        Holds::OneOrFilled(&Holds::Either(&Holds::Word, &Holds::Form(&WEIGHT))),
    )
    .only(&[Sort::Ranking]),
    may("stop", Holds::Flag).only(&[Sort::Notice]),
    may("gevaar", Holds::Flag).only(&[Sort::Notice]),
];

/// When a reason must stand with an answer.
pub static NOTE: Form = Form::new(
    "toelichting",
    "`toelichting`",
    INSIDE,
    &[need("bij", Holds::OneOrMore(&Holds::Word))],
);

/// What *ja* and *nee* count for.
pub static YES_NO_POINTS: Form = Form::new(
    "punten",
    "`punten`",
    INSIDE,
    &[may("ja", Holds::Number), may("nee", Holds::Number)],
);

/// Words at numbers of a scale.
pub static LABELS: Form = Form::new("labels", "`labels`", INSIDE, &[]).named(true, Holds::Text);

/// A question by which rows are weighed.
pub static WEIGHT: Form = Form::new(
    "gewicht",
    "een deel van `weegt_op`",
    INSIDE,
    &[need("vraag", Holds::Word), may("ook", Holds::Word)],
);

/// Which rows can be chosen.
pub static ONLY: Form = Form::new(
    "alleen",
    "`alleen`",
    INSIDE,
    &[
        need("vraag", Holds::Word),
        need("is", Holds::OneOrMore(&Holds::Word)),
    ],
);

/// Which rows do not belong under others.
pub static FIRST: Form = Form::new(
    "eerst",
    "`eerst`",
    INSIDE,
    &[
        need("als", Holds::Condition { routing: false }),
        need("tekst", Holds::Text),
    ],
);
