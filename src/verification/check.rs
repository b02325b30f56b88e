//! One stored result, from beginning to end.

use serde_json::{Map, Value as Json, json};

use super::compare::{Compare, OUTSIDE};
use super::list::lists;
use super::outcome::outcomes;
use super::stated::{DAY, ID, LIST, OUTCOMES, PROBLEMS, Stated, USED, inside};
use super::{Code, Day, Finding, Of, Report, Verdict};
use crate::answer::Answers;
use crate::assessment::{ANSWERS, Assessment, PRINT, assess, explain, fingerprint, refuse};
use crate::engine::View;
use crate::problem::{Place, Problem};
use crate::questionnaire::Questionnaire;
use crate::text::nl;
use crate::yaml::Node;

/// What is looked at apart, or not at all.
const APART: [&str; 9] = [
    ID, LIST, USED, DAY, OUTCOMES, ANSWERS, PRINT, SUPPOSED, BROUGHT,
];

/// What would follow from other answers: those are not all there.
const SUPPOSED: &str = "stel";

/// What a record of a batch brought along: it is the caller's own.
const BROUGHT: &str = "record";

/// What an outcome comes to, besides what explains it.
const BOUNDS: [&str; 6] = [
    "waarde",
    "ondergrens",
    "bovengrens",
    "zekerheid",
    "mogelijk",
    "schatting",
];

/// Answers that could not be read.
#[derive(Clone, Copy, Debug)]
pub struct Refused<'a> {
    /// What is wrong with them.
    pub problems: &'a [Problem],
    /// As they stand in the file.
    pub tree: &'a Node,
}

/// Checks a stored result against this list, these answers and this day; the answers as they were read, or all that the
/// list does not take in them.
pub fn check(
    stated: &Stated,
    list: &Questionnaire,
    day: Result<Day, Json>,
    answers: Result<&Answers, Refused<'_>>,
) -> Report {
    let mut report = begin(stated);
    let used = stated.used();
    let here = match stated.list() {
        Some(claim) => lists(&mut report, &claim, used.as_deref(), list, (LIST, USED)),
        None => {
            report.list = Some(list.version.clone());
            report.not_stated.push(LIST.to_owned());
            true
        }
    };
    let day = match day {
        Ok(day) if here => day,
        Ok(_) => return report,
        Err(text) => {
            report.find(Finding::new(Code::Day, DAY, text, Json::Null));
            return report;
        }
    };
    report.day = Some(day);
    if let Day::Today(_) = day {
        report.not_stated.push(DAY.to_owned());
    }
    match answers {
        Ok(answers) => computed(&mut report, stated, list, answers, day),
        Err(refused) if stated.was_refused() => {
            let form = refuse(list, refused.problems, day.date());
            others(&mut report, stated, &form);
        }
        Err(refused) => {
            for problem in refused.problems {
                report.find(answer(refused.tree, problem));
            }
        }
    }
    if !stated.is_whole() {
        let content = stated.list().is_some_and(|list| list.sha256.is_some());
        report.not_stated.retain(|place| is_missed(place, content));
    }
    if stated.members.contains_key(SUPPOSED) {
        report.notes.push(nl().verification.supposed(SUPPOSED));
    }
    // Where something else differs too, another rule may have decided; then the list has not moved.
    match report.moved {
        _ if !report.findings.is_empty() => {}
        0 => {}
        1 => report.notes.push(nl().verification.moved()),
        count => report.notes.push(nl().verification.moved_more(count)),
    }
    report
}

/// Whether it is a loss that something is not stated in a line of a batch or a result made by hand: these never say all that
/// explains an outcome. The content of a list holds that of the lists in it.
fn is_missed(place: &str, content: bool) -> bool {
    match place.split('.').collect::<Vec<_>>().as_slice() {
        [LIST, ..] | [DAY | OUTSIDE] => true,
        [USED, ..] => !content,
        [OUTCOMES, _] => true,
        [OUTCOMES, .., member] => BOUNDS.contains(member),
        _ => false,
    }
}

/// A result that cannot be computed here: why not. What it says of itself is still looked at.
pub fn not_computed(stated: &Stated, why: Option<Finding>) -> Report {
    let mut report = begin(stated);
    match why {
        Some(finding) => report.find(finding),
        None => {
            if report.verdict == Verdict::Right {
                report.verdict = Verdict::NotComputed;
            }
            report.notes.push(nl().verification.was_refused());
        }
    }
    report
}

