//! `plan`: the safety plan of a case as a file; a plan file read back, filled in, and laid beside others that came back.

mod fill;
mod gather;
mod home;
mod reader;

use std::path::{Path, PathBuf};

use clap::ValueEnum;
use clap::builder::PossibleValue;

use crate::case::{Event, PlanVersion, Shared};
use crate::commands::form::DocumentForm;
use crate::commands::output::{is_out, put};
use crate::commands::sending::{self, Leaving, Sending};
use crate::commands::sharing::{self, Finished, Questions};
use crate::commands::{casus, lists, partners, shared, taal};
use crate::document::{self, Call};
use crate::engine::View;
use crate::error::{Done, Error, ErrorKind, Result};
use crate::plain::plain;
use crate::plan::file::Read;
use crate::plan::{self, Audience, Finding, Made, Plan as Content, Status, Vague, by_place, lint};
use crate::problem::draw;
use crate::questionnaire::paper::Outside;
use crate::reader::Guard;
use crate::text::{indent, nl, speaking};
use crate::world::World;

/// So many numbers to call stand in a document.
const CALLS: usize = 2;

/// What the log of sharing calls the version of the team.
const TEAM: &str = "plan";

/// Options of `plan`.
#[derive(Debug, Default, clap::Args)]
pub struct Plan {
    /// Nummer van de casus; mag weg als er maar één is
    #[arg(value_name = "CASUS", conflicts_with = "lees")]
    pub casus: Option<String>,
    /// Vorm: yaml (om te bewaren en uit te wisselen), of om te lezen en te printen: tekst, markdown, html, pdf, docx (Word) of odt (LibreOffice)
    #[arg(long, value_name = "VORM", alias = "format")]
    pub formaat: Option<Form>,
    /// Taal van de kopjes en vaste zinnen: nl, en, of een bestand met zinnen (zie `top3 taal`); wat iemand zei, blijft zoals het is
    #[arg(long, value_name = "TAAL", alias = "language")]
    pub taal: Option<String>,
    /// Waarheen, voor wie en hoe
    #[command(flatten)]
    pub sending: Sending,
    /// Lees een planbestand terug en kijk het na
    #[arg(
        long,
        value_name = "BESTAND",
        alias = "read",
        conflicts_with_all = ["to", "gegevens"]
    )]
    pub lees: Option<PathBuf>,
    /// Vul aan wat u weet van een plan dat u kreeg; het komt in een nieuw bestand
    #[arg(
        long,
        value_name = "BESTAND",
        alias = "fill-in",
        conflicts_with_all = ["lees", "casus", "formaat", "overschrijf", "taal", "to", "gegevens"]
    )]
    pub aanvullen: Option<PathBuf>,
    /// Leg kopieën naast elkaar die terugkwamen; noemt u vooraf de CASUS, dan kunt u overnemen wat u wilt
    #[arg(
        long,
        value_name = "BESTAND",
        alias = "merge",
        num_args = 1..,
        conflicts_with_all = ["lees", "aanvullen", "taal", "to", "gegevens"]
    )]
    pub voegsamen: Vec<PathBuf>,
}

/// How a plan is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// For a program, and for a partner with a text editor.
    Yaml,
    /// For people.
    Document(DocumentForm),
}

impl ValueEnum for Form {
    fn value_variants<'a>() -> &'a [Self] {
        &[
            Self::Yaml,
            Self::Document(DocumentForm::Text),
            Self::Document(DocumentForm::Paste),
            Self::Document(DocumentForm::Markdown),
            Self::Document(DocumentForm::Html),
            Self::Document(DocumentForm::Pdf),
            Self::Document(DocumentForm::Docx),
            Self::Document(DocumentForm::Odt),
        ]
    }

    fn to_possible_value(&self) -> Option<PossibleValue> {
        match self {
            Self::Yaml => Some(PossibleValue::new("yaml")),
            Self::Document(form) => form.to_possible_value(),
        }
    }
}

impl Form {
    /// In plain lines, on the screen.
    pub(super) const TEXT: Self = Self::Document(DocumentForm::Text);

