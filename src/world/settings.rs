//! The small settings file: profile, organisation, folder of the cases. Read strictly; an absent file is no fault.

use std::path::{Path, PathBuf};
use std::{fs, io};

use crate::error::{Error, Result};
use crate::problem::draw;
use crate::text::nl;
use crate::yaml;

const MOST_BYTES: u64 = 64 * 1024;

/// What the settings file says.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Settings {
    /// Whose meldcode: `knmg`, or a file of the organisation's own.
    pub profiel: Option<String>,
    /// The organisation's name, for the head of a plan.
    pub organisatie: Option<String>,
    /// The folder of the cases.
    pub map: Option<PathBuf>,
}

/// The file as it is written.
#[derive(serde::Deserialize, serde::Serialize)]
#[serde(deny_unknown_fields)]
struct File {
    #[serde(skip_serializing_if = "Option::is_none")]
    profiel: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    organisatie: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    map: Option<String>,
}

impl Settings {
    /// The settings as a file holds them.
    pub fn to_yaml(&self) -> Result<String> {
        let file = File {
            profiel: self.profiel.clone(),
            organisatie: self.organisatie.clone(),
            map: self.map.as_ref().map(|map| map.display().to_string()),
        };
        crate::yaml::write(&file).map_err(|_| {
            let text = &nl().program;
            Error::attention(text.unexpected("instellingen"), text.unexpected_todo())
        })
    }

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
        Self::parse(&bytes, &file.display().to_string()).map_err(|faults| {
            let text = &nl().program;
            Error::attention(
                text.settings_wrong(file.display()),
                text.settings_wrong_todo(),
            )
            .with_details(faults)
        })
    }

    fn parse(bytes: &[u8], name: &str) -> std::result::Result<Self, Vec<String>> {
        let text = &nl().program;
        let file: Option<File> = yaml::read(bytes, name).map_err(|problem| {
            let source = std::str::from_utf8(bytes).ok();
            vec![draw(&[*problem], |_| source, false)]
        })?;
        let Some(file) = file else {
            return Ok(Self::default());
        };
        let mut faults = Vec::new();
        if file.map.as_deref().is_some_and(|map| map.trim().is_empty()) {
            faults.push(text.settings_bad_folder());
        }
        if !faults.is_empty() {
            return Err(faults);
        }
        Ok(Self {
            profiel: file.profiel.filter(|name| !name.trim().is_empty()),
            organisatie: file.organisatie.filter(|name| !name.trim().is_empty()),
            map: file.map.map(PathBuf::from),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_the_three_and_nothing_else() {
        let read =
            Settings::parse(b"profiel: knmg\norganisatie: De Brug\nmap: /tmp/x\n", "x").unwrap();
        assert_eq!(read.profiel.as_deref(), Some("knmg"));
        assert_eq!(read.organisatie.as_deref(), Some("De Brug"));
        assert_eq!(read.map, Some(PathBuf::from("/tmp/x")));
        for nothing in ["", "\n", "# profiel: knmg\n"] {
            assert_eq!(
                Settings::parse(nothing.as_bytes(), "x"),
                Ok(Settings::default())
            );
        }
        assert!(
            Settings::parse(
                b"map: ''
",
                "x"
            )
            .is_err()
        );
        let faults = Settings::parse(b"profiel: knmg\nkleur: rood\n", "x").unwrap_err();
        assert!(faults[0].contains("x:2:1"), "{faults:?}");
        assert!(Settings::parse(b"profiel: [knmg\n", "x").is_err());
        assert!(Settings::parse(b"\xc3\x28", "x").is_err());
    }
}
