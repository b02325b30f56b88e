//! The glass of a terminal: what a row of signs and sequences looks like in the end, what scrolled away, and what did not fit.

use console::measure_text_width;

/// A screen of so many columns and rows.
pub struct Glass {
    columns: usize,
    rows: Vec<Vec<String>>,
    at: (usize, usize),
    /// Bytes of a sign or sequence that is not complete.
    rest: Vec<u8>,
    /// What scrolled off the top and can be scrolled back to.
    pub gone: String,
    /// Lines that went on over the right border, with where they were.
    pub wrapped: Vec<String>,
    pub cursor_shown: bool,
    /// Pasted text is marked.
    pub pasting: bool,
}

impl Glass {
    pub fn new(columns: usize, rows: usize) -> Self {
        Self {
            columns,
            rows: vec![vec![" ".to_owned(); columns]; rows],
            at: (0, 0),
            rest: Vec::new(),
            gone: String::new(),
            wrapped: Vec::new(),
            cursor_shown: true,
            pasting: false,
        }
    }

    /// What is to be read on it.
    pub fn text(&self) -> String {
        let lines = self
            .rows
            .iter()
            .map(|row| row.concat().trim_end().to_owned());
        lines.collect::<Vec<_>>().join("\n")
    }

    pub fn show(&mut self, bytes: &[u8]) {
        self.rest.extend_from_slice(bytes);
        let whole = match std::str::from_utf8(&self.rest) {
            Ok(text) => text.len(),
            Err(error) => error.valid_up_to(),
        };
        let text = String::from_utf8(self.rest.drain(..whole).collect()).unwrap();
        let mut signs = text.char_indices();
        while let Some((at, sign)) = signs.next() {
            match sign {
                '\u{1b}' => match sequence(&text[at..]) {
                    Some((length, last)) => {
                        self.control(&text[at..at + length], last);
                        for _ in 1..text[at..at + length].chars().count() {
                            signs.next();
                        }
                    }
                    None => {
                        self.rest = text.as_bytes()[at..].to_vec();
                        return;
                    }
                },
                '\r' => self.at.1 = 0,
                '\n' => self.line_down(),
                '\u{8}' => self.at.1 = self.at.1.saturating_sub(1),
                sign if sign.is_control() => {}
                sign => self.write(sign),
            }
        }
    }

    fn write(&mut self, sign: char) {
        let width = measure_text_width(&sign.to_string());
        if width == 0 {
            let column = self.at.1.saturating_sub(1);
            self.rows[self.at.0][column].push(sign);
            return;
        }
        if self.at.1 + width > self.columns {
            self.wrapped.push(self.rows[self.at.0].concat());
            self.at.1 = 0;
            self.line_down();
        }
        let (row, column) = self.at;
        self.rows[row][column] = sign.to_string();
        if width == 2 {
            self.rows[row][column + 1].clear();
        }
        self.at.1 += width;
    }

    fn line_down(&mut self) {
        if self.at.0 + 1 < self.rows.len() {
            self.at.0 += 1;
            return;
        }
        let first = self.rows.remove(0);
        self.gone.push_str(first.concat().trim_end());
        self.gone.push('\n');
        self.rows.push(vec![" ".to_owned(); self.columns]);
    }

    fn control(&mut self, sequence: &str, last: char) {
        let inside = &sequence[2..sequence.len() - last.len_utf8()];
        let number = |at: usize| {
            inside
                .split(';')
                .nth(at)
                .and_then(|one| one.parse::<usize>().ok())
        };
        let count = number(0).unwrap_or(1).max(1);
        match (last, inside) {
            ('H', _) => {
                let row = count.min(self.rows.len()) - 1;
                self.at = (row, number(1).unwrap_or(1).clamp(1, self.columns) - 1);
            }
            ('A', _) => self.at.0 = self.at.0.saturating_sub(count),
            ('B', _) => self.at.0 = (self.at.0 + count).min(self.rows.len() - 1),
            ('C', _) => self.at.1 = (self.at.1 + count).min(self.columns - 1),
            ('D', _) => self.at.1 = self.at.1.saturating_sub(count),
            ('K', "2") => self.clear(self.at.0, 0),
            ('K', _) => self.clear(self.at.0, self.at.1),
            ('J', "3") => self.gone.clear(),
            ('J', "2") => (0..self.rows.len()).for_each(|row| self.clear(row, 0)),
            ('J', _) => {
                self.clear(self.at.0, self.at.1);
                (self.at.0 + 1..self.rows.len()).for_each(|row| self.clear(row, 0));
            }
            ('h' | 'l', "?25") => self.cursor_shown = last == 'h',
            ('h' | 'l', "?2004") => self.pasting = last == 'h',
            ('m', _) => {}
            other => panic!("a sequence that this glass does not know: {other:?}"),
        }
    }

    fn clear(&mut self, row: usize, from: usize) {
        for sign in self.rows[row].iter_mut().skip(from) {
            " ".clone_into(sign);
        }
    }
}

/// The length of the sequence at the beginning, and its last sign.
fn sequence(text: &str) -> Option<(usize, char)> {
    let inside = text.strip_prefix("\u{1b}[")?;
    let (at, last) = inside
        .char_indices()
        .find(|(_, one)| ('@'..='~').contains(one))?;
    Some((2 + at + last.len_utf8(), last))
}
