//! `papier` as it is typed: the look line by line, the register over all cases, own papers.

use top3::questionnaire::shipped_papers;

use crate::support::program::{Program, refused};

#[test]
fn an_extract_leaves_only_after_each_line_was_looked_at() {
    let program = Program::new();
    let id = program.example("acuut-onveilig.yaml");
    let whole = ["papier", "inzage", id.as_str(), "--persoon", "p3"];
    refused(&program.run(&whole), 2, &["--lezer", "p3"]);
    let for_mother = [&whole[..], &["--lezer", "p1"]].concat();
    refused(&program.run(&for_mother), 2, &["--nalezen"]);
    let file = program.file("keuze.yaml");
    let path = file.to_str().unwrap();
    let reviewed = [&for_mother[..], &["--nalezen", path]].concat();
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
    assert!(log.contains("inzage over p3, voor p1"), "{log}");
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
    let run = program.run(&["papier", "melding", &id]);
    assert!(!run.err.contains("in de plaats van"), "{}", run.err);
}
