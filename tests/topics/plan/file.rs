//! The plan file: it says again what was written, and a fault in it is told with its place.

use super::cases::example;
use top3::plan::Said;
use top3::plan::file::{read, write};

#[test]
fn a_written_plan_reads_back_as_the_same_plan() {
    for name in ["acuut-onveilig", "hulp-en-plan", "later-fasen"] {
        let plan = example(name).plan().unwrap();
        let text = write(&plan).unwrap();
        let again =
            read(text.as_bytes(), "plan.yaml").unwrap_or_else(|faults| panic!("{faults:#?}"));
        assert_eq!(again.plan, plan);
        assert!(!again.edited);
    }
}

fn written() -> String {
    write(&example("hulp-en-plan").plan().unwrap()).unwrap()
}

/// The messages of the faults in a file, each with its line.
fn faults(text: &str) -> Vec<(usize, String)> {
    let faults = read(text.as_bytes(), "plan.yaml").unwrap_err();
    faults
        .into_iter()
        .map(|fault| (fault.place.line, fault.message))
        .collect()
}

/// The line, from one, that first holds these words.
fn line_of(text: &str, words: &str) -> usize {
    text.lines().position(|line| line.contains(words)).unwrap() + 1
}

#[test]
fn an_id_that_points_at_nothing_is_told_with_its_line() {
    for (good, wrong, says) in [
        ("  wie: p2", "  wie: p9", "geen persoon `p9`"),
        ("  bij: v1", "  bij: v9", "geen voorwaarde `v9`"),
        ("  bij: s1", "  bij: [s1, s9]", "geen situatie `s9`"),
    ] {
        let text = written().replacen(good, wrong, 1);
        let found = faults(&text);
        assert_eq!(found.len(), 1, "{found:?}");
        assert!(found[0].1.contains(says), "{found:?}");
        assert_eq!(found[0].0, line_of(&text, wrong.trim()));
    }
}

#[test]
fn every_fault_is_told_at_once() {
    let text = written()
        .replacen("  wie: p2", "  wie: p9", 1)
        .replacen("status: actief", "status: klaar", 1)
        .replacen("rode_vlag: nee", "rode_vlag: soms", 1)
        .replacen("plaats: 1", "plaats: een", 1)
        .replacen("mensen:", "menssen:", 1);
    assert!(faults(&text).len() >= 5, "{:?}", faults(&text));
}

/// The tips of the faults in a file.
fn tips(text: &str) -> Vec<String> {
    let faults = read(text.as_bytes(), "plan.yaml").unwrap_err();
    faults.into_iter().map(|fault| fault.tip).collect()
}

#[test]
fn who_is_not_in_the_plan_is_not_guessed_but_all_who_are_are_named() {
    let tips = tips(&written().replacen("  wie: p2", "  wie: p9", 1));
    assert!(!tips[0].contains("Bedoelde"), "{tips:?}");
    for person in ["`p1` (moeder)", "`p6` (gezinscoach van het wijkteam)"] {
        assert!(tips[0].contains(person), "{tips:?}");
    }
}

#[test]
fn a_figure_that_is_not_on_the_scale_is_refused() {
    let text = written().replacen("ernst: 2", "ernst: 7", 1);
    let found = faults(&text);
    assert_eq!(found.len(), 1, "{found:?}");
    assert_eq!(found[0].0, line_of(&text, "ernst: 7"));
    assert!(tips(&text)[0].contains("0 tot en met 3"));
}

#[test]
fn a_plan_that_was_cut_off_says_so_once() {
    let text = written();
    let cut = &text[..text.find("# Waarom dit plan er is.").unwrap()];
    let found = faults(cut);
    assert_eq!(found.len(), 1, "{found:?}");
    assert!(tips(cut)[0].contains("niet helemaal aangekomen"));
}

#[test]
fn a_text_that_is_no_plan_file_is_sent_back_for_the_right_file() {
    for text in [
        "",
        "> **NIET DELEN**\nen verder\n",
        "hallo",
        "Let op: dit: is tekst",
    ] {
        let tips = tips(text);
        assert!(
            tips[0].contains("eindigt op .yaml") || tips[0].contains(".yaml eindigt"),
            "{tips:?}"
        );
    }
}

#[test]
fn the_way_to_add_a_remark_that_the_head_shows_works() {
    let text = written();
    let shown = text
        .lines()
        .find_map(|line| line.split_once("kan zo:"))
        .unwrap()
        .1
        .trim();
    let text = text.replacen("wanneer: elke schooldag, vanaf 5 maart", shown, 1);
    let plan = read(text.as_bytes(), "plan.yaml").unwrap().plan;
    assert!(plan.agreements.iter().any(|one| one.when.note.is_some()));
}

#[test]
fn a_newer_form_is_refused_and_so_is_another_file() {
    let newer = written().replacen("formaat: 1", "formaat: 2", 1);
    assert!(faults(&newer)[0].1.contains("nieuwere versie"));
    assert!(
        faults("iets: anders\n")[0]
            .1
            .contains("geen veiligheidsplan")
    );
    assert!(faults("")[0].1.contains("leeg"));
    assert!(!faults("veiligheidsplan: [").is_empty());
}

#[test]
fn a_plan_that_somebody_changed_reads_and_says_so() {
    let text = written().replacen("leeftijd: 7", "leeftijd: 8", 1);
    let read_back = read(text.as_bytes(), "plan.yaml").unwrap();
    assert!(read_back.edited);
    // Comments and spaces are nobody's change.
    let text = format!("{}\n# bekeken\n", written().replace("\n\n", "\n\n\n"));
    assert!(!read(text.as_bytes(), "plan.yaml").unwrap().edited);
}

#[test]
fn a_partner_can_fill_in_a_part() {
    let text = written().replacen(
        "  gesteld_door: gezin",
        "  gesteld_door: gezin\n  gehaald: gehaald_deels",
        1,
    );
    let plan = read(text.as_bytes(), "plan.yaml").unwrap().plan;
    let met = plan.conditions[0].met.known().unwrap();
    assert_eq!(met.text, "Voor een deel");
    let text = text.replacen(
        "gehaald: gehaald_deels",
        "gehaald: { waarde: onbekend, toelichting: nog niet gevraagd }",
        1,
    );
    let met = &read(text.as_bytes(), "plan.yaml").unwrap().plan.conditions[0].met;
    assert_eq!(met.said, Said::Unknown);
    assert_eq!(met.note.as_deref(), Some("nog niet gevraagd"));
}

#[test]
fn a_plan_file_names_its_reader_its_state_and_its_lists() {
    let text = written();
    for words in [
        "NIET DELEN",
        "lezer: team",
        "status: actief",
        "sha256: ",
        "vragenlijst: veiligheidsplan",
        "0800-2000",
    ] {
        assert!(text.contains(words), "{words}");
    }
    assert!(!text.contains("CONCEPT"));
    let draft = write(&example("acuut-onveilig").plan().unwrap()).unwrap();
    assert!(draft.contains("CONCEPT") && draft.contains("status: concept"));
}
