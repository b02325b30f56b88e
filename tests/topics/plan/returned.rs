//! A plan that comes back: what a partner fills in, copies laid together in any order, and what goes home to the case.

use std::collections::BTreeSet;
use std::fs;
use std::sync::LazyLock;

use proptest::prelude::*;

use super::cases::example;
use crate::support::program::{Program, refused};
use top3::plan::file::{Read, read, write, write_with};
use top3::plan::merge::{About, Merged, Refused, clashes, merge};
use top3::plan::{Choice, Goes, Plan, Said, Says, Statement};

const PLAN: &str = "hulp-en-plan.yaml";

/// The plan as it was sent, and the one made after it.
static SENT: LazyLock<[Plan; 2]> = LazyLock::new(|| {
    let first = example("hulp-en-plan").plan().unwrap();
    let mut second = first.clone();
    second.head.number = 2;
    second.agreements.pop();
    [first, second]
});

fn written() -> String {
    write(&SENT[0]).unwrap()
}

fn back(text: &str) -> Read {
    read(text.as_bytes(), "plan.yaml").unwrap_or_else(|faults| panic!("{faults:#?}\n{text}"))
}

/// A form that this person filled in.
fn filled(who: &str, lukt: &str) -> String {
    written()
        .replacen("- wie:\n", &format!("- wie: {who}\n"), 1)
        .replacen("    lukt:\n", &format!("    lukt: {lukt}\n"), 1)
}

#[test]
fn a_form_that_nobody_filled_in_says_nothing_and_is_no_change() {
    let read = back(&written());
    assert!(read.said.is_empty() && !read.edited);
    let who = written().replacen("- wie:\n", "- wie: wijkagent\n", 1);
    assert!(back(&who).said.is_empty());
}

#[test]
fn what_somebody_writes_in_the_form_is_theirs_and_the_plan_stays() {
    let text = filled("p6", "deels")
        .replacen("  datum:\n", "  datum: 2026-03-12\n", 1)
        .replacen(
            "    opmerking:\n",
            "    opmerking: twee van de drie keer\n",
            1,
        )
        .replacen("    gehaald:\n", "    gehaald: onbekend\n", 1)
        .replacen(
            "  - wat:\n    van_wie:\n",
            "  - wat: Hij sliep bij oma.\n    van_wie: zelf\n",
            1,
        );
    let read = back(&text);
    assert!(!read.edited, "filling in the form is no change of the plan");
    let says: Vec<&Says> = read.said.iter().map(|one| &one.says).collect();
    assert_eq!(
        says,
        [
            &Says::Agreement {
                at: "a1".to_owned(),
                goes: Some(Goes::Partly),
                remark: Some("twee van de drie keer".to_owned())
            },
            &Says::Condition {
                at: "v1".to_owned(),
                met: Said::Unknown,
                remark: None
            },
            &Says::Fact {
                what: "Hij sliep bij oma.".to_owned(),
                source: "zelf".to_owned(),
                on: None
            },
        ]
    );
    for one in &read.said {
        assert_eq!((one.who.as_str(), one.number), ("p6", 1));
        assert_eq!(one.on.unwrap().to_string(), "2026-03-12");
    }
    let again = write_with(&read.plan, &read.said).unwrap();
    assert_eq!(back(&again).said, read.said);
    assert!(again.contains("wie: p6  # gezinscoach van het wijkteam"));
}

#[test]
fn a_slip_in_the_form_is_told_with_its_place() {
    for (text, says) in [
        (
            written().replacen("    lukt:\n", "    lukt: ja\n", 1),
            "`wie`",
        ),
        (filled("p6", "soms"), "`lukt`"),
        (
            filled("p6", "ja").replacen("- bij: a1", "- bij: a9", 1),
            "geen afspraak `a9`",
        ),
        (
            filled("p6", "ja").replacen("  - wat:\n", "  - wat: iets\n", 1),
            "`van_wie`",
        ),
        (
            filled("p6", "ja").replacen("    gehaald:\n", "    gehaald: bijna\n", 1),
            "`gehaald`",
        ),
        (
            filled("p6", "ja").replacen("  datum:\n", "  datum: gisteren\n", 1),
            "datum",
        ),
    ] {
        let faults = read(text.as_bytes(), "plan.yaml").unwrap_err();
        assert_eq!(faults.len(), 1, "{faults:#?}");
        assert!(faults[0].message.contains(says), "{says}: {faults:#?}");
    }
}

