//! The readers, each with the real files that it is fuzzed with and its share of the rounds.

use std::path::{Path, PathBuf};
use std::rc::Rc;

use chrono::NaiveDate;
use top3::batch::{Batch, Scratch, Wishes};
use top3::case::{CaseId, Start, Store};
use top3::keys::{self, Identity, Opener, Public, armoured};
use top3::plan::{file, merge};
use top3::questionnaire::{Library, Questionnaire, shipped_papers};
use top3::verification::Stated;
use top3::yaml::read_tree;
use top3::{answer, parcel, partner, worked_case};

type Read = Box<dyn Fn(&[u8])>;

/// One reader.
pub struct Target {
    pub name: &'static str,
    /// Its share of the rounds.
    pub weight: u32,
    /// Real files.
    pub seeds: Vec<Vec<u8>>,
    /// Of a longer file only a piece of some lines is taken, of so many bytes at most.
    pub piece: Option<usize>,
    pub read: Read,
}

const NAME: &str = "bestand";

fn day() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 3, 12).unwrap()
}

/// The folder of the program.
pub fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// Every file under a folder with this ending, in order.
fn files(folder: &str, ending: &str) -> Vec<Vec<u8>> {
    fn walk(folder: &Path, found: &mut Vec<PathBuf>) {
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                walk(&path, found);
            } else {
                found.push(path);
            }
        }
    }
    let mut found = Vec::new();
    walk(&root().join(folder), &mut found);
    found.sort();
    let wanted = found
        .iter()
        .filter(|path| path.extension().is_some_and(|one| one == ending));
    let found: Vec<Vec<u8>> = wanted.map(|path| std::fs::read(path).unwrap()).collect();
    assert!(!found.is_empty(), "{folder} has no .{ending}");
    found
}

fn lines(text: &str) -> Vec<Vec<u8>> {
    text.lines().map(|line| line.as_bytes().to_vec()).collect()
}

fn target(name: &'static str, weight: u32, seeds: Vec<Vec<u8>>, read: Read) -> Target {
    Target {
        name,
        weight,
        seeds,
        piece: None,
        read,
    }
}

/// All of them. `scratch` is an empty folder for the readers that want a file.
pub fn targets(scratch: &Path) -> Vec<Target> {
    let list = Rc::new(Library::shipped().load("proef").unwrap());
    // A batch looks through its list first: one small list, once.
    let small: &'static Questionnaire =
        Box::leak(Box::new(Library::shipped().load("acuut").unwrap()));
    let engine: &'static Batch<'static> =
        Box::leak(Box::new(Batch::new([small], day(), Wishes::default())));
    let mut all = vec![
        Target {
            piece: Some(400),
            ..target("yaml", 2500, files("questionnaires", "yaml"), tree())
        },
        target("antwoorden", 900, answers_seeds(), answers(&list)),
        target("record", 4000, records(), batch(engine)),
        target(
            "proefgeval",
            20,
            files("questionnaires/proef/tests", "yaml"),
            cases(&list),
        ),
        target(
            "vragenlijst",
            12,
            vec![shipped("questionnaires/proef/proef.yaml")],
            lists(),
        ),
        target("papier", 2, papers(), paper()),
        target("resultaat", 150, results(engine), result()),
        target(
            "partners",
            500,
            vec![PARTNERS.as_bytes().to_vec()],
            partners(),
        ),
        target("sleutel", 300, keys_seeds(), key_texts()),
        target(
            "instellingen",
            400,
            vec![SETTINGS.as_bytes().to_vec()],
            settings(scratch),
        ),
        target(
            "journaal",
            200,
            vec![journal(scratch)],
            cases_on_disk(scratch),
        ),
    ];
    all.extend(plans());
    all.extend(packages());
    all
}

fn shipped(file: &str) -> Vec<u8> {
    std::fs::read(root().join(file)).unwrap()
}

fn tree() -> Read {
    Box::new(|bytes| {
        _ = read_tree(bytes, NAME);
    })
}

const ANSWERS: &str = "\
leeftijd: 12
kleur: rood
opmerking: {waarde: tekst, bron: juf, aard: verklaring, datum: 2026-03-01, toelichting: hoorde ik}
weet: onbekend
keuze: [een, twee]
mensen:
  rijen:
  - {id: p1, naam: moeder}
  - {id: p2, naam: onbekend}
";

fn answers_seeds() -> Vec<Vec<u8>> {
    let mut seeds = vec![ANSWERS.as_bytes().to_vec()];
    for cases in files("questionnaires/proef/tests", "yaml") {
        let text = String::from_utf8(cases).unwrap();
        let blocks = text.split("antwoorden:\n").skip(1);
        seeds.extend(blocks.map(|block| block.as_bytes()[..block.len().min(800)].to_vec()));
    }
    seeds
}

