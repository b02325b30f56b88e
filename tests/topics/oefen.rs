//! `oefen` through the real program: a whole walk, stopping half way, after the talk, and a folder that never mixes.

mod own;

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
    let lines = [typed(), vec!["ja".to_owned()]].concat();
    let run = room.practise(&[CASE, "--naam", "d7k2"], &input(&lines));
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
    let later = room.practise(&[CASE, "--naam", "d7k2", "--zonder-sleutel"], "ja\n");
    assert!(later.code == Some(0) && later.out.is_empty(), "{later:?}");
    let said = later.err.split_whitespace().collect::<Vec<_>>().join(" ");
    let (second, key) = (
        said.find("--ronde 2"),
        said.find("leest u pas na het gesprek"),
    );
    assert!(second.is_some() && second < key, "{later:?}");
}

#[test]
fn who_stops_goes_on_where_they_were_and_loses_nothing() {
    let (whole, half) = (Room::new(), Room::new());
    let lines = typed();
    let name = format!("{CASE}-d7k2-1.yaml");
    whole.practise(&[CASE, "--naam", "d7k2"], &input(&lines));
    let mut from = 0;
    for until in [1, 9, 30, lines.len()] {
        // Who goes on says that the file is theirs.
        let mine = if from > 0 { "ja\n" } else { "" };
        let rest = input(&lines[from..until]);
        let run = half.practise(&[CASE, "--naam", "d7k2"], &format!("{mine}{rest}"));
        let done = until == lines.len();
        assert_eq!(run.code, Some(if done { 0 } else { 1 }), "{}", run.err);
        assert!(done || run.err.contains("Zo gaat"), "{}", run.err);
        from = until;
    }
    // But for the moment at which each began.
    let said = |room: &Room| -> Vec<String> {
        let text = room.answers(&name);
        let lines = text.lines().filter(|line| !line.contains("begonnen: "));
        lines.map(str::to_owned).collect()
    };
    assert_eq!(said(&half), said(&whole));
    // Somebody else who thinks of the same word does not write in these answers.
    let other = half.practise(&[CASE, "--naam", "D7K2"], "nee\n");
    refused(&other, 2, &["`D7K2`", "kies een andere naam"]);
    // Where the key waits for the talk, it waits for who goes on too.
    let run = half.practise(
        &[CASE, "--naam", "later", "--zonder-sleutel"],
        &input(&lines[..9]),
    );
    let flat = run.err.split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(flat.contains("--zonder-sleutel --regels"), "{}", run.err);
}

#[test]
fn after_the_talk_the_first_answers_stay_and_what_moved_says_why() {
    let room = Room::new();
    room.practise(&[CASE, "--naam", "d7k2"], &input(&typed()));
    let before = room.answers(&format!("{CASE}-d7k2-1.yaml"));
    assert!(before.contains("Eerst overleggen."), "{before}");
    // The first line that is offered is the first part, and of that the first question; not the way out.
    let moved = "1\n1\nonbekend\n:overzicht\nklaar\n";
    let why = "Hij was al drie keer gebeld.";
    let run = room.practise(
        &[CASE, "--ronde", "2"],
        &format!("d7k2\nja\n{moved}{why}\n"),
    );
    assert_eq!(run.code, Some(0), "{}\n{}", run.err, run.out);
    // What was written for the answer of then is shown as what it was, and stays in the file of then.
    let flat = run.err.split_whitespace().collect::<Vec<_>>().join(" ");
    let shown = "In ronde 1 schreef u daarbij: \"Eerst overleggen.\"";
    assert!(flat.contains(shown), "{flat}");
    assert!(run.out.contains("Uw reden in ronde 1"), "{}", run.out);
    assert_eq!(room.answers(&format!("{CASE}-d7k2-1.yaml")), before);
    let after = room.answers(&format!("{CASE}-d7k2-2.yaml"));
    assert!(after.contains("ronde: 2"), "{after}");
    let times = |text: &str, what: &str| text.matches(what).count();
    let old = "Eerst overleggen.";
    // The text of a round is about its other answers too: it stays, and the why stands beside the answer that moved.
    assert_eq!(times(&after, old), times(&before, old), "{after}");
    assert_eq!(times(&after, why), 1, "{after}");
    // The way to the key is one that works, and there stands what was said after the talk, with what it was before.
    let command = flat.split("leest u met: top3 oefen ").nth(1).unwrap();
    let command = command.split(" --map").next().unwrap();
    assert_eq!(command, format!("{CASE} --naam d7k2"));
    let key = room.practise(&command.split(' ').collect::<Vec<_>>(), "ja\n");
    assert_eq!(key.code, Some(0), "{}", key.err);
    let told = key.out.split_whitespace().collect::<Vec<_>>().join(" ");
    for said in [
        "U: onbekend (eerst: nee). De makers: nee.",
        "Waarom het verschoof: Hij was",
    ] {
        assert!(told.contains(said), "{said}: {}", key.out);
    }
    assert!(!key.err.contains("--ronde 2"), "{}", key.err);
    // Also for who had left something open in the first round: that is asked no more.
    let file = room.file("oefeningen").join(format!("{CASE}-d7k2-1.yaml"));
    fs::write(&file, before.replacen("gevaar_nu: nee", "", 1)).unwrap();
    let again = room.practise(&command.split(' ').collect::<Vec<_>>(), "ja\n");
    assert_eq!(again.code, Some(0), "{}", again.err);
    assert!(again.out.contains("Uw antwoorden naast"), "{}", again.out);
    // Whoever skips it says nothing in its place.
    let other = Room::new();
    other.practise(&[CASE, "--naam", "d7k2"], &input(&typed()));
    let run = other.practise(&[CASE, "--ronde", "2"], &format!("d7k2\nja\n{moved}\n"));
    assert_eq!(run.code, Some(0), "{}\n{}", run.err, run.out);
    let after = other.answers(&format!("{CASE}-d7k2-2.yaml"));
    assert_eq!(times(&after, old), times(&before, old), "{after}");
    assert_eq!(times(&after, "toelichting"), 0, "{after}");
}

