//! `vragenlijst check`: every fault in lists and their worked cases, at once.

use super::target::Targets;
use crate::error::{Done, Result};
use crate::problem::Problem;
use crate::proof::examine;
use crate::questionnaire::lower_reader;
use crate::text::{nl, wrap};
use crate::training::{Forms, read, remarks};
use crate::world::World;
use crate::yaml::read_tree;

/// Examines the lists and prints what is wrong.
pub(super) fn run(world: &mut World, names: &[String]) -> Result {
    let targets = Targets::find(world, names)?;
    let mut problems = targets.unreadable.clone();
    let mut cases = 0;
    for target in &targets.lists {
        let examined = examine(&targets.library, &target.id, &target.cases);
        cases += examined.cases.len();
        for problem in examined.problems {
            if !problems.iter().any(|known| is_same(known, &problem)) {
                problems.push(problem);
            }
        }
    }
    for tree in &targets.papers {
        let faults = targets.library.lists_of(tree).map_or_else(
            |faults| faults,
            |lists| {
                let beside = |list: &String| targets.library.paper(list, tree).err();
                lists.iter().filter_map(beside).flatten().collect()
            },
        );
        for problem in faults {
            if !problems.iter().any(|known| is_same(known, &problem)) {
                problems.push(problem);
            }
        }
    }
    for tree in &targets.readers {
        problems.extend(lower_reader(tree).err().into_iter().flatten());
    }
    if !targets.training.is_empty() {
        problems.extend(training(&targets));
    }
    let text = &nl().author;
    if problems.is_empty() {
        match targets.readers.len() {
            0 => {}
            1 => world.print(&wrap(&text.one_reader_good(), world.width))?,
            count => world.print(&wrap(&text.readers_good(count), world.width))?,
        }
        match targets.papers.len() {
            0 => {}
            1 => world.print(&wrap(&text.one_paper_good(), world.width))?,
            count => world.print(&wrap(&text.papers_good(count), world.width))?,
        }
        match targets.training.len() {
            0 => {}
            1 => world.print(&wrap(&nl().practise.check_good_one(), world.width))?,
            count => world.print(&wrap(&nl().practise.check_good(count), world.width))?,
        }
        if targets.lists.is_empty() {
            return Ok(Done::Well);
        }
        let lists = match targets.lists.len() {
            1 => text.one_list(),
            count => text.lists(count),
        };
        let good = text.check_good(lists, super::cases(cases));
        world.print(&wrap(&good, world.width))?;
        return Ok(Done::Well);
    }
    crate::problem::sort(&mut problems);
    world.print(&targets.draw(&problems, world))?;
    world.print("")?;
    let count = match problems.len() {
        1 => text.one_fault(),
        count => text.faults(count),
    };
    world.print(&text.check_bad(count))?;
    Ok(Done::Attention)
}

/// A fault in a used list shows up in every list that uses it, there with a longer id.
fn is_same(a: &Problem, b: &Problem) -> bool {
    a.code == b.code && a.place == b.place && (a.message == b.message || !a.place.file.is_empty())
}

/// What is wrong in training cases, or could be better.
fn training(targets: &Targets) -> Vec<Problem> {
    let forms = match Forms::load(&targets.library) {
        Ok(forms) => forms,
        Err(problems) => return problems,
    };
    let mut found = Vec::new();
    for (name, text) in &targets.training {
        match read(text.as_bytes(), name, &forms) {
            Err(problems) => found.extend(problems),
            Ok(case) => {
                if let Ok(tree) = read_tree(text.as_bytes(), name) {
                    found.extend(remarks(&case, &tree));
                }
            }
        }
    }
    found
}
