//! The family as SVG: a frame for each house with the adults above the children, arcs between partners and exes, lines
//! from who has authority to the children. Lines differ in dashes, boxes in their corners: nothing depends on colour. All
//! that is drawn also stands in its text alternative.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use super::lines::{details, groups, home_title, situations};
use super::{Family, Home, Tie};
use crate::picture::{escape, fold};
use crate::plan::{Person, YesNo};
use crate::text::nl;

const BOX: f64 = 168.0;
const GAP: f64 = 28.0;
const MARGIN: f64 = 28.0;
/// Above the boxes: the title, and room for the arcs.
const TOP: f64 = 150.0;
/// Between adults and children, for the lines.
const BETWEEN: f64 = 84.0;
const NAME: f64 = 15.0;
const SMALL: f64 = 12.0;
const LINE: f64 = 17.0;
const LEAST: f64 = 680.0;

const STYLE: &str = "text{font-family:'DejaVu Sans',Verdana,Arial,sans-serif;font-size:12px;fill:#111}\
.naam{font-size:15px;font-weight:bold}.kop{font-size:13px;font-weight:bold}.titel{font-size:20px;font-weight:bold}\
.blad{fill:#fff}.huis{fill:#f6f6f2;stroke:#777;stroke-width:1}.mens{fill:#fff;stroke:#111;stroke-width:1.5}\
.ongeboren{stroke-dasharray:4 3}.band{fill:none;stroke:#111;stroke-width:2}.ex{stroke-dasharray:9 6}\
.gezag{stroke-width:3}.ouder{stroke-width:1.5;stroke-dasharray:2 4}";

/// One person in the drawing.
struct Drawn<'p> {
    person: &'p Person,
    x: f64,
    y: f64,
    h: f64,
    name: Vec<String>,
    lines: Vec<String>,
}

impl Drawn<'_> {
    fn middle(&self) -> f64 {
        self.x + BOX / 2.0
    }
}

/// The picture of this family.
pub fn svg(family: Family<'_>) -> String {
    let text = &nl().family;
    let homes: Vec<(Home, Vec<&Person>)> = Home::ALL
        .into_iter()
        .map(|home| (home, family.at(home)))
        .filter(|(_, people)| !people.is_empty())
        .collect();
    let mut frames = Vec::new();
    let mut drawn: Vec<Drawn<'_>> = Vec::new();
    let mut x = MARGIN;
    for (home, people) in &homes {
        let (children, adults): (Vec<&Person>, Vec<&Person>) =
            people.iter().partition(|one| one.is_child());
        let widest = adults.len().max(children.len()).max(1);
        let width = GAP + f64::from(u32::try_from(widest).unwrap_or(u32::MAX)) * (BOX + GAP);
        for row in [adults, children] {
            for (at, person) in row.into_iter().enumerate() {
                let at = f64::from(u32::try_from(at).unwrap_or(u32::MAX));
                drawn.push(boxed(family, person, x + GAP + at * (BOX + GAP)));
            }
        }
        frames.push((*home, x, width));
        x += width + GAP;
    }
    let width = (x - GAP + MARGIN).max(LEAST);
    let tallest = |children: bool| {
        let row = drawn.iter().filter(|one| one.person.is_child() == children);
        row.map(|one| one.h).fold(0.0, f64::max)
    };
    let adults = tallest(false);
    let first_child = TOP + if adults > 0.0 { adults + BETWEEN } else { 0.0 };
    let bottom = match tallest(true) {
        none if none <= 0.0 => TOP + adults,
        children => first_child + children,
    } + GAP;
    for one in &mut drawn {
        one.y = if one.person.is_child() {
            first_child
        } else {
            TOP
        };
    }
    let (below, height) = below(family, bottom + 34.0, width);
    let mut out = head(family, width, height);
    let _ = writeln!(
        out,
        "<text class=\"titel\" x=\"{MARGIN}\" y=\"40\">{}</text>",
        escape(&text.title())
    );
    for (home, x, wide) in frames {
        let _ = writeln!(
            out,
            "<rect class=\"huis\" x=\"{x}\" y=\"60\" width=\"{wide}\" height=\"{}\" rx=\"8\"/>",
            bottom - 60.0
        );
        for (at, line) in fold(&home_title(home), wide - 24.0, 14.0)
            .iter()
            .enumerate()
        {
            let y = 82.0 + LINE * f64::from(u32::try_from(at).unwrap_or(0));
            let _ = writeln!(
                out,
                "<text class=\"kop\" x=\"{}\" y=\"{y}\">{}</text>",
                x + 12.0,
                escape(line)
            );
        }
    }
    ties(family, &drawn, &mut out);
    drawn.iter().for_each(|one| person(one, &mut out));
    out.push_str(&below);
    out.push_str("</svg>\n");
    out
}

/// The name of the drawing, and all of it in words.
fn head(family: Family<'_>, width: f64, height: f64) -> String {
    let groups = groups(family);
    let words: Vec<String> = groups
        .iter()
        .map(|group| format!("{}: {}.", group.title, group.lines.join(". ")))
        .collect();
    format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" lang=\"nl\" xml:lang=\"nl\" width=\"{width}\" height=\"{height}\" \
         viewBox=\"0 0 {width} {height}\" role=\"img\" aria-labelledby=\"titel uitleg\">\n\
         <title id=\"titel\">{}</title>\n<desc id=\"uitleg\">{}</desc>\n<style>{STYLE}</style>\n\
         <rect class=\"blad\" width=\"{width}\" height=\"{height}\"/>\n",
        escape(&nl().family.title()),
        escape(&words.join(" "))
    )
}

