//! What is asked at one question: how to answer, what stands there now, and what to know before answering.

use super::Look;
use crate::answer::interpret::{Item, dutch};
use crate::answer::{RowId, Value, row_name, rows_of, show, to_choose, typed};
use crate::engine::{Outcome, Standings, Step, StepState, outcomes, standings};
use crate::interview::screen::{Ask, Line, Prompt, Purpose};
use crate::questionnaire::{Choice, Derived, DerivedIx, Kind, Number, Question, QuestionIx};
use crate::telling;
use crate::text::nl;

/// So many open questions are named where an advice is still open.
const MOST_OPEN: usize = 3;

impl Look<'_> {
    /// What is asked at this step.
    pub(in crate::interview) fn prompt(&self, step: &Step) -> Prompt {
        let asked = self.list().question(step.question);
        let given = self.view.answers.get(&asked.id, step.row.as_ref());
        let current = self.answer(step);
        let is_list = matches!(asked.kind, Kind::List { .. });
        Prompt {
            purpose: if is_list {
                Purpose::Rows
            } else {
                Purpose::Value
            },
            key: Some(step.key(self.view)),
            number: super::numbered(self.list(), self.steps)
                .position(|at| self.steps[at] == *step)
                .map(|at| at + 1)
                .filter(|_| asked.takes_answer()),
            text: self.text(step),
            hints: self.hints(asked, step.question),
            beside: self.beside(asked, step),
            ask: self.ask(step.question),
            special: self.special(asked),
            // Who comes back to write what was not known, starts with an empty line.
            typed: given
                .filter(|answer| answer.value.is_known() || !is_written(&asked.kind))
                .map(|answer| typed(&answer.value)),
            optional: current.is_some() || step.state == StepState::Offered,
            current,
        }
    }

    fn special(&self, asked: &Question) -> Vec<Line> {
        let words = &nl().value;
        let word = |value: &Value, text: String| Line {
            id: typed(value),
            text,
            help: None,
        };
        let mut special = Vec::new();
        // Where an option says that one does not know, a second way to say so would only raise doubt.
        let special_too = asked.takes_answer() && asked.in_doubt().is_none();
        if special_too {
            special.push(word(&Value::Unknown, words.unknown()));
        }
        if special_too && !matches!(asked.kind, Kind::List { .. }) {
            special.push(word(&Value::Refused, words.refused()));
        }
        if asked.allows_not_applicable {
            special.push(word(&Value::NotApplicable, words.not_applicable()));
        }
        special
    }

    fn ask(&self, question: QuestionIx) -> Ask {
        let asked = self.list().question(question);
        let answers = self.view.answers;
        let rows = || lines(to_choose(self.list(), question, answers).0);
        let may_be_none = asked.may_be_empty;
        let can_add = self.list().persons.is_some();
        match &asked.kind {
            Kind::YesNo { .. } => Ask::YesNo {
                not_applicable: asked.allows_not_applicable,
            },
            Kind::Choice { options } | Kind::Judgement { options, .. } => {
                Ask::One(choices(options))
            }
            Kind::Choices { options } => Ask::Many {
                lines: choices(options),
                may_be_none: true,
                can_add: false,
            },
            Kind::Scale { from, to, labels } => Ask::Number {
                range: nl().interview.range(from, to),
                labels: labels
                    .iter()
                    .map(|(number, label)| Line {
                        id: number.to_string(),
                        text: label.nl.clone(),
                        help: None,
                    })
                    .collect(),
            },
            Kind::Number { from, to, unit, .. } => Ask::Number {
                range: range(*from, *to, unit.as_ref().map(|unit| unit.nl.as_str())),
                labels: Vec::new(),
            },
            Kind::Date { .. } => Ask::Date,
            Kind::Text { multiline, .. } => Ask::Text {
                multiline: *multiline,
            },
            Kind::Person { several: true } => Ask::Many {
                lines: rows(),
                may_be_none,
                can_add,
            },
            Kind::Person { several: false } => Ask::Row {
                lines: rows(),
                may_be_none,
                can_add,
            },
            Kind::Row { several, .. } => {
                let (lines, can_add) = (rows(), false);
                if *several {
                    Ask::Many {
                        lines,
                        may_be_none,
                        can_add,
                    }
                } else {
                    Ask::Row {
                        lines,
                        may_be_none,
                        can_add,
                    }
                }
            }
            Kind::Ranking { at_most, .. } => Ask::Order {
                lines: self.ranked(question, self.told(question, rows())),
                at_most: *at_most,
            },
            Kind::List { row_name: word, .. } => Ask::More {
                row_name: word.nl.clone(),
                rows: rows_of(self.list(), question, answers)
                    .iter()
                    .map(|row| row_name(self.list(), question, row, answers))
                    .collect(),
            },
            Kind::Notice { .. } => Ask::Notice,
        }
    }

    /// The rows to put in order; of those that were given the whole text stands with the short one.
    fn told(&self, question: QuestionIx, mut lines: Vec<Line>) -> Vec<Line> {
        let Kind::Ranking { list, .. } = &self.list().question(question).kind else {
            return lines;
        };
        for line in &mut lines {
            let given = self.given_text(*list, &RowId(line.id.clone()));
            line.help = given.filter(|given| *given != line.text).map(str::to_owned);
        }
        lines
    }

    /// The rows to put in order, each with what the ratings say of it.
    fn ranked(&self, question: QuestionIx, mut lines: Vec<Line>) -> Vec<Line> {
        let Some(of) = self.standings(question) else {
            return lines;
        };
        for line in &mut lines {
            let Some(standing) = of.rows.iter().find(|one| one.row.0 == line.id) else {
                continue;
            };
            line.text = nl().order.marked(telling::mark(standing), &line.text);
            line.help = Some(telling::detail(self.view, &of, standing));
        }
        lines
    }

    /// What the ratings say of the rows of a ranking, where that is anything.
    fn standings(&self, question: QuestionIx) -> Option<Standings> {
        let mut all = standings(self.view).into_iter();
        all.find(|of| of.ranking == question)
            .filter(telling::says_something)
    }

    fn hints(&self, asked: &Question, question: QuestionIx) -> Vec<String> {
        let say = &nl().interview;
        let mut hints = Vec::new();
        if asked.apart {
            hints.push(say.apart());
        }
        if asked.listen {
            hints.push(say.listen());
        }
        if let Kind::Notice { danger: true, .. } = asked.kind {
            hints.extend(super::phones(self.set, 2));
        }
        if let Some(advice) = asked.advice {
            hints.extend(self.advice(advice));
        }
        if let Some(example) = &asked.example {
            hints.push(say.example(&example.nl));
        }
        if let Kind::Ranking { at_most, .. } = asked.kind {
            hints.push(say.places(at_most));
            hints.extend(self.standings(question).map(|_| nl().order.hint()));
        }
        hints
    }

    /// What the rules say, and why; or that they do not say it yet.
    fn advice(&self, at: DerivedIx) -> Vec<String> {
        let say = &nl().interview;
        let derived = self.list().derived(at);
        let all = outcomes(self.view);
        let Some(outcome) = all.get(&derived.id) else {
            return vec![say.no_advice()];
        };
        match advised(derived, outcome) {
            Some(level) => {
                let mut hints = vec![say.advice(&level.text.nl)];
                let why = outcome
                    .reasons
                    .iter()
                    .filter_map(|reason| reason.rule.as_ref());
                hints.extend(why.take(1).map(|rule| say.because(&rule.nl)));
                hints
            }
            None if outcome.is_fixed() => vec![say.no_advice()],
            None => {
                let mut hints: Vec<String> = self.call_first().into_iter().collect();
                hints.push(say.open_advice());
                let found = telling::finding_for(self.view, &all, at, MOST_OPEN);
                hints.extend(found.questions.iter().map(|one| say.still_open(one)));
                hints.extend(found.and_more());
                hints.extend(found.below());
                hints
            }
        }
    }

    /// Who to call before finding out anything, where there is danger.
    pub(in crate::interview) fn call_first(&self) -> Option<String> {
        let [urgent, other, ..] = self.set.phones else {
            return None;
        };
        let say = &nl().finding;
        telling::is_danger(self.view)
            .then(|| say.call_first(&other.name, &other.number, &urgent.number))
    }

    /// What is still open, those that matter most first; nothing when nothing is.
    pub(in crate::interview) fn still_open(&self) -> Vec<String> {
        let say = &nl().finding;
        let found = telling::finding(self.view, &outcomes(self.view), MOST_OPEN);
        if found.questions.is_empty() {
            return Vec::new();
        }
        let mut open = found.questions.clone();
        open.extend(found.and_more());
        let mut lines = vec![say.open(open.join(" "))];
        lines.extend(found.below());
        lines
    }

    /// The answers on which a judgement rests.
    fn beside(&self, asked: &Question, step: &Step) -> Vec<(String, String)> {
        let Kind::Judgement { rests_on, .. } = &asked.kind else {
            return Vec::new();
        };
        rests_on
            .iter()
            .map(|at| {
                let question = self.list().question(*at);
                let row = step.row.as_ref().filter(|_| question.parent.is_some());
                let answer = self.view.answers.get(&question.id, row).map_or_else(
                    || nl().interview.not_answered(),
                    |answer| show(self.list(), *at, &answer.value, self.view.answers),
                );
                (question.text.nl.clone(), answer)
            })
            .collect()
    }
}

