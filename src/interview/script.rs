//! An asker that answers from answers: for the demo, for tests, and to walk a case without a person. It goes the same road
//! as somebody at a keyboard, one reply at a time, and counts what it was asked.

use std::collections::{BTreeMap, BTreeSet};

use super::reply::{Action, Reply};
use super::screen::{Ask, Info, Prompt, Purpose, Screen};
use super::seam::{Asker, Stop};
use crate::answer::{Answer, Answers, Key, RowId, Value, interpret::as_option, typed};
use crate::questionnaire::{Kind, NoteRule, QuestionId, Questionnaire};

/// Watches along: called with every screen and the reply to it.
pub type Watch<'a> = Box<dyn FnMut(&Screen, &Reply) + 'a>;

/// Replies from these answers; where it has none, its input ends.
pub struct Script<'a> {
    list: &'a Questionnaire,
    answers: &'a Answers,
    /// Which row of the interview stands for which of the script's own, per list.
    rows: BTreeMap<QuestionId, Vec<(RowId, RowId)>>,
    /// What was asked already, in the script's own ids.
    asked: BTreeSet<Key>,
    page: String,
    told: Option<Key>,
    /// How many pages it was shown.
    pub screens: usize,
    /// How many replies it gave.
    pub prompts: usize,
    /// Every reply it gave.
    pub replies: Vec<Reply>,
    /// What watches along: called with every screen and the reply to it.
    pub watch: Option<Watch<'a>>,
}

impl<'a> Script<'a> {
    /// Replies from these answers to this list.
    pub fn new(list: &'a Questionnaire, answers: &'a Answers) -> Self {
        Self {
            list,
            answers,
            rows: BTreeMap::new(),
            asked: BTreeSet::new(),
            page: String::new(),
            told: None,
            screens: 0,
            prompts: 0,
            replies: Vec::new(),
            watch: None,
        }
    }

    fn reply(&mut self, screen: &Screen) -> Result<Reply, Stop> {
        let prompt = &screen.prompt;
        match prompt.purpose {
            Purpose::End => return Ok(self.left_over().unwrap_or_else(|| answer("klaar"))),
            Purpose::Menu => return Ok(answer("verder")),
            Purpose::Sensitive => return Ok(answer("ja")),
            Purpose::Remove => return Ok(answer("nee")),
            _ => {}
        }
        let Some(key) = prompt.key.as_ref().and_then(|key| self.own(key)) else {
            return missing(prompt);
        };
        let given = self.answers.get(&key.question, key.row.as_ref());
        let word = |of: fn(&Answer) -> Option<String>| match given.and_then(of) {
            Some(text) => Ok(answer(text)),
            None if prompt.optional => Ok(Reply::Keep),
            None => Err(Stop::End),
        };
        match prompt.purpose {
            Purpose::Reason | Purpose::Note => word(|given| given.note.clone()),
            Purpose::Source => word(|given| given.source.clone()),
            Purpose::Nature => word(|given| given.nature.clone()),
            Purpose::Date => word(|given| given.date.map(|date| date.to_string())),
            Purpose::Rows => self.more(prompt, &key),
            _ => self.value(prompt, &key),
        }
    }

    fn value(&mut self, prompt: &Prompt, key: &Key) -> Result<Reply, Stop> {
        self.asked.insert(key.clone());
        let Some(given) = self.answers.get(&key.question, key.row.as_ref()) else {
            return match prompt.ask {
                Ask::Notice => Ok(answer("verder")),
                _ => missing(prompt),
            };
        };
        if self.told.as_ref() != Some(key) {
            if given.source.is_some() || given.nature.is_some() || given.date.is_some() {
                self.told = Some(key.clone());
                return Ok(Reply::Act(Action::Source));
            }
            if given.note.is_some() && !self.asks_reason(key, given) {
                self.told = Some(key.clone());
                return Ok(Reply::Act(Action::Note));
            }
        }
        let value = match &given.value {
            Value::Rows(rows) => {
                // Who or what is not there yet cannot be chosen.
                let there = |row: &RowId| prompt.ask.lines().iter().any(|line| line.id == row.0);
                let made = rows.iter().map(|row| self.made(key, row).filter(there));
                Value::Rows(made.collect::<Option<_>>().ok_or(Stop::End)?)
            }
            other => other.clone(),
        };
        Ok(answer(typed(&value)))
    }

    /// Whether the interview will ask for the note by itself. With an advice it depends on what follows, so it is told first.
    fn asks_reason(&self, key: &Key, given: &Answer) -> bool {
        let Some(at) = self.list.find(&key.question.0) else {
            return false;
        };
        let asked = self.list.question(at);
        let chosen = as_option(&given.value);
        if asked.advice.is_some() {
            return false;
        }
        if let Kind::Judgement {
            options,
            fact_from: Some(from),
            ..
        } = &asked.kind
            && options
                .iter()
                .position(|option| Some(&option.id) == chosen.as_ref())
                >= Some(*from)
        {
            return true;
        }
        match &asked.note {
            NoteRule::Free => false,
            NoteRule::Always => true,
            NoteRule::With(options) => chosen.is_some_and(|one| options.contains(&one)),
        }
    }

