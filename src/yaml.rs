//! The only place that knows the YAML crate. `read_tree` gives a tree in which every value knows its place and no
//! repeated key is lost; `read` and `write` are for files that the program itself writes. Knows no questionnaire.

mod fault;

pub(crate) use fault::decode;

/// What a writer puts around a value to keep it on one line: `[p1, p2]`, `{ id: p1 }`.
pub use serde_yaml::{FlowMap, FlowSeq};

use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_yaml::granit_parser::{Event, Marker, Parser, ScalarStyle, Span, StructureStyle};

use crate::problem::{Code, Place, Problem};

/// A file larger than this is refused before it is read: the largest real list is a hundredth of it.
pub const MAX_BYTES: usize = 2 * 1024 * 1024;
/// So many values at most in one file.
const MAX_NODES: usize = 100_000;
/// So many levels deep at most.
const MAX_DEPTH: usize = 64;

/// A value and where it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Node {
    /// The value.
    pub value: Tree,
    /// Where it stands.
    pub place: Place,
}

/// The three forms a value has.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Tree {
    /// A word, number or text. Whether it stood without quotes only matters for telling nothing from the text `null`.
    Scalar {
        /// The text, without quotes and with folded lines joined.
        text: String,
        /// It stood without quotes.
        plain: bool,
    },
    /// A row of values.
    List(Vec<Node>),
    /// Keys with values, in the order of the file; a repeated key stands in it twice.
    Map(Vec<(Node, Node)>),
}

impl Node {
    /// The text of a scalar that is there.
    pub fn text(&self) -> Option<&str> {
        match &self.value {
            Tree::Scalar { text, .. } if !self.is_empty() => Some(text),
            _ => None,
        }
    }

    /// Whether nothing stands here: `key:` without a value, `~` or `null`.
    pub fn is_empty(&self) -> bool {
        matches!(&self.value, Tree::Scalar { text, plain: true } if matches!(text.as_str(), "" | "~" | "null"))
    }

    /// The values of a list.
    pub fn list(&self) -> Option<&[Self]> {
        match &self.value {
            Tree::List(items) => Some(items),
            _ => None,
        }
    }

    /// The keys and values of a map.
    pub fn map(&self) -> Option<&[(Self, Self)]> {
        match &self.value {
            Tree::Map(entries) => Some(entries),
            _ => None,
        }
    }

    /// The value at this key of a map; of a repeated key the first.
    pub fn get(&self, key: &str) -> Option<&Self> {
        self.entry(key).map(|(_, value)| value)
    }

    /// The key itself and its value.
    pub fn entry(&self, key: &str) -> Option<(&Self, &Self)> {
        let entries = self.map()?;
        let found = entries.iter().find(|(name, _)| name.text() == Some(key));
        found.map(|(name, value)| (name, value))
    }
}

/// Reads one YAML document into a tree. `file` is how messages call it.
///
/// # Errors
/// One problem, in Dutch: too large, too deep, not UTF-8, not YAML, anchors, two documents.
pub fn read_tree(bytes: &[u8], file: &str) -> Result<Node, Box<Problem>> {
    let file: std::sync::Arc<str> = file.into();
    let text = decode(bytes, &file)?;
    let options = serde_yaml::granit_parser::options! {
        emit_comments: false,
        flow_nesting_limit: MAX_DEPTH,
        block_nesting_limit: MAX_DEPTH,
    };
    let mut builder = Builder {
        file,
        lines: text.lines().collect(),
        open: Vec::new(),
        root: None,
        nodes: 0,
    };
    for next in Parser::new_from_str_with_options(&text, options) {
        match next {
            Ok((event, span)) => builder.take(event, span)?,
            Err(error) => return Err(fault::syntax(&error, &builder.file, &builder.lines)),
        }
    }
    match builder.root {
        Some(root) => Ok(root),
        None => Err(fault::empty(&builder.file)),
    }
}

/// Whether a file holds nothing but blank lines and comments.
pub fn is_blank(bytes: &[u8]) -> bool {
    let name: std::sync::Arc<str> = "".into();
    decode(bytes, &name).is_ok_and(|text| {
        text.lines()
            .map(str::trim)
            .all(|line| line.is_empty() || line.starts_with('#'))
    })
}

/// Reads a file that the program wrote itself.
///
/// # Errors
/// One problem, in Dutch, at the place that does not fit.
pub fn read<T: DeserializeOwned>(bytes: &[u8], file: &str) -> Result<T, Box<Problem>> {
    let file: std::sync::Arc<str> = file.into();
    let text = decode(bytes, &file)?;
    let options = serde_yaml::options! {
        strict_booleans: true,
        leading_zero_numbers_as_strings: true,
        underscored_numbers_as_strings: true,
        budget: serde_yaml::budget! {
            max_depth: MAX_DEPTH,
            max_nodes: MAX_NODES,
            max_aliases: 0,
            max_anchors: 0,
        },
    };
    serde_yaml::from_str_with_options(&text, options)
        .map_err(|error| fault::unreadable(&error, &file))
}

