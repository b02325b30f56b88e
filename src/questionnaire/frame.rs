//! What an author writes around what a part shows: the same in a paper and in a version for a reader.

/// The texts and the room of one part.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Frame {
    /// What stands above it.
    pub heading: Option<String>,
    /// A text of the author.
    pub text: Option<String>,
    /// More texts of the author, each a point.
    pub points: Vec<String>,
    /// What is said where nothing is there; else the part drops out.
    pub empty: Option<String>,
    /// Room to write by hand: a label and so many lines.
    pub room: Vec<(String, usize)>,
    /// It begins a page.
    pub page: bool,
}
