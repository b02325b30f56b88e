//! An order of rows: the lines, with one more that separates what is in the order from what is not.

use super::list::Entry;
use crate::interview::{Ask, Prompt, Reply};
use crate::text::nl;

/// The lines of a prompt that asks for an order. The last line is the separator.
pub(super) struct Order {
    pub(super) entries: Vec<Entry>,
    ids: Vec<String>,
    /// How the lines stand at first.
    pub(super) start: Vec<usize>,
    /// They stand so because somebody put them so.
    given: bool,
    optional: bool,
}

impl Order {
    /// The lines of this prompt; `None` when it asks something else, or has no lines.
    pub(super) fn new(prompt: &Prompt) -> Option<Self> {
        let Ask::Order { lines, at_most } = &prompt.ask else {
            return None;
        };
        if lines.is_empty() {
            return None;
        }
        let ids: Vec<String> = lines.iter().map(|line| line.id.clone()).collect();
        let mut entries: Vec<Entry> = lines
            .iter()
            .map(|line| Entry::new(line.text.clone(), line.help.clone()))
            .collect();
        entries.push(Entry {
            ruler: true,
            ..Entry::new(nl().terminal.separator(), None)
        });
        let separator = ids.len();
        let typed = prompt.typed.as_deref().unwrap_or_default();
        let before: Vec<usize> = typed
            .split(',')
            .filter_map(|id| ids.iter().position(|known| known == id.trim()))
            .collect();
        let others = (0..ids.len()).filter(|at| !before.contains(at));
        let mut start: Vec<usize> = before.iter().copied().chain(others).collect();
        let places = if before.is_empty() {
            (*at_most).min(ids.len())
        } else {
            before.len()
        };
        start.insert(places, separator);
        Some(Self {
            entries,
            ids,
            start,
            given: !before.is_empty(),
            optional: prompt.optional,
        })
    }

    /// The lines that are in the order.
    fn ranked(&self, order: &[usize]) -> Vec<usize> {
        let separator = self.ids.len();
        let above = order.iter().take_while(|at| **at != separator);
        above.copied().collect()
    }

    /// What this order means; `None` while there is nothing in it.
    pub(super) fn reply(&self, order: &[usize]) -> Option<Reply> {
        if self.given && self.optional && order == self.start {
            return Some(Reply::Keep);
        }
        let ids: Vec<&str> = self
            .ranked(order)
            .into_iter()
            .filter_map(|at| self.ids.get(at).map(String::as_str))
            .collect();
        (!ids.is_empty()).then(|| Reply::Answer(ids.join(", ")))
    }

    /// Nobody put the lines in this order: ask before it is taken for an answer.
    pub(super) fn is_untouched(&self, order: &[usize]) -> bool {
        !self.given && order == self.start && self.ids.len() > 1
    }

    /// An order of an earlier round, where it still fits.
    pub(super) fn restore(&self, order: &[usize]) -> Vec<usize> {
        let mut sorted = order.to_vec();
        sorted.sort_unstable();
        if sorted == (0..self.entries.len()).collect::<Vec<_>>() {
            order.to_vec()
        } else {
            self.start.clone()
        }
    }

    /// The order in words, to confirm it.
    pub(super) fn in_words(&self, order: &[usize]) -> String {
        let names = self.ranked(order).into_iter().enumerate();
        let names = names.map(|(place, at)| format!("{}. {}", place + 1, self.entries[at].text));
        names.collect::<Vec<_>>().join("\n")
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::interview::{Line, Purpose};

    fn order(typed: Option<&str>) -> Order {
        let line = |id: &str| Line {
            id: id.to_owned(),
            text: id.to_uppercase(),
            help: None,
        };
        Order::new(&Prompt {
            purpose: Purpose::Value,
            key: None,
            number: None,
            text: "Wat eerst?".to_owned(),
            hints: Vec::new(),
            beside: Vec::new(),
            ask: Ask::Order {
                lines: ["s1", "s2", "s3", "s4"].map(line).to_vec(),
                at_most: 3,
            },
            special: Vec::new(),
            current: typed.map(str::to_owned),
            typed: typed.map(str::to_owned),
            optional: typed.is_some(),
        })
        .expect("a prompt that asks for an order")
    }

    #[test]
    fn what_stands_above_the_separator_is_the_order() {
        let fresh = order(None);
        assert_eq!(fresh.start, [0, 1, 2, 4, 3]);
        assert!(fresh.is_untouched(&fresh.start));
        let moved = [3, 0, 4, 1, 2];
        assert!(!fresh.is_untouched(&moved));
        let answer = Reply::Answer("s4, s1".to_owned());
        assert_eq!(fresh.reply(&moved), Some(answer));
        assert_eq!(fresh.reply(&[4, 0, 1, 2, 3]), None);
    }

    #[test]
    fn an_order_that_was_given_is_kept() {
        let given = order(Some("s2, s1"));
        assert_eq!(given.start, [1, 0, 4, 2, 3]);
        assert_eq!(given.reply(&given.start), Some(Reply::Keep));
        assert_eq!(given.restore(&[0, 1]), given.start);
    }
}
