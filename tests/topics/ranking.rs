//! Which rows certainly, possibly or never belong among the first of a ranking, by how people rated them; what a person is
//! shown of it, and where their own order differs.

mod brute;
mod expected;
mod shown;

use chrono::NaiveDate;
use top3::answer::{Answers, read};
use top3::engine::{Among, Ground, Standings, View, clashes, standings};
use top3::questionnaire::{Library, Questionnaire};
use top3::yaml;

fn today() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 3, 4).unwrap()
}

fn load(text: &str) -> Questionnaire {
    let mut library = Library::shipped();
    let id = library.add("lijst.yaml", text.as_bytes()).unwrap();
    library
        .load(&id)
        .unwrap_or_else(|problems| panic!("{problems:#?}"))
}

fn answers(list: &Questionnaire, text: &str) -> Answers {
    let tree = yaml::read_tree(text.as_bytes(), "antwoorden").unwrap();
    read(list, &tree, today()).unwrap_or_else(|problems| panic!("{text}\n{problems:#?}"))
}

/// The standings of the only ranking of the shipped list.
fn top3(text: &str) -> Standings {
    let list = Library::shipped().load("top3").unwrap();
    let answers = answers(&list, text);
    let mut all = standings(&View::new(&list, &answers, today()));
    assert_eq!(all.len(), 1);
    all.remove(0)
}

fn among(of: &Standings) -> Vec<(&str, Among)> {
    let rows = of.rows.iter();
    rows.map(|one| (one.row.0.as_str(), one.among)).collect()
}

/// Five situations of which two weigh the same, one is light, and one has a red flag.
const FIVE: &str = "
situaties:
  - { id: s1, wat: A, rode_vlag: nee, ernst: 2, herhaling: 3, urgentie: dagen }
  - { id: s2, wat: B, rode_vlag: ja, ernst: 1, herhaling: 0, urgentie: weken }
  - { id: s3, wat: C, rode_vlag: nee, ernst: 2, herhaling: 3, urgentie: dagen }
  - { id: s4, wat: D, rode_vlag: nee, ernst: 1, herhaling: 3, urgentie: dagen }
  - { id: s5, wat: E, rode_vlag: nee, ernst: 0, herhaling: 1, urgentie: weken }
";

#[test]
fn known_ratings_say_who_belongs_among_the_first_and_who_is_level() {
    let of = top3(FIVE);
    use Among::{Certain, Not};
    assert_eq!(
        among(&of),
        [
            ("s1", Certain),
            ("s2", Certain),
            ("s3", Certain),
            ("s4", Not),
            ("s5", Not)
        ]
    );
    assert_eq!(of.rows[0].ties[0].0, "s3", "level is said to be level");
    assert_eq!((of.rows[0].first, of.rows[0].last), (2, Some(3)));
    assert_eq!(
        (of.rows[1].first, of.rows[1].last),
        (1, Some(1)),
        "the flag goes before all"
    );
    assert!(of.exact && !of.growing);
}

#[test]
fn a_missing_rating_may_be_anything_and_is_named() {
    let of = top3(&FIVE.replace(
        "{ id: s5, wat: E, rode_vlag: nee, ernst: 0, herhaling: 1, urgentie: weken }",
        "{ id: s5, wat: E, rode_vlag: nee, ernst: onbekend, herhaling: 3 }",
    ));
    use Among::{Certain, Not, Possible};
    assert_eq!(
        among(&of),
        [
            ("s1", Possible),
            ("s2", Certain),
            ("s3", Possible),
            ("s4", Not),
            ("s5", Possible)
        ]
    );
    let open: Vec<String> = of.rows[4].open.iter().map(ToString::to_string).collect();
    assert_eq!(open, ["situaties/s5/ernst", "situaties/s5/urgentie"]);
    assert!(
        of.rows[1].open.is_empty(),
        "nothing can change what is certain"
    );
}

#[test]
fn another_rating_of_somebody_else_counts_as_well_and_is_not_averaged() {
    let with = |rating: &str| {
        top3(&format!(
            "personen.mensen: [{{ id: p1, naam: oma }}]\n{FIVE}wegingen:\n  - {{ id: w1, weging_bij: s5, weging_door: p1, {rating} }}\n"
        ))
    };
    let of = with("weging_ernst: 3, weging_herhaling: 3, weging_urgentie: nu");
    assert_eq!(of.rows[4].among, Among::Possible);
    assert_eq!(of.rows[0].among, Among::Possible);
    let disputed: Vec<String> = of.rows[4]
        .disputed
        .iter()
        .map(ToString::to_string)
        .collect();
    assert_eq!(
        disputed,
        [
            "situaties/s5/ernst",
            "situaties/s5/herhaling",
            "situaties/s5/urgentie"
        ]
    );
    assert_eq!(
        with("weging_ernst: 0, weging_herhaling: onbekend").rows,
        top3(FIVE).rows,
        "who agrees, or does not say, changes nothing"
    );
}

#[test]
fn all_level_is_left_to_people() {
    let row = |at: usize| {
        format!(
            "  - {{ id: s{at}, wat: A, rode_vlag: nee, ernst: 2, herhaling: 2, urgentie: nu }}\n"
        )
    };
    let rows: String = (1..=4).map(row).collect();
    let of = top3(&format!("situaties:\n{rows}"));
    assert!(of.rows.iter().all(|one| one.among == Among::Possible
        && one.ties.len() == 3
        && one.open.is_empty()
        && (one.first, one.last) == (1, Some(4))));
}

#[test]
fn as_long_as_more_may_come_nothing_is_certain() {
    let of = top3(
        "situaties: { rijen: [{ id: s1, wat: A, rode_vlag: ja, ernst: 3, herhaling: 3, urgentie: nu }], volledig: nee }",
    );
    assert_eq!((of.rows[0].among, of.rows[0].last), (Among::Possible, None));
    assert!(of.growing);
}

#[test]
fn an_order_against_the_ratings_is_pointed_out_and_left_alone() {
    let list = Library::shipped().load("top3").unwrap();
    let found = |order: &str| {
        let answers = answers(&list, &format!("{FIVE}top3: {order}\n"));
        let found = clashes(&View::new(&list, &answers, today()));
        let short = |clash: &top3::engine::Clash| {
            let ground = match clash.ground {
                Ground::Rule(_) => "regel",
                Ground::Ratings => "wegingen",
            };
            format!("{} onder {}: {ground}", clash.row, clash.under)
        };
        found.iter().map(short).collect::<Vec<_>>()
    };
    assert!(found("[s2, s1, s3]").is_empty());
    assert!(found("[s2, s3, s1]").is_empty(), "level is free");
    assert_eq!(
        found("[s4, s1, s2]"),
        [
            "s1 onder s4: wegingen",
            "s2 onder s4: regel",
            "s3 onder s4: wegingen"
        ],
        "what was left out stands under all"
    );
    assert!(found("[s2]").is_empty(), "what was left out is in no order");
}
