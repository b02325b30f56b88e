//! Traces: what in a free text may tell who or where somebody is. Names, dates, addresses, numbers to call, plates.
//! Finds them and says what may stand in their place; knows no case, no plan and no paper, and never prints what it found.
//!
//! Patterns catch what has a form (a postcode). A name has none: those of the people of the case are known, and a word
//! with a capital in the middle of a sentence is taken for one. What starts a sentence cannot always be told apart: `doubts`
//! says where somebody has to look.
//!
//! `pattern` what has a form · `date`, `season` days and times of the year · `age` · `name`, `capital`, `title` people and
//! places · `doubt` what nobody but a person can tell · `protect` values that a reader may not have

mod age;
mod capital;
mod date;
mod doubt;
mod name;
mod pattern;
mod protect;
mod season;
mod title;
mod token;

pub use date::when;
pub use doubt::doubts;
pub use name::{Names, role_words};
pub use protect::{Guarded, Protected};

use std::ops::Range;

use chrono::NaiveDate;

use crate::text::nl;

/// What kind of trace.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    /// A postcode or a street.
    Address,
    /// A number to call, other than a public one.
    Phone,
    /// An e-mail address, a web address, a user name.
    Online,
    /// A number plate.
    Plate,
    /// A long number, such as a citizen service number.
    Number,
    /// A date.
    Date,
    /// A time of the year: a month, a feast. Tells something only where days were moved.
    Season,
    /// An age. Tells something only where ages were rounded.
    Age,
    /// The name of somebody in the case.
    Name,
    /// A word with a capital that is probably a name of a person or place.
    Capital,
}

impl Kind {
    /// What it is, as a person reads it: *een naam*.
    pub fn called(self) -> String {
        let text = &nl().trace;
        match self {
            Self::Address => text.an_address(),
            Self::Phone => text.a_phone(),
            Self::Online => text.an_online(),
            Self::Plate => text.a_plate(),
            Self::Number => text.a_number(),
            Self::Date => text.a_date(),
            Self::Season => text.a_season(),
            Self::Age => text.an_age(),
            Self::Name => text.a_name(),
            Self::Capital => text.a_capital(),
        }
    }

    fn dropped(self) -> String {
        let text = &nl().trace;
        match self {
            Self::Address => text.no_address(),
            Self::Phone => text.no_phone(),
            Self::Online => text.no_online(),
            Self::Plate => text.no_plate(),
            Self::Number => text.no_number(),
            Self::Date => text.no_date(),
            Self::Season => text.no_season(),
            Self::Age => text.no_age(),
            Self::Name | Self::Capital => text.no_name(),
        }
    }
}

/// One trace in a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Trace {
    /// What kind.
    pub kind: Kind,
    /// Where, in bytes.
    pub at: Range<usize>,
    /// What may stand in its place.
    pub instead: String,
}

impl Trace {
    fn new(kind: Kind, at: Range<usize>) -> Self {
        let instead = kind.dropped();
        Self { kind, at, instead }
    }

    /// Makes one of two that overlap, so that nothing of either stays. The longer one says what it is; that it is an
    /// address says more than that it has a capital.
    fn join(&mut self, other: Self) {
        let at = self.at.start.min(other.at.start)..self.at.end.max(other.at.end);
        let weight = |one: &Self| (one.kind == Kind::Address, one.at.len());
        if weight(&other) > weight(self) {
            *self = other;
        }
        self.at = at;
    }
}

/// A text without its traces, and what kinds of trace it had.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Clean {
    /// The text, with something harmless in the place of each trace.
    pub text: String,
    /// The kinds that were found, each once.
    pub found: Vec<Kind>,
}

/// Addresses, numbers, plates and the like: what has a form that gives it away.
pub fn patterns(text: &str) -> Vec<Trace> {
    pattern::find(text)
}

/// Where words stand that are probably a name of a person or place.
pub fn names(text: &str) -> Vec<Range<usize>> {
    let found = Names::default().find(text);
    found.into_iter().map(|trace| trace.at).collect()
}

/// What is looked for in a text.
#[derive(Clone, Copy, Debug)]
pub struct Search<'a> {
    /// The names that are known.
    pub names: &'a Names,
    /// The day from which a date is told.
    pub today: NaiveDate,
    /// Times of the year too.
    pub seasons: bool,
    /// Ages too, each with the age that stands for it.
    pub ages: Option<fn(u32) -> u32>,
}

impl<'a> Search<'a> {
    /// For a text about today: times of the year and ages may stay.
    pub fn of(names: &'a Names, today: NaiveDate) -> Self {
        Self {
            names,
            today,
            seasons: false,
            ages: None,
        }
    }

    /// Everything that may tell who or where somebody is, in the order of the text; nothing overlaps.
    pub fn traces(&self, text: &str) -> Vec<Trace> {
        let mut all = date::find(text, self.today);
        all.extend(pattern::find(text));
        all.extend(self.names.find(text));
        if self.seasons {
            all.extend(season::find(text));
        }
        if let Some(band) = self.ages {
            // "buurvrouw (3)" is what the third one is called.
            let ages = age::find(text, band).into_iter();
            all.extend(ages.filter(|age| !self.names.is_called(text, &age.at)));
        }
        all.sort_by_key(|trace| trace.at.start);
        let mut kept: Vec<Trace> = Vec::new();
        for trace in all {
            match kept.last_mut() {
                Some(last) if trace.at.start < last.at.end => last.join(trace),
                _ => kept.push(trace),
            }
        }
        kept
    }

    /// The text with every trace replaced.
    pub fn clean(&self, text: &str) -> Clean {
        let mut out = String::with_capacity(text.len());
        let mut found = Vec::new();
        let mut from = 0;
        for trace in self.traces(text) {
            out.push_str(&text[from..trace.at.start]);
            out.push_str(&trace.instead);
            from = trace.at.end;
            found.push(trace.kind);
        }
        out.push_str(&text[from..]);
        found.sort_unstable();
        found.dedup();
        Clean { text: out, found }
    }
}
