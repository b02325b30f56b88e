//! Reading with a limit, and writing whole files: by a temporary file in the same folder and a rename.

use std::fs::{self, File};
use std::io::{self, BufRead, Read, Write};
use std::path::{Path, PathBuf};
use std::time::SystemTime;

use crate::error::{Error, Result};
use crate::text::nl;

/// What may happen to a file that is already there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Guard {
    /// It stays; writing the same bytes again is no fault.
    KeepOther,
    /// It is replaced.
    Replace,
}

/// Reads at most `most` bytes; `-` is standard input.
pub fn read(input: &mut dyn BufRead, file: &Path, most: usize) -> Result<Vec<u8>> {
    let fault = |fault: &io::Error| Error::reading(file, fault);
    let mut bytes = Vec::new();
    let limit = most as u64 + 1;
    if file == Path::new("-") {
        input
            .take(limit)
            .read_to_end(&mut bytes)
            .map_err(|e| fault(&e))?;
    } else {
        let mut open = File::open(file).map_err(|e| fault(&e))?;
        (&mut open)
            .take(limit)
            .read_to_end(&mut bytes)
            .map_err(|e| fault(&e))?;
    }
    if bytes.len() > most {
        let text = &nl().program;
        return Err(Error::attention(
            text.too_big(file.display()),
            text.too_big_todo(),
        ));
    }
    Ok(bytes)
}

/// A file that is read bit by bit.
pub fn reader(file: &Path) -> Result<Box<dyn BufRead + Send>> {
    let fault = |fault: io::Error| Error::reading(file, &fault);
    let open = File::open(file).map_err(fault)?;
    // A folder opens on some systems, and only refuses to be read.
    if open.metadata().is_ok_and(|data| data.is_dir()) {
        return Err(fault(io::ErrorKind::IsADirectory.into()));
    }
    Ok(Box::new(io::BufReader::new(open)))
}

/// What stands in a folder, in the order of the names; nothing when it is no folder.
pub fn entries(folder: &Path) -> Result<Option<Vec<PathBuf>>> {
    if !folder.is_dir() {
        return Ok(None);
    }
    let fault = |fault: &io::Error| Error::reading(folder, fault);
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).map_err(|e| fault(&e))? {
        found.push(entry.map_err(|e| fault(&e))?.path());
    }
    found.sort();
    Ok(Some(found))
}

/// Makes the folder that this file will stand in.
pub fn make_folder_of(file: &Path) -> Result<()> {
    match file.parent() {
        Some(folder) if !folder.as_os_str().is_empty() => fs::create_dir_all(folder)
            .map_err(|fault| Error::machine(nl().program.cannot_make(folder.display()), &fault)),
        _ => Ok(()),
    }
}

/// The same, for its owner only; one that is there stays as it is.
pub fn make_own_folder_of(file: &Path) -> Result<()> {
    let Some(folder) = file.parent().filter(|one| !one.as_os_str().is_empty()) else {
        return Ok(());
    };
    let mut builder = fs::DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    {
        use std::os::unix::fs::DirBuilderExt;
        builder.mode(0o700);
    }
    builder
        .create(folder)
        .map_err(|fault| Error::machine(nl().program.cannot_make(folder.display()), &fault))
}

/// A file that is written bit by bit and gets its name only when it is whole; dropped before that, it is gone. What is no
/// ordinary file (a pipe, a device) is written to as it is.
pub struct Whole {
    form: Form,
    file: PathBuf,
    guard: Guard,
}

enum Form {
    Temporary(tempfile::NamedTempFile),
    Device(File),
}

/// Begins such a file. One that is there already is refused at once, not after all the work.
pub fn begin(file: &Path, guard: Guard) -> Result<Whole> {
    let fault = |fault: &io::Error| Error::writing(file, fault);
    let form = match fs::metadata(file) {
        Ok(data) if data.is_dir() => return Err(fault(&io::ErrorKind::IsADirectory.into())),
        Ok(data) if !data.is_file() => {
            let open = fs::OpenOptions::new().write(true).open(file);
            Form::Device(open.map_err(|e| fault(&e))?)
        }
        Ok(_) if guard == Guard::KeepOther => return Err(is_there(file)),
        _ => {
            let made = tempfile::NamedTempFile::new_in(folder_of(file));
            Form::Temporary(made.map_err(|e| fault(&e))?)
        }
    };
    Ok(Whole {
        form,
        file: file.to_owned(),
        guard,
    })
}

impl Whole {
    /// Where it stands until it has its name; nothing where that is its own place.
    pub fn temporary(&self) -> Option<PathBuf> {
        match &self.form {
            Form::Temporary(temporary) => Some(temporary.path().to_owned()),
            Form::Device(_) => None,
        }
    }

    /// Gives it its name.
    pub fn finish(self) -> Result<()> {
        let fault = |fault: &io::Error| Error::writing(&self.file, fault);
        let temporary = match self.form {
            Form::Device(_) => return Ok(()),
            Form::Temporary(temporary) => temporary,
        };
        temporary.as_file().sync_all().map_err(|e| fault(&e))?;
        let named = match self.guard {
            Guard::Replace => temporary.persist(&self.file),
            Guard::KeepOther => temporary.persist_noclobber(&self.file),
        };
        match named {
            Ok(_) => Ok(()),
            Err(kept) if kept.error.kind() == io::ErrorKind::AlreadyExists => {
                Err(is_there(&self.file))
            }
            Err(kept) => Err(fault(&kept.error)),
        }
    }
}

