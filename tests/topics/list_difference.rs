//! Two lists side by side: nothing that counts escapes, each thing is named once, and the other side says the same.

use std::collections::BTreeSet;

use proptest::prelude::*;
use top3::comparison::list::{Item, ItemHow, ListDifference, What, difference};
use top3::questionnaire::Library;

use crate::support::program::{Program, refused};
use crate::support::small_list::build;

const OUD: &str = "\
id: tuin
versie: 1.0.0
titel: De tuin
bron: Verzonnen
getallen: [{ id: vaak, waarde: 3 }]
onderdelen:
  - id: buiten
    titel: Buiten
    vragen:
      - { id: hond, vraag: Is er een hond?, soort: ja_nee }
      - { id: blaft, vraag: Blaft hij?, soort: ja_nee, als: { vraag: hond, is: ja } }
      - { id: kat, vraag: Is er een kat?, soort: ja_nee }
      - { id: hek, vraag: Hoe hoog is het hek?, soort: keuze, opties: [{ id: laag, tekst: Laag, punten: 1 }, { id: geen, tekst: Geen, punten: 2 }] }
      - { id: gezien, vraag: Hoe vaak liep hij weg?, soort: getal, van: 0, tot: 9 }
afgeleid:
  - { id: kans, titel: Kans, som: [hek, gezien] }
  - id: weg
    titel: Kan hij weg?
    niveaus: [{ id: nee, tekst: Nee }, { id: ja, tekst: Ja }]
    regels:
      - { als: { waarde_van: kans, minstens: vaak }, is: ja, reden: Het hek houdt hem niet tegen. }
      - { anders: nee, reden: Hij blijft. }
";

const CHANGES: [(&str, &str); 7] = [
    ("versie: 1.0.0", "versie: 1.1.0"),
    ("waarde: 3", "waarde: 4"),
    (
        "Blaft hij?, soort: ja_nee, als: { vraag: hond, is: ja }",
        "Blaft de hond?, soort: ja_nee",
    ),
    (
        "      - { id: kat, vraag: Is er een kat?, soort: ja_nee }\n",
        "",
    ),
    (
        "tekst: Laag, punten: 1 }",
        "tekst: Laag, punten: 0 }, { id: hoog, tekst: Hoog, punten: 3 }",
    ),
    (
        "som: [hek, gezien]",
        "som: [hek, { vraag: gezien, maal: 2 }]",
    ),
    (
        "      - { id: gezien",
        "      - { id: gat, vraag: Zit er een gat in?, soort: ja_nee, uitleg: Kijk goed. }\n      - { id: gezien",
    ),
];

fn nieuw() -> String {
    CHANGES.iter().fold(OUD.to_owned(), |text, (old, new)| {
        assert!(text.contains(old), "{old}");
        text.replacen(old, new, 1)
    })
}

fn load(text: &str) -> top3::questionnaire::Questionnaire {
    let mut library = Library::shipped();
    let id = library.add("tuin.yaml", text.as_bytes()).unwrap();
    library.load(&id).unwrap()
}

