//! The loader and the schema of a list agree: what the one accepts the other accepts, and what the loader refuses for
//! its form the schema refuses. What needs more than the form of one file is listed here, with why.

use std::collections::BTreeSet;
use std::sync::LazyLock;

use jsonschema::Validator;
use serde_json::{Value as Json, json};
use top3::problem::{Code, Problem};
use top3::questionnaire::Library;
use top3::schema;
use top3::yaml::read_tree;

use crate::support::schema::{faults, validator, value_of};

static SCHEMA: LazyLock<Validator> = LazyLock::new(|| validator(&schema::questionnaire()));

/// The codes of faults in the form.
const FORM: [Code; 8] = [
    Code::UnknownKey,
    Code::WrongType,
    Code::MissingKey,
    Code::BadId,
    Code::BadValue,
    Code::MissingSource,
    Code::MissingDutch,
    Code::NestedList,
];

/// Faults with such a code that no schema of one file can find: words of the message, and why.
const MEANING: [(&str, &str); 7] = [
    (
        "staat niet bij `op`",
        "the columns of a table are named elsewhere in it",
    ),
    (
        "kleiner dan `van`",
        "two numbers of one question are compared",
    ),
    (
        "ligt niet tussen",
        "a label is compared with the ends of its scale",
    ),
    (
        "zo kan de lijst nooit goed zijn",
        "two numbers of one question are compared",
    ),
    (
        "zoveel kunnen er niet gelden",
        "a number is compared with how many conditions there are",
    ),
    (
        "een niveau kan niet",
        "a level that only a rule names looks like any other word",
    ),
    (
        "hoort niet in een",
        "a change may hold the keys of whatever it changes",
    ),
];

/// Whether the schema must refuse what the loader says of this.
fn is_form(problem: &Problem, adapted: bool) -> bool {
    let message = problem.message.to_lowercase();
    let meant = MEANING
        .iter()
        .any(|(words, _)| message.contains(words) && (*words != "hoort niet in een" || adapted));
    FORM.contains(&problem.code) && !meant
}

/// Where the two differ, if they do.
fn differ(value: &Json, problems: &[Problem]) -> Option<String> {
    let adapted = value.get("past_aan").is_some();
    let found = faults(&SCHEMA, value);
    let form = problems.iter().find(|problem| is_form(problem, adapted));
    match (form, found.as_slice()) {
        (Some(problem), []) => Some(format!(
            "the loader says `{}`, the schema nothing",
            problem.message
        )),
        (None, [first, ..]) if problems.is_empty() => {
            Some(format!("the loader says nothing, the schema {first}"))
        }
        _ => None,
    }
}

/// Holds what the loader said of a broken list against the schema. What is not YAML has no form, and of a repeated key an
/// editor sees one.
pub fn agrees_with_loader(text: &str, problems: &[Problem]) {
    let own: Vec<Problem> = problems
        .iter()
        .filter(|one| &*one.place.file == "lijst.yaml")
        .cloned()
        .collect();
    let Ok(tree) = read_tree(text.as_bytes(), "lijst.yaml") else {
        return;
    };
    if own.iter().any(|problem| problem.code == Code::RepeatedKey)
        || (own.is_empty() && !problems.is_empty())
    {
        return;
    }
    if let Some(how) = differ(&value_of(&tree), &own) {
        panic!("{how}\n{text}");
    }
}

fn problems(value: &Json) -> Vec<Problem> {
    let mut library = Library::shipped();
    match library.add("lijst.yaml", value.to_string().as_bytes()) {
        Ok(id) => library.inspect(&id).problems,
        Err(problem) => vec![*problem],
    }
}

