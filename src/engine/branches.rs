//! Every way to fill in the missing answers, as decision diagrams: what depends on them branches on them. Exact as far as
//! the missing answers are finite; one that is not (a list that may still get rows, a number without end) stays missing.

use std::cell::RefCell;
use std::collections::HashMap;
use std::marker::PhantomData;

use super::View;
use super::at::At;
use super::condition::Conditions;
use super::formula::Formulas;
use super::knowledge::{Knowledge, Mode, Row, Thing, Worked};
use super::memo::Memo;
use super::possibilities::{About, Alternatives};
use super::spread::Spread;
use super::truth::Truth;
use crate::answer::{Key, RowId, Value};
use crate::diagram::{Choice, Diagrams, Node, Part};
use crate::questionnaire::{DerivedIx, Kind, QuestionIx};

/// Diagrams of more nodes than this are given up, and the rough bounds stand.
const MOST: usize = 60_000;
/// At most so many new rows of a list are tried; beyond them it is only known that there may be more.
const MOST_NEW_ROWS: usize = 2;

type Place = (QuestionIx, Option<RowId>);

/// The diagrams of one view.
pub(super) struct Branches<'v> {
    view: &'v View<'v>,
    /// Whether an answer that is known branches too.
    free: Box<dyn Fn(&Key) -> bool + 'v>,
    store: RefCell<Diagrams<Thing>>,
    /// Whether lists that are not closed get new rows to try.
    new_rows: bool,
    /// In the order of asking, row by row.
    order: HashMap<Place, Choice>,
    places: Vec<Place>,
    values: RefCell<HashMap<Place, (Vec<Value>, bool)>>,
    belongs: RefCell<HashMap<Place, Node>>,
    derived: RefCell<Vec<Memo<Node>>>,
}

/// A diagram of things of one kind.
pub(super) struct Branched<T>(pub Node, PhantomData<T>);

impl<T> Clone for Branched<T> {
    fn clone(&self) -> Self {
        *self
    }
}
impl<T> Copy for Branched<T> {}

impl<'v> Branches<'v> {
    /// Branches on every missing answer, and on the known ones that are `free`.
    pub fn new(view: &'v View<'v>, free: impl Fn(&Key) -> bool + 'v) -> Self {
        Self::with(view, free, false)
    }

    /// Branches on every missing answer, and on how many rows a list that is not closed still gets.
    pub fn with_new_rows(view: &'v View<'v>) -> Self {
        Self::with(view, |_| false, true)
    }

    /// The same, and on the known answers that are `free`.
    pub fn new_rows_and(view: &'v View<'v>, free: impl Fn(&Key) -> bool + 'v) -> Self {
        Self::with(view, free, true)
    }

    fn with(view: &'v View<'v>, free: impl Fn(&Key) -> bool + 'v, new_rows: bool) -> Self {
        let places = places(view, new_rows);
        let order = places.iter().cloned().zip(0..).collect();
        Self {
            view,
            free: Box::new(free),
            new_rows,
            store: RefCell::new(Diagrams::new(MOST)),
            order,
            places,
            values: RefCell::default(),
            belongs: RefCell::default(),
            derived: RefCell::new(vec![Memo::Empty; view.list.derived.len()]),
        }
    }

    /// What a derived value comes to, for each way; nothing where that is too much. A list that does not apply gives
    /// no value.
    pub fn outcome(&self, at: DerivedIx) -> Option<Node> {
        let Branched(node, _) = self.zip(&self.outside(), &self.derived(at), |outside, spread| {
            spread.where_it(!*outside)
        });
        (!self.store.borrow().is_full()).then_some(node)
    }

    /// Which rule, table row or band decides about a derived value, for each way.
    pub fn deciding(&self, at: DerivedIx) -> Node {
        Formulas::deciding(self, &self.view.list.derived(at).formula).0
    }

    /// The one that decides in every way.
    pub fn decides(&self, at: DerivedIx) -> Option<usize> {
        let node = self.deciding(at);
        let store = self.store();
        match (store.is_full(), store.part(node)) {
            (false, Part::Value(row)) => Row::unwrap(row).and_then(|row| row.0),
            _ => None,
        }
    }

    /// Whether the list turns out not to apply.
    pub fn outside(&self) -> Branched<Truth> {
        let rules = self.view.list.not_applicable.iter();
        rules.fold(self.sure(Truth::No), |so_far, rule| {
            self.zip(&so_far, &self.holds(&rule.when, At::default()), |a, b| {
                a.or(*b)
            })
        })
    }

    /// Whether the list applies in no way, in every way, or in some.
    pub fn outside_for_sure(&self) -> Truth {
        let Branched(node, _) = self.outside();
        let store = self.store();
        if store.is_full() {
            return Truth::Unknown;
        }
        let truths = store.values(node).filter_map(Truth::unwrap).copied();
        let both = |a, b| if a == b { a } else { Truth::Unknown };
        truths.reduce(both).unwrap_or(Truth::Unknown)
    }

