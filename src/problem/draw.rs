//! Draws faults: code and title, file and line, the line itself with a caret, the tip.

use annotate_snippets::{AnnotationKind, Group, Level, Renderer, Snippet};

use super::{Place, Problem};

/// Draws these faults, each with the line it is about. `source` gives the text of a file by the name that the places
/// use; where it gives none, only the place is written. Without `colour` the text is plain.
pub fn draw<'s>(
    problems: &[Problem],
    source: impl Fn(&str) -> Option<&'s str>,
    colour: bool,
) -> String {
    let renderer = if colour {
        Renderer::styled()
    } else {
        Renderer::plain()
    };
    let renderer = renderer.term_width(100);
    let mut drawn = Vec::new();
    for problem in problems {
        drawn.push(one(problem, &source, &renderer));
    }
    drawn.join("\n\n")
}

fn one<'s>(
    problem: &Problem,
    source: &impl Fn(&str) -> Option<&'s str>,
    renderer: &Renderer,
) -> String {
    let heading = Level::ERROR
        .with_name("fout")
        .primary_title(problem.code.title())
        .id(problem.code.code());
    let mut group = Group::with_title(heading);
    let place = &problem.place;
    let mut shown = false;
    if let Some(text) = source(&place.file) {
        let mut snippet = Snippet::source(text).path(&*place.file).annotation(
            AnnotationKind::Primary
                .span(span(text, place))
                .label(&problem.message),
        );
        for (also, says) in &problem.also {
            if also.file == place.file {
                snippet =
                    snippet.annotation(AnnotationKind::Context.span(span(text, also)).label(says));
            }
        }
        group = group.element(snippet);
        shown = true;
    }
    for (also, says) in &problem.also {
        if also.file != place.file
            && let Some(text) = source(&also.file)
        {
            group = group.element(
                Snippet::source(text)
                    .path(&*also.file)
                    .annotation(AnnotationKind::Context.span(span(text, also)).label(says)),
            );
        }
    }
    let note = format!("{}: {}", at(place), problem.message);
    if !shown {
        group = group.element(Level::NOTE.with_name("waar").message(&note));
    }
    if !problem.tip.is_empty() {
        group = group.element(Level::HELP.with_name("tip").message(&problem.tip));
    }
    renderer.render(&[group]).to_string()
}

/// A place in words, for where its line cannot be shown.
fn at(place: &Place) -> String {
    match (&*place.file, place.line) {
        ("", _) => "in geen bestand".to_owned(),
        (file, 0) => file.to_owned(),
        (file, line) => format!("{file}, regel {line}, kolom {}", place.column),
    }
}

/// The bytes that a place covers.
fn span(text: &str, place: &Place) -> std::ops::Range<usize> {
    let mut start = 0;
    for line in text
        .split_inclusive('\n')
        .take(place.line.saturating_sub(1))
    {
        start += line.len();
    }
    let line = text[start..].split(['\n', '\r']).next().unwrap_or("");
    let byte = |characters: usize| {
        let mut at = line.char_indices().map(|(at, _)| at);
        at.nth(characters).unwrap_or(line.len())
    };
    let from = byte(place.column.saturating_sub(1));
    let to = byte(place.column.saturating_sub(1) + place.width).max(from);
    start + from..start + to
}
