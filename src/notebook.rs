//! A text of one's own in a file of its own: guarded by its own passphrase, with its own log inside. It knows no case and no
//! case knows it. For whoever is threatened it holds their own plan; from outside it is an age file and no more.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use zeroize::Zeroizing;

use crate::keys::{self, Fault, Passphrase};

/// What the content says it is.
const KIND: &str = "kladblok";
/// The format that this program writes.
const FORMAT: u32 = 1;
/// Filled up to a multiple of so many bytes, so that the size says little.
const BLOCK: usize = 4096;

/// The texts, and when they were changed.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Notebook {
    /// What was written, by subject.
    pub texts: BTreeMap<String, String>,
    /// The days on which something was changed, read or printed, and what.
    pub log: Vec<(NaiveDate, Done)>,
}

/// Something that was done with it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Done {
    /// A text was written or changed.
    Geschreven,
    /// It was written unguarded, to print.
    Afgedrukt,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    top3: String,
    formaat: u32,
    teksten: BTreeMap<String, String>,
    logboek: Vec<(String, Done)>,
}

impl Notebook {
    /// The file, guarded by a passphrase. `work` is [`keys::WORK`], but for tests.
    ///
    /// # Errors
    /// The system failed.
    pub fn guarded(&self, passphrase: &Passphrase, work: u8) -> Result<Vec<u8>, Fault> {
        let file = File {
            top3: KIND.to_owned(),
            formaat: FORMAT,
            teksten: self.texts.clone(),
            logboek: self
                .log
                .iter()
                .map(|(day, done)| (day.to_string(), *done))
                .collect(),
        };
        let mut bytes = Zeroizing::new(serde_json::to_vec(&file).map_err(|_| Fault::Damaged)?);
        let whole = bytes.len().next_multiple_of(BLOCK);
        bytes.resize(whole, b' ');
        keys::guard(&bytes, passphrase, work)
    }

    /// Opens the file.
    ///
    /// # Errors
    /// Another passphrase, or no such file.
    pub fn opened(file: &[u8], passphrase: &Passphrase) -> Result<Self, Fault> {
        let bytes = keys::unguard(file, passphrase)?;
        let file: File = serde_json::from_slice(&bytes).map_err(|_| Fault::Damaged)?;
        if file.top3 != KIND {
            return Err(Fault::Damaged);
        }
        if file.formaat > FORMAT {
            return Err(Fault::Newer);
        }
        let log = file.logboek.into_iter();
        let log: Option<Vec<(NaiveDate, Done)>> = log
            .map(|(day, done)| Some((day.parse().ok()?, done)))
            .collect();
        Ok(Self {
            texts: file.teksten,
            log: log.ok_or(Fault::Damaged)?,
        })
    }
}