/// The level that is advised, when it is certain.
pub(in crate::interview) fn advised<'d>(
    derived: &'d Derived,
    outcome: &Outcome,
) -> Option<&'d Choice> {
    let level = outcome.spread.only_level()?;
    derived.levels.iter().find(|one| one.id == *level)
}

fn choices(options: &[Choice]) -> Vec<Line> {
    options
        .iter()
        .map(|option| Line {
            id: option.id.to_string(),
            text: option.text.nl.clone(),
            help: option.help.as_ref().map(|help| help.nl.clone()),
        })
        .collect()
}

fn lines(items: Vec<Item>) -> Vec<Line> {
    items
        .into_iter()
        .map(|item| Line {
            id: item.id,
            text: item.name,
            help: None,
        })
        .collect()
}

fn range(from: Option<Number>, to: Option<Number>, unit: Option<&str>) -> String {
    let say = &nl().interview;
    let range = match (from, to) {
        (Some(from), Some(to)) => say.range(dutch(from), dutch(to)),
        (Some(from), None) => say.range_from(dutch(from)),
        (None, Some(to)) => say.range_to(dutch(to)),
        (None, None) => say.any_number(),
    };
    match unit {
        Some(unit) => say.in_unit(range, unit),
        None => range,
    }
}

/// Whether the answer is written, not chosen.
fn is_written(kind: &Kind) -> bool {
    matches!(
        kind,
        Kind::Text { .. } | Kind::Number { .. } | Kind::Scale { .. } | Kind::Date { .. }
    )
}
