//! Opens the input in the form that it has.

use std::io::{self, BufRead, Read};
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use super::Batch;
use super::form::Form;
use super::progress::Reach;
use super::source::{Folder, Lines, Rows, Source};
use crate::batch::Columns;
use crate::error::{Error, Result};
use crate::questionnaire::Questionnaire;
use crate::text::nl;
use crate::world::{Packing, World};

/// Where the records come from.
pub struct Input {
    /// The records.
    pub source: Box<dyn Source>,
    /// What the columns hold, where they come from columns.
    pub columns: Option<Arc<Columns>>,
    /// How far they were read.
    pub reach: Reach,
}

impl Input {
    /// Opens a file, a folder or standard input. What is wrong with a header is said before anything is assessed.
    pub fn open(world: &mut World, asked: &Batch, lists: &[Questionnaire]) -> Result<Self> {
        let say = &nl().batch;
        let file = &asked.input;
        if file != Path::new("-")
            && let Some(entries) = world.entries(file)?
        {
            if asked.van.is_some() {
                let what = say.form_of_folder(file.display());
                return Err(Error::usage(what, say.form_of_folder_todo()));
            }
            no_echo(asked)?;
            let folder = Folder::new(entries, World::open_file);
            let reach = folder.reach();
            if folder.passed_over > 0 {
                world.say(&say.passed_over(folder.passed_over))?;
            }
            return Ok(Self {
                source: Box::new(folder),
                columns: None,
                reach,
            });
        }
        let form = asked.van.or_else(|| Form::by_ending(file));
        let delimiter = match form {
            None | Some(Form::Ndjson) => {
                let (input, reach) = reader(world, file)?;
                return Ok(Self {
                    source: Box::new(Lines::new(input, file.clone())),
                    columns: None,
                    reach,
                });
            }
            Some(Form::Csv) => None,
            Some(Form::Tsv) => Some(b'\t'),
        };
        no_echo(asked)?;
        let [list] = lists else {
            return Err(Error::usage(say.one_list(), say.one_list_todo()));
        };
        let (input, reach) = reader(world, file)?;
        let rows = Rows::open(input, file, delimiter, list, world.colour)?;
        let columns = rows.as_ref().map(Rows::columns);
        let source: Box<dyn Source> = match rows {
            Some(rows) => Box::new(rows),
            None => Box::new(Lines::new(Box::new(io::empty()), file.clone())),
        };
        Ok(Self {
            source,
            columns,
            reach,
        })
    }
}

/// The input, unpacked where its name says that it is packed, and how far it was read.
fn reader(world: &mut World, file: &Path) -> Result<(Box<dyn BufRead>, Reach)> {
    let reach = Reach {
        read: Arc::default(),
        whole: World::size(file),
    };
    let counted = Counted {
        input: world.reader(file)?,
        read: reach.read.clone(),
    };
    Ok(match Packing::of(file) {
        Some(packing) => (packing.unpack(Box::new(counted)), reach),
        None => (Box::new(counted), reach),
    })
}

/// Counts what is read.
struct Counted {
    input: Box<dyn BufRead>,
    read: Arc<AtomicU64>,
}

impl Read for Counted {
    fn read(&mut self, out: &mut [u8]) -> io::Result<usize> {
        let read = self.input.read(out)?;
        self.read.fetch_add(read as u64, Ordering::Relaxed);
        Ok(read)
    }
}

impl BufRead for Counted {
    fn fill_buf(&mut self) -> io::Result<&[u8]> {
        self.input.fill_buf()
    }

    fn consume(&mut self, used: usize) {
        self.read.fetch_add(used as u64, Ordering::Relaxed);
        self.input.consume(used);
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
