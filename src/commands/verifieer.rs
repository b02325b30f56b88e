//! `verifieer`: recomputes a stored result, the lines of a batch, or a plan, and says exactly what differs. Asks nothing.

pub(super) mod input;
mod library;
mod plan;
mod text;

use std::path::{Path, PathBuf};

use clap::{Args, ValueEnum};

use super::answers;
use crate::answer;
use crate::error::{Done, Error, Result};
use crate::plan::file::is_plan;
use crate::problem::{Problem, draw};
use crate::questionnaire::Questionnaire;
use crate::text::nl;
use crate::verification::{
    Code, Finding, Of, Refused, Report, ReportForm, Stated, Verdict, check, not_computed,
};
use crate::world::World;
use crate::yaml::{Node, is_blank};
use input::{Input, Line};
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
            Input::Many(lines) => self.many(world, &mut lists, lines),
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
        let (report, list) = if is_plan(&tree) {
            if self.answers.is_some() {
                let (what, todo) = (say.answers_for_plan(), say.answers_for_plan_todo());
                return Err(Error::usage(what, todo));
            }
            plan::check(world, lists, bytes, &name, self.casus.as_deref())?
        } else {
            let Some(stated) = Stated::of(&tree) else {
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
        match self.formaat {
            Form::Json => world.print(&json(&report, list.as_deref())?)?,
            Form::Text => {
                world.print(&text::report(&report, list.as_deref(), world.width))?;
            }
        }
        Ok(match report.verdict {
            Verdict::Right => Done::Well,
            Verdict::Differs | Verdict::NotComputed => Done::Attention,
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

    fn many(&self, world: &mut World, lists: &mut Lists, mut lines: input::Lines) -> Result {
        let say = &nl().verify_command;
        if self.casus.is_some() {
            return Err(Error::usage(say.not_a_case(), say.not_a_case_todo()));
        }
        let mut counts = text::Counts::default();
        let mut beside = match &self.answers {
            Some(file) => Some(input::lines(world, file)?),
            None => None,
        };
        while let Some((number, line)) = lines.next()? {
            let answers = match &mut beside {
                Some(beside) => beside.next()?.map(|(_, line)| line),
                None => None,
            };
            let (report, list) = record(world, lists, line, answers)?;
            let misses = |one: &Finding| one.code == Code::NoAnswers;
            if counts.checked() == 0 && beside.is_none() && report.findings.iter().any(misses) {
                // Every next line would say the same.
                let text = &nl().verification;
                return Err(Error::usage(text.no_answers(), text.no_answers_todo()));
            }
            counts.take(report.verdict);
            match self.formaat {
                Form::Json => world.print(&json(&report, list.as_deref())?)?,
                Form::Text => {
                    if let Some(text) = text::record(&report, list.as_deref(), number, world.width)
                    {
                        world.print(&text)?;
                    }
                }
            }
        }
        if counts.checked() == 0 {
            let (what, todo) = (say.nothing_checked(), say.nothing_checked_todo());
            return Err(Error::attention(what, todo));
        }
        if self.formaat == Form::Text {
            world.print(&text::summary(&counts, world.width))?;
        }
        if let (Some(rest), Some(file)) = (&mut beside, &self.answers)
            && rest.next()?.is_some()
        {
            let what = say.records_left(file.display());
            return Err(Error::attention(what, say.records_left_todo()));
        }
        Ok(if counts.differ == 0 {
            Done::Well
        } else {
            Done::Attention
        })
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

/// One line of a batch, with the line that it was made from where that is given.
fn record(
    world: &mut World,
    lists: &mut Lists,
    line: Line,
    beside: Option<Line>,
) -> Result<Checked> {
    let say = &nl().verify_command;
    let unreadable = |what: String, todo: String| {
        let mut report = Report::new(Of::Result);
        let mut finding =
            Finding::new(Code::Unreadable, "", Default::default(), Default::default());
        finding.said = Some((what, todo));
        report.find(finding);
        Ok((report, None))
    };
    let Line::Whole(bytes) = line else {
        return unreadable(say.too_long(), say.too_long_todo());
    };
    let tree = match Stated::read(&bytes, "") {
        Ok(tree) => tree,
        Err(problem) => return unreadable(problem.message, problem.tip),
    };
    let Some(stated) = Stated::of_batch(&tree) else {
        let text = &nl().verification;
        return unreadable(text.not_a_result(), text.not_a_result_todo());
    };
    let tree = match beside {
        // What was refused passes as it is.
        Some(Line::Whole(bytes)) if !stated.was_refused() => Stated::read(&bytes, "").ok(),
        _ => None,
    };
    let Some(tree) = tree else {
        return result(world, lists, &stated, None);
    };
    let id = Stated::id_of(&tree);
    if id != stated.id() {
        let finding = Finding::new(Code::OtherRecord, "id", stated.id(), id);
        return Ok((not_computed(&stated, Some(finding)), None));
    }
    let answers = tree.get(crate::assessment::ANSWERS);
    result(world, lists, &stated, answers)
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
