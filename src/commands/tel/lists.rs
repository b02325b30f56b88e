//! The lists that counts are of, where they are here in the same version and with the same content.

use std::collections::BTreeMap;

use crate::commands::lists;
use crate::error::Result;
use crate::questionnaire::{Library, ListVersion, Questionnaire};
use crate::tally::{Origin, Tally};
use crate::world::World;

/// Lists, each loaded once.
pub struct Lists {
    library: Library,
    loaded: BTreeMap<Origin, Questionnaire>,
    looked_for: Vec<Origin>,
    /// The only list that was given.
    only: Option<Origin>,
}

impl Lists {
    /// The shipped ones under this profile, and these.
    pub fn open(world: &mut World, profile: Option<&str>, given: &[String]) -> Result<Self> {
        let mut library = lists::library(world, Some(profile.unwrap_or(lists::BASE)))?;
        let mut loaded = BTreeMap::new();
        for name in given {
            let list = lists::load(world, &mut library, name)?;
            loaded.insert(origin(&list.version), list);
        }
        let only = match given {
            [_] => loaded.keys().next().cloned(),
            _ => None,
        };
        Ok(Self {
            library,
            looked_for: Vec::new(),
            loaded,
            only,
        })
    }

    /// The list for lines that name none: the one that was given, where that is only one.
    pub fn only(&self) -> Option<&Origin> {
        self.only.as_ref()
    }

    /// A list that was looked for.
    pub fn get(&self, origin: &Origin) -> Option<&Questionnaire> {
        self.loaded.get(origin)
    }

    /// Looks for a list.
    pub fn find(&mut self, origin: &Origin) -> Option<&Questionnaire> {
        if !self.loaded.contains_key(origin) && !self.looked_for.contains(origin) {
            self.looked_for.push(origin.clone());
            let known = self.library.ids().any(|id| id == origin.id);
            // A list that does not load is a list that is not here.
            let list = known.then(|| self.library.load(&origin.id).ok()).flatten();
            if let Some(list) = list.filter(|list| self::origin(&list.version) == *origin) {
                self.loaded.insert(origin.clone(), list);
            }
        }
        self.loaded.get(origin)
    }

    /// Looks for every list that was counted.
    pub fn load_all(&mut self, tally: &Tally) -> Result<()> {
        for counts in &tally.lijsten {
            if let Some(origin) = &counts.vragenlijst {
                self.find(origin);
            }
        }
        Ok(())
    }
}

fn origin(version: &ListVersion) -> Origin {
    Origin {
        id: version.id.clone(),
        versie: version.version.clone(),
        sha256: version.sha256.clone(),
    }
}
