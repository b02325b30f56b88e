//! `controleer`: whether the log of an encrypted case is as it was written, and what that cannot say.

use clap::Args;

use crate::case::{Anchor, CaseId, Checked, Fault, Finding};
use crate::commands::{casus, unlock};
use crate::error::{Done, Error, Result};
use crate::text::{indent, nl};
use crate::world::World;

/// How far a finding hangs.
const HANG: usize = 3;

/// Options of `controleer`.
#[derive(Debug, Args)]
pub struct Controleer {
    /// Nummer van de casus; zonder nummer alle casussen
    #[arg(value_name = "CASUS")]
    pub casus: Option<String>,
    /// Een anker van eerder: loopt het logboek daar nog steeds doorheen?
    #[arg(long, value_name = "ANKER", alias = "anchor")]
    pub anker: Option<String>,
}

impl Controleer {
    /// Looks over one case, or all. Changes nothing.
    pub fn run(self, world: &mut World) -> Result {
        let text = &nl().check;
        let bad = || Error::usage(text.bad_anchor(), text.bad_anchor_todo());
        let anchor = match &self.anker {
            Some(typed) => Some(Anchor::parse(typed).ok_or_else(bad)?),
            None => None,
        };
        let ids: Vec<CaseId> = match &self.casus {
            Some(typed) => vec![casus::number(typed)?],
            None if anchor.is_some() => {
                return Err(Error::usage(
                    text.anchor_needs_case(),
                    nl().cases.see_list_todo(),
                ));
            }
            None => {
                let listing = casus::store(world).cases().map_err(casus::error)?;
                listing.cases.into_iter().map(|one| one.id).collect()
            }
        };
        if ids.is_empty() {
            world.say(&text.none())?;
        }
        let (mut done, mut any) = (Done::Well, false);
        for id in &ids {
            match check(world, id, anchor.as_ref()) {
                Ok(checked) => {
                    any = true;
                    if say(world, id, &checked, anchor.as_ref())? == Done::Attention {
                        done = Done::Attention;
                    }
                }
                Err(Fault::NotSealed(_)) => world.print(&text.plain(id))?,
                Err(fault) if self.casus.is_some() => return Err(casus::error(fault)),
                Err(fault) => {
                    done = Done::Attention;
                    world.print(&text.not_checked(id, casus::error_text(&fault)))?;
                }
            }
        }
        if any {
            world.say(&format!("\n{}", text.anchor_use()))?;
            world.say(&text.limits())?;
        }
        Ok(done)
    }
}

/// Asks for the passphrase where that is needed.
fn check(
    world: &mut World,
    id: &CaseId,
    anchor: Option<&Anchor>,
) -> std::result::Result<Checked, Fault> {
    match casus::store(world).check(id, anchor) {
        Err(Fault::Locked(id)) => match unlock::unlock(world) {
            Ok(()) => casus::store(world).check(&id, anchor),
            Err(_) => Err(Fault::Locked(id)),
        },
        checked => checked,
    }
}

fn say(world: &mut World, id: &CaseId, checked: &Checked, older: Option<&Anchor>) -> Result {
    let text = &nl().check;
    let count = checked.anchor.count();
    if checked.findings.is_empty() {
        world.print(&text.whole(id, count))?;
    } else {
        world.print(&text.found(id, count))?;
    }
    for finding in &checked.findings {
        let said = format!("- {}", words(finding));
        world.print(&indent(&said, world.width, HANG))?;
    }
    let through = older.zip(checked.through);
    if let Some((older, through)) = through {
        world.print(&if through {
            text.through(older.count())
        } else {
            indent(
                &format!("- {}", text.not_through(older.count())),
                world.width,
                HANG,
            )
        })?;
    }
    world.print(&text.anchor(&checked.anchor))?;
    let torn = |finding: &Finding| matches!(finding, Finding::Torn(_));
    let broken = through.is_some_and(|(_, through)| !through) || !checked.findings.iter().all(torn);
    if broken {
        world.say(&text.todo())?;
    } else if checked.findings.iter().any(torn) {
        world.say(&text.torn_todo(id))?;
    } else {
        return Ok(Done::Well);
    }
    Ok(Done::Attention)
}

fn words(finding: &Finding) -> String {
    let text = &nl().check;
    match finding {
        Finding::Changed(at) => text.changed(at),
        Finding::Missing { before, count: 1 } => text.missing_one(before),
        Finding::Missing { before, count } => text.missing(before, count),
        Finding::Moved { at, from } => text.moved(at, from),
        Finding::Copied { at, of } => text.copied(at, of),
        Finding::Unreadable(at) => text.unreadable(at),
        Finding::Torn(at) => text.torn(at),
    }
}
