//! Looks for answers that show a change which no case noticed; or for a proof that there are none.

use super::Fate;
use super::edit::{Edit, of_part};
use super::mutant::Mutant;
use super::number;
use super::points;
use super::trial::Trial;
use super::twin;
use crate::proof::{Can, Possible};
use crate::questionnaire::check::Thing;
use crate::questionnaire::{Condition, Derived, DerivedIx, Period, QuestionIx, Questionnaire};

/// Looks for answers to one list.
pub(super) struct Witness<'a> {
    list: &'a Questionnaire,
    possible: Possible<'a>,
}

impl<'a> Witness<'a> {
    pub(super) const fn new(list: &'a Questionnaire, possible: Possible<'a>) -> Self {
        Self { list, possible }
    }

    /// What comes of a change that no case notices.
    pub(super) fn look(&self, mutant: &Mutant) -> Fate {
        self.possible.start_anew();
        let edit = &mutant.edit;
        match self.reason(edit) {
            Can::Never => Fate::Same,
            found => {
                let trial = Trial::new(self.list, &self.possible, edit);
                match found {
                    // What was reasoned about one value is seen by somebody only where something comes of it.
                    Can::Be(answers, day) if trial.differ(&answers, day) => {
                        Fate::Missed(answers, day)
                    }
                    _ => trial.by_lot(self.possible.days()),
                }
            }
        }
    }

    /// What can be reasoned about the change.
    fn reason(&self, edit: &Edit) -> Can {
        let list = self.list;
        let twin = |at: DerivedIx| {
            let mut changed = list.clone();
            edit.make(&mut changed);
            let twin = changed.derived.swap_remove(at.0);
            self.twin(list, at, &twin)
        };
        match edit {
            Edit::Part(place, other) => any(list.parts.iter().flat_map(|part| {
                let all = of_part(part);
                let here = part.when_at.iter().enumerate();
                let here = here.filter(|(_, at)| *at == place);
                here.map(|(at, _)| {
                    let around = all.iter().enumerate().filter(|(other, _)| *other != at);
                    // A part is seen by its questions.
                    let asked = part.questions.iter().map(|at| {
                        let when = list.question(*at).when.clone();
                        when.unwrap_or(Condition::Always(true))
                    });
                    let around = around.map(|(_, one)| one.clone());
                    let around = around.chain([Condition::Any(asked.collect())]);
                    let both = (&all[at], other);
                    let around = Condition::All(around.collect());
                    self.possible.differ_on_the_way(both, &around, None)
                })
                .collect::<Vec<_>>()
            })),
            Edit::Question(at, other) => self.question(*at, other),
            Edit::NotApplicable(at, other) => {
                let rules = list.not_applicable.iter().enumerate();
                let others = rules.filter(|(one, _)| one != at);
                let others = others.map(|(_, rule)| Condition::Not(Box::new(rule.when.clone())));
                let around = Condition::All(others.collect());
                let own = &list.not_applicable[*at].when;
                self.possible.differ_in_the_end((own, other), &around)
            }
            Edit::Derived(at, _) | Edit::Formula(at, _) => twin(*at),
            Edit::Policy(..) | Edit::Ranking(..) | Edit::Period(..) => Can::Unsure,
            Edit::Reading(other) => self.reading(other),
            Edit::Number(at, row, value) => {
                let twins = number::twins(list, *at, *row, *value);
                let elsewhere = twins.elsewhere.then_some(Can::Unsure);
                let each = twins.changed.into_iter();
                any(each
                    .map(|(at, twin)| self.twin(&twins.list, at, &twin))
                    .chain(elsewhere))
            }
            Edit::Kind(at, kind) => match points::twins(list, *at, kind) {
                Some(twins) => any(twins
                    .into_iter()
                    .map(|(at, twin)| self.twin(list, at, &twin))),
                None => Can::Unsure,
            },
        }
    }

