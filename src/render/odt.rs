//! ODT (OpenDocument 1.3): to open, read and change in a text processor. Real headings, lists, tables with a heading row,
//! and named styles. No author, no path, no time of making.

use super::emf::emf;
use super::packed::{Part, container, within, xml};
use super::share::{WHOLE, shares};
use super::text::with_colon;
use super::words::{Words, lead, leads, lines};
use crate::document::{Block, Document, Line, Table, Tone};
use crate::drawing::Drawing;
use crate::plain::one_line;

const HEAD: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";
const KIND: &str = "application/vnd.oasis.opendocument.text";
/// How wide a drawing may be, in its own points.
const MOST_WIDE: i32 = 660;
/// How wide the text of a page is, in millimetres.
const WIDTH_MM: usize = 175;
const SPACE: &str = "urn:oasis:names:tc:opendocument:xmlns";

/// The document as an ODT file in this language (`nl-NL`); nothing where it could not be made.
pub fn odt(document: &Document, lang: &str) -> Option<Vec<u8>> {
    let (language, country) = lang.split_once('-').unwrap_or((lang, "none"));
    let mark = document.mark.as_deref().map(one_line).unwrap_or_default();
    let styles = include_str!("odt/styles.xml")
        .replace("@LANGUAGE@", language)
        .replace("@COUNTRY@", country)
        .replace("@MARK@", &xml(&mark));
    let pictures: Vec<&Drawing> = drawings(document).collect();
    let mut parts = vec![
        Part {
            packed: false,
            ..Part::new("mimetype", KIND.to_owned())
        },
        Part::new("META-INF/manifest.xml", manifest(pictures.len())),
        Part::new("content.xml", content(document)),
        Part::new("styles.xml", styles),
        Part::new("meta.xml", meta(&one_line(&document.title), lang)),
    ];
    for (at, drawing) in pictures.into_iter().enumerate() {
        parts.push(Part::new(picture_name(at), emf(drawing)));
    }
    container(&parts)
}

fn drawings(document: &Document) -> impl Iterator<Item = &Drawing> {
    document.blocks.iter().filter_map(|block| match block {
        Block::Picture(picture) => Some(&picture.drawing),
        _ => None,
    })
}

fn picture_name(at: usize) -> String {
    format!("Pictures/picture{at}.emf")
}

fn content(document: &Document) -> String {
    let mut out = format!(
        "{HEAD}<office:document-content xmlns:office=\"{SPACE}:office:1.0\" xmlns:style=\"{SPACE}:style:1.0\" \
         xmlns:text=\"{SPACE}:text:1.0\" xmlns:table=\"{SPACE}:table:1.0\" \
         xmlns:fo=\"{SPACE}:xsl-fo-compatible:1.0\" xmlns:draw=\"{SPACE}:drawing:1.0\" xmlns:svg=\"{SPACE}:svg-compatible:1.0\" \
         xmlns:xlink=\"http://www.w3.org/1999/xlink\" office:version=\"1.3\"><office:automatic-styles>\
         <style:style style:name=\"Break\" style:family=\"paragraph\" style:parent-style-name=\"Standard\">\
         <style:paragraph-properties fo:break-after=\"page\"/></style:style>\
         <style:style style:name=\"Grid\" style:family=\"table\"><style:table-properties style:width=\"17.5cm\" table:align=\"left\" table:border-model=\"collapsing\" fo:margin-bottom=\"0.3cm\"/></style:style>\
         <style:style style:name=\"GridRow\" style:family=\"table-row\"><style:table-row-properties fo:keep-together=\"always\"/></style:style>\
         <style:style style:name=\"GridCell\" style:family=\"table-cell\"><style:table-cell-properties fo:padding=\"0.12cm\" fo:border=\"0.5pt solid #767680\"/></style:style>\
         <style:style style:name=\"GridHead\" style:family=\"table-cell\"><style:table-cell-properties fo:padding=\"0.12cm\" fo:border=\"0.5pt solid #767680\" fo:background-color=\"#ececf0\"/></style:style>\
         {}</office:automatic-styles><office:body><office:text>",
        columns(document)
    );
    out.push_str(&paragraph("Title", &xml(&one_line(&document.title))));
    let mut pictures = 0;
    for (at, one) in document.blocks.iter().enumerate() {
        if let Block::Picture(picture) = one {
            out.push_str(&drawn(&picture.drawing, pictures));
            pictures += 1;
        }
        match one {
            Block::Paragraph(line) if leads(&document.blocks, at) => {
                out.push_str(&paragraph("Lead", &spans(line)));
            }
            _ => block(one, at, &mut out),
        }
    }
    out.push_str("</office:text></office:body></office:document-content>");
    out
}

