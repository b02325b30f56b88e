//! What there is to read at a prompt: who to call, help, why, what can be done.

use super::compose;
use super::reply::Action;
use super::screen::Info;
use super::walk::Session;
use crate::questionnaire::{Kind, QuestionIx};
use crate::text::nl;

/// So many numbers stand on the screen about danger: more cannot be taken in at such a moment.
const MOST_PHONES: usize = 4;

impl Session<'_> {
    pub(super) fn danger(&self) -> Info {
        let say = &nl().interview;
        let mut text = vec![say.danger_first()];
        text.extend(compose::phones(&self.set, MOST_PHONES));
        text.push(if self.practice.is_some() {
            nl().exercise.danger_back()
        } else {
            say.danger_kept()
        });
        Info {
            title: say.danger_title(),
            text,
            danger: true,
        }
    }

    pub(super) fn help(&self, question: Option<QuestionIx>) -> Info {
        let say = &nl().interview;
        let mut text = Vec::new();
        let mut title = say.help_title();
        if let Some(at) = question {
            let asked = self.set.list.question(at);
            title.clone_from(&asked.text.nl);
            text.extend(asked.help.iter().map(|help| help.nl.clone()));
            text.extend(asked.example.iter().map(|example| say.example(&example.nl)));
            let options = asked.options().iter();
            text.extend(options.filter_map(|option| {
                let help = option.help.as_ref()?;
                Some(say.option_help(&option.text.nl, &help.nl))
            }));
            if !asked.sources.is_empty() {
                let sources = asked.sources.iter();
                let sources: Vec<&str> = sources.map(|source| &*source.nl).collect();
                text.push(nl().finding.sources(sources.join("; ")));
            }
        }
        if text.is_empty() {
            text.push(say.no_help());
        }
        let words = question.map(|at| &self.set.list.question(at).kind);
        if !matches!(words, Some(Kind::Text { .. } | Kind::Notice { .. })) {
            text.push(say.help_unknown());
        }
        Info {
            title,
            text,
            danger: false,
        }
    }

    pub(super) fn why(&self, question: Option<QuestionIx>) -> Info {
        let say = &nl().interview;
        let mut text = Vec::new();
        let mut title = say.why_title();
        if let Some(at) = question {
            let asked = self.set.list.question(at);
            title.clone_from(&asked.text.nl);
            text.push(
                asked
                    .why
                    .as_ref()
                    .map_or_else(|| say.no_why(), |why| why.nl.clone()),
            );
            text.push(say.rests_on(&asked.source));
        }
        Info {
            title,
            text,
            danger: false,
        }
    }
}

/// What can be done at every prompt, in words.
pub(super) fn actions(practice: bool) -> Info {
    let say = &nl().interview;
    let mut text: Vec<String> = Action::LISTED
        .iter()
        .filter(|action| practice || **action != Action::WhatIf)
        .map(|action| say.action(action.word(), describe(action, practice)))
        .collect();
    text.push(say.action_jump());
    Info {
        title: say.actions_title(),
        text,
        danger: false,
    }
}

/// What an action does, in a few words; in an exercise nothing is kept.
pub(in crate::interview) fn describe(action: &Action, practice: bool) -> String {
    let say = &nl().interview;
    match action {
        Action::Danger => say.does_danger(),
        Action::Blank => say.does_blank(),
        Action::Pause if practice => nl().exercise.does_pause(),
        Action::Pause => say.does_pause(),
        Action::Back => say.does_back(),
        Action::Help => say.does_help(),
        Action::Why => say.does_why(),
        Action::Overview | Action::Jump(_) | Action::Go(..) => say.does_overview(),
        Action::Note => say.does_note(),
        Action::Source => say.does_source(),
        Action::More => say.does_more(),
        Action::AddRow => say.does_add_row(),
        Action::CloseList => say.does_close(),
        Action::RemoveRow => say.does_remove(),
        Action::AddPerson => say.does_add_person(),
        Action::WhatIf => nl().exercise.does_what_if(),
        Action::Actions => say.actions_title(),
    }
}
