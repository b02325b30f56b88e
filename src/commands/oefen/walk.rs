//! The walk through an exercise: what becomes known is told, and what belongs to it is asked, round by round.

use super::asker::Marked;
use super::keep::Kept;
use super::{Case, Oefen};
use crate::answer::{Answers, Key, RowId, Value, date_with_weekday, rows_of};
use crate::commands::shared;
use crate::engine::{NextStep, View, next, next_page_count};
use crate::error::{Error, ErrorKind, Result};
use crate::interview::{self, Asker, Ended, Info, Lines, Setting, Stop, Terminal, Trouble};
use crate::questionnaire::{Questionnaire, Role};
use crate::text::nl;
use crate::training::{Forms, Known, Sentence, TrainingCase};
use crate::world::World;

/// Leads somebody on from where they are. Whether all was asked.
pub(super) fn walk(
    world: &mut World,
    asked: &Oefen,
    kept: &mut Kept<'_>,
    case: Case<'_>,
) -> Result<bool> {
    let (phones, vague) = (shared::phones(), shared::vague());
    let setting = Setting {
        list: kept.list,
        today: world.today,
        phones: &phones,
        vague: &vague,
    };
    let ended = if world.lines {
        let mut asker = Lines::new(&mut world.input, &mut world.err, world.width);
        all(setting, kept, &mut Marked::new(&mut asker, false), case)
    } else {
        let mut asker = Terminal::new(world.colour, &phones).calm();
        all(setting, kept, &mut Marked::new(&mut asker, true), case)
    };
    if let Some(error) = kept.failed.take() {
        return Err(error);
    }
    let ended = ended.map_err(|trouble| match trouble {
        Trouble::Keeping(fault) => crate::commands::casus::error(fault),
        Trouble::Asking(fault) => fault.into(),
    })?;
    let text = &nl().practise;
    let saved = text.saved(kept.file.display(), asked.again(world, kept));
    match ended {
        Ended::Finished => Ok(true),
        Ended::Paused => {
            world.say(&saved)?;
            Ok(false)
        }
        Ended::InputEnded => Err(Error::attention(text.input_ended(), saved)),
        Ended::Interrupted => Err(Error::new(
            ErrorKind::Interrupted,
            nl().program.interrupted(),
            saved,
        )),
    }
}

fn all(
    set: Setting<'_>,
    kept: &mut Kept<'_>,
    asker: &mut Marked<'_>,
    case: Case<'_>,
) -> std::result::Result<Ended, Trouble> {
    if let Some((case, forms)) = case {
        // The second time all is known, and one starts at what was answered.
        if kept.participant.head.round == 1 {
            match rounds(set, kept, asker, case, forms) {
                Ok(Ended::Finished) => {}
                other => return other,
            }
        }
        asker.can_be_read(all_rounds(case));
    }
    asker.later = 0;
    if kept.participant.head.round == 1 {
        interview::run(set, kept, asker)
    } else {
        asker.again = true;
        interview::run_again(set, kept, asker)
    }
}

/// Everything before the last step, in which all is known.
fn rounds(
    set: Setting<'_>,
    kept: &mut Kept<'_>,
    asker: &mut Marked<'_>,
    case: &TrainingCase,
    forms: &Forms,
) -> std::result::Result<Ended, Trouble> {
    let was = known(kept, forms);
    let stages = (1..=case.rounds.len()).map(Known::Rounds);
    let stages = stages.chain([Known::Sentences]);
    if was == Known::Rounds(0)
        && let Some(ended) = stopped(asker.tell(&who(case)))?
    {
        return Ok(ended);
    }
    for stage in stages.filter(|stage| *stage >= was) {
        let goes_on = stage == was;
        lay_out(kept, case, forms, stage)?;
        let until = until(set.list, stage);
        if goes_on && !is_open(set, kept, until) {
            continue;
        }
        let told = match stage {
            Known::Rounds(count) => round(case, count - 1),
            _ => sentences(),
        };
        if let Some(ended) = stopped(asker.tell(&told))? {
            return Ok(ended);
        }
        asker.can_be_read(match stage {
            Known::Rounds(_) => told,
            _ => all_rounds(case),
        });
        asker.later = later(set, kept, case, forms);
        let ended = interview::run_until(set, kept, asker, until)?;
        if ended != Ended::Finished {
            return Ok(ended);
        }
    }
    if was < Known::All {
        for sentence in &case.sentences {
            let info = example(sentence, kept, forms);
            if let Some(ended) = stopped(asker.tell(&info))? {
                return Ok(ended);
            }
        }
        if let Some(ended) = stopped(asker.tell(&last(case)))? {
            return Ok(ended);
        }
        lay_out(kept, case, forms, Known::All)?;
    }
    Ok(Ended::Finished)
}

/// So many screens come when all is known, that are not counted yet.
fn later(set: Setting<'_>, kept: &Kept<'_>, case: &TrainingCase, forms: &Forms) -> usize {
    let mut answers = kept.participant.answers.clone();
    let now = next_page_count(&View::new(set.list, &answers, set.today));
    case.lay_out(forms, Known::All, &mut answers);
    next_page_count(&View::new(set.list, &answers, set.today)).saturating_sub(now)
}

/// How an exercise ends where nobody replies any more; nothing where all is well.
fn stopped(told: std::result::Result<(), Stop>) -> std::result::Result<Option<Ended>, Trouble> {
    match told {
        Ok(()) => Ok(None),
        Err(Stop::End) => Ok(Some(Ended::InputEnded)),
        Err(Stop::Interrupted) => Ok(Some(Ended::Interrupted)),
        Err(Stop::Failed(fault)) => Err(Trouble::Asking(fault)),
    }
}

