//! Markdown (CommonMark, with the tables of GitHub). Signs that would change the structure are escaped.

use super::text::with_colon;
use crate::document::{Block, Document, Line, Numbered, Table, Tone};
use crate::plain::{one_line, plain};

/// The document as Markdown.
pub fn markdown(document: &Document) -> String {
    let mark = document.mark.as_deref().map(|mark| escape(&one_line(mark)));
    let mut parts = vec![format!("# {}", escape(&one_line(&document.title)))];
    parts.extend(
        document
            .blocks
            .iter()
            .map(|one| block(one, mark.as_deref())),
    );
    parts.retain(|part| !part.is_empty());
    let mut out = parts.join("\n\n");
    out.push('\n');
    out
}

fn block(block: &Block, mark: Option<&str>) -> String {
    match block {
        Block::Heading(1, text) => match mark {
            Some(mark) => format!("## {} · {mark}", escape(&one_line(text))),
            None => format!("## {}", escape(&one_line(text))),
        },
        Block::Heading(_, text) => format!("### {}", escape(&one_line(text))),
        Block::Paragraph(text) => line(text, 0),
        Block::Facts(facts) => bullets(facts, 0),
        Block::Bullets(lines) => {
            let lines = lines.iter().map(|text| format!("- {}", line(text, 2)));
            lines.collect::<Vec<_>>().join("\n")
        }
        Block::Numbered(all) => numbered(all),
        Block::Table(of) => table(of),
        Block::Picture(picture) if picture.told => String::new(),
        Block::Picture(picture) => {
            let words = picture.drawing.words.iter();
            let words = words.map(|one| format!("- {}", line(&Line::plain(one), 2)));
            words.collect::<Vec<_>>().join("\n")
        }
        Block::Notice(tone, text) => {
            let lead = if *tone == Tone::Danger { "**!** " } else { "" };
            let text = line(text, 0);
            // Paragraphs, since not every reader of Markdown knows a break at the end of a line.
            let text = format!("> {}", text.replace("\\\n", "\n>\n> "));
            text.replacen("> ", &format!("> {lead}"), 1)
        }
        Block::Room(label, lines) => {
            let room = "\n\n---".repeat(*lines);
            format!("**{}**{room}", escape(&one_line(label)))
        }
        Block::PageBreak => match mark {
            Some(mark) => format!("---\n\n**{mark}**"),
            None => "---".to_owned(),
        },
    }
}

fn bullets(facts: &[(String, Line)], by: usize) -> String {
    let space = " ".repeat(by);
    let lines = facts.iter().map(|(label, text)| {
        format!(
            "{space}- **{}** {}",
            escape(&with_colon(&one_line(label))),
            line(text, by + 2)
        )
    });
    lines.collect::<Vec<_>>().join("\n")
}

/// As a numbered list where the numbers run from one; else with the number in bold, since Markdown counts for itself.
fn numbered(all: &[Numbered]) -> String {
    let runs = all
        .iter()
        .zip(1..)
        .all(|(one, at): (_, usize)| one.number == at.to_string());
    let parts = all.iter().map(|one| {
        let lead = if runs {
            format!("{}. ", one.number)
        } else {
            format!("- **{}.** ", escape(&one_line(&one.number)))
        };
        let by = if runs { lead.len() } else { 2 };
        let first = format!("{lead}{}", line(&one.line, by));
        match one.facts.as_slice() {
            [] => first,
            // Four spaces are inside the row for every reader of Markdown.
            facts => format!("{first}\n{}", bullets(facts, by.max(4))),
        }
    });
    parts.collect::<Vec<_>>().join("\n")
}

fn table(table: &Table) -> String {
    let row = |cells: Vec<String>| format!("| {} |", cells.join(" | "));
    let head = table.head.iter().map(|cell| escape(&one_line(cell)));
    let rule = table.head.iter().map(|_| "---".to_owned());
    let mut lines = vec![row(head.collect()), row(rule.collect())];
    for cells in &table.rows {
        let cells = cells.iter().map(|cell| escape(&one_line(&cell.text())));
        lines.push(row(cells.collect()));
    }
    lines.join("\n")
}

/// Running text; own line breaks stay, and the lines that follow are moved to the right by `by`.
fn line(line: &Line, by: usize) -> String {
    let mut out = String::new();
    for span in &line.0 {
        let text = plain(&span.text);
        // Spaces inside bold would leave the stars standing.
        let (lead, rest) = text.split_at(text.len() - text.trim_start().len());
        let (word, tail) = rest.split_at(rest.trim_end().len());
        out.push_str(lead);
        if span.strong && !word.is_empty() {
            out.push_str("**");
            out.push_str(&escape(word).replace('\n', " "));
            out.push_str("**");
        } else {
            out.push_str(&escape(word));
        }
        out.push_str(tail);
    }
    let space = " ".repeat(by);
    let lines = out.trim().lines().map(|line| at_start(line.trim()));
    let lines: Vec<String> = lines.filter(|line| !line.is_empty()).collect();
    lines.join(&format!("\\\n{space}"))
}

/// Signs that mean something anywhere in a line.
fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for one in text.chars() {
        if matches!(
            one,
            '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '|' | '~' | '&' | '@' | '$'
        ) {
            out.push('\\');
        }
        out.push(one);
    }
    out.replace("://", "\\://").replace("www.", "www\\.")
}

/// Signs that mean something only where a line begins: a heading, a list, a rule.
fn at_start(line: &str) -> String {
    let digits = line.chars().take_while(char::is_ascii_digit).count();
    let counts = digits > 0 && line[digits..].starts_with(['.', ')']);
    if counts {
        format!("{}\\{}", &line[..digits], &line[digits..])
    } else if line.starts_with(['#', '+', '-', '=', '>']) {
        format!("\\{line}")
    } else {
        line.to_owned()
    }
}
