//! `zelfcheck`: a self-check of our own on public duties. Each is kept with its day beside the settings; an earlier one can
//! be laid beside it. There is no total and no average.

mod compare;
mod page;

use std::path::{Path, PathBuf};

use chrono::NaiveDate;
use clap::ValueEnum;
use clap::builder::PossibleValue;

use self::compare::Compared;
use crate::answer::{Answers, show_date};
use crate::commands::form::DocumentForm;
use crate::commands::{casus, organisatie, output};
use crate::document::Document;
use crate::engine::{NextStep, View, next};
use crate::error::{Done, Error, Result};
use crate::questionnaire::Questionnaire;
use crate::text::nl;
use crate::world::{Guard, World};

/// The list that is asked.
const LIST: &str = "zelfcheck";
/// The folder of the answers, beside the settings: a file a day.
const FOLDER: &str = "zelfcheck";
/// What goes on with it.
const COMMAND: &str = "top3 zelfcheck";

/// Options of `zelfcheck`.
#[derive(Debug, Default, clap::Args)]
pub struct Zelfcheck {
    /// Begin een nieuwe, ook als de vorige nog geen jaar oud is
    #[arg(long, alias = "again")]
    pub opnieuw: bool,
    /// Leg de laatste naast een eerdere: die ervoor, of die van deze dag
    #[arg(
        long,
        value_name = "JJJJ-MM-DD",
        alias = "compare",
        num_args = 0..=1,
        default_missing_value = "",
        conflicts_with = "opnieuw"
    )]
    pub vergelijk: Option<String>,
    /// Vorm: tekst, markdown, html, pdf, docx (Word), odt (LibreOffice) of csv; anders zegt het einde van de bestandsnaam het
    #[arg(long, value_name = "VORM", alias = "format")]
    pub formaat: Option<Form>,
    /// Schrijf haar in dit bestand en vraag niets; - schrijft naar het scherm
    #[arg(short = 'o', long, value_name = "BESTAND", alias = "output")]
    pub uit: Option<PathBuf>,
    /// Neem de antwoorden uit dit bestand, en bewaar ze als die van vandaag
    #[arg(long, value_name = "BESTAND", alias = "answers")]
    pub antwoorden: Option<PathBuf>,
    /// Een bestand dat er al is vervangen
    #[arg(long, alias = "overwrite")]
    pub overschrijf: bool,
}

/// How it is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// For people.
    Document(DocumentForm),
    /// For a spreadsheet.
    Csv,
}

impl ValueEnum for Form {
    fn value_variants<'a>() -> &'a [Self] {
        &[
            Self::Document(DocumentForm::Text),
            Self::Document(DocumentForm::Markdown),
            Self::Document(DocumentForm::Html),
            Self::Document(DocumentForm::Pdf),
            Self::Document(DocumentForm::Docx),
            Self::Document(DocumentForm::Odt),
            Self::Csv,
        ]
    }

    fn to_possible_value(&self) -> Option<PossibleValue> {
        match self {
            Self::Document(form) => form.to_possible_value(),
            Self::Csv => Some(PossibleValue::new("csv")),
        }
    }
}

/// One that was kept.
pub(super) struct Kept {
    /// The day on which it was begun.
    pub(super) day: NaiveDate,
    file: PathBuf,
}

impl Zelfcheck {
    /// Asks where somebody is there and nothing was asked for; shows or writes it otherwise.
    pub fn run(self, world: &mut World) -> Result {
        let list = organisatie::list(world, LIST)?;
        if let Some(given) = &self.antwoorden {
            self.keep(world, &list, given)?;
        }
        let shows = self.uit.is_some()
            || self.formaat.is_some()
            || self.vergelijk.is_some()
            || self.antwoorden.is_some();
        if !shows && (world.person || world.lines) && self.is_due(world, &list)? {
            return self.ask(world, &list);
        }
        if self.opnieuw {
            world.somebody("`--antwoorden`")?;
        }
        self.show(world, &list)
    }

    /// Keeps answers from a file as those of today.
    fn keep(&self, world: &mut World, list: &Questionnaire, given: &Path) -> Result<()> {
        let answers = organisatie::given(world, list, given)?;
        let guard = if self.overschrijf {
            Guard::Replace
        } else {
            Guard::KeepOther
        };
        organisatie::write(list, &answers, &file(world, world.today), guard)
    }

    /// Whether there is something to ask: none yet, one that is not finished, or a year that is over.
    fn is_due(&self, world: &mut World, list: &Questionnaire) -> Result<bool> {
        let Some(last) = all(world)?.pop() else {
            return Ok(true);
        };
        let answers = organisatie::read(world, list, &last.file)?;
        let view = View::new(list, &answers, world.today);
        Ok(self.opnieuw || is_unfinished(&view) || is_over(&view))
    }

