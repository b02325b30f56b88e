//! The text that is being typed, as a machine of its own: a key goes in, a text, a cursor and the lines to draw come out.
//! Knows no terminal and no question.

use std::ops::Range;

use super::cluster::{clusters, width};
use super::key::Press;

/// A text with a cursor in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Editor {
    text: String,
    /// In bytes, always between two signs.
    at: usize,
    many: bool,
    /// The columns it was last drawn in: up and down depend on it.
    columns: usize,
    /// The first sign that is typed takes the place of all that stands here.
    over: bool,
}

/// What a key did.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Edited {
    /// Nothing, or the text or the cursor changed.
    Goes,
    /// The person is done.
    Done,
}

/// The lines to draw, and where the cursor stands in them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Drawn {
    pub(super) rows: Vec<String>,
    pub(super) cursor: (usize, usize),
}

impl Editor {
    /// Starts from a text, the cursor behind it; `many` lines or one.
    pub(super) fn new(text: &str, many: bool) -> Self {
        let mut editor = Self {
            text: String::new(),
            at: 0,
            many,
            columns: 78,
            over: false,
        };
        editor.insert(text);
        editor
    }

    /// The same for a number or a day: nobody adds a digit to the old one. Who goes into it with an arrow changes it.
    pub(super) fn typed_over(self) -> Self {
        Self { over: true, ..self }
    }

    /// What stands there.
    pub(super) fn text(&self) -> &str {
        &self.text
    }

    /// The line in which the cursor is.
    pub(super) fn line(&self) -> &str {
        &self.text[self.line_range()]
    }

    /// Takes out the end of the line in which the cursor is; from its beginning, the line itself goes too.
    pub(super) fn cut_line(&mut self, from: usize) {
        let mut range = self.line_range();
        if from > 0 {
            range.start = (range.start + from).min(range.end);
        } else if range.start > 0 {
            range.start -= 1;
        } else if range.end < self.text.len() {
            range.end += 1;
        }
        self.text.replace_range(range.clone(), "");
        self.at = range.start;
    }

    /// Takes a key.
    pub(super) fn press(&mut self, press: &Press) -> Edited {
        if std::mem::take(&mut self.over) && matches!(press, Press::Char(_) | Press::Paste(_)) {
            self.text.clear();
            self.at = 0;
        }
        match press {
            Press::Char(one) => self.insert(one.encode_utf8(&mut [0; 4])),
            Press::Paste(text) => self.insert(text),
            Press::Enter if self.many && !self.ends_here() => self.insert("\n"),
            Press::Enter => return Edited::Done,
            Press::Left => self.at = self.before(),
            Press::Right => self.at = self.after(),
            Press::Up => self.move_row(false),
            Press::Down => self.move_row(true),
            Press::Home => self.at = self.line_range().start,
            Press::End => self.at = self.line_range().end,
            Press::Backspace => {
                let from = self.before();
                self.text.replace_range(from..self.at, "");
                self.at = from;
                self.stand();
            }
            // As in a shell: what stands before the cursor on this line goes; again, and the line goes up.
            Press::Control('u') => {
                let start = self.line_range().start;
                let from = if start == self.at {
                    self.before()
                } else {
                    start
                };
                self.text.replace_range(from..self.at, "");
                self.at = from;
                self.stand();
            }
            Press::Delete => {
                let to = self.after();
                self.text.replace_range(self.at..to, "");
                self.stand();
            }
            _ => {}
        }
        Edited::Goes
    }

    /// In a text of more lines, Enter on an empty line is the end.
    fn ends_here(&self) -> bool {
        self.line().trim().is_empty()
    }

    fn insert(&mut self, text: &str) {
        let text = text.replace("\r\n", "\n").replace('\r', "\n");
        // Lines that are pasted into one: however they were broken, one space is enough.
        let mut broken = false;
        let clean: String = text
            .chars()
            .filter_map(|one| match one {
                '\n' if self.many => Some('\n'),
                '\n' if broken => None,
                '\n' | '\t' => {
                    broken = one == '\n';
                    Some(' ')
                }
                one if one.is_control() => None,
                one => {
                    broken = false;
                    Some(one)
                }
            })
            .collect();
        self.text.insert_str(self.at, &clean);
        self.at += clean.len();
        self.stand();
    }