/// The place of a picture in the text, with all of it in words.
fn drawn(drawing: &Drawing, at: usize) -> String {
    let (wide, high) = within(drawing, MOST_WIDE);
    let hundredths =
        |points: i32| format!("{}.{:02}cm", points * 254 / 9600, points * 254 / 96 % 100);
    let picture = format!(
        "<draw:frame draw:name=\"P{at}\" text:anchor-type=\"as-char\" svg:width=\"{}\" svg:height=\"{}\">\
         <draw:image xlink:href=\"{}\" xlink:type=\"simple\" xlink:show=\"embed\" xlink:actuate=\"onLoad\" draw:mime-type=\"image/x-emf\"/>\
         <svg:title>{}</svg:title><svg:desc>{}</svg:desc></draw:frame>",
        hundredths(wide),
        hundredths(high),
        picture_name(at),
        xml(&one_line(&drawing.title)),
        xml(&one_line(&drawing.words.join(". ")))
    );
    paragraph("Standard", &picture)
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
        // Drawn by whoever counts them.
        Block::Picture(_) => {}
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
    let columns = (0..table.head.len())
        .map(|column| format!("<table:table-column table:style-name=\"T{at}C{column}\"/>"));
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
        "<table:table table:name=\"T{at}\" table:style-name=\"Grid\">{}\
         <table:table-header-rows>{}</table:table-header-rows>",
        columns.collect::<String>(),
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

/// How wide each column of each table is.
fn columns(document: &Document) -> String {
    let mut out = String::new();
    for (at, block) in document.blocks.iter().enumerate() {
        let Block::Table(table) = block else { continue };
        for (column, share) in shares(table).into_iter().enumerate() {
            let width = format!(
                "{}.{:02}cm",
                WIDTH_MM * share / WHOLE / 10,
                WIDTH_MM * share * 10 / WHOLE % 100
            );
            out.push_str(&format!(
                "<style:style style:name=\"T{at}C{column}\" style:family=\"table-column\">\
                 <style:table-column-properties style:column-width=\"{width}\"/></style:style>"
            ));
        }
    }
    out
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
    let lines = lines(line)
        .into_iter()
        .map(|line| line.iter().map(said).collect::<String>());
    lines.collect::<Vec<_>>().join(BREAK)
}

/// Words in their manner and language.
fn said(words: &Words) -> String {
    let text = span(&words.text, words.strong);
    if words.dutch {
        format!("<text:span text:style-name=\"Dutch\">{text}</text:span>")
    } else {
        text
    }
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

fn manifest(pictures: usize) -> String {
    let entry = |path: &str, kind: &str| {
        format!(
            "<manifest:file-entry manifest:full-path=\"{path}\" manifest:media-type=\"{kind}\"/>"
        )
    };
    let parts = ["content.xml", "styles.xml", "meta.xml"].map(|part| entry(part, "text/xml"));
    let pictures = (0..pictures).map(|at| entry(&picture_name(at), "image/x-emf"));
    format!(
        "{HEAD}<manifest:manifest xmlns:manifest=\"{SPACE}:manifest:1.0\" manifest:version=\"1.3\">{}{}{}</manifest:manifest>",
        entry("/", KIND),
        parts.concat(),
        pictures.collect::<String>()
    )
}
