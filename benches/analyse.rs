//! How long `vragenlijst analyse` looks at lists of real size, and how much it keeps: the facts about every outcome, and
//! every promise. The RiHG (20 signals, each of 3 colours or unknown) and DASH (24 questions and a judgement, each *ja*,
//! *nee* or unknown). Each list has a process of its own, so that the peak of its memory is its own.
//!
//! `cargo bench --bench analyse`

#![allow(
    clippy::expect_used,
    clippy::print_stdout,
    reason = "a measurement prints, and stops when its own input is wrong"
)]

use std::fs;
use std::hint::black_box;
use std::path::Path;
use std::process::Command;
use std::time::{Duration, Instant};

use chrono::NaiveDate;
use top3::analysis::{facts, judge};
use top3::questionnaire::check::Needs;
use top3::questionnaire::{DerivedIx, Library, Questionnaire};

/// Says to a process of its own which list it measures.
const LIST: &str = "TOP3_LIJST";
const ROUNDS: usize = 7;

fn main() {
    if let Ok(name) = std::env::var(LIST) {
        measure(&name);
        return;
    }
    let own = std::env::current_exe().expect("this program has a file");
    for name in ["rihg", "dash", "lap"] {
        let done = Command::new(&own).env(LIST, name).status();
        assert!(done.expect("it runs").success(), "{name}");
    }
}

fn measure(name: &str) {
    let list = list(name);
    let day = NaiveDate::from_ymd_opt(2026, 3, 1).expect("a day");
    let before = peak();
    let mut times: Vec<Duration> = Vec::new();
    let mut nodes = 0;
    for _ in 0..ROUNDS {
        let start = Instant::now();
        nodes = look(&list, day);
        times.push(start.elapsed());
    }
    times.sort_unstable();
    println!(
        "{name}: {} outcomes, {} promises: {:.1} ms (median of {ROUNDS}), at most {nodes} nodes for one outcome{}",
        list.derived.len(),
        list.properties.len(),
        times[ROUNDS / 2].as_secs_f64() * 1e3,
        match (before, peak()) {
            (Some(before), Some(after)) => format!(
                ", peak memory {} kB of which {} kB before it began",
                after, before
            ),
            _ => String::new(),
        }
    );
}

/// Everything that the command looks at; the most nodes of one outcome.
fn look(list: &Questionnaire, day: NaiveDate) -> usize {
    let needs = Needs::of(list);
    let found: Vec<_> = (0..list.derived.len())
        .map(|at| facts(list, &needs, day, DerivedIx(at)))
        .collect();
    for property in &list.properties {
        black_box(judge(list, &needs, property));
    }
    found.iter().map(|facts| facts.nodes).max().unwrap_or(0)
}

fn list(name: &str) -> Questionnaire {
    let mut library = Library::shipped();
    if !library.ids().any(|id| id == name) {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/instruments");
        let bytes =
            fs::read(folder.join(format!("{name}/{name}.yaml"))).expect("the list is there");
        library
            .add(&format!("{name}.yaml"), &bytes)
            .expect("it reads");
    }
    library.load(name).expect("the list is right")
}

/// The most memory this process ever had, in kilobytes; where the system tells.
fn peak() -> Option<u64> {
    let status = fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find(|line| line.starts_with("VmHWM:"))?;
    line.split_whitespace().nth(1)?.parse().ok()
}
