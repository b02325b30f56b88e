//! What questionnaires share and the interview shows: telephone numbers and vague words. Both come in as data.

use schemars::JsonSchema;
use serde::Deserialize;

/// A number to call. One row of `gedeeld/nummers.yaml`.
#[derive(Clone, Debug, Deserialize, JsonSchema, PartialEq, Eq)]
#[serde(deny_unknown_fields)]
pub struct Phone {
    /// A name for it.
    pub id: String,
    /// Who answers.
    #[serde(rename = "naam")]
    pub name: String,
    /// The number.
    #[serde(rename = "nummer")]
    pub number: String,
    /// What to call it for.
    #[serde(rename = "waarvoor")]
    pub about: String,
    /// Where the number comes from.
    #[serde(rename = "bron")]
    pub source: String,
    /// The day on which it was looked up there.
    #[serde(rename = "geldig_op")]
    #[schemars(extend("format" = "date"))]
    pub checked: String,
    /// `ja`: read with the owner of the number itself.
    #[serde(rename = "zeker")]
    #[schemars(extend("enum" = ["ja", "nee"]))]
    pub sure: String,
}

/// A word that means something else to everybody. One row of `gedeeld/woorden.yaml`.
#[derive(Clone, Debug, Deserialize, JsonSchema, PartialEq, Eq)]
#[serde(deny_unknown_fields)]
pub struct VagueWord {
    /// The word, or words.
    #[serde(rename = "woord")]
    pub word: String,
    /// What to ask instead.
    #[serde(rename = "vraag")]
    pub ask: String,
    /// An invented sentence that says it better.
    #[serde(rename = "voorbeeld")]
    pub example: String,
}
