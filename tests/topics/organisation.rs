//! What an organisation says of itself: its own code as a document, its self-check, its partners; and what of it comes back
//! in what is to be done.

use std::fs;

use top3::protocol::Template;
use top3::questionnaire::Library;

use crate::support::program::{Program, refused};

const SCHOOL: &str = "vragenlijst: protocol\nantwoorden:\n  aandachtsfunctionaris: Intern begeleider\n  vervanger: ''\n  \
    stap1: [beroepskracht]\n  wie_beslist: { waarde: samen, toelichting: 'Bij twijfel Veilig Thuis' }\n  \
    routes: [onderwijs, eer]\n  leiding_collega: Het bestuur\n  kindcheck: []\n  nakijken: 2026-04-01\n";

const CHECK: &str = "dag: 2025-03-01\nbekend: { waarde: meestal, toelichting: Vijf van zes }\nacuut: begonnen\nplan: niet\nregie: onbekend\nnetwerk: begonnen\n";

#[test]
fn every_place_of_the_document_can_be_filled() {
    let list = Library::shipped().load("protocol").unwrap();
    let template = Template::shipped().unwrap();
    let unknown = template.unknown_places(&list, &["organisatie", "profiel"]);
    assert_eq!(unknown, Vec::<String>::new());
}

#[test]
fn what_is_not_filled_in_is_said_and_other_roads_stay_out() {
    let program = Program::new();
    program.write(
        "instellingen.yaml",
        "organisatie: De Linde\nprofiel: onderwijs\n",
    );
    program.write("organisatie.yaml", SCHOOL);
    let run = program.run(&["protocol", "--uit", "protocol.md"]);
    assert_eq!(run.code, Some(0), "{run:?}");
    let text = fs::read_to_string(program.file("protocol.md")).unwrap();
    for there in [
        "De Linde",
        "Intern begeleider",
        "Bij twijfel Veilig Thuis",
        "Het bestuur",
        "**Vervanger:** **\\[nog in te vullen\\]**",
        "bel eerst de deskundige",
        "0800-2000",
        "hoogstens 2 jaar",
    ] {
        assert!(
            text.to_lowercase().contains(&there.to_lowercase()),
            "`{there}` is not in\n{text}"
        );
    }
    for absent in [
        "kinderopvang, meld-",
        "Ouderenmishandeling en ontspoorde",
        "{",
    ] {
        assert!(!text.contains(absent), "`{absent}` is in\n{text}");
    }
    assert!(run.err.contains("nog in te vullen"), "{}", run.err);
    // Answers of a script are used and not kept.
    program.write("ander.yaml", "aandachtsfunctionaris: Teamleider\n");
    let run = program.run(&["protocol", "--antwoorden", "ander.yaml"]);
    assert!(
        run.out.contains("Teamleider") && !run.out.contains("Intern begeleider"),
        "{}",
        run.out
    );
    let kept = fs::read_to_string(program.file("organisatie.yaml")).unwrap();
    assert_eq!(kept, SCHOOL);
}

#[test]
fn the_questions_are_asked_kept_and_gone_on_with() {
    let program = Program::new();
    let run = program.run_with(&["protocol", "--regels"], "De Linde\nDe coach\n");
    assert_eq!(run.code, Some(1), "{run:?}");
    let kept = fs::read_to_string(program.file("organisatie.yaml")).unwrap();
    assert!(kept.contains("De coach"), "{kept}");
    let run = program.run_with(&["protocol", "--regels"], "Zijn vervanger\n:pauze\n");
    assert_eq!(run.code, Some(0), "{run:?}");
    let kept = fs::read_to_string(program.file("organisatie.yaml")).unwrap();
    assert!(
        kept.contains("De coach") && kept.contains("Zijn vervanger"),
        "{kept}"
    );
    let settings = fs::read_to_string(program.file("instellingen.yaml")).unwrap();
    assert_eq!(settings, "organisatie: De Linde\n");
}

#[test]
fn two_self_checks_are_laid_side_by_side() {
    let program = Program::new();
    refused(
        &program.run(&["zelfcheck"]),
        2,
        &["nog geen zelfcheck", "--antwoorden"],
    );
    fs::create_dir(program.file("zelfcheck")).unwrap();
    program.write("zelfcheck/2025-03-01.yaml", CHECK);
    program.write(
        "nu.yaml",
        "dag: 2026-03-12\nbekend: { waarde: meestal, toelichting: Alle zes }\nacuut: { waarde: geborgd, toelichting: In het format }\nplan: onbekend\nregie: niet\nnetwerk: niet\n",
    );
    let run = program.run(&["zelfcheck", "--antwoorden", "nu.yaml"]);
    assert_eq!(run.code, Some(0), "{run:?}");
    assert!(
        run.out.contains("niet de zelfscan van de VNG") && run.out.contains("Alle zes"),
        "{}",
        run.out
    );
    assert!(program.file("zelfcheck/2026-03-12.yaml").exists());
    let run = program.run(&["zelfcheck", "--vergelijk", "--formaat", "csv"]);
    let moved = |id: &str| {
        let mut lines = run.out.lines();
        let line = lines
            .find(|line| line.contains(&format!(",{id},")))
            .unwrap();
        line.to_owned()
    };
    for (id, how) in [
        ("acuut", "omhoog"),
        ("netwerk", "omlaag"),
        ("plan", "onbekend"),
        ("regie", "nu_bekend"),
        ("bekend", "nieuw_bewijs"),
    ] {
        assert!(moved(id).contains(&format!(",{how},")), "{}", moved(id));
    }
    let page = program.run(&["zelfcheck", "--vergelijk", "2025-03-01"]);
    assert!(
        page.out.contains("Lager dan toen") && page.out.contains("Nu niet bekend"),
        "{}",
        page.out
    );
    refused(
        &program.run(&["zelfcheck", "--vergelijk", "2020-01-01"]),
        2,
        &["geen eerdere"],
    );
}

