//! Why an outcome is fixed, what would change it and what would settle it, against an oracle that tries everything.

use std::collections::{BTreeMap, BTreeSet};

use proptest::prelude::*;
use top3::answer::{Answers, Key, RowId, Rows, Value};
use top3::engine::{Outcome, Spread, View, outcomes};
use top3::explanation::{Fact, Settling, counter, facts, find_out, why};
use top3::questionnaire::{DerivedIx, Kind, Question};

use crate::support::oracle::{Complete, Got, completions, key};
use crate::support::small_list::{Small, build, today, values};

/// The oracle stops at so many completions.
const MOST: usize = 600;

/// Fifteen hundred lists; `PROPTEST_CASES` asks for more.
fn config() -> ProptestConfig {
    let asked = std::env::var("PROPTEST_CASES")
        .ok()
        .and_then(|cases| cases.parse().ok());
    ProptestConfig {
        cases: asked.unwrap_or(1500),
        max_shrink_iters: 2000,
        failure_persistence: None,
        ..ProptestConfig::default()
    }
}

fn small() -> impl Strategy<Value = Small> {
    prop::collection::vec(any::<u8>(), 30..220).prop_map(|bytes| build(&bytes))
}

type Judged = Result<(), String>;

fn each_outcome(
    small: &Small,
    judge: impl Fn(&View<'_>, DerivedIx, &Outcome) -> Judged,
) -> Result<(), TestCaseError> {
    // What a very long scale does is tested elsewhere: here it would only take time.
    let long = |question: &Question| matches!(question.kind, Kind::Scale { to: 600, .. });
    if small.list.questions.iter().any(long) {
        return Ok(());
    }
    let view = View::new(&small.list, &small.answers, today());
    let found = outcomes(&view);
    for (at, derived) in small.list.derived.iter().enumerate() {
        let Some(outcome) = found.get(&derived.id) else {
            continue;
        };
        if let Err(fault) = judge(&view, DerivedIx(at), outcome) {
            let text = small.described();
            return Err(TestCaseError::fail(format!(
                "{}: {fault}\n{text}  {:?}",
                derived.id, outcome.spread
            )));
        }
    }
    Ok(())
}

proptest! {
    #![proptest_config(config())]

    /// What is said to fix an outcome does; nothing in it can be left out, and nothing smaller does.
    #[test]
    fn the_answers_that_fix_an_outcome_are_enough_and_the_fewest(small in small()) {
        each_outcome(&small, |view, at, outcome| {
            let Some(found) = why(view, at, outcome) else {
                return if outcome.is_fixed() { Err("fixed, and no why".into()) } else { Ok(()) };
            };
            let value = got(&outcome.spread);
            let given = facts(view);
            let set: BTreeSet<&Fact> = found.facts.iter().collect();
            let all = Everything::of(&small, at);
            let fixes = |set: &BTreeSet<&Fact>| all.as_ref().map_or_else(
                || fixes(&small, set, at, &value),
                |all| Some(all.fixes(set, &value)),
            );
            let most = if all.is_some() { 10 } else { 5 };
            if set.iter().any(|fact| !given.contains(fact)) {
                return Err(format!("{} was not given", shown(&set)));
            }
            if fixes(&set) == Some(false) {
                return Err(format!("{} does not fix it", shown(&set)));
            }
            if !all_finite(&small) {
                return Ok(());
            }
            for fact in found.facts.iter().filter(|_| found.needed) {
                let left: BTreeSet<&Fact> = set.iter().copied().filter(|one| *one != fact).collect();
                if fixes(&left) == Some(true) {
                    return Err(format!("{} is also fixed without {fact}", shown(&set)));
                }
            }
            if found.smallest && given.len() <= most && !found.facts.is_empty() {
                let smaller = subsets(&given, found.facts.len() - 1);
                if let Some(smaller) = smaller.into_iter().find(|one| fixes(one) == Some(true)) {
                    return Err(format!("{} is said to be the smallest, and so fixes {}", shown(&set), shown(&smaller)));
                }
            }
            Ok(())
        })?;
    }

    /// A change that is said to give another outcome does, and nothing smaller gives it.
    #[test]
    fn the_smallest_change_gives_another_outcome(small in small()) {
        each_outcome(&small, |view, at, outcome| {
            let Some(found) = counter(view, at, outcome) else { return Ok(()) };
            let value = got(&outcome.spread);
            for one in &found.changes {
                let to = got(&one.to);
                if to == value {
                    return Err("that is no other outcome".into());
                }
                let Some(after) = after(&small.list, &small.answers, &one.changes, at) else { continue };
                if all_finite(&small) && !after.contains(&to) {
                    return Err(format!("{:?} does not make {to:?} possible: {after:?}", one.changes));
                }
                if one.certain && after.iter().any(|other| *other != to) {
                    return Err(format!("{:?} does not make {to:?} certain: {after:?}", one.changes));
                }
            }
            if !found.complete || !all_finite(&small) {
                return Ok(());
            }
            // One answer less than what is said gives none of them.
            let said = |to: &Got, certain: bool| {
                let fits = found.changes.iter().filter(|one| got(&one.to) == *to && (one.certain || !certain));
                fits.map(|one| one.changes.len()).min().unwrap_or(usize::MAX)
            };
            for changes in single_changes(&small, view) {
                let Some(after) = after(&small.list, &small.answers, &changes, at) else { continue };
                for to in after.iter().filter(|to| **to != value) {
                    if said(to, false) > 1 {
                        return Err(format!("{changes:?} makes {to:?} possible too"));
                    }
                    if after.len() == 1 && said(to, true) > 1 {
                        return Err(format!("{changes:?} makes {to:?} certain too"));
                    }
                }
            }
            Ok(())
        })?;
    }

    /// What there is to find out is in order of how often it still decides, and what settles it does, with nothing
    /// superfluous and nothing smaller.
    #[test]
    fn what_to_find_out_settles_it(small in small()) {
        each_outcome(&small, |view, at, outcome| {
            let Some(found) = find_out(view, at, outcome) else {
                return if outcome.is_fixed() { Ok(()) } else { Err("open, and nothing to find out".into()) };
            };
            let asked: BTreeSet<&Key> = found.asks.iter().map(|ask| &ask.key).collect();
            let open: BTreeSet<&Key> = outcome.open.iter().collect();
            if asked != open {
                return Err(format!("to find out is {asked:?}, and open is {open:?}"));
            }
            let weights: Vec<f64> = found.asks.iter().map(|ask| ask.weight.unwrap_or(-1.0)).collect();
            if !weights.is_sorted_by(|a, b| a >= b) {
                return Err(format!("not in order: {:?}", found.asks));
            }
            let Some(all) = completions(&small.list, &small.answers, MOST) else { return Ok(()) };
            let possible: BTreeSet<Got> = all.iter().map(|one| one.outcome(at.0)).collect();
            let closed = all_closed(&small) && all_finite(&small);
            if found.exact && closed {
                for ask in &found.asks {
                    let share = share(&small, &all, at, &ask.key);
                    let weight = ask.weight.unwrap_or(f64::NAN);
                    if (share - weight).abs() > 1e-6 {
                        return Err(format!("{} decides in {share}, not in {weight}", ask.key));
                    }
                }
                let settled: BTreeSet<Got> = found.settles.iter().map(|one| got(&one.to)).collect();
                if settled != possible && possible.len() <= 12 {
                    return Err(format!("possible is {possible:?}, and settled can be {settled:?}"));
                }
            }
            for one in &found.settles {
                let to = got(&one.to);
                let set: Vec<&(Key, Settling)> = one.answers.iter().collect();
                if settles(&small, &set, at, &to) == Some(false) {
                    return Err(format!("{:?} does not settle {to:?}", one.answers));
                }
                if !closed {
                    continue;
                }
                for leave in 0..set.len() {
                    let mut left = set.clone();
                    left.remove(leave);
                    if settles(&small, &left, at, &to) == Some(true) {
                        return Err(format!("{left:?} is enough for {to:?}"));
                    }
                }
                if one.smallest && found.asks.len() <= 5 {
                    for smaller in partial(&small, &found.asks.iter().map(|ask| ask.key.clone()).collect::<Vec<_>>(), set.len() - 1) {
                        let smaller: Vec<&(Key, Settling)> = smaller.iter().collect();
                        if settles(&small, &smaller, at, &to) == Some(true) {
                            return Err(format!("{smaller:?} settles {to:?} too, and {:?} is said to be the smallest", one.answers));
                        }
                    }
                }
            }
            Ok(())
        })?;
    }
}

fn got(spread: &Spread) -> Got {
    match (spread.only_number(), spread.only_level()) {
        (Some(number), _) => Got::Number(number),
        (None, Some(level)) => Got::Level(level.clone()),
        (None, None) => Got::None,
    }
}

fn shown(facts: &BTreeSet<&Fact>) -> String {
    let each: Vec<String> = facts.iter().map(|fact| format!("{fact:?}")).collect();
    format!("[{}]", each.join(", "))
}

/// The oracle has every value of these.
fn all_finite(small: &Small) -> bool {
    let finite = |question: &Question| {
        !matches!(
            question.kind,
            Kind::Date { .. } | Kind::Row { .. } | Kind::Number { .. }
        )
    };
    small.list.questions.iter().all(finite)
}

fn all_closed(small: &Small) -> bool {
    small.list.questions.iter().all(|question| {
        !matches!(question.kind, Kind::List { .. })
            || small
                .answers
                .rows(&question.id)
                .is_some_and(|rows| rows.complete)
    })
}

/// Whether with only these facts every completion gives this value; nothing when there are too many.
fn fixes(small: &Small, facts: &BTreeSet<&Fact>, at: DerivedIx, value: &Got) -> Option<bool> {
    let mut answers = Answers::default();
    for (key, answer) in small.answers.iter() {
        if facts.contains(&Fact::Answer(key.clone())) {
            answers.set(key.clone(), answer.clone());
        }
    }
    for (list, rows) in small.answers.lists() {
        let closed = facts.contains(&Fact::AllRows(list.clone()));
        let stays =
            |row: &&RowId| closed || facts.contains(&Fact::Row(list.clone(), (*row).clone()));
        let ids = rows.ids.iter().filter(stays).cloned().collect();
        let rows = Rows {
            ids,
            complete: closed,
        };
        answers.set_rows(list.clone(), rows);
    }
    let all = completions(&small.list, &answers, MOST)?;
    Some(all.iter().all(|one| one.outcome(at.0) == *value))
}

/// Every way to answer a list without rows, and what each comes to.
struct Everything<'s> {
    small: &'s Small,
    all: Vec<(BTreeMap<Key, Value>, Got)>,
}