fn together(texts: &[&str]) -> Merged {
    let copies: Vec<Read> = texts.iter().map(|text| back(text)).collect();
    merge(&copies, &[]).unwrap()
}

#[test]
fn people_who_differ_stand_side_by_side_and_nobody_wins() {
    let merged = together(&[&filled("p6", "ja"), &filled("p5", "nee")]);
    assert_eq!(merged.plan, SENT[0]);
    let found = clashes(&merged.said);
    assert_eq!(found.len(), 1);
    assert_eq!(found[0].about, About::Agreement("a1".to_owned()));
    assert_eq!(found[0].voices.len(), 2);
    // Who does not know contradicts nobody.
    let merged = together(&[&filled("p6", "ja"), &filled("p5", "onbekend")]);
    assert!(clashes(&merged.said).is_empty());
    assert_eq!(merged.said.len(), 2);
}

#[test]
fn a_change_in_the_text_is_told_beside_the_plan_as_it_was_sent() {
    let changed = filled("p6", "ja").replacen("leeftijd: 7", "leeftijd: 8", 1);
    assert_eq!(
        merge(&[back(&changed)], &[]),
        Err(Refused::NoOriginal { copy: 0 })
    );
    let merged = together(&[&changed, &written()]);
    assert_eq!(merged.plan, SENT[0]);
    let edit = Says::Edit {
        place: "mensen.p3.leeftijd".to_owned(),
        was: Some("7".to_owned()),
        now: Some("8".to_owned()),
    };
    let found = merged.said.iter().find(|one| one.says == edit).unwrap();
    assert_eq!(found.who, "p6");
    // A condition that is filled in where it stands is said like any other.
    let inside = written().replacen(
        "  gesteld_door: gezin",
        "  gesteld_door: gezin\n  gehaald: gehaald_deels",
        1,
    );
    let merged = together(&[&inside, &written()]);
    let says: Vec<&Says> = merged.said.iter().map(|one| &one.says).collect();
    assert!(
        matches!(says[..], [Says::Condition { met: Said::Known(choice), .. }] if choice.id == "gehaald_deels"),
        "{says:?}"
    );
}

#[test]
fn an_older_version_is_laid_beside_the_latest_and_said() {
    let old = filled("p6", "ja").replacen("- bij: a1", "- bij: a3", 1);
    let new = write(&SENT[1]).unwrap();
    let merged = together(&[&old, &new]);
    assert_eq!(merged.plan, SENT[1]);
    assert_eq!(merged.older, BTreeSet::from([1]));
    // It can be written and read although the latest plan has no such agreement any more.
    let text = write_with(&merged.plan, &merged.said).unwrap();
    assert_eq!(together(&[&text]), merged);
}

#[test]
fn copies_that_are_not_of_one_plan_are_refused() {
    let other = written().replacen("leeftijd: 7", "leeftijd: 8", 1);
    let other = back(&other);
    let plan = Read {
        edited: false,
        print: top3::plan::file::fingerprint(&other.plan).ok(),
        ..other.clone()
    };
    let mine = back(&written());
    let refused = merge(&[mine.clone(), plan], &[]);
    assert_eq!(refused, Err(Refused::OtherPlan { copy: 1 }));
    let mut bare = other;
    bare.print = None;
    assert_eq!(
        merge(&[mine.clone(), bare], &[]),
        Err(Refused::NoPrint { copy: 1 })
    );
    let mut elsewhere = mine.clone();
    elsewhere.plan.head.label = "blauwe reiger".to_owned().into();
    assert_eq!(
        merge(&[mine, elsewhere], &[]),
        Err(Refused::OtherCase { copy: 1 })
    );
    assert_eq!(merge(&[], &[]), Err(Refused::Nothing));
}

