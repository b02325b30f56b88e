//! Who can open which case: envelopes written anew, and older cases encrypted.

use clap::Args;

use crate::case::{CaseId, Fault};
use crate::commands::{casus, unlock};
use crate::error::{Done, Error, Result};
use crate::keys::Recipient;
use crate::text::nl;
use crate::world::World;

/// Options of `sleutels envelop`.
#[derive(Debug, Args)]
pub(super) struct Envelope {
    /// Nummers van de casussen; zonder nummer alle versleutelde
    #[arg(value_name = "CASUS")]
    cases: Vec<String>,
    /// Ook voor deze openbare sleutel, age1…: om een casus over te dragen
    #[arg(long, value_name = "SLEUTEL", alias = "for", requires = "cases")]
    voor: Vec<String>,
}

impl Envelope {
    pub(super) fn run(self, world: &mut World) -> Result {
        let text = &nl().keys;
        let read = |typed: &String| {
            Recipient::parse(typed)
                .ok_or_else(|| Error::usage(text.recovery_bad(), text.recovery_bad_todo()))
        };
        let also = self.voor.iter().map(read).collect::<Result<Vec<_>>>()?;
        let ids = ids(world, &self.cases)?;
        unlock::unlock(world)?;
        let now = world.now();
        let mut done = Done::Well;
        for id in ids {
            match casus::store(world).envelop(&id, &also, now) {
                Ok(1) => world.say(&text.envelope_done_one(&id))?,
                Ok(count) => world.say(&text.envelope_done(&id, count))?,
                Err(Fault::NotSealed(id)) if self.cases.is_empty() => {
                    world.say(&text.envelope_plain(id))?;
                }
                Err(fault) if self.cases.is_empty() => {
                    done = Done::Attention;
                    world.say(&casus::error_text(&fault))?;
                }
                Err(fault) => return Err(casus::error(fault)),
            }
        }
        world.say(&text.envelope_old())?;
        Ok(done)
    }
}

/// Options of `sleutels versleutel`.
#[derive(Debug, Args)]
pub(super) struct Encrypt {
    /// Nummers van de casussen
    #[arg(value_name = "CASUS", required = true)]
    cases: Vec<String>,
}

impl Encrypt {
    pub(super) fn run(self, world: &mut World) -> Result {
        let ids = ids(world, &self.cases)?;
        super::first(world)?;
        unlock::unlock(world)?;
        let now = world.now();
        for id in ids {
            casus::store(world)
                .encrypt(&id, now)
                .map_err(casus::error)?;
            world.say(&nl().keys.encrypt_done(&id))?;
        }
        Ok(Done::Well)
    }
}

fn ids(world: &World, typed: &[String]) -> Result<Vec<CaseId>> {
    if typed.is_empty() {
        let listing = casus::store(world).cases().map_err(casus::error)?;
        return Ok(listing.cases.into_iter().map(|one| one.id).collect());
    }
    typed.iter().map(|one| casus::number(one)).collect()
}
