//! `vragenlijst dekking`: what the worked cases show of a list, and what no case shows.

mod columns;
mod form;
mod gap;

use clap::{Args, ValueEnum};
use serde::Serialize;

use super::cases::Read;
use super::target::Targets;
use crate::coverage::{Coverage, Sort, Tally};
use crate::error::{Done, Error, Result};
use crate::problem::Problem;
use crate::text::{indent, nl, wrap};
use crate::world::World;
use form::ListForm;

/// Options of `vragenlijst dekking`.
#[derive(Debug, Args)]
pub(super) struct Dekking {
    /// Namen, bestanden of mappen; zonder iets: alle lijsten van het programma
    #[arg(value_name = "LIJST")]
    lists: Vec<String>,
    /// Vorm van de uitkomst
    #[arg(long, value_name = "VORM", alias = "format", default_value = "tekst")]
    formaat: Form,
    /// Zoveel procent van elke lijst is genoeg
    #[arg(long, value_name = "PROCENT", alias = "at-least", default_value = "100", value_parser = clap::value_parser!(u8).range(0..=100))]
    minstens: u8,
}

/// How it is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Form {
    /// For a person.
    #[value(name = "tekst", alias = "text")]
    Text,
    /// For a program.
    Json,
}

/// What the cases of one list show.
struct Shown {
    id: String,
    read: Read,
    coverage: Coverage,
}

/// A list that could not be looked at.
struct Faulty {
    id: String,
    problems: Vec<Problem>,
}

impl Dekking {
    /// Measures and prints; exit 1 where a list has less than was asked, or holds faults.
    pub(super) fn run(&self, world: &mut World) -> Result {
        let targets = Targets::find(world, &self.lists)?;
        let mut shown = Vec::new();
        let mut faulty = Vec::new();
        for problem in &targets.unreadable {
            faulty.push(Faulty {
                id: problem.place.file.to_string(),
                problems: vec![problem.clone()],
            });
        }
        for target in &targets.lists {
            let id = target.id.clone();
            match targets.read(target) {
                Ok(read) => {
                    let coverage = targets.coverage(target, &read);
                    shown.push(Shown { id, read, coverage });
                }
                Err(problems) => faulty.push(Faulty { id, problems }),
            }
        }
        match self.formaat {
            Form::Json => world.print(&json(&form::Form {
                lijsten: shown
                    .iter()
                    .map(ListForm::of)
                    .chain(
                        faulty
                            .iter()
                            .map(|one| ListForm::faulty(&one.id, &one.problems)),
                    )
                    .collect(),
            })?)?,
            Form::Text => print(world, &targets, &shown, &faulty)?,
        }
        let enough = |one: &Shown| {
            !one.read.cases.is_empty()
                && one.coverage.whole().percent() >= usize::from(self.minstens)
        };
        let done = faulty.is_empty() && shown.iter().all(enough);
        Ok(if done { Done::Well } else { Done::Attention })
    }
}

fn print(world: &mut World, targets: &Targets, shown: &[Shown], faulty: &[Faulty]) -> Result<()> {
    let text = &nl().coverage;
    for one in faulty {
        world.print(&wrap(&text.unread(&one.id), world.width))?;
        world.print(&targets.draw(&one.problems, world))?;
        world.print("")?;
    }
    if shown.is_empty() {
        return Ok(());
    }
    world.print(&table(shown, world.width))?;
    let mut gaps = false;
    for one in shown {
        if one.read.cases.is_empty() {
            gaps = true;
            world.print("")?;
            world.print(&wrap(&text.no_cases(&one.id), world.width))?;
        } else if !one.coverage.gaps.is_empty() {
            gaps = true;
            world.print("")?;
            print_gaps(world, one)?;
        }
    }
    world.say("")?;
    if gaps {
        world.say(&text.todo_gaps())?;
    } else {
        world.say(&text.all_covered())?;
    }
    let never = shown
        .iter()
        .map(|one| one.coverage.never.len())
        .sum::<usize>();
    if never > 0 {
        world.say(&text.never(never))?;
    }
    world.say(&text.used_note())
}

fn print_gaps(world: &mut World, one: &Shown) -> Result<()> {
    let text = &nl().coverage;
    let list = &one.read.list;
    world.print(&wrap(&text.gaps_of(&one.id), world.width))?;
    let latest = one.read.cases.iter().map(|case| case.today).max();
    for missed in &one.coverage.gaps {
        let place = &missed.goal.place;
        let what = gap::missing(list, &missed.goal);
        let line = format!("{}:{}: {what}", place.file, place.line);
        world.print(&indent(&line, world.width, 2))?;
        if let Some(example) = gap::example(list, missed, latest) {
            world.print(&indent(&example, world.width, 4))?;
        }
    }
    Ok(())
}

/// One line a list, in columns where these fit.
fn table(shown: &[Shown], width: usize) -> String {
    let text = &nl().coverage;
    let head = [
        text.list(),
        text.cases(),
        text.branches(),
        text.rows(),
        text.bands(),
        text.answers(),
        text.whole(),
    ];
    let of = |tally: Tally| match tally.all {
        0 => "-".to_owned(),
        _ => text.of(tally.seen, tally.all),
    };
    let rows = shown.iter().map(|one| {
        let mut row = vec![one.id.clone(), one.read.cases.len().to_string()];
        row.extend(Sort::ALL.map(|sort| of(one.coverage.tally(sort))));
        row.push(text.percent(one.coverage.whole().percent()));
        row
    });
    columns::lines(&head, &rows.collect::<Vec<_>>(), width)
}

fn json(form: &impl Serialize) -> Result<String> {
    serde_json::to_string_pretty(form).map_err(|_| {
        Error::attention(
            nl().program.unexpected("dekking"),
            nl().program.unexpected_todo(),
        )
    })
}
