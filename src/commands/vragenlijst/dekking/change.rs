//! Small changes in words.

use crate::mutation::{Change, Mutant, Weighed};
use crate::questionnaire::{Input, Policy, Questionnaire};
use crate::text::nl;
use crate::words::{Words, figure};

/// The end of "geen geval merkt het als …".
pub(super) fn words(list: &Questionnaire, mutant: &Mutant) -> String {
    let text = &nl().mutation;
    let words = Words::new(list);
    let of = if mutant.of.is_empty() {
        text.of_not_applicable()
    } else {
        text.of_id(&mutant.of)
    };
    match &mutant.change {
        Change::Always(condition) => text.always(of, words.condition(condition)),
        Change::Never(condition) => text.never(of, words.condition(condition)),
        Change::Instead { from, to } => {
            text.instead(of, words.condition(to), words.condition(from))
        }
        Change::Dropped { part, from } => {
            text.dropped(of, words.condition(part), words.condition(from))
        }
        Change::Number { from, to } => text.number(of, figure(*to), figure(*from)),
        Change::Edge { from, to } => text.edge(of, figure(*to), figure(*from)),
        Change::Weight { what, from, to } => {
            let (from, to) = (figure(*from), figure(*to));
            match what {
                Weighed::Input(what) => text.weight_input(of, input(list, *what), to, from),
                Weighed::Condition(condition) => {
                    text.weight_condition(of, to, words.condition(condition), from)
                }
                Weighed::Option(option) => text.weight_option(of, option, to, from),
            }
        }
        Change::InputDropped(what) => text.dropped_input(of, input(list, *what)),
        Change::Extreme => text.extreme(of),
        Change::Inverted => text.inverted(of),
        Change::Level { from, to } => text.level(of, to, from),
        Change::Swapped(first, second) => text.swapped(of, first, second),
        Change::Places { from, to } => text.places(of, to, from),
        Change::WeightDropped(at) => text.weight_dropped(of, &list.question(*at).id),
        Change::OthersDropped(at) => text.others_dropped(of, &list.question(*at).id),
        Change::Length { from, to } => text.length(of, figure(*to), figure(*from)),
        Change::Unit { from, to } => text.unit(of, to.name(), from.name()),
        Change::Moves(true) => text.moves(of),
        Change::Moves(false) => text.moves_not(of),
        Change::NotHeard(at) => text.not_heard(of, &list.question(*at).id),
        Change::Setting { from, to } => text.setting(of, to, from),
        Change::Policy { from, to } => text.policy(of, policy(*to), policy(*from)),
    }
}

fn input(list: &Questionnaire, input: Input) -> String {
    match input {
        Input::Question(at) => list.question(at).id.to_string(),
        Input::Rows(at) => nl().mutation.rows_of(&list.question(at).id),
        Input::Derived(at) => list.derived(at).id.clone(),
        Input::Number(number) => Words::new(list).number(number),
    }
}

fn policy(policy: Policy) -> String {
    let text = &nl().mutation;
    match policy {
        Policy::Withhold => text.withhold(),
        Policy::AsNo => text.as_no(),
        Policy::AsYes => text.as_yes(),
        Policy::ProRata(most) => text.pro_rata(most),
    }
}
