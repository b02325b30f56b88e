//! The commands about a case, with the real program: what each says, leaves behind, and refuses.

use std::fs;

use crate::support::program::{Program, names, refused};

const PLAN: &str = "hulp-en-plan.yaml";
const ACUTE: &str = "acuut-onveilig.yaml";
const LABEL: &str = "groene specht";

#[test]
fn a_case_from_a_file_is_listed_shown_and_erased() {
    let program = Program::new();
    let id = program.example(PLAN);
    let list = program.run(&["casussen"]);
    assert_eq!(list.code, Some(0));
    let lines = list.out.replace('\n', " ");
    assert!(lines.contains(&format!("{id}  {LABEL}")), "{}", list.out);
    assert!(lines.contains("niets meer open"), "{}", list.out);
    assert!(
        lines.contains("Samen kijken of het plan werkt: 18 maart 2026 (over 6 dagen)"),
        "{}",
        list.out
    );

    let shown = program.run(&["toon", &id, "--breedte", "200"]);
    assert_eq!((shown.code, shown.err.as_str()), (Some(0), ""));
    for words in [
        LABEL,
        "Is melden nodig? Niet melden",
        "Waarom: Voor nu niet melden",
        "Bron: ",
        "Uw besluit. Wat besluit u? Niet melden",
        "Nog open: 0",
    ] {
        assert!(shown.out.contains(words), "{words} not in\n{}", shown.out);
    }
    assert!(!shown.out.contains("Wat er gebeurde"));
    assert!(
        program
            .run(&["toon", &id, "--alles"])
            .out
            .contains("Wat er gebeurde")
    );

    refused(
        &program.run(&["wis", &id]),
        2,
        &["geen terminal", "--zeker"],
    );
    let stopped = program.run_with(&["wis", &id, "--regels"], "ja\n");
    refused(&stopped, 1, &["niets gewist", "nummer"]);
    assert_eq!(program.run(&["casussen"]).out, list.out);

    let erased = program.run_with(&["wis", &id, "--regels"], &format!("{id}\n"));
    assert_eq!(erased.code, Some(0), "{}", erased.err);
    assert!(erased.err.contains("Reservekopieën"), "{}", erased.err);
    assert_eq!(names(&program), ["gewist.txt"]);
    let tomb = fs::read_to_string(program.cases().join("gewist.txt")).unwrap();
    assert!(!tomb.contains(LABEL));
    refused(&program.run(&["toon", &id]), 2, &["is gewist"]);
    assert_eq!(
        program.example(PLAN),
        "c-2026-002".replace("2026", &id[2..6])
    );
}

#[test]
fn an_advice_that_was_not_followed_is_shown_with_its_reason() {
    let program = Program::new();
    program.example(PLAN);
    let text =
        fs::read_to_string(format!("{}/examples/{PLAN}", env!("CARGO_MANIFEST_DIR"))).unwrap();
    let decided = text
        .lines()
        .find(|line| line.contains("melden_besluit"))
        .unwrap();
    let other = text.replace(
        decided,
        "  meldcode.melden_besluit: { waarde: melden, toelichting: Wij zien dat anders. }",
    );
    program.write("anders.yaml", &other);
    let made = program.run(&["nieuw", "--antwoorden", "anders.yaml", "--onversleuteld"]);
    assert_eq!(made.code, Some(0), "{}", made.err);
    let shown = program.run(&["toon", made.out.trim()]).out;
    assert!(
        shown.contains("Uw besluit wijkt af van het advies."),
        "{shown}"
    );
    assert!(shown.contains("Wij zien dat anders."), "{shown}");
}

#[test]
fn an_unfinished_case_says_what_is_open_and_what_it_depends_on() {
    let program = Program::new();
    program.write(
        "half.yaml",
        "acuut.gevaar_nu: nee\nacuut.bijzonder: onbekend\nlabel: blauwe reiger\n",
    );
    let made = program.run(&["nieuw", "--antwoorden", "half.yaml", "--onversleuteld"]);
    assert_eq!(made.code, Some(0), "{}", made.err);
    let list = program.run(&["casussen"]).out;
    assert!(
        list.contains("gepauzeerd") && list.contains("vragen open"),
        "{list}"
    );
    let shown = program.run(&["toon"]).out;
    assert!(shown.contains("blauwe reiger"), "{shown}");
    assert!(
        shown.contains("Met `--alles` ziet u ze allemaal"),
        "{shown}"
    );
    assert!(shown.contains("onderdelen zijn klaar"), "{shown}");
    let all = program.run(&["toon", "--alles"]).out;
    let flat = all.split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(flat.contains("(nog niet begonnen)"), "{all}");
    assert!(flat.contains("(u antwoordde: onbekend)"), "{all}");
    assert!(all.lines().count() > shown.lines().count());
}

