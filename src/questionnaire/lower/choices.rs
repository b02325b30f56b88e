//! Options and scales: the rows of possible answers, written with the question or by name.

use std::collections::BTreeMap;

use super::head::id;
use crate::problem::{Code, Problem, did_you_mean};
use crate::questionnaire::form::{self, Form, NOT_AN_OPTION, OPTION};
use crate::questionnaire::raw::{Faults, Fields, items, text, word};
use crate::questionnaire::role::OptionRole;
use crate::questionnaire::{Choice, OptionId, Text};
use crate::yaml::Node;

/// The named scales in this table.
pub(super) fn scales(node: &Node, faults: &Faults) -> BTreeMap<String, Vec<Choice>> {
    let mut scales = BTreeMap::new();
    let Some(table) = Fields::of(node, &form::SCALES, faults) else {
        return scales;
    };
    for (name, rows) in table.node.map().unwrap_or_default() {
        if let Some(name) = word(name, faults) {
            let choices = choices(items(rows, faults), &OPTION, faults);
            scales.entry(name.to_owned()).or_insert(choices);
        }
    }
    scales
}

/// The options or levels in this value: the name of a scale, or a row of this form.
pub(super) fn options(
    node: &Node,
    form: &'static Form,
    own: &BTreeMap<String, Vec<Choice>>,
    shared: &BTreeMap<String, Vec<Choice>>,
    faults: &Faults,
) -> Vec<Choice> {
    let Some(name) = node.text() else {
        return choices(items(node, faults), form, faults);
    };
    match own.get(name).or_else(|| shared.get(name)) {
        Some(scale) => scale.clone(),
        None => {
            let known: Vec<&str> = own
                .keys()
                .chain(shared.keys())
                .map(String::as_str)
                .collect();
            let tip = match known.as_slice() {
                [] => "Zet de reeks onder `schalen` in de kop, of schrijf de opties hier uit."
                    .to_owned(),
                _ => did_you_mean(name, known),
            };
            faults.say(
                Code::UnknownReference,
                &node.place,
                format!("Er is geen schaal `{name}`."),
                tip,
            );
            Vec::new()
        }
    }
}

fn choices(rows: &[Node], form: &'static Form, faults: &Faults) -> Vec<Choice> {
    let mut found: Vec<Choice> = Vec::new();
    let mut places: BTreeMap<&str, &Node> = BTreeMap::new();
    for node in rows {
        let Some(mut fields) = Fields::of(node, form, faults) else {
            continue;
        };
        let id = id(&mut fields, "id", faults);
        let said = fields.need("tekst").and_then(|node| text(node, faults));
        let help = fields.text("uitleg");
        let points = fields.number("punten");
        let role = fields.get("rol").and_then(|node| role(node, faults));
        fields.finish();
        let Some((id, at)) = id else {
            continue;
        };
        let text = said.unwrap_or_else(|| Text::from(id));
        if NOT_AN_OPTION.contains(&id) {
            faults.say(
                Code::BadId,
                &at.place,
                format!("Een optie kan niet `{id}` heten: dat antwoord bestaat al bij elke vraag."),
                "Haal de optie weg, of kies een andere id.",
            );
            continue;
        }
        if let Some(first) = places.insert(id, at) {
            faults.add(
                Problem::new(
                    Code::RepeatedId,
                    at.place.clone(),
                    format!("De optie `{id}` staat hier twee keer."),
                    "Geef elke optie een eigen id.",
                )
                .and(first.place.clone(), "hier staat hij al"),
            );
            continue;
        }
        let id = OptionId::from(id);
        let choice = Choice {
            id,
            text,
            help,
            points,
            role,
        };
        found.push(choice);
    }
    found
}

fn role(node: &Node, faults: &Faults) -> Option<OptionRole> {
    let name = word(node, faults)?;
    let role = OptionRole::parse(name);
    if role.is_none() {
        faults.say(
            Code::BadRole,
            &node.place,
            format!("De rol `{name}` bestaat niet voor een optie."),
            did_you_mean(name, OptionRole::ALL.iter().map(|role| role.name())),
        );
    }
    role
}
