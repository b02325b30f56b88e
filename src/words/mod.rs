//! A list in words: its conditions, formulas, bands, numbers and kinds of question as an author or reviewer reads them.
//! One way of saying for every screen, picture and document. Knows no answers, no format and no command.

mod condition;
mod formula;
mod kind;
mod period;

pub use formula::{Computed, Row};

use crate::answer::show_date;
use crate::questionnaire::{Certainty, Choice, NumberRef, Questionnaire};
use crate::text::nl;

/// Says what stands in this list.
#[derive(Clone, Copy)]
pub struct Words<'a> {
    list: &'a Questionnaire,
}

impl<'a> Words<'a> {
    /// Words for what stands in this list.
    pub const fn new(list: &'a Questionnaire) -> Self {
        Self { list }
    }

    /// How sure a number or setting is.
    pub fn certainty(&self, of: Certainty) -> String {
        let text = &nl().words;
        match of {
            Certainty::Sure => text.certainty_sure(),
            Certainty::Derived => text.certainty_derived(),
            Certainty::NotFound => text.certainty_not_found(),
        }
    }

    /// A number: written out, or by name with the values behind that name: `grens (8; vanaf 1 januari 2027: 10)`.
    pub fn number(&self, of: NumberRef) -> String {
        match of {
            NumberRef::Literal(number) => figure(number),
            NumberRef::Named(at) => {
                let named = &self.list.numbers[at];
                let values: Vec<String> = named
                    .rows
                    .iter()
                    .enumerate()
                    .map(|(at, row)| match row.from {
                        // The first row also holds for every day before it.
                        Some(from) if at > 0 => {
                            nl().words.number_from(show_date(from), figure(row.value))
                        }
                        _ => figure(row.value),
                    })
                    .collect();
                format!("{} ({})", named.id, values.join("; "))
            }
        }
    }
}

/// A number as it is written in Dutch: `0,5`.
pub fn figure(number: crate::questionnaire::Number) -> String {
    number.to_string().replace('.', ",")
}

/// An option or level with its id, and its points where it has any: `Nat [nat, 2 punten]`.
pub fn choice(choice: &Choice) -> String {
    match choice.points {
        Some(number) => nl()
            .words
            .choice_points(&choice.text, &choice.id, points(figure(number))),
        None => nl().words.choice(&choice.text, &choice.id),
    }
}

/// So many points: `1 punt`, `2 punten`.
fn points(number: String) -> String {
    let text = &nl().words;
    if number == "1" {
        text.one_point()
    } else {
        text.points(number)
    }
}
