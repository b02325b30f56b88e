//! `papier`: something to print from a case for one reader.

mod find;
mod leaves;
pub(in crate::commands) mod nalezen;
mod person;
mod register;

use std::path::PathBuf;

use clap::ValueEnum;
use clap::builder::PossibleValue;

use crate::case::{CaseId, Event, Record};
use crate::commands::casus::{self, Opened};
use crate::commands::form::DocumentForm;
use crate::commands::sending::{self, Leaving, Sending};
use crate::commands::sharing::Finished;
use crate::commands::{output, plan, taal};
use crate::document::{self, Document};
use crate::engine::{View, outcomes};
use crate::error::{Done, Error, Result};
use crate::paper::{self, Consult, Refusal, Refused, Replaced, Sheet};
use crate::plain::plain;
use crate::questionnaire::Library;
use crate::questionnaire::paper::{Body, Paper};
use crate::reader::Guard;
use crate::telling;
use crate::text::{Spoken, doc, nl, speaking};
use crate::world::World;

use find::Found;
pub(super) use find::own_files;

/// The sheet that comes with the program and is no file.
const OVERLEG: [&str; 2] = ["overleg", "consult"];

/// Options of `papier`.
#[derive(Debug, Default, clap::Args)]
pub struct Papier {
    /// Welk papier: een naam (zoals overleg of melding), of een eigen bestand. Zonder dit ziet u welke er zijn
    #[arg(value_name = "PAPIER")]
    pub papier: Option<String>,
    /// Nummer van de casus; mag weg als er maar één is
    #[arg(value_name = "CASUS")]
    pub casus: Option<String>,
    /// Over wie het papier gaat, als er voor ieder een is: p3
    #[arg(long, value_name = "PERSOON", alias = "person")]
    pub persoon: Option<String>,
    /// Wie het leest, als dat een ander is: een ouder voor een kind
    #[arg(long, value_name = "PERSOON", alias = "reader", requires = "persoon")]
    pub lezer: Option<String>,
    /// Bestand waarin u regel voor regel kiest wat mee mag. Het wordt gemaakt als het er nog niet is, en anders teruggelezen
    #[arg(long, value_name = "BESTAND", alias = "review")]
    pub nalezen: Option<PathBuf>,
    /// Een registerregel van elke casus waar het papier bij past
    #[arg(long, alias = "all", conflicts_with_all = ["casus", "gegevens", "to"])]
    pub alle: bool,
    /// Vorm: tekst, plakken (om per deel in een formulier te zetten), markdown, html, pdf, docx (Word) of odt (LibreOffice); csv of json voor een registerregel. Het einde van de bestandsnaam kiest ook
    #[arg(long, value_name = "VORM", alias = "format")]
    pub formaat: Option<Form>,
    /// Taal van de kopjes en vaste zinnen: nl, en, of een bestand met zinnen (zie `top3 taal`); wat iemand zei, blijft zoals het is
    #[arg(long, value_name = "TAAL", alias = "language", conflicts_with = "alle")]
    pub taal: Option<String>,
    /// Waarheen, voor wie en hoe
    #[command(flatten)]
    pub sending: Sending,
}

/// How it is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// A sheet, for people.
    Document(DocumentForm),
    /// A line of a register, for a spreadsheet.
    Csv,
    /// A line of a register, for a program.
    Json,
}

impl ValueEnum for Form {
    fn value_variants<'a>() -> &'a [Self] {
        &[
            Self::Document(DocumentForm::Text),
            Self::Document(DocumentForm::Paste),
            Self::Document(DocumentForm::Markdown),
            Self::Document(DocumentForm::Html),
            Self::Document(DocumentForm::Pdf),
            Self::Document(DocumentForm::Docx),
            Self::Document(DocumentForm::Odt),
            Self::Csv,
            Self::Json,
        ]
    }

    fn to_possible_value(&self) -> Option<PossibleValue> {
        match self {
            Self::Document(form) => form.to_possible_value(),
            Self::Csv => Some(PossibleValue::new("csv")),
            Self::Json => Some(PossibleValue::new("json")),
        }
    }
}

/// A case with the list it was filled in with.
struct Case {
    id: CaseId,
    record: Record,
    opened: Opened,
    library: Library,
    /// The id of the list in that library.
    list: String,
}

impl Case {
    fn open(world: &mut World, id: CaseId) -> Result<Self> {
        let record = casus::peek(world, &id)?;
        let opened = casus::opened(world, &record)?;
        let bundle = opened.bundle.clone();
        Ok(Self {
            list: bundle.id.clone(),
            library: Library::of(bundle),
            id,
            record,
            opened,
        })
    }

