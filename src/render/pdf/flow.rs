//! The blocks of a document as pieces, in reading order, each with its place in the tree of tags.

use krilla::tagging::{ListNumbering, Tag};

use std::rc::Rc;

use super::font::Fonts;
use super::line::fold;
use super::page::ROOM;
use super::piece::{Colour, INK, Ink, Item, LINE, Mark, Piece, SOFT, Whose};
use super::table;
use super::tag::Tree;
use crate::document::{Block, Line, Numbered, Tone};
use crate::drawing::Drawing;
use crate::plain::one_line;
use crate::render::text::with_colon;
use crate::render::words::{Words, lead, leads, lines};

/// How wide the text of a page is, in points.
pub(super) const WIDTH: f32 = 499.0;
/// A line is so much higher than its letters.
const LEADING: f32 = 1.36;
/// Where the letters of a line stand, from its top.
const STANDS: f32 = 1.03;
/// How far the texts of a numbered list hang.
const HANG: f32 = 21.0;
/// How far the texts after labels begin, at most.
const LABELS: f32 = 142.0;

/// What lays blocks out.
pub(super) struct Flow<'f> {
    pub fonts: &'f Fonts,
    pub tree: &'f mut Tree,
    /// The size of running text.
    pub size: f32,
    /// What must stand at each heading.
    pub mark: Option<String>,
    items: Vec<Item>,
}

/// Text at a place: how far from the left, how wide, how large, in which colour, for which part.
#[derive(Clone, Copy)]
pub(super) struct Place {
    pub x: f32,
    pub room: f32,
    pub size: f32,
    pub colour: Colour,
    pub whose: Whose,
}

impl<'f> Flow<'f> {
    /// The pieces of these blocks.
    pub fn pieces(
        fonts: &'f Fonts,
        tree: &'f mut Tree,
        size: f32,
        title: Option<&str>,
        mark: Option<String>,
        blocks: &[Block],
    ) -> Vec<Item> {
        let mut flow = Self {
            fonts,
            tree,
            size,
            mark,
            items: Vec::new(),
        };
        if let Some(title) = title {
            flow.title(title);
        }
        for (at, block) in blocks.iter().enumerate() {
            let from = flow.items.len();
            flow.block(block);
            if matches!(block, Block::Paragraph(_)) && leads(blocks, at) {
                for item in &mut flow.items[from..] {
                    if let Item::Piece(piece) = item {
                        piece.holds = true;
                    }
                }
            }
        }
        flow.items
    }

    fn title(&mut self, text: &str) {
        let part = self.tree.heading(0, 1, text);
        let place = Place {
            whose: Whose::Part(part),
            ..self.place(0.0, WIDTH, self.size * 1.62)
        };
        let mut pieces = self.text(&[Words::strong(text)], place);
        if let Some(first) = pieces.first_mut() {
            first.bookmark = Some((1, text.to_owned()));
        }
        hold(&mut pieces, true);
        if let Some(last) = pieces.last_mut() {
            last.height += self.size * 0.5;
        }
        self.push(pieces, 0.0);
    }

    fn block(&mut self, block: &Block) {
        match block {
            Block::Heading(level, text) => self.heading(*level, &one_line(text)),
            Block::Paragraph(line) => {
                let part = self.tree.add(0, Tag::P);
                let place = self.place_of(part, 0.0, WIDTH);
                let pieces = self.lines(line, place);
                self.push(pieces, self.size * 0.45);
            }
            Block::Facts(all) => self.facts(all, 0, 0.0),
            Block::Bullets(all) => self.bullets(all),
            Block::Numbered(all) => self.numbered(all),
            Block::Table(table) => {
                let pieces = table::pieces(self, table);
                self.push(pieces, self.size * 0.7);
            }
            Block::Picture(picture) => self.picture(&picture.drawing),
            Block::Notice(tone, line) => self.notice(*tone, line),
            Block::Room(label, lines) => self.room(label, *lines),
            Block::PageBreak => self.items.push(Item::NewPage),
        }
    }

