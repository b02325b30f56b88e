//! Puts derived values after what they need, and finds circles. Through questions too: what a value needs includes the
//! conditions of the questions it uses.

use std::collections::{BTreeMap, BTreeSet};

use super::Context;
use crate::problem::{Code, Problem};
use crate::questionnaire::{Condition, Derived, Formula, Input, Kind, Part, Question, Term};

/// A question or derived value, by its place in the model.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Thing {
    Question(usize),
    Derived(usize),
}

type Needs = BTreeMap<Thing, BTreeSet<Thing>>;

/// Re-orders the derived values, stably: each after what it needs.
pub(super) fn settle(context: &mut Context<'_>) {
    // A first lowering, only to see what needs what; its faults are found again by the second.
    let before = context.faults.count();
    let mut broken = BTreeSet::new();
    let parts = context.lower_parts();
    let questions = context.lower_questions(&mut broken);
    let derived = context.lower_derived(&mut broken);
    context.faults.forget_after(before);
    let needs = needs(&parts, &questions, &derived);
    let mut walk = Walk {
        needs: &needs,
        done: BTreeSet::new(),
        path: Vec::new(),
        order: Vec::new(),
        circles: Vec::new(),
    };
    for at in 0..context.derived.len() {
        walk.visit(Thing::Derived(at));
    }
    for at in 0..questions.len() {
        walk.visit(Thing::Question(at));
    }
    let (order, circles) = (walk.order, walk.circles);
    report(context, circles, &parts, &questions);
    let mut old: Vec<Option<_>> = std::mem::take(&mut context.derived)
        .into_iter()
        .map(Some)
        .collect();
    for at in order {
        context.derived.extend(old[at].take());
    }
    for (at, entry) in context.derived.iter().enumerate() {
        context.derived_ids.insert(entry.id.clone(), at);
    }
}

struct Walk<'n> {
    needs: &'n Needs,
    done: BTreeSet<Thing>,
    path: Vec<Thing>,
    order: Vec<usize>,
    circles: Vec<Vec<Thing>>,
}

impl Walk<'_> {
    fn visit(&mut self, thing: Thing) {
        if self.done.contains(&thing) {
            return;
        }
        if let Some(start) = self.path.iter().position(|on| *on == thing) {
            self.circles.push(self.path[start..].to_vec());
            return;
        }
        self.path.push(thing);
        for &needed in self.needs.get(&thing).into_iter().flatten() {
            self.visit(needed);
        }
        self.path.pop();
        self.done.insert(thing);
        if let Thing::Derived(at) = thing {
            self.order.push(at);
        }
    }
}

/// One fault a circle, with all ids, starting at a derived value where there is one.
fn report(context: &Context<'_>, circles: Vec<Vec<Thing>>, parts: &[Part], questions: &[Question]) {
    for circle in circles {
        let derived = |thing: &Thing| matches!(thing, Thing::Derived(_));
        let start = circle.iter().position(derived).unwrap_or(0);
        let round: Vec<Thing> = circle[start..]
            .iter()
            .chain(&circle[..=start])
            .copied()
            .collect();
        let name = |thing: &Thing| match thing {
            Thing::Question(at) => (&context.questions[*at].id, context.questions[*at].at),
            Thing::Derived(at) => (&context.derived[*at].id, context.derived[*at].at),
        };
        let ids: Vec<&str> = round.iter().map(|thing| name(thing).0.as_str()).collect();
        let mut problem = Problem::new(
            Code::Circle,
            name(&round[0]).1.place.clone(),
            format!("Dit hangt van zichzelf af: `{}`.", ids.join("` → `")),
            "Haal één van deze verwijzingen weg.",
        );
        for thing in &round[1..round.len() - 1] {
            problem = problem.and(name(thing).1.place.clone(), "hoort bij de kring");
        }
        // The condition of a part is one of each of its questions, and stands elsewhere.
        let questions = round.iter().filter_map(|thing| match thing {
            Thing::Question(at) => Some(questions[*at].part),
            Thing::Derived(_) => None,
        });
        let parts_of: BTreeSet<usize> = questions.collect();
        for part in parts_of {
            let part = &parts[part];
            let mut used = BTreeSet::new();
            if let Some(when) = &part.when {
                condition(when, &mut used);
            }
            if round.iter().any(|thing| used.contains(thing)) {
                problem = problem.and(
                    part.place.clone(),
                    "dit onderdeel heeft een `als`, en die geldt voor al zijn vragen",
                );
            }
        }
        context.faults.add(problem);
    }
}