/// A list with what the practice list lacks.
const MORE: &str = "
id: meer
versie: 1.0.0
titel: { nl: Meer, en: More }
uitleg: Alles wat de oefenlijst niet heeft.
geldig_vanaf: 2026-01-01
bron: b
bronnen: { b: Een bron }
getallen: [{ id: g, waarde: 2.5, vanaf: 2026-01-01, bron: b, titel: T, eenheid: dagen, uitleg: U }]
schalen: { s: [{ id: a, tekst: A, uitleg: U, punten: 0 }, { id: c, tekst: C, punten: 1.5 }] }
instellingen: [{ id: i, titel: T, waarden: [x, y], gewoon: x, uitleg: U, bron: b }]
gebruikt: [personen]
niet_toepasbaar: [{ als: { vraag: j, is: nee }, reden: Zo niet. }]
onderdelen:
  - { id: p, titel: P, uitleg: U, bron: b, gebruik: personen }
  - id: d
    titel: D
    uitleg: U
    bron: b
    samen: ja
    vragen:
      - { id: j, vraag: V, soort: ja_nee, punten: { ja: 2, nee: 0 }, uitleg: U, waarom: W, voorbeeld: X, bron: b, nvt: ja, meer: ja, toelichting: { bij: [ja] }, apart: ja }
      - { id: k, vraag: V, soort: keuze, opties: s, toelichting: altijd, als: { een_van: [{ kan: { vraag: j, is: ja } }, { zeker: { vraag: j, is: nee } }] } }
      - { id: m, vraag: V, soort: meerkeuze, opties: [{ id: x, tekst: X, punten: 1 }, { id: y, tekst: Y, punten: 2 }], mag_leeg: ja }
      - { id: o, vraag: V, soort: oordeel, opties: s, steunt_op: [j, k], feit: vanaf a }
      - { id: r, vraag: V, soort: schaal, van: 0, tot: 10, labels: { 0: Laag, 10: Hoog } }
      - { id: n, vraag: V, soort: getal, van: 0, tot: 9, stap: 0.5, eenheid: uur }
      - { id: da, vraag: V, soort: datum, niet_na_vandaag: ja }
      - { id: t, vraag: V, soort: tekst, regels: meer, vaag: ja, mag_leeg: ja, als: { alle: [{ vraag: da, voor: vandaag, na: vandaag-30 }, { vraag: da, na: 2026-01-01 }] } }
      - { id: w, vraag: V, soort: persoon, meerdere: ja }
      - id: l
        vraag: V
        soort: lijst
        rij: rij
        samen: ja
        minstens: 0
        hoogstens: 5
        nummer: a
        vragen:
          - { id: lw, vraag: V, soort: verwijzing, rijen_van: personen.mensen, meerdere: nee }
          - { id: le, vraag: V, soort: schaal, van: 1, tot: 3 }
          - { id: lf, vraag: V, soort: ja_nee }
          - { id: lt, vraag: V, soort: tekst, als: { vraag: le, minstens: 2, hoogstens: g } }
      - { id: ro, vraag: V, soort: rangorde, rijen_van: l, hoogstens: 3, eerst: { als: { vraag: le, is: 3 }, tekst: Let op. }, weegt_op: [lf, { vraag: le }] }
      - { id: me, vraag: V, soort: mededeling, stop: ja, gevaar: ja, als: { minstens: 1, van: [{ vraag: j, is: ja }, { niet: { vraag: m, bevat: [x] } }] } }
      - { id: z, vraag: V, soort: ja_nee, als: { alle: [{ een_rij: l, geldt: { vraag: le, is: 1 } }, { elke_rij: l, geldt: { vraag: le, meer_dan: 1 } }, { aantal_rijen: l, minder_dan: 3, geldt: { vraag: le, is: 1 } }, { vraag: j, gelijk_aan: j }, { instelling: i, is: [x, y] }] } }
eigenschappen:
  - { id: e1, titel: T, reden: R, monotoon: s8, vragen: [j, z], andersom: z, behalve: [r] }
  - { id: e2, geldt: nee, reden: R, altijd: { waarde_van: s8, is: hoog }, als: { vraag: j, is: ja } }
  - { id: e3, geldt: ja, nooit: { waarde_van: s8, is: hoog } }
  - { id: e4, telt: s8, vragen: j }
  - { id: e5, telt_niet: s8, vragen: [r] }
