//! A whole publication: what stands in it together, and that nothing exact is in its bytes.

use proptest::prelude::*;
use serde_json::{Value as Json, json};
use top3::questionnaire::{Library, Questionnaire};
use top3::tally::{Line, Origin, Publication, Shown, Tally, Wanted, publish};

/// Three outcomes on one another, and one by itself.
const LIST: &str = "
id: lijst
versie: 1.0.0
titel: Lijst
bron: Eigen voorbeeld
onderdelen:
  - id: d
    titel: D
    vragen:
      - { id: a, vraag: 'A?', soort: ja_nee, punten: { ja: 1, nee: 0 } }
      - { id: b, vraag: 'B?', soort: ja_nee, punten: { ja: 1, nee: 0 } }
      - { id: c, vraag: 'C?', soort: ja_nee, als: { vraag: b, is: ja } }
afgeleid:
  - { id: som, som: [a, b] }
  - id: niveau
    banden: { van: som, rijen: [ { onder: 1, is: licht }, { vanaf: 1, is: zwaar } ] }
    niveaus: [ { id: licht, tekst: Licht }, { id: zwaar, tekst: Zwaar } ]
  - id: los
    regels:
      - { als: { vraag: c, is: ja }, is: wel }
      - { anders: niet }
    niveaus: [ { id: wel, tekst: Wel }, { id: niet, tekst: Niet } ]
";

fn list() -> Questionnaire {
    let mut library = Library::shipped();
    library.add("lijst.yaml", LIST.as_bytes()).unwrap();
    library
        .load("lijst")
        .unwrap_or_else(|problems| panic!("{problems:#?}"))
}

fn origin(list: &Questionnaire) -> Origin {
    let version = &list.version;
    Origin {
        id: version.id.clone(),
        versie: version.version.clone(),
        sha256: version.sha256.clone(),
    }
}

/// Counts with so many records of each level.
fn tally(list: &Questionnaire, light: usize, heavy: usize, open: usize, refused: usize) -> Tally {
    let origin = serde_json::to_value(origin(list)).unwrap();
    let line = |value: Option<&str>, certain: &str| {
        let other = |value: Json| json!({ "waarde": value, "zekerheid": "vast", "mogelijk": null });
        json!({ "id": 1, "vragenlijst": origin, "uitkomsten": {
            "som": other(json!(1)),
            "niveau": { "waarde": value, "zekerheid": certain, "mogelijk": ["licht"] },
            "los": other(json!("wel")),
        } })
    };
    let lines = std::iter::repeat_n(line(Some("licht"), "vast"), light)
        .chain(std::iter::repeat_n(line(Some("zwaar"), "vast"), heavy))
        .chain(std::iter::repeat_n(line(None, "open"), open))
        .chain(std::iter::repeat_n(
            json!({ "id": 1, "fouten": [{ "code": "A001" }] }),
            refused,
        ));
    let mut tally = Tally::default();
    for line in lines {
        let line = line.to_string();
        tally.count(&Line::read(&line).unwrap().stated().unwrap());
    }
    tally
}

fn names(made: &Publication) -> Vec<&str> {
    let tables = made.lijsten.iter().flat_map(|list| &list.tabellen);
    tables.map(|table| &*table.naam).collect()
}

#[test]
fn outcomes_that_follow_from_one_another_do_not_stand_together() {
    let list = list();
    let tally = tally(&list, 40, 60, 20, 3);
    let here = |one: &Origin| (*one == origin(&list)).then_some(&list);
    let asked = |names: &[&str]| {
        let names: Vec<String> = names.iter().map(|name| (*name).to_owned()).collect();
        publish(&tally, &names, here)
    };
    assert_eq!(names(&asked(&[]).unwrap()), ["niveau", "los"]);
    assert_eq!(names(&asked(&["som"]).unwrap()), ["som"]);
    assert_eq!(
        asked(&["som", "niveau"]),
        Err(Wanted::Linked("niveau".into(), "som".into()))
    );
    assert_eq!(asked(&["nivo"]), Err(Wanted::NoTable("nivo".into())));
    // Without the list nobody knows; one table is safe by itself.
    let nowhere = |_: &Origin| None;
    let one = |names: &[String]| publish(&tally, names, nowhere);
    assert_eq!(one(&[]), Err(Wanted::NoList("lijst".into())));
    assert_eq!(names(&one(&["niveau".into()]).unwrap()), ["niveau"]);
}

