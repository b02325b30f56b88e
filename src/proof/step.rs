//! How fine a number is: the largest step of which every value it can have is a multiple.

use crate::questionnaire::{
    DerivedIx, Formula, Input, Kind, Number, NumberRef, QuestionIx, Questionnaire, Term,
};

/// The step of an input; the finest there is where nothing is known.
pub fn step(list: &Questionnaire, input: &Input) -> Number {
    match input {
        Input::Question(at) | Input::Rows(at) => of_question(list, *at),
        Input::Derived(at) => of_derived(list, *at),
        Input::Number(number) => of_number(list, number),
    }
}

fn of_question(list: &Questionnaire, at: QuestionIx) -> Number {
    let question = list.question(at);
    match &question.kind {
        Kind::YesNo { yes, no } => yes.common_step(*no),
        Kind::Scale { .. } => Number::ONE,
        Kind::Number { step, .. } => *step,
        _ => question
            .options()
            .iter()
            .filter_map(|option| option.points)
            .fold(Number::ZERO, Number::common_step),
    }
}

/// A named number counts with all it ever was.
fn of_number(list: &Questionnaire, of: &NumberRef) -> Number {
    match of {
        NumberRef::Literal(number) => number.common_step(Number::ZERO),
        NumberRef::Named(at) => {
            let rows = list.numbers[*at].rows.iter();
            rows.fold(Number::ZERO, |so_far, row| so_far.common_step(row.value))
        }
    }
}

fn of_derived(list: &Questionnaire, at: DerivedIx) -> Number {
    let together = |steps: Vec<Number>| steps.into_iter().fold(Number::ZERO, Number::common_step);
    match &list.derived(at).formula {
        Formula::Sum(terms) => together(
            terms
                .iter()
                .map(|term| match term {
                    Term::Times(input, factor) => step(list, input).times(of_number(list, factor)),
                    Term::Points(_, worth) | Term::RowPoints(_, _, worth) => of_number(list, worth),
                })
                .collect(),
        ),
        Formula::Count(_) | Formula::CountRows { .. } => Number::ONE,
        Formula::Highest(inputs) | Formula::Lowest(inputs) => {
            together(inputs.iter().map(|input| step(list, input)).collect())
        }
        _ => Number::FINEST,
    }
}
