//! `verder`: goes on with a case where it stopped.

use crate::answer::without_place;
use crate::case::{Event, Move};
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
        let now = world.now();
        world.somebody(&nl().program.ask_options())?;
        let resumed = casus::resume(world, &id, now)?;
        let mut case = resumed.case;
        if resumed.torn {
            world.say(&text.torn(&id))?;
        }
        if resumed.upgraded.is_some() {
            world.say(&text.upgraded(&id))?;
        }
        let opened = casus::opened(world, case.record())?;
        // A case from before lists were kept keeps the one that it goes on with from now on.
        if let Some(bundle) = &opened.to_keep {
            case.keep_list(&opened.list.version.sha256, bundle)
                .map_err(casus::error)?;
        }
        if let Some(before) = &opened.before {
            let version = &opened.list.version;
            let aside = without_place(None, &opened.list, case.answers(), world.today, &|_, _| {
                true
            });
            world.say(&text.list_changed(&before.version, &version.version))?;
            if !aside.answers.is_empty() {
                world.say(&text.orphans(aside.answers.len()))?;
            }
            let moved = Move {
                list: version.clone(),
                profile: case.record().profile().map(str::to_owned),
                aside,
            };
            case.log(Event::Moved(moved), now).map_err(casus::error)?;
        }
        let newer = opened.newer.as_ref().filter(|newer| {
            let told = |event: &Event| *event == Event::NewerTold((*newer).clone());
            !case.record().events().any(told)
        });
        if let Some(newer) = newer {
            world.say(&text.newer_resume(&id))?;
            case.log(Event::NewerTold(newer.clone()), now)
                .map_err(casus::error)?;
        }
        case.log(Event::Resumed, now).map_err(casus::error)?;
        let told = opened.before.is_some() || newer.is_some();
        if resumed.torn || resumed.upgraded.is_some() || told {
            world.was_read()?;
        }
        vragen::ask(world, &mut case, &opened.list)
    }
}
