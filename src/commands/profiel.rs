//! `profiel`: which profession or organisation new cases are for; chosen once and remembered in the settings file.

use crate::commands::lists;
use crate::commands::overstap::Overstap;
use crate::error::{Done, Error, Result};
use crate::text::nl;
use crate::world::World;

/// Options of `profiel`.
#[derive(Debug, Default, clap::Args)]
pub struct Profiel {
    /// Naam van het profiel, of een eigen bestand; zonder naam ziet u wat er is
    #[arg(value_name = "PROFIEL")]
    pub naam: Option<String>,
    /// Geef dit profiel aan een casus die al loopt; u ziet eerst wat er verandert
    #[arg(long, value_name = "CASUS", alias = "case", requires = "naam")]
    pub casus: Option<String>,
}

impl Profiel {
    /// Shows the profiles, and remembers the one that was named or picked.
    pub fn run(self, world: &mut World) -> Result {
        if let (Some(case), Some(name)) = (&self.casus, &self.naam) {
            return Overstap {
                casus: Some(case.clone()),
                profiel: Some(name.clone()),
                ..Overstap::default()
            }
            .run(world);
        }
        let names = lists::profiles();
        let chosen = match self.naam {
            Some(name) => Some(name),
            None => show(world, &names)?,
        };
        let Some(name) = chosen else {
            return Ok(Done::Well);
        };
        // Loading it tells at once whether it exists and is right.
        lists::library(world, Some(&name))?;
        let kept = if lists::is_path(&name) {
            std::path::absolute(&name).map_or(name, |path| path.display().to_string())
        } else {
            name
        };
        world.remember_profile(&kept)?;
        world.say(&nl().profile.kept(&kept))?;
        Ok(Done::Well)
    }
}

/// The profiles with their titles; the one that is picked, when somebody can pick.
fn show(world: &mut World, names: &[String]) -> Result<Option<String>> {
    let text = &nl().profile;
    world.print(&text.now(current(world)))?;
    // Many lines: in columns, so that somebody finds the own profession at a glance.
    let most = names.iter().map(|name| name.chars().count()).max();
    for (at, name) in names.iter().enumerate() {
        let title = title(world, name)?;
        // All titles open with the same word.
        let title = title.split_once(": ").map_or(&*title, |(_, rest)| rest);
        let number = format!("{:>2}", at + 1);
        let name = format!("{name:<width$}", width = most.unwrap_or_default());
        world.print(&text.line(number, name, title))?;
    }
    if !world.person && !world.lines {
        return Ok(None);
    }
    let typed = world.ask(&text.question(), "")?;
    let typed = typed.trim();
    if typed.is_empty() {
        return Ok(None);
    }
    let by_number = typed
        .parse::<usize>()
        .ok()
        .and_then(|number| names.get(number.checked_sub(1)?));
    match by_number {
        Some(name) => Ok(Some(name.clone())),
        None if typed.chars().all(|c| c.is_ascii_digit()) => Err(Error::usage(
            text.no_number(),
            text.no_number_todo(names.len()),
        )),
        None => Ok(Some(typed.to_owned())),
    }
}

/// The profile that new cases get.
pub fn current(world: &World) -> String {
    world
        .settings
        .profiel
        .clone()
        .unwrap_or_else(|| lists::BASE.to_owned())
}

fn title(world: &mut World, name: &str) -> Result<String> {
    if name == lists::BASE {
        return Ok(nl().profile.base());
    }
    let mut library = lists::library(world, Some(lists::BASE))?;
    let id = lists::profile_id(&library, name).unwrap_or_else(|| name.to_owned());
    Ok(lists::load(world, &mut library, &id)?.title.to_string())
}
