//! From an older format to this one: the old file is copied first, and only then replaced.

use std::fs;
use std::path::Path;

use super::line::FORMAT;
use super::{CaseId, Doing, Fault, disk};

/// Rewrites the lines of one format as those of the next; `None` where they are not what they should be.
type Step = fn(&str) -> Option<String>;

/// The steps, from format 1 to 2, from 2 to 3 …
const STEPS: &[Step] = &[];

/// Upgrades the file of a case; the old one stays beside it.
pub(super) fn upgrade(
    folder: &Path,
    file: &Path,
    id: &CaseId,
    from: u32,
    bytes: &[u8],
) -> Result<(), Fault> {
    with(STEPS, FORMAT, folder, file, id, from, bytes)
}

fn with(
    steps: &[Step],
    to: u32,
    folder: &Path,
    file: &Path,
    id: &CaseId,
    from: u32,
    bytes: &[u8],
) -> Result<(), Fault> {
    let corrupt = || Fault::Corrupt {
        id: id.clone(),
        line: 1,
    };
    let first = from.checked_sub(1).ok_or_else(corrupt)? as usize;
    let last = to.saturating_sub(1) as usize;
    let steps = steps.get(first..last).ok_or_else(corrupt)?;
    let old = std::str::from_utf8(bytes).map_err(|_| corrupt())?;
    let new = steps
        .iter()
        .try_fold(old.to_owned(), |text, step| step(&text))
        .ok_or_else(corrupt)?;
    let copy = folder.join(format!("{id}.formaat-{from}"));
    let write = |path: &Path| Fault::io(Doing::Write, path);
    match disk::write_new(folder, &copy, bytes) {
        Ok(()) => {}
        // Left by an attempt that did not get further: good when it is the same.
        Err(fault) if fault.kind() == std::io::ErrorKind::AlreadyExists => {
            if fs::read(&copy).map_err(Fault::io(Doing::Read, &copy))? != bytes {
                return Err(write(&copy)(fault));
            }
        }
        Err(fault) => return Err(write(&copy)(fault)),
    }
    disk::replace(folder, file, new.as_bytes()).map_err(write(file))
}

#[cfg(test)]
mod tests {
    use super::*;

    const NEXT: &[Step] = &[|text| Some(text.replace("\"formaat\":1", "\"formaat\":2"))];

    #[test]
    fn the_old_file_stays_beside_the_new_one() {
        let folder = tempfile::tempdir().unwrap();
        let id = CaseId::parse("c-2026-001").unwrap();
        let file = folder.path().join("c-2026-001.casus");
        let old = b"{\"formaat\":1}\n";
        fs::write(&file, old).unwrap();
        with(NEXT, 2, folder.path(), &file, &id, 1, old).unwrap();
        assert_eq!(fs::read(&file).unwrap(), b"{\"formaat\":2}\n");
        let copy = folder.path().join("c-2026-001.formaat-1");
        assert_eq!(fs::read(copy).unwrap(), old);
        assert!(with(NEXT, 2, folder.path(), &file, &id, 0, old).is_err());
    }
}
