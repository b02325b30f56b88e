//! What is done with answers that are missing, apart from what conditions and formulas mean. Conditions and formulas are
//! written once, over any [`Knowledge`]: [`Rough`] takes every missing answer apart from the others, so that it never
//! misses a value and sometimes has too many; `Branches` follows every way to fill them in, and is exact.

use std::hash::Hash;

use super::View;
use super::memo::Memo;
use super::spread::{Numbers, Spread};
use super::truth::Truth;
use crate::answer::{RowId, Value};
use crate::questionnaire::{DerivedIx, QuestionIx};

/// What is known of one answer.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(super) enum Known {
    /// The question does not belong.
    Hidden,
    /// Known; and whether the question may turn out not to belong.
    Value(Value, bool),
    /// Not known; and whether the question may turn out not to belong.
    Missing(bool),
}

/// Anything that can be worked out.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(super) enum Thing {
    Truth(Truth),
    Answer(Option<Value>),
    Known(Known),
    Numbers(Numbers),
    Spread(Spread),
    Row(Row),
}

/// Which rule, table row or band decides; nothing where none does, or where that is not known.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) struct Row(pub Option<usize>);

/// A kind of thing that can be worked out.
pub(super) trait Worked: Clone + Sized {
    /// As one of all kinds.
    fn wrap(self) -> Thing;
    /// Back from [`Worked::wrap`]; nothing for another kind.
    fn unwrap(thing: &Thing) -> Option<&Self>;
}

macro_rules! worked {
    ($($kind:ident($type:ty)),*) => {$(
        impl Worked for $type {
            fn wrap(self) -> Thing {
                Thing::$kind(self)
            }
            fn unwrap(thing: &Thing) -> Option<&Self> {
                match thing {
                    Thing::$kind(one) => Some(one),
                    _ => None,
                }
            }
        }
    )*};
}
worked!(
    Truth(Truth),
    Answer(Option<Value>),
    Known(Known),
    Numbers(Numbers),
    Spread(Spread),
    Row(Row)
);

/// A way to work with missing answers.
pub(super) trait Knowledge<'v>: Copy {
    /// What is worked out, as far as it depends on missing answers.
    type Of<T: Worked>: Clone;

    /// The answers, the list and the day.
    fn view(&self) -> &'v View<'v>;

    /// What is asked for.
    fn mode(&self) -> Mode;

    /// The same, for bounds: what follows never depends on what happens to be known now.
    fn for_bounds(self) -> Self;

    /// This, whatever the missing answers are.
    fn sure<T: Worked>(&self, thing: T) -> Self::Of<T>;

    /// Works on from one thing.
    fn map<T: Worked, U: Worked>(&self, of: &Self::Of<T>, work: impl FnMut(&T) -> U)
    -> Self::Of<U>;

    /// Works on from two.
    fn zip<T: Worked, U: Worked, W: Worked>(
        &self,
        a: &Self::Of<T>,
        b: &Self::Of<U>,
        work: impl FnMut(&T, &U) -> W,
    ) -> Self::Of<W>;

    /// The answer to a question, whether or not it belongs; none where it stays missing.
    fn answer(&self, question: QuestionIx, row: Option<&RowId>) -> Self::Of<Option<Value>>;

    /// The rows that a list has or may get, whether or not it belongs.
    fn rows(&self, list: QuestionIx) -> Vec<RowId>;

    /// Whether such a row is there.
    fn present(&self, list: QuestionIx, row: &RowId) -> Self::Of<Truth>;

    /// Whether there may be more rows than these.
    fn more_rows(&self, list: QuestionIx) -> Self::Of<Truth>;

    /// What was worked out before of whether a question belongs.
    fn belongs_known(&self, question: QuestionIx, row: Option<&RowId>) -> Option<Self::Of<Truth>>;

    /// Keeps that.
    fn keep_belongs(&self, question: QuestionIx, row: Option<&RowId>, truth: &Self::Of<Truth>);

    /// Whether a question belongs, where what was answered counts as it was given.
    fn if_given(
        &self,
        _: QuestionIx,
        _: Option<&RowId>,
        belongs: Self::Of<Truth>,
    ) -> Self::Of<Truth> {
        belongs
    }

    /// What was worked out before of a derived value.
    fn derived_known(&self, at: DerivedIx) -> Memo<Self::Of<Spread>>;

    /// Keeps that.
    fn keep_derived(&self, at: DerivedIx, memo: Memo<Self::Of<Spread>>);
}

/// What is asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Mode {
    /// Routing: `kan` and `zeker` look at what is known now.
    Now,
    /// Bounds: every completion of the missing answers counts, so `kan` and `zeker` are what they contain.
    Bounds,
}

/// Every missing answer is taken apart from the others.
#[derive(Clone, Copy)]
pub(super) struct Rough<'v> {
    pub view: &'v View<'v>,
    pub mode: Mode,
}

impl<'v> Knowledge<'v> for Rough<'v> {
    type Of<T: Worked> = T;

    fn view(&self) -> &'v View<'v> {
        self.view
    }

    fn mode(&self) -> Mode {
        self.mode
    }

    fn for_bounds(self) -> Self {
        Self {
            mode: Mode::Bounds,
            ..self
        }
    }

    fn sure<T: Worked>(&self, thing: T) -> T {
        thing
    }

    fn map<T: Worked, U: Worked>(&self, of: &T, mut work: impl FnMut(&T) -> U) -> U {
        work(of)
    }

    fn zip<T: Worked, U: Worked, W: Worked>(
        &self,
        a: &T,
        b: &U,
        mut work: impl FnMut(&T, &U) -> W,
    ) -> W {
        work(a, b)
    }

    fn answer(&self, question: QuestionIx, row: Option<&RowId>) -> Option<Value> {
        let value = self.view.value(question, row);
        value.filter(|value| value.is_known()).cloned()
    }

    fn rows(&self, list: QuestionIx) -> Vec<RowId> {
        self.view.rows(list).ids
    }

    fn present(&self, _: QuestionIx, _: &RowId) -> Truth {
        Truth::Yes
    }

    fn more_rows(&self, list: QuestionIx) -> Truth {
        (!self.view.rows(list).complete).into()
    }

    fn belongs_known(&self, question: QuestionIx, row: Option<&RowId>) -> Option<Truth> {
        self.view.memory.belongs(question, row, self.mode)
    }

    fn keep_belongs(&self, question: QuestionIx, row: Option<&RowId>, truth: &Truth) {
        self.view
            .memory
            .set_belongs(question, row, self.mode, *truth);
    }

    fn if_given(&self, question: QuestionIx, row: Option<&RowId>, belongs: Truth) -> Truth {
        let given = || {
            let id = &self.view.list.question(question).id;
            let rows = self.view.answers.rows(id);
            self.view.answers.get(id, row).is_some()
                || rows.is_some_and(|rows| !rows.ids.is_empty())
        };
        match belongs {
            Truth::Unknown if self.view.as_given && given() => Truth::Yes,
            belongs => belongs,
        }
    }

    fn derived_known(&self, at: DerivedIx) -> Memo<Spread> {
        self.view.memory.derived(at)
    }

    fn keep_derived(&self, at: DerivedIx, memo: Memo<Spread>) {
        self.view.memory.set_derived(at, memo);
    }
}
