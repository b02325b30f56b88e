//! The picture as SVG, laid out by ourselves: the questions from top to bottom in the order of asking, what follows from
//! them beside it, and lines in lanes of their own between and around the two. `letter` measures and escapes, `written` says
//! what stands in a box, `place` puts boxes on pages, `route` leads lines, `shape` draws a box, `legend` says what it all means.

mod legend;
mod letter;
mod place;
mod route;
mod shape;
#[cfg(test)]
mod tests;
mod written;

use std::fmt::Write as _;

use super::{EdgeKind, Picture};
use crate::text::nl;
pub(crate) use letter::{escape, fold};
use place::{Layout, WIDTH};

/// The picture as SVG.
pub fn svg(picture: &Picture) -> String {
    let legend = legend::legend(picture);
    let layout = Layout::of(picture, legend.bottom);
    let height = layout.height;
    let title = escape(&format!("{} ({})", picture.title, picture.version));
    let mut out = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" lang=\"nl\" xml:lang=\"nl\" width=\"{WIDTH}\" height=\"{height}\" \
         viewBox=\"0 0 {WIDTH} {height}\" role=\"graphics-document document\" aria-labelledby=\"titel uitleg\">\n"
    );
    let _ = writeln!(out, "<title id=\"titel\">{title}</title>");
    let _ = writeln!(
        out,
        "<desc id=\"uitleg\">{} {}</desc>",
        escape(&picture.about),
        escape(&nl().picture.alternative())
    );
    let _ = writeln!(out, "<style>{STYLE}{}</style>", print_style(height));
    out.push_str(MARKERS);
    let _ = writeln!(
        out,
        "<rect class=\"blad\" width=\"{WIDTH}\" height=\"{height}\"/>"
    );
    out.push_str(&legend.drawn);
    out.push_str(&route::lines(picture, &layout));
    for at in 0..picture.nodes.len() {
        out.push_str(&shape::drawn(picture, &layout, at));
    }
    out.push_str("</svg>\n");
    out
}

/// The names of the styles of lines. Each differs in dashes and in its arrow head, not only in colour.
pub(super) const fn class(kind: EdgeKind) -> &'static str {
    match kind {
        EdgeKind::Next => "volgt",
        EdgeKind::Row => "rij",
        EdgeKind::Asked => "als",
        EdgeKind::Beside => "naast",
        EdgeKind::RowsOf => "rijen",
        EdgeKind::First => "boven",
        EdgeKind::Weighs => "weegt",
        EdgeKind::Applies => "geldt",
        EdgeKind::Counts => "telt",
        EdgeKind::Feeds => "door",
        EdgeKind::Advises => "advies",
        EdgeKind::Level => "niveau",
        EdgeKind::Stops => "stopt",
    }
}

const STYLE: &str = "\
text{font-family:Arial,Helvetica,'Liberation Sans','DejaVu Sans',sans-serif;font-size:12px;fill:#111}\
.klein{font-size:10px;fill:#333}.kop{font-size:13px;font-weight:bold}.titel{font-size:18px;font-weight:bold}\
.wit,.wit.klein{fill:#fff}.blad{fill:#fff}\
.doos{fill:#fff;stroke:#333;stroke-width:1.2}.grijs{fill:#f2f2f2}.donker{fill:#333}.dik{stroke-width:3.5}\
.uit{fill:#eaf0f6}.rand{fill:none;stroke:#333;stroke-width:1}\
.lijn{fill:none;stroke:#333;stroke-width:1.1}\
.volgt{stroke:#000;stroke-width:2}.rij,.niveau{stroke:#555}\
.als{stroke:#8a3b00;stroke-dasharray:6 3}.naast{stroke:#555;stroke-dasharray:1.5 2.5}\
.rijen{stroke:#555;stroke-dasharray:8 2 1.5 2}.boven{stroke:#555;stroke-dasharray:3 3}\
.geldt{stroke:#8a3b00;stroke-dasharray:6 3}.telt,.weegt,.door{stroke:#0b4a7d}\
.advies{stroke:#5c2d82;stroke-dasharray:10 3 2 3}.stopt{stroke:#9b1c1c;stroke-dasharray:3 2}\
.knoop{stroke:none;fill:#333}.knoop.als,.knoop.geldt{fill:#8a3b00}.knoop.telt,.knoop.weegt,.knoop.door{fill:#0b4a7d}\
.knoop.advies{fill:#5c2d82}.knoop.stopt{fill:#9b1c1c}\
.t-als,.t-als.klein{fill:#6e2f00}.t-telt,.t-telt.klein{fill:#0b4a7d}";

