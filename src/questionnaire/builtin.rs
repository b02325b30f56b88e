//! The lists and papers that come with the program, as text. `build.rs` makes the table from the folder `questionnaires`.

/// What a shipped file holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// A list, or what lists share.
    List,
    /// Worked cases of a list.
    Cases,
    /// A paper.
    Paper,
    /// The profile of a reader.
    Reader,
}

/// One shipped file.
#[derive(Clone, Copy, Debug)]
pub(super) struct Shipped {
    pub(super) kind: Kind,
    /// The folder under `questionnaires`.
    pub(super) folder: &'static str,
    /// The name of the file without its ending; of a list also its id.
    pub(super) name: &'static str,
    /// How messages call it: `questionnaires/rihg/rihg.yaml`.
    pub(super) path: &'static str,
    pub(super) text: &'static str,
}

/// The folder of what lists share; nothing in it is a list.
pub(super) const SHARED: &str = "gedeeld";

/// Every shipped file, in the order of folders and names.
pub(super) const ALL: &[Shipped] = include!(concat!(env!("OUT_DIR"), "/shipped.rs"));
