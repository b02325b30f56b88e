//! `plan`: the safety plan of a case as a file; a plan file read back, filled in, and laid beside others that came back.

mod fill;
mod gather;
mod home;
mod reader;

use std::path::{Path, PathBuf};

use clap::ValueEnum;
use clap::builder::PossibleValue;

use crate::case::{CaseId, Event, Fault, PlanVersion};
use crate::commands::form::DocumentForm;
use crate::commands::{casus, lists, partners, taal, vragen};
use crate::document::{self, Call};
use crate::engine::View;
use crate::error::{Done, Error, ErrorKind, Result};
use crate::plain::plain;
use crate::plan::file::Read;
use crate::plan::{self, Audience, Finding, Made, Plan as Content, Status, Vague, by_place, lint};
use crate::problem::draw;
use crate::text::{indent, nl, speaking};
use crate::world::{Guard, World};

/// So many numbers to call stand in a document.
const CALLS: usize = 2;

/// Options of `plan`.
#[derive(Debug, Default, clap::Args)]
pub struct Plan {
    /// Nummer van de casus; mag weg als er maar één is
    #[arg(value_name = "CASUS", conflicts_with = "lees")]
    pub casus: Option<String>,
    /// Vorm: yaml (om te bewaren en uit te wisselen), of om te lezen en te printen: tekst, markdown, html, pdf, docx (Word) of odt (LibreOffice)
    #[arg(long, value_name = "VORM", alias = "format")]
    pub formaat: Option<Form>,
    /// Bestand om te schrijven; - schrijft naar het scherm
    #[arg(short = 'o', long, value_name = "BESTAND", alias = "output")]
    pub uit: Option<PathBuf>,
    /// Een bestand dat er al is vervangen
    #[arg(long, alias = "overwrite")]
    pub overschrijf: bool,
    /// Taal van de kopjes en vaste zinnen: nl, en, of een bestand met zinnen (zie `top3 taal`); wat iemand zei, blijft zoals het is
    #[arg(long, value_name = "TAAL", alias = "language", conflicts_with_all = ["aanvullen", "voegsamen"])]
    pub taal: Option<String>,
    /// Lees een planbestand terug en kijk het na
    #[arg(long, value_name = "BESTAND", alias = "read")]
    pub lees: Option<PathBuf>,
    /// Vul aan wat u weet van een plan dat u kreeg; het komt in een nieuw bestand
    #[arg(
        long,
        value_name = "BESTAND",
        alias = "fill-in",
        conflicts_with_all = ["lees", "casus", "formaat", "overschrijf"]
    )]
    pub aanvullen: Option<PathBuf>,
    /// Leg kopieën naast elkaar die terugkwamen; noemt u vooraf de CASUS, dan kunt u overnemen wat u wilt
    #[arg(
        long,
        value_name = "BESTAND",
        alias = "merge",
        num_args = 1..,
        conflicts_with_all = ["lees", "aanvullen"]
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
            (None, Some(file)) => fill::fill(world, file, self.uit.as_deref()),
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
        let form = Form::wished(self.formaat, self.uit.as_deref()).unwrap_or(Form::Yaml);
        let weak = weak(&content, world);
        let name = PathBuf::from(format!("{}.{}", text.file_name(), form.ending()));
        let file = self.uit.clone().unwrap_or(name);
        self.put(world, &content, &weak, form, &file)?;
        let number = content.head.number;
        let version = PlanVersion {
            number,
            parent: (number > 1).then(|| number - 1),
            print: fingerprint(&content)?,
        };
        log(world, &id, Event::PlanVersion(version))?;
        if !is_out(&file) {
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
        if let Some(form) = Form::wished(self.formaat, self.uit.as_deref()) {
            let out = self.uit.clone().unwrap_or_else(|| PathBuf::from("-"));
            self.put(world, &read.plan, &weak, form, &out)?;
        }
        world.say(&text.read_well(&name))?;
        if read.edited {
            world.say(&text.edited())?;
        }
        say(world, &read.plan, &weak)?;
        let danger = weak.iter().any(|one| one.rule.is_dangerous());
        Ok(if danger { Done::Attention } else { Done::Well })
    }

    fn put(
        &self,
        world: &mut World,
        content: &Content,
        weak: &[Finding],
        form: Form,
        file: &Path,
    ) -> Result<()> {
        let language = taal::chosen(world, self.taal.as_deref())?;
        let to_screen = is_out(file);
        let text = match form {
            Form::Yaml => written(world, content, weak, form, to_screen),
            Form::Document(_) => {
                speaking(language, || written(world, content, weak, form, to_screen))
            }
        }?;
        put(world, file, &text, self.overschrijf)
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

/// Whether this file is standard output.
pub(super) fn is_out(file: &Path) -> bool {
    file == Path::new("-")
}

/// Writes a file, or prints it. Another content that is already there stays, unless it may be replaced.
pub fn put(world: &mut World, file: &Path, bytes: &[u8], replace: bool) -> Result<()> {
    if is_out(file) {
        return world.give(bytes);
    }
    let guard = if replace {
        Guard::Replace
    } else {
        Guard::KeepOther
    };
    world.write(file, bytes, guard).map_err(|mut error| {
        if error.kind == ErrorKind::Attention {
            error.todo = nl().plan_command.exists_todo();
        }
        error
    })
}

/// The first numbers to call.
pub(super) fn calls() -> Vec<Call> {
    let phones = vragen::phones().into_iter().take(CALLS);
    let calls = phones.map(|phone| Call {
        name: phone.name,
        number: phone.number,
        about: phone.about,
    });
    calls.collect()
}

/// Notes in the case that something was made from it.
pub(super) fn log(world: &mut World, id: &CaseId, event: Event) -> Result<()> {
    let now = world.now();
    let resumed = match casus::store(world).resume(id, now) {
        // What was made is made: that the case is open elsewhere only keeps it out of the log.
        Err(Fault::Busy(_)) => return world.say(&nl().plan_command.not_logged(id)),
        resumed => resumed.map_err(casus::error)?,
    };
    let mut case = resumed.case;
    case.log(event, now).map_err(casus::error)
}

/// How far the lines of a point hang.
const HANG: usize = 4;

/// What is weak in a plan.
pub(super) fn weak(content: &Content, world: &World) -> Vec<Finding> {
    let vague = vragen::vague().into_iter().map(|one| Vague {
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
