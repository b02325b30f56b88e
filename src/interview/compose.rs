//! From a page of the engine to a screen: every text, answer and hint, ready to read.

pub(super) mod prompt;

use super::screen::{Field, Notice, Progress, Screen};
use super::seam::Setting;
use crate::answer::{Refusal, RowId, Value, row_name, rows_of, shorten, show};
use crate::engine::{Page, Step, StepState, View, next_page_count};
use crate::questionnaire::{Kind, QuestionIx, Questionnaire};
use crate::text::nl;

/// What the screen after the last question says.
pub(super) enum Last {
    /// All is asked; these texts are still to be read.
    Done(Vec<QuestionIx>),
    /// The list was not made for this case.
    Stuck(String),
}

/// Everything that a screen is made from.
pub(super) struct Look<'a> {
    pub(super) set: &'a Setting<'a>,
    pub(super) view: &'a View<'a>,
    pub(super) steps: &'a [Step],
}

impl Look<'_> {
    fn list(&self) -> &Questionnaire {
        self.set.list
    }

    /// The screen of a page, asking the question it is at.
    pub(super) fn page(&self, page: &Page) -> Screen {
        let part = &self.list().parts[page.part];
        let first = self.steps.iter().find(|step| {
            self.list().question(step.question).part == page.part && is_asked(self.list(), step)
        });
        let starts = first.is_some_and(|first| page.fields.contains(first));
        Screen {
            page: self.page_id(page),
            mark: None,
            title: part.title.nl.clone(),
            about: part
                .about
                .as_ref()
                .filter(|_| starts)
                .map(|about| about.nl.clone()),
            row: page
                .row
                .as_ref()
                .map(|(list, row)| self.row_title(*list, row)),
            given: page.row.as_ref().is_some_and(|(list, _)| {
                let list = self.list().question(*list);
                list.given
            }),
            progress: Some(self.progress(page)),
            notices: page
                .notices
                .iter()
                .map(|notice| self.notice(*notice))
                .collect(),
            fields: self.fields(page),
            remarks: Vec::new(),
            kept: None,
            refusal: None,
            prompt: self.prompt(&page.fields[page.at]),
            offered: self.offered(page),
        }
    }

    /// The question that opens a list and its first row are one page: the second fills in what the first began.
    fn page_id(&self, page: &Page) -> String {
        let part = &self.list().parts[page.part].id;
        let first = self.list().question(page.fields[0].question);
        let (list, row) = match (&page.row, &first.kind) {
            (Some((list, row)), _) => {
                let rows = rows_of(self.list(), *list, self.view.answers);
                let at = rows.iter().position(|other| other == row);
                (self.list().question(*list), at.unwrap_or(0))
            }
            (None, Kind::List { .. }) => (first, 0),
            _ => return format!("{part}:{}", first.id),
        };
        match list.kind {
            Kind::List { together: true, .. } => format!("{part}:{}:{row}", list.id),
            _ => format!("{part}:{}:{row}:{}", list.id, first.id),
        }
    }

    /// *situatie 2: Op vrijdagavond …*
    fn row_title(&self, list: QuestionIx, row: &RowId) -> String {
        let rows = rows_of(self.list(), list, self.view.answers);
        let number = rows
            .iter()
            .position(|other| other == row)
            .map_or(0, |at| at + 1);
        let Kind::List { row_name: word, .. } = &self.list().question(list).kind else {
            return row.to_string();
        };
        let plain = nl().value.numbered(&word.nl, number);
        // What was given is what the questions are about: all of it is read.
        if let Some(given) = self.given_text(list, row) {
            return nl().interview.row_title(plain, given);
        }
        let name = row_name(self.list(), list, row, self.view.answers);
        if name == plain {
            plain
        } else {
            nl().interview.row_title(plain, name)
        }
    }

    /// The text that was given with a row.
    fn given_text(&self, list: QuestionIx, row: &RowId) -> Option<&str> {
        let Kind::List { questions, .. } = &self.list().question(list).kind else {
            return None;
        };
        let mut given = questions
            .iter()
            .map(|at| self.list().question(*at))
            .filter(|asked| asked.given);
        given.find_map(
            |asked| match &self.view.answers.get(&asked.id, Some(row))?.value {
                Value::Text(text) => Some(text.as_str()),
                _ => None,
            },
        )
    }

    /// Parts of the same list that follow each other count as one step; in a list by itself each part is one.
    fn progress(&self, page: &Page) -> Progress {
        let parts = &self.list().parts;
        let alone = parts.iter().all(|part| part.list == parts[page.part].list);
        let (mut count, mut here, mut last) = (0, 1, None);
        for step in self.steps.iter().filter(|step| is_asked(self.list(), step)) {
            let part = self.list().question(step.question).part;
            let joined = last.is_some_and(|before: usize| {
                before == part || (!alone && parts[before].list == parts[part].list)
            });
            if !joined {
                count += 1;
            }
            if part == page.part {
                here = count;
            }
            last = Some(part);
        }
        Progress {
            part: here,
            parts: count,
            screens: next_page_count(self.view),
        }
    }

    /// A text without an answer, with who to call where it is about danger.
    pub(super) fn notice(&self, question: QuestionIx) -> Notice {
        let asked = self.list().question(question);
        let danger = matches!(asked.kind, Kind::Notice { danger: true, .. });
        Notice {
            text: asked.text.nl.clone(),
            danger,
            phones: if danger {
                phones(self.set, 2)
            } else {
                Vec::new()
            },
        }
    }

    fn fields(&self, page: &Page) -> Vec<Field> {
        page.fields
            .iter()
            .enumerate()
            .filter(|(at, step)| *at == page.at || !self.list().question(step.question).given)
            .map(|(at, step)| Field {
                text: self.text(step),
                answer: self.answer(step),
                active: at == page.at,
            })
            .collect()
    }

    /// What a step asks, in words.
    pub(super) fn text(&self, step: &Step) -> String {
        let asked = self.list().question(step.question);
        match &asked.kind {
            Kind::List { row_name, .. }
                if !rows_of(self.list(), step.question, self.view.answers).is_empty() =>
            {
                nl().interview.one_more(&row_name.nl)
            }
            _ => asked.text.nl.clone(),
        }
    }

    /// The answer to a step, as a person reads it.
    pub(super) fn answer(&self, step: &Step) -> Option<String> {
        let asked = self.list().question(step.question);
        let given = self.view.answers.get(&asked.id, step.row.as_ref());
        if let (Kind::List { .. }, None) = (&asked.kind, given) {
            let rows = self.view.answers.rows(&asked.id)?;
            let count = rows.ids.len();
            return match (rows.complete, count) {
                (false, _) => None,
                (true, 0) => Some(nl().value.none()),
                (true, 1) => Some(nl().interview.one_row()),
                (true, _) => Some(nl().interview.all_rows(count)),
            };
        }
        let given = given?;
        let shown = show(self.list(), step.question, &given.value, self.view.answers);
        Some(match &given.note {
            Some(note) => nl().interview.with_note(shown, note),
            None => shown,
        })
    }

    /// How many deeper questions there are that have no answer yet, around this page.
    fn offered(&self, page: &Page) -> usize {
        let depth = depth_of(page);
        self.steps
            .iter()
            .filter(|step| step.state == StepState::Offered && depth.holds(self.view, step))
            .count()
    }

    /// The same line with the row it is about: the same is asked of every row.
    pub(super) fn line_of_row(&self, at: usize) -> String {
        let step = &self.steps[at];
        let of = step.row.as_ref();
        match of.zip(self.list().question(step.question).parent) {
            Some((row, list)) => {
                let row = shorten(&self.row_title(list, row), 40);
                nl().interview.line_of_row(row, self.line(at))
            }
            None => self.line(at),
        }
    }

    /// A line for a list of questions: number, question, answer.
    pub(super) fn line(&self, at: usize) -> String {
        let step = &self.steps[at];
        let say = &nl().interview;
        let text = shorten(&self.text(step), 70);
        match (self.answer(step), step.state) {
            (Some(answer), _) => say.line_answered(text, shorten(&answer, 50)),
            (None, StepState::Offered) => say.line_offered(text),
            (None, _) => say.line_open(text),
        }
    }
}

/// The deeper questions around a page.
pub(super) fn depth_of(page: &Page) -> super::walk::Depth {
    super::walk::Depth {
        part: page.part,
        row: page.row.clone(),
    }
}

/// Whether a step is a screen of its own or part of one: a passing text is not, nor what was given.
pub(super) fn is_asked(list: &Questionnaire, step: &Step) -> bool {
    let asked = list.question(step.question);
    !asked.given && !matches!(asked.kind, Kind::Notice { stop: false, .. })
}

/// The steps that have a number, in order.
pub(super) fn numbered<'a>(
    list: &'a Questionnaire,
    steps: &'a [Step],
) -> impl Iterator<Item = usize> + 'a {
    (0..steps.len()).filter(move |at| is_asked(list, &steps[*at]))
}

/// The first so many numbers to call.
pub(super) fn phones(set: &Setting<'_>, most: usize) -> Vec<String> {
    set.phones
        .iter()
        .take(most)
        .map(|phone| {
            nl().interview
                .phone(&phone.number, &phone.name, &phone.about)
        })
        .collect()
}

pub(super) fn no_such_number() -> Refusal {
    Refusal::new(nl().interview.no_number(), nl().interview.no_number_todo())
}
