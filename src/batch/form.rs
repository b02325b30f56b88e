//! The form of an output line: the short form of what `weeg` prints.

use chrono::NaiveDate;
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

/// Which list, version and content, and for which day: members of an output line, so that `verifieer` can compute it again.
pub(super) fn origin(list: &Questionnaire, today: NaiveDate) -> String {
    #[derive(Serialize)]
    struct Origin<'l> {
        id: &'l str,
        versie: &'l str,
        sha256: &'l str,
    }
    let version = &list.version;
    let of = json(&Origin {
        id: &version.id,
        versie: &version.version,
        sha256: &version.sha256,
    });
    format!("\"vragenlijst\":{of},\"datum\":\"{today}\"")
}

/// The rule that decided and its source, without the braces around them.
pub(super) fn rule(sentence: Option<&str>, source: &str) -> String {
    format!("\"regel\":{},\"bron\":{}", json(&sentence), json(&source))
}

/// Whether this JSON can be the id of a record as it stands: a text or a number that any program can read back.
pub(super) fn is_id(raw: &str) -> bool {
    match raw.as_bytes() {
        [b'"', text @ ..] => !text.contains(&b'\\') || is_readable(raw),
        [b'n', ..] => true,
        [b'-' | b'0'..=b'9', ..] => {
            let short = raw.len() < 19 && raw.bytes().all(|byte| byte.is_ascii_digit());
            short || raw.parse::<f64>().is_ok_and(f64::is_finite)
        }
        _ => false,
    }
}

/// Whether any program can read this JSON back: no half of a character, no number past all bounds, no endless depth.
pub(super) fn is_readable(raw: &str) -> bool {
    serde_json::from_str::<Json>(raw).is_ok()
}
