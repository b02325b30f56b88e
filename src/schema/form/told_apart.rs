//! Forms that can stand in the same place, told apart by the key that only one of them has. A condition is one of these.

use serde_json::{Map, Value as Json, json};

use super::{Around, Maker, about, with};
use crate::questionnaire::form::{CONDITIONS, Form};
use crate::schema::holds::reference;
use crate::text::nl;

impl Maker {
    /// Forms that are told apart by one key.
    pub(super) fn one_of(&mut self, forms: &'static [Form]) -> Json {
        let marks: Vec<&str> = forms.iter().filter_map(|form| form.mark).collect();
        let mut last = match forms.iter().find(|form| form.mark.is_none()) {
            Some(form) => self.form(form, &marks),
            None => unmarked(forms, &marks),
        };
        for form in forms.iter().rev() {
            let Some(mark) = form.mark else { continue };
            let made = self.form(form, &[]);
            last = json!({ "if": { "required": [mark] }, "then": made, "else": last });
        }
        with(last, "type", json!("object"))
    }

    pub(super) fn condition(&mut self, around: Around) -> Json {
        let name = if around.routing {
            "voorwaarde_bij_als"
        } else {
            "voorwaarde"
        };
        if self.definitions.contains_key(name) {
            return reference(name);
        }
        self.definitions.insert(name.to_owned(), Json::Null);
        let allowed =
            |form: &&'static Form| around.routing || !matches!(form.mark, Some("kan" | "zeker"));
        let forms: Vec<&'static Form> = CONDITIONS.iter().filter(allowed).collect();
        let mut properties = Map::new();
        let mut told = Vec::new();
        for form in forms {
            let Some(mark) = form.mark else { continue };
            properties.insert(mark.to_owned(), json!({ "description": about(form, mark) }));
            let made = self.form_around(form, &[], around);
            told.push((mark, made));
        }
        let mut made = json!({
            "properties": properties,
            "additionalProperties": false,
            "minProperties": 1,
            "errorMessage": nl().schema.no_condition(),
        });
        for (mark, form) in told.into_iter().rev() {
            made = json!({ "if": { "required": [mark] }, "then": form, "else": made });
        }
        let made = with(made, "type", json!("object"));
        self.definitions.insert(name.to_owned(), made);
        reference(name)
    }
}

/// Where one of these keys must be there and none is: never right, and an editor offers all.
fn unmarked(forms: &'static [Form], marks: &[&str]) -> Json {
    let mut properties = Map::new();
    for form in forms {
        for key in form.keys {
            let about = json!({ "description": about(form, key.name) });
            properties.entry(key.name).or_insert(about);
        }
    }
    let needs: Vec<Json> = marks
        .iter()
        .map(|mark| json!({ "required": [mark] }))
        .collect();
    json!({
        "properties": properties,
        "additionalProperties": false,
        "anyOf": needs,
        "errorMessage": nl().schema.needs_exactly_one(marks.join(", ")),
    })
}
