//! An organisation's own code as a document: a text with places in it, filled with the answers to a list. What is not
//! answered yet is said, never dropped. Knows no files and no command, and names no question.

mod template;

pub use template::{Piece, Template};

use crate::answer::{Value, show};
use crate::document::{Block, Document, Line, Table};
use crate::engine::View;
use crate::questionnaire::QuestionIx;
use crate::text::nl;
use template::{Part, When};

/// How the text calls the profile.
const PROFILE: &str = "profiel";

/// The document that came out.
#[derive(Debug)]
pub struct Made {
    /// The document.
    pub document: Document,
    /// How many places still have to be filled in.
    pub open: usize,
}

/// What stands in the text beside the answers.
pub struct Around<'a> {
    /// Words with a name of their own: `{organisatie}`.
    pub words: &'a [(&'a str, Option<String>)],
    /// The id of the profile, as the text asks about it.
    pub profile: &'a str,
    /// What the program puts in by itself; nothing where that is left out.
    pub piece: &'a dyn Fn(Piece) -> Vec<Block>,
}

/// Fills the text with these answers.
pub fn document(template: &Template, view: &View<'_>, around: &Around<'_>) -> Made {
    let mut paper = Paper {
        view,
        around,
        open: 0,
        blocks: Vec::new(),
    };
    for part in &template.delen {
        if part.als.as_ref().is_none_or(|when| paper.holds(when)) {
            paper.part(part);
        }
    }
    Made {
        document: Document {
            title: template.titel.clone(),
            mark: None,
            blocks: paper.blocks,
        },
        open: paper.open,
    }
}

struct Paper<'a> {
    view: &'a View<'a>,
    around: &'a Around<'a>,
    open: usize,
    blocks: Vec<Block>,
}

impl Paper<'_> {
    fn part(&mut self, part: &Part) {
        let piece = part.programma.map(|piece| (self.around.piece)(piece));
        let bare = part.tekst.is_none() && part.punten.is_empty() && part.feiten.is_empty();
        if bare && part.tabel.is_none() && piece.as_ref().is_some_and(Vec::is_empty) {
            // A heading with nothing under it.
            return;
        }
        if let Some(heading) = &part.kop {
            self.blocks.push(Block::Heading(1, heading.clone()));
        }
        if let Some(heading) = &part.onderkop {
            self.blocks.push(Block::Heading(2, heading.clone()));
        }
        for text in part.tekst.iter().flat_map(|text| text.split("\n\n")) {
            let line = self.filled(text);
            self.blocks.push(Block::Paragraph(line));
        }
        if !part.punten.is_empty() {
            let points = part.punten.iter().map(|text| self.filled(text)).collect();
            self.blocks.push(Block::Bullets(points));
        }
        if !part.feiten.is_empty() {
            let facts = part.feiten.iter();
            let facts = facts.map(|fact| (fact.kop.clone(), self.fact(&fact.tekst)));
            let facts = facts.collect();
            self.blocks.push(Block::Facts(facts));
        }
        if let Some(table) = &part.tabel {
            let rows = table.rijen.iter();
            let rows = rows.map(|row| row.iter().map(|cell| self.filled(cell)).collect());
            let rows = rows.collect();
            self.blocks.push(Block::Table(Table {
                head: table.koppen.clone(),
                rows,
            }));
        }
        for block in piece.into_iter().flatten() {
            let open = nl().protocol.to_fill_in();
            let texts = block.texts();
            self.open += texts.iter().filter(|text| text.contains(&open)).count();
            self.blocks.push(block);
        }
        if let Some(source) = &part.bron {
            let source = nl().protocol.source(source);
            self.blocks.push(Block::Paragraph(source.into()));
        }
    }

    /// A text with its places filled; what was filled in stands out.
    fn filled(&mut self, text: &str) -> Line {
        let mut line = Line::default();
        for (at, piece) in text.replace('\n', " ").split('{').enumerate() {
            match piece.split_once('}') {
                Some((name, rest)) if at > 0 => {
                    line = line.and_strong(self.word(name)).and(rest);
                }
                _ => line = line.and(piece),
            }
        }
        line
    }

    /// What belongs to a label: only what is missing stands out there.
    fn fact(&mut self, text: &str) -> Line {
        let line = self.filled(text);
        if line.text().contains(&nl().protocol.to_fill_in()) {
            line
        } else {
            Line::plain(line.text())
        }
    }

    fn word(&mut self, name: &str) -> String {
        let said = match self.around.words.iter().find(|(known, _)| *known == name) {
            Some((_, said)) => said.clone(),
            None => self.answer(name),
        };
        said.unwrap_or_else(|| {
            self.open += 1;
            nl().protocol.to_fill_in()
        })
    }

    /// What was answered, with what was said beside it.
    fn answer(&self, name: &str) -> Option<String> {
        let at = self.view.list.find(name)?;
        let answer = self.known(at)?;
        let answered = match &answer.value {
            Value::Text(text) if text.trim().is_empty() => return None,
            Value::Choices(chosen) if chosen.is_empty() => return None,
            value if !value.is_known() => return None,
            // Who says that it is not agreed yet, has not filled it in.
            Value::Choice(chosen) if self.is_doubt(at, chosen) => return None,
            value => show(self.view.list, at, value, self.view.answers),
        };
        let note = answer.note.as_deref().map(str::trim);
        Some(match note.filter(|note| !note.is_empty()) {
            Some(note) => nl().protocol.with_note(answered, note),
            None => answered,
        })
    }

    fn is_doubt(&self, at: QuestionIx, chosen: &crate::questionnaire::OptionId) -> bool {
        let options = self.view.list.question(at).options();
        options.iter().any(|option| {
            option.id == *chosen && option.role == Some(crate::questionnaire::OptionRole::InDoubt)
        })
    }

    fn known(&self, at: QuestionIx) -> Option<&crate::answer::Answer> {
        let question = self.view.list.question(at);
        let belongs = self.view.visible(at, None).possible();
        let answer = self.view.answers.get(&question.id, None);
        answer.filter(|_| belongs)
    }

    /// Whether one of these was chosen; without any, whether there is an answer.
    fn holds(&self, when: &When) -> bool {
        if when.vraag == PROFILE {
            return when.bevat.iter().any(|one| one == self.around.profile);
        }
        if when.bevat.is_empty() {
            return self.answer(&when.vraag).is_some();
        }
        let chosen = |id: &str| when.bevat.iter().any(|one| one == id);
        let found = self.view.list.find(&when.vraag);
        match found
            .and_then(|at| self.known(at))
            .map(|answer| &answer.value)
        {
            Some(Value::Choice(id)) => chosen(&id.0),
            Some(Value::Choices(ids)) => ids.iter().any(|id| chosen(&id.0)),
            _ => false,
        }
    }
}