impl Write for Whole {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        match &mut self.form {
            Form::Temporary(temporary) => temporary.write(bytes),
            Form::Device(open) => open.write(bytes),
        }
    }

    fn flush(&mut self) -> io::Result<()> {
        match &mut self.form {
            Form::Temporary(temporary) => temporary.flush(),
            Form::Device(open) => open.flush(),
        }
    }
}

/// Takes away what will not become a whole file.
pub fn forget(temporary: &Path) {
    // It stands in nobody's way: that it cannot be removed is no fault to speak of.
    _ = fs::remove_file(temporary);
}

/// Takes away a file that somebody wants gone.
pub fn remove(file: &Path) -> Result<()> {
    fs::remove_file(file).map_err(|fault| Error::writing(file, &fault))
}

/// How many bytes an ordinary file holds.
pub fn size(file: &Path) -> Option<u64> {
    let data = fs::metadata(file).ok()?;
    data.is_file().then_some(data.len())
}

/// When a file was last written, as far as the disk tells.
pub fn written_at(file: &Path) -> Option<SystemTime> {
    fs::metadata(file).ok()?.modified().ok()
}

fn is_there(file: &Path) -> Error {
    let text = &nl().program;
    Error::attention(text.is_there(file.display()), text.is_there_todo())
}

fn folder_of(file: &Path) -> PathBuf {
    match file.parent() {
        Some(parent) if !parent.as_os_str().is_empty() => parent.to_owned(),
        _ => PathBuf::from("."),
    }
}

/// Refuses where something stands already: for who would otherwise hear it only after all the work.
pub fn must_be_free(file: &Path) -> Result<()> {
    if file.exists() {
        Err(is_there(file))
    } else {
        Ok(())
    }
}

/// A file with all its bytes on disk but without its name: nobody finds it until it appears; dropped before that, it is gone.
pub struct Ready {
    temporary: tempfile::NamedTempFile,
    file: PathBuf,
    guard: Guard,
}

/// Puts the bytes on disk. What can be known to stand in the way of the name is told now.
pub fn ready(file: &Path, bytes: &[u8], guard: Guard) -> Result<Ready> {
    let fault = |fault: &io::Error| Error::writing(file, fault);
    if file.is_dir() {
        return Err(fault(&io::ErrorKind::IsADirectory.into()));
    }
    if guard == Guard::KeepOther && file.exists() {
        must_be_same(file, bytes)?;
    }
    let mut temporary = tempfile::NamedTempFile::new_in(folder_of(file)).map_err(|e| fault(&e))?;
    temporary
        .write_all(bytes)
        .and_then(|()| temporary.as_file().sync_all())
        .map_err(|e| fault(&e))?;
    Ok(Ready {
        temporary,
        file: file.to_owned(),
        guard,
    })
}

impl Ready {
    /// Gives it its name.
    pub fn appear(self) -> Result<()> {
        let Self {
            temporary,
            file,
            guard,
        } = self;
        let fault = |fault: &io::Error| Error::writing(&file, fault);
        let named = match guard {
            Guard::Replace => temporary.persist(&file),
            Guard::KeepOther => temporary.persist_noclobber(&file),
        };
        match named {
            Ok(_) => Ok(()),
            Err(kept) if kept.error.kind() == io::ErrorKind::AlreadyExists => {
                let bytes = fs::read(kept.file.path()).map_err(|e| fault(&e))?;
                must_be_same(&file, &bytes)
            }
            Err(kept) => Err(fault(&kept.error)),
        }
    }
}

/// That the same stands there already is no fault.
fn must_be_same(file: &Path, bytes: &[u8]) -> Result<()> {
    let there = fs::read(file).map_err(|fault| Error::writing(file, &fault))?;
    if there == bytes {
        return Ok(());
    }
    let text = &nl().program;
    Err(Error::attention(
        text.exists(file.display()),
        text.exists_todo(),
    ))
}

/// Writes a whole file or nothing.
pub fn write(file: &Path, bytes: &[u8], guard: Guard) -> Result<()> {
    ready(file, bytes, guard)?.appear()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_existing_file_of_another_content_is_kept() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("plan.md");
        write(&file, b"een", Guard::KeepOther).unwrap();
        write(&file, b"een", Guard::KeepOther).unwrap();
        assert!(write(&file, b"twee", Guard::KeepOther).is_err());
        assert_eq!(fs::read(&file).unwrap(), b"een");
        write(&file, b"twee", Guard::Replace).unwrap();
        assert_eq!(fs::read(&file).unwrap(), b"twee");
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1);
    }

    #[test]
    fn what_is_ready_has_no_name_yet_and_leaves_nothing_behind() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("plan.md");
        let made = ready(&file, b"een", Guard::KeepOther).unwrap();
        assert!(!file.exists());
        drop(made);
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 0);
        ready(&file, b"een", Guard::KeepOther)
            .unwrap()
            .appear()
            .unwrap();
        assert!(ready(&file, b"twee", Guard::KeepOther).is_err());
        assert!(ready(folder.path(), b"twee", Guard::Replace).is_err());
    }

    #[test]
    fn a_file_over_the_limit_is_refused() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("groot");
        fs::write(&file, [b'x'; 11]).unwrap();
        assert!(read(&mut io::empty(), &file, 10).is_err());
        assert_eq!(read(&mut io::empty(), &file, 11).unwrap().len(), 11);
    }
}
