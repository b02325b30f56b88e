//! Whether what the author says of a list is so, for all answers: proved, or refuted with the smallest example there is.

mod influence;
mod lighter;

use std::collections::BTreeSet;

use chrono::NaiveDate;

use super::came::Came;
use super::day;
use super::example::Example;
use super::facts::behind;
use super::probe::Probe;
use super::scene::{lists, scenes};
use super::space::{Space, Steps};
use super::unknown::fewest;
use crate::answer::{Answers, Key, Value};
use crate::diagram::{Choice, Node};
use crate::questionnaire::check::{Needs, Thing};
use crate::questionnaire::{
    Claim, Condition, DerivedIx, OptionId, Property, QuestionIx, Questionnaire,
};

/// What came of a property.
#[derive(Debug)]
pub enum Verdict {
    /// It is so; with at most so many rows in lists that can have more.
    Proved(Option<usize>),
    /// It is not so.
    Refuted(Box<Counter>),
    /// It says nothing: what it speaks of never occurs.
    Empty,
    /// It rests on answers that cannot all be tried.
    Endless,
    /// Too much to look through.
    TooLarge,
}

impl Verdict {
    /// Whether this is what the author says of it. What the adapted list says need not be about the adaptation, and an
    /// exception there need not be one here.
    pub fn is_right(&self, property: &Property) -> bool {
        match self {
            Self::Proved(_) => property.holds || property.inherited,
            Self::Refuted(_) => !property.holds,
            Self::Empty => property.inherited,
            Self::Endless | Self::TooLarge => false,
        }
    }
}

/// Why it is not so.
#[derive(Debug)]
pub struct Counter {
    /// The day on which it is not so.
    pub day: NaiveDate,
    /// The other answers that it takes.
    pub example: Example,
    /// The answer that changes, from and to.
    pub change: Option<(Key, Option<Value>, Option<Value>)>,
    /// What comes out; after a change what came out before and after.
    pub came: Vec<Came>,
    /// The questions that are not as the property says.
    pub questions: Vec<QuestionIx>,
}

impl Counter {
    fn size(&self) -> usize {
        self.example.size()
    }
}

/// What one look at a list gives.
enum Seen {
    Holds,
    /// What it speaks of does not occur here.
    Nothing,
    Fails(Box<Counter>),
    Endless,
    TooLarge,
}

/// Looks whether a property holds, on each day that makes a difference.
pub fn judge(list: &Questionnaire, needs: &Needs, property: &Property) -> Verdict {
    let behind = all_behind(list, needs, &property.claim);
    let (scenes, bounded) = scenes(list, &lists(list, &behind));
    let judge = Judge {
        list,
        needs,
        claim: &property.claim,
    };
    let mut together = Together::default();
    // The newest numbers first: what is wrong with these matters most.
    for day in day::all(list) {
        for seen in judge.on(day, &scenes) {
            together.add(seen);
        }
        if together.counter.is_some() {
            break;
        }
    }
    together.verdict(bounded)
}

fn all_behind(list: &Questionnaire, needs: &Needs, claim: &Claim) -> BTreeSet<Thing> {
    let mut all = BTreeSet::new();
    if let Some(of) = claim.of() {
        all.extend(behind(list, needs, of));
    }
    for condition in claim.conditions() {
        all.extend(needs.all_behind(list, condition));
        for rule in &list.not_applicable {
            all.extend(needs.all_behind(list, &rule.when));
        }
    }
    all
}

#[derive(Default)]
struct Together {
    counter: Option<Box<Counter>>,
    holds: bool,
    endless: bool,
    too_large: bool,
}

impl Together {
    fn add(&mut self, seen: Seen) {
        match seen {
            Seen::Holds => self.holds = true,
            Seen::Nothing => {}
            Seen::Endless => self.endless = true,
            Seen::TooLarge => self.too_large = true,
            Seen::Fails(counter) => {
                let known = self.counter.as_ref().map(|known| known.size());
                if known.is_none_or(|known| counter.size() < known) {
                    self.counter = Some(counter);
                }
            }
        }
    }

    fn verdict(self, bounded: Option<usize>) -> Verdict {
        match self {
            Self {
                counter: Some(counter),
                ..
            } => Verdict::Refuted(counter),
            Self {
                too_large: true, ..
            } => Verdict::TooLarge,
            Self { endless: true, .. } => Verdict::Endless,
            Self { holds: false, .. } => Verdict::Empty,
            _ => Verdict::Proved(bounded),
        }
    }
}

struct Judge<'a> {
    list: &'a Questionnaire,
    needs: &'a Needs,
    claim: &'a Claim,
}

/// The levels of what is asked about a condition that must follow from another.
const RIGHT: &str = "goed";
const WRONG: &str = "fout";
const ELSEWHERE: &str = "elders";

