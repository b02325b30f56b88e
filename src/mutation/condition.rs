//! The small changes to a condition: each way to write it a little otherwise.

use super::mutant::Change;
use crate::proof;
use crate::questionnaire::Input;
use crate::questionnaire::{Compare, Condition, Day, Number, NumberRef, Op, Questionnaire, Test};

/// Every small change of the whole: it always holds, it never holds, or something in it is otherwise.
pub(super) fn whole(list: &Questionnaire, condition: &Condition) -> Vec<(Change, Condition)> {
    if matches!(condition, Condition::Always(_)) {
        return Vec::new();
    }
    let mut found = vec![
        (Change::Always(condition.clone()), Condition::Always(true)),
        (Change::Never(condition.clone()), Condition::Always(false)),
    ];
    found.extend(within(list, condition, Some(true)));
    found
}

/// Every small change somewhere in it. `helps` says whether what stands here helps the whole to hold, or to fail; nothing
/// where it may do both.
fn within(
    list: &Questionnaire,
    condition: &Condition,
    helps: Option<bool>,
) -> Vec<(Change, Condition)> {
    // A question is asked where its condition may hold. So `kan` says nothing there, nor does `zeker` in what must fail.
    let idle = match condition {
        Condition::May(_) => helps == Some(true),
        Condition::Sure(_) => helps == Some(false),
        _ => false,
    };
    let own = if idle {
        Vec::new()
    } else {
        own(list, condition)
    };
    let mut found: Vec<(Change, Condition)> = own
        .into_iter()
        .map(|to| {
            let from = condition.clone();
            let change = Change::Instead {
                from,
                to: to.clone(),
            };
            (change, to)
        })
        .collect();
    let group = |all: Vec<Condition>| match condition {
        Condition::All(_) => Condition::All(all),
        Condition::AtLeast(least, _) => Condition::AtLeast(*least, all),
        _ => Condition::Any(all),
    };
    match condition {
        Condition::All(of) | Condition::Any(of) | Condition::AtLeast(_, of) => {
            for (at, part) in of.iter().enumerate() {
                if of.len() > 1 && !matches!(part, Condition::Always(_)) {
                    let mut others = of.clone();
                    others.remove(at);
                    let change = Change::Dropped {
                        part: part.clone(),
                        from: condition.clone(),
                    };
                    found.push((change, group(others)));
                }
                for (change, other) in within(list, part, helps) {
                    let mut all = of.clone();
                    all[at] = other;
                    found.push((change, group(all)));
                }
            }
        }
        Condition::Not(inner) => deeper(
            list,
            inner,
            helps.map(|helps| !helps),
            &mut found,
            Condition::Not,
        ),
        Condition::May(inner) => deeper(list, inner, helps, &mut found, Condition::May),
        Condition::Sure(inner) => deeper(list, inner, helps, &mut found, Condition::Sure),
        Condition::Rows {
            list: rows,
            holds: Some(inner),
            compare,
        } => deeper(list, inner, None, &mut found, |holds| Condition::Rows {
            list: *rows,
            holds: Some(holds),
            compare: *compare,
        }),
        Condition::EveryRow { list: rows, holds } => {
            deeper(list, holds, None, &mut found, |holds| Condition::EveryRow {
                list: *rows,
                holds,
            });
        }
        Condition::Named {
            by,
            list: rows,
            holds,
        } => {
            deeper(list, holds, None, &mut found, |holds| Condition::Named {
                by: *by,
                list: *rows,
                holds,
            });
        }
        Condition::Always(_)
        | Condition::Answer { .. }
        | Condition::Derived { .. }
        | Condition::Rows { holds: None, .. } => {}
    }
    found
}

fn deeper(
    list: &Questionnaire,
    inner: &Condition,
    helps: Option<bool>,
    found: &mut Vec<(Change, Condition)>,
    around: impl Fn(Box<Condition>) -> Condition,
) {
    for (change, other) in within(list, inner, helps) {
        found.push((change, around(Box::new(other))));
    }
}