#[test]
fn without_a_case_every_command_says_how_to_begin() {
    let program = Program::new();
    let list = program.run(&["casussen"]);
    assert_eq!((list.code, list.out.as_str()), (Some(0), ""));
    assert!(list.err.contains("top3 nieuw"), "{}", list.err);
    for command in ["verder", "toon"] {
        refused(
            &program.run(&[command]),
            2,
            &["nog geen casus", "top3 nieuw"],
        );
    }
    for (command, more) in [
        ("verder", "--regels"),
        ("toon", "--alles"),
        ("wis", "--zeker"),
    ] {
        let run = program.run(&[command, "c-2026-001", more]);
        refused(&run, 2, &["geen casus c-2026-001", "top3 casussen"]);
        let name = program.run(&[command, "Jansen", more]);
        refused(&name, 2, &["geen nummer", "c-2026-001"]);
        assert!(!name.err.contains("Jansen"));
    }
    assert_eq!(
        names(&program),
        Vec::<String>::new(),
        "looking makes nothing"
    );
}

#[test]
fn with_several_cases_the_number_is_asked_for() {
    let program = Program::new();
    let (one, two) = (program.example(PLAN), program.example(ACUTE));
    let run = program.run(&["toon"]);
    refused(&run, 2, &["meer dan één casus", &one, &two]);
    assert!(!run.err.contains(LABEL));
}

#[test]
fn a_case_is_not_encrypted_only_when_somebody_says_so() {
    let program = Program::new();
    program.write("instellingen.yaml", "sleutels: sleutels\n");
    program.write("half.yaml", "label: blauwe reiger\n");
    let file = ["nieuw", "--antwoorden", "half.yaml"];
    let run = program.run(&file);
    refused(
        &run,
        1,
        &["geen sleutel", "sleutels maken", "--onversleuteld"],
    );
    assert_eq!(names(&program), Vec::<String>::new());
    let plain = [file.as_slice(), &["--onversleuteld"]].concat();
    assert_eq!(program.run(&plain).code, Some(0));
}

#[test]
fn wrong_answers_make_no_case() {
    let program = Program::new();
    program.write(
        "fout.yaml",
        "acuut.gevaar_nu: misschien\nacuut.gevaar: ja\n",
    );
    program.write("bsn.yaml", "label: 'kind 111222333'\n");
    program.write("lijst.yaml", "vragenlijst: rihg\nantwoorden: {}\n");
    program.write("tekst.yaml", "zomaar tekst\n");
    let new = |file: &str| program.run(&["nieuw", "--onversleuteld", "--antwoorden", file]);
    refused(
        &new("fout.yaml"),
        1,
        &["fout.yaml:1", "fout.yaml:2", "geen casus gemaakt"],
    );
    refused(
        &new("bsn.yaml"),
        1,
        &["burgerservicenummer", "Haal het weg"],
    );
    assert!(!new("bsn.yaml").err.contains("111222333"));
    refused(&new("lijst.yaml"), 2, &["`rihg`", "Kies de vragenlijst"]);
    refused(&new("tekst.yaml"), 1, &["geen casus gemaakt"]);
    refused(
        &new("weg.yaml"),
        2,
        &["kan niet worden gelezen", "Het is er niet"],
    );
    if cfg!(unix) {
        refused(&new("."), 2, &["Dit is een map"]);
    }
    refused(
        &program.run(&["nieuw", "--profiel", "tovenaar", "--regels"]),
        2,
        &["tovenaar", "knmg"],
    );
    refused(
        &program.run(&["nieuw"]),
        2,
        &["geen terminal", "--antwoorden", "--regels"],
    );
    assert_eq!(names(&program), Vec::<String>::new());
}

#[test]
fn a_damaged_case_is_reported_beside_the_good_ones() {
    let program = Program::new();
    let (good, bad) = (program.example(PLAN), program.example(PLAN));
    let path = program.cases().join(format!("{bad}.casus"));
    let text = fs::read_to_string(&path).unwrap();
    fs::write(&path, text.replacen("\"antwoord\"", "\"antwoor\"", 1)).unwrap();
    fs::write(program.cases().join("Familie Jansen.docx"), "x").unwrap();
    let list = program.run(&["casussen"]);
    assert_eq!(list.code, Some(1));
    assert!(list.out.contains(&format!("{good}  {LABEL}")));
    assert!(list.out.contains("is beschadigd bij"), "{}", list.out);
    assert!(list.err.contains("niet van dit programma"), "{}", list.err);
    assert!(!list.err.contains("Jansen") && !list.out.contains("Jansen"));
    let run = program.run(&["verder", &bad, "--regels"]);
    refused(&run, 1, &["beschadigd", "reservekopie"]);
    assert!(!run.err.contains(LABEL));
    assert_eq!(program.run(&["wis", &bad, "--zeker"]).code, Some(0));
    fs::write(&path, "iets anders\n").unwrap();
    refused(
        &program.run(&["wis", &bad, "--zeker"]),
        1,
        &["geen casus van dit programma"],
    );
    assert!(path.exists());
}

