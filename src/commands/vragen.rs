//! Where a case meets the interview: who can be asked, what the interview is given, how it ended.

use std::io::IsTerminal;
use std::path::PathBuf;
use std::sync::Arc;

use chrono::{DateTime, FixedOffset};

use crate::answer::{Answers, Change, RowId};
use crate::case::{Case, Event, Fault};
use crate::commands::toon::attention_told;
use crate::commands::{casus, shared, unlock};
use crate::engine::View;
use crate::error::{Done, Error, ErrorKind, Result};
use crate::interview::{self, Ended, Guard, Keeper, Lines, Setting, Terminal, Trouble};
use crate::keys::{self, Identity, Opener, Passphrase};
use crate::questionnaire::{QuestionIx, Questionnaire};
use crate::telling::is_danger;
use crate::text::nl;
use crate::world::{Held, Vault, World, secret_line};

/// Leads the person through the list, every answer going into the case.
pub fn ask(world: &mut World, case: &mut Case, list: &Questionnaire) -> Result {
    let (phones, vague) = (shared::phones(), shared::vague());
    let setting = Setting {
        list,
        today: world.today,
        phones: &phones,
        vague: &vague,
    };
    let id = case.id().clone();
    // From a key file they would come back without anybody: that is as good as kept.
    if world.key_file.is_none() {
        world.vault.forgets(case.forgetter());
    }
    let mut keeper = OnDisk {
        reopens: world.key_file.is_none(),
        file: unlock::identity_file(world).ok(),
        vault: world.vault.clone(),
        case,
        now: world.clock(),
    };
    let guard = guard(world);
    let ended = if world.lines {
        let asker = Lines::new(&mut world.input, &mut world.err, world.width);
        interview::run(setting, &mut keeper, &mut asker.guarded(guard))
    } else {
        // Gives the terminal back before anything else is said.
        let asker = Terminal::new(world.colour, &phones);
        interview::run(setting, &mut keeper, &mut asker.guarded(guard))
    };
    let ended = ended.map_err(|trouble| match trouble {
        Trouble::Keeping(fault) => casus::error(fault),
        Trouble::Asking(fault) => fault.into(),
    })?;
    let text = &nl().start;
    if ended != Ended::Finished {
        call_first(world, case, list)?;
    }
    match ended {
        Ended::Finished => {
            let view = View::new(list, case.answers(), world.today);
            if let Some(points) = attention_told(&view, world.width) {
                world.say_plain(&points)?;
            }
            world.say(&text.finished(&id))?;
        }
        Ended::Paused => world.say(&text.saved(&id))?,
        Ended::InputEnded => {
            return Err(Error::attention(text.input_ended(), text.saved(&id)));
        }
        Ended::Interrupted => {
            return Err(Error::new(
                ErrorKind::Interrupted,
                nl().program.interrupted(),
                text.saved(&id),
            ));
        }
    }
    Ok(Done::Well)
}

/// What the asker knows of the keys of this run.
fn guard(world: &World) -> Guard {
    let (here, gone) = (world.vault.clone(), world.vault.clone());
    // With a key file there is nothing to type: what is forgotten could not come back.
    let forgets = world.key_file.is_none();
    Guard {
        patience: world.vault.patience(),
        here: Arc::new(move || here.touch()),
        gone: Arc::new(move || {
            if forgets {
                gone.forget();
            }
        }),
        secret: std::io::stdin().is_terminal().then_some(secret_line),
    }
}

/// Who stops half way hears once more who to call, where there is danger.
fn call_first(world: &mut World, case: &Case, list: &Questionnaire) -> Result<()> {
    let view = View::new(list, case.answers(), world.today);
    if let [urgent, other, ..] = shared::phones().as_slice()
        && is_danger(&view)
    {
        let say = &nl().finding;
        world.say(&say.call_first(&other.name, &other.number, &urgent.number))?;
    }
    Ok(())
}

/// A case on disk, as the interview keeps it.
struct OnDisk<'a> {
    case: &'a mut Case,
    /// The keys of this run.
    vault: Vault,
    /// What they come from.
    file: Option<PathBuf>,
    /// They come back with a passphrase.
    reopens: bool,
    now: fn() -> DateTime<FixedOffset>,
}

impl Keeper for OnDisk<'_> {
    fn answers(&self) -> &Answers {
        self.case.answers()
    }

    fn keep(&mut self, change: Change) -> std::result::Result<(), Fault> {
        self.vault.touch();
        self.case.keep(change, (self.now)())
    }

    fn log(&mut self, event: Event) -> std::result::Result<(), Fault> {
        self.case.log(event, (self.now)())
    }

    fn lock(&mut self) -> bool {
        if !self.reopens || !self.case.is_sealed() {
            return false;
        }
        self.vault.forget();
        self.case.lock();
        true
    }

    fn unlock(&mut self, typed: &str) -> std::result::Result<bool, Fault> {
        let id = self.case.id().clone();
        let damaged = || Fault::Keys(id.clone(), keys::Fault::Damaged);
        let file = self.file.as_ref().ok_or_else(damaged)?;
        let bytes = World::bytes(file, unlock::MOST_BYTES).map_err(|_| damaged())?;
        match Identity::unguarded(&bytes, &Passphrase::typed(typed)) {
            Ok(identity) => {
                let opener = Opener::from(&identity);
                self.case.unlock(&opener)?;
                self.vault.hold(Held {
                    opener,
                    identity: Some(identity),
                });
                Ok(true)
            }
            Err(keys::Fault::WrongPassphrase) => Ok(false),
            Err(fault) => Err(Fault::Keys(id, fault)),
        }
    }

    fn next_row(&self, list: &Questionnaire, of: QuestionIx) -> RowId {
        casus::next_row(self.case, list, of)
    }
}