afgeleid:
  - { id: s1, titel: T, uitleg: U, bron: b, als: { vraag: j, is: ja }, onbekend: { naar_rato: 3 }, som: [j, { vraag: k, maal: 2 }, { waarde_van: s2, maal: g }, { als: { vraag: j, is: ja }, punten: 3 }, { rijen: l, vraag: le }, { rijen: l, als: { vraag: le, is: 1 }, punten: 1 }] }
  - { id: s2, onbekend: als_nee, tel: { vragen: [j, z], is: ja } }
  - { id: s3, tel: { van: [{ vraag: j, is: ja }] } }
  - { id: s4, tel: { rijen: l, geldt: { vraag: le, is: 1 } } }
  - { id: s5, hoogste: [r, n] }
  - { id: s6, laagste: { rijen: l, vraag: le } }
  - { id: s7, verhouding: { van: s2, tot: 4 } }
  - { id: s8, niveaus: [{ id: laag, tekst: L }, { id: hoog, tekst: H }], rol: casus.advies, banden: { van: s2, rijen: [{ onder: 1, is: laag, reden: R }, { vanaf: 1, tot_en_met: 9, is: hoog }] } }
  - { id: s9, tabel: { op: [j, r], rijen: [{ j: ja, r: { minstens: 3 }, is: a, reden: R, bron: b }, { j: [ja, nee], is: c }, { is: c }] } }
  - { id: sa, niveaus: s, regels: [{ als: { waarde_van: s8, is: hoog }, is: a, reden: R, bron: b }, { als: { waarde_van: s2, minstens: g }, is: c }, { anders: c, reden: R, bron: b }] }
";

/// What is put in the place of a value, one at a time.
fn others() -> Vec<Json> {
    vec![
        json!("woord"),
        json!("ja"),
        json!(3),
        json!(-1),
        json!(2.5),
        json!("2026-01-02"),
        json!("2026-02-30"),
        json!(""),
        json!(null),
        json!([]),
        json!(["woord"]),
        json!([{}]),
        json!({}),
        json!({ "nl": "Tekst" }),
        json!({ "vraag": "j", "is": "ja" }),
    ]
}

/// Every place in a value, each with the pattern that it shares with places of the same form.
fn places(value: &Json, path: &str, pattern: &str, found: &mut Vec<(String, String)>) {
    match value {
        Json::Object(map) => {
            let kind = map.get("soort").and_then(Json::as_str).unwrap_or("");
            for (key, inner) in map {
                let pattern = format!("{pattern}/{kind}.{key}");
                let path = format!("{path}/{key}");
                found.push((path.clone(), pattern.clone()));
                places(inner, &path, &pattern, found);
            }
        }
        Json::Array(items) => {
            for (at, inner) in items.iter().enumerate() {
                let marks = inner
                    .as_object()
                    .map(|map| map.keys().next().cloned().unwrap_or_default());
                let pattern = format!("{pattern}/{}", marks.unwrap_or_default());
                let path = format!("{path}/{at}");
                found.push((path.clone(), pattern.clone()));
                places(inner, &path, &pattern, found);
            }
        }
        _ => {}
    }
}

/// The same value with another one at this place, or without it, or with one letter more in its key.
fn changed(value: &Json, path: &str, to: Option<&Json>, rename: bool) -> Json {
    let mut value = value.clone();
    let (parent, key) = path.rsplit_once('/').unwrap();
    match value.pointer_mut(parent).unwrap() {
        Json::Object(map) => match to {
            Some(to) => _ = map.insert(key.to_owned(), to.clone()),
            None => {
                let held = map.shift_remove(key);
                if rename {
                    map.insert(format!("{key}x"), held.unwrap());
                }
            }
        },
        Json::Array(items) => match to {
            Some(to) => items[key.parse::<usize>().unwrap()] = to.clone(),
            None => _ = items.remove(key.parse().unwrap()),
        },
        _ => unreachable!(),
    }
    value
}

