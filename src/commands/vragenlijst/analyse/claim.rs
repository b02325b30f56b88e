//! What the maker of a list promises, in words, and what came of it.

use super::picture::Picture;
use crate::analysis::{Counter, Verdict};
use crate::answer::show_date;
use crate::questionnaire::{Claim, DerivedIx, Property, QuestionIx};
use crate::text::{indent, nl};
use crate::words::Words;

impl Picture<'_> {
    /// What a property says, in the words of its author or else in ours.
    pub fn promise(&self, property: &Property) -> String {
        match &property.title {
            Some(title) => title.nl.clone(),
            None => self.claim(&property.claim),
        }
    }

    /// What is claimed.
    pub fn claim(&self, claim: &Claim) -> String {
        let text = &nl().analysis;
        let words = Words::new(self.list);
        let id = |of: &DerivedIx| self.list.derived(*of).id.clone();
        match claim {
            Claim::NeverLighter {
                of,
                questions,
                reversed,
                except,
            } => {
                let mut parts = vec![match questions.as_slice() {
                    [] => text.never_lighter(id(of)),
                    questions => text.never_lighter_of(id(of), self.ids(questions)),
                }];
                if !reversed.is_empty() {
                    parts.push(text.compared_reversed(self.ids(reversed)));
                }
                if !except.is_empty() {
                    parts.push(text.compared_except(self.ids(except)));
                }
                parts.join(" ")
            }
            Claim::Always(None, then) => text.always(words.condition(then)),
            Claim::Always(Some(when), then) => {
                text.always_when(words.condition(when), words.condition(then))
            }
            Claim::Never(None, then) => text.nooit(words.condition(then)),
            Claim::Never(Some(when), then) => {
                text.nooit_when(words.condition(when), words.condition(then))
            }
            Claim::Counts { of, questions } if questions.is_empty() => text.counts_all(id(of)),
            Claim::Counts { of, questions } => text.counts(id(of), self.ids(questions)),
            Claim::CountsNot { of, questions } => text.counts_not(id(of), self.ids(questions)),
        }
    }

    pub fn ids(&self, questions: &[QuestionIx]) -> String {
        let ids = questions.iter();
        let ids: Vec<&str> = ids.map(|at| &*self.list.question(*at).id.0).collect();
        ids.join(", ")
    }

    /// What came of a property.
    pub fn verdict(&self, property: &Property, verdict: &Verdict) -> String {
        let text = &nl().analysis;
        match verdict {
            Verdict::Proved(_) if !property.holds && property.inherited => {
                text.proved_unlike_base()
            }
            Verdict::Proved(_) if !property.holds => text.proved_unmeant(),
            Verdict::Proved(None) if self.list.not_applicable.is_empty() => text.proved(),
            Verdict::Proved(None) => text.proved_where_it_fits(),
            Verdict::Proved(Some(most)) => text.proved_rows(most),
            Verdict::Refuted(_) if !property.holds => {
                let reason = property.reason.as_ref();
                text.refuted_meant(reason.map_or("", |reason| &reason.nl))
            }
            Verdict::Refuted(_) => text.refuted(),
            Verdict::Empty if property.inherited => text.empty_inherited(),
            Verdict::Empty => text.empty_property(),
            Verdict::Endless => text.endless_property(),
            Verdict::TooLarge => text.too_large_property(),
        }
    }

    /// The lines of a counter-example, this far in.
    pub fn counter(&self, claim: &Claim, counter: &Counter, by: usize) -> Vec<String> {
        let text = &nl().analysis;
        let say = |line: String, by: usize| indent(&line, self.width, by);
        if counter.change.is_none() && !counter.questions.is_empty() {
            let questions = self.ids(&counter.questions);
            return vec![say(text.counter_questions(questions), by)];
        }
        let mut lines = vec![say(text.counter(), by)];
        lines.extend(self.example(&counter.example, by + 2));
        if let Some((key, before, after)) = &counter.change {
            let [before, after] = [before, after].map(|value| self.answer(key, value.as_ref()));
            let change = text.counter_change(self.question(key), before, after);
            lines.push(say(change, by + 2));
        }
        if let (Some(of), [before, after]) = (claim.of(), counter.came.as_slice()) {
            let [before, after] = [before, after].map(|came| self.came(of, came));
            let came = text.counter_came(&self.list.derived(of).id, before, after);
            lines.push(say(came, by + 2));
        }
        if self.list.numbers.iter().any(|number| number.rows.len() > 1) {
            lines.push(say(text.counter_day(show_date(counter.day)), by + 2));
        }
        lines
    }
}
