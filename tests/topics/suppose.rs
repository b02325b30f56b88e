//! `weeg --stel`: what moves when answers are laid over the given ones. Nothing is kept, and what is given stays as it is.

use serde_json::{Value, json};

use crate::support::program::{Program, refused};

const GIVEN: &str = "meerderjarig: ja
kleur_wapens: rood
kleur_lichamelijk_geweld: { waarde: blauw, toelichting: Blauwe plek. }
";

fn json_of(program: &Program, list: &str, more: &[&str], input: &str) -> Value {
    let args = [&["weeg", list, "a.yaml"], more, &["--formaat", "json"]].concat();
    let run = program.run_with(&args, input);
    assert_eq!((run.code, run.err.as_str()), (Some(0), ""), "{run:?}");
    serde_json::from_str(&run.out).unwrap()
}

fn given(text: &str) -> Program {
    let program = Program::new();
    program.write("a.yaml", text);
    program
}

#[test]
fn what_moves_is_said_with_now_and_then_and_why() {
    let program = given(GIVEN);
    let run = program.run_with(
        &["weeg", "rihg", "a.yaml", "--stel", "-"],
        "kleur_lichamelijk_geweld: rood\n",
    );
    assert_eq!((run.code, run.err.as_str()), (Some(0), ""));
    insta::assert_snapshot!(run.out, @r#"
    Signalen van het RiHG (rihg 1.0.0)

    Stel:
      Hoe zwaar weegt dit signaal? [kleur_lichamelijk_geweld]
        nu: Blauw (middelmatig)
        dan: Rood (hoog)
    Dan verschuift:
      Rode signalen in deel 2
        nu: nog open; van 1 tot en met 10
        dan: nog open; van 2 tot en met 11
      Rode signalen bij elkaar
        nu: nog open; van 1 tot en met 19
        dan: nog open; van 2 tot en met 20
      Drempel volgens het NJi
        nu: nog open; mogelijk: Niet gehaald: weeg zelf verder / Gehaald: in
        principe in beeld
        dan: Gehaald: in principe in beeld (vast)
        Waarom dan: Twee of meer rode signalen in hetzelfde deel. In principe komt
        een huisverbod dan in beeld. Toets het aan de wet en kijk of het hier veilig
        is.
      Rood verspreid over de delen
        nu: nog open; mogelijk: Niet verspreid / Verspreid over de delen
        dan: Niet verspreid (vast)
        Waarom dan: Rood is niet over de delen verspreid, of de drempel is al
        gehaald.
    Niets verschuift bij "Wat dit is", "Rode signalen in deel 1", "Rode signalen in
    deel 3", "Kan een huisverbod hier juist gevaarlijk zijn?".

    Een wat-als is er om een lijst te begrijpen en om te oefenen. Over een echt
    gezin telt alleen wat er is gezien en gezegd.
    "#);
}

#[test]
fn scripts_get_both_assessments_and_the_moves() {
    let program = given(GIVEN);
    let all = json_of(
        &program,
        "rihg",
        &["--stel", "-"],
        "kleur_lichamelijk_geweld: rood\n",
    );
    let alone = json_of(&program, "rihg", &[], "");
    let moves = &all["stel"][0];
    assert_eq!(
        all["uitkomsten"], alone["uitkomsten"],
        "the given answers stay"
    );
    assert_eq!(alone.get("stel"), None);
    assert_eq!(moves["bestand"], "-");
    assert_eq!(moves["anders"], json!(["kleur_lichamelijk_geweld"]));
    let moved = |id: &str| {
        let all = moves["verschuift"].as_array().unwrap();
        let found = all.iter().find(|one| one["uitkomst"] == id);
        found.map(|one| one["wat"].clone())
    };
    assert_eq!(
        moved("drempel"),
        Some(json!(["waarde", "zekerheid", "redenen", "nog_open"]))
    );
    assert_eq!(moves["dan"]["uitkomsten"]["drempel"]["waarde"], "gehaald");
    assert_eq!(all["uitkomsten"]["drempel"]["waarde"], Value::Null);
    let (moved, same) = (&moves["verschuift"], &moves["gelijk"]);
    assert_eq!(
        moved.as_array().unwrap().len() + same.as_array().unwrap().len(),
        all["uitkomsten"].as_object().unwrap().len()
    );
    program.write(
        "dan.yaml",
        &GIVEN.replace("{ waarde: blauw, toelichting: Blauwe plek. }", "rood"),
    );
    let run = program.run(&["weeg", "rihg", "dan.yaml", "--formaat", "json"]);
    let mut then: Value = serde_json::from_str(&run.out).unwrap();
    // One fingerprint stands on the whole document.
    then.as_object_mut().unwrap().remove("vingerafdruk");
    assert_eq!(moves["dan"], then, "as if it had been given so");
}

#[test]
fn each_supposition_is_laid_over_the_given_answers() {
    let program = given(GIVEN);
    program.write("b.yaml", "kleur_wapens: geen_antwoord\n");
    program.write(
        "c.yaml",
        "{ vragenlijst: rihg, antwoorden: { meerderjarig: nee } }\n",
    );
    program.write("d.yaml", "{}\n");
    let all = json_of(
        &program,
        "rihg",
        &[
            "--stel",
            "b.yaml",
            "--stel",
            "c.yaml",
            "--suppose",
            "d.yaml",
        ],
        "",
    );
    let stel = all["stel"].as_array().unwrap();
    assert_eq!(stel[0]["anders"], json!(["kleur_wapens"]));
    assert!(
        stel[0]["dan"]["nog_open"]
            .as_array()
            .unwrap()
            .contains(&json!("kleur_wapens")),
        "as if it was never asked"
    );
    assert_eq!(stel[1]["anders"], json!(["meerderjarig"]));
    assert!(stel[1]["dan"]["niet_toepasbaar"]["reden"].is_string());
    assert_eq!(stel[1]["dan"]["uitkomsten"], json!({}));
    assert_eq!(
        (&stel[2]["anders"], &stel[2]["verschuift"]),
        (&json!([]), &json!([]))
    );
    let run = program.run(&[
        "weeg", "rihg", "a.yaml", "--stel", "c.yaml", "--stel", "d.yaml",
    ]);
    let flat = run.out.replace('\n', " ");
    assert!(
        flat.contains("Dan geen uitkomst:") && flat.contains("dan: geen uitkomst"),
        "{}",
        run.out
    );
    assert!(
        flat.contains("Hier verandert geen enkel antwoord."),
        "{}",
        run.out
    );
    assert!(flat.contains("Er verschuift niets."), "{}", run.out);
}

const ROWS: &str = "
situaties:
  - { id: s1, wat: Slaan, rode_vlag: nee, ernst: 2, herhaling: 2, urgentie: dagen }
  - { id: s2, wat: Schelden, rode_vlag: nee, ernst: 1, herhaling: 2, urgentie: dagen }
  - { id: s3, wat: Dreigen, rode_vlag: nee, ernst: 3, herhaling: 2, urgentie: dagen }
  - { id: s4, wat: Roepen, rode_vlag: nee, ernst: 2, herhaling: 2, urgentie: nu }
";

#[test]
fn rows_are_laid_over_rows_and_the_order_moves_with_them() {
    let program = given(ROWS);
    let stel = |text: &str| json_of(&program, "top3", &["--stel", "-"], text)["stel"][0].clone();
    let one = stel("situaties: [{ id: s2, ernst: 3, urgentie: geen_antwoord }]");
    assert_eq!(
        one["anders"],
        json!(["situaties/s2/ernst", "situaties/s2/urgentie"])
    );
    assert_eq!(
        one["rangorden"],
        json!([
            { "rangorde": "top3", "rij": "s1", "nu": "zeker", "dan": "mogelijk" },
            { "rangorde": "top3", "rij": "s2", "nu": "niet", "dan": "mogelijk" },
        ])
    );
    let rows = |supposed: &Value| {
        let rows = supposed["dan"]["rangorden"]["top3"]["rijen"]
            .as_array()
            .unwrap();
        rows.iter()
            .map(|row| row["rij"].as_str().unwrap().to_owned())
            .collect::<Vec<_>>()
    };
    let more = stel("situaties: [{ id: s9, rode_vlag: ja }]");
    assert_eq!(rows(&more), ["s1", "s2", "s3", "s4", "s9"]);
    assert_eq!(more["dan"]["uitkomsten"]["situaties_met_vlag"]["waarde"], 1);
    let fewer = stel("situaties: { rijen: [{ id: s4, ernst: 0 }, { id: s2 }] }");
    assert_eq!(rows(&fewer), ["s4", "s2"]);
    assert!(
        !fewer["anders"]
            .as_array()
            .unwrap()
            .contains(&json!("situaties/s2/ernst"))
    );
    assert_eq!(stel("situaties: []")["dan"]["rangorden"], json!({}));
    let open = stel("situaties: { volledig: nee }");
    assert_eq!(rows(&open), ["s1", "s2", "s3", "s4"]);
    assert_eq!(open["dan"]["rangorden"]["top3"]["groeit"], true);
    let never = stel("situaties: geen_antwoord");
    assert_eq!(
        never["dan"]["uitkomsten"]["situaties_met_vlag"]["zekerheid"],
        "open"
    );
}

#[test]
fn faults_in_a_supposition_are_shown_at_their_place_without_the_answers() {
    let program = given(GIVEN);
    program.write(
        "b.yaml",
        "kleur_wapen: geen_antwoord\nkleur_wapens: paars\nkleur_bedreiging:\nmeerderjarig: ja\nmeerderjarig: nee\n",
    );
    let run = program.run(&["weeg", "rihg", "a.yaml", "--stel", "b.yaml"]);
    refused(
        &run,
        1,
        &[
            "b.yaml:1",
            "kleur_wapens",
            "b.yaml:2",
            "b.yaml:3",
            "b.yaml:5",
            "Er is niets berekend",
        ],
    );
    assert!(!run.err.contains("paars"), "{}", run.err);
    let run = program.run(&[
        "weeg",
        "rihg",
        "a.yaml",
        "--stel",
        "b.yaml",
        "--formaat",
        "json",
    ]);
    let form: Value = serde_json::from_str(&run.out).unwrap();
    assert_eq!(run.code, Some(1));
    assert_eq!(form["problemen"].as_array().unwrap().len(), 4, "{form}");
    assert_eq!(form["uitkomsten"], json!({}));
    program.write("c.yaml", "{ vragenlijst: top3, antwoorden: {} }");
    let run = program.run(&["weeg", "rihg", "a.yaml", "--stel", "c.yaml"]);
    refused(&run, 2, &["top3", "rihg"]);
}

#[test]
fn only_one_of_the_two_comes_from_the_input() {
    let program = given(GIVEN);
    for args in [
        &["weeg", "rihg", "--stel", "-"][..],
        &["weeg", "rihg", "-", "--stel", "-"],
        &["weeg", "rihg", "a.yaml", "--stel", "-", "--stel", "-"],
    ] {
        let run = program.run_with(args, "{}");
        refused(&run, 2, &["niet allebei van de invoer"]);
    }
    let run = program.run_with(&["weeg", "rihg", "--stel", "a.yaml"], "{}");
    assert_eq!(run.code, Some(0), "{}", run.err);
}