    fn view(&self, world: &World) -> View<'_> {
        View::new(&self.opened.list, &self.record.answers, world.today)
    }
}

impl Papier {
    /// Makes the paper.
    pub fn run(mut self, world: &mut World) -> Result {
        let text = &nl().paper_command;
        let Some(name) = self.papier.clone() else {
            if !world.person {
                return find::list(world);
            }
            let id = casus::which(world, self.casus.as_deref(), false)?;
            let case = Case::open(world, id)?;
            let Some(name) = find::choose(world, &case)? else {
                return Ok(Done::Well);
            };
            self.papier = Some(name.clone());
            return self.make(world, &name, &case);
        };
        if self.alle {
            let found = find::paper(world, &name)?;
            found.say_if_instead(world)?;
            return register::all(world, &self, &found);
        }
        // A name that is wrong is told before somebody chooses a case.
        if !OVERLEG.contains(&name.as_str()) {
            find::paper(world, &name)?;
        }
        let id = casus::which(world, self.casus.as_deref(), false)?;
        let case = Case::open(world, id)?;
        if OVERLEG.contains(&name.as_str()) && self.persoon.is_some() {
            return Err(Error::usage(
                text.not_per_person(),
                text.not_per_person_todo(),
            ));
        }
        self.make(world, &name, &case)
    }

    fn make(&self, world: &mut World, name: &str, case: &Case) -> Result {
        let language = taal::chosen(world, self.taal.as_deref())?;
        if OVERLEG.contains(&name) {
            Self::dutch(language)?;
            return self.consult(world, case);
        }
        let found = find::paper(world, name)?;
        found.say_if_instead(world)?;
        speaking(language, || {
            let paper = found.beside(world, case)?;
            match &paper.body {
                Body::Line(_) => {
                    Self::dutch(language)?;
                    register::one(world, self, &paper, case)
                }
                Body::Sheet(_) => self.sheet(world, &paper, case),
            }
        })
    }

    /// What a colleague or a program reads is there in Dutch only.
    fn dutch(language: &Spoken) -> Result<()> {
        let text = &nl().paper_command;
        match language.language.as_str() {
            "nl" => Ok(()),
            _ => Err(Error::usage(text.only_dutch(), text.only_dutch_todo())),
        }
    }

    fn sheet(&self, world: &mut World, paper: &Paper, case: &Case) -> Result {
        let text = &nl().paper_command;
        self.readable()?;
        // Before anything is asked: whether it can go there.
        self.sending.partners(world)?;
        let view = case.view(world);
        let readers = person::readers(world, self, paper, &view)?;
        let filled = paper::sheet(&view, paper, readers.as_ref());
        let mut filled = filled.map_err(|refusal| refused(&refusal))?;
        let outside = leaves::Outgoing {
            paper,
            readers: &readers,
            case,
        };
        let points = telling::points(view.list, &outcomes(&view)).len();
        if paper.outside.is_some() && points > 0 {
            world.say(&text.points_first(points, &case.id))?;
        }
        let from = self.sending.gegevens.as_deref();
        let given = match outside.ground(&self.sending) {
            Some(ground) => match outside.given(world, from, ground)? {
                Some(given) => Some(given),
                None => return Ok(Done::Well),
            },
            None if from.is_some() => {
                return Err(Error::usage(text.stays_inside(), text.stays_inside_todo()));
            }
            None => None,
        };
        if paper.review {
            let about = nalezen::About {
                paper: &paper.id,
                case: &case.id,
                person: readers.person.as_ref(),
                reader: readers.reader.as_ref(),
                says: nalezen::Says::paper(),
            };
            if doc().language != "nl" {
                world.say(&text.review_language(&doc().language))?;
            }
            filled = match nalezen::reviewed(world, self.nalezen.as_deref(), filled, &about)? {
                Some(filled) => filled,
                None => return Ok(Done::Well),
            };
            paper::recheck(&view, paper, &filled).map_err(|refusal| refused(&refusal))?;
        } else if self.nalezen.is_some() {
            return Err(Error::usage(text.no_review(), text.no_review_todo()));
        }
        let replaced = filled.replaced.clone();
        let document = document::sheet(&filled, &plan::calls());
        let form = self.form();
        let event = match &given {
            Some(given) => outside.shared(world.today, form, given),
            None => Event::Exported(readers.logged(&paper.id)),
        };
        let drawn = self.drawn(world, &document)?;
        if let Some(given) = &given {
            let finished = Finished {
                document: &document,
                bytes: &drawn,
                file: &self.sending.file(),
            };
            outside.guards(world, given, &filled, &finished)?;
        }
        self.write(world, &drawn, form.media(), event, case)?;
        say_replaced(world, &replaced)?;
        world.say(&closing(&filled))?;
        if given.is_some() {
            world.say(&nl().share.logged(&case.id))?;
        }
        Ok(Done::Well)
    }

