//! `weeg`, the contract for scripts: what it prints for one set of answers, and how it refuses.

use assert_cmd::Command;
use serde_json::{Value, json};

use crate::support::program::Program;

fn weeg(args: &[&str], input: &str) -> (Option<i32>, String, String) {
    let folder = tempfile::tempdir().unwrap();
    let output = Command::cargo_bin("top3")
        .unwrap()
        .current_dir(folder.path())
        .args([
            "weeg",
            "--instellingen",
            "geen.yaml",
            "--datum",
            "2026-03-01",
        ])
        .args(args)
        .write_stdin(input)
        .output()
        .unwrap();
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).unwrap();
    (
        output.status.code(),
        text(output.stdout),
        text(output.stderr),
    )
}

fn json_of(list: &str, input: &str) -> Value {
    let (code, out, err) = weeg(&[list, "-", "--formaat", "json"], input);
    assert_eq!((code, err.as_str()), (Some(0), ""));
    serde_json::from_str(&out).unwrap()
}

const TWO_REDS: &str = "meerderjarig: ja
kleur_lichamelijk_geweld: { waarde: rood, toelichting: Blauwe plek op de arm. }
kleur_wapens: { waarde: rood, toelichting: Mes uit de keukenla. }
";

#[test]
fn a_fixed_outcome_has_its_value_and_its_reasons() {
    let given = json_of("rihg", TWO_REDS);
    let outcome = &given["uitkomsten"]["drempel"];
    assert_eq!(outcome["waarde"], "gehaald");
    assert_eq!(outcome["zekerheid"], "vast");
    assert_eq!(outcome["mogelijk"], json!(["gehaald"]));
    assert_eq!(outcome["ondergrens"], Value::Null);
    let reason = &outcome["redenen"][0];
    assert!(
        reason["regel"].as_str().unwrap().contains("rode signalen"),
        "{reason}"
    );
    assert_eq!(reason["afgeleid"], json!(["rood_bij_incident"]));
    assert!(
        reason["plaats"].as_str().unwrap().contains("rihg.yaml:"),
        "{reason}"
    );
    assert!(!reason["bron"].as_str().unwrap().is_empty());
    let counted = &outcome["redenen"][1];
    assert_eq!(counted["van"], "rood_bij_incident");
    let answers = counted["antwoorden"].as_array().unwrap();
    for used in ["kleur_lichamelijk_geweld", "kleur_wapens"] {
        assert!(answers.contains(&json!(used)), "{counted}");
    }
}

#[test]
fn an_open_number_has_exact_bounds_and_what_is_open() {
    let given = json_of("rihg", TWO_REDS);
    let outcome = &given["uitkomsten"]["rood_bij_incident"];
    assert_eq!(outcome["waarde"], Value::Null);
    assert_eq!(
        (&outcome["ondergrens"], &outcome["bovengrens"]),
        (&json!(2), &json!(11))
    );
    assert_eq!(
        (&outcome["zekerheid"], &outcome["exact"]),
        (&json!("open"), &json!(true))
    );
    assert_eq!(outcome["mogelijk"], json!([2, 3, 4, 5, 6, 7, 8, 9, 10, 11]));
    assert_eq!(outcome["nog_open"].as_array().unwrap().len(), 9);
}

#[test]
fn unknown_and_refused_are_as_open_as_never_asked() {
    let absent = json_of("rihg", TWO_REDS);
    let said = json_of(
        "rihg",
        &format!("{TWO_REDS}kleur_bedreiging: onbekend\nkleur_kinderen: geweigerd\n"),
    );
    assert_eq!(absent["uitkomsten"], said["uitkomsten"]);
}

#[test]
fn a_list_that_was_not_made_for_this_gives_no_outcome_but_the_reason() {
    let given = json_of("rihg", "meerderjarig: nee");
    assert_eq!(given["uitkomsten"], json!({}));
    assert!(
        given["niet_toepasbaar"]["reden"]
            .as_str()
            .unwrap()
            .contains("meerderjarig"),
        "{given}"
    );
}

