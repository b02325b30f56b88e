//! What may be published, for a person.

use super::lists::Lists;
use super::page::{name, number, other, row, rule};
use crate::document::{Block, Document, Line, Table};
use crate::tally::{
    Publication, PublishedCell, PublishedList, PublishedRepeats, PublishedTable, Shown,
};
use crate::text::nl;

/// The whole publication.
pub fn page(made: &Publication, lists: &Lists) -> Document {
    let say = &nl().tally;
    let mut blocks = vec![
        Block::Paragraph(say.public_about().into()),
        Block::Paragraph(say.public_refused(shown(made.niet_gewogen)).into()),
    ];
    let others: Vec<_> = made
        .lijsten
        .iter()
        .map(|one| one.vragenlijst.as_ref())
        .collect();
    for list in &made.lijsten {
        blocks.push(Block::Heading(
            1,
            name(list.vragenlijst.as_ref(), lists, &others),
        ));
        about(&mut blocks, list);
        for one in &list.tabellen {
            blocks.push(Block::Heading(2, one.naam.clone()));
            table(&mut blocks, one);
        }
    }
    if let Some(counts) = &made.hermeldingen {
        repeats(&mut blocks, counts);
    }
    Document {
        title: say.public_title(),
        mark: None,
        blocks,
    }
}

fn about(blocks: &mut Vec<Block>, list: &PublishedList) {
    let say = &nl().tally;
    let mut text = say.public_list(shown(list.records));
    if list.niet_toepasbaar != Shown::Count(0) {
        text = format!("{text} {}", say.public_not(shown(list.niet_toepasbaar)));
    }
    blocks.push(Block::Paragraph(text.into()));
}

fn table(blocks: &mut Vec<Block>, table: &PublishedTable) {
    let say = &nl().tally;
    let Some(cells) = &table.cellen else {
        blocks.push(Block::Paragraph(say.all_secret().into()));
        return;
    };
    if table.meer {
        blocks.push(Block::Paragraph(say.several_note().into()));
    }
    blocks.push(Block::Table(Table {
        head: vec![say.outcome(), say.records(), say.percent()],
        rows: cells.iter().map(line).collect(),
    }));
}

fn line(cell: &PublishedCell) -> Vec<Line> {
    let name = match &cell.waarde {
        Some(value) => value.clone(),
        None => other(cell.soort),
    };
    row([name, shown(cell.aantal), percent(cell.procent)])
}

fn repeats(blocks: &mut Vec<Block>, counts: &PublishedRepeats) {
    let say = &nl().tally;
    blocks.push(Block::Heading(1, say.repeats()));
    let rule = rule(&counts.binnen, &counts.zonder, counts.eerder, counts.per);
    blocks.extend(rule.into_iter().map(|line| Block::Paragraph(line.into())));
    let rows = counts.jaren.iter().map(|year| {
        row([
            year.jaar.clone(),
            shown(year.uniek),
            shown(year.hermeldingen),
            percent(year.procent),
        ])
    });
    blocks.push(Block::Table(Table {
        head: vec![
            say.year(),
            say.public_unique(),
            say.repeated_without(),
            say.percent(),
        ],
        rows: rows.collect(),
    }));
    blocks.push(Block::Paragraph(say.first_year().into()));
}

fn shown(count: Shown) -> String {
    match count {
        Shown::Secret => nl().tally.secret(),
        Shown::Count(count) => number(count),
    }
}

fn percent(percent: Option<f64>) -> String {
    percent.map_or_else(String::new, |percent| {
        format!("{percent:.1}%").replace('.', ",")
    })
}