fn needs(parts: &[Part], questions: &[Question], derived: &[Derived]) -> Needs {
    let mut all = Needs::new();
    for (at, question) in questions.iter().enumerate() {
        let mut found = BTreeSet::new();
        if let Some(when) = &question.when {
            condition(when, &mut found);
        }
        match question.parent {
            Some(list) => {
                found.insert(Thing::Question(list.0));
            }
            None => {
                if let Some(when) = &parts[question.part].when {
                    condition(when, &mut found);
                }
            }
        }
        if let Kind::Ranking {
            list,
            first: Some((when, _)),
            ..
        } = &question.kind
        {
            found.insert(Thing::Question(list.0));
            condition(when, &mut found);
        }
        all.insert(Thing::Question(at), found);
    }
    for (at, value) in derived.iter().enumerate() {
        let mut found = BTreeSet::new();
        if let Some(when) = &value.when {
            condition(when, &mut found);
        }
        formula(&value.formula, &mut found);
        all.insert(Thing::Derived(at), found);
    }
    all
}

fn condition(of: &Condition, found: &mut BTreeSet<Thing>) {
    match of {
        Condition::Always(_) => {}
        Condition::Answer { question, test } => {
            found.insert(Thing::Question(question.0));
            if let Some(other) = test.other() {
                found.insert(Thing::Question(other.0));
            }
        }
        Condition::Derived { derived, .. } => {
            found.insert(Thing::Derived(derived.0));
        }
        Condition::All(all) | Condition::Any(all) | Condition::AtLeast(_, all) => {
            all.iter().for_each(|one| condition(one, found));
        }
        Condition::Not(one) | Condition::May(one) | Condition::Sure(one) => condition(one, found),
        Condition::Rows { list, holds, .. } => {
            found.insert(Thing::Question(list.0));
            if let Some(one) = holds {
                condition(one, found);
            }
        }
        Condition::EveryRow { list, holds } => {
            found.insert(Thing::Question(list.0));
            condition(holds, found);
        }
        Condition::Named { by, list, holds } => {
            found.extend([Thing::Question(by.0), Thing::Question(list.0)]);
            condition(holds, found);
        }
    }
}

fn input(of: &Input, found: &mut BTreeSet<Thing>) {
    match of {
        Input::Question(at) | Input::Rows(at) => {
            found.insert(Thing::Question(at.0));
        }
        Input::Derived(at) => {
            found.insert(Thing::Derived(at.0));
        }
        Input::Number(_) => {}
    }
}

fn formula(of: &Formula, found: &mut BTreeSet<Thing>) {
    match of {
        Formula::Sum(terms) => {
            for term in terms {
                match term {
                    Term::Times(of, _) => input(of, found),
                    Term::Points(when, _) => condition(when, found),
                    Term::RowPoints(list, when, _) => {
                        found.insert(Thing::Question(list.0));
                        condition(when, found);
                    }
                }
            }
        }
        Formula::Count(all) => all.iter().for_each(|one| condition(one, found)),
        Formula::CountRows { list, holds } => {
            found.insert(Thing::Question(list.0));
            if let Some(one) = holds {
                condition(one, found);
            }
        }
        Formula::Highest(all) | Formula::Lowest(all) => {
            all.iter().for_each(|one| input(one, found))
        }
        Formula::Ratio(top, bottom) => {
            input(top, found);
            input(bottom, found);
        }
        Formula::Bands { of, .. } => input(of, found),
        Formula::Table(rows) | Formula::Rules(rows) => {
            for row in rows {
                if let Some(when) = &row.when {
                    condition(when, found);
                }
            }
        }
    }
}
