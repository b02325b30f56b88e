//! What people say differently about one thing. Nobody is put in the right: who knows the case decides. Who says that
//! it is not known contradicts nobody.

use std::collections::{BTreeMap, BTreeSet};

use crate::plan::{Goes, Id, Said, Says, Statement};

/// What something is said about.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum About {
    /// An agreement.
    Agreement(Id),
    /// A condition.
    Condition(Id),
    /// A place in the text.
    Text(String),
}

/// One thing about which people differ.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Clash<'a> {
    /// What.
    pub about: About,
    /// Everybody who says something of it.
    pub voices: Vec<&'a Statement>,
}

/// Everything about which people differ, agreements first.
pub fn clashes(said: &BTreeSet<Statement>) -> Vec<Clash<'_>> {
    let mut all: BTreeMap<About, (BTreeSet<String>, Vec<&Statement>)> = BTreeMap::new();
    for one in said {
        let Some((about, says)) = position(&one.says) else {
            continue;
        };
        let (positions, voices) = all.entry(about).or_default();
        positions.insert(says);
        voices.push(one);
    }
    let differ = all
        .into_iter()
        .filter(|(_, (positions, _))| positions.len() > 1);
    differ
        .map(|(about, (_, voices))| Clash { about, voices })
        .collect()
}

/// Where somebody stands, where they take a stand.
fn position(says: &Says) -> Option<(About, String)> {
    match says {
        Says::Agreement {
            at,
            goes: Some(goes),
            ..
        } if *goes != Goes::Unknown => {
            let stand = goes.word().to_owned();
            Some((About::Agreement(at.clone()), stand))
        }
        Says::Condition {
            at,
            met: Said::Known(choice),
            ..
        } => Some((About::Condition(at.clone()), choice.id.clone())),
        Says::Edit { place, now, .. } => {
            let now = now.clone().unwrap_or_default();
            Some((About::Text(place.clone()), now))
        }
        _ => None,
    }
}
