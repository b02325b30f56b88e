//! Plain text of a fixed width, for a mail, a printer or a screen reader.

use console::measure_text_width;

use super::grid;
use crate::document::{Block, Document, Line, Numbered, Table, Tone};
use crate::plain::{one_line, plain};
use crate::text::wrap;

/// The document in lines of at most `width` columns.
pub fn text(document: &Document, width: usize) -> String {
    let paper = Paper {
        width,
        strong: str::to_owned,
        table: plain_table,
    };
    paper.document(document)
}

/// How a text is laid out; the terminal differs only in these.
pub(super) struct Paper {
    pub width: usize,
    /// Words that stand out.
    pub strong: fn(&str) -> String,
    /// A table in so many columns.
    pub table: fn(&Table, usize) -> String,
}

/// Labels wider than this get a line of their own.
const WIDEST_LABEL: usize = 22;
/// On a narrower page, labels stand above what belongs to them.
const NARROW: usize = 50;

impl Paper {
    pub fn document(&self, document: &Document) -> String {
        let title = one_line(&document.title);
        let mut parts = vec![format!(
            "{}\n{}",
            (self.strong)(&wrap(&title, self.width)),
            "=".repeat(self.width)
        )];
        let mark = document.mark.as_deref().map(one_line);
        let mut tight = true;
        for block in &document.blocks {
            let part = self.block(block, mark.as_deref());
            match parts.last_mut() {
                _ if part.is_empty() => continue,
                // What stands under a heading belongs to it.
                Some(above) if tight && !matches!(block, Block::Heading(..)) => {
                    above.push('\n');
                    above.push_str(&part);
                }
                _ => parts.push(part),
            }
            tight = matches!(block, Block::Heading(..));
        }
        let mut out = parts.join("\n\n");
        out.push('\n');
        out
    }

    fn block(&self, block: &Block, mark: Option<&str>) -> String {
        match block {
            Block::Heading(1, text) => self.section(text, mark),
            Block::Heading(_, text) => {
                let text = one_line(text);
                let line = "-".repeat(measure_text_width(&text).min(self.width));
                format!("{}\n{line}", (self.strong)(&wrap(&text, self.width)))
            }
            Block::Paragraph(line) => wrap(&self.line(line), self.width),
            Block::Facts(facts) => self.facts(facts, 0),
            Block::Bullets(lines) => {
                let lines = lines
                    .iter()
                    .map(|line| self.hang("- ", &self.line(line), 0));
                lines.collect::<Vec<_>>().join("\n")
            }
            Block::Numbered(all) => {
                let all = all.iter().map(|one| self.numbered(one));
                all.collect::<Vec<_>>().join("\n\n")
            }
            Block::Table(table) => (self.table)(table, self.width),
            // The same stands beside it already.
            Block::Picture(picture) if picture.told => String::new(),
            Block::Picture(picture) => {
                let words = picture.drawing.words.iter();
                let words = words.map(|line| self.hang("- ", &one_line(line), 0));
                words.collect::<Vec<_>>().join("\n")
            }
            Block::Notice(tone, line) => {
                let lead = match tone {
                    Tone::Danger => "!! ",
                    Tone::Warning => "! ",
                    Tone::Note => "",
                };
                self.lead(lead, &self.line(line))
            }
            Block::Room(label, lines) => {
                let line = "_".repeat(self.width);
                let mut out = vec![one_line(label)];
                out.extend(std::iter::repeat_n(format!("\n{line}"), *lines));
                out.join("\n")
            }
            Block::PageBreak => {
                let mark = mark.unwrap_or_default();
                let room = self.width.saturating_sub(measure_text_width(mark) + 2);
                let (left, right) = (room / 2, room - room / 2);
                match mark {
                    "" => "=".repeat(self.width),
                    mark => format!("{} {mark} {}", "=".repeat(left), "=".repeat(right)),
                }
            }
        }
    }

    /// A heading over the whole width, with the mark at its right.
    fn section(&self, text: &str, mark: Option<&str>) -> String {
        let text = one_line(text);
        let line = "-".repeat(self.width);
        let used = measure_text_width(&text) + mark.map_or(0, measure_text_width);
        match mark {
            Some(mark) if used + 2 <= self.width => {
                let gap = " ".repeat(self.width - used);
                format!("{}{gap}{mark}\n{line}", (self.strong)(&text))
            }
            Some(mark) => {
                let text = (self.strong)(&wrap(&text, self.width));
                format!("{text}\n{mark}\n{line}")
            }
            None => format!("{}\n{line}", (self.strong)(&wrap(&text, self.width))),
        }
    }

