//! `toon`: a case at a glance: how far it is, advice and decision with why, what needs attention, what is open, what is due.

mod advice;
mod aside;
mod attention;
mod family;
mod open;
mod order;
pub(in crate::commands) mod terugspelen;

use std::path::PathBuf;

use crate::commands::sheet::Sheet;
pub use attention::told as attention_told;
use terugspelen::story;

use crate::answer::{Answers, show, show_date};
use crate::case::{Record, label};
use crate::commands::form::DocumentForm;
use crate::commands::{casus, vergelijk};
use crate::engine::{NextStep, View, next, outcomes};
use crate::error::{Done, Error, Result};
use crate::plain::one_line;
use crate::questionnaire::{Questionnaire, Role};
use crate::text::nl;
use crate::world::World;

/// Options of `toon`.
#[derive(Debug, clap::Args)]
#[command(group = clap::ArgGroup::new("bestand").args(["beeld", "uit"]))]
pub struct Toon {
    /// Nummer van de casus; mag weg als er maar één is
    #[arg(value_name = "CASUS")]
    pub casus: Option<String>,
    /// Toon alle open vragen, alle redenen en het logboek
    #[arg(long, alias = "all")]
    pub alles: bool,
    /// Toon alleen de mensen: wie waar woont, wie bij wie hoort, en wie wat doet in elke situatie
    #[arg(long, alias = "family", conflicts_with = "alles")]
    pub familie: bool,
    /// Teken de mensen in dit bestand, als SVG
    #[arg(long, value_name = "BESTAND", alias = "picture", conflicts_with_all = ["alles", "familie"])]
    pub beeld: Option<PathBuf>,
    /// Een tekening die er al is vervangen
    #[arg(long, alias = "overwrite", requires = "bestand")]
    pub overschrijf: bool,
    /// Speel de casus terug: wat wanneer bekend werd, wat dat veranderde en wat er toen is besloten
    #[arg(long, alias = "replay", conflicts_with_all = ["familie", "beeld"])]
    pub terugspelen: bool,
    /// Begin met terugspelen bij dit moment: een nummer, of de eerste keer op of na een dag
    #[arg(
        long,
        value_name = "DAG|NUMMER",
        alias = "from",
        requires = "terugspelen"
    )]
    pub vanaf: Option<String>,
    /// Wat als dit bij dat moment al bekend was: een vraag die later is beantwoord, of haar nummer
    #[arg(
        long,
        value_name = "VRAAG|NUMMER",
        alias = "earlier",
        requires = "vanaf"
    )]
    pub eerder: Option<String>,
    /// Vorm van het terugspelen als document; het einde van de bestandsnaam kiest ook
    #[arg(long, value_name = "VORM", alias = "format", requires = "terugspelen")]
    pub formaat: Option<DocumentForm>,
    /// Bestand om het terugspelen in te schrijven; anders komt het op het scherm
    #[arg(
        short = 'o',
        long,
        value_name = "BESTAND",
        alias = "output",
        default_value = "-",
        requires = "terugspelen"
    )]
    pub uit: PathBuf,
}

impl Default for Toon {
    /// A case at a glance, on the screen.
    fn default() -> Self {
        Self {
            casus: None,
            alles: false,
            familie: false,
            beeld: None,
            overschrijf: false,
            terugspelen: false,
            vanaf: None,
            eerder: None,
            formaat: None,
            uit: PathBuf::from("-"),
        }
    }
}

