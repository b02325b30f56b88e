//! `tel`: counts what `batch` wrote, adds counts of parts together, and makes of them what may be published. Asks nothing.

mod csv;
mod lists;
mod page;
mod parts;
mod public;
mod read;

use std::path::PathBuf;

use clap::{Args, ValueEnum};

use self::lists::Lists;
use self::read::Reading;
use crate::document::Document;
use crate::error::{Done, Error, Result};
use crate::plain::one_line;
use crate::render;
use crate::tally::{Earlier, Period, Publication, Rule, Tally, Unique, Wanted, publish};
use crate::text::nl;
use crate::world::World;

/// Options of `tel`.
#[derive(Debug, Args)]
pub struct Tel {
    /// Wat batch schreef (NDJSON), of tellingen van tel; zoveel u wilt, door elkaar; - leest wat binnenkomt
    #[arg(value_name = "INVOER", default_value = "-")]
    input: Vec<PathBuf>,
    /// De records waaruit batch dit maakte (NDJSON): telt ook de antwoorden
    #[arg(long, value_name = "BESTAND", alias = "answers")]
    antwoorden: Option<PathBuf>,
    /// Vragenlijst waarmee is gewogen, als het een eigen bestand is; mag vaker
    #[arg(long, value_name = "LIJST", alias = "questionnaire")]
    vragenlijst: Vec<String>,
    /// Profiel waarmee is gewogen
    #[arg(long, value_name = "PROFIEL", alias = "profile")]
    profiel: Option<String>,
    /// Alleen deze uitkomsten of vragen; meer met een komma ertussen
    #[arg(long, value_name = "NAAM", alias = "table", value_delimiter = ',')]
    tabel: Vec<String>,
    /// Maak er een vorm van die naar buiten kan: kleine aantallen geheim, de rest afgerond
    #[arg(long, alias = "publish")]
    publiceer: bool,
    /// Vorm van de uitvoer; json is ook de vorm om tellingen bij elkaar te voegen
    #[arg(long, value_name = "VORM", alias = "format", default_value = "tekst")]
    formaat: Form,
    /// Tel hermeldingen: het veld met het pseudoniem
    #[arg(
        long,
        value_name = "VELD",
        alias = "who",
        requires = "wanneer",
        requires = "binnen"
    )]
    wie: Option<String>,
    /// Het veld met de dag van de melding (JJJJ-MM-DD)
    #[arg(long, value_name = "VELD", alias = "when", requires = "wie")]
    wanneer: Option<String>,
    /// Hoe lang terug een eerdere melding telt: 365d, 52w, 12m, 1j
    #[arg(long, value_name = "PERIODE", alias = "within", requires = "wie", value_parser = period)]
    binnen: Option<Period>,
    /// Het veld waarin staat wie meldde
    #[arg(long, value_name = "VELD", alias = "reporter", requires = "wie")]
    melder: Option<String>,
    /// Laat meldingen van deze melder weg uit het deel; mag vaker
    #[arg(long, value_name = "WAARDE", alias = "without", requires = "melder")]
    zonder: Vec<String>,
    /// Welke eerdere meldingen tellen: van alle melders, of ook daar zonder de weggelaten melders
    #[arg(long, value_name = "WELKE", alias = "earlier", default_value = "alle")]
    eerder: EarlierOf,
    /// Wat één unieke melding is: alles over een pseudoniem op één dag, of in één jaar
    #[arg(long, value_name = "WAT", alias = "unique", default_value = "dag")]
    uniek: UniqueOf,
    /// Voeg ook hermeldingen bij elkaar: alle records van één pseudoniem stonden in hetzelfde deel
    #[arg(long, alias = "disjoint")]
    gescheiden: bool,
    /// Tel een deel dat er twee keer bij lijkt te staan ook twee keer
    #[arg(long, alias = "twice")]
    dubbel: bool,
}

/// How the counts are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Form {
    /// For a person.
    #[value(name = "tekst", alias = "text")]
    Text,
    /// For a program.
    Json,
    /// For a spreadsheet.
    Csv,
}

/// Which earlier reports count.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum EarlierOf {
    /// Of every reporter.
    #[value(name = "alle", alias = "all")]
    All,
    /// Not of those who are left out.
    #[value(name = "zonder", alias = "without")]
    Without,
}

/// What one unique report is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum UniqueOf {
    /// One pseudonym on one day.
    #[value(name = "dag", alias = "day")]
    Day,
    /// One pseudonym in one year.
    #[value(name = "pseudoniem", alias = "pseudonym")]
    Pseudonym,
}