    /// Whether the list as it reads with another setting can come to something else: anywhere where it says otherwise. What
    /// each change by itself does not change, all together do not either.
    fn reading(&self, other: &Questionnaire) -> Can {
        let list = self.list;
        let or_always = |when: &Option<Condition>| when.clone().unwrap_or(Condition::Always(true));
        let parts = list.parts.iter().zip(&other.parts);
        let parts = parts.filter(|(one, other)| one.when != other.when);
        let parts = parts.map(|(one, other)| {
            let both = (&or_always(&one.when), &or_always(&other.when));
            let asked = one.questions.iter();
            let asked = asked.map(|at| or_always(&list.question(*at).when));
            let around = Condition::Any(asked.collect());
            self.possible.differ_on_the_way(both, &around, None)
        });
        let questions = list.question_indexes().filter(|at| {
            let other = &other.question(*at).when;
            list.question(*at).when != *other
        });
        let questions = questions.map(|at| self.question(at, &or_always(&other.question(at).when)));
        let derived = (0..list.derived.len()).map(DerivedIx);
        let derived = derived.filter(|at| list.derived(*at) != other.derived(*at));
        let derived = derived.map(|at| self.twin(list, at, other.derived(at)));
        let rules = list.not_applicable.iter().zip(&other.not_applicable);
        let rules = rules.filter(|(one, other)| one.when != other.when);
        let rules = rules.map(|_| Can::Unsure);
        let periods = list.periods.iter().zip(&other.periods);
        let periods = periods.filter(|(one, other)| !says_same(one, other));
        let periods = periods.map(|_| Can::Unsure);
        any(parts
            .chain(questions)
            .chain(derived)
            .chain(rules)
            .chain(periods))
    }

    /// Whether a derived value can come to something else than its twin, where anybody can see it.
    fn twin(&self, list: &Questionnaire, at: DerivedIx, twin: &Derived) -> Can {
        let found = twin::differ(list, at, twin.clone(), self.possible.days());
        if found != Can::Never || !self.steers(at) {
            return found;
        }
        // What is asked, and whether the list applies, follows from it also where the list gives no outcome.
        let mut always = list.clone();
        always.not_applicable.clear();
        twin::differ(&always, at, twin.clone(), self.possible.days())
    }

    /// Whether a question, a part, or whether the list applies, depends on this derived value.
    fn steers(&self, at: DerivedIx) -> bool {
        let list = self.list;
        let parts = list.parts.iter().flat_map(|part| &part.when);
        let questions = list.questions.iter().flat_map(|one| &one.when);
        let rules = list.not_applicable.iter().map(|rule| &rule.when);
        let mut all = parts.chain(questions).chain(rules);
        all.any(|when| {
            let needs = self.possible.needs();
            needs.all_behind(list, when).contains(&Thing::Derived(at))
        })
    }

    fn question(&self, at: QuestionIx, other: &Condition) -> Can {
        let question = self.list.question(at);
        let own = question.when.clone().unwrap_or(Condition::Always(true));
        let mut around: Vec<Condition> = Vec::new();
        around.extend(self.list.parts[question.part].when.clone());
        if let Some(parent) = question.parent {
            around.extend(self.list.question(parent).when.clone());
        }
        let around = Condition::All(around);
        self.possible
            .differ_on_the_way((&own, other), &around, question.parent)
    }
}

/// Whether two readings of a period are one and the same, wherever they stand.
fn says_same(one: &Period, other: &Period) -> bool {
    let place = other.place.clone();
    *other
        == Period {
            place,
            ..one.clone()
        }
}

/// Whether any of these can be.
fn any(all: impl IntoIterator<Item = Can>) -> Can {
    let mut unsure = false;
    for can in all {
        match can {
            found @ Can::Be(..) => return found,
            Can::Never => {}
            Can::Unsure => unsure = true,
        }
    }
    if unsure { Can::Unsure } else { Can::Never }
}
