//! Bands: numbers that fall in none of them or in two, and bands that no number reaches.

use chrono::NaiveDate;

use super::Proof;
use super::search::{Search, Verdict};
use super::step::step;
use crate::analysis::day;
use crate::answer::Answers;
use crate::engine::{Numbers, View};
use crate::problem::{Code, Problem};
use crate::questionnaire::{
    Band, Choice, Compare, Condition, Derived, DerivedIx, Formula, Input, Kind, Number, NumberRef,
    Op, OptionId, Questionnaire, Test,
};

impl Proof<'_> {
    pub(super) fn bands(&self) -> Vec<Problem> {
        let mut found: Vec<Problem> = Vec::new();
        for (at, derived) in self.list.derived.iter().enumerate() {
            let Formula::Bands { of, rows } = &derived.formula else {
                continue;
            };
            let itself = Condition::Derived {
                derived: DerivedIx(at),
                test: Test::Is(Vec::new()),
            };
            if self.rests_on_broken(&itself) {
                continue;
            }
            let mut of_this: Vec<Problem> = Vec::new();
            let days = day::days(self.list);
            for day in days.iter().copied() {
                let bands = Bands {
                    proof: self,
                    derived,
                    at: DerivedIx(at),
                    of,
                    rows,
                    day,
                    newest: days.last() == Some(&day),
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

    /// That an input passes these tests, or of points: that they fit; nothing where no condition can say so.
    fn passes(
        &self,
        of: &Input,
        tests: Vec<Compare>,
        fits: &dyn Fn(Number) -> bool,
    ) -> Option<Condition> {
        let tests = tests.into_iter().map(Test::Compare);
        match of {
            Input::Question(at) => {
                let tests: Vec<Test> = match &self.list.question(*at).kind {
                    Kind::Scale { .. } | Kind::Number { .. } => tests.collect(),
                    Kind::YesNo { yes, no } => {
                        let both = [("ja", *yes), ("nee", *no)].into_iter();
                        let these = both.filter(|(_, worth)| fits(*worth));
                        vec![Test::Is(these.map(|(id, _)| OptionId::from(id)).collect())]
                    }
                    Kind::Choice { options } | Kind::Judgement { options, .. } => {
                        let worth = |option: &&Choice| fits(option.points.unwrap_or_default());
                        let these = options.iter().filter(worth);
                        vec![Test::Is(these.map(|option| option.id.clone()).collect())]
                    }
                    _ => return None,
                };
                let all = tests.into_iter().map(|test| Condition::Answer {
                    question: *at,
                    test,
                });
                Some(Condition::All(all.collect()))
            }
            Input::Derived(at) => {
                let all = tests.map(|test| Condition::Derived { derived: *at, test });
                Some(Condition::All(all.collect()))
            }
            Input::Rows(_) | Input::Number(_) => None,
        }
    }
}

/// So many numbers at most are looked at one by one.
const MOST: usize = 512;

struct Bands<'a> {
    proof: &'a Proof<'a>,
    derived: &'a Derived,
    at: DerivedIx,
    of: &'a Input,
    rows: &'a [Band],
    day: NaiveDate,
    /// On this day the newest numbers hold.
    newest: bool,
}

impl Bands<'_> {
    fn check(&self) -> Vec<Problem> {
        let answers = Answers::default();
        let view = View::new(&self.proof.relaxed, &answers, self.day);
        let (all, _) = view.numbers_of(self.of);
        let numbers = self.to_try(&all);
        let mut found = Vec::new();
        self.gaps(&numbers, &mut found);
        self.overlaps(&numbers, &mut found);
        // A band that an older number reached has had its turn.
        if self.newest {
            self.unreached(&all, &mut found);
        }
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
        let proof = self.proof;
        let equals = Compare {
            op: Op::Equal,
            to: NumberRef::Literal(number),
        };
        let Some(is) = proof.passes(self.of, vec![equals], &|one| one == number) else {
            return true;
        };
        let is = self.with_value(is, proof.list);
        let search = Search::new(proof.list, self.day, &proof.work);
        search.can_hold(&is, None) != Verdict::Never
    }

    /// Whether no number can fall in this band.
    fn is_never(&self, band: &Band, numbers: &Numbers) -> bool {
        let from = band.from.map(|to| Compare {
            op: Op::AtLeast,
            to,
        });
        let to = band.to.map(|to| Compare {
            op: if band.to_inclusive {
                Op::AtMost
            } else {
                Op::LessThan
            },
            to,
        });
        let tests = from.into_iter().chain(to).collect();
        let proof = self.proof;
        match (
            proof.passes(self.of, tests, &|one| self.fits(band, one)),
            numbers,
        ) {
            (Some(inside), _) => proof.never(self.with_value(inside, &proof.relaxed), None),
            (None, Numbers::Set(set)) => !set.iter().any(|number| self.fits(band, *number)),
            (None, Numbers::Range(..)) => false,
        }
    }

    /// The same, where there is a value.
    fn with_value(&self, condition: Condition, list: &Questionnaire) -> Condition {
        let when = list.derived(self.at).when.clone();
        Condition::All(when.into_iter().chain([condition]).collect())
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

    fn unreached(&self, numbers: &Numbers, found: &mut Vec<Problem>) {
        let side = |side: Option<Number>| side.map_or("onbegrensd".to_owned(), |n| n.to_string());
        let (low, high) = (side(numbers.lowest()), side(numbers.highest()));
        for band in self.rows.iter().filter(|band| self.is_never(band, numbers)) {
            found.push(Problem::new(
                Code::Unreachable,
                band.place.clone(),
                format!("Deze band van `{}` komt nooit aan de beurt: het getal loopt van {low} tot en met {high}.", self.derived.id),
                "Pas de grenzen aan, of haal de band weg.",
            ));
        }
    }
}
