//! What lies in the folder of the cases: journals, open and encrypted, and envelopes; and a file of one's own.

use std::path::{Path, PathBuf};

use top3::answer::{Answer, Change, Key, RowId, Value};
use top3::case::{Case, CaseId, Origin, Ring, Start, Store};
use top3::keys::{Identity, Opener, Passphrase};
use top3::notebook::Notebook;
use top3::questionnaire::{ListVersion, QuestionId};

use super::targets::{Target, day, target};

/// The number of the case that is fuzzed.
const CASE: &str = "c-2026-001";

pub(super) fn targets(scratch: &Path) -> Vec<Target> {
    let open = Folder::new(scratch, "open", None);
    let identity = Identity::generate().unwrap();
    let ring = Ring {
        opener: Opener::from(&identity),
        also: Vec::new(),
        actor: identity.public().fingerprint(),
        origin: Origin::Command,
    };
    let sealed = Folder::new(scratch, "dicht", Some(ring.clone()));
    let envelope = Folder::new(scratch, "envelop", Some(ring));
    vec![
        open.target("journaal", 200, "casus"),
        sealed.target("verzegeld-journaal", 150, "casus"),
        envelope.target("envelop", 150, "envelop"),
        notebook(),
    ]
}

/// A folder with one small case, as the store writes it.
struct Folder {
    path: PathBuf,
    store: Store,
    encrypted: bool,
}

impl Folder {
    fn new(scratch: &Path, name: &str, ring: Option<Ring>) -> Self {
        let path = scratch.join(name);
        let encrypted = ring.is_some();
        let store = Store::at(&path).with(ring);
        fill(&store);
        Self {
            path,
            store,
            encrypted,
        }
    }

    /// The file of the case with this ending is what is mutated.
    fn target(self, name: &'static str, weight: u32, ending: &str) -> Target {
        let file = self.path.join(format!("{CASE}.{ending}"));
        let seed = std::fs::read(&file).unwrap();
        let id = CaseId::parse(CASE).unwrap();
        let whole = self.store.peek(&id).unwrap();
        let encrypted = self.encrypted;
        let read = Box::new(move |bytes: &[u8]| {
            std::fs::write(&file, bytes).unwrap();
            if let Ok(record) = self.store.peek(&id) {
                // Nobody can add to it or change it: what can be read is a beginning of what was written.
                let count = record.entries.len();
                let begins =
                    count <= whole.entries.len() && record.entries == whole.entries[..count];
                assert!(!encrypted || begins, "another case was read");
            }
        });
        target(name, weight, vec![seed], read)
    }
}

fn fill(store: &Store) {
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
    let mut case: Case = match store.create_sealed(start.clone(), None, now) {
        Ok(case) => case,
        Err(_) => store.create(start, now).unwrap(),
    };
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
}

/// Guarded with so little work that a round takes no time.
fn notebook() -> Target {
    let passphrase = Passphrase::typed("zeven blauwe fietsen");
    let mut book = Notebook::default();
    book.texts
        .insert("wie".to_owned(), "de buurvrouw".to_owned());
    let seed = book.guarded(&passphrase, 1).unwrap();
    let read = Box::new(move |bytes: &[u8]| {
        if let Ok(read) = Notebook::opened(bytes, &passphrase) {
            assert_eq!(read, book, "another text was read");
        }
    });
    target("kladblok", 60, vec![seed], read)
}