    fn heading(&mut self, level: u8, text: &str) {
        let first = level <= 1;
        let (size, before) = if first {
            (self.size * 1.24, self.size * 1.35)
        } else {
            (self.size * 1.05, self.size)
        };
        let part = self.tree.heading(0, if first { 2 } else { 3 }, text);
        let mut room = WIDTH;
        let mut beside = None;
        if let Some(mark) = self.mark.clone().filter(|_| first) {
            let words = vec![Words::strong(&mark)];
            let small = self.size * 0.8;
            let wide = self.fonts.width(&words, small);
            room -= wide + 12.0;
            beside = Some(Mark {
                ink: Ink::Text {
                    x: WIDTH - wide,
                    y: size * STANDS,
                    size: small,
                    colour: SOFT,
                    words,
                },
                whose: Whose::Page,
            });
        }
        let place = Place {
            whose: Whose::Part(part),
            ..self.place(0.0, room, size)
        };
        let mut pieces = self.text(&[Words::strong(text)], place);
        if let Some(piece) = pieces.first_mut() {
            piece.bookmark = Some((if first { 2 } else { 3 }, text.to_owned()));
            piece.marks.extend(beside);
        }
        hold(&mut pieces, true);
        if let Some(last) = pieces.last_mut() {
            if first {
                last.marks.push(rule(0.0, last.height, WIDTH, 1.0, INK));
            }
            last.height += self.size * 0.3;
        }
        self.push(pieces, before);
    }

    fn bullets(&mut self, all: &[Line]) {
        let list = self.tree.add(0, Tag::L(ListNumbering::Disc));
        for (at, line) in all.iter().enumerate() {
            let item = self.tree.add(list, Tag::LI);
            let (label, body) = (
                self.tree.add(item, Tag::Lbl),
                self.tree.add(item, Tag::LBody),
            );
            let mut pieces = self.lines(line, self.place_of(body, HANG * 0.7, WIDTH - HANG * 0.7));
            let dot = Words::plain("• ");
            self.label(&mut pieces, label, HANG * 0.25, vec![dot]);
            let before = if at == 0 { 0.45 } else { 0.25 };
            self.push(pieces, self.size * before);
        }
    }

    fn numbered(&mut self, all: &[Numbered]) {
        let list = self.tree.add(0, Tag::L(ListNumbering::Decimal));
        for one in all {
            let item = self.tree.add(list, Tag::LI);
            let label = self.tree.add(item, Tag::Lbl);
            let body = self.tree.add(item, Tag::LBody);
            let text = self.tree.add(body, Tag::P);
            let mut pieces = self.lines(&one.line, self.place_of(text, HANG, WIDTH - HANG));
            let number = Words::strong(format!("{}. ", one_line(&one.number)));
            self.label(&mut pieces, label, 0.0, vec![number]);
            if !one.facts.is_empty() {
                hold(&mut pieces, true);
            }
            self.push(pieces, self.size * 0.5);
            self.facts(&one.facts, body, HANG);
        }
    }

