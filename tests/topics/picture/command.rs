//! The command itself: which form goes where, what it refuses, and what people read.

use std::fs;

use crate::support::golden::golden;
use crate::support::program::{Program, refused};

#[test]
fn each_form_is_as_it_was() {
    let program = Program::new();
    for (form, name) in [
        ("svg", "proef.svg"),
        ("mermaid", "proef.mmd"),
        ("dot", "proef.dot"),
        ("markdown", "proef.md"),
        ("tekst", "proef.txt"),
    ] {
        let run = program.run(&["vragenlijst", "beeld", "proef", "--formaat", form]);
        assert_eq!((run.code, run.err.as_str()), (Some(0), ""), "{run:?}");
        golden(name, &run.out);
        // The ending of a file chooses the same form.
        let run = program.run(&["questionnaire", "picture", "proef", "-o", name]);
        assert_eq!((run.code, run.out.as_str()), (Some(0), ""), "{run:?}");
        assert!(run.err.contains(name), "{}", run.err);
        golden(name, &fs::read_to_string(program.file(name)).unwrap());
    }
}

/// What an author needs to write conditions and worked cases: ids of options, points, sums, bands, rows, rules.
#[test]
fn toon_says_what_a_list_counts_and_from_where() {
    let program = Program::new();
    let run = program.run(&["vragenlijst", "toon", "proef"]);
    assert_eq!((run.code, run.err.as_str()), (Some(0), ""), "{run:?}");
    golden("proef-toon.txt", &run.out);
}

#[test]
fn without_a_wish_there_is_a_drawing_to_open() {
    let program = Program::new();
    let run = program.run(&["vragenlijst", "beeld", "rihg"]);
    assert_eq!((run.code, run.out.as_str()), (Some(0), ""), "{run:?}");
    assert!(run.err.contains("rihg.svg") && run.err.contains("browser"));
    let drawn = fs::read_to_string(program.file("rihg.svg")).unwrap();
    assert!(drawn.starts_with("<svg ") && drawn.contains("lang=\"nl\""));
    let printed = program.run(&["vragenlijst", "beeld", "rihg", "-o", "-"]);
    assert_eq!(printed.out, drawn);
}

#[test]
fn a_file_that_is_there_stays_unless_it_may_go() {
    let program = Program::new();
    program.write("beeld.md", "van iemand anders");
    let args = ["vragenlijst", "beeld", "proef", "-o", "beeld.md"];
    let run = program.run(&args);
    refused(&run, 1, &["beeld.md", "--overschrijf"]);
    assert_eq!(
        fs::read_to_string(program.file("beeld.md")).unwrap(),
        "van iemand anders"
    );
    let run = program.run(&[&args[..], &["--overschrijf"]].concat());
    assert_eq!(run.code, Some(0), "{run:?}");
    let again = program.run(&args);
    assert_eq!(again.code, Some(0), "the same again is no fault: {again:?}");
}

#[test]
fn what_cannot_be_drawn_is_refused_with_what_can() {
    let program = Program::new();
    let beeld = |rest: &[&str]| program.run(&[&["vragenlijst", "beeld"], rest].concat());
    refused(
        &beeld(&["proef", "-o", "proef.png"]),
        2,
        &["proef.png", ".svg", "--formaat"],
    );
    refused(&beeld(&["proef", "-o", "proef"]), 2, &[".svg"]);
    refused(
        &beeld(&["proef", "--formaat", "png"]),
        2,
        &["svg", "mermaid", "dot", "tekst"],
    );
    refused(&beeld(&["righ"]), 2, &["righ", "rihg"]);
    refused(&beeld(&["er-niet.yaml"]), 2, &["er-niet.yaml"]);
    refused(&beeld(&[]), 2, &["LIJST"]);
    program.write("kapot.yaml", "id: kapot\nversie: 1\n");
    refused(&beeld(&["kapot.yaml"]), 1, &["kapot.yaml"]);
    refused(
        &beeld(&["proef", "-o", "er-niet/proef.svg"]),
        3,
        &["er-niet"],
    );
    assert!(!program.file("proef.png").exists() && !program.file("kapot.svg").exists());
}

#[test]
fn an_own_list_is_drawn_like_any_other() {
    let program = Program::new();
    program.write(
        "eigen.yaml",
        "id: eigen\nversie: 1.0.0\ntitel: \"Onze <lijst> & 'meer'\"\nbron: Wij\nonderdelen:\n  - id: deel\n    titel: Deel\n    \
         vragen: [{ id: eerste, vraag: 'Is \"het\" zo -- of niet?', soort: ja_nee }]\n",
    );
    for (form, words) in [
        ("svg", "Onze &lt;lijst&gt; &amp; &#39;meer&#39;"),
        ("dot", "Is \\\"het\\\" zo -- of niet?"),
        ("mermaid", "Is #34;het#34; zo #45;#45; of niet?"),
        ("document", "Onze \\<lijst\\> \\& 'meer'"),
        ("tekst", "Is \"het\" zo -- of niet?"),
    ] {
        let run = program.run(&["vragenlijst", "beeld", "eigen.yaml", "--formaat", form]);
        assert_eq!((run.code, run.err.as_str()), (Some(0), ""), "{run:?}");
        assert!(run.out.contains(words), "{form}: {}", run.out);
    }
}

/// Whoever draws Mermaid refuses what is too large, and then says nothing useful.
#[test]
fn too_large_for_mermaid_is_said() {
    let program = Program::new();
    let mut list = String::from(
        "id: groot\nversie: 1.0.0\ntitel: Groot\nbron: Wij\nonderdelen:\n  - id: deel\n    titel: Deel\n    vragen:\n",
    );
    for at in 0..600 {
        list.push_str(&format!(
            "      - {{ id: v{at}, vraag: Is dit vraag {at}?, soort: ja_nee }}\n"
        ));
    }
    program.write("groot.yaml", &list);
    let run = program.run(&["vragenlijst", "beeld", "groot.yaml", "--formaat", "mermaid"]);
    assert_eq!(run.code, Some(0), "{run:?}");
    assert!(run.err.contains("svg") && run.out.starts_with("flowchart"));
}
