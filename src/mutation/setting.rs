//! The small changes to settings: each at every other value that it can have.

use super::edit::Edit;
use super::mutant::{Change, Mutant};
use crate::questionnaire::{Library, Questionnaire};

/// Every other value of each setting that is given its value in `file`: by a list for whoever adapts nothing, or by an
/// adaptation.
pub fn of_settings(library: &Library, list: &Questionnaire, file: &str) -> Vec<Mutant> {
    let own = list.settings.iter();
    let own = own.filter(|one| *one.place.file == *file && !one.id.contains('.'));
    let mut found = Vec::new();
    for setting in own {
        for to in setting.values.iter().filter(|one| **one != setting.value) {
            let Ok(other) = library.load_with(&list.version.id, &setting.id, to) else {
                continue;
            };
            found.push(Mutant {
                place: setting.place.clone(),
                of: setting.id.clone(),
                change: Change::Setting {
                    from: setting.value.clone(),
                    to: to.clone(),
                },
                edit: Edit::Reading(Box::new(other)),
            });
        }
    }
    found
}
