//! Counts, examples and verdicts of small random lists, against an oracle that tries every pattern.

use std::collections::{BTreeMap, BTreeSet};

use proptest::prelude::*;
use top3::analysis::{
    Came, Counter, Counts, Example, Extent, Facts, Reached, Verdict, facts, judge,
};
use top3::answer::{Answers, Key, Value};
use top3::problem::Place;
use top3::questionnaire::OptionId;
use top3::questionnaire::check::Needs;
use top3::questionnaire::{Claim, Condition, DerivedIx, Kind, Property, QuestionIx, Questionnaire};

use crate::support::oracle::{Complete, Got, completions, key};
use crate::support::small_list::{Small, build, today};

/// The oracle stops at so many completions, and at so many patterns with unknowns.
const MOST: usize = 1500;
const MOST_PATTERNS: usize = 4000;

fn config() -> ProptestConfig {
    let asked = std::env::var("PROPTEST_CASES").ok();
    ProptestConfig {
        cases: asked.and_then(|cases| cases.parse().ok()).unwrap_or(500),
        max_shrink_iters: 2000,
        failure_persistence: None,
        ..ProptestConfig::default()
    }
}

/// A list of which every answer can be tried, with numbers that do not change.
fn finite(bytes: &[u8]) -> Option<Small> {
    let mut small = build(bytes);
    small.list.numbers[0].rows = vec![small.list.numbers[0].rows[1].clone()];
    let fits = |kind: &Kind| match kind {
        Kind::Scale { to, .. } => *to < 60,
        Kind::List { .. } | Kind::Row { .. } | Kind::Date { .. } | Kind::Number { .. } => false,
        _ => true,
    };
    let all = small.list.questions.iter().all(|one| fits(&one.kind));
    all.then_some(small)
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn counts_are_those_of_every_pattern(small in prop::collection::vec(any::<u8>(), 20..120).prop_map(|bytes| finite(&bytes))) {
        let Some(small) = small else { return Ok(()) };
        let Some(all) = completions(&small.list, &Answers::default(), MOST) else { return Ok(()) };
        let needs = Needs::of(&small.list);
        for at in 0..small.list.derived.len() {
            let found = facts(&small.list, &needs, today(), DerivedIx(at));
            if let Err(fault) = judge_counts(&small.list, &all, at, &found) {
                let what = format!("{}: {fault}\n{}{found:#?}", small.list.derived[at].id, small.described());
                return Err(TestCaseError::fail(what));
            }
        }
    }

    #[test]
    fn verdicts_are_those_of_every_pattern(
        small in prop::collection::vec(any::<u8>(), 20..120).prop_map(|bytes| finite(&bytes)),
        which in 0_usize..50,
    ) {
        let Some(small) = small else { return Ok(()) };
        let Some(all) = completions(&small.list, &Answers::default(), MOST) else { return Ok(()) };
        let needs = Needs::of(&small.list);
        for claim in claims(&small.list, which) {
            let property = Property {
                id: "e".into(),
                title: None,
                claim: claim.clone(),
                holds: true,
                reason: None,
                inherited: false,
                place: Place::default(),
            };
            let verdict = judge(&small.list, &needs, &property);
            if let Err(fault) = judge_verdict(&small.list, &all, &claim, &verdict) {
                let what = format!("{claim:?}: {fault}\n{}{verdict:#?}", small.described());
                return Err(TestCaseError::fail(what));
            }
        }
    }
}

fn came(got: &Got) -> Came {
    match got {
        Got::None => Came::Nothing,
        Got::Number(number) => Came::Number(*number),
        Got::Level(level) => Came::Level(level.clone()),
    }
}

type Pattern = BTreeMap<Key, Value>;

/// The answers of a completion.
fn answers(list: &Questionnaire, one: &Complete<'_>) -> Pattern {
    let values = one.values.iter();
    values
        .map(|(at, value)| (key(list, at), value.clone()))
        .collect()
}

