//! Derived values in words: what is added up or counted, which band or rule gives which level, and what is shown while
//! answers are missing.

use super::kind::{either, level};
use super::{Words, figure, points};
use crate::questionnaire::{
    Band, Condition, Derived, Formula, Input, NumberRef, OptionId, Policy, RuleRow, Term, Test,
};
use crate::text::nl;

/// How a derived value is computed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Computed {
    /// In one sentence; ends in a colon where more follows.
    pub lead: String,
    /// What is added up, counted or compared.
    pub parts: Vec<String>,
    /// Which level it becomes when; the first row that holds wins.
    pub rows: Vec<Row>,
}

/// One band, row of a table, or rule.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// When.
    pub when: String,
    /// The level's id.
    pub id: OptionId,
    /// The level's text.
    pub level: String,
    /// What the reader sees as why.
    pub reason: Option<String>,
    /// What it rests on, where that is not what the derived value rests on.
    pub source: Option<String>,
}

impl Words<'_> {
    /// How a derived value is computed.
    pub fn computed(&self, derived: &Derived) -> Computed {
        let text = &nl().words;
        let mut parts = Vec::new();
        let mut rows = Vec::new();
        let lead = match &derived.formula {
            Formula::Sum(terms) => {
                parts = terms.iter().map(|term| self.term(term)).collect();
                text.sum()
            }
            Formula::Count(all) => {
                if let Some((answer, of)) = self.same_answer(all) {
                    parts = of;
                    text.count_answer(answer)
                } else {
                    parts = all.iter().map(|one| self.condition(one)).collect();
                    text.count()
                }
            }
            Formula::CountRows { list, holds } => {
                let list = &self.list.question(*list).id;
                match holds {
                    Some(holds) => text.count_rows_where(list, self.condition(holds)),
                    None => text.count_rows(list),
                }
            }
            Formula::Highest(inputs) => {
                parts = inputs.iter().map(|one| self.input(*one)).collect();
                match derived.levels.is_empty() {
                    true => text.highest(),
                    false => text.heaviest(),
                }
            }
            Formula::Lowest(inputs) => {
                parts = inputs.iter().map(|one| self.input(*one)).collect();
                match derived.levels.is_empty() {
                    true => text.lowest(),
                    false => text.lightest(),
                }
            }
            Formula::Ratio(above, below) => text.ratio(self.input(*above), self.input(*below)),
            Formula::Bands { of, rows: bands } => {
                rows = bands.iter().map(|one| self.band(derived, one)).collect();
                text.bands(self.input(*of))
            }
            Formula::Table(all) => {
                rows = all.iter().map(|one| self.rule(derived, one)).collect();
                text.table()
            }
            Formula::Rules(all) => {
                rows = all.iter().map(|one| self.rule(derived, one)).collect();
                text.rules()
            }
        };
        Computed { lead, parts, rows }
    }

    /// What is shown while answers are missing; nothing where that is nothing.
    pub fn policy(&self, derived: &Derived) -> Option<String> {
        let text = &nl().words;
        match derived.unknown {
            Policy::Withhold => None,
            Policy::ProRata(1) => Some(text.pro_rata_one()),
            Policy::ProRata(most) => Some(text.pro_rata(most)),
            Policy::AsNo => Some(text.as_no()),
            Policy::AsYes => Some(text.as_yes()),
        }
    }

    /// Where all conditions ask for the same answer: that answer, and of what.
    fn same_answer(&self, all: &[Condition]) -> Option<(String, Vec<String>)> {
        let mut answer = None;
        let mut of = Vec::new();
        for one in all {
            let (id, test) = match one {
                Condition::Answer { question, test } => {
                    (self.list.question(*question).id.to_string(), test)
                }
                Condition::Derived { derived, test } => {
                    (self.derived_id(*derived).to_owned(), test)
                }
                _ => return None,
            };
            let Test::Is(ids) = test else { return None };
            if *answer.get_or_insert(ids) != ids {
                return None;
            }
            of.push(id);
        }
        Some((either(answer?), of))
    }

    fn term(&self, term: &Term) -> String {
        let text = &nl().words;
        match term {
            Term::Times(input, NumberRef::Literal(by))
                if *by == crate::questionnaire::Number::ONE =>
            {
                self.input(*input)
            }
            Term::Times(input, by) => text.times(self.number(*by), self.input(*input)),
            Term::Points(when, by) => text.points_when(self.points(*by), self.condition(when)),
            Term::RowPoints(list, when, by) => text.points_rows(
                self.points(*by),
                &self.list.question(*list).id,
                self.condition(when),
            ),
        }
    }

    fn points(&self, of: NumberRef) -> String {
        match of {
            NumberRef::Literal(number) => points(figure(number)),
            NumberRef::Named(_) => nl().words.points(self.number(of)),
        }
    }

    fn input(&self, input: Input) -> String {
        match input {
            Input::Question(at) => self.list.question(at).id.to_string(),
            Input::Rows(at) => nl().words.each_row(&self.list.question(at).id),
            Input::Derived(at) => self.derived_id(at).to_owned(),
            Input::Number(of) => self.number(of),
        }
    }

    fn band(&self, derived: &Derived, band: &Band) -> Row {
        Row {
            when: self.bounds(band),
            id: band.level.clone(),
            level: level(&derived.levels, &band.level).to_owned(),
            reason: band.reason.as_ref().map(|reason| reason.nl.clone()),
            source: None,
        }
    }

    /// Its bounds: `van 4 tot 8`, `minder dan 4`, `8 of meer`.
    pub fn bounds(&self, band: &Band) -> String {
        let text = &nl().words;
        let number = |of| self.number(of);
        match (band.from, band.to, band.to_inclusive) {
            (None, None, _) => text.band_any(),
            (Some(from), None, _) => text.band_from(number(from)),
            (None, Some(to), true) => text.band_to(number(to)),
            (None, Some(to), false) => text.band_under(number(to)),
            (Some(from), Some(to), true) => text.band_from_to(number(from), number(to)),
            (Some(from), Some(to), false) => text.band_from_under(number(from), number(to)),
        }
    }

    fn rule(&self, derived: &Derived, row: &RuleRow) -> Row {
        Row {
            when: match &row.when {
                Some(when) => self.condition(when),
                None => nl().words.otherwise(),
            },
            id: row.level.clone(),
            level: level(&derived.levels, &row.level).to_owned(),
            reason: row.reason.as_ref().map(|reason| reason.nl.clone()),
            source: (row.source != derived.source).then(|| row.source.clone()),
        }
    }
}
