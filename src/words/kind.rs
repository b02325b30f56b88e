//! Questions in words: what answer they take, and what else holds for them.

use super::{Words, choice, figure};
use crate::questionnaire::{
    Choice, DerivedIx, Input, Kind, NoteRule, OptionId, Question, QuestionIx,
};
use crate::text::nl;

impl Words<'_> {
    /// What answer a question takes, without its options: `kies één`, `schaal van 0 tot en met 10`.
    pub fn kind(&self, question: &Question) -> String {
        let text = &nl().words;
        let id = |list: &QuestionIx| self.list.question(*list).id.to_string();
        match &question.kind {
            Kind::YesNo { .. } => text.kind_yes_no(),
            Kind::Choice { .. } => text.kind_choice(),
            Kind::Choices { .. } => text.kind_choices(),
            Kind::Judgement { .. } => text.kind_judgement(),
            Kind::Scale { from, to, .. } => text.kind_scale(from, to),
            Kind::Number { unit, .. } => match unit {
                Some(unit) => text.kind_number_unit(unit),
                None => text.kind_number(),
            },
            Kind::Date { .. } => text.kind_date(),
            Kind::Text { multiline, .. } => match multiline {
                true => text.kind_text_lines(),
                false => text.kind_text(),
            },
            Kind::Person { several: false } => text.kind_person(),
            Kind::Person { several: true } => text.kind_persons(),
            Kind::Row { list, several } => match several {
                false => text.kind_row(id(list)),
                true => text.kind_rows(id(list)),
            },
            Kind::List { row_name, .. } => text.kind_list(row_name),
            Kind::Ranking { list, .. } => text.kind_ranking(id(list)),
            Kind::Notice { danger: true, .. } => text.kind_danger(),
            Kind::Notice { .. } => text.kind_notice(),
        }
    }

    /// What else holds for a question, each in a few words: bounds, when a note is required, whether it may be skipped.
    pub fn traits(&self, at: QuestionIx) -> Vec<String> {
        let text = &nl().words;
        let question = self.list.question(at);
        let mut all = self.limits(at);
        if let Some(only) = &question.only {
            let asked = &self.list.question(only.question).id;
            all.push(text.only_rows(text.is(asked, either(&only.answers))));
        }
        if question.allows_not_applicable {
            all.push(text.not_applicable());
        }
        if question.may_be_empty {
            all.push(text.may_be_empty());
        }
        match &question.note {
            NoteRule::Free => {}
            NoteRule::Always => all.push(text.note_always()),
            NoteRule::With(answers) => all.push(text.note_with(either(answers))),
        }
        if let Some(advice) = question.advice {
            all.push(text.decides(self.derived_id(advice)));
        }
        if question.apart {
            all.push(text.apart());
        }
        if question.listen {
            all.push(text.listen());
        }
        if question.given {
            all.push(text.given());
        }
        if !question.sources.is_empty() {
            let sources = question.sources.iter().map(|one| one.nl.as_str());
            all.push(text.sources(sources.collect::<Vec<_>>().join(", ")));
        }
        if question.more {
            all.push(text.more());
        }
        all
    }

    /// What holds because of its kind.
    fn limits(&self, at: QuestionIx) -> Vec<String> {
        let text = &nl().words;
        let mut all = Vec::new();
        match &self.list.question(at).kind {
            Kind::YesNo { yes, no } if self.counts(at) => {
                all.push(text.yes_no_points(figure(*yes), figure(*no)));
            }
            Kind::Judgement {
                options, fact_from, ..
            } => {
                if let Some(from) = fact_from.and_then(|at| options.get(at)) {
                    all.push(text.fact_from(&from.id));
                }
            }
            Kind::Scale { labels, .. } => {
                all.extend(labels.iter().map(|(at, label)| text.label(at, label)));
            }
            Kind::Number { from, to, step, .. } => {
                match (from, to) {
                    (Some(from), Some(to)) => all.push(text.range(figure(*from), figure(*to))),
                    (Some(from), None) => all.push(text.range_from(figure(*from))),
                    (None, Some(to)) => all.push(text.range_to(figure(*to))),
                    (None, None) => {}
                }
                if *step != crate::questionnaire::Number::ONE {
                    all.push(text.step(figure(*step)));
                }
            }
            Kind::Date {
                not_after_today: true,
            } => all.push(text.not_after_today()),
            Kind::Text { vague: true, .. } => all.push(text.vague()),
            Kind::List {
                at_least, at_most, ..
            } => {
                if *at_least > 0 {
                    all.push(text.rows_at_least(at_least));
                }
                all.extend(at_most.map(|most| text.rows_at_most(most)));
            }
            Kind::Ranking {
                at_most,
                first,
                weighs,
                ..
            } => {
                all.push(text.places(at_most));
                if let Some((when, _)) = first {
                    all.push(text.first(self.condition(when)));
                }
                if !weighs.is_empty() {
                    let names = weighs
                        .iter()
                        .map(|one| self.list.question(one.question).short_id());
                    all.push(text.weighs(names.collect::<Vec<_>>().join(", ")));
                }
            }
            Kind::Notice { stop: true, .. } => all.push(text.stop()),
            _ => {}
        }
        all
    }

    /// Its options, each with its id and points.
    pub fn options(&self, question: &Question) -> Vec<String> {
        question.options().iter().map(choice).collect()
    }

    /// Whether a number is made of its answer, so that its points matter.
    pub fn counts(&self, question: QuestionIx) -> bool {
        let own = [Input::Question(question), Input::Rows(question)];
        let mut inputs = self
            .list
            .derived
            .iter()
            .flat_map(|derived| derived.formula.inputs());
        inputs.any(|input| own.contains(&input))
    }

    /// The ids of the questions that are shown beside a judgement.
    pub fn rests_on(&self, question: &Question) -> Vec<String> {
        match &question.kind {
            Kind::Judgement { rests_on, .. } => rests_on
                .iter()
                .map(|at| self.list.question(*at).id.to_string())
                .collect(),
            _ => Vec::new(),
        }
    }

    pub(super) fn derived_id(&self, at: DerivedIx) -> &str {
        &self.list.derived(at).id
    }
}

/// `ja of nee`
pub(super) fn either(ids: &[OptionId]) -> String {
    let ids: Vec<&str> = ids.iter().map(|id| &*id.0).collect();
    ids.join(&format!(" {} ", nl().words.or()))
}

/// The text of a level, or its id where it has none.
pub(super) fn level<'a>(levels: &'a [Choice], id: &'a OptionId) -> &'a str {
    levels
        .iter()
        .find(|one| one.id == *id)
        .map_or(&id.0, |one| &one.text.nl)
}