    fn numbered(&self, one: &Numbered) -> String {
        let lead = format!("{}. ", one_line(&one.number));
        let by = measure_text_width(&lead);
        let first = self.hang(&lead, &self.line(&one.line), 0);
        match one.facts.as_slice() {
            [] => first,
            facts => format!("{first}\n{}", self.facts(facts, by)),
        }
    }

    /// Labels in a column of their own, or above what belongs to them where the page is narrow.
    fn facts(&self, facts: &[(String, Line)], by: usize) -> String {
        let labels = facts
            .iter()
            .map(|(label, _)| measure_text_width(&one_line(label)));
        let column = labels
            .filter(|width| *width <= WIDEST_LABEL)
            .max()
            .unwrap_or(0)
            + 2;
        let space = " ".repeat(by);
        let lines = facts.iter().map(|(label, line)| {
            let label = one_line(label);
            let text = self.line(line);
            if self.width < NARROW || measure_text_width(&label) > WIDEST_LABEL {
                let text = self.hang(&format!("{space}  "), &text, by + 2);
                let label = self.hang(&space, &with_colon(&label), by);
                return format!("{label}\n{text}");
            }
            let pad = " ".repeat(column.saturating_sub(measure_text_width(&label) + 1));
            // The column stays where no colon does.
            let end = if is_sentence(&label) { " " } else { ":" };
            self.hang(&format!("{space}{label}{end}{pad}"), &text, by + column)
        });
        lines.collect::<Vec<_>>().join("\n")
    }

    /// A text after a lead, with the lines that follow under its beginning.
    fn hang(&self, lead: &str, text: &str, by: usize) -> String {
        let by = if by == 0 {
            measure_text_width(lead)
        } else {
            by
        };
        let space = " ".repeat(by);
        let mut out = String::new();
        for (at, line) in wrap(text, self.width.saturating_sub(by).max(1))
            .lines()
            .enumerate()
        {
            if at > 0 {
                out.push('\n');
            }
            out.push_str(if at == 0 { lead } else { &space });
            out.push_str(line);
        }
        if out.is_empty() {
            lead.trim_end().to_owned()
        } else {
            out
        }
    }

    /// A text with the same lead before every line.
    fn lead(&self, lead: &str, text: &str) -> String {
        let width = self.width.saturating_sub(measure_text_width(lead)).max(1);
        let lines = wrap(text, width);
        let lines: Vec<String> = lines.lines().map(|line| format!("{lead}{line}")).collect();
        lines.join("\n")
    }

    fn line(&self, line: &Line) -> String {
        line.0
            .iter()
            .map(|span| {
                let text = plain(&span.text);
                if span.strong {
                    (self.strong)(&text)
                } else {
                    text.into_owned()
                }
            })
            .collect()
    }
}

/// A question, or a sentence with its full stop; an abbreviation of one word is none.
fn is_sentence(label: &str) -> bool {
    label.ends_with('?') || label.contains(' ') && label.ends_with('.')
}

/// A label above what belongs to it. A whole sentence ends as it does.
pub(super) fn with_colon(label: &str) -> String {
    if is_sentence(label) {
        label.to_owned()
    } else {
        format!("{label}:")
    }
}

/// A table in columns, or one record a row where the columns would be too narrow to read.
fn plain_table(table: &Table, width: usize) -> String {
    let head: Vec<String> = table.head.iter().map(|cell| one_line(cell)).collect();
    let rows: Vec<Vec<String>> = table
        .rows
        .iter()
        .map(|row| row.iter().map(|cell| one_line(&cell.text())).collect())
        .collect();
    if let Some(lines) = grid::columns(&head, &rows, width) {
        return lines.join("\n");
    }
    let paper = Paper {
        width,
        strong: str::to_owned,
        table: plain_table,
    };
    let records = rows.into_iter().map(|row| {
        let facts: Vec<(String, Line)> = head
            .iter()
            .cloned()
            .zip(row.into_iter().map(Line::from))
            .filter(|(_, cell)| !cell.is_empty())
            .collect();
        paper.facts(&facts, 0)
    });
    records.collect::<Vec<_>>().join("\n\n")
}
