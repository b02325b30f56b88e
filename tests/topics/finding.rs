//! Why and what to find out, as people and scripts read it: `weeg --uitleg`, `toon`, the end of the interview.

mod signs;

use std::fs;
use std::path::Path;

use serde_json::{Value, json};
use top3::answer::Answers;
use top3::engine::{View, outcomes};
use top3::explanation::{Fact, why};
use top3::questionnaire::{DerivedIx, Library};

use crate::support::program::Program;

const TWO_REDS: &str = "meerderjarig: ja
kleur_lichamelijk_geweld: { waarde: rood, toelichting: Blauwe plek op de arm. }
kleur_wapens: { waarde: rood, toelichting: Mes uit de keukenla. }
";

/// A child of four whose row is open, a red flag, and much that is not known.
const FLAG: &str = "
acuut.gevaar_nu: nee
acuut.bijzonder: nee
acuut.collega: nee
acuut.tussen_kinderen: nee
label: blauwe reiger
rode-vlaggen.wurgen: onbekend
rode-vlaggen.stalking: ja
personen.mensen:
  - { id: p1, naam: moeder, soort: gezinslid }
  - { id: p3, naam: zoon, soort: kind, leeftijd: 4 }
meldcode.gesprekken:
  - { id: g1, met: p3 }
meldcode.q1: { waarde: ja, toelichting: De plek past niet bij het verhaal. }
";

fn explained(list: &str, answers: &str) -> Value {
    let program = Program::new();
    let run = program.run_with(
        &["weeg", list, "-", "--formaat", "json", "--uitleg"],
        answers,
    );
    assert_eq!(run.code, Some(0), "{}", run.err);
    serde_json::from_str(&run.out).unwrap()
}

