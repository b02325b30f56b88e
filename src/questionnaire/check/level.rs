//! Levels that are declared and that no rule, row or band ever gives, and levels with a name that means something else.

use super::Checked;
use crate::problem::{Code, Problem};
use crate::questionnaire::{Derived, Formula, OptionId};

/// What a worked case calls a value that is not fixed, and no value.
const TAKEN: [&str; 2] = ["open", "geen"];

pub(super) fn check(checked: &Checked<'_>) -> Vec<Problem> {
    let mut found = Vec::new();
    for derived in &checked.list.derived {
        found.extend(
            derived
                .levels
                .iter()
                .filter_map(|level| taken(checked, derived, &level.id)),
        );
        let given: Vec<&OptionId> = match &derived.formula {
            _ if checked.broken.contains(&derived.id) => continue,
            Formula::Rules(rows) | Formula::Table(rows) => {
                rows.iter().map(|row| &row.level).collect()
            }
            Formula::Bands { rows, .. } => rows.iter().map(|row| &row.level).collect(),
            _ => continue,
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
    found
}

/// A level with such a name could not be told apart in a worked case.
fn taken(checked: &Checked<'_>, derived: &Derived, level: &OptionId) -> Option<Problem> {
    if !TAKEN.contains(&&*level.0) || checked.broken.contains(&derived.id) {
        return None;
    }
    let keys = ["niveaus", "regels", "tabel", "banden"];
    let place = checked.locate.word(&derived.place, &keys, &[&level.0]);
    Some(Problem::new(
        Code::BadId,
        place,
        format!(
            "Een niveau mag niet `{level}` heten: dat woord heeft in een proefgeval al een betekenis."
        ),
        "Kies een ander woord, zoals `niet_nodig`.",
    ))
}
