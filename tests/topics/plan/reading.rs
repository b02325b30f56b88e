//! How a plan reads that is not finished: what is unknown, what was not asked, what is pointed out.

use super::cases::from_yaml;
use top3::document;
use top3::plan::{by_place, lint};
use top3::render;

const UNFINISHED: &str = "vragenlijst: veiligheidsplan
datum: 2026-03-04
antwoorden:
  personen.mensen:
    - { id: p1, naam: moeder, soort: gezinslid }
    - { id: p2, naam: vader, soort: gezinslid }
  top3.situaties:
    - { id: s1, wat: Hij slaat haar., doet: [p2], ondergaat: [p1], laatste_keer: { waarde: 2026-02-01, toelichting: ongeveer }, rode_vlag: ja, ernst: 3 }
    - { id: s2, wat: De huur is niet betaald., doet: onbekend, rode_vlag: nee }
    - { id: s3, wat: Zij slaapt slecht., rode_vlag: onbekend }
  top3.top3: [s2, s1]
  top3.wegingen:
    - { id: w1, weging_bij: s1, weging_door: p1, weging_ernst: 2, weging_herhaling: onbekend }
  afspraken:
    - { id: a1, wie: p2, doet: Gaat weg., controle_door: geweigerd }
";

fn text() -> String {
    let case = from_yaml(UNFINISHED);
    let plan = case.plan().unwrap();
    let weak = lint(&plan, &[], case.today);
    let text = render::text(&document::plan(&plan, &[], &weak), 80);
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[test]
fn unknown_refused_and_not_asked_read_differently() {
    let text = text();
    for words in [
        "Wie: door wie is niet bekend",
        "Kijkt mee: wil of kan dat niet zeggen",
        "Wanneer: nog niet ingevuld",
        "Laatste keer: 1 februari 2026 (ongeveer)",
        "Rode vlag: onbekend",
        "moeder 2 van 3 onbekend",
        "Nog niet ingevuld of dit plan met het gezin is gemaakt.",
    ] {
        assert!(text.contains(words), "{words} is not in {text}");
    }
}

#[test]
fn a_situation_is_called_by_its_place_in_the_order_everywhere() {
    let text = text();
    assert!(text.contains("1. De huur is niet betaald."));
    assert!(text.contains("2. Rode vlag. Hij slaat haar."), "{text}");
    assert!(text.contains("Situatie s3 (nog niet op volgorde)"));
    let case = from_yaml(UNFINISHED);
    let plan = case.plan().unwrap();
    let clash = plan
        .attention
        .iter()
        .find(|one| one.title.starts_with("Volgorde"));
    assert_eq!(
        clash.unwrap().title,
        "Volgorde: situatie 2 staat onder situatie 1"
    );
    let weak = lint(&plan, &[], case.today);
    let places: Vec<String> = by_place(&plan, &weak)
        .into_iter()
        .map(|(place, _)| place)
        .collect();
    assert!(places.contains(&"situatie 1".to_owned()), "{places:?}");
}
