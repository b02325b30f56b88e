//! A question with other points, written out as conditions: then the sums that count it can stand beside their twins.

use crate::questionnaire::{
    Condition, Derived, DerivedIx, Formula, Input, Kind, Number, NumberRef, OptionId, QuestionIx,
    Questionnaire, Term, Test,
};

/// Each sum that counts this question, as it is when the question has this kind; nothing where something else than a sum
/// counts it.
pub(super) fn twins(
    list: &Questionnaire,
    question: QuestionIx,
    kind: &Kind,
) -> Option<Vec<(DerivedIx, Derived)>> {
    let mut twins = Vec::new();
    for (at, derived) in list.derived.iter().enumerate() {
        let inputs = derived.formula.inputs();
        let counts = inputs
            .iter()
            .any(|input| matches!(input, Input::Question(of) | Input::Rows(of) if *of == question));
        if !counts {
            continue;
        }
        let Formula::Sum(terms) = &derived.formula else {
            return None;
        };
        let mut written = Vec::new();
        for term in terms {
            match term {
                Term::Times(Input::Question(of), NumberRef::Literal(factor)) if *of == question => {
                    written.extend(written_out(question, kind, *factor)?);
                }
                Term::Times(Input::Question(of) | Input::Rows(of), _) if *of == question => {
                    return None;
                }
                other => written.push(other.clone()),
            }
        }
        let twin = Derived {
            formula: Formula::Sum(written),
            ..derived.clone()
        };
        twins.push((DerivedIx(at), twin));
    }
    Some(twins)
}

/// The points of each answer, as points for a condition.
fn written_out(question: QuestionIx, kind: &Kind, factor: Number) -> Option<Vec<Term>> {
    let points = |test: Test, worth: Number| {
        let condition = Condition::Answer { question, test };
        Term::Points(condition, NumberRef::Literal(worth.times(factor)))
    };
    let is = |id: OptionId| Test::Is(vec![id]);
    Some(match kind {
        Kind::YesNo { yes, no } => {
            vec![points(is("ja".into()), *yes), points(is("nee".into()), *no)]
        }
        Kind::Choice { options } | Kind::Judgement { options, .. } => options
            .iter()
            .map(|one| points(is(one.id.clone()), one.points.unwrap_or_default()))
            .collect(),
        Kind::Choices { options } => options
            .iter()
            .map(|one| {
                let test = Test::Contains(vec![one.id.clone()]);
                points(test, one.points.unwrap_or_default())
            })
            .collect(),
        _ => return None,
    })
}
