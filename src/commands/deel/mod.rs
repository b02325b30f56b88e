//! `deel`: a version of the plan for one reader outside the team. Who gets it, what for and on which ground is asked each
//! time and stands in the log of the case; what this reader may not have stops it.

mod ask;
mod choose;
mod given;
mod leak;
mod overview;
mod shown;

use std::path::PathBuf;

use crate::case::{CaseId, Event, Record, Shared, What};
use crate::commands::plan::{self, Form};
use crate::commands::sending::{self, Sending};
use crate::commands::{casus, day, taal};
use crate::document::{self, Document};
use crate::engine::View;
use crate::error::{Done, Error, Result};
use crate::plain::plain;
use crate::plan::{Audience, Made, Plan as Content, build};
use crate::questionnaire::reader::Reader;
use crate::reader::{self, Guard, Shut, Version, Whom, Wish};
use crate::text::{nl, speaking};
use crate::world::World;

use given::Given;

/// Options of `deel`.
#[derive(Debug, Default, clap::Args)]
pub struct Deel {
    /// Nummer van de casus; mag weg als er maar één is
    #[arg(value_name = "CASUS")]
    pub casus: Option<String>,
    /// Voor wie: huishouden, persoon, kind, netwerk, school, keten of veilig-thuis; of iemand uit de casus, zoals p2; of een eigen bestand
    #[arg(
        long,
        value_name = "LEZER",
        alias = "for",
        conflicts_with = "overzicht"
    )]
    pub voor: Option<String>,
    /// Wie van hen, als er meer zijn: p5. Nooit een naam
    #[arg(long, value_name = "PERSOON", alias = "who", requires = "voor")]
    pub wie: Option<String>,
    /// Bestand met ontvanger, doel en grond, in plaats van vragen. Het wordt gemaakt als het er nog niet is, en anders teruggelezen
    #[arg(long, value_name = "BESTAND", alias = "given", requires = "voor")]
    pub gegevens: Option<PathBuf>,
    /// Vorm: tekst, plakken (om per deel in een formulier te zetten), markdown, html, pdf, docx (Word) of odt (LibreOffice); yaml voor een partner die het invult. Het einde van de bestandsnaam kiest ook
    #[arg(long, value_name = "VORM", alias = "format")]
    pub formaat: Option<Form>,
    /// Bestand om te schrijven; anders komt het op het scherm
    #[arg(
        short = 'o',
        long,
        value_name = "BESTAND",
        alias = "output",
        default_value = "-"
    )]
    pub uit: PathBuf,
    /// Een bestand dat er al is vervangen
    #[arg(long, alias = "overwrite")]
    pub overschrijf: bool,
    /// Taal van de kopjes en vaste zinnen: nl, en, of een bestand met zinnen (zie `top3 taal`); wat iemand zei, blijft zoals het is
    #[arg(long, value_name = "TAAL", alias = "language", requires = "voor")]
    pub taal: Option<String>,
    /// Versleuteld voor wie
    #[command(flatten)]
    pub sending: Sending,
    /// Toon wat er met wie is gedeeld, waarvoor en op welke grond
    #[arg(long, alias = "overview")]
    pub overzicht: bool,
}

/// What a version is made of.
struct Making<'a> {
    plan: &'a Content,
    guard: &'a Guard,
    reader: &'a Reader,
    whom: &'a Whom,
    number: u32,
}

impl Deel {
    /// As the menu makes it: on the screen, to look at first.
    pub fn on_screen() -> Self {
        Self {
            uit: PathBuf::from("-"),
            ..Self::default()
        }
    }

    /// Makes the version, or shows what was shared.
    pub fn run(self, world: &mut World) -> Result {
        let language = taal::chosen(world, self.taal.as_deref())?;
        speaking(language, || self.make(world))
    }