fn says() -> impl Strategy<Value = Says> {
    let at = prop_oneof![Just("a1"), Just("a2"), Just("a9")].prop_map(str::to_owned);
    let words = "[a-z :#'-]{1,12}[a-z]";
    let goes = prop::option::of(prop::sample::select(Goes::ALL));
    let met = || Choice {
        id: "gehaald_ja".to_owned(),
        text: "Ja".to_owned(),
    };
    prop_oneof![
        (at, goes, words).prop_map(|(at, goes, words)| Says::Agreement {
            at,
            goes,
            remark: Some(words.trim().to_owned()),
        }),
        prop::option::of(words).prop_map(move |remark| Says::Condition {
            at: "v1".to_owned(),
            met: Said::Known(met()),
            remark: remark.map(|words| words.trim().to_owned()),
        }),
        words.prop_map(|words| Says::Remark(words.trim().to_owned())),
        (words, words).prop_map(|(what, source)| Says::Fact {
            what: what.trim().to_owned(),
            source: source.split_whitespace().collect::<Vec<_>>().join(" "),
            on: None,
        }),
    ]
}

fn copy() -> impl Strategy<Value = Read> {
    let who = prop::sample::select(vec!["p4", "p6", "wijkagent"]);
    let day = prop::option::of(1u32..28);
    let said = prop::collection::vec((who, day, says()), 0..4);
    (0..2usize, said).prop_map(|(version, said)| {
        let plan = &SENT[version];
        let said = said.into_iter().map(|(who, day, says)| Statement {
            on: day.and_then(|day| chrono::NaiveDate::from_ymd_opt(2026, 3, day)),
            who: who.to_owned(),
            // `a9` never was in a plan: it can only be of a version that is not here.
            number: match &says {
                Says::Agreement { at, .. } if at == "a9" => 9,
                _ => plan.head.number,
            },
            says,
        });
        Read {
            plan: plan.clone(),
            edited: false,
            print: top3::plan::file::fingerprint(plan).ok(),
            said: said.collect(),
        }
    })
}

/// What was laid together, written down and read again.
fn as_copy(merged: &Merged) -> Read {
    back(&write_with(&merged.plan, &merged.said).unwrap())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn the_order_of_laying_together_makes_no_difference(a in copy(), b in copy(), c in copy()) {
        let all = merge(&[a.clone(), b.clone(), c.clone()], &[]).unwrap();
        let turned = merge(&[c.clone(), a.clone(), b.clone()], &[]).unwrap();
        prop_assert_eq!(&turned, &all);
        let first = as_copy(&merge(&[a.clone(), b.clone()], &[]).unwrap());
        let last = as_copy(&merge(&[b, c.clone()], &[]).unwrap());
        let left = merge(&[first, c], &[]).unwrap();
        let right = merge(&[a, last], &[]).unwrap();
        prop_assert_eq!(&left.said, &all.said);
        prop_assert_eq!(&left.plan, &all.plan);
        prop_assert_eq!(&right.said, &all.said);
        prop_assert_eq!(&right.plan, &all.plan);
        let same = as_copy(&all);
        let twice = merge(&[same.clone(), same], &[]).unwrap();
        prop_assert_eq!(&twice.said, &all.said);
        prop_assert_eq!(&twice.plan, &all.plan);
    }
}

/// What somebody types: number 1 is the first professional, and so on.
const TYPED: &str =
    "2\nja\n2\ntwee van de drie keer\n\n\n\n\n\n\nDe zoon sliep bij oma.\noma\n10-3-2026\n\n\nja\n";

