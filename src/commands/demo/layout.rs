//! How a screen of a case stands on the terminal: in a column in the middle, with some room above, and what is asked below
//! on the same margin.

use super::find::Found;
use super::live::Live;
use super::rows::Much;
use super::screen::Screen;
use crate::text::{indent, nl, wrap};
use crate::world::World;

/// Lines are no longer than this, however wide the screen.
const COLUMN: usize = 88;
/// Lines for what is asked, below, and for what is typed.
const ASKED: usize = 3;

/// The measures of this screen.
pub(super) struct Layout {
    /// Somebody goes from screen to screen; else all of it comes at once.
    steps: bool,
    rows: usize,
    width: usize,
    left: usize,
    colour: bool,
}

impl Layout {
    /// Of the terminal that is there.
    pub fn of(world: &World) -> Self {
        let steps = world.person && !world.lines;
        let (rows, columns) = if steps {
            let (rows, columns) = console::Term::stderr().size();
            (usize::from(rows), usize::from(columns))
        } else {
            (0, world.width)
        };
        let width = columns.saturating_sub(4).clamp(20, COLUMN);
        let spare = columns.saturating_sub(width);
        Self {
            steps,
            rows,
            width,
            left: if steps { spare / 2 } else { 0 },
            colour: world.colour,
        }
    }

    /// The screen with what is said under it. Nothing where there is no room for both: that has a screen of its own.
    pub fn with(
        &self,
        (found, live, screen): (&Found, &Live<'_>, &Screen),
        place: (usize, usize),
        current: usize,
        said: &[String],
    ) -> Option<String> {
        let head = self.head(found, screen, place);
        let answer = self.answer(said);
        let room = self.room(&head);
        let under = if answer.is_empty() {
            0
        } else {
            1 + answer.len()
        };
        let fits = |body: &[String]| !self.steps || body.len() + under <= room;
        let mut body = Vec::new();
        for much in Much::ALL {
            body = self.body((found, live, screen), current, much);
            if fits(&body) {
                break;
            }
        }
        if under > 0 && !fits(&body) {
            return None;
        }
        let mut lines = head;
        lines.extend(body);
        if !answer.is_empty() {
            lines.push(String::new());
            lines.extend(answer);
        }
        Some(self.drawn(&lines))
    }

    /// What is said, under the title of the screen.
    pub fn alone(
        &self,
        found: &Found,
        screen: &Screen,
        place: (usize, usize),
        said: &[String],
    ) -> String {
        let mut lines = self.head(found, screen, place);
        let mut answer = self.answer(said);
        let room = self.room(&lines);
        if answer.len() > room {
            answer.truncate(room.saturating_sub(1));
            answer.push(format!("  {}", nl().present.more_below()));
        }
        lines.extend(answer);
        self.drawn(&lines)
    }

    /// What is asked below the screen.
    pub fn asked(&self, ask: &str) -> String {
        if !self.steps {
            return ask.to_owned();
        }
        indent(ask, self.left + self.width, self.left)
    }

    /// So far from the left all of it stands.
    pub const fn left(&self) -> usize {
        self.left
    }

    fn room(&self, head: &[String]) -> usize {
        self.rows.saturating_sub(head.len() + 1 + ASKED)
    }

    fn head(&self, found: &Found, screen: &Screen, (at, count): (usize, usize)) -> Vec<String> {
        let mark = nl().present.mark(at + 1, count, &found.case.title);
        let title = wrap(&screen.title(found), self.width);
        let under = title.lines().map(|line| line.chars().count()).max();
        let mut lines = vec![mark, String::new()];
        lines.extend(self.strong(&title));
        lines.push("=".repeat(under.unwrap_or_default()));
        lines.push(String::new());
        lines
    }

    fn body(
        &self,
        (found, live, screen): (&Found, &Live<'_>, &Screen),
        current: usize,
        much: Much,
    ) -> Vec<String> {
        let rows = screen.rows(found, live, current, much).into_iter();
        let lines = rows.flat_map(|row| {
            let line = hanging(&row.text, self.width, row.by);
            if row.strong {
                self.strong(&line)
            } else {
                line.split('\n').map(str::to_owned).collect()
            }
        });
        let mut lines: Vec<String> = lines.collect();
        while lines.last().is_some_and(|line| line.trim().is_empty()) {
            lines.pop();
        }
        lines
    }

    fn answer(&self, said: &[String]) -> Vec<String> {
        let lines = said.iter().flat_map(|line| {
            let lines = hanging(line, self.width, 2);
            lines.split('\n').map(str::to_owned).collect::<Vec<_>>()
        });
        lines.collect()
    }

    fn strong(&self, text: &str) -> Vec<String> {
        let line = |line: &str| match self.colour {
            true => format!("\u{1b}[1m{line}\u{1b}[0m"),
            false => line.to_owned(),
        };
        text.split('\n').map(line).collect()
    }

    fn drawn(&self, lines: &[String]) -> String {
        let placed = lines.iter().map(|line| match line.is_empty() {
            true => String::new(),
            false => format!("{}{line}", " ".repeat(self.left)),
        });
        let placed: Vec<String> = placed.collect();
        // A screen with room to spare has some of it above; what is asked stands below.
        let spare = self.rows.saturating_sub(placed.len() + 1 + ASKED);
        format!("{}{}\n", "\n".repeat(spare / 3), placed.join("\n"))
    }
}

/// Lines this far to the right; of a point, and of an option with its number, the lines after the first stand further.
fn hanging(text: &str, width: usize, by: usize) -> String {
    let mark = match text.split_once(' ') {
        Some((mark, _))
            if ["-", ">"].contains(&mark) || mark.ends_with(['.', ':']) && mark.len() <= 3 =>
        {
            mark.len() + 1
        }
        _ => return indent(text, width, by),
    };
    let (mark, rest) = text.split_at(mark);
    let lines = indent(rest, width, by + mark.len());
    format!("{}{mark}{}", " ".repeat(by), lines.trim_start())
}
