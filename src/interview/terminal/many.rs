//! Any number of possibilities: which lines there are, what was ticked before, and what the ticks mean.

use super::choice::NONE;
use super::list::Entry;
use crate::interview::{Action, Ask, Prompt, Reply};
use crate::text::nl;

/// The lines of a prompt where any number can be ticked.
pub(super) struct Many {
    pub(super) entries: Vec<Entry>,
    kinds: Vec<Kind>,
    /// What was ticked in the answer that stands there.
    pub(super) before: Vec<bool>,
    optional: bool,
}

#[derive(Clone, Debug, PartialEq, Eq)]
enum Kind {
    /// A possibility, with its id.
    Line(String),
    /// An answer by itself.
    Alone(String),
    /// Somebody who is not among them yet.
    Add,
}

/// What ticks mean.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Meant {
    Reply(Reply),
    /// Nothing yet, with what to say about it.
    Not(String),
}

impl Many {
    /// The lines of this prompt; `None` when it asks something else.
    pub(super) fn new(prompt: &Prompt) -> Option<Self> {
        let Ask::Many {
            lines,
            may_be_none,
            can_add,
        } = &prompt.ask
        else {
            return None;
        };
        let say = &nl().terminal;
        let plain = |text: String| Entry::new(text, None);
        let mut entries: Vec<Entry> = Vec::new();
        let mut kinds: Vec<Kind> = Vec::new();
        for line in lines {
            entries.push(Entry::new(line.text.clone(), line.help.clone()));
            kinds.push(Kind::Line(line.id.clone()));
        }
        if *may_be_none {
            entries.push(plain(say.none_of_these()));
            kinds.push(Kind::Alone(NONE.to_owned()));
        }
        for line in &prompt.special {
            entries.push(plain(line.text.clone()));
            kinds.push(Kind::Alone(line.id.clone()));
        }
        if *can_add {
            entries.push(plain(say.somebody_else()));
            kinds.push(Kind::Add);
        }
        let typed = prompt.typed.as_deref().unwrap_or_default();
        let ids: Vec<&str> = typed.split(',').map(str::trim).collect();
        let before = kinds.iter().map(|kind| match kind {
            Kind::Line(id) | Kind::Alone(id) => ids.contains(&id.as_str()),
            Kind::Add => false,
        });
        Some(Self {
            before: before.collect(),
            entries,
            kinds,
            optional: prompt.optional,
        })
    }

    /// What these ticks mean, with this line pointed at.
    pub(super) fn meaning(&self, ticks: &[bool], at: Option<usize>) -> Meant {
        let say = &nl().terminal;
        let ticked: Vec<usize> = (0..self.kinds.len())
            .filter(|at| ticks.get(*at) == Some(&true))
            .collect();
        if ticks == self.before && self.optional && !ticked.is_empty() {
            return Meant::Reply(Reply::Keep);
        }
        if ticked.contains(&(self.kinds.len() - 1)) && self.kinds.last() == Some(&Kind::Add) {
            return Meant::Reply(Reply::Act(Action::AddPerson));
        }
        let mut ids = Vec::new();
        for at in &ticked {
            match &self.kinds[*at] {
                Kind::Line(id) => ids.push(id.as_str()),
                Kind::Alone(id) if ticked.len() == 1 => {
                    return Meant::Reply(Reply::Answer(id.clone()));
                }
                Kind::Alone(_) => {
                    return Meant::Not(say.not_together(&self.entries[*at].text));
                }
                Kind::Add => {}
            }
        }
        if !ids.is_empty() {
            return Meant::Reply(Reply::Answer(ids.join(", ")));
        }
        // Nothing is ticked: pointing at a line that stands by itself says enough, pointing at another does not.
        match at.and_then(|at| self.kinds.get(at)) {
            Some(Kind::Alone(id)) => Meant::Reply(Reply::Answer(id.clone())),
            Some(Kind::Add) => Meant::Reply(Reply::Act(Action::AddPerson)),
            _ if self.optional && !self.before.contains(&true) => Meant::Reply(Reply::Keep),
            _ => Meant::Not(say.tick_first()),
        }
    }

    /// The ticks of an earlier round, where lines may have been added since.
    pub(super) fn restore(&self, ticks: &[bool]) -> Vec<bool> {
        let count = |kinds: &[Kind]| {
            let line = |kind: &&Kind| matches!(kind, Kind::Line(_));
            kinds.iter().filter(line).count()
        };
        let lines = count(&self.kinds);
        let others = self.kinds.len() - lines;
        if ticks.len() < others {
            return self.before.clone();
        }
        let old_lines = (ticks.len() - others).min(lines);
        let mut restored = vec![false; self.kinds.len()];
        restored[..old_lines].copy_from_slice(&ticks[..old_lines]);
        let same = ticks.len() == self.kinds.len();
        if same {
            restored.copy_from_slice(ticks);
        }
        // To add somebody is done once.
        for (tick, kind) in restored.iter_mut().zip(&self.kinds) {
            *tick &= *kind != Kind::Add;
        }
        restored
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::interview::{Line, Purpose};

    fn line(id: &str) -> Line {
        Line {
            id: id.to_owned(),
            text: id.to_uppercase(),
            help: None,
        }
    }

    fn many(typed: Option<&str>) -> Many {
        Many::new(&Prompt {
            purpose: Purpose::Value,
            key: None,
            number: None,
            text: "Wie?".to_owned(),
            hints: Vec::new(),
            beside: Vec::new(),
            ask: Ask::Many {
                lines: vec![line("p1"), line("p2")],
                may_be_none: true,
                can_add: true,
            },
            special: vec![line("onbekend")],
            current: typed.map(str::to_owned),
            typed: typed.map(str::to_owned),
            optional: typed.is_some(),
        })
        .expect("a prompt where any number can be ticked")
    }

    fn answer(text: &str) -> Meant {
        Meant::Reply(Reply::Answer(text.to_owned()))
    }

    #[test]
    fn ticks_say_what_is_chosen_and_nothing_is_said_by_accident() {
        let many = many(None);
        let ticks = |on: &[usize]| -> Vec<bool> { (0..5).map(|at| on.contains(&at)).collect() };
        assert_eq!(many.meaning(&ticks(&[0, 1]), Some(1)), answer("p1, p2"));
        assert_eq!(many.meaning(&ticks(&[2]), Some(0)), answer("geen"));
        assert_eq!(many.meaning(&ticks(&[]), Some(3)), answer("onbekend"));
        assert!(matches!(many.meaning(&ticks(&[]), Some(0)), Meant::Not(_)));
        assert!(matches!(
            many.meaning(&ticks(&[0, 3]), Some(0)),
            Meant::Not(_)
        ));
        let add = Meant::Reply(Reply::Act(Action::AddPerson));
        assert_eq!(many.meaning(&ticks(&[0, 4]), Some(4)), add);
    }

    #[test]
    fn what_was_ticked_is_ticked_again() {
        let many = many(Some("p2"));
        assert_eq!(many.before, [false, true, false, false, false]);
        let same = many.meaning(&many.before.clone(), Some(0));
        assert_eq!(same, Meant::Reply(Reply::Keep));
        // One person was added in between.
        assert_eq!(
            many.restore(&[true, false, false, true]),
            [true, false, false, false, false]
        );
    }
}
