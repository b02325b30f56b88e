//! Whichever way a run is cut, and in whatever order its parts come back, the counts are those of the whole, to the byte.

use proptest::prelude::*;
use serde_json::{Value as Json, json};
use top3::tally::{
    Earlier, Line, Overlap, Period, Report, Reports, Rule, Tally, Unique, Unreadable,
};

/// One line as `batch` writes it, made of a few small numbers.
fn line(kind: u8, list: u8, level: u8, open: bool) -> Json {
    if kind == 0 {
        let codes: &[&str] = if open {
            &["A001"]
        } else {
            &["A001", "A005", "A005"]
        };
        let faults: Vec<Json> = codes.iter().map(|code| json!({ "code": code })).collect();
        return json!({ "id": 1, "fouten": faults });
    }
    let origin =
        json!({ "id": "lijst", "versie": format!("1.{}.0", list % 2), "sha256": list.to_string() });
    if kind == 1 {
        let reason = format!("reden {level}");
        return json!({ "id": 1, "vragenlijst": origin, "uitkomsten": {}, "niet_toepasbaar": { "reden": reason } });
    }
    let levels = ["licht", "midden", "zwaar"];
    let level = levels.get(usize::from(level)).copied();
    let (value, certain) = if open {
        (None, "open")
    } else {
        (level, "vast")
    };
    let mut line = json!({ "id": 1, "uitkomsten": {
        "niveau": { "waarde": value, "zekerheid": certain, "mogelijk": [level, "zwaar", null] },
        "som": { "waarde": level.map(str::len), "zekerheid": "vast", "mogelijk": [4] },
    } });
    if list < 3 {
        line["vragenlijst"] = origin;
    }
    line
}

fn count<'l>(lines: impl IntoIterator<Item = &'l String>) -> Tally {
    let mut tally = Tally::default();
    for line in lines {
        tally.count(&Line::read(line).unwrap().stated().unwrap());
    }
    tally
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_split_in_any_order_gives_the_same_bytes(
        records in prop::collection::vec((0..5u8, 0..4u8, 0..4u8, any::<bool>(), 0..6usize), 0..60),
        order in Just([0, 1, 2, 3, 4, 5]).prop_shuffle(),
    ) {
        let lines: Vec<(usize, String)> = records
            .iter()
            .map(|(kind, list, level, open, part)| (*part, line(*kind, *list, *level, *open).to_string()))
            .collect();
        let whole = count(lines.iter().map(|(_, line)| line));
        let part = |wanted: usize| {
            let tally = count(lines.iter().filter(|(part, _)| *part == wanted).map(|(_, line)| line));
            // As it travels: written, and read again.
            Tally::read(&tally.write()).unwrap()
        };
        // One after the other.
        let mut chain = Tally::default();
        order.iter().for_each(|at| chain.merge(part(*at)));
        // Two by two.
        let mut tree = Tally::default();
        for pair in order.chunks(2) {
            let mut both = part(pair[1]);
            both.merge(part(pair[0]));
            tree.merge(both);
        }
        prop_assert_eq!(chain.write(), whole.write());
        prop_assert_eq!(tree.write(), whole.write());
        prop_assert_eq!(whole.records, records.len() as u64);
    }
}

#[test]
fn an_open_outcome_is_no_level_and_versions_stay_apart() {
    let lines = [
        line(2, 0, 0, false),
        line(2, 0, 0, true),
        line(2, 1, 2, false),
        line(1, 0, 3, false),
    ];
    let lines = lines.map(|line| line.to_string());
    let tally = count(&lines);
    assert_eq!(tally.lijsten.len(), 2);
    let first = &tally.lijsten[0];
    assert_eq!((first.records, first.niet_toepasbaar["reden 3"]), (2, 1));
    let level = &first.uitkomsten["niveau"];
    assert_eq!((level.vast["licht"], level.open, level.geen), (1, 1, 0));
    assert_eq!(
        (
            level.mogelijk["licht"],
            level.mogelijk["zwaar"],
            level.mogelijk_geen
        ),
        (1, 1, 1)
    );
    assert_eq!(tally.lijsten[1].uitkomsten["niveau"].vast.len(), 1);
}

#[test]
fn what_is_no_tally_of_this_form_is_refused() {
    let good = count([]).write();
    assert!(Tally::read(&good).is_ok());
    for (bad, why) in [
        (
            good.replace("\"formaat\":1", "\"formaat\":2"),
            Unreadable::OtherForm,
        ),
        (
            good.replace("\"records\":0,\"fouten\"", "\"records\":-1,\"fouten\""),
            Unreadable::Broken,
        ),
        (
            good.replace("\"lijsten\":[]", "\"lijsten\":[],\"meer\":1"),
            Unreadable::Broken,
        ),
        (good[..good.len() - 1].to_owned(), Unreadable::Broken),
    ] {
        assert_eq!(Tally::read(&bad), Err(why), "{bad}");
    }
}

/// Repeated reports of the records whose pseudonym is in one part.
fn repeats(records: &[(u8, u16)], yearly: bool, part: impl Fn(u8) -> bool) -> Tally {
    let mut reports = Reports::new(Rule {
        within: Period::Months(6),
        without: Vec::new(),
        earlier: Earlier::Alle,
        per: if yearly {
            Unique::Pseudoniem
        } else {
            Unique::Dag
        },
    });
    for (who, when) in records.iter().filter(|(who, _)| part(*who)) {
        let start = Report::day("2016-01-01").unwrap();
        reports.take(Report {
            who: Some(who.to_string()),
            when: Some(start + chrono::Days::new((*when).into())),
            reporter: None,
        });
    }
    let mut tally = Tally::default();
    tally.repeats(reports.counts());
    tally
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn repeated_reports_add_up_where_each_pseudonym_is_in_one_part(
        records in prop::collection::vec((0..20u8, 0..700u16), 0..60), yearly in any::<bool>(),
    ) {
        let whole = repeats(&records, yearly, |_| true);
        let mut parts = repeats(&records, yearly, |who| who % 3 == 1);
        for part in [2, 0] {
            let other = repeats(&records, yearly, |who| who % 3 == part);
            prop_assert_eq!(parts.overlaps(&other), Some(Overlap));
            parts.merge(other);
        }
        prop_assert_eq!(parts.write(), whole.write());
    }
}
