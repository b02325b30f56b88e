//! The list that a result says it was made with, as it is here: shipped, or given; adapted as the result says.

use std::collections::BTreeMap;
use std::rc::Rc;

use serde_json::{Value as Json, json};

use crate::commands::lists;
use crate::error::{Error, Result};
use crate::questionnaire::{Library, Questionnaire};
use crate::text::nl;
use crate::verification::{Claim, Code, Finding};
use crate::world::World;

/// Lists, each loaded once.
pub struct Lists {
    library: Library,
    given: Option<String>,
    loaded: BTreeMap<Vec<String>, Rc<Questionnaire>>,
}

impl Lists {
    /// With the profile and the list that were given. What the settings say plays no part: a result says itself how it was
    /// made.
    pub fn open(world: &mut World, profile: Option<&str>, given: Option<&str>) -> Result<Self> {
        let mut library = lists::library(world, Some(profile.unwrap_or(lists::BASE)))?;
        let given = match given {
            Some(name) => Some(lists::id(world, &mut library, name)?),
            None => None,
        };
        Ok(Self {
            library,
            given,
            loaded: BTreeMap::new(),
        })
    }

    /// The list that was given.
    pub fn given(&mut self, world: &mut World) -> Result<Option<Rc<Questionnaire>>> {
        if self.given.is_none() {
            return Ok(None);
        }
        Ok(self.find(world, None, &[])?.ok())
    }

    /// The list that is stated, with these adaptations; a difference where it is not here.
    pub fn find(
        &mut self,
        world: &mut World,
        stated: Option<&Claim>,
        used: &[Claim],
    ) -> Result<std::result::Result<Rc<Questionnaire>, Finding>> {
        let say = &nl().verify_command;
        let Some(id) = self.given.clone().or_else(|| Some(stated?.id.clone())) else {
            return Err(Error::usage(say.no_list_named(), say.no_list_named_todo()));
        };
        if !self.library.ids().any(|known| known == id) {
            let place = "vragenlijst.id";
            return Ok(Err(Finding::new(
                Code::NoList,
                place,
                json!(id),
                Json::Null,
            )));
        }
        // A result that was made under a profile names the adaptation among its lists.
        let mut key: Vec<String> = used.iter().map(|claim| claim.id.clone()).collect();
        key.retain(|id| self.library.adapts(id).is_some());
        key.push(id.clone());
        if let Some(list) = self.loaded.get(&key) {
            return Ok(Ok(list.clone()));
        }
        let mut library = self.library.clone();
        for adaptation in &key {
            if library.adapts(adaptation).is_some() {
                let adapted = library.adapt(adaptation);
                adapted.map_err(|problems| lists::faulty(&library, &problems, world))?;
            }
        }
        let list = library
            .load(&id)
            .map_err(|problems| lists::faulty(&library, &problems, world))?;
        let list = Rc::new(list);
        self.loaded.insert(key, list.clone());
        Ok(Ok(list))
    }
}