fn boxed<'p>(family: Family<'p>, person: &'p Person, x: f64) -> Drawn<'p> {
    let room = BOX - 20.0;
    let name = fold(family.name(&person.id), room, NAME);
    let lines: Vec<String> = details(family, person)
        .iter()
        .flat_map(|line| fold(line, room, SMALL))
        .collect();
    let rows = f64::from(u32::try_from(name.len() + lines.len()).unwrap_or(u32::MAX));
    Drawn {
        person,
        x,
        y: 0.0,
        h: rows * LINE + 20.0,
        name,
        lines,
    }
}

fn person(one: &Drawn<'_>, out: &mut String) {
    let unborn = one.person.unborn.known() == Some(&YesNo::Yes);
    let _ = writeln!(
        out,
        "<rect class=\"mens{}\" x=\"{}\" y=\"{}\" width=\"{BOX}\" height=\"{}\" rx=\"{}\"/>",
        if unborn { " ongeboren" } else { "" },
        one.x,
        one.y,
        one.h,
        if one.person.is_child() { 20 } else { 2 }
    );
    let mut y = one.y + 8.0;
    for (class, lines) in [(" class=\"naam\"", &one.name), ("", &one.lines)] {
        for line in lines {
            y += LINE;
            let _ = writeln!(
                out,
                "<text{class} x=\"{}\" y=\"{y}\">{}</text>",
                one.x + 10.0,
                escape(line)
            );
        }
    }
}

/// Arcs over the adults, lines down to the children.
fn ties(family: Family<'_>, drawn: &[Drawn<'_>], out: &mut String) {
    let places: BTreeMap<&str, &Drawn<'_>> = drawn
        .iter()
        .map(|one| (one.person.id.as_str(), one))
        .collect();
    let mut arcs = 0_u32;
    for (tie, one, other) in family.ties() {
        let (Some(from), Some(to)) = (places.get(one), places.get(other)) else {
            continue;
        };
        let class = match tie {
            Tie::Partner => "band",
            Tie::ExPartner => "band ex",
            Tie::Authority => "band gezag",
            Tie::Parent => "band ouder",
        };
        let line = match tie {
            Tie::Partner | Tie::ExPartner => {
                // Each arc a little higher, so that two do not lie on each other.
                let up = from.y.min(to.y) - 26.0 - f64::from(arcs % 3) * 12.0;
                arcs += 1;
                format!(
                    "M{} {} C{} {up} {} {up} {} {}",
                    from.middle(),
                    from.y,
                    from.middle(),
                    to.middle(),
                    to.middle(),
                    to.y
                )
            }
            Tie::Authority | Tie::Parent => format!(
                "M{} {} L{} {}",
                from.middle(),
                from.y + from.h,
                to.middle(),
                to.y
            ),
        };
        let _ = writeln!(out, "<path class=\"{class}\" d=\"{line}\"/>");
    }
}

/// Who stands around the family, each situation, and what the lines mean; with the height of the whole.
fn below(family: Family<'_>, top: f64, width: f64) -> (String, f64) {
    let text = &nl().family;
    let (mut out, mut y) = (String::new(), top);
    let room = width - 2.0 * MARGIN;
    let around = family.around().map(|one| family.name(&one.id).to_owned());
    let around: Vec<String> = around.collect();
    let around = if around.is_empty() {
        Vec::new()
    } else {
        vec![around.join(", ")]
    };
    for (title, lines) in [
        (text.around(), around),
        (text.situations(), situations(family)),
    ] {
        if lines.is_empty() {
            continue;
        }
        let _ = writeln!(
            out,
            "<text class=\"kop\" x=\"{MARGIN}\" y=\"{y}\">{}</text>",
            escape(&title)
        );
        y += LINE + 3.0;
        for line in lines.iter().flat_map(|line| fold(line, room, SMALL)) {
            let _ = writeln!(
                out,
                "<text x=\"{MARGIN}\" y=\"{y}\">{}</text>",
                escape(&line)
            );
            y += LINE;
        }
        y += 12.0;
    }
    let present: Vec<Tie> = family.ties().into_iter().map(|(tie, ..)| tie).collect();
    for (tie, class, means) in [
        (Tie::Partner, "band", text.legend_partner()),
        (Tie::ExPartner, "band ex", text.legend_ex()),
        (Tie::Authority, "band gezag", text.legend_authority()),
        (Tie::Parent, "band ouder", text.legend_parent()),
    ] {
        if !present.contains(&tie) {
            continue;
        }
        let (end, mid) = (MARGIN + 48.0, y - 4.0);
        let _ = writeln!(
            out,
            "<path class=\"{class}\" d=\"M{MARGIN} {mid} L{end} {mid}\"/><text x=\"{}\" y=\"{y}\">{}</text>",
            end + 12.0,
            escape(&means)
        );
        y += LINE + 2.0;
    }
    (out, y + 12.0)
}
