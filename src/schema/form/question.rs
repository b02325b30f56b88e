//! Questions: what one may hold follows from its kind, and which roles fit it from its kind and its place.

use serde_json::{Value as Json, json};

use super::{Around, Maker, MapWords, with};
use crate::questionnaire::form::{Key, QUESTION, Sort};
use crate::questionnaire::{Role, RolePlace};
use crate::schema::guide;
use crate::schema::holds::{reference, words};
use crate::text::nl;

impl Maker {
    /// The roles that fit a question of this kind in this place.
    pub(super) fn roles(&mut self, around: Around) -> Json {
        let name = match around.sort {
            _ if around.in_row => "rol_in_rij",
            Some(Sort::List) => "rol_van_lijst",
            Some(Sort::Ranking) => "rol_van_rangorde",
            Some(_) => "rol",
            None => "rol_van_vraag",
        };
        self.define(name, || roles(around))
    }

    /// A question: what it may hold follows from its kind.
    pub(super) fn question(&mut self, in_row: bool) -> Json {
        let name = if in_row { "vraag_in_rij" } else { "vraag" };
        if self.definitions.contains_key(name) {
            return reference(name);
        }
        self.definitions.insert(name.to_owned(), Json::Null);
        let mut told = Vec::new();
        for sort in Sort::ALL
            .into_iter()
            .filter(|sort| !in_row || sort.fits_in_row())
        {
            let around = Around {
                sort: Some(sort),
                in_row,
                routing: false,
            };
            let keys: Vec<&'static Key> =
                QUESTION.keys.iter().filter(|key| key.fits(sort)).collect();
            let made = self.object(&QUESTION, &keys, around);
            let own = self.define(&format!("{name}_{}", sort.name()), || made);
            told.push(json!({
                "if": { "properties": { "soort": { "const": sort.name() } }, "required": ["soort"] },
                "then": own,
            }));
        }
        let around = Around {
            in_row,
            ..Around::default()
        };
        let keys: Vec<&'static Key> = QUESTION.keys[..3].iter().collect();
        let base = self.object(&QUESTION, &keys, around);
        let mut base = with(base, "allOf", json!(told));
        if let Json::Object(base) = &mut base {
            base.remove("additionalProperties");
        }
        self.definitions.insert(name.to_owned(), base);
        reference(name)
    }
}

/// The kinds that can stand here, each with the answer that it takes.
pub(super) fn kinds(around: Around) -> Json {
    if let Some(sort) = around.sort {
        return json!({ "const": sort.name() });
    }
    let all = Sort::ALL
        .into_iter()
        .filter(|sort| !around.in_row || sort.fits_in_row())
        .map(Sort::name)
        .collect::<Vec<_>>();
    words(&all.map_words(guide::kind))
}

/// The roles that fit a question of this kind in this place.
fn roles(around: Around) -> Json {
    let fits = |role: &Role| match (role.place(), around.sort) {
        (RolePlace::InRow(_), _) => around.in_row,
        (RolePlace::List, sort) => !around.in_row && sort.is_none_or(|sort| sort == Sort::List),
        (RolePlace::Ranking, sort) => {
            !around.in_row && sort.is_none_or(|sort| sort == Sort::Ranking)
        }
        (RolePlace::Alone, _) => !around.in_row,
    };
    let fitting: Vec<(&str, String)> = Role::ALL
        .iter()
        .filter(|role| fits(role))
        .map(|role| {
            let about = match role.place() {
                RolePlace::InRow(list) => nl().schema.role_in_row(list.name()),
                _ => guide::role(role.name()).unwrap_or_default(),
            };
            (role.name(), about)
        })
        .collect();
    words(&fitting)
}
