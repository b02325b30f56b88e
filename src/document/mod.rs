//! A document for one reader, before any format: headings, paragraphs, lists, tables, notices, pages. Made from a plan,
//! a paper or a list; knows no case and no format.

mod block;
mod consult;
mod list;
mod plan;
mod replies;
mod sheet;

pub use block::{Block, Document, Line, Numbered, Picture, Span, Table, Tone};
pub use consult::consult;
pub use list::list;
pub use plan::{Call, plan};
pub use replies::{place_called, replies, statement, words_of};
pub use sheet::sheet;