#[test]
fn a_text_that_is_not_finished_is_in_the_file_when_somebody_stops() {
    let name = format!("{CASE}-d7k2-1.yaml");
    let begin = "nee\ncollega\nDe eerste regel\\\nen de tweede\\\n";
    for stop in [
        "",
        ":pauze\n",
        ":hulp\n",
        ":hulp\n:pauze\n",
        ":terug\n:pauze\n",
    ] {
        let room = Room::new();
        let run = room.practise(&[CASE, "--naam", "d7k2"], &format!("{begin}{stop}"));
        let kept = room.answers(&name);
        assert!(kept.contains("De eerste regel\n"), "{stop}: {kept}");
        assert!(kept.contains("en de tweede\n"), "{stop}: {kept}");
        assert!(
            !kept.contains(":pauze") && !kept.contains(":hulp"),
            "{stop}: {kept}"
        );
        let said = run.err.contains("half had getypt");
        assert_eq!(said, stop.ends_with(":pauze\n"), "{stop}: {}", run.err);
    }
    // An action in between is no end: the text goes on where it was.
    let room = Room::new();
    let run = room.practise(
        &[CASE, "--naam", "d7k2"],
        &format!("{begin}:gevaar\nen klaar.\n"),
    );
    assert!(run.err.contains("Tot hier typte u dit"), "{}", run.err);
    let kept = room.answers(&name);
    assert!(
        kept.contains("en de tweede\n") && kept.contains("en klaar.\n"),
        "{kept}"
    );
    // Half of a new text does not stand in for a whole one where nobody reads that it does.
    for (stop, stands) in [("", "De hele reden."), (":pauze\n", "Een halve")] {
        let room = Room::new();
        let typed = format!("nee\ncollega\nDe hele reden.\n:terug\nEen halve\\\n{stop}");
        let run = room.practise(&[CASE, "--naam", "d7k2"], &typed);
        let kept = room.answers(&name);
        assert!(kept.contains(stands), "{stop}: {kept}\n{}", run.err);
        assert_eq!(kept.contains("Een halve"), stands == "Een halve", "{kept}");
    }
    // What would first have been asked about is never kept unasked.
    let room = Room::new();
    room.practise(
        &[CASE, "--naam", "d7k2"],
        "nee\ncollega\nbsn 111222333\\\n:pauze\n",
    );
    assert!(!room.answers(&name).contains("111222333"));
}

