//! `toon --terugspelen`: a case as it went, from its journal.

use std::fs;

#[cfg(unix)]
use crate::support::person::Person;
use crate::support::program::{Program, refused};

/// A case in which somebody found out weeks later that there was danger after all.
fn corrected() -> (Program, String) {
    let program = Program::new();
    let id = program.example("vermoeden-weggenomen.yaml");
    let file = program.cases().join(format!("{id}.casus"));
    let mut journal = fs::read_to_string(&file).unwrap();
    for happened in [
        r#"{"gebeurd":"hervat"}"#,
        r#"{"antwoord":{"vraag":"acuut.gevaar_nu","waarde":"onbekend"}}"#,
        r#"{"antwoord":{"vraag":"acuut.gevaar_nu","waarde":"ja"}}"#,
        r#"{"gebeurd":"gevaar_getoond"}"#,
        r#"{"gebeurd":"scherm_leeg"}"#,
    ] {
        journal += &format!("{{\"op\":\"2100-01-05T10:00:00+00:00\",\"dit\":{happened}}}\n");
    }
    fs::write(file, journal).unwrap();
    (program, id)
}

fn bytes(program: &Program, id: &str) -> Vec<u8> {
    fs::read(program.cases().join(format!("{id}.casus"))).unwrap()
}

#[test]
fn a_correction_is_told_as_one_with_what_it_moved_and_by_which_answer() {
    let (program, id) = corrected();
    let before = bytes(&program, &id);
    let run = program.run(&["toon", &id, "--terugspelen", "--vanaf", "2100-01-01"]);
    assert_eq!((run.code, run.err.as_str()), (Some(0), ""), "{run:?}");
    let flat = run.out.replace('\n', " ");
    for told in [
        "Moment 2 van 2",
        "dinsdag 5 januari 2100. Is er nu gevaar?",
        "Verbeterd --------- - Is er op dit moment iemand in gevaar? was nee, is nu ja",
        "Eerst regelen: Niets dat nu voorgaat (staat vast) wordt Er is nu gevaar (staat   vast).",
        "Door: Is er op dit moment iemand in gevaar?",
        "Is melden nodig?: Niet melden (vast)",
        "- de telefoonnummers voor gevaar getoond",
    ] {
        assert!(flat.contains(told), "`{told}` is not in:\n{}", run.out);
    }
    assert!(!run.out.contains("Moment 1 van 2"), "{}", run.out);
    // What was done to the screen is no part of how the case went.
    assert!(!run.out.contains("het scherm"), "{}", run.out);
    assert_eq!(bytes(&program, &id), before, "looking back writes nothing");
}

#[test]
fn what_if_it_was_known_earlier_is_shown_as_supposed_and_never_written() {
    let (program, id) = corrected();
    let before = bytes(&program, &id);
    let ask = ["toon", &id, "--terugspelen", "--vanaf", "1", "--eerder"];
    let by = |wanted| program.run(&[&ask[..], &[wanted]].concat());
    let run = by("acuut.gevaar_nu");
    assert_eq!((run.code, run.err.as_str()), (Some(0), ""), "{run:?}");
    for told in ["Dit is een gedachte", "Er is nu gevaar", "Achteraf"] {
        assert!(run.out.contains(told), "`{told}` is not in:\n{}", run.out);
    }
    assert_eq!(by("1").out, run.out, "also by its number");
    refused(&by("niets"), 2, &["niet na moment 1", "[acuut.gevaar_nu]"]);
    let last = program.run(&[
        "toon",
        &id,
        "--terugspelen",
        "--vanaf",
        "2",
        "--eerder",
        "1",
    ]);
    refused(&last, 2, &["kwam er niets meer bij"]);
    let beyond = program.run(&["toon", &id, "--terugspelen", "--vanaf", "3"]);
    refused(&beyond, 2, &["van 1 tot en met 2"]);
    assert_eq!(bytes(&program, &id), before);
}

#[test]
fn it_goes_on_and_back_and_stops_when_nobody_types() {
    let (program, id) = corrected();
    let typed = "2\nt\nw\n1\n\n\n";
    let run = program.run_with(&["--regels", "toon", &id, "--terugspelen"], typed);
    assert_eq!(run.code, Some(0), "{run:?}");
    let pages: Vec<&str> = run
        .out
        .lines()
        .filter(|line| line.contains(": moment ") || line.contains("Dit is een gedachte"))
        .map(|line| line.rsplit(": ").next().unwrap())
        .collect();
    let supposed = "Dit is een gedachte. Er wordt niets van opgeschreven en de casus blijft zoals";
    assert_eq!(
        pages,
        [
            "moment 1 van 2",
            "moment 2 van 2",
            "moment 1 van 2",
            "moment 1 van 2",
            supposed,
            "moment 1 van 2",
            "moment 2 van 2",
        ]
    );
    assert!(run.err.contains("Dit werd pas later bekend"), "{}", run.err);
}

