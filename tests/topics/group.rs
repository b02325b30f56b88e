//! A group that did the same exercise: what `groep` makes of the files of a simulated training, whatever their order; what
//! does not belong there; votes of a room; nobody's grade.

use std::fs;
use std::path::{Path, PathBuf};

use proptest::prelude::*;
use top3::group::{Numbers, Voice, merged};
use top3::questionnaire::library::Library;
use top3::training::{Forms, open, read};

use crate::support::golden::golden;
use crate::support::program::{Program, Run};

fn example() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("examples/training")
}

fn files() -> Vec<PathBuf> {
    let mut files: Vec<PathBuf> = fs::read_dir(example().join("deelnemers"))
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .collect();
    files.sort();
    files
}

/// Runs `groep` on the simulated training, with names.
fn training(program: &Program, more: &[&str]) -> Run {
    unnamed(program, &[&["--namen"], more].concat())
}

/// As it is on a projector.
fn unnamed(program: &Program, more: &[&str]) -> Run {
    let folder = example();
    let people = folder.join("deelnemers");
    let mut args = vec!["groep", folder.to_str().unwrap(), people.to_str().unwrap()];
    args.extend(more);
    program.run(&args)
}

#[test]
fn the_training_is_about_the_case_as_it_is() {
    let forms = Forms::load(&Library::shipped()).unwrap();
    let bytes = fs::read(example().join("casus.yaml")).unwrap();
    let case = read(&bytes, "casus.yaml", &forms).unwrap();
    for file in files() {
        let text = fs::read_to_string(&file).unwrap();
        let one = open(text.as_bytes(), "deelnemer").unwrap();
        let sha256 = one.head.case.clone().unwrap().sha256;
        if sha256 != case.sha256 && std::env::var_os("BIJWERKEN").is_some() {
            let list = &one.head.list.sha256;
            let text = text
                .replace(
                    &format!("1.0.0, sha256: {sha256} }}\n  vragenlijst"),
                    &format!("1.0.0, sha256: {} }}\n  vragenlijst", case.sha256),
                )
                .replace(
                    &format!("oefening, versie: 1.0.0, sha256: {list}"),
                    &format!(
                        "oefening, versie: 1.0.0, sha256: {}",
                        forms.exercise.version.sha256
                    ),
                );
            fs::write(&file, text).unwrap();
        } else {
            assert_eq!(sha256, case.sha256, "{}: BIJWERKEN=1", file.display());
        }
        one.answers(&forms.exercise, case.day).unwrap();
    }
}

#[test]
fn ten_people_and_two_rounds() {
    let program = Program::new();
    let first = training(&program, &["--ronde", "1"]);
    assert_eq!((first.code, first.err.as_str()), (Some(0), ""));
    golden("groep/ronde-1.txt", &first.out);
    let second = training(&program, &[]);
    golden("groep/ronde-2.txt", &second.out);
    let page = training(&program, &["--formaat", "html"]);
    golden("groep/ronde-2.html", &page.out);
    let sheet = training(&program, &["--formaat", "csv", "--ronde", "1"]);
    golden("groep/ronde-1.csv", &sheet.out);
    for grade in [
        "punten",
        "score",
        "cijfer",
        "goed gekozen",
        "fout antwoord",
        "winnaar",
    ] {
        let said = second.out.to_lowercase();
        assert!(!said.contains(grade), "{grade}");
    }
}

#[test]
fn names_can_be_hidden_also_in_reasons() {
    let program = Program::new();
    for form in ["tekst", "html", "csv"] {
        let run = unnamed(&program, &["--aantal", "50", "--formaat", form]);
        for name in [
            "Ada",
            "Bram",
            "Cor",
            "Dewi",
            "Fleur",
            "Gijs",
            "Hind",
            "Ivo",
            "Job",
            "wijkagent",
        ] {
            let word = |c: char| c.is_alphanumeric();
            let there = run.out.match_indices(name).any(|(at, _)| {
                !run.out[..at].ends_with(word) && !run.out[at + name.len()..].starts_with(word)
            });
            assert!(!there, "{name} in {form}");
        }
        assert!(run.out.contains("deelnemer 1"), "{form}");
    }
}

