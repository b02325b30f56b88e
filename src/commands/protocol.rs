//! `protocol`: an organisation's own code as a document, filled from a short list. Its answers are about no client and
//! stand in a file of their own beside the settings.

mod piece;

use std::path::PathBuf;

use crate::answer::Answers;
use crate::commands::form::DocumentForm;
use crate::commands::{organisatie, output};
use crate::engine::{View, open_questions};
use crate::error::{Done, Error, Result};
use crate::plain::one_line;
use crate::protocol::{self, Around, Made, Template};
use crate::questionnaire::Questionnaire;
use crate::text::nl;
use crate::world::World;

/// The list that is asked.
const LIST: &str = "protocol";
/// Where its answers stand, beside the settings.
const FILE: &str = "organisatie.yaml";
/// What goes on with it.
const COMMAND: &str = "top3 protocol";

/// Options of `protocol`.
#[derive(Debug, Default, clap::Args)]
pub struct Protocol {
    /// Schrijf het document in dit bestand en vraag niets; - schrijft naar het scherm
    #[arg(short = 'o', long, value_name = "BESTAND", alias = "output")]
    pub uit: Option<PathBuf>,
    /// Vorm: tekst, markdown, html, pdf, docx (Word) of odt (LibreOffice); anders zegt het einde van de bestandsnaam het
    #[arg(long, value_name = "VORM", alias = "format")]
    pub formaat: Option<DocumentForm>,
    /// Neem de antwoorden uit dit bestand en vraag niets; ze worden niet bewaard
    #[arg(long, value_name = "BESTAND", alias = "answers")]
    pub antwoorden: Option<PathBuf>,
    /// Een bestand dat er al is vervangen
    #[arg(long, alias = "overwrite")]
    pub overschrijf: bool,
}

impl Protocol {
    /// Asks, where somebody is there and no document was asked for; writes it otherwise.
    pub fn run(self, world: &mut World) -> Result {
        let list = organisatie::list(world, LIST)?;
        let file = organisatie::beside(world, FILE);
        let to_ask = self.uit.is_none() && self.antwoorden.is_none() && self.formaat.is_none();
        if to_ask && (world.person || world.lines) {
            return ask(world, &list, &file);
        }
        let answers = match &self.antwoorden {
            Some(given) => organisatie::given(world, &list, given)?,
            None => organisatie::read(world, &list, &file)?,
        };
        self.write(world, &list, &answers)
    }

    fn write(&self, world: &mut World, list: &Questionnaire, answers: &Answers) -> Result {
        let text = &nl().protocol;
        let made = made(world, list, answers)?;
        let out = self.uit.clone().unwrap_or_else(|| PathBuf::from("-"));
        let to_screen = output::is_out(&out);
        let form = self.formaat.or_else(|| DocumentForm::of(&out));
        let form = form.unwrap_or(if to_screen {
            DocumentForm::Text
        } else {
            DocumentForm::Markdown
        });
        let drawn = form.drawn(world, &made.document, to_screen)?;
        output::put(world, &out, &drawn, self.overschrijf)?;
        if !output::is_out(&out) {
            world.say(&text.written(out.display()))?;
        }
        match made.open {
            0 => {}
            1 => world.say(&text.open_one())?,
            count => world.say(&text.open(count))?,
        }
        if !world.settings.shows_partners(LIST) {
            world.say(&text.partners_not_shown())?;
        }
        world.say(&text.own())?;
        Ok(Done::Well)
    }
}

/// Its list and answers, where there are any: for what it waits for.
pub(super) fn kept(world: &mut World) -> Result<Option<(Questionnaire, Answers)>> {
    let file = organisatie::beside(world, FILE);
    if World::size(&file).is_none() {
        return Ok(None);
    }
    let list = organisatie::list(world, LIST)?;
    let answers = organisatie::read(world, &list, &file)?;
    Ok(Some((list, answers)))
}

/// Leads somebody through the questions.
fn ask(world: &mut World, list: &Questionnaire, file: &std::path::Path) -> Result {
    let text = &nl().protocol;
    world.say(&text.opening(file.display()))?;
    if world.settings.organisatie.is_none() {
        let name = world.ask(&text.ask_name(), "`--uit`")?;
        let name = one_line(name.trim());
        if !name.is_empty() {
            world.remember_organisation(&name)?;
        }
    }
    let answers = organisatie::read(world, list, file)?;
    world.was_read()?;
    let (answers, done) = organisatie::ask(world, list, file, answers, COMMAND)?;
    if done == Done::Well {
        let open = open_questions(&View::new(list, &answers, world.today)).len();
        world.say(&text.finished(file.display(), open))?;
    }
    Ok(Done::Well)
}

fn made(world: &mut World, list: &Questionnaire, answers: &Answers) -> Result<Made> {
    let unexpected = || {
        let program = &nl().program;
        Error::attention(program.unexpected(LIST), program.unexpected_todo())
    };
    let template = Template::shipped().ok_or_else(unexpected)?;
    let pieces = piece::Pieces::gather(world, &template)?;
    let view = View::new(list, answers, world.today);
    let words = [
        ("organisatie", world.settings.organisatie.clone()),
        ("profiel", Some(pieces.profile())),
    ];
    let around = Around {
        words: &words,
        profile: pieces.profile_id(),
        piece: &|piece| pieces.blocks(piece),
    };
    Ok(protocol::document(&template, &view, &around))
}
