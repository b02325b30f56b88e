//! The periods of a list: what is waited for, from when, how long, and what it rests on.

use super::Paper;
use crate::document::{Block, Line};
use crate::text::nl;

impl Paper<'_> {
    pub(super) fn periods(&mut self) {
        if self.list.periods.is_empty() {
            return;
        }
        let text = &nl().periods;
        self.section(text.heading());
        self.blocks
            .push(Block::Paragraph(text.heading_about().into()));
        let rows = self.list.periods.iter().map(|period| {
            let only = period.when.as_ref().map(|when| self.words.condition(when));
            let help = period.help.as_ref().map(|help| format!(" {}", help.nl));
            vec![
                Line::plain(&period.id),
                Line::strong(&period.title.nl).and(help.unwrap_or_default()),
                Line::plain(self.words.period_sort(period.sort)),
                Line::plain(self.words.period(period)),
                Line::plain(only.unwrap_or_default()),
                Line::plain(self.words.over(period)),
                Line::plain(&period.silent.nl),
                Line::plain(&period.source),
            ]
        });
        let rows = rows.collect();
        let head = [
            self.text.name(),
            text.what(),
            text.sort(),
            text.how_long(),
            self.text.only_when(),
            text.over(),
            text.silent(),
            self.text.source(),
        ];
        self.table(head.to_vec(), rows);
    }
}
