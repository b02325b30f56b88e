//! A worked case says which rows belong among the first of a ranking.

use top3::problem::Problem;
use top3::questionnaire::Library;
use top3::worked_case::{self, fill};

use super::{FIVE, load};

/// A case with these five situations and this expectation.
fn case(expects: &str) -> String {
    let answers = FIVE.replace('\n', "\n    ");
    format!(
        "- naam: Vijf situaties\n  datum: 2026-03-04\n  antwoorden:{}\n{expects}",
        answers.trim_end()
    )
}

fn said(problems: &[Problem]) -> Vec<String> {
    problems.iter().map(|one| one.message.clone()).collect()
}

/// What does not come out as expected.
fn failing(expects: &str) -> Vec<String> {
    let list = Library::shipped().load("top3").unwrap();
    let text = case(&format!("  bij_de_eerste: {expects}\n"));
    let cases = worked_case::read(&list, text.as_bytes(), "g.yaml")
        .unwrap_or_else(|problems| panic!("{text}\n{problems:#?}"));
    said(&worked_case::run(&list, &cases[0]))
}

/// What cannot be read.
fn refused(expects: &str) -> Vec<String> {
    let list = Library::shipped().load("top3").unwrap();
    let text = case(&format!("  bij_de_eerste: {expects}\n"));
    said(&worked_case::read(&list, text.as_bytes(), "g.yaml").unwrap_err())
}

#[test]
fn a_case_says_who_belongs_among_the_first_and_who_is_level() {
    let right = "{ top3: { zeker: [s3, s1, s2], mogelijk: [], niet: [s4, s5], gelijk: [s1, s3] } }";
    assert_eq!(failing(right), [""; 0]);
    assert_eq!(
        failing("{ top3: { niet: [s5, s4] } }"),
        [""; 0],
        "the rest is not looked at"
    );
}

#[test]
fn what_comes_out_otherwise_is_told_in_the_words_of_the_case() {
    assert_eq!(
        failing("{ top3: { zeker: [s1], mogelijk: s3, gelijk: [] } }"),
        [
            "`top3`: verwacht zeker s1; gekregen zeker s1, s2, s3.",
            "`top3`: verwacht mogelijk s3; gekregen mogelijk geen enkele rij.",
            "`top3`: verwacht gelijk geen enkele rij; gekregen gelijk s1, s3.",
        ]
    );
    assert_eq!(
        failing("{ top3: { gelijk: [s1, s2] } }"),
        ["`top3`: verwacht gelijk s1, s2; gekregen gelijk s1, s3."]
    );
    let list = Library::shipped().load("top3").unwrap();
    let text = "- { naam: Niets te ordenen, datum: 2026-03-04, antwoorden: { situaties: [] }, bij_de_eerste: { top3: { zeker: [] } } }";
    let cases = worked_case::read(&list, text.as_bytes(), "g.yaml").unwrap();
    assert_eq!(
        said(&worked_case::run(&list, &cases[0])),
        ["`top3` hoort er hier niet bij: er is geen volgorde."]
    );
}

#[test]
fn a_name_that_means_nothing_is_refused() {
    assert_eq!(
        refused("{ top3: { zeker: [s9] } }"),
        ["In de antwoorden van dit geval staat geen rij `s9`."]
    );
    assert_eq!(
        refused("{ situaties: { zeker: [s1] } }"),
        ["Er is geen rangorde `situaties` in deze lijst."]
    );
    assert_eq!(
        refused("[top3]"),
        ["Onder `bij_de_eerste` horen namen van rangordes."]
    );
    assert_eq!(
        refused("{ top3: { zeker: [s1], niet: [s1] } }"),
        ["De rij `s1` staat hier op twee plekken."]
    );
    let list = load(
        "id: lijst\nversie: 1.0.0\ntitel: T\nbron: B\nonderdelen:\n  - id: deel\n    titel: D\n    vragen:\n      - { id: dingen, vraag: Wat?, soort: lijst, vragen: [{ id: wat, vraag: Wat?, soort: tekst }] }\n      - { id: orde, vraag: Volgorde?, soort: rangorde, rijen_van: dingen }\n",
    );
    let text = "- { naam: N, datum: 2026-03-04, antwoorden: { dingen: [{ id: d1 }] }, bij_de_eerste: { orde: { zeker: [d1] } } }";
    let problems = worked_case::read(&list, text.as_bytes(), "g.yaml").unwrap_err();
    assert_eq!(
        said(&problems),
        ["Van `orde` is niet bekend welke rijen voorgaan: zij heeft geen `weegt_op`."]
    );
}

#[test]
fn a_new_case_is_filled_in_with_where_its_rows_stand() {
    let list = Library::shipped().load("top3").unwrap();
    let filled = fill(&list, case("").as_bytes(), "g.yaml").unwrap();
    let line =
        "    top3: { zeker: [s1, s2, s3], mogelijk: [], niet: [s4, s5], gelijk: [s1, s3] }\n";
    assert!(filled.text.contains(line), "{}", filled.text);
    assert_eq!(filled.left, [""; 0]);
}
