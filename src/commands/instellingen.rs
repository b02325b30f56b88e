//! `--toon-instellingen`: where everything stands and what the settings file says.

use crate::error::{Done, Result};
use crate::text::nl;
use crate::world::World;

/// Prints every path and setting.
pub fn run(world: &mut World) -> Result {
    let text = &nl().settings;
    let none = text.none();
    let papers = world.settings.papieren.as_ref();
    let papers = papers.map(|folder| folder.display().to_string());
    let file = if world.settings_file.exists() {
        text.there()
    } else {
        text.not_there()
    };
    let keys = world.keys.as_ref();
    let keys = keys.map_or_else(|| none.clone(), |folder| folder.display().to_string());
    let lines = [
        text.file(world.settings_file.display(), file),
        text.cases(world.cases.display()),
        text.profile(world.settings.profiel.as_ref().unwrap_or(&none)),
        text.organisation(world.settings.organisatie.as_ref().unwrap_or(&none)),
        text.papers(papers.as_ref().unwrap_or(&none)),
        text.keys(keys),
        text.recovery(world.settings.herstel.as_ref().unwrap_or(&none)),
        text.patience(world.vault.patience().as_secs() / 60),
        text.date(world.today.format("%Y-%m-%d")),
        text.version(env!("CARGO_PKG_VERSION")),
    ];
    world.print(&lines.join("\n"))?;
    Ok(Done::Well)
}
