//! Where an exercise starts: a file of one's own that was begun, or a new one; and what stands at its end.

use std::path::{Path, PathBuf};

use super::keep::Kept;
use super::walk::walk;
use super::{Case, LINES, Oefen, again, folder, page};
use crate::commands::form::DocumentForm;
use crate::commands::vragen;
use crate::engine::{NextStep, View, next};
use crate::error::{Done, Error, Result};
use crate::questionnaire::Questionnaire;
use crate::text::nl;
use crate::training::{CaseRef, Head, Participant, slug};
use crate::world::World;

/// Leads somebody through, from where they are to the last page.
pub(super) fn run(
    asked: &Oefen,
    world: &mut World,
    folder: &Path,
    list: &Questionnaire,
    case: Case<'_>,
) -> Result {
    let id = case.map_or(list.version.id.as_str(), |(case, _)| case.id.as_str());
    let text = &nl().practise;
    if asked.ronde > 1 {
        return again::run(asked, world, folder, list, case);
    }
    let own = own(asked, world, folder, list, case, id)?;
    let mut kept = match own {
        Some(kept) => kept,
        None => Kept::new(list, folder, new(asked, world, list, case)?),
    };
    world.say(&text.opening(kept.file.display()))?;
    if !is_done(world, &kept, case) {
        kept.write()?;
        vragen::was_read(world)?;
        if !walk(world, &mut kept, case)? {
            return Ok(Done::Attention);
        }
    }
    DocumentForm::show(world, &page::document(&kept, case))?;
    match case {
        Some(_) => world.say(&text.finished(kept.file.display(), id, name_of(&kept)))?,
        None => world.say(&text.finished_terms(kept.file.display(), name_of(&kept)))?,
    }
    Ok(Done::Well)
}

/// The name as it is typed again.
pub(super) fn name_of<'a>(kept: &'a Kept<'_>) -> &'a str {
    &kept.participant.head.name
}

/// Whether all of it was asked.
pub(super) fn is_done(world: &World, kept: &Kept<'_>, case: Case<'_>) -> bool {
    let view = View::new(kept.list, &kept.participant.answers, world.today);
    let known = case
        .is_none_or(|(_, forms)| super::walk::known(kept, forms) == crate::training::Known::All);
    known && !matches!(next(&view), NextStep::Ask(_))
}

/// A file of this exercise that was begun: that with the name, or the one that somebody picks.
fn own<'a>(
    asked: &Oefen,
    world: &mut World,
    folder: &Path,
    list: &'a Questionnaire,
    case: Case<'_>,
    id: &str,
) -> Result<Option<Kept<'a>>> {
    let text = &nl().practise;
    let mut found = kept(world, folder, list, case, id, 1)?;
    if let Some(name) = &asked.naam {
        let at = found
            .iter()
            .position(|kept| slug(name_of(kept)) == slug(name));
        return Ok(at.map(|at| found.swap_remove(at)));
    }
    found.retain(|kept| !is_done(world, kept, case));
    if found.is_empty() {
        return Ok(None);
    }
    let names: Vec<&str> = found.iter().map(name_of).collect();
    let typed = world.ask(&text.go_on(names.join(", ")), LINES)?;
    let typed = slug(typed.trim());
    let at = found.iter().position(|kept| slug(name_of(kept)) == typed);
    Ok(at.map(|at| found.swap_remove(at)))
}

/// The files of this exercise in this round, with what the case gives.
pub(super) fn kept<'a>(
    world: &World,
    folder: &Path,
    list: &'a Questionnaire,
    case: Case<'_>,
    id: &str,
    round: u8,
) -> Result<Vec<Kept<'a>>> {
    let mut found = Vec::new();
    for (file, opened) in folder::files(world, folder)? {
        let of = opened
            .head
            .case
            .as_ref()
            .map_or(&opened.head.list.id, |case| &case.id);
        if of != id || opened.head.list.id != list.version.id || opened.head.round != round {
            continue;
        }
        found.push(read(world, list, case, file, opened)?);
    }
    Ok(found)
}

fn read<'a>(
    world: &World,
    list: &'a Questionnaire,
    case: Case<'_>,
    file: PathBuf,
    opened: crate::training::Opened,
) -> Result<Kept<'a>> {
    let text = &nl().practise;
    let faulty = |details: Vec<String>| {
        Error::attention(text.faulty_own(file.display()), text.faulty_own_todo())
            .with_details(details)
    };
    let mut participant = opened
        .answers(list, world.today)
        .map_err(|problems| faulty(problems.into_iter().map(|one| one.message).collect()))?;
    if let Some((case, forms)) = case {
        let strange = case.strange_rows(forms, &participant.answers);
        if !strange.is_empty() {
            let rows: Vec<String> = strange.iter().map(ToString::to_string).collect();
            return Err(faulty(vec![text.strange_rows(rows.join(", "))]));
        }
        let known = super::walk::known_of(forms, &participant.answers);
        case.lay_out(forms, known, &mut participant.answers);
    }
    Ok(Kept {
        list,
        file,
        participant,
        failed: None,
    })
}

/// Somebody begins: by what name, with whom.
fn new(
    asked: &Oefen,
    world: &mut World,
    list: &Questionnaire,
    case: Case<'_>,
) -> Result<Participant> {
    let text = &nl().practise;
    let word = World::random_word();
    let (mut name, mut function, mut pair) =
        (asked.naam.clone(), asked.functie.clone(), asked.samen);
    if name.is_none() {
        world.say(&text.no_real_data())?;
        let typed = world.ask(&text.ask_name(&word), LINES)?;
        name = Some(typed.trim().to_owned()).filter(|name| !name.is_empty());
        if function.is_none() {
            let typed = world.ask(&text.ask_function(), LINES)?;
            function = Some(typed.trim().to_owned()).filter(|one| !one.is_empty());
        }
        if !pair {
            let typed = world.ask(&text.ask_pair(), LINES)?;
            pair = crate::answer::interpret::yes_or_no(&typed) == Some(true);
        }
    }
    if name
        .as_deref()
        .is_some_and(|name| crate::case::CaseId::parse(name).is_some())
    {
        return Err(Error::usage(
            text.real_case(name.unwrap_or_default()),
            text.real_case_todo(),
        ));
    }
    Ok(Participant {
        head: Head {
            case: case.map(|(case, _)| CaseRef::from(case)),
            list: list.version.clone(),
            round: 1,
            name: name.unwrap_or(word),
            function,
            pair,
            day: world.today,
        },
        answers: crate::answer::Answers::default(),
    })
}
