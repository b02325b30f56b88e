//! Rules and tables: a row that never decides, and answers for which no row decides.

use std::collections::BTreeMap;

use super::Proof;
use super::search::{Search, Verdict};
use crate::analysis::day;
use crate::answer::{Answers, typed};
use crate::problem::{Code, Problem};
use crate::questionnaire::check::Thing;
use crate::questionnaire::{Condition, Derived, DerivedIx, Formula, RuleRow};

/// What stands after the row that always decides: said once, whatever its length.
fn after_all(derived: &Derived, word: &str, always: &RuleRow, late: &RuleRow) -> Problem {
    Problem::new(
        Code::Unreachable,
        late.place.clone(),
        format!(
            "Vanaf hier komt geen {word} van `{}` meer aan de beurt: de {word} ervoor geldt altijd.",
            derived.id
        ),
        format!("Zet de {word} die altijd geldt als laatste."),
    )
    .and(always.place.clone(), "deze geldt altijd")
}

/// So many answers of an example are named.
const MOST_NAMED: usize = 4;

impl Proof<'_> {
    /// What rests on rules that can never decide can itself not be reached: only the first of them is told.
    pub(super) fn rules(&self) -> Vec<Problem> {
        let each = self.rules_of_each();
        let dead = |at: &DerivedIx| {
            let found = each.get(at);
            found.is_some_and(|found| found.iter().any(|one| one.code == Code::Unreachable))
        };
        let follows = |at: &DerivedIx| {
            let mut behind = self.needs.derived(*at).iter();
            behind.any(|thing| matches!(thing, Thing::Derived(other) if dead(other)))
        };
        let first = each.iter().filter(|(at, _)| !follows(at));
        first.flat_map(|(_, found)| found.clone()).collect()
    }

    fn rules_of_each(&self) -> BTreeMap<DerivedIx, Vec<Problem>> {
        let mut each = BTreeMap::new();
        for (at, derived) in self.list.derived.iter().enumerate() {
            let (word, rows) = match &self.relaxed.derived[at].formula {
                Formula::Rules(rows) => ("regel", rows),
                Formula::Table(rows) => ("rij", rows),
                _ => continue,
            };
            let broken = self.broken.contains(&derived.id)
                || derived
                    .conditions()
                    .iter()
                    .any(|when| self.rests_on_broken(when));
            if !broken {
                let mut found = Vec::new();
                self.rows(derived, &self.relaxed.derived[at], word, rows, &mut found);
                each.insert(DerivedIx(at), found);
            }
        }
        each
    }

    fn rows(
        &self,
        derived: &Derived,
        relaxed: &Derived,
        word: &str,
        rows: &[RuleRow],
        found: &mut Vec<Problem>,
    ) {
        let mut so_far: Vec<Condition> = relaxed.when.iter().cloned().collect();
        for (at, row) in rows.iter().enumerate() {
            let mut goal = so_far.clone();
            goal.extend(row.when.clone());
            if self.never(Condition::All(goal), None) {
                found.push(self.dead_row(derived, relaxed, word, row, at));
            }
            match &row.when {
                Some(when) => so_far.push(Condition::Not(Box::new(when.clone()))),
                None => {
                    if let Some(late) = rows.get(at + 1) {
                        found.push(after_all(derived, word, row, late));
                    }
                    return;
                }
            }
        }
        self.falls_through(derived, word, found);
    }

    /// Answers for which no row decides: of the list as it is, with its settings.
    fn falls_through(&self, derived: &Derived, word: &str, found: &mut Vec<Problem>) {
        let mut none: Vec<Condition> = derived.when.iter().cloned().collect();
        for when in derived.formula.conditions() {
            none.push(Condition::Not(Box::new(when.clone())));
        }
        let search = Search::new(self.list, day::today(self.list), &self.work);
        if let Verdict::Possible(answers) = search.can_hold(&Condition::All(none), None) {
            let example = self.example(&answers);
            let tip = match word {
                "regel" => {
                    "Voeg `anders: …` toe, of zeg met `als` bij de afgeleide wanneer er een waarde is."
                }
                _ => {
                    "Voeg een rij toe met alleen `is: …`, of zeg met `als` bij de afgeleide wanneer er een waarde is."
                }
            };
            let place = self.locate.word(&derived.place, &["regels", "tabel"], &[]);
            found.push(Problem::new(
                Code::Gap,
                place,
                format!(
                    "Er zijn antwoorden waarbij geen {word} van `{}` geldt{example}.",
                    derived.id
                ),
                tip,
            ));
        }
    }

    fn dead_row(
        &self,
        derived: &Derived,
        relaxed: &Derived,
        word: &str,
        row: &RuleRow,
        at: usize,
    ) -> Problem {
        let alone = row
            .when
            .as_ref()
            .is_some_and(|when| self.never(when.clone(), None));
        let with_value = relaxed.when.iter().chain(&row.when).cloned().collect();
        let (why, tip) = if alone {
            (
                "haar voorwaarde kan niet gelden",
                "Pas de voorwaarde aan, of haal haar weg.",
            )
        } else if at == 0 || self.never(Condition::All(with_value), None) {
            (
                "waar zij geldt, heeft de afgeleide door `als` geen waarde",
                "Pas één van beide voorwaarden aan.",
            )
        } else {
            (
                "wat ervoor staat vangt alles al op",
                "Zet haar eerder, pas haar aan, of haal haar weg.",
            )
        };
        Problem::new(
            Code::Unreachable,
            row.place.clone(),
            format!(
                "Deze {word} van `{}` komt nooit aan de beurt: {why}.",
                derived.id
            ),
            tip,
        )
    }

    /// Answers as an example, in the words of a worked case.
    fn example(&self, answers: &Answers) -> String {
        let mut named: Vec<String> = Vec::new();
        for (list, rows) in answers.lists() {
            named.push(match rows.ids.len() {
                0 => format!("`{list}` zonder rijen"),
                1 => format!("`{list}` met één rij"),
                count => format!("`{list}` met {count} rijen"),
            });
        }
        for (key, answer) in answers.iter() {
            named.push(format!("`{key}: {}`", typed(&answer.value)));
        }
        if named.is_empty() {
            return String::new();
        }
        let more = if named.len() > MOST_NAMED { " …" } else { "" };
        named.truncate(MOST_NAMED);
        format!(", bijvoorbeeld bij {}{more}", named.join(", "))
    }
}