/// Writes a value as YAML.
///
/// # Errors
/// Where the value cannot stand in YAML, which is a fault of the program.
pub fn write<T: Serialize>(value: &T) -> Result<String, Box<Problem>> {
    serde_yaml::to_string(value).map_err(|_| {
        Box::new(Problem::new(
            Code::Syntax,
            Place::default(),
            "Deze gegevens passen niet in een YAML-bestand.",
            "Dit is een fout van het programma. Meld hem.",
        ))
    })
}

/// A list or map that is still being read.
enum Open {
    List(Vec<Node>, Place),
    Map(Vec<(Node, Node)>, Option<Node>, Place),
}

struct Builder<'a> {
    file: std::sync::Arc<str>,
    lines: Vec<&'a str>,
    open: Vec<Open>,
    root: Option<Node>,
    nodes: usize,
}

impl Builder<'_> {
    fn take(&mut self, event: Event<'_>, span: Span) -> Result<(), Box<Problem>> {
        let tagged = span.tag_start.as_ref().map(|tag| at(&self.file, tag));
        let place = self.place(span);
        match event {
            Event::DocumentStart(..) if self.root.is_some() => {
                return Err(fault::second_document(place));
            }
            Event::Alias(_) | Event::UnresolvedAlias(_) => return Err(fault::anchor(place)),
            Event::Scalar(_, _, anchor, _)
            | Event::SequenceStart(_, anchor, _)
            | Event::MappingStart(_, anchor, _)
                if anchor > 0 =>
            {
                return Err(fault::anchor(self.anchor(place)));
            }
            Event::Scalar(_, _, _, Some(_))
            | Event::SequenceStart(_, _, Some(_))
            | Event::MappingStart(_, _, Some(_)) => {
                return Err(fault::tag(tagged.unwrap_or(place)));
            }
            Event::Scalar(text, style, ..) => {
                let value = Tree::Scalar {
                    text: text.into_owned(),
                    plain: style == ScalarStyle::Plain,
                };
                self.put(Node { value, place })?;
            }
            Event::SequenceStart(style, ..) => {
                self.push(Open::List(Vec::new(), start(place, style)))?;
            }
            Event::MappingStart(style, ..) => {
                self.push(Open::Map(Vec::new(), None, start(place, style)))?;
            }
            Event::SequenceEnd | Event::MappingEnd => self.close()?,
            _ => {}
        }
        Ok(())
    }

    fn push(&mut self, open: Open) -> Result<(), Box<Problem>> {
        self.open.push(open);
        if self.open.len() > MAX_DEPTH {
            let place = match self.open.pop() {
                Some(Open::List(_, place) | Open::Map(_, _, place)) => place,
                None => Place::default(),
            };
            return Err(fault::too_deep(place));
        }
        Ok(())
    }

    fn close(&mut self) -> Result<(), Box<Problem>> {
        let node = match self.open.pop() {
            Some(Open::List(items, mut place)) => {
                widen(&mut place, items.first());
                let value = Tree::List(items);
                Node { value, place }
            }
            Some(Open::Map(entries, _, mut place)) => {
                widen(&mut place, entries.first().map(|(key, _)| key));
                let value = Tree::Map(entries);
                Node { value, place }
            }
            None => return Ok(()),
        };
        self.put(node)
    }

    fn put(&mut self, node: Node) -> Result<(), Box<Problem>> {
        self.nodes += 1;
        if self.nodes > MAX_NODES {
            return Err(fault::too_many(node.place));
        }
        match self.open.last_mut() {
            None => self.root = Some(node),
            Some(Open::List(items, _)) => items.push(node),
            Some(Open::Map(entries, waiting, _)) => match waiting.take() {
                Some(key) => entries.push((key, node)),
                None => *waiting = Some(node),
            },
        }
        Ok(())
    }

    /// The line that a place is on.
    fn line(&self, place: &Place) -> &str {
        let line = self.lines.get(place.line.saturating_sub(1));
        line.copied().unwrap_or("")
    }

    /// The place of the `&` before a value.
    fn anchor(&self, mut place: Place) -> Place {
        let before = self.line(&place).chars().take(place.column);
        let last = before.enumerate().filter(|(_, c)| *c == '&').last();
        if let Some((at, _)) = last {
            place.column = at + 1;
            place.width = 1;
        }
        place
    }

    fn place(&self, span: Span) -> Place {
        let mut place = at(&self.file, &span.start);
        place.width = if span.end.line() == span.start.line() {
            span.end.col().saturating_sub(span.start.col())
        } else {
            let line = self.line(&place).trim_end().chars().count();
            line.saturating_sub(place.column - 1)
        };
        place.width = place.width.max(1);
        place
    }
}

/// The place of a marker, one character wide.
fn at(file: &std::sync::Arc<str>, marker: &Marker) -> Place {
    Place {
        file: file.clone(),
        line: marker.line().max(1),
        column: marker.col() + 1,
        width: 1,
    }
}

/// A list or map between brackets keeps its bracket as its place; one without starts at its first value.
fn start(mut place: Place, style: StructureStyle) -> Place {
    place.width = usize::from(style == StructureStyle::Flow);
    place
}

fn widen(place: &mut Place, first: Option<&Node>) {
    if place.width == 0 {
        place.width = match first {
            Some(node) if node.place.line == place.line && node.place.column == place.column => {
                node.place.width
            }
            _ => 1,
        };
    }
}