#[test]
fn below_five_there_are_dots_and_no_numbers() {
    let program = Program::new();
    let case = example().join("casus.yaml");
    let mut args = vec!["groep".to_owned(), case.display().to_string()];
    let first = files()
        .into_iter()
        .filter(|file| file.to_string_lossy().ends_with("-1.yaml"));
    args.extend(first.take(4).map(|file| file.display().to_string()));
    let args: Vec<&str> = args.iter().map(String::as_str).collect();
    let run = program.run(&args);
    assert!(run.out.contains("●●"), "{}", run.out);
    let page = program.run(&[&args[..], &["--formaat", "html"]].concat());
    for word in [
        "Kappa",
        "AC1",
        "Alfa",
        "Kendall",
        "Anders ",
        "van de 100",
        "gemiddeld",
    ] {
        assert!(
            !run.out.contains(word) && !page.out.contains(word),
            "{word}"
        );
    }
    let told = program.run(&[&args[..], &["--formaat", "csv"]].concat());
    for sort in ["anders_van_100", "afstand", "zelfde_van_drie"] {
        assert!(!told.out.contains(sort), "{sort}");
    }
    assert!(run.out.contains("Er zijn minder dan vijf deelnemers."));
}

/// The same answers from everybody: all agree.
#[test]
fn the_same_file_under_other_names_agrees_wholly() {
    let program = Program::new();
    let text = fs::read_to_string(&files()[0]).unwrap();
    let case = fs::read_to_string(example().join("casus.yaml")).unwrap();
    fs::create_dir(program.file("groep")).unwrap();
    program.write("groep/casus.yaml", &case);
    for name in ["een", "twee", "drie", "vier", "vijf", "zes"] {
        let text = text.replace("deelnemer: Ada", &format!("deelnemer: {name}"));
        program.write(&format!("groep/{name}.yaml"), &text);
    }
    let run = program.run(&["groep", "groep", "--formaat", "csv"]);
    let shares = run.out.lines().filter(|line| line.contains(",percentage,"));
    let shares: Vec<&str> = shares
        .map(|line| line.rsplit(',').next().unwrap())
        .collect();
    assert!(shares.len() > 10, "{}", run.out);
    assert!(shares.iter().all(|share| *share == "1.0000"), "{shares:?}");
    assert!(!run.out.contains("NaN") && !run.out.contains("inf"));
    let page = program.run(&["groep", "groep"]);
    assert!(
        page.out
            .contains("Over alle 40 vragen was iedereen die antwoordde het eens."),
        "{}",
        page.out
    );
}

#[test]
fn what_does_not_belong_is_said_and_left_out() {
    let program = Program::new();
    fs::create_dir(program.file("groep")).unwrap();
    let whole = fs::read_to_string(&files()[0]).unwrap();
    program.write("groep/ada.yaml", &whole);
    program.write("groep/ada-kopie.yaml", &whole);
    program.write("groep/half.yaml", &whole[..whole.len() / 2]);
    program.write("groep/plan.yaml", "plan: iets anders\n");
    program.write("groep/leeg.yaml", "");
    program.write("groep/foto.jpg", "geen tekst");
    let run = program.run(&["groep", "groep"]);
    assert_eq!(run.code, Some(0), "{}", run.err);
    golden("groep/overgeslagen.txt", &run.err);
    // On a screen that others look at the name of a file would be somebody's name.
    assert!(!run.err.contains("half.yaml"), "{}", run.err);
    let named = program.run(&["groep", "groep", "--namen"]);
    assert!(
        named.err.contains("half.yaml doet niet mee"),
        "{}",
        named.err
    );
    let none = program.run(&["groep", "nergens"]);
    assert_eq!(none.code, Some(2));
    fs::create_dir_all(program.cases()).unwrap();
    let real = program.run(&["groep", program.cases().to_str().unwrap()]);
    assert_eq!(real.code, Some(2));
    assert!(real.err.contains("echte casussen"), "{}", real.err);
    // A folder that `oefen` marked holds none.
    fs::write(program.cases().join("OEFENMAP.txt"), "oefeningen").unwrap();
    fs::write(program.cases().join("ada.yaml"), &whole).unwrap();
    let marked = program.run(&["groep", program.cases().to_str().unwrap()]);
    assert_eq!(marked.code, Some(0), "{}", marked.err);
}

