//! The small settings file: profile, organisation, folder of the cases, where partners are printed, folder of own papers.
//! Read strictly; an absent file is no fault.

use std::path::{Path, PathBuf};
use std::{fs, io};

use directories::BaseDirs;

use crate::error::{Error, Result};
use crate::keys::recipients;
use crate::problem::{Code, Problem, did_you_mean, draw};
use crate::text::nl;
use crate::yaml::{self, Node, Tree};

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
    /// Where the organisation's own partners are printed: one of `PARTNERS`.
    pub partners: Option<String>,
    /// The folder of the organisation's own papers.
    pub papieren: Option<PathBuf>,
    /// The folder of the user's identity.
    pub sleutels: Option<PathBuf>,
    /// Who else can open new cases: public keys, with spaces between them.
    pub herstel: Option<String>,
    /// After so many minutes without a key the keys are forgotten.
    pub vergrendelen: Option<u64>,
}

/// Where partners may be printed: nowhere, in the organisation's code, on a plan, or in both.
pub const PARTNERS: [&str; 4] = ["nergens", "protocol", "plan", "overal"];

/// The file as it is written.
#[derive(serde::Serialize)]
struct File {
    #[serde(skip_serializing_if = "Option::is_none")]
    profiel: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    organisatie: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    map: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    partners: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    papieren: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    sleutels: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    herstel: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    vergrendelen: Option<u64>,
}

/// The keys.
pub const KEYS: [&str; 8] = [
    "profiel",
    "organisatie",
    "map",
    "partners",
    "papieren",
    "sleutels",
    "herstel",
    "vergrendelen",
];

/// So many minutes at least and at most before the keys are forgotten.
pub const MINUTES: std::ops::RangeInclusive<u64> = 1..=60;

impl Settings {
    /// Whether partners are printed in this.
    pub fn shows_partners(&self, place: &str) -> bool {
        let said = self.partners.as_deref();
        said == Some(place) || said == Some("overal")
    }

