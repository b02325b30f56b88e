//! `papier` as it is typed: the look line by line, the register over all cases, own papers.

use top3::questionnaire::shipped_papers;

use crate::support::program::{Program, refused};

/// Who gets it and what for, in a file.
fn given(program: &Program, ground: &str) -> String {
    program.write(
        "gegevens.yaml",
        &format!("ontvanger: de ontvanger\ndoel: om te helpen\ngrond: {ground}\n"),
    );
    program.file("gegevens.yaml").display().to_string()
}

/// A paper for somebody outside asks what every version for a reader asks, and stands in the same log.
#[test]
fn a_paper_that_leaves_says_who_got_it_why_and_what_for() {
    let program = Program::new();
    let id = program.example("acuut-onveilig.yaml");
    let school = ["papier", "school", id.as_str()];
    refused(&program.run(&school), 2, &["--gegevens"]);
    for (paper, ground) in [("melding", "meldrecht"), ("school", "toestemming")] {
        let file = program.file(&format!("{paper}.yaml")).display().to_string();
        let begun = program.run(&["papier", paper, &id, "--gegevens", &file]);
        assert_eq!((begun.code, begun.out.as_str()), (Some(0), ""), "{begun:?}");
        let text = std::fs::read_to_string(&file).unwrap();
        assert!(text.contains(&format!("grond: {ground}\n")), "{text}");
        assert!(
            !text.contains("vrijgeven") && !text.contains("anders:"),
            "{text}"
        );
        assert_eq!(text.contains("vijf_punten:"), paper == "school", "{text}");
    }
    let from = given(&program, "meldrecht");
    refused(
        &program.run(&[&school[..], &["--gegevens", &from]].concat()),
        1,
        &["alleen met Veilig Thuis"],
    );
    let made = program.run(&["papier", "melding", &id, "--gegevens", &from]);
    assert_eq!(made.code, Some(0), "{made:?}");
    assert!(!made.out.contains("om te helpen"));
    let lines = "de mentor\nopvangen\nja\np1\n2026-03-04\n";
    let made = program.run_with(&[&school[..], &["--regels"]].concat(), lines);
    assert_eq!(made.code, Some(0), "{made:?}");
    let log = program.run(&["deel", &id, "--overzicht"]).out;
    for words in [
        "melding, versie 1, aan de ontvanger (txt)",
        "Wmo 2015, artikel 5.2.6",
        "school, versie 1, aan de mentor (txt)",
        "toestemming van p1, 4 maart 2026",
    ] {
        assert!(log.contains(words), "{words}: {log}");
    }
    // What stays inside asks nothing, and says so where somebody thinks otherwise.
    assert_eq!(program.run(&["papier", "vervanger", &id]).code, Some(0));
    refused(
        &program.run(&["papier", "vervanger", &id, "--gegevens", &from]),
        2,
        &["blijft binnen"],
    );
}

/// The five points stand in the case already: they are shown with their day and not asked anew.
#[test]
fn what_was_weighed_in_the_case_is_not_weighed_again() {
    let program = Program::new();
    let file = format!("{}/examples/hulp-en-plan.yaml", env!("CARGO_MANIFEST_DIR"));
    let text = std::fs::read_to_string(file).unwrap();
    let card = "hulplijsten: [delen]\n  delen.keren:\n    - id: r1\n      met_wie: 'de mentor, om op te vangen'\n      zonder_namen: nee\n      \
        veilig_thuis: nee\n      toestemming: niet_gevraagd\n      punt_belang: { waarde: ja, toelichting: 'de rust van de dochter' }\n      \
        punt_andere_weg: { waarde: nee, toelichting: 'zij durft niet zelf' }\n      punt_geen_toestemming: 'vragen maakt het erger'\n      \
        punt_weegt: { waarde: ja, toelichting: 'zij valt anders uit' }\n      punt_hoeveel: 'alleen de mentor, niet waarom'\n      \
        besluit: { waarde: delen, toelichting: 'overlegd' }";
    assert!(text.contains("hulplijsten: []"));
    program.write("casus.yaml", &text.replace("hulplijsten: []", card));
    let path = program.file("casus.yaml").display().to_string();
    let run = program.run(&["nieuw", "--antwoorden", &path, "--onversleuteld"]);
    assert_eq!(run.code, Some(0), "{}", run.err);
    let id = run.out.trim().to_owned();
    let deel = ["deel", id.as_str(), "--voor", "keten"];
    let made = program.run_with(
        &[&deel[..], &["--regels"]].concat(),
        "het wijkteam\nmeewerken\nnee\nja\n",
    );
    assert_eq!(made.code, Some(0), "{made:?}");
    let said = made.err.split_whitespace().collect::<Vec<_>>().join(" ");
    for words in [
        "de mentor, om op te vangen",
        "ja. de rust van de dochter",
        "nee. zij durft niet zelf",
        "alleen de mentor, niet waarom",
    ] {
        assert!(said.contains(words), "{words}: {said}");
    }
    let log = program.run(&["deel", &id, "--overzicht"]).out;
    assert!(log.contains("Belang: ja. de rust van de dochter"), "{log}");
    // It is about something else: then it is asked.
    let other = program.run_with(
        &[&deel[..], &["--regels"]].concat(),
        "het wijkteam\nmeewerken\nnee\nnee\neen heel ander belang\ner is geen weg\nzij durft niet meer\ndat gaat nu voor\nalleen het wijkteam\n",
    );
    assert_eq!(other.code, Some(0), "{other:?}");
    let from = program.file("nieuw.yaml").display().to_string();
    let with_file = [&deel[..], &["--gegevens", &from]].concat();
    assert_eq!(program.run(&with_file).code, Some(0));
    let begun = std::fs::read_to_string(&from).unwrap();
    assert!(begun.contains("grond: vijf_punten_casus\n"), "{begun}");
    let filled = begun
        .replace("ontvanger: \"\"", "ontvanger: de politie")
        .replace("doel: \"\"", "doel: kijken");
    assert_ne!(begun, filled);
    std::fs::write(&from, filled).unwrap();
    let made = program.run(&with_file);
    assert_eq!(made.code, Some(0), "{made:?}");
    let log = program.run(&["deel", &id, "--overzicht"]).out;
    assert_eq!(log.matches("de rust van de dochter").count(), 2, "{log}");
    assert!(
        log.contains("ander belang") && log.contains("aan de politie"),
        "{log}"
    );
    // Where the case does not have them, they cannot be taken from it.
    let bare = program.example("hulp-en-plan.yaml");
    let from = given(&program, "vijf_punten_casus");
    let run = program.run(&["deel", &bare, "--voor", "keten", "--gegevens", &from]);
    refused(&run, 1, &["staan de vijf punten nog niet"]);
}