#[test]
fn as_a_document_it_is_marked_and_logged() {
    let (program, id) = corrected();
    let to = [
        "toon",
        &id,
        "--terugspelen",
        "--vanaf",
        "2",
        "-o",
        "terug.html",
    ];
    let run = program.run(&to);
    assert_eq!((run.code, run.out.as_str()), (Some(0), ""), "{run:?}");
    let page = fs::read_to_string(program.file("terug.html")).unwrap();
    assert!(page.contains("ALLEEN OM VAN TE LEREN, NIET DELEN"));
    assert!(page.contains("Moment 2 van 2"));
    let journal = String::from_utf8(bytes(&program, &id)).unwrap();
    assert!(journal.contains(r#"{"gemaakt":"terugspelen"}"#));
}

#[test]
fn the_name_of_an_invented_case_leads_to_where_it_is_told() {
    let program = Program::new();
    for command in [
        &["toon", "--terugspelen", "hoektafel"][..],
        &["plan", "hoektafel"],
    ] {
        let run = program.run(command);
        refused(
            &run,
            2,
            &[
                "verzonnen casus",
                "top3 demo hoektafel",
                "top3 oefen hoektafel",
            ],
        );
    }
}

#[test]
fn what_was_said_in_a_talk_is_told_with_its_note_and_who_it_is_from() {
    let program = Program::new();
    let id = program.example("hulp-en-plan.yaml");
    let file = program.cases().join(format!("{id}.casus"));
    let mut journal = fs::read_to_string(&file).unwrap();
    journal += "{\"op\":\"2100-01-05T10:00:00+00:00\",\"dit\":{\"antwoord\":{\"vraag\":\"acuut.gevaar_nu\",\"waarde\":\"ja\",\"bron\":\"buurvrouw\",\"datum\":\"2100-01-04\",\"toelichting\":\"Zij hoorde gillen.\"}}}\n";
    fs::write(file, journal).unwrap();
    let run = program.run(&["toon", &id, "--terugspelen"]);
    assert_eq!(run.code, Some(0), "{run:?}");
    let flat = run.out.replace("\n  ", " ");
    for told in [
        "Wat is er besproken? Ik vertelde wat ik had gezien en gehoord. Moeder zegt dat zij",
        "en belt zelf de huisarts.",
        "Wat voor waarneming is dit? Van een ander gehoord",
        "Van: buurvrouw",
        "Op: maandag 4 januari 2100",
        "Toelichting: Zij hoorde gillen.",
    ] {
        assert!(flat.contains(told), "`{told}` is not in:\n{}", run.out);
    }
    // At a screen: the words and the note, and no more.
    let typed = program.run_with(&["--regels", "toon", &id, "--terugspelen"], "\n\n");
    assert!(
        typed.out.contains("Toelichting: Zij hoorde gillen."),
        "{}",
        typed.out
    );
    assert!(!typed.out.contains("Van: buurvrouw"), "{}", typed.out);
    assert!(!typed.out.contains("Wat voor waarneming"), "{}", typed.out);
}

/// A protected address, and a number in a text that nobody reads through.
const GUARDED: &str = "vragenlijst: casus
antwoorden:
  acuut.gevaar_nu: nee
  acuut.bijzonder: nee
  acuut.collega: nee
  acuut.tussen_kinderen: nee
  acuut.wie: geen
  hulplijsten: [delen]
  personen.mensen:
    - { id: p1, naam: moeder, soort: gezinslid }
  meldcode.waarnemingen:
    - { id: w1, wat: 'Zij is van de regenboog-vlinder.', aard: feit, over: [p1] }
  afgeschermd.gegevens:
    - { id: g1, soort_gegeven: adres, gegeven: 'Tulpenpad 12 in Zeewolde', van_wie: [p1] }
    - { id: g2, soort_gegeven: school, gegeven: 'De Regenboogvlinder', van_wie: [p1] }
";

#[test]
fn what_nobody_may_read_is_told_in_no_replay() {
    let program = Program::new();
    program.write("oud.yaml", GUARDED);
    let made = program.run(&["nieuw", "--antwoorden", "oud.yaml", "--onversleuteld"]);
    assert_eq!(made.code, Some(0), "{}", made.err);
    let run = program.run(&["toon", "--terugspelen", "--alles"]);
    assert_eq!(run.code, Some(0), "{run:?}");
    assert!(run.out.contains("gegeven (afgeschermd)"), "{}", run.out);
    for value in ["Zeewolde", "Tulpenpad", "Regenboogvlinder"] {
        assert!(!run.out.contains(value), "{value}: {}", run.out);
    }
    // That a text is not there to be read through is said.
    let copy = [
        "anonimiseer",
        "--naar",
        "leer.leerkopie",
        "--nalezen",
        "n.yaml",
    ];
    let run = program.run(&copy);
    assert_eq!(run.code, Some(0), "{run:?}");
    let told = run.err.split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(told.contains("Eén tekst leest u niet na"), "{}", run.err);
}

#[test]
fn a_copy_that_was_cut_off_is_not_played_as_if_it_were_whole() {
    let program = Program::new();
    let id = program.example("vermoeden-weggenomen.yaml");
    let copy = [
        "anonimiseer",
        &id,
        "--naar",
        "leer.leerkopie",
        "--zonder-tekst",
    ];
    assert_eq!(program.run(&copy).code, Some(0));
    let whole = fs::read_to_string(program.file("leer.leerkopie")).unwrap();
    let cut: Vec<&str> = whole.lines().take(20).collect();
    program.write("kort.leerkopie", &format!("{}\n", cut.join("\n")));
    let run = program.run(&["toon", "kort.leerkopie", "--terugspelen"]);
    refused(&run, 1, &["is niet heel"]);
}

#[cfg(unix)]
#[test]
fn a_long_moment_is_read_a_screen_at_a_time() {
    let program = Program::new();
    let id = program.example("hulp-en-plan.yaml");
    let mut person = Person::start(&program, &["toon", &id, "--terugspelen"], 80, 24);
    person.sees("moment 1 van 1").sees("Scherm 1 van ");
    person.press("\r").sees("Scherm 2 van ");
    person.press("s\r");
    assert_eq!(person.leaves().1, 0);
}
