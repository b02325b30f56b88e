//! Every reader with some files that are almost right: none falls over or stays away. `RONDEN=100000 cargo test --release
//! fuzz` does more; `cargo bench --bench fuzz -- 10000000` does many, and keeps what it finds.

use crate::support::fuzz::{Target, chosen, input, keep, root, round, targets};

const SEED: u64 = 20_261_122;
const ROUNDS: u64 = 2_000;
/// Of one reader that is slow, and that everybody writes for.
const LISTS: u64 = 150;

fn rounds(few: u64) -> u64 {
    let rounds = std::env::var("RONDEN").ok();
    rounds.and_then(|rounds| rounds.parse().ok()).unwrap_or(few)
}

fn falls_over(target: &Target, at: u64) {
    if let Some(found) = round(target, SEED, at) {
        let kept = keep(&found, &root().join("target/fuzz"));
        panic!(
            "{}, round {}: {} ({kept})",
            found.target, found.round, found.what
        );
    }
}

#[test]
fn no_reader_falls_over_whatever_it_is_given() {
    let scratch = tempfile::tempdir().unwrap();
    let targets = targets(scratch.path());
    for at in 0..rounds(ROUNDS) {
        falls_over(chosen(&targets, SEED, at), at);
    }
}

#[test]
fn every_slip_of_an_author_gets_an_answer() {
    let scratch = tempfile::tempdir().unwrap();
    let targets = targets(scratch.path());
    let lists = targets.iter().find(|one| one.name == "vragenlijst");
    for at in 0..rounds(LISTS) {
        falls_over(lists.unwrap(), at);
    }
}

#[test]
fn the_same_round_gives_the_same_bytes_and_every_reader_has_its_share() {
    let scratch = tempfile::tempdir().unwrap();
    let targets = targets(scratch.path());
    for target in &targets {
        assert!(target.weight > 0 && !target.seeds.is_empty());
        let first: Vec<Vec<u8>> = (0..20).map(|at| input(target, SEED, at)).collect();
        let again: Vec<Vec<u8>> = (0..20).map(|at| input(target, SEED, at)).collect();
        assert_eq!(first, again, "{}", target.name);
        assert!(first.iter().any(|bytes| *bytes != target.seeds[0]));
    }
    let mut names: Vec<&str> = (0..20_000)
        .map(|at| chosen(&targets, SEED, at).name)
        .collect();
    names.sort_unstable();
    names.dedup();
    assert_eq!(names.len(), targets.len(), "{names:?}");
}
