//! The exercise at a real terminal. Unix only.
#![cfg(unix)]

use crate::support::person::Person;
use crate::support::program::Program;

use super::{files, own};

const ESC: &str = "\u{1b}";
const CTRL_C: &str = "\u{3}";
const CTRL_G: &str = "\u{7}";
const CTRL_O: &str = "\u{f}";
const MARK: &str = "OEFENING (FICTIEF)";

fn begun(program: &Program, columns: u16, rows: u16) -> Person {
    let list = program.file("lijst.yaml").display().to_string();
    let args = ["vragenlijst", "probeer", &list];
    let mut person = Person::start(program, &args, columns, rows);
    person
        .sees(MARK)
        .sees("Dit is geen casus")
        .sees("0800-2000");
    person.press("\r").sees("1. Is er een wapen?").sees("112");
    person
}

#[test]
fn every_screen_says_that_it_is_an_exercise() {
    for (columns, rows) in [(60, 24), (80, 24), (120, 40)] {
        let program = own();
        let mut person = begun(&program, columns, rows);
        person.sees(MARK).press("j\r").sees("2. Is er een kind");
        person
            .sees(MARK)
            .sees("Het niveau: open (laag / hoog) wordt hoog");
        // The panel, help, danger, the number of a question, the overview.
        for (keys, seen) in [
            (ESC, "Wat u hier kunt doen"),
            ("h", "Weet u het niet"),
            ("\r", "2. Is er een kind"),
            (CTRL_G, "0800-2000"),
            ("\r", "2. Is er een kind"),
            (ESC, "Wat u hier kunt doen"),
            ("j", "Naar welke vraag?"),
            (ESC, "Wat u hier kunt doen"),
            (ESC, "2. Is er een kind"),
            (CTRL_O, "Waar wilt u naartoe?"),
        ] {
            person.press(keys).sees(seen).sees(MARK);
        }
        person.stayed_within().press(CTRL_C);
        let (last, code) = person.leaves();
        assert_eq!(code, 130, "{last}");
        assert_eq!(files(&program), ["lijst.yaml"]);
    }
}

#[test]
fn another_answer_is_tried_out_from_the_panel_and_from_the_overview() {
    let program = own();
    let mut person = begun(&program, 80, 24);
    person.press("j\r").sees("2. Is er een kind");
    person
        .press(ESC)
        .sees("s  stel")
        .press("s")
        .sees("Wat als? Is er een kind bij?");
    person.sees("telt niet mee").sees("Alleen Enter gaat terug");
    person
        .press("n\r")
        .sees("De punten: 1 tot en met 2 wordt 1 (vast)")
        .sees(MARK);
    person
        .press("\r")
        .sees("2. Is er een kind")
        .sees_nothing_of("Nu staat er");
    person.press(CTRL_O).points_at("Wat als").press("\r");
    person
        .sees("Welke vraag wilt u anders")
        .points_at("wapen")
        .press("\r");
    person
        .sees("Wat als? Is er een wapen?")
        .points_at("geen antwoord")
        .press("\r");
    person
        .sees("Het niveau: hoog (vast) wordt open")
        .press("\r")
        .sees("Waar wilt u naartoe?");
    person.press(CTRL_C);
}

#[test]
fn the_panel_of_a_case_has_no_such_line() {
    let program = Program::new();
    let mut person = Person::start(&program, &["nieuw", "--onversleuteld"], 80, 40);
    person.sees("op dit moment iemand in gevaar").press(ESC);
    person
        .sees("Wat u hier kunt doen")
        .sees_nothing_of("wat als")
        .sees_nothing_of(MARK);
    person.press("s").sees("Wat u hier kunt doen").press(ESC);
    person
        .press(CTRL_O)
        .sees("Waar wilt u naartoe?")
        .sees_nothing_of("Wat als");
    person.press(CTRL_C);
}

#[test]
fn a_question_mark_asks_for_help_where_a_number_is_typed() {
    let program = own();
    let mut person = begun(&program, 80, 24);
    person
        .press("n\r")
        .sees("2. Is er een kind")
        .press("n\r")
        .sees("Hoe vaak");
    person
        .press("?\r")
        .sees("Bij deze vraag staat geen verdere uitleg")
        .press("\r");
    person
        .press("4\r")
        .sees("Wat moet er stoppen?")
        .sees("ja vaker (vast)");
    person.press(CTRL_C);
}
