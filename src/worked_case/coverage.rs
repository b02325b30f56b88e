//! Which branches of a list no worked case reaches: rules, table rows, bands, levels, options, and conditions both ways.

use std::collections::{BTreeMap, BTreeSet};

use super::WorkedCase;
use crate::answer::{Answers, RowId, Value};
use crate::engine::{Truth, View, outcomes};
use crate::problem::Place;
use crate::questionnaire::{
    Condition, Derived, Formula, OptionId, QuestionIx, Questionnaire, RuleRow, Term,
};

/// What the cases of a list reached so far.
pub struct Coverage<'a> {
    list: &'a Questionnaire,
    /// Only what stands in this file counts; what a used list needs, its own cases show.
    file: &'a str,
    rows: BTreeSet<Place>,
    levels: BTreeMap<String, BTreeSet<OptionId>>,
    options: BTreeMap<QuestionIx, BTreeSet<OptionId>>,
    tests: BTreeMap<Tested, BTreeSet<bool>>,
}

/// A condition in the list.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Tested {
    Part(usize),
    Question(usize),
    Derived(usize),
    /// A derived value, and which of its terms or counted conditions.
    Term(usize, usize),
    NotApplicable(usize),
}

/// Something that no case reaches.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Missed {
    /// Where it stands.
    pub place: Place,
    /// What it is.
    pub kind: MissedKind,
    /// The id of the question, part or derived value.
    pub of: String,
    /// Which of it: levels, options.
    pub which: Vec<String>,
}

/// What no case reaches.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum MissedKind {
    /// A rule, table row or band that never decides.
    Row,
    /// Levels that never come out.
    Level,
    /// Options that are never the answer.
    Option,
    /// Something that is never counted or added.
    Counted,
    /// A condition that never holds.
    NeverHolds,
    /// A condition that always holds.
    AlwaysHolds,
}

impl<'a> Coverage<'a> {
    /// Nothing reached yet. `file` is the file of the list itself.
    pub fn new(list: &'a Questionnaire, file: &'a str) -> Self {
        Self {
            list,
            file,
            rows: BTreeSet::new(),
            levels: BTreeMap::new(),
            options: BTreeMap::new(),
            tests: BTreeMap::new(),
        }
    }

    /// Notes what this case reaches.
    pub fn add(&mut self, case: &WorkedCase) {
        let view = View::new(self.list, &case.answers, case.today);
        for outcome in outcomes(&view).values() {
            for reason in &outcome.reasons {
                self.rows.insert(reason.place.clone());
            }
        }
        for (id, outcome) in outcomes(&view) {
            if let Some(level) = outcome.spread.only_level() {
                self.levels.entry(id).or_default().insert(level.clone());
            }
        }
        for (key, answer) in case.answers.iter() {
            let chosen: &[OptionId] = match &answer.value {
                Value::Choice(option) => std::slice::from_ref(option),
                Value::Choices(options) => options,
                _ => continue,
            };
            if let Some(question) = self.list.find(&key.question.0) {
                let seen = self.options.entry(question).or_default();
                seen.extend(chosen.iter().cloned());
            }
        }
        self.tests(&view, &case.answers);
    }

    fn tests(&mut self, view: &View<'_>, answers: &Answers) {
        let list = self.list;
        for (at, part) in list.parts.iter().enumerate() {
            self.test(view, Tested::Part(at), part.when.as_ref(), None);
        }
        for (at, question) in list.questions.iter().enumerate() {
            match question.parent {
                None => self.test(view, Tested::Question(at), question.when.as_ref(), None),
                Some(parent) => {
                    let rows = answers.rows(&list.question(parent).id);
                    for row in rows.iter().flat_map(|rows| &rows.ids) {
                        let when = question.when.as_ref();
                        self.test(view, Tested::Question(at), when, Some(row));
                    }
                }
            }
        }
        for (at, derived) in list.derived.iter().enumerate() {
            self.test(view, Tested::Derived(at), derived.when.as_ref(), None);
            for (term, condition) in terms(derived) {
                self.test(view, Tested::Term(at, term), Some(condition), None);
            }
        }
        for (at, rule) in list.not_applicable.iter().enumerate() {
            self.test(view, Tested::NotApplicable(at), Some(&rule.when), None);
        }
    }

    fn test(
        &mut self,
        view: &View<'_>,
        tested: Tested,
        when: Option<&Condition>,
        row: Option<&RowId>,
    ) {
        let Some(when) = when else { return };
        let truth = view.truth(when, row);
        if truth != Truth::Unknown {
            self.tests
                .entry(tested)
                .or_default()
                .insert(truth.certain());
        }
    }

