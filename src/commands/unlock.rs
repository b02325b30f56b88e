//! The keys of this run: asked for once, when something needs them, with the numbers to call above the question. Nothing
//! about danger ever waits for a passphrase.

use std::path::PathBuf;

use zeroize::Zeroizing;

use crate::case::{Origin, Ring};
use crate::commands::shared;
use crate::error::{Error, ErrorKind, Result};
use crate::keys::{Fault, Identity, Opener, Passphrase, Recipient, is_guarded, recipients};
use crate::text::nl;
use crate::world::{Held, World};

/// What the file of an identity is called.
const IDENTITY: &str = "identiteit.age";
/// A key file is short.
pub(super) const MOST_BYTES: usize = 64 * 1024;
/// So often a passphrase may be wrong before the command stops.
const TRIES: usize = 3;

/// Where the identity of the user stands, whether it is there or not.
///
/// # Errors
/// There is no place for it.
pub fn identity_file(world: &World) -> Result<PathBuf> {
    let text = &nl().keys;
    let folder = world.keys.as_ref();
    let folder = folder.ok_or_else(|| Error::usage(text.no_place(), text.no_place_todo()))?;
    Ok(folder.join(IDENTITY))
}

/// Whether there is an identity on this computer.
pub fn has_identity(world: &World) -> bool {
    identity_file(world).is_ok_and(|file| World::size(&file).is_some())
}

/// The keys of this run for the store, where they are there.
pub fn ring(world: &World) -> Option<Ring> {
    let held = world.vault.held()?;
    Some(Ring {
        actor: held.identity.as_ref().map_or_else(
            || held.opener.recipient().to_string(),
            |identity| identity.public().fingerprint(),
        ),
        opener: held.opener,
        also: recovery(world),
        origin: match (world.lines, world.person) {
            (true, _) => Origin::Lines,
            (false, true) => Origin::Screen,
            (false, false) => Origin::Command,
        },
    })
}

/// Who else can open new cases, as the settings say.
pub(super) fn recovery(world: &World) -> Vec<Recipient> {
    let set = world.settings.herstel.as_deref();
    set.and_then(recipients).unwrap_or_default()
}

/// Opens the keys, where this run has none yet: from the key file, or with the passphrase of the identity.
///
/// # Errors
/// There is no key, nobody to type a passphrase, or it is another one.
pub fn unlock(world: &mut World) -> Result<()> {
    if world.vault.held().is_some() {
        return Ok(());
    }
    let question = nl().keys.ask();
    match asked(world, &question)? {
        true => Ok(()),
        false => Err(wrong()),
    }
}

/// The same for who can do without: an empty line goes on without keys. Whether there are any.
///
/// # Errors
/// The key file or the identity cannot be read, or the passphrase is another one.
pub fn may_unlock(world: &mut World) -> Result<bool> {
    if world.vault.held().is_some() {
        return Ok(true);
    }
    if world.key_file.is_none() && (!world.person || !has_identity(world)) {
        return Ok(false);
    }
    let question = nl().keys.ask_or_skip();
    asked(world, &question)
}

/// The identity of the user, for what a key file cannot do.
///
/// # Errors
/// There is none, nobody to type the passphrase, or it is another one.
pub fn identity(world: &mut World) -> Result<Identity> {
    unlock(world)?;
    let text = &nl().keys;
    let held = world.vault.held().and_then(|held| held.identity);
    held.ok_or_else(|| Error::usage(text.key_file_whole(), text.key_file_whole_todo()))
}

/// Asks for what is needed. `false` when the person wants to go on without.
fn asked(world: &mut World, question: &str) -> Result<bool> {
    if let Some(file) = world.key_file.clone() {
        let bytes = Zeroizing::new(world.read(&file, MOST_BYTES)?);
        let name = file.display().to_string();
        let opened = if is_guarded(&bytes) {
            let question = nl().keys.ask_file();
            tries(world, &question, &name, |passphrase| {
                Opener::read(&bytes, Some(passphrase))
            })?
        } else {
            Some(Opener::read(&bytes, None).map_err(|fault| error(&name, fault))?)
        };
        let Some(opener) = opened else {
            return Ok(false);
        };
        world.vault.hold(Held {
            opener,
            identity: None,
        });
        return Ok(true);
    }
    let file = identity_file(world)?;
    let text = &nl().keys;
    if World::size(&file).is_none() {
        return Err(Error::attention(text.none(), text.none_todo()));
    }
    let bytes = World::bytes(&file, MOST_BYTES)?;
    let name = file.display().to_string();
    let opened = tries(world, question, &name, |passphrase| {
        Identity::unguarded(&bytes, passphrase)
    })?;
    let Some(identity) = opened else {
        return Ok(false);
    };
    hold(world, identity);
    Ok(true)
}

/// Keeps an identity for this run.
pub(super) fn hold(world: &World, identity: Identity) {
    world.vault.hold(Held {
        opener: Opener::from(&identity),
        identity: Some(identity),
    });
}

/// Asks a few times, with the numbers to call first. Nothing on an empty line.
fn tries<T>(
    world: &mut World,
    question: &str,
    file: &str,
    open: impl Fn(&Passphrase) -> std::result::Result<T, Fault>,
) -> Result<Option<T>> {
    let text = &nl().keys;
    if !world.person && !world.lines {
        return Err(Error::usage(text.nobody(), text.nobody_todo()));
    }
    world.say(&shared::danger())?;
    for left in (0..TRIES).rev() {
        let typed = world.secret(question)?;
        if typed.trim().is_empty() {
            return Ok(None);
        }
        match open(&Passphrase::typed(&typed)) {
            Ok(opened) => return Ok(Some(opened)),
            Err(Fault::WrongPassphrase) if left > 0 => world.say(&text.wrong())?,
            Err(fault) => return Err(error(file, fault)),
        }
    }
    Ok(None)
}

fn wrong() -> Error {
    let text = &nl().keys;
    Error::attention(text.wrong_last(), text.wrong_last_todo())
}

/// A fault of a key in the words that the user reads.
pub(super) fn error(file: &str, fault: Fault) -> Error {
    let text = &nl().keys;
    match fault {
        Fault::WrongPassphrase => wrong(),
        Fault::NotForThisKey | Fault::Cut | Fault::Damaged => {
            Error::attention(text.file_damaged(file), text.file_damaged_todo())
        }
        Fault::TooMuchWork => Error::attention(text.file_work(file), text.file_work_todo()),
        Fault::Newer => Error::attention(text.file_newer(file), text.file_newer_todo()),
        Fault::NoRecipient => Error::attention(text.no_recipient(), text.recovery_bad_todo()),
        Fault::NoRandom => Error::new(ErrorKind::Machine, text.no_random(), text.no_random_todo()),
    }
}
