//! The checked profile of a reader: what somebody outside the team gets of a plan. It starts from nothing; what it does not
//! name stays out. Only `lower` makes one; it holds no answer and knows no format.

use super::frame::Frame;
use crate::problem::Place;
use crate::trace::Guarded;

/// What one kind of reader gets.
#[derive(Clone, Debug)]
pub struct Reader {
    /// Its id.
    pub id: String,
    /// What stands above the document.
    pub title: String,
    /// Who reads it, in words.
    pub reader: String,
    /// Which people have a version of their own; none: there is one version.
    pub who: Option<Who>,
    /// It may be told without consent: only Veilig Thuis.
    pub right_to_report: bool,
    /// People are called as the case calls them; otherwise by their role.
    pub names: bool,
    /// The kinds of protected value that may be released, one by one.
    pub may: Vec<Guarded>,
    /// The numbers to call stand in it.
    pub phones: bool,
    /// There is a plan file of it too, that comes back.
    pub file: bool,
    /// What is asked each time before it is made.
    pub asks: Vec<Ask>,
    /// What the reader should know first.
    pub about: Option<String>,
    /// What always stands at the end.
    pub closing: Option<String>,
    /// What the reader gets.
    pub parts: Vec<ReaderPart>,
    /// What it rests on.
    pub source: String,
    /// Where it stands.
    pub place: Place,
}

/// Who has a version of their own.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Who {
    /// Those who live in one house.
    Household,
    /// A child.
    Child,
    /// An adult of the family.
    Adult,
    /// Somebody of the network.
    Network,
    /// A professional.
    Professional,
}

impl Who {
    /// All of them, in the order of the author's guide.
    pub const ALL: [Self; 5] = [
        Self::Household,
        Self::Child,
        Self::Adult,
        Self::Network,
        Self::Professional,
    ];

    /// The word an author writes.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Household => "huishouden",
            Self::Child => "kind",
            Self::Adult => "gezinslid",
            Self::Network => "netwerk",
            Self::Professional => "professional",
        }
    }

    /// Whether this reader stands close to whoever may be in danger or be a danger: never told who said or weighed what.
    pub const fn is_near(self) -> bool {
        !matches!(self, Self::Professional)
    }
}

/// Something that is asked before a version is made.
#[derive(Clone, Debug)]
pub struct Ask {
    /// Its id, also the place in a text where the answer comes: `{bewaart}`.
    pub id: String,
    /// The question.
    pub question: String,
    /// Only a yes is good; otherwise the version is refused with this reason.
    pub must: Option<String>,
}

/// One part of a version.
#[derive(Clone, Debug)]
pub struct ReaderPart {
    /// What its author writes around it.
    pub frame: Frame,
    /// What it takes from the plan.
    pub takes: Option<Takes>,
}

/// What a part takes from the plan.
#[derive(Clone, Debug)]
pub struct Takes {
    /// Which part of the plan: a name of `PARTS`.
    pub part: &'static str,
    /// Only what is about the reader.
    pub own: bool,
    /// What stands above the agreements that another does and the reader looks along at; absent: they stand with the rest.
    pub others: Option<String>,
    /// Which fields, in order, each with what it is called here.
    pub fields: Vec<(&'static str, Option<String>)>,
    /// As running text instead of lines.
    pub running: bool,
}

/// A part of a plan that a profile can name, as a plan file calls it.
#[derive(Clone, Copy, Debug)]
pub struct PlanPart {
    /// Its name.
    pub name: &'static str,
    /// Its fields; none for one text.
    pub fields: &'static [&'static str],
    /// What in it is never for the family, a child or the network.
    pub never_near: &'static [&'static str],
    /// It has rows, of which some may be about the reader.
    pub rows: bool,
}

const fn text(name: &'static str) -> PlanPart {
    PlanPart {
        name,
        fields: &[],
        never_near: &[],
        rows: false,
    }
}

const fn group(name: &'static str, fields: &'static [&'static str]) -> PlanPart {
    PlanPart {
        fields,
        ..text(name)
    }
}

const fn rows(name: &'static str, fields: &'static [&'static str]) -> PlanPart {
    PlanPart {
        rows: true,
        ..group(name, fields)
    }
}

impl PlanPart {
    const fn never(self, never_near: &'static [&'static str]) -> Self {
        Self { never_near, ..self }
    }
}

/// The part with what people agreed to do.
pub const AGREEMENTS: &str = "afspraken";

/// Stands for a whole part in `never_near`.
pub const WHOLE: &str = "*";

/// What of a situation a profile can name.
const SITUATION: &[&str] = &[
    "wat",
    "doet",
    "ondergaat",
    "ziet",
    "laatste_keer",
    "gevolg",
    "rode_vlag",
    "ernst",
    "herhaling",
    "urgentie",
    "door",
    "reden",
    "bron",
];

/// Who weighed, how, and who told it.
const WEIGHED: &[&str] = &["ernst", "herhaling", "urgentie", "door", "reden", "bron"];

/// All that a profile can name. How others weigh the same, what the lists point out and which lists were used is for the
/// team alone and cannot be named.
pub const PARTS: &[PlanPart] = &[
    group(
        "plan",
        &[
            "status",
            "fase",
            "fase_sinds",
            "geldt_tot",
            "organisatie",
            "door",
            "met",
        ],
    ),
    rows("mensen", &["rol", "leeftijd", "woont", "gezag"]),
    text("aanleiding").never(&[WHOLE]),
    text("waar_we_bang_voor_zijn").never(&[WHOLE]),
    text("wat_goed_gaat"),
    rows("top3", SITUATION).never(WEIGHED),
    rows("andere_situaties", SITUATION).never(WEIGHED),
    group("volgorde", &["reden", "wie_ziet_het_anders"]).never(&[WHOLE]),
    rows(
        "voorwaarden",
        &["tekst", "gesteld_door", "gehaald", "gehaald_op"],
    ),
    rows(
        AGREEMENTS,
        &[
            "wie",
            "doet",
            "wanneer",
            "zichtbaar_aan",
            "controle",
            "hoe_vaak",
            "als_het_niet_lukt",
        ],
    ),
    rows("kinderen", &["wie", "tekst"]),
    group("noodplan", &["bellen", "doen", "kinderen"]),
    rows("signalen", &["wie", "wat", "doet"]),
    text("netwerk"),
    text("toezicht"),
    rows("als_het_misgaat", &["wanneer", "wie", "stap"]),
    group("evaluatie", &["datum", "met"]),
    rows("incidenten", &["datum", "wat", "gedaan"]).never(&[WHOLE]),
    rows(
        "risicofactoren",
        &[
            "wat",
            "werkt_op",
            "gewicht",
            "hulp",
            "soort_hulp",
            "wie",
            "begint",
            "weg_op",
        ],
    )
    .never(&[WHOLE]),
    rows("herstel", &["wie", "wat", "hulp", "soort_hulp", "begint"]).never(&[WHOLE]),
    rows(
        "regie",
        &["wie", "organisatie", "zicht_op", "van", "tot", "vervanger"],
    ),
    rows("veiligheidscijfers", &["wie", "datum", "cijfer", "reden"]).never(&[WHOLE]),
    group("nazorg", &["contact", "signalen", "datum"]),
    rows("akkoord", &["wie", "stand", "reden"]).never(&[WHOLE]),
    text("verschil_van_inzicht").never(&[WHOLE]),
    text("besproken").never(&[WHOLE]),
    text("vrijgegeven"),
];
