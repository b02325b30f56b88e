//! A stream with one result on each line, beside the records that it was made from where these are given.

use std::collections::VecDeque;

use super::input::{self, Line, Lines as Stream};
use super::library::Lists;
use super::refusal::Known;
use super::{Checked, Form, Verifieer, json, other_day, result, text};
use crate::answer::show_date;
use crate::error::{Done, Error, Result};
use crate::text::nl;
use crate::verification::{Code, Finding, Of, Report, Stated, Verdict, not_computed};
use crate::world::World;

/// So many error lines wait for a line that says of which list it is.
const MOST_WAITING: usize = 1000;

/// Looks at every line.
pub(super) fn many(
    typed: &Verifieer,
    world: &mut World,
    lists: &mut Lists,
    mut lines: Stream,
) -> Result {
    let say = &nl().verify_command;
    if typed.casus.is_some() {
        return Err(Error::usage(say.not_a_case(), say.not_a_case_todo()));
    }
    let mut beside = match &typed.answers {
        Some(file) => Some(input::lines(world, file)?),
        None => None,
    };
    let mut run = Run {
        typed,
        counts: text::Counts::default(),
        known: Known::open(world, lists)?,
        waiting: VecDeque::new(),
        unknown_list: false,
        other_days: false,
    };
    while let Some((number, line)) = lines.next()? {
        let record = match &mut beside {
            Some(beside) => beside.next()?.map(|(_, line)| line),
            None => None,
        };
        match (read(line), record) {
            (Ok(stated), Some(record)) if stated.is_error_line() => {
                let error = (number, stated, record);
                if run.known.is_empty() && run.waiting.len() < MOST_WAITING {
                    run.waiting.push_back(error);
                } else {
                    run.error(world, lists, error)?;
                }
            }
            (read, record) => {
                let checked = match read {
                    Ok(stated) => good(world, lists, &stated, record)?,
                    Err(report) => (*report, None),
                };
                run.known.learn(&checked);
                run.waited(world, lists)?;
                let misses = |one: &Finding| one.code == Code::NoAnswers;
                let nothing = run.counts.looked_at() == 0 && beside.is_none();
                if nothing && checked.0.findings.iter().any(misses) {
                    // Every next line would say the same.
                    let text = &nl().verification;
                    return Err(Error::usage(text.no_answers(), text.no_answers_todo()));
                }
                run.print(world, number, checked)?;
            }
        }
    }
    run.waited(world, lists)?;
    run.end(world)?;
    if let (Some(rest), Some(file)) = (&mut beside, &typed.answers)
        && rest.next()?.is_some()
    {
        let what = say.records_left(file.display());
        return Err(Error::attention(what, say.records_left_todo()));
    }
    let all_seen = run.counts.differ == 0 && !run.unknown_list;
    Ok(if all_seen {
        Done::Well
    } else {
        Done::Attention
    })
}

struct Run<'a> {
    typed: &'a Verifieer,
    counts: text::Counts,
    known: Known,
    /// Error lines before the first line that says of which list it is.
    waiting: VecDeque<(usize, Stated, Line)>,
    /// Of an error line it could not be told which list it is of.
    unknown_list: bool,
    /// A line says another day than was given.
    other_days: bool,
}

impl Run<'_> {
    fn waited(&mut self, world: &mut World, lists: &mut Lists) -> Result<()> {
        while let Some(error) = self.waiting.pop_front() {
            self.error(world, lists, error)?;
        }
        Ok(())
    }

    fn error(
        &mut self,
        world: &mut World,
        lists: &mut Lists,
        (number, stated, record): (usize, Stated, Line),
    ) -> Result<()> {
        let checked = self.known.check(world, lists, &stated, &record)?;
        self.unknown_list |= checked.0.verdict == Verdict::NotComputed;
        self.print(world, number, checked)
    }

    fn print(&mut self, world: &mut World, number: usize, checked: Checked) -> Result<()> {
        let (mut report, list) = checked;
        self.counts.take(report.verdict);
        let given = other_day(world, &report);
        self.other_days |= given.is_some();
        match self.typed.formaat {
            Form::Json => {
                let say = &nl().verify_command;
                report
                    .notes
                    .extend(given.map(|day| say.other_day(show_date(day))));
                world.print(&json(&report, list.as_deref())?)
            }
            Form::Text => match text::record(&report, list.as_deref(), number, world.width) {
                Some(text) => world.print(&text),
                None => Ok(()),
            },
        }
    }

    fn end(&self, world: &mut World) -> Result<()> {
        let say = &nl().verify_command;
        if self.counts.looked_at() == 0 && !self.unknown_list {
            let (what, todo) = (say.nothing_checked(), say.nothing_checked_todo());
            return Err(Error::attention(what, todo));
        }
        if self.typed.formaat == Form::Text {
            world.print(&text::summary(&self.counts, world.width))?;
            if let (true, Some(day)) = (self.other_days, world.given_day) {
                world.say(&say.other_days(show_date(day)))?;
            }
        }
        if self.unknown_list {
            return Err(Error::attention(
                say.refused_list(),
                say.refused_list_todo(),
            ));
        }
        Ok(())
    }
}

/// A line as a result or an error line; a report where it is neither.
fn read(line: Line) -> std::result::Result<Stated, Box<Report>> {
    let say = &nl().verify_command;
    let unreadable = |what: String, todo: String| {
        let mut report = Report::new(Of::Result);
        let mut finding =
            Finding::new(Code::Unreadable, "", Default::default(), Default::default());
        finding.said = Some((what, todo));
        report.find(finding);
        Box::new(report)
    };
    let Line::Whole(bytes) = line else {
        return Err(unreadable(say.too_long(), say.too_long_todo()));
    };
    let tree =
        Stated::read(&bytes, "").map_err(|problem| unreadable(problem.message, problem.tip))?;
    Stated::of_batch(&tree).ok_or_else(|| {
        let text = &nl().verification;
        unreadable(text.not_a_result(), text.not_a_result_todo())
    })
}

/// A line with outcomes, with the record that it was made from where that is given.
fn good(
    world: &mut World,
    lists: &mut Lists,
    stated: &Stated,
    record: Option<Line>,
) -> Result<Checked> {
    let tree = match record {
        Some(Line::Whole(bytes)) => Stated::read(&bytes, "").ok(),
        _ => None,
    };
    let Some(tree) = tree else {
        return result(world, lists, stated, None);
    };
    let id = Stated::id_of(&tree);
    if id != stated.id() {
        let finding = Finding::new(Code::OtherRecord, "id", stated.id(), id);
        return Ok((not_computed(stated, Some(finding)), None));
    }
    let answers = tree.get(crate::assessment::ANSWERS);
    result(world, lists, stated, answers)
}
