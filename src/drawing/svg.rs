//! A drawing as SVG: nothing that runs, nothing from outside, every look at the shape itself, so that it can stand in a page
//! without touching the rest of it.

use std::fmt::Write as _;

use super::{Anchor, Colour, Drawing, Shape, Stroke};
use crate::picture::escape;

/// The drawing in this language. With `within`, a number that no other drawing on the page has, it is a part of a page;
/// without, a file.
pub fn svg(drawing: &Drawing, lang: &str, within: Option<usize>) -> String {
    let (width, height) = (drawing.width, drawing.height);
    let at = within.map(|at| at.to_string()).unwrap_or_default();
    let (title, words) = (format!("titel{at}"), format!("uitleg{at}"));
    let mut out = match within {
        Some(_) => format!("<svg viewBox=\"0 0 {width} {height}\" role=\"img\""),
        None => format!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" lang=\"{lang}\" xml:lang=\"{lang}\" width=\"{width}\" height=\"{height}\" \
             viewBox=\"0 0 {width} {height}\" role=\"img\""
        ),
    };
    let _ = writeln!(out, " aria-labelledby=\"{title} {words}\">");
    let _ = writeln!(
        out,
        "<title id=\"{title}\">{}</title>\n<desc id=\"{words}\">{}</desc>",
        escape(&drawing.title),
        escape(&drawing.words.join(". "))
    );
    let _ = writeln!(
        out,
        "<rect width=\"{width}\" height=\"{height}\" fill=\"#ffffff\"/>\n\
         <g font-family=\"Arial, Helvetica, 'Liberation Sans', 'Noto Sans', sans-serif\">"
    );
    for one in &drawing.shapes {
        shape(one, &mut out);
    }
    out.push_str("</g>\n</svg>\n");
    out
}

fn shape(shape: &Shape, out: &mut String) {
    let _ = match shape {
        Shape::Box {
            x,
            y,
            w,
            h,
            round,
            fill,
            line,
        } => {
            let fill = fill.map_or_else(|| "none".to_owned(), hex);
            let line = line.map(stroke).unwrap_or_default();
            writeln!(
                out,
                "<rect x=\"{x}\" y=\"{y}\" width=\"{w}\" height=\"{h}\" rx=\"{round}\" fill=\"{fill}\"{line}/>"
            )
        }
        Shape::Line { points, line } => writeln!(
            out,
            "<polyline points=\"{}\" fill=\"none\"{}/>",
            list(points),
            stroke(*line)
        ),
        Shape::Curve { points, line } => {
            let [from, one, two, to] = points.map(|(x, y)| format!("{x} {y}"));
            writeln!(
                out,
                "<path d=\"M{from} C{one} {two} {to}\" fill=\"none\"{}/>",
                stroke(*line)
            )
        }
        Shape::Area { points, fill } => writeln!(
            out,
            "<polygon points=\"{}\" fill=\"{}\"/>",
            list(points),
            hex(*fill)
        ),
        Shape::Words {
            x,
            y,
            size,
            strong,
            at,
            colour,
            text,
        } => {
            let weight = if *strong { " font-weight=\"bold\"" } else { "" };
            let anchor = match at {
                Anchor::Start => "",
                Anchor::Middle => " text-anchor=\"middle\"",
            };
            writeln!(
                out,
                "<text x=\"{x}\" y=\"{y}\" font-size=\"{size}\"{weight}{anchor} fill=\"{}\">{}</text>",
                hex(*colour),
                escape(text)
            )
        }
    };
}

fn stroke(line: Stroke) -> String {
    let half = if line.halves % 2 == 0 { "" } else { ".5" };
    let dash = line
        .dash
        .lengths()
        .map(|(on, off)| format!(" stroke-dasharray=\"{on} {off}\""));
    format!(
        " stroke=\"{}\" stroke-width=\"{}{half}\"{}",
        hex(line.colour),
        line.halves / 2,
        dash.unwrap_or_default()
    )
}

fn list(points: &[(i32, i32)]) -> String {
    let all: Vec<String> = points.iter().map(|(x, y)| format!("{x},{y}")).collect();
    all.join(" ")
}

fn hex((red, green, blue): Colour) -> String {
    format!("#{red:02x}{green:02x}{blue:02x}")
}
