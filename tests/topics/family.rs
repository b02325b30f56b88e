//! The people of a case as a picture: who lives where, who has authority over whom, and nobody with one role for all.

use top3::answer::read;
use top3::engine::View;
use top3::family::{Family, groups, svg};
use top3::plan::{Plan, people_of};
use top3::questionnaire::Library;
use top3::yaml::read_tree;

const ANSWERS: &str = "
personen.mensen:
  - { id: p1, naam: moeder, soort: gezinslid, leeftijd: 34, woont: hier, gezag: ja, gezag_over: [p3, p4], ouder_van: [p3, p4], ex_van: [p2] }
  - { id: p2, naam: vader <1>, soort: gezinslid, leeftijd: 38, woont: elders, gezag: ja, gezag_over: [p3], ouder_van: [p3, p4], woont_bij: [p6] }
  - { id: p5, naam: stiefvader, soort: gezinslid, woont: hier, gezag: onbekend, partner_van: p1 }
  - { id: p3, naam: zoon, soort: kind, leeftijd: 8, woont: wisselend, woont_bij: [p2] }
  - { id: p4, naam: dochter, soort: kind, leeftijd: 3, woont: elders, woont_bij: [p6] }
  - { id: p7, naam: baby, soort: kind, leeftijd: 0, ongeboren: ja, woont: onbekend }
  - { id: p6, naam: oma, soort: netwerk }
situaties:
  - { id: s1, wat: Hij duwt haar., doet: [p2], ondergaat: [p1], ziet: [p3] }
  - { id: s2, wat: Zij sluit hem op., doet: [p1], ondergaat: [p3], ziet: onbekend }
";

fn people(answers: &str) -> Plan {
    let list = Library::shipped().load("top3").unwrap();
    let today = "2026-06-15".parse().unwrap();
    let tree = read_tree(answers.as_bytes(), "a.yaml").unwrap();
    let answers = read(&list, &tree, today).unwrap_or_else(|problems| panic!("{problems:#?}"));
    people_of(&View::new(&list, &answers, today))
}

fn said(plan: &Plan) -> String {
    let all = groups(Family::of(plan)).into_iter();
    let all = all.map(|group| format!("{}\n  {}", group.title, group.lines.join("\n  ")));
    all.collect::<Vec<_>>().join("\n")
}

#[test]
fn the_people_in_words() {
    insta::assert_snapshot!(said(&people(ANSWERS)), @r"
    In het huis waar het om gaat
      moeder: 34 jaar; ouder van en gezag over zoon en dochter; ex-partner van vader <1>
      stiefvader: relatie met moeder
    Wisselend, deels daar en deels ergens anders
      zoon: kind van 8 jaar; woont ook bij vader <1>
    Wonen ergens anders
      vader <1>: 38 jaar; ouder van zoon en dochter; gezag over zoon
      dochter: kind van 3 jaar
    Waar zij wonen staat er niet
      baby: nog niet geboren
    Rond het gezin
      oma (Familie, vriend of buur)
    Wie doet, ondergaat en ziet wat, per situatie
      situatie s1: door vader <1>, bij moeder, gezien of gehoord door zoon
      situatie s2: door moeder, bij zoon, wie het ziet of hoort is niet bekend
    Nog niet bekend
      of stiefvader gezag heeft
      waar baby woont
    ");
}

/// Where an adult stays, and a child outside the family, can put somebody in danger.
#[test]
fn with_whom_somebody_stays_outside_the_family_is_not_told() {
    let plan = people(ANSWERS);
    for text in [said(&plan), svg(Family::of(&plan))] {
        assert!(text.contains("woont ook bij vader"), "{text}");
        assert!(!text.contains("woont bij oma"), "{text}");
    }
}

#[test]
fn the_drawing_holds_everything_in_words_and_nobody_is_a_doer_for_all() {
    let drawing = svg(Family::of(&people(ANSWERS)));
    let tree = drawing
        .split("<desc")
        .nth(1)
        .unwrap()
        .split("</desc>")
        .next()
        .unwrap();
    for name in [
        "moeder",
        "vader &lt;1&gt;",
        "stiefvader",
        "zoon",
        "dochter",
        "baby",
        "oma",
    ] {
        assert!(tree.contains(name), "{name} is not in the text alternative");
        assert!(
            drawing.split("</desc>").nth(1).unwrap().contains(name),
            "{name}"
        );
    }
    assert!(!drawing.to_lowercase().contains("dader"));
    // Two situations, two doers.
    assert!(tree.contains("door vader") && tree.contains("door moeder"));
}
