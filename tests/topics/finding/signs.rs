//! Signs of danger: each is said, none is silenced by what is not known elsewhere, and what is none is not called one.

use super::{FLAG, flat, number, shown};
use crate::support::program::Program;

/// Whether the concern is about a colleague is not known; nobody said that it is not about home.
#[test]
fn what_is_not_known_elsewhere_never_silences_a_sign_of_danger() {
    let call = "Er is een teken van gevaar. Bel eerst Veilig Thuis: 0800-2000";
    let said = |home: &str, flag: &str| {
        let start = FLAG.split_once("rode-vlaggen").unwrap().0;
        let start = start.replace("collega: nee", "collega: onbekend");
        flat(&shown(
            &format!("{start}acuut.ook_thuis: {home}\nrode-vlaggen.wurgen: {flag}\n"),
            &[],
        ))
    };
    // Who does not know, goes the road over home: what was said there stays said.
    for home in ["onbekend", "geweigerd", "mogelijk"] {
        let text = said(home, "ja");
        assert!(text.contains(call), "{home}: {text}");
        assert!(text.contains("Er is een rode vlag"), "{home}: {text}");
        assert!(!text.contains("Misschien. Rode vlag:"), "{home}: {text}");
        assert!(!said(home, "nee").contains(call), "{home}");
    }
    // Nobody can tell yet whether the flag counts, and calling comes first all the same.
    let text = said("nee", "ja");
    assert!(text.contains(call), "{text}");
    let (_, signs) = text
        .split_once("Deze antwoorden wijzen op gevaar:")
        .unwrap();
    assert!(signs.split_once("wurgen").unwrap().0.len() < 80, "{signs}");
}

/// A help list that was chosen is no sign of danger; what was answered in it is.
#[test]
fn choosing_a_help_list_is_never_a_sign_of_danger() {
    let start = FLAG.split_once("rode-vlaggen").unwrap().0;
    let injured = format!("{start}hulplijsten: [letsel]\nletselduiding.zorg_nu: ja\n");
    let text = flat(&shown(&injured, &[]));
    let (_, signs) = text
        .split_once("Deze antwoorden wijzen op gevaar:")
        .unwrap_or_else(|| panic!("{text}"));
    assert!(signs.contains("medische zorg nodig"), "{signs}");
    assert!(!signs.contains("Wilt u onderweg"), "{signs}");
}

/// After the first sign nobody reads the same line as news: each sign is said by itself.
#[test]
fn every_sign_of_danger_is_said_not_only_the_first() {
    let program = Program::new();
    let start = FLAG.split_once("rode-vlaggen").unwrap().0;
    let start = start.replace("gevaar_nu: nee", "gevaar_nu: onbekend");
    program.write("half.yaml", &start);
    let made = program.run(&["nieuw", "--antwoorden", "half.yaml", "--onversleuteld"]);
    assert_eq!(made.code, Some(0), "{}", made.err);
    let run = program.run_with(
        &["verder", "--regels"],
        &format!(
            ":naar {}\nja\nnee\nja\n:pauze\n",
            number(&program, "Heeft of gebruikt iemand een wapen?")
        ),
    );
    let said = flat(&run.err);
    assert_eq!(
        said.matches("Wat u net antwoordde, wijst op gevaar.")
            .count(),
        2,
        "{said}"
    );
}
