//! What differs per profession or organisation, on what ground; and an organisation's own official text over a profile.

use top3::comparison::list::{ItemHow, What, difference};
use top3::problem::Code;
use top3::questionnaire::{Certainty, Library, Number, NumberRef, Questionnaire};

const BASE: &str = "\
id: basis
versie: 1.0.0
titel: Een lijst
bron: Eigen voorbeeld
getallen: [{ id: termijn, waarde: 15 }, { id: grens, waarde: 1 }, { id: grens, waarde: 2, vanaf: 2026-01-01 }]
instellingen:
  - { id: melden, waarden: [plicht, mag], gewoon: mag }
  - { id: advies, waarden: [plicht, mag], gewoon: mag }
onderdelen:
  - id: deel
    titel: Deel
    vragen:
      - { id: jaren, vraag: Hoeveel jaar?, soort: getal }
      - { id: meld, vraag: Meldt u?, soort: ja_nee, als: { instelling: melden, is: plicht } }
      - { id: vt, vraag: Advies?, soort: ja_nee, als: { instelling: advies, is: plicht } }
afgeleid:
  - id: lang
    regels: [{ als: { alle: [{ vraag: jaren, minstens: termijn }, { vraag: jaren, minstens: grens }] }, is: ja }, { anders: nee }]
";

fn adapted(changes: &str) -> Result<Questionnaire, Vec<Code>> {
    let mut library = Library::default();
    library.add("basis.yaml", BASE.as_bytes()).unwrap();
    let text = format!(
        "id: artsen\nversie: 1.0.0\ntitel: Artsen\nbron: code\nbronnen: {{ code: De beroepscode }}\npast_aan: basis\n{changes}\n"
    );
    library.add("artsen.yaml", text.as_bytes()).unwrap();
    let loaded = library.load("artsen");
    loaded.map_err(|faults| faults.into_iter().map(|one| one.code).collect())
}

fn day() -> chrono::NaiveDate {
    chrono::NaiveDate::from_ymd_opt(2026, 3, 1).unwrap()
}

/// Whoever asks on what a question rests must not hear a code that never asked it.
#[test]
fn what_an_adaptation_leaves_alone_keeps_the_source_of_the_base() {
    let list = adapted("wijzig: [{ id: meld, vraag: Meldt u dit? }]").unwrap();
    assert_eq!(list.source, "De beroepscode");
    for question in &list.questions {
        assert_eq!(question.source, "Eigen voorbeeld", "{}", question.id);
    }
    assert_eq!(list.derived[0].source, "Eigen voorbeeld");
    let changed = adapted("wijzig: [{ id: lang, als: { vraag: meld, is: ja } }]").unwrap();
    assert_eq!(changed.derived[0].source, "De beroepscode");
}

#[test]
fn a_value_has_its_own_source_and_says_how_sure_it_is() {
    let list = adapted(
        "instellingen:\n  melden: { waarde: plicht, bron: code, zekerheid: zeker }\n  advies: { bron: code, zekerheid: niet_gevonden }\nwijzig: [{ id: termijn, waarde: 20, bron: code, zekerheid: afgeleid }]",
    )
    .unwrap();
    let setting = |id: &str| list.settings.iter().find(|one| one.id == id).unwrap();
    assert_eq!(setting("melden").value, "plicht");
    assert_eq!(setting("melden").source, "De beroepscode");
    assert_eq!(setting("melden").certainty, Some(Certainty::Sure));
    assert_eq!(setting("advies").value, "mag", "that of the base stands");
    assert_eq!(setting("advies").certainty, Some(Certainty::NotFound));
    assert_eq!(list.number(NumberRef::Named(0), day()), Number::whole(20));
    let row = &list.numbers[0].rows[0];
    assert_eq!(
        (row.source.as_str(), row.certainty),
        ("De beroepscode", Some(Certainty::Derived))
    );
}

