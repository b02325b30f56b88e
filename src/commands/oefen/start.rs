//! Where an exercise starts: a file of one's own that was begun, or a new one; and what stands at its end.

use std::path::{Path, PathBuf};

use super::keep::Kept;
use super::walk::walk;
use super::{Case, LINES, Next, Oefen, again, folder, page};
use crate::answer::interpret::yes_or_no;
use crate::commands::form::DocumentForm;
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
    if case.is_none() {
        // What it is about comes before everything that is asked.
        world.say(&text.about_terms())?;
    }
    let own = own(asked, world, folder, list, case, id)?;
    let mut kept = match own {
        Some(kept) => kept,
        None => new(asked, world, folder, list, case)?,
    };
    let erase = asked.command(world, &kept, Next::Erase);
    world.say(&text.opening(kept.file.display(), &erase))?;
    // Who answered again after the talk lays those answers beside the makers', and is not asked those of before any more.
    let second = self::kept(world, folder, list, case, id, 2)?;
    let second = second
        .into_iter()
        .find(|second| name_of(second) == name_of(&kept));
    let was_done = |kept: &Kept<'_>| is_done(world, kept, case);
    if !was_done(&kept) && !second.as_ref().is_some_and(was_done) {
        kept.write()?;
        world.was_read()?;
        if !walk(world, asked, &mut kept, case)? {
            return Ok(Done::Attention);
        }
    }
    if !asked.zonder_sleutel {
        DocumentForm::show(world, &page::document(&kept, second.as_ref(), case))?;
    }
    world.say(&match second {
        Some(second) => text.finished_both(kept.file.display(), second.file.display(), erase),
        None => {
            let again = asked.command(world, &kept, Next::Answers(2));
            text.finished(kept.file.display(), again, erase)
        }
    })?;
    // Last: who types what stands first must not meet the key before the talk.
    if asked.zonder_sleutel {
        world.say(&text.key_later(asked.command(world, &kept, Next::Key)))?;
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
        // Two people soon think of one word, and the second would write in what the first answered.
        if at.is_some_and(|at| name_of(&found[at]).trim() != name.trim()) {
            return Err(Error::usage(
                text.other_spelling(name),
                text.other_spelling_todo(),
            ));
        }
        return Ok(at.map(|at| found.swap_remove(at)));
    }
    found.retain(|kept| !is_done(world, kept, case));
    if found.is_empty() {
        return Ok(None);
    }
    // Who else is busy here is theirs: so many, and no names.
    loop {
        let typed = world.ask(&text.go_on(found.len()), LINES)?;
        let typed = typed.trim();
        if typed.is_empty() {
            return Ok(None);
        }
        let at = found
            .iter()
            .position(|kept| slug(name_of(kept)) == slug(typed));
        if let Some(at) = at {
            return Ok(Some(found.swap_remove(at)));
        }
        world.say(&text.not_begun(crate::plain::one_line(typed)))?;
    }
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
fn new<'a>(
    asked: &Oefen,
    world: &mut World,
    folder: &Path,
    list: &'a Questionnaire,
    case: Case<'_>,
) -> Result<Kept<'a>> {
    let text = &nl().practise;
    let word = World::random_word();
    let begun = |name: String, function: Option<String>, pair: bool, world: &World| {
        let head = Head {
            case: case.map(|(case, _)| CaseRef::from(case)),
            list: list.version.clone(),
            round: 1,
            name,
            function,
            pair,
            day: world.today,
            begun: Some(world.now().naive_local()),
        };
        let answers = crate::answer::Answers::default();
        Kept::new(list, folder, Participant { head, answers })
    };
    let (mut function, mut pair) = (asked.functie.clone(), asked.samen);
    if let Some(name) = &asked.naam {
        not_a_case(name)?;
        return Ok(begun(name.clone(), function, pair, world));
    }
    world.say(&text.no_real_data())?;
    let name = loop {
        let typed = world.ask(&text.ask_name(&word), LINES)?;
        let name = match typed.trim() {
            "" => word.clone(),
            name => name.to_owned(),
        };
        not_a_case(&name)?;
        // Two people with one name would write in one file.
        let same = begun(name.clone(), None, false, world);
        if World::size(&same.file).is_none() {
            break name;
        }
        world.say(&text.name_taken(&name, asked.again(world, &same)))?;
    };
    if function.is_none() {
        let typed = world.ask(&text.ask_function(), LINES)?;
        function = Some(typed.trim().to_owned()).filter(|one| !one.is_empty());
    }
    while !pair {
        let typed = world.ask(&text.ask_pair(), LINES)?;
        match (typed.trim(), yes_or_no(&typed)) {
            ("", _) | (_, Some(false)) => break,
            (_, Some(true)) => pair = true,
            (_, None) => world.say(&text.yes_or_no())?,
        }
    }
    Ok(begun(name, function, pair, world))
}

/// Refuses the number of a real case as a name.
fn not_a_case(name: &str) -> Result<()> {
    let text = &nl().practise;
    if crate::case::CaseId::parse(name).is_some() {
        return Err(Error::usage(text.real_case(name), text.real_case_todo()));
    }
    Ok(())
}
