//! Which rows of a ranking belong among its first places, by how people rated them: certainly, possibly or not. A missing
//! rating may be any; a disputed one may be what each said. Never fills in a place: people make the order.
//!
//! A row goes before another when the list's own rule puts it on top and not the other; else, when it is at least as heavy
//! on every point and heavier on one. Whatever neither puts before the other (equal, or heavier each on its own point) can
//! stand either way: that is for people.

use super::View;
use super::truth::Truth;
use crate::answer::interpret::as_option;
use crate::answer::{Key, RowId, Value};
use crate::questionnaire::{AlsoRated, Condition, Kind, Question, QuestionIx, Test, Weight};

/// Whether a row belongs among the first places.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Among {
    /// In every order that the ratings allow, whatever the missing ones are.
    Certain,
    /// In some of those orders.
    Possible,
    /// In none.
    Not,
}

/// Where one row stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Standing {
    /// The row.
    pub row: RowId,
    /// Whether it belongs among the first.
    pub among: Among,
    /// The rows that are rated exactly the same.
    pub ties: Vec<RowId>,
    /// Its first possible place, from one.
    pub first: usize,
    /// Its last possible place; `None`: as many rows may still come as people like.
    pub last: Option<usize>,
    /// The missing answers on which it may still depend.
    pub open: Vec<Key>,
    /// The ratings about which somebody says otherwise, on which it may depend.
    pub disputed: Vec<Key>,
}

/// Where the rows of one ranking stand.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Standings {
    /// The ranking.
    pub ranking: QuestionIx,
    /// The list whose rows it ranks.
    pub list: QuestionIx,
    /// How many first places there are.
    pub places: usize,
    /// Every row, in the order of the list.
    pub rows: Vec<Standing>,
    /// More rows may come.
    pub growing: bool,
    /// Whether *possible* is never said of what is certain, or cannot be.
    pub exact: bool,
}

/// The standings of every ranking that belongs and says by what its rows are weighed.
pub fn standings(view: &View<'_>) -> Vec<Standings> {
    let rankings = view.list.question_indexes();
    rankings
        .filter_map(|at| Table::of(view, at)?.standings())
        .collect()
}

/// What one point of a row can still weigh.
#[derive(Clone, Debug)]
struct Span {
    low: i64,
    high: i64,
    open: Vec<Key>,
    disputed: Option<Key>,
}

/// A ranking with what each of its rows can weigh: the rule for the top first, then point by point.
pub(super) struct Table {
    ranking: QuestionIx,
    list: QuestionIx,
    places: usize,
    rows: Vec<(RowId, Vec<Span>)>,
    /// So many rows may still come; `None`: no limit.
    more: Option<usize>,
    exact: bool,
}

impl Table {
    /// The table of a ranking; `None` for what is no ranking, does not belong, or weighs nothing.
    pub(super) fn of(view: &View<'_>, ranking: QuestionIx) -> Option<Self> {
        let Kind::Ranking {
            list,
            at_most,
            first,
            weighs,
        } = &view.list.question(ranking).kind
        else {
            return None;
        };
        if weighs.is_empty() || !view.visible(ranking, None).possible() {
            return None;
        }
        let rule = first.as_ref().map(|(rule, _)| rule);
        let (rows, complete) = rows_of(view, *list);
        let spans = |row: &RowId| {
            let top = on_top(view, *list, rule, row);
            let points = weighs.iter().map(|weight| rated(view, *weight, row));
            std::iter::once(top).chain(points).collect()
        };
        let more = match (&view.list.question(*list).kind, complete) {
            (_, true) => Some(0),
            (
                Kind::List {
                    at_most: Some(most),
                    ..
                },
                false,
            ) => Some(most.saturating_sub(rows.len())),
            _ => None,
        };
        Some(Self {
            ranking,
            list: *list,
            places: *at_most,
            rows: rows.iter().map(|row| (row.clone(), spans(row))).collect(),
            more,
            exact: stands_alone(view, *list, rule, weighs),
        })
    }

    fn standings(&self) -> Option<Standings> {
        Some(Standings {
            ranking: self.ranking,
            list: self.list,
            places: self.places,
            rows: (0..self.rows.len()).map(|at| self.standing(at)).collect(),
            growing: self.more != Some(0),
            exact: self.exact,
        })
    }

