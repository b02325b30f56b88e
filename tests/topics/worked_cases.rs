//! Every shipped list comes out as its worked cases say.

use top3::problem::{Problem, draw};
use top3::questionnaire::{Library, Questionnaire};
use top3::worked_case::{self, WorkedCase};
use top3::yaml::{Node, Tree, read_tree};

fn cases(library: &Library, id: &str) -> Result<Vec<WorkedCase>, Vec<Problem>> {
    let list = library.load(id)?;
    let mut all = Vec::new();
    for file in library.cases(id) {
        let readings = worked_case::readings(library, id);
        let text = file.text.as_bytes();
        all.extend(worked_case::read_with(&list, &readings, text, file.file)?);
    }
    Ok(all)
}

#[test]
fn every_shipped_list_passes_its_worked_cases() {
    let library = Library::shipped();
    let mut faults = Vec::new();
    let mut seen = 0;
    for id in library.ids() {
        let list = library.load(id).unwrap();
        match cases(&library, id) {
            Ok(cases) => {
                for case in &cases {
                    seen += 1;
                    faults.extend(worked_case::run(&list, case));
                }
            }
            Err(problems) => faults.extend(problems),
        }
    }
    assert!(seen > 100, "only {seen} worked cases were found");
    let drawn = draw(&faults, |file| library.text(file), false);
    assert!(faults.is_empty(), "{} faults\n{drawn}", faults.len());
}

/// The eight instruments: what their authors published comes out, written in YAML alone.
#[test]
fn every_instrument_passes_its_worked_cases() {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/instruments");
    let mut seen = 0;
    for entry in std::fs::read_dir(folder).unwrap() {
        let folder = entry.unwrap().path();
        let name = folder.file_name().unwrap().to_str().unwrap().to_owned();
        let bytes = std::fs::read(folder.join(format!("{name}.yaml"))).unwrap();
        let mut library = Library::shipped();
        let id = library.add(&name, &bytes).unwrap();
        let list = library.load(&id).unwrap();
        for file in std::fs::read_dir(folder.join("tests")).unwrap() {
            let text = std::fs::read_to_string(file.unwrap().path()).unwrap();
            for case in worked_case::read(&list, text.as_bytes(), &name).unwrap() {
                let faults = worked_case::run(&list, &case);
                let drawn = draw(&faults, |_| Some(&text), false);
                assert!(faults.is_empty(), "{name}: {drawn}");
                seen += 1;
            }
        }
    }
    assert!(seen > 50, "only {seen} worked cases were found");
}

/// A list written anew: every text is another, and the questions of each part and of each row stand the other way round.
fn reworded(node: &Node, key: &str) -> String {
    let quoted = |text: &str| serde_json::to_string(text).unwrap();
    match &node.value {
        Tree::Scalar { text, .. } => match key {
            "titel" | "vraag_tekst" | "tekst" | "uitleg" | "waarom" | "reden" | "voorbeeld" => {
                quoted("Anders gezegd")
            }
            _ if node.is_empty() => "~".to_owned(),
            _ => quoted(text),
        },
        Tree::List(items) => {
            let mut items: Vec<String> = items.iter().map(|one| reworded(one, "")).collect();
            let asked = node
                .list()
                .unwrap()
                .iter()
                .all(|one| one.get("soort").is_some());
            if key == "vragen" && asked {
                items.reverse();
            }
            format!("[{}]", items.join(", "))
        }
        Tree::Map(entries) => {
            let is_question = node.get("soort").is_some();
            let entries = entries.iter().map(|(name, value)| {
                let name = name.text().unwrap();
                let key = if is_question && name == "vraag" {
                    "vraag_tekst"
                } else {
                    name
                };
                format!("{}: {}", quoted(name), reworded(value, key))
            });
            format!("{{{}}}", entries.collect::<Vec<_>>().join(", "))
        }
    }
}

/// Cases name questions by id. So neither another order of the questions nor other words make one come out otherwise.
#[test]
fn another_order_and_other_words_change_no_worked_case() {
    let shipped = Library::shipped();
    let mut library = Library::shipped();
    let ids: Vec<String> = shipped.ids().map(str::to_owned).collect();
    let mut moved = 0;
    for id in ids.iter().filter(|id| shipped.adapts(id).is_none()) {
        let file = shipped.file(id).unwrap();
        let tree = read_tree(shipped.text(file).unwrap().as_bytes(), file).unwrap();
        library.add(file, reworded(&tree, "").as_bytes()).unwrap();
    }
    for id in ids.iter().filter(|id| shipped.adapts(id).is_none()) {
        let (before, after) = (shipped.load(id).unwrap(), library.load(id).unwrap());
        let order = |list: &Questionnaire| -> Vec<String> {
            list.questions
                .iter()
                .map(|one| one.id.to_string())
                .collect()
        };
        moved += usize::from(order(&before) != order(&after));
        for file in shipped.cases(id) {
            let readings = worked_case::readings(&library, id);
            let text = file.text.as_bytes();
            let cases = worked_case::read_with(&after, &readings, text, file.file);
            for case in cases.unwrap() {
                let faults = worked_case::run(&after, &case);
                let drawn = draw(&faults, |file| shipped.text(file), false);
                assert!(faults.is_empty(), "{id}: {drawn}");
            }
        }
    }
    assert!(moved > 8, "only {moved} lists have another order");
}

const WITH_SETTING: &str = "\
id: lijst
versie: 1.0.0
titel: Een lijst
bron: Eigen voorbeeld
instellingen: [{ id: melden, waarden: [plicht, mag], gewoon: mag }]
onderdelen:
  - id: deel
    titel: Deel
    vragen:
      - { id: ernstig, vraag: Is het ernstig?, soort: ja_nee }
afgeleid:
  - id: advies
    regels:
      - { als: { alle: [{ vraag: ernstig, is: ja }, { instelling: melden, is: plicht }] }, is: meld }
      - { anders: overleg }
";

/// A branch that another setting opens is shown beside the base list itself.
#[test]
fn a_case_can_be_about_another_setting() {
    let mut library = Library::default();
    let id = library.add("lijst.yaml", WITH_SETTING.as_bytes()).unwrap();
    let list = library.load(&id).unwrap();
    let readings = worked_case::readings(&library, &id);
    let read = |settings: &str, is: &str| {
        let text = format!(
            "- {{ naam: N, datum: 2026-03-01, {settings} antwoorden: {{ ernstig: ja }}, verwacht: {{ advies: {is} }} }}\n"
        );
        worked_case::read_with(&list, &readings, text.as_bytes(), "g.yaml")
    };
    let good = |settings: &str, is: &str| {
        let cases = read(settings, is).unwrap();
        worked_case::run(&list, &cases[0]).is_empty()
    };
    assert!(good("", "overleg"));
    assert!(!good("", "meld"));
    assert!(good("instellingen: { melden: plicht },", "meld"));
    assert!(!good("instellingen: { melden: plicht },", "overleg"));
    let says = |settings: &str| read(settings, "meld").unwrap_err()[0].message.clone();
    assert_eq!(
        says("instellingen: { meldn: plicht },"),
        "De lijst heeft geen instelling `meldn`."
    );
    assert_eq!(
        says("instellingen: { melden: moet },"),
        "De instelling `melden` kent de waarde `moet` niet."
    );
}