    fn make(self, world: &mut World) -> Result {
        let text = &nl().share;
        if self.voor.is_none() && !self.overzicht && !asks(world) {
            return choose::list(world);
        }
        let id = casus::which(world, self.casus.as_deref(), false)?;
        let record = casus::peek(world, &id)?;
        if self.overzicht {
            return overview::show(world, &record);
        }
        let opened = casus::opened(world, &record)?;
        let view = View::new(&opened.list, &record.answers, world.today);
        let made = Made {
            on: world.today,
            number: casus::plan_number(&record),
            audience: Audience::Team,
        };
        let Some(mut content) = build(&view, made) else {
            return Err(Error::attention(
                text.no_plan(),
                nl().plan_command.no_plan_todo(&id),
            ));
        };
        let organisation = world.settings.organisatie.as_deref();
        content.head.organisation = organisation.map(|name| plain(name).into_owned());
        let (reader, person) = choose::reader(world, self.voor.as_deref(), &content)?;
        let form =
            Form::wished(self.formaat, Some(sending::named(&self.uit))).unwrap_or(Form::TEXT);
        if form == Form::Yaml && !reader.file {
            return Err(Error::usage(text.no_file(), text.no_file_todo()));
        }
        // Before anything is asked: whether it can go there, and what is never given in this case.
        self.sending.partners(world)?;
        let asked = reader::Answered::new();
        if let Some(refused) = reader::refusal(&view, &reader, &asked) {
            match refused {
                reader::Refusal::Asked(_) => {}
                control => return Err(shown::refused(&control)),
            }
        }
        let wished = self.wie.as_deref().or(person.as_deref());
        let whom = choose::whom(world, &reader, &content, wished)?;
        let guard = Guard::of(&view);
        let making = Making {
            plan: &content,
            guard: &guard,
            reader: &reader,
            whom: &whom,
            number: next(&record, &reader, &whom),
        };
        let Some(mut given) = self.given(world, &making)? else {
            return Ok(Done::Well);
        };
        if let Some(refused) = reader::refusal(&view, &reader, &given.before) {
            return Err(shown::refused(&refused));
        }
        let (version, shut) = self.version(world, &making, &mut given)?;
        let agreements = reader.parts.iter().filter_map(|part| part.takes.as_ref());
        let mut agreements = agreements.filter(|takes| takes.part == "afspraken");
        if agreements.next().is_some() && version.plan.agreements.is_empty() {
            world.say(&text.no_agreement())?;
        }
        let sheet = reader::sheet(&version, &reader, &given.before);
        let calls = plan::calls();
        let document = document::sheet(&sheet, &calls);
        let constants = document::sheet(&reader::constants(&reader, &content), &calls);
        let bytes = written(
            world,
            &version,
            &document,
            form,
            plan::is_out(&self.uit) && !self.sending.is_sealed(),
        )?;
        leak::none(&shut, &constants, &document, &bytes, &self.uit)?;
        let sealed_for =
            self.sending
                .put(world, &self.uit, &bytes, form.media(), self.overschrijf)?;
        let shared = Shared {
            on: world.today,
            profile: reader.id.clone(),
            whom: whom
                .chosen
                .iter()
                .cloned()
                .map(crate::answer::RowId)
                .collect(),
            number: making.number,
            recipient: given.recipient.clone(),
            purpose: given.purpose.clone(),
            ground: given.ground.clone(),
            form: form.ending().to_owned(),
            print: print(form, &version)?,
            sealed_for,
            released: rows(version.released.into_iter().map(|(row, _)| row)),
            reworded: version.reworded,
            rows: version
                .numbers
                .into_iter()
                .map(|(part, rows)| {
                    let rows = rows.into_iter();
                    let rows = rows.map(|(own, row)| (own, crate::answer::RowId(row)));
                    (part, rows.collect())
                })
                .collect(),
        };
        plan::log(world, &id, Event::Shared(Box::new(shared)))?;
        self.say(world, &reader, &id)?;
        Ok(Done::Well)
    }

    /// Who gets it, what for and why it may; none where a file to fill in was made.
    fn given(&self, world: &mut World, making: &Making<'_>) -> Result<Option<Given>> {
        match &self.gegevens {
            Some(file) => given::read_or_begin(world, file, making),
            None => ask::all(world, making).map(Some),
        }
    }

    /// The version. In a terminal somebody can word otherwise what this reader may not have.
    fn version(
        &self,
        world: &mut World,
        making: &Making<'_>,
        given: &mut Given,
    ) -> Result<(Version, Shut)> {
        loop {
            let wish = Wish {
                reader: making.reader,
                whom: making.whom,
                number: making.number,
                wording: &given.wording,
                released: &given.released,
            };
            let hits = match reader::version(making.plan, making.guard, &wish) {
                Ok(made) => return Ok(made),
                Err(hits) => hits,
            };
            if self.gegevens.is_some() || !asks(world) {
                return Err(shown::hits(&hits));
            }
            ask::otherwise(world, &hits, &mut given.wording)?;
        }
    }

    fn say(&self, world: &mut World, reader: &Reader, id: &CaseId) -> Result<()> {
        let text = &nl().share;
        if !plan::is_out(&self.uit) {
            world.say(&text.written(self.uit.display()))?;
        }
        world.say(&text.read_first(plain(&reader.reader)))?;
        world.say(&text.logged(id))
    }
}

/// Whether somebody is there to answer.
fn asks(world: &World) -> bool {
    world.person || world.lines
}

fn rows(ids: impl Iterator<Item = String>) -> Vec<crate::answer::RowId> {
    ids.map(crate::answer::RowId).collect()
}

/// The version in one form.
fn written(
    world: &World,
    version: &Version,
    document: &Document,
    form: Form,
    to_screen: bool,
) -> Result<Vec<u8>> {
    match form {
        Form::Yaml => plan::file(&version.plan),
        Form::Document(form) => form.drawn(world, document, to_screen),
    }
}

/// By what a file that comes back is known; a document for people does not come back.
fn print(form: Form, version: &Version) -> Result<Option<String>> {
    match form {
        Form::Yaml => plan::fingerprint(&version.plan).map(Some),
        Form::Document(_) => Ok(None),
    }
}

/// Which version this is for this reader: one more than were made.
fn next(record: &Record, reader: &Reader, whom: &Whom) -> u32 {
    let same = |shared: &Shared| {
        let chosen = shared.whom.first().map(|row| row.0.as_str());
        shared.profile == reader.id && chosen == whom.chosen.as_deref()
    };
    let before = sharings(record).filter(|one| same(one)).count();
    u32::try_from(before).unwrap_or(u32::MAX).saturating_add(1)
}

/// Every sharing of a case, the oldest first.
fn sharings(record: &Record) -> impl Iterator<Item = &Shared> {
    record.entries.iter().filter_map(|entry| match &entry.what {
        What::Event(Event::Shared(shared)) => Some(&**shared),
        _ => None,
    })
}

/// A day as somebody types it, not after today.
fn typed_day(world: &World, typed: &str) -> Option<chrono::NaiveDate> {
    let found = day::day(typed.trim()).ok()?;
    (found <= world.today).then_some(found)
}
