//! `kladblok`: a text of one's own in an encrypted file, apart from every case. What it is called says nothing: for whoever
//! is threatened it holds their own plan. The file, its passphrase and what stands in it are asked, so that nothing of it
//! stays behind in what was typed before; no case, list, menu, setting or log knows of it.

use std::path::{Path, PathBuf};

use zeroize::Zeroizing;

use crate::answer::show_date;
use crate::commands::form::DocumentForm;
use crate::commands::output::Prepared;
use crate::commands::shared;
use crate::document::{Block, Document};
use crate::error::{Done, Error, Result};
use crate::keys::{Fault, Passphrase, WORK};
use crate::notebook::{Done as Did, Notebook};
use crate::plain::plain;
use crate::text::nl;
use crate::world::{Guard, World};

/// So large such a file may be.
const MOST_BYTES: usize = 4 << 20;
/// So often a passphrase may be tried.
const TRIES: usize = 3;
/// The subjects, in the order in which they are asked.
const SUBJECTS: [&str; 9] = [
    "wie", "teken", "waarheen", "hoe", "mee", "kinderen", "telefoon", "nood", "anders",
];

/// Options of `kladblok`: none, on purpose.
#[derive(Debug, Default, clap::Args)]
pub struct Kladblok {}

/// One that is open.
struct Open {
    file: PathBuf,
    passphrase: Passphrase,
    book: Notebook,
}

impl Kladblok {
    /// Opens or begins one, and goes on until the person stops.
    pub fn run(self, world: &mut World) -> Result {
        let text = &nl().notebook;
        if !world.person && !world.lines {
            return Err(Error::usage(text.only_here(), text.only_here_todo()));
        }
        world.say(&shared::danger())?;
        world.say(&format!("\n{}", text.about()))?;
        let typed = world.ask(&text.ask_file(), "")?;
        let typed = typed.trim();
        if typed.is_empty() {
            return Ok(Done::Well);
        }
        let file = PathBuf::from(typed);
        let mut open = match World::size(&file) {
            Some(_) => existing(world, file)?,
            None => begin(world, file)?,
        };
        loop {
            for line in [
                text.one_read(),
                text.two_write(),
                text.three_print(),
                text.none_stop(),
            ] {
                world.say(&line)?;
            }
            match world.ask(&text.ask_what(), "")?.trim() {
                "1" => show(world, &open)?,
                "2" => write(world, &mut open)?,
                "3" => print(world, &mut open)?,
                "0" | "" => break,
                _ => world.say(&text.again())?,
            }
        }
        world.wipe()?;
        world.say(&text.bye())?;
        Ok(Done::Well)
    }
}

/// A new one. It is on disk as soon as something was written.
fn begin(world: &mut World, file: PathBuf) -> Result<Open> {
    let text = &nl().notebook;
    let made = Passphrase::generate().map_err(|fault| error(&fault))?;
    world.say(&text.made_up())?;
    world.say(&format!("\n    {}\n", made.words()))?;
    world.say(&text.lost())?;
    let typed = world.secret(&text.own_or_enter())?;
    let passphrase = match typed.trim() {
        "" => made,
        own => Passphrase::chosen(own)
            .map_err(|_| Error::attention(text.too_short(), text.too_short_todo()))?,
    };
    world.wipe()?;
    Ok(Open {
        file,
        passphrase,
        book: Notebook::default(),
    })
}

fn existing(world: &mut World, file: PathBuf) -> Result<Open> {
    let text = &nl().notebook;
    let bytes = world.read(&file, MOST_BYTES)?;
    for _ in 0..TRIES {
        let typed = world.secret(&text.ask_passphrase())?;
        let passphrase = Passphrase::typed(&typed);
        match Notebook::opened(&bytes, &passphrase) {
            Ok(book) => {
                return Ok(Open {
                    file,
                    passphrase,
                    book,
                });
            }
            Err(Fault::WrongPassphrase) => world.say(&text.wrong())?,
            Err(fault) => return Err(error(&fault)),
        }
    }
    Err(Error::attention(text.gave_up(), text.gave_up_todo()))
}

