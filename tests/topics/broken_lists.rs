//! One broken list a code, with exactly what its author reads. The codes that `check` finds stand with `check`.

mod author;
mod forms;
mod names;
mod periods;
mod properties;
mod ranking;
mod rows;
mod sources;
mod stumbles;
mod used;

use top3::problem::draw;
use top3::questionnaire::Library;

/// What the author of this list reads.
fn read(text: &str) -> String {
    read_with(&[], text)
}

/// The same, with other lists that it uses or adapts.
fn read_with(others: &[&str], text: &str) -> String {
    let mut library = Library::default();
    for (at, other) in others.iter().enumerate() {
        let file = format!("ander{}.yaml", at + 1);
        library.add(&file, other.as_bytes()).unwrap();
    }
    match library.add("lijst.yaml", text.as_bytes()) {
        Ok(id) => {
            let problems = library.inspect(&id).problems;
            super::schema::agrees_with_loader(text, &problems);
            draw(&problems, |file| library.text(file), false)
        }
        Err(problem) => draw(&[*problem], |_| Some(text), false),
    }
}
