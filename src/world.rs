//! The outside in one struct: the day, the folders, files, the streams, and whether a person is there. Asked once, at the
//! start; only this module and the case store touch files, and only this one knows what day it is.

mod files;
mod packed;
mod prompt;
mod secret;
mod settings;
mod talk;
mod vault;

pub use files::{Guard, Ready, Whole};
pub use packed::{Packed, Packing};
pub use secret::line as secret_line;
pub use settings::{KEYS as SETTING_KEYS, Settings};
pub use vault::{Held, Vault};

use std::io::{self, BufRead, IsTerminal, Write};
use std::path::{Path, PathBuf};
use std::time::Duration;

use chrono::{DateTime, FixedOffset, NaiveDate};
use directories::ProjectDirs;

use crate::error::{Error, ErrorKind, Result};
use crate::text::nl;

/// When colour is used.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Colour {
    /// In a terminal, unless `NO_COLOR` says no.
    #[default]
    Auto,
    /// Always.
    Always,
    /// Never.
    Never,
}

/// What the command line says about the outside.
#[derive(Clone, Debug, Default)]
pub struct Wishes {
    /// The folder of the cases.
    pub folder: Option<PathBuf>,
    /// The settings file.
    pub settings: Option<PathBuf>,
    /// The day of the assessment.
    pub date: Option<NaiveDate>,
    /// Colour.
    pub colour: Colour,
    /// Ask in plain lines.
    pub lines: bool,
    /// Columns.
    pub width: Option<usize>,
    /// A key file, instead of the passphrase.
    pub key_file: Option<PathBuf>,
}

/// Everything outside the program.
pub struct World {
    /// The day of the assessment: today, or what `--datum` says.
    pub today: NaiveDate,
    /// What `--datum` says, where it was given.
    pub given_day: Option<NaiveDate>,
    /// The folder of the cases.
    pub cases: PathBuf,
    /// That folder was named on the command line.
    pub given_folder: bool,
    /// The settings file, whether it is there or not.
    pub settings_file: PathBuf,
    /// That file was named on the command line.
    pub given_settings: bool,
    /// What it says.
    pub settings: Settings,
    /// Standard input.
    pub input: Box<dyn BufRead + Send>,
    /// Data goes here.
    pub out: Box<dyn Write>,
    /// All else that a person reads goes here.
    pub err: Box<dyn Write>,
    /// Somebody can be asked: input and messages are both a terminal.
    pub person: bool,
    /// Standard output is a terminal.
    pub out_is_terminal: bool,
    /// Somebody sees messages change: they go to a terminal that can take a line back.
    pub err_is_terminal: bool,
    /// Ask in plain lines, from standard input: somebody wishes so, or the terminal can do no more.
    pub lines: bool,
    /// How many columns fit.
    pub width: usize,
    /// Colour may be used.
    pub colour: bool,
    /// The folder of the user's identity; nothing where there is no place for it.
    pub keys: Option<PathBuf>,
    /// A key file, instead of the passphrase.
    pub key_file: Option<PathBuf>,
    /// The keys of this run.
    pub vault: Vault,
    clock: fn() -> DateTime<FixedOffset>,
}

/// A key is short.
const MOST_KEY: usize = 4096;
/// So many minutes without a key, and the keys are forgotten.
const PATIENCE: u64 = 10;
const WIDTH: usize = 80;
const MOST_WIDTH: usize = 100;

