//! The training cases that come with the program. `build.rs` makes the table from the folder `oefencasussen`.

/// One of them, as text.
#[derive(Clone, Copy, Debug)]
pub struct PackedCase {
    /// Its id: the name of its file without the ending.
    pub id: &'static str,
    /// How messages call it.
    pub file: &'static str,
    /// Its text.
    pub text: &'static str,
}

const ALL: &[PackedCase] = include!(concat!(env!("OUT_DIR"), "/training.rs"));

/// All of them, in the order of their ids.
pub fn packed() -> impl Iterator<Item = PackedCase> {
    ALL.iter().copied()
}
