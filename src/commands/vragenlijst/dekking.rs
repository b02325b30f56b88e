//! `vragenlijst dekking`: what the worked cases show of a list, and what no case shows.

mod change;
mod columns;
mod form;
mod gap;
mod muteer;

use chrono::NaiveDate;
use clap::{Args, ValueEnum};

use super::cases::Read;
use super::target::Targets;
use crate::coverage::{Coverage, Sort, Tally};
use crate::error::{Done, Error, Result};
use crate::problem::Problem;
use crate::text::{indent, nl, wrap};
use crate::world::World;
use form::ListForm;
pub(in crate::commands) use form::schema;
use muteer::Mutated;

/// Options of `vragenlijst dekking`.
#[derive(Debug, Args)]
pub(super) struct Dekking {
    /// Namen, bestanden of mappen; zonder iets: alle lijsten van het programma
    #[arg(value_name = "LIJST")]
    lists: Vec<String>,
    /// Vorm van de uitkomst
    #[arg(long, value_name = "VORM", alias = "format", default_value = "tekst")]
    formaat: Form,
    /// Maak kleine wijzigingen in de lijst, en kijk welke geen enkel geval opmerkt
    #[arg(long, alias = "mutate")]
    muteer: bool,
    /// Zoveel procent van elke lijst is genoeg
    #[arg(long, value_name = "PROCENT", alias = "at-least", default_value = "100", value_parser = percent)]
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
    /// Not looked at where changes are made.
    coverage: Option<Coverage>,
}

impl Shown {
    /// The day of the latest case.
    fn latest(&self) -> Option<NaiveDate> {
        self.read.cases.iter().map(|case| case.today).max()
    }
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
                    let coverage = (!self.muteer).then(|| targets.coverage(target, &read));
                    shown.push(Shown { id, read, coverage });
                }
                Err(problems) => faulty.push(Faulty { id, problems }),
            }
        }
        let good = if self.muteer {
            self.mutate(world, &targets, &shown, &faulty)?
        } else {
            self.measure(world, &targets, &shown, &faulty)?
        };
        let empty = |one: &Shown| one.read.cases.is_empty();
        let done = good && faulty.is_empty() && !shown.iter().any(empty);
        Ok(if done { Done::Well } else { Done::Attention })
    }

    /// Whether this is enough.
    fn is_enough(&self, percent: usize) -> bool {
        percent >= usize::from(self.minstens)
    }

    fn measure(
        &self,
        world: &mut World,
        targets: &Targets,
        shown: &[Shown],
        faulty: &[Faulty],
    ) -> Result<bool> {
        match self.formaat {
            Form::Json => {
                let lists = shown.iter().map(|one| ListForm::of(one, None));
                world.print(&json(lists, faulty)?)?;
            }
            Form::Text => print(world, targets, shown, faulty)?,
        }
        let mut all = shown.iter().flat_map(|one| &one.coverage);
        Ok(all.all(|one| self.is_enough(one.whole().percent())))
    }

    fn mutate(
        &self,
        world: &mut World,
        targets: &Targets,
        shown: &[Shown],
        faulty: &[Faulty],
    ) -> Result<bool> {
        let all: Vec<_> = shown
            .iter()
            .map(|one| (one, muteer::mutate(&targets.library, one)))
            .collect();
        match self.formaat {
            Form::Json => {
                let lists = all
                    .iter()
                    .map(|(shown, made)| ListForm::of(shown, made.as_ref()));
                world.print(&json(lists, faulty)?)?;
            }
            Form::Text => {
                print_faulty(world, targets, faulty)?;
                muteer::print(world, &all)?;
            }
        }
        let enough = |made: &Option<Mutated>| {
            made.as_ref()
                .is_some_and(|made| self.is_enough(made.score.percent()))
        };
        Ok(all.iter().all(|(_, made)| enough(made)))
    }
}

fn print_faulty(world: &mut World, targets: &Targets, faulty: &[Faulty]) -> Result<()> {
    for one in faulty {
        world.print(&wrap(&nl().coverage.unread(&one.id), world.width))?;
        world.print(&targets.draw(&one.problems, world))?;
        world.print("")?;
    }
    Ok(())
}

fn print(world: &mut World, targets: &Targets, shown: &[Shown], faulty: &[Faulty]) -> Result<()> {
    let text = &nl().coverage;
    print_faulty(world, targets, faulty)?;
    let shown: Vec<(&Shown, &Coverage)> = shown
        .iter()
        .filter_map(|one| Some((one, one.coverage.as_ref()?)))
        .collect();
    if shown.is_empty() {
        return Ok(());
    }
    world.print(&table(&shown, world.width))?;
    let mut gaps = false;
    for (one, coverage) in &shown {
        if one.read.cases.is_empty() {
            gaps = true;
            world.print("")?;
            world.print(&wrap(&text.no_cases(&one.id), world.width))?;
        } else if !coverage.gaps.is_empty() {
            gaps = true;
            world.print("")?;
            print_gaps(world, one, coverage)?;
        }
    }
    world.say("")?;
    if gaps {
        world.say(&text.todo_gaps())?;
    } else {
        world.say(&text.all_covered())?;
    }
    let never = shown.iter().map(|(_, one)| one.never.len()).sum::<usize>();
    if never > 0 {
        world.say(&text.never(never))?;
    }
    world.say(&text.used_note())
}

fn print_gaps(world: &mut World, one: &Shown, coverage: &Coverage) -> Result<()> {
    let text = &nl().coverage;
    let list = &one.read.list;
    world.print(&wrap(&text.gaps_of(&one.id), world.width))?;
    for missed in &coverage.gaps {
        let place = &missed.goal.place;
        let what = gap::missing(list, &missed.goal);
        let line = format!("{}:{}: {what}", place.file, place.line);
        world.print(&indent(&line, world.width, 2))?;
        if let Some(example) = gap::example(list, missed, one.latest()) {
            world.print(&indent(&example, world.width, 4))?;
        }
    }
    Ok(())
}

/// One line a list, in columns where these fit.
fn table(shown: &[(&Shown, &Coverage)], width: usize) -> String {
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
    let rows = shown.iter().map(|(one, coverage)| {
        let mut row = vec![one.id.clone(), one.read.cases.len().to_string()];
        row.extend(Sort::ALL.map(|sort| of(coverage.tally(sort))));
        row.push(text.percent(coverage.whole().percent()));
        row
    });
    columns::lines(&head, &rows.collect::<Vec<_>>(), width)
}

fn json(lists: impl Iterator<Item = ListForm>, faulty: &[Faulty]) -> Result<String> {
    let faulty = faulty.iter();
    let faulty = faulty.map(|one| ListForm::faulty(&one.id, &one.problems));
    let form = form::Form {
        lijsten: lists.chain(faulty).collect(),
    };
    serde_json::to_string_pretty(&form).map_err(|_| {
        Error::attention(
            nl().program.unexpected("dekking"),
            nl().program.unexpected_todo(),
        )
    })
}

fn percent(text: &str) -> std::result::Result<u8, String> {
    let number = text.parse().ok();
    let number = number.filter(|number| (0..=100).contains(number));
    number.ok_or_else(|| nl().coverage.bad_percent())
}