    fn more(&mut self, prompt: &Prompt, key: &Key) -> Result<Reply, Stop> {
        self.asked.insert(key.clone());
        let there = match &prompt.ask {
            Ask::More { rows, .. } => rows.len(),
            _ => 0,
        };
        if self.answers.get(&key.question, None).is_some() {
            return Ok(answer("onbekend"));
        }
        match self.answers.rows(&key.question) {
            Some(rows) if rows.ids.len() > there => Ok(answer("ja")),
            Some(rows) if rows.complete => Ok(answer("nee")),
            _ => missing(prompt),
        }
    }

    /// To the next question that the script has an answer to and was not asked: after the last question to what is only offered,
    /// or past one to which it has none.
    pub fn left_over(&mut self) -> Option<Reply> {
        let lists = self.answers.lists().map(|(list, _)| Key {
            question: list.clone(),
            row: None,
        });
        let mut keys: Vec<Key> = lists
            .chain(self.answers.iter().map(|(key, _)| key.clone()))
            .filter(|key| !self.asked.contains(key))
            .collect();
        keys.sort_by_key(|key| self.list.find(&key.question.0));
        for key in keys {
            self.asked.insert(key.clone());
            let Some(at) = self.list.find(&key.question.0) else {
                continue;
            };
            let row = match &key.row {
                Some(row) => match self.row_made(at, row) {
                    Some(row) => Some(row),
                    None => continue,
                },
                None => None,
            };
            return Some(Reply::Act(Action::Go(at, row)));
        }
        None
    }

    /// A key of the interview in the ids of the script.
    fn own(&mut self, key: &Key) -> Option<Key> {
        let Some(row) = &key.row else {
            return Some(key.clone());
        };
        let (list, _) = key.question.0.rsplit_once('/')?;
        let own = self.own_row(&QuestionId::from(list), row)?;
        Some(Key {
            question: key.question.clone(),
            row: Some(own),
        })
    }

    /// The script's row that a row of the interview stands for: the one of the same name, else the next one.
    fn own_row(&mut self, list: &QuestionId, made: &RowId) -> Option<RowId> {
        let pairs = self.rows.entry(list.clone()).or_default();
        if let Some((_, own)) = pairs.iter().find(|(other, _)| other == made) {
            return Some(own.clone());
        }
        let all = &self.answers.rows(list)?.ids;
        let free = |row: &&RowId| !pairs.iter().any(|(_, own)| own == *row);
        let own = all
            .iter()
            .filter(free)
            .find(|row| *row == made)
            .or_else(|| all.iter().find(free))?
            .clone();
        pairs.push((made.clone(), own.clone()));
        Some(own)
    }

    /// The row that the interview made for one of the script's, that an answer to this question names.
    fn made(&self, key: &Key, row: &RowId) -> Option<RowId> {
        let at = self.list.find(&key.question.0)?;
        let of = match self.list.question(at).kind {
            Kind::Person { .. } => self.list.persons?,
            Kind::Row { list, .. } | Kind::Ranking { list, .. } => list,
            _ => return None,
        };
        self.made_in(&self.list.question(of).id, row)
    }

    fn row_made(&self, question: crate::questionnaire::QuestionIx, row: &RowId) -> Option<RowId> {
        let list = self.list.question(question).parent?;
        self.made_in(&self.list.question(list).id, row)
    }

    fn made_in(&self, list: &QuestionId, row: &RowId) -> Option<RowId> {
        let pairs = self.rows.get(list).map_or(&[][..], Vec::as_slice);
        match pairs.iter().find(|(_, own)| own == row) {
            Some((made, _)) => Some(made.clone()),
            // Not met yet: made in an earlier sitting, under the same name.
            None => Some(row.clone()).filter(|row| !pairs.iter().any(|(made, _)| made == row)),
        }
    }
}

impl Asker for Script<'_> {
    fn ask(&mut self, screen: &Screen) -> Result<Reply, Stop> {
        if self.page != screen.page {
            self.page.clone_from(&screen.page);
            self.screens += 1;
        }
        // A refusal can only repeat: the same answer would be refused for ever.
        if screen.refusal.is_some() {
            return Err(Stop::End);
        }
        let reply = self.reply(screen)?;
        self.prompts += 1;
        self.replies.push(reply.clone());
        if let Some(watch) = &mut self.watch {
            watch(screen, &reply);
        }
        Ok(reply)
    }

    fn tell(&mut self, _: &Info) -> Result<(), Stop> {
        Ok(())
    }

    fn blank(&mut self, _: &str) -> Result<(), Stop> {
        Ok(())
    }
}

fn answer(text: impl Into<String>) -> Reply {
    Reply::Answer(text.into())
}

fn missing(prompt: &Prompt) -> Result<Reply, Stop> {
    if prompt.optional {
        Ok(Reply::Keep)
    } else {
        Err(Stop::End)
    }
}