    /// Labels in a column, what belongs to each beside it.
    fn facts(&mut self, all: &[(String, Line)], within: usize, by: f32) {
        if all.is_empty() {
            return;
        }
        let list = self.tree.add(within, Tag::L(ListNumbering::None));
        let labels: Vec<Vec<Words>> = all
            .iter()
            .map(|(label, _)| vec![Words::strong(format!("{} ", with_colon(&one_line(label))))])
            .collect();
        let widest = labels
            .iter()
            .map(|label| self.fonts.width(label, self.size));
        let column = widest.fold(0.0, f32::max).min(LABELS) + 6.0;
        for (at, ((_, line), label)) in all.iter().zip(labels).enumerate() {
            let item = self.tree.add(list, Tag::LI);
            let name = self.tree.add(item, Tag::Lbl);
            let body = self.tree.add(item, Tag::LBody);
            let left = Place {
                colour: SOFT,
                ..self.place_of(name, by, column - 4.0)
            };
            let left = self.text(&label, left);
            let mut pieces =
                self.lines(line, self.place_of(body, by + column, WIDTH - by - column));
            beside(&mut pieces, left);
            // What belongs to a number stays with it; else no label stands alone under a heading or on a page.
            let last = at + 1 == all.len();
            let edge = by > 0.0 || at == 0 || at + 2 == all.len();
            if edge && !last {
                hold(&mut pieces, true);
            }
            let before = match (at, by > 0.0) {
                (0, true) => 0.1,
                (0, false) => 0.4,
                _ => 0.2,
            };
            self.push(pieces, self.size * before);
        }
    }

    /// What must not be missed, in a frame that says how loud it is; the word before it says so too.
    fn notice(&mut self, tone: Tone, line: &Line) {
        let (colour, thick, edge) = match tone {
            Tone::Danger => ((0x8c, 0x10, 0x20), 1.4, 6.0),
            Tone::Warning => ((0x6b, 0x43, 0x00), 0.8, 4.5),
            Tone::Note => (LINE, 0.5, 4.5),
        };
        let part = self.tree.add(0, Tag::Div);
        let pad = self.size * 0.55;
        let (x, room) = (edge + pad, WIDTH - edge - 2.0 * pad);
        let mut pieces = Vec::new();
        if let Some(lead) = lead(tone) {
            let whose = self.tree.add(part, Tag::P);
            let place = Place {
                colour,
                ..self.place_of(whose, x, room)
            };
            pieces.extend(self.text(&[Words::strong(&lead)], place));
        }
        let whose = self.tree.add(part, Tag::P);
        pieces.extend(self.lines(line, self.place_of(whose, x, room)));
        hold(&mut pieces, false);
        let last = pieces.len().saturating_sub(1);
        for (at, piece) in pieces.iter_mut().enumerate() {
            if at == 0 {
                let moved = std::mem::take(piece).moved(0.0, pad);
                *piece = moved;
                piece.height += pad;
                piece.marks.push(rule(0.0, 0.0, WIDTH, thick, colour));
            }
            if at == last {
                piece.height += pad;
                let bottom = piece.height - thick;
                piece.marks.push(rule(0.0, bottom, WIDTH, thick, colour));
            }
            let high = piece.height;
            for (x, w) in [(0.0, edge), (WIDTH - thick, thick)] {
                piece.marks.push(Mark {
                    ink: Ink::Box {
                        x,
                        y: 0.0,
                        w,
                        h: high,
                        colour,
                    },
                    whose: Whose::Looks,
                });
            }
        }
        self.push(pieces, self.size * 0.9);
    }

    /// A drawing as wide as the text at most, and not higher than a page with its heading and what leads to it.
    fn picture(&mut self, drawing: &Drawing) {
        let words = one_line(&format!("{}: {}", drawing.title, drawing.words.join(". ")));
        let part = self.tree.add(0, Tag::Figure(Some(words)));
        let (wide, high) = (size_of(drawing.width), size_of(drawing.height));
        let scale = 0.75_f32.min(WIDTH / wide).min((ROOM - 90.0) / high);
        let mark = Mark {
            ink: Ink::Drawing {
                x: 0.0,
                y: 0.0,
                scale,
                drawing: Rc::new(drawing.clone()),
            },
            whose: Whose::Part(part),
        };
        let piece = Piece {
            height: high * scale,
            marks: vec![mark],
            ..Piece::default()
        };
        self.push(vec![piece], self.size * 0.7);
    }

