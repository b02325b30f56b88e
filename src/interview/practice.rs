//! The interview as an exercise, for authors and trainers: every screen says that it is one, each page shows what moved, and
//! any answer can be tried out without being given. Only [`super::rehearse`] makes one, and that keeps nothing: in a case
//! there is no way to ask which answer would lead elsewhere.

use super::act::not_here;
use super::compose::Look;
use super::screen::{Info, Line, Prompt, Purpose, Screen};
use super::take::Sub;
use super::walk::{Halt, Session};
use crate::answer::{Answer, Answers, Change, Key, NO_ANSWER, differences, interpret};
use crate::engine::{Page, Picture, Step, View, page_at, path};
use crate::questionnaire::{Kind, Question, QuestionIx};
use crate::telling;
use crate::text::nl;

/// So many lines about what moved stand above a page.
const MOST_MOVED: usize = 4;

/// What an exercise remembers besides its answers.
#[derive(Debug, Default)]
pub(super) struct Practice {
    /// How things stood when the page that is shown came.
    since: Option<Stand>,
    /// What moved on the page before; said once.
    moved: Vec<String>,
}

/// How things stood when a page came.
#[derive(Debug)]
struct Stand {
    page: String,
    answers: Answers,
    picture: Picture,
}

impl Session<'_> {
    /// Marks a screen, and says on a new page what moved on the one before. Leaves a screen of a case as it is.
    pub(super) fn as_exercise(&mut self, mut screen: Screen) -> Screen {
        self.turn_to(&screen.page);
        if let Some(practice) = &mut self.practice {
            screen.mark = Some(nl().exercise.mark());
            screen.remarks.append(&mut practice.moved);
        }
        screen
    }

    /// Shows something to read, marked.
    pub(super) fn tell(&mut self, mut info: Info) -> Result<(), Halt> {
        if self.practice.is_some() {
            info.title = nl().exercise.marked(nl().exercise.mark(), info.title);
        }
        Ok(self.asker.tell(&info)?)
    }

    /// Notes what moved since the page that was shown, when this is another.
    fn turn_to(&mut self, page: &str) {
        let Some(practice) = &self.practice else {
            return;
        };
        let before = practice.since.as_ref();
        if before.is_some_and(|before| before.page == page) {
            return;
        }
        let answers = self.keeper.answers().clone();
        let now = Stand {
            page: page.to_owned(),
            picture: self.picture(&answers),
            answers,
        };
        let moved = before.map_or_else(Vec::new, |before| self.moved(before, &now));
        self.practice = Some(Practice {
            since: Some(now),
            moved,
        });
    }

    fn picture(&self, answers: &Answers) -> Picture {
        Picture::of(&View::new(self.set.list, answers, self.set.today))
    }

    /// What moved between two pages; nothing where no answer did.
    fn moved(&self, before: &Stand, now: &Stand) -> Vec<String> {
        let list = self.set.list;
        if differences(list, &before.answers, &now.answers).is_empty() {
            return Vec::new();
        }
        let say = &nl().exercise;
        let moves = before.picture.moves(&now.picture, list);
        let all = telling::moved(list, &before.answers, &now.answers, &moves);
        let more = all.len().saturating_sub(MOST_MOVED);
        let mut said: Vec<String> = all
            .iter()
            .take(MOST_MOVED)
            .map(|one| say.moves(one))
            .collect();
        if said.is_empty() {
            said.push(say.nothing_moved());
        }
        if more > 0 {
            said.push(say.more_moved(more));
        }
        said
    }

    /// Asks what if the question of a page were answered otherwise, shows what would move, and leaves all as it is.
    pub(super) fn what_if(&mut self, page: &Page) -> Result<(), Halt> {
        let step = page.fields[page.at].clone();
        let list = self.set.list;
        if self.practice.is_none() {
            self.refusal = Some(not_here(nl().interview.no_action()));
            return Ok(());
        }
        if !can_be_tried(list.question(step.question)) {
            self.refusal = Some(not_here(nl().exercise.not_here()));
            return Ok(());
        }
        let key = step.key(&self.view());
        loop {
            let prompt = self.trying(&step);
            let raw = match self.sub(page, prompt)? {
                Sub::Text(raw) => raw,
                Sub::Keep | Sub::Cancel => return Ok(()),
            };
            let mut supposed = self.keeper.answers().clone();
            if raw.trim() == NO_ANSWER || raw.trim() == nl().exercise.no_answer() {
                supposed.apply(&Change::Forget { key: key.clone() });
            } else {
                let given = self.keeper.answers();
                match interpret(list, step.question, &raw, given, self.set.today) {
                    Ok(value) => _ = supposed.set(key.clone(), Answer::from(value)),
                    Err(refusal) => {
                        self.refusal = Some(refusal);
                        continue;
                    }
                }
            }
            let info = self.would_move(&supposed, &key);
            return self.tell(info);
        }
    }

    /// The same for a question that was chosen from a list.
    pub(super) fn what_if_at(
        &mut self,
        question: QuestionIx,
        row: Option<&crate::answer::RowId>,
    ) -> Result<(), Halt> {
        let page = {
            let view = self.view();
            let steps = path(&view);
            let at = steps
                .iter()
                .position(|step| step.question == question && step.row.as_ref() == row);
            at.map(|at| page_at(&view, &steps, at))
        };
        match page {
            Some(page) => self.what_if(&page),
            None => Ok(()),
        }
    }

    /// The prompt of a question, to try an answer out.
    fn trying(&self, step: &Step) -> Prompt {
        let say = &nl().exercise;
        let view = self.view();
        let steps = path(&view);
        let look = Look {
            set: &self.set,
            view: &view,
            steps: &steps,
        };
        let mut prompt = look.prompt(step);
        if prompt.current.is_some() {
            prompt.special.push(Line {
                id: NO_ANSWER.to_owned(),
                text: say.no_answer(),
                help: None,
            });
        }
        prompt.hints.push(say.does_not_count());
        Prompt {
            purpose: Purpose::WhatIf,
            number: None,
            text: say.what_if(prompt.text),
            optional: true,
            ..prompt
        }
    }

    /// What would move if these were the answers.
    fn would_move(&self, supposed: &Answers, key: &Key) -> Info {
        let say = &nl().exercise;
        let (list, given) = (self.set.list, self.keeper.answers());
        let moves = self.picture(given).moves(&self.picture(supposed), list);
        let (question, now, then) = telling::supposed(list, given, supposed, key);
        let mut text = vec![say.tried(question, now, then)];
        text.extend(telling::moved(list, given, supposed, &moves));
        text.extend(telling::stayed(list, &moves));
        text.push(say.unchanged());
        Info {
            title: say.what_if_title(),
            text,
            danger: false,
        }
    }
}

/// Whether an answer to such a question can be tried out: it has one of its own.
pub(super) fn can_be_tried(question: &Question) -> bool {
    !matches!(question.kind, Kind::List { .. } | Kind::Notice { .. })
}
