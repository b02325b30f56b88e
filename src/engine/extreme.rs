//! The heaviest and the lightest: of options by their order, of numbers by their size.

use super::View;
use super::formula::{Formulas, whole};
use super::knowledge::Known;
use super::spread::{Numbers, Spread};
use crate::answer::{RowId, Value};
use crate::questionnaire::{Choice, Input, Number, OptionId, QuestionIx};

/// What *hoogste* and *laagste* mean.
pub(super) trait Extremes<'v>: Formulas<'v> {
    /// The heaviest (or lightest) of the inputs; hidden ones and *n.v.t.* do not take part.
    fn extreme(self, inputs: &[Input], levels: &[Choice], highest: bool) -> Self::Of<Spread> {
        let view = self.view();
        let pick = |a: Number, b: Number| if highest { a.max(b) } else { a.min(b) };
        let ranks = match levels {
            [] => inputs.iter().find_map(|input| view.options_of(input)),
            levels => Some(levels),
        }
        .unwrap_or_default();
        let mut so_far = self.sure(Spread::nothing());
        for input in inputs {
            for one in self.takes_part(input, ranks) {
                so_far = self.zip(&so_far, &one, |a, b| join(a, b, pick));
            }
        }
        if ranks.is_empty() {
            so_far
        } else {
            self.map(&so_far, |spread| from_ranks(spread, ranks))
        }
    }

    /// What an input brings: the rank of a level among the levels, of a number the number itself.
    fn takes_part(self, input: &Input, ranks: &[Choice]) -> Vec<Self::Of<Spread>> {
        let view = self.view();
        match input {
            Input::Question(question) => vec![self.rank(*question, None, ranks)],
            Input::Rows(question) => {
                let list = view.list.question(*question).parent.unwrap_or(*question);
                let rows = self.rows(list);
                let known = rows
                    .iter()
                    .map(|row| self.rank(*question, Some(row), ranks));
                let more = Spread::numbers(view.rank_domain(*question, ranks)).or_nothing(true);
                let belongs = self.belongs(list, None);
                let others = self.zip(&belongs, &self.more_rows(list), |belongs, may_come| {
                    more.where_it(belongs.and(*may_come))
                });
                known.chain([others]).collect()
            }
            Input::Derived(derived) => {
                let spread = self.derived(*derived);
                vec![self.map(&spread, |spread| level_ranks(spread, ranks))]
            }
            Input::Number(_) => vec![self.input(input)],
        }
    }

    /// The rank of an answer among the levels; of a number the number itself.
    fn rank(self, question: QuestionIx, row: Option<&RowId>, ranks: &[Choice]) -> Self::Of<Spread> {
        if ranks.is_empty() {
            return self.points(question, row);
        }
        let view = self.view();
        self.map(&self.known(question, row), |known| match known {
            Known::Value(Value::Choice(option), maybe_hidden) => {
                let rank = rank_of(option, ranks).into_iter().collect();
                Spread::numbers(Numbers::Set(rank)).or_nothing(*maybe_hidden)
            }
            Known::Hidden | Known::Value(..) => Spread::nothing(),
            Known::Missing(maybe_hidden) => {
                let nvt = view.list.question(question).allows_not_applicable;
                Spread::numbers(view.rank_domain(question, ranks)).or_nothing(*maybe_hidden || nvt)
            }
        })
    }
}

impl<'v, K: Formulas<'v>> Extremes<'v> for K {}

impl<'a> View<'a> {
    /// The options of a question that goes into a formula.
    fn options_of(&self, input: &Input) -> Option<&'a [Choice]> {
        match input {
            Input::Question(question) | Input::Rows(question) => {
                let options = self.list.question(*question).options();
                (!options.is_empty()).then_some(options)
            }
            Input::Derived(_) | Input::Number(_) => None,
        }
    }

    fn rank_domain(&self, question: QuestionIx, ranks: &[Choice]) -> Numbers {
        if ranks.is_empty() {
            return self.domain(question);
        }
        let options = self.list.question(question).options();
        Numbers::Set(
            options
                .iter()
                .filter_map(|option| rank_of(&option.id, ranks))
                .collect(),
        )
    }
}

fn rank_of(option: &OptionId, ranks: &[Choice]) -> Option<Number> {
    ranks
        .iter()
        .position(|level| level.id == *option)
        .map(whole)
}

fn level_ranks(spread: &Spread, ranks: &[Choice]) -> Spread {
    if ranks.is_empty() {
        return spread.clone();
    }
    let set = spread
        .levels
        .iter()
        .filter_map(|level| rank_of(level, ranks))
        .collect();
    Spread {
        none: spread.none,
        ..Spread::numbers(Numbers::Set(set))
    }
}

fn from_ranks(spread: &Spread, ranks: &[Choice]) -> Spread {
    let levels = match &spread.numbers {
        Numbers::Set(set) => ranks
            .iter()
            .enumerate()
            .filter(|(rank, _)| set.contains(&whole(*rank)))
            .map(|(_, level)| level.id.clone())
            .collect(),
        Numbers::Range(..) => ranks.iter().map(|level| level.id.clone()).collect(),
    };
    Spread {
        none: spread.none,
        ..Spread::levels(levels)
    }
}

/// The pick of two, where either may have no value.
fn join(a: &Spread, b: &Spread, pick: impl Fn(Number, Number) -> Number) -> Spread {
    let mut numbers = a.numbers.combine(&b.numbers, pick);
    if a.none {
        numbers = numbers.union(&b.numbers);
    }
    if b.none {
        numbers = numbers.union(&a.numbers);
    }
    Spread {
        none: a.none && b.none,
        ..Spread::numbers(numbers)
    }
}
