//! A group after its talk: what moved comes before what the makers chose, nobody's argument goes unheard, and nobody's
//! number moves because somebody came later; what few answered stands below what all answered.

use std::fs;
use std::path::Path;

use crate::support::program::{Program, Run};

/// The simulated training in a folder of its own, without these files.
fn training(program: &Program, without: &[&str]) -> String {
    let from = Path::new(env!("CARGO_MANIFEST_DIR")).join("examples/training");
    let to = program.file("zaal");
    fs::create_dir_all(&to).unwrap();
    fs::copy(from.join("casus.yaml"), to.join("casus.yaml")).unwrap();
    for entry in fs::read_dir(from.join("deelnemers")).unwrap() {
        let entry = entry.unwrap();
        let name = entry.file_name().into_string().unwrap();
        if !without.contains(&name.as_str()) {
            fs::copy(entry.path(), to.join(name)).unwrap();
        }
    }
    to.display().to_string()
}

fn flat(run: &Run) -> String {
    assert_eq!(run.code, Some(0), "{}", run.err);
    run.out.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[test]
fn what_moved_comes_before_what_the_makers_chose() {
    let program = Program::new();
    let folder = training(&program, &[]);
    for form in ["tekst", "html", "markdown"] {
        let run = program.run(&["groep", &folder, "--formaat", form]);
        let told = flat(&run);
        let moved = told.find("antwoorden veranderden").unwrap();
        let key = told.find("De makers").unwrap();
        assert!(moved < key, "{form}: {moved} {key}");
    }
}

#[test]
fn who_alone_saw_something_is_heard_when_they_are_not_in_the_second_round() {
    let program = Program::new();
    // Cor alone calls 112, and does not do the second round.
    let folder = training(&program, &["cor-2.yaml"]);
    let told = flat(&program.run(&["groep", &folder, "--namen"]));
    let unheard = told.split("zei toen ook iets wat nu niemand zegt:").nth(1);
    let unheard = unheard.unwrap().split("Wat de groep vond").next().unwrap();
    assert!(unheard.contains("\"112 bellen\""), "{unheard}");
    assert!(unheard.contains("Een raam en een stoel."), "{unheard}");
    let told = flat(&program.run(&["groep", &training(&program, &[]), "--namen"]));
    assert!(told.contains("Cor bleef bij \"112 bellen\""), "{told}");
}

#[test]
fn a_reason_about_a_whole_round_says_so() {
    let program = Program::new();
    let folder = training(&program, &[]);
    let told = flat(&program.run(&["groep", &folder, "--namen"]));
    assert!(
        told.contains("Gijs bleef bij \"nee\". (over deze ronde samen) Ik wil eerst"),
        "{told}"
    );
    // What was said beside an answer is about that answer.
    assert!(
        told.contains("naar \"ja\". Dewi zei dat een kind zoiets niet verzint."),
        "{told}"
    );
    let once = "De redenen hieronder gaan over alles wat bij deze situatie is gevraagd";
    assert!(told.contains(once), "{told}");
}

#[test]
fn a_number_stays_whose_it_was_when_somebody_comes_later() {
    let program = Program::new();
    let case = "tot-hij-rustig-is";
    let map = program.cases().display().to_string();
    // Each a second later, and each says something of their own.
    let begin = |name: &str, why: &str| {
        let args = ["--regels", "oefen", case, "--naam", name];
        program.run_with(&args, &format!("nee\ncollega\n{why}\n.\n"));
        let file = Path::new(&map).join(format!("{case}-{name}-1.yaml"));
        let text = fs::read_to_string(file).unwrap();
        assert!(text.contains("  begonnen: "), "{text}");
        std::thread::sleep(std::time::Duration::from_millis(1100));
    };
    let number = |what: &str| {
        let run = program.run(&["groep", &map, "--formaat", "csv"]);
        let line = run.out.lines().find(|line| line.contains(what));
        let line = line.unwrap_or_else(|| panic!("{what}: {}", run.out));
        let at = line.find("deelnemer ").unwrap();
        line[at..].split(',').next().unwrap().to_owned()
    };
    for (name, why) in [("zout", "Eerst praten."), ("beuk", "Niet alleen.")] {
        begin(name, why);
    }
    let before = [number("Eerst praten."), number("Niet alleen.")];
    assert_eq!(before, ["deelnemer 1", "deelnemer 2"]);
    for (name, why) in [("aal", "Wie belt."), ("cel", "Nog niets."), ("dop", "Nee.")] {
        begin(name, why);
    }
    assert_eq!([number("Eerst praten."), number("Niet alleen.")], before);
    // Nor by who does the exercise on terms only after the case.
    let args = ["--regels", "oefen", "--begrippen", "--naam", "beuk"];
    let run = program.run_with(&args, "\n");
    assert!(
        Path::new(&map).join("begrippen-beuk-1.yaml").exists(),
        "{run:?}"
    );
    assert_eq!([number("Eerst praten."), number("Niet alleen.")], before);
}

#[test]
fn a_letter_that_was_typed_is_called_by_its_place() {
    let program = Program::new();
    let folder = training(&program, &[]);
    let case = Path::new(&folder).join("casus.yaml").display().to_string();
    let args = [
        "--regels",
        "groep",
        "--invoeren",
        &case,
        "-o",
        "stemmen.yaml",
    ];
    let run = program.run_with(&args, "aabbbb\nstop\n");
    assert_eq!(run.code, Some(0), "{}", run.err);
    let told = flat(&program.run(&["groep", &case, "stemmen.yaml"]));
    assert!(
        told.contains("Anders dan de meesten: stem 1, stem 2"),
        "{told}"
    );
}

#[test]
fn what_few_answered_does_not_stand_above_what_all_answered() {
    let program = Program::new();
    let folder = training(&program, &[]);
    // Two of ten say something of the first round, and not the same.
    let said = [("ada-1.yaml", "ja"), ("hind-1.yaml", "onbekend")];
    let files = fs::read_dir(Path::new(&folder)).unwrap();
    for file in files.map(|entry| entry.unwrap().path()) {
        let text = fs::read_to_string(&file).unwrap();
        let begin = "  - id: r1\n    gevaar_nu: ";
        let Some((before, after)) = text.split_once(begin) else {
            continue;
        };
        let (_, after) = after.split_once('\n').unwrap();
        let answer = said.iter().find(|(name, _)| file.ends_with(name));
        let line = answer.map_or(String::new(), |(_, answer)| {
            format!("    gevaar_nu: {answer}\n")
        });
        fs::write(&file, format!("{before}  - id: r1\n{line}{after}")).unwrap();
    }
    let told = flat(&program.run(&["groep", &folder, "--ronde", "1"]));
    let most = told
        .split("Het meest liep het uiteen over: ")
        .nth(1)
        .unwrap();
    let (most, _) = most.split_once("Wat de groep vond").unwrap();
    assert!(!most.contains("nu gevaar"), "{most}");
    assert!(told.contains("1× ja; 1× onbekend"), "{told}");
}