#[test]
fn a_case_keeps_its_profile_and_its_list() {
    let program = Program::new();
    program.write("half.yaml", "label: blauwe reiger\n");
    let made = program.run(&[
        "nieuw",
        "--antwoorden",
        "half.yaml",
        "--onversleuteld",
        "--profiel",
        "knmg",
    ]);
    let id = made.out.trim();
    program.write("instellingen.yaml", "profiel: onderwijs\n");
    assert!(program.run(&["toon", id]).out.contains("profiel knmg"));
    assert!(!program.run(&["toon", id]).out.contains("is veranderd"));
    let by_settings = program.run(&["nieuw", "--antwoorden", "half.yaml", "--onversleuteld"]);
    let other = by_settings.out.trim().to_owned();
    assert!(
        program
            .run(&["toon", &other])
            .out
            .contains("profiel onderwijs")
    );

    let path = program.cases().join(format!("{id}.casus"));
    let text = fs::read_to_string(&path).unwrap();
    let sha = text.split("\"sha256\":\"").nth(1).unwrap()[..64].to_owned();
    fs::write(
        &path,
        text.replace(&sha, &"0".repeat(64))
            .replace("\"vraag\":\"label\"", "\"vraag\":\"is_er_niet_meer\""),
    )
    .unwrap();
    let shown = program.run(&["toon", id]);
    assert_eq!(shown.code, Some(0));
    let flat = shown.out.replace('\n', " ");
    assert!(flat.contains("De vragenlijst is veranderd"), "{flat}");
    assert!(flat.contains("vragen die er niet meer zijn: 1"), "{flat}");
}

#[test]
fn no_label_stands_in_a_file_name() {
    let program = Program::new();
    program.example(PLAN);
    for name in names(&program) {
        assert!(
            name.chars()
                .all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || "-.".contains(c)),
            "{name}"
        );
    }
}

/// The line in the log comes first: where the case is open elsewhere there is none, and so there is no paper.
#[test]
fn no_paper_leaves_a_case_that_is_open_elsewhere() {
    let program = Program::new();
    let id = program.example("hulp-en-plan.yaml");
    let slot = fs::File::open(program.cases().join(format!("{id}.slot"))).unwrap();
    slot.lock().unwrap();
    let run = program.run(&["papier", "overleg", &id]);
    refused(
        &run,
        1,
        &["al open in een ander venster", "sluit dat venster"],
    );
}

#[test]
fn who_filled_an_instrument_in_stands_at_the_top() {
    let program = Program::new();
    program.write(
        "wie.yaml",
        "label: rode eik\nacuut.gevaar_nu: ja\nrihg.wie_vult_in: { waarde: samen_met_vt, bron: de wijkagent }\nrihg.wie_namelijk: Veilig Thuis deed deel 3\n",
    );
    let id = program
        .run(&["nieuw", "--antwoorden", "wie.yaml", "--onversleuteld"])
        .out;
    let shown = program.run(&["toon", id.trim(), "--breedte", "200"]).out;
    for there in [
        "De politie samen met Veilig Thuis",
        "(van: de wijkagent)",
        "Veilig Thuis deed deel 3",
    ] {
        assert!(shown.contains(there), "`{there}` is not in\n{shown}");
    }
    let (call, points) = (shown.find("Eerst dit"), shown.find("Aandachtspunten"));
    assert!(call.is_some() && call < points, "{shown}");
}

#[test]
fn a_file_of_answers_with_an_address_is_warned_about_and_taken() {
    let program = Program::new();
    program.write(
        "a.yaml",
        "vragenlijst: casus\nantwoorden: { label: Familie Yilmaz Kerkstraat }\n",
    );
    let run = program.run(&["nieuw", "--antwoorden", "a.yaml", "--onversleuteld"]);
    assert_eq!(run.code, Some(0), "{run:?}");
    assert!(
        run.err.contains("`label` staat misschien een adres"),
        "{}",
        run.err
    );
    assert!(!run.err.contains("Yilmaz"), "{}", run.err);
}
