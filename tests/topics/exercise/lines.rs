//! The exercise in plain lines, and played off.

use super::{STRAIGHT, files, flat, own, typed};

const MARK: &str = "OEFENING (FICTIEF)";

#[test]
fn every_page_is_marked_and_says_what_moved_on_the_one_before() {
    let program = own();
    let run = typed(&program, &[], &format!("{STRAIGHT}klaar\n\n"));
    assert_eq!(run.code, Some(0), "{}", run.err);
    let pages: Vec<&str> = run.err.split("\n\nOEFENING (FICTIEF) ").collect();
    assert_eq!(pages.len(), 1 + 7, "{}", run.err);
    assert!(pages[0].contains("er wordt niets bewaard") && pages[0].contains("112"));
    let says = flat(&run.err);
    for moved in [
        "Verschuift. De punten: 0 tot en met 2 wordt 1 tot en met 2",
        "Verschuift. Het niveau: open (laag / hoog) wordt hoog (vast)",
        "Verschuift. De punten: 1 tot en met 2 wordt 1 (vast)",
        "Verschuift. Vaker: open (ja vaker / niet vaker) wordt ja vaker (vast)",
        "Er verschuift niets.",
    ] {
        assert!(says.contains(moved), "`{moved}` is not in:\n{}", run.err);
    }
    assert_eq!(says.matches("Het niveau: open").count(), 1, "said once");
    assert!(says.contains("Genoteerd. Is er een wapen? ja"), "{says}");
    assert!(flat(&run.out).contains("Het niveau: hoog (vast) Waarom: Een punt of meer."));
}

#[test]
fn another_answer_is_tried_out_and_everything_is_as_before() {
    let program = own();
    let run = typed(
        &program,
        &[],
        "ja\n:terug\n:stel\nmisschien\nnee\n:stel\ngeen antwoord\n:stel\n\n\nnee\n:pauze\n\n",
    );
    assert_eq!(run.code, Some(0), "{}", run.err);
    let says = flat(&run.err);
    assert!(says.contains("Wat als? Is er een wapen?"), "{says}");
    assert!(
        says.contains("Wat u hier antwoordt, telt niet mee."),
        "{says}"
    );
    assert!(
        says.contains("OEFENING (FICTIEF) Wat als Is er een wapen? Nu: ja; dan: nee De punten: 1 tot en met 2 wordt 0 tot en met 1 \
                       Het niveau: hoog (vast) wordt open (laag / hoog) Niets verschuift bij \"Vaker\". Er is niets veranderd."),
        "{says}"
    );
    assert!(says.contains("Nu: ja; dan: niet gevraagd"), "{says}");
    assert!(
        flat(&run.out).contains("De punten: 1 (vast)"),
        "what was tried out does not count:\n{}",
        run.out
    );
}

#[test]
fn the_overview_leads_to_any_answer_that_was_given() {
    let program = own();
    let run = typed(
        &program,
        &[],
        &format!("{STRAIGHT}wat als\nhoe erg is het? 2\n0\nklaar\n\n"),
    );
    assert_eq!(run.code, Some(0), "{}", run.err);
    let says = flat(&run.err);
    assert!(
        says.contains("Welke vraag wilt u anders beantwoorden?"),
        "{says}"
    );
    assert!(
        says.contains("Hoe erg is het? (bij \"Slaan\") Nu: 2; dan: 0 \"Slaan\": zeker bij de eerste 1 wordt na de eerste 1 \
                       \"Schelden\": na de eerste 1 wordt zeker bij de eerste 1"),
        "{says}"
    );
}

#[test]
fn rows_and_texts_to_read_have_no_other_answer() {
    let program = own();
    let run = typed(&program, &[], "ja\nnee\n3\n:stel\nnee\n:pauze\n\n");
    assert!(
        flat(&run.err).contains("Hier staat geen vraag die u anders kunt beantwoorden."),
        "{}",
        run.err
    );
}

#[test]
fn a_question_mark_asks_for_help_wherever_something_is_typed() {
    let program = own();
    let run = typed(&program, &[], "?\nja\nnee\n?\n3\n:pauze\n\n");
    let says = flat(&run.err);
    assert!(says.contains("Alles waarmee iemand dreigt."), "{says}");
    assert!(
        says.contains("Hoe vaak is het gebeurd? Bij deze vraag"),
        "{says}"
    );
    assert!(
        flat(&run.out).contains("Vaker: ja vaker (vast)"),
        "{}",
        run.out
    );
}

#[test]
fn answers_are_played_off_without_anybody() {
    let program = own();
    program.write(
        "a.yaml",
        "{ wapen: ja, vaak: 1, zaken: [{ id: z1, zaak: Slaan, ernst: 3 }] }",
    );
    let args = ["vragenlijst", "try", "lijst.yaml", "a.yaml", "--speel"];
    let run = program.run(&args);
    assert_eq!(run.code, Some(0), "{}", run.err);
    let says = flat(&run.out);
    assert!(
        says.contains(MARK) && says.contains("Het niveau: hoog (vast)"),
        "{says}"
    );
    for asked in [
        "Is er een wapen? ",
        "Hoe vaak is het gebeurd?",
        "Wat is het?",
        "Hoe erg is het?",
    ] {
        assert!(says.contains(asked), "{asked}:\n{}", run.out);
    }
    assert!(
        says.contains("Verschuift. Vaker: open (ja vaker / niet vaker) wordt niet vaker (vast)"),
        "{says}"
    );
    assert!(
        flat(&run.err).contains("Niet alles is gevraagd."),
        "{}",
        run.err
    );
    assert_eq!(files(&program), ["a.yaml", "lijst.yaml"]);
    let same = program.run_with(
        &["vragenlijst", "probeer", "lijst.yaml", "-", "--speel"],
        "{ wapen: ja, vaak: 1, zaken: [{ id: z1, zaak: Slaan, ernst: 3 }] }",
    );
    assert_eq!(same.out, run.out);
}

#[test]
fn it_begins_with_the_answers_that_are_given() {
    let program = own();
    program.write(
        "a.yaml",
        "{ vragenlijst: lijst, antwoorden: { wapen: ja, kind: nee } }",
    );
    let run = typed(&program, &["a.yaml"], "4\n:pauze\n\n");
    assert_eq!(run.code, Some(0), "{}", run.err);
    assert!(!run.err.contains("Is er een wapen?"), "{}", run.err);
    assert!(
        flat(&run.out).contains("De punten: 1 (vast)"),
        "{}",
        run.out
    );
}

#[test]
fn every_shipped_list_can_be_tried_out() {
    let program = own();
    for list in ["proef", "rihg", "top3", "casus", "meldcode"] {
        let run = program.run_with(
            &["vragenlijst", "probeer", list, "--regels"],
            "onbekend\nonbekend\n:pauze\n\n",
        );
        assert_eq!(run.code, Some(0), "{list}: {}", run.err);
        assert!(run.err.contains(MARK));
    }
}