    /// The store, to look into.
    pub fn store(&self) -> std::cell::Ref<'_, Diagrams<Thing>> {
        self.store.borrow()
    }

    /// These diagrams in a store of their own.
    pub fn copy<T: Clone + Eq + std::hash::Hash>(
        &self,
        of: impl Iterator<Item = Node>,
        mut change: impl FnMut(&Thing) -> T,
    ) -> (Diagrams<T>, Vec<Node>) {
        let from = self.store();
        let (mut to, mut done) = (Diagrams::new(usize::MAX), HashMap::new());
        let copies = of.map(|node| from.copy(node, &mut to, &mut change, &mut done));
        let copies = copies.collect();
        (to, copies)
    }

    /// Which answer a choice is about. What is asked of a row that may still come is asked by its list.
    pub fn key(&self, choice: Choice) -> Key {
        let (question, row) = &self.places[choice as usize];
        let asked = self.view.list.question(*question);
        match (asked.parent, row) {
            (Some(list), Some(row)) if is_new(row) => Key {
                question: self.view.list.question(list).id.clone(),
                row: None,
            },
            _ => Key {
                question: asked.id.clone(),
                row: row.clone(),
            },
        }
    }

    /// Whether a choice is about the rows of a list: which there are, or what is asked of one.
    pub fn is_of_rows(&self, choice: Choice) -> bool {
        let (question, row) = &self.places[choice as usize];
        let kind = &self.view.list.question(*question).kind;
        row.is_some() || matches!(kind, Kind::List { .. })
    }

    fn about(&self, (question, row): &Place) -> About {
        match row {
            Some(row) if is_new(row) => About::NewRow,
            None if matches!(self.view.list.question(*question).kind, Kind::List { .. }) => {
                About::MoreRows
            }
            _ => About::Answer,
        }
    }

    /// How many rows the list may still get, as far as this is tried; and whether it may get even more.
    fn room(&self, list: QuestionIx) -> (usize, bool) {
        room(self.view, list, self.new_rows)
    }

    /// A diagram of how many rows it still gets.
    fn new_rows_of(&self, list: QuestionIx, work: impl Fn(usize) -> Truth) -> Branched<Truth> {
        let (most, _) = self.room(list);
        let Some(choice) = self.order.get(&(list, None)) else {
            return self.sure(work(0));
        };
        let mut store = self.store.borrow_mut();
        let each = (0..=most)
            .map(|count| store.value(work(count).wrap()))
            .collect();
        Branched(store.branch(*choice, each), PhantomData)
    }

    /// The answers that a choice is made from.
    pub fn answers_at(&self, choice: Choice) -> Alternatives {
        let place = &self.places[choice as usize];
        let (values, all) = self.alternatives(place);
        let given = self.view.value(place.0, place.1.as_ref());
        Alternatives {
            key: self.key(choice),
            given: values.iter().position(|value| Some(value) == given),
            values,
            others: !all,
            about: self.about(place),
        }
    }

    /// The alternatives of an answer; and whether any other answer behaves as one of them.
    fn alternatives(&self, place: &Place) -> (Vec<Value>, bool) {
        if let Some(known) = self.values.borrow().get(place) {
            return known.clone();
        }
        let (mut values, all) = self.view.answers_to_branch(place.0);
        let given = self.view.value(place.0, place.1.as_ref());
        if let Some(given) = given.filter(|given| given.is_known())
            && !values.contains(given)
        {
            values.push(given.clone());
        }
        self.values
            .borrow_mut()
            .insert(place.clone(), (values.clone(), all));
        (values, all)
    }
}

/// Every answer there can be, in the order of asking; the rows of a list one after the other.
fn places(view: &View<'_>, new_rows: bool) -> Vec<Place> {
    let mut places = Vec::new();
    for at in view.list.question_indexes() {
        let question = view.list.question(at);
        if question.parent.is_some() {
            continue;
        }
        if let Kind::List { questions, .. } = &question.kind {
            let old = view.rows(at).ids.into_iter();
            let new = (1..=room(view, at, new_rows).0).map(new_row);
            let of_row = |row: RowId| questions.iter().map(move |one| (*one, Some(row.clone())));
            places.extend(old.flat_map(of_row));
            places.push((at, None));
            places.extend(new.flat_map(of_row));
        } else {
            places.push((at, None));
        }
    }
    places
}

/// How many rows a list may still get, as far as this is tried; and whether it may get even more.
fn room(view: &View<'_>, list: QuestionIx, new_rows: bool) -> (usize, bool) {
    let rows = view.rows(list);
    if rows.complete {
        return (0, false);
    }
    if !new_rows {
        return (0, true);
    }
    let left = match view.list.question(list).kind {
        Kind::List { at_most, .. } => at_most.map(|most| most.saturating_sub(rows.ids.len())),
        _ => None,
    };
    match left {
        Some(left) if left <= MOST_NEW_ROWS => (left, false),
        _ => (MOST_NEW_ROWS, true),
    }
}

