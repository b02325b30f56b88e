//! `deel`: a version of the plan for one reader outside the team. Who gets it, what for and on which ground is asked each
//! time and stands in the log of the case; what this reader may not have stops it.

mod choose;
mod overview;
mod shown;

use crate::answer::RowId;
use crate::case::{CaseId, Event, Shared};
use crate::commands::plan::{self, Form};
use crate::commands::sending::{self, Leaving, Sending};
use crate::commands::sharing::{self, Finished, Given, Offer, Questions};
use crate::commands::{casus, output, taal};
use crate::document::{self, Document};
use crate::engine::View;
use crate::error::{Done, Error, Result};
use crate::plain::plain;
use crate::plan::{Audience, Made, Plan as Content, build};
use crate::questionnaire::paper::Outside;
use crate::questionnaire::reader::Reader;
use crate::reader::{self, Guard, Shut, Version, Whom, Wish};
use crate::text::{nl, speaking};
use crate::world::World;

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
    /// Vorm: tekst, plakken (om per deel in een formulier te zetten), markdown, html, pdf, docx (Word) of odt (LibreOffice); yaml voor een partner die het invult. Het einde van de bestandsnaam kiest ook
    #[arg(long, value_name = "VORM", alias = "format")]
    pub formaat: Option<Form>,
    /// Taal van de kopjes en vaste zinnen: nl, en, of een bestand met zinnen (zie `top3 taal`); wat iemand zei, blijft zoals het is
    #[arg(long, value_name = "TAAL", alias = "language")]
    pub taal: Option<String>,
    /// Waarheen, voor wie en hoe
    #[command(flatten)]
    pub sending: Sending,
    /// Toon wat er met wie is gedeeld, waarvoor en op welke grond
    #[arg(
        long,
        alias = "overview",
        conflicts_with_all = ["gegevens", "formaat", "uit", "overschrijf", "taal", "to"]
    )]
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

impl Making<'_> {
    fn questions(&self, weighed: Vec<sharing::Earlier>) -> Questions<'_> {
        let offers = self.guard.offers(self.reader).into_iter();
        Questions {
            outside: match self.reader.right_to_report {
                true => Outside::Report,
                false => Outside::Asked,
            },
            asks: &self.reader.asks,
            offers: offers
                .map(|one| Offer {
                    whose: self.plan.names_of(&one.of),
                    row: one.row.clone(),
                    kind: one.kind,
                })
                .collect(),
            rewords: true,
            weighed,
        }
    }
}

impl Deel {
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
        let file = self.sending.file();
        let form = Form::wished(self.formaat, Some(sending::named(&file))).unwrap_or(Form::TEXT);
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
            number: sharing::next(&record, |one| {
                let chosen = one.whom.first().map(|row| row.0.as_str());
                one.profile == reader.id && chosen == whom.chosen.as_deref()
            }),
        };
        let questions = making.questions(sharing::weighed(&view, &record));
        let from = self.sending.gegevens.as_deref();
        let Some(mut given) = sharing::given(world, from, &questions)? else {
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
            output::is_out(&file) && !self.sending.is_sealed(),
        )?;
        let finished = Finished {
            document: &document,
            bytes: &bytes,
            file: &file,
        };
        finished.holds_nothing_of(shut.protected(), &constants, text.refused_todo())?;
        let chosen = whom.chosen.iter().cloned();
        let numbers = version.numbers.into_iter().map(|(part, rows)| {
            let rows = rows.into_iter();
            let rows = rows.map(|(own, row)| (own, RowId(row)));
            (part, rows.collect())
        });
        let shared = Shared {
            whom: chosen.map(RowId).collect(),
            print: print(form, &version.plan)?,
            released: version
                .released
                .into_iter()
                .map(|(row, _)| RowId(row))
                .collect(),
            reworded: version.reworded,
            rows: numbers.collect(),
            ..given.shared(world.today, &reader.id, making.number, form.ending())
        };
        let leaving = Leaving {
            file: &file,
            bytes: &bytes,
            media: form.media(),
        };
        self.sending.put(world, &leaving, &id, |sealed_for| {
            vec![Event::Shared(Box::new(Shared {
                sealed_for,
                ..shared
            }))]
        })?;
        self.say(world, &reader, &id)?;
        Ok(Done::Well)
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
            if self.sending.gegevens.is_some() || !asks(world) {
                return Err(shown::hits(&hits));
            }
            sharing::otherwise(world, &hits, &mut given.wording)?;
        }
    }

    fn say(&self, world: &mut World, reader: &Reader, id: &CaseId) -> Result<()> {
        let text = &nl().share;
        let file = self.sending.file();
        if !output::is_out(&file) {
            world.say(&text.written(file.display()))?;
        }
        world.say(&text.read_first(plain(&reader.reader)))?;
        world.say(&text.logged(id))
    }
}

/// Whether somebody is there to answer.
fn asks(world: &World) -> bool {
    world.person || world.lines
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
fn print(form: Form, plan: &Content) -> Result<Option<String>> {
    match form {
        Form::Yaml => plan::fingerprint(plan).map(Some),
        Form::Document(_) => Ok(None),
    }
}
