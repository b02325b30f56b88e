//! What is weak in a plan: each rule with a plan that has the weakness and one that does not.

use super::cases::from_yaml;
use top3::plan::{Plan, Rule, Vague, lint};

/// A plan in which nothing is weak.
const GOOD: &str = "vragenlijst: veiligheidsplan
datum: 2026-03-04
antwoorden:
  personen.mensen:
    - { id: p1, naam: moeder, soort: gezinslid }
    - { id: p2, naam: vader, soort: gezinslid }
    - { id: p3, naam: dochter, soort: kind, leeftijd: 6 }
    - { id: p4, naam: wijkteamwerker, soort: professional }
    - { id: p5, naam: oom, soort: netwerk }
  top3.situaties:
    - { id: s1, wat: Hij duwt haar tegen het aanrecht., doet: [p2], ondergaat: [p1], ziet: [p3] }
  top3.top3: [s1]
  makers: [p1, p2, p4]
  met_gezin: met_gezin
  voorwaarden:
    - { id: v1, voorwaarde_bij: [s1], voorwaarde_tekst: De dochter slaapt elke nacht in haar eigen bed., gesteld_door: gezin }
  afspraken:
    - { id: a1, afspraak_bij: [v1], wie: p2, doet: Gaat naar buiten en belt zijn broer., wanneer: op vrijdag na zes uur, zichtbaar_aan: De broer stuurt een bericht., controle_door: p5, hoe_vaak: elke zaterdag, als_niet: De wijkteamwerker belt maandag. }
  kindregels:
    - { id: k1, kind: p3, kindregel: Op vrijdag eet je bij je oom. }
  noodplan_bellen: Eerst 112.
  evaluatie_datum: 2026-03-18
";

fn plan(yaml: &str) -> Plan {
    from_yaml(yaml).plan().unwrap()
}

fn rules(yaml: &str) -> Vec<Rule> {
    let vague = [Vague {
        word: "ruzie".into(),
        ask: "Wat werd er gedaan?".into(),
    }];
    let found = lint(&plan(yaml), &vague, "2026-03-04".parse().unwrap());
    found.into_iter().map(|one| one.rule).collect()
}

#[test]
fn a_good_plan_has_nothing_weak() {
    assert_eq!(rules(GOOD), []);
}

#[test]
fn each_weakness_is_found_where_it_is() {
    let cases = [
        (
            "controle_door: p5",
            "controle_door: p1",
            Rule::CheckerIsThreatened,
        ),
        (
            "controle_door: p5",
            "controle_door: p3",
            Rule::CheckerIsChild,
        ),
        (
            "controle_door: p5",
            "controle_door: p2",
            Rule::CheckerIsDoer,
        ),
        (
            "controle_door: p5",
            "controle_door: onbekend",
            Rule::NoChecker,
        ),
        (
            "wie: p2, doet: Gaat",
            "wie: onbekend, doet: Gaat",
            Rule::NoDoer,
        ),
        (
            "wie: p2, doet: Gaat",
            "wie: p3, doet: Gaat",
            Rule::DoerIsChild,
        ),
        (
            "wie: p2, doet: Gaat",
            "wie: p1, doet: Gaat",
            Rule::NothingAsked,
        ),
        ("doet: [p2]", "doet: onbekend", Rule::DoerUnknown),
        (
            "doet: Gaat naar buiten en belt zijn broer.",
            "doet: onbekend",
            Rule::NoAction,
        ),
        (
            "doet: Gaat naar buiten en belt zijn broer.",
            "doet: Slaat niet meer.",
            Rule::OnlyNot,
        ),
        (
            "doet: Gaat naar buiten en belt zijn broer.",
            "doet: Maakt geen ruzie maar belt zijn broer., ",
            Rule::Vague,
        ),
        (
            "wanneer: op vrijdag na zes uur",
            "wanneer: onbekend",
            Rule::NoMoment,
        ),
        (
            "zichtbaar_aan: De broer stuurt een bericht.",
            "zichtbaar_aan: geweigerd",
            Rule::NoSign,
        ),
        (
            "als_niet: De wijkteamwerker belt maandag.",
            "als_niet: onbekend",
            Rule::NoFailureStep,
        ),
        (
            "afspraak_bij: [v1]",
            "afspraak_bij: onbekend",
            Rule::LooseAgreement,
        ),
        (
            "afspraak_bij: [v1]",
            "afspraak_bij: onbekend",
            Rule::NoAgreement,
        ),
        (
            "voorwaarde_bij: [s1]",
            "voorwaarde_bij: onbekend",
            Rule::NoCondition,
        ),
        (
            "voorwaarde_tekst: De dochter slaapt elke nacht in haar eigen bed.",
            "voorwaarde_tekst: onbekend",
            Rule::NoConditionText,
        ),
        ("  top3.top3: [s1]\n", "", Rule::NothingRanked),
        (
            "kind: p3, kindregel: Op vrijdag eet je bij je oom.",
            "kind: p3, kindregel: onbekend",
            Rule::NoChildLine,
        ),
        ("  evaluatie_datum: 2026-03-18\n", "", Rule::NoReview),
        (
            "evaluatie_datum: 2026-03-18",
            "evaluatie_datum: 2026-03-03",
            Rule::ReviewPast,
        ),
        ("  noodplan_bellen: Eerst 112.\n", "", Rule::NoEmergency),
        (
            "noodplan_bellen: Eerst 112.",
            "noodplan_bellen: Het codewoord is sinaasappel.",
            Rule::Flight,
        ),
        (
            "noodplan_bellen: Eerst 112.",
            "noodplan_bellen: Bel oom op 06-12345678.",
            Rule::Trace,
        ),
        (
            "noodplan_bellen: Eerst 112.",
            "noodplan_bellen: { waarde: onbekend, toelichting: Oom woont op Parklaan 3. }",
            Rule::Trace,
        ),
        (
            "noodplan_bellen: Eerst 112.",
            "noodplan_bellen: Eerst 112. Daarna komt Kevin uit Almere.",
            Rule::Name,
        ),
    ];
    for (good, weak, rule) in cases {
        assert!(GOOD.contains(good), "{good}");
        let found = rules(&GOOD.replace(good, weak.trim_end_matches([',', ' '])));
        assert!(found.contains(&rule), "{weak}: {found:?}");
    }
    let bare = "vragenlijst: veiligheidsplan\ndatum: 2026-03-04\nantwoorden: { aanleiding: Er is iets. }\n";
    assert!(rules(bare).contains(&Rule::NoSituation));
}

