//! The differences between the answers of two assessments, each named once: what it is about, and how it differs. A hidden
//! answer never counts, on neither side.

use std::collections::BTreeSet;

use super::Side;
use crate::answer::{Answer, Key, RowId, Rows};
use crate::engine::View;
use crate::questionnaire::{Kind, QuestionId, QuestionIx, Questionnaire};

/// What a difference is about.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum About {
    /// One answer.
    Answer(Key),
    /// A row of a list, with all answers in it.
    Row(QuestionId, RowId),
    /// What is known of the rows of a list: whether these are all.
    Rows(QuestionId),
}

/// How it differs. Each has one that says the same from the other side.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum How {
    /// Was not answered, and is known now.
    NewFact,
    /// Was known, and has no answer now.
    TakenBack,
    /// Was *onbekend* or *geweigerd*, and is known now.
    NowKnown,
    /// Was known, and is *onbekend* or *geweigerd* now.
    NoLongerKnown,
    /// Was known, and is something else now.
    ChangedMind,
    /// Was not answered, and is *onbekend* or *geweigerd* now.
    AskedUnknown,
    /// Was *onbekend* or *geweigerd*, and has no answer now.
    UnknownTakenBack,
    /// Is not known on both sides, for another reason.
    OtherUnknown,
    /// Did not apply, and counts now.
    NowApplies,
    /// Counted, and does not apply now.
    NoLongerApplies,
    /// The question stands in the list of now only.
    OnlyNow,
    /// The question stands in the list of then only.
    OnlyThen,
    /// The same answer, with another source, day or remark.
    Beside,
    /// The rows stand in another order.
    Reordered,
    /// A row came.
    RowAdded,
    /// A row went.
    RowRemoved,
    /// Differs, and counts on neither side.
    Hidden,
}

impl How {
    /// What this is from the other side.
    pub const fn mirrored(self) -> Self {
        match self {
            Self::NewFact => Self::TakenBack,
            Self::TakenBack => Self::NewFact,
            Self::NowKnown => Self::NoLongerKnown,
            Self::NoLongerKnown => Self::NowKnown,
            Self::AskedUnknown => Self::UnknownTakenBack,
            Self::UnknownTakenBack => Self::AskedUnknown,
            Self::NowApplies => Self::NoLongerApplies,
            Self::NoLongerApplies => Self::NowApplies,
            Self::OnlyNow => Self::OnlyThen,
            Self::OnlyThen => Self::OnlyNow,
            Self::RowAdded => Self::RowRemoved,
            Self::RowRemoved => Self::RowAdded,
            same @ (Self::ChangedMind
            | Self::OtherUnknown
            | Self::Beside
            | Self::Reordered
            | Self::Hidden) => same,
        }
    }
}

/// What can differ beside the value of an answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Beside {
    /// Who said or saw it.
    Source,
    /// What kind of knowledge it is.
    Nature,
    /// When it was said or seen.
    Date,
    /// The reason or fact beside it.
    Note,
}

/// One difference.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Difference {
    /// What it is about.
    pub about: About,
    /// How it differs.
    pub how: How,
    /// What differs beside the value, where there is an answer that counts on both sides.
    pub beside: Vec<Beside>,
}

/// Every difference between two assessments, in the order of asking of the second.
pub fn differences(then: &Side<'_>, now: &Side<'_>) -> Vec<Difference> {
    let mut finder = Finder {
        then: Half::new(then),
        now: Half::new(now),
        found: Vec::new(),
    };
    for id in questions(then.list, now.list, |list, at| {
        list.question(at).parent.is_none()
    }) {
        finder.answer(&id, None);
        finder.rows(&id);
    }
    finder.found
}