/// The id of a row that may still come; no row of a case can have it.
fn new_row(count: usize) -> RowId {
    RowId(format!("+{count}"))
}

fn is_new(row: &RowId) -> bool {
    row.0.starts_with('+')
}

impl<'b, 'v: 'b> Knowledge<'b> for &'b Branches<'v> {
    type Of<T: Worked> = Branched<T>;

    fn view(&self) -> &'b View<'b> {
        self.view
    }

    fn mode(&self) -> Mode {
        Mode::Bounds
    }

    fn for_bounds(self) -> Self {
        self
    }

    fn sure<T: Worked>(&self, thing: T) -> Branched<T> {
        Branched(self.store.borrow_mut().value(thing.wrap()), PhantomData)
    }

    fn map<T: Worked, U: Worked>(
        &self,
        of: &Branched<T>,
        mut work: impl FnMut(&T) -> U,
    ) -> Branched<U> {
        let node = self.store.borrow_mut().map(of.0, |thing| {
            T::unwrap(thing).map_or_else(|| thing.clone(), |one| work(one).wrap())
        });
        Branched(node, PhantomData)
    }

    fn zip<T: Worked, U: Worked, W: Worked>(
        &self,
        a: &Branched<T>,
        b: &Branched<U>,
        mut work: impl FnMut(&T, &U) -> W,
    ) -> Branched<W> {
        let node = self.store.borrow_mut().zip(a.0, b.0, |x, y| {
            let both = T::unwrap(x).zip(U::unwrap(y));
            both.map_or_else(|| x.clone(), |(x, y)| work(x, y).wrap())
        });
        Branched(node, PhantomData)
    }

    fn answer(&self, question: QuestionIx, row: Option<&RowId>) -> Branched<Option<Value>> {
        let place = (question, row.cloned());
        let known = self.view.value(question, row);
        let known = known.filter(|value| value.is_known());
        let key = || Key {
            question: self.view.list.question(question).id.clone(),
            row: row.cloned(),
        };
        if let Some(value) = known
            && !(self.free)(&key())
        {
            return self.sure(Some(value.clone()));
        }
        let Some(choice) = self.order.get(&place) else {
            return self.sure(known.cloned());
        };
        let (values, all) = self.alternatives(&place);
        let missing = (!all).then_some(None);
        let mut store = self.store.borrow_mut();
        let each = values
            .into_iter()
            .map(Some)
            .chain(missing)
            .map(|value| store.value(value.wrap()))
            .collect();
        Branched(store.branch(*choice, each), PhantomData)
    }

    fn rows(&self, list: QuestionIx) -> Vec<RowId> {
        let mut rows = self.view.rows(list).ids;
        rows.extend((1..=self.room(list).0).map(new_row));
        rows
    }

    fn present(&self, list: QuestionIx, row: &RowId) -> Branched<Truth> {
        match row.0.strip_prefix('+').map(str::parse::<usize>) {
            Some(Ok(at)) => self.new_rows_of(list, |count| (count >= at).into()),
            _ => self.sure(Truth::Yes),
        }
    }

    fn more_rows(&self, list: QuestionIx) -> Branched<Truth> {
        match self.room(list) {
            (most, true) => self.new_rows_of(list, |count| (count == most).into()),
            (_, false) => self.sure(Truth::No),
        }
    }

    fn belongs_known(&self, question: QuestionIx, row: Option<&RowId>) -> Option<Branched<Truth>> {
        let belongs = self.belongs.borrow();
        let node = belongs.get(&(question, row.cloned()))?;
        Some(Branched(*node, PhantomData))
    }

    fn keep_belongs(&self, question: QuestionIx, row: Option<&RowId>, truth: &Branched<Truth>) {
        self.belongs
            .borrow_mut()
            .insert((question, row.cloned()), truth.0);
    }

    fn derived_known(&self, at: DerivedIx) -> Memo<Branched<Spread>> {
        match self.derived.borrow().get(at.0) {
            None | Some(Memo::Busy) => Memo::Busy,
            Some(Memo::Empty) => Memo::Empty,
            Some(Memo::Done(node)) => Memo::Done(Branched(*node, PhantomData)),
        }
    }

    fn keep_derived(&self, at: DerivedIx, memo: Memo<Branched<Spread>>) {
        let memo = match memo {
            Memo::Empty => Memo::Empty,
            Memo::Busy => Memo::Busy,
            Memo::Done(spread) => Memo::Done(spread.0),
        };
        if let Some(place) = self.derived.borrow_mut().get_mut(at.0) {
            *place = memo;
        }
    }
}
