//! `instellingen` of a worked case: the list as it reads where settings have other values.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::form::SETTINGS;
use crate::problem::{Code, Problem, did_you_mean};
use crate::questionnaire::raw::{Faults, Fields, word};
use crate::questionnaire::{Library, Questionnaire};
use crate::yaml::Node;

/// Gives the list with other values for some of its settings.
pub type Readings<'a> =
    &'a dyn Fn(&BTreeMap<String, String>) -> Result<Questionnaire, Vec<Problem>>;

/// The readings of a list in this library.
pub fn readings<'a>(
    library: &'a Library,
    id: &'a str,
) -> impl Fn(&BTreeMap<String, String>) -> Result<Questionnaire, Vec<Problem>> + 'a {
    move |settings| library.load_as(id, settings)
}

/// The list as a case with these settings looks at it.
pub(super) fn of(
    list: &Questionnaire,
    readings: Option<Readings<'_>>,
    node: &Node,
    faults: &Faults,
) -> Option<Arc<Questionnaire>> {
    let table = Fields::of(node, &SETTINGS, faults)?;
    let mut settings = BTreeMap::new();
    let mut good = true;
    for (name, value) in table.node.map().unwrap_or_default() {
        let (Some(wanted), Some(to)) = (word(name, faults), word(value, faults)) else {
            good = false;
            continue;
        };
        let Some(setting) = list.settings.iter().find(|one| one.id == wanted) else {
            let known = list.settings.iter().map(|one| one.id.as_str());
            faults.say(
                Code::UnknownReference,
                &name.place,
                format!("De lijst heeft geen instelling `{wanted}`."),
                did_you_mean(wanted, known),
            );
            good = false;
            continue;
        };
        if !setting.values.iter().any(|known| known == to) {
            faults.say(
                Code::UnknownOption,
                &value.place,
                format!("De instelling `{wanted}` kent de waarde `{to}` niet."),
                did_you_mean(to, setting.values.iter().map(String::as_str)),
            );
            good = false;
            continue;
        }
        settings.insert(wanted.to_owned(), to.to_owned());
    }
    let readings = readings.filter(|_| good)?;
    match readings(&settings) {
        Ok(reading) => Some(Arc::new(reading)),
        Err(problems) => {
            problems.into_iter().for_each(|problem| faults.add(problem));
            None
        }
    }
}
