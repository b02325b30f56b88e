//! `vragenlijst toon`: a list as a reader sees it, from the first question to what follows.

use crate::commands::lists;
use crate::error::{Done, Result};
use crate::questionnaire::{Derived, Kind, Library, NumberRef, QuestionIx, Questionnaire};
use crate::text::{AuthorText, indent, nl, wrap};
use crate::words::{Words, choice};
use crate::world::World;

/// Prints the list.
pub(super) fn run(world: &mut World, name: &str) -> Result {
    let mut library = Library::shipped();
    let list = lists::load(world, &mut library, name)?;
    let page = Page {
        list: &list,
        words: Words::new(&list),
        width: world.width,
        text: &nl().author,
    };
    world.print(&page.all().join("\n"))?;
    Ok(Done::Well)
}

/// Options and terms stand on one line where they fit; else each on its own, this far in.
const HANG: usize = 2;

struct Page<'a> {
    list: &'a Questionnaire,
    words: Words<'a>,
    width: usize,
    text: &'a AuthorText,
}

impl Page<'_> {
    fn all(&self) -> Vec<String> {
        let list = self.list;
        let mut lines = self.head();
        for part in &list.parts {
            lines.push(String::new());
            lines.push(wrap(
                &format!("{} [{}]", part.title.nl.to_uppercase(), part.id),
                self.width,
            ));
            if let Some(about) = &part.about {
                lines.push(wrap(&about.nl, self.width));
            }
            if let Some(when) = &part.when {
                let condition = self.words.condition(when);
                lines.push(wrap(&self.text.only_when(condition), self.width));
            }
            for question in &part.questions {
                self.question(*question, 2, &mut lines);
            }
        }
        lines.push(String::new());
        if list.derived.is_empty() {
            lines.push(self.text.no_follows());
        } else {
            lines.push(self.text.follows().to_uppercase());
        }
        for derived in &list.derived {
            self.derived(derived, &mut lines);
        }
        lines
    }

    fn head(&self) -> Vec<String> {
        let list = self.list;
        let mut lines = vec![format!(
            "{} ({} {})",
            list.title, list.version.id, list.version.version
        )];
        lines.extend(list.about.as_ref().map(|about| about.nl.clone()));
        lines.push(self.text.source(&list.source));
        for setting in &list.settings {
            let values = setting.values.join(", ");
            let line = self.text.setting(&setting.id, &setting.value, values);
            lines.push(match setting.certainty {
                Some(certainty) => {
                    let certainty = self.words.certainty(certainty);
                    self.text.setting_ground(line, certainty, &setting.source)
                }
                None => line,
            });
        }
        for (at, number) in list.numbers.iter().enumerate() {
            let words = self.words.number(NumberRef::Named(at));
            let mut sources: Vec<&str> =
                number.rows.iter().map(|row| row.source.as_str()).collect();
            sources.dedup();
            let line = self.text.number(words, sources.join("; "));
            let mut sure = number.rows.iter().filter_map(|row| row.certainty);
            lines.push(match sure.next_back() {
                Some(certainty) => self
                    .text
                    .number_ground(line, self.words.certainty(certainty)),
                None => line,
            });
        }
        for rule in &list.not_applicable {
            let condition = self.words.condition(&rule.when);
            lines.push(self.text.no_outcome(condition, &rule.reason));
        }
        lines.iter().map(|line| wrap(line, self.width)).collect()
    }

    fn question(&self, at: QuestionIx, by: usize, lines: &mut Vec<String>) {
        let question = self.list.question(at);
        let say = |what: &str, by: usize| indent(what, self.width, by);
        lines.push(String::new());
        lines.push(say(&format!("{} [{}]", question.text, question.id), by));
        if let Some(when) = &question.when {
            let condition = self.words.condition(when);
            lines.push(say(&self.text.only_when(condition), by + 2));
        }
        let kind = self.words.kind(question);
        self.listed(&kind, &self.words.options(question), " / ", by + 2, lines);
        let rests_on = self.words.rests_on(question);
        if !rests_on.is_empty() {
            lines.push(say(&self.text.rests_on(rests_on.join(", ")), by + 2));
        }
        let traits = self.words.traits(at);
        if !traits.is_empty() {
            lines.push(say(&format!("({})", traits.join("; ")), by + 2));
        }
        if let Kind::List { questions, .. } = &question.kind {
            for inner in questions {
                self.question(*inner, by + 4, lines);
            }
        }
    }

    fn derived(&self, derived: &Derived, lines: &mut Vec<String>) {
        let say = |what: &str, by: usize| indent(what, self.width, by);
        let title = derived
            .title
            .as_ref()
            .map_or(derived.id.as_str(), |title| &title.nl);
        lines.push(String::new());
        lines.push(say(&format!("{title} [{}]", derived.id), 2));
        if let Some(when) = &derived.when {
            let condition = self.words.condition(when);
            lines.push(say(&self.text.only_when(condition), 4));
        }
        if derived.levels.is_empty() {
            lines.push(say(&self.text.is_number(), 4));
        } else {
            let levels: Vec<String> = derived.levels.iter().map(choice).collect();
            lines.push(say(&self.text.levels(levels.join(" / ")), 4));
        }
        let computed = self.words.computed(derived);
        if computed.parts.is_empty() {
            lines.push(say(&computed.lead, 4));
        } else {
            self.listed(
                computed.lead.trim_end_matches(':'),
                &computed.parts,
                "; ",
                4,
                lines,
            );
        }
        for row in &computed.rows {
            let rule = self.text.rule(&row.id, &row.when);
            lines.push(self.bullet(&rule, 4 + HANG));
            let because = row.reason.iter().cloned();
            let source = row.source.iter().map(|source| self.text.source(source));
            for more in because.chain(source) {
                lines.push(say(&more, 4 + 2 * HANG));
            }
        }
        if let Some(estimate) = self.words.policy(derived) {
            lines.push(say(&self.text.unknown(estimate), 4));
        }
        if derived.source != self.list.source {
            lines.push(say(&self.text.source(&derived.source), 4));
        }
    }

    /// `lead: a / b`, or with each on a line of its own where that does not fit on one.
    fn listed(&self, lead: &str, all: &[String], gap: &str, by: usize, lines: &mut Vec<String>) {
        if all.is_empty() {
            lines.push(indent(lead, self.width, by));
            return;
        }
        let one = indent(&self.text.options(lead, all.join(gap)), self.width, by);
        if one.lines().count() == 1 {
            lines.push(one);
            return;
        }
        lines.push(indent(&format!("{lead}:"), self.width, by));
        lines.extend(all.iter().map(|each| self.bullet(each, by + HANG)));
    }

    fn bullet(&self, what: &str, by: usize) -> String {
        let text = indent(what, self.width, by + HANG);
        let (space, rest) = text.split_at(by);
        format!("{space}-{}", &rest[1..])
    }
}