fn flat(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn shown(answers: &str, more: &[&str]) -> String {
    let program = Program::new();
    program.write("half.yaml", answers);
    let made = program.run(&["nieuw", "--antwoorden", "half.yaml", "--onversleuteld"]);
    assert_eq!(made.code, Some(0), "{}", made.err);
    let run = program.run(&[&["toon"], more].concat());
    assert_eq!(run.code, Some(0), "{}", run.err);
    run.out
}

/// Who reads that somebody was not heard must not have to look for whom.
#[test]
fn what_needs_attention_names_the_people_it_is_about() {
    let answers = "
acuut.gevaar_nu: nee
acuut.bijzonder: nee
acuut.collega: nee
acuut.tussen_kinderen: nee
label: rode beuk
personen.mensen:
  - { id: p1, naam: moeder, soort: gezinslid, gezag: ja }
  - { id: p2, naam: vader, soort: gezinslid, gezag: ja }
  - { id: p3, naam: dochter, soort: kind, leeftijd: 9 }
  - { id: p4, naam: zoon, soort: kind, leeftijd: 4 }
meldcode.gesprekken:
  - { id: g1, met: p1, gesproken: ja, alleen: ja, verslag: Zij luisterde. }
  - { id: g2, met: p3, gesproken: ja, alleen: ja, verslag: Zij vertelde over thuis. }
";
    let text = flat(&shown(answers, &["--breedte", "300"]));
    let after = |title: &str| {
        let at = text.find(title).unwrap_or_else(|| panic!("{text}"));
        text[at..].split("Het gaat om: ").nth(1).unwrap().to_owned()
    };
    assert!(after("Ouders met gezag:").starts_with("vader "), "{text}");
    assert!(after("De kinderen:").starts_with("zoon "), "{text}");
}

#[test]
fn a_fixed_outcome_says_by_what_and_what_would_turn_it() {
    let given = explained("rihg", TWO_REDS);
    let outcome = &given["uitkomsten"]["drempel"];
    assert_eq!(
        outcome["vast_door"],
        json!(["meerderjarig", "kleur_lichamelijk_geweld", "kleur_wapens"])
    );
    assert_eq!(outcome["vast_door_kleinste"], true);
    assert_eq!(outcome["vast_door_onmisbaar"], true);
    let turns = &outcome["keert_bij"];
    assert_eq!(turns["volledig"], true);
    let to = |naar: Value| {
        let all = turns["wijzigingen"].as_array().unwrap();
        all.iter().find(|one| one["naar"] == naar).unwrap()
    };
    assert_eq!(
        to(json!(null))["verander"],
        json!({ "meerderjarig": "nee" })
    );
    assert_eq!(to(json!(null))["zeker"], true);
    assert_eq!(
        to(json!("niet_gehaald"))["verander"]
            .as_object()
            .unwrap()
            .len(),
        1
    );
    assert_eq!(to(json!("niet_gehaald"))["zeker"], false);
    assert!(outcome.get("uitzoeken").is_none());
}

#[test]
fn an_open_outcome_says_what_to_find_out_and_what_settles_it() {
    let given = explained("rihg", "meerderjarig: ja\nkleur_wapens: rood\n");
    let find = &given["uitkomsten"]["drempel"]["uitzoeken"];
    assert_eq!(find["exact"], true);
    let asks = find["antwoorden"].as_array().unwrap();
    assert_eq!(asks.len(), 19);
    let weights: Vec<f64> = asks
        .iter()
        .map(|ask| ask["gewicht"].as_f64().unwrap())
        .collect();
    assert!(weights.is_sorted_by(|a, b| a >= b), "{weights:?}");
    // One red of the same part is enough, so those matter most.
    assert_eq!(asks[0]["antwoord"], "kleur_bedreiging");
    let first = &find["beslist"][0];
    assert_eq!(first["naar"], "gehaald");
    assert_eq!(first["antwoorden"], json!({ "kleur_bedreiging": "rood" }));
    assert!(given["uitkomsten"]["drempel"].get("vast_door").is_none());
}

#[test]
fn without_being_asked_nothing_is_explained() {
    let program = Program::new();
    let run = program.run_with(&["weeg", "rihg", "-", "--formaat", "json"], TWO_REDS);
    for member in ["vast_door", "keert_bij", "uitzoeken"] {
        assert!(!run.out.contains(member), "{member}");
    }
    let run = program.run_with(&["weeg", "rihg", "-"], TWO_REDS);
    assert!(!run.out.contains("Anders zou het zijn"), "{}", run.out);
    let run = program.run_with(&["weeg", "rihg", "-", "--uitleg"], TWO_REDS);
    let text = flat(&run.out);
    for words in [
        "Staat vast door, wat de andere antwoorden ook zijn: meerderjarig = ja",
        "Anders zou het zijn, bijvoorbeeld bij:",
        "eer_of_familie = ja: dan Eerst overleg met een deskundige",
        "Over een echt gezin telt alleen wat er is gezien en gezegd.",
    ] {
        assert!(text.contains(words), "{words} not in\n{}", run.out);
    }
    assert!(run.out.lines().all(|line| line.chars().count() <= 80));
}

#[test]
fn every_member_stands_in_the_table_for_scripts() {
    let table =
        fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("README.md")).unwrap();
    let fixed = explained("rihg", TWO_REDS);
    let open = explained("rihg", "{}");
    for outcome in [
        &fixed["uitkomsten"]["drempel"],
        &open["uitkomsten"]["drempel"],
    ] {
        for (member, value) in outcome.as_object().unwrap() {
            assert!(table.contains(&format!("`{member}`")), "{member}");
            let inside = value.as_object().into_iter().flatten();
            for (inner, _) in inside {
                assert!(table.contains(inner.as_str()), "{member}/{inner}");
            }
        }
    }
}

#[test]
fn an_explained_result_can_be_verified_and_a_changed_explanation_shows() {
    let program = Program::new();
    let args = ["weeg", "rihg", "-", "--met-antwoorden", "--uitleg"];
    let run = program.run_with(&args, TWO_REDS);
    program.write("goed.json", &run.out);
    let good = program.run(&["verifieer", "goed.json"]);
    assert_eq!(good.code, Some(0), "{}{}", good.out, good.err);
    let mut other: Value = serde_json::from_str(&run.out).unwrap();
    other["uitkomsten"]["drempel"]["vast_door"] = json!(["meerderjarig"]);
    program.write("anders.json", &other.to_string());
    let bad = program.run(&["verifieer", "anders.json"]);
    assert_eq!(bad.code, Some(1), "{}", bad.out);
    assert!(bad.out.contains("vast_door"), "{}", bad.out);
}

#[test]
fn a_case_says_by_which_answers_its_advice_is_fixed() {
    let program = Program::new();
    let id = program.example("acuut-onveilig.yaml");
    let text = flat(&program.run(&["toon", &id]).out);
    // Who to call stands above it all, with the answers that say so.
    let after = text.find("Advies en besluit").unwrap();
    let at = |words: &str| {
        let found = text[after..].find(words);
        after + found.unwrap_or_else(|| panic!("{words} not in\n{text}"))
    };
    let advice = at("Is melden nodig? Melden bij Veilig Thuis (dit staat vast)");
    let why = at("Waarom: Norm 1");
    let by = at("Dit staat vast door: Denkt u na de vorige stappen");
    let second = at("of keert de onveiligheid telkens terug? ja");
    let source = at("Bron: KNMG-meldcode");
    assert!([advice, why, by, second, source].is_sorted(), "{text}");
    // The other three questions are answered too, and do not matter for this.
    assert!(
        !text[by..source].contains("Kunt u zelf hulp geven"),
        "{text}"
    );
}