#[test]
fn the_same_cells_are_secret_with_the_list_and_without() {
    // The list says light before heavy; by name, heavy would come last too, so the names are turned round.
    let turned = LIST.replace("licht", "xlicht").replace("zwaar", "azwaar");
    let mut library = Library::shipped();
    library.add("lijst.yaml", turned.as_bytes()).unwrap();
    let list = library.load("lijst").unwrap();
    let text = tally(&list, 40, 60, 5, 0).write();
    let tally = Tally::read(&text.replace("licht", "xlicht").replace("zwaar", "azwaar")).unwrap();
    let names = ["niveau".to_owned()];
    let secret = |made: Publication| {
        let cells = made.lijsten[0].tabellen[0].cellen.clone().unwrap();
        let mut secret: Vec<_> = cells
            .into_iter()
            .filter(|cell| cell.aantal == Shown::Secret)
            .map(|cell| (cell.soort, cell.waarde))
            .collect();
        secret.sort();
        secret
    };
    let with = secret(publish(&tally, &names, |_| Some(&list)).unwrap());
    let without = secret(publish(&tally, &names, |_| None).unwrap());
    assert_eq!(with, without);
    assert_eq!(
        with,
        [("open", None), ("waarde", Some("azwaar".to_owned()))]
    );
}

#[test]
fn a_part_of_the_records_is_not_published_beside_all() {
    let list = list();
    let mut tally = tally(&list, 40, 60, 20, 0);
    let here = |one: &Origin| (*one == origin(&list)).then_some(&list);
    tally.lijsten[0].records += 2;
    assert_eq!(
        publish(&tally, &["niveau".into()], here),
        Err(Wanted::Partial("niveau".into()))
    );
}

#[test]
fn secret_is_not_zero() {
    let list = list();
    let here = |one: &Origin| (*one == origin(&list)).then_some(&list);
    let made = publish(&tally(&list, 40, 58, 0, 3), &["niveau".into()], here).unwrap();
    let made = serde_json::to_value(&made).unwrap();
    assert_eq!(made["niet_gewogen"], "geheim");
    let table = &made["lijsten"][0];
    assert_eq!(
        (&table["records"], &table["niet_toepasbaar"]),
        (&json!(100), &json!(0))
    );
    let cells = table["tabellen"][0]["cellen"].as_array().unwrap();
    let short: Vec<Json> = cells
        .iter()
        .map(|cell| {
            json!([
                cell["soort"],
                cell["waarde"],
                cell["aantal"],
                cell["procent"]
            ])
        })
        .collect();
    assert_eq!(
        short,
        [
            json!(["waarde", "licht", 40, 40.0]),
            json!(["waarde", "zwaar", 60, 60.0]),
            json!(["geen", null, 0, 0.0]),
            json!(["open", null, 0, 0.0]),
        ]
    );
    // A few that are open take a level with them.
    let made = publish(&tally(&list, 40, 58, 4, 0), &["niveau".into()], here).unwrap();
    let made = serde_json::to_value(&made).unwrap();
    let cells = made["lijsten"][0]["tabellen"][0]["cellen"]
        .as_array()
        .unwrap()
        .clone();
    let counts: Vec<&Json> = cells.iter().map(|cell| &cell["aantal"]).collect();
    assert_eq!(
        counts,
        [&json!("geheim"), &json!(60), &json!(0), &json!("geheim")]
    );
}

/// Every count in it: nothing but multiples of five.
fn all_rounded(json: &Json) -> bool {
    match json {
        Json::Number(number) => number.as_u64().is_none_or(|number| number % 5 == 0),
        Json::Array(all) => all.iter().all(all_rounded),
        Json::Object(all) => all
            .iter()
            .all(|(name, one)| name == "formaat" || all_rounded(one)),
        _ => true,
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 60, failure_persistence: None, ..ProptestConfig::default() })]

    /// Within what rounding hides, other counts give the same bytes: nothing exact is in them.
    #[test]
    fn nothing_exact_is_in_the_bytes(
        light in 4..25usize, heavy in 4..25usize, open in 4..25usize, refused in 0..20usize,
        shift in -2..3i64,
    ) {
        let list = list();
        let here = |one: &Origin| (*one == origin(&list)).then_some(&list);
        // Multiples of five, so that every shift of at most two rounds to the same.
        let near = |count: usize| count * 5;
        let by = |count: usize, shift: i64| usize::try_from(i64::try_from(near(count)).unwrap() + shift).unwrap();
        let text = |tally: &Tally| serde_json::to_string(&publish(tally, &["niveau".into()], here).unwrap()).unwrap();
        let plain = text(&tally(&list, near(light), near(heavy), near(open), refused));
        // The total stays what it was.
        let moved = text(&tally(&list, by(light, shift), by(heavy, -shift), near(open), refused));
        prop_assert_eq!(&plain, &moved);
        let made: Json = serde_json::from_str(&plain).unwrap();
        prop_assert!(all_rounded(&made["lijsten"][0]["records"]) && all_rounded(&made["niet_gewogen"]), "{}", plain);
        let cells = made["lijsten"][0]["tabellen"][0]["cellen"].as_array().unwrap().clone();
        prop_assert!(cells.iter().all(|cell| all_rounded(&cell["aantal"])), "{}", plain);
        prop_assert!(!plain.contains("A001"));
    }
}
