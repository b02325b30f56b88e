//! Facts about lists over all answers: the published counts, against an oracle that tries every pattern, what is proved and
//! refuted, and what an author reads.

mod command;
mod counting;
mod oracle;

use std::fs;
use std::path::Path;

use top3::analysis::{Came, Facts, facts};
use top3::questionnaire::check::Needs;
use top3::questionnaire::{Library, Questionnaire};

use crate::support::small_list::today;

/// One of the instruments of the tests.
fn instrument(name: &str) -> Questionnaire {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/instruments");
    let bytes = fs::read(folder.join(format!("{name}/{name}.yaml"))).unwrap();
    let mut library = Library::shipped();
    let id = library.add(&format!("{name}.yaml"), &bytes).unwrap();
    library.load(&id).unwrap()
}

fn facts_of(list: &Questionnaire, derived: &str) -> Facts {
    let at = list.find_derived(derived).unwrap();
    facts(list, &Needs::of(list), today(), at)
}

fn level(id: &str) -> Came {
    Came::Level(id.into())
}