/// As long as the group still talks, the screen does not say what the makers chose.
#[test]
fn why_one_answer_moved_stands_beside_no_other() {
    let program = Program::new();
    let file = |name: &str| fs::read_to_string(example().join("deelnemers").join(name)).unwrap();
    fs::create_dir(program.file("groep")).unwrap();
    for name in ["ada-1.yaml", "bram-1.yaml", "bram-2.yaml"] {
        program.write(&format!("groep/{name}"), &file(name));
    }
    // Ada changes two conclusions, and says why of one; what she wrote about all of them stays.
    let moved = file("ada-2.yaml")
        .replace(
            "  acuut: ja\n",
            "  acuut: { waarde: nee, toelichting: 'De buren letten op.' }\n",
        )
        .replace("  besluit: melden_en_hulp\n", "  besluit: hulp\n");
    program.write("groep/ada-2.yaml", &moved);
    let case = example().join("casus.yaml").display().to_string();
    let json = program.run(&["groep", &case, "groep", "--formaat", "json"]);
    let report: serde_json::Value = serde_json::from_str(&json.out).unwrap();
    let all = report["onderwerpen"][0]["vragen"].as_array().unwrap();
    let ada = |question: &str| {
        let of = all.iter().find(|one| one["gevraagd"]["vraag"] == question);
        let votes = of.unwrap()["stemmen"].as_array().unwrap().clone();
        let wanted = match question {
            "acuut" => "nee",
            "besluit" => "hulp",
            _ => "ja",
        };
        votes
            .into_iter()
            .find(|one| one["antwoord"] == wanted)
            .unwrap()
    };
    assert_eq!(ada("acuut")["redenen"][0], "De buren letten op.");
    for question in ["acuut", "besluit"] {
        assert!(ada(question)["reden_van_alles"].is_null(), "{question}");
    }
    assert_eq!(ada("besluit")["redenen"].as_array().unwrap().len(), 0);
    let kept = |one: &serde_json::Value| one["vraag"] == "structureel";
    let same = all.iter().find(|one| kept(&one["gevraagd"])).unwrap();
    assert!(
        same["stemmen"]
            .to_string()
            .contains("hulp nodig die blijft")
    );
    for form in ["tekst", "csv"] {
        let run = program.run(&["groep", &case, "groep", "--formaat", form]);
        let beside = run.out.lines().filter(|line| line.contains("De buren"));
        let beside: Vec<&str> = beside.collect();
        assert!((1..=2).contains(&beside.len()), "{beside:?}");
    }
}

#[test]
fn the_makers_key_can_wait() {
    let program = Program::new();
    let makers = |text: &str| text.to_lowercase().contains("makers");
    assert!(makers(&training(&program, &[]).out));
    for form in ["tekst", "html", "csv"] {
        let run = training(&program, &["--zonder-sleutel", "--formaat", form]);
        assert_eq!(run.code, Some(0), "{}", run.err);
        assert!(
            !makers(&run.out) && !run.out.contains(",sleutel,"),
            "{form}: {}",
            run.out
        );
    }
}

#[test]
fn votes_of_a_room_are_typed_in_and_read_back() {
    let program = Program::new();
    let case = example().join("casus.yaml");
    let case = case.to_str().unwrap();
    let typed = "3 5 2\nabbac-a\nterug\nabbac\n\n9 9 9 9 9 9 9 9 9\nx\n0 4\n0 4 0 0 1 0\nstop\n";
    let args = [
        "--regels",
        "groep",
        "--invoeren",
        case,
        "--alles",
        "-o",
        "stemmen.yaml",
    ];
    // Without that a room has hands enough for it: the conclusions, and a question of each situation.
    let short = program.run_with(&["--regels", "groep", "--invoeren", case], "stop\n");
    let of = short
        .err
        .split("1/")
        .nth(1)
        .and_then(|rest| rest.split(' ').next());
    let of: usize = of.and_then(|of| of.parse().ok()).unwrap();
    assert!(
        (8..=15).contains(&of) && short.err.contains("--alles"),
        "{}",
        short.err
    );
    let run = program.run_with(&args, typed);
    assert_eq!(run.code, Some(0), "{}", run.err);
    let (asked, end) = run.err.split_once("Bewaard in").unwrap();
    golden("groep/invoeren.txt", asked);
    let end = end.split_whitespace().collect::<Vec<_>>().join(" ");
    let whole = program.file("stemmen.yaml");
    assert!(end.starts_with(whole.to_str().unwrap()), "{end}");
    let next = format!("Typ nu: top3 groep {case} stemmen.yaml");
    assert!(
        end.contains(&next) && end.contains("--overschrijf"),
        "{end}"
    );
    let kept = fs::read_to_string(program.file("stemmen.yaml")).unwrap();
    golden("groep/stemmen.yaml", &kept);
    let again = program.run_with(&args, typed);
    assert_ne!(
        again.code,
        Some(0),
        "a file with votes is not replaced unasked"
    );
    let read = program.run(&["groep", case, "stemmen.yaml", "--formaat", "csv"]);
    golden("groep/stemmen.csv", &read.out);
}

