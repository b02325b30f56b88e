//! Beside the makers' key: one defensible answer, and how many gave it too.

use super::matter::{Matter, Subject};
use super::spread::Spread;

/// One question beside the key.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Against {
    /// What the makers chose, by its place.
    pub key: usize,
    /// Why, where they say so.
    pub reason: Option<String>,
    /// How many chose the same.
    pub same: usize,
    /// How many answered.
    pub answered: usize,
}

/// What the makers answered to this, with their reason.
pub fn key_of(subject: &Subject<'_>, matter: &Matter) -> Option<usize> {
    matter.answered(&subject.key?.key.answers)
}

/// How a group's answers lie beside the key; nothing where the makers say nothing.
pub fn against(subject: &Subject<'_>, spread: &Spread, reason: Option<&str>) -> Option<Against> {
    let key = key_of(subject, &spread.matter)?;
    Some(Against {
        key,
        reason: reason.map(str::to_owned),
        same: spread.counts.get(key).copied().unwrap_or(0),
        answered: spread.answered(),
    })
}
