//! `wis`: erases a case, after its number was typed once more.

use crate::case::Fault;
use crate::commands::casus;
use crate::error::{Done, Error, Result};
use crate::text::nl;
use crate::world::World;

/// The option that does without a person.
const SURE: &str = "`--zeker`";

/// Options of `wis`.
#[derive(Debug, clap::Args)]
pub struct Wis {
    /// Nummer van de casus
    #[arg(value_name = "CASUS")]
    pub casus: String,
    /// Vraag niet om bevestiging
    #[arg(long, alias = "sure")]
    pub zeker: bool,
}

impl Wis {
    /// Asks and erases.
    pub fn run(self, world: &mut World) -> Result {
        let text = &nl().start;
        let id = casus::number(&self.casus)?;
        let store = casus::store(world);
        let state = match store.peek(&id) {
            Ok(record) => casus::state(&record).text(),
            // Whoever cannot open it may still take it away, as they could take away any file of theirs.
            Err(Fault::Locked(_)) => nl().keys.locked(),
            // A damaged case may go; what is not ours stays.
            Err(
                fault @ (Fault::Corrupt { .. }
                | Fault::Newer { .. }
                | Fault::Older(_)
                | Fault::NoEnvelope(_)
                | Fault::Mixed(_)
                | Fault::Keys(..)),
            ) => casus::error_text(&fault),
            Err(fault @ Fault::Foreign(_)) => {
                return Err(Error::attention(
                    casus::error(fault).what,
                    text.erase_foreign_todo(),
                ));
            }
            Err(fault) => return Err(casus::error(fault)),
        };
        if !self.zeker && !world.person && !world.lines {
            return Err(Error::needs_terminal(SURE));
        }
        world.say(&text.erase_what(&id, state.trim_end_matches('.')))?;
        world.say(&text.erase_backups())?;
        if !self.zeker {
            let typed = world.ask(&text.erase_question(&id), SURE)?;
            if crate::case::CaseId::parse(&typed).as_ref() != Some(&id) {
                return Err(Error::attention(
                    text.erase_stopped(),
                    text.erase_stopped_todo(),
                ));
            }
        }
        let erased = store.erase(&id, world.now()).map_err(casus::error)?;
        world.say(&text.erased(&id))?;
        if !erased.noted {
            world.say(&text.erase_not_noted())?;
        }
        Ok(Done::Well)
    }
}