    fn ask(&self, world: &mut World, list: &Questionnaire) -> Result {
        let text = &nl().self_check;
        let unfinished = match all(world)?.pop() {
            Some(last) if !self.opnieuw => {
                let answers = organisatie::read(world, list, &last.file)?;
                let view = View::new(list, &answers, world.today);
                // A year later it is done anew: what was said then stays as it was said.
                let goes_on = is_unfinished(&view) && !is_over(&view);
                drop(view);
                goes_on.then_some((last.file, answers))
            }
            _ => None,
        };
        let (file, answers) = match unfinished {
            Some(found) => found,
            None => {
                let file = file(world, world.today);
                let answers = organisatie::read(world, list, &file)?;
                (file, answers)
            }
        };
        world.say(&text.opening(file.display()))?;
        world.was_read()?;
        let (answers, done) = organisatie::ask(world, list, &file, answers, COMMAND)?;
        if done == Done::Well {
            let document = page::document(list, &answers, world.today);
            DocumentForm::show(world, &document)?;
            world.say(&text.finished(file.display()))?;
        }
        Ok(Done::Well)
    }

    fn show(&self, world: &mut World, list: &Questionnaire) -> Result {
        let text = &nl().self_check;
        let kept = all(world)?;
        let Some(last) = kept.last() else {
            return Err(Error::usage(text.none(), text.none_todo()));
        };
        let now = organisatie::given(world, list, &last.file)?;
        let (document, csv) = match &self.vergelijk {
            None => (
                page::document(list, &now, last.day),
                page::csv(list, &now, last.day),
            ),
            Some(day) => {
                let before = before(&kept, day)?;
                let then = organisatie::given(world, list, &before.file)?;
                let compared = Compared::of(list, &then, &now);
                (
                    compare::document(&compared, before.day, last.day),
                    compare::csv(&compared, before.day, last.day),
                )
            }
        };
        self.write(world, &document, &csv)
    }

    fn write(&self, world: &mut World, document: &Document, csv: &str) -> Result {
        let out = self.uit.clone().unwrap_or_else(|| PathBuf::from("-"));
        let csv_file = out.extension().is_some_and(|end| end == "csv");
        let of_name = || match DocumentForm::of(&out) {
            _ if csv_file => Form::Csv,
            form => Form::Document(form.unwrap_or(DocumentForm::Text)),
        };
        let drawn = match self.formaat.unwrap_or_else(of_name) {
            Form::Csv => csv.as_bytes().to_vec(),
            Form::Document(form) => form.drawn(world, document, output::is_out(&out))?,
        };
        output::put(world, &out, &drawn, self.overschrijf)?;
        if !output::is_out(&out) {
            world.say(&nl().self_check.written(out.display()))?;
        }
        Ok(Done::Well)
    }
}

/// Whether something in it was not asked yet. *Onbekend* was asked, and is an answer.
fn is_unfinished(view: &View<'_>) -> bool {
    matches!(next(view), NextStep::Ask(_))
}

/// Whether the day has come to do it anew.
fn is_over(view: &View<'_>) -> bool {
    let tasks = casus::tasks(view);
    let mut days = tasks.iter().filter_map(|task| task.moment());
    days.any(|moment| moment.day <= view.today)
}

fn file(world: &World, day: NaiveDate) -> PathBuf {
    organisatie::beside(world, FOLDER).join(format!("{day}.yaml"))
}

/// All that were kept, the oldest first. Other files are not touched.
pub(super) fn all(world: &World) -> Result<Vec<Kept>> {
    let entries = world.entries(&organisatie::beside(world, FOLDER))?;
    let kept = entries.into_iter().flatten().filter_map(|file| {
        let day = file.file_name()?.to_str()?.strip_suffix(".yaml")?;
        let day = day.parse().ok()?;
        Some(Kept { day, file })
    });
    let mut kept: Vec<Kept> = kept.collect();
    kept.sort_by_key(|one| one.day);
    Ok(kept)
}

/// The latest one with its list, for what it waits for.
pub(super) fn latest(world: &mut World) -> Result<Option<(Questionnaire, Answers)>> {
    let Some(last) = all(world)?.pop() else {
        return Ok(None);
    };
    let list = organisatie::list(world, LIST)?;
    let answers = organisatie::given(world, &list, &last.file)?;
    Ok(Some((list, answers)))
}

/// Which one is laid beside the last.
fn before<'a>(kept: &'a [Kept], day: &str) -> Result<&'a Kept> {
    let text = &nl().self_check;
    let earlier = kept.split_last().map_or(kept, |(_, earlier)| earlier);
    let found = if day.is_empty() {
        earlier.last()
    } else {
        earlier.iter().find(|one| one.day.to_string() == day)
    };
    found.ok_or_else(|| {
        let days: Vec<String> = kept.iter().map(|one| show_date(one.day)).collect();
        Error::usage(text.no_earlier(), text.no_earlier_todo(days.join(", ")))
    })
}
