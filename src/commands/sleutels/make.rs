//! Makes an identity with a passphrase: a made-up one to write down, or somebody's own.

use crate::answer::interpret::fold;
use crate::commands::{shared, unlock};
use crate::error::{Done, Error, Result};
use crate::keys::{Identity, Passphrase, WORK, Weak};
use crate::text::nl;
use crate::world::{Guard, World};

/// So often somebody may type it over wrongly before all is begun anew.
const TRIES: usize = 5;

/// `sleutels maken`.
pub(super) fn run(world: &mut World) -> Result {
    let text = &nl().keys;
    let file = unlock::identity_file(world)?;
    if World::size(&file).is_some() {
        return Err(Error::attention(
            text.exists(file.display()),
            text.exists_todo(),
        ));
    }
    world.somebody("`sleutels maken`")?;
    make(world)?;
    Ok(Done::Well)
}

/// Makes an identity for who begins a first case, where there is none yet.
///
/// # Errors
/// Nobody is there, or it could not be made.
pub fn first(world: &mut World) -> Result<()> {
    if world.key_file.is_some() || unlock::has_identity(world) {
        return Ok(());
    }
    let text = &nl().keys;
    if !world.person && !world.lines {
        return Err(Error::attention(text.none(), text.none_new_todo()));
    }
    make(world)
}

fn make(world: &mut World) -> Result<()> {
    let text = &nl().keys;
    let file = unlock::identity_file(world)?;
    let name = file.display().to_string();
    world.say(&shared::danger())?;
    world.say(&format!("\n{}", text.first()))?;
    let passphrase = choose(world)?;
    world.say(&text.busy())?;
    let made = Identity::generate().and_then(|identity| {
        let bytes = identity.guarded(&passphrase, WORK)?;
        Ok((identity, bytes))
    });
    let (identity, bytes) = made.map_err(|fault| unlock::error(&name, fault))?;
    World::put_own(&file, &bytes, Guard::KeepOther)?;
    unlock::hold(world, identity);
    world.say(&text.made(&name))?;
    world.say(&text.made_backup())
}

/// Has somebody choose a passphrase, and type it once more to be sure.
///
/// # Errors
/// Nobody is there, or it did not come to one.
pub fn choose(world: &mut World) -> Result<Passphrase> {
    let text = &nl().keys;
    let lost = if world.settings.herstel.is_some() {
        text.lost_recovery()
    } else {
        text.lost_alone()
    };
    choose_saying(world, &lost)
}

/// The same, with this said of what happens when it is lost.
pub(super) fn choose_saying(world: &mut World, lost: &str) -> Result<Passphrase> {
    let text = &nl().keys;
    let made = Passphrase::generate().map_err(|fault| unlock::error("", fault))?;
    world.say(&format!("\n{}", text.made_up()))?;
    world.say(&format!("\n    {}\n", made.words()))?;
    world.say(lost)?;
    loop {
        let typed = world.ask(&format!("\n{}", text.choose()), "`sleutels maken`")?;
        match fold(&typed).as_str() {
            "" => return copied(world, made),
            word if word == text.own_word() => return own(world),
            _ => world.say(&text.again())?,
        }
    }
}

/// The made-up one, typed over from paper.
fn copied(world: &mut World, made: Passphrase) -> Result<Passphrase> {
    let text = &nl().keys;
    for _ in 0..TRIES {
        let typed = world.secret(&text.copy())?;
        if Passphrase::typed(&typed) == made {
            // It stands on paper now; on the screen somebody could read it.
            world.wipe()?;
            return Ok(made);
        }
        world.say(&text.copy_wrong())?;
    }
    Err(Error::attention(text.gave_up(), text.gave_up_todo()))
}

/// Somebody's own, typed twice.
fn own(world: &mut World) -> Result<Passphrase> {
    let text = &nl().keys;
    for _ in 0..TRIES {
        let typed = world.secret(&text.own(Passphrase::LEAST))?;
        let chosen = match Passphrase::chosen(&typed) {
            Ok(chosen) => chosen,
            Err(Weak::Short(least)) => {
                world.say(&text.own_short(least))?;
                continue;
            }
            Err(Weak::Long) => {
                world.say(&text.own_long())?;
                continue;
            }
        };
        if Passphrase::typed(&world.secret(&text.own_twice())?) == chosen {
            return Ok(chosen);
        }
        world.say(&text.own_other())?;
    }
    Err(Error::attention(text.gave_up(), text.gave_up_todo()))
}
