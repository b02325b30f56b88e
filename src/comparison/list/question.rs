//! Questions of two lists side by side.

use super::{Aspects, Item, ItemChange, Sides, What, each, moved};
use crate::questionnaire::{Choice, Question, QuestionIx, Questionnaire};
use crate::words::{Words, figure};

impl Sides<'_> {
    pub(super) fn questions(&self, items: &mut Vec<ItemChange>) {
        let (then, now) = (ids(self.then), ids(self.now));
        let moved = moved(&then, &now);
        each(&then, &now, Item::Question, items, |id| {
            let (before, after) = (self.then.find(id)?, self.now.find(id)?);
            let mut aspects = Aspects::default();
            self.question(before, after, &mut aspects);
            // A question that only moved along with its part did not move itself.
            let part = |list: &Questionnaire, at: QuestionIx| {
                list.parts[list.question(at).part].title.nl.clone()
            };
            let part_id = |list: &Questionnaire, at: QuestionIx| {
                list.parts[list.question(at).part].id.clone()
            };
            let other_part = part_id(self.then, before) != part_id(self.now, after);
            if other_part || (moved.contains(id) && self.moved_within(before, after)) {
                aspects.moved(part(self.then, before), part(self.now, after));
            }
            Some(aspects)
        });
    }

    /// Whether the questions before it in its part are others, of those that both lists have there.
    fn moved_within(&self, before: QuestionIx, after: QuestionIx) -> bool {
        let ahead = |list: &Questionnaire, other: &Questionnaire, at: QuestionIx| -> Vec<String> {
            let part = &list.parts[list.question(at).part];
            list.question_indexes()
                .take_while(|one| *one != at)
                .filter(|one| list.parts[list.question(*one).part].id == part.id)
                .map(|one| list.question(one).id.to_string())
                .filter(|id| {
                    other
                        .find(id)
                        .is_some_and(|one| other.parts[other.question(one).part].id == part.id)
                })
                .collect()
        };
        let mut one = ahead(self.then, self.now, before);
        let mut two = ahead(self.now, self.then, after);
        one.sort();
        two.sort();
        one != two
    }

    fn question(&self, before: QuestionIx, after: QuestionIx, aspects: &mut Aspects) {
        let (then, now) = (self.then.question(before), self.now.question(after));
        aspects.text(What::Text, Some(&then.text), Some(&now.text));
        for (then, now) in [
            (&then.help, &now.help),
            (&then.why, &now.why),
            (&then.example, &now.example),
        ] {
            aspects.text(What::Help, then.as_ref(), now.as_ref());
        }
        aspects.add(
            What::Kind,
            kind(&self.words_then, then, before),
            kind(&self.words_now, now, after),
        );
        options(then.options(), now.options(), aspects);
        let when = |words: &Words<'_>, question: &Question| {
            let when = question.when.as_ref();
            when.map_or_else(String::new, |when| words.condition(when))
        };
        aspects.add(
            What::When,
            when(&self.words_then, then),
            when(&self.words_now, now),
        );
        let role = |question: &Question| {
            let role = question.role;
            role.map_or_else(String::new, |role| role.name().to_owned())
        };
        aspects.add(What::Role, role(then), role(now));
        aspects.add(What::Source, then.source.clone(), now.source.clone());
    }
}

fn ids(list: &Questionnaire) -> Vec<String> {
    let questions = list.questions.iter();
    questions.map(|question| question.id.to_string()).collect()
}

/// What answer it takes, with all that holds for it.
fn kind(words: &Words<'_>, question: &Question, at: QuestionIx) -> String {
    let mut all = vec![words.kind(question)];
    all.extend(words.traits(at));
    let rests_on = words.rests_on(question);
    if !rests_on.is_empty() {
        all.push(rests_on.join(", "));
    }
    all.join("; ")
}

/// Options, or levels: each by its id.
pub(super) fn options(then: &[Choice], now: &[Choice], aspects: &mut Aspects) {
    let text = |of: &Choice| of.text.nl.clone();
    let role = |of: &Choice| {
        of.role
            .map_or_else(String::new, |role| role.name().to_owned())
    };
    for one in now {
        let id = Some(&one.id);
        match then.iter().find(|other| other.id == one.id) {
            None => aspects.add_of(id, What::OptionNew, String::new(), text(one)),
            Some(before) => {
                let (was, is) = (Some(&before.text), Some(&one.text));
                aspects.text_of(id, What::OptionText, was, is);
                aspects.text_of(id, What::Help, before.help.as_ref(), one.help.as_ref());
                aspects.add_of(id, What::Weight, weight(before), weight(one));
                aspects.add_of(id, What::Role, role(before), role(one));
            }
        }
    }
    for one in then {
        if !now.iter().any(|other| other.id == one.id) {
            aspects.add_of(Some(&one.id), What::OptionGone, text(one), String::new());
        }
    }
    let order = |of: &[Choice], other: &[Choice]| -> Vec<String> {
        of.iter()
            .filter(|one| other.iter().any(|also| also.id == one.id))
            .map(|one| one.id.to_string())
            .collect()
    };
    aspects.add(
        What::OptionOrder,
        order(then, now).join(", "),
        order(now, then).join(", "),
    );
}

/// What an option counts for.
fn weight(of: &Choice) -> String {
    of.points.map_or_else(String::new, figure)
}
