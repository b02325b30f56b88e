//! A drawing on a page: its shapes as lines and letters, never as dots.

use krilla::geom::{Path, PathBuilder, Point, Rect};
use krilla::paint::{Stroke, StrokeDash};
use krilla::surface::Surface;

use super::fill;
use super::flow::size_of;
use super::font::Fonts;
use crate::drawing::{Anchor, Drawing, Shape, Stroke as Pen};
use crate::plain::plain;

/// How far the two points between are, for a corner that is a quarter of a circle.
const ROUND: f32 = 0.552_285;

/// Draws it from this place, so many times its own size.
pub(super) fn draw(
    drawing: &Drawing,
    from: (f32, f32),
    scale: f32,
    on: &mut Surface<'_>,
    fonts: &Fonts,
) {
    let sheet = Sheet { from, scale };
    for shape in &drawing.shapes {
        match shape {
            Shape::Box {
                x,
                y,
                w,
                h,
                round,
                fill: inside,
                line,
            } => {
                on.set_fill(inside.map(fill));
                on.set_stroke(line.map(|line| sheet.pen(line)));
                if let Some(path) = sheet.frame((*x, *y), (*w, *h), *round) {
                    on.draw_path(&path);
                }
            }
            Shape::Line { points, line } => {
                on.set_fill(None);
                on.set_stroke(Some(sheet.pen(*line)));
                if let Some(path) = sheet.lines(points, false) {
                    on.draw_path(&path);
                }
            }
            Shape::Curve { points, line } => {
                on.set_fill(None);
                on.set_stroke(Some(sheet.pen(*line)));
                let [a, b, c, d] = points.map(|point| sheet.at(point));
                let mut path = PathBuilder::new();
                path.move_to(a.0, a.1);
                path.cubic_to(b.0, b.1, c.0, c.1, d.0, d.1);
                if let Some(path) = path.finish() {
                    on.draw_path(&path);
                }
            }
            Shape::Area {
                points,
                fill: inside,
            } => {
                on.set_fill(Some(fill(*inside)));
                on.set_stroke(None);
                if let Some(path) = sheet.lines(points, true) {
                    on.draw_path(&path);
                }
            }
            Shape::Words {
                x,
                y,
                size,
                strong,
                at,
                colour,
                text,
            } => {
                let text = plain(text);
                let face = fonts.face(*strong);
                let size = size_of(*size) * scale;
                let (mut x, y) = sheet.at((*x, *y));
                if *at == Anchor::Middle {
                    let all: f32 = text.chars().map(|letter| face.advance(letter)).sum();
                    x -= all * size / 2.0;
                }
                on.set_fill(Some(fill(*colour)));
                on.set_stroke(None);
                let glyphs = face.glyphs(&text);
                let at = Point::from_xy(x, y);
                on.draw_glyphs(at, &glyphs, face.font.clone(), &text, size, false);
            }
        }
    }
    on.set_stroke(None);
}

/// Where on the page the drawing lies.
struct Sheet {
    from: (f32, f32),
    scale: f32,
}

impl Sheet {
    fn at(&self, (x, y): (i32, i32)) -> (f32, f32) {
        (
            self.from.0 + size_of(x) * self.scale,
            self.from.1 + size_of(y) * self.scale,
        )
    }

    fn pen(&self, line: Pen) -> Stroke {
        let dash = line.dash.lengths().map(|(on, off)| StrokeDash {
            array: vec![size_of(on) * self.scale, size_of(off) * self.scale],
            offset: 0.0,
        });
        Stroke {
            paint: fill(line.colour).paint,
            width: size_of(line.halves) / 2.0 * self.scale,
            dash,
            ..Stroke::default()
        }
    }

    fn lines(&self, points: &[(i32, i32)], closed: bool) -> Option<Path> {
        let mut path = PathBuilder::new();
        for (at, point) in points.iter().enumerate() {
            let (x, y) = self.at(*point);
            if at == 0 {
                path.move_to(x, y);
            } else {
                path.line_to(x, y);
            }
        }
        if closed {
            path.close();
        }
        path.finish()
    }

    fn frame(&self, place: (i32, i32), (w, h): (i32, i32), round: i32) -> Option<Path> {
        let (x, y) = self.at(place);
        let (w, h) = (size_of(w) * self.scale, size_of(h) * self.scale);
        let r = (size_of(round) * self.scale).min(w / 2.0).min(h / 2.0);
        let mut path = PathBuilder::new();
        if r <= 0.0 {
            path.push_rect(Rect::from_xywh(x, y, w, h)?);
            return path.finish();
        }
        let k = r * (1.0 - ROUND);
        let (right, foot) = (x + w, y + h);
        path.move_to(x + r, y);
        path.line_to(right - r, y);
        path.cubic_to(right - k, y, right, y + k, right, y + r);
        path.line_to(right, foot - r);
        path.cubic_to(right, foot - k, right - k, foot, right - r, foot);
        path.line_to(x + r, foot);
        path.cubic_to(x + k, foot, x, foot - k, x, foot - r);
        path.line_to(x, y + r);
        path.cubic_to(x, y + k, x + k, y, x + r, y);
        path.close();
        path.finish()
    }
}
