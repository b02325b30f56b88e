//! Many rounds of fuzzing, in release: `cargo bench --bench fuzz -- 10000000`. Says how many rounds a second each reader
//! did, keeps what made one fall over in `target/fuzz/`, and then ends with an error. `FUZZ_SEED` starts elsewhere,
//! `FUZZ_ONLY=plan` takes one reader. A round that never ends is written down and stops the run.

#![allow(
    clippy::unwrap_used,
    clippy::print_stdout,
    clippy::print_stderr,
    reason = "a measurement prints, and stops when its own input is wrong"
)]

#[path = "../tests/support/fuzz/mod.rs"]
mod fuzz;

use std::collections::BTreeMap;
use std::process::ExitCode;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::{Duration, Instant};

const ROUNDS: u64 = 100_000;
const SEED: u64 = 20_261_122;
/// The same round under way for so long never ends.
const HANGS: Duration = Duration::from_secs(60);

/// The round that is under way.
static NOW: AtomicU64 = AtomicU64::new(0);

fn main() -> ExitCode {
    let typed = std::env::args().find_map(|one| one.parse::<u64>().ok());
    let rounds = typed.unwrap_or(ROUNDS);
    let seed = std::env::var("FUZZ_SEED").ok();
    let seed = seed.and_then(|seed| seed.parse().ok()).unwrap_or(SEED);
    let only = std::env::var("FUZZ_ONLY").ok();
    let scratch = tempfile::tempdir().unwrap();
    let mut targets = fuzz::targets(scratch.path());
    targets.retain(|one| only.as_deref().is_none_or(|only| one.name == only));
    assert!(!targets.is_empty(), "no such reader");
    watch(seed);
    std::panic::set_hook(Box::new(|_| {}));
    let kept = fuzz::root().join("target/fuzz");
    let start = Instant::now();
    let (mut done, mut faults) = (BTreeMap::new(), BTreeMap::new());
    for round in 0..rounds {
        NOW.store(round, Ordering::Relaxed);
        let target = fuzz::chosen(&targets, seed, round);
        let begun = Instant::now();
        let found = fuzz::round(target, seed, round);
        let of: &mut (u64, Duration) = done.entry(target.name).or_default();
        of.0 += 1;
        of.1 += begun.elapsed();
        if let Some(found) = found {
            // The same fault once, with the first input that shows it.
            let key = format!("{}: {}", found.target, found.what);
            faults
                .entry(key)
                .or_insert_with(|| (fuzz::keep(&found, &kept), 0))
                .1 += 1;
        }
        if round > 0 && round % 1_000_000 == 0 {
            println!(
                "{round} rounds in {:.0?}, {} faults",
                start.elapsed(),
                faults.len()
            );
        }
    }
    for (name, (count, time)) in &done {
        println!("{name:16} {count:9} rounds {time:10.1?}");
    }
    println!(
        "{rounds} rounds, seed {seed}, {:.0?}, most memory {}",
        start.elapsed(),
        memory()
    );
    for (what, (file, times)) in &faults {
        println!("FAULT {times}x {what} ({file})");
    }
    if faults.is_empty() {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    }
}

/// Stops everything when one round does not end.
fn watch(seed: u64) {
    std::thread::spawn(move || {
        let mut last = u64::MAX;
        loop {
            std::thread::sleep(HANGS);
            let now = NOW.load(Ordering::Relaxed);
            if now == last {
                eprintln!("round {now} of seed {seed} does not end");
                std::process::exit(1);
            }
            last = now;
        }
    });
}

/// The most memory that this process ever had, where the system tells.
fn memory() -> String {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    line.map_or("not known here", str::trim).to_owned()
}
