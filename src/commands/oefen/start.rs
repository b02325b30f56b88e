//! Where an exercise starts: a file of one's own that was begun, or a new one; and what stands at its end.

use std::path::{Path, PathBuf};

use super::keep::Kept;
use super::walk::walk;
use super::{Case, LINES, Next, Oefen, again, folder, key, mine};
use crate::answer::interpret::yes_or_no;
use crate::engine::{NextStep, View, next};
use crate::error::{Done, Error, Result};
use crate::questionnaire::Questionnaire;
use crate::text::nl;
use crate::training::{CaseRef, Head, Participant};
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
    let mut kept = match own(asked, world, folder, list, case, id)? {
        Own::File(kept) => *kept,
        Own::None => new(asked, world, folder, list, case, asked.naam.as_deref())?,
        Own::OfAnother => {
            world.say(&text.not_yours())?;
            new(asked, world, folder, list, case, None)?
        }
    };
    let erase = asked.command(world, &kept, Next::Erase);
    world.say(&text.opening(kept.file.display(), &erase))?;
    // Who answered again after the talk lays those answers beside the makers', and is not asked those of before any more.
    let second = self::kept(world, folder, list, case, id, 2)?;
    let second = second
        .into_iter()
        .find(|second| name_of(second) == name_of(&kept));
    // One that was begun and is not done is none yet: what is answered in it then comes after the key.
    let second = second.filter(|second| {
        second.participant.head.done != Some(false) && is_done(world, second, case)
    });
    if second.is_none() && !is_done(world, &kept, case) {
        kept.write()?;
        world.was_read()?;
        if !walk(world, asked, &mut kept, case)? {
            return Ok(Done::Attention);
        }
    }
    kept.finish()?;
    let shown = !asked.zonder_sleutel && key::read(world, &mut kept, second.as_ref(), case)?;
    world.say(&match second {
        Some(second) => text.finished_both(kept.file.display(), second.file.display(), erase),
        None => {
            let again = asked.command(world, &kept, Next::Answers(2));
            text.finished(kept.file.display(), again, erase)
        }
    })?;
    // Last: who types what stands first must not meet the key before the talk.
    if !shown {
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

/// What was found of an exercise that was begun.
enum Own<'a> {
    /// One's own file.
    File(Box<Kept<'a>>),
    /// The name that was given is that of another.
    OfAnother,
    /// Nothing.
    None,
}

/// A file of this exercise that was begun: that with the name, or the one that somebody picks.
fn own<'a>(
    asked: &Oefen,
    world: &mut World,
    folder: &Path,
    list: &'a Questionnaire,
    case: Case<'_>,
    id: &str,
) -> Result<Own<'a>> {
    let text = &nl().practise;
    let mut found = kept(world, folder, list, case, id, 1)?;
    if let Some(name) = &asked.naam {
        return Ok(match mine::named(&mut found, name)? {
            None => Own::None,
            Some(kept) if mine::is_mine(world, &kept, case)? => Own::File(Box::new(kept)),
            Some(_) => Own::OfAnother,
        });
    }
    found.retain(|kept| !is_done(world, kept, case));
    if found.is_empty() {
        return Ok(Own::None);
    }
    // Who else is busy here is theirs: so many, and no names.
    loop {
        let typed = world.ask(&text.go_on(found.len()), LINES)?;
        if typed.trim().is_empty() {
            return Ok(Own::None);
        }
        match mine::named(&mut found, &typed) {
            Ok(Some(kept)) if mine::is_mine(world, &kept, case)? => {
                return Ok(Own::File(Box::new(kept)));
            }
            Ok(Some(_)) => return Ok(Own::OfAnother),
            Ok(None) => world.say(&text.not_begun(crate::plain::one_line(typed.trim())))?,
            Err(error) => world.say(&format!("{} {}", error.what, error.todo))?,
        }
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
        knows_key: None,
        failed: None,
    })
}

/// Somebody begins: by this name or the one they choose, with whom.
fn new<'a>(
    asked: &Oefen,
    world: &mut World,
    folder: &Path,
    list: &'a Questionnaire,
    case: Case<'_>,
    name: Option<&str>,
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
            key_read: None,
            done: Some(false),
        };
        let answers = crate::answer::Answers::default();
        Kept::new(list, folder, Participant { head, answers })
    };
    let (mut function, mut pair) = (asked.functie.clone(), asked.samen);
    if let Some(name) = name {
        not_a_case(name)?;
        return Ok(begun(name.to_owned(), function, pair, world));
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
    if !pair {
        pair = enter_is_no(world, &text.ask_pair())?;
    }
    Ok(begun(name, function, pair, world))
}

/// Asks for yes or no; Enter alone is no.
pub(super) fn enter_is_no(world: &mut World, question: &str) -> Result<bool> {
    loop {
        let typed = world.ask(question, LINES)?;
        match (typed.trim(), yes_or_no(&typed)) {
            ("", _) | (_, Some(false)) => return Ok(false),
            (_, Some(true)) => return Ok(true),
            (_, None) => world.say(&nl().practise.yes_or_no())?,
        }
    }
}

/// Refuses the number of a real case as a name.
fn not_a_case(name: &str) -> Result<()> {
    let text = &nl().practise;
    if crate::case::CaseId::parse(name).is_some() {
        return Err(Error::usage(text.real_case(name), text.real_case_todo()));
    }
    Ok(())
}