#[test]
fn an_author_reads_what_is_new_gone_and_changed() {
    let program = Program::new();
    program.write("oud.yaml", OUD);
    program.write("nieuw.yaml", &nieuw());
    let run = program.run(&["vragenlijst", "vergelijk", "oud.yaml", "nieuw.yaml"]);
    assert_eq!((run.code, run.err.as_str()), (Some(0), ""));
    insta::assert_snapshot!(run.out, @r#"
    Eerst: De tuin (tuin 1.0.0)
    Dan: De tuin (tuin 1.1.0)

    Nieuw: 1
       - vraag gat: Zit er een gat in?

    Weg: 1
       - vraag kat: Is er een kat?

    Anders: 4
       - vraag blaft: Blaft de hond?
         tekst
           was: Blaft hij?
           is nu: Blaft de hond?
         voorwaarde: was hond is ja
       - vraag hek: Hoe hoog is het hek?
         punten van optie laag
           was: 1
           is nu: 0
         nieuwe optie hoog: Hoog
       - afgeleide kans: Kans
         rekenwijze
           was: gezien
           is nu: 2 maal gezien
       - getal vaak
         waarde
           was: vaak (3)
           is nu: vaak (4)
    "#);
}

#[test]
fn a_cut_off_that_moved_is_found_behind_the_outcome_that_rests_on_it() {
    let (old, new) = (load(OUD), load(&nieuw()));
    let found = difference(&old, &new);
    let behind: Vec<(Item, &str)> = found
        .behind(&old, &new, "weg")
        .into_iter()
        .map(|one| (one.item, one.id.as_str()))
        .collect();
    assert_eq!(
        behind,
        [
            (Item::Number, "vaak"),
            (Item::Derived, "kans"),
            (Item::Question, "hek")
        ]
    );
    let only_number = load(&OUD.replace("waarde: 3", "waarde: 4"));
    let found = difference(&old, &only_number);
    assert_eq!(found.items.len(), 1, "told once, at the number: {found:?}");
}

/// Who looks for what differs between two professions must find how long something is waited for.
#[test]
fn a_period_that_is_longer_elsewhere_is_told() {
    let period = |days: &str| {
        let text = format!(
            "{OUD}termijnen:\n  - {{ id: bellen, titel: De buren bellen, stil: Bellen, soort: verwachting, vanaf: dag, dagen: {days} }}\n"
        );
        let day = "    vragen:\n      - { id: dag, vraag: Wanneer?, soort: datum }\n";
        load(&text.replace("    vragen:\n", day))
    };
    let found = difference(&period("3"), &period("5"));
    let [one] = found.items.as_slice() else {
        panic!("{found:?}");
    };
    assert_eq!((one.item, one.id.as_str()), (Item::Period, "bellen"));
    let ItemHow::Changed(aspects) = &one.how else {
        panic!("{one:?}");
    };
    assert_eq!(aspects.len(), 1);
    assert_eq!(aspects[0].what, What::Value);
    assert!(aspects[0].then.starts_with("3 dagen") && aspects[0].now.starts_with("5 dagen"));
}

#[test]
fn profiles_are_compared_by_name_and_a_list_can_be_taken_with_one() {
    let program = Program::new();
    let run = program.run(&["vragenlijst", "vergelijk", "basis", "knmg"]);
    assert_eq!(run.code, Some(0), "{}", run.err);
    assert!(run.out.contains("instelling vt_advies"), "{}", run.out);
    let same = program.run(&["vragenlijst", "vergelijk", "base", "knmg"]);
    assert_eq!(same.out, run.out);
    let with = program.run(&["vragenlijst", "vergelijk", "casus", "casus+knmg"]);
    assert!(
        with.out.contains("instelling meldcode.vt_advies"),
        "{}",
        with.out
    );
    let itself = program.run(&["vragenlijst", "vergelijk", "rihg", "rihg"]);
    assert!(itself.out.contains("zijn gelijk"), "{}", itself.out);
    refused(
        &program.run(&["vragenlijst", "vergelijk", "basis", "rihg"]),
        2,
        &["past geen andere lijst aan"],
    );
    refused(
        &program.run(&["vragenlijst", "vergelijk", "rihg", "casus+tovenaar"]),
        2,
        &["tovenaar", "knmg"],
    );
}

#[test]
fn every_shipped_list_is_the_same_as_itself() {
    let library = Library::shipped();
    for id in library.ids() {
        let list = library.load(id).unwrap();
        let found = difference(&list, &list);
        assert!(
            found.is_empty() && found.versions.is_empty(),
            "{id}: {found:?}"
        );
    }
}

/// What is named, as it looks from one of the two sides. Which of two things moved past the other is a matter of taste.
fn named(of: &ListDifference, back: bool) -> BTreeSet<(Item, String, String)> {
    let items = of.items.iter();
    items
        .filter_map(|one| {
            let how = match &one.how {
                ItemHow::New => if back { "gone" } else { "new" }.to_owned(),
                ItemHow::Gone => if back { "new" } else { "gone" }.to_owned(),
                ItemHow::Changed(aspects) => {
                    let what = aspects.iter().map(|aspect| match (aspect.what, back) {
                        (What::OptionNew, true) => What::OptionGone,
                        (What::OptionGone, true) => What::OptionNew,
                        (what, _) => what,
                    });
                    let what: BTreeSet<What> = what.filter(|what| *what != What::Place).collect();
                    (!what.is_empty()).then(|| format!("{what:?}"))?
                }
            };
            Some((one.item, one.id.clone(), how))
        })
        .collect()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 120, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn each_thing_is_named_once_and_the_other_side_says_the_same(
        one in prop::collection::vec(any::<u8>(), 0..90),
        two in prop::collection::vec(any::<u8>(), 0..90),
    ) {
        let (one, two) = (build(&one).list, build(&two).list);
        let (there, back) = (difference(&one, &two), difference(&two, &one));
        let ids: BTreeSet<(Item, &str)> =
            there.items.iter().map(|item| (item.item, item.id.as_str())).collect();
        prop_assert_eq!(ids.len(), there.items.len());
        prop_assert_eq!(named(&there, false), named(&back, true));
        prop_assert!(difference(&one, &one).is_empty());
    }
}
