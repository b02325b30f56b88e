//! When a period is over, as far as the answers tell.

use chrono::NaiveDate;
use proptest::prelude::*;
use top3::answer;
use top3::engine::{Due, State, View, due};
use top3::questionnaire::{Library, Questionnaire};
use top3::yaml::read_tree;

use super::day;

const LIST: &str = "\
id: lijst
versie: 1.0.0
titel: Een lijst
bron: Eigen voorbeeld
niet_toepasbaar:
  - { als: { vraag: past, is: nee }, reden: Past niet. }
getallen:
  - { id: lang, waarde: 2, bron: B }
  - { id: lang, waarde: 3, vanaf: 2027-01-01, bron: B }
onderdelen:
  - id: deel
    titel: Deel
    vragen:
      - { id: past, vraag: Past dit?, soort: ja_nee }
      - { id: gevraagd, vraag: Gevraagd?, soort: ja_nee }
      - { id: wanneer, vraag: Wanneer?, soort: datum, als: { zeker: { vraag: gevraagd, is: ja } } }
      - { id: hoe_laat, vraag: Hoe laat?, soort: getal, van: 0, tot: 24, stap: 0.5 }
      - { id: bericht, vraag: Wat hoorde u?, soort: tekst, mag_leeg: ja }
      - { id: begin, vraag: Wanneer begon het?, soort: datum }
      - { id: ooit, vraag: Wanneer nog meer?, soort: datum, meer: ja }
      - id: afspraken
        vraag: Welke afspraken?
        soort: lijst
        rij: afspraak
        vragen:
          - { id: dag, vraag: Welke dag?, soort: datum }
          - { id: gelukt, vraag: Gelukt?, soort: ja_nee }
termijnen:
  - { id: antwoord, titel: A, stil: S, soort: verwachting, vanaf: wanneer, werkdagen: 5, klaar: bericht }
  - { id: vervolg, titel: V, stil: S, soort: verwachting, vanaf: antwoord, weken: lang, schuift: ja }
  - { id: tijdig, titel: T, stil: S, soort: verwachting, vanaf: begin, om: hoe_laat, uren: 36 }
  - { id: rest, titel: R, stil: S, soort: afspraak, vanaf: afspraken/dag, maanden: 1, klaar: { vraag: gelukt, is: ja } }
  - { id: later, titel: L, stil: S, soort: afspraak, vanaf: ooit, dagen: 0 }
  - { id: bewaren, titel: B, stil: S, soort: bewaren, vanaf: begin, jaren: onbekend, bron: Niet gevonden }
";

fn list() -> Questionnaire {
    read(LIST)
}

fn read(text: &str) -> Questionnaire {
    let mut library = Library::default();
    let id = library.add("lijst.yaml", text.as_bytes()).unwrap();
    library.load(&id).unwrap()
}

/// How each period stands, as a worked case would say it.
fn standing(list: &Questionnaire, answers: &str, today: NaiveDate) -> Vec<String> {
    let tree = read_tree(answers.as_bytes(), "a.yaml").unwrap();
    let answers = answer::read(list, &tree, today).unwrap();
    let view = View::new(list, &answers, today);
    due(&view).iter().map(|one| said(list, one)).collect()
}

fn said(list: &Questionnaire, one: &Due) -> String {
    let id = &list.periods[one.period.0].id;
    let row = one
        .row
        .as_ref()
        .map_or(String::new(), |row| format!("/{row}"));
    match &one.state {
        State::Until(moment) => format!("{id}{row} {moment}"),
        State::Counted { days, running } => {
            format!("{id}{row} {}{days}", if *running { "loopt " } else { "" })
        }
        State::Over => format!("{id}{row} klaar"),
        State::Open(_) => format!("{id}{row} open"),
        State::Perhaps => format!("{id}{row} misschien"),
    }
}

#[test]
fn a_period_starts_at_an_answer_or_where_another_ends() {
    let list = list();
    let at = day("2026-05-01");
    let got = standing(
        &list,
        "{ past: ja, gevraagd: ja, wanneer: 2026-04-30, begin: onbekend }",
        at,
    );
    // 5 May is a holiday, 14 May Ascension Day; two weeks later is a Friday.
    assert_eq!(
        got,
        [
            "antwoord 2026-05-08",
            "vervolg 2026-05-22",
            "tijdig open",
            "later misschien",
            "bewaren open"
        ]
    );
    let got = standing(&list, "{ past: ja, gevraagd: ja, wanneer: 2026-05-01 }", at);
    // Two weeks after Monday 11 May is Whit Monday: it moves.
    assert_eq!(got[0], "antwoord 2026-05-11");
    assert_eq!(got[1], "vervolg 2026-05-26");
}