#[test]
fn a_shared_folder_is_followed() {
    use std::io::{BufRead, BufReader};
    use std::process::{Command, Stdio};
    let program = Program::new();
    fs::create_dir(program.file("gedeeld")).unwrap();
    let mut child = Command::new(env!("CARGO_BIN_EXE_top3"))
        .args(program.always())
        .args(["groep", "--volg"])
        .arg(program.file("gedeeld"))
        .stdout(Stdio::null())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let mut lines = BufReader::new(child.stderr.take().unwrap()).lines();
    let mut until = |words: &str| {
        lines
            .by_ref()
            .map(Result::unwrap)
            .any(|line| line.contains(words))
    };
    let empty = until("Nog geen bestanden");
    fs::copy(&files()[0], program.file("gedeeld/ada.yaml")).unwrap();
    let came = until("antwoorden van één deelnemer");
    let other = fs::read_to_string(&files()[0]).unwrap();
    let other = other.replace("deelnemer: Ada", "deelnemer: Eva");
    fs::write(program.file("gedeeld/ada.yaml"), other).unwrap();
    let changed = until("antwoorden van één deelnemer");
    child.kill().unwrap();
    child.wait().unwrap();
    assert!(empty && came && changed);
}

/// Who is in one round only, and hands of the other round, never drop out without a word; nobody is named.
#[test]
fn nothing_of_the_first_round_drops_out_unsaid() {
    let program = Program::new();
    let run = unnamed(&program, &[]);
    let said = run.out.split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(said.contains("Eén deelnemer antwoordde in de eerste ronde en niet in de tweede."));
    let case = example().join("casus.yaml").display().to_string();
    for (round, typed) in [("1", "3 2 0\n\n6 1 0 0 0\nstop\n"), ("2", "5 0 0\nstop\n")] {
        let file = format!("r{round}.yaml");
        let args = [
            "--regels",
            "groep",
            "--invoeren",
            &case,
            "--ronde",
            round,
            "-o",
            &file,
        ];
        let run = program.run_with(&args, typed);
        assert_eq!(run.code, Some(0), "{}", run.err);
    }
    let both = program.run(&["groep", &case, "r1.yaml", "r2.yaml"]);
    golden("groep/handen.txt", &both.out);
    let people = example().join("deelnemers").display().to_string();
    let mixed = program.run(&["groep", &case, &people, "r1.yaml"]);
    let said = mixed.out.split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(
        said.contains("In de eerste ronde werd ook met handen gestemd"),
        "{said}"
    );
    assert!(said.contains("Opgestoken handen"), "{said}");
    // A file without an answer stays one, also where hands were raised.
    let half = fs::read_to_string(&files()[0]).unwrap();
    program.write(
        "half.yaml",
        &half
            .replace("    rode_vlag: ", "    weg: ")
            .replace("    weg: ja\n", "")
            .replace("    weg: nee\n", "")
            .replace("    weg: onbekend\n", ""),
    );
    let mixed = program.run(&["groep", &case, "half.yaml", "r1.yaml"]);
    let said = mixed.out.split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(said.contains("Eén vulde in het bestand niets in"), "{said}");
}

/// Where two questions came apart as far, safety comes first and neighbours on a scale last.
#[test]
fn what_weighs_most_is_talked_about_first() {
    let program = Program::new();
    let case = example().join("casus.yaml").display().to_string();
    let names: Vec<String> = files()
        .iter()
        .map(|file| file.display().to_string())
        .collect();
    let run = program.run(&["groep", &case, &names[0], &names[2], "--aantal", "50"]);
    golden("groep/twee.txt", &run.out);
    let safety = [
        "nu gevaar",
        "acuut onveilig",
        "rode vlag",
        "besluit u",
        "moet dit stoppen",
        "als eerste",
    ];
    let asked: Vec<bool> = run
        .out
        .lines()
        .filter(|line| {
            line.split_once(". ")
                .is_some_and(|(at, _)| at.parse::<usize>().is_ok())
        })
        .map(|line| safety.iter().any(|words| line.contains(words)))
        .collect();
    let last = asked.iter().rposition(|safety| *safety).unwrap();
    assert!(asked[..last].iter().all(|safety| *safety), "{}", run.out);
}

