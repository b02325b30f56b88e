//! Where the lines go: standard output, or a file that gets its name only when it is whole.

use std::io::{self, Write};
use std::path::{Path, PathBuf};

use super::Batch;
use super::form::Form;
use super::progress::{Progress, Reach};
use super::stop::Gate;
use super::stream::Sink;
use crate::batch::{Table, Wishes};
use crate::commands::output::is_out;
use crate::error::{Error, Result};
use crate::questionnaire::Questionnaire;
use crate::text::nl;
use crate::world::{Guard, Packed, Packing, World};

/// Where the lines go.
pub struct Output {
    to: To,
    gate: Gate,
    /// What is written before the first line.
    header: Vec<u8>,
}

enum To {
    Out(Box<dyn Write>),
    File(Box<Packed>, PathBuf),
}

/// The columns, where rows of a table are asked for; nothing where lines of JSON are.
pub fn table(asked: &Batch, lists: &[Questionnaire], wishes: Wishes) -> Result<Option<Table>> {
    let say = &nl().batch;
    let delimiter = match form(asked)? {
        Form::Ndjson => return Ok(None),
        Form::Csv => b',',
        Form::Tsv => b'\t',
    };
    let [list] = lists else {
        let (what, todo) = (say.one_list_out(), say.one_list_out_todo());
        return Err(Error::usage(what, todo));
    };
    let taken_over = asked.overnemen.as_deref().unwrap_or_default();
    Ok(Some(Table::of(list, wishes, taken_over, delimiter)))
}

fn form(asked: &Batch) -> Result<Form> {
    let file = &asked.uit;
    let named = asked.naar.or_else(|| Form::by_ending(file));
    match named {
        Some(form) => Ok(form),
        None if is_out(file) || is_device(file) => Ok(Form::Ndjson),
        None => {
            let say = &nl().batch;
            let what = say.which_form(file.display());
            Err(Error::usage(what, say.which_form_todo()))
        }
    }
}

/// What is there and is no ordinary file, such as a pipe.
fn is_device(file: &Path) -> bool {
    file.exists() && !file.is_file()
}

impl Output {
    /// Opens it; a file that is there already stays, unless it may be replaced.
    pub fn open(
        world: &mut World,
        asked: &Batch,
        table: Option<&Table>,
        reach: Reach,
        gate: Gate,
    ) -> Result<Self> {
        let to = if is_out(&asked.uit) {
            let out = std::mem::replace(&mut world.out, Box::new(io::empty()));
            To::Out(out)
        } else {
            let guard = if asked.overschrijf {
                Guard::Replace
            } else {
                Guard::KeepOther
            };
            let whole = world.begin(&asked.uit, guard)?;
            gate.hold(|run| run.temporary = whole.temporary());
            let packed = Packed::new(Packing::of(&asked.uit), whole);
            To::File(Box::new(packed), asked.uit.clone())
        };
        let to_file = matches!(to, To::File(..));
        // On one screen the lines would write over it.
        let seen = world.err_is_terminal && (to_file || !world.out_is_terminal);
        gate.hold(|run| {
            run.to_file = to_file;
            run.progress = seen.then(|| Progress::new(reach));
        });
        Ok(Self {
            to,
            gate,
            header: table.map(Table::header).unwrap_or_default(),
        })
    }

    /// What went wrong in writing.
    pub fn fault(&self, fault: io::Error) -> Error {
        match &self.to {
            To::Out(_) => fault.into(),
            To::File(_, file) => Error::writing(file, &fault),
        }
    }

    /// No line is shown any more that says how far it is.
    pub fn quiet(&self) {
        self.gate.hold(|run| {
            if let Some(progress) = &mut run.progress {
                progress.clear();
            }
            run.progress = None;
        });
    }

    /// All of it was written: a file gets its name, standard output goes back.
    pub fn finish(self, world: &mut World) -> Result<()> {
        self.gate.hold(|run| {
            match self.to {
                To::Out(out) => world.out = out,
                To::File(packed, _) => packed.finish()?,
            }
            run.temporary = None;
            run.done = true;
            Ok(())
        })
    }
}

impl Sink for Output {
    fn put(&mut self, lines: &[u8], records: usize) -> io::Result<()> {
        let header = std::mem::take(&mut self.header);
        let to: &mut dyn Write = match &mut self.to {
            To::Out(out) => out,
            To::File(packed, _) => packed,
        };
        self.gate.hold(|run| {
            to.write_all(&header)?;
            to.write_all(lines)?;
            run.records += records as u64;
            if let Some(progress) = &mut run.progress {
                progress.show(run.records);
            }
            Ok(())
        })
    }

    fn end(&mut self) -> io::Result<()> {
        match &mut self.to {
            To::Out(out) => out.flush(),
            To::File(packed, _) => packed.flush(),
        }
    }
}
