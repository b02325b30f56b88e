//! How long a person waits between two questions: from the reply until the next screen is written, with the list of a whole
//! case (which takes in all shipped lists) and an invented case from start to finish. Answers are kept in memory: what a
//! disk takes for its flush comes on top, and is the disk's own.
//!
//! `cargo bench --bench step`

#![allow(
    clippy::expect_used,
    clippy::print_stdout,
    reason = "a measurement prints, and stops when its own input is wrong"
)]

use std::fs;
use std::io::{Empty, empty};
use std::path::Path;
use std::time::{Duration, Instant};

use serde::de::DeserializeOwned;
use top3::answer::{Answers, read};
use top3::interview::{
    Asker, Ended, Info, Lines, Memory, Phone, Reply, Screen, Script, Setting, Stop, VagueWord, run,
};
use top3::questionnaire::Library;
use top3::yaml;

const ROUNDS: usize = 9;
const CASES: [&str; 3] = ["acuut-onveilig", "hulp-en-plan", "vermoeden-weggenomen"];

fn main() {
    for name in CASES {
        let file = Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("examples/{name}.yaml"));
        let Ok(bytes) = fs::read(file) else {
            println!("{name}: not there");
            continue;
        };
        measure(name, &bytes);
    }
}

fn measure(name: &str, bytes: &[u8]) {
    let node = yaml::read_tree(bytes, name).expect("it reads");
    let word = |key: &str| {
        node.get(key)
            .and_then(|value| value.text())
            .expect("a word")
    };
    let start = Instant::now();
    let library = Library::shipped();
    let list = library.load(word("vragenlijst")).expect("a list");
    let loading = start.elapsed();
    let today = word("datum").parse().expect("a day");
    let answers: Answers =
        read(&list, node.get("antwoorden").expect("answers"), today).expect("answers");
    let phones: Vec<Phone> = shared(&library, "nummers");
    let vague: Vec<VagueWord> = shared(&library, "woorden");
    let setting = Setting {
        list: &list,
        today,
        phones: &phones,
        vague: &vague,
    };
    // Of each step the shortest of all rounds: what else the machine does can only slow it down.
    let mut best: Vec<Duration> = Vec::new();
    for _ in 0..ROUNDS {
        let mut watch = Stopwatch {
            script: Script::new(&list, &answers),
            screen: Lines::new(empty(), Vec::new(), 80),
            left: None,
            steps: Vec::new(),
        };
        let ended = run(setting, &mut Memory::default(), &mut watch).expect("it goes on");
        assert_eq!(ended, Ended::Finished, "{name}");
        best.resize(watch.steps.len(), Duration::MAX);
        for (best, step) in best.iter_mut().zip(&watch.steps) {
            *best = (*best).min(*step);
        }
    }
    best.sort_unstable();
    let at = |share: f64| best[((best.len() - 1) as f64 * share) as usize].as_secs_f64() * 1e3;
    println!(
        "{name}: {} questions in the list, {} steps: {:.2} ms in the middle, {:.2} ms at 95%, {:.2} ms at most; loading the list {:.0} ms",
        list.question_indexes().count(),
        best.len(),
        at(0.5),
        at(0.95),
        at(1.0),
        loading.as_secs_f64() * 1e3,
    );
}

fn shared<T: DeserializeOwned>(library: &Library, name: &str) -> T {
    let path = format!("questionnaires/gedeeld/{name}.yaml");
    yaml::read(library.text(&path).expect("it is there").as_bytes(), &path).expect("it reads")
}

/// Replies from a script, and measures how long it waited for the next screen to be written.
struct Stopwatch<'a> {
    script: Script<'a>,
    screen: Lines<Empty, Vec<u8>>,
    left: Option<Instant>,
    steps: Vec<Duration>,
}

impl Asker for Stopwatch<'_> {
    fn ask(&mut self, screen: &Screen) -> Result<Reply, Stop> {
        let waited = self.left.map(|left| left.elapsed());
        let reply = self.script.ask(screen)?;
        let writes = Instant::now();
        self.screen.play(screen, &reply)?;
        self.steps
            .extend(waited.map(|waited| waited + writes.elapsed()));
        self.left = Some(Instant::now());
        Ok(reply)
    }

    fn tell(&mut self, info: &Info) -> Result<(), Stop> {
        self.script.tell(info)
    }

    fn blank(&mut self, neutral: &str) -> Result<(), Stop> {
        self.script.blank(neutral)
    }
}
