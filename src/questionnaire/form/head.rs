//! The head of a list, its parts, and what an adaptation changes.

use super::{DERIVED, Form, Holds, Key, PERIOD, PROPERTIES, Together, may, need};

const HEAD: (u8, &str) = (1, "sleutel");
const SETTINGS: (u8, &str) = (8, "sleutel van een instelling");
const CHANGES: (u8, &str) = (8, "sleutel van `wijzig` en `verplaats`");

/// A whole list.
pub static LIST: Form = Form::new(
    "vragenlijst",
    "een vragenlijst",
    HEAD,
    &[
        need("id", Holds::NEW_ID),
        need("versie", Holds::Version),
        need("titel", Holds::Text),
        may("uitleg", Holds::Text),
        may("geldig_vanaf", Holds::Date),
        need("bron", Holds::Text),
        may("bronnen", Holds::Form(&SOURCES)),
        may("getallen", Holds::Rows(&Holds::Form(&NUMBER))),
        may("schalen", Holds::Form(&SCALES)),
        may("instellingen", Holds::Rows(&Holds::Form(&SETTING))),
        may("gebruikt", Holds::Rows(&Holds::Word)),
        may(
            "niet_toepasbaar",
            Holds::Rows(&Holds::Form(&NOT_APPLICABLE)),
        ),
        need("onderdelen", Holds::Rows(&Holds::OneOf(&PARTS))),
        may("afgeleid", Holds::Rows(&Holds::Form(&DERIVED))),
        may("termijnen", Holds::Rows(&Holds::Form(&PERIOD))),
        may("eigenschappen", Holds::Rows(&Holds::OneOf(&PROPERTIES))),
    ],
);

/// A list that adapts another one.
pub static ADAPTATION: Form = Form::new(
    "aanpassing",
    "een aanpassing",
    HEAD,
    &[
        need("id", Holds::NEW_ID),
        need("versie", Holds::Version),
        need("titel", Holds::Text),
        may("uitleg", Holds::Text),
        may("geldig_vanaf", Holds::Date),
        need("bron", Holds::Text),
        may("bronnen", Holds::Form(&SOURCES)),
        need("past_aan", Holds::Word),
        may("instellingen", Holds::Form(&ADAPTED_SETTINGS)),
        may("wijzig", Holds::Rows(&Holds::Form(&CHANGE))),
        may("verplaats", Holds::Rows(&Holds::Form(&MOVE))),
        may("eigenschappen", Holds::Rows(&Holds::OneOf(&PROPERTIES))),
    ],
)
.marked("past_aan");

/// Names for sources.
pub static SOURCES: Form = Form::new("bronnen", "`bronnen`", HEAD, &[]).named(false, Holds::Text);

/// Scales by name.
pub static SCALES: Form = Form::new(
    "schalen",
    "een tabel van schalen",
    (4, "sleutel van een optie"),
    &[],
)
.named(false, Holds::Rows(&Holds::Form(&OPTION)));

/// An option of a question or scale.
pub static OPTION: Form = Form::new(
    "optie",
    "een optie",
    (4, "sleutel van een optie"),
    &OPTION_KEYS,
);

/// A level of a derived value: the same keys, and other ids that are taken.
pub static LEVEL: Form = Form::new(
    "niveau",
    "een optie",
    (4, "sleutel van een optie"),
    &LEVEL_KEYS,
);

static OPTION_KEYS: [Key; 5] = option_keys(&NOT_AN_OPTION);
static LEVEL_KEYS: [Key; 5] = option_keys(&NOT_A_LEVEL);

/// Answers that every question knows, and that an option can therefore not be called.
pub const NOT_AN_OPTION: [&str; 4] = ["onbekend", "geweigerd", "nvt", "geen_antwoord"];

/// What a worked case says when there is no level, and that a level can therefore not be called.
pub const NO_LEVEL: [&str; 2] = ["open", "geen"];

const NOT_A_LEVEL: [&str; 6] = [
    NOT_AN_OPTION[0],
    NOT_AN_OPTION[1],
    NOT_AN_OPTION[2],
    NOT_AN_OPTION[3],
    NO_LEVEL[0],
    NO_LEVEL[1],
];

const fn option_keys(taken: &'static [&'static str]) -> [Key; 5] {
    [
        need("id", Holds::Id { taken }),
        need("tekst", Holds::Text),
        may("uitleg", Holds::Text),
        may("punten", Holds::Number),
        may("rol", Holds::OptionRole),
    ]
}

/// How sure a number or setting is.
const CERTAIN: Holds = Holds::Words(&["zeker", "afgeleid", "niet_gevonden"]);
const CERTAINTY: Key = may("zekerheid", CERTAIN);

