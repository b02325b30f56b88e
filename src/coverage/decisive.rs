//! The parts of a condition, each with when it decides the whole: turning that part alone over would turn the whole over.
//!
//! * An alternative of `een_van` decides where it is the only one that holds.
//! * A member of `alle` decides where it is the only one that fails.
//! * A member of `minstens … van` decides where it holds and just as many others hold as are still needed.
//!
//! Within a group in a group, all that stands around it must leave the decision to it. Within a condition on rows there
//! must be a row where the part decides, and that row must tip the count.

use crate::questionnaire::{Compare, Condition, Number, NumberRef, Op};

/// How a part decides.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Way {
    /// It is the only one that holds, and that is enough.
    Alone,
    /// It is the only one that fails.
    Lacking,
    /// Without it just too few would hold.
    JustEnough,
}

/// A part that must be seen to decide.
pub(super) struct Member<'a> {
    /// Where it stands in the condition: the branch taken at each group.
    pub(super) path: Vec<usize>,
    /// The part.
    pub(super) part: &'a Condition,
    /// How it decides.
    pub(super) way: Way,
    /// What must hold for it to decide.
    pub(super) goal: Condition,
    /// What the condition is then.
    holds: bool,
}

/// The number that a reference stands for.
type NumberOf<'n> = &'n dyn Fn(NumberRef) -> Number;

/// All parts of a condition that can decide it, wherever they stand in it.
pub(super) fn members<'a>(condition: &'a Condition, number: NumberOf<'_>) -> Vec<Member<'a>> {
    match condition {
        Condition::Any(of) => group(of, number, |at| {
            let others = except(of, at);
            (Way::Alone, Condition::Not(Box::new(Condition::Any(others))))
        }),
        Condition::All(of) => group(of, number, |at| {
            (Way::Lacking, Condition::All(except(of, at)))
        }),
        Condition::AtLeast(least, of) => group(of, number, |at| {
            let needed = number(*least) - Number::ONE;
            (Way::JustEnough, exactly(needed, except(of, at)))
        }),
        Condition::Not(inner) => {
            let mut found = within(inner, 0, number);
            found.iter_mut().for_each(|one| one.holds = !one.holds);
            found
        }
        Condition::May(inner) | Condition::Sure(inner) => within(inner, 0, number),
        Condition::Rows {
            list,
            holds: Some(holds),
            compare,
        } => {
            let rows = |holds: Condition, op: Op, count: Number| Condition::Rows {
                list: *list,
                holds: Some(Box::new(holds)),
                compare: Compare {
                    op,
                    to: NumberRef::Literal(count),
                },
            };
            let mut found = within(holds, 0, number);
            for one in &mut found {
                let inside = one.holds;
                let (edge, same) = edge(*compare, inside, number);
                let goal = std::mem::replace(&mut one.goal, Condition::Always(true));
                one.goal = Condition::All(vec![
                    rows((**holds).clone(), Op::Equal, edge),
                    rows(goal, Op::AtLeast, Number::ONE),
                ]);
                one.holds = inside == same;
            }
            found
        }
        Condition::EveryRow { list, holds } => {
            let rows = |holds: Condition, op: Op, count: Number| Condition::Rows {
                list: *list,
                holds: Some(Box::new(holds)),
                compare: Compare {
                    op,
                    to: NumberRef::Literal(count),
                },
            };
            let mut found = within(holds, 0, number);
            for one in &mut found {
                let goal = std::mem::replace(&mut one.goal, Condition::Always(true));
                let fails = Condition::Not(holds.clone());
                let failing = if one.holds { Number::ZERO } else { Number::ONE };
                one.goal = Condition::All(vec![
                    rows(fails, Op::Equal, failing),
                    rows(goal, Op::AtLeast, Number::ONE),
                ]);
            }
            found
        }
        Condition::Always(_)
        | Condition::Answer { .. }
        | Condition::Derived { .. }
        | Condition::Named { .. }
        | Condition::Rows { holds: None, .. } => Vec::new(),
    }
}

/// The members of a group and their parts. `around` says how a member decides, and what must hold of the others.
fn group<'a>(
    of: &'a [Condition],
    number: NumberOf<'_>,
    around: impl Fn(usize) -> (Way, Condition),
) -> Vec<Member<'a>> {
    let mut found = Vec::new();
    for (at, part) in of.iter().enumerate() {
        let (way, others) = around(at);
        let holds = way != Way::Lacking;
        if of.len() > 1 && !matches!(part, Condition::Always(_)) {
            let own = if holds {
                part.clone()
            } else {
                Condition::Not(Box::new(part.clone()))
            };
            found.push(Member {
                path: vec![at],
                part,
                way,
                goal: Condition::All(vec![own, others.clone()]),
                holds,
            });
        }
        for mut deeper in within(part, at, number) {
            deeper.goal = Condition::All(vec![deeper.goal, others.clone()]);
            found.push(deeper);
        }
    }
    found
}

fn within<'a>(part: &'a Condition, at: usize, number: NumberOf<'_>) -> Vec<Member<'a>> {
    let mut found = members(part, number);
    for one in &mut found {
        one.path.insert(0, at);
    }
    found
}

fn except(of: &[Condition], at: usize) -> Vec<Condition> {
    let others = of.iter().enumerate().filter(|(other, _)| *other != at);
    others.map(|(_, one)| one.clone()).collect()
}

/// Exactly so many of these hold.
fn exactly(count: Number, of: Vec<Condition>) -> Condition {
    let least = |count| Condition::AtLeast(NumberRef::Literal(count), of.clone());
    Condition::All(vec![
        least(count),
        Condition::Not(Box::new(least(count + Number::ONE))),
    ])
}

/// How many rows must hold for one of them to tip the comparison, given whether it holds itself; and whether the
/// comparison then is what that row is.
fn edge(compare: Compare, holds: bool, number: NumberOf<'_>) -> (Number, bool) {
    let to = number(compare.to);
    let below = to - Number::ONE;
    let above = to + Number::ONE;
    match (compare.op, holds) {
        (Op::AtLeast | Op::Equal, true) => (to, true),
        (Op::AtLeast | Op::Equal, false) => (below, true),
        (Op::MoreThan, true) => (above, true),
        (Op::MoreThan, false) => (to, true),
        (Op::AtMost, true) => (above, false),
        (Op::AtMost, false) => (to, false),
        (Op::LessThan, true) => (to, false),
        (Op::LessThan, false) => (below, false),
    }
}