impl Judge<'_> {
    fn on(&self, day: NaiveDate, scenes: &[Answers]) -> Vec<Seen> {
        match self.claim {
            Claim::NeverLighter {
                of,
                questions,
                reversed,
                except,
            } => self.each(day, scenes, *of, |space, node, scene| {
                let lighter = lighter::Lighter {
                    list: self.list,
                    of: *of,
                    questions,
                    reversed,
                    except,
                };
                lighter.look(space, node, day, scene)
            }),
            Claim::Always(when, then) => self.follows(day, scenes, when.as_ref(), then.clone()),
            Claim::Never(when, then) => {
                let not = Condition::Not(Box::new(then.clone()));
                self.follows(day, scenes, when.as_ref(), not)
            }
            Claim::Counts { of, questions } => {
                vec![self.counts(day, scenes, *of, questions)]
            }
            Claim::CountsNot { of, questions } => {
                self.each(day, scenes, *of, |space, node, scene| {
                    influence::none(self.list, space, node, day, scene, questions)
                })
            }
        }
    }

    fn each(
        &self,
        day: NaiveDate,
        scenes: &[Answers],
        of: DerivedIx,
        look: impl Fn(&mut Space, Node, &Answers) -> Seen,
    ) -> Vec<Seen> {
        let probe = Probe::new(self.list);
        let scenes = scenes.iter();
        scenes
            .map(|scene| {
                let mut space = probe.look(scene, day, [of]);
                match space.of.get(&of).copied() {
                    Some(node) => look(&mut space, node, scene),
                    None => Seen::TooLarge,
                }
            })
            .collect()
    }

    /// Whether the second condition holds wherever the first does.
    fn follows(
        &self,
        day: NaiveDate,
        scenes: &[Answers],
        when: Option<&Condition>,
        then: Condition,
    ) -> Vec<Seen> {
        let mut probe = Probe::new(self.list);
        let outside = when.map(|when| Condition::Not(Box::new(when.clone())));
        let rows = outside
            .map(|outside| (Some(outside), ELSEWHERE.to_owned()))
            .into_iter()
            .chain([(Some(then), RIGHT.to_owned()), (None, WRONG.to_owned())]);
        let asked = probe.first(None, rows);
        let scenes = scenes.iter();
        scenes
            .map(|scene| {
                let mut space = probe.look(scene, day, [asked]);
                let Some(node) = space.of.get(&asked).copied() else {
                    return Seen::TooLarge;
                };
                let [right, wrong] =
                    [RIGHT, WRONG].map(|level| space.id(Came::Level(OptionId::from(level))));
                let reached = space.reached(node);
                if reached.contains(&wrong) {
                    return fails(&space, node, wrong, day, scene);
                }
                if space.is_unclear(node) {
                    return Seen::Endless;
                }
                if reached.contains(&right) {
                    Seen::Holds
                } else {
                    Seen::Nothing
                }
            })
            .collect()
    }

    /// Whether each question makes a difference somewhere, with some rows.
    fn counts(
        &self,
        day: NaiveDate,
        scenes: &[Answers],
        of: DerivedIx,
        questions: &[QuestionIx],
    ) -> Seen {
        let mut left: BTreeSet<QuestionIx> = if questions.is_empty() {
            influence::named(self.list, self.needs, of)
        } else {
            questions.iter().copied().collect()
        };
        let mut unclear = false;
        let probe = Probe::new(self.list);
        for scene in scenes {
            let space = probe.look(scene, day, [of]);
            let Some(node) = space.of.get(&of).copied() else {
                return Seen::TooLarge;
            };
            unclear |= space.is_unclear(node);
            let matters = influence::matters(&space, node);
            left.retain(|at| !matters.contains(&self.list.question(*at).id));
        }
        if left.is_empty() {
            return Seen::Holds;
        }
        if unclear {
            return Seen::Endless;
        }
        Seen::Fails(Box::new(Counter {
            day,
            example: Example::default(),
            change: None,
            came: Vec::new(),
            questions: left.into_iter().collect(),
        }))
    }
}

/// The fewest answers after which this value comes out.
fn fails(space: &Space, node: Node, id: usize, day: NaiveDate, scene: &Answers) -> Seen {
    match fewest(&space.store, node, |one| one == id) {
        Some(steps) => Seen::Fails(Box::new(Counter {
            day,
            example: space.example(&steps, scene),
            change: None,
            came: Vec::new(),
            questions: Vec::new(),
        })),
        None => Seen::TooLarge,
    }
}

/// Two answers to the same question that do not come to what they should.
struct Step {
    /// The question.
    choice: Choice,
    /// The number of the answer before, and after.
    answers: [usize; 2],
    /// The diagram of what they come to.
    of: Node,
    /// The fewest other answers.
    steps: Steps,
}

impl Step {
    /// What it shows.
    fn counter(
        self,
        list: &Questionnaire,
        space: &mut Space,
        day: NaiveDate,
        scene: &Answers,
    ) -> Counter {
        let came = self.answers.map(|at| {
            let mut steps = self.steps.clone();
            steps.push((self.choice, at));
            space.came(self.of, &steps)
        });
        let answer = &space.answers[&self.choice];
        let [before, after] = self.answers.map(|at| answer.values[at].clone());
        Counter {
            day,
            example: space.example(&self.steps, scene),
            change: Some((answer.key.clone(), before, after)),
            came: came.to_vec(),
            questions: list.find(&answer.key.question.0).into_iter().collect(),
        }
    }
}

/// The one that takes fewest answers.
fn shortest(steps: Vec<Step>) -> Option<Step> {
    steps.into_iter().min_by_key(|step| step.steps.len())
}
