//! The readers, each with the real files that it is fuzzed with and its share of the rounds.

use std::path::{Path, PathBuf};
use std::rc::Rc;

use chrono::NaiveDate;
use top3::batch::{Batch, Scratch, Wishes};
use top3::keys::{self, Identity, Opener, Passphrase, Public, armoured};
use top3::plan::Plan;
use top3::problem::draw;
use top3::questionnaire::{Library, Questionnaire, lower_reader, shipped_papers, shipped_readers};
use top3::verification::Stated;
use top3::yaml::read_tree;
use top3::{answer, parcel, partner, worked_case};

use super::{cases, plans, training};

/// Reads these bytes; what falls over in it is a fault.
pub type Read = Box<dyn Fn(&[u8])>;

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

pub(super) const NAME: &str = "bestand";

pub(super) fn day() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 3, 12).unwrap()
}

/// The folder of the program.
pub fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// Every file under a folder with this ending, in order.
pub(super) fn files(folder: &str, ending: &str) -> Vec<Vec<u8>> {
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

pub(super) fn target(name: &'static str, weight: u32, seeds: Vec<Vec<u8>>, read: Read) -> Target {
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
            worked_cases(&list),
        ),
        target(
            "vragenlijst",
            12,
            LISTS.map(|id| shipped(&list_file(id))).into(),
            lists(),
        ),
        target("papier", 2, papers(), paper()),
        target("resultaat", 150, results(engine), result()),
        target("partners", 500, partners_seeds(), partners()),
        target("sleutel", 300, keys_seeds(), key_texts()),
        identity(),
        target(
            "instellingen",
            400,
            vec![SETTINGS.as_bytes().to_vec()],
            settings(scratch),
        ),
        target("lezer", 120, readers(), reader()),
    ];
    all.extend(cases::targets(scratch));
    all.extend(plans::targets());
    all.extend(packages());
    all.extend(training::targets());
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

fn worked_cases(list: &Rc<Questionnaire>) -> Read {
    let list = Rc::clone(list);
    Box::new(move |bytes| {
        _ = worked_case::read(&list, bytes, NAME);
    })
}

/// Lists with much of the format in them.
const LISTS: [&str; 3] = ["proef", "acuut", "personen"];

fn list_file(id: &str) -> String {
    format!("questionnaires/{id}/{id}.yaml")
}

/// Whatever an author mistypes, each fault has a place, and says what to do.
fn lists() -> Read {
    Box::new(|bytes| {
        let mut library = Library::shipped();
        let problems = match library.add(NAME, bytes) {
            Ok(id) => library.load(&id).err().unwrap_or_default(),
            Err(problem) => vec![*problem],
        };
        let drawn = draw(&problems, |file| library.text(file), false);
        for problem in &problems {
            let said = !problem.message.is_empty() && !problem.tip.is_empty();
            let place = &problem.place;
            let known = library.text(&place.file).is_some() || &*place.file == NAME;
            let within = place.line >= 1 && place.column >= 1;
            assert!(said && known && within, "{problem:?}\n{drawn}");
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

fn readers() -> Vec<Vec<u8>> {
    shipped_readers()
        .map(|reader| reader.text.as_bytes().to_vec())
        .collect()
}

/// A profile that is good says the same of every case.
fn reader() -> Read {
    let empty = Plan::default();
    Box::new(move |bytes| {
        if let Ok(tree) = read_tree(bytes, NAME)
            && let Ok(reader) = lower_reader(&tree)
        {
            _ = top3::reader::constants(&reader, &empty);
            _ = top3::reader::whom(&empty, &reader);
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

/// One without a key, and one with.
fn partners_seeds() -> Vec<Vec<u8>> {
    let key = format!("sleutel: {}\n  vergeleken: 2026-02-03", person().public());
    let with = PARTNERS.replacen("sleutel:", &key, 1);
    vec![PARTNERS.as_bytes().to_vec(), with.into_bytes()]
}

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

/// The file that holds an identity, guarded with so little work that a round takes no time.
fn identity() -> Target {
    let (one, passphrase) = (person(), Passphrase::typed("zeven blauwe fietsen"));
    let seed = one.guarded(&passphrase, 1).unwrap();
    let read = Box::new(move |bytes: &[u8]| {
        if let Ok(read) = Identity::unguarded(bytes, &passphrase) {
            let same = read.public().fingerprint() == one.public().fingerprint();
            assert!(same, "somebody else was read");
        }
    });
    target("identiteit", 60, vec![seed], read)
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
