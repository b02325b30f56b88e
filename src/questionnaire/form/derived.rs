//! Derived values: their keys and the ways to compute.

use super::condition::{
    AFTER, AT_LEAST, AT_MOST, BEFORE, CONTAINS, IS, LESS_THAN, MORE_THAN, SAME_AS,
};
use super::{Form, Holds, Key, LEVEL, TESTED, Together, may, need};

const GUIDE: (u8, &str) = (6, "sleutel binnen een rekenwijze");

/// A derived value: its keys, and one way to compute.
pub static DERIVED: Form = Form::new(
    "afgeleide",
    "een afgeleide",
    (6, "sleutel"),
    &[
        need("id", Holds::NEW_ID),
        may("titel", Holds::Text),
        may("uitleg", Holds::Text),
        may("bron", Holds::Text),
        may("als", CONDITION),
        may(
            "niveaus",
            Holds::Either(&Holds::Word, &Holds::Rows(&Holds::Form(&LEVEL))),
        ),
        may(
            "onbekend",
            Holds::Either(
                &Holds::Words(&["onthouden", "als_nee", "als_ja"]),
                &Holds::Form(&POLICY),
            ),
        ),
        may("rol", Holds::DerivedRole),
        may(
            "som",
            Holds::Filled(&Holds::Either(&Holds::NumberOrName, &Holds::OneOf(&TERMS))),
        ),
        may("tel", Holds::OneOf(&COUNTS)),
        may("hoogste", Holds::OneOrMore(&INPUT)),
        may("laagste", Holds::OneOrMore(&INPUT)),
        may("verhouding", Holds::Form(&RATIO)),
        may("banden", Holds::Form(&BANDS)),
        may("tabel", Holds::Form(&TABLE)),
        may("regels", Holds::Filled(&Holds::OneOf(&RULES))),
    ],
)
.together(&[Together::One(&WAYS)]);

/// The keys of the ways to compute, in the order of the author's guide.
pub const WAYS: [&str; 8] = [
    "som",
    "tel",
    "hoogste",
    "laagste",
    "verhouding",
    "banden",
    "tabel",
    "regels",
];

const CONDITION: Holds = Holds::Condition { routing: false };

/// A number or level that is computed with: a name, a number, or a question of all rows.
const INPUT: Holds = Holds::Either(&Holds::NumberOrName, &Holds::Form(&ROWS_INPUT));

/// One question of all rows.
pub static ROWS_INPUT: Form = Form::new(
    "rijen",
    "een deel",
    GUIDE,
    &[need("rijen", Holds::Word), need("vraag", Holds::Word)],
);

/// An estimate by the mean of what is known.
pub static POLICY: Form = Form::new(
    "onbekend",
    "`onbekend`",
    (6, "`onbekend`"),
    &[need("naar_rato", Holds::Size)],
);

/// The parts of a sum that are more than a name.
pub static TERMS: [Form; 4] = [
    Form::new(
        "punten_als",
        "een deel van `som`",
        GUIDE,
        &[
            may("rijen", Holds::Word),
            need("als", CONDITION),
            need("punten", Holds::NumberOrName),
        ],
    )
    .marked("als"),
    Form::new(
        "vraag_van_rijen",
        "een deel van `som`",
        GUIDE,
        &[
            need("rijen", Holds::Word),
            need("vraag", Holds::Word),
            may("maal", Holds::NumberOrName),
        ],
    )
    .marked("rijen"),
    Form::new(
        "maal_afgeleide",
        "een deel van `som`",
        GUIDE,
        &[
            need("waarde_van", Holds::Word),
            may("maal", Holds::NumberOrName),
        ],
    )
    .marked("waarde_van"),
    Form::new(
        "maal_vraag",
        "een deel van `som`",
        GUIDE,
        &[need("vraag", Holds::Word), may("maal", Holds::NumberOrName)],
    ),
];

/// What is counted.
pub static COUNTS: [Form; 3] = [
    Form::new(
        "tel_rijen",
        "`tel`",
        GUIDE,
        &[need("rijen", Holds::Word), may("geldt", CONDITION)],
    )
    .marked("rijen"),
    Form::new(
        "tel_voorwaarden",
        "`tel`",
        GUIDE,
        &[need("van", Holds::Filled(&CONDITION))],
    )
    .marked("van"),
    Form::new("tel_vragen", "`tel`", GUIDE, &COUNT_KEYS).together(&[Together::Some(TESTED)]),
];

static COUNT_KEYS: [Key; 10] = [
    need("vragen", Holds::Filled(&Holds::Word)),
    IS,
    CONTAINS,
    AT_LEAST,
    AT_MOST,
    MORE_THAN,
    LESS_THAN,
    BEFORE,
    AFTER,
    SAME_AS,
];

/// One number over another.
pub static RATIO: Form = Form::new(
    "verhouding",
    "`verhouding`",
    GUIDE,
    &[need("van", INPUT), need("tot", INPUT)],
);

/// From a number to a level.
pub static BANDS: Form = Form::new(
    "banden",
    "`banden`",
    GUIDE,
    &[
        need("van", INPUT),
        need("rijen", Holds::Filled(&Holds::Form(&BAND))),
    ],
);

/// The numbers of one level.
pub static BAND: Form = Form::new(
    "band",
    "een band",
    GUIDE,
    &[
        may("vanaf", Holds::NumberOrName),
        may("tot_en_met", Holds::NumberOrName),
        may("onder", Holds::NumberOrName),
        need("is", Holds::Word),
        may("reden", Holds::Text),
    ],
)
.together(&[Together::NotBoth("tot_en_met", "onder")]);

/// From several answers to a level.
pub static TABLE: Form = Form::new(
    "tabel",
    "`tabel`",
    GUIDE,
    &[
        need("op", Holds::OneOrMore(&Holds::Word)),
        need("rijen", Holds::Filled(&Holds::Form(&TABLE_ROW))),
    ],
);

/// One row of a table; its other keys are the columns.
pub static TABLE_ROW: Form = Form::new(
    "rij_van_tabel",
    "een rij van `tabel`",
    GUIDE,
    &[
        need("is", Holds::Word),
        may("reden", Holds::Text),
        may("bron", Holds::Text),
    ],
)
.named(
    false,
    Holds::Either(&Holds::OneOrMore(&Holds::Word), &Holds::Form(&CELL)),
);

/// What is tested of one column.
pub static CELL: Form =
    Form::new("cel", "een cel van `tabel`", GUIDE, &CELL_KEYS).together(&[Together::Some(TESTED)]);

static CELL_KEYS: [Key; 9] = [
    IS, CONTAINS, AT_LEAST, AT_MOST, MORE_THAN, LESS_THAN, BEFORE, AFTER, SAME_AS,
];

/// A rule: the last one, or one with a condition.
pub static RULES: [Form; 2] = [
    Form::new(
        "anders",
        "een regel",
        GUIDE,
        &[
            need("anders", Holds::Word),
            may("reden", Holds::Text),
            may("bron", Holds::Text),
        ],
    )
    .marked("anders"),
    Form::new(
        "regel",
        "een regel",
        GUIDE,
        &[
            need("als", CONDITION),
            need("is", Holds::Word),
            may("reden", Holds::Text),
            may("bron", Holds::Text),
        ],
    ),
];
