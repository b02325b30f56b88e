//! Sending sealed: the one place where the bytes of a document, whatever command made them, become a package for partners.
//! Nothing unencrypted touches the disk on the way.

use std::path::{Path, PathBuf};

use clap::Args;

use crate::case::{CaseId, Event};
use crate::commands::output::Prepared;
use crate::commands::output::is_out;
use crate::commands::{organisatie, partners, unlock};
use crate::error::{Error, ErrorKind, Result};
use crate::keys::{self, Public, Recipient};
use crate::parcel::{self, Fault};
use crate::text::nl;
use crate::world::World;

/// How a sealed file ends.
pub(super) const ENDING: &str = "age";

/// Options of every command that makes something from a case for somebody else to read.
#[derive(Clone, Debug, Default, Args)]
pub struct Sending {
    /// Bestand om te schrijven; - schrijft naar het scherm
    #[arg(short = 'o', long, value_name = "BESTAND", alias = "output")]
    pub uit: Option<PathBuf>,
    /// Een bestand dat er al is vervangen
    #[arg(long, alias = "overwrite")]
    pub overschrijf: bool,
    /// Bestand met ontvanger, doel en grond, in plaats van vragen. Het wordt gemaakt als het er nog niet is, en anders teruggelezen
    #[arg(long, value_name = "BESTAND", alias = "given")]
    pub gegevens: Option<PathBuf>,
    /// Versleutel voor deze partner en teken het; mag vaker. De sleutels staan bij de partners
    #[arg(long = "aan", value_name = "PARTNER", alias = "to")]
    pub to: Vec<String>,
    /// Schrijf het pakket als tekst, om in een mail te plakken
    #[arg(long = "als-tekst", alias = "armor", requires = "to")]
    pub armoured: bool,
}

impl Sending {
    /// Where to; the screen where nothing was said.
    pub fn file(&self) -> PathBuf {
        self.uit.clone().unwrap_or_else(|| PathBuf::from("-"))
    }

    /// Whether it goes out sealed.
    pub fn is_sealed(&self) -> bool {
        !self.to.is_empty()
    }

    /// The partners that are meant, each with the name under which it is kept.
    ///
    /// # Errors
    /// A name that is not there, or twice.
    pub fn partners(&self, world: &World) -> Result<Vec<(String, Public)>> {
        let text = &nl().parcel;
        let kept = partners::kept(world)?;
        let known = || kept.iter().filter(|one| one.key.is_some());
        let mut found: Vec<(String, Public)> = Vec::new();
        for wished in &self.to {
            let same = |name: &str| name.trim().to_lowercase() == wished.trim().to_lowercase();
            let mut named = known().filter(|one| same(&one.name));
            let (first, second) = (named.next(), named.next());
            if second.is_some() {
                return Err(Error::usage(text.two(wished), text.two_todo()));
            }
            let key = first.and_then(|one| one.key.clone());
            let Some((one, key)) = first.zip(key) else {
                let names: Vec<&str> = known().map(|one| one.name.as_str()).collect();
                let todo = if names.is_empty() {
                    let file = organisatie::beside(world, partners::FILE);
                    text.unknown_none_todo(file.display())
                } else {
                    text.unknown_todo(names.join(", "))
                };
                return Err(Error::usage(text.unknown(wished), todo));
            };
            if !found.iter().any(|(_, known)| *known == key) {
                found.push((one.name.clone(), key));
            }
        }
        Ok(found)
    }

    /// Writes a document, as it is or sealed, with what the log of the case says of it first. `events` gets the names of those
    /// it was sealed for.
    ///
    /// # Errors
    /// A partner is not known, there is no key to sign with, or the log or the file cannot be written.
    pub fn put(
        &self,
        world: &mut World,
        what: &Leaving<'_>,
        id: &CaseId,
        events: impl FnOnce(Vec<String>) -> Vec<Event>,
    ) -> Result<()> {
        let all = self.partners(world)?;
        let names: Vec<String> = all.iter().map(|(name, _)| name.clone()).collect();
        if names.is_empty() {
            let made = Prepared::of(world, what.file, what.bytes, self.overschrijf)?;
            return made.logged(world, id, events(names));
        }
        let sealed = self.sealed(world, what, &all)?;
        let made = Prepared::of(world, what.file, &sealed, self.overschrijf)?;
        made.logged(world, id, events(names.clone()))?;
        let text = &nl().parcel;
        let kept = partners::kept(world)?;
        for (name, key) in &all {
            let compared = kept
                .iter()
                .any(|one| one.name == *name && one.compared.is_some());
            if !compared {
                world.say(&text.not_compared(name, key.fingerprint()))?;
            }
        }
        if !is_out(what.file) {
            world.say(&text.sealed(what.file.display(), names.join(", ")))?;
        }
        Ok(())
    }

    fn sealed(
        &self,
        world: &mut World,
        what: &Leaving<'_>,
        all: &[(String, Public)],
    ) -> Result<Vec<u8>> {
        let text = &nl().parcel;
        if is_out(what.file) && world.out_is_terminal && !self.armoured {
            return Err(Error::usage(text.needs_file(), text.needs_file_todo()));
        }
        let sender = unlock::identity(world)?;
        let to: Vec<Recipient> = all.iter().map(|(_, key)| key.recipient().clone()).collect();
        let mut sealed =
            parcel::seal(what.bytes, what.media, &to, &sender, world.today).map_err(|fault| {
                let (what, todo) = words(fault);
                Error::new(ErrorKind::Machine, what, todo)
            })?;
        if self.armoured {
            sealed = keys::armoured(&sealed);
        }
        Ok(sealed)
    }
}

/// A document that leaves.
pub struct Leaving<'a> {
    /// Where to; `-` is standard output.
    pub file: &'a Path,
    /// What it is.
    pub bytes: &'a [u8],
    /// What kind of file that is.
    pub media: &'a str,
}

/// The name by which the form of a document is chosen: that of a sealed file without its last ending.
pub fn named(file: &Path) -> &Path {
    let sealed = file
        .extension()
        .is_some_and(|ending| ending.eq_ignore_ascii_case(ENDING));
    match file.file_stem() {
        Some(stem) if sealed => Path::new(stem),
        _ => file,
    }
}

/// What is wrong with a package, and what to do.
pub fn words(fault: Fault) -> (String, String) {
    let text = &nl().parcel;
    match fault {
        Fault::NotForThisKey => (text.not_for_this_key(), text.not_for_this_key_todo()),
        Fault::Cut => (text.cut(), text.cut_todo()),
        Fault::Damaged => (text.damaged(), text.damaged_todo()),
        Fault::NoPackage => (text.no_package(), text.no_package_todo()),
        Fault::Newer => (text.newer(), text.newer_todo()),
        Fault::Forged => (text.forged(), text.forged_todo()),
        Fault::MeantForOthers => (text.for_others(), text.for_others_todo()),
        Fault::NoRecipient => (text.no_recipient(), text.no_recipient_todo()),
        Fault::NoRandom => (text.no_random(), text.no_random_todo()),
    }
}
