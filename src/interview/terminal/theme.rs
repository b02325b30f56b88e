//! How dialoguer's lists look, in Dutch and without colour. It also remembers what was drawn last, so that nothing is lost
//! when the person goes elsewhere in between, and notices keys that a list does not know.

use std::cell::RefCell;
use std::fmt;
use std::sync::Arc;

use console::Term;
use dialoguer::theme::Theme;

use super::away::Away;
use super::canvas::{Canvas, stop, was_interrupted};
use super::cluster::clip;
use super::list::{Left, List, Way};
use crate::interview::Stop;
use crate::text::nl;

/// Draws the lines for dialoguer, and remembers them.
pub(super) struct Shown<'a> {
    away: Option<Arc<Away>>,
    list: &'a List<'a>,
    capacity: usize,
    term: Term,
    size: (u16, u16),
    now: RefCell<Now>,
}

/// What was drawn: in this round, and in the one before it.
#[derive(Debug, Default)]
struct Now {
    round: Vec<Line>,
    before: Option<Vec<Line>>,
    at: Option<usize>,
    ticks: Vec<bool>,
    order: Vec<usize>,
    way: Option<Way>,
    interrupted: bool,
}

#[derive(Clone, Debug, PartialEq, Eq)]
struct Line {
    entry: usize,
    active: bool,
    marked: bool,
}

impl<'a> Shown<'a> {
    /// A theme for this list, with so many lines on a page.
    pub(super) fn new(list: &'a List<'a>, canvas: &Canvas, capacity: usize) -> Self {
        Self {
            away: canvas.away(),
            list,
            capacity: capacity.max(1),
            term: canvas.term().clone(),
            size: canvas.term().size(),
            now: RefCell::new(Now::default()),
        }
    }

    /// These are the ticks, also on pages that are not drawn.
    pub(super) fn start(&self, ticks: &[bool]) {
        self.now.borrow_mut().ticks = ticks.to_vec();
    }

    /// This is the order, whatever was drawn.
    pub(super) fn end(&self, order: Vec<usize>) {
        self.now.borrow_mut().order = order;
    }

    /// Draws one line; behind the last of a round also what stands below the list.
    fn line(&self, f: &mut dyn fmt::Write, name: &str, mark: &str, line: Line) -> fmt::Result {
        if self.away.as_ref().is_some_and(|away| !away.here()) {
            // Not a word of it is drawn: the screen was emptied, and whoever looks now may be anybody.
            self.now.borrow_mut().way = Some(Way::Away);
            return Err(fmt::Error);
        }
        let list = self.list;
        let entry = name.parse().unwrap_or(0);
        let Some(shown) = list.entries.get(entry) else {
            return Err(fmt::Error);
        };
        let line = Line { entry, ..line };
        let pointer = if line.active { ">" } else { " " };
        let lead = format!("{pointer} {mark}");
        let text = clip(&shown.text, list.look.columns.saturating_sub(lead.len()));
        let drawn = format!("{lead}{text}");
        if line.active {
            write!(f, "{}", list.look.paint.bold(&drawn))?;
        } else {
            write!(f, "{drawn}")?;
        }
        let mut now = self.now.borrow_mut();
        now.round.push(line);
        if !self.is_last(&now.round) {
            return Ok(());
        }
        self.remember(&mut now)?;
        for below in self.below(now.at) {
            write!(f, "\n{below}")?;
        }
        Ok(())
    }

    /// The place of the next line in an order: none for what separates, nor for what stands below it.
    fn place(&self, name: &str) -> Option<usize> {
        let is_ruler = |at: usize| self.list.entries.get(at).is_some_and(|entry| entry.ruler);
        let now = self.now.borrow();
        let below = now.round.iter().any(|line| is_ruler(line.entry));
        (!below && !is_ruler(name.parse().unwrap_or(0))).then_some(now.round.len() + 1)
    }

    /// The round is complete: the page is full, or the list is at its end.
    fn is_last(&self, round: &[Line]) -> bool {
        let count = self.list.entries.len();
        let first = round.first().map_or(0, |line| line.entry);
        let whole = self.capacity >= count;
        let page = if whole {
            count
        } else {
            self.capacity
                .min(count - first / self.capacity * self.capacity)
        };
        round.len() >= page
    }

    /// Keeps how the list stands. A round like the one before it means that a key did nothing: it is none of the list's.
    fn remember(&self, now: &mut Now) -> fmt::Result {
        let round = std::mem::take(&mut now.round);
        now.ticks.resize(self.list.entries.len(), false);
        now.at = None;
        for line in &round {
            now.ticks[line.entry] = line.marked;
            if line.active {
                now.at = Some(line.entry);
            }
        }
        now.order = round.iter().map(|line| line.entry).collect();
        now.interrupted = was_interrupted();
        // On Windows Shift alone is a key already, so there a round that stays the same says nothing.
        let same = !cfg!(windows) && now.before.as_ref() == Some(&round);
        now.way = if self.term.size() != self.size {
            Some(Way::Resized)
        } else if same {
            Some(Way::Strange)
        } else {
            None
        };
        now.before = Some(round);
        if now.interrupted || now.way.is_some() {
            // The only way out of a prompt of dialoguer.
            return Err(fmt::Error);
        }
        Ok(())
    }

    fn below(&self, at: Option<usize>) -> Vec<String> {
        let list = self.list;
        let mut lines = Vec::new();
        let count = list.entries.len();
        if count > self.capacity {
            let page = at.unwrap_or(0) / self.capacity + 1;
            let pages = count.div_ceil(self.capacity);
            lines.push(format!("  {}", nl().terminal.list_page(page, pages)));
        }
        let help = at.map(|at| list.help(at)).unwrap_or_default();
        lines.extend(
            help.iter()
                .map(|line| list.look.paint.dim(&format!("    {line}"))),
        );
        lines.push(String::new());
        lines.extend(list.foot());
        lines
    }

    /// How it was left; `done` is what dialoguer says.
    pub(super) fn left(
        self,
        canvas: &mut Canvas,
        done: dialoguer::Result<bool>,
    ) -> Result<Left, Stop> {
        let now = self.now.into_inner();
        let way = match done {
            _ if now.interrupted => return Err(Stop::Interrupted),
            Ok(true) => Way::Done,
            Ok(false) => {
                canvas.escaped();
                Way::Escape
            }
            Err(dialoguer::Error::IO(fault)) => match now.way {
                Some(way) => way,
                None => return Err(stop(fault)),
            },
        };
        Ok(Left {
            way,
            at: now.at,
            ticks: now.ticks,
            order: now.order,
        })
    }
}

impl Theme for Shown<'_> {
    fn format_multi_select_prompt_item(
        &self,
        f: &mut dyn fmt::Write,
        text: &str,
        checked: bool,
        active: bool,
    ) -> fmt::Result {
        let mark = if checked { "[x] " } else { "[ ] " };
        let line = Line {
            entry: 0,
            active,
            marked: checked,
        };
        self.line(f, text, mark, line)
    }

    fn format_sort_prompt_item(
        &self,
        f: &mut dyn fmt::Write,
        text: &str,
        picked: bool,
        active: bool,
    ) -> fmt::Result {
        let held = if picked && active { "<>" } else { "  " };
        let place = self.place(text);
        let place = place.map_or_else(|| "  ".to_owned(), |place| format!("{place:>2}"));
        let line = Line {
            entry: 0,
            active,
            marked: picked && active,
        };
        self.line(f, text, &format!("{place}{held} "), line)
    }
}
