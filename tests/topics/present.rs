//! `demo CASUS`: a training case for a room, the trainer's notes, and the sheets to hand out.

use std::collections::BTreeSet;
use std::fs;

use top3::questionnaire::Library;
use top3::training::{Forms, packed, read};

use crate::support::pdf;
#[cfg(unix)]
use crate::support::person::Person;
use crate::support::program::{Program, refused};

/// The screens of an unattended run.
fn screens(out: &str) -> Vec<&str> {
    out.split("FICTIEF   ").skip(1).collect()
}

fn first() -> &'static str {
    packed().next().unwrap().id
}

#[test]
fn unattended_every_screen_is_marked_and_the_key_comes_last() {
    let step = if std::env::var("RONDEN").is_ok() {
        1
    } else {
        6
    };
    for case in packed().step_by(step) {
        let program = Program::new();
        let run = program.run(&["demo", case.id, "--snel"]);
        assert_eq!((run.code, run.err.as_str()), (Some(0), ""), "{run:?}");
        let screens = screens(&run.out);
        for screen in &screens {
            for word in ["Goed gedaan", "Uw cijfer", "punten"] {
                assert!(!screen.contains(word), "{word} in\n{screen}");
            }
        }
        let key = |screen: &&str| screen.contains("niet getoetst");
        let begins = screens.iter().position(key).unwrap();
        let last = screens.len() - 1;
        assert!(screens[begins..last].iter().all(key), "{}", run.out);
        // One Enter too many shows the room nothing.
        let warned = screens[begins - 1].contains("Hierna komt de sleutel");
        assert!(warned, "{}", screens[begins - 1]);
        assert!(!program.cases().exists(), "a demo makes no case");
    }
}

/// A trainer at a small screen: the mark, the first line, never scrolls away, whatever there is to say.
#[cfg(unix)]
#[test]
fn each_screen_fits_a_small_terminal_and_tells_whole_what_there_is_room_for() {
    let step = if std::env::var("RONDEN").is_ok() {
        1
    } else {
        8
    };
    for case in packed().step_by(step) {
        let program = Program::new();
        let shown = program.run(&["demo", case.id, "--snel"]).out;
        let last = screens(&shown).len();
        let first = screens(&shown)
            .iter()
            .position(|one| one.contains("In welke volgorde"));
        let mut person = Person::start(&program, &["demo", case.id, "--vanaf", "volgorde"], 80, 24);
        person.sees("Typ de nummers op volgorde");
        person.press("2,2\r").sees("staat er twee keer");
        for at in first.unwrap() + 1..=last {
            person.sees(&format!("{at}/{last}")).sees("FICTIEF");
            person.sees("Esc: stop").press("\u{1b}[C");
        }
        assert_eq!(person.leaves().1, 0);
    }
    let program = Program::new();
    let mut person = Person::start(&program, &["demo", first(), "--vanaf", "volgorde"], 80, 24);
    person.sees("Typ de nummers op volgorde");
    assert!(!person.screen().contains('…'), "{}", person.screen());
    person.press("\u{1b}");
    assert_eq!(person.leaves().1, 0);
}