/// The ids of these questions of both lists: of the second in its order, then what only the first has.
fn questions(
    then: &Questionnaire,
    now: &Questionnaire,
    which: impl Fn(&Questionnaire, QuestionIx) -> bool,
) -> Vec<QuestionId> {
    let of = |list: &Questionnaire| -> Vec<QuestionId> {
        list.question_indexes()
            .filter(|at| which(list, *at))
            .map(|at| list.question(at).id.clone())
            .collect()
    };
    let mut all = of(now);
    let seen: BTreeSet<QuestionId> = all.iter().cloned().collect();
    all.extend(of(then).into_iter().filter(|id| !seen.contains(id)));
    all
}

/// Where something stands on one side.
#[derive(Clone, Copy, PartialEq, Eq)]
enum State<T> {
    /// The list has no such question.
    NoQuestion,
    /// No answer.
    Absent,
    /// An answer that does not count.
    Hidden(T),
    /// An answer that counts.
    Counts(T),
}

/// How much an answer says.
trait Known {
    fn is_known(&self) -> bool;
    fn same(&self, other: &Self) -> bool;
}

impl Known for &Answer {
    fn is_known(&self) -> bool {
        self.value.is_known()
    }

    fn same(&self, other: &Self) -> bool {
        self.value == other.value
    }
}

/// What is known of the rows of a list.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Extent {
    /// *Onbekend*, or another answer to the list as a whole.
    Answer,
    /// More may come.
    Open,
    /// These are all.
    Complete,
}

impl Known for Extent {
    fn is_known(&self) -> bool {
        *self == Self::Complete
    }

    fn same(&self, other: &Self) -> bool {
        self == other
    }
}

/// How the two differ, where they do.
fn how<T: Known + PartialEq>(then: &State<T>, now: &State<T>) -> Option<How> {
    use State::{Absent, Counts, Hidden, NoQuestion};
    Some(match (then, now) {
        (NoQuestion | Absent, NoQuestion | Absent) => return None,
        (Hidden(a), Hidden(b)) if a == b => return None,
        (Hidden(_), Hidden(_) | Absent | NoQuestion) | (Absent | NoQuestion, Hidden(_)) => {
            How::Hidden
        }
        (Counts(_), Hidden(_)) => How::NoLongerApplies,
        (Hidden(_), Counts(_)) => How::NowApplies,
        (Counts(_), NoQuestion) => How::OnlyThen,
        (NoQuestion, Counts(_)) => How::OnlyNow,
        (Absent, Counts(b)) if b.is_known() => How::NewFact,
        (Absent, Counts(_)) => How::AskedUnknown,
        (Counts(a), Absent) if a.is_known() => How::TakenBack,
        (Counts(_), Absent) => How::UnknownTakenBack,
        (Counts(a), Counts(b)) => match (a.is_known(), b.is_known()) {
            _ if a == b => return None,
            _ if a.same(b) => How::Beside,
            (true, true) => How::ChangedMind,
            (true, false) => How::NoLongerKnown,
            (false, true) => How::NowKnown,
            (false, false) => How::OtherUnknown,
        },
    })
}

/// One side, with the engine's look at it.
struct Half<'a> {
    side: Side<'a>,
    view: View<'a>,
}

impl<'a> Half<'a> {
    fn new(side: &Side<'a>) -> Self {
        Self {
            side: *side,
            view: side.view(),
        }
    }

    /// The question with this id, when it is a list (or when it is not).
    fn find(&self, id: &QuestionId, is_list: bool) -> Option<QuestionIx> {
        self.side.list.find(&id.0).filter(|at| {
            let list = matches!(self.side.list.question(*at).kind, Kind::List { .. });
            list == is_list
        })
    }

