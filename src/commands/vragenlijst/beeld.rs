//! `vragenlijst beeld`: a list as a picture, or as a document for whoever reviews it.

use std::path::{Path, PathBuf};

use clap::{Args, ValueEnum};

use crate::commands::{lists, plan};
use crate::document;
use crate::error::{Done, Error, Result};
use crate::picture::{self, Picture};
use crate::questionnaire::{Library, Questionnaire};
use crate::text::nl;
use crate::world::World;

/// Options of `vragenlijst beeld`.
#[derive(Debug, Args)]
pub(super) struct Beeld {
    /// Een naam (zoals rihg) of een bestand
    #[arg(value_name = "LIJST")]
    list: String,
    /// Vorm: svg, mermaid of dot is een tekening; markdown of tekst is het document om te beoordelen
    #[arg(long, value_name = "VORM", alias = "format")]
    formaat: Option<Form>,
    /// Bestand om te schrijven; het einde van de naam kiest de vorm. Zonder bestand en zonder vorm: LIJST.svg. - schrijft naar het scherm
    #[arg(short = 'o', long, value_name = "BESTAND", alias = "output")]
    uit: Option<PathBuf>,
    /// Een bestand dat er al is vervangen
    #[arg(long, alias = "overwrite")]
    overschrijf: bool,
}

/// How it is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Form {
    /// A picture for a browser, a printer, a word processor.
    #[value(name = "svg")]
    Svg,
    /// A picture in text, for a page that draws Mermaid.
    #[value(name = "mermaid", alias = "mmd")]
    Mermaid,
    /// A picture in text, for Graphviz.
    #[value(name = "dot", alias = "graphviz")]
    Dot,
    /// The document, as Markdown.
    #[value(name = "markdown", aliases = ["md", "document"])]
    Markdown,
    /// The document, in plain lines.
    #[value(name = "tekst", alias = "text")]
    Text,
}

/// The endings that choose a form.
const ENDINGS: [(&str, Form); 8] = [
    ("svg", Form::Svg),
    ("mmd", Form::Mermaid),
    ("mermaid", Form::Mermaid),
    ("dot", Form::Dot),
    ("gv", Form::Dot),
    ("md", Form::Markdown),
    ("markdown", Form::Markdown),
    ("txt", Form::Text),
];

/// Mermaid draws no more than this, unless whoever draws it has said otherwise.
const MERMAID_LETTERS: usize = 50_000;
const MERMAID_LINES: usize = 500;

impl Beeld {
    /// Draws the list or writes it out.
    pub(super) fn run(self, world: &mut World) -> Result {
        let text = &nl().picture_command;
        let form = self.form()?;
        let list = lists::load(world, &mut Library::shipped(), &self.list)?;
        // Asked for nothing: a picture that opens with a click. Asked for a form: to standard output, for who goes on with it.
        let file = self.uit.clone().unwrap_or_else(|| match self.formaat {
            None => PathBuf::from(format!("{}.svg", list.version.id)),
            Some(_) => PathBuf::from("-"),
        });
        let written = written(world, &list, form, plan::is_out(&file));
        plan::put(world, &file, &written, self.overschrijf)?;
        if !plan::is_out(&file) {
            world.say(&match form {
                Form::Svg => text.written_svg(file.display()),
                _ => text.written(file.display()),
            })?;
        }
        if form == Form::Mermaid && is_large(&list, &written) {
            world.say(&text.large())?;
        }
        Ok(Done::Well)
    }

    fn form(&self) -> Result<Form> {
        if let Some(form) = self.formaat {
            return Ok(form);
        }
        let Some(file) = self.uit.as_deref().filter(|file| !plan::is_out(file)) else {
            return Ok(Form::Svg);
        };
        by_ending(file).ok_or_else(|| {
            let text = &nl().picture_command;
            let endings = ENDINGS.map(|(ending, _)| format!(".{ending}"));
            Error::usage(
                text.which_form(file.display()),
                text.which_form_todo(endings.join(", ")),
            )
        })
    }
}

fn by_ending(file: &Path) -> Option<Form> {
    let ending = file.extension()?.to_str()?.to_lowercase();
    let found = ENDINGS.iter().find(|(known, _)| *known == ending);
    found.map(|(_, form)| *form)
}

fn written(world: &World, list: &Questionnaire, form: Form, to_screen: bool) -> String {
    let document = |markdown| plan::rendered(world, &document::list(list), markdown, to_screen);
    match form {
        Form::Svg => picture::svg(&Picture::of(list)),
        Form::Mermaid => picture::mermaid(&Picture::of(list)),
        Form::Dot => picture::dot(&Picture::of(list)),
        Form::Markdown => document(true),
        Form::Text => document(false),
    }
}

fn is_large(list: &Questionnaire, written: &str) -> bool {
    written.chars().count() > MERMAID_LETTERS || Picture::of(list).edges.len() > MERMAID_LINES
}
