//! The consult sheet: kinds of observation apart, no names, no dates, no places; and when in doubt, none at all.

use super::cases::from_yaml;
use top3::document;
use top3::paper::consult;
use top3::render;

const CASE: &str = "vragenlijst: meldcode
datum: 2026-03-04
antwoorden:
  personen.mensen:
    - { id: p1, naam: Fatima, soort: gezinslid, leeftijd: 31, woont: hier, gezag: ja }
    - { id: p2, naam: oma Truus, soort: netwerk }
    - { id: p3, naam: Sanne de Boer, soort: kind, leeftijd: 6, woont: hier }
    - { id: p4, naam: Bram, soort: kind, leeftijd: 6, woont: hier }
    - { id: p5, naam: vader, soort: gezinslid, leeftijd: 35, woont: elders, gezag: ja }
  waarnemingen:
    - id: w1
      wat: Sanne had op 12 februari een blauwe plek. Zij woont in de Kerkstraat 12, 1234 AB, en belde 06-12345678.
      aard: feit
      datum: 2026-02-12
      weegt: steunt
    - { id: w2, wat: Oma truus zag dat vader Bram sloeg bij basisschool De Regenboog in Almere., aard: van_ander, bron: oma Truus, datum: onbekend, weegt: steunt }
    - { id: w3, wat: Ik denk dat zij bang is., aard: indruk, datum: 2026-03-03, weegt: weet_niet }
  overleggen:
    - { id: o1, met: Jansen van de GGZ, datum: 2026-03-01, vraag: Hoe praat ik met Fatima?, advies: Bel a.b@voorbeeld.nl }
";

fn sheet(yaml: &str) -> String {
    let sheet = consult(&from_yaml(yaml).view()).unwrap();
    render::text(&document::consult(&sheet, &[]), 80)
}

#[test]
fn no_name_date_or_place_of_the_case_is_on_it() {
    let text = sheet(CASE).to_lowercase();
    for word in [
        "sanne",
        "boer",
        "bram",
        "fatima",
        "truus",
        "februari",
        "2026",
        "kerkstraat",
        "1234",
        "06-",
        "regenboog",
        "almere",
        "jansen",
        "voorbeeld.nl",
    ] {
        assert!(!text.contains(word), "{word} is still there:\n{text}");
    }
}

/// Veilig Thuis asks about an injury first: it is there, without the name of the child.
#[test]
fn an_injury_is_told_by_place_and_look_without_a_name() {
    let yaml = CASE
        .replace("vragenlijst: meldcode", "vragenlijst: casus")
        .replace("  waarnemingen:", "  meldcode.waarnemingen:")
        .replace("  overleggen:", "  meldcode.overleggen:");
    let start = "
  acuut.gevaar_nu: nee
  acuut.bijzonder: nee
  acuut.collega: nee
  acuut.tussen_kinderen: nee
  hulplijsten: [letsel]
  letselduiding.letsels:
    - { id: r1, plek: Linkerbovenarm, bij_wie: Sanne, hoe_ziet: Vier ronde plekken op een rij, gezien_op: 2026-03-01, verteld: 'Fatima: van de bank gevallen' }
";
    let text = sheet(&format!("{yaml}{}", start.trim_start_matches('\n')));
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    for words in [
        "Letsel ---",
        "3 dagen geleden. Linkerbovenarm. Vier ronde plekken op een rij.",
        "van de bank gevallen",
    ] {
        assert!(text.contains(words), "{words}: {text}");
    }
    assert!(!text.contains("Sanne"), "{text}");
}

#[test]
fn what_cannot_wait_comes_before_the_story_and_a_situation_says_what_it_does() {
    let example = super::cases::example("acuut-onveilig");
    let text = render::text(
        &document::consult(&consult(&example.view()).unwrap(), &[]),
        80,
    );
    let at = |words: &str| {
        text.find(words)
            .unwrap_or_else(|| panic!("{words}\n{text}"))
    };
    assert!(at("Er is een rode vlag") < at("Wat er is gezien en gehoord"));
    assert!(at("Onveilige situaties") < at("Gevolg:"));
}

#[test]
fn names_become_roles_and_dates_how_long_ago() {
    let text = sheet(CASE).split_whitespace().collect::<Vec<_>>().join(" ");
    for words in [
        "- volwassene uit het gezin, 31 jaar",
        "- oma",
        "- kind van 6,",
        "- kind van 6 (2),",
        "- vader, 35 jaar",
        "3 weken geleden. Kind van 6 had op [3 weken geleden] een blauwe plek.",
        "[adres weggelaten]",
        "Oma zag dat vader kind van 6 (2) sloeg",
        "Hoe praat ik met volwassene uit het gezin?",
    ] {
        assert!(text.contains(words), "{words} is not there:\n{text}");
    }
}