/// Arrow heads: full for what counts and comes next, open for conditions, a fork for what stands beside, a diamond for an
/// advice, a bar for what stops.
const MARKERS: &str = "<defs>\
<marker id=\"vol\" viewBox=\"0 0 8 8\" refX=\"7.5\" refY=\"4\" markerWidth=\"8\" markerHeight=\"8\" markerUnits=\"userSpaceOnUse\" orient=\"auto\"><path d=\"M0 0.5L8 4L0 7.5z\" fill=\"#222\"/></marker>\
<marker id=\"open\" viewBox=\"0 0 9 8\" refX=\"8.5\" refY=\"4\" markerWidth=\"9\" markerHeight=\"8\" markerUnits=\"userSpaceOnUse\" orient=\"auto\"><path d=\"M0.7 0.7L8.3 4L0.7 7.3z\" fill=\"#fff\" stroke=\"#8a3b00\"/></marker>\
<marker id=\"vork\" viewBox=\"0 0 8 8\" refX=\"7.5\" refY=\"4\" markerWidth=\"8\" markerHeight=\"8\" markerUnits=\"userSpaceOnUse\" orient=\"auto\"><path d=\"M0.5 0.5L7.5 4L0.5 7.5\" fill=\"none\" stroke=\"#444\" stroke-width=\"1.3\"/></marker>\
<marker id=\"ruit\" viewBox=\"0 0 12 8\" refX=\"11.5\" refY=\"4\" markerWidth=\"12\" markerHeight=\"8\" markerUnits=\"userSpaceOnUse\" orient=\"auto\"><path d=\"M0 4L6 0.5L12 4L6 7.5z\" fill=\"#5c2d82\"/></marker>\
<marker id=\"balk\" viewBox=\"0 0 8 10\" refX=\"6\" refY=\"5\" markerWidth=\"8\" markerHeight=\"10\" markerUnits=\"userSpaceOnUse\" orient=\"auto\"><path d=\"M1 1.5L5 5L1 8.5M6.5 0V10\" fill=\"none\" stroke=\"#9b1c1c\" stroke-width=\"1.5\"/></marker>\
</defs>\n";

/// The arrow head at the end of a line.
pub(super) const fn head(kind: EdgeKind) -> &'static str {
    match kind {
        EdgeKind::Next
        | EdgeKind::Row
        | EdgeKind::Counts
        | EdgeKind::Feeds
        | EdgeKind::Weighs
        | EdgeKind::Level => "vol",
        EdgeKind::Asked | EdgeKind::Applies => "open",
        EdgeKind::Beside | EdgeKind::RowsOf | EdgeKind::First => "vork",
        EdgeKind::Advises => "ruit",
        EdgeKind::Stops => "balk",
    }
}

/// On paper: as wide as an A4 page, over as many pages as it takes. No box stands across two pages.
fn print_style(height: i32) -> String {
    let across = place::PAPER.0;
    let tall = f64::from(height) * f64::from(across) / f64::from(WIDTH);
    format!(
        "@page{{size:A4;margin:10mm}}@media print{{svg{{width:{across}mm;height:{tall:.1}mm}}}}"
    )
}
