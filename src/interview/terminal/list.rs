//! dialoguer's lists: any number of lines, and an order. How they are drawn is the business of `theme`.

use dialoguer::{MultiSelect, Sort};

use super::canvas::Canvas;
use super::cluster::{fold_lines, width};
use super::frame::Look;
use super::theme::Shown;
use crate::interview::Stop;

/// One line of a list.
#[derive(Clone, Debug)]
pub(super) struct Entry {
    pub(super) text: String,
    pub(super) help: Option<String>,
    /// In an order: what stands below it does not count.
    pub(super) ruler: bool,
}

impl Entry {
    /// A line with this text.
    pub(super) fn new(text: String, help: Option<String>) -> Self {
        Self {
            text,
            help,
            ruler: false,
        }
    }
}

/// A list, the room it has, and the keys to show under it.
pub(super) struct List<'a> {
    pub(super) entries: &'a [Entry],
    pub(super) look: Look,
    /// All lines there are for it, its footer among them.
    pub(super) room: usize,
    pub(super) footer: &'a [String],
}

/// The columns before the text of a line, at most.
const LEAD: usize = 7;

/// How a list was left, and how it stood then.
#[derive(Debug)]
pub(super) struct Left {
    pub(super) way: Way,
    /// The line that was pointed at.
    pub(super) at: Option<usize>,
    /// Which lines were ticked.
    pub(super) ticks: Vec<bool>,
    /// The lines in the order in which they stood.
    pub(super) order: Vec<usize>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Way {
    /// Enter.
    Done,
    /// Escape.
    Escape,
    /// A key that has no meaning in a list.
    Strange,
    /// The screen has another size now.
    Resized,
    /// Nobody was there for a while.
    Away,
}

/// So many lines may help with what is pointed at.
const MOST_HELP: usize = 4;

impl List<'_> {
    /// Any number of the lines, starting from these ticks.
    pub(super) fn many(&self, canvas: &mut Canvas, ticks: &[bool]) -> Result<Left, Stop> {
        let theme = Shown::new(self, canvas, self.capacity());
        theme.start(ticks);
        let names = self.names().into_iter().zip(ticks.iter().copied());
        let select = MultiSelect::with_theme(&theme)
            .items_checked(names)
            .max_length(self.capacity());
        let done = select.interact_on_opt(canvas.term());
        if let Ok(Some(chosen)) = &done {
            let ticked = (0..self.entries.len()).map(|at| chosen.contains(&at));
            theme.start(&ticked.collect::<Vec<_>>());
        }
        theme.left(canvas, done.map(|chosen| chosen.is_some()))
    }

    /// The lines in an order, starting from this one.
    pub(super) fn sorted(&self, canvas: &mut Canvas, order: &[usize]) -> Result<Left, Stop> {
        let theme = Shown::new(self, canvas, self.entries.len());
        let names: Vec<String> = order.iter().map(ToString::to_string).collect();
        let sort = Sort::with_theme(&theme)
            .items(names)
            .max_length(self.entries.len().max(self.capacity()));
        let done = sort.interact_on_opt(canvas.term());
        if let Ok(Some(places)) = &done {
            let sorted = places.iter().filter_map(|at| order.get(*at).copied());
            theme.end(sorted.collect());
        }
        theme.left(canvas, done.map(|chosen| chosen.is_some()))
    }

    /// dialoguer knows the lines by their numbers only: their texts may be long.
    fn names(&self) -> Vec<String> {
        (0..self.entries.len()).map(|at| at.to_string()).collect()
    }

    /// How many lines are on a page of the list.
    fn capacity(&self) -> usize {
        let fixed = self.foot().len() + self.most_help();
        self.room
            .saturating_sub(fixed)
            .max(1)
            .min(self.entries.len().max(1))
    }

    /// The lines it would like for itself.
    pub(super) fn wants(&self) -> usize {
        self.entries.len() + self.most_help() + self.foot().len()
    }

    /// The lines it cannot do without.
    pub(super) fn least(&self) -> usize {
        self.entries.len().min(4) + self.most_help() + self.foot().len()
    }

    /// What stands below it all the time.
    pub(super) fn foot(&self) -> Vec<String> {
        let lines = self
            .footer
            .iter()
            .flat_map(|line| fold_lines(line, self.look.columns));
        lines.map(|line| self.look.paint.dim(&line)).collect()
    }

    fn most_help(&self) -> usize {
        let most = (0..self.entries.len()).map(|at| self.help(at).len()).max();
        // The line that counts the pages, and an empty one above the keys.
        most.unwrap_or(0) + 2
    }

    /// What stands under the list while this line is pointed at: its whole text where it was clipped, and its help.
    pub(super) fn help(&self, at: usize) -> Vec<String> {
        let entry = &self.entries[at];
        let room = self.look.columns.saturating_sub(4);
        let mut help = Vec::new();
        if width(&entry.text) > self.look.columns.saturating_sub(LEAD) {
            help.extend(fold_lines(&entry.text, room));
        }
        if let Some(text) = &entry.help {
            help.extend(fold_lines(text, room));
        }
        help.truncate(MOST_HELP);
        help
    }
}