#[test]
fn the_result_names_the_list_its_version_and_its_content() {
    let given = json_of("rihg", "{}");
    assert_eq!(given["vragenlijst"]["id"], "rihg");
    assert_eq!(given["vragenlijst"]["versie"], "1.0.0");
    let sha = given["vragenlijst"]["sha256"].as_str().unwrap();
    assert!(
        sha.len() == 64 && sha.bytes().all(|byte| byte.is_ascii_hexdigit()),
        "{sha}"
    );
}

#[test]
fn json_answers_and_yaml_answers_give_the_same() {
    let yaml = json_of("rihg", TWO_REDS);
    let json = json_of(
        "rihg",
        r#"{"meerderjarig": "ja",
            "kleur_lichamelijk_geweld": {"waarde": "rood", "toelichting": "Blauwe plek op de arm."},
            "kleur_wapens": {"waarde": "rood", "toelichting": "Mes uit de keukenla."}}"#,
    );
    assert_eq!(yaml, json);
}

#[test]
fn answers_that_cannot_be_are_refused_all_at_once() {
    let (code, out, err) = weeg(
        &["rihg", "-", "--formaat", "json"],
        "kleur_wapen: rood\nmeerderjarig: misschien\n",
    );
    assert_eq!(code, Some(1));
    let given: Value = serde_json::from_str(&out).unwrap();
    assert_eq!(given["uitkomsten"], json!({}));
    let problems = given["problemen"].as_array().unwrap();
    assert_eq!(problems.len(), 2, "{problems:#?}");
    assert_eq!(problems[0]["plaats"], "-:1:1");
    assert!(
        problems[0]["tip"]
            .as_str()
            .unwrap()
            .contains("kleur_wapens"),
        "{}",
        problems[0]
    );
    assert!(
        err.contains("kleur_wapens") && !err.contains("misschien"),
        "{err}"
    );
}

#[test]
fn a_list_that_is_not_there_is_used_wrongly_and_a_near_name_is_offered() {
    let (code, out, err) = weeg(&["righ"], "");
    assert_eq!((code, out.as_str()), (Some(2), ""));
    assert!(err.contains("rihg"), "{err}");
}

#[test]
fn the_text_for_a_person_says_what_is_fixed_what_is_open_and_why() {
    let (code, out, _) = weeg(&["rihg", "-"], TWO_REDS);
    assert_eq!(code, Some(0));
    assert!(
        out.contains("(vast)") && out.contains("Waarom:") && out.contains("nog open"),
        "{out}"
    );
    let (_, out, _) = weeg(&["meldcode", "-"], "{}");
    assert!(
        out.contains("Is melden nodig? ") && !out.contains("?:"),
        "{out}"
    );
}

#[test]
fn no_answer_is_shown_when_answers_are_refused() {
    for input in [
        "kleur_wapens: \"Jansen dreigt\"\n",
        "meerderjarig: ja # Jansen\nmeerderjarig: nee\n",
        "kleur_wapens: { waarde: rood, toelichting: Jansen: dreigt }\n",
        "Jansen: [\n",
        "kleur_wapens: { waarde: rood, toelichting: Jansen, extra: Jansen }\n",
        "{\"meerderjarig\": [\"Jansen\"], \"kleur_wapens\": \"dreigt\"",
    ] {
        let (code, out, err) = weeg(&["rihg", "-", "--formaat", "json"], input);
        assert_eq!(code, Some(1), "{input}");
        for secret in ["Jansen", "dreigt"] {
            assert!(!out.contains(secret), "{input}: {out}");
            assert!(!err.contains(secret), "{input}: {err}");
        }
        let given: Value = serde_json::from_str(&out).unwrap();
        assert!(!given["problemen"].as_array().unwrap().is_empty(), "{out}");
    }
}

