//! What the sender signs: which document, for whom, by whom, on which day. One line of JSON.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha512};

use super::MOST_RECIPIENTS;
use crate::keys::{Public, Recipient};

/// The version of the form of a package.
pub const FORMAT: u32 = 1;

/// The statement, as it is written.
#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Statement {
    formaat: u32,
    sha512: String,
    soort: String,
    voor: Vec<String>,
    van: String,
    dag: String,
}

impl Statement {
    pub fn of(
        document: &[u8],
        media: &str,
        to: &[Recipient],
        sender: &Public,
        on: NaiveDate,
    ) -> Self {
        Self {
            formaat: FORMAT,
            sha512: digest(document),
            soort: media.to_owned(),
            voor: to.iter().map(ToString::to_string).collect(),
            van: sender.to_string(),
            dag: on.to_string(),
        }
    }

    /// One line. A struct of text always becomes JSON.
    pub fn written(&self) -> String {
        serde_json::to_string(self).unwrap_or_default()
    }

    pub fn read(line: &str) -> Option<Self> {
        let read: Self = serde_json::from_str(line).ok()?;
        (read.formaat == FORMAT).then_some(read)
    }

    /// Whether it is about exactly this document.
    pub fn is_of(&self, document: &[u8]) -> bool {
        self.sha512 == digest(document)
    }

    pub fn sender(&self) -> Option<Public> {
        Public::parse(&self.van)
    }

    pub fn recipients(&self) -> Option<Vec<Recipient>> {
        if self.voor.len() > MOST_RECIPIENTS {
            return None;
        }
        self.voor.iter().map(|one| Recipient::parse(one)).collect()
    }

    pub fn media(&self) -> &str {
        &self.soort
    }

    pub fn day(&self) -> Option<NaiveDate> {
        self.dag.parse().ok()
    }
}

fn digest(document: &[u8]) -> String {
    let digest = Sha512::digest(document);
    digest.iter().map(|byte| format!("{byte:02x}")).collect()
}