fn answers(list: &Rc<Questionnaire>) -> Read {
    let list = Rc::clone(list);
    Box::new(move |bytes| {
        if let Ok(tree) = read_tree(bytes, NAME) {
            _ = answer::read(&list, &tree, day());
        }
    })
}

const RECORDS: &str = r#"{"id": 1, "antwoorden": {"leeftijd": 12, "kleur": "rood"}}
{"id": "a-2", "antwoorden": {"opmerking": {"waarde": "\u00e9\n", "bron": "juf", "aard": "feit", "datum": "2026-03-01"}}}
{"leeftijd": "onbekend", "keuze": ["een", "twee"], "mensen": {"rijen": [{"id": "p1", "naam": "moeder"}]}}
{"id": 4, "antwoorden": {"gevaar_nu": "nee", "letsel": "onbekend", "bereikbaar": {"waarde": "ja", "toelichting": "=1+1"}}}
{"id": null, "datum": "2026-02-01", "vragenlijst": "proef", "antwoorden": {}}"#;

fn records() -> Vec<Vec<u8>> {
    lines(RECORDS)
}

fn batch(batch: &'static Batch<'static>) -> Read {
    let state = std::cell::RefCell::new((Scratch::default(), Vec::new()));
    Box::new(move |bytes| {
        let (scratch, out) = &mut *state.borrow_mut();
        out.clear();
        _ = batch.line(bytes, scratch, out);
    })
}

fn cases(list: &Rc<Questionnaire>) -> Read {
    let list = Rc::clone(list);
    Box::new(move |bytes| {
        _ = worked_case::read(&list, bytes, NAME);
    })
}

fn lists() -> Read {
    Box::new(|bytes| {
        let mut library = Library::shipped();
        if let Ok(id) = library.add("proef.yaml", bytes) {
            _ = library.load(&id);
        }
    })
}

fn papers() -> Vec<Vec<u8>> {
    shipped_papers()
        .map(|paper| paper.text.as_bytes().to_vec())
        .collect()
}

fn paper() -> Read {
    Box::new(|bytes| {
        let library = Library::shipped();
        if let Ok(tree) = read_tree(bytes, NAME)
            && let Ok(lists) = library.lists_of(&tree)
            && let Some(list) = lists.first()
        {
            _ = library.paper(list, &tree);
        }
    })
}

fn results(batch: &Batch<'_>) -> Vec<Vec<u8>> {
    let (mut scratch, mut seeds) = (Scratch::default(), Vec::new());
    for record in records() {
        let mut out = Vec::new();
        _ = batch.line(&record, &mut scratch, &mut out);
        seeds.push(out);
    }
    seeds
}

fn result() -> Read {
    Box::new(|bytes| {
        if let Ok(tree) = Stated::read(bytes, NAME)
            && let Some(stated) = Stated::of_batch(&tree)
        {
            _ = stated.list();
            _ = stated.used();
            _ = stated.day(day());
            _ = stated.is_whole();
            _ = stated.id();
        }
    })
}

const PARTNERS: &str = "\
- naam: De wijkagent
  rol: politie
  waarvoor: Overleg
  telefoon: 0900-8844
  bereikbaar: dag en nacht
  nagekeken: 2026-01-02
  sleutel:
- naam: Het lokale team
  waarvoor: Hulp
";

fn partners() -> Read {
    Box::new(|bytes| {
        _ = partner::read(bytes, NAME, day());
    })
}

fn person() -> Identity {
    Identity::generate().unwrap()
}

fn keys_seeds() -> Vec<Vec<u8>> {
    let one = person();
    vec![
        one.public().to_string().into_bytes(),
        one.key_file().as_bytes().to_vec(),
        format!("{}, {}", one.recipient(), person().recipient()).into_bytes(),
    ]
}

fn key_texts() -> Read {
    Box::new(|bytes| {
        let text = String::from_utf8_lossy(bytes);
        _ = Public::parse(&text);
        _ = keys::recipients(&text);
        if !keys::is_guarded(bytes) {
            _ = Opener::read(bytes, None);
        }
    })
}

const SETTINGS: &str = "\
profiel: knmg
organisatie: De Brug
map: ~/zaken
partners: overal
papieren: papieren
";

fn settings(scratch: &Path) -> Read {
    let file = scratch.join("instellingen.yaml");
    Box::new(move |bytes| {
        std::fs::write(&file, bytes).unwrap();
        _ = top3::world::Settings::read(&file);
    })
}

/// The number of the case that is fuzzed.
const CASE: &str = "c-2026-001";

fn store(scratch: &Path) -> Store {
    Store::at(scratch.join("casussen"))
}