/// Nobody published how long; an organisation agrees on it itself, in the unit it likes.
#[test]
fn an_organisation_gives_a_period_its_own_length_and_nothing_else() {
    let adapted = |change: &str| {
        let mut library = Library::default();
        library.add("lijst.yaml", LIST.as_bytes()).unwrap();
        let head = "id: ons\nversie: 1.0.0\ntitel: Ons\nbron: Ons\npast_aan: lijst\nwijzig:\n";
        let text = format!("{head}  - {{ id: bewaren, {change} }}\n");
        library.add("ons.yaml", text.as_bytes()).unwrap();
        library.load("ons")
    };
    let answers = "{ past: ja, begin: 2026-04-01 }";
    let at = day("2026-05-01");
    let last = |list: &Questionnaire| standing(list, answers, at).pop().unwrap();
    assert_eq!(last(&list()), "bewaren open");
    assert_eq!(
        last(&adapted("weken: 6, bron: Ons").unwrap()),
        "bewaren 2026-05-13"
    );
    let faults = adapted("vanaf: ooit").unwrap_err();
    assert_eq!(faults.len(), 1, "{faults:?}");
    assert!(
        faults[0].message.contains("`vanaf` van een termijn"),
        "{faults:?}"
    );
}

#[test]
fn what_others_said_ends_the_waiting_and_not_what_comes_after() {
    let list = list();
    let at = day("2026-05-01");
    let got = standing(
        &list,
        "{ past: ja, gevraagd: ja, wanneer: 2026-04-30, bericht: Zij gaan verder. }",
        at,
    );
    assert_eq!(got[..2], ["antwoord klaar", "vervolg 2026-05-22"]);
    let got = standing(
        &list,
        "{ past: ja, gevraagd: ja, wanneer: 2026-04-30, bericht: '' }",
        at,
    );
    assert_eq!(
        got[0], "antwoord 2026-05-08",
        "an empty answer says nothing"
    );
}

#[test]
fn a_named_number_is_that_of_the_day() {
    let list = list();
    let answers = "{ past: ja, gevraagd: ja, wanneer: 2026-04-30 }";
    assert_eq!(
        standing(&list, answers, day("2027-02-01"))[1],
        "vervolg 2026-05-29"
    );
}

#[test]
fn hours_count_from_the_hour_and_are_open_without_one() {
    let list = list();
    let at = day("2026-03-02");
    let got = standing(&list, "{ past: ja, begin: 2026-03-01, hoe_laat: 14.5 }", at);
    assert!(
        got.contains(&"tijdig 2026-03-03 02:30".to_owned()),
        "{got:?}"
    );
    let got = standing(
        &list,
        "{ past: ja, begin: 2026-03-01, hoe_laat: onbekend }",
        at,
    );
    assert!(got.contains(&"tijdig open".to_owned()), "{got:?}");
}

#[test]
fn each_row_has_its_own() {
    let list = list();
    let got = standing(
        &list,
        "{ past: ja, afspraken: [{ id: r1, dag: 2026-01-31 }, { id: r2, dag: 2026-01-31, gelukt: ja }, { id: r3 }] }",
        day("2026-03-02"),
    );
    let rows: Vec<&String> = got.iter().filter(|one| one.starts_with("rest")).collect();
    assert_eq!(
        rows,
        ["rest/r1 2026-02-28", "rest/r2 klaar", "rest/r3 open"]
    );
}

#[test]
fn what_does_not_apply_is_left_out_and_what_may_is_said() {
    let list = list();
    let at = day("2026-03-02");
    let got = standing(&list, "{ past: ja, gevraagd: nee }", at);
    assert!(
        !got.iter().any(|one| one.starts_with("antwoord")),
        "{got:?}"
    );
    // The answer is kept, and does not count while its question is hidden.
    let got = standing(
        &list,
        "{ past: ja, gevraagd: onbekend, wanneer: 2026-03-01 }",
        at,
    );
    assert_eq!(got[..2], ["antwoord misschien", "vervolg misschien"]);
    assert!(standing(&list, "{ past: nee, gevraagd: ja }", at).is_empty());
}

#[test]
fn an_offered_question_says_nothing_until_it_is_answered() {
    let list = list();
    let at = day("2026-03-02");
    let of = |answers: &str| {
        let all = standing(&list, answers, at);
        all.into_iter()
            .find(|one| one.starts_with("later"))
            .unwrap()
    };
    assert_eq!(of("{ past: ja }"), "later misschien");
    assert_eq!(of("{ past: ja, ooit: onbekend }"), "later open");
    assert_eq!(of("{ past: ja, ooit: 2026-03-14 }"), "later 2026-03-14");
}