/// One slip at every kind of place of a list: the two say the same.
fn every_slip(value: &Json, one_in: usize) -> (usize, Vec<String>) {
    assert!(problems(value).is_empty(), "{:?}", problems(value));
    let mut all = Vec::new();
    places(value, "", "", &mut all);
    let (mut seen, mut tried, mut wrong) = (BTreeSet::new(), 0, Vec::new());
    for (path, pattern) in all {
        if !seen.insert(pattern.clone()) {
            continue;
        }
        let own = value.pointer(&path).unwrap();
        let mut slips = vec![
            changed(value, &path, None, false),
            changed(value, &path, None, true),
        ];
        // Each place gets a share of the other values, another share than its neighbour.
        let others = others().into_iter().enumerate();
        let share =
            others.filter(|(at, other)| (at + seen.len()).is_multiple_of(one_in) && other != own);
        slips.extend(share.map(|(_, other)| changed(value, &path, Some(&other), false)));
        for slip in slips {
            tried += 1;
            let problems = problems(&slip);
            // What `is` and a column hold depends on what they are asked of.
            let asked = path.ends_with("/is") || path.contains("/tabel/rijen/");
            if asked
                && !problems.is_empty()
                && problems
                    .iter()
                    .all(|one| one.message.ends_with("is geen getal."))
            {
                continue;
            }
            if let Some(how) = differ(&slip, &problems) {
                let at = slip
                    .pointer(&path)
                    .map_or("(gone)".to_owned(), Json::to_string);
                wrong.push(format!("{path} = {at}: {how}"));
            }
        }
    }
    (tried, wrong)
}

#[test]
fn one_slip_anywhere_is_seen_by_both_or_by_neither() {
    let more = value_of(&read_tree(MORE.as_bytes(), "meer.yaml").unwrap());
    let (tried, wrong) = every_slip(&more, 12);
    assert!(tried > 600, "only {tried} slips");
    assert!(
        wrong.is_empty(),
        "{} of {tried}:\n{}",
        wrong.len(),
        wrong.join("\n")
    );
}

/// The practice list holds the format as an author meets it.
#[test]
fn one_slip_in_the_practice_list_is_seen_by_both_or_by_neither() {
    let library = Library::shipped();
    let text = library.text("questionnaires/proef/proef.yaml").unwrap();
    let proef = value_of(&read_tree(text.as_bytes(), "proef.yaml").unwrap());
    let (tried, wrong) = every_slip(&proef, 30);
    assert!(tried > 350, "only {tried} slips");
    assert!(
        wrong.is_empty(),
        "{} of {tried}:\n{}",
        wrong.len(),
        wrong.join("\n")
    );
}

#[test]
fn one_slip_in_an_adaptation_is_seen_by_both_or_by_neither() {
    let text = "
id: eigen
versie: 1.0.0
titel: T
uitleg: U
geldig_vanaf: 2026-01-01
bron: b
bronnen: { b: Een bron }
past_aan: proef
instellingen: { slingers: mag }
wijzig: [{ id: jarig, vraag: Is iemand jarig?, uitleg: U, waarom: W, bron: b, meer: nee }, { id: feest, titel: T, samen: nee }]
verplaats: [{ vraag: geheim, naar: feest }]
";
    let value = value_of(&read_tree(text.as_bytes(), "eigen.yaml").unwrap());
    let (tried, wrong) = every_slip(&value, 3);
    assert!(tried > 100, "only {tried} slips");
    assert!(
        wrong.is_empty(),
        "{} of {tried}:\n{}",
        wrong.len(),
        wrong.join("\n")
    );
}
