//! A plan file: the lists it was made with, and whether it says what its case gives.

use std::rc::Rc;

use serde_json::{Value as Json, json};

use super::Checked;
use super::library::Lists;
use crate::answer::show_date;
use crate::commands::casus;
use crate::engine::View;
use crate::error::{Error, Result};
use crate::plan::file::{self, Kind, Read, compare, fingerprint};
use crate::plan::{Made, Plan, build};
use crate::problem::{Problem, draw};
use crate::questionnaire::Questionnaire;
use crate::text::nl;
use crate::verification::{Claim, Code, Day, Finding, Of, Report, lists};
use crate::world::World;

/// Where a plan says what it was made with.
const LISTS: &str = "gebaseerd_op";
/// Where its fingerprint stands.
const PRINT: &str = "veiligheidsplan.vingerafdruk";

/// Checks a plan, against its case where that is given.
pub fn check(
    world: &mut World,
    known: &mut Lists,
    bytes: &[u8],
    name: &str,
    case: Option<&str>,
) -> Result<Checked> {
    let read = file::read(bytes, name).map_err(|problems| faulty(world, bytes, name, &problems))?;
    let mut report = Report::new(Of::Plan);
    match case {
        Some(case) => with_case(world, &mut report, &read, case),
        None => without(world, known, &mut report, &read),
    }
    .map(|list| (report, list))
}

fn faulty(world: &World, bytes: &[u8], name: &str, problems: &[Problem]) -> Error {
    let text = &nl().plan_command;
    let drawn = draw(problems, |_| std::str::from_utf8(bytes).ok(), world.colour);
    Error::attention(text.faulty(name), text.faulty_todo()).with_details(vec![drawn])
}

/// The list it was made from first, then those that it uses.
fn claims(plan: &Plan) -> (Option<Claim>, Vec<Claim>) {
    let mut claims = plan.head.based_on.iter().map(Claim::from);
    (claims.next(), claims.collect())
}

fn without(
    world: &mut World,
    known: &mut Lists,
    report: &mut Report,
    read: &Read,
) -> Result<Option<Rc<Questionnaire>>> {
    report.notes.push(nl().verify_command.without_case());
    let (claim, used) = claims(&read.plan);
    let list = match known.find(world, claim.as_ref(), &used)? {
        Ok(list) => {
            same_lists(report, &read.plan, &list);
            Some(list)
        }
        Err(finding) => {
            report.find(finding);
            None
        }
    };
    if read.edited {
        print(report, read, Json::Null);
    }
    Ok(list)
}

/// Holds the lists of a plan against those that are here; says whether they are the same.
fn same_lists(report: &mut Report, plan: &Plan, list: &Questionnaire) -> bool {
    let before = report.findings.len();
    let (claim, used) = claims(plan);
    let (claim, place) = (claim.unwrap_or_default(), (LISTS, LISTS));
    lists(report, &claim, Some(&used), list, place) && report.findings.len() == before
}

fn print(report: &mut Report, read: &Read, computed: Json) {
    let finding = Finding::new(Code::Print, PRINT, json!(read.print), computed);
    report.find(finding);
}

fn with_case(
    world: &mut World,
    report: &mut Report,
    read: &Read,
    case: &str,
) -> Result<Option<Rc<Questionnaire>>> {
    let (say, plan) = (&nl().verify_command, &read.plan);
    let id = casus::number(case)?;
    let record = casus::peek(world, &id)?;
    let then = casus::then(&record, plan.head.number, plan.head.made_on);
    let list = casus::opened(world, &then.record)?.list;
    report.day = Some(Day::Stated(plan.head.made_on));
    let same = same_lists(report, plan, &list);
    if !same {
        report.notes.push(say.other_lists());
    }
    if !then.logged {
        report
            .notes
            .push(say.not_logged(show_date(plan.head.made_on)));
    }
    if then.record.answers != record.answers {
        report.notes.push(say.went_on(&id));
    }
    let made = Made {
        on: plan.head.made_on,
        number: then.number,
        audience: plan.head.audience,
    };
    let view = View::new(&list, &then.record.answers, plan.head.made_on);
    match build(&view, made) {
        Some(made) => differences(report, read, made, same)?,
        None => {
            let mut finding = Finding::new(Code::Added, "", Json::Null, Json::Null);
            finding.said = Some((say.no_plan_then(), String::new()));
            report.find(finding);
        }
    }
    Ok(Some(Rc::new(list)))
}

fn differences(report: &mut Report, read: &Read, mut made: Plan, same: bool) -> Result<()> {
    let say = &nl().verify_command;
    let given = &read.plan;
    if given.head.organisation.is_some() {
        report.notes.push(say.organisation());
    }
    made.head.organisation.clone_from(&given.head.organisation);
    made.head.based_on.clone_from(&given.head.based_on);
    let unexpected = |_| {
        let text = &nl().program;
        Error::attention(text.unexpected("verifieer"), text.unexpected_todo())
    };
    for one in compare(given, &made).map_err(unexpected)? {
        let code = match one.kind {
            Kind::Added => Code::Added,
            Kind::Gone => Code::Gone,
            Kind::Changed | Kind::Filled => Code::Changed,
        };
        let finding = Finding::new(code, one.place, json!(one.given), json!(one.made));
        match one.kind {
            Kind::Filled => report.filled.push(finding),
            _ => report.find(finding),
        }
    }
    // Whatever was filled in or changed since: the fingerprint is still that of the plan as it was made.
    let first = fingerprint(&made).map_err(unexpected)?;
    if same && read.print.as_ref() != Some(&first) {
        print(report, read, json!(first));
    }
    Ok(())
}
