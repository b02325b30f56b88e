//! `sleutels`: the user's own key and who can open which case. Makes an identity, shows its public half, changes its
//! passphrase, writes a key file, sets the organisation's recovery key, and writes envelopes anew.

mod cases;
mod make;
mod recovery;

use std::path::PathBuf;

use clap::{Args, Subcommand};

use crate::commands::unlock;
use crate::error::{Done, Result};
use crate::keys::WORK;
use crate::text::nl;
use crate::world::{Guard, World};

pub use make::{choose, first};

/// Options of `sleutels`.
#[derive(Debug, Args)]
pub struct Sleutels {
    /// What to do; shows the own public half where nothing is said.
    #[command(subcommand)]
    what: Option<What>,
}

#[derive(Debug, Subcommand)]
enum What {
    /// Maak uw sleutel, met een wachtwoordzin
    #[command(alias = "make")]
    Maken,
    /// Kies een andere wachtwoordzin
    #[command(alias = "passphrase")]
    Wachtwoordzin,
    /// Schrijf een sleutelbestand voor losse opdrachten; het opent uw casussen zonder wachtwoordzin
    #[command(alias = "file")]
    Bestand(File),
    /// Stel de openbare herstelsleutel van de organisatie in, of maak een herstelsleutel
    #[command(alias = "recovery")]
    Herstel(recovery::Recovery),
    /// Maak de envelop van casussen opnieuw: voor de herstelsleutel, of om een casus over te dragen
    #[command(alias = "envelope")]
    Envelop(cases::Envelope),
    /// Versleutel een casus die nog niet versleuteld is
    #[command(alias = "encrypt")]
    Versleutel(cases::Encrypt),
}

/// A file to write.
#[derive(Debug, Args)]
struct File {
    /// Bestand om te schrijven
    #[arg(short = 'o', long, value_name = "BESTAND", alias = "output")]
    uit: PathBuf,
}

impl Sleutels {
    /// Does what was asked.
    pub fn run(self, world: &mut World) -> Result {
        match self.what {
            None => show(world),
            Some(What::Maken) => make::run(world),
            Some(What::Wachtwoordzin) => change(world),
            Some(What::Bestand(file)) => key_file(world, &file),
            Some(What::Herstel(recovery)) => recovery.run(world),
            Some(What::Envelop(envelope)) => envelope.run(world),
            Some(What::Versleutel(encrypt)) => encrypt.run(world),
        }
    }
}

/// Shows the public half, its fingerprint, and who else can open new cases.
fn show(world: &mut World) -> Result {
    let text = &nl().keys;
    let public = unlock::identity(world)?.public();
    world.say(&text.public())?;
    world.print(&public.to_string())?;
    world.say(&format!("\n{}", text.fingerprint()))?;
    world.say(&format!("\n    {}\n", public.fingerprint()))?;
    let file = unlock::identity_file(world)?;
    world.say(&text.place(file.display()))?;
    world.say(&match world.settings.herstel.clone() {
        None => text.recovery_none(),
        Some(keys) => text.recovery_some(keys),
    })?;
    Ok(Done::Well)
}

/// Guards the identity with another passphrase.
fn change(world: &mut World) -> Result {
    let text = &nl().keys;
    let file = unlock::identity_file(world)?;
    // Whoever is at the keyboard must know the old one, also when this run has the keys.
    world.vault.forget();
    let identity = unlock::identity(world)?;
    let passphrase = choose(world)?;
    let name = file.display().to_string();
    world.say(&text.busy())?;
    let bytes = identity
        .guarded(&passphrase, WORK)
        .map_err(|fault| unlock::error(&name, fault))?;
    World::put_own(&file, &bytes, Guard::Replace)?;
    world.say(&text.changed())?;
    Ok(Done::Well)
}

fn key_file(world: &mut World, file: &File) -> Result {
    world.must_be_free(&file.uit)?;
    let key = unlock::identity(world)?.key_file();
    world.write(&file.uit, key.as_bytes(), Guard::KeepOther)?;
    world.say(&nl().keys.key_file_made(file.uit.display()))?;
    Ok(Done::Well)
}
