//! `nieuw`: starts a case, with a person or from a file of answers.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use chrono::{DateTime, FixedOffset};
use clap::ValueEnum;

use crate::answer::{Answers, Value};
use crate::case::{Case, Event, Fault, Start, bsn_at, changes};
use crate::commands::{answers, casus, shared, sleutels, unlock, vragen};
use crate::engine::{View, open_questions};
use crate::error::{Done, Error, Result};
use crate::interview::sensitive;
use crate::questionnaire::{Questionnaire, Role};
use crate::text::nl;
use crate::world::World;

/// Options of `nieuw`.
#[derive(Debug, clap::Args)]
pub struct Nieuw {
    /// Voor welk beroep of welke organisatie, bijvoorbeeld knmg
    #[arg(long, value_name = "PROFIEL", alias = "profile")]
    pub profiel: Option<String>,
    /// Waar u begint: de hele weg van de meldcode, alleen advies vragen, of meteen bij de TOP-3
    #[arg(long, value_name = "WAAR", alias = "start", default_value = "meldcode")]
    pub begin: Begin,
    /// Neem de antwoorden uit dit bestand en vraag niets
    #[arg(long, value_name = "BESTAND", alias = "answers")]
    pub antwoorden: Option<PathBuf>,
    /// Versleutel deze casus niet: wie bij uw bestanden kan, kan hem lezen
    #[arg(long, alias = "unencrypted")]
    pub onversleuteld: bool,
}

/// Where a case begins.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Begin {
    /// The whole road.
    #[value(name = "meldcode")]
    Meldcode,
    /// Advice only, and the rest when it turns out to be needed.
    #[value(name = "advies", alias = "advice")]
    Advies,
    /// At the TOP-3.
    #[value(name = "top3")]
    Top3,
}

impl Begin {
    /// The list that is walked.
    const fn list(self) -> &'static str {
        match self {
            Self::Meldcode => "casus",
            Self::Advies => "casus-advies",
            Self::Top3 => "casus-top3",
        }
    }
}

impl Nieuw {
    /// Makes the case and asks.
    pub fn run(self, world: &mut World) -> Result {
        let profile = casus::profile(world, self.profiel.clone());
        let loaded = casus::with_texts(world, self.begin.list(), profile.as_deref())?;
        let list = &loaded.list;
        if let Some(file) = &self.antwoorden {
            let answers = Self::read(world, list, file)?;
            self.protect(world)?;
            return fill(world, &loaded, profile, &answers, !self.onversleuteld);
        }
        world.somebody(&nl().program.ask_options_new())?;
        // Where a passphrase is asked or made, the numbers to call stand above that.
        if self.onversleuteld || world.key_file.is_some() || world.vault.held().is_some() {
            world.say(&shared::danger())?;
        }
        self.protect(world)?;
        let mut case = make(world, &loaded, profile, !self.onversleuteld)?;
        vragen::ask(world, &mut case, list)
    }

    /// The answers of a file; none that hold a citizen's number.
    fn read(world: &mut World, list: &Questionnaire, file: &Path) -> Result<Answers> {
        let text = &nl().start;
        let answers = answers::read(world, list, &list.version.id, file)?.map_err(|faults| {
            Error::attention(
                text.faulty(file.display()),
                nl().lists.answers_faulty_todo(),
            )
            .with_details(vec![faults.drawn(world.colour)])
        })?;
        if let Some(question) = bsn_at(&answers) {
            return Err(Error::attention(text.bsn(question), text.bsn_todo()));
        }
        Ok(answers)
    }

    /// Has the keys at hand, unless the case is not to be encrypted.
    fn protect(&self, world: &mut World) -> Result<()> {
        if self.onversleuteld {
            return Ok(());
        }
        sleutels::first(world)?;
        unlock::unlock(world)
    }
}

/// Makes a case with these answers.
fn fill(
    world: &mut World,
    loaded: &casus::Loaded,
    profile: Option<String>,
    answers: &Answers,
    sealed: bool,
) -> Result {
    let text = &nl().start;
    let mut case = make(world, loaded, profile, sealed)?;
    let open = open_questions(&View::new(&loaded.list, answers, world.today)).len();
    if let Err(fault) = take_over(&mut case, answers, open, world.now()) {
        let mut error = casus::error(fault);
        error.todo = format!("{} {}", text.half(case.id()), error.todo);
        return Err(error);
    }
    world.print(&case.id().to_string())?;
    world.say(&text.made(case.id()))?;
    world.say(&text.filled(answers.iter().count(), open))?;
    say_sensitive(world, &loaded.list, answers)?;
    Ok(Done::Well)
}

/// Says where a text may tell who or where somebody is, as the interview does; never what stands there.
fn say_sensitive(world: &mut World, list: &Questionnaire, answers: &Answers) -> Result<()> {
    let mut said = BTreeSet::new();
    // What nobody may read has a place of its own.
    let protected = list.by_role(Role::ProtectedValue);
    for (key, answer) in answers.iter() {
        if protected.is_some() && list.find(&key.question.0) == protected {
            continue;
        }
        let told = match &answer.value {
            Value::Text(text) => Some(text),
            _ => None,
        };
        let texts = told.into_iter().chain(&answer.note);
        said.extend(texts.filter_map(|text| Some((key.question.to_string(), sensitive(text)?))));
    }
    for (question, what) in said {
        world.say(&nl().start.sensitive(question, what))?;
    }
    Ok(())
}

fn take_over(
    case: &mut Case,
    answers: &Answers,
    open: usize,
    now: DateTime<FixedOffset>,
) -> std::result::Result<(), Fault> {
    for change in changes(answers) {
        case.keep(change, now)?;
    }
    let ended = if open == 0 {
        Event::Finished
    } else {
        Event::Paused
    };
    case.log(ended, now)
}

fn make(
    world: &mut World,
    loaded: &casus::Loaded,
    profile: Option<String>,
    sealed: bool,
) -> Result<Case> {
    let start = Start {
        list: loaded.list.version.clone(),
        profile,
        date: world.today,
        program: env!("CARGO_PKG_VERSION").to_owned(),
    };
    let now = world.now();
    let (store, bundle) = (casus::store(world), Some(&loaded.bundle));
    let made = if sealed {
        store.create_sealed(start, bundle, now)
    } else {
        store.create_with(start, bundle, now)
    };
    let mut case = made.map_err(casus::error)?;
    case.log(Event::Started, now).map_err(casus::error)?;
    Ok(case)
}