    fn consult(&self, world: &mut World, case: &Case) -> Result {
        let text = &nl().paper_command;
        self.readable()?;
        let sheet = paper::consult(&case.view(world)).map_err(|one| trace(&one))?;
        let document = document::consult(&sheet, &plan::calls());
        let drawn = self.drawn(world, &document)?;
        let finished = Finished {
            document: &document,
            bytes: &drawn,
            file: &self.sending.file(),
        };
        let protected = Guard::of(&case.view(world)).everything();
        let constants = document::consult(&Consult::default(), &plan::calls());
        finished.holds_nothing_of(&protected, &constants, nl().share.refused_todo())?;
        let event = Event::Exported(OVERLEG[0].to_owned());
        self.write(world, &drawn, self.form().media(), event, case)?;
        say_replaced(world, &sheet.replaced)?;
        world.say(&text.check())?;
        Ok(Done::Well)
    }

    /// A sheet is for people.
    fn readable(&self) -> Result<()> {
        match self.formaat {
            Some(Form::Csv | Form::Json) => {
                let text = &nl().paper_command;
                Err(Error::usage(text.not_a_line(), text.not_a_line_todo()))
            }
            _ => Ok(()),
        }
    }

    fn form(&self) -> DocumentForm {
        match self.formaat {
            Some(Form::Document(form)) => form,
            _ => {
                DocumentForm::of(sending::named(&self.sending.file())).unwrap_or(DocumentForm::Text)
            }
        }
    }

    fn drawn(&self, world: &World, document: &Document) -> Result<Vec<u8>> {
        let to_screen = output::is_out(&self.sending.file()) && !self.sending.is_sealed();
        self.form().drawn(world, document, to_screen)
    }

    /// Writes or prints it, with its line in the log of the case first.
    fn write(
        &self,
        world: &mut World,
        bytes: &[u8],
        media: &str,
        event: Event,
        case: &Case,
    ) -> Result<()> {
        let file = self.sending.file();
        let leaving = Leaving {
            file: &file,
            bytes,
            media,
        };
        self.sending.put(world, &leaving, &case.id, |sealed_for| {
            vec![leaves::sealed(event, sealed_for)]
        })?;
        self.say_written(world)
    }

    fn say_written(&self, world: &mut World) -> Result<()> {
        let file = self.sending.file();
        if !output::is_out(&file) {
            world.say(&nl().paper_command.written(file.display()))?;
        }
        Ok(())
    }
}

/// What to say when it is made.
fn closing(sheet: &Sheet) -> String {
    let text = &nl().paper_command;
    if sheet.anonymous {
        text.check()
    } else {
        text.read_first(plain(&sheet.reader))
    }
}

fn say_replaced(world: &mut World, replaced: &[Replaced]) -> Result<()> {
    let text = &nl().paper_command;
    if replaced.is_empty() {
        return Ok(());
    }
    world.say(&text.replaced())?;
    for part in replaced {
        world.say(&text.part(&part.part, kinds(part)))?;
    }
    Ok(())
}

/// Why a paper is not made.
fn refused(refusal: &Refusal) -> Error {
    let text = &nl().paper_command;
    match refusal {
        Refusal::Danger(reason, todo) => Error::attention(text.endangers(reason), todo),
        Refusal::Trace(one) => trace(one),
        Refusal::Missing(gaps) => {
            let lines = gaps.iter().map(|gap| text.gap(&gap.row, &gap.question));
            Error::attention(text.missing(), text.missing_todo()).with_details(lines.collect())
        }
    }
}

fn trace(refused: &Refused) -> Error {
    let text = &nl().paper_command;
    let parts = refused
        .parts
        .iter()
        .map(|part| text.part(&part.part, kinds(part)));
    Error::attention(text.refused(), text.refused_todo()).with_details(parts.collect())
}

/// *een datum, een adres*
fn kinds(part: &Replaced) -> String {
    let kinds: Vec<String> = part.kinds.iter().map(|kind| kind.called()).collect();
    kinds.join(", ")
}
