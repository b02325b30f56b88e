//! A case keeps the list it was started with; `overstap` moves it to another, and nothing that was answered disappears.

use std::collections::BTreeMap;
use std::fs;

use proptest::prelude::*;
use top3::answer::{Answers, read, takes, without_place};
use top3::case::{CaseId, Event, Move, Start, Store, changes};
use top3::questionnaire::{Library, Questionnaire};
use top3::yaml::read_tree;

use super::store::now;
use crate::support::program::{Program, names, refused};
use crate::support::small_list::{build, other_answers, today};

/// What an earlier version of the list for a party looked like; invented.
const OLDER: [(&str, &str); 9] = [
    ("versie: 1.0.0", "versie: 0.9.0"),
    ("id: veel_werk, waarde: 8", "id: veel_werk, waarde: 6"),
    (
        "Is er een gast met een allergie?",
        "Is er iemand allergisch?",
    ),
    (
        "          - { id: salade, tekst: Salade }\n",
        "          - { id: salade, tekst: Salade }\n          - { id: friet, tekst: Friet }\n",
    ),
    (
        "      - id: plek\n",
        "      - { id: ballon, vraag: Welke kleur hebben de ballonnen?, soort: tekst }\n      - id: plek\n",
    ),
    (
        "tot: 10\n        labels: { 0: helemaal geen zin, 10:",
        "tot: 5\n        labels: { 0: helemaal geen zin, 5:",
    ),
    ("        als: { vraag: lekkers, bevat: taart }\n", ""),
    (
        "      - id: muziek\n        vraag: Is er muziek?\n        soort: ja_nee\n        uitleg: Een telefoon in een emmer telt ook.\n        waarom: Telt mee voor de sfeer.\n",
        "",
    ),
    ("som: [ muziek, ", "som: [ "),
];

const ANSWERS: &str = "\
jarig: ja
geheim: ja
huisdier: nvt
allergie: ja
personen.mensen: [{ id: p1, naam: tante }]
ballon: geheimzinnig paars
plek: thuis
lekkers: [soep, friet]
gasten: 12
feestdag: 2026-06-01
zin_ik: { waarde: 4, toelichting: Een beetje moe. }
taartbakker: p1
lampjes: ja
vlaggen: ja
taken:
  - { id: t1, taak: Soep koken, wie: p1, uren: 7, lastig: gaat_wel, haast: nee }
";

fn older() -> (Library, Questionnaire) {
    let mut library = Library::shipped();
    let file = library.file("proef").unwrap().to_owned();
    let mut text = library.text(&file).unwrap().to_owned();
    for (new, old) in OLDER {
        assert!(text.contains(new), "`{new}` is no longer in the list");
        text = text.replacen(new, old, 1);
    }
    // What the maker promises of a list says nothing about a case.
    let text = text.split("\neigenschappen:").next().unwrap();
    library.add(&file, text.as_bytes()).unwrap();
    let list = library.load("proef").unwrap();
    (library, list)
}

fn answered(list: &Questionnaire) -> Answers {
    let tree = read_tree(ANSWERS.as_bytes(), "antwoorden.yaml").unwrap();
    read(list, &tree, today()).unwrap()
}

/// A case that was started with the older list.
pub fn party(program: &Program) -> CaseId {
    let (library, list) = older();
    let start = Start {
        list: list.version.clone(),
        profile: None,
        date: today(),
        program: "0.0.9".to_owned(),
    };
    let bundle = library.bundle("proef");
    let store = Store::at(program.cases());
    let mut case = store.create_with(start, Some(&bundle), now()).unwrap();
    for change in changes(&answered(&list)) {
        case.keep(change, now()).unwrap();
    }
    case.log(Event::Paused, now()).unwrap();
    case.id().clone()
}

