//! The heaviest and the lightest: of options by their order, of numbers by their size.

use super::View;
use super::condition::{Known, Mode};
use super::formula::whole;
use super::spread::{Numbers, Spread};
use crate::answer::{RowId, Value};
use crate::questionnaire::{Choice, Input, Number, OptionId, QuestionIx};

impl View<'_> {
    /// The heaviest (or lightest) of the inputs; hidden ones and *n.v.t.* do not take part.
    pub(super) fn extreme(&self, inputs: &[Input], levels: &[Choice], highest: bool) -> Spread {
        let pick = |a: Number, b: Number| if highest { a.max(b) } else { a.min(b) };
        let mut so_far = Spread::nothing();
        let mut ranks = levels;
        let mut more_rows = false;
        for input in inputs {
            let each = match input {
                Input::Question(question) | Input::Rows(question) => {
                    let options = self.list.question(*question).options();
                    if ranks.is_empty() {
                        ranks = options;
                    }
                    if let Input::Rows(_) = input {
                        let list = self.list.question(*question).parent.unwrap_or(*question);
                        let (rows, complete) = self.rows(list, Mode::Bounds);
                        more_rows |= !complete;
                        rows.iter()
                            .map(|row| self.rank(*question, Some(row), ranks))
                            .collect()
                    } else {
                        vec![self.rank(*question, None, ranks)]
                    }
                }
                Input::Derived(derived) => vec![level_ranks(&self.spread(*derived), ranks)],
                Input::Number(_) => vec![self.input(input)],
            };
            for one in each {
                so_far = join(&so_far, &one, pick);
            }
            if let (true, Input::Rows(question)) = (more_rows, input) {
                let anything = Spread {
                    none: true,
                    ..Spread::numbers(self.rank_domain(*question, ranks))
                };
                so_far = join(&so_far, &anything, pick).union(&Spread::nothing());
            }
        }
        if ranks.is_empty() {
            so_far
        } else {
            from_ranks(&so_far, ranks)
        }
    }

    /// The rank of an answer among the levels; of a number the number itself.
    fn rank(&self, question: QuestionIx, row: Option<&RowId>, ranks: &[Choice]) -> Spread {
        if ranks.is_empty() {
            return self.points(question, row);
        }
        match self.known(question, row, Mode::Bounds) {
            Known::Hidden => Spread::nothing(),
            Known::Value(Value::Choice(option), maybe_hidden) => {
                let mut spread =
                    Spread::numbers(Numbers::Set(rank_of(option, ranks).into_iter().collect()));
                spread.none = maybe_hidden;
                spread
            }
            Known::Value(..) => Spread::nothing(),
            Known::Missing(maybe_hidden) => {
                let mut spread = Spread::numbers(self.rank_domain(question, ranks));
                spread.none = maybe_hidden || self.list.question(question).allows_not_applicable;
                spread
            }
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