fn judge_counts(
    list: &Questionnaire,
    all: &[Complete<'_>],
    at: usize,
    found: &Facts,
) -> Result<(), String> {
    let Extent::All(counts) = &found.extent else {
        return Err("not counted".into());
    };
    let got: Vec<Came> = all.iter().map(|one| came(&one.outcome(at))).collect();
    let support: Vec<&Key> = counts.answers.iter().map(|(key, ..)| key).collect();
    // What the answers that matter come to: they must be enough.
    let mut by: BTreeMap<String, (Pattern, &Came)> = BTreeMap::new();
    for (one, came) in all.iter().zip(&got) {
        let mut pattern = answers(list, one);
        pattern.retain(|key, _| support.contains(&key));
        let known = by.entry(format!("{pattern:?}")).or_insert((pattern, came));
        if known.1 != came {
            return Err("answers that are not counted matter".into());
        }
    }
    let full: Vec<(Pattern, &Came)> = by.into_values().collect();
    if counts.ways != Some(full.len() as u128) {
        return Err(format!("{} ways and not {:?}", full.len(), counts.ways));
    }
    let reached: BTreeSet<&Came> = got.iter().collect();
    let said: BTreeSet<&Came> = found.values.iter().map(|reached| &reached.came).collect();
    if reached != said {
        return Err(format!("reached is {reached:?}"));
    }
    influence(counts, &full)?;
    decisions(list, all, at, found)?;
    let patterns = patterns(counts, &full);
    let Some(patterns) = patterns else {
        return Ok(());
    };
    unknowns(counts, &found.values, &full, &patterns)
}

/// Every pattern in which answers may be unknown.
fn patterns(counts: &Counts, full: &[(Pattern, &Came)]) -> Option<Vec<Pattern>> {
    let mut all = vec![Pattern::new()];
    for (key, ..) in &counts.answers {
        let values: Vec<&Value> = {
            let mut values: Vec<&Value> = Vec::new();
            for (pattern, _) in full {
                if !values.contains(&&pattern[key]) {
                    values.push(&pattern[key]);
                }
            }
            values
        };
        let mut longer = all.clone();
        for value in values {
            for pattern in &all {
                let mut pattern = pattern.clone();
                pattern.insert(key.clone(), value.clone());
                longer.push(pattern);
            }
        }
        if longer.len() > MOST_PATTERNS {
            return None;
        }
        all = longer;
    }
    Some(all)
}

fn agrees(pattern: &Pattern, with: &Pattern) -> bool {
    pattern
        .iter()
        .all(|(key, value)| with.get(key).is_none_or(|other| other == value))
}

fn unknowns(
    counts: &Counts,
    values: &[Reached],
    full: &[(Pattern, &Came)],
    patterns: &[Pattern],
) -> Result<(), String> {
    let mut certain: BTreeMap<&Came, (u128, usize)> = BTreeMap::new();
    let mut open: BTreeMap<BTreeSet<&Came>, u128> = BTreeMap::new();
    for pattern in patterns {
        let fits = full.iter().filter(|(one, _)| agrees(pattern, one));
        let possible: BTreeSet<&Came> = fits.map(|(_, came)| *came).collect();
        match possible.len() {
            1 => {
                let only = possible.into_iter().next().unwrap();
                let known = certain.entry(only).or_insert((0, usize::MAX));
                known.0 += 1;
                known.1 = known.1.min(pattern.len());
            }
            _ => *open.entry(possible).or_default() += 1,
        }
    }
    if counts.ways_unknown != Some(patterns.len() as u128) {
        return Err(format!("{} patterns", patterns.len()));
    }
    for reached in values {
        let (ways, fewest) = certain[&reached.came];
        if reached.certain != Some(ways) {
            return Err(format!("{ways} ways are certain of {:?}", reached.came));
        }
        let example = reached.example.as_ref().ok_or("no example")?;
        let given = given(example);
        let mut fits = full.iter().filter(|(one, _)| agrees(&given, one));
        if example.answers.len() != fewest || !fits.all(|(_, came)| **came == reached.came) {
            return Err(format!(
                "{fewest} answers are enough for {:?}",
                reached.came
            ));
        }
    }
    if counts.open_ways != Some(open.values().sum()) {
        return Err(format!("open is {open:?}"));
    }
    if values.len() <= 16 {
        let said = counts.open.iter().flatten();
        let said: BTreeMap<BTreeSet<&Came>, u128> = said
            .map(|(between, ways)| (between.iter().collect(), *ways))
            .collect();
        if said != open {
            return Err(format!("open is {open:?}"));
        }
    }
    Ok(())
}

fn given(example: &Example) -> Pattern {
    let answers = example.answers.iter();
    answers
        .map(|(key, value)| (key.clone(), value.clone().unwrap()))
        .collect()
}

/// In how many ways to give the others an answer makes a difference.
fn influence(counts: &Counts, full: &[(Pattern, &Came)]) -> Result<(), String> {
    for one in &counts.influence {
        let mut others: BTreeMap<String, BTreeSet<&Came>> = BTreeMap::new();
        for (pattern, came) in full {
            let mut rest = pattern.clone();
            rest.remove(&one.key);
            others.entry(format!("{rest:?}")).or_default().insert(came);
        }
        let differ = others.values().filter(|came| came.len() > 1).count();
        if (one.ways, one.of) != (Some(differ as u128), Some(others.len() as u128)) {
            return Err(format!("{} changes it {differ} times", one.key));
        }
    }
    Ok(())
}

/// Which row decides, and whether there are answers for which none does.
fn decisions(
    list: &Questionnaire,
    all: &[Complete<'_>],
    at: usize,
    found: &Facts,
) -> Result<(), String> {
    let Some(decisions) = &found.decisions else {
        return Ok(());
    };
    let applies = |one: &&Complete<'_>| {
        let mut rules = list.not_applicable.iter();
        !rules.any(|rule| one.holds(&rule.when, None))
    };
    let within: Vec<&Complete<'_>> = all.iter().filter(applies).collect();
    for (row, decides) in decisions.rows.iter().enumerate() {
        let ever = within.iter().any(|one| one.deciding(at) == Some(row));
        if ever != decides.ever {
            return Err(format!("row {row} decides: {ever}"));
        }
    }
    let bands = matches!(
        list.derived[at].formula,
        top3::questionnaire::Formula::Bands { .. }
    );
    let gap = within.iter().any(|one| {
        one.has_value(at) && one.deciding(at).is_none() && (!bands || one.has_number(at))
    });
    if gap != decisions.gap.is_some() {
        return Err(format!("gap: {gap}"));
    }
    Ok(())
}

/// What could be promised of a list.
fn claims(list: &Questionnaire, which: usize) -> Vec<Claim> {
    let mut claims = Vec::new();
    for at in 0..list.derived.len() {
        let of = DerivedIx(at);
        claims.push(Claim::NeverLighter {
            of,
            questions: Vec::new(),
            reversed: list
                .question_indexes()
                .filter(|at| at.0 % 3 == which % 3)
                .collect(),
            except: Vec::new(),
        });
        let asked: Vec<QuestionIx> = list.question_indexes().collect();
        claims.push(Claim::CountsNot {
            of,
            questions: vec![asked[which % asked.len()]],
        });
        claims.push(Claim::Counts {
            of,
            questions: vec![asked[which % asked.len()]],
        });
    }
    let conditions: Vec<Condition> = list.conditions().into_iter().cloned().collect();
    if let [first, ..] = conditions.as_slice() {
        let other = &conditions[which % conditions.len()];
        claims.push(Claim::Always(None, other.clone()));
        claims.push(Claim::Always(Some(first.clone()), other.clone()));
        claims.push(Claim::Never(Some(other.clone()), first.clone()));
    }
    claims
}

fn judge_verdict(
    list: &Questionnaire,
    all: &[Complete<'_>],
    claim: &Claim,
    verdict: &Verdict,
) -> Result<(), String> {
    match claim {
        Claim::Always(when, then) => follows(
            list,
            all,
            when.as_ref(),
            &|one| one.holds(then, None),
            verdict,
        ),
        Claim::Never(when, then) => follows(
            list,
            all,
            when.as_ref(),
            &|one| !one.holds(then, None),
            verdict,
        ),
        Claim::Counts { of, questions } | Claim::CountsNot { of, questions } => {
            let key = Key {
                question: list.question(questions[0]).id.clone(),
                row: None,
            };
            let matters = steps(list, all, of.0)
                .into_iter()
                .any(|step| step.key == key && step.before != step.after);
            let right = matters == matches!(claim, Claim::Counts { .. });
            said(right, verdict)?;
            match verdict {
                Verdict::Refuted(counter) if counter.change.is_some() => {
                    shows(list, all, of.0, counter)
                }
                _ => Ok(()),
            }
        }
        Claim::NeverLighter { of, reversed, .. } => {
            let lighter = |step: &Step| {
                let question = list.find(&step.key.question.0).unwrap();
                let (from, to) = if reversed.contains(&question) {
                    (&step.after, &step.before)
                } else {
                    (&step.before, &step.after)
                };
                step.heavier && weight(list, of.0, to) < weight(list, of.0, from)
            };
            let steps = steps(list, all, of.0);
            match verdict {
                Verdict::Empty => {
                    let mut compared = steps.iter().filter(|step| step.heavier);
                    match compared.any(|step| step.before != step.after) {
                        true => Err("something is compared".into()),
                        false => Ok(()),
                    }
                }
                Verdict::Refuted(counter) => {
                    said(!steps.iter().any(lighter), verdict)?;
                    shows(list, all, of.0, counter)
                }
                _ => said(!steps.iter().any(lighter), verdict),
            }
        }
    }
}

fn said(right: bool, verdict: &Verdict) -> Result<(), String> {
    match (right, verdict) {
        (true, Verdict::Proved(None)) | (false, Verdict::Refuted(_)) => Ok(()),
        _ => Err(format!("it holds: {right}")),
    }
}

fn follows(
    list: &Questionnaire,
    all: &[Complete<'_>],
    when: Option<&Condition>,
    then: &dyn Fn(&Complete<'_>) -> bool,
    verdict: &Verdict,
) -> Result<(), String> {
    let applies = |one: &&Complete<'_>| {
        let mut rules = list.not_applicable.iter();
        !rules.any(|rule| one.holds(&rule.when, None))
            && when.is_none_or(|when| one.holds(when, None))
    };
    let within: Vec<&Complete<'_>> = all.iter().filter(applies).collect();
    if within.is_empty() {
        return match verdict {
            Verdict::Empty => Ok(()),
            _ => Err("it never occurs".into()),
        };
    }
    said(within.iter().all(|one| then(one)), verdict)?;
    if let Verdict::Refuted(counter) = verdict {
        let given = given(&counter.example);
        let fits = |one: &&Complete<'_>| agrees(&given, &answers(list, one));
        let mut shown = all.iter().filter(fits);
        if !shown.all(|one| applies(&one) && !then(one)) {
            return Err("the example shows nothing".into());
        }
    }
    Ok(())
}

/// Two completions that differ in one answer.
struct Step {
    key: Key,
    before: Came,
    after: Came,
    /// The second answer is heavier than the first, and next to it.
    heavier: bool,
}

fn steps(list: &Questionnaire, all: &[Complete<'_>], at: usize) -> Vec<Step> {
    let mut groups: BTreeMap<String, Vec<(&Value, Came)>> = BTreeMap::new();
    let mut keys: BTreeMap<String, Key> = BTreeMap::new();
    for one in all {
        let came = came(&one.outcome(at));
        for (place, value) in &one.values {
            let mut rest = one.values.clone();
            rest.remove(place);
            let name = format!("{place:?} {rest:?}");
            keys.insert(name.clone(), key(list, place));
            groups.entry(name).or_default().push((value, came.clone()));
        }
    }
    let mut steps = Vec::new();
    for (name, group) in &groups {
        let question = list.question(list.find(&keys[name].question.0).unwrap());
        for (before, from) in group {
            for (after, to) in group.iter().filter(|(after, _)| after != before) {
                steps.push(Step {
                    key: keys[name].clone(),
                    before: from.clone(),
                    after: to.clone(),
                    heavier: heavier(question, before, after),
                });
            }
        }
    }
    steps
}

fn heavier(question: &top3::questionnaire::Question, before: &Value, after: &Value) -> bool {
    match (before, after) {
        (Value::No, Value::Yes) => true,
        (Value::Number(before), Value::Number(after)) => before < after,
        (Value::Choice(before), Value::Choice(after)) => {
            let options = question.options().iter();
            let at = |id: &OptionId| options.clone().position(|option| option.id == *id);
            at(before) < at(after)
        }
        (Value::Choices(before), Value::Choices(after)) => {
            before.len() < after.len() && before.iter().all(|id| after.contains(id))
        }
        _ => false,
    }
}

fn weight(
    list: &Questionnaire,
    at: usize,
    came: &Came,
) -> (usize, Option<top3::questionnaire::Number>) {
    match came {
        Came::Nothing | Came::Unclear => (0, None),
        Came::Number(number) => (1, Some(*number)),
        Came::Level(id) => {
            let mut levels = list.derived[at].levels.iter();
            let place = levels.position(|level| level.id == *id);
            (1 + place.unwrap(), None)
        }
    }
}

/// Whether the change shows what the counter-example says.
fn shows(
    list: &Questionnaire,
    all: &[Complete<'_>],
    at: usize,
    counter: &Counter,
) -> Result<(), String> {
    let (key, before, after) = counter.change.clone().ok_or("no change")?;
    for (value, wanted) in [(before, &counter.came[0]), (after, &counter.came[1])] {
        let mut given = given(&counter.example);
        given.insert(key.clone(), value.ok_or("no value")?);
        let fits = |one: &&Complete<'_>| agrees(&given, &answers(list, one));
        for one in all.iter().filter(fits) {
            let got = came(&one.outcome(at));
            if got != *wanted {
                return Err(format!("with {given:?} comes {got:?}"));
            }
        }
    }
    Ok(())
}