#[test]
fn a_partner_is_led_past_their_agreements_and_gets_a_new_file() {
    let program = Program::new();
    program.write("plan.yaml", &written());
    let run = program.run_with(&["plan", "--aanvullen", "plan.yaml", "--regels"], TYPED);
    assert_eq!(run.code, Some(0), "{}", run.err);
    assert!(run.err.contains("112") && run.err.contains("gezinscoach"));
    assert_eq!(
        fs::read_to_string(program.file("plan.yaml")).unwrap(),
        written()
    );
    let file = program.file("plan-aangevuld.yaml");
    let read = back(&fs::read_to_string(&file).unwrap());
    assert!(!read.edited && !read.said.is_empty(), "{:#?}", read.said);
    assert!(
        read.said.iter().all(|one| one.who == "p6"),
        "{:#?}",
        read.said
    );
    let fact = Says::Fact {
        what: "De zoon sliep bij oma.".to_owned(),
        source: "oma".to_owned(),
        on: chrono::NaiveDate::from_ymd_opt(2026, 3, 10),
    };
    assert!(
        read.said.iter().any(|one| one.says == fact),
        "{:#?}",
        read.said
    );
    assert_eq!(read.said.len(), 2, "{:#?}", read.said);
    // Never over what is there, nor over what somebody got.
    let again = program.run_with(&["plan", "--aanvullen", "plan.yaml", "--regels"], TYPED);
    assert_ne!(again.code, Some(0));
    let over = program.run_with(
        &[
            "plan",
            "--aanvullen",
            "plan.yaml",
            "-o",
            "plan.yaml",
            "--regels",
        ],
        TYPED,
    );
    refused(&over, 2, &["nooit overschreven"]);
    // Input that ends half way leaves nothing.
    let half = program.run_with(
        &[
            "plan",
            "--aanvullen",
            "plan.yaml",
            "-o",
            "half.yaml",
            "--regels",
        ],
        "2\nja\n1\n",
    );
    assert_eq!(half.code, Some(1));
    assert!(!program.file("half.yaml").exists());
}

#[test]
fn what_came_back_goes_into_the_case_only_after_yes() {
    let program = Program::new();
    let id = program.example(PLAN);
    assert_eq!(program.run(&["plan", &id, "-o", "plan.yaml"]).code, Some(0));
    let sent = fs::read_to_string(program.file("plan.yaml")).unwrap();
    let one = sent
        .replacen("- wie:\n", "- wie: p6\n", 1)
        .replacen("  datum:\n", "  datum: 2026-03-12\n", 1)
        .replacen("    lukt:\n", "    lukt: deels\n", 1)
        .replacen("    gehaald:\n", "    gehaald: gehaald_nee\n", 1);
    let two = sent
        .replacen("- wie:\n", "- wie: buurvrouw\n", 1)
        .replacen("    lukt:\n", "    lukt: ja\n", 1)
        .replacen("    gehaald:\n", "    gehaald: gehaald_ja\n", 1);
    program.write("een.yaml", &one);
    program.write("twee.yaml", &two);
    let files = ["plan", &id, "--voegsamen", "een.yaml", "twee.yaml"];
    // Nobody to ask: shown, and nothing changed.
    let alone = program.run(&files);
    assert_eq!(alone.code, Some(2), "{alone:?}");
    assert!(
        alone.out.contains("Hier zeggen mensen iets anders"),
        "{}",
        alone.out
    );

    let with = [&files[..], &["--regels"]].concat();
    let run = program.run_with(&with, "nee\nja\nja\nja\n");
    assert_eq!(run.code, Some(1), "people differ: {run:?}");
    assert!(
        run.err.contains("zijn 2 punten") || run.err.contains("zijn 3 punten"),
        "{}",
        run.err
    );
    let shown = program.run(&["toon", &id, "--alles"]).out;
    assert!(shown.contains("plan 1 geschreven"), "{shown}");
    // What was taken over is not asked again.
    let again = program.run_with(&with, "nee\nnee\nnee\nnee\n");
    assert!(again.err.contains("Al in de casus"), "{}", again.err);
}

#[test]
fn broken_or_strange_copies_are_refused_and_nothing_is_done() {
    let program = Program::new();
    let id = program.example(PLAN);
    assert_eq!(program.run(&["plan", &id, "-o", "plan.yaml"]).code, Some(0));
    let sent = fs::read_to_string(program.file("plan.yaml")).unwrap();
    program.write("leeg.yaml", "");
    program.write("half.yaml", &sent[..sent.len() / 3]);
    program.write(
        "bom.yaml",
        &format!("veiligheidsplan: {}", "[".repeat(5000)),
    );
    program.write(
        "ander.yaml",
        &write(&example("later-fasen").plan().unwrap()).unwrap(),
    );
    for file in ["leeg.yaml", "half.yaml", "bom.yaml", "ander.yaml"] {
        for case in [None, Some(id.as_str())] {
            let mut args = vec!["plan"];
            args.extend(case);
            args.extend(["--voegsamen", "plan.yaml", file, "-o", "samen.yaml"]);
            let run = program.run(&args);
            refused(&run, 1, &[]);
            assert!(!program.file("samen.yaml").exists());
        }
    }
    assert_eq!(
        program
            .run(&["plan", "--voegsamen", "er-is-niets.yaml"])
            .code,
        Some(2)
    );
}

