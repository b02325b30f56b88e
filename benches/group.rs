//! How long `groep` takes with five hundred participants and a hundred questions, from the files to the page with pictures
//! and to the table: the program itself, starting and reading included.
//!
//! `cargo bench --bench group`

#![allow(
    clippy::expect_used,
    clippy::print_stdout,
    reason = "a measurement prints, and stops when its own input is wrong"
)]

use std::fmt::Write as _;
use std::fs;
use std::path::Path;
use std::process::Command;
use std::time::{Duration, Instant};

use top3::agreement::Random;

const PEOPLE: usize = 500;
const ROUNDS: usize = 5;
const FACTS: usize = 18;
const SITUATIONS: usize = 16;
/// Two of each round, one of each fact, four of each situation, eight conclusions.
const QUESTIONS: usize = 2 * ROUNDS + FACTS + 4 * SITUATIONS + 8;
const HASH: &str = "0000000000000000000000000000000000000000000000000000000000000000";

fn main() {
    assert_eq!(QUESTIONS, 100);
    let work = tempfile::tempdir().expect("a folder");
    let files = work.path().join("groep");
    fs::create_dir(&files).expect("a folder in it");
    let mut random = Random::new(1);
    for who in 0..PEOPLE {
        let text = participant(who, &mut random);
        fs::write(files.join(format!("d{who}.yaml")), text).expect("a file");
    }
    for form in ["tekst", "html", "csv"] {
        let mut times: Vec<Duration> = (0..5).map(|_| run(work.path(), &files, form)).collect();
        times.sort_unstable();
        println!(
            "{PEOPLE} participants, {QUESTIONS} questions, {form}: {:.2} s (median of 5; the longest {:.2} s)",
            times[2].as_secs_f64(),
            times[4].as_secs_f64()
        );
    }
}

fn run(work: &Path, files: &Path, form: &str) -> Duration {
    let start = Instant::now();
    let done = Command::new(env!("CARGO_BIN_EXE_top3"))
        .current_dir(work)
        .args([
            "--map",
            "casussen",
            "--instellingen",
            "geen.yaml",
            "--datum",
            "2026-06-01",
            "groep",
        ])
        .arg(files)
        .args(["--formaat", form])
        .output()
        .expect("it runs");
    let took = start.elapsed();
    assert!(
        done.status.success(),
        "{}",
        String::from_utf8_lossy(&done.stderr)
    );
    assert!(done.stdout.len() > 10_000);
    took
}

/// Somebody who mostly thinks like most.
fn participant(who: usize, random: &mut Random) -> String {
    let mut pick = |options: &[&'static str]| {
        let most = random.below(3) > 0;
        options[if most { 0 } else { random.below(options.len()) }]
    };
    let mut text = format!(
        "oefening:\n  formaat: 1\n  fictief: ja\n  casus: {{ id: meting, versie: 1.0.0, sha256: {HASH} }}\n  \
         vragenlijst: {{ id: oefening, versie: 1.0.0, sha256: {HASH} }}\n  ronde: 1\n  deelnemer: d{who}\n  samen: nee\n  \
         datum: 2026-06-01\nantwoorden:\n  rondes:\n"
    );
    let yes_no = ["ja", "nee", "onbekend"];
    for round in 1..=ROUNDS {
        let (danger, step) = (
            pick(&yes_no),
            pick(&["collega", "veilig_thuis", "gesprek", "meer_weten"]),
        );
        let _ = writeln!(
            text,
            "  - {{ id: r{round}, gevaar_nu: {danger}, eerste_stap: {step}, ronde_reden: Omdat ik het zo zie bij ronde {round}. }}"
        );
    }
    text.push_str("  gegevens:\n");
    for fact in 1..=FACTS {
        let kind = pick(&[
            "gebeurtenis",
            "risicofactor",
            "gevolg",
            "kracht",
            "uitzoeken",
            "elders",
        ]);
        let _ = writeln!(text, "  - {{ id: f{fact}, categorie: {kind} }}");
    }
    text.push_str("  situaties:\n");
    for situation in 1..=SITUATIONS {
        let (flag, weight) = (pick(&yes_no), pick(&["2", "1", "3", "0", "onbekend"]));
        let (again, haste) = (pick(&["3", "2", "1", "0"]), pick(&["dagen", "nu", "weken"]));
        let _ = writeln!(
            text,
            "  - {{ id: s{situation}, rode_vlag: {flag}, ernst: {weight}, herhaling: {again}, urgentie: {haste}, \
             situatie_reden: Dit weeg ik zo. }}"
        );
    }
    let order = pick(&["[s1, s2, s3]", "[s2, s1, s3]", "[s1, s3, s2]", "[s4, s1]"]);
    let _ = writeln!(text, "  top3: {order}");
    for conclusion in ["acuut", "structureel"] {
        let _ = writeln!(text, "  {conclusion}: {}", pick(&yes_no));
    }
    let _ = writeln!(
        text,
        "  besluit: {}",
        pick(&["melden_en_hulp", "hulp", "melden", "volgen"])
    );
    for profile in ["terreur", "stress", "zorg", "kindgedrag", "scheiding"] {
        let stands = pick(&["uitgesloten", "weet_niet", "vermoedelijk"]);
        let _ = writeln!(text, "  {profile}: {stands}");
    }
    text
}
