//! ODT (OpenDocument 1.3): to open, read and change in a text processor. Real headings, lists, tables with a heading row,
//! and named styles. No author, no path, no time of making.

use super::packed::{Part, container, xml};
use super::text::with_colon;
use super::words::{Words, lead, lines};
use crate::document::{Block, Document, Line, Table, Tone};
use crate::plain::one_line;

const HEAD: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";
const KIND: &str = "application/vnd.oasis.opendocument.text";
const SPACE: &str = "urn:oasis:names:tc:opendocument:xmlns";

/// The document as an ODT file in this language (`nl-NL`); nothing where it could not be made.
pub fn odt(document: &Document, lang: &str) -> Option<Vec<u8>> {
    let (language, country) = lang.split_once('-').unwrap_or((lang, "none"));
    let mark = document.mark.as_deref().map(one_line).unwrap_or_default();
    let styles = include_str!("odt/styles.xml")
        .replace("@LANGUAGE@", language)
        .replace("@COUNTRY@", country)
        .replace("@MARK@", &xml(&mark));
    container(&[
        Part {
            packed: false,
            ..Part::new("mimetype", KIND.to_owned())
        },
        Part::new("META-INF/manifest.xml", manifest()),
        Part::new("content.xml", content(document)),
        Part::new("styles.xml", styles),
        Part::new("meta.xml", meta(&one_line(&document.title), lang)),
    ])
}

fn content(document: &Document) -> String {
    let mut out = format!(
        "{HEAD}<office:document-content xmlns:office=\"{SPACE}:office:1.0\" xmlns:style=\"{SPACE}:style:1.0\" \
         xmlns:text=\"{SPACE}:text:1.0\" xmlns:table=\"{SPACE}:table:1.0\" \
         xmlns:fo=\"{SPACE}:xsl-fo-compatible:1.0\" office:version=\"1.3\"><office:automatic-styles>\
         <style:style style:name=\"Break\" style:family=\"paragraph\" style:parent-style-name=\"Standard\">\
         <style:paragraph-properties fo:break-after=\"page\"/></style:style>\
         <style:style style:name=\"Grid\" style:family=\"table\"><style:table-properties style:rel-width=\"100%\" table:border-model=\"collapsing\" fo:margin-bottom=\"0.3cm\"/></style:style>\
         <style:style style:name=\"GridRow\" style:family=\"table-row\"><style:table-row-properties fo:keep-together=\"always\"/></style:style>\
         <style:style style:name=\"GridCell\" style:family=\"table-cell\"><style:table-cell-properties fo:padding=\"0.12cm\" fo:border=\"0.5pt solid #767680\"/></style:style>\
         <style:style style:name=\"GridHead\" style:family=\"table-cell\"><style:table-cell-properties fo:padding=\"0.12cm\" fo:border=\"0.5pt solid #767680\" fo:background-color=\"#ececf0\"/></style:style>\
         </office:automatic-styles><office:body><office:text>"
    );
    out.push_str(&paragraph("Title", &xml(&one_line(&document.title))));
    for (at, one) in document.blocks.iter().enumerate() {
        block(one, at, &mut out);
    }
    out.push_str("</office:text></office:body></office:document-content>");
    out
}

fn block(block: &Block, at: usize, out: &mut String) {
    match block {
        Block::Heading(1, text) => out.push_str(&heading(1, text)),
        Block::Heading(_, text) => out.push_str(&heading(2, text)),
        Block::Paragraph(line) => out.push_str(&paragraph("Standard", &spans(line))),
        Block::Facts(all) => facts("Fact", all, out),
        Block::Bullets(all) => {
            out.push_str("<text:list text:style-name=\"Bullets\">");
            for line in all {
                let line = paragraph("List", &spans(line));
                out.push_str(&format!("<text:list-item>{line}</text:list-item>"));
            }
            out.push_str("</text:list>");
        }
        Block::Numbered(all) => {
            for one in all {
                let number = span(&format!("{}.", one_line(&one.number)), true);
                let line = spans(&one.line);
                out.push_str(&paragraph("Number", &format!("{number}<text:tab/>{line}")));
                facts("FactIn", &one.facts, out);
            }
        }
        Block::Table(of) => table(of, at, out),
        Block::Notice(tone, line) => notice(*tone, line, out),
        Block::Room(label, count) => {
            out.push_str(&paragraph("Standard", &span(&one_line(label), true)));
            out.push_str(&paragraph("Room", "").repeat(*count));
            out.push_str(&paragraph("Standard", ""));
        }
        Block::PageBreak => out.push_str(&paragraph("Break", "")),
    }
}

