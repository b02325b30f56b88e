//! Order: a condition about a question may only use what was asked before it.

use super::needs::points_at;
use super::{Checked, Thing};
use crate::problem::{Code, Place, Problem};
use crate::questionnaire::{Condition, DerivedIx, Kind, Question, QuestionIx};

pub(super) fn check(checked: &Checked<'_>) -> Vec<Problem> {
    let list = checked.list;
    let mut order = Order {
        checked,
        found: Vec::new(),
    };
    for part in &list.parts {
        if let (Some(when), Some(first)) = (&part.when, part.questions.first()) {
            order.condition(when, *first, None, &part.place, &["als"], "Dit onderdeel");
        }
    }
    for at in list.question_indexes() {
        let question = list.question(at);
        if checked.broken.contains(&*question.id.0) {
            continue;
        }
        order.question(at, question);
    }
    order.found
}

struct Order<'a> {
    checked: &'a Checked<'a>,
    found: Vec<Problem>,
}

impl Order<'_> {
    fn question(&mut self, at: QuestionIx, question: &Question) {
        let place = &question.place;
        if let Some(when) = &question.when {
            self.condition(when, at, question.parent, place, &["als"], "Deze vraag");
        }
        if let Some(advice) = question.advice {
            self.derived(advice, at, place, &["advies"], "Dit besluit");
        }
        if let Some(list) = points_at(&question.kind)
            && list >= at
        {
            self.late(list, None, place, &["rijen_van"], "Deze vraag");
        }
        match &question.kind {
            Kind::Judgement { rests_on, .. } => {
                for used in rests_on.iter().filter(|used| **used >= at) {
                    self.late(*used, None, place, &["steunt_op"], "Dit oordeel");
                }
            }
            Kind::Ranking { first, weighs, .. } => {
                if let Some((when, _)) = first {
                    self.condition(when, at, None, place, &["eerst"], "Deze rangorde");
                }
                let others = weighs.iter().filter_map(|weight| weight.also);
                for used in others.map(|also| also.question).filter(|used| *used >= at) {
                    self.late(used, None, place, &["weegt_op"], "Deze rangorde");
                }
            }
            _ => {}
        }
    }

    /// Reports what a condition needs that comes at or after question `at`.
    fn condition(
        &mut self,
        condition: &Condition,
        at: QuestionIx,
        parent: Option<QuestionIx>,
        place: &Place,
        keys: &[&str],
        what: &str,
    ) {
        for (thing, through) in self.checked.needs.condition(condition) {
            let Thing::Question(used) = thing else {
                continue;
            };
            // Within a row the list itself is not complete yet.
            if used >= at || Some(used) == parent {
                self.late(used, through, place, keys, what);
            }
        }
    }

    fn derived(
        &mut self,
        derived: DerivedIx,
        at: QuestionIx,
        place: &Place,
        keys: &[&str],
        what: &str,
    ) {
        for thing in self.checked.needs.derived(derived) {
            if let Thing::Question(used) = thing
                && *used >= at
            {
                self.late(*used, Some(derived), place, keys, what);
            }
        }
    }

    fn late(
        &mut self,
        used: QuestionIx,
        through: Option<DerivedIx>,
        place: &Place,
        keys: &[&str],
        what: &str,
    ) {
        let list = self.checked.list;
        let question = list.question(used);
        let id = &question.id;
        let named = match through {
            Some(derived) => list.derived(derived).id.as_str(),
            None => &*id.0,
        };
        let short = named.rsplit(['/', '.']).next().unwrap_or(named);
        let word = self.checked.locate.word(place, keys, &[named, short]);
        let (message, tip) = if question.place == *place {
            (
                format!("{what} gebruikt haar eigen antwoord."),
                "Gebruik een vraag die eerder komt.".to_owned(),
            )
        } else if let Some(derived) = through {
            (
                format!(
                    "{what} gebruikt `{}`, en die heeft `{id}` nodig: een vraag die dan nog niet is gesteld.",
                    list.derived(derived).id
                ),
                format!("Zet `{id}` eerder, of gebruik iets dat dan al bekend is."),
            )
        } else {
            (
                format!("{what} gebruikt `{id}`, en die vraag is dan nog niet gesteld."),
                format!("Zet `{id}` eerder, of gebruik een vraag die al is gesteld."),
            )
        };
        let mut problem = Problem::new(Code::UsedTooEarly, word, message, tip);
        if question.place != *place {
            problem = problem.and(question.place.clone(), "deze vraag komt later");
        }
        self.found.push(problem);
    }
}
