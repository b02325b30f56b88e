//! Bands: numbers that fall in none of them or in two, and bands that no number reaches.

use chrono::{Days, NaiveDate};

use super::Proof;
use super::search::Verdict;
use super::step::step;
use crate::answer::Answers;
use crate::engine::{Numbers, View};
use crate::problem::{Code, Problem};
use crate::questionnaire::{
    Band, Compare, Condition, Derived, Formula, Input, Number, NumberRef, Op, Test,
};

impl Proof<'_> {
    /// The day on which the list is looked at: when its newest numbers hold.
    pub(super) fn today(&self) -> NaiveDate {
        self.days().last().copied().unwrap_or_default()
    }

    /// A day for each set of numbers that held together.
    fn days(&self) -> Vec<NaiveDate> {
        let rows = self.list.numbers.iter().flat_map(|number| &number.rows);
        let mut days: Vec<NaiveDate> = rows.filter_map(|row| row.from).collect();
        days.push(self.list.valid_from.unwrap_or(FIRST));
        let first = days.iter().min().copied();
        days.extend(first.and_then(|day| day.checked_sub_days(Days::new(1))));
        days.sort_unstable();
        days.dedup();
        days
    }

    pub(super) fn bands(&self) -> Vec<Problem> {
        let mut found: Vec<Problem> = Vec::new();
        for derived in &self.list.derived {
            let Formula::Bands { of, rows } = &derived.formula else {
                continue;
            };
            let condition = self.equals(of, Number::ZERO);
            let broken = condition.is_some_and(|condition| self.rests_on_broken(&condition));
            if broken || self.broken.contains(&derived.id) {
                continue;
            }
            let mut of_this: Vec<Problem> = Vec::new();
            for day in self.days() {
                let bands = Bands {
                    proof: self,
                    derived,
                    of,
                    rows,
                    day,
                };
                for problem in bands.check() {
                    if !of_this
                        .iter()
                        .any(|known| known.code == problem.code && known.place == problem.place)
                    {
                        of_this.push(problem);
                    }
                }
            }
            found.extend(of_this);
        }
        found
    }

    /// That an input is this number.
    fn equals(&self, of: &Input, number: Number) -> Option<Condition> {
        let test = Test::Compare(Compare {
            op: Op::Equal,
            to: NumberRef::Literal(number),
        });
        match of {
            Input::Question(question) => Some(Condition::Answer {
                question: *question,
                test,
            }),
            Input::Derived(derived) => Some(Condition::Derived {
                derived: *derived,
                test,
            }),
            Input::Rows(_) | Input::Number(_) => None,
        }
    }
}

/// A day for lists that name none.
const FIRST: NaiveDate = match NaiveDate::from_ymd_opt(2020, 1, 1) {
    Some(day) => day,
    None => NaiveDate::MIN,
};

/// So many numbers at most are looked at one by one.
const MOST: usize = 512;

struct Bands<'a> {
    proof: &'a Proof<'a>,
    derived: &'a Derived,
    of: &'a Input,
    rows: &'a [Band],
    day: NaiveDate,
}

impl Bands<'_> {
    fn check(&self) -> Vec<Problem> {
        let answers = Answers::default();
        let view = View::new(&self.proof.relaxed, &answers, self.day);
        let (numbers, _) = view.numbers_of(self.of);
        let numbers = self.to_try(&numbers);
        let mut found = Vec::new();
        self.gaps(&numbers, &mut found);
        self.overlaps(&numbers, &mut found);
        self.unreached(&numbers, &mut found);
        found
    }

    /// Every number it can be; of too many those at the edges of the bands, and at its own ends.
    fn to_try(&self, numbers: &Numbers) -> Vec<Number> {
        let (low, high) = match numbers {
            Numbers::Set(set) => return set.iter().copied().collect(),
            Numbers::Range(low, high) => (*low, *high),
        };
        let step = match step(&self.proof.relaxed, self.of) {
            step if step > Number::ZERO => step,
            _ => Number::ONE,
        };
        let mut tries = Vec::new();
        for edge in self
            .rows
            .iter()
            .flat_map(|band| [band.from, band.to])
            .flatten()
        {
            let at = self.number(edge).up_to_multiple_of(step);
            tries.extend([at - step, at, at + step]);
        }
        tries.extend(low.iter().chain(&high).copied());
        tries.retain(|n| low.is_none_or(|low| low <= *n) && high.is_none_or(|high| *n <= high));
        tries.sort_unstable();
        tries.dedup();
        tries.truncate(MOST);
        tries
    }

    fn number(&self, of: NumberRef) -> Number {
        self.proof.list.number(of, self.day)
    }

    fn fits(&self, band: &Band, number: Number) -> bool {
        let above = band.from.is_none_or(|from| number >= self.number(from));
        let below = band.to.is_none_or(|to| {
            number < self.number(to) || (band.to_inclusive && number == self.number(to))
        });
        above && below
    }

    /// Whether the input can really be this number; yes where that cannot be told.
    fn can_be(&self, number: Number) -> bool {
        let Some(equals) = self.proof.equals(self.of, number) else {
            return true;
        };
        self.proof.search().can_hold(&equals, None) != Verdict::Never
    }

    fn gaps(&self, numbers: &[Number], found: &mut Vec<Problem>) {
        let outside: Vec<Number> = numbers
            .iter()
            .copied()
            .filter(|number| !self.rows.iter().any(|band| self.fits(band, *number)))
            .filter(|number| self.can_be(*number))
            .collect();
        let (Some(first), Some(last)) = (outside.first(), outside.last()) else {
            return;
        };
        let which = match outside.len() {
            1 => first.to_string(),
            2 => format!("{first} en {last}"),
            _ => format!("onder meer {first} en {last}"),
        };
        found.push(Problem::new(
            Code::Gap,
            self.proof.locate.word(&self.derived.place, &["banden"], &["rijen"]),
            format!("Er is geen band van `{}` voor {which}.", self.derived.id),
            "Laat elke band beginnen waar de vorige ophoudt. `tot_en_met` telt zelf mee, `onder` niet.",
        ));
    }

    fn overlaps(&self, numbers: &[Number], found: &mut Vec<Problem>) {
        for (at, band) in self.rows.iter().enumerate() {
            for other in &self.rows[..at] {
                let both =
                    |number: &&Number| self.fits(band, **number) && self.fits(other, **number);
                if let Some(number) = numbers.iter().find(both) {
                    found.push(
                        Problem::new(
                            Code::Overlap,
                            band.place.clone(),
                            format!("{number} valt in twee banden van `{}`.", self.derived.id),
                            "Laat elke band beginnen waar de vorige ophoudt. `tot_en_met` telt zelf mee, `onder` niet.",
                        )
                        .and(other.place.clone(), "ook in deze band"),
                    );
                }
            }
        }
    }

    fn unreached(&self, numbers: &[Number], found: &mut Vec<Problem>) {
        for band in self.rows {
            let reached = numbers
                .iter()
                .any(|number| self.fits(band, *number) && self.can_be(*number));
            if !reached && let (Some(low), Some(high)) = (numbers.first(), numbers.last()) {
                found.push(Problem::new(
                    Code::Unreachable,
                    band.place.clone(),
                    format!("Deze band van `{}` komt nooit aan de beurt: het getal loopt van {low} tot en met {high}.", self.derived.id),
                    "Pas de grenzen aan, of haal de band weg.",
                ));
            }
        }
    }
}