#[test]
fn who_was_asked_and_does_not_know_the_day_still_waits_for_one() {
    let text = LIST.replace(
        "soort: datum, als: { zeker: { vraag: gevraagd, is: ja } }",
        "soort: datum, als: { vraag: gevraagd, is: ja }",
    );
    let list = read(&text);
    let at = day("2026-03-02");
    // Whether the question belongs is not known; it was asked all the same.
    let first = |answers: &str| standing(&list, answers, at).swap_remove(0);
    assert_eq!(first("{ past: ja }"), "antwoord misschien");
    for unknown in ["onbekend", "geweigerd"] {
        let answers = format!("{{ past: ja, wanneer: {unknown} }}");
        assert_eq!(first(&answers), "antwoord open");
    }
    assert_ne!(
        first("{ past: ja, gevraagd: nee, wanneer: onbekend }"),
        "antwoord open"
    );
}

proptest! {
    /// An end is never before its start, and knowing more never makes a known end another one.
    #[test]
    fn an_end_lies_after_its_start(start in 0_i64..20_000) {
        let list = list();
        let begin = day("2000-01-01") + chrono::Days::new(start.unsigned_abs());
        let answers = format!("{{ past: ja, gevraagd: ja, wanneer: {begin}, begin: {begin}, hoe_laat: 0 }}");
        let tree = read_tree(answers.as_bytes(), "a.yaml").unwrap();
        let today = day("2026-03-02");
        let answers = answer::read(&list, &tree, today).unwrap();
        for one in due(&View::new(&list, &answers, today)) {
            if let State::Until(moment) = one.state {
                prop_assert!(moment.day > begin);
                if list.periods[one.period.0].moves {
                    prop_assert!(top3::calendar::is_working_day(moment.day));
                }
            }
        }
    }
}

const COUNTED: &str = "\
id: lijst
versie: 1.0.0
titel: Een lijst
bron: Eigen voorbeeld
onderdelen:
  - id: deel
    titel: Deel
    vragen:
      - id: incidenten
        vraag: Wat gebeurde er?
        soort: lijst
        rij: incident
        vragen: [{ id: dag, vraag: Welke dag?, soort: datum }]
      - { id: hulp, vraag: Sinds wanneer is er hulp?, soort: datum }
      - { id: later, vraag: Sinds wanneer nog meer?, soort: datum }
      - { id: gesloten, vraag: Gesloten?, soort: ja_nee }
termijnen:
  - { id: tot_hulp, titel: H, soort: duur, vanaf: incidenten/dag, tot: [hulp, later], klaar: { vraag: gesloten, is: ja } }
";

/// The first day of all rows, to the first day of help; never a nought where a day is not known.
#[test]
fn a_duration_counts_days_and_says_when_it_cannot() {
    let list = read(COUNTED);
    let rows = "incidenten: [{ id: a, dag: 2026-05-04 }, { id: b, dag: 2026-05-01 }, { id: c, dag: onbekend }]";
    let at = |answers: &str| standing(&list, &format!("{{ {answers} }}"), day("2026-05-20"));
    for (answers, said) in [
        (rows.to_owned(), vec!["tot_hulp loopt 19"]),
        (format!("{rows}, hulp: 2026-05-13"), vec!["tot_hulp 12"]),
        // The same day is no day: that is known, and no guess.
        (format!("{rows}, hulp: 2026-05-01"), vec!["tot_hulp 0"]),
        // What is planned has not come yet.
        (
            format!("{rows}, hulp: 2026-06-01"),
            vec!["tot_hulp loopt 19"],
        ),
        (
            format!("{rows}, hulp: 2026-06-01, later: 2026-05-02"),
            vec!["tot_hulp 1"],
        ),
        (format!("{rows}, hulp: onbekend"), vec!["tot_hulp open"]),
        (
            format!("{rows}, hulp: onbekend, later: 2026-05-02"),
            vec!["tot_hulp 1"],
        ),
        // It was there before: there is nothing to count.
        (format!("{rows}, hulp: 2026-04-01"), vec!["tot_hulp klaar"]),
        (
            format!("{rows}, hulp: 2026-04-01, later: 2026-05-11"),
            vec!["tot_hulp 10"],
        ),
        (format!("{rows}, gesloten: ja"), vec!["tot_hulp klaar"]),
        (
            format!("{rows}, hulp: 2026-05-13, gesloten: ja"),
            vec!["tot_hulp 12"],
        ),
        (
            "incidenten: [{ id: a, dag: onbekend }], hulp: 2026-05-13".to_owned(),
            vec!["tot_hulp open"],
        ),
        (
            "incidenten: [{ id: a }], hulp: 2026-05-13".to_owned(),
            vec!["tot_hulp open"],
        ),
        ("hulp: 2026-05-13".to_owned(), vec![]),
        (
            "incidenten: [{ id: a, dag: 2026-05-21 }]".to_owned(),
            vec![],
        ),
    ] {
        let got = at(&answers);
        assert_eq!(got, said, "{answers}");
    }
}