#[test]
fn what_the_room_says_moves_the_order_and_stands_beside_the_key() {
    let program = Program::new();
    let rate = "nee\n3\n3\n3\n\nnee\n1\n1\n1\n\n";
    let run = program.run_with(
        &["--regels", "demo", first(), "--vanaf", "wegen"],
        &format!("?\n{rate}"),
    );
    assert_eq!(run.code, Some(0), "{run:?}");
    let flat = run.out.split_whitespace().collect::<Vec<_>>().join(" ");
    for told in [
        "Waarom vragen we dit? Hoort hier een rode vlag bij?",
        "De zaal zegt: nee.",
        "Daardoor verschuift:",
        "wordt zeker bij de eerste 3",
    ] {
        assert!(flat.contains(told), "`{told}` is not in:\n{}", run.out);
    }
    let back = program.run_with(
        &["--regels", "demo", first(), "--vanaf", "r1"],
        "\nzz\nnee\nt\ns\n",
    );
    let flat = back.out.split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(flat.contains("De zaal > nee"), "{}", back.out);
    assert!(flat.contains("geen antwoord op deze vraag"), "{}", back.out);
    // Who comes back goes on at the first question that is open.
    let open = program.run_with(
        &["--regels", "demo", first(), "--vanaf", "wegen"],
        "nee\n\nt\n2\ns\n",
    );
    let flat = open.out.split_whitespace().collect::<Vec<_>>().join(" ");
    let told = "Hoe ernstig vindt u deze situatie? De zaal zegt: 2";
    assert!(flat.contains(told), "{}", open.out);
    let moved = program.run_with(
        &["--regels", "demo", first(), "--vanaf", "r1"],
        "\n?\nja\n\n4\n\n?\n2\n1\nt\n\ns\n",
    );
    let flat = moved.out.split_whitespace().collect::<Vec<_>>().join(" ");
    for told in [
        "Daardoor verschuift:",
        "Bel 112, en daarna Veilig Thuis",
        "Dit staat genoteerd.",
        "Waarom vragen we dit?",
        "> Risicofactor",
    ] {
        assert!(flat.contains(told), "`{told}` is not in:\n{}", moved.out);
    }
    assert!(
        !program
            .file("oefeningen")
            .join(format!("demo-{}.scherm", first()))
            .exists()
    );
    let none = program.run(&["demo", first(), "--vanaf", "r9"]);
    refused(&none, 2, &["sleutel", "r1"]);
    refused(&program.run(&["demo", "bestaat-niet"]), 2, &[first()]);
}

#[test]
fn notes_are_for_the_trainer_alone() {
    let program = Program::new();
    let notes = program.run(&["demo", first(), "--notities"]);
    assert_eq!(notes.code, Some(0), "{notes:?}");
    assert!(notes.out.contains("FICTIEF") && notes.out.contains("Ronde 1 van"));
    let flat = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
    let shown = flat(&program.run(&["demo", first(), "--snel"]).out);
    let (before, key) = shown.split_once("Hierna komt de sleutel").unwrap();
    let forms = Forms::load(&Library::shipped()).unwrap();
    let shipped = packed().next().unwrap();
    let case = read(shipped.text.as_bytes(), shipped.file, &forms).unwrap();
    for round in &case.rounds {
        let own = flat(&round.notes);
        assert!(flat(&notes.out).contains(&own), "{own}");
        assert!(!shown.contains(&own), "{own}");
    }
    // The makers' reasons: for the trainer at once, for the room not before the key.
    let keys = case.key.answers.iter().map(|(key, _)| key);
    let reasons = keys.filter_map(|key| case.key.reason(&forms, key));
    let reasons: BTreeSet<String> = reasons.map(flat).collect();
    assert!(reasons.len() > 4);
    for reason in reasons {
        assert!(flat(&notes.out).contains(&reason), "{reason}");
        assert!(key.contains(&reason), "{reason}");
        assert!(!before.contains(&reason), "{reason}");
    }
}

#[test]
fn sheets_are_marked_and_only_the_trainers_holds_the_key() {
    let program = Program::new();
    for role in ["deelnemer", "tweetal", "waarnemer", "trainer"] {
        let file = format!("{role}.html");
        let run = program.run(&["demo", first(), "--uitdeelblad", role, "-o", &file]);
        assert_eq!((run.code, run.out.as_str()), (Some(0), ""), "{run:?}");
        let page = fs::read_to_string(program.file(&file)).unwrap();
        assert!(page.contains("FICTIEF, OM TE OEFENEN"), "{role}");
        assert_eq!(page.contains("niet getoetst"), role == "trainer", "{role}");
    }
    let plain = program.run(&["demo", first(), "--uitdeelblad"]);
    assert_eq!(plain.code, Some(0), "{plain:?}");
    assert!(
        plain.out.contains("Omcirkel na elke ronde"),
        "{}",
        plain.out
    );
}

