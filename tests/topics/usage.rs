//! The command line: help and refusals in Dutch, exit codes, settings, and output that nobody reads to the end.

use std::fs;
use std::path::Path;
use std::process::Command;
#[cfg(unix)]
use std::process::Stdio;

use clap::error::ErrorKind;

use crate::support::program::Program;

/// Words that clap or the system would put in by itself.
const ENGLISH: &[&str] = &[
    "Usage",
    "Options",
    "Commands",
    "Arguments",
    "possible values",
    "default:",
    "aliases",
    "error:",
    "required",
    "For more information",
    "tip:",
    "os error",
    "Print help",
    "panicked",
];

fn commands() -> Vec<String> {
    let help = Program::new().run(&["--help"]).out;
    let after = help.split("Opdrachten:\n").nth(1).unwrap();
    after
        .lines()
        .take_while(|line| !line.is_empty())
        .filter(|line| line.starts_with("  ") && !line.starts_with("   "))
        .map(|line| line.split_whitespace().next().unwrap().to_owned())
        .collect()
}

#[test]
fn every_help_is_dutch_and_names_the_english_words() {
    let program = Program::new();
    let mut helps = vec![program.run(&["--help"]), program.run(&["-h"])];
    let names = commands();
    assert!(names.len() >= 6, "{names:?}");
    for name in &names {
        helps.push(program.run(&[name, "--help"]));
    }
    for help in &helps {
        assert_eq!((help.code, help.err.as_str()), (Some(0), ""));
        for word in ENGLISH {
            assert!(!help.out.contains(word), "`{word}` in\n{}", help.out);
        }
        assert!(help.out.contains("Zo gebruikt u het: top3"), "{}", help.out);
        assert!(help.out.contains("Bij elke opdracht:"), "{}", help.out);
    }
    for alias in ["new", "resume", "list", "show", "erase", "assess"] {
        assert!(helps[0].out.contains(alias), "{alias}");
        let of_alias = program.run(&[alias, "--help"]);
        assert_eq!(of_alias.code, Some(0), "{}", of_alias.err);
    }
    let version = program.run(&["--version"]);
    assert_eq!(version.out, format!("top3 {}\n", env!("CARGO_PKG_VERSION")));
}

#[test]
fn every_wrong_use_is_refused_in_dutch_without_repeating_it() {
    let program = Program::new();
    for (args, words) in [
        (vec![], vec!["geen menu", "--help"]),
        (vec!["casusen"], vec!["opdracht bestaat niet", "casussen"]),
        (vec!["Jansen"], vec!["opdracht"]),
        (vec!["--hulpp"], vec!["--hulpp", "--hulp"]),
        (vec!["casussen", "Jansen"], vec!["er niet bij hoort"]),
        (vec!["--kleur", "Jansen"], vec!["--kleur", "altijd"]),
        (vec!["nieuw", "--begin", "Jansen"], vec!["--begin", "top3"]),
        (vec!["--breedte", "Jansen"], vec!["--breedte", "20"]),
        (
            vec!["nieuw", "--antwoorden"],
            vec!["--antwoorden", "waarde"],
        ),
        (vec!["wis"], vec!["CASUS"]),
        (
            vec!["wis", "Jansen", "Pietersen"],
            vec!["er niet bij hoort"],
        ),
        (vec!["toon", "--zeker=Jansen"], vec!["--zeker"]),
    ] {
        let run = program.run(&args);
        assert_eq!(run.code, Some(2), "{args:?}: {}", run.err);
        assert_eq!(run.out, "");
        for word in words {
            assert!(run.err.contains(word), "{args:?}: {}", run.err);
        }
        for word in ENGLISH.iter().chain(&["Jansen", "Pietersen"]) {
            assert!(!run.err.contains(word), "{args:?}: {}", run.err);
        }
        assert!(run.err.trim_end().lines().count() >= 2, "{}", run.err);
    }
    for day in ["2026-13-01", "1-3-2026", "2026-3-1", "gisteren"] {
        let mut command = assert_cmd::Command::cargo_bin("top3").unwrap();
        let output = command.args(["casussen", "--datum", day]).output().unwrap();
        let err = String::from_utf8(output.stderr).unwrap();
        assert_eq!(output.status.code(), Some(2));
        assert!(err.contains("2026-03-04") && !err.contains(day), "{err}");
    }
}

#[test]
fn the_settings_are_shown_and_read_strictly() {
    let program = Program::new();
    let shown = program.run(&["--toon-instellingen"]);
    assert_eq!(shown.code, Some(0));
    for words in ["is er niet", "casussen", "2026-03-12", "niet ingesteld"] {
        assert!(shown.out.contains(words), "{}", shown.out);
    }
    program.write("instellingen.yaml", "organisatie: De Brug\nprofiel: knmg\n");
    let shown = program.run(&["--toon-instellingen"]).out;
    assert!(
        shown.contains("De Brug") && shown.contains("knmg"),
        "{shown}"
    );
    for (text, words) in [
        ("kleur: rood\n", "instellingen.yaml:1"),
        ("organisatie: a\nprofiel: [\n", "instellingen.yaml:"),
        ("organisatie: a\norganisatie: b\n", "instellingen.yaml:2"),
        ("map: ''\n", "Hier staat geen map"),
        ("profeil: knmg\n", "Bedoelde u `profiel`?"),
    ] {
        program.write("instellingen.yaml", text);
        let run = program.run(&["casussen"]);
        assert_eq!(run.code, Some(1), "{text}: {}", run.err);
        assert!(run.err.contains(words), "{text}: {}", run.err);
        assert!(run.err.contains("organisatie"), "{text}: {}", run.err);
    }
}

