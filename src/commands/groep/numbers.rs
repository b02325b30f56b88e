//! How far the group agrees, as numbers in words and in a table.

use super::spoken::is_few;
use super::told::{Told, by_list};
use crate::agreement::{Interval, Level, Measure, Resampled, Undefined};
use crate::document::{Block, Line, Table};
use crate::group::{Measured, Taken};
use crate::questionnaire::Questionnaire;
use crate::text::nl;

/// A number with two decimals, as Dutch writes it.
pub(super) fn decimal(number: f64) -> String {
    let text = format!("{number:.2}").replace('.', ",");
    if text == "-0,00" {
        "0,00".to_owned()
    } else {
        text
    }
}

/// A number with one decimal.
pub(super) fn tenth(number: f64) -> String {
    format!("{number:.1}").replace('.', ",")
}

/// A share as a whole number of a hundred.
pub(super) fn of_hundred(share: f64) -> String {
    format!("{:.0}", share * 100.0)
}

/// What a measure is called.
pub(super) fn name(measure: Measure) -> String {
    let say = &nl().group;
    match measure {
        Measure::Percentage => say.percentage(),
        Measure::Cohen => say.cohen(),
        Measure::Fleiss => say.fleiss(),
        Measure::Ac1 => say.ac1(),
        Measure::Alpha(Level::Nominal) => say.alpha_nominal(),
        Measure::Alpha(Level::Ordinal) => say.alpha_ordinal(),
        Measure::Alpha(Level::Interval) => say.alpha_interval(),
    }
}

/// Why there is no number.
pub(super) fn why_not(why: Undefined) -> String {
    let say = &nl().group;
    match why {
        Undefined::TooFew => say.few_short(),
        Undefined::OneUnit => say.one_unit(),
        Undefined::NoVariation => say.no_variation(),
        Undefined::NotTwo => say.not_two(),
    }
}

fn between(measure: Measure, interval: Option<Interval>) -> String {
    let say = &nl().group;
    // Where all drawn tables are the same, nothing is told about how sure it is.
    let Some(interval) = interval.filter(|one| one.low < one.high) else {
        return say.no_between();
    };
    let (low, high) = (shown(measure, interval.low), shown(measure, interval.high));
    match interval.resampled {
        Resampled::Units => say.between_units(low, high),
        Resampled::Raters => say.between_raters(low, high),
    }
}

fn shown(measure: Measure, number: f64) -> String {
    if measure == Measure::Percentage {
        format!("{}%", of_hundred(number))
    } else {
        decimal(number)
    }
}

/// The measures of each list that was answered: one heading for all, and where there are more lists a part for each.
pub(super) fn sections(told: &[Told<'_>]) -> Vec<Block> {
    let say = &nl().group;
    let of = |(list, measured): (&Questionnaire, Vec<Measured>)| {
        let all = told.iter();
        let all = all.filter(|one| one.subject.list.version.id == list.version.id);
        let titles: Vec<&str> = all.map(|one| one.subject.title.as_str()).collect();
        (titles.join(", "), section(&measured))
    };
    let parts: Vec<(String, Vec<Block>)> = by_list(told).into_iter().map(of).collect();
    let mut blocks = Vec::new();
    let enough = parts
        .iter()
        .filter(|(_, blocks)| !blocks.is_empty())
        .count();
    if enough == 0 {
        blocks.push(Block::Heading(1, say.measures()));
        blocks.push(Block::Paragraph(Line::plain(say.few_measures())));
        return blocks;
    }
    let one = parts.len() == 1;
    for (titles, part) in parts {
        blocks.push(Block::Heading(
            1,
            if one {
                say.measures()
            } else {
                say.measures_of(titles)
            },
        ));
        if part.is_empty() {
            blocks.push(Block::Paragraph(Line::plain(say.few_measures())));
        }
        blocks.extend(part);
    }
    blocks.push(Block::Heading(2, say.about_numbers()));
    let about = [
        say.about_percentage(),
        say.about_chance(),
        say.about_unknown(),
        say.about_interval(),
        say.about_words(),
    ];
    blocks.push(Block::Bullets(about.into_iter().map(Line::plain).collect()));
    blocks
}

/// A sentence and a table for each question with enough answers; nothing where no question has them.
fn section(measured: &[Measured]) -> Vec<Block> {
    let say = &nl().group;
    let enough: Vec<&Measured> = measured
        .iter()
        .filter(|one| !is_few(one.raters) && one.units > 0)
        .collect();
    if enough.is_empty() {
        return Vec::new();
    }
    let mut blocks = vec![Block::Paragraph(Line::plain(say.measures_about()))];
    let (in_rows, alone): (Vec<&Measured>, Vec<&Measured>) =
        enough.into_iter().partition(|one| one.units > 1);
    for one in in_rows {
        blocks.push(Block::Heading(2, one.asked.clone()));
        if let Some(line) = percentage(one) {
            blocks.push(Block::Paragraph(Line::plain(line)));
        }
        let row = |taken: &Taken| {
            let value = match taken.value {
                Ok(number) => shown(taken.measure, number),
                Err(why) => why_not(why),
            };
            let between = if taken.value.is_ok() {
                between(taken.measure, taken.interval)
            } else {
                String::new()
            };
            vec![
                Line::plain(name(taken.measure)),
                Line::plain(value),
                Line::plain(between),
            ]
        };
        blocks.push(Block::Table(Table {
            head: vec![say.measure(), say.value(), say.between()],
            rows: one.taken.iter().map(row).collect(),
        }));
    }
    if !alone.is_empty() {
        blocks.push(Block::Heading(2, say.alone()));
        blocks.push(Block::Paragraph(Line::plain(say.alone_about())));
        let row = |one: &&Measured| {
            let taken = one.taken.first()?;
            let value = taken.value.ok()?;
            Some(vec![
                Line::plain(one.asked.clone()),
                Line::plain(shown(taken.measure, value)),
                Line::plain(between(taken.measure, taken.interval)),
            ])
        };
        blocks.push(Block::Table(Table {
            head: vec![say.question(), say.percentage(), say.between()],
            rows: alone.iter().filter_map(row).collect(),
        }));
    }
    blocks
}

fn percentage(one: &Measured) -> Option<String> {
    let taken = one
        .taken
        .iter()
        .find(|taken| taken.measure == Measure::Percentage)?;
    let number = of_hundred(taken.value.ok()?);
    Some(nl().group.percent_line(number, one.units))
}