impl World {
    /// Looks at the real outside.
    pub fn open(wishes: &Wishes) -> Result<Self> {
        let settings_file = match &wishes.settings {
            Some(file) => file.clone(),
            None => homes()?.config_dir().join("instellingen.yaml"),
        };
        let settings = Settings::read(&settings_file)?;
        let cases = match wishes.folder.as_ref().or(settings.map.as_ref()) {
            Some(folder) => folder.clone(),
            None => homes()?.data_local_dir().join("casussen"),
        };
        let person = io::stdin().is_terminal() && io::stderr().is_terminal();
        let out_is_terminal = io::stdout().is_terminal();
        let dumb = std::env::var_os("TERM").is_some_and(|term| term == "dumb");
        let no_colour = std::env::var_os("NO_COLOR").is_some_and(|value| !value.is_empty());
        let width = wishes.width.unwrap_or_else(|| {
            if person || out_is_terminal {
                usize::from(console::Term::stderr().size().1).clamp(20, MOST_WIDTH)
            } else {
                WIDTH
            }
        });
        let colour = match wishes.colour {
            Colour::Always => true,
            Colour::Never => false,
            Colour::Auto => out_is_terminal && !no_colour && !dumb,
        };
        let keys = match &settings.sleutels {
            Some(folder) => Some(folder.clone()),
            None => homes()
                .ok()
                .map(|homes| homes.data_local_dir().join("sleutels")),
        };
        let patience = Duration::from_secs(60 * settings.vergrendelen.unwrap_or(PATIENCE));
        Ok(Self {
            keys,
            key_file: wishes.key_file.clone(),
            vault: Vault::new(patience),
            given_day: wishes.date,
            today: wishes.date.unwrap_or_else(|| now().date_naive()),
            cases,
            given_folder: wishes.folder.is_some(),
            settings_file,
            given_settings: wishes.settings.is_some(),
            settings,
            input: Box::new(io::BufReader::new(io::stdin())),
            out: Box::new(io::stdout()),
            err: Box::new(io::stderr()),
            person,
            out_is_terminal,
            err_is_terminal: io::stderr().is_terminal() && !dumb,
            lines: wishes.lines || (person && dumb),
            width,
            colour,
            clock: now,
        })
    }

    /// Remembers the profile of new cases.
    pub fn remember_profile(&mut self, name: &str) -> Result<()> {
        self.remember(Settings {
            profiel: Some(name.to_owned()),
            ..self.settings.clone()
        })
    }

    /// Remembers who else can open new cases.
    pub fn remember_recovery(&mut self, recipients: Option<&str>) -> Result<()> {
        self.remember(Settings {
            herstel: recipients.map(str::to_owned),
            ..self.settings.clone()
        })
    }

    /// Remembers the organisation's name.
    pub fn remember_organisation(&mut self, name: &str) -> Result<()> {
        self.remember(Settings {
            organisatie: Some(name.to_owned()),
            ..self.settings.clone()
        })
    }

    /// Writes the settings file; what is not set now keeps its meaning.
    fn remember(&mut self, settings: Settings) -> Result<()> {
        let yaml = settings.to_yaml()?;
        Self::put(&self.settings_file, yaml.as_bytes(), Guard::Replace)?;
        self.settings = settings;
        Ok(())
    }

    /// Writes a whole file, and makes the folder that it stands in.
    pub fn put(file: &Path, bytes: &[u8], guard: Guard) -> Result<()> {
        files::make_folder_of(file)?;
        files::write(file, bytes, guard)
    }

    /// Writes a whole file that only its owner can read, in a folder of the same kind.
    pub fn put_own(file: &Path, bytes: &[u8], guard: Guard) -> Result<()> {
        files::make_own_folder_of(file)?;
        files::write(file, bytes, guard)
    }

    /// Makes the folder that this file will stand in.
    pub fn must_have_folder(file: &Path) -> Result<()> {
        files::make_folder_of(file)
    }

    /// A word that nobody can guess and that stays: what stands in this file, made where there is none yet.
    pub fn lasting_key(&mut self, file: &Path) -> Result<String> {
        if Self::size(file).is_none() {
            use std::hash::BuildHasher as _;
            // Each state is seeded by the system.
            let parts: [u64; 4] =
                std::array::from_fn(|at| std::hash::RandomState::new().hash_one(at));
            let made: String = parts.iter().map(|part| format!("{part:016x}")).collect();
            files::make_folder_of(file)?;
            files::write(file, made.as_bytes(), Guard::KeepOther)?;
        }
        let bytes = self.read(file, MOST_KEY)?;
        Ok(String::from_utf8_lossy(&bytes).trim().to_owned())
    }

    /// The moment, for the log of a case. Never for an outcome: that takes [`World::today`].
    pub fn now(&self) -> DateTime<FixedOffset> {
        (self.clock)()
    }