#[test]
fn with_a_red_flag_up_calling_comes_before_finding_out() {
    let text = flat(&shown(FLAG, &[]));
    let call = text.find("Bel eerst Veilig Thuis: 0800-2000").unwrap();
    assert!(text[call..].contains("112"), "{text}");
    let open = text.find("Nog open:").unwrap();
    let first = text.find("Wat over gevaar gaat").unwrap();
    let points = text.find("Aandachtspunten").unwrap();
    assert!(call < points && points < open && open < first, "{text}");
    let calm = flat(&shown(&FLAG.replace("stalking: ja", "stalking: nee"), &[]));
    assert!(!calm.contains("Bel eerst Veilig Thuis"), "{calm}");
}

#[test]
fn what_is_open_stays_short_and_says_whom_one_may_ask_but_never_a_child() {
    let flags = "acuut.collega: nee\nacuut.tussen_kinderen: nee\nacuut.bijzonder: nee\nrode-vlaggen.wurgen: nee\n";
    let out = shown(flags, &["--alles"]);
    let text = flat(&out);
    assert!(text.contains("(vraag dit apart)"), "{text}");
    assert!(text.contains("Navragen kan bij: "), "{text}");
    assert!(text.contains("de volwassene die het ondergaat"), "{text}");
    let flag = text
        .find("Heeft iemand gedreigd een ander of zichzelf te doden?")
        .unwrap();
    let other = text.find("Wilt u ook de twintig signalen").unwrap();
    assert!(flag < other, "what is about danger comes first: {text}");
    let short = shown(FLAG, &[]);
    let from = short
        .lines()
        .skip_while(|line| !line.contains("Wat over gevaar gaat"));
    let points = from.take_while(|line| !line.is_empty());
    assert!(
        points.filter(|line| line.starts_with("   - ")).count() <= 5,
        "{short}"
    );
    assert!(
        flat(&short).contains("Met `--alles` ziet u ze allemaal"),
        "{short}"
    );
    // The row about the son is open, and nobody is sent to ask him.
    let all = flat(&shown(FLAG, &["--alles"]));
    assert!(all.contains("Vraag een kind nooit uit."), "{all}");
    let talk = "Is er met deze persoon gesproken? (zoon) (niet aan het kind vragen)";
    assert!(all.contains(talk), "{all}");
}

#[test]
fn no_shipped_list_sends_anybody_to_a_child() {
    let library = Library::shipped();
    for id in [
        "casus",
        "rihg",
        "meldcode",
        "rode-vlaggen",
        "controle",
        "top3",
        "veiligheidsplan",
    ] {
        let list = library.load(id).unwrap();
        for question in &list.questions {
            for source in &question.sources {
                let source = source.nl.to_lowercase();
                for word in ["kind", "zoon", "dochter", "leerling", "jongere"] {
                    assert!(!source.contains(word), "{}: {source}", question.id);
                }
            }
            if question.listen {
                assert!(
                    question.sources.is_empty(),
                    "{}: listen or ask",
                    question.id
                );
            }
        }
    }
}

/// What turns an outcome, and what settles it, is for authors, demo and training. In a real case nothing says which answer
/// would avoid a report.
#[test]
fn in_a_real_case_nothing_says_what_would_turn_or_settle_an_outcome() {
    let out = flat(&shown(FLAG, &["--alles"]));
    for words in [
        "Anders zou het zijn",
        "Zo ligt het vast",
        "dan Niet melden",
        "dan kan het ook",
    ] {
        assert!(!out.contains(words), "{words} in\n{out}");
    }
    let mut folders = vec![
        "src/interview",
        "src/telling",
        "src/commands/toon",
        "src/plan",
        "src/paper",
        "src/document",
    ]
    .into_iter()
    .map(|folder| Path::new(env!("CARGO_MANIFEST_DIR")).join(folder))
    .collect::<Vec<_>>();
    let mut files = vec![Path::new(env!("CARGO_MANIFEST_DIR")).join("src/commands/toon.rs")];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else {
                files.push(path);
            }
        }
    }
    assert!(files.len() > 50, "{}", files.len());
    for file in files {
        let code = fs::read_to_string(&file).unwrap();
        for name in [
            "counter(",
            "find_out(",
            "Settle",
            "Counter",
            "explained.turn",
            "explained.settle",
        ] {
            assert!(!code.contains(name), "{} names {name}", file.display());
        }
    }
}

