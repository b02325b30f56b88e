//! DOCX: to open, read and change in a text processor. Real headings, lists, tables with a heading row, and styles of its
//! own that a reader may change in one place. No author, no path, no time of making.

use super::emf::emf;
use super::packed::{Part, container, within, xml};
use super::share::{WHOLE, shares};
use super::text::with_colon;
use super::words::{Words, lead, leads, lines};
use crate::document::{Block, Document, Line, Numbered, Table, Tone};
use crate::drawing::Drawing;
use crate::plain::one_line;

const SPACE: &str = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
const RELATIONS: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const DRAWING: &str = "http://schemas.openxmlformats.org/drawingml/2006";
const HEAD: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
/// How wide the text of a page is, in twentieths of a point: A4 with margins of 17.5 mm.
const WIDTH: usize = 9921;
/// The same in points of a drawing, and how long such a point is in the units of a picture's size.
const MOST_WIDE: i32 = 660;
const POINT: i32 = 9525;
/// Pictures come after the four parts that every document has.
const FIRST_PICTURE: usize = 5;

/// The document as a DOCX file in this language (`nl-NL`); nothing where it could not be made.
pub fn docx(document: &Document, lang: &str) -> Option<Vec<u8>> {
    let title = one_line(&document.title);
    let mark = document.mark.as_deref().map(one_line).unwrap_or_default();
    let (body, pictures) = body(document, &title);
    let media: Vec<String> = (0..pictures.len())
        .map(|at| format!("media/picture{at}.emf"))
        .collect();
    let mut related = vec![
        ("styles", "styles.xml"),
        ("numbering", "numbering.xml"),
        ("settings", "settings.xml"),
        ("footer", "footer1.xml"),
    ];
    related.extend(media.iter().map(|name| ("image", name.as_str())));
    let mut parts = vec![
        Part::new("[Content_Types].xml", types()),
        Part::new(
            "_rels/.rels",
            relations(&[
                ("officeDocument", "word/document.xml"),
                ("metadata/core-properties", "docProps/core.xml"),
            ]),
        ),
        Part::new("docProps/core.xml", core(&title, lang)),
        Part::new("word/document.xml", body),
        Part::new(
            "word/styles.xml",
            include_str!("docx/styles.xml").replace("@LANG@", lang),
        ),
        Part::new("word/numbering.xml", numbering()),
        Part::new("word/settings.xml", settings(lang)),
        Part::new("word/footer1.xml", footer(&mark)),
        Part::new("word/_rels/document.xml.rels", relations(&related)),
    ];
    for (name, picture) in media.iter().zip(pictures) {
        parts.push(Part::new(format!("word/{name}"), picture));
    }
    container(&parts)
}

/// What stands in it, and the pictures in it.
fn body(document: &Document, title: &str) -> (String, Vec<Vec<u8>>) {
    let mut out = format!(
        "{HEAD}<w:document xmlns:w=\"{SPACE}\" xmlns:r=\"{RELATIONS}\" xmlns:wp=\"{DRAWING}/wordprocessingDrawing\" \
         xmlns:a=\"{DRAWING}/main\" xmlns:pic=\"{DRAWING}/picture\"><w:body>"
    );
    let mut pictures = Vec::new();
    out.push_str(&paragraph("Title", &run(title, false)));
    for (at, one) in document.blocks.iter().enumerate() {
        if let Block::Picture(picture) = one {
            out.push_str(&drawn(&picture.drawing, pictures.len()));
            pictures.push(emf(&picture.drawing));
        }
        match one {
            Block::Paragraph(line) if leads(&document.blocks, at) => {
                out.push_str(&paragraph("Lead", &runs(line)));
            }
            _ => block(one, &mut out),
        }
    }
    out.push_str(
        "<w:sectPr><w:footerReference w:type=\"default\" r:id=\"rId4\"/><w:pgSz w:w=\"11906\" w:h=\"16838\"/>\
         <w:pgMar w:top=\"851\" w:right=\"992\" w:bottom=\"907\" w:left=\"993\" w:header=\"567\" w:footer=\"510\" w:gutter=\"0\"/>\
         </w:sectPr></w:body></w:document>",
    );
    (out, pictures)
}

/// The place of a picture in the text, with all of it in words.
fn drawn(drawing: &Drawing, at: usize) -> String {
    let (wide, high) = within(drawing, MOST_WIDE);
    let (wide, high) = (wide * POINT, high * POINT);
    let (number, id) = (at + 1, at + FIRST_PICTURE);
    let title = xml(&one_line(&drawing.title));
    let words = xml(&one_line(&drawing.words.join(". ")));
    let picture = format!(
        "<w:r><w:drawing><wp:inline distT=\"0\" distB=\"0\" distL=\"0\" distR=\"0\"><wp:extent cx=\"{wide}\" cy=\"{high}\"/>\
         <wp:docPr id=\"{number}\" name=\"{title}\" descr=\"{words}\"/>\
         <a:graphic><a:graphicData uri=\"{DRAWING}/picture\"><pic:pic><pic:nvPicPr>\
         <pic:cNvPr id=\"{number}\" name=\"{title}\" descr=\"{words}\"/><pic:cNvPicPr/></pic:nvPicPr>\
         <pic:blipFill><a:blip r:embed=\"rId{id}\"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill>\
         <pic:spPr><a:xfrm><a:off x=\"0\" y=\"0\"/><a:ext cx=\"{wide}\" cy=\"{high}\"/></a:xfrm>\
         <a:prstGeom prst=\"rect\"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>"
    );
    paragraph("Normal", &picture)
}

