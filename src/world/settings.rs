//! The small settings file: profile, organisation, folder of the cases. Read strictly; an absent file is no fault.

use std::path::{Path, PathBuf};
use std::{fs, io};

use crate::error::{Error, Result};
use crate::text::nl;

const MOST_BYTES: u64 = 64 * 1024;

/// What the settings file says.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Settings {
    /// Whose meldcode: `knmg`, `school` …
    pub profiel: Option<String>,
    /// The organisation's name, for the head of a plan.
    pub organisatie: Option<String>,
    /// The folder of the cases.
    pub map: Option<PathBuf>,
}

/// The file as it is written.
#[derive(serde::Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    profiel: Option<String>,
    organisatie: Option<String>,
    map: Option<String>,
}

impl Settings {
    /// Reads the file; one that is not there says nothing.
    pub fn read(file: &Path) -> Result<Self> {
        let size = match fs::metadata(file) {
            Ok(data) => data.len(),
            Err(fault) if fault.kind() == io::ErrorKind::NotFound => return Ok(Self::default()),
            Err(fault) => return Err(Error::reading(file, &fault)),
        };
        if size > MOST_BYTES {
            let text = &nl().program;
            return Err(Error::attention(
                text.too_big(file.display()),
                text.settings_wrong_todo(),
            ));
        }
        let bytes = fs::read(file).map_err(|fault| Error::reading(file, &fault))?;
        Self::parse(&bytes).map_err(|faults| {
            let text = &nl().program;
            Error::attention(
                text.settings_wrong(file.display()),
                text.settings_wrong_todo(),
            )
            .with_details(faults)
        })
    }

    fn parse(bytes: &[u8]) -> std::result::Result<Self, Vec<String>> {
        let text = &nl().program;
        let yaml = std::str::from_utf8(bytes).map_err(|_| Vec::new())?;
        if yaml.trim().is_empty() {
            return Ok(Self::default());
        }
        let file: File = crate::yaml::read(yaml.as_bytes(), "")
            .map_err(|fault| vec![text.settings_line(fault.place.line)])?;
        let mut faults = Vec::new();
        if file
            .profiel
            .as_deref()
            .is_some_and(|name| !is_profile(name))
        {
            faults.push(text.settings_bad_profile());
        }
        if file.map.as_deref().is_some_and(|map| map.trim().is_empty()) {
            faults.push(text.settings_bad_folder());
        }
        if !faults.is_empty() {
            return Err(faults);
        }
        Ok(Self {
            profiel: file.profiel,
            organisatie: file.organisatie.filter(|name| !name.trim().is_empty()),
            map: file.map.map(PathBuf::from),
        })
    }
}

/// Whether this can be the name of a profile.
pub fn is_profile(name: &str) -> bool {
    !name.is_empty()
        && name
            .chars()
            .all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || matches!(c, '-' | '_'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_the_three_and_nothing_else() {
        let read = Settings::parse(b"profiel: knmg\norganisatie: De Brug\nmap: /tmp/x\n").unwrap();
        assert_eq!(read.profiel.as_deref(), Some("knmg"));
        assert_eq!(read.organisatie.as_deref(), Some("De Brug"));
        assert_eq!(read.map, Some(PathBuf::from("/tmp/x")));
        assert_eq!(Settings::parse(b"").unwrap(), Settings::default());
        assert!(Settings::parse(b"profiel: Dr. No\n").is_err());
        let faults = Settings::parse(b"profiel: knmg\nkleur: rood\n").unwrap_err();
        assert!(faults[0].contains('2'), "{faults:?}");
        assert!(Settings::parse(b"profiel: [knmg\n").is_err());
        assert!(Settings::parse(b"\xff\xfe").is_err());
    }
}
