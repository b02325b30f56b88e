//! Going on with a case: after a pause, a kill, a cut file, a changed list.

use std::fs;

use crate::support::program::{Program, names};

#[test]
fn going_on_after_a_change_of_the_list_says_so_once_and_after_a_cut_too() {
    let program = Program::new();
    let id = program.example("hulp-en-plan.yaml");
    let path = program.cases().join(format!("{id}.casus"));
    let text = fs::read_to_string(&path).unwrap();
    let sha = text.split("\"sha256\":\"").nth(1).unwrap()[..64].to_owned();
    let old = text
        .replace(&sha, &"0".repeat(64))
        .replace("1.0.0", "0.9.0");
    fs::write(&path, format!("{old}{{\"op\":\"2026")).unwrap();
    let run = program.run_with(&["verder", "--regels"], ":pauze\n");
    let flat = run.err.replace('\n', " ");
    assert_eq!(run.code, Some(0), "{}", run.err);
    assert!(flat.contains("0.9.0 is nu 1.0.0"), "{flat}");
    assert!(flat.contains(".kapot"), "{flat}");
    assert!(program.cases().join(format!("{id}.kapot")).exists());
    let again = program.run_with(&["verder", "--regels"], ":pauze\n");
    assert!(!again.err.contains("is veranderd"), "{}", again.err);
    assert!(!again.err.contains(".kapot"), "{}", again.err);
    let shown = program.run(&["toon", "--alles"]).out;
    assert!(
        shown.contains("verder met vragenlijst casus, versie 1.0.0"),
        "{shown}"
    );
    assert!(
        shown.contains("half opgeschreven antwoord apart gezet"),
        "{shown}"
    );
}

/// Answers on lines until the program has noted so many answers, and kills it there.
fn kill_after(program: &Program, command: &[&str], lines: &[&str], noted: usize) {
    use std::io::{BufRead, BufReader, Write};
    use std::process::{Command, Stdio};
    let mut child = Command::new(env!("CARGO_BIN_EXE_top3"))
        .args(program.always())
        .args(command)
        .arg("--regels")
        .stdin(Stdio::piped())
        .stdout(Stdio::null())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let mut input = child.stdin.take().unwrap();
    for line in lines {
        writeln!(input, "{line}").unwrap();
    }
    input.flush().unwrap();
    let screen = BufReader::new(child.stderr.take().unwrap()).lines();
    let seen = screen
        .map_while(Result::ok)
        .filter(|line| line.contains("Genoteerd"))
        .take(noted)
        .count();
    assert_eq!(seen, noted);
    child.kill().unwrap();
    child.wait().unwrap();
}

#[test]
fn a_killed_program_loses_nothing_that_was_noted() {
    let program = Program::new();
    let noes = ["nee", "nee", "nee", "nee", "nee"];
    kill_after(&program, &["nieuw", "--onversleuteld"], &noes, 3);
    let list = program.run(&["casussen"]);
    assert_eq!(list.code, Some(0), "{}", list.err);
    let text = fs::read_to_string(program.cases().join(&names(&program)[0])).unwrap();
    let kept = text
        .lines()
        .filter(|line| line.contains("antwoord"))
        .count();
    assert!(kept >= 3, "{text}");

    // The first question that was not answered is the first one asked again.
    let rest = noes[kept..].join("\n");
    let input = format!("{rest}\nblauwe reiger\n").trim_start().to_owned();
    let on = program.run_with(&["verder", "--regels"], &input);
    assert_eq!(on.code, Some(1), "{}", on.err);
    assert!(on.err.contains("De invoer hield op"), "{}", on.err);
    assert!(program.run(&["casussen"]).out.contains("blauwe reiger"));
    let log = program.run(&["toon", "--alles"]).out;
    assert!(
        log.contains(": begonnen") && log.contains(": verdergegaan"),
        "{log}"
    );
}

#[test]
fn a_pause_is_kept_and_going_on_needs_no_number() {
    let program = Program::new();
    let new = ["nieuw", "--onversleuteld", "--regels", "--begin", "top3"];
    let run = program.run_with(&new, "nee\n:gevaar\n\n:pauze\n");
    assert_eq!(run.code, Some(0), "{}", run.err);
    assert!(
        run.err.contains("Verder met `top3 verder c-"),
        "{}",
        run.err
    );
    let log = program.run(&["toon", "--alles"]).out;
    assert!(
        log.contains("de telefoonnummers voor gevaar getoond"),
        "{log}"
    );
    assert!(log.contains(": gepauzeerd"), "{log}");
    assert!(log.contains("casus-top3"), "{log}");
    assert!(program.run(&["casussen"]).out.contains("gepauzeerd"));
}

#[test]
fn a_row_number_is_never_used_twice() {
    let program = Program::new();
    program.write(
        "rij.yaml",
        "label: blauwe reiger\nhulplijsten: []\npersonen.mensen:\n  rijen:\n    - { id: p1, naam: moeder }\n  volledig: nee\n",
    );
    let made = program.run(&["nieuw", "--antwoorden", "rij.yaml", "--onversleuteld"]);
    let id = made.out.trim();
    let path = program.cases().join(format!("{id}.casus"));
    let mut text = fs::read_to_string(&path).unwrap();
    let at = text
        .lines()
        .last()
        .unwrap()
        .split("\"dit\"")
        .next()
        .unwrap()
        .to_owned();
    let gone =
        format!("{at}\"dit\":{{\"rij_weg\":{{\"lijst\":\"personen.mensen\",\"rij\":\"p1\"}}}}}}\n");
    text.push_str(&gone);
    fs::write(&path, text).unwrap();
    program.run_with(&["verder", "--regels"], "nee\nnee\nnee\nnee\nnee\nvader\n");
    let text = fs::read_to_string(&path).unwrap();
    let added: Vec<&str> = text
        .lines()
        .filter(|line| line.contains("rij_erbij"))
        .collect();
    assert_eq!(added.len(), 2, "{text}");
    assert!(added[1].contains("\"p2\""), "{}", added[1]);
}