fn block(block: &Block, out: &mut String) {
    match block {
        Block::Heading(1, text) => {
            out.push_str(&paragraph("Heading1", &run(&one_line(text), false)));
        }
        Block::Heading(_, text) => {
            out.push_str(&paragraph("Heading2", &run(&one_line(text), false)));
        }
        Block::Paragraph(line) => out.push_str(&paragraph("Normal", &runs(line))),
        Block::Facts(all) => facts("Fact", all, out),
        Block::Bullets(all) => {
            for line in all {
                out.push_str(&paragraph("ListBullet", &runs(line)));
            }
        }
        Block::Numbered(all) => all.iter().for_each(|one| numbered(one, out)),
        Block::Table(of) => table(of, out),
        Block::Notice(tone, line) => notice(*tone, line, out),
        // Drawn by whoever counts them.
        Block::Picture(_) => {}
        Block::Room(label, count) => {
            out.push_str(&paragraph("Normal", &run(&one_line(label), true)));
            out.push_str(&paragraph("Room", "").repeat(*count));
            // Keeps the lines of two rooms apart.
            out.push_str(&paragraph("Normal", ""));
        }
        Block::PageBreak => {
            out.push_str("<w:p><w:r><w:br w:type=\"page\"/></w:r></w:p>");
        }
    }
}

fn numbered(one: &Numbered, out: &mut String) {
    let number = run(&format!("{}.", one_line(&one.number)), true);
    out.push_str(&paragraph(
        "ListNumber",
        &format!("{number}<w:r><w:tab/></w:r>{}", runs(&one.line)),
    ));
    facts("FactIn", &one.facts, out);
}

fn facts(style: &str, all: &[(String, Line)], out: &mut String) {
    for (label, line) in all {
        // With a space too: who copies only the words would read label and answer as one.
        let label = run(&format!("{} ", with_colon(&one_line(label))), true);
        out.push_str(&paragraph(
            style,
            &format!("{label}<w:r><w:tab/></w:r>{}", runs(line)),
        ));
    }
}

fn notice(tone: Tone, line: &Line, out: &mut String) {
    let style = match tone {
        Tone::Danger => "Danger",
        Tone::Warning => "Warning",
        Tone::Note => "Note",
    };
    let lead = lead(tone).map(|lead| format!("{}{BREAK}", run(&lead, true)));
    out.push_str(&paragraph(
        style,
        &format!("{}{}", lead.unwrap_or_default(), runs(line)),
    ));
}

fn table(table: &Table, out: &mut String) {
    let widths = shares(table).into_iter().map(|share| WIDTH * share / WHOLE);
    let widths: Vec<usize> = widths.collect();
    out.push_str(
        "<w:tbl><w:tblPr><w:tblStyle w:val=\"TableGrid\"/><w:tblW w:w=\"5000\" w:type=\"pct\"/><w:tblLayout w:type=\"fixed\"/>\
         <w:tblLook w:val=\"0020\" w:firstRow=\"1\" w:lastRow=\"0\" w:firstColumn=\"0\" w:lastColumn=\"0\" w:noHBand=\"1\" w:noVBand=\"1\"/></w:tblPr><w:tblGrid>",
    );
    for width in &widths {
        out.push_str(&format!("<w:gridCol w:w=\"{width}\"/>"));
    }
    out.push_str("</w:tblGrid><w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>");
    for (cell, width) in table.head.iter().zip(&widths) {
        let shade = "<w:shd w:val=\"clear\" w:color=\"auto\" w:fill=\"ECECF0\"/>";
        out.push_str(&cell_of(*width, shade, &run(&one_line(cell), true)));
    }
    out.push_str("</w:tr>");
    for row in &table.rows {
        out.push_str("<w:tr><w:trPr><w:cantSplit/></w:trPr>");
        for (cell, width) in row.iter().zip(&widths) {
            out.push_str(&cell_of(*width, "", &runs(cell)));
        }
        out.push_str("</w:tr>");
    }
    // A table needs a paragraph after it.
    out.push_str("</w:tbl>");
    out.push_str(&paragraph("Normal", ""));
}

fn cell_of(width: usize, shade: &str, content: &str) -> String {
    format!(
        "<w:tc><w:tcPr><w:tcW w:w=\"{width}\" w:type=\"dxa\"/>{shade}</w:tcPr>{}</w:tc>",
        paragraph("Cell", content)
    )
}

