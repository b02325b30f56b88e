//! `vragenlijst beeld`: a list as a picture, or as a document for whoever reviews it.

use std::path::{Path, PathBuf};

use clap::builder::PossibleValue;
use clap::{Args, ValueEnum};

use crate::commands::form::DocumentForm;
use crate::commands::{lists, output};
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
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Form {
    /// A picture for a browser, a printer, a word processor.
    Svg,
    /// A picture in text, for a page that draws Mermaid.
    Mermaid,
    /// A picture in text, for Graphviz.
    Dot,
    /// The document.
    Document(DocumentForm),
}

impl ValueEnum for Form {
    fn value_variants<'a>() -> &'a [Self] {
        &[
            Self::Svg,
            Self::Mermaid,
            Self::Dot,
            Self::Document(DocumentForm::Markdown),
            Self::Document(DocumentForm::Text),
            Self::Document(DocumentForm::Html),
            Self::Document(DocumentForm::Pdf),
            Self::Document(DocumentForm::Docx),
            Self::Document(DocumentForm::Odt),
        ]
    }

    fn to_possible_value(&self) -> Option<PossibleValue> {
        match self {
            Self::Svg => Some(PossibleValue::new("svg")),
            Self::Mermaid => Some(PossibleValue::new("mermaid").alias("mmd")),
            Self::Dot => Some(PossibleValue::new("dot").alias("graphviz")),
            Self::Document(DocumentForm::Markdown) => {
                let form = DocumentForm::Markdown.to_possible_value()?;
                Some(form.alias("document"))
            }
            Self::Document(form) => form.to_possible_value(),
        }
    }
}

/// The endings that choose a picture, and two more that choose a document.
const ENDINGS: [(&str, Form); 6] = [
    ("svg", Form::Svg),
    ("mmd", Form::Mermaid),
    ("mermaid", Form::Mermaid),
    ("dot", Form::Dot),
    ("gv", Form::Dot),
    ("markdown", Form::Document(DocumentForm::Markdown)),
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
        let written = written(world, &list, form, output::is_out(&file))?;
        output::put(world, &file, &written, self.overschrijf)?;
        if !output::is_out(&file) {
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
        let Some(file) = self.uit.as_deref().filter(|file| !output::is_out(file)) else {
            return Ok(Form::Svg);
        };
        by_ending(file).ok_or_else(|| {
            let text = &nl().picture_command;
            let pictures = ENDINGS.iter().map(|(ending, _)| *ending);
            let documents = DocumentForm::value_variants().iter();
            let all = pictures.chain(documents.map(|form| form.ending()));
            let all: Vec<String> = all.map(|ending| format!(".{ending}")).collect();
            Error::usage(
                text.which_form(file.display()),
                text.which_form_todo(all.join(", ")),
            )
        })
    }
}

fn by_ending(file: &Path) -> Option<Form> {
    let ending = file.extension()?.to_str()?.to_lowercase();
    let found = ENDINGS.iter().find(|(known, _)| *known == ending);
    let picture = found.map(|(_, form)| *form);
    picture.or_else(|| DocumentForm::of(file).map(Form::Document))
}

fn written(world: &World, list: &Questionnaire, form: Form, to_screen: bool) -> Result<Vec<u8>> {
    let picture = match form {
        Form::Svg => picture::svg(&Picture::of(list)),
        Form::Mermaid => picture::mermaid(&Picture::of(list)),
        Form::Dot => picture::dot(&Picture::of(list)),
        Form::Document(form) => return form.drawn(world, &document::list(list), to_screen),
    };
    Ok(picture.into_bytes())
}

fn is_large(list: &Questionnaire, written: &[u8]) -> bool {
    String::from_utf8_lossy(written).chars().count() > MERMAID_LETTERS
        || Picture::of(list).edges.len() > MERMAID_LINES
}
