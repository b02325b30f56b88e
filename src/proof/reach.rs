//! Parts and questions that can never belong, whatever is answered.

use super::Proof;
use super::search::{Search, Verdict};
use crate::analysis::day;
use crate::problem::{Code, Problem};
use crate::questionnaire::{Condition, QuestionIx};

impl Proof<'_> {
    pub(super) fn reach(&self) -> Vec<Problem> {
        let mut found = Vec::new();
        let mut dead = vec![false; self.list.parts.len()];
        for (at, part) in self.list.parts.iter().enumerate() {
            let Some(when) = &self.relaxed.parts[at].when else {
                continue;
            };
            if part
                .when
                .as_ref()
                .is_some_and(|when| self.rests_on_broken(when))
            {
                continue;
            }
            if self.never(when.clone(), None) {
                dead[at] = true;
                found.push(Problem::new(
                    Code::Unreachable,
                    self.locate.word(&part.place, &["als"], &[]),
                    format!(
                        "Het onderdeel `{}` hoort er nooit bij: deze voorwaarde kan niet gelden.",
                        part.id
                    ),
                    "Pas de voorwaarde aan, of haal het onderdeel weg.",
                ));
            }
        }
        for at in self.list.question_indexes() {
            let question = self.list.question(at);
            let Some(own) = &question.when else { continue };
            let broken = self.broken.contains(&*question.id.0) || self.rests_on_broken(own);
            if dead[question.part] || broken {
                continue;
            }
            if self.never(self.belongs(at), question.parent) {
                found.push(Problem::new(
                    Code::Unreachable,
                    self.locate.word(&question.place, &["als"], &[]),
                    format!(
                        "De vraag `{}` komt nooit aan de beurt: deze voorwaarde kan niet gelden.",
                        question.id
                    ),
                    "Pas de voorwaarde aan, of haal de vraag weg.",
                ));
            }
        }
        for (at, rule) in self.list.not_applicable.iter().enumerate() {
            let when = &self.relaxed.not_applicable[at].when;
            if !self.rests_on_broken(&rule.when) && self.never(when.clone(), None) {
                found.push(Problem::new(
                    Code::Unreachable,
                    self.locate.word(&rule.place, &["als"], &[]),
                    "Deze regel van `niet_toepasbaar` kan nooit gelden.",
                    "Pas de voorwaarde aan, of haal de regel weg.",
                ));
            }
        }
        found
    }

    /// All that must hold for a question to belong.
    fn belongs(&self, at: QuestionIx) -> Condition {
        let question = self.relaxed.question(at);
        let mut all: Vec<Condition> = question.when.iter().cloned().collect();
        if let Some(list) = question.parent {
            all.extend(self.relaxed.question(list).when.clone());
        }
        all.extend(self.relaxed.parts[question.part].when.clone());
        Condition::All(all)
    }

    /// Whether a condition can never hold, on any day that makes a difference.
    pub(super) fn never(&self, condition: Condition, within: Option<QuestionIx>) -> bool {
        day::moments(self.list).into_iter().all(|day| {
            let search = Search::new(&self.relaxed, day, &self.work);
            search.can_hold(&condition, within) == Verdict::Never
        })
    }
}