    /// Room to write by hand.
    fn room(&mut self, label: &str, count: usize) {
        let part = self.tree.add(0, Tag::P);
        let mut pieces = self.text(
            &[Words::strong(one_line(label))],
            self.place_of(part, 0.0, WIDTH),
        );
        hold(&mut pieces, true);
        for _ in 0..count {
            pieces.push(Piece {
                height: 24.0,
                marks: vec![rule(0.0, 23.0, WIDTH, 0.5, LINE)],
                ..Piece::default()
            });
        }
        self.push(pieces, self.size * 0.9);
    }

    /// A running text with breaks of its own, as pieces of one line.
    pub fn lines(&self, line: &Line, place: Place) -> Vec<Piece> {
        let mut pieces: Vec<Piece> = Vec::new();
        for one in lines(line) {
            pieces.extend(self.text(&one, place));
        }
        if pieces.is_empty() {
            // A cell or a label without words is still there for who hears the document.
            pieces = self.text(&[Words::plain(" ")], place);
        }
        hold(&mut pieces, false);
        pieces
    }

    /// A text as pieces of one line.
    pub fn text(&self, words: &[Words], place: Place) -> Vec<Piece> {
        let all = fold(self.fonts, words, place.size, place.room).into_iter();
        let all = all.map(|words| Piece {
            height: place.size * LEADING,
            marks: vec![Mark {
                ink: Ink::Text {
                    x: place.x,
                    y: place.size * STANDS,
                    size: place.size,
                    colour: place.colour,
                    words,
                },
                whose: place.whose,
            }],
            ..Piece::default()
        });
        all.collect()
    }

    fn place(&self, x: f32, room: f32, size: f32) -> Place {
        Place {
            x,
            room,
            size,
            colour: INK,
            whose: Whose::Looks,
        }
    }

    /// Running text for this part.
    pub fn place_of(&self, part: usize, x: f32, room: f32) -> Place {
        Place {
            whose: Whose::Part(part),
            ..self.place(x, room, self.size)
        }
    }

    /// A short label before the first line.
    fn label(&self, pieces: &mut [Piece], part: usize, x: f32, words: Vec<Words>) {
        if let Some(first) = pieces.first_mut() {
            first.marks.insert(
                0,
                Mark {
                    ink: Ink::Text {
                        x,
                        y: self.size * STANDS,
                        size: self.size,
                        colour: INK,
                        words,
                    },
                    whose: Whose::Part(part),
                },
            );
        }
    }

    fn push(&mut self, mut pieces: Vec<Piece>, before: f32) {
        if let Some(first) = pieces.first_mut() {
            first.before = before;
        }
        self.items.extend(pieces.into_iter().map(Item::Piece));
    }
}

/// A size of a drawing.
#[expect(clippy::cast_precision_loss, reason = "no drawing is as large as that")]
pub(super) const fn size_of(points: i32) -> f32 {
    points as f32
}

/// A line across, as a thin box.
pub(super) fn rule(x: f32, y: f32, w: f32, h: f32, colour: Colour) -> Mark {
    Mark {
        ink: Ink::Box { x, y, w, h, colour },
        whose: Whose::Looks,
    }
}

/// No line of a text alone at the foot or at the head of a page; with `all` it also stays with what follows.
fn hold(pieces: &mut [Piece], all: bool) {
    let count = pieces.len();
    for (at, piece) in pieces.iter_mut().enumerate() {
        let short = count <= 3 && at + 1 < count;
        let edge = (at == 0 || at + 2 == count) && at + 1 < count;
        piece.holds = all || short || edge;
    }
}

/// Puts these pieces to the left of the others, line beside line.
fn beside(pieces: &mut Vec<Piece>, left: Vec<Piece>) {
    for (at, one) in left.into_iter().enumerate() {
        match pieces.get_mut(at) {
            Some(piece) => {
                let right = std::mem::take(&mut piece.marks);
                piece.marks = one.marks;
                piece.marks.extend(right);
            }
            None => pieces.push(one),
        }
    }
    hold(pieces, false);
}