fn notice(tone: Tone, line: &Line, out: &mut String) {
    let style = match tone {
        Tone::Danger => "Danger",
        Tone::Warning => "Warning",
        Tone::Note => "Note",
    };
    let lead = lead(tone).map(|lead| format!("{}{BREAK}", span(&lead, true)));
    let lead = lead.unwrap_or_default();
    out.push_str(&paragraph(style, &format!("{lead}{}", spans(line))));
}

fn facts(style: &str, all: &[(String, Line)], out: &mut String) {
    for (label, line) in all {
        // With a space too: who copies only the words would read label and answer as one.
        let label = span(&format!("{} ", with_colon(&one_line(label))), true);
        let line = spans(line);
        out.push_str(&paragraph(style, &format!("{label}<text:tab/>{line}")));
    }
}

fn table(table: &Table, at: usize, out: &mut String) {
    let columns = table.head.len().max(1);
    let row = |cells: String| {
        format!("<table:table-row table:style-name=\"GridRow\">{cells}</table:table-row>")
    };
    let cell = |kind: &str, style: &str, content: &str| {
        format!(
            "<table:table-cell table:style-name=\"{kind}\" office:value-type=\"string\">{}</table:table-cell>",
            paragraph(style, content)
        )
    };
    let head = table
        .head
        .iter()
        .map(|one| cell("GridHead", "Heading_20_Cell", &xml(&one_line(one))));
    out.push_str(&format!(
        "<table:table table:name=\"T{at}\" table:style-name=\"Grid\"><table:table-column table:number-columns-repeated=\"{columns}\"/>\
         <table:table-header-rows>{}</table:table-header-rows>",
        row(head.collect())
    ));
    for cells in &table.rows {
        let cells = cells
            .iter()
            .map(|one| cell("GridCell", "Cell", &spans(one)));
        out.push_str(&row(cells.collect()));
    }
    out.push_str("</table:table>");
}

fn heading(level: u8, text: &str) -> String {
    format!(
        "<text:h text:style-name=\"Heading_20_{level}\" text:outline-level=\"{level}\">{}</text:h>",
        xml(&one_line(text))
    )
}

fn paragraph(style: &str, content: &str) -> String {
    format!("<text:p text:style-name=\"{style}\">{content}</text:p>")
}

const BREAK: &str = "<text:line-break/>";

fn spans(line: &Line) -> String {
    let lines = lines(line).into_iter().map(|line| {
        let all = line
            .iter()
            .map(|Words { text, strong }| span(text, *strong));
        all.collect::<String>()
    });
    lines.collect::<Vec<_>>().join(BREAK)
}

/// Words; more than one space in a row must be said apart.
fn span(text: &str, strong: bool) -> String {
    let mut words = String::new();
    let mut spaces = 0;
    for one in xml(text).chars() {
        spaces = if one == ' ' { spaces + 1 } else { 0 };
        if spaces > 1 {
            words.push_str("<text:s/>");
        } else {
            words.push(one);
        }
    }
    if strong {
        format!("<text:span text:style-name=\"Strong\">{words}</text:span>")
    } else {
        words
    }
}

fn meta(title: &str, lang: &str) -> String {
    format!(
        "{HEAD}<office:document-meta xmlns:office=\"{SPACE}:office:1.0\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\" office:version=\"1.3\">\
         <office:meta><dc:title>{}</dc:title><dc:language>{lang}</dc:language></office:meta></office:document-meta>",
        xml(title)
    )
}

fn manifest() -> String {
    let entry = |path: &str, kind: &str| {
        format!(
            "<manifest:file-entry manifest:full-path=\"{path}\" manifest:media-type=\"{kind}\"/>"
        )
    };
    let parts = ["content.xml", "styles.xml", "meta.xml"].map(|part| entry(part, "text/xml"));
    format!(
        "{HEAD}<manifest:manifest xmlns:manifest=\"{SPACE}:manifest:1.0\" manifest:version=\"1.3\">{}{}</manifest:manifest>",
        entry("/", KIND),
        parts.concat()
    )
}
