//! `verifieer`: recomputes a stored result, the lines of a batch, or a plan, and says exactly what differs. Asks nothing.

pub(super) mod input;
mod library;
mod plan;
mod refusal;
mod stream;
mod text;

use std::path::{Path, PathBuf};

use chrono::NaiveDate;
use clap::{Args, ValueEnum};

use super::answers;
use crate::answer::{self, show_date};
use crate::error::{Done, Error, Result};
use crate::plan::file::is_plan;
use crate::problem::{Problem, draw};
use crate::questionnaire::Questionnaire;
use crate::text::nl;
use crate::verification::{
    Code, Day, Finding, Refused, Report, ReportForm, Stated, Verdict, check, not_computed,
};
use crate::world::World;
use crate::yaml::{Node, is_blank};
use input::Input;
use library::Lists;

/// Options of `verifieer`.
#[derive(Debug, Args)]
pub struct Verifieer {
    /// Wat u wilt nakijken: een resultaat van weeg, regels van een batch of een plan; - leest wat binnenkomt
    #[arg(value_name = "BESTAND")]
    file: PathBuf,
    /// De antwoorden, als die niet in het resultaat zelf staan; bij een batch de invoer ervan
    #[arg(value_name = "ANTWOORDEN")]
    answers: Option<PathBuf>,
    /// Vragenlijst waarmee het is gemaakt: een naam of een bestand; gewoon die het resultaat noemt
    #[arg(long, value_name = "LIJST", alias = "questionnaire")]
    vragenlijst: Option<String>,
    /// Profiel waarmee het is gemaakt, als dat een eigen bestand is
    #[arg(long, value_name = "PROFIEL", alias = "profile")]
    profiel: Option<String>,
    /// Nummer van de casus waaruit het plan is gemaakt
    #[arg(long, value_name = "CASUS", alias = "case")]
    casus: Option<String>,
    /// Vorm van het verslag
    #[arg(long, value_name = "VORM", alias = "format", default_value = "tekst")]
    formaat: Form,
}

/// How the report is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Form {
    /// For a person.
    #[value(name = "tekst", alias = "text")]
    Text,
    /// For a program.
    Json,
}

impl Verifieer {
    /// Looks at what was given.
    pub fn run(&self, world: &mut World) -> Result {
        let say = &nl().verify_command;
        let stream = Path::new("-");
        if self.file == stream && self.answers.as_deref() == Some(stream) {
            return Err(Error::usage(say.both_streams(), say.both_streams_todo()));
        }
        let mut lists = Lists::open(world, self.profiel.as_deref(), self.vragenlijst.as_deref())?;
        match input::open(world, &self.file)? {
            Input::One(bytes) => self.one(world, &mut lists, &bytes),
            Input::Many(lines) => stream::many(self, world, &mut lists, lines),
        }
    }

    fn one(&self, world: &mut World, lists: &mut Lists, bytes: &[u8]) -> Result {
        let say = &nl().verify_command;
        let name = self.file.display().to_string();
        if is_blank(bytes) {
            let (what, todo) = (say.nothing_given(), say.nothing_checked_todo());
            return Err(Error::attention(what, todo));
        }
        let tree = Stated::read(bytes, &name).map_err(|problem| {
            let what = match name.as_str() {
                "-" => say.unreadable_input(),
                name => say.unreadable(name),
            };
            Error::attention(what, say.unreadable_todo())
                .with_details(vec![without_line(&problem, world)])
        })?;
        let (mut report, list) = if is_plan(&tree) {
            if self.answers.is_some() {
                let (what, todo) = (say.answers_for_plan(), say.answers_for_plan_todo());
                return Err(Error::usage(what, todo));
            }
            plan::check(world, lists, bytes, &name, self.casus.as_deref())?
        } else {
            let Some(stated) = Stated::of(&tree) else {
                if Stated::of_batch(&tree).is_some() {
                    return stream::many(self, world, lists, input::Lines::one(bytes));
                }
                let text = &nl().verification;
                return Err(Error::usage(text.not_a_result(), text.not_a_result_todo()));
            };
            if self.casus.is_some() {
                return Err(Error::usage(say.not_a_case(), say.not_a_case_todo()));
            }
            let beside = self.beside(world, &stated)?;
            if beside.is_none() && stated.answers().is_none() && !stated.was_refused() {
                let (what, todo) = (say.no_answers_given(), say.no_answers_given_todo(&name));
                return Err(Error::usage(what, todo));
            }
            result(world, lists, &stated, beside.as_ref())?
        };
        if let Some(given) = other_day(world, &report) {
            report.notes.push(say.other_day(show_date(given)));
        }
        match self.formaat {
            Form::Json => world.print(&json(&report, list.as_deref())?)?,
            Form::Text => {
                world.print(&text::report(&report, list.as_deref(), world.width))?;
            }
        }
        Ok(match report.verdict {
            Verdict::Right => Done::Well,
            Verdict::Differs | Verdict::NotComputed | Verdict::ErrorLine => Done::Attention,
        })
    }

