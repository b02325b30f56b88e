//! How fast many records go, as ratios in one run on the same input: 24 questions of which 15% unknown, about 330 bytes a
//! line, 100,000 lines. The measure is the rate at which serde_json parses the same lines into a plain struct.
//!
//! `cargo bench --bench batch`; `TOP3_REGELS` sets how many lines.

#![allow(
    clippy::expect_used,
    clippy::print_stdout,
    reason = "a measurement prints, and stops when its own input is wrong"
)]

use std::hint::black_box;
use std::time::{Duration, Instant};

use chrono::NaiveDate;
use serde::Deserialize;
use top3::batch::{Batch, Scratch, Wishes};
use top3::questionnaire::Library;

const QUESTIONS: usize = 24;
const ROUNDS: usize = 7;

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
    let lines = std::env::var("TOP3_REGELS")
        .ok()
        .and_then(|text| text.parse().ok());
    let input = input(lines.unwrap_or(100_000));
    let bytes: usize = input.iter().map(Vec::len).sum();
    println!(
        "{} regels, gemiddeld {} bytes",
        input.len(),
        bytes / input.len()
    );
    let mut library = Library::default();
    let id = library
        .add("meting.yaml", list().as_bytes())
        .expect("the list reads");
    let list = library.load(&id).expect("the list is right");
    let day = NaiveDate::from_ymd_opt(2026, 3, 1).expect("a day");
    let levels = Batch::new([&list], day, Wishes::default());
    let reasons = Batch::new(
        [&list],
        day,
        Wishes {
            reasons: true,
            ..Wishes::default()
        },
    );
    let measure = best(|| {
        for line in &input {
            let plain: Plain<'_> = serde_json::from_slice(line).expect("a record");
            black_box(plain.id as usize + plain.antwoorden.total());
        }
    });
    let run = |batch: &Batch<'_>| {
        best(|| {
            let (mut scratch, mut out) = (Scratch::default(), Vec::new());
            for line in &input {
                if out.len() > 1 << 16 {
                    black_box(&out);
                    out.clear();
                }
                batch.line(line, &mut scratch, &mut out);
            }
        })
    };
    let rate = |took: Duration| input.len() as f64 / took.as_secs_f64() / 1000.0;
    println!("{:>24} {:>12} {:>10}", "", "1000 per s", "verhouding");
    for (name, took) in [
        ("serde_json", measure),
        ("niveaus", run(&levels)),
        ("met redenen", run(&reasons)),
    ] {
        let ratio = measure.as_secs_f64() / took.as_secs_f64();
        println!("{name:>24} {:>12.0} {ratio:>10.2}", rate(took));
    }
}

/// The fastest of some rounds: what else the machine does can only slow one down.
fn best(mut work: impl FnMut()) -> Duration {
    let rounds = (0..ROUNDS).map(|_| {
        let start = Instant::now();
        work();
        start.elapsed()
    });
    rounds.min().unwrap_or_default()
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