#[test]
fn the_end_of_the_interview_names_what_is_open_and_who_to_call_first() {
    let program = Program::new();
    let id = program.example("acuut-onveilig.yaml");
    let run = program.run_with(&["verder", &id, "--regels"], ":pauze\n");
    let text = flat(&run.err);
    let call = text
        .find("Bel eerst Veilig Thuis: 0800-2000")
        .unwrap_or_else(|| panic!("{text}"));
    let open = text.find("Dit is nog open, gevaar eerst:").unwrap();
    assert!(call < open, "{text}");
    assert!(text[open..].contains("En nog één andere."), "{text}");
    assert!(
        text[open..].contains("Navragen kan bij: de volwassene die het ondergaat; Veilig Thuis."),
        "{text}"
    );
    assert!(text[open..].contains("Vraag een kind nooit uit."), "{text}");
}

/// Seventeen answers that each add a power of two: more different sums than can be looked through.
#[test]
fn past_the_limits_the_set_still_has_nothing_superfluous() {
    let mut text = String::from(
        "id: veel\nversie: 1.0.0\ntitel: Veel\nbron: Eigen voorbeeld\nonderdelen:\n  - id: deel\n    titel: Deel\n    vragen:\n",
    );
    let mut terms = Vec::new();
    for at in 0..17 {
        text += &format!("      - {{ id: v{at}, vraag: A?, soort: ja_nee }}\n");
        terms.push(format!("{{ vraag: v{at}, maal: {} }}", 1 << at));
    }
    text += &format!(
        "afgeleid:\n  - {{ id: som, som: [{}] }}\n  - id: hoog\n    niveaus: [{{ id: laag, tekst: Laag }}, {{ id: hoog, tekst: Hoog }}]\n    banden: {{ van: som, rijen: [{{ tot_en_met: 65535, is: laag }}, {{ vanaf: 65536, is: hoog }}] }}\n",
        terms.join(", ")
    );
    let mut library = Library::default();
    let id = library.add("veel.yaml", text.as_bytes()).unwrap();
    let list = library.load(&id).unwrap();
    let mut answers = Answers::default();
    for at in 0..17 {
        let key = top3::answer::Key {
            question: format!("v{at}").as_str().into(),
            row: None,
        };
        answers.set(key, top3::answer::Value::Yes.into());
    }
    let day = chrono::NaiveDate::from_ymd_opt(2026, 3, 1).unwrap();
    let view = View::new(&list, &answers, day);
    let outcome = &outcomes(&view)["hoog"];
    let found = why(&view, DerivedIx(1), outcome).unwrap();
    let names: Vec<String> = found.facts.iter().map(ToString::to_string).collect();
    assert_eq!(names, ["v16"]);
    assert!(matches!(found.facts[0], Fact::Answer(_)));
}

/// Instruments as they are used: what is smallest there can be counted by hand.
#[test]
fn the_fewest_of_published_instruments_are_found() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/instruments");
    let path = |name: &str| {
        root.join(name)
            .join(format!("{name}.yaml"))
            .display()
            .to_string()
    };
    // Fourteen times yes is high: fourteen of the twenty-four are enough, and eleven fewer is no longer high.
    let text = fs::read_to_string(path("dash")).unwrap();
    let library = &mut Library::default();
    let id = library.add("dash.yaml", text.as_bytes()).unwrap();
    let list = library.load(&id).unwrap();
    let questions = list.parts[0].questions.iter();
    let mut answers: Vec<String> = questions
        .map(|at| format!("{}: ja", list.question(*at).id))
        .collect();
    answers.push("grote_zorg: nee".to_owned());
    let given = explained(&path("dash"), &answers.join("\n"));
    let outcome = &given["uitkomsten"]["gevaar"];
    assert_eq!(outcome["vast_door"].as_array().unwrap().len(), 14);
    assert_eq!(outcome["vast_door_kleinste"], true);
    let nearest = &outcome["keert_bij"]["wijzigingen"][0];
    assert_eq!(nearest["naar"], "midden");
    assert_eq!(nearest["verander"].as_object().unwrap().len(), 11);

    // One of the first three is enough; without it the three and five of the other eight.
    let given = explained(&path("lap"), "{}");
    let find = &given["uitkomsten"]["uitslag"]["uitzoeken"];
    let sizes: Vec<usize> = find["beslist"]
        .as_array()
        .unwrap()
        .iter()
        .map(|one| one["antwoorden"].as_object().unwrap().len())
        .collect();
    assert_eq!(sizes, [1, 8]);
    let weight = |at: usize| find["antwoorden"][at]["gewicht"].as_f64().unwrap();
    // Of 1,024 ways to answer the others 93 leave it to one of the first three; one of the eight decides in 35.
    assert!((weight(0) - 93.0 / 1024.0).abs() < 1e-9, "{}", weight(0));
    assert!((weight(3) - 35.0 / 1024.0).abs() < 1e-9, "{}", weight(3));
}