    /// A row that is as light as it can be, among rows as heavy as they can be, has its last place; and the other way round
    /// its first. Every order in between is possible, so these two say all.
    fn standing(&self, at: usize) -> Standing {
        let others = || (0..self.rows.len()).filter(move |other| *other != at);
        let behind = others().filter(|other| self.certain(*other, at)).count();
        let beaten = others().filter(|other| self.certain(at, *other)).count();
        // Who may come could be rated the same, and then stands either way.
        let last = self.more.map(|more| self.rows.len() - beaten + more);
        let among = if behind >= self.places {
            Among::Not
        } else if last.is_some_and(|last| last <= self.places) {
            Among::Certain
        } else {
            Among::Possible
        };
        let ties = others().filter(|other| self.same(at, *other));
        let mut standing = Standing {
            row: self.rows[at].0.clone(),
            among,
            ties: ties.map(|other| self.rows[other].0.clone()).collect(),
            first: behind + 1,
            last,
            open: Vec::new(),
            disputed: Vec::new(),
        };
        if among == Among::Possible {
            for other in others().filter(|other| self.depends(at, *other)) {
                let spans = self.rows[at].1.iter().chain(&self.rows[other].1);
                for span in spans {
                    let new = span.open.iter().filter(|key| !standing.open.contains(key));
                    let new: Vec<Key> = new.cloned().collect();
                    standing.open.extend(new);
                    let new = span
                        .disputed
                        .iter()
                        .filter(|key| !standing.disputed.contains(key));
                    let new: Vec<Key> = new.cloned().collect();
                    standing.disputed.extend(new);
                }
            }
        }
        standing
    }

    /// The place of a row in the table.
    pub(super) fn find(&self, row: &RowId) -> Option<usize> {
        self.rows.iter().position(|(known, _)| known == row)
    }

    /// One row goes before another, whatever the missing ratings are.
    pub(super) fn certain(&self, one: usize, other: usize) -> bool {
        before(&self.lows(one), &self.highs(other))
    }

    /// Which of two goes before the other, if either, depends on what is missing or disputed.
    fn depends(&self, one: usize, other: usize) -> bool {
        let may = |a, b| before(&self.highs(a), &self.lows(b)) && !self.certain(a, b);
        may(one, other) || may(other, one)
    }

    /// Rated the same on every point.
    fn same(&self, one: usize, other: usize) -> bool {
        let known = |at: usize| self.rows[at].1.iter().all(|span| span.low == span.high);
        known(one) && known(other) && self.lows(one) == self.lows(other)
    }

    fn lows(&self, at: usize) -> Vec<i64> {
        self.rows[at].1.iter().map(|span| span.low).collect()
    }

    fn highs(&self, at: usize) -> Vec<i64> {
        self.rows[at].1.iter().map(|span| span.high).collect()
    }
}

/// Whether a row of these weights goes before another: the first weight decides alone where it differs, the others together.
fn before(one: &[i64], other: &[i64]) -> bool {
    let Some(((top, points), (other_top, others))) = one.split_first().zip(other.split_first())
    else {
        return false;
    };
    if top != other_top {
        return top > other_top;
    }
    let pairs = || points.iter().zip(others);
    pairs().all(|(a, b)| a >= b) && pairs().any(|(a, b)| a > b)
}

/// The rows of a list that belongs, and whether these are all.
fn rows_of<'v>(view: &View<'v>, list: QuestionIx) -> (&'v [RowId], bool) {
    if !view.visible(list, None).possible() {
        return (&[], true);
    }
    let rows = view.answers.rows(&view.list.question(list).id);
    rows.map_or((&[], false), |rows| (&rows.ids, rows.complete))
}

/// What the rule for the top says of a row: one where it holds, zero where not.
fn on_top(view: &View<'_>, list: QuestionIx, rule: Option<&Condition>, row: &RowId) -> Span {
    let truth = rule.map_or(Truth::No, |rule| belongs_on_top(view, list, rule, row));
    let open = match (truth, rule) {
        (Truth::Unknown, Some(rule)) => view.rests_on(rule, Some(row)),
        _ => Vec::new(),
    };
    Span {
        low: i64::from(truth.certain()),
        high: i64::from(truth.possible()),
        open,
        disputed: None,
    }
}