/// What was not known then stays said: a year later one begins anew, and the old one is not opened for change.
#[test]
fn a_year_later_a_self_check_begins_anew() {
    let program = Program::new();
    fs::create_dir(program.file("zelfcheck")).unwrap();
    let then = CHECK.replace("goed:", "onbekend #");
    program.write("zelfcheck/2025-02-01.yaml", &then);
    let run = program.run_with(&["zelfcheck", "--regels"], ":pauze\n");
    assert!(run.err.contains("2026-"), "{run:?}");
    assert!(!run.err.contains("2025-02-01"), "{run:?}");
    let kept = fs::read_to_string(program.file("zelfcheck/2025-02-01.yaml")).unwrap();
    assert_eq!(kept, then);
}

/// Whoever makes a slip in the answers of the organisation still sees the cases in danger.
#[test]
fn a_slip_in_a_file_of_the_organisation_hides_no_case() {
    let program = Program::new();
    program.write("organisatie.yaml", "stap 2: ja\n");
    let later = "acuut.gevaar_nu: nee\nacuut.bijzonder: nee\nacuut.collega: nee\nacuut.tussen_kinderen: nee\nlabel: blauwe reiger\nrihg_wanneer: later\n";
    for answers in [later, "acuut.gevaar_nu: ja\nlabel: rode specht\n"] {
        program.write("antwoorden.yaml", answers);
        let made = program.run(&[
            "nieuw",
            "--antwoorden",
            "antwoorden.yaml",
            "--onversleuteld",
        ]);
        assert_eq!(made.code, Some(0), "{made:?}");
    }
    let run = program.run(&["casussen", "--te-doen"]);
    assert_eq!(run.code, Some(1), "{run:?}");
    assert!(run.out.contains("Er is nu gevaar"), "{run:?}");
    let (first, second) = (run.out.find("rode specht"), run.out.find("blauwe reiger"));
    assert!(first < second && second.is_some(), "{}", run.out);
    assert!(run.err.contains("organisatie.yaml"), "{run:?}");
}

#[test]
fn what_the_organisation_looks_at_again_is_to_be_done() {
    let program = Program::new();
    program.write("organisatie.yaml", SCHOOL);
    fs::create_dir(program.file("zelfcheck")).unwrap();
    program.write("zelfcheck/2025-03-01.yaml", CHECK);
    let run = program.run(&["casussen", "--te-doen"]);
    assert_eq!(run.code, Some(0), "{run:?}");
    for there in [
        "Uw organisatie",
        "zelfcheck",
        "1 april 2026",
        "1 maart 2026",
    ] {
        assert!(run.out.contains(there), "`{there}` is not in\n{}", run.out);
    }
    let run = program.run(&["casussen", "--te-doen", "--agenda", "dagen.ics"]);
    assert_eq!(run.code, Some(0), "{run:?}");
    let calendar = fs::read_to_string(program.file("dagen.ics")).unwrap();
    assert!(
        calendar.contains("20260401") && !calendar.to_lowercase().contains("zelfcheck"),
        "{calendar}"
    );
}

#[test]
fn partners_are_shown_with_their_day_and_old_ones_are_named() {
    let program = Program::new();
    let run = program.run(&["partners"]);
    assert!(
        run.code == Some(0) && run.err.contains("--voorbeeld"),
        "{run:?}"
    );
    let example = program.run(&["partners", "--voorbeeld", "-o", "-"]).out;
    let invented = example
        .lines()
        .filter(|line| !line.trim_start().starts_with('#'));
    assert!(
        !invented
            .collect::<String>()
            .contains(|one: char| one.is_ascii_digit()),
        "{example}"
    );
    program.write("partners.yaml", &example);
    let run = program.run(&["partners"]);
    assert_eq!(run.code, Some(1), "{run:?}");
    program.write(
        "partners.yaml",
        "- { naam: Team Noord, waarvoor: Hulp, telefoon: 010-0000000, nagekeken: 2026-01-02 }\n- { naam: Oud, waarvoor: Hulp, nagekeken: 2025-03-11 }\n",
    );
    let run = program.run(&["partners"]);
    assert!(
        run.out.contains("2 januari 2026") && run.out.contains("010-0000000"),
        "{}",
        run.out
    );
    assert!(
        run.err.contains("nagekeken: Oud.") && !run.err.contains("Noord"),
        "{}",
        run.err
    );
    let printed = |program: &Program| {
        program
            .run(&["protocol", "--formaat", "markdown"])
            .out
            .contains("Team Noord")
    };
    assert!(!printed(&program));
    program.write("instellingen.yaml", "partners: protocol\n");
    assert!(printed(&program));
    let id = program.example("hulp-en-plan.yaml");
    let plan = |program: &Program| {
        let run = program.run(&["plan", &id, "-o", "-", "--formaat", "markdown"]);
        run.out.contains("010-0000000")
    };
    assert!(!plan(&program));
    program.write("instellingen.yaml", "partners: overal\n");
    assert!(plan(&program));
    program.write(
        "partners.yaml",
        "- { naam: A, telefon: 1 }\n- los\n- { naam: B, waarvoor: x, nagekeken: morgen }\n",
    );
    let run = program.run(&["partners"]);
    refused(
        &run,
        1,
        &[
            "telefoon",
            "waarvoor",
            "Dit is geen partner",
            "Dit is geen dag",
        ],
    );
}
