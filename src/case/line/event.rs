//! How something that changed no answer is written in the journal.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::moved::{MoveLine, move_line, moved};
use super::shared::{SharedLine, shared, shared_line};
use super::{ListLine, list, list_line};
use crate::case::{Event, PlanVersion};

/// Something that changed no answer.
#[derive(Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "snake_case")]
pub(super) enum EventLine {
    /// The case was begun.
    Begonnen,
    /// Somebody went on with it.
    Hervat,
    /// It was left.
    Gepauzeerd,
    /// The end of the list was reached.
    Afgerond,
    /// The page with what to do in danger was shown.
    GevaarGetoond,
    /// The screen was blanked.
    SchermLeeg,
    /// The screen came back.
    SchermTerug,
    /// A safety plan was written.
    PlanGeschreven,
    /// This version of the safety plan was written.
    PlanVersie(PlanLine),
    /// Another paper was made: which.
    Gemaakt(String),
    /// A version of the plan, or a text, was made for a reader.
    Gedeeld(Box<SharedLine>),
    /// The list on this computer is not the one it was filled in with.
    LijstGewijzigd(ListLine),
    /// The case moved to another version of the list.
    Overgestapt(MoveLine),
    /// It was told that there is a newer version.
    NieuwereGezegd(ListLine),
    /// A cut-off last line was set aside.
    RestOpzij,
    /// The file was upgraded from this format.
    Bijgewerkt(u32),
    /// The case was encrypted.
    Versleuteld,
    /// A new envelope was written, for so many.
    Envelop(usize),
}

/// One version of the safety plan.
#[derive(Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct PlanLine {
    /// Its number for its reader.
    nummer: u32,
    /// The number of the version it came after; none for the first.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    ouder: Option<u32>,
    /// The fingerprint that stands in it.
    vingerafdruk: String,
}

pub(super) fn event_line(event: &Event) -> EventLine {
    match event {
        Event::Started => EventLine::Begonnen,
        Event::Resumed => EventLine::Hervat,
        Event::Paused => EventLine::Gepauzeerd,
        Event::Finished => EventLine::Afgerond,
        Event::DangerShown => EventLine::GevaarGetoond,
        Event::Blanked => EventLine::SchermLeeg,
        Event::Unblanked => EventLine::SchermTerug,
        Event::PlanWritten => EventLine::PlanGeschreven,
        Event::PlanVersion(version) => EventLine::PlanVersie(PlanLine {
            nummer: version.number,
            ouder: version.parent,
            vingerafdruk: version.print.clone(),
        }),
        Event::Exported(what) => EventLine::Gemaakt(what.clone()),
        Event::Shared(all) => EventLine::Gedeeld(Box::new(shared_line(all))),
        Event::ListChanged(list) => EventLine::LijstGewijzigd(list_line(list)),
        Event::Moved(moved) => EventLine::Overgestapt(move_line(moved)),
        Event::NewerTold(list) => EventLine::NieuwereGezegd(list_line(list)),
        Event::TornSetAside => EventLine::RestOpzij,
        Event::Upgraded(from) => EventLine::Bijgewerkt(*from),
        Event::Encrypted => EventLine::Versleuteld,
        Event::Enveloped(count) => EventLine::Envelop(*count),
    }
}

pub(super) fn event(line: EventLine) -> Option<Event> {
    Some(match line {
        EventLine::Begonnen => Event::Started,
        EventLine::Hervat => Event::Resumed,
        EventLine::Gepauzeerd => Event::Paused,
        EventLine::Afgerond => Event::Finished,
        EventLine::GevaarGetoond => Event::DangerShown,
        EventLine::SchermLeeg => Event::Blanked,
        EventLine::SchermTerug => Event::Unblanked,
        EventLine::PlanGeschreven => Event::PlanWritten,
        EventLine::PlanVersie(line) => Event::PlanVersion(PlanVersion {
            number: line.nummer,
            parent: line.ouder,
            print: line.vingerafdruk,
        }),
        EventLine::Gemaakt(what) => Event::Exported(what),
        EventLine::Gedeeld(line) => Event::Shared(Box::new(shared(*line)?)),
        EventLine::LijstGewijzigd(line) => Event::ListChanged(list(line)),
        EventLine::Overgestapt(line) => Event::Moved(moved(line)?),
        EventLine::NieuwereGezegd(line) => Event::NewerTold(list(line)),
        EventLine::RestOpzij => Event::TornSetAside,
        EventLine::Bijgewerkt(from) => Event::Upgraded(from),
        EventLine::Versleuteld => Event::Encrypted,
        EventLine::Envelop(count) => Event::Enveloped(count),
    })
}
