//! Which lists a result or plan says it was made with, held against those that are here.

use serde_json::{Value as Json, json};

use super::{Code, Finding, Report};
use crate::questionnaire::{ListVersion, Questionnaire};

/// What is stated about one list.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Claim {
    /// Its id.
    pub id: String,
    /// Its version.
    pub version: Option<String>,
    /// The SHA-256 of its content.
    pub sha256: Option<String>,
}

impl Claim {
    /// From `{id, versie, sha256}`, or from the id alone.
    pub(super) fn of(json: &Json) -> Option<Self> {
        let word = |key: &str| {
            let word = json.get(key)?;
            // A hash of digits only is a number to whoever writes YAML.
            Some(
                word.as_str()
                    .map_or_else(|| word.to_string(), str::to_owned),
            )
        };
        match json {
            Json::String(id) => Some(Self {
                id: id.clone(),
                ..Self::default()
            }),
            Json::Object(_) => Some(Self {
                id: word("id")?,
                version: word("versie"),
                sha256: word("sha256"),
            }),
            _ => None,
        }
    }
}

impl From<&ListVersion> for Claim {
    fn from(list: &ListVersion) -> Self {
        Self {
            id: list.id.clone(),
            version: Some(list.version.clone()),
            sha256: Some(list.sha256.clone()),
        }
    }
}

/// Holds the stated lists against the one that is here with all it uses. Says whether it is the same list, in any version.
/// `place` and `used_place` are where these stand.
pub fn lists(
    report: &mut Report,
    stated: &Claim,
    used: Option<&[Claim]>,
    here: &Questionnaire,
    (place, used_place): (&str, &str),
) -> bool {
    report.list = Some(here.version.clone());
    if stated.id != here.version.id {
        report.find(Finding::new(
            Code::OtherList,
            format!("{place}.id"),
            json!(stated.id),
            json!(here.version.id),
        ));
        return false;
    }
    one(report, stated, &here.version, place);
    let Some(used) = used else {
        if !here.uses.is_empty() {
            report.not_stated.push(used_place.to_owned());
        }
        return true;
    };
    for (at, claim) in used.iter().enumerate() {
        let place = format!("{used_place}[{at}]");
        match here.uses.iter().find(|list| list.id == claim.id) {
            Some(list) => one(report, claim, list, &place),
            None => report.find(Finding::new(
                Code::UsedLists,
                place,
                json!(claim.id),
                Json::Null,
            )),
        }
    }
    for list in &here.uses {
        if !used.iter().any(|claim| claim.id == list.id) {
            let here = json!(list.id);
            report.find(Finding::new(Code::UsedLists, used_place, Json::Null, here));
        }
    }
    true
}

fn one(report: &mut Report, stated: &Claim, here: &ListVersion, place: &str) {
    let same = |stated: &Option<String>, here: &str| stated.as_ref().map(|stated| stated == here);
    let version = same(&stated.version, &here.version);
    let content = same(&stated.sha256, &here.sha256);
    for (known, name) in [(version, "versie"), (content, "sha256")] {
        if known.is_none() {
            report.not_stated.push(format!("{place}.{name}"));
        }
    }
    let code = match (version, content) {
        (Some(false), Some(true)) => Code::VersionClash,
        (Some(false), _) => Code::OtherVersion,
        (_, Some(false)) => Code::OtherContent,
        _ => return,
    };
    report.find(Finding::new(
        code,
        place,
        json!({ "id": stated.id, "versie": stated.version, "sha256": stated.sha256 }),
        json!({ "id": here.id, "versie": here.version, "sha256": here.sha256 }),
    ));
}