#[test]
fn the_line_of_a_refused_answer_still_shows_its_question() {
    let (_, _, err) = weeg(&["rihg", "-"], "kleur_wapens: paars\n");
    assert!(err.contains("kleur_wapens: ·····"), "{err}");
    assert!(err.contains("              ^^^^^"), "{err}");
}

#[test]
fn answers_may_stand_under_a_key_with_their_list_beside_them() {
    let plain = json_of("rihg", "meerderjarig: ja\nkleur_wapens: rood\n");
    let inside = "vragenlijst: rihg\nantwoorden: { meerderjarig: ja, kleur_wapens: rood }\n";
    assert_eq!(json_of("rihg", inside), plain);
    let other = "vragenlijst: top3\nantwoorden: {}\n";
    let (code, out, err) = weeg(&["rihg", "-", "--formaat", "json"], other);
    assert_eq!((code, out.as_str()), (Some(2), ""));
    assert!(err.contains("top3") && err.contains("rihg"), "{err}");
}

#[test]
fn an_empty_file_is_told_how_to_say_that_there_are_no_answers() {
    for input in ["", "\n\n", "# nog niets\n"] {
        let (code, _, err) = weeg(&["rihg", "-"], input);
        assert_eq!(code, Some(1));
        assert!(
            err.contains("geen antwoorden") && err.contains("{}"),
            "{err}"
        );
    }
}

#[test]
fn what_may_turn_out_to_have_no_value_says_so() {
    let given = json_of("rihg", "kleur_wapens: rood\n");
    let possible = |id: &str| {
        given["uitkomsten"][id]["mogelijk"]
            .as_array()
            .unwrap()
            .clone()
    };
    assert!(
        possible("rood_bij_incident").contains(&Value::Null),
        "{given}"
    );
    let adult = json_of("rihg", "meerderjarig: ja\n");
    let sure = &adult["uitkomsten"]["rood_bij_incident"]["mogelijk"];
    assert!(!sure.as_array().unwrap().contains(&Value::Null), "{sure}");
}

/// Whoever writes that there is none is not led to the lightest colour, which is spelled almost so.
#[test]
fn none_is_never_taken_for_the_lightest() {
    let run = crate::support::program::Program::new().run_with(
        &["weeg", "rihg", "-"],
        "{ meerderjarig: ja, kleur_wapens: geen }",
    );
    assert_eq!(run.code, Some(1), "{}", run.out);
    let said = run.err.split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(said.contains("kies dan `onbekend`"), "{said}");
    assert!(!said.contains("Bedoelde u"), "{said}");
}

/// While it is open which of several rules decides, none of their sentences is told as what is so.
#[test]
fn a_rule_that_may_not_be_the_one_is_not_given_as_the_reason() {
    let program = Program::new();
    program.write(
        "feest.yaml",
        "id: feest\nversie: 1.0.0\ntitel: Feest\nbron: Eigen voorbeeld\nonderdelen:\n  - { id: d, titel: D, vragen: [{ id: taart, vraag: Is er taart?, soort: ja_nee }] }\n\
         afgeleid:\n  - id: stand\n    titel: De stand\n    niveaus: [{ id: rustig, tekst: Rustig }, { id: feest, tekst: Feest }]\n    regels:\n\
         \x20     - { als: { vraag: taart, is: ja }, is: feest, reden: Er is taart. }\n      - { als: { vraag: taart, is: nee }, is: feest, reden: Er komt taart. }\n      - { anders: feest, reden: Er is niets gezien. }\n",
    );
    let said = |answers: &str| program.run_with(&["weeg", "feest.yaml", "-"], answers).out;
    let open = said("{}");
    assert!(
        open.contains("De stand: Feest (vast)") && !open.contains("Er is niets gezien"),
        "{open}"
    );
    assert!(said("taart: ja").contains("Waarom: Er is taart."));
    assert!(said("taart: onbekend").contains("Feest (vast)"));
}
