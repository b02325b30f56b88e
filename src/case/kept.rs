//! The lists that a case keeps beside it, each by its SHA-256: one file of JSON with the texts of the list and of all that
//! it uses. A file is written once and never changed.

use std::collections::BTreeMap;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{CaseId, Doing, Fault, disk};
use crate::questionnaire::{Bundle, BundledText};

/// How the kind of such a file starts; so much of the SHA-256 follows.
pub(super) const LIST: &str = "lijst-";
const DIGITS: usize = 16;

/// What a file says it is, and the format that this program writes.
const KIND: &str = "vragenlijst";
const FORMAT: u32 = 1;
/// Far more than a list can become.
pub(super) const MOST_BYTES: u64 = 64 * 1024 * 1024;

/// A list that is kept beside a case.
#[derive(Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct ListFile {
    /// Always `vragenlijst`.
    #[schemars(extend("enum" = [KIND]))]
    top3: String,
    /// The version of this form.
    #[schemars(extend("enum" = [FORMAT]))]
    formaat: u32,
    /// SHA-256 of the list, as the journal names it.
    sha256: String,
    /// The id of the list.
    vragenlijst: String,
    /// Which adaptation stands for which list.
    aangepast: BTreeMap<String, String>,
    /// The texts of all lists, by id.
    lijsten: BTreeMap<String, TextFile>,
    /// The scales that lists share.
    schalen: Option<TextFile>,
}

/// One text.
#[derive(Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct TextFile {
    /// How messages call the file.
    bestand: String,
    /// What stands in it.
    tekst: String,
}

/// Keeps a list beside the journal of a case.
pub(super) fn keep(journal: &Path, id: &CaseId, sha256: &str, list: &Bundle) -> Result<(), Fault> {
    if matches!(read(journal, id, sha256), Ok(Some(there)) if there == *list) {
        return Ok(());
    }
    let path = path(journal, sha256);
    let folder = journal.parent().unwrap_or(Path::new(""));
    let mut bytes = write(sha256, list);
    bytes.push(b'\n');
    disk::replace(folder, &path, &bytes).map_err(Fault::io(Doing::Write, &path))
}

/// Reads the list with this SHA-256; none where it is not there.
pub(super) fn read(journal: &Path, id: &CaseId, sha256: &str) -> Result<Option<Bundle>, Fault> {
    let path = path(journal, sha256);
    let bad = || Fault::BadList(id.clone());
    match fs::symlink_metadata(&path) {
        Ok(data) if data.is_file() && data.len() <= MOST_BYTES => {}
        Ok(_) => return Err(bad()),
        Err(fault) if fault.kind() == io::ErrorKind::NotFound => return Ok(None),
        Err(fault) => return Err(Fault::io(Doing::Read, &path)(fault)),
    }
    let bytes = fs::read(&path).map_err(Fault::io(Doing::Read, &path))?;
    let file: ListFile = serde_json::from_slice(&bytes).map_err(|_| bad())?;
    if file.top3 != KIND || file.formaat != FORMAT || file.sha256 != sha256 {
        return Err(bad());
    }
    let text = |one: TextFile| BundledText {
        file: one.bestand,
        text: one.tekst,
    };
    Ok(Some(Bundle {
        id: file.vragenlijst,
        adapted: file.aangepast,
        lists: file
            .lijsten
            .into_iter()
            .map(|(id, one)| (id, text(one)))
            .collect(),
        scales: file.schalen.map(text),
    }))
}

/// Plain structs of text always become JSON.
fn write(sha256: &str, list: &Bundle) -> Vec<u8> {
    let text = |one: &BundledText| TextFile {
        bestand: one.file.clone(),
        tekst: one.text.clone(),
    };
    let lists = list.lists.iter();
    serde_json::to_vec(&ListFile {
        top3: KIND.to_owned(),
        formaat: FORMAT,
        sha256: sha256.to_owned(),
        vragenlijst: list.id.clone(),
        aangepast: list.adapted.clone(),
        lijsten: lists.map(|(id, one)| (id.clone(), text(one))).collect(),
        schalen: list.scales.as_ref().map(text),
    })
    .unwrap_or_default()
}

/// `c-2026-001.lijst-0123456789abcdef`. A version comes from a file: only letters and digits of it make a name.
fn path(journal: &Path, sha256: &str) -> PathBuf {
    let digits = sha256.chars().filter(char::is_ascii_alphanumeric);
    let digits: String = digits.take(DIGITS).collect();
    journal.with_extension(format!("{LIST}{digits}"))
}