    /// The answers in a file of their own.
    fn beside(&self, world: &mut World, stated: &Stated) -> Result<Option<Node>> {
        let say = &nl().verify_command;
        let Some(file) = &self.answers else {
            return Ok(None);
        };
        if stated.answers().is_some() {
            return Err(Error::usage(say.answers_twice(), say.answers_twice_todo()));
        }
        let bytes = world.read(file, super::lists::MOST_BYTES)?;
        let name = file.display().to_string();
        let tree = Stated::read(&bytes, &name).map_err(|problem| {
            let todo = nl().lists.answers_faulty_todo();
            Error::attention(say.unreadable_answers(&name), todo)
                .with_details(vec![without_line(&problem, world)])
        })?;
        if let Some(claim) = stated.list() {
            answers::of_this_list(&claim.id, &claim.id, &tree)?;
        }
        Ok(Some(answers::inside(&tree).clone()))
    }
}

/// A report with the list that it was made with.
type Checked = (Report, Option<std::rc::Rc<Questionnaire>>);

/// One stored result, with the answers in it or beside it.
fn result(
    world: &mut World,
    lists: &mut Lists,
    stated: &Stated,
    beside: Option<&Node>,
) -> Result<Checked> {
    let Some(tree) = beside.or(stated.answers()) else {
        let finding = Finding::new(
            Code::NoAnswers,
            crate::assessment::ANSWERS,
            Default::default(),
            Default::default(),
        );
        let why = (!stated.was_refused()).then_some(finding);
        return Ok((not_computed(stated, why), None));
    };
    let used = stated.used().unwrap_or_default();
    let list = match lists.find(world, stated.list().as_ref(), &used)? {
        Ok(list) => list,
        Err(finding) => return Ok((not_computed(stated, Some(finding)), None)),
    };
    let day = stated.day(world.today);
    let date = day.as_ref().map_or(world.today, |day| day.date());
    let read = answer::read(&list, tree, date);
    let answers = read.as_ref().map_err(|problems| Refused { problems, tree });
    let report = check(stated, &list, day, answers);
    Ok((report, Some(list)))
}

/// The day that was given, where another one is stated: that one counts.
fn other_day(world: &World, report: &Report) -> Option<NaiveDate> {
    let Some(Day::Stated(stated)) = report.day else {
        return None;
    };
    world.given_day.filter(|given| *given != stated)
}

fn json(report: &Report, list: Option<&Questionnaire>) -> Result<String> {
    let written = serde_json::to_string(&ReportForm::of(report, list));
    written.map_err(|_| {
        let text = &nl().program;
        Error::attention(text.unexpected("verifieer"), text.unexpected_todo())
    })
}

/// A problem without the line it stands on: there may be an answer in it.
fn without_line(problem: &Problem, world: &World) -> String {
    draw(std::slice::from_ref(problem), |_| None, world.colour)
}