impl Toon {
    /// Prints the case. Changes nothing.
    pub fn run(self, world: &mut World) -> Result {
        if let Some(typed) = &self.casus {
            casus::no_exercise(typed)?;
        }
        if self.terugspelen {
            return terugspelen::run(world, &self);
        }
        if let Some(file) = self.casus.as_deref().filter(|one| story::is_copy(one)) {
            let text = &nl().copy;
            return Err(Error::usage(
                text.only_replay(),
                text.only_replay_todo(file),
            ));
        }
        let id = casus::which(world, self.casus.as_deref(), false)?;
        let record = casus::peek(world, &id)?;
        let opened = casus::opened(world, &record)?;
        let view = View::new(&opened.list, &record.answers, world.today);
        if let Some(file) = &self.beeld {
            family::draw(world, (&view, &id), file, self.overschrijf)?;
            return Ok(Done::Well);
        }
        let mut sheet = Sheet::new(world.width);
        head(&mut sheet, &record, &opened);
        if self.familie {
            family::put(&mut sheet, &view);
            world.print(&sheet.finish())?;
            return Ok(Done::Well);
        }
        body(&mut sheet, &view, &record, self.alles);
        world.print(&sheet.finish())?;
        if let Some(day) = vergelijk::day_before(&record) {
            world.say(&format!("\n{}", nl().compare.hint(show_date(day), &id)))?;
        }
        Ok(Done::Well)
    }
}

fn head(sheet: &mut Sheet, record: &Record, opened: &casus::Opened) {
    let (text, cases) = (&nl().show, &nl().cases);
    let list = &opened.list;
    let name = label(list, &record.answers).map_or_else(|| cases.unnamed(), one_line);
    sheet.line(0, &text.title(&record.header.id, name));
    sheet.line(
        0,
        &text.list(&list.title, &list.version.id, &list.version.version),
    );
    if let Some(profile) = record.profile() {
        sheet.line(0, &text.profile(profile));
    }
    let state = [
        cases.made(show_date(record.header.made.date_naive())),
        cases.last(show_date(record.last().date_naive())),
        casus::state(record).text(),
    ];
    sheet.line(0, &state.join(", "));
    for role in [Role::FilledInBy, Role::FilledInWho] {
        if let Some(said) = filled_in(list, &record.answers, role) {
            sheet.line(0, &said);
        }
    }
    if record.torn {
        sheet.line(0, &cases.torn_seen());
    }
    if let Some(before) = &opened.before {
        sheet.line(
            0,
            &cases.list_changed(&before.version, &list.version.version),
        );
        if opened.orphans > 0 {
            sheet.line(0, &cases.orphans(opened.orphans));
        }
    }
    if opened.newer.is_some() {
        sheet.line(0, &cases.newer_list(&record.header.id));
    }
}

/// Who filled an instrument in, as was answered, and from whom that comes.
fn filled_in(list: &Questionnaire, answers: &Answers, role: Role) -> Option<String> {
    let text = &nl().show;
    let at = list.by_role(role)?;
    let question = list.question(at);
    let answer = answers.get(&question.id, None)?;
    let said = one_line(&show(list, at, &answer.value, answers));
    if said.is_empty() {
        return None;
    }
    let part = &list.parts[question.part].title;
    let line = text.filled_in(part, &question.text, said);
    Some(match &answer.source {
        Some(source) => text.from_whom(line, source),
        None => line,
    })
}

fn body(sheet: &mut Sheet, view: &View<'_>, record: &Record, all: bool) {
    let text = &nl().show;
    if let NextStep::Stuck { reason, .. } = next(view) {
        sheet.heading(&text.outside());
        sheet.line(3, &reason.nl);
    }
    // What may mean danger comes first.
    open::danger(sheet, view);
    let outcomes = outcomes(view);
    attention::put(sheet, view, &outcomes, all);
    open::parts(sheet, view, all);
    advice::put(sheet, view, &outcomes, all);
    order::put(sheet, view);
    open::questions(sheet, view, &outcomes, all);
    let due = casus::due(view, true);
    sheet.heading(&text.due_heading());
    for one in &due {
        sheet.point(one);
    }
    if due.is_empty() {
        sheet.line(3, &text.due_none());
    }
    let counted = casus::counted(view);
    if !counted.is_empty() {
        sheet.heading(&text.counted_heading());
        for one in &counted {
            sheet.point(one);
        }
    }
    if all {
        family::put(sheet, view);
    }
    aside::put(sheet, record, all);
    if all {
        open::log(sheet, record);
    }
}
