//! `oefen` through the real program: a whole walk, stopping half way, after the talk, and a folder that never mixes.

use std::fs;
use std::path::PathBuf;

use assert_cmd::Command;
use tempfile::TempDir;
use top3::questionnaire::Library;
use top3::training::{Forms, TrainingCase, packed, read};

use crate::support::golden::golden;
use crate::support::program::{Run, refused};

const CASE: &str = "tot-hij-rustig-is";

struct Room {
    folder: TempDir,
}

impl Room {
    fn new() -> Self {
        Self {
            folder: tempfile::tempdir().unwrap(),
        }
    }

    fn file(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    /// Runs it with this folder as `--map`.
    fn at(&self, map: &str, args: &[&str], input: &str) -> Run {
        let output = Command::cargo_bin("top3")
            .unwrap()
            .current_dir(self.folder.path())
            .args(["--map", map, "--instellingen", "instellingen.yaml"])
            .args(["--datum", "2026-05-04", "--regels"])
            .args(args)
            .write_stdin(input)
            .output()
            .unwrap();
        let text = |bytes: Vec<u8>| String::from_utf8(bytes).unwrap();
        Run {
            code: output.status.code(),
            out: text(output.stdout),
            err: text(output.stderr),
        }
    }

    fn practise(&self, args: &[&str], input: &str) -> Run {
        let args = [&["oefen"], args].concat();
        self.at("oefeningen", &args, input)
    }

    fn answers(&self, name: &str) -> String {
        fs::read_to_string(self.file("oefeningen").join(name)).unwrap()
    }
}

fn case() -> TrainingCase {
    let forms = Forms::load(&Library::shipped()).unwrap();
    let found = packed().find(|one| one.id == CASE).unwrap();
    read(found.text.as_bytes(), found.file, &forms).unwrap()
}

/// What somebody types who works through the case.
fn typed() -> Vec<String> {
    let case = case();
    let mut lines: Vec<String> = Vec::new();
    let mut say = |words: &[&str]| lines.extend(words.iter().map(|word| (*word).to_owned()));
    for round in &case.rounds {
        say(&["nee", "collega", "Eerst overleggen."]);
        round.facts.iter().for_each(|_| say(&["gebeurtenis"]));
    }
    case.sentences
        .iter()
        .for_each(|_| say(&["Er is vaak ruzie."]));
    for _ in &case.situations {
        say(&["nee", "2", "1", "dagen", ""]);
    }
    say(&["1,2,3", "Eerst het letsel.", "nee", "onbekend", "hulp"]);
    say(&[
        "weet_niet",
        "weet_niet",
        "weet_niet",
        "weet_niet",
        "weet_niet",
    ]);
    say(&["Meer tijd.", "klaar"]);
    lines
}

fn input(lines: &[String]) -> String {
    lines
        .iter()
        .fold(String::new(), |all, line| all + line + "\n")
}

#[test]
fn a_whole_case_ends_with_the_key_beside_ones_own_answers_and_never_with_a_grade() {
    let room = Room::new();
    let run = room.practise(&[CASE, "--naam", "d7k2"], &input(&typed()));
    assert_eq!(run.code, Some(0), "{}", run.err);
    golden("oefen-sleutel.txt", &run.out);
    for mark in [
        "OEFENING (FICTIEF)",
        "112",
        "0800-2000",
        "onversleuteld",
        "Zo kan het ook",
    ] {
        assert!(run.err.contains(mark), "{mark}: {}", run.err);
    }
    let flat = run.err.split_whitespace().collect::<Vec<_>>().join(" ");
    // Of what is given, all is read, and a vague word is pointed out.
    for said in [&case().situations[0].text, "\"vaak\""] {
        let said = said.split_whitespace().collect::<Vec<_>>().join(" ");
        assert!(flat.contains(&said), "{said}: {flat}");
    }
    let page = run.out.to_lowercase();
    for word in ["score", "punten", "procent", "%", "fout", "juist"] {
        assert!(!page.contains(word), "{word} in {page}");
    }
    // What it was written for, only the key tells.
    let told = run.err.split("Alles is gevraagd").next().unwrap();
    assert!(!told.contains("niet getoetst"), "{told}");
    // As long as the group still talks about it, nobody need see it.
    let later = room.practise(&[CASE, "--naam", "d7k2", "--zonder-sleutel"], "");
    assert!(later.code == Some(0) && later.out.is_empty(), "{later:?}");
    assert!(
        later.err.contains("leest u na het gesprek met"),
        "{later:?}"
    );
}

#[test]
fn who_stops_goes_on_where_they_were_and_loses_nothing() {
    let (whole, half) = (Room::new(), Room::new());
    let lines = typed();
    let name = format!("{CASE}-d7k2-1.yaml");
    whole.practise(&[CASE, "--naam", "d7k2"], &input(&lines));
    let mut from = 0;
    for until in [1, 9, 30, lines.len()] {
        let run = half.practise(&[CASE, "--naam", "d7k2"], &input(&lines[from..until]));
        let done = until == lines.len();
        assert_eq!(run.code, Some(if done { 0 } else { 1 }), "{}", run.err);
        assert!(done || run.err.contains("Zo gaat"), "{}", run.err);
        from = until;
    }
    assert_eq!(half.answers(&name), whole.answers(&name));
}

#[test]
fn after_the_talk_the_first_answers_stay_and_what_moved_says_why() {
    let room = Room::new();
    room.practise(&[CASE, "--naam", "d7k2"], &input(&typed()));
    let before = room.answers(&format!("{CASE}-d7k2-1.yaml"));
    let moved = "onbekend\nnee\nklaar\nDe juf had hem al drie keer gebeld.\n";
    let run = room.practise(&[CASE, "--ronde", "2"], &format!("d7k2\n2\n1\n{moved}"));
    assert_eq!(run.code, Some(0), "{}\n{}", run.err, run.out);
    assert_eq!(room.answers(&format!("{CASE}-d7k2-1.yaml")), before);
    let after = room.answers(&format!("{CASE}-d7k2-2.yaml"));
    assert!(after.contains("ronde: 2"), "{after}");
    assert!(
        after.contains("drie keer gebeld") || run.out.contains("verschoof"),
        "{after}"
    );
}

#[test]
fn the_exercise_on_terms_has_no_key() {
    let room = Room::new();
    let lines = "acuut\nstructureel\ngeen\nallebei\nweet_niet\nacuut\nacuut\nacuut\n1,2\nmaanden\n\nklaar\n";
    let run = room.practise(&["--begrippen", "--naam", "Wilg"], lines);
    assert_eq!(run.code, Some(0), "{}", run.err);
    assert!(run.out.contains("geen sleutel"), "{}", run.out);
    assert!(
        room.answers("begrippen-wilg-1.yaml")
            .contains("deur: acuut")
    );
}

#[test]
fn a_training_folder_and_a_folder_with_cases_never_mix() {
    let room = Room::new();
    room.practise(&[CASE, "--naam", "d7k2"], "nee\n");
    for command in [
        &["nieuw", "--onversleuteld"][..],
        &["verder"],
        &["casussen"],
        &["toon"],
        &["plan"],
    ] {
        let run = room.at("oefeningen", command, "");
        refused(&run, 2, &["is een oefenmap", "--map"]);
    }
    let file = format!("oefeningen/{CASE}-d7k2-1.yaml");
    let run = room.at(
        "casussen",
        &["nieuw", "--onversleuteld", "--antwoorden", &file],
        "",
    );
    refused(&run, 2, &["verzonnen antwoorden", "top3 oefen"]);
    fs::create_dir_all(room.file("echt/binnen")).unwrap();
    fs::write(room.file("echt/c-2026-001.casus"), "").unwrap();
    for map in ["echt", "echt/binnen"] {
        let run = room.at(map, &["oefen", CASE, "--naam", "a"], "");
        refused(&run, 2, &["echte casussen", "--map"]);
        assert!(!room.file(map).join("OEFENMAP.txt").exists());
    }
    fs::create_dir_all(room.file("papieren")).unwrap();
    fs::write(room.file("papieren/brief.txt"), "").unwrap();
    let run = room.at("papieren", &["oefen", CASE], "");
    refused(&run, 2, &["geen oefenmap", "lege of nieuwe map"]);
    let run = room.practise(&["c-2026-001"], "");
    refused(&run, 2, &["echte casus", "top3 oefen"]);
}

#[test]
fn a_participant_takes_their_own_file_away_and_no_other() {
    let room = Room::new();
    for name in ["Wilg", "Beuk"] {
        room.practise(&[CASE, "--naam", name], "nee\n");
    }
    let run = room.practise(&["--wis", "--naam", "wilg"], "nee\n");
    assert_eq!(run.code, Some(1), "{}", run.err);
    let run = room.practise(&["--wis", "--naam", "wilg"], "ja\n");
    assert_eq!(run.code, Some(0), "{}", run.err);
    let left: Vec<_> = fs::read_dir(room.file("oefeningen")).unwrap().collect();
    assert_eq!(left.len(), 2, "{left:?}");
    let run = room.practise(&["--wis", "--naam", "wilg"], "");
    refused(&run, 2, &["anderen: 1"]);
    // What others are called is theirs, wherever somebody is asked for a name.
    let starts: [(&[&str], &str); 4] = [
        (&["--wis"], "iep\n"),
        (&[CASE], "iep\n\niep\n\n\n"),
        (&[CASE, "--ronde", "2"], "iep\n"),
        (&[CASE, "--naam", "iep", "--ronde", "2"], ""),
    ];
    for (args, typed) in starts {
        let run = room.practise(args, typed);
        assert!(!run.err.to_lowercase().contains("beuk"), "{}", run.err);
    }
    let run = room.practise(&[CASE], "\nBeuk\nEs\n\nmisschien\nja\n");
    assert!(run.err.contains("Beuk bestaat hier al"), "{}", run.err);
    assert!(run.err.contains("Typ ja of nee"), "{}", run.err);
    assert!(
        room.answers(&format!("{CASE}-es-1.yaml"))
            .contains("samen: ja")
    );
}

#[test]
fn a_copy_becomes_a_case_of_ones_own() {
    let room = Room::new();
    let run = room.practise(&[CASE, "--kopie", "eigen.yaml"], "");
    assert_eq!(run.code, Some(0), "{}", run.err);
    let check = |room: &Room| room.at("oefeningen", &["vragenlijst", "check", "eigen.yaml"], "");
    let run = check(&room);
    assert_eq!(run.code, Some(1), "{}", run.err);
    for said in ["hoort bij een casus", "`oefencasus`", "`titel`"] {
        assert!(run.out.contains(said), "{said}\n{}", run.out);
    }
    let text = fs::read_to_string(room.file("eigen.yaml")).unwrap();
    let title = case().title;
    let text = text
        .replace(&format!("oefencasus: {CASE}"), "oefencasus: de-eigen-casus")
        .replace(&format!("titel: {title}"), "titel: De eigen casus");
    fs::write(room.file("eigen.yaml"), text).unwrap();
    assert_eq!(check(&room).code, Some(0), "{}", check(&room).out);
    let run = room.practise(&["eigen.yaml", "--naam", "iep"], "nee\n");
    let goes_on = "top3 oefen eigen.yaml --naam iep --map oefeningen";
    let said = run.err.split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(said.contains(goes_on), "{said}");
    // A file of an exercise is no case, and who reads it is said.
    for command in ["toon", "verder", "plan"] {
        let run = room.at("casussen", &[command, "eigen.yaml"], "");
        refused(&run, 2, &["hoort bij een oefening", "top3 groep"]);
    }
}
