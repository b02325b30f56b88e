//! Levels that are declared and that no rule, row or band ever gives; levels of an advice that cannot be decided.

use super::Checked;
use crate::problem::{Code, Problem, nearest};
use crate::questionnaire::{Derived, Formula, OptionId};

pub(super) fn check(checked: &Checked<'_>) -> Vec<Problem> {
    let mut found = Vec::new();
    for derived in &checked.list.derived {
        if checked.broken.contains(&derived.id) {
            continue;
        }
        let Some(given) = given(derived) else {
            continue;
        };
        for level in &derived.levels {
            if given.contains(&&level.id) {
                continue;
            }
            let id = &level.id;
            let place = checked.locate.word(&derived.place, &["niveaus"], &[&id.0]);
            found.push(Problem::new(
                Code::NeverGiven,
                place,
                format!("Het niveau `{id}` van `{}` komt nergens uit.", derived.id),
                "Voeg een regel toe die dit niveau geeft, of haal het bij `niveaus` weg.",
            ));
        }
    }
    found.extend(undecidable(checked));
    found
}

/// The levels that it gives; nothing where it gives numbers.
fn given(derived: &Derived) -> Option<Vec<&OptionId>> {
    match &derived.formula {
        Formula::Rules(rows) | Formula::Table(rows) => {
            Some(rows.iter().map(|row| &row.level).collect())
        }
        Formula::Bands { rows, .. } => Some(rows.iter().map(|row| &row.level).collect()),
        _ => None,
    }
}

/// A decision is held beside its advice by id: an advice without an option of that id could never be followed, and whoever
/// follows it would be asked why not.
fn undecidable(checked: &Checked<'_>) -> Vec<Problem> {
    let list = checked.list;
    let mut found = Vec::new();
    for at in list.question_indexes() {
        let question = list.question(at);
        let Some(advice) = question.advice.map(|advice| list.derived(advice)) else {
            continue;
        };
        if checked.broken.contains(&*question.id.0) || checked.broken.contains(&advice.id) {
            continue;
        }
        let mut levels = given(advice).unwrap_or_default();
        levels.sort();
        levels.dedup();
        let options: Vec<&str> = question.options().iter().map(|one| &*one.id.0).collect();
        for level in levels.iter().filter(|level| !options.contains(&&*level.0)) {
            // The option that was probably meant is one that is no level itself.
            let spare = options.iter().copied();
            let spare = spare.filter(|id| !levels.iter().any(|level| *level.0 == **id));
            let meant = nearest(&level.0, spare);
            let (key, word) = meant.map_or(("advies", &*advice.id), |id| ("opties", id));
            found.push(
                Problem::new(
                    Code::UnknownOption,
                    checked.locate.word(&question.place, &[key], &[word]),
                    format!(
                        "Het advies `{}` kan `{level}` zijn, en dit besluit heeft geen optie `{level}`. Wie het advies volgt, zou dan moeten uitleggen waarom niet.",
                        advice.id
                    ),
                    meant.map_or_else(
                        || format!("Geef dit besluit een optie `{level}`."),
                        |id| format!("Bedoelde u `{level}` in plaats van `{id}`? Gebruik voor advies en besluit dezelfde woorden."),
                    ),
                )
                .and(advice.place.clone(), "dit advies"),
            );
        }
    }
    found
}