    /// The settings as a file holds them.
    pub fn to_yaml(&self) -> Result<String> {
        let file = File {
            profiel: self.profiel.clone(),
            organisatie: self.organisatie.clone(),
            map: self.map.as_ref().map(|map| map.display().to_string()),
            partners: self.partners.clone(),
            papieren: self.papieren.as_ref().map(|map| map.display().to_string()),
            sleutels: self.sleutels.as_ref().map(|map| map.display().to_string()),
            herstel: self.herstel.clone(),
            vergrendelen: self.vergrendelen,
        };
        yaml::write(&file).map_err(|_| {
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
        let read = Self::parse(&bytes, &file.display().to_string()).map_err(|faults| {
            let text = &nl().program;
            Error::attention(
                text.settings_wrong(file.display()),
                text.settings_wrong_todo(),
            )
            .with_details(faults)
        })?;
        Ok(read.rooted(file))
    }

    fn parse(bytes: &[u8], name: &str) -> std::result::Result<Self, Vec<String>> {
        if yaml::is_blank(bytes) {
            return Ok(Self::default());
        }
        let mut problems = Vec::new();
        let mut settings = Self::default();
        match yaml::read_tree(bytes, name) {
            Ok(tree) => settings.take(&tree, &mut problems),
            Err(problem) => problems.push(*problem),
        }
        if problems.is_empty() {
            return Ok(settings);
        }
        let source = std::str::from_utf8(bytes).ok();
        Err(vec![draw(&problems, |_| source, false)])
    }

    fn take(&mut self, tree: &Node, problems: &mut Vec<Problem>) {
        let text = &nl().program;
        let mut fault = |at: &Node, code, says: String, tip: String| {
            problems.push(Problem::new(code, at.place.clone(), says, tip));
        };
        let known = || did_you_mean("", KEYS);
        let Some(entries) = tree.map() else {
            return fault(tree, Code::WrongType, text.settings_not_a_map(), known());
        };
        for (at, (key, value)) in entries.iter().enumerate() {
            let name = key.text().unwrap_or_default();
            if !KEYS.contains(&name) {
                let tip = did_you_mean(name, KEYS);
                fault(key, Code::UnknownKey, text.settings_unknown(name), tip);
                continue;
            }
            if entries[..at]
                .iter()
                .any(|(other, _)| other.text() == Some(name))
            {
                let tip = text.settings_repeated_todo();
                fault(key, Code::RepeatedKey, text.settings_repeated(name), tip);
                continue;
            }
            let words = match &value.value {
                _ if value.is_empty() => continue,
                Tree::Scalar { text, .. } => text.trim().to_owned(),
                _ => {
                    let (says, tip) = (
                        text.settings_not_words(name),
                        text.settings_not_words_todo(),
                    );
                    fault(value, Code::WrongType, says, tip);
                    continue;
                }
            };
            match name {
                "map" | "papieren" | "sleutels" if words.is_empty() => {
                    let tip = text.settings_bad_folder_todo();
                    fault(value, Code::BadValue, text.settings_bad_folder(), tip);
                }
                "map" => self.map = Some(PathBuf::from(words)),
                "papieren" => self.papieren = Some(PathBuf::from(words)),
                "sleutels" => self.sleutels = Some(PathBuf::from(words)),
                "herstel" if recipients(&words).is_none_or(|all| all.is_empty()) => {
                    let tip = text.settings_bad_key_todo();
                    fault(value, Code::BadValue, text.settings_bad_key(), tip);
                }
                "herstel" => self.herstel = Some(words),
                "vergrendelen" => match words.parse() {
                    Ok(minutes) if MINUTES.contains(&minutes) => self.vergrendelen = Some(minutes),
                    _ => {
                        let tip = text.settings_bad_minutes_todo(MINUTES.start(), MINUTES.end());
                        fault(value, Code::BadValue, text.settings_bad_minutes(), tip);
                    }
                },
                _ if words.is_empty() => {}
                "profiel" => self.profiel = Some(words),
                "partners" if PARTNERS.contains(&words.as_str()) => self.partners = Some(words),
                "partners" => {
                    let tip = did_you_mean(&words, PARTNERS);
                    fault(value, Code::BadValue, text.settings_bad_partners(), tip);
                }
                _ => self.organisatie = Some(words),
            }
        }
    }

    /// Paths in the file do not depend on the folder somebody happens to be in: `~` is the home folder, the rest starts
    /// at the folder of the file.
    fn rooted(mut self, file: &Path) -> Self {
        self.map = self.map.map(|map| root(&map, file));
        self.papieren = self.papieren.map(|map| root(&map, file));
        self.sleutels = self.sleutels.map(|map| root(&map, file));
        self.profiel = self.profiel.map(|name| {
            let end = name.to_lowercase();
            if end.ends_with(".yaml") || end.ends_with(".yml") {
                root(Path::new(&name), file).display().to_string()
            } else {
                name
            }
        });
        self
    }
}

fn root(path: &Path, file: &Path) -> PathBuf {
    if let Ok(rest) = path.strip_prefix("~")
        && let Some(home) = BaseDirs::new()
    {
        return home.home_dir().join(rest);
    }
    let folder = file.parent().unwrap_or_else(|| Path::new(""));
    let whole = folder.join(path);
    std::path::absolute(&whole).unwrap_or(whole)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_its_keys_and_nothing_else() {
        let file = b"profiel: knmg\norganisatie: De Brug\nmap: /tmp/x\npapieren: /tmp/p\n";
        let read = Settings::parse(file, "x").unwrap();
        assert_eq!(read.papieren, Some(PathBuf::from("/tmp/p")));
        assert_eq!(read.profiel.as_deref(), Some("knmg"));
        assert_eq!(read.organisatie.as_deref(), Some("De Brug"));
        assert_eq!(read.map, Some(PathBuf::from("/tmp/x")));
        let read = Settings::parse(b"partners: plan\n", "x").unwrap();
        assert!(read.shows_partners("plan") && !read.shows_partners("protocol"));
        assert!(Settings::parse(b"partners: misschien\n", "x").is_err());
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
        assert!(faults[0].contains("`kleur`"), "{faults:?}");
        let faults = Settings::parse(b"profeil: knmg\nmap: a\nmap: b\n", "x").unwrap_err();
        assert!(faults[0].contains("Bedoelde u `profiel`?"), "{faults:?}");
        assert!(faults[0].contains("x:3:1"), "{faults:?}");
        assert!(Settings::parse(b"- knmg\n", "x").is_err());
        assert!(Settings::parse(b"profiel: [knmg\n", "x").is_err());
        assert!(Settings::parse(b"\xc3\x28", "x").is_err());
    }

    #[test]
    fn paths_start_at_the_file_or_at_home() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("instellingen.yaml");
        let read = |text: &str| {
            fs::write(&file, text).unwrap();
            Settings::read(&file).unwrap()
        };
        let here = read("map: zaken\nprofiel: eigen.yaml\n");
        assert_eq!(here.map, Some(folder.path().join("zaken")));
        let profile = folder.path().join("eigen.yaml").display().to_string();
        assert_eq!(here.profiel, Some(profile));
        let home = read("map: ~/zaken\nprofiel: knmg\n");
        assert_eq!(home.profiel.as_deref(), Some("knmg"));
        let map = home.map.unwrap();
        assert!(
            map.is_absolute() && !map.starts_with(folder.path()),
            "{map:?}"
        );
        assert!(map.ends_with("zaken") && !map.display().to_string().contains('~'));
    }
}