#[test]
fn two_versions_are_shown_side_by_side() {
    let program = Program::new();
    program.write("een.yaml", &written());
    program.write("twee.yaml", &write(&SENT[1]).unwrap());
    let run = program.run(&["vergelijk", "een.yaml", "twee.yaml"]);
    assert_eq!(run.code, Some(0), "{run:?}");
    assert!(run.out.contains("plan 1 van") && run.out.contains("plan 2 van"));
    assert!(run.out.contains("afspraken a3"), "{}", run.out);
    program.write("drie.yaml", &filled("p6", "nee"));
    let run = program.run(&["vergelijk", "een.yaml", "drie.yaml"]);
    assert!(run.out.contains("afspraak 1: het lukt niet"), "{}", run.out);
    let same = program.run(&["vergelijk", "een.yaml", "een.yaml"]);
    assert!(same.out.contains("hetzelfde"), "{same:?}");
}

#[test]
fn what_a_reader_says_in_their_own_numbers_is_told_in_those_of_the_case() {
    let program = Program::new();
    let id = program.example(PLAN);
    program.write(
        "gegevens.yaml",
        "ontvanger: Veilig Thuis\ndoel: melding\ngrond: meldrecht\n",
    );
    let made = program.run(&[
        "deel",
        &id,
        "--voor",
        "veilig-thuis",
        "--gegevens",
        "gegevens.yaml",
        "-o",
        "vt.yaml",
        "--formaat",
        "yaml",
    ]);
    assert_eq!(made.code, Some(0), "{made:?}");
    let sent = fs::read_to_string(program.file("vt.yaml")).unwrap();
    assert!(sent.contains("lukt:"), "{sent}");
    let filled = sent
        .replacen("- wie:\n", "- wie: Veilig Thuis\n", 1)
        .replacen("    lukt:\n", "    lukt: nee\n", 1);
    program.write("vt-terug.yaml", &filled);
    assert_eq!(program.run(&["plan", &id, "-o", "plan.yaml"]).code, Some(0));
    let team = fs::read_to_string(program.file("plan.yaml")).unwrap();
    let team =
        team.replacen("- wie:\n", "- wie: p6\n", 1)
            .replacen("    lukt:\n", "    lukt: ja\n", 1);
    program.write("team-terug.yaml", &team);
    let args = [
        "plan",
        &id,
        "--voegsamen",
        "vt-terug.yaml",
        "team-terug.yaml",
        "-o",
        "samen.yaml",
    ];
    let run = program.run_with(&[&args[..], &["--regels"]].concat(), "nee\nnee\n");
    assert_eq!(run.code, Some(1), "{run:?}");
    assert!(
        run.out.contains("Hier zeggen mensen iets anders"),
        "{}",
        run.out
    );
    assert!(run.out.contains("Veilig Thuis"), "{}", run.out);
    // Without the case nobody knows which number is which.
    let alone = program.run(&["plan", "--voegsamen", "vt-terug.yaml", "team-terug.yaml"]);
    refused(&alone, 1, &["andere lezer"]);
    // Its text was changed, and nobody keeps what was sent: what is needed is said; with the file as sent it is told.
    assert!(filled.contains("leeftijd: 7"), "{filled}");
    program.write(
        "veranderd.yaml",
        &filled.replacen("leeftijd: 7", "leeftijd: 8", 1),
    );
    let edited = ["plan", &id, "--voegsamen", "veranderd.yaml"];
    let run = program.run(&edited);
    refused(
        &run,
        1,
        &["tekst van het plan veranderd", "niet in de casus bewaard"],
    );
    let run = program.run_with(
        &[&edited[..], &["vt.yaml", "--regels"]].concat(),
        "nee\nnee\nnee\n",
    );
    assert!(run.out.contains("eeftijd"), "{run:?}");
    // A copy that this case never sent is refused.
    let strange = filled.replacen("vingerafdruk: ", "vingerafdruk: 0", 1);
    program.write("vreemd.yaml", &strange);
    let run = program.run(&["plan", &id, "--voegsamen", "vreemd.yaml"]);
    refused(&run, 1, &["hoort niet bij"]);
}
