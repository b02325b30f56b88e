//! A whole list as a document, for whoever reviews it: every question, rule, number and source. Holds no answers.

mod follows;
mod periods;
mod question;

use super::{Block, Document, Line, Table, Tone};
use crate::answer::show_date;
use crate::questionnaire::{Certainty, ListVersion, Questionnaire};
use crate::text::{ListPaperText, nl};
use crate::words::{Words, figure};

/// The document of this list.
pub fn list(list: &Questionnaire) -> Document {
    let paper = Paper {
        list,
        words: Words::new(list),
        text: &nl().list_paper,
        blocks: Vec::new(),
    };
    paper.document()
}

/// A list that is being written out.
struct Paper<'a> {
    list: &'a Questionnaire,
    words: Words<'a>,
    text: &'a ListPaperText,
    blocks: Vec<Block>,
}

impl Paper<'_> {
    fn document(mut self) -> Document {
        let text = self.text;
        self.head();
        self.overview();
        self.not_applicable();
        self.parts();
        self.follows();
        self.periods();
        self.numbers();
        self.settings();
        self.sources();
        self.section(text.review());
        self.blocks
            .push(Block::Paragraph(text.review_about().into()));
        self.blocks.push(Block::Room(text.review_by(), 1));
        self.blocks.push(Block::Room(text.review_on(), 1));
        self.blocks.push(Block::Room(text.review_notes(), 8));
        Document {
            title: self.list.title.nl.clone(),
            mark: None,
            blocks: self.blocks,
        }
    }

    fn section(&mut self, title: String) {
        self.blocks.push(Block::Heading(1, title));
    }

    fn head(&mut self) {
        let (list, text) = (self.list, self.text);
        let mut facts: Vec<(String, Line)> = vec![
            (text.list(), Line::plain(&list.version.id)),
            (text.version(), Line::plain(&list.version.version)),
            (text.sha256(), Line::plain(&list.version.sha256)),
        ];
        if let Some(from) = list.valid_from {
            facts.push((text.valid_from(), show_date(from).into()));
        }
        facts.push((text.source(), Line::plain(&list.source)));
        self.blocks.push(Block::Facts(facts));
        if let Some(about) = &list.about {
            self.blocks.push(Block::Paragraph(Line::plain(&about.nl)));
        }
        self.blocks
            .push(Block::Notice(Tone::Note, text.about().into()));
        self.section(text.how_to_read());
        let read = [
            text.read_id(),
            text.read_unknown(),
            text.read_hidden(),
            text.read_rows(),
            text.read_order(),
            text.read_setting(),
            text.read_source(),
        ];
        self.blocks
            .push(Block::Bullets(read.into_iter().map(Line::from).collect()));
        if !list.uses.is_empty() {
            self.section(text.uses());
            self.blocks.push(Block::Paragraph(text.uses_about().into()));
            let rows = list.uses.iter().map(|used| self.used(used)).collect();
            self.table([text.list(), text.version(), text.sha256()].to_vec(), rows);
        }
    }

    fn used(&self, used: &ListVersion) -> Vec<Line> {
        [&used.id, &used.version, &used.sha256]
            .map(Line::plain)
            .to_vec()
    }

    /// The parts at a glance.
    fn overview(&mut self) {
        let (list, text) = (self.list, self.text);
        self.section(text.overview());
        let count = text.count(list.questions.len(), list.derived.len(), list.numbers.len());
        self.blocks.push(Block::Paragraph(count.into()));
        let rows = list.parts.iter().enumerate().map(|(at, part)| {
            let when = part.when.as_ref().map(|when| self.words.condition(when));
            let questions = list.questions.iter();
            let own = questions.filter(|question| question.part == at).count();
            vec![
                Line::plain((at + 1).to_string()),
                Line::plain(&part.title.nl),
                Line::plain(own.to_string()),
                Line::plain(when.unwrap_or_default()),
            ]
        });
        let rows = rows.collect();
        let head = [
            text.number(),
            text.part(),
            text.questions(),
            text.only_when(),
        ];
        self.table(head.to_vec(), rows);
    }

    fn not_applicable(&mut self) {
        if self.list.not_applicable.is_empty() {
            return;
        }
        let text = self.text;
        self.section(text.no_outcome());
        self.blocks
            .push(Block::Paragraph(text.no_outcome_about().into()));
        let rules = self.list.not_applicable.iter().map(|rule| {
            Line::strong(text.stops(self.words.condition(&rule.when)))
                .and(" ")
                .and(&rule.reason.nl)
        });
        let rules = rules.collect();
        self.blocks.push(Block::Bullets(rules));
    }

    fn numbers(&mut self) {
        if self.list.numbers.is_empty() {
            return;
        }
        let text = self.text;
        self.section(text.numbers());
        self.blocks
            .push(Block::Paragraph(text.numbers_about().into()));
        let mut rows = Vec::new();
        for number in &self.list.numbers {
            for row in &number.rows {
                let unit = row.unit.as_ref().map(|unit| format!(" {unit}"));
                let said = [&row.title, &row.help].into_iter().flatten();
                let said: Vec<&str> = said.map(|text| text.nl.as_str()).collect();
                rows.push(vec![
                    Line::plain(&number.id),
                    Line::strong(figure(row.value)).and(unit.unwrap_or_default()),
                    Line::plain(row.from.map_or_else(|| text.always(), show_date)),
                    Line::plain(said.join(" ")),
                    Line::plain(self.grounded(&row.source, row.certainty)),
                ]);
            }
        }
        let head = [
            text.name(),
            text.value(),
            text.valid_from(),
            text.meaning(),
            text.source(),
        ];
        self.table(head.to_vec(), rows);
    }

    fn settings(&mut self) {
        if self.list.settings.is_empty() {
            return;
        }
        let text = self.text;
        self.section(text.settings());
        self.blocks
            .push(Block::Paragraph(text.settings_about().into()));
        let rows = self.list.settings.iter().map(|setting| {
            let said = [&setting.title, &setting.help].into_iter().flatten();
            let said: Vec<&str> = said.map(|text| text.nl.as_str()).collect();
            vec![
                Line::plain(&setting.id),
                Line::strong(&setting.value),
                Line::plain(setting.values.join(", ")),
                Line::plain(said.join(" ")),
                Line::plain(self.grounded(&setting.source, setting.certainty)),
            ]
        });
        let rows = rows.collect();
        let head = [
            text.name(),
            text.value(),
            text.values(),
            text.meaning(),
            text.source(),
        ];
        self.table(head.to_vec(), rows);
    }

    /// A source with how sure it is, where the author says so.
    fn grounded(&self, source: &str, certainty: Option<Certainty>) -> String {
        certainty.map_or_else(
            || source.to_owned(),
            |one| format!("{source} ({})", self.words.certainty(one)),
        )
    }

    /// Every source once, with what rests on it.
    fn sources(&mut self) {
        let (list, text) = (self.list, self.text);
        let mut all: Vec<&str> = vec![&list.source];
        let questions = list.questions.iter().map(|one| one.source.as_str());
        let derived = list.derived.iter().map(|one| one.source.as_str());
        let numbers = list.numbers.iter().flat_map(|one| &one.rows);
        let numbers = numbers.map(|row| row.source.as_str());
        let of_rules = list.derived.iter().flat_map(|one| rules(&one.formula));
        let settings = list.settings.iter().map(|one| one.source.as_str());
        let periods = list.periods.iter().map(|one| one.source.as_str());
        let others = questions.chain(derived).chain(of_rules).chain(periods);
        for source in others.chain(numbers).chain(settings) {
            if !all.contains(&source) {
                all.push(source);
            }
        }
        self.section(text.sources());
        let lines = all.into_iter().map(|source| {
            let mut on: Vec<String> = Vec::new();
            let asked = list.questions.iter().filter(|one| one.source == source);
            match asked.count() {
                0 => {}
                1 => on.push(text.one_question()),
                many => on.push(text.so_many_questions(many)),
            }
            let of = list
                .derived
                .iter()
                .filter(|one| one.source == source || rules(&one.formula).contains(&source));
            on.extend(of.map(|one| one.id.clone()));
            let of = list
                .numbers
                .iter()
                .filter(|one| one.rows.iter().any(|row| row.source == source));
            on.extend(of.map(|one| one.id.clone()));
            let of = list.periods.iter().filter(|one| one.source == source);
            on.extend(of.map(|one| one.id.clone()));
            let of = list.settings.iter().filter(|one| one.source == source);
            on.extend(of.map(|one| one.id.clone()));
            let line = Line::strong(source);
            match on.is_empty() {
                true => line,
                false => line.and(" ").and(text.rests_on_it(on.join(", "))),
            }
        });
        let lines = lines.collect();
        self.blocks.push(Block::Bullets(lines));
    }

    /// A table without the columns in which nothing stands.
    fn table(&mut self, head: Vec<String>, rows: Vec<Vec<Line>>) {
        let used: Vec<bool> = (0..head.len())
            .map(|at| rows.iter().any(|row| !row[at].is_empty()))
            .collect();
        let keep = |at: usize| used[at];
        let head = head.into_iter().enumerate();
        let head = head.filter(|(at, _)| keep(*at)).map(|(_, cell)| cell);
        let rows = rows.into_iter().map(|row| {
            let row = row.into_iter().enumerate();
            row.filter(|(at, _)| keep(*at))
                .map(|(_, cell)| cell)
                .collect()
        });
        self.blocks.push(Block::Table(Table {
            head: head.collect(),
            rows: rows.collect(),
        }));
    }
}

/// The sources of rules and of rows of tables.
fn rules(formula: &crate::questionnaire::Formula) -> Vec<&str> {
    use crate::questionnaire::Formula;
    match formula {
        Formula::Rules(rows) | Formula::Table(rows) => {
            rows.iter().map(|row| row.source.as_str()).collect()
        }
        _ => Vec::new(),
    }
}
