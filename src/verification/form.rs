//! The report for a program: stable from now on. Members are added, never renamed.

use schemars::JsonSchema;
use serde::Serialize;
use serde_json::Value as Json;

use super::{Code, Finding, Of, Report, Verdict, message, todo};
use crate::assessment::List;
use crate::questionnaire::Questionnaire;

/// What `verifieer --formaat json` prints, one for each result or plan.
#[derive(Debug, Serialize, JsonSchema)]
pub struct ReportForm {
    /// `resultaat` or `plan`.
    #[schemars(extend("enum" = words(Of::ALL, |one| one.word())))]
    pub soort: &'static str,
    /// What the record calls itself in a batch; null without.
    #[schemars(with = "Id")]
    pub id: Json,
    /// `klopt`, `wijkt_af` or `niet_nagerekend`.
    #[schemars(extend("enum" = words(Verdict::ALL, |one| one.word())))]
    pub oordeel: &'static str,
    /// The list that was used; null where none was found.
    pub vragenlijst: Option<List>,
    /// The day that was used; null where nothing was computed.
    pub datum: Option<String>,
    /// The outcomes that are stated and the same.
    pub gelijk: Vec<String>,
    /// What differs.
    pub verschillen: Vec<FindingForm>,
    /// What was filled in afterwards in a plan; no fault.
    pub ingevuld: Vec<FindingForm>,
    /// What is not stated, and so was not looked at.
    pub niet_vermeld: Vec<String>,
    /// What this program does not know, and so was not looked at.
    pub niet_bekend: Vec<String>,
    /// What else there is to know.
    pub opmerkingen: Vec<String>,
}

/// One difference.
#[derive(Debug, Serialize, JsonSchema)]
pub struct FindingForm {
    /// Its stable code.
    #[schemars(extend("enum" = words(Code::ALL, |one| one.word())))]
    pub code: &'static str,
    /// Which member.
    pub plaats: String,
    /// What is stated; null for nothing.
    pub vermeld: Json,
    /// What is computed, or is here; null for nothing.
    pub berekend: Json,
    /// What differs.
    pub melding: String,
    /// What to do.
    pub tip: String,
    /// What each part adds to a computed sum; null for what is no sum.
    pub optelling: Option<Vec<AddendForm>>,
}

/// What one part adds.
#[derive(Debug, Serialize, JsonSchema)]
pub struct AddendForm {
    /// The id of the question or derived value; null for points that a rule gives.
    pub van: Option<String>,
    /// The points; `[least, most]` while an answer is missing.
    #[schemars(with = "Points")]
    pub punten: Json,
}

/// Whatever a record calls itself: how a schema tells it.
#[derive(JsonSchema)]
#[schemars(untagged)]
#[allow(dead_code, reason = "only its schema is used")]
enum Id {
    Text(String),
    Number(f64),
    None(()),
}

/// Points: how a schema tells them.
#[derive(JsonSchema)]
#[schemars(untagged)]
#[allow(dead_code, reason = "only its schema is used")]
enum Points {
    One(f64),
    Between([Option<f64>; 2]),
}

/// The words of all, for the schema.
fn words<T: Copy>(all: &[T], word: fn(T) -> &'static str) -> Vec<&'static str> {
    all.iter().copied().map(word).collect()
}

impl ReportForm {
    /// The report as a program reads it.
    pub fn of(report: &Report, list: Option<&Questionnaire>) -> Self {
        let form = |finding: &Finding| FindingForm::of(finding, list);
        Self {
            soort: report.of.word(),
            id: report.id.clone(),
            oordeel: report.verdict.word(),
            vragenlijst: report.list.as_ref().map(|list| List {
                id: list.id.clone(),
                versie: list.version.clone(),
                sha256: list.sha256.clone(),
            }),
            datum: report.day.map(|day| day.date().to_string()),
            gelijk: report.same.clone(),
            verschillen: report.findings.iter().map(form).collect(),
            ingevuld: report.filled.iter().map(form).collect(),
            niet_vermeld: report.not_stated.clone(),
            niet_bekend: report.unknown.clone(),
            opmerkingen: report.notes.clone(),
        }
    }
}

impl FindingForm {
    fn of(finding: &Finding, list: Option<&Questionnaire>) -> Self {
        let addend = |addend: &super::Addend| AddendForm {
            van: addend.of.clone(),
            punten: addend.points(),
        };
        let addends = || finding.addends.iter().map(addend).collect();
        Self {
            code: finding.code.word(),
            plaats: finding.place.clone(),
            vermeld: finding.stated.clone(),
            berekend: finding.computed.clone(),
            melding: message(finding),
            tip: todo(finding, list),
            optelling: (!finding.addends.is_empty()).then(addends),
        }
    }
}