/// The text about a red flag stands at the end of its page; who stops before that must have heard it too.
#[test]
fn a_red_flag_is_said_at_once_when_stopping_and_when_going_on() {
    let program = Program::new();
    program.write(
        "half.yaml",
        "acuut.gevaar_nu: nee\nacuut.bijzonder: nee\nacuut.collega: nee\nacuut.tussen_kinderen: nee\nlabel: blauwe reiger\n",
    );
    let made = program.run(&["nieuw", "--antwoorden", "half.yaml", "--onversleuteld"]);
    assert_eq!(made.code, Some(0), "{}", made.err);
    let go = |lines: &str| {
        let run = program.run_with(&["verder", "--regels"], lines);
        run.err.split_whitespace().collect::<Vec<_>>().join(" ")
    };
    let call = "Er is een teken van gevaar. Bel eerst Veilig Thuis: 0800-2000";
    let quiet = go(":pauze\n");
    assert!(!quiet.contains(call), "{quiet}");
    let number = number(&program, "Heeft of gebruikt iemand een wapen?");
    let flagged = go(&format!(":naar {number}\nja\n:pauze\n"));
    let (_, noted) = flagged.split_once("Genoteerd").unwrap();
    // Above the next question, and once more on the way out.
    assert_eq!(noted.matches(call).count(), 2, "{flagged}");
    let again = go(":pauze\n");
    assert_eq!(again.matches(call).count(), 2, "{again}");
}

#[test]
fn who_has_not_decided_yet_deviates_from_nothing() {
    let advised = "
acuut.gevaar_nu: nee
acuut.bijzonder: nee
acuut.collega: nee
acuut.tussen_kinderen: nee
label: grijze gans
meldcode.q1: { waarde: ja, toelichting: De dochter vertelde het. }
meldcode.q2: { waarde: ja, toelichting: Het gebeurt elke week. }
meldcode.melden_besluit: onbekend
";
    let open = flat(&shown(advised, &["--alles"]));
    assert!(!open.contains("wijkt af van het advies"), "{open}");
    assert!(!open.contains("in plaats van melden"), "{open}");
    assert!(open.contains("Wat doet u tot u hebt besloten?"), "{open}");
    let decided = advised.replace(
        "besluit: onbekend",
        "besluit: { waarde: niet_melden, toelichting: Zus haalt haar vandaag op. }",
    );
    let other = flat(&shown(&decided, &["--alles"]));
    assert!(other.contains("wijkt af van het advies"), "{other}");
    assert!(other.contains("in plaats van melden"), "{other}");
    assert!(
        !other.contains("Wat doet u tot u hebt besloten?"),
        "{other}"
    );
}

#[test]
fn a_red_flag_is_pointed_out_before_what_may_be_done_later() {
    let later = FLAG.replace("label:", "rihg_wanneer: later\nlabel:");
    let text = flat(&shown(&later, &[]));
    let at = |words: &str| {
        text.find(words)
            .unwrap_or_else(|| panic!("{words}: {text}"))
    };
    assert!(at("Er is een rode vlag") < at("Signalen van het RiHG"));
    let never = flat(&shown(FLAG, &[]));
    assert!(!never.contains("U koos"), "{never}");
    assert!(!never.contains("U wilde"), "{never}");
}

/// The number that this question has in the interview.
fn number(program: &Program, asked: &str) -> String {
    let looking: String = (10..40).map(|at| format!(":naar {at}\n")).collect();
    let run = program.run_with(&["verder", "--regels"], &format!("{looking}:pauze\n"));
    let said = flat(&run.err);
    let found = said.split_once(&format!(". {asked}"));
    let (before, _) = found.unwrap_or_else(|| panic!("{said}"));
    before.rsplit(' ').next().unwrap().to_owned()
}