impl<'s> Everything<'s> {
    fn of(small: &'s Small, at: DerivedIx) -> Option<Self> {
        let lists = |question: &Question| matches!(question.kind, Kind::List { .. });
        if small.list.questions.iter().any(lists) {
            return None;
        }
        let blank = Answers::default();
        let all = completions(&small.list, &blank, MOST)?;
        let each = all.iter().map(|one| {
            let values = one.values.iter();
            let values = values.map(|(at, value)| (key(&small.list, at), value.clone()));
            (values.collect(), one.outcome(at.0))
        });
        let all = each.collect();
        Some(Self { small, all })
    }

    fn fixes(&self, facts: &BTreeSet<&Fact>, value: &Got) -> bool {
        let given: Vec<(&Key, &Value)> = facts
            .iter()
            .filter_map(|fact| match fact {
                Fact::Answer(key) => {
                    Some((key, &self.small.answers.get(&key.question, None)?.value))
                }
                _ => None,
            })
            .collect();
        let fits = |values: &BTreeMap<Key, Value>| {
            given
                .iter()
                .all(|(key, value)| values.get(*key) == Some(*value))
        };
        self.all
            .iter()
            .all(|(values, got)| got == value || !fits(values))
    }
}

fn subsets(of: &[Fact], size: usize) -> Vec<BTreeSet<&Fact>> {
    let all = (0..1_u32 << of.len()).filter(|bits| bits.count_ones() as usize == size);
    let set = |bits: u32| {
        let some = of.iter().enumerate();
        some.filter(|(at, _)| bits >> at & 1 == 1)
            .map(|(_, one)| one)
            .collect()
    };
    all.map(set).collect()
}