/// What can be seen without a list: keys that stand twice, and the fingerprint.
pub(super) fn begin(stated: &Stated) -> Report {
    let mut report = Report::new(Of::Result);
    report.id = stated.id();
    for place in &stated.repeated {
        report.find(Finding::new(Code::Form, place, Json::Null, Json::Null));
    }
    match stated.print() {
        None => report.not_stated.push(PRINT.to_owned()),
        Some(print) => {
            let computed = json!(fingerprint(&stated.whole));
            if *print != computed {
                report.find(Finding::new(Code::Print, PRINT, print.clone(), computed));
            }
        }
    }
    report
}

fn computed(
    report: &mut Report,
    stated: &Stated,
    list: &Questionnaire,
    answers: &Answers,
    day: Day,
) {
    if stated.was_refused() {
        // That the answers are taken now is one difference, and not one for each outcome.
        return report.find(stated.no_longer_refused());
    }
    let mut form = assess(list, answers, day.date());
    let view = View::new(list, answers, day.date());
    if stated.is_explained() {
        explain(&mut form, &view);
    }
    others(report, stated, &form);
    let members = object(&form);
    let empty = Map::new();
    let of = |members: &Map<String, Json>| members.get(OUTCOMES)?.as_object().cloned();
    let given = of(&members).unwrap_or_default();
    match stated.members.get(OUTCOMES) {
        Some(Json::Object(said)) => outcomes(report, stated.is_whole(), said, &given, &view),
        None => outcomes(report, stated.is_whole(), &empty, &given, &view),
        Some(other) => report.find(Finding::new(
            Code::Form,
            OUTCOMES,
            other.clone(),
            Json::Null,
        )),
    }
}

/// All members but those that are looked at apart.
fn others(report: &mut Report, stated: &Stated, form: &Assessment) {
    let computed = object(form);
    Compare {
        report,
        whole: stated.is_whole(),
        about: None,
        code: |_| Code::Other,
        root: 0,
    }
    .members("", &stated.members, &computed, &APART);
    let lacks = |name: &str| stated.is_whole() && !stated.members.contains_key(name);
    for name in [USED, DAY, OUTCOMES].into_iter().filter(|name| lacks(name)) {
        report.not_stated.retain(|other| other != name);
        let value = computed.get(name).cloned().unwrap_or_default();
        let value = if name == OUTCOMES { Json::Null } else { value };
        report.find(Finding::new(Code::Missing, name, Json::Null, value));
    }
    if let Some(other) = stated.members.get(PROBLEMS).filter(|one| !one.is_array()) {
        let finding = Finding::new(Code::Form, PROBLEMS, other.clone(), Json::Null);
        report.findings.retain(|one| one.place != PROBLEMS);
        report.find(finding);
    }
}

fn object(form: &Assessment) -> Map<String, Json> {
    let value = serde_json::to_value(form).unwrap_or_default();
    match value {
        Json::Object(members) => members,
        _ => Map::new(),
    }
}

/// An answer that the list does not take: which, and what was said of it. What was answered is not shown.
fn answer(tree: &Node, problem: &Problem) -> Finding {
    let known = problem.place.line > 0;
    let path = known.then(|| path(tree, &problem.place)).flatten();
    let path = path.unwrap_or_default();
    let place = match path.as_str() {
        "" => ANSWERS.to_owned(),
        path => inside(ANSWERS, path),
    };
    let code = json!(problem.code.code());
    let mut finding = Finding::new(Code::Answer, place, Json::Null, code);
    finding.said = Some((problem.message.clone(), problem.tip.clone()));
    finding
}

/// The keys that lead to a place in the file.
fn path(node: &Node, place: &Place) -> Option<String> {
    if let Some(entries) = node.map() {
        return entries.iter().find_map(|(key, value)| {
            let name = key.text().unwrap_or_default();
            // A map begins where its first key does: the deepest is meant.
            let deeper = path(value, place).map(|rest| inside(name, &rest));
            let here = key.place == *place || value.place == *place;
            deeper.or_else(|| here.then(|| name.to_owned()))
        });
    }
    let mut rows = node.list()?.iter().enumerate();
    rows.find_map(|(at, row)| {
        let id = row.get("id").and_then(Node::text);
        let name = id.map_or_else(|| at.to_string(), str::to_owned);
        let deeper = path(row, place).map(|rest| inside(&name, &rest));
        deeper.or_else(|| (row.place == *place).then_some(name))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_answer_is_named_by_its_keys() {
        let tree = Stated::read(b"{a: {waarde: 1}, rijen: [{id: r1, wie: x}]}", "f").unwrap();
        let of = |node: &Node| path(&tree, &node.place).unwrap();
        let inner = tree.get("a").unwrap().get("waarde").unwrap();
        assert_eq!(of(inner), "a.waarde");
        let row = &tree.get("rijen").unwrap().list().unwrap()[0];
        assert_eq!(of(row.get("wie").unwrap()), "rijen.r1.wie");
    }
}