/// A small journal, as the store writes it.
fn journal(scratch: &Path) -> Vec<u8> {
    use top3::answer::{Answer, Change, Key, RowId, Value};
    use top3::questionnaire::{ListVersion, QuestionId};
    let now = chrono::DateTime::parse_from_rfc3339("2026-03-12T10:00:00+01:00").unwrap();
    let start = Start {
        list: ListVersion {
            id: "proef".to_owned(),
            version: "1.0.0".to_owned(),
            sha256: "0".repeat(64),
        },
        profile: None,
        date: day(),
        program: "0.1.0".to_owned(),
    };
    let mut case = store(scratch).create(start, now).unwrap();
    let key = |question: &str, row: Option<&str>| Key {
        question: QuestionId::from(question),
        row: row.map(|row| RowId(row.to_owned())),
    };
    let list = QuestionId::from("mensen");
    let row = RowId("p1".to_owned());
    let changes = [
        Change::AddRow {
            list: list.clone(),
            row,
        },
        Change::Set {
            key: key("mensen/naam", Some("p1")),
            answer: Answer::from(Value::Text("moeder".to_owned())),
        },
        Change::Close { list },
        Change::Set {
            key: key("kleur", None),
            answer: Answer::from(Value::Unknown),
        },
    ];
    for change in changes {
        case.keep(change, now).unwrap();
    }
    std::fs::read(scratch.join("casussen").join(format!("{CASE}.casus"))).unwrap()
}

fn cases_on_disk(scratch: &Path) -> Read {
    let (store, id) = (store(scratch), CaseId::parse(CASE).unwrap());
    let file = scratch.join("casussen").join(format!("{CASE}.casus"));
    Box::new(move |bytes| {
        std::fs::write(&file, bytes).unwrap();
        _ = store.peek(&id);
    })
}

/// A small plan, and the whole ones of the examples.
fn plans() -> Vec<Target> {
    let whole = files("examples", "yaml");
    let whole: Vec<Vec<u8>> = whole
        .into_iter()
        .filter(|bytes| bytes.starts_with(b"# VEILIGHEIDSPLAN"))
        .collect();
    assert!(!whole.is_empty());
    vec![
        target("plan", 300, vec![PLAN.as_bytes().to_vec()], plan()),
        target("heel-plan", 10, whole, plan()),
    ]
}

const PLAN: &str = "\
veiligheidsplan:
  formaat: 1
  casus: groene specht
  nummer: 2
  lezer: team
  status: actief
  fase: directe_veiligheid
  gemaakt: {datum: 2026-03-04, door: [p2]}
  gebaseerd_op:
  - {vragenlijst: casus, versie: 1.0.0, sha256: f351}
mensen:
- {id: p1, naam: moeder, leeftijd: 34}
- {id: p2, naam: wijkagent}
voorwaarden:
- id: v1
  tekst: {waarde: het is rustig, toelichting: zegt moeder}
  gehaald: gehaald_ja
afspraken:
- {id: a1, bij: v1, wie: p1, doet: belt oma, controle: {door: p2, hoe_vaak: elke week}}
terugmelding:
- wie: p2
  datum: 2026-03-12
  over: 1
  afspraken:
  - {bij: a1, lukt: deels, opmerking: soms}
  voorwaarden:
  - {bij: v1, gehaald: onbekend}
  nieuw:
  - {wat: iets, van_wie: zelf}
  veranderd:
  - {plaats: mensen.p1.leeftijd, was: 34, nu: 35}
woorden:
  voorwaarde.gehaald:
  - {id: gehaald_ja, tekst: Ja, rol: gehaald_ja}
";

/// Read; what could be read is written, laid together with itself and compared.
fn plan() -> Read {
    Box::new(|bytes| {
        let Ok(read) = file::read(bytes, NAME) else {
            return;
        };
        let text = file::write_with(&read.plan, &read.said).unwrap();
        let again = file::read(text.as_bytes(), NAME);
        let again =
            again.unwrap_or_else(|faults| panic!("what was written is not read: {faults:?}"));
        assert_eq!(again.said, read.said, "what was said is lost in writing");
        let sent = [again.plan.clone()];
        if let Ok(merged) = merge::merge(&[read.clone(), again], &sent) {
            _ = top3::document::replies(&merged);
        }
    })
}

fn packages() -> Vec<Target> {
    let (sender, reader) = (person(), person());
    let to = [reader.recipient()];
    let sealed = parcel::seal(b"een document", "text/plain", &to, &sender, day()).unwrap();
    let inside = keys::open(&sealed, &Opener::from(&reader))
        .unwrap()
        .to_vec();
    let opener = Opener::from(&reader);
    let outside = opener.clone();
    let seeds = vec![armoured(&sealed), sealed];
    vec![
        target(
            "pakket",
            120,
            seeds,
            Box::new(move |bytes| _ = parcel::open(bytes, &outside)),
        ),
        target(
            "pakket-binnen",
            40,
            vec![inside],
            Box::new(move |bytes| {
                let sealed = keys::seal(bytes, &to).unwrap();
                _ = parcel::open(&sealed, &opener);
            }),
        ),
    ]
}
