//! The interview at a real terminal: keys that work directly, nothing lost, nothing left behind on the screen. Unix only: it
//! needs a pseudo-terminal that can be read back.
#![cfg(unix)]

use std::fs;

use top3::case::{CaseId, Store};

use crate::support::person::Person;
use crate::support::program::{PASSPHRASE, Program};

const ESC: &str = "\u{1b}";
const DOWN: &str = "\u{1b}[B";
const CTRL_C: &str = "\u{3}";
const CTRL_D: &str = "\u{4}";
const CTRL_G: &str = "\u{7}";
const CTRL_L: &str = "\u{c}";
const CTRL_O: &str = "\u{f}";
const CTRL_T: &str = "\u{14}";

const DANGER: &str = "op dit moment iemand in gevaar";
const ALIAS: &str = "schuilnaam geeft u";
const HELP: &str = "onderweg ergens hulp bij";
const NAME: &str = "noemt u deze persoon";
const KIND: &str = "Wat is deze persoon";

fn fresh(program: &Program, columns: u16, rows: u16) -> Person {
    let mut person = Person::start(program, &["nieuw", "--onversleuteld"], columns, rows);
    // Who to call stands above the first question.
    person.sees(DANGER).sees("112").sees("0800-2000");
    person
}

/// Answers the first questions with *nee*, up to the first text.
fn to_the_alias(person: &mut Person) {
    for _ in 0..9 {
        if person.screen().contains(ALIAS) {
            return;
        }
        // The last of them is a choice.
        match person.screen().contains("n  nee") {
            true => person.press("n\r"),
            false => person.points_at("Nee").press("\r"),
        };
    }
    panic!("no text is asked:\n{}", person.screen());
}

/// Everything that is kept of the case.
fn kept(program: &Program) -> String {
    let files = fs::read_dir(program.cases()).unwrap();
    let texts = files.map(|file| fs::read_to_string(file.unwrap().path()).unwrap_or_default());
    texts.collect()
}

/// The journal of the first case, as it stands there.
fn journal(program: &Program) -> String {
    fs::read_to_string(program.cases().join("c-2026-001.casus")).unwrap()
}

#[test]
fn the_first_pages_are_calm_at_every_width_and_lose_nothing() {
    for columns in [60, 80, 120] {
        let program = Program::new();
        let mut person = fresh(&program, columns, 24);
        // Enter answers nothing that nobody pointed at; an arrow and Enter do.
        person.press("\r").sees("Kies een antwoord").sees(DANGER);
        person.press(DOWN).press(DOWN).points_at("nee").press("\r");
        to_the_alias(&mut person);
        person
            .press("cafe\u{301} zon\u{7f}\u{7f}\u{7f}é")
            .sees("> cafe\u{301} é");
        person.press(ESC).sees("Wat u hier kunt doen").sees("112");
        person
            .sees_nothing_of("cafe")
            .press(ESC)
            .sees("> cafe\u{301} é");
        person
            .press(CTRL_G)
            .sees("0800-2000")
            .sees_nothing_of("cafe");
        person.press("\r").sees("> cafe\u{301} é");
        person.press(CTRL_L).sees_a_neutral_screen();
        person
            .sees_nothing_of("cafe")
            .sees_nothing_of("gevaar")
            .sees_nothing_of("top3");
        person.press(" ").sees("> cafe\u{301} é");
        person.press("\r").sees(HELP);
        person
            .points_at("geen van deze")
            .press(" ")
            .press("\r")
            .sees(NAME);
        person.press("moeder\r").sees(KIND);
        person.press(CTRL_T).sees("> moeder").press("\r").sees(KIND);
        person.press("?").sees("achttien").press("\r").sees(KIND);
        person.points_at("Kind").press("\r").sees("Hoe oud");
        person.press("200\r").sees("! ").sees("> 200");
        person
            .press("\u{7f}\u{7f}\u{7f}:gevaar\r")
            .sees("0800-2000")
            .press("\r");
        person.press("3\r").sees("Waar woont");
        person.stayed_within().press(ESC).press("p");
        let (_, code) = person.leaves();
        assert_eq!(code, 0);
        let kept = kept(&program);
        assert!(
            kept.contains("cafe\u{301} é") && kept.contains("moeder"),
            "{kept}"
        );
    }
}

