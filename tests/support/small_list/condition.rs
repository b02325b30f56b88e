//! Conditions that only ask about what comes before them.

use top3::questionnaire::*;

use super::{InRow, Maker, today};

impl Maker<'_> {
    pub(super) fn condition(&mut self, row: InRow<'_>, depth: usize) -> Condition {
        let lists = self.where_kind(|kind| matches!(kind, Kind::List { .. }));
        let choice = self.below(if depth == 0 { 8 } else { 18 });
        match choice {
            0..=5 => self.about_answer(row),
            6 | 7 => self.about_derived(row),
            8 => Condition::All(self.conditions(row, depth)),
            9 => Condition::Any(self.conditions(row, depth)),
            10 => Condition::Not(Box::new(self.condition(row, depth - 1))),
            11 => {
                let of = self.conditions(row, depth);
                let least = match self.below(4) {
                    0 => self.number_ref(),
                    n => NumberRef::Literal(Number::whole(n as i64)),
                };
                Condition::AtLeast(least, of)
            }
            12 | 13 if !lists.is_empty() => {
                let list = lists[self.below(lists.len())];
                let holds = (!self.one_in(3))
                    .then(|| Box::new(self.condition(&within(row, list), depth - 1)));
                Condition::Rows {
                    list,
                    holds,
                    compare: self.compare(),
                }
            }
            14 if !lists.is_empty() => {
                let list = lists[self.below(lists.len())];
                Condition::EveryRow {
                    list,
                    holds: Box::new(self.condition(&within(row, list), depth - 1)),
                }
            }
            15 => {
                let inner = Box::new(self.condition(row, depth - 1));
                if self.one_in(2) {
                    Condition::May(inner)
                } else {
                    Condition::Sure(inner)
                }
            }
            16 | 17 => {
                let naming = self.naming(row);
                let Some((by, list)) = self.pick(&naming) else {
                    return self.about_answer(row);
                };
                Condition::Named {
                    by,
                    list,
                    holds: Box::new(self.condition(&within(row, list), depth - 1)),
                }
            }
            _ => self.about_answer(row),
        }
    }

    pub(super) fn conditions(&mut self, row: InRow<'_>, depth: usize) -> Vec<Condition> {
        let count = 1 + self.below(3);
        (0..count).map(|_| self.condition(row, depth - 1)).collect()
    }

    pub(super) fn compare(&mut self) -> Compare {
        Compare {
            op: [
                Op::AtLeast,
                Op::AtMost,
                Op::MoreThan,
                Op::LessThan,
                Op::Equal,
            ][self.below(5)],
            to: self.number_ref(),
        }
    }

    fn about_answer(&mut self, row: InRow<'_>) -> Condition {
        let named = |(at, list): &(QuestionIx, QuestionIx)| {
            row.contains(list) && self.list.question(*at).parent != Some(*list)
        };
        let naming: Vec<_> = self.naming(row).into_iter().filter(named).collect();
        if !naming.is_empty() && self.one_in(2) {
            let (question, list) = naming[self.below(naming.len())];
            return Condition::Answer {
                question,
                test: Test::Names(list),
            };
        }
        let askable = self.askable(row);
        let Some(question) = self.pick(&askable) else {
            return Condition::Always(self.one_in(2));
        };
        let nvt = self.list.question(question).allows_not_applicable;
        let kind = self.list.question(question).kind.clone();
        let same: Vec<QuestionIx> = askable
            .iter()
            .copied()
            .filter(|other| *other != question)
            .filter(|other| {
                std::mem::discriminant(&self.list.question(*other).kind)
                    == std::mem::discriminant(&kind)
            })
            .collect();
        if self.one_in(6)
            && let Some(other) = self.pick(&same)
        {
            return Condition::Answer {
                question,
                test: Test::SameAs(other),
            };
        }
        let mut ids: Vec<OptionId> = match &kind {
            Kind::YesNo { .. } => vec!["ja".into(), "nee".into()],
            Kind::Choice { options }
            | Kind::Judgement { options, .. }
            | Kind::Choices { options } => options.iter().map(|one| one.id.clone()).collect(),
            _ => vec![],
        };
        if nvt && !matches!(kind, Kind::Choices { .. }) {
            ids.push("nvt".into());
        }
        let test = match &kind {
            Kind::Scale { .. } | Kind::Number { .. } => Test::Compare(self.compare()),
            Kind::Date { .. } => {
                let day = [Day::Today(-7), Day::Today(0), Day::On(today())][self.below(3)];
                if self.one_in(2) {
                    Test::Before(day)
                } else {
                    Test::After(day)
                }
            }
            Kind::Choices { .. } => Test::Contains(self.some(ids)),
            _ => Test::Is(self.some(ids)),
        };
        Condition::Answer { question, test }
    }

    pub(super) fn some(&mut self, ids: Vec<OptionId>) -> Vec<OptionId> {
        let keep = self.below(ids.len());
        let two = self.one_in(3);
        ids.into_iter()
            .enumerate()
            .filter(|(at, _)| *at == keep || (two && *at + 1 == keep))
            .map(|(_, id)| id)
            .collect()
    }

    fn about_derived(&mut self, row: InRow<'_>) -> Condition {
        if self.list.derived.is_empty() {
            return self.about_answer(row);
        }
        let derived = DerivedIx(self.below(self.list.derived.len()));
        let levels: Vec<OptionId> = self
            .list
            .derived(derived)
            .levels
            .iter()
            .map(|level| level.id.clone())
            .collect();
        let test = if levels.is_empty() {
            Test::Compare(self.compare())
        } else {
            Test::Is(self.some(levels))
        };
        Condition::Derived { derived, test }
    }
}

fn within(row: InRow<'_>, list: QuestionIx) -> Vec<QuestionIx> {
    row.iter().copied().chain([list]).collect()
}
