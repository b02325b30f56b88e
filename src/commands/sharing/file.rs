//! The file with what is asked each time: who gets it, what for, on which ground. It is made empty, filled in by hand, and
//! read again; nothing of it stands on a command line.

use std::collections::BTreeMap;
use std::path::Path;

use serde::{Deserialize, Serialize};

use super::said::Said;
use super::{Given, Questions, typed_day};
use crate::answer::show_date;
use crate::case::{Ground, Weighed};
use crate::error::{Error, Result};
use crate::plain::one_line;
use crate::problem::draw;
use crate::questionnaire::paper::Outside;
use crate::reader::Answered;
use crate::text::nl;
use crate::world::{Guard, World};
use crate::yaml;

/// So large such a file may be.
const MOST_BYTES: usize = 1 << 20;

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
    #[serde(skip_serializing_if = "Option::is_none")]
    vrijgeven: Option<Vec<String>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    anders: Option<BTreeMap<String, String>>,
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

/// The words for the grounds.
const RIGHT: &str = "meldrecht";
const ACCESS: &str = "inzage";
const CONSENT: &str = "toestemming";
const POINTS: &str = "vijf_punten";
/// The five points stand in the case already.
const IN_CASE: &str = "vijf_punten_casus";

/// Reads the file; where it is not there yet, makes it and gives nothing.
pub(super) fn read_or_begin(
    world: &mut World,
    path: &Path,
    questions: &Questions<'_>,
) -> Result<Option<Given>> {
    let text = &nl().share;
    if !World::is_there(path) {
        let bytes = begin(questions)?;
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
    checked(world, file, questions).map(Some)
}

fn begin(questions: &Questions<'_>) -> Result<String> {
    let text = &nl().share;
    let asked = questions.outside == Outside::Asked;
    let earlier = questions.weighed.first();
    let ground = match questions.outside {
        Outside::Report => RIGHT,
        Outside::Access => ACCESS,
        Outside::Asked if earlier.is_some() => IN_CASE,
        Outside::Asked => CONSENT,
    };
    let file = File {
        grond: ground.to_owned(),
        toestemming: asked.then(Consent::default),
        vijf_punten: asked.then(Points::default),
        vrijgeven: questions.rewords.then(Vec::new),
        anders: questions.rewords.then(BTreeMap::new),
        vooraf: questions
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
    if asked {
        head.push(text.file_grounds());
    }
    if questions.rewords {
        head.push(text.file_otherwise());
    }
    if let Some(one) = earlier {
        head.push(text.file_weighed(one_line(&one.with), show_date(one.on)));
    }
    head.extend(
        questions
            .asks
            .iter()
            .map(|ask| text.file_ask(&ask.id, &ask.question)),
    );
    head.extend(
        questions
            .offers
            .iter()
            .map(|one| text.file_release(&one.row, one.kind.called())),
    );
    let head = head.join("\n");
    let head: String = head.lines().map(|line| format!("# {line}\n")).collect();
    Ok(head + &body)
}

fn checked(world: &World, file: File, questions: &Questions<'_>) -> Result<Given> {
    let text = &nl().share;
    let missing = |what: String| Error::attention(text.missing(what), text.missing_todo());
    let need = |said: &str, name: &str| match said.trim() {
        "" => Err(missing(name.to_owned())),
        said => Ok(said.to_owned()),
    };
    let least = |least: Said, said: &str, name: &str| {
        let said = need(said, name)?;
        if least.is_met(&said) {
            return Ok(said);
        }
        Err(Error::attention(
            text.too_short(name),
            text.too_short_todo(),
        ))
    };
    let words = |said: &str, name: &str| least(Said::InWords, said, name);
    let reason = |said: &str, name: &str| least(Said::Reason, said, name);
    let ground = match (file.grond.trim(), questions.outside) {
        (RIGHT, Outside::Report) => Ground::RightToReport,
        (ACCESS, Outside::Access) => Ground::Access,
        (RIGHT, _) => {
            return Err(Error::attention(text.no_right(), text.no_right_todo()));
        }
        (IN_CASE, _) => match questions.weighed.first() {
            Some(earlier) => Ground::Weighed(earlier.points.clone()),
            None => {
                return Err(Error::attention(
                    text.not_weighed(),
                    text.not_weighed_todo(),
                ));
            }
        },
        (CONSENT, _) => {
            let said = file.toestemming.unwrap_or_default();
            Ground::Consent {
                from: words(&said.van, "toestemming: van")?,
                on: typed_day(world, &said.datum)
                    .ok_or_else(|| missing("toestemming: datum".to_owned()))?,
            }
        }
        (POINTS, _) => {
            let said = file.vijf_punten.unwrap_or_default();
            Ground::Weighed(Weighed {
                interest: reason(&said.belang, "vijf_punten: belang")?,
                no_other_way: reason(&said.andere_weg, "vijf_punten: andere_weg")?,
                no_consent: reason(&said.geen_toestemming, "vijf_punten: geen_toestemming")?,
                outweighs: reason(&said.weegt, "vijf_punten: weegt")?,
                no_more: words(&said.hoeveel, "vijf_punten: hoeveel")?,
            })
        }
        _ => {
            return Err(Error::attention(text.bad_ground(), text.bad_ground_todo()));
        }
    };
    let mut before = Answered::new();
    for ask in questions.asks {
        let said = file.vooraf.get(&ask.id).map_or("", |said| said.trim());
        before.insert(ask.id.clone(), need(said, &format!("vooraf: {}", ask.id))?);
    }
    let released = file.vrijgeven.unwrap_or_default();
    for row in &released {
        if !questions.offers.iter().any(|one| one.row == *row) {
            return Err(Error::attention(
                text.no_release(row),
                text.no_release_todo(),
            ));
        }
    }
    Ok(Given {
        recipient: words(&file.ontvanger, "ontvanger")?,
        purpose: words(&file.doel, "doel")?,
        ground,
        before,
        released,
        wording: file.anders.unwrap_or_default(),
    })
}
