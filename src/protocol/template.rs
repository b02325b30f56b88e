//! The text of an organisation's code, before anything is filled in: read from its file, and held against its list.

use std::collections::BTreeMap;

use serde::Deserialize;

use crate::questionnaire::Questionnaire;

/// The text that comes with the program.
const SHIPPED: &str = include_str!("../../questionnaires/protocol/document/protocol.yaml");

/// How messages call it.
const PATH: &str = "questionnaires/protocol/document/protocol.yaml";

/// A whole text.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Template {
    /// What stands above it.
    pub(super) titel: String,
    /// The list that profiles are made for.
    pub profiel_van: String,
    /// National numbers that are only for some: the profiles that they are for, by number.
    pub nummers_bij: BTreeMap<String, Vec<String>>,
    pub(super) delen: Vec<Part>,
}

/// One part of it.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub(super) struct Part {
    pub(super) kop: Option<String>,
    pub(super) onderkop: Option<String>,
    pub(super) als: Option<When>,
    pub(super) tekst: Option<String>,
    pub(super) punten: Vec<String>,
    pub(super) feiten: Vec<Fact>,
    pub(super) tabel: Option<Columns>,
    pub(super) programma: Option<Piece>,
    pub(super) bron: Option<String>,
}

/// Only where one of these was chosen; without any, where there is an answer. The profile is asked about as a question is.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct When {
    pub(super) vraag: String,
    #[serde(default)]
    pub(super) bevat: Vec<String>,
}

/// A short label with what belongs to it.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Fact {
    pub(super) kop: String,
    pub(super) tekst: String,
}

/// A table.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Columns {
    pub(super) koppen: Vec<String>,
    pub(super) rijen: Vec<Vec<String>>,
}

/// What the program puts in by itself.
#[derive(Clone, Copy, Debug, Deserialize, PartialEq, Eq)]
pub enum Piece {
    /// What to do when there is danger now.
    #[serde(rename = "gevaar")]
    Danger,
    /// What the profile says, each with its ground.
    #[serde(rename = "profiel")]
    Profile,
    /// How long a record is kept by this profile, with its ground.
    #[serde(rename = "bewaren")]
    Keeping,
    /// The national numbers, each with its day.
    #[serde(rename = "nummers")]
    Phones,
    /// The organisation's own partners.
    #[serde(rename = "partners")]
    Partners,
}

impl Template {
    /// The text that comes with the program. A test reads it; none where it cannot be read.
    pub fn shipped() -> Option<Self> {
        crate::yaml::read(SHIPPED.as_bytes(), PATH).ok()
    }

    /// Every place in it that neither the list nor these words can fill.
    pub fn unknown_places(&self, list: &Questionnaire, words: &[&str]) -> Vec<String> {
        let known = |name: &str| words.contains(&name) || list.find(name).is_some();
        let mut unknown: Vec<String> = Vec::new();
        for part in &self.delen {
            let texts = part.tekst.iter().chain(&part.punten);
            let facts = part.feiten.iter().map(|fact| &fact.tekst);
            let cells = part
                .tabel
                .iter()
                .flat_map(|table| table.rijen.iter().flatten());
            for text in texts.chain(facts).chain(cells) {
                let places = text.split('{').skip(1);
                let names = places.filter_map(|rest| Some(rest.split_once('}')?.0));
                unknown.extend(names.filter(|name| !known(name)).map(str::to_owned));
            }
            if let Some(when) = part.als.as_ref().filter(|when| !known(&when.vraag)) {
                unknown.push(when.vraag.clone());
            }
        }
        unknown
    }
}
