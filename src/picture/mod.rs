//! A list as a picture: every part, question, notice, derived value and level, and every line between them. `build` makes
//! the picture from a checked list; `mermaid`, `dot` and `svg` write it. Pure: knows no answers, no file and no
//! terminal, and what an author typed comes out as words and never as structure.

mod build;
mod dot;
mod label;
mod mermaid;
mod svg;

pub use dot::dot;
pub use mermaid::mermaid;
pub use svg::svg;
pub(crate) use svg::{escape, fold};

/// What is drawn of one list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Picture {
    /// The title of the list.
    pub title: String,
    /// Its id and version.
    pub version: String,
    /// What the picture shows, for who cannot see it.
    pub about: String,
    /// Everything that is drawn, in the order of reading: parts with their questions, then what follows from them.
    pub nodes: Vec<Node>,
    /// Every line.
    pub edges: Vec<Edge>,
}

/// One thing in the picture.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Node {
    /// What it is.
    pub kind: NodeKind,
    /// Its id in the list; a level has the id of its derived value before it.
    pub id: String,
    /// What the reader of the list sees.
    pub label: String,
    /// In a few words: the kind of answer, the way it is computed.
    pub hint: String,
    /// When it is asked, or has a value; in words.
    pub when: Option<String>,
    /// The part, list or derived value that it stands in.
    pub within: Option<usize>,
}

/// What a node is. Each has a shape of its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum NodeKind {
    /// A part: a heading with questions.
    Part,
    /// A question.
    Question,
    /// A question whose answer the person judges.
    Judgement,
    /// A question that records a decision beside an advice.
    Decision,
    /// A list of rows.
    List,
    /// A text without an answer.
    Notice,
    /// The same, about danger.
    Danger,
    /// A derived number.
    Number,
    /// A derived level.
    Outcome,
    /// One of the levels that a derived value can have.
    Level,
    /// A rule that says when there is no outcome.
    NoOutcome,
}

impl NodeKind {
    /// All of them, in the order of the legend.
    pub const ALL: [Self; 11] = [
        Self::Part,
        Self::Question,
        Self::Judgement,
        Self::Decision,
        Self::List,
        Self::Notice,
        Self::Danger,
        Self::Number,
        Self::Outcome,
        Self::Level,
        Self::NoOutcome,
    ];
}

/// One line, from where it starts to where it points. Both are indexes in [`Picture::nodes`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Edge {
    /// Where it starts.
    pub from: usize,
    /// Where it points.
    pub to: usize,
    /// What it says.
    pub kind: EdgeKind,
    /// The condition or the bounds, in words.
    pub label: Option<String>,
}

/// What a line says.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum EdgeKind {
    /// This comes next.
    Next,
    /// Each row of this list has this question.
    Row,
    /// Whether it is asked depends on this.
    Asked,
    /// This is shown beside the judgement.
    Beside,
    /// The answers are rows of this list.
    RowsOf,
    /// Which rows belong on top depends on this.
    First,
    /// The rows are weighed by this.
    Weighs,
    /// Whether there is a value depends on this.
    Applies,
    /// This question counts in this derived value.
    Counts,
    /// This derived value counts in that one.
    Feeds,
    /// This is the advice beside which the question records a decision.
    Advises,
    /// It can be this level.
    Level,
    /// With this there is no outcome.
    Stops,
}

impl EdgeKind {
    /// All of them, in the order of the legend.
    pub const ALL: [Self; 13] = [
        Self::Next,
        Self::Row,
        Self::Asked,
        Self::Beside,
        Self::RowsOf,
        Self::First,
        Self::Weighs,
        Self::Applies,
        Self::Counts,
        Self::Feeds,
        Self::Advises,
        Self::Level,
        Self::Stops,
    ];
}

impl Picture {
    /// The node with this kind of thing and id.
    pub fn find(&self, kind: impl Fn(NodeKind) -> bool, id: &str) -> Option<usize> {
        self.nodes
            .iter()
            .position(|node| kind(node.kind) && node.id == id)
    }
}
