//! A record in each file of a folder: the answers files that `weeg` takes, in the order of their names.

use std::io::{BufRead, Read};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use super::super::progress::{Reach, dotted};
use super::super::stream::MOST_NAMED;
use super::{Form, Piece, Run, Source};
use crate::batch::too_long;
use crate::error::{Error, Result};
use crate::text::nl;
use crate::yaml::MAX_BYTES;

/// How a file is opened.
pub type Open = fn(&Path) -> Result<Box<dyn BufRead>>;

/// The files of a folder.
pub struct Folder {
    files: Vec<PathBuf>,
    next: usize,
    read: Arc<AtomicU64>,
    open: Open,
    /// So many things in the folder are no answers files.
    pub passed_over: usize,
}

impl Folder {
    /// The answers files among what stands in a folder.
    pub fn new(entries: Vec<PathBuf>, open: Open) -> Self {
        let shown = entries.into_iter().filter(|path| !is_hidden(path));
        let (mut files, others): (Vec<PathBuf>, Vec<PathBuf>) =
            shown.partition(|path| is_yaml(path));
        files.sort_by(|a, b| a.file_name().cmp(&b.file_name()));
        Self {
            files,
            next: 0,
            read: Arc::default(),
            open,
            passed_over: others.len(),
        }
    }

    /// Whether it holds no answers file at all.
    pub fn is_empty(&self) -> bool {
        self.files.is_empty()
    }

    /// How far they were read, in files.
    pub fn reach(&self) -> Reach {
        Reach {
            read: self.read.clone(),
            whole: Some(self.files.len() as u64),
        }
    }

    fn read(&self, file: &Path, piece: &mut Piece) -> Result<Form> {
        let start = piece.bytes.len();
        let open = (self.open)(file)?;
        let read = open
            .take(MAX_BYTES as u64 + 1)
            .read_to_end(&mut piece.bytes);
        read.map_err(|fault| Error::reading(file, &fault))?;
        let id = file.file_stem().unwrap_or_default();
        let id = id.to_string_lossy().into_owned();
        if piece.bytes.len() - start <= MAX_BYTES {
            return Ok(Form::File(id));
        }
        piece.bytes.truncate(start);
        _ = serde_json::to_writer(&mut piece.bytes, &id);
        Ok(Form::Unread(Box::new(too_long(MAX_BYTES))))
    }
}

impl Source for Folder {
    fn piece(&mut self, spare: Piece) -> Result<Option<Piece>> {
        let mut piece = spare.emptied();
        while let Some(file) = self.files.get(self.next)
            && !piece.is_full()
        {
            let form = self.read(file, &mut piece)?;
            self.next += 1;
            self.read.store(self.next as u64, Ordering::Relaxed);
            piece.end(self.next, form);
        }
        Ok(piece.or_none())
    }

    fn places(&self, runs: &[Run], count: usize) -> String {
        let say = &nl().batch;
        let name = |(number, line): (usize, Option<usize>)| {
            let file = self.files.get(number - 1).and_then(|file| file.file_name());
            let file = file.unwrap_or_default().to_string_lossy();
            match line {
                Some(line) => say.file_line(&file, line),
                None => file.into_owned(),
            }
        };
        let each = runs
            .iter()
            .flat_map(|run| (run.first..=run.last).map(|number| (number, run.line)));
        let names: Vec<String> = each.take(MOST_NAMED).map(name).collect();
        let files = names.join(", ");
        match count - names.len() {
            0 => say.refused_files(files),
            more => say.refused_files_more(files, dotted(more as u64)),
        }
    }
}

fn is_hidden(path: &Path) -> bool {
    let name = path.file_name().unwrap_or_default();
    name.as_encoded_bytes().starts_with(b".")
}

fn is_yaml(path: &Path) -> bool {
    let ending = path.extension().unwrap_or_default();
    let known = ["yaml", "yml"].iter();
    path.is_file()
        && known
            .into_iter()
            .any(|one| ending.eq_ignore_ascii_case(one))
}
