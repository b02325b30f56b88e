//! Levels that are declared and that no rule, row or band ever gives.

use super::Checked;
use crate::problem::{Code, Problem};
use crate::questionnaire::{Formula, OptionId};

pub(super) fn check(checked: &Checked<'_>) -> Vec<Problem> {
    let mut found = Vec::new();
    for derived in &checked.list.derived {
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
