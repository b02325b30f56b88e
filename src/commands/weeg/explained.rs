//! What explains an outcome, for a person who practises or tests: what fixes it, what would change it, what settles it.

use crate::answer::{Key, Value, show};
use crate::engine::{Outcome, View};
use crate::explanation::{Fact, FindOut, Settle, Settling, counter, find_out, why};
use crate::plain::one_line;
use crate::questionnaire::{Derived, DerivedIx};
use crate::telling;
use crate::text::{indent, nl};

/// So many answers to find out, and so many ways, are named.
const MOST: usize = 8;

/// All that explains one outcome; and whether shares are named in it.
pub(super) fn explain(
    view: &View<'_>,
    at: DerivedIx,
    outcome: &Outcome,
    width: usize,
) -> (Vec<String>, bool) {
    let mut paper = Paper {
        view,
        derived: view.list.derived(at),
        width,
        lines: Vec::new(),
        shares: false,
    };
    paper.fixed_by(at, outcome);
    paper.turns(at, outcome);
    paper.find_out(at, outcome);
    (paper.lines, paper.shares)
}

struct Paper<'p> {
    view: &'p View<'p>,
    derived: &'p Derived,
    width: usize,
    lines: Vec<String>,
    shares: bool,
}

impl Paper<'_> {
    fn put(&mut self, by: usize, text: &str) {
        self.lines.push(indent(text, self.width, by));
    }

    fn fixed_by(&mut self, at: DerivedIx, outcome: &Outcome) {
        let say = &nl().explained;
        let Some(why) = why(self.view, at, outcome) else {
            return;
        };
        if why.facts.is_empty() {
            self.put(2, &say.weigh_fixed_anyhow());
            return;
        }
        self.put(2, &say.weigh_fixed_by());
        for fact in &why.facts {
            let line = match fact {
                Fact::Answer(key) => {
                    let given = self.view.answers.get(&key.question, key.row.as_ref());
                    given.map_or_else(|| key.to_string(), |one| self.answer(key, &one.value))
                }
                Fact::Row(..) => say.key_row(fact),
                Fact::AllRows(_) => say.key_all_rows(fact),
            };
            self.put(4, &line);
        }
        if !why.needed {
            self.put(4, &say.not_needed());
        } else if !why.smallest {
            self.put(4, &say.not_smallest());
        }
        if let Some(reason) = outcome.reasons.first() {
            let place = &reason.place;
            let file = place.file.rsplit(['/', '\\']).next().unwrap_or_default();
            self.put(2, &say.rule_stands(file, place.line, &reason.source));
        }
    }

    fn turns(&mut self, at: DerivedIx, outcome: &Outcome) {
        let say = &nl().explained;
        let Some(found) = counter(self.view, at, outcome) else {
            return;
        };
        if found.changes.is_empty() && found.complete {
            self.put(2, &say.turns_none());
            return;
        }
        if !found.changes.is_empty() {
            self.put(2, &say.turns());
        }
        for one in found.changes.iter().take(MOST) {
            let changes = one.changes.iter();
            let changes = together(
                changes
                    .map(|(key, value)| self.answer(key, value))
                    .collect(),
            );
            let to = telling::value(self.derived, &one.to);
            let line = if one.certain {
                say.turn_certain(changes, to)
            } else {
                say.turn_possible(changes, to)
            };
            self.put(4, &line);
        }
        if !found.complete || found.changes.len() > MOST {
            self.put(4, &say.turns_more());
        }
    }

    fn find_out(&mut self, at: DerivedIx, outcome: &Outcome) {
        let say = &nl().explained;
        let Some(found) = find_out(self.view, at, outcome) else {
            return;
        };
        let first = found.asks.first().and_then(|ask| ask.weight);
        let alike = found.asks.iter().all(|ask| ask.weight == first);
        self.put(2, &if alike { say.ask_alike() } else { say.ask() });
        for ask in found.asks.iter().take(MOST) {
            let line = match ask.weight.filter(|_| !alike) {
                Some(weight) => say.ask_weight(&ask.key, share(weight)),
                None => ask.key.to_string(),
            };
            self.shares |= !alike && ask.weight.is_some();
            self.put(4, &line);
        }
        match found.asks.len().saturating_sub(MOST) {
            0 => {}
            1 => self.put(4, &nl().finding.more_one()),
            more => self.put(4, &nl().finding.more(more)),
        }
        self.settles(&found);
    }

    /// The ways to settle it with fewer answers than all that are open.
    fn settles(&mut self, found: &FindOut) {
        let say = &nl().explained;
        let mut settles: Vec<_> = found.settles.iter().collect();
        settles.sort_by_key(|one| one.answers.len());
        // A way that takes every open answer tells nothing that the line above does not.
        let all = found.asks.len();
        let whole = |one: &&Settle| found.exact && all > 1 && one.answers.len() == all;
        let before = settles.len();
        settles.retain(|one| !whole(one));
        let only_whole = before > settles.len();
        if !settles.is_empty() {
            self.put(2, &say.settles());
        }
        for one in settles.iter().take(MOST) {
            let answers = one.answers.iter().map(|(key, settling)| match settling {
                Settling::Answer(value) => self.answer(key, value),
                Settling::NoMoreRows => say.key_all_rows(key),
            });
            let answers = together(answers.collect());
            let to = telling::value(self.derived, &one.to);
            self.put(4, &say.settle(answers, to));
        }
        if !found.exact || settles.len() > MOST {
            self.put(4, &say.settles_more());
        }
        if only_whole {
            let otherwise = !settles.is_empty();
            self.put(
                2,
                &if otherwise {
                    say.settles_else()
                } else {
                    say.settles_all()
                },
            );
        }
    }

    /// An answer with the id of its question: of several questions the text is the same.
    fn answer(&self, key: &Key, value: &Value) -> String {
        let shown = self.view.list.find(&key.question.0).map(|at| {
            let shown = show(self.view.list, at, value, self.view.answers);
            one_line(&shown)
        });
        nl().explained.key_answer(key, shown.unwrap_or_default())
    }
}

/// These one after the other: a, b en c.
fn together(mut all: Vec<String>) -> String {
    match all.pop() {
        None => String::new(),
        Some(last) if all.is_empty() => last,
        Some(last) => nl().explained.and(all.join(", "), last),
    }
}

/// A share as a person reads it: 12,5%.
fn share(weight: f64) -> String {
    let percent = weight * 100.0;
    if percent < 0.1 {
        return nl().explained.share_small();
    }
    format!("{percent:.1}%")
        .replace('.', ",")
        .replace(",0%", "%")
}