#[test]
fn an_empty_screen_locks_an_encrypted_case_and_nothing_is_lost() {
    let program = Program::new();
    let keys = program.with_keys();
    let mut person = Person::start(&program, &["nieuw"], 80, 30);
    // Who to call stands above the question for the passphrase, always.
    person.sees("0800-2000").sees("wachtwoordzin");
    person.press("verkeerde zin\r").sees("past niet");
    person.press(&format!("{PASSPHRASE}\r")).sees(DANGER);
    to_the_alias(&mut person);
    person.press("reiger\r").sees(HELP);
    person
        .points_at("geen van deze")
        .press(" ")
        .press("\r")
        .sees(NAME);
    person.press("half een naam").sees("> half een naam");
    person.press(CTRL_L).sees_a_neutral_screen();
    person.press(" ").sees("wachtwoordzin").sees("112");
    person
        .sees_nothing_of("half een naam")
        .sees_nothing_of("reiger");
    person.press("verkeerde zin\r").sees("past niet");
    person.sees_nothing_of("verkeerde zin");
    person
        .press(&format!("{PASSPHRASE}\r"))
        .sees("> half een naam");
    person.press("\r").sees(KIND);
    // Whoever stops at the locked screen has stopped, and everything is there.
    person.press(CTRL_L).sees_a_neutral_screen();
    person.press(" ").sees("wachtwoordzin").press(CTRL_C);
    let (said, code) = person.leaves();
    assert_eq!(code, 130, "{said}");
    assert!(said.contains("top3 verder"), "{said}");
    assert!(!journal(&program).contains("reiger"));
    let store = Store::at(program.cases()).with(Some(keys.ring()));
    let id = CaseId::parse("c-2026-001").unwrap();
    let answers = store.peek(&id).unwrap().answers;
    let said = format!("{answers:?}");
    assert!(said.contains("reiger") && said.contains("half een naam"));
}

#[test]
fn a_first_case_begins_with_a_passphrase_on_paper() {
    let program = Program::new();
    program.write("instellingen.yaml", "sleutels: sleutels\n");
    let mut person = Person::start(&program, &["nieuw"], 80, 40);
    person
        .sees("112")
        .sees("Schrijf hem nu op papier")
        .sees("Enter");
    let screen = person.screen();
    let made = screen
        .lines()
        .map(str::trim)
        .find(|line| line.len() == 19 && line.matches('-').count() == 3);
    let made = made.unwrap().to_owned();
    person.press("\r").sees("Typ hem nu over");
    person.press("iets heel anders\r").sees("niet dezelfde");
    person.press(&format!("{made}\r")).sees(DANGER);
    person.sees_nothing_of(&made);
    assert!(program.file("sleutels/identiteit.age").exists());
    assert!(journal(&program).starts_with("top3-casus 2 "));
}

#[test]
fn stopping_half_way_costs_at_most_what_is_being_typed() {
    let program = Program::new();
    let mut person = fresh(&program, 80, 24);
    to_the_alias(&mut person);
    person.press("reiger\r").sees(HELP);
    person
        .points_at("geen van deze")
        .press(" ")
        .press("\r")
        .sees(NAME);
    person.press("half een na");
    person.press(CTRL_C);
    let (said, code) = person.leaves();
    assert_eq!(code, 130, "{said}");
    assert!(said.contains("top3 verder"), "{said}");
    let mut again = Person::start(&program, &["verder"], 80, 24);
    again.sees(NAME).sees_nothing_of("half een na");
    // The input ends.
    again.press(CTRL_D);
    let (said, code) = again.leaves();
    assert_eq!(code, 1, "{said}");
    assert!(kept(&program).contains("reiger"));
}

#[test]
fn control_c_in_a_list_stops_in_good_order_too() {
    let program = Program::new();
    let mut person = fresh(&program, 80, 24);
    person
        .press(CTRL_O)
        .sees("> Verder met de vragen")
        .press(CTRL_C);
    let (said, code) = person.leaves();
    assert_eq!(code, 130, "{said}");
}

#[test]
fn an_arrow_in_pieces_costs_no_letter_and_answers_nothing() {
    let program = Program::new();
    let mut person = fresh(&program, 60, 24);
    person
        .press(ESC)
        .sees("Wat u hier kunt doen")
        .sends("[")
        .press("B")
        .sees(DANGER);
    to_the_alias(&mut person);
    person
        .press("blauw")
        .press(ESC)
        .sends("[")
        .press("D")
        .sees("> blauw");
    person.press("e").sees("> blauwe");
    assert!(!kept(&program).contains("\"ja\""));
}

