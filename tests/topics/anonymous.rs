//! `anonimiseer`: a copy of a case without its people, and what holds it back.

use std::collections::BTreeMap;
use std::fs;

use chrono::{Datelike, NaiveDate};
use top3::answer::{Change, Value};
use top3::case::Lesson;

use crate::support::program::{Program, refused};

const DAY: &str = "2026-11-22T10:00:00+00:00";

/// What may not be found in any copy.
const SECRETS: [&str; 7] = [
    "Roosmarijn",
    "roosmarijn",
    "Verdonk",
    "Tulpenpad",
    "06-24681357",
    "kwikstaart",
    "Zeewolde",
];

/// A case with a name, a protected address, and texts that tell too much.
fn telling() -> (Program, String) {
    let program = Program::new();
    let id = program.example("vermoeden-weggenomen.yaml");
    let file = program.cases().join(format!("{id}.casus"));
    let mut journal = fs::read_to_string(&file).unwrap();
    let answer = |question: &str, row: &str, text: &str| {
        format!(
            r#"{{"antwoord":{{"vraag":"{question}","rij":"{row}","waarde":{{"tekst":"{text}"}},"bron":"Roosmarijn"}}}}"#
        )
    };
    for happened in [
        answer("personen.mensen/naam", "p2", "Roosmarijn Verdonk"),
        answer("personen.mensen/naam", "p2", "dochter Roosmarijn"),
        r#"{"rij_erbij":{"lijst":"afgeschermd.gegevens","rij":"g1"}}"#.to_owned(),
        answer("afgeschermd.gegevens/gegeven", "g1", "Tulpenpad 12 in Zeewolde"),
        r#"{"antwoord":{"vraag":"meldcode.wijst_op_gevaar","waarde":{"tekst":"Op 3 maart belde roosmarijn ons op 06-24681357. Zij sliep slecht."},"toelichting":"Gehoord van Verdonk, bij het Tulpenpad 12."}}"#.to_owned(),
        r#"{"gebeurd":"afgerond"}"#.to_owned(),
    ] {
        journal += &format!("{{\"op\":\"{DAY}\",\"wie\":\"AAAA-1111\",\"vanaf\":\"scherm\",\"uitkomst\":\"gelukt\",\"dit\":{happened}}}\n");
    }
    fs::write(file, journal).unwrap();
    (program, id)
}

