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