fn error(fault: &Fault) -> Error {
    let text = &nl().notebook;
    match fault {
        Fault::Cut => Error::attention(text.cut(), text.damaged_todo()),
        _ => Error::attention(text.damaged(), text.damaged_todo()),
    }
}

fn subject(name: &str) -> String {
    let text = &nl().notebook;
    let found = text.sentence_called(&format!("onderwerp_{name}"));
    found.unwrap_or(name).to_owned()
}

fn show(world: &mut World, open: &Open) -> Result<()> {
    let text = &nl().notebook;
    if open.book.texts.is_empty() {
        world.say(&text.empty())?;
    }
    for name in SUBJECTS {
        if let Some(said) = open.book.texts.get(name) {
            world.say(&format!("\n{}", subject(name)))?;
            world.say(&format!("  {}", plain(said)))?;
        }
    }
    for (day, did) in &open.book.log {
        world.say(&match did {
            Did::Geschreven => text.log_written(show_date(*day)),
            Did::Afgedrukt => text.log_printed(show_date(*day)),
        })?;
    }
    world.ask(&text.enter(), "")?;
    world.wipe()
}

fn write(world: &mut World, open: &mut Open) -> Result<()> {
    let text = &nl().notebook;
    for (at, name) in SUBJECTS.iter().enumerate() {
        world.say(&format!("  {}  {}", at + 1, subject(name)))?;
    }
    let typed = world.ask(&text.ask_subject(), "")?;
    let number = typed.trim().parse::<usize>().ok();
    let Some(name) = number.and_then(|number| SUBJECTS.get(number.checked_sub(1)?)) else {
        return world.say(&text.again());
    };
    if let Some(said) = open.book.texts.get(*name) {
        world.say(&format!("  {}", plain(said)))?;
    }
    let said = Zeroizing::new(world.ask(&text.ask_text(), "")?);
    match said.trim() {
        "" => {
            open.book.texts.remove(*name);
        }
        said => {
            open.book.texts.insert((*name).to_owned(), said.to_owned());
        }
    }
    noted(world, open, Did::Geschreven)?;
    world.wipe()?;
    world.say(&text.kept())
}

/// Writes what was done in its log, and all of it to disk; where the disk refuses, it was not done.
fn noted(world: &World, open: &mut Open, did: Did) -> Result<()> {
    open.book.log.push((world.today, did));
    let saved = save(world, open);
    if saved.is_err() {
        open.book.log.pop();
    }
    saved
}

fn save(world: &World, open: &Open) -> Result<()> {
    let bytes = open.book.guarded(&open.passphrase, WORK);
    let bytes = bytes.map_err(|fault| error(&fault))?;
    world.write(&open.file, &bytes, Guard::Replace)
}

/// Writes it unguarded, for paper: only when asked, and after a warning.
fn print(world: &mut World, open: &mut Open) -> Result<()> {
    let text = &nl().notebook;
    world.say(&text.print_warning())?;
    if world.ask(&text.print_sure(), "")?.trim() != "ja" {
        return world.say(&text.not_printed());
    }
    let typed = world.ask(&text.ask_print_file(), "")?;
    let file = Path::new(typed.trim());
    if typed.trim().is_empty() {
        return world.say(&text.not_printed());
    }
    let mut blocks = Vec::new();
    for name in SUBJECTS {
        if let Some(said) = open.book.texts.get(name) {
            blocks.push(Block::Heading(1, subject(name)));
            blocks.push(Block::Paragraph(said.as_str().into()));
        }
    }
    let document = Document {
        title: text.print_title(),
        mark: None,
        blocks,
    };
    let form = DocumentForm::of(file).unwrap_or(DocumentForm::Text);
    let bytes = form.drawn(world, &document, false)?;
    let made = Prepared::of(world, file, &bytes, false)?;
    noted(world, open, Did::Afgedrukt)?;
    made.appear(world)?;
    world.say(&text.printed())
}