/// Whether the list puts this row on top. Where it may still turn out that there are no rows at all, there is no order either:
/// so a question of the row itself is taken to belong.
pub(super) fn belongs_on_top(
    view: &View<'_>,
    list: QuestionIx,
    rule: &Condition,
    row: &RowId,
) -> Truth {
    if let Condition::Answer {
        question,
        test: Test::Is(options),
    } = rule
        && is_of_each_row(view, list, *question)
    {
        let given = view
            .answers
            .get(&view.list.question(*question).id, Some(row));
        return match given.filter(|answer| answer.value.is_known()) {
            Some(answer) => as_option(&answer.value)
                .is_some_and(|chosen| options.contains(&chosen))
                .into(),
            None => Truth::Unknown,
        };
    }
    view.in_the_end(rule, Some(row))
}

/// Whether a question is asked in every row of this list.
fn is_of_each_row(view: &View<'_>, list: QuestionIx, question: QuestionIx) -> bool {
    let asked = view.list.question(question);
    asked.parent == Some(list) && asked.when.is_none()
}

/// How a row is rated on one point.
fn rated(view: &View<'_>, weight: Weight, row: &RowId) -> Span {
    let asked = view.list.question(weight.question);
    let key = Key {
        question: asked.id.clone(),
        row: Some(row.clone()),
    };
    let given = view.answers.get(&asked.id, Some(row));
    let Some(own) = given.and_then(|answer| heaviness(asked, &answer.value)) else {
        let (low, high) = range(asked);
        return Span {
            low,
            high,
            open: vec![key],
            disputed: None,
        };
    };
    let others = weight
        .also
        .map_or_else(Vec::new, |also| others(view, also, row));
    let low = others.iter().copied().fold(own, i64::min);
    let high = others.iter().copied().fold(own, i64::max);
    Span {
        low,
        high,
        open: Vec::new(),
        disputed: (low != high).then_some(key),
    }
}

/// How others rate this row. What somebody else leaves open is no other opinion.
fn others(view: &View<'_>, also: AlsoRated, about: &RowId) -> Vec<i64> {
    let asked = view.list.question(also.question);
    let Some(list) = asked.parent else {
        return Vec::new();
    };
    let (rows, _) = rows_of(view, list);
    let named = view.list.question(also.about);
    let rates = |row: &&RowId| {
        let given = view.answers.get(&named.id, Some(row));
        let names = given.is_some_and(
            |answer| matches!(&answer.value, Value::Rows(rows) if rows.contains(about)),
        );
        names
            && view.visible(also.about, Some(row)).possible()
            && view.visible(also.question, Some(row)).possible()
    };
    rows.iter()
        .filter(rates)
        .filter_map(|row| heaviness(asked, &view.answers.get(&asked.id, Some(row))?.value))
        .collect()
}

/// The lightest and heaviest answer.
fn range(asked: &Question) -> (i64, i64) {
    match &asked.kind {
        Kind::Scale { from, to, .. } => (*from, *to),
        Kind::YesNo { .. } => (0, 1),
        _ => (0, place(asked.options().len().saturating_sub(1))),
    }
}

/// How heavy an answer is; `None` for one that says nothing.
fn heaviness(asked: &Question, value: &Value) -> Option<i64> {
    match (&asked.kind, value) {
        (Kind::Scale { from, to, .. }, Value::Number(number)) => number
            .as_whole()
            .filter(|whole| (from..=to).contains(&whole)),
        (Kind::YesNo { .. }, Value::Yes) => Some(1),
        (Kind::YesNo { .. }, Value::No) => Some(0),
        (_, Value::Choice(chosen)) => {
            let mut options = asked.options().iter();
            options.position(|option| option.id == *chosen).map(place)
        }
        _ => None,
    }
}

fn place(at: usize) -> i64 {
    i64::try_from(at).unwrap_or(i64::MAX)
}

/// Whether the rule for the top rests on nothing but a question of the row by which is not weighed: then every combination
/// of what is possible on each point is possible.
fn stands_alone(
    view: &View<'_>,
    list: QuestionIx,
    rule: Option<&Condition>,
    weighs: &[Weight],
) -> bool {
    match rule {
        None => true,
        Some(Condition::Answer {
            question,
            test: Test::Is(_),
        }) => {
            is_of_each_row(view, list, *question)
                && !weighs.iter().any(|weight| weight.question == *question)
        }
        Some(_) => false,
    }
}
