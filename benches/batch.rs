//! How fast many records go, as ratios in one run on the same input: 24 questions of which 15% unknown, about 330 bytes a
//! line, 100,000 lines. The measure is the rate at which serde_json parses the same lines into a plain struct. What is
//! timed is the time this program had a processor, where the system tells: what else the machine does counts for less.
//!
//! `cargo bench --bench batch`. `TOP3_LINES` and `TOP3_ROUNDS` set how many; `TOP3_ONLY` does one of the measures, for who
//! counts instructions; `TOP3_WRITE` writes the input and the list into a folder and measures nothing.

#![allow(
    clippy::expect_used,
    clippy::print_stdout,
    reason = "a measurement prints, and stops when its own input is wrong"
)]

use std::fs;
use std::hint::black_box;
use std::path::Path;
use std::time::{Duration, Instant};

use chrono::NaiveDate;
use serde::Deserialize;
use top3::batch::{Batch, Scratch, Wishes};
use top3::questionnaire::Library;

const QUESTIONS: usize = 24;

macro_rules! plain {
    ($($field:ident)*) => {
        /// The least that any program must do with a line.
        #[derive(Deserialize)]
        struct Plain<'a> {
            id: u64,
            #[serde(borrow)]
            antwoorden: Answers<'a>,
        }
        #[derive(Deserialize)]
        struct Answers<'a> { $($field: &'a str,)* }
        fn names() -> Vec<&'static str> { vec![$(stringify!($field)),*] }
        impl Answers<'_> {
            fn total(&self) -> usize { 0 $(+ self.$field.len())* }
        }
    };
}
plain!(q01 q02 q03 q04 q05 q06 q07 q08 q09 q10 q11 q12 q13 q14 q15 q16 q17 q18 q19 q20 q21 q22 q23 q24);

fn main() {
    let number = |name: &str| std::env::var(name).ok().and_then(|text| text.parse().ok());
    let lines: usize = number("TOP3_LINES").unwrap_or(100_000);
    let rounds: usize = number("TOP3_ROUNDS").unwrap_or(7);
    let only = std::env::var("TOP3_ONLY").ok();
    let input = input(lines);
    if let Ok(folder) = std::env::var("TOP3_WRITE") {
        let folder = Path::new(&folder);
        let all: Vec<u8> = input.join(&b"\n"[..]);
        fs::write(folder.join("records.ndjson"), [&*all, b"\n"].concat()).expect("it is written");
        fs::write(folder.join("meting.yaml"), list()).expect("it is written");
        return;
    }
    let mut library = Library::default();
    let id = library
        .add("meting.yaml", list().as_bytes())
        .expect("the list reads");
    let list = library.load(&id).expect("the list is right");
    let day = NaiveDate::from_ymd_opt(2026, 3, 1).expect("a day");
    let plain = Wishes::default();
    let wishes = [
        ("levels", plain),
        (
            "with reasons",
            Wishes {
                reasons: true,
                ..plain
            },
        ),
        (
            "reasons and origin",
            Wishes {
                reasons: true,
                origin: true,
                ..plain
            },
        ),
    ];
    let batches = wishes.map(|(name, wishes)| (name, Batch::new([&list], day, wishes)));
    let parse = || {
        for line in &input {
            let plain: Plain<'_> = serde_json::from_slice(line).expect("a record");
            black_box(plain.id as usize + plain.antwoorden.total());
        }
    };
    let assess = |batch: &Batch<'_>| {
        let (mut scratch, mut out) = (Scratch::default(), Vec::new());
        for line in &input {
            if out.len() > 1 << 16 {
                black_box(&out);
                out.clear();
            }
            batch.line(line, &mut scratch, &mut out);
        }
    };
    let mut best: Vec<(&str, Duration)> = vec![("serde_json", Duration::MAX)];
    best.extend(batches.iter().map(|(name, _)| (*name, Duration::MAX)));
    // One after the other in each round, so that whatever slows the machine down slows all of them.
    for _ in 0..rounds {
        for (at, (name, took)) in best.iter_mut().enumerate() {
            if only.as_ref().is_some_and(|only| only != name) {
                continue;
            }
            let start = Clock::now();
            match at.checked_sub(1) {
                None => parse(),
                Some(at) => assess(&batches[at].1),
            }
            *took = start.elapsed().min(*took);
        }
    }
    let bytes: usize = input.iter().map(Vec::len).sum();
    println!(
        "{lines} lines of {} bytes, the best of {rounds} rounds",
        bytes / lines.max(1)
    );
    println!("{:>20} {:>12} {:>10}", "", "1000 per s", "ratio");
    let measure = best[0].1.as_secs_f64();
    for (name, took) in best {
        if took < Duration::MAX {
            let rate = lines as f64 / took.as_secs_f64() / 1000.0;
            let ratio = measure / took.as_secs_f64();
            println!("{name:>20} {rate:>12.0} {ratio:>10.2}");
        }
    }
}

/// The time that this thread had a processor; the time of day where the system does not tell.
enum Clock {
    Busy(Duration),
    Wall(Instant),
}

impl Clock {
    fn now() -> Self {
        Self::busy().map_or_else(|| Self::Wall(Instant::now()), Self::Busy)
    }

    fn elapsed(&self) -> Duration {
        match self {
            Self::Busy(start) => Self::busy().unwrap_or_default().saturating_sub(*start),
            Self::Wall(start) => start.elapsed(),
        }
    }

    fn busy() -> Option<Duration> {
        let text = fs::read_to_string("/proc/thread-self/schedstat").ok()?;
        let busy = text.split_whitespace().next()?.parse().ok()?;
        Some(Duration::from_nanos(busy))
    }
}

fn input(lines: usize) -> Vec<Vec<u8>> {
    let mut seed = 20_261_122_u64;
    let mut next = move || {
        seed ^= seed << 13;
        seed ^= seed >> 7;
        seed ^= seed << 17;
        seed % 100
    };
    let record = |id: usize| {
        let each: Vec<String> = names()
            .iter()
            .map(|name| {
                let word = match next() {
                    0..15 => "onbekend",
                    15..50 => "ja",
                    _ => "nee",
                };
                format!("\"{name}\":\"{word}\"")
            })
            .collect();
        format!("{{\"id\":{id},\"antwoorden\":{{{}}}}}", each.join(",")).into_bytes()
    };
    (0..lines).map(record).collect()
}

fn list() -> String {
    let mut text = String::from(
        "id: meting\nversie: 1.0.0\ntitel: Meting\nbron: Eigen voorbeeld\nonderdelen:\n  - id: deel\n    titel: Deel\n    vragen:\n",
    );
    for name in names() {
        text += &format!("      - {{ id: {name}, vraag: A?, soort: ja_nee }}\n");
    }
    let all = names().join(", ");
    text += &format!("afgeleid:\n  - {{ id: som, som: [{all}] }}\n");
    text += "  - id: niveau\n    niveaus: [{ id: laag, tekst: Laag }, { id: midden, tekst: Midden }, { id: hoog, tekst: Hoog }]\n";
    text += "    banden:\n      van: som\n      rijen: [{ onder: 10, is: laag, reden: Minder dan 10. }, { vanaf: 10, onder: 14, is: midden, reden: 10 tot 14. }, { vanaf: 14, is: hoog, reden: 14 of meer. }]\n";
    assert_eq!(names().len(), QUESTIONS);
    text
}