/// What the case protects stands in no paper that leaves, however it got into a text: not for who asks what is kept about
/// themself, and for Veilig Thuis only where it was released.
#[test]
fn what_the_case_protects_leaves_with_no_paper() {
    let program = Program::new();
    let file = format!("{}/examples/hulp-en-plan.yaml", env!("CARGO_MANIFEST_DIR"));
    let text = std::fs::read_to_string(file).unwrap();
    let hidden = "hulplijsten: [delen]\n  afgeschermd.gegevens:\n    - { id: b1, soort_gegeven: adres, gegeven: 'Kerkstraat 12, 1234 AB Zwolle', van_wie: [p1] }\n    - { id: b2, soort_gegeven: school, gegeven: De Regenboog }";
    let (seen, does) = ("De zoon kwam op donderdag", "Belt woensdag 4 maart zijn");
    assert!(text.contains("hulplijsten: []") && text.contains(seen) && text.contains(does));
    let text = text
        .replace("hulplijsten: []", hidden)
        .replacen(
            seen,
            "Bij de kerk-straat: de zoon kwam van de regenboog op donderdag",
            1,
        )
        .replacen(does, "Gaat naar de KERKSTR. 12 en belt zijn", 1);
    program.write("casus.yaml", &text);
    let path = program.file("casus.yaml").display().to_string();
    let run = program.run(&["nieuw", "--antwoorden", &path, "--onversleuteld"]);
    assert_eq!(run.code, Some(0), "{}", run.err);
    let id = run.out.trim().to_owned();
    let from = given(&program, "meldrecht");
    let melding = ["papier", "melding", id.as_str(), "--gegevens", &from];
    let stopped = program.run(&melding);
    refused(
        &stopped,
        1,
        &[
            "niet gemaakt",
            "Wat ik zelf zag of hoorde: een adres",
            "vrijgeven",
        ],
    );
    assert!(!stopped.err.to_lowercase().contains("kerk"), "{stopped:?}");
    let given_text = std::fs::read_to_string(&from).unwrap();
    std::fs::write(&from, format!("{given_text}vrijgeven: [b1, b2]\n")).unwrap();
    let made = program.run(&melding);
    assert!(
        made.code == Some(0) && made.out.contains("kerk-straat"),
        "{made:?}"
    );
    // A word that does not look like a place is known all the same.
    let consult = program.run(&["papier", "overleg", &id]);
    refused(&consult, 1, &["niet gemaakt", "een school"]);
    // Line by line: what is taken along as it stands stops it, other words do not.
    let from = given(&program, "inzage");
    let lines = program.file("keuze.yaml");
    let inzage = [
        "papier",
        "inzage",
        &id,
        "--persoon",
        "p2",
        "--gegevens",
        &from,
    ];
    let inzage = [&inzage[..], &["--nalezen", lines.to_str().unwrap()]].concat();
    assert_eq!(program.run(&inzage).code, Some(0));
    let chosen = std::fs::read_to_string(&lines).unwrap();
    std::fs::write(&lines, chosen.replace("keuze: niet", "keuze: mee")).unwrap();
    refused(
        &program.run(&inzage),
        1,
        &["Afspraken: een adres", "anders"],
    );
    let log = program.run(&["deel", &id, "--overzicht"]).out;
    assert!(
        log.contains("melding, versie 1") && !log.contains("inzage"),
        "{log}"
    );
}