/// A number stays with somebody: also when others come in, and between the rounds; it does not follow from a name.
#[test]
fn numbers_stay_with_people() {
    let all = merged(voices()).0;
    let first: Vec<Voice> = all.iter().filter(|one| one.round == 1).cloned().collect();
    let of = |numbers: &mut Numbers, voices: &[Voice]| -> Vec<(String, String)> {
        let mut told = voices.to_vec();
        numbers.hide(&mut told, |at| at.to_string(), "iemand");
        let names = voices.iter().zip(told);
        names
            .map(|(one, told)| (one.name.clone(), told.name))
            .collect()
    };
    let before = of(&mut Numbers::default(), &first);
    let after = of(&mut Numbers::default(), &all);
    assert!(
        before.iter().all(|one| after.contains(one)),
        "{before:?} {after:?}"
    );
    let mut kept = Numbers::default();
    let few = of(&mut kept, &first[..4]);
    let more = of(&mut kept, &all);
    assert!(few.iter().all(|one| more.contains(one)), "{few:?} {more:?}");
    // The same names with other answers have other numbers.
    let mut swapped = first.clone();
    let answers: Vec<_> = first.iter().map(|one| one.answers.clone()).collect();
    for (at, one) in swapped.iter_mut().enumerate() {
        one.answers = answers[(at + 3) % answers.len()].clone();
    }
    assert_ne!(before, of(&mut Numbers::default(), &swapped));
}

/// A name, a part of one, with capitals or the s of possession: none is left in what somebody wrote.
#[test]
fn a_name_in_a_reason_becomes_a_number() {
    let mut all: Vec<Voice> = voices().into_iter().filter(|one| one.round == 1).collect();
    all.truncate(3);
    for (one, name) in all.iter_mut().zip(["Ada", "Ada van Dam", "Bram"]) {
        one.name = name.to_owned();
    }
    let key = all[0].answers.iter().next().unwrap().0.clone();
    let mut answer = all[0].answers.iter().next().unwrap().1.clone();
    answer.note =
        Some("ADA VAN DAM en ada, Brams idee, mevrouw Dam; Adam niet, van Bram.".to_owned());
    all[0].answers.set(key.clone(), answer);
    Numbers::default().hide(&mut all, |at| format!("deelnemer {at}"), "iemand");
    let note = all[0]
        .answers
        .get(&key.question, key.row.as_ref())
        .unwrap()
        .note
        .clone()
        .unwrap();
    for name in ["ADA", "ada,", "Bram", "Dam"] {
        assert!(!note.contains(name), "{name}: {note}");
    }
    // It may be a word that means something else: what is not theirs stands between brackets.
    assert!(note.contains("Adam niet, van [deelnemer 1]."), "{note}");
}

fn voices() -> Vec<Voice> {
    let forms = Forms::load(&Library::shipped()).unwrap();
    let day = chrono::NaiveDate::from_ymd_opt(2026, 6, 1).unwrap();
    let one = |file: &PathBuf| {
        let opened = open(&fs::read(file).unwrap(), "deelnemer").unwrap();
        Voice::from(opened.answers(&forms.exercise, day).unwrap())
    };
    files().iter().map(one).collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(32))]

    /// In whatever order files come in, and how often, the group is the same.
    #[test]
    fn the_order_of_files_does_not_matter(order in Just(voices()).prop_shuffle(), twice in 0_usize..18) {
        let mut more = order.clone();
        more.push(order[twice].clone());
        prop_assert_eq!(merged(more).0, merged(voices()).0);
    }
}

#[test]
fn shuffled_files_give_the_same_bytes() {
    let program = Program::new();
    let case = example().join("casus.yaml").display().to_string();
    let mut all: Vec<String> = files()
        .iter()
        .map(|file| file.display().to_string())
        .collect();
    let run = |all: &[String]| {
        let mut args = vec!["groep", &case, "--formaat", "html"];
        args.extend(all.iter().map(String::as_str));
        program.run(&args).out
    };
    let straight = run(&all);
    all.reverse();
    all.rotate_left(5);
    assert_eq!(straight, run(&all));
}

/// At a terminal nothing scrolls away unread.
#[cfg(unix)]
#[test]
fn the_short_report_comes_a_screen_at_a_time() {
    use crate::support::person::Person;
    let program = Program::new();
    let folder = example();
    let people = folder.join("deelnemers");
    let args = ["groep", folder.to_str().unwrap(), people.to_str().unwrap()];
    let mut room = Person::start(&program, &args, 80, 24);
    room.sees("Wat de groep antwoordde").sees("Scherm 1 van");
    room.press("x\r").sees("typ t of s.");
    room.press("\r").sees("Scherm 2 van");
    room.press("t\r").sees("Scherm 1 van").press("s\r");
    let (said, code) = room.leaves();
    assert_eq!(code, 0, "{said}");
}
