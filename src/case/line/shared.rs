//! How one sharing is written in the journal.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::day;
use crate::answer::RowId;
use crate::case::shared::{Ground, Shared, Weighed};

/// A version that went to a reader.
#[derive(Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct SharedLine {
    /// The day it was made.
    datum: String,
    /// The profile of the reader.
    lezer: String,
    /// The people it was made for.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    wie: Vec<String>,
    /// Which version this is for them.
    nummer: u32,
    /// Who got it.
    ontvanger: String,
    /// What for.
    doel: String,
    /// Why it may.
    grond: GroundLine,
    /// In which form.
    vorm: String,
    /// The fingerprint in the plan file.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    vingerafdruk: Option<String>,
    /// For whom it was encrypted.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    versleuteld_voor: Vec<String>,
    /// The protected values that went along, by row.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    vrijgegeven: Vec<String>,
    /// Where other words were chosen for this reader.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    anders_gezegd: Vec<String>,
    /// What the numbers of the reader are in the case, by kind of row.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    nummers: BTreeMap<String, BTreeMap<String, String>>,
}

/// Why something may be shared.
#[derive(Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "snake_case")]
enum GroundLine {
    /// Veilig Thuis, without consent.
    Meldrecht,
    /// What is kept about whoever reads it, at their own request.
    Inzage,
    /// With consent.
    Toestemming(ConsentLine),
    /// After the five points of a conflict of duties.
    VijfPunten(WeighedLine),
}

/// Consent.
#[derive(Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct ConsentLine {
    /// Whose.
    van: String,
    /// When.
    datum: String,
}

/// The five points of a conflict of duties.
#[derive(Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct WeighedLine {
    /// The interest.
    belang: String,
    /// Why not otherwise.
    andere_weg: String,
    /// Why without consent.
    geen_toestemming: String,
    /// Why it weighs more.
    weegt: String,
    /// To whom and how much.
    hoeveel: String,
}

/// A sharing as it is written.
pub(super) fn shared_line(of: &Shared) -> SharedLine {
    let words = |rows: &[RowId]| rows.iter().map(ToString::to_string).collect();
    SharedLine {
        datum: of.on.to_string(),
        lezer: of.profile.clone(),
        wie: words(&of.whom),
        nummer: of.number,
        ontvanger: of.recipient.clone(),
        doel: of.purpose.clone(),
        grond: match of.ground.clone() {
            Ground::RightToReport => GroundLine::Meldrecht,
            Ground::Access => GroundLine::Inzage,
            Ground::Consent { from, on } => GroundLine::Toestemming(ConsentLine {
                van: from,
                datum: on.to_string(),
            }),
            Ground::Weighed(all) => GroundLine::VijfPunten(WeighedLine {
                belang: all.interest,
                andere_weg: all.no_other_way,
                geen_toestemming: all.no_consent,
                weegt: all.outweighs,
                hoeveel: all.no_more,
            }),
        },
        vorm: of.form.clone(),
        vingerafdruk: of.print.clone(),
        versleuteld_voor: of.sealed_for.clone(),
        vrijgegeven: words(&of.released),
        anders_gezegd: of.reworded.clone(),
        nummers: of
            .rows
            .iter()
            .map(|(kind, rows)| {
                let rows = rows.iter();
                let rows = rows.map(|(own, row)| (own.clone(), row.to_string()));
                (kind.clone(), rows.collect())
            })
            .collect(),
    }
}

/// Reads one; nothing where it is not whole.
pub(super) fn shared(line: SharedLine) -> Option<Shared> {
    let rows = |words: Vec<String>| words.into_iter().map(RowId).collect();
    Some(Shared {
        on: day(&line.datum)?,
        profile: line.lezer,
        whom: rows(line.wie),
        number: line.nummer,
        recipient: line.ontvanger,
        purpose: line.doel,
        ground: match line.grond {
            GroundLine::Meldrecht => Ground::RightToReport,
            GroundLine::Inzage => Ground::Access,
            GroundLine::Toestemming(said) => Ground::Consent {
                from: said.van,
                on: day(&said.datum)?,
            },
            GroundLine::VijfPunten(all) => Ground::Weighed(Weighed {
                interest: all.belang,
                no_other_way: all.andere_weg,
                no_consent: all.geen_toestemming,
                outweighs: all.weegt,
                no_more: all.hoeveel,
            }),
        },
        form: line.vorm,
        print: line.vingerafdruk,
        sealed_for: line.versleuteld_voor,
        released: rows(line.vrijgegeven),
        reworded: line.anders_gezegd,
        rows: line
            .nummers
            .into_iter()
            .map(|(kind, rows)| {
                let rows = rows.into_iter();
                (kind, rows.map(|(own, row)| (own, RowId(row))).collect())
            })
            .collect(),
    })
}
