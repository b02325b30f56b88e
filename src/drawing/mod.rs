//! A picture as shapes, before any format: boxes, lines, dots and words in one plane, and all of it in words too. Shapes
//! differ in form, dashes and words; colour never says anything alone. Who draws one knows no format; who writes one, in
//! `svg`, in a PDF or for a text processor, knows nothing of what it shows.

mod svg;

use crate::picture::fold;
pub use svg::svg;

/// A picture. Places and sizes are in points of a screen (96 an inch), from the top left.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Drawing {
    /// What it shows.
    pub title: String,
    /// All that it shows, in words, one thing a line.
    pub words: Vec<String>,
    /// How wide it is.
    pub width: i32,
    /// How high it is.
    pub height: i32,
    /// What is drawn, the first undermost.
    pub shapes: Vec<Shape>,
}

/// A colour: red, green, blue.
pub type Colour = (u8, u8, u8);

/// Words and lines.
pub const INK: Colour = (0x1b, 0x1b, 0x1f);
/// Lines around what belongs together.
pub const LINE: Colour = (0x76, 0x76, 0x80);
/// Behind a heading, or behind what belongs together.
pub const PALE: Colour = (0xf3, 0xf3, 0xf0);
/// The paper.
pub const PAPER: Colour = (0xff, 0xff, 0xff);
/// What is about danger; beside it stands the word.
pub const DANGER: Colour = (0x8c, 0x10, 0x20);

/// One thing that is drawn.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Shape {
    /// A box, with corners so round.
    Box {
        /// From the left.
        x: i32,
        /// From the top.
        y: i32,
        /// How wide.
        w: i32,
        /// How high.
        h: i32,
        /// How round its corners are.
        round: i32,
        /// What it is filled with.
        fill: Option<Colour>,
        /// The line around it.
        line: Option<Stroke>,
    },
    /// A line from point to point.
    Line {
        /// The points.
        points: Vec<(i32, i32)>,
        /// How it is drawn.
        line: Stroke,
    },
    /// A bent line: from the first point to the last, drawn towards the two between.
    Curve {
        /// The points.
        points: [(i32, i32); 4],
        /// How it is drawn.
        line: Stroke,
    },
    /// A filled shape from point to point and back.
    Area {
        /// The points.
        points: Vec<(i32, i32)>,
        /// What it is filled with.
        fill: Colour,
    },
    /// Words on one line.
    Words {
        /// From the left: where they begin, have their middle or end.
        x: i32,
        /// From the top: where they stand on.
        y: i32,
        /// How large.
        size: i32,
        /// In bold.
        strong: bool,
        /// What of them stands at `x`.
        at: Anchor,
        /// The colour.
        colour: Colour,
        /// The words.
        text: String,
    },
}

/// What of words stands at their place.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Anchor {
    /// Their beginning.
    #[default]
    Start,
    /// Their middle.
    Middle,
}

/// How a line is drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Stroke {
    /// How thick, in halves of a point.
    pub halves: i32,
    /// Its dashes.
    pub dash: Dash,
    /// Its colour.
    pub colour: Colour,
}

/// The dashes of a line.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Dash {
    /// One line.
    #[default]
    None,
    /// Long dashes.
    Long,
    /// Dots.
    Short,
}

impl Dash {
    /// How long a dash is, and how long what is between.
    pub const fn lengths(self) -> Option<(i32, i32)> {
        match self {
            Self::None => None,
            Self::Long => Some((9, 6)),
            Self::Short => Some((2, 4)),
        }
    }
}

impl Stroke {
    /// A line of ink, so many halves of a point thick.
    pub const fn ink(halves: i32) -> Self {
        Self {
            halves,
            dash: Dash::None,
            colour: INK,
        }
    }

    /// A thin grey line.
    pub const fn thin() -> Self {
        Self {
            halves: 2,
            dash: Dash::None,
            colour: LINE,
        }
    }

    /// The same line in dashes.
    #[must_use]
    pub const fn dashed(self, dash: Dash) -> Self {
        Self { dash, ..self }
    }
}

impl Drawing {
    /// Every text in it: its name, all of it in words, and what stands in the picture.
    pub fn texts(&self) -> Vec<String> {
        let drawn = self.shapes.iter().filter_map(|shape| match shape {
            Shape::Words { text, .. } => Some(text.clone()),
            _ => None,
        });
        let words = self.words.iter().cloned();
        std::iter::once(self.title.clone())
            .chain(words)
            .chain(drawn)
            .collect()
    }

    /// A box with a line around it.
    pub fn frame(&mut self, (x, y, w, h): (i32, i32, i32, i32), fill: Colour, line: Stroke) {
        self.shapes.push(Shape::Box {
            x,
            y,
            w,
            h,
            round: 3,
            fill: Some(fill),
            line: Some(line),
        });
    }

    /// A line.
    pub fn line(&mut self, points: Vec<(i32, i32)>, line: Stroke) {
        self.shapes.push(Shape::Line { points, line });
    }

    /// An arrow to the right.
    pub fn arrow(&mut self, from: (i32, i32), to: (i32, i32)) {
        self.line(vec![from, (to.0 - 8, to.1)], Stroke::ink(3));
        self.shapes.push(Shape::Area {
            points: vec![(to.0 - 10, to.1 - 5), to, (to.0 - 10, to.1 + 5)],
            fill: INK,
        });
    }

    /// Words, on as many lines as they need; returns where the next line would stand.
    pub fn words(&mut self, (x, y): (i32, i32), room: i32, manner: Manner, text: &str) -> i32 {
        let mut y = y;
        for line in manner.lines(text, room) {
            self.shapes.push(Shape::Words {
                x,
                y,
                size: manner.size,
                strong: manner.strong,
                at: manner.at,
                colour: manner.colour,
                text: line,
            });
            y += manner.step();
        }
        y
    }
}

/// How words look.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Manner {
    /// How large.
    pub size: i32,
    /// In bold.
    pub strong: bool,
    /// What of them stands at their place.
    pub at: Anchor,
    /// Their colour.
    pub colour: Colour,
}

impl Manner {
    /// Plain words of this size.
    pub const fn plain(size: i32) -> Self {
        Self {
            size,
            strong: false,
            at: Anchor::Start,
            colour: INK,
        }
    }

    /// Words in bold.
    pub const fn strong(size: i32) -> Self {
        Self {
            strong: true,
            ..Self::plain(size)
        }
    }

    /// The same around a middle.
    #[must_use]
    pub const fn middle(self) -> Self {
        Self {
            at: Anchor::Middle,
            ..self
        }
    }

    /// The same in another colour.
    #[must_use]
    pub const fn coloured(self, colour: Colour) -> Self {
        Self { colour, ..self }
    }

    /// From one line to the next.
    pub const fn step(self) -> i32 {
        self.size + 5
    }

    /// The lines of a text in this room.
    pub fn lines(self, text: &str, room: i32) -> Vec<String> {
        let wide = if self.strong { 1.08 } else { 1.0 };
        let text = crate::plain::one_line(text);
        fold(&text, f64::from(room), f64::from(self.size) * wide)
    }

    /// How high a text is in this room.
    pub fn height(self, text: &str, room: i32) -> i32 {
        let lines = i32::try_from(self.lines(text, room).len()).unwrap_or(0);
        lines * self.step()
    }
}
