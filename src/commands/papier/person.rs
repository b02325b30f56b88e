//! Whom a paper is about and who reads it, where there is one for each person.

use super::Papier;
use crate::answer::{RowId, row_name};
use crate::engine::View;
use crate::error::{Error, Result};
use crate::paper;
use crate::plain::one_line;
use crate::questionnaire::paper::Paper;
use crate::text::nl;
use crate::world::World;

/// Whom it is about and who reads it.
#[derive(Default)]
pub(super) struct Readers {
    pub person: Option<RowId>,
    pub reader: Option<RowId>,
}

impl Readers {
    /// What the case notes: which paper, about whom and for whom.
    pub fn logged(&self, paper: &str) -> String {
        let text = &nl().paper_command;
        match (&self.person, &self.reader) {
            (Some(person), Some(reader)) if person != reader => {
                text.logged_for(paper, person, reader)
            }
            (Some(person), _) => text.logged(paper, person),
            (None, _) => paper.to_owned(),
        }
    }

    pub fn as_ref(&self) -> paper::Readers<'_> {
        paper::Readers {
            person: self.person.as_ref(),
            reader: self.reader.as_ref(),
        }
    }
}

/// As it was typed, or asked.
pub(super) fn readers(
    world: &mut World,
    options: &Papier,
    paper: &Paper,
    view: &View<'_>,
) -> Result<Readers> {
    let text = &nl().paper_command;
    let Some(list) = paper.per else {
        return match options.persoon {
            None => Ok(Readers::default()),
            Some(_) => Err(Error::usage(
                text.not_per_person(),
                text.not_per_person_todo(),
            )),
        };
    };
    let rows = view.answers.rows(&view.list.question(list).id);
    let rows: Vec<RowId> = rows.map_or_else(Vec::new, |rows| rows.ids.clone());
    let names: Vec<String> = rows
        .iter()
        .map(|row| text.a_person(row, one_line(&row_name(view.list, list, row, view.answers))))
        .collect();
    let known = || names.join("\n");
    let find = |typed: &str| {
        let found = rows.iter().find(|row| row.0 == typed.trim());
        found.cloned().ok_or_else(|| {
            Error::usage(text.no_person(typed.trim()), text.person_todo())
                .with_details(vec![known()])
        })
    };
    let person = match &options.persoon {
        Some(typed) => find(typed)?,
        None if world.person => {
            world.say(&known())?;
            let typed = world.ask(&text.which_person(), "--persoon")?;
            find(&typed)?
        }
        None => {
            return Err(
                Error::usage(text.person_missing(), text.person_todo()).with_details(vec![known()])
            );
        }
    };
    let reader = match &options.lezer {
        Some(typed) => Some(find(typed)?),
        None if !paper::is_child(view, &person) => None,
        None if world.person => {
            let typed = world.ask(&text.which_reader(&person), "--lezer")?;
            Some(find(&typed)?)
        }
        None => {
            return Err(
                Error::usage(text.reader_missing(), text.reader_todo(&person))
                    .with_details(vec![known()]),
            );
        }
    };
    Ok(Readers {
        person: Some(person),
        reader,
    })
}
