//! A line in a register: of one case, or of every case that it fits.

use serde_json::{Map, Value as Json};

use super::{Case, Form, Papier};
use crate::assessment::number_form;
use crate::case::Event;
use crate::commands::{casus, lists, output};
use crate::error::{Done, Error, Result};
use crate::paper::{About, Field, register};
use crate::plain::csv_cell;
use crate::questionnaire::paper::{Body, Paper};
use crate::text::nl;
use crate::world::World;

use super::Found;

type Line = Vec<(String, Field)>;

/// The line of one case.
pub(super) fn one(world: &mut World, options: &Papier, paper: &Paper, case: &Case) -> Result {
    let line = line(world, paper, case);
    let written = written(&[line], options.formaat, false)?;
    let event = Event::Exported(paper.id.clone());
    let media = media(options.formaat);
    options.write(world, written.as_bytes(), media, event, case)?;
    Ok(Done::Well)
}

/// The lines of all cases with a list that it goes with; how many others there are is said.
pub(super) fn all(world: &mut World, options: &Papier, found: &Found) -> Result {
    let text = &nl().paper_command;
    let listing = casus::listing(world)?;
    let (mut lines, mut others, mut last) = (Vec::new(), 0, None);
    for one in listing.cases {
        let made = Case::open(world, one.id).and_then(|case| {
            let paper = found.beside(world, &case)?;
            Ok((case, paper))
        });
        match made {
            Ok((_, paper)) if !matches!(paper.body, Body::Line(_)) => {
                return Err(Error::usage(text.only_lines(), text.only_lines_todo()));
            }
            Ok((case, paper)) => lines.push(line(world, &paper, &case)),
            Err(error) => {
                others += 1;
                last = Some(error);
            }
        }
    }
    // Where it fits nothing, the paper itself may be what is wrong.
    if let (true, Some(error)) = (lines.is_empty(), last) {
        return Err(error);
    }
    let written = written(&lines, options.formaat, true)?;
    let file = options.sending.file();
    output::put(
        world,
        &file,
        written.as_bytes(),
        options.sending.overschrijf,
    )?;
    options.say_written(world)?;
    match others {
        0 => Ok(Done::Well),
        1 => world.say(&text.other_case()).map(|()| Done::Attention),
        count => world
            .say(&text.other_cases(count))
            .map(|()| Done::Attention),
    }
}

fn line(world: &World, paper: &Paper, case: &Case) -> Line {
    let about = About {
        number: case.id.to_string(),
        profile: profile(case.record.profile()),
    };
    register(&case.view(world), paper, &about)
}

/// The name of a profile; of a file of the organisation only that it is one, for a path tells who somebody is.
fn profile(profile: Option<&str>) -> String {
    match profile {
        None => lists::BASE.to_owned(),
        Some(name) if lists::is_path(name) => nl().paper_command.own_profile(),
        Some(name) => name.to_owned(),
    }
}

fn written(lines: &[Line], form: Option<Form>, all: bool) -> Result<String> {
    let text = &nl().paper_command;
    match form {
        None | Some(Form::Csv) => Ok(csv(lines)),
        Some(Form::Json) => {
            let objects = lines.iter().map(object).collect::<Vec<_>>();
            let json = match objects.as_slice() {
                [one] if !all => serde_json::to_string_pretty(one),
                many => serde_json::to_string_pretty(many),
            };
            json.map(|json| json + "\n").map_err(|_| {
                let program = &nl().program;
                Error::attention(program.unexpected("papier"), program.unexpected_todo())
            })
        }
        Some(_) => Err(Error::usage(text.is_a_line(), text.is_a_line_todo())),
    }
}

/// What kind of file that is, for a program.
const fn media(form: Option<Form>) -> &'static str {
    match form {
        Some(Form::Json) => "application/json",
        _ => "text/csv",
    }
}

fn csv(lines: &[Line]) -> String {
    let row = |cells: Vec<String>| cells.join(",") + "\r\n";
    let head = lines
        .first()
        .map(|line| row(line.iter().map(|(name, _)| csv_cell(name)).collect()));
    let lines = lines.iter().map(|line| {
        row(line
            .iter()
            .map(|(_, field)| match field {
                Field::Nothing => String::new(),
                Field::Word(word) => csv_cell(word),
                Field::Number(number) => number.to_string(),
            })
            .collect())
    });
    head.into_iter().chain(lines).collect()
}

fn object(line: &Line) -> Json {
    let members = line.iter().map(|(name, field)| {
        let value = match field {
            Field::Nothing => Json::Null,
            Field::Word(word) => Json::from(word.as_str()),
            Field::Number(number) => number_form(*number),
        };
        (name.clone(), value)
    });
    Json::Object(members.collect::<Map<_, _>>())
}
