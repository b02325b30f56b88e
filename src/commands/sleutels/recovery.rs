//! The recovery key of an organisation: made by two people once, and its public part set for everybody who keeps cases.

use std::path::{Path, PathBuf};

use clap::Args;

use crate::commands::unlock;
use crate::error::{Done, Error, Result};
use crate::keys::{WORK, pair, recipients};
use crate::text::nl;
use crate::world::{Guard, World};

/// Options of `sleutels herstel`.
#[derive(Debug, Args)]
pub(super) struct Recovery {
    /// De openbare herstelsleutel, age1…; meer dan één mag
    #[arg(value_name = "SLEUTEL", conflicts_with_all = ["maken", "geen"])]
    keys: Vec<String>,
    /// Maak een herstelsleutel voor de organisatie, in dit bestand
    #[arg(long, value_name = "BESTAND", alias = "make")]
    maken: Option<PathBuf>,
    /// Nieuwe casussen gaan niet meer open met een herstelsleutel
    #[arg(long, alias = "none", conflicts_with = "maken")]
    geen: bool,
}

impl Recovery {
    pub(super) fn run(self, world: &mut World) -> Result {
        let text = &nl().keys;
        if let Some(file) = &self.maken {
            return make(world, file);
        }
        if self.geen {
            world.remember_recovery(None)?;
            world.say(&text.recovery_off())?;
            return Ok(Done::Well);
        }
        if self.keys.is_empty() {
            world.say(&match world.settings.herstel.clone() {
                None => text.recovery_none(),
                Some(keys) => text.recovery_some(keys),
            })?;
            return Ok(Done::Well);
        }
        let typed = self.keys.join(" ");
        if recipients(&typed).is_none() {
            return Err(Error::usage(text.recovery_bad(), text.recovery_bad_todo()));
        }
        world.remember_recovery(Some(&typed))?;
        world.say(&text.recovery_set())?;
        world.say(&text.recovery_cases())?;
        Ok(Done::Well)
    }
}

fn make(world: &mut World, file: &Path) -> Result {
    let text = &nl().keys;
    world.must_be_free(file)?;
    world.somebody("`sleutels herstel`")?;
    world.say(&text.pair_first())?;
    let passphrase = super::make::choose_saying(world, &text.pair_lost())?;
    world.say(&text.busy())?;
    let (recipient, bytes) = pair(&passphrase, WORK)
        .map_err(|fault| unlock::error(&file.display().to_string(), fault))?;
    World::put_own(file, &bytes, Guard::KeepOther)?;
    world.say(&format!("{}\n", text.pair_made(file.display())))?;
    world.print(&text.pair_command(&recipient))?;
    Ok(Done::Well)
}
