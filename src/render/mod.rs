//! From a document to a format: Markdown, plain text, a terminal. One format a file. A renderer gives a text back and
//! knows no files; whatever a person typed comes out as words and never as structure or as a command to the screen.

mod grid;
mod markdown;
mod terminal;
mod text;

pub use markdown::markdown;
pub use terminal::terminal;
pub use text::text;
