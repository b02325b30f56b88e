//! The forms in which a document goes to people, whichever command makes it: chosen by name or by how the file ends.

use std::path::Path;

use clap::ValueEnum;

use super::screens;
use crate::document::Document;
use crate::error::{Error, ErrorKind, Result};
use crate::render;
use crate::text::{doc, nl};
use crate::world::World;

/// How a document is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum DocumentForm {
    /// In plain lines.
    #[value(name = "tekst", alias = "text", alias = "txt")]
    Text,
    /// Part by part, to paste into a form.
    #[value(name = "plakken", alias = "paste")]
    Paste,
    /// As Markdown.
    #[value(name = "markdown", alias = "md")]
    Markdown,
    /// One page for a browser, a phone or a printer.
    #[value(name = "html")]
    Html,
    /// To print, and to hand over as it is.
    #[value(name = "pdf")]
    Pdf,
    /// To open in Word.
    #[value(name = "docx", alias = "word")]
    Docx,
    /// To open in LibreOffice.
    #[value(name = "odt")]
    Odt,
}

/// The language of the document as a text processor names it: with a country, where that matters for its spelling.
fn locale() -> String {
    match doc().language.as_str() {
        "nl" => "nl-NL".to_owned(),
        "en" => "en-GB".to_owned(),
        other => other.to_owned(),
    }
}

/// How wide a page of plain text is.
const PAGE: usize = 80;

impl DocumentForm {
    /// How a file of this form ends.
    pub const fn ending(self) -> &'static str {
        match self {
            Self::Text | Self::Paste => "txt",
            Self::Markdown => "md",
            Self::Html => "html",
            Self::Pdf => "pdf",
            Self::Docx => "docx",
            Self::Odt => "odt",
        }
    }

    /// What kind of file that is, for a program.
    pub const fn media(self) -> &'static str {
        match self {
            Self::Text | Self::Paste => "text/plain",
            Self::Markdown => "text/markdown",
            Self::Html => "text/html",
            Self::Pdf => "application/pdf",
            Self::Docx => "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
            Self::Odt => "application/vnd.oasis.opendocument.text",
        }
    }

    /// The form that belongs to how this file ends.
    pub fn of(file: &Path) -> Option<Self> {
        let ending = file.extension()?.to_str()?.to_lowercase();
        let mut all = Self::value_variants().iter().copied();
        all.find(|one| one.ending() == ending)
    }

    /// The document in plain lines on the screen.
    ///
    /// # Errors
    /// When standard output is gone.
    pub fn show(world: &mut World, document: &Document) -> Result<()> {
        let drawn = Self::Text.drawn(world, document, true)?;
        world.give(&drawn)
    }

    /// The same for what is invented and is read now, by one or by a room: at a terminal a screen at a time.
    ///
    /// # Errors
    /// When standard output is gone, or nobody types any more.
    pub fn read_through(world: &mut World, document: &Document) -> Result<()> {
        if world.lines || !world.person || !world.out_is_terminal {
            return Self::show(world, document);
        }
        let drawn = render::terminal(document, world.width, world.colour);
        if drawn.trim_end().lines().count() <= screens::room() {
            return world.print(drawn.trim_end());
        }
        let text = &nl().program;
        let asked = |at, screens| {
            if at < screens {
                text.reads_on(at, screens)
            } else {
                text.read_all(screens)
            }
        };
        let understood = |typed: &str| matches!(typed, "s" | "stop");
        // A room talks about it for as long as it likes, and nothing here is about anybody.
        screens::show(
            world,
            &drawn,
            World::ask_at_leisure,
            asked,
            understood,
            &text.reads_again(),
        )?;
        Ok(())
    }

    /// The document in this form; on a screen as wide as the screen is.
    ///
    /// # Errors
    /// When a form that only a program can open would go to a screen, or the document could not be made.
    pub fn drawn(self, world: &World, document: &Document, to_screen: bool) -> Result<Vec<u8>> {
        let screen = to_screen && world.out_is_terminal;
        let made = match self {
            Self::Text if screen => {
                Some(render::terminal(document, world.width, world.colour).into_bytes())
            }
            Self::Text => Some(render::text(document, PAGE).into_bytes()),
            Self::Paste => Some(render::paste(document).into_bytes()),
            Self::Markdown => Some(render::markdown(document).into_bytes()),
            Self::Html => render::html(document, &doc().language).map(String::into_bytes),
            Self::Pdf | Self::Docx | Self::Odt if screen => {
                let text = &nl().rendered;
                let name = self.ending();
                return Err(Error::usage(
                    text.no_screen(name),
                    text.no_screen_todo(name),
                ));
            }
            Self::Pdf => render::pdf(document, &locale()),
            Self::Docx => render::docx(document, &locale()),
            Self::Odt => render::odt(document, &locale()),
        };
        made.ok_or_else(|| {
            let program = &nl().program;
            Error::new(
                ErrorKind::Machine,
                program.unexpected(self.ending()),
                program.unexpected_todo(),
            )
        })
    }
}