    /// Puts the cursor between two signs: an accent that was typed belongs to the letter before it.
    fn stand(&mut self) {
        let inside = clusters(&self.text)
            .into_iter()
            .find(|one| one.at.start < self.at && self.at < one.at.end);
        if let Some(one) = inside {
            self.at = one.at.end;
        }
    }

    fn before(&self) -> usize {
        clusters(&self.text[..self.at])
            .last()
            .map_or(0, |one| one.at.start)
    }

    fn after(&self) -> usize {
        clusters(&self.text[self.at..])
            .first()
            .map_or(self.at, |one| self.at + one.at.end)
    }

    fn line_range(&self) -> Range<usize> {
        let start = self.text[..self.at].rfind('\n').map_or(0, |at| at + 1);
        let end = self.text[self.at..]
            .find('\n')
            .map_or(self.text.len(), |at| self.at + at);
        start..end
    }

    /// The lines to draw in so many columns. One column stays free, for the cursor behind the last sign.
    pub(super) fn draw(&mut self, columns: usize) -> Drawn {
        self.columns = columns.max(4) - 1;
        let rows = self.rows();
        let at = self.row_of(&rows);
        let column = width(&self.text[rows[at].start..self.at]).min(self.columns);
        Drawn {
            rows: rows
                .iter()
                .map(|row| self.text[row.clone()].trim_end_matches(' ').to_owned())
                .collect(),
            cursor: (at, column),
        }
    }

    fn row_of(&self, rows: &[Range<usize>]) -> usize {
        let behind = |row: &Range<usize>| row.start <= self.at;
        rows.iter().rposition(behind).unwrap_or(0)
    }

    /// The rows as they are drawn: every line of the text, broken at spaces where it does not fit.
    fn rows(&self) -> Vec<Range<usize>> {
        let mut rows = Vec::new();
        let mut start = 0;
        for line in self.text.split('\n') {
            self.break_line(start, line, &mut rows);
            start += line.len() + 1;
        }
        rows
    }

    fn break_line(&self, offset: usize, line: &str, rows: &mut Vec<Range<usize>>) {
        let signs = clusters(line);
        let mut start = 0;
        let mut used = 0;
        let mut space = None;
        for (at, sign) in signs.iter().enumerate() {
            let is_space = &line[sign.at.clone()] == " ";
            while used + sign.width > self.columns && !is_space && used > 0 {
                let cut = space.filter(|cut| *cut > start).unwrap_or(at);
                rows.push(offset + signs[start].at.start..offset + signs[cut].at.start);
                start = cut;
                used = signs[cut..at].iter().map(|one| one.width).sum();
                space = None;
            }
            used += sign.width;
            if is_space {
                space = Some(at + 1);
            }
        }
        let from = signs.get(start).map_or(line.len(), |one| one.at.start);
        rows.push(offset + from..offset + line.len());
    }

    fn move_row(&mut self, down: bool) {
        let rows = self.rows();
        let at = self.row_of(&rows);
        let to = if down {
            (at + 1).min(rows.len() - 1)
        } else {
            at.saturating_sub(1)
        };
        if to == at {
            return;
        }
        let column = width(&self.text[rows[at].start..self.at]);
        let row = rows[to].clone();
        let mut used = 0;
        let mut found = row.start;
        for sign in clusters(&self.text[row.clone()]) {
            // The end of a broken row is the beginning of the next.
            let ends = row.start + sign.at.end;
            if used + sign.width > column || (ends == row.end && self.is_broken(ends)) {
                break;
            }
            used += sign.width;
            found = ends;
        }
        self.at = found;
    }

    fn is_broken(&self, end: usize) -> bool {
        end < self.text.len() && !self.text[end..].starts_with('\n')
    }
}
