//! `verder`: goes on with a case where it stopped.

use crate::case::Event;
use crate::commands::{casus, vragen};
use crate::error::Result;
use crate::text::nl;
use crate::world::World;

/// Options of `verder`.
#[derive(Debug, clap::Args)]
pub struct Verder {
    /// Nummer van de casus; mag weg als er maar één open staat
    #[arg(value_name = "CASUS")]
    pub casus: Option<String>,
}

impl Verder {
    /// Opens the case and asks on.
    pub fn run(self, world: &mut World) -> Result {
        let text = &nl().cases;
        let id = casus::which(world, self.casus.as_deref(), true)?;
        let store = casus::store(world);
        let now = world.now();
        vragen::person(world, &nl().program.ask_options())?;
        let resumed = store.resume(&id, now).map_err(casus::error)?;
        let mut case = resumed.case;
        if resumed.torn {
            world.say(&text.torn(&id))?;
        }
        if resumed.upgraded.is_some() {
            world.say(&text.upgraded(&id))?;
        }
        let opened = casus::opened(world, case.record())?;
        if let Some(before) = &opened.before {
            let version = &opened.list.version;
            world.say(&text.list_changed(&before.version, &version.version))?;
            if opened.orphans > 0 {
                world.say(&text.orphans(opened.orphans))?;
            }
            case.log(Event::ListChanged(version.clone()), now)
                .map_err(casus::error)?;
        }
        case.log(Event::Resumed, now).map_err(casus::error)?;
        if resumed.torn || resumed.upgraded.is_some() || opened.before.is_some() {
            vragen::was_read(world)?;
        }
        vragen::ask(world, &mut case, &opened.list)
    }
}