fn flat(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn files(program: &Program) -> BTreeMap<String, Vec<u8>> {
    let read = |name: String| {
        let bytes = fs::read(program.cases().join(&name)).unwrap();
        (name, bytes)
    };
    names(program).into_iter().map(read).collect()
}

#[test]
fn a_case_goes_on_with_the_list_it_was_started_with() {
    let program = Program::new();
    let id = party(&program).to_string();
    let shown = program.run(&["toon", &id]);
    assert_eq!(shown.code, Some(0), "{}", shown.err);
    assert!(shown.out.contains("proef 0.9.0"), "{}", shown.out);
    assert!(!shown.out.contains("is veranderd"), "{}", shown.out);
    let json = program.run(&[
        "vergelijk",
        &id,
        &id,
        "--op",
        "2026-03-04",
        "--formaat",
        "json",
    ]);
    assert!(json.out.contains("\"versie\": \"0.9.0\""), "{}", json.out);
    let list = program.run(&["casussen"]);
    assert_eq!(
        list.err.matches("nieuwere vragenlijst").count(),
        1,
        "{}",
        list.err
    );
    let go_on = |program: &Program| program.run_with(&["verder", &id, "--regels"], ":pauze\n");
    let first = go_on(&program);
    assert_eq!(first.code, Some(0), "{}", first.err);
    assert!(first.err.contains("nieuwere versie"), "{}", first.err);
    assert!(
        !go_on(&program).err.contains("nieuwere versie"),
        "said once"
    );
    assert!(program.run(&["toon", &id]).out.contains("proef 0.9.0"));
}

#[test]
fn looking_shows_what_is_new_gone_and_changed_and_changes_nothing() {
    let program = Program::new();
    let id = party(&program).to_string();
    let before = files(&program);
    let look = program.run(&["overstap", &id, "--alleen-kijken"]);
    assert_eq!(look.code, Some(0), "{}", look.err);
    assert!(look.err.contains("Er is niets veranderd"), "{}", look.err);
    assert_eq!(files(&program), before);
    insta::assert_snapshot!(look.out, @r#"
    Casus c-2026-001
    Nu: Een verrassingsfeest. proef 0.9.0, profiel basis.
    Straks: Een verrassingsfeest. proef 1.0.0, profiel basis.
       proef: 0.9.0 wordt 1.0.0

    Antwoorden zonder plaats: 3
       - Welke kleur hebben de ballonnen?
         Uw antwoord: geheimzinnig paars
         De vraag staat niet meer in de lijst.
       - Wat is er te eten?
         Uw antwoord: Soep, Friet
         Dit antwoord kan niet meer bij deze vraag.
       - Hoeveel zin hebt u erin?
         Uw antwoord: 4
         De vraag betekent nu iets anders.
       Deze antwoorden blijven bewaard, en u ziet ze met `top3 toon c-2026-001
       --alles`. Ze tellen niet meer mee. Staat de vraag er nog, dan krijgt u haar
       opnieuw.

    Vragen die er voor u bij komen: 3
       - Wat is er te eten?
       - Hoeveel zin hebt u erin?
       - Is er muziek?

    Vragen die anders zijn: 4
       - Is er een gast met een allergie?
         Was: Is er iemand allergisch?
       - Wat is er te eten?
         Antwoord weg: Friet
       - Hoeveel zin hebt u erin?
         Het soort antwoord was: schaal van 0 tot en met 5; 0 is helemaal geen zin;
         5 is kan niet wachten. Is nu: schaal van 0 tot en met 10; 0 is helemaal
         geen zin; 10 is kan niet wachten.
       - Wie bakt de taart?
         Wanneer deze vraag aan de beurt is, is anders.

    Uitkomsten die in deze casus anders worden
       - Uren werk
         was: 7 (staat vast)
         nu: nog open: van 7 tot 9
         In de lijst is dit anders:
           de vraag: Wat is er te eten?
       - Punten voor de sfeer
         was: 3 (staat vast)
         nu: nog open: van 3 tot 4
         In de lijst is dit anders:
           hoe "Punten voor de sfeer" wordt bepaald
           nieuwe vraag: Is er muziek?
       - De minste zin
         was: nog open: van 0 tot 4
         nu: nog open: van 0 tot 10
         In de lijst is dit anders:
           de vraag: Hoeveel zin hebt u erin?
       - Uren werk per gast
         was: 0,583333 (staat vast)
         nu: nog open: van 0,583333 tot 0,75
         In de lijst is dit anders:
           de vraag: Wat is er te eten?
       - Hoe druk wordt het?
         was: Veel werk (staat vast)
         nu: nog open: Druk / Veel werk
         In de lijst is dit anders:
           de grens veel_werk (6; vanaf 1 januari 2027: 10) is nu veel_werk (8;
           vanaf 1 januari 2027: 10)
           de vraag: Wat is er te eten?
    "#);
}

#[test]
fn after_the_move_the_answers_have_their_place_or_are_found_back() {
    let program = Program::new();
    let id = party(&program).to_string();
    refused(
        &program.run(&["overstap", &id]),
        2,
        &["--akkoord", "--alleen-kijken"],
    );
    let no = program.run_with(&["overstap", &id, "--regels"], "misschien\nnee\n");
    assert_eq!(no.code, Some(0), "{}", no.err);
    assert!(no.err.contains("Typ ja of nee") && no.err.contains("Er is niets veranderd"));
    assert!(program.run(&["toon", &id]).out.contains("proef 0.9.0"));

    let yes = program.run_with(&["overstap", &id, "--regels"], "ja\n");
    assert_eq!(yes.code, Some(0), "{}", yes.err);
    assert!(
        yes.err.contains("gaat verder met proef 1.0.0"),
        "{}",
        yes.err
    );
    let all = program.run(&["toon", &id, "--alles"]).out;
    assert!(all.contains("proef 1.0.0"), "{all}");
    let flat = flat(&all);
    assert!(
        flat.contains("Er zijn 3 antwoorden zonder plaats"),
        "{flat}"
    );
    assert!(
        flat.contains("Welke kleur hebben de ballonnen? geheimzinnig paars"),
        "{flat}"
    );
    assert!(flat.contains("Wat is er te eten? Soep, Friet"), "{flat}");
    assert!(flat.contains("Een beetje moe."), "{flat}");
    assert!(
        flat.contains("verder met vragenlijst proef, versie 1.0.0"),
        "{flat}"
    );
    let less = program.run(&["toon", &id]).out;
    assert!(!less.contains("geheimzinnig"), "{less}");
    assert!(!program.run(&["casussen"]).err.contains("nieuwere"));
    let again = program.run(&["overstap", &id]);
    assert_eq!((again.code, again.out.as_str()), (Some(0), ""));
    assert!(
        again.err.contains("Er is niets om op over te stappen"),
        "{}",
        again.err
    );

    assert_eq!(program.run(&["wis", &id, "--zeker"]).code, Some(0));
    assert_eq!(names(&program), ["gewist.txt"]);
}

#[test]
fn before_and_after_a_move_are_compared_by_what_both_lists_have() {
    let program = Program::new();
    let id = party(&program).to_string();
    let moved = program.run(&["overstap", &id, "--akkoord"]);
    assert_eq!(moved.code, Some(0), "{}", moved.err);
    let run = program.run(&[
        "vergelijk",
        &id,
        "--op",
        "2026-03-04",
        "--met",
        "2099-01-01",
    ]);
    assert_eq!(run.code, Some(0), "{}", run.err);
    let flat = flat(&run.out);
    for there in [
        "toen is proef 0.9.0, die van nu proef 1.0.0",
        "Staat alleen in de lijst van toen - Welke kleur hebben de ballonnen? geheimzinnig paars",
        "de andere vragenlijst",
    ] {
        assert!(flat.contains(there), "`{there}` is not in:\n{}", run.out);
    }
}

#[test]
fn a_move_that_is_cut_off_leaves_the_old_or_the_new() {
    let program = Program::new();
    let id = party(&program);
    let store = Store::at(program.cases());
    let before = store.peek(&id).unwrap();
    let path = program.cases().join(format!("{id}.casus"));
    let old_end = fs::metadata(&path).unwrap().len() as usize;
    assert_eq!(
        program
            .run(&["overstap", &id.to_string(), "--akkoord"])
            .code,
        Some(0)
    );
    let whole = fs::read(&path).unwrap();
    let after = store.peek(&id).unwrap();
    assert_ne!(after.list(), before.list());
    for record in [&before, &after] {
        let kept = store.kept_list(&id, &record.list().sha256).unwrap();
        let list = Library::of(kept.unwrap()).load("proef").unwrap();
        assert_eq!(list.version, *record.list());
    }
    for cut in old_end..=whole.len() {
        fs::write(&path, &whole[..cut]).unwrap();
        let record = store.peek(&id).unwrap();
        let expected = if cut == whole.len() { &after } else { &before };
        assert_eq!(record.list(), expected.list(), "cut at {cut}");
        assert_eq!(record.answers, expected.answers, "cut at {cut}");
        let kept = store.kept_list(&id, &record.list().sha256).unwrap();
        assert!(kept.is_some(), "cut at {cut}");
    }
}

#[test]
fn a_kept_list_that_is_damaged_is_said_and_does_not_hold_the_case_back() {
    let program = Program::new();
    let id = party(&program).to_string();
    let kept = names(&program)
        .into_iter()
        .find(|name| name.contains("lijst-"))
        .unwrap();
    let path = program.cases().join(&kept);
    let good = fs::read_to_string(&path).unwrap();
    for bad in [
        "",
        "{}",
        &good[..good.len() / 2],
        &good.replace("Hoeveel gasten komen er?", "Hoeveel gasten?"),
    ] {
        fs::write(&path, bad).unwrap();
        refused(
            &program.run(&["toon", &id]),
            1,
            &["kan niet worden gelezen", "overstap"],
        );
        assert_eq!(program.run(&["casussen"]).code, Some(1));
        let look = program.run(&["overstap", &id, "--alleen-kijken"]);
        assert_eq!(look.code, Some(0), "{}", look.err);
        assert!(look.out.contains("niet bewaard"), "{}", look.out);
    }
    assert_eq!(program.run(&["overstap", &id, "--akkoord"]).code, Some(0));
    assert_eq!(program.run(&["toon", &id]).code, Some(0));
}

#[test]
fn a_case_from_before_lists_were_kept_keeps_its_list_from_then_on() {
    let program = Program::new();
    let id = program.example("hulp-en-plan.yaml");
    let list = |program: &Program| {
        names(program)
            .into_iter()
            .find(|name| name.contains("lijst-"))
    };
    let kept = list(&program).unwrap();
    fs::remove_file(program.cases().join(&kept)).unwrap();
    assert_eq!(program.run(&["toon", &id]).code, Some(0));
    let run = program.run_with(&["verder", &id, "--regels"], ":pauze\n");
    assert_eq!(run.code, Some(0), "{}", run.err);
    assert!(!run.err.contains("is veranderd"), "{}", run.err);
    assert_eq!(list(&program), Some(kept));
}

#[test]
fn a_running_case_can_take_another_profile() {
    let program = Program::new();
    let id = program.example("hulp-en-plan.yaml");
    let look = program.run(&["overstap", &id, "--profiel", "knmg", "--alleen-kijken"]);
    assert!(flat(&look.out).contains("profiel knmg"), "{}", look.out);
    assert!(!look.out.contains("zonder plaats"), "{}", look.out);
    refused(
        &program.run(&["profiel", "knmg", "--casus", &id]),
        2,
        &["--akkoord"],
    );
    assert!(!program.file("instellingen.yaml").exists());
    let moved = program.run(&["overstap", &id, "--profiel", "knmg", "--akkoord"]);
    assert_eq!(moved.code, Some(0), "{}", moved.err);
    assert!(program.run(&["toon", &id]).out.contains("profiel knmg"));
    let back = program.run(&["overstap", &id, "--profiel", "basis", "--akkoord"]);
    assert_eq!(back.code, Some(0), "{}", back.err);
    assert!(!program.run(&["toon", &id]).out.contains("profiel"));
    refused(
        &program.run(&["overstap", &id, "--profiel", "tovenaar", "--akkoord"]),
        2,
        &["tovenaar"],
    );
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 150, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_answer_disappears(
        old in prop::collection::vec(any::<u8>(), 0..90),
        new in prop::collection::vec(any::<u8>(), 0..90),
        more in prop::collection::vec(any::<u8>(), 0..90),
    ) {
        let (old, new) = (build(&old).list, build(&new).list);
        let answers = other_answers(&old, &more);
        let aside = without_place(Some(&old), &new, &answers, today(), &|_, _| true);
        let mut placed = answers.clone();
        placed.lay_aside(&aside);
        for (key, answer) in answers.iter() {
            let laid: Vec<_> = aside.answers.iter().filter(|one| one.key == *key).collect();
            match placed.get(&key.question, key.row.as_ref()) {
                Some(there) => {
                    prop_assert_eq!(there, answer);
                    prop_assert!(laid.is_empty(), "{} is in both", key);
                    let at = new.find(&key.question.0).unwrap();
                    prop_assert!(takes(new.question(at), &answer.value, today()), "{}", key);
                }
                None => {
                    prop_assert_eq!(laid.len(), 1, "{} is gone", key);
                    prop_assert_eq!(&laid[0].answer, answer);
                }
            }
        }
        for (list, rows) in answers.lists() {
            let laid = aside.rows.iter().find(|one| one.list == *list).map(|one| &one.rows);
            prop_assert_eq!(placed.rows(list).or(laid), Some(rows));
            prop_assert!(placed.rows(list).is_none() || laid.is_none());
        }
        prop_assert_eq!(placed.iter().count() + aside.answers.len(), answers.iter().count());

        // And the journal gives it all back.
        let folder = tempfile::tempdir().unwrap();
        let store = Store::at(folder.path());
        let start = Start { list: old.version.clone(), profile: None, date: today(), program: String::new() };
        let mut case = store.create(start, now()).unwrap();
        for change in changes(&answers) {
            case.keep(change, now()).unwrap();
        }
        let moved = Move { list: new.version.clone(), profile: Some("knmg".to_owned()), aside: aside.clone() };
        case.log(Event::Moved(moved), now()).unwrap();
        let id = case.id().clone();
        drop(case);
        let record = store.peek(&id).unwrap();
        prop_assert_eq!(&record.answers, &placed);
        prop_assert_eq!(record.aside().collect::<Vec<_>>(), vec![&aside]);
        prop_assert_eq!(record.profile(), Some("knmg"));
        prop_assert_eq!(&record.until(now().date_naive()).answers, &placed);
    }
}