    fn answer(&self, id: &QuestionId, row: Option<&RowId>) -> State<&'a Answer> {
        let Some(at) = self.find(id, false) else {
            return State::NoQuestion;
        };
        match self.side.answers.get(id, row) {
            None => State::Absent,
            Some(answer) if self.view.visible(at, row).possible() => State::Counts(answer),
            Some(answer) => State::Hidden(answer),
        }
    }

    fn extent(&self, id: &QuestionId) -> State<Extent> {
        let Some(at) = self.find(id, true) else {
            return State::NoQuestion;
        };
        let answered = self.side.answers.get(id, None).is_some();
        let extent = match self.side.answers.rows(id) {
            _ if answered => Extent::Answer,
            None => return State::Absent,
            Some(rows) if rows.complete => Extent::Complete,
            Some(_) => Extent::Open,
        };
        if self.counts(at) {
            State::Counts(extent)
        } else {
            State::Hidden(extent)
        }
    }

    fn counts(&self, at: QuestionIx) -> bool {
        self.view.visible(at, None).possible()
    }

    fn row_ids(&self, id: &QuestionId) -> &'a [RowId] {
        let rows: Option<&Rows> = self.side.answers.rows(id);
        rows.map_or(&[], |rows| rows.ids.as_slice())
    }
}

struct Finder<'a> {
    then: Half<'a>,
    now: Half<'a>,
    found: Vec<Difference>,
}

impl Finder<'_> {
    fn add(&mut self, about: About, how: How, beside: Vec<Beside>) {
        self.found.push(Difference { about, how, beside });
    }

    /// A question that is no list, of this row.
    fn answer(&mut self, id: &QuestionId, row: Option<&RowId>) {
        let (then, now) = (self.then.answer(id, row), self.now.answer(id, row));
        let Some(how) = how(&then, &now) else { return };
        let beside = match (&then, &now) {
            (State::Counts(a), State::Counts(b)) => beside(a, b),
            _ => Vec::new(),
        };
        let key = Key {
            question: id.clone(),
            row: row.cloned(),
        };
        self.add(About::Answer(key), how, beside);
    }

    /// A list: what is known of its rows, rows that came or went, and the answers in the others.
    fn rows(&mut self, id: &QuestionId) {
        let (then, now) = (self.then.find(id, true), self.now.find(id, true));
        let how = how(&self.then.extent(id), &self.now.extent(id));
        let (Some(at_then), Some(at_now)) = (then, now) else {
            // In one of the lists only: it goes as a whole.
            if let Some(how) = how {
                self.add(About::Rows(id.clone()), how, Vec::new());
            }
            return;
        };
        let (before, after) = (self.then.row_ids(id), self.now.row_ids(id));
        let stayed = |of: &[RowId], other: &[RowId]| -> Vec<RowId> {
            of.iter()
                .filter(|row| other.contains(row))
                .cloned()
                .collect()
        };
        let both = stayed(after, before);
        let reordered = both != stayed(before, after);
        let counts = (self.then.counts(at_then), self.now.counts(at_now));
        match (how, reordered, counts) {
            (Some(how), ..) => self.add(About::Rows(id.clone()), how, Vec::new()),
            (None, true, (false, false)) => {
                self.add(About::Rows(id.clone()), How::Hidden, Vec::new());
            }
            (None, true, _) => self.add(About::Rows(id.clone()), How::Reordered, Vec::new()),
            (None, false, _) => {}
        }
        let inside = format!("{id}/");
        let inner = questions(self.then.side.list, self.now.side.list, |list, at| {
            list.question(at).id.0.starts_with(&inside)
        });
        for row in after {
            if both.contains(row) {
                inner.iter().for_each(|id| self.answer(id, Some(row)));
            } else {
                let how = if counts.1 { How::RowAdded } else { How::Hidden };
                self.add(About::Row(id.clone(), row.clone()), how, Vec::new());
            }
        }
        for row in before.iter().filter(|row| !both.contains(row)) {
            let how = if counts.0 {
                How::RowRemoved
            } else {
                How::Hidden
            };
            self.add(About::Row(id.clone(), row.clone()), how, Vec::new());
        }
    }
}

fn beside(then: &Answer, now: &Answer) -> Vec<Beside> {
    [
        (then.source != now.source, Beside::Source),
        (then.nature != now.nature, Beside::Nature),
        (then.date != now.date, Beside::Date),
        (then.note != now.note, Beside::Note),
    ]
    .into_iter()
    .filter_map(|(differs, what)| differs.then_some(what))
    .collect()
}
