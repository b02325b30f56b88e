//! Files and folders that only their owner can read. On Windows they take the rights of the user's own profile folder.

use std::fs::{self, File, OpenOptions};
use std::io::{self, Write};
use std::path::Path;

/// Makes a folder and those above it, for the owner only; one that is there stays as it is.
pub(super) fn make_folder(folder: &Path) -> io::Result<()> {
    let mut builder = fs::DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    {
        use std::os::unix::fs::DirBuilderExt;
        builder.mode(0o700);
    }
    builder.create(folder)
}

/// Opens a file for reading and writing, makes it when asked, and keeps it to its owner.
pub(super) fn open(file: &Path, create: bool) -> io::Result<File> {
    let mut options = OpenOptions::new();
    options.read(true).write(true).create(create);
    #[cfg(unix)]
    {
        use std::os::unix::fs::OpenOptionsExt;
        options.mode(0o600);
    }
    let open = options.open(file)?;
    owner_only(&open)?;
    Ok(open)
}

/// Takes away from others what rights they have to a file of ours.
#[cfg(unix)]
fn owner_only(file: &File) -> io::Result<()> {
    use std::os::unix::fs::PermissionsExt;
    let now = file.metadata()?.permissions();
    if now.mode() & 0o077 != 0 {
        file.set_permissions(fs::Permissions::from_mode(0o600))?;
    }
    Ok(())
}

#[cfg(not(unix))]
fn owner_only(_: &File) -> io::Result<()> {
    Ok(())
}

/// Writes a new file for the owner only, whole or not at all. An existing one is an `AlreadyExists`.
pub(super) fn write_new(folder: &Path, file: &Path, bytes: &[u8]) -> io::Result<()> {
    temporary(folder, file, bytes)?
        .persist_noclobber(file)
        .map_err(|kept| kept.error)?;
    settle(folder)
}

/// Writes a file anew, whole or not at all.
pub(super) fn replace(folder: &Path, file: &Path, bytes: &[u8]) -> io::Result<()> {
    temporary(folder, file, bytes)?
        .persist(file)
        .map_err(|kept| kept.error)?;
    settle(folder)
}

/// Adds to a file and waits until it is on disk.
pub(super) fn append(file: &Path, bytes: &[u8]) -> io::Result<()> {
    use std::io::Seek;
    let mut open = open(file, true)?;
    open.seek(io::SeekFrom::End(0))?;
    open.write_all(bytes)?;
    open.sync_all()
}

/// Writes over what stands in a file, waits until that is on disk, and takes the file away. What the disk itself, a copy or a
/// backup still holds is beyond this.
pub(super) fn destroy(file: &Path) -> io::Result<()> {
    // Never what a link leads to.
    if fs::symlink_metadata(file)?.is_file() {
        blot(&open(file, false)?)?;
    }
    fs::remove_file(file)
}

/// Writes noughts over all that stands in an open file.
pub(super) fn blot(file: &File) -> io::Result<()> {
    use std::io::Seek;
    let mut file = file;
    let mut left = file.metadata()?.len();
    file.seek(io::SeekFrom::Start(0))?;
    let noughts = [0; 4096];
    while left > 0 {
        let part = left.min(noughts.len() as u64) as usize;
        file.write_all(&noughts[..part])?;
        left -= part as u64;
    }
    file.sync_all()
}

/// How the name of a half-written file starts.
pub(super) const HALF_WRITTEN: &str = ".nieuw-";

/// What a half-written file is called: with the name of the file it was to become, so that it can be taken away with it.
pub(super) fn half_written(file: &str) -> String {
    format!("{HALF_WRITTEN}{file}-")
}

fn temporary(folder: &Path, file: &Path, bytes: &[u8]) -> io::Result<tempfile::NamedTempFile> {
    let name = file.file_stem().unwrap_or_default().to_string_lossy();
    let mut temporary = tempfile::Builder::new()
        .prefix(&half_written(&name))
        .tempfile_in(folder)?;
    temporary.write_all(bytes)?;
    temporary.as_file().sync_all()?;
    Ok(temporary)
}

/// Waits until the folder itself remembers a new name.
#[cfg(unix)]
fn settle(folder: &Path) -> io::Result<()> {
    File::open(folder)?.sync_all()
}

#[cfg(not(unix))]
fn settle(_: &Path) -> io::Result<()> {
    Ok(())
}