    pub(super) const fn ending(self) -> &'static str {
        match self {
            Self::Yaml => "yaml",
            Self::Document(form) => form.ending(),
        }
    }

    /// What kind of file that is, for a program.
    pub(super) const fn media(self) -> &'static str {
        match self {
            Self::Yaml => "application/yaml",
            Self::Document(form) => form.media(),
        }
    }

    /// The form that was asked for; else the one that belongs to how the file ends.
    pub(super) fn wished(asked: Option<Self>, file: Option<&Path>) -> Option<Self> {
        let is_yaml = |file: &Path| {
            let ending = file.extension().and_then(|ending| ending.to_str());
            ending.is_some_and(|ending| ["yaml", "yml"].contains(&ending.to_lowercase().as_str()))
        };
        let of_file = || match file? {
            file if is_yaml(file) => Some(Self::Yaml),
            file => DocumentForm::of(file).map(Self::Document),
        };
        asked.or_else(of_file)
    }
}

impl Plan {
    /// Writes the plan, or reads one.
    pub fn run(self, world: &mut World) -> Result {
        if !self.voegsamen.is_empty() {
            return gather::gather(world, &self);
        }
        match (&self.lees, &self.aanvullen) {
            (Some(file), _) => self.read(world, file),
            (None, Some(file)) => fill::fill(world, file, self.sending.uit.as_deref()),
            (None, None) => self.write(world),
        }
    }

    fn write(&self, world: &mut World) -> Result {
        let text = &nl().plan_command;
        let id = casus::which(world, self.casus.as_deref(), false)?;
        let record = casus::peek(world, &id)?;
        let opened = casus::opened(world, &record)?;
        let view = View::new(&opened.list, &record.answers, world.today);
        let made = Made {
            on: world.today,
            number: casus::plan_number(&record),
            audience: Audience::Team,
        };
        let Some(mut content) = plan::build(&view, made) else {
            return Err(Error::attention(text.no_plan(), text.no_plan_todo(&id)));
        };
        let organisation = world.settings.organisatie.as_deref();
        content.head.organisation = organisation.map(|name| plain(name).into_owned());
        let wished = self.sending.uit.as_deref().map(sending::named);
        let form = Form::wished(self.formaat, wished).unwrap_or(Form::Yaml);
        let weak = weak(&content, world);
        let sealed = self.sending.is_sealed();
        let name = match sealed {
            true => format!("{}.{}.{}", text.file_name(), form.ending(), sending::ENDING),
            false => format!("{}.{}", text.file_name(), form.ending()),
        };
        let file = self.sending.uit.clone().unwrap_or(PathBuf::from(name));
        // The version of the team goes to somebody of the team; sealed, it leaves this computer all the same.
        self.sending.partners(world)?;
        let given = match (sealed, &self.sending.gegevens) {
            (true, from) => {
                let questions = Questions {
                    outside: Outside::Asked,
                    asks: &[],
                    offers: Vec::new(),
                    rewords: false,
                    weighed: sharing::weighed(&view, &record),
                };
                match sharing::given(world, from.as_deref(), &questions)? {
                    Some(given) => Some(given),
                    None => return Ok(Done::Well),
                }
            }
            (false, Some(_)) => {
                return Err(Error::usage(text.only_sealed(), text.only_sealed_todo()));
            }
            (false, None) => None,
        };
        let to_screen = is_out(&file) && !sealed;
        let bytes = self.drawn(world, &content, &weak, form, to_screen)?;
        if sealed {
            // What a colleague reads at another computer has left this house.
            let document = document::plan(&content, &calls(), &weak);
            let finished = Finished {
                document: &document,
                bytes: &bytes,
                file: &file,
            };
            let constants = document::plan(&Content::default(), &calls(), &[]);
            let protected = Guard::of(&view).values_alone();
            finished.holds_nothing_of(&protected, &constants, nl().share.refused_plan_todo())?;
        }
        let number = content.head.number;
        let version = PlanVersion {
            number,
            parent: (number > 1).then(|| number - 1),
            print: fingerprint(&content)?,
        };
        let leaving = Leaving {
            file: &file,
            bytes: &bytes,
            media: form.media(),
        };
        let on = world.today;
        self.sending.put(world, &leaving, &id, |sealed_for| {
            let shared = given.map(|given| {
                // A copy that comes back is known as a plan of the team.
                Event::Shared(Box::new(Shared {
                    sealed_for,
                    ..given.shared(on, TEAM, number, form.ending())
                }))
            });
            std::iter::once(Event::PlanVersion(version))
                .chain(shared)
                .collect()
        })?;
        if !sealed && !is_out(&file) {
            world.say(&text.written(file.display()))?;
        }
        say(world, &content, &weak)?;
        Ok(Done::Well)
    }

