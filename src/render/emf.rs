//! A drawing as an Enhanced Metafile: the vectors that every text processor can show. Written by hand from [MS-EMF]: a
//! header, the objects that draw, the drawing, an end; little-endian, each record a multiple of four bytes.

use crate::drawing::{Anchor, Colour, Dash, Drawing, Shape, Stroke};
use crate::plain::plain;

/// So many units of the file to a point of the drawing, so that nothing is rounded away.
const FINE: i32 = 20;

const HEADER: u32 = 1;
const POLYBEZIER: u32 = 2;
const POLYGON: u32 = 3;
const POLYLINE: u32 = 4;
const END: u32 = 14;
const SETWINDOWEXT: u32 = 9;
const SETWINDOWORG: u32 = 10;
const SETVIEWPORTEXT: u32 = 11;
const SETMAPMODE: u32 = 17;
const SETBKMODE: u32 = 18;
const SETTEXTALIGN: u32 = 22;
const SETTEXTCOLOR: u32 = 24;
const SELECTOBJECT: u32 = 37;
const CREATEBRUSH: u32 = 39;
const DELETEOBJECT: u32 = 40;
const RECTANGLE: u32 = 43;
const ROUNDRECT: u32 = 44;
const CREATEFONT: u32 = 82;
const TEXTOUT: u32 = 84;
const CREATEPEN: u32 = 95;
/// Objects that are always there: nothing to fill with, nothing to draw lines with.
const NO_FILL: u32 = 0x8000_0005;
const NO_LINE: u32 = 0x8000_0008;
/// Text begins, or has its middle, at its place, and stands on the line there.
const FROM_LINE: u32 = 24;
const MIDDLE: u32 = 6;

/// The file.
pub(super) fn emf(drawing: &Drawing) -> Vec<u8> {
    let mut file = File::default();
    let (wide, high) = (drawing.width * FINE, drawing.height * FINE);
    for (kind, data) in [
        (SETMAPMODE, vec![8]),
        (SETWINDOWORG, vec![0, 0]),
        (SETWINDOWEXT, vec![wide, high]),
        (SETVIEWPORTEXT, vec![drawing.width, drawing.height]),
        (SETBKMODE, vec![1]),
    ] {
        file.record(kind, &data);
    }
    for one in &drawing.shapes {
        file.shape(one);
    }
    file.record(END, &[0, 16, 20]);
    file.finish(drawing)
}

#[derive(Default)]
struct File {
    body: Vec<u8>,
    records: u32,
}

impl File {
    fn record(&mut self, kind: u32, data: &[i32]) {
        let bytes: Vec<u8> = data.iter().flat_map(|one| one.to_le_bytes()).collect();
        self.raw(kind, &bytes);
    }

    fn raw(&mut self, kind: u32, data: &[u8]) {
        let padded = data.len().next_multiple_of(4);
        self.body.extend(kind.to_le_bytes());
        self.body.extend(length(padded + 8).to_le_bytes());
        self.body.extend(data);
        self.body.resize(self.body.len() + padded - data.len(), 0);
        self.records += 1;
    }

    /// Makes an object, draws with it, and takes it away again: number 1 is the pen, 2 the brush, 3 the font.
    fn with(&mut self, line: Option<Stroke>, fill: Option<Colour>, draw: impl FnOnce(&mut Self)) {
        match line {
            Some(line) => {
                self.pen(line);
                self.record(SELECTOBJECT, &[1]);
            }
            None => self.select(NO_LINE),
        }
        match fill {
            Some(fill) => {
                self.record(CREATEBRUSH, &[2, 0, colour(fill), 0]);
                self.record(SELECTOBJECT, &[2]);
            }
            None => self.select(NO_FILL),
        }
        draw(self);
        self.select(NO_LINE);
        self.select(NO_FILL);
        for (at, made) in [(1, line.is_some()), (2, fill.is_some())] {
            if made {
                self.record(DELETEOBJECT, &[at]);
            }
        }
    }

    fn select(&mut self, object: u32) {
        self.raw(SELECTOBJECT, &object.to_le_bytes());
    }

    fn pen(&mut self, line: Stroke) {
        let dash = match line.dash {
            Dash::None => 0,
            Dash::Long => 1,
            Dash::Short => 2,
        };
        // Geometric, so that it may have a width and dashes both.
        let style = 0x0001_0000 | dash;
        let thick = line.halves * FINE / 2;
        self.record(
            CREATEPEN,
            &[1, 52, 0, 52, 0, style, thick, 0, colour(line.colour), 0, 0],
        );
    }

