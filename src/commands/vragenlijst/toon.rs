//! `vragenlijst toon`: a list as a reader sees it, from the first question to what follows.

use super::words::Words;
use crate::commands::lists;
use crate::error::{Done, Result};
use crate::questionnaire::{
    Band, Choice, Derived, Formula, Kind, Library, Question, Questionnaire, RuleRow,
};
use crate::text::{AuthorText, indent, nl, wrap};
use crate::world::World;

/// Prints the list.
pub(super) fn run(world: &mut World, name: &str) -> Result {
    let mut library = Library::shipped();
    let list = lists::load(world, &mut library, name)?;
    let page = Page {
        list: &list,
        words: Words { list: &list },
        width: world.width,
        text: &nl().author,
    };
    world.print(&page.all().join("\n"))?;
    Ok(Done::Well)
}

struct Page<'a> {
    list: &'a Questionnaire,
    words: Words<'a>,
    width: usize,
    text: &'a AuthorText,
}

impl Page<'_> {
    fn all(&self) -> Vec<String> {
        let list = self.list;
        let mut lines = vec![wrap(
            &format!(
                "{} ({} {})",
                list.title, list.version.id, list.version.version
            ),
            self.width,
        )];
        if let Some(about) = &list.about {
            lines.push(wrap(&about.nl, self.width));
        }
        lines.push(wrap(&self.text.source(&list.source), self.width));
        for rule in &list.not_applicable {
            let condition = self.words.condition(&rule.when);
            lines.push(wrap(
                &self.text.no_outcome(condition, &rule.reason),
                self.width,
            ));
        }
        for part in &list.parts {
            lines.push(String::new());
            lines.push(wrap(&part.title.nl.to_uppercase(), self.width));
            if let Some(about) = &part.about {
                lines.push(wrap(&about.nl, self.width));
            }
            if let Some(when) = &part.when {
                let condition = self.words.condition(when);
                lines.push(wrap(&self.text.only_when(condition), self.width));
            }
            for question in &part.questions {
                self.question(list.question(*question), 2, &mut lines);
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

    fn question(&self, question: &Question, by: usize, lines: &mut Vec<String>) {
        let say = |what: &str, by: usize| indent(what, self.width, by);
        lines.push(String::new());
        lines.push(say(&format!("{} [{}]", question.text, question.id), by));
        if let Some(when) = &question.when {
            let condition = self.words.condition(when);
            lines.push(say(&self.text.only_when(condition), by + 2));
        }
        let mut kind = self.kind(question);
        if question.more {
            kind = format!("{kind} ({})", self.text.more());
        }
        if question.apart {
            kind = format!("{kind} ({})", self.text.apart());
        }
        lines.push(say(&kind, by + 2));
        if let Kind::List { questions, .. } = &question.kind {
            for inner in questions {
                self.question(self.list.question(*inner), by + 4, lines);
            }
        }
    }

    fn kind(&self, question: &Question) -> String {
        let text = self.text;
        let id = |list: &crate::questionnaire::QuestionIx| self.list.question(*list).id.to_string();
        match &question.kind {
            Kind::YesNo { .. } => text.kind_yes_no(),
            Kind::Choice { options } => text.kind_choice(texts(options)),
            Kind::Choices { options } => text.kind_choices(texts(options)),
            Kind::Judgement { options, .. } => text.kind_judgement(texts(options)),
            Kind::Scale { from, to, .. } => text.kind_scale(from, to),
            Kind::Number {
                unit: Some(unit), ..
            } => text.kind_number_unit(unit),
            Kind::Number { .. } => text.kind_number(),
            Kind::Date { .. } => text.kind_date(),
            Kind::Text { .. } => text.kind_text(),
            Kind::Person { several: false } => text.kind_person(),
            Kind::Person { several: true } => text.kind_persons(),
            Kind::Row {
                list,
                several: false,
            } => text.kind_row(id(list)),
            Kind::Row {
                list,
                several: true,
            } => text.kind_rows(id(list)),
            Kind::List { row_name, .. } => text.kind_list(row_name),
            Kind::Ranking { list, .. } => text.kind_ranking(id(list)),
            Kind::Notice { danger: true, .. } => text.kind_danger(),
            Kind::Notice { .. } => text.kind_notice(),
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
            lines.push(say(&self.text.levels(texts(&derived.levels)), 4));
        }
        let reasons: Vec<(&str, &crate::questionnaire::Text)> = match &derived.formula {
            Formula::Rules(rows) | Formula::Table(rows) => rows.iter().filter_map(of_row).collect(),
            Formula::Bands { rows, .. } => rows.iter().filter_map(of_band).collect(),
            _ => Vec::new(),
        };
        for (level, reason) in reasons {
            let level = derived.levels.iter().find(|one| &*one.id.0 == level);
            if let Some(level) = level {
                lines.push(say(&self.text.because(&level.text, reason), 4));
            }
        }
        if derived.source != self.list.source {
            lines.push(say(&self.text.source(&derived.source), 4));
        }
    }
}

fn of_row(row: &RuleRow) -> Option<(&str, &crate::questionnaire::Text)> {
    Some((&row.level.0, row.reason.as_ref()?))
}

fn of_band(band: &Band) -> Option<(&str, &crate::questionnaire::Text)> {
    Some((&band.level.0, band.reason.as_ref()?))
}

fn texts(options: &[Choice]) -> String {
    let texts: Vec<&str> = options
        .iter()
        .map(|option| option.text.nl.as_str())
        .collect();
    texts.join(" / ")
}