#[test]
fn facts_statements_hearsay_and_impressions_stand_apart() {
    let text = sheet(CASE);
    let at = |words: &str| {
        text.find(words)
            .unwrap_or_else(|| panic!("no {words}:\n{text}"))
    };
    assert!(at("\nFeit\n") < at("blauwe plek"));
    assert!(at("blauwe plek") < at("\nVan een ander gehoord\n"));
    assert!(at("\nVan een ander gehoord\n") < at("\nMijn indruk of uitleg\n"));
    assert!(at("\nMijn indruk of uitleg\n") < at("bang is"));
}

#[test]
fn what_was_replaced_is_said_and_never_shown() {
    let sheet = consult(&from_yaml(CASE).view()).unwrap();
    assert_eq!(sheet.replaced.len(), 2);
    let said = format!("{:?}", sheet.replaced);
    assert!(!said.contains("Sanne") && !said.contains("Kerkstraat"));
}

#[test]
fn a_trace_that_cannot_be_replaced_stops_the_sheet_without_showing_it() {
    // The words of a list are not replaced; an organisation's own list may hold what it should not.
    let case = from_yaml(&CASE.replace("naam: vader", "naam: 'moeder 0612345678'"));
    match consult(&case.view()) {
        Ok(sheet) => {
            let text = render::text(&document::consult(&sheet, &[]), 80);
            assert!(!text.contains("0612345678"), "{text}");
        }
        Err(refused) => {
            let said = format!("{refused:?}");
            assert!(
                said.contains("De mensen") && !said.contains("0612345678"),
                "{said}"
            );
        }
    }
}

#[test]
fn an_empty_case_still_gives_a_sheet_to_call_with() {
    let text = sheet("vragenlijst: meldcode\ndatum: 2026-03-04\nantwoorden: {}\n");
    assert!(text.contains("Wat we willen weten") && text.contains("Het advies"));
    assert!(text.contains("Is er op dit moment iemand in gevaar"));
}

/// Not known whether it is between children, and a red flag at home that was answered with *ja*.
const FLAG: &str = "vragenlijst: casus
datum: 2026-03-04
antwoorden:
  acuut.gevaar_nu: nee
  acuut.bijzonder: onbekend
  acuut.collega: nee
  acuut.tussen_kinderen: onbekend
  acuut.ook_thuis: mogelijk
  rode-vlaggen.wurgen: ja
  rode-vlaggen.wapen: onbekend
";

#[test]
fn what_is_not_known_about_the_road_never_makes_a_red_flag_unknown() {
    // Who does not know whether it is about home goes the road over home. Listed as given whatever was said.
    for (home, fixed) in [("mogelijk", true), ("onbekend", true), ("nee", false)] {
        let case = from_yaml(&FLAG.replace("mogelijk", home));
        let view = case.view();
        let outcomes = top3::engine::outcomes(&view);
        let flag = case
            .list
            .derived
            .iter()
            .find(|one| one.id.ends_with("vlag"));
        let flag = &outcomes[&flag.unwrap().id];
        assert_eq!(flag.is_fixed(), fixed, "{flag:?}");
        let sheet = consult(&view).unwrap();
        let given = sheet.flags.iter().flat_map(|flag| &flag.because);
        let wurgen = view
            .list
            .question(view.list.find("rode-vlaggen.wurgen").unwrap());
        let asked = wurgen.text.get("nl");
        assert!(
            given
                .into_iter()
                .any(|(said, question)| said == "ja" && question == asked),
            "{:?}",
            sheet.flags
        );
        assert!(!sheet.unknown.iter().any(|one| one == asked));
        let weapon = view
            .list
            .question(view.list.find("rode-vlaggen.wapen").unwrap());
        assert!(sheet.unknown.iter().any(|one| one == weapon.text.get("nl")));
    }
}

#[test]
fn who_was_not_spoken_is_never_listed_as_spoken_and_who_was_not_alone_is_said() {
    let talks = "  gesprekken:
    - { id: g1, met: p3, gesproken: nee, geen_reden: { waarde: kind_anders, toelichting: Veilig Thuis spreekt haar. } }
    - { id: g2, met: p5, gesproken: nee }
    - { id: g3, met: p1, gesproken: ja, datum: 2026-03-03, alleen: nee, verslag: Zij zei weinig. }
    - { id: g4, met: p4, gesproken: onbekend }
";
    let text = sheet(&format!("{CASE}{talks}"));
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    for words in [
        "- Niet gesproken: kind van 6 (een kind: te jong, of iemand anders spreekt het).",
        "- Niet gesproken: vader. De reden staat er nog niet bij.",
        "- Volwassene uit het gezin, gisteren. De ander was erbij. Zij zei weinig.",
        "- Nog niet bekend of er is gesproken: kind van 6 (2).",
    ] {
        assert!(text.contains(words), "{words} is not there:\n{text}");
    }
}
