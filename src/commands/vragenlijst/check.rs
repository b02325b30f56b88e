//! `vragenlijst check`: every fault in lists and their worked cases, at once.

use super::target::Targets;
use crate::error::{Done, Result};
use crate::problem::{Code, Problem};
use crate::proof::examine;
use crate::questionnaire::lower_reader;
use crate::text::{nl, wrap};
use crate::training::{Forms, TrainingCase, packed, read, remarks};
use crate::world::World;
use crate::yaml::{Node, read_tree};

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
                    found.extend(taken_names(&case, text, &tree));
                }
            }
        }
    }
    found
}

/// A copy of a case of the program that still has its name or title: answers to the two would get mixed up.
fn taken_names(case: &TrainingCase, text: &str, tree: &Node) -> Vec<Problem> {
    let say = &nl().practise;
    let at = |key: &str| {
        tree.entry(key)
            .map_or_else(|| tree.place.clone(), |(name, _)| name.place.clone())
    };
    let mut found = Vec::new();
    for ours in packed().filter(|ours| ours.text != text) {
        let title = read_tree(ours.text.as_bytes(), ours.file).ok();
        let title = title.and_then(|tree| tree.get("titel")?.text().map(str::to_owned));
        if ours.id == case.id {
            let (says, tip) = (say.same_name(ours.id), say.same_name_todo());
            found.push(Problem::new(Code::RepeatedId, at("oefencasus"), says, tip));
        }
        if title.as_ref() == Some(&case.title) {
            let (says, tip) = (say.same_title(&case.title), say.same_title_todo());
            found.push(Problem::new(Code::RepeatedId, at("titel"), says, tip));
        }
    }
    found
}
