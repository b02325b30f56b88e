//! What follows from the answers: every derived value with its formula, cut-offs, rules and sources.

use super::Paper;
use crate::document::{Block, Line};
use crate::questionnaire::{Derived, DerivedIx, Subjects};

impl Paper<'_> {
    pub(super) fn follows(&mut self) {
        let text = self.text;
        self.section(text.follows());
        if self.list.derived.is_empty() {
            self.blocks
                .push(Block::Paragraph(text.follows_none().into()));
            return;
        }
        self.blocks
            .push(Block::Paragraph(text.follows_about().into()));
        for (at, derived) in self.list.derived.iter().enumerate() {
            self.derived(DerivedIx(at), derived);
        }
    }

    fn derived(&mut self, at: DerivedIx, derived: &Derived) {
        let text = self.text;
        let title = derived
            .title
            .as_ref()
            .map_or(&derived.id, |title| &title.nl);
        let number = text.value_number(at.0 + 1);
        self.blocks
            .push(Block::Heading(2, format!("{number} {title}")));
        let computed = self.words.computed(derived);
        let facts = self.derived_facts(at, derived);
        self.blocks.push(Block::Facts(facts));
        let way = Line::strong(text.way()).and(" ").and(&computed.lead);
        self.blocks.push(Block::Paragraph(way));
        if !computed.parts.is_empty() {
            let parts = computed.parts.iter().map(Line::plain);
            self.blocks.push(Block::Bullets(parts.collect()));
        }
        if !computed.rows.is_empty() {
            let rows = computed.rows.iter().enumerate().map(|(at, row)| {
                vec![
                    Line::plain((at + 1).to_string()),
                    Line::plain(&row.when),
                    Line::strong(text.level(&row.level, &row.id)),
                    Line::plain(row.reason.as_deref().unwrap_or_default()),
                    Line::plain(row.source.as_deref().unwrap_or_default()),
                ]
            });
            let rows = rows.collect();
            let head = [
                text.number(),
                text.if_(),
                text.outcome(),
                text.reason(),
                text.source(),
            ];
            self.table(head.to_vec(), rows);
        }
    }

    fn derived_facts(&self, at: DerivedIx, derived: &Derived) -> Vec<(String, Line)> {
        let (list, text) = (self.list, self.text);
        let mut facts = vec![(text.name(), Line::plain(&derived.id))];
        let mut say = |label: String, said: Option<String>| {
            if let Some(said) = said.filter(|said| !said.is_empty()) {
                facts.push((label, said.into()));
            }
        };
        let help = derived.help.as_ref();
        say(text.help(), help.map(|help| help.nl.clone()));
        let when = derived.when.as_ref();
        say(
            text.has_value(),
            when.map(|when| self.words.condition(when)),
        );
        let levels: Vec<String> = derived
            .levels
            .iter()
            .map(|level| text.level(&level.text, &level.id))
            .collect();
        let kind = match levels.is_empty() {
            true => text.is_number(),
            false => levels.join("; "),
        };
        say(text.can_be(), Some(kind));
        let policy = self.words.policy(derived);
        say(
            text.missing(),
            Some(policy.unwrap_or_else(|| text.no_estimate())),
        );
        say(text.used_in(), Some(self.used_in(at).join(", ")));
        say(text.role(), derived.role.map(|role| role.name().to_owned()));
        let own = derived.source != list.source;
        say(text.source(), own.then(|| derived.source.clone()));
        facts
    }

    /// The parts, questions and derived values that this value is used for.
    fn used_in(&self, at: DerivedIx) -> Vec<String> {
        let list = self.list;
        let asks = |when: &Option<crate::questionnaire::Condition>| {
            when.as_ref()
                .is_some_and(|when| Subjects::of_condition(when).derived.contains(&at))
        };
        let parts = list.parts.iter().filter(|part| asks(&part.when));
        let questions = list
            .questions
            .iter()
            .filter(|one| asks(&one.when) || one.advice == Some(at));
        let derived = list.derived.iter().filter(|one| {
            asks(&one.when) || Subjects::of_formula(&one.formula).derived.contains(&at)
        });
        parts
            .map(|part| self.text.part_called(&part.id))
            .chain(questions.map(|one| one.id.to_string()))
            .chain(derived.map(|one| one.id.clone()))
            .collect()
    }
}
