//! The lists that come with the program are without faults, and say which version they are.

use top3::problem::draw;
use top3::questionnaire::Library;

fn drawn(library: &Library, id: &str) -> String {
    let problems = library.inspect(id).problems;
    draw(&problems, |file| library.text(file), false)
}

#[test]
fn every_shipped_list_loads() {
    let library = Library::shipped();
    let faults: Vec<String> = library
        .ids()
        .map(|id| drawn(&library, id))
        .filter(|drawn| !drawn.is_empty())
        .collect();
    assert!(faults.is_empty(), "{}", faults.join("\n\n"));
}

#[test]
fn every_instrument_loads() {
    let mut faults = Vec::new();
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/instruments");
    for entry in std::fs::read_dir(folder).unwrap() {
        let folder = entry.unwrap().path();
        let name = folder.file_name().unwrap().to_str().unwrap().to_owned();
        let bytes = std::fs::read(folder.join(format!("{name}.yaml"))).unwrap();
        let mut library = Library::shipped();
        let id = library.add(&format!("{name}.yaml"), &bytes).unwrap();
        faults.push(drawn(&library, &id));
    }
    assert_eq!(faults.len(), 8);
    let faults: Vec<_> = faults.into_iter().filter(|f| !f.is_empty()).collect();
    assert!(faults.is_empty(), "{}", faults.join("\n\n"));
}

/// Whether the guide names this word in code.
fn guide_names(guide: &str, word: &str) -> bool {
    let letter = |c: char| c.is_ascii_alphanumeric() || c == '_';
    let mut places = guide.match_indices(word).map(|(at, _)| at);
    places.any(|at| {
        let before = guide[..at].chars().next_back().unwrap_or(' ');
        let after = guide[at + word.len()..].chars().next().unwrap_or(' ');
        !letter(before) && !letter(after) && (before == '`' || after == '`' || after == ':')
    })
}

#[test]
fn the_guide_names_every_word_of_the_format_and_every_role() {
    let guide = include_str!("../../questionnaires/README.md");
    let mut words = top3::questionnaire::lower::words();
    words.extend(
        top3::questionnaire::Role::ALL
            .iter()
            .map(|role| role.name()),
    );
    words.extend(
        top3::questionnaire::OptionRole::ALL
            .iter()
            .map(|role| role.name()),
    );
    words.extend(
        top3::questionnaire::DerivedRole::ALL
            .iter()
            .map(|role| role.name()),
    );
    let missing: Vec<_> = words
        .into_iter()
        .filter(|word| !guide_names(guide, word))
        .collect();
    assert!(
        missing.is_empty(),
        "not in questionnaires/README.md: {missing:?}"
    );
}

#[test]
fn the_practice_list_shows_one_of_every_kind_and_every_way_to_compute() {
    let library = Library::shipped();
    let text = library.text("questionnaires/proef/proef.yaml").unwrap();
    let kinds = top3::questionnaire::lower::kinds().map(|kind| format!("soort: {kind}"));
    let ways = top3::questionnaire::lower::ways().map(|way| format!("{way}:"));
    let missing: Vec<_> = kinds
        .chain(ways)
        .filter(|word| !text.contains(word))
        .collect();
    assert!(missing.is_empty(), "not in the practice list: {missing:?}");
}
