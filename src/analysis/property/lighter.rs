//! Never lighter: whether an answer that means more danger ever makes a value lighter.

use chrono::NaiveDate;

use super::{Seen, Step, shortest};
use crate::analysis::came::Weight;
use crate::analysis::space::{Id, Space};
use crate::analysis::unknown::fewest;
use crate::answer::{Answers, Value};
use crate::diagram::{Choice, Node};
use crate::questionnaire::{DerivedIx, Kind, Number, Question, QuestionIx, Questionnaire};

pub(super) struct Lighter<'a> {
    pub list: &'a Questionnaire,
    pub of: DerivedIx,
    pub questions: &'a [QuestionIx],
    pub reversed: &'a [QuestionIx],
    pub except: &'a [QuestionIx],
}

impl Lighter<'_> {
    pub fn look(&self, space: &mut Space, node: Node, day: NaiveDate, scene: &Answers) -> Seen {
        let mut compared = false;
        let mut endless = false;
        let mut too_large = false;
        let mut wrong = Vec::new();
        for choice in space.store.choices(node) {
            let Some(at) = self.list.find(&space.answers[&choice].key.question.0) else {
                continue;
            };
            if !self.is_compared(at) {
                continue;
            }
            for answers in self.pairs(space, choice, at) {
                compared = true;
                let both = self.both(space, node, choice, answers);
                let reached = space.reached(both);
                endless |= reached.contains(&UNCLEAR);
                if !reached.iter().any(|id| is_wrong(*id)) {
                    continue;
                }
                match fewest(&space.store, both, is_wrong) {
                    None => too_large = true,
                    Some(steps) => wrong.push(Step {
                        choice,
                        answers,
                        of: node,
                        steps,
                    }),
                }
            }
        }
        match shortest(wrong) {
            Some(step) => Seen::Fails(Box::new(step.counter(self.list, space, day, scene))),
            None if too_large => Seen::TooLarge,
            None if endless || (!compared && space.is_unclear(node)) => Seen::Endless,
            None if compared => Seen::Holds,
            None => Seen::Nothing,
        }
    }

    fn is_compared(&self, at: QuestionIx) -> bool {
        let named = self.questions.is_empty() || self.questions.contains(&at);
        named && !self.except.contains(&at)
    }

    /// Every two neighbouring answers, the lighter first. *N.v.t.* means neither more nor less danger; nor does a day, a
    /// text or a person.
    fn pairs(&self, space: &Space, choice: Choice, at: QuestionIx) -> Vec<[usize; 2]> {
        let question = self.list.question(at);
        let values = &space.answers[&choice].values;
        let placed = values.iter().enumerate();
        let placed = placed.filter_map(|(at, value)| Some((at, value.as_ref()?)));
        let mut pairs = Vec::new();
        if let Kind::Choices { .. } = question.kind {
            let sets: Vec<_> = placed
                .filter_map(|(at, value)| match value {
                    Value::Choices(ids) => Some((at, ids)),
                    _ => None,
                })
                .collect();
            for (light, fewer) in &sets {
                for (heavy, more) in &sets {
                    let one_more = more.len() == fewer.len() + 1;
                    if one_more && fewer.iter().all(|id| more.contains(id)) {
                        pairs.push([*light, *heavy]);
                    }
                }
            }
        } else {
            let mut ranked: Vec<_> = placed
                .filter_map(|(at, value)| Some((rank(question, value)?, at)))
                .collect();
            ranked.sort_unstable();
            pairs.extend(ranked.windows(2).map(|pair| [pair[0].1, pair[1].1]));
        }
        if self.reversed.contains(&at) {
            pairs.iter_mut().for_each(|pair| pair.reverse());
        }
        pairs
    }

    /// Whether the heavier answer comes to something lighter, whatever the others are; and if so which two.
    fn both(&self, space: &mut Space, node: Node, choice: Choice, answers: [usize; 2]) -> Node {
        let levels = &self.list.derived(self.of).levels;
        let values = space.values.iter();
        let weights: Vec<Option<Weight>> = values.map(|came| came.weight(levels)).collect();
        let [light, heavy] = answers.map(|at| space.after(node, &vec![(choice, at)]));
        let total = weights.len();
        space.store.zip(light, heavy, |before, after| {
            match (weights[*before], weights[*after]) {
                (Some(light), Some(heavy)) if heavy < light => before * total + after,
                (Some(_), Some(_)) => RIGHT,
                _ => UNCLEAR,
            }
        })
    }
}

/// What two answers come to, where it is not wrong; no pair of values has these numbers.
const RIGHT: Id = Id::MAX;
const UNCLEAR: Id = Id::MAX - 1;

fn is_wrong(id: Id) -> bool {
    id != RIGHT && id != UNCLEAR
}

/// How much danger an answer means, among the answers to its question.
fn rank(question: &Question, value: &Value) -> Option<Rank> {
    match value {
        Value::No => Some(Rank::Place(0)),
        Value::Yes => Some(Rank::Place(1)),
        Value::Choice(id) => {
            let mut options = question.options().iter();
            options.position(|option| option.id == *id).map(Rank::Place)
        }
        Value::Number(number) => Some(Rank::Number(*number)),
        _ => None,
    }
}

#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Rank {
    Place(usize),
    Number(Number),
}