#[test]
fn dangerous_points_come_first_and_name_the_place() {
    let weak = GOOD
        .replace("controle_door: p5", "controle_door: p1")
        .replace("wanneer: op vrijdag na zes uur", "wanneer: onbekend");
    let plan = plan(&weak);
    let found = lint(&plan, &[], "2026-03-04".parse().unwrap());
    assert_eq!(found[0].rule, Rule::CheckerIsThreatened);
    assert!(found[0].rule.is_dangerous() && !found[1].rule.is_dangerous());
    assert_eq!(found[0].place.called(&plan), "afspraak 1 (vader)");
    assert!(found[0].what.contains("moeder"));
}

#[test]
fn a_not_with_something_to_do_beside_it_is_fine() {
    for good in [
        "Slaat niet, maar gaat naar buiten.",
        "Drinkt niet op vrijdag. Drinkt dan thee met zijn broer.",
        "Gaat naar buiten en komt niet terug voor tien uur.",
        "Belt voor iets anders nooit naar huis; ziet haar op het consultatiebureau.",
    ] {
        let found =
            rules(&GOOD.replace("Gaat naar buiten en belt zijn broer.", &format!("'{good}'")));
        assert!(!found.contains(&Rule::OnlyNot), "{good}");
    }
    for weak in [
        "Niet meer schreeuwen en slaan.",
        "Slaat niet en scheldt niet.",
        "Komt nooit meer dronken thuis",
        "Stopt met slaan",
    ] {
        let found = rules(&GOOD.replace("Gaat naar buiten en belt zijn broer.", weak));
        assert!(found.contains(&Rule::OnlyNot), "{weak}");
    }
}

#[test]
fn nothing_is_asked_of_a_child_that_hits() {
    let yaml = GOOD.replace("doet: [p2]", "doet: [p3]");
    assert!(!rules(&yaml).contains(&Rule::NothingAsked));
}

#[test]
fn what_happened_may_tell_that_somebody_fled() {
    let yaml = GOOD.replace(
        "Hij duwt haar tegen het aanrecht.",
        "Hij duwt haar en zij vlucht naar de badkamer.",
    );
    assert!(!rules(&yaml).contains(&Rule::Flight));
}

#[test]
fn where_somebody_flees_to_is_never_in_a_plan() {
    let yaml = GOOD
        .replace(
            "noodplan_bellen: Eerst 112.",
            "noodplan_bellen: Eerst 112. Het codewoord is sinaasappel. Daarna belt oom.",
        )
        .replace(
            "met_gezin: met_gezin",
            "met_gezin: { waarde: met_gezin, toelichting: Haar vluchttas staat bij tante. }",
        );
    let plan = plan(&yaml);
    let written = top3::plan::file::write(&plan).unwrap();
    for word in ["sinaasappel", "codewoord", "vluchttas", "tante"] {
        assert!(!written.contains(word), "{word}");
    }
    let calls = plan.emergency.calls.text().unwrap();
    assert!(calls.starts_with("Eerst 112.") && calls.ends_with("Daarna belt oom."));
    let found = lint(&plan, &[], "2026-03-04".parse().unwrap());
    assert_eq!(
        found.iter().filter(|one| one.rule == Rule::Flight).count(),
        1
    );
}