#[test]
fn a_dated_number_is_changed_in_the_row_that_is_named() {
    let list =
        adapted("wijzig: [{ id: grens, vanaf: 2026-01-01, waarde: 7, bron: code }]").unwrap();
    assert_eq!(list.number(NumberRef::Named(1), day()), Number::whole(7));
    let before = day() - chrono::Months::new(12);
    assert_eq!(list.number(NumberRef::Named(1), before), Number::ONE);
}

#[test]
fn a_ground_that_does_not_fit_is_a_fault() {
    let refused = |changes: &str| adapted(changes).unwrap_err();
    for (changes, code) in [
        (
            "wijzig: [{ id: grens, waarde: 7, bron: code }]",
            Code::Adaptation,
        ),
        (
            "wijzig: [{ id: grens, vanaf: 2027-01-01, waarde: 7, bron: code }]",
            Code::Adaptation,
        ),
        ("wijzig: [{ id: termijn, waarde: 7 }]", Code::MissingSource),
        (
            "wijzig: [{ id: termijn, waarde: 7, bron: code, zekerheid: niet_gevonden }]",
            Code::Adaptation,
        ),
        (
            "wijzig: [{ id: termijn, bron: code, zekerheid: zeker }]",
            Code::MissingKey,
        ),
        (
            "wijzig: [{ id: termijn, waarde: 7, bron: code, zekerheid: misschien }]",
            Code::WrongType,
        ),
        (
            "instellingen: { melden: { waarde: plicht, zekerheid: zeker } }",
            Code::MissingSource,
        ),
        (
            "instellingen: { melden: { waarde: plicht, bron: code } }",
            Code::MissingKey,
        ),
        (
            "instellingen: { melden: { waarde: moet, bron: code, zekerheid: zeker } }",
            Code::UnknownOption,
        ),
    ] {
        assert_eq!(refused(changes), [code], "{changes}");
    }
}

#[test]
fn a_comparison_tells_on_what_ground_a_setting_differs() {
    let mut library = Library::default();
    library.add("basis.yaml", BASE.as_bytes()).unwrap();
    let base = library.load("basis").unwrap();
    let list =
        adapted("instellingen: { melden: { waarde: plicht, bron: code, zekerheid: zeker } }")
            .unwrap();
    let found = difference(&base, &list);
    let changed = found.items.iter().find(|one| one.id == "melden").unwrap();
    let ItemHow::Changed(aspects) = &changed.how else {
        panic!("{changed:?}");
    };
    let told: Vec<What> = aspects.iter().map(|one| one.what).collect();
    assert_eq!(told, [What::Value, What::Source, What::Certainty]);
}

/// The file of an organisation adapts the profile, and wins over it; what it leaves alone is that of the profile.
#[test]
fn an_own_official_text_wins_over_the_profile() {
    let mut library = Library::shipped();
    let text = "id: ons-huis\nversie: 1.0.0\ntitel: Ons huis\nbron: Onze eigen code, 2026\npast_aan: meldcode-knmg\n\
                instellingen: { collega_advies: { waarde: aanbevolen, bron: 'Onze eigen code, artikel 4', zekerheid: zeker } }\n\
                wijzig: [{ id: q1, vraag: Wat ons huis vraagt? }]\n";
    let id = library.add("ons-huis.yaml", text.as_bytes()).unwrap();
    library.adapt(&id).unwrap();
    let list = library.load("meldcode").unwrap();
    assert_eq!(list.version.id, "ons-huis");
    let q1 = list.find("q1").unwrap();
    assert_eq!(list.question(q1).text.nl, "Wat ons huis vraagt?");
    let value = |id: &str| {
        let one = list.settings.iter().find(|one| one.id == id).unwrap();
        (one.value.clone(), one.source.clone())
    };
    assert_eq!(value("collega_advies").0, "aanbevolen");
    assert_eq!(value("collega_advies").1, "Onze eigen code, artikel 4");
    assert_eq!(
        value("vt_advies").0,
        "verplicht",
        "of the profile in between"
    );
    // Used by another list, it still stands in the place of the base.
    let casus = library.load("casus").unwrap();
    let q1 = casus.find("meldcode.q1").unwrap();
    assert_eq!(casus.question(q1).text.nl, "Wat ons huis vraagt?");
}
