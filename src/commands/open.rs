//! `open`: opens a package that somebody sent, checks it, and says who wrote it. Writes nothing unless it is told where.

use std::path::PathBuf;

use clap::Args;

use crate::answer::show_date;
use crate::commands::{output, partners, sending, unlock};
use crate::error::{Done, Error, Result};
use crate::parcel::{self, Parcel};
use crate::plain::one_line;
use crate::text::nl;
use crate::world::World;

/// No package that we make is larger.
const MOST_BYTES: usize = 64 * 1024 * 1024;

/// What a kind of document that we make is called.
fn called(media: &str) -> String {
    let text = &nl().parcel;
    match media {
        "text/html" => text.media_html(),
        "application/pdf" => text.media_pdf(),
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document" => {
            text.media_docx()
        }
        "application/vnd.oasis.opendocument.text" => text.media_odt(),
        "text/plain" => text.media_text(),
        "text/markdown" => text.media_markdown(),
        "application/yaml" => text.media_yaml(),
        _ => text.media_other(),
    }
}

/// Options of `open`.
#[derive(Debug, Args)]
pub struct Open {
    /// Het pakket; - leest van standaardinvoer
    #[arg(value_name = "PAKKET")]
    pub pakket: PathBuf,
    /// Bestand om de inhoud in te bewaren, leesbaar; - schrijft naar het scherm
    #[arg(short = 'o', long, value_name = "BESTAND", alias = "output")]
    pub uit: Option<PathBuf>,
    /// Een bestand dat er al is vervangen
    #[arg(long, alias = "overwrite")]
    pub overschrijf: bool,
}

impl Open {
    /// Opens, checks, tells.
    pub fn run(self, world: &mut World) -> Result {
        let text = &nl().parcel;
        let bytes = world.read(&self.pakket, MOST_BYTES)?;
        unlock::unlock(world)?;
        let held = world.vault.held();
        let opener = held.ok_or_else(|| {
            let text = &nl().parcel;
            Error::usage(text.not_for_this_key(), text.not_for_this_key_todo())
        })?;
        let opened = parcel::open(&bytes, &opener.opener).map_err(|fault| {
            let (what, todo) = sending::words(fault);
            let file = text.faulty(self.pakket.display());
            Error::attention(format!("{file} {what}"), todo)
        })?;
        let known = tell(world, &opened)?;
        match &self.uit {
            None => world.say(&text.not_kept())?,
            Some(file) => {
                output::put(world, file, &opened.document, self.overschrijf)?;
                if !output::is_out(file) {
                    world.say(&text.kept(file.display()))?;
                }
            }
        }
        Ok(if known { Done::Well } else { Done::Attention })
    }
}

/// Says who wrote it and for whom. Whether the sender is known and was compared.
fn tell(world: &mut World, opened: &Parcel) -> Result<bool> {
    let text = &nl().parcel;
    let day = show_date(opened.on);
    let kept = partners::kept(world)?;
    let sender = kept
        .iter()
        .find(|one| one.key.as_ref() == Some(&opened.sender));
    let compared = sender.and_then(|one| one.compared);
    match (sender, compared) {
        (Some(one), Some(on)) => {
            world.say(&text.from_compared(one_line(&one.name), day, show_date(on)))?;
        }
        (Some(one), None) => {
            world.say(&text.from(one_line(&one.name), day))?;
            world.say(&text.from_not_compared())?;
        }
        (None, _) => {
            world.say(&text.from_unknown(day))?;
            world.say(&text.from_unknown_todo())?;
        }
    }
    world.say(&text.fingerprint(opened.sender.fingerprint()))?;
    world.say(&match opened.to.len() {
        0 | 1 => text.to_you(),
        many => text.to(many - 1),
    })?;
    world.say(&text.media(called(&opened.media)))?;
    world.say(&text.proves())?;
    Ok(compared.is_some())
}
