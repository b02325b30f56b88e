//! Fuzzing every reader of the program with files that are almost right: real ones, mutated. Each round is a number: the
//! same seed, target and round give the same bytes, so that whatever is found can be looked at again.

mod cases;
mod mutate;
mod plans;
mod targets;
mod training;

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::Path;
use std::time::{Duration, Instant};

pub use mutate::Dice;
pub use targets::{Target, root, targets};

/// A round that takes longer than this is a fault.
pub const MOST_TIME: Duration = Duration::from_secs(5);

/// What a round brought to light.
#[derive(Debug)]
pub struct Found {
    pub target: &'static str,
    pub round: u64,
    pub what: String,
    pub input: Vec<u8>,
}

/// The bytes of one round.
pub fn input(target: &Target, seed: u64, round: u64) -> Vec<u8> {
    let mut dice = Dice::new(seed ^ mutate::hash(target.name.as_bytes()), round);
    mutate::input(target, &mut dice)
}

/// One round. What went wrong is given back with the bytes that did it.
pub fn round(target: &Target, seed: u64, round: u64) -> Option<Found> {
    let bytes = input(target, seed, round);
    let start = Instant::now();
    let done = catch_unwind(AssertUnwindSafe(|| (target.read)(&bytes)));
    let what = match done {
        Err(panic) => words(panic.as_ref()),
        Ok(()) if start.elapsed() > MOST_TIME => format!("took {:?}", start.elapsed()),
        Ok(()) => return None,
    };
    Some(Found {
        target: target.name,
        round,
        what,
        input: bytes,
    })
}

/// Which of the targets a round is for, so that each gets its share.
pub fn chosen(targets: &[Target], seed: u64, round: u64) -> &Target {
    let whole: u32 = targets.iter().map(|one| one.weight).sum();
    let mut at = Dice::new(seed, round).below(whole as usize) as u32;
    for one in targets {
        if at < one.weight {
            return one;
        }
        at -= one.weight;
    }
    &targets[0]
}

/// Keeps what was found in a folder. Gives the name of the file.
pub fn keep(found: &Found, folder: &Path) -> String {
    let file = folder.join(format!("{}-{}", found.target, found.round));
    std::fs::create_dir_all(folder).unwrap();
    std::fs::write(&file, &found.input).unwrap();
    file.display().to_string()
}

fn words(panic: &(dyn std::any::Any + Send)) -> String {
    let text = panic.downcast_ref::<&str>().map(|text| (*text).to_owned());
    text.or_else(|| panic.downcast_ref::<String>().cloned())
        .unwrap_or_else(|| "a panic".to_owned())
}
