//! From a document to a format: Markdown, plain text, a terminal. One format a file. A renderer gives a text back and
//! knows no files; whatever a person typed comes out as words and never as structure or as a command to the screen.

mod docx;
mod emf;
mod grid;
mod html;
mod markdown;
mod odt;
mod opened;
mod packed;
mod paste;
mod pdf;
mod share;
mod terminal;
mod text;
mod words;

pub use docx::docx;
pub use html::html;
pub use markdown::markdown;
pub use odt::odt;
pub use opened::opened;
pub use paste::paste;
pub use pdf::pdf;
pub use terminal::terminal;
pub use text::text;
