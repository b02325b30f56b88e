//! What an author of a paper is told: every fault with its place, and that it fits the list it goes with.

use top3::questionnaire::{Library, shipped_papers};
use top3::yaml::read_tree;

use super::read;
use crate::support::program::Program;

/// Every fault at once, each with its place and what to do.
#[test]
fn what_is_wrong_with_a_paper_is_said_at_once() {
    let problems = read(
        "id: p
titel: T
bij: casus
voor: een ouder
bron: eigen
namen: weg
data: voluit
per: personen.mensen
nalezen: ja
delen:
  - { kop: A, rijen: meldcode.gesprekken, over: met, toon: [verslag], leeg: Niets. }
  - { kop: B, rijen: meldcode.waarnemingen, toon: [wat] }
  - { kop: C, als: { vraag: bestaat.niet, is: ja }, tekst: x }
  - { kop: D, vragen: [meldcode.q1, meldcode.q22], uitkomsten: [meldcode.nrm] }
  - { kop: E, rijen: personen.mensen, toon: [naam], over: naam }
",
    )
    .unwrap_err();
    let said: Vec<String> = problems
        .iter()
        .map(|one| format!("{} {}", one.place.line, one.message))
        .collect();
    let said = said.join("\n");
    for words in [
        "1 Dit papier wordt nagelezen",
        "7 Zonder namen kan ook een datum",
        "11 `verslag` zijn woorden van de persoon zelf",
        "11 Dit papier wordt nagelezen. Is alles",
        "12 Dit papier gaat over één persoon",
        "13 Er is geen vraag `bestaat.niet`",
        "14 Er is geen vraag `meldcode.q22`",
        "14 Er is geen afgeleide `meldcode.nrm`",
        "15 `naam` zegt niet over wie",
    ] {
        assert!(said.contains(words), "{words}\n{said}");
    }
    assert!(problems.iter().all(|one| !one.tip.is_empty()));
    let register = read("id: p\ntitel: T\nbij: casus\nvoor: x\nbron: eigen\nregel:\n  - { kop: a, vraag: meldcode.weging_grond }\n  - { kop: a, vraag: meldcode.q1, aantal: personen.mensen }\n").unwrap_err();
    assert!(
        register
            .iter()
            .any(|one| one.message.contains("hoort niets waaruit blijkt")),
        "{register:#?}"
    );
    let text = read("id: p\ntitel: T\nbij: casus\nvoor: x\nbron: eigen\nper: personen.mensen\ndelen: [{ kop: K, vragen: [meldcode.weging_grond] }]\n").unwrap_err();
    assert!(text[0].tip.contains("nalezen: ja"), "{text:#?}");
}

#[test]
fn every_shipped_paper_is_checked_and_fits_an_adapted_list() {
    let mut library = Library::shipped();
    library.adapt("meldcode-knmg").unwrap();
    for paper in shipped_papers() {
        let tree = read_tree(paper.text.as_bytes(), paper.file).unwrap();
        let read = library
            .paper("casus", &tree)
            .unwrap_or_else(|faults| panic!("{faults:#?}"));
        assert_eq!(read.id, paper.id);
    }
    let program = Program::new();
    let run = program.run(&["vragenlijst", "check", "melding", "inzage"]);
    assert!(
        run.code == Some(0) && run.out.contains("2 papieren"),
        "{run:?}"
    );
    program.write(
        "fout.yaml",
        "id: fout\ntitel: T\nbij: casus\nvoor: x\ndelen: [{ vragen: [meldcode.q9] }]\n",
    );
    let run = program.run(&["vragenlijst", "check", "fout.yaml"]);
    assert!(
        run.code == Some(1) && run.out.contains("2 fouten") && run.out.contains("fout.yaml:5:20"),
        "{run:?}"
    );
}

#[test]
fn a_paper_of_a_list_it_does_not_go_with_is_refused() {
    let paper = shipped_papers().next().unwrap();
    let tree = read_tree(paper.text.as_bytes(), paper.file).unwrap();
    let problems = Library::shipped().paper("rihg", &tree).unwrap_err();
    assert!(
        problems
            .iter()
            .any(|one| one.message.contains("hoort niet bij de vragenlijst `rihg`"))
    );
}