/// What can stand in the place of this condition itself.
fn own(list: &Questionnaire, condition: &Condition) -> Vec<Condition> {
    let turned = || Condition::Not(Box::new(condition.clone()));
    match condition {
        Condition::Always(_) => Vec::new(),
        Condition::Answer { question, test } => {
            let step = proof::step(list, &Input::Question(*question));
            let tests = tests(test, step).into_iter();
            let others = tests.map(|test| Condition::Answer {
                question: *question,
                test,
            });
            std::iter::once(turned()).chain(others).collect()
        }
        Condition::Derived { derived, test } => {
            let step = proof::step(list, &Input::Derived(*derived));
            let tests = tests(test, step).into_iter();
            let others = tests.map(|test| Condition::Derived {
                derived: *derived,
                test,
            });
            std::iter::once(turned()).chain(others).collect()
        }
        Condition::All(of) if of.len() > 1 => vec![Condition::Any(of.clone())],
        Condition::Any(of) if of.len() > 1 => vec![Condition::All(of.clone())],
        // What can be otherwise about a row that is named, is what must hold of it.
        Condition::All(_) | Condition::Any(_) | Condition::Not(_) | Condition::Named { .. } => {
            Vec::new()
        }
        Condition::AtLeast(least, of) => {
            let NumberRef::Literal(least) = least else {
                return Vec::new();
            };
            [*least - Number::ONE, *least + Number::ONE]
                .into_iter()
                .filter(|other| *other >= Number::ONE && *other <= Number::count(of.len()))
                .map(|other| Condition::AtLeast(NumberRef::Literal(other), of.clone()))
                .collect()
        }
        Condition::Rows {
            list: rows,
            holds,
            compare,
        } => {
            let some = compare.op == Op::AtLeast && compare.to == NumberRef::Literal(Number::ONE);
            if let (true, Some(holds)) = (some, holds) {
                return vec![
                    turned(),
                    Condition::EveryRow {
                        list: *rows,
                        holds: holds.clone(),
                    },
                ];
            }
            let compares = compares(*compare, Number::ONE).into_iter();
            // At least none is always so.
            let none = Compare {
                op: Op::AtLeast,
                to: NumberRef::Literal(Number::ZERO),
            };
            compares
                .filter(|compare| *compare != none)
                .map(|compare| Condition::Rows {
                    list: *rows,
                    holds: holds.clone(),
                    compare,
                })
                .chain([turned()])
                .collect()
        }
        Condition::EveryRow { list, holds } => vec![
            turned(),
            Condition::Rows {
                list: *list,
                holds: Some(holds.clone()),
                compare: Compare {
                    op: Op::AtLeast,
                    to: NumberRef::Literal(Number::ONE),
                },
            },
        ],
        Condition::May(inner) | Condition::Sure(inner) => vec![(**inner).clone()],
    }
}

fn tests(test: &Test, step: Number) -> Vec<Test> {
    let without = |ids: &[crate::questionnaire::OptionId]| -> Vec<Vec<_>> {
        if ids.len() < 2 {
            return Vec::new();
        }
        (0..ids.len())
            .map(|at| {
                let mut fewer = ids.to_vec();
                fewer.remove(at);
                fewer
            })
            .collect()
    };
    let days = |day: &Day| -> [Day; 2] {
        match day {
            Day::Today(days) => [Day::Today(days - 1), Day::Today(days + 1)],
            Day::On(date) => [
                Day::On(date.pred_opt().unwrap_or(*date)),
                Day::On(date.succ_opt().unwrap_or(*date)),
            ],
        }
    };
    match test {
        Test::Is(ids) => without(ids).into_iter().map(Test::Is).collect(),
        Test::Contains(ids) => without(ids).into_iter().map(Test::Contains).collect(),
        Test::Compare(compare) => {
            let others = compares(*compare, step).into_iter();
            others.map(Test::Compare).collect()
        }
        Test::Before(day) => days(day).map(Test::Before).to_vec(),
        Test::After(day) => days(day).map(Test::After).to_vec(),
        Test::SameAs(_) | Test::Names(_) => Vec::new(),
    }
}

/// A cut-off one step up and down; of a number with a name, which is changed in its own place, the other side of it.
fn compares(compare: Compare, step: Number) -> Vec<Compare> {
    match compare.to {
        NumberRef::Literal(to) => {
            let step = fine(to, step);
            let at = |to| Compare {
                op: compare.op,
                to: NumberRef::Literal(to),
            };
            vec![at(to - step), at(to + step)]
        }
        NumberRef::Named(_) => {
            let op = match compare.op {
                Op::AtLeast => Op::MoreThan,
                Op::MoreThan => Op::AtLeast,
                Op::AtMost => Op::LessThan,
                Op::LessThan => Op::AtMost,
                Op::Equal => return Vec::new(),
            };
            vec![Compare { op, to: compare.to }]
        }
    }
}

/// The step by which a number is changed: that of what it is compared with, else that of its own decimals.
pub(super) fn fine(number: Number, step: Number) -> Number {
    if step > Number::FINEST {
        return step;
    }
    let mut fine = Number::ONE;
    while !number.is_multiple_of(fine) && fine > Number::FINEST {
        fine = fine.over(Number::whole(10)).unwrap_or(Number::FINEST);
    }
    fine
}
