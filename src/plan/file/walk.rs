//! What a writer and a reader of a plan file have in common: one call a key.

use chrono::NaiveDate;

use crate::plan::{Choice, Field, Id, Legend, Rate, YesNo};
use crate::questionnaire::{ListVersion, OptionRole, Role};

/// What an id points at.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Of {
    Person,
    Situation,
    Condition,
    Agreement,
    /// Rows that nothing points at still have an id of their own.
    Other(&'static str),
}

/// Somebody who goes through a plan key by key, in the order of the file: to write what is there, or to fill it in.
pub(super) trait Walk: Sized {
    /// The permanent id of a row.
    fn id(&mut self, id: &mut Id, of: Of);
    /// A word from a small set.
    fn word<T: Copy>(
        &mut self,
        key: &'static str,
        value: &mut T,
        word: fn(T) -> &'static str,
        all: &[T],
    );
    /// A whole number that is always there.
    fn number(&mut self, key: &'static str, value: &mut u32);
    /// A place in an order, where there is one.
    fn place(&mut self, key: &'static str, value: &mut Option<usize>);
    /// A day that is always there.
    fn made(&mut self, key: &'static str, value: &mut NaiveDate);
    /// People or rows, always known.
    fn known_ids(&mut self, key: &'static str, ids: &mut Vec<Id>, of: Of);
    /// A text that is always there.
    fn plain(&mut self, key: &'static str, value: &mut String);
    /// A text that may not be there.
    fn maybe(&mut self, key: &'static str, value: &mut Option<String>);
    /// A day that may not be there.
    fn maybe_day(&mut self, key: &'static str, value: &mut Option<NaiveDate>);
    /// A word from a small set that may not be there.
    fn maybe_word<T: Copy>(
        &mut self,
        key: &'static str,
        value: &mut Option<T>,
        word: fn(T) -> &'static str,
        all: &[T],
    );
    /// A row that something is said of, in the version that it is said of.
    fn said_of(&mut self, key: &'static str, id: &mut Id, of: Of, version: Option<usize>);
    /// Yes or no, absent is no.
    fn flag(&mut self, key: &'static str, value: &mut bool);

    /// A text.
    fn text(&mut self, key: &'static str, field: &mut Field<String>);
    /// People or rows.
    fn ids(&mut self, key: &'static str, field: &mut Field<Vec<Id>>, of: Of);
    /// A day.
    fn day(&mut self, key: &'static str, field: &mut Field<NaiveDate>);
    /// A whole number.
    fn whole(&mut self, key: &'static str, field: &mut Field<i64>);
    /// ja, nee, n.v.t.
    fn yes_no(&mut self, key: &'static str, field: &mut Field<YesNo>);
    /// An option, by id; its words stand at the end of the file.
    fn choice(&mut self, key: &'static str, field: &mut Field<Choice>, of: Role);
    /// A number on a scale; its words stand at the end of the file.
    fn rate(&mut self, key: &'static str, field: &mut Field<Rate>, of: Role);
    /// What the kind of a person means to the program.
    fn meaning(&mut self, kind: &mut Option<OptionRole>, chosen: &Field<Choice>, of: Role);

    /// Keys that belong together.
    fn group(&mut self, key: &'static str, what: &'static str, inside: impl FnOnce(&mut Self));
    /// Rows.
    fn rows<T: Default>(
        &mut self,
        key: &'static str,
        what: &'static str,
        rows: &mut Vec<T>,
        each: impl Fn(&mut Self, &mut T),
    );
    /// The lists it was made from.
    fn lists(&mut self, key: &'static str, lists: &mut Vec<ListVersion>);
    /// The words of the answers.
    fn legend(&mut self, key: &'static str, legend: &mut Legend);
}
