//! A list worked out beforehand says what the engine says of each record, and reduces a reason to what it needs.

use proptest::prelude::*;
use top3::answer::{Answers, Value};
use top3::engine::{Compiled, Truth, View, outcomes};
use top3::questionnaire::{Kind, Question, Questionnaire};

use crate::support::small_list::{build, today};

proptest! {
    #![proptest_config(ProptestConfig { cases: 150, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn what_is_worked_out_beforehand_is_what_the_engine_says(small in prop::collection::vec(any::<u8>(), 30..220).prop_map(|bytes| build(&bytes))) {
        let list = &small.list;
        if small.answers.lists().next().is_some() {
            return Ok(());
        }
        let wide = |question: &Question| matches!(question.kind, Kind::Scale { from, to, .. } if to - from > 60);
        let Some(compiled) = Compiled::of(list, today()) else {
            prop_assert!(list.questions.iter().any(wide), "not worked out {}", small.described());
            return Ok(());
        };
        let Some(record) = record(&compiled, &small.answers) else { return Ok(()) };
        let view = View::new(list, &small.answers, today());
        let outside = compiled.outside.values()[compiled.outside.look_up(&record)];
        prop_assert_eq!(outside, view.not_applicable().0);
        if outside == Truth::Yes {
            return Ok(());
        }
        let found = outcomes(&view);
        for (at, derived) in list.derived.iter().enumerate() {
            let flat = &compiled.outcomes[at];
            let ways = &flat.values()[flat.look_up(&record)];
            let outcome = &found[&derived.id];
            prop_assert_eq!(&ways.possible, &outcome.spread, "{} {}", &derived.id, small.described());
            prop_assert_eq!(ways.is_exact(), outcome.exact, "{} {}", &derived.id, small.described());
            if outcome.is_fixed() {
                let mut fewest = compiled.nothing.clone();
                compiled.kept(at, &record, |place| fewest[place] = record[place]);
                let kept = answers_of(&compiled, &fewest, list);
                let value = |answers: &Answers| outcomes(&View::new(list, answers, today()))
                    .get(&derived.id)
                    .map(|outcome| outcome.spread.clone());
                prop_assert_eq!(value(&kept), Some(outcome.spread.clone()), "{} is no longer fixed {}", &derived.id, small.described());
                let keys: Vec<_> = kept.iter().map(|(key, _)| key.clone()).collect();
                for key in keys {
                    let mut fewer = kept.clone();
                    fewer.forget(&key);
                    prop_assert_ne!(value(&fewer), Some(outcome.spread.clone()), "{} does without {} {}", &derived.id, key, small.described());
                }
            }
        }
    }
}

/// The answers as numbers; nothing where one behaves as none that was worked out.
fn record(compiled: &Compiled, answers: &Answers) -> Option<Vec<u16>> {
    let number = |(place, of): (usize, &top3::engine::Alternatives)| {
        let answer = answers.get(&of.key.question, of.key.row.as_ref());
        match answer.map(|answer| &answer.value) {
            Some(value) if value.is_known() => {
                let at = of.values.iter().position(|one| one == value)?;
                u16::try_from(at).ok()
            }
            _ => Some(compiled.missing(place)),
        }
    };
    compiled.places.iter().enumerate().map(number).collect()
}

fn answers_of(compiled: &Compiled, record: &[u16], list: &Questionnaire) -> Answers {
    let mut answers = Answers::default();
    for (place, of) in compiled.places.iter().enumerate() {
        let value: Option<&Value> = of.values.get(usize::from(record[place]));
        if let (Some(value), Some(_)) = (value, list.find(&of.key.question.0)) {
            answers.set(of.key.clone(), value.clone().into());
        }
    }
    answers
}