#[test]
fn who_takes_part_gets_one_piece_of_paper() {
    // The two with most to read; `RONDEN=1 cargo test --test main paper` looks at every case.
    let all = std::env::var("RONDEN").is_ok();
    let program = Program::new();
    let longest = ["het-telschrift", "rugzak"];
    for case in packed().filter(|one| all || longest.contains(&one.id)) {
        let roles = [
            ("deelnemer", 2),
            ("tweetal", 2),
            ("waarnemer", 2),
            ("trainer", 5),
        ];
        for (role, most) in roles.into_iter().take(if all { 4 } else { 1 }) {
            let file = format!("{}-{role}.pdf", case.id);
            let run = program.run(&["demo", case.id, "--uitdeelblad", role, "-o", &file]);
            assert_eq!(run.code, Some(0), "{run:?}");
            let pages = pdf::pages(&fs::read(program.file(&file)).unwrap());
            assert!(pages.len() <= most, "{file}: {} pages", pages.len());
        }
    }
}

#[cfg(unix)]
#[test]
fn on_a_screen_it_goes_on_and_back_and_the_notes_follow() {
    use crate::support::person::Person;

    for (columns, rows) in [(80, 24), (160, 50)] {
        let program = Program::new();
        let mut room = Person::start(&program, &["demo", first()], columns, rows);
        room.sees("FICTIEF")
            .sees("1/")
            .press("\r")
            .sees("De mensen")
            .press("\r");
        room.sees("Ronde 1 van").sees("Enter: verder");
        if rows == 24 {
            let mut trainer = Person::start(&program, &["demo", first(), "--notities"], 80, 24);
            trainer.sees("Notities voor de trainer").sees("Ronde 1 van");
            // Whoever types an answer a screen too early does not end the show with it.
            room.press("misschien\r")
                .sees("Op dit scherm staat geen vraag")
                .sees("Ronde 1 van");
            room.press("\u{1b}[D").sees("De mensen").press("\u{1b}");
            trainer
                .sees("Het scherm is gestopt")
                .sees("loopt dit vanzelf mee");
            // A screen that begins once more is followed once more.
            let mut again = Person::start(&program, &["demo", first(), "--vanaf", "r2"], 80, 24);
            again.sees("Ronde 2 van");
            trainer.sees("Ronde 2 van");
            // Where an answer can be typed a letter begins one, and leaves nothing.
            again
                .press("\r")
                .sees("ja / nee / onbekend")
                .press("s")
                .sees("Typ een antwoord");
            // Nor does it stop by a letter with Enter: what the room said would be gone.
            again.press("\r").sees("Dit is geen antwoord op deze vraag");
            again
                .press("?")
                .sees("Waarom vragen we dit")
                .press("\u{1b}");
            let (_, code) = again.leaves();
            assert_eq!(code, 0);
            // Where a screen is full, what is told about it has one of its own.
            let mut full = Person::start(&program, &["demo", "hoektafel", "--vanaf", "r1"], 80, 24);
            full.sees("Ronde 1 van")
                .press("?")
                .sees("met alleen wat u tot hier weet");
            full.sees_nothing_of("Maandag 16 maart")
                .press("\r")
                .sees("Maandag 16 maart");
            full.press("\u{1b}");
            assert_eq!(full.leaves().1, 0);
            // What the makers say of facts is shorter where it would not fit.
            let long = ["demo", "geboortekaartje", "--vanaf", "33"];
            let mut long = Person::start(&program, &long, 80, 24);
            long.sees("De makers: wat hoort waar")
                .sees("Zij staan in de notities");
            long.stayed_within().press("\u{1b}");
            assert_eq!(long.leaves().1, 0);
        } else {
            room.press("\u{1b}");
        }
        room.stayed_within();
        let (_, code) = room.leaves();
        assert_eq!(code, 0);
    }
}
