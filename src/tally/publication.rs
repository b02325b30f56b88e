//! The form of what may be published, as JSON. Members are added, never renamed or taken away.

use schemars::JsonSchema;
use serde::{Serialize, Serializer};

use super::count::{Earlier, Origin, Unique};
use super::protect::{ROUNDED_TO, Shown, THRESHOLD};

/// What may be published. Never an input for counting.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
pub struct Publication {
    /// Always `top3-publicatie`.
    soort: &'static str,
    /// The form; 1 now.
    formaat: u32,
    /// A count under this, other than 0, is `geheim`.
    drempel: u64,
    /// Every count is a multiple of this.
    afronding: u64,
    /// Records that could not be assessed.
    #[schemars(with = "CountOrSecret")]
    pub niet_gewogen: Shown,
    /// Per list, version and content.
    pub lijsten: Vec<PublishedList>,
    /// Repeated reports; null where none were counted.
    pub hermeldingen: Option<PublishedRepeats>,
}

/// One list.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
pub struct PublishedList {
    /// Which; null where that was not said.
    pub vragenlijst: Option<Origin>,
    /// The records to which the list applies: the total of every table.
    #[schemars(with = "CountOrSecret")]
    pub records: Shown,
    /// The records to which it does not.
    #[schemars(with = "CountOrSecret")]
    pub niet_toepasbaar: Shown,
    /// The tables.
    pub tabellen: Vec<PublishedTable>,
}

/// One outcome or question.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
pub struct PublishedTable {
    /// Its id.
    pub naam: String,
    /// Whether a record can count under more than one value.
    pub meer: bool,
    /// The cells; null where all of them are `geheim`.
    pub cellen: Option<Vec<PublishedCell>>,
}

/// One cell.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
pub struct PublishedCell {
    /// `waarde`, or what else came out: `geen`, `open`, `onbekend`, `geweigerd`, `nvt`, `niet_gesteld`, `niet_aan_de_orde`.
    pub soort: &'static str,
    /// The level, number or answer; null where it is something else that came out.
    pub waarde: Option<String>,
    /// The count.
    #[schemars(with = "CountOrSecret")]
    pub aantal: Shown,
    /// The rounded count as a share of the rounded total, in percents with one decimal.
    pub procent: Option<f64>,
}

/// Repeated reports.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
pub struct PublishedRepeats {
    /// How far back an earlier report counts.
    pub binnen: String,
    /// The reporters that are left out.
    pub zonder: Vec<String>,
    /// Which earlier reports count.
    pub eerder: Earlier,
    /// What one unique report is.
    pub per: Unique,
    /// Per calendar year.
    pub jaren: Vec<PublishedYear>,
}

/// Repeated reports of one year.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
pub struct PublishedYear {
    /// Which.
    pub jaar: String,
    /// Unique reports, without those of the reporters that are left out.
    #[schemars(with = "CountOrSecret")]
    pub uniek: Shown,
    /// Of these: repeated reports.
    #[schemars(with = "CountOrSecret")]
    pub hermeldingen: Shown,
    /// The second as a share of the first, from the rounded counts.
    pub procent: Option<f64>,
}

/// A multiple of 5, or `geheim`: how a schema tells it.
#[derive(JsonSchema)]
#[schemars(untagged)]
#[allow(dead_code, reason = "only its schema is used")]
enum CountOrSecret {
    /// A count.
    Count(u64),
    /// `geheim`
    Secret(String),
}

impl Serialize for Shown {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Secret => to.serialize_str("geheim"),
            Self::Count(count) => to.serialize_u64(*count),
        }
    }
}

impl Publication {
    /// What a publication calls itself.
    pub const SORT: &str = "top3-publicatie";

    /// Of these parts.
    pub(super) fn of(
        niet_gewogen: Shown,
        lijsten: Vec<PublishedList>,
        hermeldingen: Option<PublishedRepeats>,
    ) -> Self {
        Self {
            soort: Self::SORT,
            formaat: 1,
            drempel: THRESHOLD,
            afronding: ROUNDED_TO,
            niet_gewogen,
            lijsten,
            hermeldingen,
        }
    }
}
