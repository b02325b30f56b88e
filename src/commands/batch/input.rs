//! Opens the input in the form that it has.

use std::io;
use std::path::Path;
use std::sync::Arc;

use super::Batch;
use super::form::Form;
use super::source::{Folder, Lines, Rows, Source};
use crate::batch::Columns;
use crate::error::{Error, Result};
use crate::questionnaire::Questionnaire;
use crate::text::nl;
use crate::world::World;

/// Where the records come from.
pub struct Input {
    /// The records.
    pub source: Box<dyn Source>,
    /// What the columns hold, where they come from columns.
    pub columns: Option<Arc<Columns>>,
}

impl Input {
    /// Opens a file, a folder or standard input. What is wrong with a header is said before anything is assessed.
    pub fn open(world: &mut World, asked: &Batch, lists: &[Questionnaire]) -> Result<Self> {
        let say = &nl().batch;
        let file = &asked.input;
        let in_lines = |source: Lines| Self {
            source: Box::new(source),
            columns: None,
        };
        if file != Path::new("-")
            && let Some(entries) = world.entries(file)?
        {
            if asked.van.is_some() {
                let what = say.form_of_folder(file.display());
                return Err(Error::usage(what, say.form_of_folder_todo()));
            }
            no_echo(asked)?;
            let folder = Folder::new(entries, World::open_file);
            if folder.passed_over > 0 {
                world.say(&say.passed_over(folder.passed_over))?;
            }
            return Ok(Self {
                source: Box::new(folder),
                columns: None,
            });
        }
        let form = asked.van.or_else(|| Form::by_ending(file));
        let delimiter = match form {
            None | Some(Form::Ndjson) => {
                return Ok(in_lines(Lines::new(world.reader(file)?, file.clone())));
            }
            Some(Form::Csv) => None,
            Some(Form::Tsv) => Some(b'\t'),
        };
        no_echo(asked)?;
        let [list] = lists else {
            return Err(Error::usage(say.one_list(), say.one_list_todo()));
        };
        let input = world.reader(file)?;
        let Some(rows) = Rows::open(input, file, delimiter, list, world.colour)? else {
            let nothing = Box::new(io::empty());
            return Ok(in_lines(Lines::new(nothing, file.clone())));
        };
        Ok(Self {
            columns: Some(rows.columns()),
            source: Box::new(rows),
        })
    }
}

/// Only an object on a line has members besides its answers.
fn no_echo(asked: &Batch) -> Result<()> {
    let say = &nl().batch;
    if asked.overnemen {
        return Err(Error::usage(say.no_echo(), say.no_echo_todo()));
    }
    Ok(())
}
