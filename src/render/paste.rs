//! Plain text to paste part by part into the fields of somebody else's form: no line is broken, nothing is drawn, and what
//! is not to be pasted stands between lines of its own.

use crate::document::{Block, Document, Line};
use crate::plain::plain;
use crate::text::nl;

/// The document, part by part.
pub fn paste(document: &Document) -> String {
    let mut out = vec![mark(&document.title)];
    for block in &document.blocks {
        match block {
            Block::Heading(1, title) => {
                out.push(String::new());
                out.push(mark(title));
            }
            Block::Heading(_, title) => {
                out.push(String::new());
                out.push(plain(title).into_owned());
            }
            Block::Paragraph(line) | Block::Notice(_, line) => out.push(said(line)),
            Block::Facts(facts) => out.extend(facts.iter().map(fact)),
            Block::Bullets(lines) => {
                out.extend(lines.iter().map(|line| format!("- {}", said(line))))
            }
            Block::Numbered(all) => {
                for one in all {
                    out.push(format!("{}. {}", one.number, said(&one.line)));
                    out.extend(one.facts.iter().map(fact));
                }
            }
            Block::Table(table) => {
                let rows = table.rows.iter().map(|row| {
                    let cells = table.head.iter().zip(row);
                    let cells = cells.filter(|(_, cell)| !cell.is_empty());
                    let cells: Vec<String> = cells
                        .map(|(head, cell)| format!("{head}: {}", said(cell)))
                        .collect();
                    cells.join("; ")
                });
                out.extend(rows);
            }
            other => out.extend(other.texts().into_iter().filter(|_| is_read(other))),
        }
    }
    out.join("\n") + "\n"
}

/// What is neither room to write nor a new page.
const fn is_read(block: &Block) -> bool {
    !matches!(block, Block::Room(..) | Block::PageBreak)
}

fn mark(title: &str) -> String {
    nl().rendered.paste_mark(plain(title))
}

fn said(line: &Line) -> String {
    plain(&line.text()).into_owned()
}

fn fact((label, line): &(String, Line)) -> String {
    match label.is_empty() {
        true => said(line),
        false => format!("{}: {}", plain(label), said(line)),
    }
}
