//! `partners`: the partners of the chain as an organisation keeps them, in a dated file of its own beside the settings.

use std::path::PathBuf;

use crate::answer::show_date;
use crate::commands::form::DocumentForm;
use crate::commands::{lists, organisatie, output};
use crate::document::{Block, Call, Document, Line, Table, Tone};
use crate::error::{Done, Error, Result};
use crate::partner::{self, Partner};
use crate::text::nl;
use crate::world::World;

/// Where they stand, beside the settings.
pub(super) const FILE: &str = "partners.yaml";

/// Options of `partners`.
#[derive(Debug, Default, clap::Args)]
pub struct Partners {
    /// Schrijf een leeg voorbeeld om in te vullen, zonder verzonnen nummers
    #[arg(long, alias = "example")]
    pub voorbeeld: bool,
    /// Bestand voor het voorbeeld; anders komt het op zijn plaats naast de instellingen
    #[arg(
        short = 'o',
        long,
        value_name = "BESTAND",
        alias = "output",
        requires = "voorbeeld"
    )]
    pub uit: Option<PathBuf>,
}

impl Partners {
    /// Shows them, or writes an empty file to fill in.
    pub fn run(self, world: &mut World) -> Result {
        let text = &nl().partners;
        let file = organisatie::beside(world, FILE);
        if self.voorbeeld {
            let to = self.uit.unwrap_or(file);
            if !output::is_out(&to) {
                World::must_have_folder(&to)?;
            }
            output::put(
                world,
                &to,
                format!("{}\n", text.example()).as_bytes(),
                false,
            )?;
            if !output::is_out(&to) {
                world.say(&text.example_written(to.display()))?;
            }
            return Ok(Done::Well);
        }
        let all = kept(world)?;
        if all.is_empty() {
            world.say(&text.none(file.display()))?;
            return Ok(Done::Well);
        }
        let mut blocks = vec![
            Block::Table(table(&all, world.today)),
            Block::Notice(Tone::Note, text.national().into()),
        ];
        let keys: Vec<Line> = all.iter().filter_map(key).collect();
        if !keys.is_empty() {
            blocks.push(Block::Heading(1, text.keys()));
            blocks.push(Block::Paragraph(text.keys_about().into()));
            blocks.push(Block::Bullets(keys));
        }
        let document = Document {
            title: text.title(),
            mark: None,
            blocks,
        };
        DocumentForm::show(world, &document)?;
        let old = all.iter().filter(|one| one.is_old(world.today));
        let old: Vec<&str> = old.map(|one| one.name.as_str()).collect();
        if old.is_empty() {
            return Ok(Done::Well);
        }
        world.say(&text.old(old.join(", "), file.display()))?;
        Ok(Done::Attention)
    }
}

/// The partners that are kept; none where there is no file.
pub(super) fn kept(world: &World) -> Result<Vec<Partner>> {
    let file = organisatie::beside(world, FILE);
    if World::size(&file).is_none() {
        return Ok(Vec::new());
    }
    let bytes = World::bytes(&file, lists::MOST_BYTES)?;
    partner::read(&bytes, &file.display().to_string(), world.today).map_err(|drawn| {
        let text = &nl().partners;
        Error::attention(text.faulty(file.display()), text.faulty_todo()).with_details(vec![drawn])
    })
}

/// The fingerprint of one, and whether it was compared.
fn key(one: &Partner) -> Option<Line> {
    let text = &nl().partners;
    let print = one.key.as_ref()?.fingerprint();
    Some(Line::plain(match one.compared {
        Some(day) => text.key_compared(&one.name, show_date(day), print),
        None => text.key_not_compared(&one.name, print),
    }))
}

/// Those with a number, to call; none where the settings do not ask for them on a plan.
pub(super) fn calls(world: &World) -> Result<Vec<Call>> {
    let text = &nl().partners;
    if !world.settings.shows_partners("plan") {
        return Ok(Vec::new());
    }
    let calls = kept(world)?.into_iter().filter_map(|one| {
        let checked = match one.checked {
            None => text.never(),
            Some(day) if one.is_old(world.today) => text.long_ago(show_date(day)),
            Some(day) => text.checked(show_date(day)),
        };
        let reachable = one.reachable.iter().map(|when| text.reachable(when));
        Some(Call {
            about: text.call(&one.about, reachable.collect::<String>(), checked),
            name: one.name,
            number: one.phone?,
        })
    });
    Ok(calls.collect())
}

/// All of them as a table, with the day on which each was looked at.
pub(super) fn table(all: &[Partner], today: chrono::NaiveDate) -> Table {
    let text = &nl().partners;
    let rows = all.iter().map(|one| {
        let checked = match one.checked {
            None => text.never(),
            Some(day) if one.is_old(today) => text.long_ago(show_date(day)),
            Some(day) => show_date(day),
        };
        let open = || nl().protocol.to_fill_in();
        let name = match &one.role {
            Some(role) => Line::strong(&one.name).and(text.role(role)),
            None => Line::strong(&one.name),
        };
        let phone = one.phone.clone().unwrap_or_else(open);
        let reachable = one.reachable.iter().map(|when| text.reachable(when));
        vec![
            name,
            Line::plain(&one.about),
            Line::plain(phone).and(reachable.collect::<String>()),
            Line::from(checked),
        ]
    });
    Table {
        head: vec![
            text.column_name(),
            text.column_about(),
            text.column_phone(),
            text.column_checked(),
        ],
        rows: rows.collect(),
    }
}
