//! `anonimiseer`: a copy of a case without its people, to learn from.

use std::hash::BuildHasher as _;
use std::path::{Path, PathBuf};

use crate::anonymous::{Draft, Left};
use crate::case::{Event, Lesson};
use crate::commands::casus::{self, State};
use crate::commands::output::Prepared;
use crate::commands::papier::nalezen::{self, About, Says};
use crate::commands::toon::terugspelen::story;
use crate::error::{Done, Error, ErrorKind, Result};
use crate::paper::Choice;
use crate::questionnaire::Questionnaire;
use crate::replay::COPY;
use crate::text::{indent, nl};
use crate::world::World;

/// The days move by at least and at most so many weeks. Weekdays stay what they were.
const WEEKS: (u64, u64) = (9, 160);
const WEEK: i64 = 7;

/// Options of `anonimiseer`.
#[derive(Debug, clap::Args)]
pub struct Anonimiseer {
    /// Nummer van de casus; mag weg als er maar één is
    #[arg(value_name = "CASUS")]
    casus: Option<String>,
    /// Bestand voor de kopie; de naam eindigt op .leerkopie
    #[arg(long, value_name = "BESTAND", alias = "to")]
    naar: PathBuf,
    /// Laat alle vrije teksten weg
    #[arg(long, alias = "no-text", conflicts_with = "nalezen")]
    zonder_tekst: bool,
    /// Bestand waarin u tekst voor tekst kiest wat mee mag. Het wordt gemaakt als het er nog niet is, en anders teruggelezen
    #[arg(long, value_name = "BESTAND", alias = "review")]
    nalezen: Option<PathBuf>,
    /// Rond leeftijden af, zonder over 12, 16 of 18 te gaan
    #[arg(long, alias = "age-bands")]
    leeftijdsgroep: bool,
    /// Een kopie die er al is vervangen
    #[arg(long, alias = "overwrite")]
    overschrijf: bool,
}

impl Anonimiseer {
    /// Makes the copy.
    pub fn run(self, world: &mut World) -> Result {
        self.make(world).map_err(|mut error| {
            if error.kind == ErrorKind::Interrupted {
                error.todo = nl().copy.interrupted_todo();
            }
            error
        })
    }

    fn make(self, world: &mut World) -> Result {
        let text = &nl().copy;
        self.must_fit(world)?;
        let id = casus::which(world, self.casus.as_deref(), false)?;
        let record = casus::peek(world, &id)?;
        let told = story::of(world, &record)?;
        let replay = &nl().replay;
        let draft = Draft::of(&told.story, self.leeftijdsgroep)
            .ok_or_else(|| Error::attention(replay.nothing(), replay.nothing_todo()))?;
        if casus::state(&record) != State::Finished {
            world.say(&text.not_closed())?;
        }
        let file = self.naar.file_name().unwrap_or_default();
        let constants = constants(told.story.lists.last());
        let telling = draft.left_in_name(&file.to_string_lossy(), &id, &constants);
        if !telling.is_empty() {
            let kinds = telling.join(", ");
            return Err(Error::usage(
                text.telling_name(kinds),
                text.telling_name_todo(),
            ));
        }
        let Some(choices) = self.choices(world, &draft, &id)? else {
            return Ok(Done::Well);
        };
        let copy = draft.copy(shift(), &choices);
        let file = copy.write(&text.mark());
        let left = draft.left(&copy, &file, &constants);
        if !left.is_empty() {
            let lines = left.iter().map(where_left);
            let lines = lines.map(|line| indent(&line, world.width, 0)).collect();
            return Err(Error::attention(text.refused(), text.refused_todo()).with_details(lines));
        }
        for doubted in draft.doubted(&choices) {
            let words = doubted.words.join("\", \"");
            world.say(&text.doubted(&doubted.asked, words))?;
        }
        let made = Prepared::of(world, &self.naar, file.as_bytes(), self.overschrijf);
        let made = made.map_err(|mut error| {
            if error.kind == ErrorKind::Attention {
                error.todo = text.exists_todo();
            }
            error
        })?;
        made.logged(world, &id, vec![Event::Exported(COPY.to_owned())])?;
        self.say(world)
    }