#[test]
fn a_folder_in_the_settings_is_the_same_wherever_one_stands() {
    let program = Program::new();
    program.write("instellingen.yaml", "map: zaken\n");
    let elsewhere = tempfile::tempdir().unwrap();
    let output = Command::new(env!("CARGO_BIN_EXE_top3"))
        .current_dir(elsewhere.path())
        .arg("--toon-instellingen")
        .arg("--instellingen")
        .arg(program.file("instellingen.yaml"))
        .output()
        .unwrap();
    let shown = String::from_utf8(output.stdout).unwrap();
    let folder = program.file("zaken").display().to_string();
    assert!(shown.contains(&folder), "{shown}");
}

#[test]
fn a_profile_that_does_not_exist_says_that_it_comes_from_the_settings() {
    let program = Program::new();
    program.write("instellingen.yaml", "profiel: onzin\n");
    program.write("leeg.yaml", "{}\n");
    let run = program.run(&["weeg", "meldcode", "leeg.yaml"]);
    assert_eq!(run.code, Some(2));
    let flat = run.err.replace('\n', " ");
    assert!(
        flat.contains("onzin") && flat.contains("instellingenbestand"),
        "{flat}"
    );
    let run = program.run(&["weeg", "meldcode", "leeg.yaml", "--profiel", "anders"]);
    assert!(!run.err.contains("instellingenbestand"), "{}", run.err);
}

#[cfg(unix)]
#[test]
fn a_reader_that_goes_away_is_no_fault() {
    let program = Program::new();
    program.example("hulp-en-plan.yaml");
    let mut child = Command::new(env!("CARGO_BIN_EXE_top3"))
        .args(program.always())
        .args(["toon", "--alles"])
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    drop(child.stdout.take());
    let output = child.wait_with_output().unwrap();
    assert_eq!(output.status.code(), Some(0));
    assert_eq!(String::from_utf8(output.stderr).unwrap(), "");
}

#[cfg(target_os = "linux")]
#[test]
fn output_to_a_full_disk_is_a_fault_of_the_machine() {
    let program = Program::new();
    let output = Command::new(env!("CARGO_BIN_EXE_top3"))
        .args(program.always())
        .arg("--toon-instellingen")
        .stdout(
            std::fs::OpenOptions::new()
                .write(true)
                .open("/dev/full")
                .unwrap(),
        )
        .output()
        .unwrap();
    assert_eq!(output.status.code(), Some(3));
    assert!(String::from_utf8(output.stderr).unwrap().contains("vol"));
}

#[cfg(unix)]
#[test]
fn the_menu_opens_in_a_terminal_and_stops_at_zero() {
    use expectrl::{Expect, Session};
    let program = Program::new();
    let mut command = Command::new(env!("CARGO_BIN_EXE_top3"));
    command.args(program.always());
    let mut terminal = Session::spawn(command).unwrap();
    terminal.set_expect_timeout(Some(std::time::Duration::from_secs(20)));
    terminal.expect("112").unwrap();
    terminal.expect("Wat wilt u doen?").unwrap();
    terminal.expect("Typ een nummer en druk op Enter:").unwrap();
    terminal.send_line("99").unwrap();
    terminal.expect("Dat is geen keuze").unwrap();
    terminal.expect("Typ een nummer en druk op Enter:").unwrap();
    terminal.send_line("4").unwrap();
    terminal.expect("nog geen casus").unwrap();
    terminal.expect("Typ een nummer en druk op Enter:").unwrap();
    terminal.send_line("0").unwrap();
    terminal.expect("Tot ziens").unwrap();
}

/// Whoever types a command from a guide gets what it says: no option in them that is not there.
#[test]
fn every_command_in_the_guides_is_one_that_the_program_knows() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut tried = 0;
    for guide in [
        "README.md",
        "oefencasussen/README.md",
        "questionnaires/README.md",
    ] {
        let text = fs::read_to_string(root.join(guide)).unwrap();
        for typed in text.split('`').skip(1).step_by(2) {
            let Some(rest) = typed.strip_prefix("top3 ") else {
                continue;
            };
            let rest = rest
                .split('>')
                .next()
                .unwrap_or_default()
                .replace("\"Veilig Thuis\"", "partner")
                .replace("WAT", "casus");
            let words = std::iter::once("top3").chain(rest.split_whitespace());
            let read = top3::cli::command().try_get_matches_from(words);
            let fault = read.err().map(|fault| fault.kind());
            // A command alone is a way to name it; what it needs more stands in its help.
            let known = matches!(
                fault,
                None | Some(
                    ErrorKind::MissingRequiredArgument
                        | ErrorKind::MissingSubcommand
                        | ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand
                )
            );
            assert!(known, "{guide}: `{typed}`: {fault:?}");
            tried += 1;
        }
    }
    assert!(tried > 60, "{tried}");
}
