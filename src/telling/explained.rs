//! What fixes an outcome, in the words a person reads.

use crate::answer::{Key, RowId, row_name, rows_of, show};
use crate::engine::{Outcome, View};
use crate::explanation::{Fact, Why};
use crate::plain::one_line;
use crate::questionnaire::{Derived, Formula, QuestionId};
use crate::text::nl;

/// A question as a person knows it: its text, with its row.
pub fn asked(view: &View<'_>, key: &Key) -> String {
    let Some(at) = view.list.find(&key.question.0) else {
        return key.to_string();
    };
    let asked = view.list.question(at);
    match (&key.row, asked.parent) {
        (Some(row), Some(list)) => {
            let name = row_name(view.list, list, row, view.answers);
            nl().explained.in_row(&asked.text, one_line(&name))
        }
        _ => asked.text.nl.clone(),
    }
}

/// A question with what was answered; nothing where there is no answer.
pub fn answered(view: &View<'_>, key: &Key) -> Option<String> {
    let at = view.list.find(&key.question.0)?;
    let answer = view.answers.get(&key.question, key.row.as_ref())?;
    let shown = one_line(&show(view.list, at, &answer.value, view.answers));
    Some(nl().explained.answer(asked(view, key), shown))
}

/// What fixes an outcome, a line each.
pub struct FixedBy {
    /// What the rules rest on.
    pub answers: Vec<String>,
    /// What makes that those questions belong at all.
    pub belongs: Vec<String>,
}

/// What fixes an outcome. That a row is there goes without saying where an answer in it stands beside it.
pub fn fixed_by(view: &View<'_>, outcome: &Outcome, why: &Why) -> FixedBy {
    let used: Vec<&Key> = outcome
        .reasons
        .iter()
        .flat_map(|reason| &reason.answers)
        .collect();
    let of_rule = |fact: &&Fact| match fact {
        Fact::Answer(key) => used.contains(&key),
        Fact::Row(..) | Fact::AllRows(_) => true,
    };
    let (answers, belongs): (Vec<&Fact>, Vec<&Fact>) = why.facts.iter().partition(of_rule);
    let words = |facts: Vec<&Fact>| {
        facts
            .into_iter()
            .filter_map(|fact| words(view, why, fact))
            .collect()
    };
    // Without a rule that says what it used there is nothing to tell apart.
    if answers.is_empty() {
        return FixedBy {
            answers: words(belongs),
            belongs: Vec::new(),
        };
    }
    FixedBy {
        answers: words(answers),
        belongs: words(belongs),
    }
}

/// The people whose rows made the deciding rule hold, as the case calls them. Nothing where the rule holds because others
/// fail: then nobody in particular is meant.
pub fn about_whom(view: &View<'_>, derived: &Derived, outcome: &Outcome) -> Option<String> {
    let (Formula::Rules(rules) | Formula::Table(rules)) = &derived.formula else {
        return None;
    };
    let reason = outcome.reasons.first()?;
    let rule = rules.iter().find(|rule| rule.place == reason.place)?;
    rule.when.as_ref()?;
    let persons = view.list.persons?;
    let mut named: Vec<&RowId> = Vec::new();
    for key in &reason.answers {
        let at = view.list.find(&key.question.0)?;
        if let (true, Some(row)) = (view.list.question(at).parent == Some(persons), &key.row)
            && !named.contains(&row)
        {
            named.push(row);
        }
    }
    let named: Vec<String> = named
        .into_iter()
        .map(|row| one_line(&row_name(view.list, persons, row, view.answers)))
        .collect();
    (!named.is_empty()).then(|| named.join(", "))
}

fn words(view: &View<'_>, why: &Why, fact: &Fact) -> Option<String> {
    let say = &nl().explained;
    let name = |list: &QuestionId, row: &RowId| {
        let at = view.list.find(&list.0)?;
        Some(one_line(&row_name(view.list, at, row, view.answers)))
    };
    match fact {
        Fact::Answer(key) => answered(view, key),
        Fact::Row(list, row) => {
            let inside = format!("{list}/");
            let mentioned = |other: &Fact| {
                matches!(other, Fact::Answer(key)
                    if key.row.as_ref() == Some(row) && key.question.0.starts_with(&inside))
            };
            if why.facts.iter().any(mentioned) {
                return None;
            }
            Some(say.there_is(name(list, row)?))
        }
        Fact::AllRows(list) => {
            let at = view.list.find(&list.0)?;
            let rows = rows_of(view.list, at, view.answers).iter();
            let rows: Vec<String> = rows.filter_map(|row| name(list, row)).collect();
            let rows = if rows.is_empty() {
                nl().value.none()
            } else {
                rows.join(", ")
            };
            Some(say.all_rows(&view.list.question(at).text, rows))
        }
    }
}

/// How many other answers the deciding rule used, that would each do as well: that one red flag is enough must not hide
/// that there are more.
pub fn others_too(outcome: &Outcome, why: &Why) -> Option<String> {
    let say = &nl().explained;
    let used = &outcome.reasons.first()?.answers;
    let fixes = |key: &Key| why.facts.contains(&Fact::Answer(key.clone()));
    if !used.iter().any(fixes) || why.facts.len() >= used.len() {
        return None;
    }
    match used.iter().filter(|key| !fixes(key)).count() {
        0 => None,
        1 => Some(say.one_other_too()),
        count => Some(say.others_too(count)),
    }
}