    /// What tells the moment, for who keeps a case while the streams are in use.
    pub fn clock(&self) -> fn() -> DateTime<FixedOffset> {
        self.clock
    }

    /// Whether there is something to read by this name: `-` is standard input, and always there.
    pub fn is_there(file: &Path) -> bool {
        file == Path::new("-") || Self::size(file).is_some()
    }

    /// The bytes of a file; `-` is standard input. More than `most` bytes is refused before they are read.
    pub fn read(&mut self, file: &Path, most: usize) -> Result<Vec<u8>> {
        files::read(&mut self.input, file, most)
    }

    /// The bytes of a file that is not standard input.
    pub fn bytes(file: &Path, most: usize) -> Result<Vec<u8>> {
        files::read(&mut io::empty(), file, most)
    }

    /// A file that is read bit by bit; `-` is standard input, which is then used up.
    pub fn reader(&mut self, file: &Path) -> Result<Box<dyn BufRead + Send>> {
        if file == Path::new("-") {
            return Ok(std::mem::replace(&mut self.input, Box::new(io::empty())));
        }
        files::reader(file)
    }

    /// A file that is read bit by bit, and is not standard input.
    pub fn open_file(file: &Path) -> Result<Box<dyn BufRead>> {
        Ok(files::reader(file)?)
    }

    /// How many bytes an ordinary file holds.
    pub fn size(file: &Path) -> Option<u64> {
        files::size(file)
    }

    /// When a file was last written, as far as the disk tells.
    pub fn written_at(file: &Path) -> Option<std::time::SystemTime> {
        files::written_at(file)
    }

    /// A short word that nobody chose, to call something by.
    pub fn random_word() -> String {
        use std::hash::BuildHasher as _;
        // No letters or figures that are mistaken for another.
        const LETTERS: &[u8] = b"abcdefghjkmnprstuvwxyz";
        let mut left = std::hash::RandomState::new().hash_one(0);
        let mut word = String::new();
        for at in 0..4 {
            let from = if at % 2 == 0 { LETTERS } else { b"23456789" };
            let many = from.len() as u64;
            word.push(char::from(from[(left % many) as usize]));
            left /= many;
        }
        word
    }

    /// Takes away a file that somebody wants gone.
    ///
    /// # Errors
    /// It could not be taken away.
    pub fn remove(file: &Path) -> Result<()> {
        files::remove(file)
    }

    /// Takes away what was begun and will not become a whole file.
    pub fn forget(temporary: &Path) {
        files::forget(temporary);
    }

    /// What stands in a folder, in the order of the names; nothing when it is no folder.
    pub fn entries(&self, folder: &Path) -> Result<Option<Vec<PathBuf>>> {
        files::entries(folder)
    }

    /// A file that is written bit by bit and gets its name when it is whole. One that is there is kept unless the guard
    /// allows otherwise.
    pub fn begin(&self, file: &Path, guard: Guard) -> Result<Whole> {
        files::begin(file, guard)
    }

    /// Refuses where a file stands already, before any work is done for it.
    ///
    /// # Errors
    /// Where there is one.
    pub fn must_be_free(&self, file: &Path) -> Result<()> {
        files::must_be_free(file)
    }

    /// Puts a whole file on disk that does not have its name yet.
    ///
    /// # Errors
    /// Something else stands there, or the disk refused.
    pub fn ready(&self, file: &Path, bytes: &[u8], guard: Guard) -> Result<Ready> {
        files::ready(file, bytes, guard)
    }

    /// Writes a whole file: all of it or nothing. An existing file is kept unless the guard allows otherwise.
    pub fn write(&self, file: &Path, bytes: &[u8], guard: Guard) -> Result<()> {
        files::write(file, bytes, guard)
    }
}

#[allow(
    clippy::disallowed_methods,
    reason = "the only place that asks what day and time it is"
)]
fn now() -> DateTime<FixedOffset> {
    chrono::Local::now().fixed_offset()
}

fn homes() -> Result<ProjectDirs> {
    ProjectDirs::from("", "", "top3").ok_or_else(|| {
        Error::new(
            ErrorKind::Machine,
            nl().program.no_home(),
            nl().program.no_home_todo(),
        )
    })
}
