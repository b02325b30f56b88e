//! The form of an output line: the short form of what `weeg` prints.

use serde::Serialize;
use serde_json::Value as Json;

use crate::assessment::OutcomeForm;
use crate::questionnaire::Questionnaire;

/// One derived value.
#[derive(Debug, Serialize)]
pub(super) struct Short<'f> {
    waarde: &'f Json,
    ondergrens: &'f Json,
    bovengrens: &'f Json,
    zekerheid: &'f str,
    mogelijk: &'f Option<Vec<Json>>,
    #[serde(skip_serializing_if = "Json::is_null")]
    schatting: &'f Json,
    exact: bool,
}

impl<'f> Short<'f> {
    pub fn of(form: &'f OutcomeForm) -> Self {
        Self {
            waarde: &form.waarde,
            ondergrens: &form.ondergrens,
            bovengrens: &form.bovengrens,
            zekerheid: form.zekerheid,
            mogelijk: &form.mogelijk,
            schatting: &form.schatting,
            exact: form.exact,
        }
    }
}

/// JSON of something that always has one.
pub(super) fn json(of: &impl Serialize) -> String {
    serde_json::to_string(of).unwrap_or_else(|_| "null".to_owned())
}

/// Which list, version and content.
pub(super) fn origin(list: &Questionnaire) -> String {
    #[derive(Serialize)]
    struct Origin<'l> {
        id: &'l str,
        versie: &'l str,
        sha256: &'l str,
    }
    let version = &list.version;
    json(&Origin {
        id: &version.id,
        versie: &version.version,
        sha256: &version.sha256,
    })
}

/// The rule that decided and its source, without the braces around them.
pub(super) fn rule(sentence: Option<&str>, source: &str) -> String {
    format!("\"regel\":{},\"bron\":{}", json(&sentence), json(&source))
}
