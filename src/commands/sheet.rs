//! The text of `toon` while it is made: headings, points and lines that fit the screen.

use crate::text::indent;

/// What is printed.
pub struct Sheet {
    width: usize,
    lines: Vec<String>,
}

impl Sheet {
    /// For lines of this width.
    pub fn new(width: usize) -> Self {
        Self {
            width,
            lines: Vec::new(),
        }
    }

    /// A heading, after an empty line.
    pub fn heading(&mut self, text: &str) {
        self.lines.push(String::new());
        self.lines.push(indent(text, self.width, 0));
    }

    /// A line of its own, this far to the right.
    pub fn line(&mut self, by: usize, text: &str) {
        self.lines.push(indent(text, self.width, by));
    }

    /// A point of a list.
    pub fn point(&mut self, text: &str) {
        let text = indent(text, self.width, 5);
        self.lines.push(format!("   - {}", text.trim_start()));
    }

    /// How many lines there are.
    pub fn height(&self) -> usize {
        self.lines.len()
    }

    /// All of it.
    pub fn finish(self) -> String {
        self.lines.join("\n")
    }
}
