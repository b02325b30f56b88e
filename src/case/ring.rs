//! What a store is given to work with encrypted cases: what opens them, who new ones are for, who is at work.

use super::{By, Origin};
use crate::keys::{Opener, Recipient};

/// The keys of somebody at work.
#[derive(Clone, Debug)]
pub struct Ring {
    /// Opens the envelopes.
    pub opener: Opener,
    /// Who can open a new case beside the one at work: the organisation's recovery key.
    pub also: Vec<Recipient>,
    /// Who is at work, for the log.
    pub actor: String,
    /// From where, for the log.
    pub origin: Origin,
}

impl Ring {
    /// Who is at work, for the log.
    pub(super) fn by(&self) -> By {
        By {
            actor: self.actor.clone(),
            origin: self.origin,
        }
    }

    /// Everyone who can open what is sealed with it.
    pub fn recipients(&self) -> Vec<Recipient> {
        let mut all = vec![self.opener.recipient()];
        for one in &self.also {
            if !all.contains(one) {
                all.push(one.clone());
            }
        }
        all
    }
}