    fn shape(&mut self, shape: &Shape) {
        match shape {
            Shape::Box {
                x,
                y,
                w,
                h,
                round,
                fill,
                line,
            } => {
                let edges = [*x, *y, x + w, y + h].map(|one| one * FINE);
                let corner = round * 2 * FINE;
                self.with(*line, *fill, |file| {
                    if *round == 0 {
                        file.record(RECTANGLE, &edges);
                    } else {
                        file.record(ROUNDRECT, &[&edges[..], &[corner, corner]].concat());
                    }
                });
            }
            Shape::Line { points, line } => {
                self.with(Some(*line), None, |file| file.points(POLYLINE, points));
            }
            Shape::Curve { points, line } => {
                self.with(Some(*line), None, |file| file.points(POLYBEZIER, points));
            }
            Shape::Area { points, fill } => {
                self.with(None, Some(*fill), |file| file.points(POLYGON, points));
            }
            Shape::Words {
                x,
                y,
                size,
                strong,
                at,
                colour: ink,
                text,
            } => {
                self.font(*size, *strong);
                self.record(SELECTOBJECT, &[3]);
                self.record(SETTEXTCOLOR, &[colour(*ink)]);
                let align = match at {
                    Anchor::Start => FROM_LINE,
                    Anchor::Middle => FROM_LINE | MIDDLE,
                };
                self.raw(SETTEXTALIGN, &align.to_le_bytes());
                self.text(x * FINE, y * FINE, &plain(text));
                self.raw(SELECTOBJECT, &0x8000_000D_u32.to_le_bytes());
                self.record(DELETEOBJECT, &[3]);
            }
        }
    }

    fn points(&mut self, kind: u32, points: &[(i32, i32)]) {
        let all = points.iter().flat_map(|(x, y)| [x * FINE, y * FINE]);
        let mut data = bounds(points).to_vec();
        data.push(i32::try_from(points.len()).unwrap_or(0));
        data.extend(all);
        self.record(kind, &data);
    }

    fn font(&mut self, size: i32, strong: bool) {
        let weight = if strong { 700 } else { 400 };
        let mut data: Vec<u8> = [3, -size * FINE, 0, 0, 0, weight]
            .iter()
            .flat_map(|one: &i32| one.to_le_bytes())
            .collect();
        data.extend([0, 0, 0, 1, 0, 0, 0, 0x22]);
        // The name, and after it names that are not needed; the record has one length.
        let name: Vec<u8> = "Arial".encode_utf16().flat_map(u16::to_le_bytes).collect();
        let end = data.len() + 64;
        data.extend(name);
        data.resize(end, 0);
        data.resize(4 + 320, 0);
        self.raw(CREATEFONT, &data);
    }

    fn text(&mut self, x: i32, y: i32, text: &str) {
        let letters: Vec<u16> = text.encode_utf16().collect();
        let count = i32::try_from(letters.len()).unwrap_or(0);
        // The letters follow this record's own head of 76 bytes; how wide each is, is left to the font.
        let mut data: Vec<u8> = [0, 0, -1, -1, 1, 0, 0, x, y, count, 76, 0, 0, 0, -1, -1, 0]
            .iter()
            .flat_map(|one: &i32| one.to_le_bytes())
            .collect();
        data[20..24].copy_from_slice(&1.0_f32.to_le_bytes());
        data[24..28].copy_from_slice(&1.0_f32.to_le_bytes());
        data.extend(letters.iter().flat_map(|one| one.to_le_bytes()));
        self.raw(TEXTOUT, &data);
    }

    fn finish(self, drawing: &Drawing) -> Vec<u8> {
        // A point of the drawing is one of 96 to an inch.
        let hundredths = |points: i32| points * 2540 / 96;
        let mut head = Vec::new();
        let mut add = |all: &[i32]| head.extend(all.iter().flat_map(|one| one.to_le_bytes()));
        add(&[0, 0, drawing.width, drawing.height]);
        add(&[0, 0, hundredths(drawing.width), hundredths(drawing.height)]);
        head.extend(b" EMF");
        head.extend(0x0001_0000_u32.to_le_bytes());
        let size = 88 + self.body.len();
        head.extend(length(size).to_le_bytes());
        head.extend((self.records + 1).to_le_bytes());
        // Three objects and the empty one; no description, no palette.
        head.extend(4_u16.to_le_bytes());
        head.extend(0_u16.to_le_bytes());
        for one in [0_i32, 0, 0, 1920, 1080, 508, 286] {
            head.extend(one.to_le_bytes());
        }
        let mut out = HEADER.to_le_bytes().to_vec();
        out.extend(length(head.len() + 8).to_le_bytes());
        out.extend(head);
        out.extend(self.body);
        out
    }
}

fn bounds(points: &[(i32, i32)]) -> [i32; 4] {
    let (xs, ys) = (
        points.iter().map(|one| one.0),
        points.iter().map(|one| one.1),
    );
    let least = |all: Option<i32>| all.unwrap_or(0) * FINE;
    [
        least(xs.clone().min()),
        least(ys.clone().min()),
        least(xs.max()),
        least(ys.max()),
    ]
}

fn colour((red, green, blue): Colour) -> i32 {
    i32::from(red) | i32::from(green) << 8 | i32::from(blue) << 16
}

fn length(bytes: usize) -> u32 {
    u32::try_from(bytes).unwrap_or(u32::MAX)
}