fn clean_of_secrets(text: &str) {
    for secret in SECRETS {
        assert!(!text.contains(secret), "`{secret}` is in\n{text}");
    }
    assert!(!text.contains("AAAA-1111") && !text.contains("c-2026-001"));
    assert!(!text.contains(r#"{"gebeurd""#), "the log is gone");
}

#[test]
fn a_copy_without_texts_tells_nobody_and_comes_out_the_same() {
    let (program, id) = telling();
    // Before there is a copy: that one was made stands in the case, on the day of today.
    let own = program.run(&["toon", &id, "--terugspelen"]).out;
    let run = program.run(&[
        "anonimiseer",
        &id,
        "--naar",
        "leer.leerkopie",
        "--zonder-tekst",
    ]);
    assert_eq!((run.code, run.out.as_str()), (Some(0), ""), "{run:?}");
    let flat = run.err.replace('\n', " ");
    assert!(
        flat.contains("kan weten") && flat.contains("buurvrouw"),
        "{}",
        run.err
    );
    clean_of_secrets(&run.err.replace("c-2026-001", ""));
    let copy = fs::read_to_string(program.file("leer.leerkopie")).unwrap();
    clean_of_secrets(&copy);
    assert!(copy.starts_with(r#"{"top3":"leerkopie""#) && copy.contains("om van te leren"));
    let journal = fs::read_to_string(program.cases().join(format!("{id}.casus"))).unwrap();
    let written = journal.split(r#"{"op":""#).nth(1).unwrap();
    let written: NaiveDate = written[..10].parse().unwrap();
    assert!(!copy.contains(&written.to_string()), "the days have moved");

    // The same weekday, and every outcome as it was.
    let lesson = Lesson::read(copy.as_bytes()).unwrap();
    assert_eq!(lesson.moments[0].0.weekday(), written.weekday());
    assert_eq!(lesson.write("geanonimiseerde kopie, om van te leren"), copy);
    let played = program.run(&["toon", "leer.leerkopie", "--terugspelen"]);
    assert_eq!(played.code, Some(0), "{played:?}");
    clean_of_secrets(&played.out);
    let advice = |text: &str| {
        let lines = text
            .lines()
            .filter(|line| line.contains("Is melden nodig?"));
        lines.map(str::to_owned).collect::<Vec<_>>()
    };
    assert!(!advice(&own).is_empty());
    assert_eq!(advice(&played.out), advice(&own));
    assert!(journal.contains(r#"{"gemaakt":"leerkopie"}"#));
}

#[test]
fn a_text_goes_along_only_when_somebody_approved_it_and_never_with_a_trace() {
    let (program, id) = telling();
    let make = ["anonimiseer", &id, "--naar", "leer.leerkopie"];
    refused(&program.run(&make), 2, &["--nalezen", "--zonder-tekst"]);
    let review = [&make[..], &["--nalezen", "lees.yaml"]].concat();
    let run = program.run(&review);
    assert_eq!(run.code, Some(0), "{run:?}");
    assert!(!program.file("leer.leerkopie").exists());
    let file = fs::read_to_string(program.file("lees.yaml")).unwrap();
    for secret in &SECRETS[..6] {
        assert!(!file.contains(secret), "{secret} is read in\n{file}");
    }
    assert!(file.contains("sliep slecht"), "{file}");

    // Somebody types a name back.
    let (head, lines) = file.split_once("regels:").unwrap();
    let said = "keuze: anders\n  anders: \"Verdonk sliep slecht\"";
    let named = format!("{head}regels:{}", lines.replacen("keuze: niet", said, 1));
    fs::write(program.file("lees.yaml"), named).unwrap();
    let run = program.run(&review);
    refused(&run, 1, &["een naam", "Er is geen leerkopie gemaakt"]);
    assert!(!run.err.contains("Verdonk"), "{}", run.err);

    // One text goes along, one is said otherwise, the others stay away.
    let at = file.find("sliep slecht").unwrap();
    let chosen = file[at..].replacen("keuze: niet", "keuze: mee", 1);
    let chosen = format!("{}{chosen}", &file[..at]);
    fs::write(program.file("lees.yaml"), &chosen).unwrap();
    let run = program.run(&review);
    assert_eq!(run.code, Some(0), "{run:?}");
    let copy = fs::read_to_string(program.file("leer.leerkopie")).unwrap();
    clean_of_secrets(&copy);
    assert!(copy.contains("Zij sliep slecht") && copy.contains("(tekst weggelaten)"));

    // Who read the copy and makes another one need not choose anew, and that one was made is no part of the story.
    let other = review.join(" ").replace("leer.", "nog-een.");
    let run = program.run(&other.split(' ').collect::<Vec<_>>());
    assert_eq!(run.code, Some(0), "{run:?}");
    let own = program.run(&["toon", &id, "--terugspelen"]).out;
    assert!(!own.contains("leerkopie"), "{own}");
}

/// From another system: the ids of the rows tell a name, a day and a telephone number.
const BROUGHT: &str = "vragenlijst: casus
antwoorden:
  acuut.gevaar_nu: nee
  personen.mensen:
    - { id: verdonk, naam: Roosmarijn Verdonk, soort: gezinslid }
    - { id: tulpenpad-12, naam: moeder, soort: gezinslid }
  meldcode.waarnemingen:
    - { id: d2026-02-24, wat: Ik zag een blauwe plek., aard: feit, over: [verdonk] }
    - { id: '0624681357', wat: Zij schrok., aard: feit, over: [tulpenpad-12] }
";

#[test]
fn rows_that_were_called_by_a_name_or_a_day_have_numbers_in_a_copy() {
    let program = Program::new();
    program.write("oud.yaml", BROUGHT);
    let made = program.run(&["nieuw", "--antwoorden", "oud.yaml", "--onversleuteld"]);
    assert_eq!(made.code, Some(0), "{}", made.err);
    let run = program.run(&["anonimiseer", "--naar", "leer.leerkopie", "--zonder-tekst"]);
    assert_eq!(run.code, Some(0), "{run:?}");
    let copy = fs::read_to_string(program.file("leer.leerkopie")).unwrap();
    clean_of_secrets(&copy);
    for id in ["verdonk", "tulpenpad", "2026-02-24", "0624681357"] {
        assert!(!copy.contains(id), "{id} in {copy}");
    }
    // What pointed at a row still does.
    let lesson = Lesson::read(copy.as_bytes()).unwrap();
    let (mut rows, mut pointed) = (Vec::new(), BTreeMap::new());
    for change in lesson.moments.iter().flat_map(|(_, changes)| changes) {
        match change {
            Change::AddRow { row, .. } => rows.push(row.to_string()),
            Change::Set { key, answer } if key.question.0.ends_with("/over") => {
                let Value::Rows(of) = &answer.value else {
                    panic!("{answer:?}")
                };
                pointed.insert(key.row.as_ref().unwrap().to_string(), of[0].to_string());
            }
            _ => {}
        }
    }
    let (people, seen): (Vec<_>, Vec<_>) = rows.into_iter().partition(|row| row.starts_with('p'));
    let both = seen.into_iter().zip(people);
    assert_eq!(pointed, both.collect::<BTreeMap<_, _>>());
    assert_eq!(pointed.len(), 2);
    let played = program.run(&["toon", "leer.leerkopie", "--terugspelen"]);
    assert_eq!(played.code, Some(0), "{played:?}");
}

#[test]
fn a_copy_is_no_case_and_a_case_is_no_copy() {
    let (program, id) = telling();
    let cases = program.cases().join("x.leerkopie").display().to_string();
    let to = |file: &str| program.run(&["anonimiseer", &id, "--zonder-tekst", "--naar", file]);
    refused(&to(&cases), 2, &["map van de casussen"]);
    refused(&to("leer.yaml"), 2, &[".leerkopie"]);
    refused(&to("roosmarijn.leerkopie"), 2, &["--naar", "naam"]);
    // A case's number, and the days on which something was: with one of them the shift is known.
    let number = format!("{id}.leerkopie");
    refused(&to(&number), 2, &["--naar", "het nummer van de casus"]);
    for name in ["roosmarijntje", "verdonkf", "roosmarijn2"] {
        refused(&to(&format!("{name}.leerkopie")), 2, &["een naam"]);
    }
    for day in [
        "2026-11-22",
        "22-11-2026",
        "20261122",
        "22_november",
        "22-11",
    ] {
        refused(&to(&format!("les-{day}.leerkopie")), 2, &["een datum"]);
    }
    assert_eq!(to("les-2027-01-15.leerkopie").code, Some(0));
    assert_eq!(to("leer.leerkopie").code, Some(0));
    let again = to("leer.leerkopie");
    refused(&again, 1, &["--naar", "--overschrijf"]);
    assert!(!again.err.contains("`-o`"), "{}", again.err);
    refused(
        &program.run(&["toon", "leer.leerkopie"]),
        2,
        &["alleen terugspelen"],
    );
    refused(
        &program.run(&["verder", "leer.leerkopie"]),
        2,
        &["geen nummer van een casus"],
    );
    program.write("x.leerkopie", "{}");
    let other = program.run(&["toon", "x.leerkopie", "--terugspelen"]);
    refused(&other, 1, &["geen leerkopie"]);
}

/// Texts with what the program can take out, and what only a person can judge.
const WRITTEN: &str = "vragenlijst: casus
antwoorden:
  acuut.gevaar_nu: nee
  personen.mensen:
    - { id: p1, naam: moeder, soort: gezinslid }
  meldcode.waarnemingen:
    - { id: w1, wat: 'Emmie en moeder bleven, op haar verjaardag. In februari ook.', aard: feit, over: [p1] }
    - { id: w2, wat: 'De zoon van 7 schrok.', aard: feit, over: [p1] }
";

#[test]
fn who_reads_a_text_is_told_where_to_look_and_own_words_are_searched_too() {
    let program = Program::new();
    program.write("oud.yaml", WRITTEN);
    let made = program.run(&["nieuw", "--antwoorden", "oud.yaml", "--onversleuteld"]);
    assert_eq!(made.code, Some(0), "{}", made.err);
    let make = "anonimiseer --leeftijdsgroep --naar leer.leerkopie --nalezen lees.yaml";
    let make: Vec<&str> = make.split(' ').collect();
    assert_eq!(program.run(&make).code, Some(0));
    let file = fs::read_to_string(program.file("lees.yaml")).unwrap();
    assert!(
        file.contains("waarneming 1") && file.contains("- Emmie\n  - verjaardag"),
        "{file}"
    );
    assert!(
        !file.contains("februari") && file.contains("zoon van [ongeveer 8] schrok"),
        "{file}"
    );
    let says = |words: &str| {
        let own = format!("keuze: anders\n  anders: \"{words}\"");
        let (head, lines) = file.split_once("regels:").unwrap();
        let lines = lines.replacen("keuze: niet", &own, 1);
        program.write("lees.yaml", &format!("{head}regels:{lines}"));
        program.run(&make)
    };
    for (words, kind) in [
        ("Zij sliep hier in februari.", "een tijd van het jaar"),
        ("Zij sliep hier met Kerst.", "een tijd van het jaar"),
        ("Zij sliep hier, dinsdag 24-2.", "een datum"),
        ("Haar bsn: 12 34 56 782", "een lang nummer"),
        ("Een kind van 7 sliep.", "een leeftijd"),
    ] {
        refused(&says(words), 1, &[kind, "rook u"]);
    }
    // Which row, too: there are as many as there are observations.
    refused(&says("Zij sliep hier in februari."), 1, &["waarneming 1"]);
    let run = says("Zij sliep bij Jansen.");
    assert_eq!(run.code, Some(0), "{run:?}");
    assert!(run.err.contains("\"Jansen\""), "{}", run.err);
}

#[test]
fn a_citizens_number_in_groups_is_refused_and_the_question_is_named() {
    let program = Program::new();
    program.write("oud.yaml", &WRITTEN.replace("schrok", "heeft 12 34 56 782"));
    let made = program.run(&["nieuw", "--antwoorden", "oud.yaml", "--onversleuteld"]);
    refused(
        &made,
        1,
        &["meldcode.waarnemingen/wat", "burgerservicenummer"],
    );
}