/// A number with a name.
pub static NUMBER: Form = Form::new(
    "getal",
    "een getal met een naam",
    (7, "sleutel van een getal"),
    &[
        need("id", Holds::NEW_ID),
        need("waarde", Holds::Number),
        may("vanaf", Holds::Date),
        may("bron", Holds::Text),
        may("titel", Holds::Text),
        may("eenheid", Holds::Text),
        may("uitleg", Holds::Text),
        CERTAINTY,
    ],
);

/// What differs per profession or organisation.
pub static SETTING: Form = Form::new(
    "instelling",
    "een instelling",
    SETTINGS,
    &[
        need("id", Holds::NEW_ID),
        may("titel", Holds::Text),
        need("waarden", Holds::Rows(&Holds::Word)),
        need("gewoon", Holds::Word),
        may("uitleg", Holds::Text),
        may("bron", Holds::Text),
        CERTAINTY,
    ],
);

/// When a list gives no outcome.
pub static NOT_APPLICABLE: Form = Form::new(
    "niet_toepasbaar",
    "een regel van `niet_toepasbaar`",
    (6, "sleutel binnen een rekenwijze"),
    &[
        need("als", Holds::Condition { routing: false }),
        need("reden", Holds::Text),
    ],
);

/// A part: one that gives a used list its place, or one with questions of its own.
pub static PARTS: [Form; 2] = [
    Form::new(
        "plek",
        "een onderdeel",
        (2, "sleutel"),
        &[
            may("id", Holds::NEW_ID),
            may("titel", Holds::Text),
            may("uitleg", Holds::Text),
            may("bron", Holds::Text),
            may("als", Holds::Condition { routing: true }),
            need("gebruik", Holds::Word),
        ],
    )
    .marked("gebruik"),
    Form::new(
        "onderdeel",
        "een onderdeel",
        (2, "sleutel"),
        &[
            need("id", Holds::NEW_ID),
            need("titel", Holds::Text),
            may("uitleg", Holds::Text),
            may("bron", Holds::Text),
            may("als", Holds::Condition { routing: true }),
            may("samen", Holds::Flag),
            need("vragen", Holds::Rows(&Holds::Question { in_row: false })),
        ],
    ),
];

/// Other usual values for settings of the base.
pub static ADAPTED_SETTINGS: Form = Form::new(
    "aangepaste_instellingen",
    "`instellingen` van een aanpassing",
    SETTINGS,
    &[],
)
.named(false, Holds::Either(&Holds::Word, &Holds::Form(&GROUNDED)));

/// Another value for a setting of the base, with its ground.
pub static GROUNDED: Form = Form::new(
    "waarde_met_grond",
    "een waarde met haar grond",
    (8, "bij een aangepaste instelling"),
    &[
        may("waarde", Holds::Word),
        may("bron", Holds::Text),
        need("zekerheid", CERTAIN),
    ],
);

/// Other keys for a question, part, option, derived value or period of the base.
pub static CHANGE: Form = Form::new(
    "wijziging",
    "een regel van `wijzig`",
    CHANGES,
    &[need("id", Holds::Word)],
)
.named(false, Holds::Changed);

/// What a change cannot touch, and why not.
pub const FIXED: [(&str, &str); 9] = [
    (
        "soort",
        "Een andere soort is een andere vraag. Maak daarvoor een eigen lijst.",
    ),
    (
        "rol",
        "De rol zegt wat de vraag in een casus betekent. Laat die staan.",
    ),
    (
        "vragen",
        "Wegnemen kan niet. Noem de vraag zelf bij `id` om die te wijzigen.",
    ),
    ("gebruik", "Wat een lijst meeneemt, ligt in de basis vast."),
    (
        "als",
        "Of iets aan de beurt komt, ligt in de basis vast. Laat de maker er een instelling van maken.",
    ),
    (
        "opties",
        "Wegnemen kan niet. Noem de optie zelf: `id: vraag/optie`.",
    ),
    (
        "rijen_van",
        "Waar een vraag naar verwijst, ligt in de basis vast.",
    ),
    (
        "nummer",
        "De letter staat al in de antwoorden. Laat die staan.",
    ),
    (
        "niveaus",
        "Wegnemen kan niet. Andere regels rekenen met deze niveaus.",
    ),
];

/// Another place for a question of the base.
pub static MOVE: Form = Form::new(
    "verplaatsing",
    "een regel van `verplaats`",
    CHANGES,
    &MOVE_KEYS,
)
.together(&[Together::NotBoth("voor", "na")]);

static MOVE_KEYS: [Key; 4] = [
    need("vraag", Holds::Word),
    need("naar", Holds::Word),
    may("voor", Holds::Word),
    may("na", Holds::Word),
];