#[test]
fn an_extract_leaves_only_after_each_line_was_looked_at() {
    let program = Program::new();
    let id = program.example("acuut-onveilig.yaml");
    let whole = ["papier", "inzage", id.as_str(), "--persoon", "p3"];
    refused(&program.run(&whole), 2, &["--lezer", "p3"]);
    let for_mother = [&whole[..], &["--lezer", "p1"]].concat();
    let file = program.file("keuze.yaml");
    let path = file.to_str().unwrap();
    let from = given(&program, "inzage");
    refused(
        &program.run(&[&for_mother[..], &["--nalezen", path]].concat()),
        2,
        &["--gegevens"],
    );
    let more = ["--nalezen", path, "--gegevens", &from];
    let reviewed = [&for_mother[..], &more].concat();
    let begun = program.run(&reviewed);
    assert_eq!((begun.code, begun.out.as_str()), (Some(0), ""), "{begun:?}");
    let choices = std::fs::read_to_string(&file).unwrap();
    let made = program.run(&reviewed);
    assert!(
        made.code == Some(0) && !made.out.contains("4 jaar"),
        "{made:?}"
    );
    assert!(made.out.contains("Dit papier gaat alleen over u"));
    let leaves = choices.replacen(
        "  tekst: 4 jaar\n  keuze: niet",
        "  tekst: 4 jaar\n  keuze: anders\n  anders: een kleuter",
        1,
    );
    assert_ne!(leaves, choices);
    std::fs::write(&file, &leaves).unwrap();
    let made = program.run(&reviewed);
    assert!(
        made.out.contains("een kleuter") && !made.out.contains("4 jaar"),
        "{made:?}"
    );
    // The choices were about other lines.
    std::fs::write(&file, choices.replace("tekst: 4 jaar", "tekst: 5 jaar")).unwrap();
    refused(&program.run(&reviewed), 1, &["nog een keer na"]);
    let log = program.run(&["toon", &id, "--alles"]).out;
    assert!(log.contains("gedeeld: inzage p3 p1, versie 2"), "{log}");
}

#[test]
fn a_register_goes_over_all_cases_and_a_paper_of_the_organisation_wins() {
    let program = Program::new();
    let first = program.example("acuut-onveilig.yaml");
    let second = program.example("hulp-en-plan.yaml");
    let run = program.run(&["papier", "register", "--alle"]);
    assert_eq!(run.code, Some(0), "{run:?}");
    assert_eq!(run.out.lines().count(), 3);
    // A line does not say which case it is of.
    assert!(!run.out.contains(&first) && !run.out.contains(&second));
    let run = program.run(&["papier", "register", &first, "--formaat", "json"]);
    let json: serde_json::Value = serde_json::from_str(&run.out).unwrap();
    assert_eq!(json["waarnemingen"].as_i64(), Some(2));
    refused(
        &program.run(&["papier", "register", &first, "--formaat", "tekst"]),
        2,
        &["csv"],
    );

    std::fs::create_dir(program.file("eigen")).unwrap();
    program.write("instellingen.yaml", "papieren: eigen\n");
    program.write("eigen/school.yaml", "id: school\ntitel: Ons briefje\nbij: casus\nvoor: de juf\nbron: wij\ndelen: [{ tekst: Dag juf. }]\n");
    let run = program.run(&["papier", "school", &first]);
    assert!(
        run.out.contains("Dag juf.") && !run.out.contains("ingrijpends"),
        "{run:?}"
    );
    let run = program.run(&["papier"]);
    assert!(
        run.code == Some(0) && run.out.contains("Ons briefje") && run.out.contains("melding"),
        "{run:?}"
    );
}

#[test]
fn an_own_paper_in_the_place_of_a_shipped_one_is_told() {
    let program = Program::new();
    let shipped = shipped_papers().find(|paper| paper.id == "register");
    std::fs::create_dir(program.file("papieren")).unwrap();
    program.write("papieren/eigen.yaml", shipped.unwrap().text);
    let folder = program.file("papieren").display().to_string();
    program.write("instellingen.yaml", &format!("papieren: {folder}\n"));
    let id = program.example("hulp-en-plan.yaml");
    let run = program.run(&["papier", "register", &id]);
    assert_eq!(run.code, Some(0), "{run:?}");
    assert!(run.err.contains("in de plaats van"), "{}", run.err);
    let list = program.run(&["papier"]).out;
    assert_eq!(list.matches("Uw eigen papier").count(), 1, "{list}");
    let from = given(&program, "meldrecht");
    let run = program.run(&["papier", "melding", &id, "--gegevens", &from]);
    assert_eq!(run.code, Some(0), "{run:?}");
    assert!(!run.err.contains("in de plaats van"), "{}", run.err);
}