    fn read(&self, world: &mut World, file: &Path) -> Result {
        let text = &nl().plan_command;
        let name = file.display().to_string();
        let read = read(world, file)?;
        let weak = weak(&read.plan, world);
        if let Some(form) = Form::wished(self.formaat, self.sending.uit.as_deref()) {
            let out = self.sending.file();
            let bytes = self.drawn(world, &read.plan, &weak, form, is_out(&out))?;
            put(world, &out, &bytes, self.sending.overschrijf)?;
        }
        world.say(&text.read_well(&name))?;
        if read.edited {
            world.say(&text.edited())?;
        }
        say(world, &read.plan, &weak)?;
        let danger = weak.iter().any(|one| one.rule.is_dangerous());
        Ok(if danger { Done::Attention } else { Done::Well })
    }

    fn drawn(
        &self,
        world: &mut World,
        content: &Content,
        weak: &[Finding],
        form: Form,
        to_screen: bool,
    ) -> Result<Vec<u8>> {
        let language = taal::chosen(world, self.taal.as_deref())?;
        match form {
            Form::Yaml => written(world, content, weak, form, to_screen),
            Form::Document(_) => {
                speaking(language, || written(world, content, weak, form, to_screen))
            }
        }
    }
}

/// A plan file, with every fault in it told at once.
pub(super) fn read(world: &mut World, file: &Path) -> Result<Read> {
    let text = &nl().plan_command;
    let bytes = world.read(file, lists::MOST_BYTES)?;
    let name = file.display().to_string();
    plan::file::read(&bytes, &name).map_err(|problems| {
        let source = std::str::from_utf8(&bytes).ok();
        let drawn = draw(&problems, |_| source, world.colour);
        Error::attention(text.faulty(&name), text.faulty_todo()).with_details(vec![drawn])
    })
}

/// The plan in this form.
pub(super) fn written(
    world: &World,
    content: &Content,
    weak: &[Finding],
    form: Form,
    to_screen: bool,
) -> Result<Vec<u8>> {
    let mut all = calls();
    all.extend(partners::calls(world)?);
    match form {
        Form::Yaml => file(content),
        Form::Document(form) => form.drawn(world, &document::plan(content, &all, weak), to_screen),
    }
}

/// The plan as a file to exchange.
pub(super) fn file(content: &Content) -> Result<Vec<u8>> {
    plan::file::write(content)
        .map(String::into_bytes)
        .map_err(|_| {
            let program = &nl().program;
            Error::new(
                ErrorKind::Machine,
                program.unexpected("plan"),
                program.unexpected_todo(),
            )
        })
}

/// By what a plan file is known when it comes back.
pub(super) fn fingerprint(content: &Content) -> Result<String> {
    plan::file::fingerprint(content).map_err(|_| {
        let program = &nl().program;
        let todo = program.unexpected_todo();
        Error::new(ErrorKind::Machine, program.unexpected("plan"), todo)
    })
}

/// The first numbers to call.
pub(super) fn calls() -> Vec<Call> {
    let phones = shared::phones().into_iter().take(CALLS);
    let calls = phones.map(|phone| Call {
        name: phone.name,
        number: phone.number,
        about: phone.about,
    });
    calls.collect()
}

/// How far the lines of a point hang.
const HANG: usize = 4;

/// What is weak in a plan.
pub(super) fn weak(content: &Content, world: &World) -> Vec<Finding> {
    let vague = shared::vague().into_iter().map(|one| Vague {
        word: one.word,
        ask: one.ask,
    });
    lint(content, &vague.collect::<Vec<_>>(), world.today)
}

/// How far the plan is, and what is weak in it.
fn say(world: &mut World, content: &Content, weak: &[Finding]) -> Result<()> {
    let text = &nl().plan_command;
    if content.head.status == Status::Draft {
        world.say(&text.draft())?;
    }
    world.say(&text.not_share())?;
    match weak.len() {
        0 => return world.say(&text.nothing_weak()),
        1 => world.say(&text.one_weak())?,
        count => world.say(&text.weak(count))?,
    }
    for (place, found) in by_place(content, weak) {
        world.say(&text.place(place))?;
        for one in found {
            let point = if one.rule.is_dangerous() {
                text.danger(&one.what, &one.todo)
            } else {
                text.point(&one.what, &one.todo)
            };
            let point = indent(&point, world.width, HANG);
            world.say(&format!("  - {}", point.trim_start()))?;
        }
    }
    Ok(())
}
