//! `reservekopie` and `terugzetten`: the folder of the cases, copied as it is and tried out; and put back where nothing is.

use std::io;
use std::path::{Path, PathBuf};

use clap::Args;

use crate::case::{Backup, CaseId, Fault, Tried};
use crate::commands::{casus, unlock};
use crate::error::{Done, Error, Result};
use crate::text::nl;
use crate::world::{Guard, World};

/// What the identity is called in a backup.
const IDENTITY: &str = "identiteit.age";

/// Options of `reservekopie`.
#[derive(Debug, Args)]
pub struct Reservekopie {
    /// Map om te maken, bijvoorbeeld op een stick
    #[arg(value_name = "NAAR")]
    pub naar: PathBuf,
    /// Neem uw sleutel niet mee
    #[arg(long, alias = "without-key")]
    pub zonder_sleutel: bool,
}

impl Reservekopie {
    /// Copies all cases and tries the copy out.
    pub fn run(self, world: &mut World) -> Result {
        let text = &nl().backup;
        if let Some(there) = world.entries(&self.naar)?
            && !there.is_empty()
        {
            return Err(Error::attention(
                text.taken(self.naar.display()),
                text.taken_todo(),
            ));
        }
        // Asks for the passphrase where a case is locked: a copy that was tried out is worth more.
        let listing = casus::listing(world)?;
        if listing.cases.is_empty() {
            return Err(Error::usage(nl().cases.none(), nl().cases.none_todo()));
        }
        let store = casus::store(world);
        let plain: Vec<CaseId> = listing
            .cases
            .into_iter()
            .map(|one| one.id)
            .filter(|id| matches!(store.is_sealed(id), Ok(false)))
            .collect();
        let mut also = Vec::new();
        if !self.zonder_sleutel && unlock::has_identity(world) {
            let file = unlock::identity_file(world)?;
            also.push((
                IDENTITY.to_owned(),
                World::bytes(&file, unlock::MOST_BYTES)?,
            ));
        }
        let backup = store.back_up(&self.naar, &also).map_err(casus::error)?;
        world.say(&text.made(self.naar.display(), backup.cases.len()))?;
        let done = say_tried(world, &backup)?;
        if !plain.is_empty() {
            world.say(&text.plain(named(&plain)))?;
        }
        world.say(&if also.is_empty() {
            text.without_key()
        } else {
            text.with_key()
        })?;
        world.say(&text.erased())?;
        Ok(done)
    }
}

/// Options of `terugzetten`.
#[derive(Debug, Args)]
pub struct Terugzetten {
    /// Map met de reservekopie
    #[arg(value_name = "VAN")]
    pub van: PathBuf,
}

impl Terugzetten {
    /// Puts back what is not here.
    pub fn run(self, world: &mut World) -> Result {
        let text = &nl().backup;
        let none = || Error::usage(text.none(self.van.display()), text.none_todo());
        let store = casus::store(world);
        let ring = unlock::ring(world);
        let (backup, other) = store
            .put_back(&self.van, ring)
            .map_err(|fault| match fault {
                Fault::Io { fault, .. } if fault.kind() == io::ErrorKind::NotFound => none(),
                fault => casus::error(fault),
            })?;
        if !backup.changed.is_empty() {
            return Err(Error::attention(text.changed(), text.changed_todo())
                .with_details(backup.changed.clone()));
        }
        let back: Vec<CaseId> = backup.cases.keys().cloned().collect();
        world.say(&if back.is_empty() {
            text.restored_none()
        } else {
            text.restored(back.len(), named(&back))
        })?;
        let done = say_tried(world, &backup)?;
        if !backup.kept.is_empty() {
            world.say(&text.kept(named(&backup.kept)))?;
        }
        for (name, bytes) in other {
            if name == IDENTITY {
                identity(world, &bytes)?;
            }
        }
        Ok(done)
    }
}

/// Puts the identity back where there is none.
fn identity(world: &mut World, bytes: &[u8]) -> Result<()> {
    let text = &nl().backup;
    let file: &Path = &unlock::identity_file(world)?;
    if World::size(file).is_some() {
        let same = World::bytes(file, unlock::MOST_BYTES)? == bytes;
        return if same {
            Ok(())
        } else {
            world.say(&text.key_kept())
        };
    }
    World::put_own(file, bytes, Guard::KeepOther)?;
    world.say(&text.key_restored())
}

fn say_tried(world: &mut World, backup: &Backup) -> Result {
    let text = &nl().backup;
    let count = |of: &Tried| backup.cases.values().filter(|one| *one == of).count();
    world.say(&text.tried(count(&Tried::Whole)))?;
    if count(&Tried::Closed) > 0 {
        world.say(&text.closed(count(&Tried::Closed)))?;
    }
    let mut done = Done::Well;
    for (id, tried) in &backup.cases {
        if *tried == Tried::Bad {
            done = Done::Attention;
            world.say(&text.bad(id))?;
        }
    }
    Ok(done)
}

fn named(ids: &[CaseId]) -> String {
    let ids: Vec<String> = ids.iter().map(ToString::to_string).collect();
    ids.join(", ")
}