#[test]
fn what_an_exercise_does_not_offer_it_does_not_name() {
    let room = Room::new();
    let run = room.practise(&[CASE, "--naam", "d7k2"], "misschien\nnee\n:opdrachten\n");
    assert!(run.err.contains("Dit is geen antwoord"), "{}", run.err);
    assert!(!run.err.contains("geweigerd"), "{}", run.err);
    // Its rounds come back: no number of a question, which would run backwards, and never one screens.
    let whole = room.practise(&[CASE, "--naam", "b"], &input(&typed()));
    assert!(!whole.err.contains("Vraag 1"), "{}", whole.err);
    assert!(!whole.err.contains(" 1 schermen"), "{}", whole.err);
    // The day on which it is told is known, at the beginning and where all is read again.
    let day = top3::answer::date_with_weekday(case().day);
    assert!(
        whole
            .err
            .split_whitespace()
            .collect::<Vec<_>>()
            .join(" ")
            .matches(&day)
            .count()
            >= 2
    );
}

/// The same at a terminal, where a key or the menu stops.
#[cfg(unix)]
#[test]
fn a_half_text_at_a_terminal_is_in_the_file_when_somebody_stops() {
    use crate::support::person::Person;
    use crate::support::program::Program;
    for (stop, code) in [("\u{3}", 130), (":pauze\r", 1), ("\u{1b}", 1)] {
        let program = Program::new();
        let args = ["oefen", CASE, "--naam", "d7k2"];
        let mut person = Person::start(&program, &args, 80, 24);
        person.sees("Enter").press("\r");
        let asked = "gevaar, vandaag of de komende dagen?";
        for _ in 0..6 {
            match person.screen().contains(asked) {
                true => break,
                false => person.press("\r"),
            };
        }
        person
            .sees(asked)
            .press("n\r")
            .sees("Wat doet u als eerste?");
        // The numbers before the lines choose, and the screen says so.
        person
            .sees("Nummer of pijltjes")
            .press("3\r")
            .sees("Waarom?");
        person
            .press("De eerste regel\ren een halve")
            .sees("en een halve");
        match stop {
            "\u{1b}" => person.press(stop).sees("Wat u hier kunt doen").press("p"),
            ":pauze\r" => person.press("\r").press(stop),
            stop => person.press(stop),
        };
        if code == 1 {
            person.sees("half had getypt").press("\r");
        }
        let (said, left) = person.leaves();
        assert_eq!(left, code, "{said}");
        let file = program.cases().join(format!("{CASE}-d7k2-1.yaml"));
        let kept = fs::read_to_string(file).unwrap();
        assert!(
            kept.contains("De eerste regel") && kept.contains("en een halve"),
            "{kept}"
        );
    }
}

#[test]
fn the_exercise_on_terms_has_no_key() {
    let room = Room::new();
    let lines = "acuut\nstructureel\ngeen\nallebei\nweet_niet\nacuut\nacuut\nacuut\n1,2\nmaanden\n\nklaar\n";
    let run = room.practise(&["--begrippen", "--naam", "Wilg"], lines);
    assert_eq!(run.code, Some(0), "{}", run.err);
    assert!(run.out.contains("geen sleutel"), "{}", run.out);
    // What it is about, and that one may step away, is said before anything is asked.
    let (about, away) = ("geweld en verwaarlozing", "even weglopen");
    let before = run.err.split("Hoe noemt u dit").next().unwrap();
    let before = before.split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(before.contains(about) && before.contains(away), "{before}");
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
    // With other capitals it is perhaps another's.
    let other = room.practise(&["--wis", "--naam", "wilg", "--zeker"], "");
    refused(&other, 2, &["geen bestand van `wilg`"]);
    let run = room.practise(&["--wis", "--naam", "Wilg"], "nee\n");
    assert_eq!(run.code, Some(1), "{}", run.err);
    let run = room.practise(&["--wis", "--naam", "Wilg"], "ja\n");
    assert_eq!(run.code, Some(0), "{}", run.err);
    let left: Vec<_> = fs::read_dir(room.file("oefeningen")).unwrap().collect();
    assert_eq!(left.len(), 2, "{left:?}");
    let run = room.practise(&["--wis", "--naam", "Wilg"], "");
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
    // Who works on a file of their own erases by that file too.
    let run = room.practise(&["eigen.yaml", "--wis", "--naam", "iep", "--zeker"], "");
    assert_eq!(run.code, Some(0), "{}", run.err);
    let run = room.practise(&["eigen.yaml", "--wis", "--naam", "iep"], "");
    refused(&run, 2, &["`de-eigen-casus`"]);
    // A file of an exercise is no case, and who reads it is said.
    for command in ["toon", "verder", "plan"] {
        let run = room.at("casussen", &[command, "eigen.yaml"], "");
        refused(&run, 2, &["hoort bij een oefening", "top3 groep"]);
    }
}
