//! What questionnaires share and the interview shows: telephone numbers and vague words. Both come in as data.

use serde::Deserialize;

/// A number to call. One row of `gedeeld/nummers.yaml`.
#[derive(Clone, Debug, Deserialize, PartialEq, Eq)]
pub struct Phone {
    /// Who answers.
    #[serde(rename = "naam")]
    pub name: String,
    /// The number.
    #[serde(rename = "nummer")]
    pub number: String,
    /// What to call it for.
    #[serde(rename = "waarvoor")]
    pub about: String,
}

/// A word that means something else to everybody. One row of `gedeeld/woorden.yaml`.
#[derive(Clone, Debug, Deserialize, PartialEq, Eq)]
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