    /// What no case reaches, in the order of the file.
    pub fn missed(&self) -> Vec<Missed> {
        let mut missed = Vec::new();
        for (at, derived) in self.list.derived.iter().enumerate() {
            if &*derived.place.file != self.file {
                continue;
            }
            self.missed_rows(derived, &mut missed);
            self.missed_levels(derived, &mut missed);
            self.missed_test(
                Tested::Derived(at),
                &derived.when,
                &derived.id,
                &derived.place,
                &mut missed,
            );
            self.missed_terms(at, derived, &mut missed);
        }
        for (at, part) in self.list.parts.iter().enumerate() {
            self.missed_test(
                Tested::Part(at),
                &part.when,
                &part.id,
                &part.place,
                &mut missed,
            );
        }
        for (at, question) in self.list.questions.iter().enumerate() {
            self.missed_test(
                Tested::Question(at),
                &question.when,
                &question.id.0,
                &question.place,
                &mut missed,
            );
            if &*question.place.file == self.file {
                let seen = self.options.get(&QuestionIx(at));
                let which: Vec<String> = question
                    .options()
                    .iter()
                    .filter(|option| seen.is_none_or(|seen| !seen.contains(&option.id)))
                    .map(|option| option.id.to_string())
                    .collect();
                if !which.is_empty() {
                    missed.push(Missed {
                        place: question.place.clone(),
                        kind: MissedKind::Option,
                        of: question.id.to_string(),
                        which,
                    });
                }
            }
        }
        for (at, rule) in self.list.not_applicable.iter().enumerate() {
            let when = Some(rule.when.clone());
            self.missed_test(
                Tested::NotApplicable(at),
                &when,
                "niet_toepasbaar",
                &rule.place,
                &mut missed,
            );
        }
        missed.sort();
        missed
    }

    /// Whether the settings of this list decide a condition, whatever is answered: then no case can show the other side.
    fn settled(&self, when: &Condition) -> Truth {
        let nothing = Answers::default();
        let today = self.list.valid_from.unwrap_or_default();
        View::new(self.list, &nothing, today).in_the_end(when, None)
    }

    fn seen(&self, tested: Tested, held: bool) -> bool {
        self.tests
            .get(&tested)
            .is_some_and(|seen| seen.contains(&held))
    }

    fn missed_test(
        &self,
        tested: Tested,
        when: &Option<Condition>,
        id: &str,
        place: &Place,
        missed: &mut Vec<Missed>,
    ) {
        let conditional = when
            .as_ref()
            .is_some_and(|when| !matches!(when, Condition::Always(_)));
        if !conditional || &*place.file != self.file {
            return;
        }
        for (held, kind) in [
            (true, MissedKind::NeverHolds),
            (false, MissedKind::AlwaysHolds),
        ] {
            let settled = when
                .as_ref()
                .is_some_and(|when| self.settled(when) != Truth::Unknown);
            if !settled && !self.seen(tested, held) {
                missed.push(Missed {
                    place: place.clone(),
                    kind,
                    of: id.to_owned(),
                    which: Vec::new(),
                });
            }
        }
    }

    fn missed_rows(&self, derived: &Derived, missed: &mut Vec<Missed>) {
        let rows: Vec<(&Place, &OptionId)> = match &derived.formula {
            Formula::Rules(rows) | Formula::Table(rows) => {
                let truth = |row: &RuleRow| row.when.as_ref().map(|when| self.settled(when));
                let last = rows.iter().position(|row| truth(row) == Some(Truth::Yes));
                rows[..last.map_or(rows.len(), |last| last + 1)]
                    .iter()
                    .filter(|row| truth(row) != Some(Truth::No))
                    .map(|row| (&row.place, &row.level))
                    .collect()
            }
            Formula::Bands { rows, .. } => {
                rows.iter().map(|row| (&row.place, &row.level)).collect()
            }
            _ => Vec::new(),
        };
        for (place, level) in rows {
            if !self.rows.contains(place) {
                missed.push(Missed {
                    place: place.clone(),
                    kind: MissedKind::Row,
                    of: derived.id.clone(),
                    which: vec![level.to_string()],
                });
            }
        }
    }

    /// What is never counted or added, in the words of its questions.
    fn missed_terms(&self, at: usize, derived: &Derived, missed: &mut Vec<Missed>) {
        let mut which = Vec::new();
        for (term, condition) in terms(derived) {
            if self.seen(Tested::Term(at, term), true) {
                continue;
            }
            let mut names: Vec<String> = Vec::new();
            condition.walk(&mut |one| match one {
                Condition::Answer { question, .. } => {
                    names.push(self.list.question(*question).id.to_string());
                }
                Condition::Derived { derived, .. } => {
                    names.push(self.list.derived(*derived).id.clone());
                }
                _ => {}
            });
            names.dedup();
            if !names.is_empty() {
                which.push(names.join(" + "));
            }
        }
        if !which.is_empty() {
            missed.push(Missed {
                place: derived.place.clone(),
                kind: MissedKind::Counted,
                of: derived.id.clone(),
                which,
            });
        }
    }

    /// Only of the heaviest and lightest: elsewhere the rows say it.
    fn missed_levels(&self, derived: &Derived, missed: &mut Vec<Missed>) {
        if !matches!(derived.formula, Formula::Highest(_) | Formula::Lowest(_)) {
            return;
        }
        let seen = self.levels.get(&derived.id);
        let which: Vec<String> = derived
            .levels
            .iter()
            .filter(|level| seen.is_none_or(|seen| !seen.contains(&level.id)))
            .map(|level| level.id.to_string())
            .collect();
        if !which.is_empty() {
            missed.push(Missed {
                place: derived.place.clone(),
                kind: MissedKind::Level,
                of: derived.id.clone(),
                which,
            });
        }
    }
}

/// The conditions under which something is counted or added.
fn terms(derived: &Derived) -> Vec<(usize, &Condition)> {
    match &derived.formula {
        Formula::Count(conditions) => conditions.iter().enumerate().collect(),
        Formula::Sum(terms) => terms
            .iter()
            .enumerate()
            .filter_map(|(at, term)| match term {
                Term::Points(condition, _) => Some((at, condition)),
                _ => None,
            })
            .collect(),
        _ => Vec::new(),
    }
}