/// How far somebody came.
pub(super) fn known(kept: &Kept<'_>, forms: &Forms) -> Known {
    known_of(forms, &kept.participant.answers)
}

/// The same, by the rows that are there.
pub(super) fn known_of(forms: &Forms, answers: &Answers) -> Known {
    let list = &forms.exercise;
    let count = |role| {
        let of = list.by_role(role);
        of.map_or(0, |of| rows_of(list, of, answers).len())
    };
    if count(Role::ExerciseSituations) > 0 {
        Known::All
    } else if count(Role::ExerciseSentences) > 0 {
        Known::Sentences
    } else {
        Known::Rounds(count(Role::ExerciseRounds))
    }
}

/// Lays out what is known now, in the file too.
fn lay_out(
    kept: &mut Kept<'_>,
    case: &TrainingCase,
    forms: &Forms,
    stage: Known,
) -> std::result::Result<(), Trouble> {
    case.lay_out(forms, stage, &mut kept.participant.answers);
    if let Err(error) = kept.write() {
        let fault = std::io::Error::other(error.what.clone());
        kept.failed = Some(error);
        return Err(Trouble::Asking(fault));
    }
    Ok(())
}

/// The part before which a step ends.
fn until(list: &Questionnaire, stage: Known) -> usize {
    let role = match stage {
        Known::Rounds(_) => Role::ExerciseSentences,
        _ => Role::ExerciseSituations,
    };
    let of = list.by_role(role);
    of.map_or(list.parts.len(), |of| list.question(of).part)
}

fn is_open(set: Setting<'_>, kept: &Kept<'_>, until: usize) -> bool {
    let view = View::new(set.list, &kept.participant.answers, set.today);
    matches!(next(&view), NextStep::Ask(page) if page.part < until)
}

fn info(title: String, text: Vec<String>) -> Info {
    Info {
        title,
        text,
        danger: false,
    }
}

/// Who the participant is, and the people.
fn who(case: &TrainingCase) -> Info {
    let say = &nl().practise;
    let today = say.today(date_with_weekday(case.day));
    let people = people(case).join("\n");
    let text = vec![case.role.clone(), today, say.people(), people];
    info(case.title.clone(), text)
}

/// The people, a line each, and who else there is.
pub fn people(case: &TrainingCase) -> Vec<String> {
    let say = &nl().practise;
    let (mut people, mut others) = (Vec::new(), Vec::new());
    for person in &case.people {
        let lives = person.lives.as_ref();
        let lives = lives.map(|place| say.lives(lower_first(place)));
        let told: Vec<String> = person.age.clone().into_iter().chain(lives).collect();
        if told.is_empty() {
            others.push(person.name.as_str());
        } else {
            people.push(say.person(&person.name, told.join(", ")));
        }
    }
    people.extend((!others.is_empty()).then(|| say.others(others.join(", "))));
    people
}

/// In the middle of a sentence.
fn lower_first(text: &str) -> String {
    let mut letters = text.chars();
    let first = letters.next().into_iter().flat_map(char::to_lowercase);
    first.chain(letters).collect()
}

/// All that became known, to read again.
fn all_rounds(case: &TrainingCase) -> Info {
    let today = nl().practise.now_it_is(date_with_weekday(case.day));
    let mut text = vec![today];
    for at in 0..case.rounds.len() {
        let told = round(case, at);
        text.push(told.title);
        text.extend(told.text);
    }
    info(nl().practise.all_rounds(), text)
}

/// What becomes known.
fn round(case: &TrainingCase, at: usize) -> Info {
    let say = &nl().practise;
    let round = &case.rounds[at];
    let mut text = vec![say.from(&round.from)];
    text.extend(round.text.split("\n\n").map(joined));
    info(say.round(at + 1, case.rounds.len(), &round.title), text)
}

/// One paragraph on one line: the screen breaks it where it must.
fn joined(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn sentences() -> Info {
    let say = &nl().practise;
    info(say.sentences_title(), vec![say.to_make_concrete()])
}

fn last(case: &TrainingCase) -> Info {
    let say = &nl().practise;
    let today = say.now_it_is(date_with_weekday(case.day));
    info(say.last_title(), vec![today, say.last()])
}

/// A sentence, how the participant wrote it, and an example.
fn example(sentence: &Sentence, kept: &Kept<'_>, forms: &Forms) -> Info {
    let say = &nl().practise;
    let own = own_words(kept, forms, &sentence.id);
    let mut text = vec![say.the_sentence(&sentence.text)];
    text.extend(own.map(|own| say.own_sentence(joined(&own))));
    text.push(say.example(&sentence.concrete));
    text.push(say.example_about());
    info(say.example_title(), text)
}

/// How the participant made a sentence concrete.
pub(super) fn own_words(kept: &Kept<'_>, forms: &Forms, row: &RowId) -> Option<String> {
    let at = forms.exercise.by_role(Role::ExerciseConcrete)?;
    let key = Key {
        question: forms.exercise.question(at).id.clone(),
        row: Some(row.clone()),
    };
    match &kept
        .participant
        .answers
        .get(&key.question, key.row.as_ref())?
        .value
    {
        Value::Text(own) if !own.trim().is_empty() => Some(own.clone()),
        _ => None,
    }
}