/// Everything that can come out after these changes.
fn after(
    list: &top3::questionnaire::Questionnaire,
    answers: &Answers,
    changes: &[(Key, Value)],
    at: DerivedIx,
) -> Option<BTreeSet<Got>> {
    let mut changed = answers.clone();
    for (key, value) in changes {
        changed.set(key.clone(), value.clone().into());
    }
    let all = completions(list, &changed, MOST)?;
    Some(all.iter().map(|one| one.outcome(at.0)).collect())
}

/// Every way to change one known answer.
fn single_changes(small: &Small, view: &View<'_>) -> Vec<Vec<(Key, Value)>> {
    let mut changes = Vec::new();
    for (key, answer) in view
        .answers
        .iter()
        .filter(|(_, answer)| answer.value.is_known())
    {
        let question = small
            .list
            .question(small.list.find(&key.question.0).unwrap());
        for value in values(&small.list, question, &|_| Vec::new()) {
            if value != answer.value {
                changes.push(vec![(key.clone(), value)]);
            }
        }
    }
    changes
}

/// In which share of the ways to fill in the others this answer still makes a difference.
#[expect(clippy::cast_precision_loss, reason = "at most some thousands")]
fn share(small: &Small, all: &[Complete<'_>], at: DerivedIx, of: &Key) -> f64 {
    let mut by_others: BTreeMap<String, BTreeSet<Got>> = BTreeMap::new();
    for one in all {
        let others = one
            .values
            .iter()
            .filter(|(place, _)| key(&small.list, place) != *of);
        let others = format!("{:?}", others.collect::<Vec<_>>());
        by_others
            .entry(others)
            .or_default()
            .insert(one.outcome(at.0));
    }
    let differ = by_others.values().filter(|got| got.len() > 1).count();
    differ as f64 / by_others.len() as f64
}

fn settles(small: &Small, set: &[&(Key, Settling)], at: DerivedIx, to: &Got) -> Option<bool> {
    let mut answers = small.answers.clone();
    for (key, settling) in set {
        match settling {
            Settling::Answer(value) => _ = answers.set(key.clone(), value.clone().into()),
            Settling::NoMoreRows => {
                let mut rows = answers.rows(&key.question).cloned().unwrap_or_default();
                rows.complete = true;
                answers.set_rows(key.question.clone(), rows);
            }
        }
    }
    let all = completions(&small.list, &answers, MOST)?;
    Some(all.iter().all(|one| one.outcome(at.0) == *to))
}

/// Every way to answer so many of these questions.
fn partial(small: &Small, keys: &[Key], size: usize) -> Vec<Vec<(Key, Settling)>> {
    let Some((first, rest)) = keys.split_first() else {
        return if size == 0 {
            vec![Vec::new()]
        } else {
            Vec::new()
        };
    };
    let mut all = partial(small, rest, size);
    if size > 0 {
        let question = small
            .list
            .question(small.list.find(&first.question.0).unwrap());
        for value in values(&small.list, question, &|_| Vec::new()) {
            for mut longer in partial(small, rest, size - 1) {
                longer.push((first.clone(), Settling::Answer(value.clone())));
                all.push(longer);
            }
        }
    }
    all
}