    /// A copy says by its name what it is, and stands apart from the cases.
    fn must_fit(&self, world: &World) -> Result<()> {
        let text = &nl().copy;
        let name = self.naar.file_name().unwrap_or_default();
        if !name.to_string_lossy().ends_with(story::ENDING) {
            return Err(Error::usage(text.ending(), text.ending_todo()));
        }
        let whole = |path: &Path| path.canonicalize().or_else(|_| std::path::absolute(path));
        let folder = match self.naar.parent() {
            Some(folder) if folder != Path::new("") => folder,
            _ => Path::new("."),
        };
        if let (Ok(folder), Ok(cases)) = (whole(folder), whole(&world.cases))
            && folder.starts_with(cases)
        {
            return Err(Error::usage(text.in_cases(), text.in_cases_todo()));
        }
        Ok(())
    }

    /// What becomes of each text; nothing where that still has to be chosen in a file.
    fn choices(
        &self,
        world: &mut World,
        draft: &Draft<'_>,
        id: &crate::case::CaseId,
    ) -> Result<Option<Vec<Choice>>> {
        let text = &nl().copy;
        let lines = draft.lines();
        if self.zonder_tekst {
            return Ok(Some(Vec::new()));
        }
        match draft.withheld() {
            0 => {}
            1 => world.say(&text.withheld_one())?,
            count => world.say(&text.withheld(count))?,
        }
        if lines.is_empty() {
            world.say(&text.none())?;
            return Ok(Some(Vec::new()));
        }
        if self.nalezen.is_none() && !world.person {
            return Err(Error::usage(
                text.review_needed(),
                text.review_needed_todo(),
            ));
        }
        let about = About {
            paper: COPY,
            case: id,
            person: None,
            reader: None,
            says: Says {
                about: |count| nl().copy.about(count),
                head: text.head(),
            },
        };
        nalezen::choices(world, self.nalezen.as_deref(), &lines, &about)
    }

    fn say(&self, world: &mut World) -> Result {
        let text = &nl().copy;
        let mut says = vec![text.made(self.naar.display()), text.changed()];
        says.extend(self.leeftijdsgroep.then(|| text.ages()));
        says.extend(self.zonder_tekst.then(|| text.texts_gone()));
        says.extend([text.cannot_know(), text.keep()]);
        says.iter().try_for_each(|one| world.say(one))?;
        Ok(Done::Well)
    }
}

/// By how many days: whole weeks back, so many that nobody guesses it; kept nowhere.
fn shift() -> i64 {
    let (least, most) = WEEKS;
    // Each state is seeded by the system.
    let drawn = std::hash::RandomState::new().hash_one("leerkopie");
    let weeks = least + drawn % (most - least + 1);
    -WEEK * i64::try_from(weeks).unwrap_or(WEEK)
}

/// What stands in every copy on this list, whatever the case: a word in it tells nothing.
fn constants(list: Option<&Questionnaire>) -> Vec<String> {
    let mut constants = vec![nl().copy.left_out()];
    constants.extend(list.map(|list| {
        let empty = Lesson {
            list: list.version.clone(),
            moments: Vec::new(),
        };
        empty.write(&nl().copy.mark())
    }));
    for question in list.into_iter().flat_map(|list| &list.questions) {
        constants.push(question.id.to_string());
        constants.extend(question.options().iter().map(|one| one.id.to_string()));
    }
    constants
}

fn where_left(left: &Left) -> String {
    let text = &nl().copy;
    let kinds = left.kinds.join(", ");
    match &left.at {
        Some(question) => text.left(question, kinds),
        None => text.left_elsewhere(kinds),
    }
}