fn paragraph(style: &str, content: &str) -> String {
    format!("<w:p><w:pPr><w:pStyle w:val=\"{style}\"/></w:pPr>{content}</w:p>")
}

const BREAK: &str = "<w:r><w:br/></w:r>";

fn runs(line: &Line) -> String {
    let lines = lines(line)
        .into_iter()
        .map(|line| line.iter().map(said).collect::<String>());
    lines.collect::<Vec<_>>().join(BREAK)
}

fn run(text: &str, strong: bool) -> String {
    let words = if strong {
        Words::strong(text)
    } else {
        Words::plain(text)
    };
    said(&words)
}

fn said(words: &Words) -> String {
    let bold = if words.strong { "<w:b/>" } else { "" };
    let dutch = if words.dutch {
        "<w:lang w:val=\"nl-NL\"/>"
    } else {
        ""
    };
    let manner = match (bold, dutch) {
        ("", "") => String::new(),
        _ => format!("<w:rPr>{bold}{dutch}</w:rPr>"),
    };
    format!(
        "<w:r>{manner}<w:t xml:space=\"preserve\">{}</w:t></w:r>",
        xml(&words.text)
    )
}

fn types() -> String {
    let word = "application/vnd.openxmlformats-officedocument.wordprocessingml";
    let part =
        |name: &str, kind: &str| format!("<Override PartName=\"{name}\" ContentType=\"{kind}\"/>");
    let parts = [
        ("document", "document.main"),
        ("styles", "styles"),
        ("numbering", "numbering"),
        ("settings", "settings"),
        ("footer1", "footer"),
    ];
    let parts =
        parts.map(|(name, kind)| part(&format!("/word/{name}.xml"), &format!("{word}.{kind}+xml")));
    format!(
        "{HEAD}<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">\
         <Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>\
         <Default Extension=\"emf\" ContentType=\"image/x-emf\"/>\
         <Default Extension=\"xml\" ContentType=\"application/xml\"/>{}{}</Types>",
        parts.concat(),
        part(
            "/docProps/core.xml",
            "application/vnd.openxmlformats-package.core-properties+xml"
        ),
    )
}

fn relations(all: &[(&str, &str)]) -> String {
    let package = "http://schemas.openxmlformats.org/package/2006/relationships";
    let all = all.iter().zip(1..).map(|((kind, target), at)| {
        let base = if kind.starts_with("metadata/") {
            package
        } else {
            RELATIONS
        };
        format!("<Relationship Id=\"rId{at}\" Type=\"{base}/{kind}\" Target=\"{target}\"/>")
    });
    format!(
        "{HEAD}<Relationships xmlns=\"{package}\">{}</Relationships>",
        all.collect::<String>()
    )
}

fn core(title: &str, lang: &str) -> String {
    format!(
        "{HEAD}<cp:coreProperties xmlns:cp=\"http://schemas.openxmlformats.org/package/2006/metadata/core-properties\" \
         xmlns:dc=\"http://purl.org/dc/elements/1.1/\"><dc:title>{}</dc:title><dc:language>{lang}</dc:language></cp:coreProperties>",
        xml(title)
    )
}

fn settings(lang: &str) -> String {
    format!(
        "{HEAD}<w:settings xmlns:w=\"{SPACE}\"><w:removePersonalInformation/><w:defaultTabStop w:val=\"425\"/>\
         <w:compat><w:compatSetting w:name=\"compatibilityMode\" w:uri=\"http://schemas.microsoft.com/office/word\" w:val=\"15\"/></w:compat>\
         <w:themeFontLang w:val=\"{lang}\"/></w:settings>"
    )
}

fn numbering() -> String {
    format!(
        "{HEAD}<w:numbering xmlns:w=\"{SPACE}\"><w:abstractNum w:abstractNumId=\"0\"><w:multiLevelType w:val=\"hybridMultilevel\"/>\
         <w:lvl w:ilvl=\"0\"><w:start w:val=\"1\"/><w:numFmt w:val=\"bullet\"/><w:lvlText w:val=\"•\"/><w:lvlJc w:val=\"left\"/>\
         <w:pPr><w:ind w:left=\"425\" w:hanging=\"283\"/></w:pPr></w:lvl></w:abstractNum>\
         <w:num w:numId=\"1\"><w:abstractNumId w:val=\"0\"/></w:num></w:numbering>"
    )
}

/// The mark on every page, and which page it is. Not of how many: whoever gets some pages does not see that there are more.
fn footer(mark: &str) -> String {
    let page = "<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText xml:space=\"preserve\"> PAGE </w:instrText></w:r>\
                <w:r><w:fldChar w:fldCharType=\"separate\"/></w:r><w:r><w:t>1</w:t></w:r><w:r><w:fldChar w:fldCharType=\"end\"/></w:r>";
    let content = format!("{}<w:r><w:tab/></w:r>{page}", run(mark, true));
    format!(
        "{HEAD}<w:ftr xmlns:w=\"{SPACE}\">{}</w:ftr>",
        paragraph("Footer", &content)
    )
}
