//! Questions that change no outcome, though a reader would think so: not those of which the list says what they are for.

use super::Found;
use crate::questionnaire::{Condition, Kind, QuestionIx, Questionnaire};

impl Found<'_> {
    /// The questions that change no outcome at all and are used for nothing else.
    pub(super) fn idle(&self) -> Vec<QuestionIx> {
        let list = self.list;
        let looked_at = looked_at(list);
        let idle = |at: &QuestionIx| {
            let question = list.question(*at);
            let could = matches!(
                question.kind,
                Kind::YesNo { .. }
                    | Kind::Choice { .. }
                    | Kind::Choices { .. }
                    | Kind::Judgement { .. }
                    | Kind::Scale { .. }
                    | Kind::Number { .. }
            );
            let purpose = question.role.is_some() || question.advice.is_some() || question.more;
            let matters = self.facts.iter().any(|facts| facts.matters.contains(at));
            could && !purpose && !matters && !looked_at.contains(at)
        };
        list.question_indexes().filter(idle).collect()
    }
}

/// The questions that decide what is asked, by which rows are weighed, or that stand beside a judgement.
fn looked_at(list: &Questionnaire) -> Vec<QuestionIx> {
    let mut found = Vec::new();
    let mut of = |condition: &Condition| {
        condition.walk(&mut |one| {
            if let Condition::Answer { question, test } = one {
                found.push(*question);
                found.extend(test.other());
            }
            if let Condition::Named { by, .. } = one {
                found.push(*by);
            }
        });
    };
    for question in &list.questions {
        question.when.iter().for_each(&mut of);
        if let Kind::Ranking {
            first: Some((when, _)),
            ..
        } = &question.kind
        {
            of(when);
        }
    }
    list.parts.iter().flat_map(|part| &part.when).for_each(of);
    for question in &list.questions {
        found.extend(question.only.as_ref().map(|only| only.question));
        match &question.kind {
            Kind::Judgement { rests_on, .. } => found.extend(rests_on),
            Kind::Ranking { weighs, .. } => {
                for weight in weighs {
                    found.push(weight.question);
                    found.extend(weight.also.iter().map(|also| also.question));
                }
            }
            _ => {}
        }
    }
    found
}
