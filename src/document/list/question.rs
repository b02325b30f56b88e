//! The parts with their questions: what is asked, of whom, with which answers, and why.

use super::Paper;
use crate::document::{Block, Line, Tone};
use crate::questionnaire::{Kind, Question, QuestionIx, Subjects};
use crate::words::figure;

impl Paper<'_> {
    pub(super) fn parts(&mut self) {
        let (list, text) = (self.list, self.text);
        for (at, part) in list.parts.iter().enumerate() {
            let number = (at + 1).to_string();
            self.section(format!("{number}. {}", part.title));
            let mut facts = vec![(text.name(), Line::plain(&part.id))];
            if part.list != list.version.id {
                facts.push((text.from_list(), Line::plain(&part.list)));
            }
            if let Some(when) = &part.when {
                facts.push((text.only_when(), self.words.condition(when).into()));
            }
            if part.together {
                facts.push((text.together(), text.together_yes().into()));
            }
            let source = self.source_of(at);
            facts.push((text.source(), Line::plain(source)));
            self.blocks.push(Block::Facts(facts));
            if let Some(about) = &part.about {
                self.blocks.push(Block::Paragraph(Line::plain(&about.nl)));
            }
            for (at, question) in part.questions.iter().enumerate() {
                self.question(*question, &format!("{number}.{}", at + 1));
            }
        }
    }

    fn question(&mut self, at: QuestionIx, number: &str) {
        let text = self.text;
        let question = self.list.question(at);
        if let Kind::Notice { danger, .. } = &question.kind {
            let title = format!("{number} {}", text.notice());
            self.blocks.push(Block::Heading(2, title));
            let tone = if *danger { Tone::Danger } else { Tone::Note };
            let said = Line::plain(&question.text.nl);
            self.blocks.push(Block::Notice(tone, said));
        } else {
            let title = format!("{number} {}", question.text);
            self.blocks.push(Block::Heading(2, title));
        }
        let facts = self.facts(at, question);
        self.blocks.push(Block::Facts(facts));
        self.options(question);
        if let Kind::List { questions, .. } = &question.kind {
            for (at, inner) in questions.iter().enumerate() {
                self.question(*inner, &format!("{number}.{}", at + 1));
            }
        }
    }

    fn facts(&self, at: QuestionIx, question: &Question) -> Vec<(String, Line)> {
        let (list, text) = (self.list, self.text);
        let mut kind = vec![self.words.kind(question)];
        kind.extend(self.words.traits(at));
        let mut facts = vec![
            (text.name(), Line::plain(question.id.to_string())),
            (text.kind(), kind.join("; ").into()),
        ];
        let mut say = |label: String, said: Option<String>| {
            if let Some(said) = said.filter(|said| !said.is_empty()) {
                facts.push((label, said.into()));
            }
        };
        if let Some(parent) = question.parent {
            let row = match &list.question(parent).kind {
                Kind::List { row_name, .. } => row_name.nl.clone(),
                _ => String::new(),
            };
            say(text.per_row(), Some(row));
        }
        let when = question.when.as_ref();
        say(
            text.only_when(),
            when.map(|when| self.words.condition(when)),
        );
        say(
            text.beside(),
            Some(self.words.rests_on(question).join(", ")),
        );
        if let Kind::Ranking {
            first: Some((_, said)),
            ..
        } = &question.kind
        {
            say(text.first(), Some(said.nl.clone()));
        }
        let plain =
            |said: &Option<crate::questionnaire::Text>| said.as_ref().map(|said| said.nl.clone());
        say(text.help(), plain(&question.help));
        say(text.why(), plain(&question.why));
        say(text.example(), plain(&question.example));
        say(text.counts_in(), Some(self.counts_in(at).join(", ")));
        say(text.decides(), Some(self.decides(at).join(", ")));
        say(
            text.role(),
            question.role.map(|role| role.name().to_owned()),
        );
        let own = question.source != self.source_of(question.part);
        say(text.source(), own.then(|| question.source.clone()));
        facts
    }

    /// What most questions of a part rest on; the list's own source where that is as good.
    fn source_of(&self, part: usize) -> &str {
        let of = |source: &str| {
            let questions = self.list.questions.iter();
            let own = questions.filter(|one| one.part == part && one.source == source);
            own.count()
        };
        let mut best = self.list.source.as_str();
        for question in self.list.questions.iter().filter(|one| one.part == part) {
            if of(&question.source) > of(best) {
                best = &question.source;
            }
        }
        best
    }

    /// The derived values that this question counts in, or that have a value only with some of its answers; and the rankings
    /// whose rows are weighed by it.
    fn counts_in(&self, question: QuestionIx) -> Vec<String> {
        let of = self.list.derived.iter().filter(|derived| {
            let when = derived.when.as_ref().map(Subjects::of_condition);
            Subjects::of_formula(&derived.formula)
                .questions
                .contains(&question)
                || when.is_some_and(|when| when.questions.contains(&question))
        });
        let of = of.map(|derived| derived.id.clone());
        let rankings = self.list.questions.iter().filter(|one| {
            let Kind::Ranking { weighs, .. } = &one.kind else {
                return false;
            };
            weighs.iter().any(|weight| {
                let also = weight.also.as_ref();
                weight.question == question || also.is_some_and(|also| also.question == question)
            })
        });
        of.chain(rankings.map(|one| one.id.to_string())).collect()
    }

    /// The parts and questions that are asked only with some of its answers.
    fn decides(&self, question: QuestionIx) -> Vec<String> {
        let asks = |when: &Option<crate::questionnaire::Condition>| {
            when.as_ref()
                .is_some_and(|when| Subjects::of_condition(when).questions.contains(&question))
        };
        let parts = self.list.parts.iter().filter(|part| asks(&part.when));
        let questions = self.list.questions.iter().filter(|one| asks(&one.when));
        let parts = parts.map(|part| self.text.part_called(&part.id));
        parts
            .chain(questions.map(|one| one.id.to_string()))
            .collect()
    }

    fn options(&mut self, question: &Question) {
        let text = self.text;
        let rows: Vec<Vec<Line>> = question
            .options()
            .iter()
            .map(|option| {
                vec![
                    Line::plain(&option.text.nl),
                    Line::plain(option.id.to_string()),
                    Line::plain(option.points.map(figure).unwrap_or_default()),
                    Line::plain(option.help.as_ref().map_or("", |help| &help.nl)),
                    Line::plain(option.role.map_or("", |role| role.name())),
                ]
            })
            .collect();
        if !rows.is_empty() {
            let head = [
                text.answer(),
                text.name(),
                text.points(),
                text.help(),
                text.role(),
            ];
            self.table(head.to_vec(), rows);
        }
    }
}
