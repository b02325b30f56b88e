//! Draws faults: code and what is wrong, file and line, the line itself with a caret, the tip.

use annotate_snippets::{AnnotationKind, Group, Level, Renderer, Snippet};

use super::{Place, Problem};

/// More faults than this nobody reads in one go.
const MOST_DRAWN: usize = 200;

/// Lines longer than this, in bytes, are not drawn.
const WIDEST: usize = 2000;

/// Draws these faults, each with the line it is about. `source` gives the text of a file by the name that the places
/// use; where it gives none, only the place is written. Without `colour` the text is plain.
pub fn draw<'s>(
    problems: &'s [Problem],
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
    for problem in problems.iter().take(MOST_DRAWN) {
        drawn.push(one(problem, &source, &renderer));
    }
    if problems.len() > MOST_DRAWN {
        let more = problems.len() - MOST_DRAWN;
        drawn.push(format!(
            "En nog {more} fouten. Los eerst deze op, en kijk dan opnieuw."
        ));
    }
    drawn.join("\n\n")
}

fn one<'s>(
    problem: &'s Problem,
    source: &impl Fn(&str) -> Option<&'s str>,
    renderer: &Renderer,
) -> String {
    let heading = Level::ERROR
        .with_name("fout")
        .primary_title(&problem.message)
        .id(problem.code.code());
    let mut group = Group::with_title(heading);
    let place = &problem.place;
    let where_else = at(place);
    let here = problem
        .also
        .iter()
        .filter(|(also, _)| also.file == place.file);
    let places = here.clone().map(|(also, _)| also).chain([place]);
    let window = source(&place.file).map(|text| Window::of(text, places));
    // In a very long line a caret shows nothing: then the place stands in words.
    match window.filter(|window| !window.is_wide()) {
        Some(window) => {
            let caret = AnnotationKind::Primary.span(window.span(place));
            let mut snippet = window.snippet(&place.file).annotation(caret);
            for (also, says) in here {
                let mark = AnnotationKind::Context.span(window.span(also));
                snippet = snippet.annotation(mark.label(says));
            }
            group = group.element(snippet);
        }
        None => group = group.element(Level::NOTE.with_name("waar").message(&where_else)),
    }
    for (also, says) in problem
        .also
        .iter()
        .filter(|(also, _)| also.file != place.file)
    {
        if let Some(text) = source(&also.file) {
            let window = Window::of(text, [also].into_iter());
            if window.is_wide() {
                continue;
            }
            let mark = AnnotationKind::Context.span(window.span(also));
            group = group.element(window.snippet(&also.file).annotation(mark.label(says)));
        }
    }
    if !problem.tip.is_empty() {
        group = group.element(Level::HELP.with_name("tip").message(&problem.tip));
    }
    renderer.render(&[group]).to_string()
}

/// The lines of a file that hold some places: drawing one fault need not look at the whole file.
struct Window<'s> {
    text: &'s str,
    first: usize,
}

impl<'s> Window<'s> {
    fn of<'p>(text: &'s str, places: impl Iterator<Item = &'p Place> + Clone) -> Self {
        let lines = places.map(|place| place.line.max(1));
        let first = lines.clone().min().unwrap_or(1);
        let last = lines.max().unwrap_or(first);
        let start = line_start(text, first);
        let end = start + line_start(&text[start..], last - first + 2);
        Self {
            text: &text[start..end],
            first,
        }
    }

    fn is_wide(&self) -> bool {
        self.text.lines().any(|line| line.len() > WIDEST)
    }

    fn snippet<T: Clone>(&self, file: &'s str) -> Snippet<'s, T> {
        Snippet::source(self.text).line_start(self.first).path(file)
    }

    /// The bytes that a place covers.
    fn span(&self, place: &Place) -> std::ops::Range<usize> {
        let start = line_start(self.text, place.line.max(1) - self.first + 1);
        let line = self.text[start..].split(['\n', '\r']).next().unwrap_or("");
        let byte = |characters: usize| {
            let mut at = line.char_indices().map(|(at, _)| at);
            at.nth(characters).unwrap_or(line.len())
        };
        let from = byte(place.column.saturating_sub(1));
        let to = byte(place.column.saturating_sub(1) + place.width).max(from);
        start + from..start + to
    }
}

/// Where the line with this number, from one, begins; past the end: the end.
fn line_start(text: &str, line: usize) -> usize {
    let before = text.split_inclusive('\n').take(line.saturating_sub(1));
    before.map(str::len).sum()
}

/// A place in words, for where its line cannot be shown.
fn at(place: &Place) -> String {
    match (&*place.file, place.line) {
        ("", _) => "in geen bestand".to_owned(),
        (file, 0) => file.to_owned(),
        (file, line) => format!("{file}, regel {line}, kolom {}", place.column),
    }
}
