//! Opens the input in the form that it has.

use std::io::{self, BufRead, Read};
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use super::Batch;
use super::form::Form;
use super::progress::Reach;
use super::source::{Feed, Folder, Lines, Rows, Source};
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
            if asked.overnemen.is_some() {
                return Err(Error::usage(say.no_echo(), say.no_echo_todo()));
            }
            let folder = Folder::new(entries, World::open_file);
            let reach = folder.reach();
            if folder.is_empty() {
                let what = say.no_files(file.display());
                return Err(Error::usage(what, say.no_files_todo()));
            }
            match folder.passed_over {
                0 => {}
                1 => world.say(&say.passed_over_one())?,
                more => world.say(&say.passed_over(more))?,
            }
            return Ok(Self {
                source: Box::new(folder),
                columns: None,
                reach,
            });
        }
        let form = asked.van.or_else(|| Form::by_ending(file));
        if form.is_none() && World::size(file).is_some() && Form::has_ending(file) {
            let what = say.which_input(file.display());
            return Err(Error::usage(what, say.which_input_todo()));
        }
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
        let taken_over = asked.overnemen.as_deref();
        if taken_over.is_some_and(<[String]>::is_empty) {
            return Err(Error::usage(say.which_columns(), say.which_columns_todo()));
        }
        let [list] = lists else {
            return Err(Error::usage(say.one_list(), say.one_list_todo()));
        };
        let (input, reach) = reader(world, file)?;
        let taken_over = taken_over.unwrap_or_default();
        let rows = Rows::open(input, file, delimiter, list, taken_over, world.colour)?;
        let columns = rows.as_ref().map(Rows::columns);
        let source: Box<dyn Source> = match rows {
            Some(rows) => Box::new(rows),
            None => Box::new(Lines::new(Feed::empty(), file.clone())),
        };
        Ok(Self {
            source,
            columns,
            reach,
        })
    }
}

/// The input, unpacked where its name says that it is packed, and how far it was read.
fn reader(world: &mut World, file: &Path) -> Result<(Feed, Reach)> {
    let reach = Reach {
        read: Arc::default(),
        whole: World::size(file),
    };
    let counted = Counted {
        input: world.reader(file)?,
        read: reach.read.clone(),
    };
    let feed = match Packing::of(file) {
        Some(packing) => Feed::file(packing.unpack(Box::new(counted))),
        None if reach.whole.is_some() => Feed::file(Box::new(counted)),
        None => Feed::pipe(Box::new(counted)),
    };
    Ok((feed, reach))
}

/// Counts what is read.
struct Counted {
    input: Box<dyn BufRead + Send>,
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