#[test]
fn what_is_pasted_stays_in_its_field() {
    let program = Program::new();
    let mut person = fresh(&program, 60, 24);
    person.press("\u{1b}[200~j\rj\r\u{1b}[201~").sees(DANGER);
    to_the_alias(&mut person);
    person
        .press("\u{1b}[200~blauwe\r\nreiger\u{1b}[201~")
        .sees("> blauwe reiger");
    person.sees(ALIAS);
}

#[test]
fn a_word_that_is_typed_answers_one_question_and_a_letter_none() {
    let program = Program::new();
    let mut person = fresh(&program, 80, 30);
    person.press("g").points_at("geweigerd").sees(DANGER);
    assert!(!kept(&program).contains("geweigerd"));
    for key in ["o", "n", "b", "e", "k", "e", "n", "d"] {
        person.press(key).sees(DANGER);
    }
    person.press("\r").sees("Genoteerd. ").sees("onbekend");
    assert!(!kept(&program).contains("\"nee\""));
}

#[test]
fn the_overview_is_a_list_that_keeps_its_place() {
    let program = Program::new();
    for columns in [60, 80, 120] {
        let mut person = fresh(&program, columns, 24);
        person
            .press(CTRL_O)
            .sees("> Verder met de vragen")
            .points_at("De mensen");
        person
            .press(CTRL_L)
            .sees_a_neutral_screen()
            .sees_nothing_of("De mensen");
        person
            .press(" ")
            .sees("> De mensen")
            .press(ESC)
            .sees("> g  gevaar");
        person
            .press(ESC)
            .sees("> De mensen")
            .press("\r")
            .points_at("Wie horen")
            .press("\r");
        person.sees(NAME).stayed_within();
    }
}

#[test]
fn an_order_is_changed_and_nothing_is_left_on_the_screen() {
    let program = Program::new();
    program.example("hulp-en-plan.yaml");
    for (columns, rows) in [(60, 24), (80, 24), (120, 40)] {
        let mut person = Person::start(&program, &["verder"], columns, rows);
        // The order of the round before is pointed out, and then read first where it does not fit.
        person
            .reads_on_to("> ")
            .points_at("Prioriteren")
            .press("\r")
            .sees("Terug naar het overzicht");
        person.points_at("volgorde moeten").press("\r");
        person.reads_on_to("Spatiebalk pakt op");
        let before = person.screen();
        let rank = |screen: &str, place: &str| {
            let mut lines = screen
                .lines()
                .map(|line| line.trim_start_matches('>').trim());
            lines
                .find_map(|line| line.strip_prefix(place))
                .map(|rest| rest.trim().to_owned())
        };
        let (first, second) = (rank(&before, "1 "), rank(&before, "2 "));
        assert!(first.is_some() && second.is_some(), "{before}");
        // Picks the first line up, moves it down, and puts it down; the panel in between changes nothing.
        person
            .press(" ")
            .press(DOWN)
            .press(" ")
            .press(ESC)
            .press(ESC);
        let after = person.screen();
        assert_eq!(
            (rank(&after, "2 "), rank(&after, "1 ")),
            (first, second),
            "{after}"
        );
        assert_eq!(after.matches("Spatiebalk").count(), 1, "{after}");
        person.press("\r").stayed_within();
        assert_eq!(person.screen().matches("Spatiebalk pakt op").count(), 0);
        person.press(CTRL_C);
    }
}

#[test]
fn ticks_survive_the_panel_and_say_who() {
    let program = Program::new();
    program.example("hulp-en-plan.yaml");
    let mut person = Person::start(&program, &["verder"], 60, 24);
    person
        .reads_on_to("Pijltjes en Enter")
        .points_at("De onveilige situaties")
        .press("\r");
    person
        .points_at("Wie ondergaat")
        .press("\r")
        .reads_on_to("Spatiebalk zet");
    let ticked = |screen: &str| screen.matches("[x]").count();
    let before = ticked(&person.screen());
    person.points_at("[ ]").press(" ");
    assert_eq!(ticked(&person.screen()), before + 1, "{}", person.screen());
    person.press(ESC).press(ESC).sees("Spatiebalk zet");
    assert_eq!(ticked(&person.screen()), before + 1, "{}", person.screen());
    person.press("\r").stayed_within();
    assert!(
        !person
            .screen()
            .contains("Spatiebalk zet een kruisje\nSpatiebalk")
    );
    person.press(CTRL_C);
    let (_, code) = person.leaves();
    assert_eq!(code, 130);
}
