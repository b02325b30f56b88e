//! The file with what is asked each time: who gets it, what for, on which ground. It is made empty, filled in by hand, and
//! read again; nothing of it stands on a command line.

use std::collections::BTreeMap;
use std::path::Path;

use serde::{Deserialize, Serialize};

use super::{Making, typed_day};
use crate::case::{Ground, Weighed};
use crate::error::{Error, Result};
use crate::problem::draw;
use crate::reader::{Answered, Wording};
use crate::text::nl;
use crate::world::{Guard, World};
use crate::yaml;

/// So large such a file may be.
const MOST_BYTES: usize = 1 << 20;

/// What was asked.
pub(super) struct Given {
    pub recipient: String,
    pub purpose: String,
    pub ground: Ground,
    /// What the profile asks first.
    pub before: Answered,
    /// The protected values that may go along.
    pub released: Vec<String>,
    /// Other words for this reader.
    pub wording: Wording,
}

/// The file.
#[derive(Debug, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
struct File {
    ontvanger: String,
    doel: String,
    grond: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    toestemming: Option<Consent>,
    #[serde(skip_serializing_if = "Option::is_none")]
    vijf_punten: Option<Points>,
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    vooraf: BTreeMap<String, String>,
    vrijgeven: Vec<String>,
    anders: BTreeMap<String, String>,
}

#[derive(Debug, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
struct Consent {
    van: String,
    datum: String,
}

#[derive(Debug, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
struct Points {
    belang: String,
    andere_weg: String,
    geen_toestemming: String,
    weegt: String,
    hoeveel: String,
}

/// The words for the three grounds.
pub(super) const GROUNDS: [&str; 3] = ["meldrecht", "toestemming", "vijf_punten"];

/// Reads the file; where it is not there yet, makes it and gives nothing.
pub(super) fn read_or_begin(
    world: &mut World,
    path: &Path,
    making: &Making<'_>,
) -> Result<Option<Given>> {
    let text = &nl().share;
    if World::size(path).is_none() {
        let bytes = begin(making)?;
        world.write(path, bytes.as_bytes(), Guard::KeepOther)?;
        world.say(&text.begun(path.display()))?;
        return Ok(None);
    }
    let bytes = world.read(path, MOST_BYTES)?;
    let name = path.display().to_string();
    let file: File = yaml::read(&bytes, &name).map_err(|problem| {
        let drawn = draw(
            &[*problem],
            |_| std::str::from_utf8(&bytes).ok(),
            world.colour,
        );
        Error::attention(text.given_faulty(), text.given_faulty_todo()).with_details(vec![drawn])
    })?;
    checked(world, file, making).map(Some)
}

fn begin(making: &Making<'_>) -> Result<String> {
    let text = &nl().share;
    let reader = making.reader;
    let right = reader.right_to_report;
    let file = File {
        grond: if right { GROUNDS[0] } else { GROUNDS[1] }.to_owned(),
        toestemming: (!right).then(Consent::default),
        vijf_punten: (!right).then(Points::default),
        vooraf: reader
            .asks
            .iter()
            .map(|ask| (ask.id.clone(), String::new()))
            .collect(),
        ..File::default()
    };
    let body = yaml::write(&file).map_err(|_| {
        let program = &nl().program;
        Error::attention(program.unexpected("gegevens"), program.unexpected_todo())
    })?;
    let mut head: Vec<String> = vec![text.file_head()];
    head.extend(
        reader
            .asks
            .iter()
            .map(|ask| text.file_ask(&ask.id, &ask.question)),
    );
    head.extend(
        making
            .guard
            .offers(reader)
            .iter()
            .map(|one| text.file_release(&one.row, one.kind.called())),
    );
    let head = head.join("\n");
    let head: String = head.lines().map(|line| format!("# {line}\n")).collect();
    Ok(head + &body)
}

fn checked(world: &World, file: File, making: &Making<'_>) -> Result<Given> {
    let text = &nl().share;
    let missing = |what: String| Error::attention(text.missing(what), text.missing_todo());
    let need = |said: &str, name: &str| match said.trim() {
        "" => Err(missing(name.to_owned())),
        said => Ok(said.to_owned()),
    };
    let ground = match (file.grond.trim(), making.reader.right_to_report) {
        ("meldrecht", true) => Ground::RightToReport,
        ("meldrecht", false) => {
            return Err(Error::attention(text.no_right(), text.no_right_todo()));
        }
        ("toestemming", _) => {
            let said = file.toestemming.unwrap_or_default();
            Ground::Consent {
                from: need(&said.van, "toestemming: van")?,
                on: typed_day(world, &said.datum)
                    .ok_or_else(|| missing("toestemming: datum".to_owned()))?,
            }
        }
        ("vijf_punten", _) => {
            let said = file.vijf_punten.unwrap_or_default();
            Ground::Weighed(Weighed {
                interest: need(&said.belang, "vijf_punten: belang")?,
                no_other_way: need(&said.andere_weg, "vijf_punten: andere_weg")?,
                no_consent: need(&said.geen_toestemming, "vijf_punten: geen_toestemming")?,
                outweighs: need(&said.weegt, "vijf_punten: weegt")?,
                no_more: need(&said.hoeveel, "vijf_punten: hoeveel")?,
            })
        }
        _ => {
            return Err(Error::attention(text.bad_ground(), text.bad_ground_todo()));
        }
    };
    let mut before = Answered::new();
    for ask in &making.reader.asks {
        let said = file.vooraf.get(&ask.id).map_or("", |said| said.trim());
        before.insert(ask.id.clone(), need(said, &format!("vooraf: {}", ask.id))?);
    }
    let offers = making.guard.offers(making.reader);
    for row in &file.vrijgeven {
        if !offers.iter().any(|one| one.row == *row) {
            return Err(Error::attention(
                text.no_release(row),
                text.no_release_todo(),
            ));
        }
    }
    Ok(Given {
        recipient: need(&file.ontvanger, "ontvanger")?,
        purpose: need(&file.doel, "doel")?,
        ground,
        before,
        released: file.vrijgeven,
        wording: file.anders,
    })
}
