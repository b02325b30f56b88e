//! An organisation's own code: every rule in it stands with where it comes from, what is ours is told apart from what
//! is theirs, and what is still open is counted.

use crate::support::program::Program;

const REGION: &str = "id: regio\nversie: 1.0.0\ntitel: Jeugdhulp Midden\nbron: Regionaal kader Midden\n\
    past_aan: meldcode-jeugdhulp\ninstellingen: { vt_advies: verplicht }\n";

/// The code as Markdown, and what was said beside it.
fn made(settings: &str, answers: &str, partners: Option<&str>) -> (String, String) {
    let program = Program::new();
    program.write("regio.yaml", REGION);
    let region = program.file("regio.yaml").display().to_string();
    program.write("instellingen.yaml", &settings.replace("REGIO", &region));
    program.write("antwoorden.yaml", answers);
    if let Some(partners) = partners {
        program.write("partners.yaml", partners);
    }
    let run = program.run(&[
        "protocol",
        "--antwoorden",
        "antwoorden.yaml",
        "--formaat",
        "markdown",
    ]);
    assert_eq!(run.code, Some(0), "{run:?}");
    (run.out, run.err)
}

#[test]
fn a_rule_keeps_the_source_of_where_it_was_set() {
    let (text, _) = made("profiel: REGIO\n", "kindcheck: []\n", None);
    let row = |about: &str| {
        let mut lines = text.lines();
        let found = lines.find(|line| line.starts_with('|') && line.contains(about));
        found.unwrap_or_else(|| panic!("{text}")).to_owned()
    };
    assert!(row("Advies van Veilig Thuis").contains("Regionaal kader"));
    for (about, source) in [
        ("Overleg met een collega", "NJi"),
        ("onthulling", "NJi"),
        ("bewaart", "Rijksoverheid"),
    ] {
        let row = row(about);
        assert!(row.contains(source) && !row.contains("Regionaal"), "{row}");
    }
}

#[test]
fn in_an_own_code_we_is_the_organisation_and_other_trades_stay_out() {
    let answers = "bewaren: '15 jaar, Jeugdwet'\nwie_beslist: samen\n";
    let (text, _) = made("profiel: REGIO\n", answers, None);
    // What the makers of the program say stands between quotation marks, and with their name.
    let theirs = |line: &&str| line.contains("makers van het programma") && line.contains('“');
    assert!(text.lines().any(|line| theirs(&line)), "{text}");
    let ours = text.lines().filter(|line| !theirs(line));
    let ours = ours.collect::<Vec<_>>().join("\n");
    for absent in [
        "nze lezing",
        "ij vonden",
        "wij gebruiken",
        "wist niets",
        "arts",
        "Vertrouwensinspecteur",
        "top3 partners",
    ] {
        assert!(!ours.contains(absent), "`{absent}` is in\n{ours}");
    }
    assert!(text.contains("verwijdert niets"), "{text}");
    // A term of its own beside that of the profile.
    let both = "moet wat er bij ons geldt daarbij passen";
    assert!(text.contains(both), "{text}");
    let (doctors, _) = made("profiel: knmg\n", "wie_beslist: samen\n", None);
    assert!(doctors.contains("Wie arts is, beslist altijd zelf") && doctors.contains("LECK"));
    assert!(!doctors.contains(both));
}

#[test]
fn everything_that_is_open_is_counted() {
    let open = "nog in te vullen\\]";
    let partners = "- { naam: Team Noord, waarvoor: Hulp, nagekeken: 2026-01-02 }\n";
    let answers = "routes: [tussen_kinderen]\nwie_beslist: samen\n";
    let (text, said) = made("partners: protocol\n", answers, Some(partners));
    let count = text.matches(open).count();
    assert!(text.contains("Dit zijn onze stappen: **\\[nog"), "{text}");
    assert!(
        said.contains(&format!("Op {count} plekken")),
        "{count}: {said}\n{text}"
    );
    let (without, said) = made("", answers, Some(partners));
    assert!(!without.contains("Onze partners"), "{without}");
    assert!(said.contains("partners: protocol"), "{said}");
}