impl Tel {
    /// Counts, and prints.
    pub fn run(&self, world: &mut World) -> Result {
        let say = &nl().tally;
        let exact_json = self.formaat == Form::Json && !self.publiceer;
        if exact_json && !self.tabel.is_empty() {
            return Err(Error::usage(say.whole_only(), say.whole_only_todo()));
        }
        let mut lists = Lists::open(world, self.profiel.as_deref(), &self.vragenlijst)?;
        let tally = Reading::new(self).run(world, &mut lists)?;
        for (id, count) in mixed(&tally) {
            world.say(&say.mixed(one_line(id), count))?;
        }
        for list in tally.lijsten.iter().filter(|list| list.dagen.len() > 1) {
            let origin = list.vragenlijst.as_ref();
            let id = origin.map_or_else(|| say.list_unnamed(), |origin| one_line(&origin.id));
            world.say(&page::days(&list.dagen, |count, first, last| {
                say.several_days(&id, count, first, last)
            }))?;
        }
        lists.load_all(&tally)?;
        if self.publiceer {
            return self.publish(world, &lists, &tally);
        }
        if let Some(name) = self.tabel.iter().find(|name| !page::has(&tally, name)) {
            return Err(no_table(&tally, name));
        }
        match self.formaat {
            Form::Json => world.print(&tally.write())?,
            Form::Csv => world.print(csv::exact(&tally, &lists, &self.tabel).trim_end())?,
            Form::Text => {
                let page = page::page(&tally, &lists, &self.tabel);
                print(world, &page)?;
            }
        }
        Ok(Done::Well)
    }

    fn publish(&self, world: &mut World, lists: &Lists, tally: &Tally) -> Result {
        let made = publish(tally, &self.tabel, |origin| lists.get(origin));
        let made = made.map_err(|why| refused(tally, why))?;
        self.say_left_out(world, tally, &made)?;
        match self.formaat {
            Form::Json => {
                let text = serde_json::to_string(&made).map_err(|_| {
                    let text = &nl().program;
                    Error::attention(text.unexpected("tel"), text.unexpected_todo())
                })?;
                world.print(&text)?;
            }
            Form::Csv => world.print(csv::public(&made).trim_end())?,
            Form::Text => print(world, &public::page(&made, lists))?,
        }
        Ok(Done::Well)
    }

    /// Names the outcomes that stay out because others rest on them.
    fn say_left_out(&self, world: &mut World, tally: &Tally, made: &Publication) -> Result<()> {
        if !self.tabel.is_empty() {
            return Ok(());
        }
        let say = &nl().tally;
        let mut some = false;
        for (counts, published) in tally.lijsten.iter().zip(&made.lijsten) {
            let shown = |id: &String| published.tabellen.iter().any(|table| table.naam == *id);
            let outcomes = counts.uitkomsten.keys();
            let left: Vec<&str> = outcomes.filter(|id| !shown(id)).map(|id| &**id).collect();
            if let (Some(origin), false) = (&counts.vragenlijst, left.is_empty()) {
                let (id, names) = (one_line(&origin.id), one_line(&left.join(", ")));
                world.say(&say.left_out(id, names))?;
                some = true;
            }
        }
        if some {
            world.say(&say.left_out_todo())?;
        }
        if tally.lijsten.iter().any(|list| list.antwoorden.is_some()) {
            world.say(&say.answers_out())?;
        }
        Ok(())
    }

    /// What makes a report a repeated one; nothing where these are not counted.
    fn rule(&self) -> Option<Rule> {
        let (Some(_), Some(within)) = (&self.wie, self.binnen) else {
            return None;
        };
        Some(Rule {
            within,
            without: self.zonder.clone(),
            earlier: match self.eerder {
                EarlierOf::All => Earlier::Alle,
                EarlierOf::Without => Earlier::Zonder,
            },
            per: match self.uniek {
                UniqueOf::Day => Unique::Dag,
                UniqueOf::Pseudonym => Unique::Pseudoniem,
            },
        })
    }
}

fn print(world: &mut World, page: &Document) -> Result<()> {
    let text = render::terminal(page, world.width, world.colour);
    world.print(text.trim_end())
}

/// Lists of which there is more than one version or content, with how many.
fn mixed(tally: &Tally) -> Vec<(&str, usize)> {
    let ids: Vec<&str> = tally
        .lijsten
        .iter()
        .filter_map(|list| list.vragenlijst.as_ref())
        .map(|origin| &*origin.id)
        .collect();
    let mut found: Vec<(&str, usize)> = Vec::new();
    for id in ids {
        match found.last_mut().filter(|(last, _)| *last == id) {
            Some((_, count)) => *count += 1,
            None => found.push((id, 1)),
        }
    }
    found.retain(|(_, count)| *count > 1);
    found
}

fn no_table(tally: &Tally, name: &str) -> Error {
    let say = &nl().tally;
    let names = one_line(&page::names(tally).join(", "));
    Error::usage(say.no_table(name), say.no_table_todo(names))
}

fn refused(tally: &Tally, why: Wanted) -> Error {
    let say = &nl().tally;
    match why {
        Wanted::NoTable(name) => no_table(tally, &name),
        Wanted::Linked(above, below) => {
            let what = say.linked(one_line(&above), one_line(&below));
            Error::usage(what, say.linked_todo())
        }
        Wanted::NoList(id) if id.is_empty() => {
            Error::usage(say.unlinked_unnamed(), say.unlinked_todo())
        }
        Wanted::NoList(id) => Error::usage(say.unlinked(one_line(&id)), say.unlinked_todo()),
        Wanted::Partial(name) => Error::attention(say.partial(one_line(&name)), say.partial_todo()),
        Wanted::SeveralRules => Error::attention(say.several_rules(), say.several_rules_todo()),
    }
}

fn period(text: &str) -> std::result::Result<Period, String> {
    Period::read(text).ok_or_else(|| nl().tally.bad_period())
}
