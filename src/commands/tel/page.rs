//! Exact counts for a person.

use std::collections::BTreeSet;

use super::lists::Lists;
use crate::document::{Block, Document, Line, Table};
use crate::plain::one_line;
use crate::tally::{
    Answered, Earlier, ListCounts, Origin, Outcome, Period, RepeatCounts, Tally, Unique, levels,
    options, ordered,
};
use crate::text::nl;

/// All counts, or only the tables of these names.
pub fn page(tally: &Tally, lists: &Lists, names: &[String]) -> Document {
    let say = &nl().tally;
    let mut blocks = vec![
        Block::Paragraph(say.exact().into()),
        Block::Facts(made_of(tally)),
    ];
    for counts in &tally.lijsten {
        list(&mut blocks, tally, counts, lists, names);
    }
    // These are counted only where they were asked for; names are of outcomes and questions.
    for counts in &tally.hermeldingen {
        repeats(&mut blocks, counts);
    }
    Document {
        title: match tally.records {
            1 => say.title_one(),
            count => say.title(number(count)),
        },
        mark: None,
        blocks,
    }
}

/// Whether there are counts of this name.
pub fn has(tally: &Tally, name: &str) -> bool {
    names(tally).iter().any(|one| one == name)
}

/// Everything that is counted, each name once.
pub fn names(tally: &Tally) -> Vec<String> {
    let mut names: Vec<String> = Vec::new();
    for counts in &tally.lijsten {
        let answers = counts.antwoorden.iter().flat_map(|all| all.vragen.keys());
        for name in counts.uitkomsten.keys().chain(answers) {
            if !names.contains(name) {
                names.push(name.clone());
            }
        }
    }
    names
}

fn made_of(tally: &Tally) -> Vec<(String, Line)> {
    let say = &nl().tally;
    let outside = |counts: &ListCounts| counts.niet_toepasbaar.values().sum::<u64>();
    let assessed = |counts: &ListCounts| counts.records.saturating_add(outside(counts));
    let assessed = tally.lijsten.iter().map(assessed).sum();
    let mut facts = vec![(say.assessed(), number(assessed).into())];
    if tally.fouten.records > 0 {
        let codes = tally.fouten.codes.iter();
        let codes: Vec<String> = codes
            .map(|(code, count)| say.code(code, number(*count)))
            .collect();
        let text = format!("{} ({})", number(tally.fouten.records), codes.join(", "));
        facts.push((say.refused(), text.into()));
    }
    if tally.zonder_uitkomst > 0 {
        facts.push((say.never_assessed(), number(tally.zonder_uitkomst).into()));
    }
    facts
}

/// What a list is called; with its content where there is another of the same name.
pub fn name(origin: Option<&Origin>, lists: &Lists, others: &[Option<&Origin>]) -> String {
    let say = &nl().tally;
    let Some(origin) = origin else {
        return say.list_unnamed();
    };
    let name = match lists.get(origin) {
        Some(list) => say.list_titled(&list.title, &origin.id, &origin.versie),
        None => say.list(&origin.id, &origin.versie),
    };
    let same = others.iter().flatten().filter(|one| one.id == origin.id);
    if same.count() > 1 {
        let hash: String = origin.sha256.chars().take(12).collect();
        return say.list_content(name, hash);
    }
    name
}

fn list(
    blocks: &mut Vec<Block>,
    tally: &Tally,
    counts: &ListCounts,
    lists: &Lists,
    names: &[String],
) {
    let say = &nl().tally;
    let origin = counts.vragenlijst.as_ref();
    let others: Vec<_> = tally
        .lijsten
        .iter()
        .map(|one| one.vragenlijst.as_ref())
        .collect();
    blocks.push(Block::Heading(1, name(origin, lists, &others)));
    let applies = match counts.records {
        1 => say.applies_one(),
        count => say.applies(number(count)),
    };
    let mut lines = vec![Line::plain(applies)];
    if let Some(day) = counts.dagen.first() {
        lines.push(match counts.dagen.len() {
            1 => say.assessed_on(one_line(day)).into(),
            _ => days(&counts.dagen, |count, first, last| {
                say.assessed_on_days(count, first, last)
            })
            .into(),
        });
    }
    for (reason, count) in &counts.niet_toepasbaar {
        lines.push(say.applies_not(number(*count), reason).into());
    }
    blocks.extend(lines.into_iter().map(Block::Paragraph));
    let here = origin.and_then(|origin| lists.get(origin));
    let wanted = |name: &String| names.is_empty() || names.contains(name);
    let mut outcomes: Vec<_> = counts.uitkomsten.iter().collect();
    outcomes.retain(|(id, _)| wanted(id));
    outcomes.sort_by_key(|(id, _)| here.and_then(|list| list.find_derived(id)).map(|at| at.0));
    let some_open = outcomes.iter().any(|(_, outcome)| outcome.open > 0);
    if some_open {
        blocks.push(Block::Paragraph(say.open_note().into()));
    }
    for (id, outcome) in outcomes {
        blocks.push(Block::Heading(2, id.clone()));
        blocks.push(outcome_table(outcome, &levels(here, id)));
    }
    let Some(answers) = &counts.antwoorden else {
        return;
    };
    let mut questions: Vec<_> = answers.vragen.iter().collect();
    questions.retain(|(id, _)| wanted(id));
    questions.sort_by_key(|(id, _)| here.and_then(|list| list.find(id)).map(|at| at.0));
    for (id, answered) in questions {
        blocks.push(Block::Heading(2, say.answers_head(id)));
        if answered.meer {
            blocks.push(Block::Paragraph(say.several_note().into()));
        }
        blocks.push(answer_table(answered, &options(here, id), answers.records));
    }
}

fn outcome_table(outcome: &Outcome, declared: &[String]) -> Block {
    let say = &nl().tally;
    let others = outcome.others().iter().map(|(_, count)| count).sum::<u64>();
    let all = outcome.vast.values().sum::<u64>().saturating_add(others);
    // What is only possible has a row too.
    let mut values = outcome.vast.clone();
    for value in outcome.mogelijk.keys() {
        values.entry(value.clone()).or_default();
    }
    let possible = |count: u64| match outcome.open {
        0 => String::new(),
        _ => number(count),
    };
    let mut rows: Vec<Vec<Line>> = ordered(&values, declared)
        .into_iter()
        .map(|(value, count)| {
            let may = outcome.mogelijk.get(&value).copied().unwrap_or(0);
            row([value, number(count), possible(may), share(count, all)])
        })
        .collect();
    if outcome.geen > 0 || outcome.mogelijk_geen > 0 {
        let may = possible(outcome.mogelijk_geen);
        rows.push(row([
            say.no_value(),
            number(outcome.geen),
            may,
            share(outcome.geen, all),
        ]));
    }
    if outcome.open > 0 {
        rows.push(row([
            say.open(),
            number(outcome.open),
            String::new(),
            share(outcome.open, all),
        ]));
    }
    Block::Table(Table {
        head: vec![say.outcome(), say.records(), say.possible(), say.share()],
        rows,
    })
}

fn answer_table(answered: &Answered, declared: &[String], all: u64) -> Block {
    let say = &nl().tally;
    let values = ordered(&answered.waarden, declared).into_iter();
    let others = answered
        .others()
        .into_iter()
        .filter(|(_, count)| *count > 0);
    let others = others.map(|(sort, count)| (other(sort), count));
    Block::Table(Table {
        head: vec![say.answer(), say.records(), say.share()],
        rows: values
            .chain(others)
            .map(|(value, count)| row([value, number(count), share(count, all)]))
            .collect(),
    })
}

/// What a row that is no value is called.
pub fn other(sort: &str) -> String {
    let say = &nl().tally;
    match sort {
        "geen" => say.no_value(),
        "open" => say.open(),
        "onbekend" => say.unknown(),
        "geweigerd" => say.not_said(),
        "nvt" => say.not_applicable(),
        "niet_gesteld" => say.not_asked(),
        _ => say.not_due(),
    }
}

/// What counts as a repeated report, in words.
pub fn rule(within: &str, without: &[String], earlier: Earlier, per: Unique) -> Vec<String> {
    let say = &nl().tally;
    let within = match Period::read(within) {
        Some(Period::Days(1)) => say.day(),
        Some(Period::Days(days)) => say.days(days),
        Some(Period::Months(1)) => say.month(),
        Some(Period::Months(months)) => say.months(months),
        None => within.to_owned(),
    };
    let unique = match per {
        Unique::Dag => say.repeats_per_day(),
        Unique::Pseudoniem => say.repeats_per_pseudonym(),
    };
    let mut lines = vec![format!("{} {unique}", say.repeats_rule(within))];
    if !without.is_empty() {
        let who: Vec<String> = without.iter().map(|one| one_line(one)).collect();
        let earlier = match earlier {
            Earlier::Alle => say.repeats_earlier_all(),
            Earlier::Zonder => say.repeats_earlier_without(),
        };
        lines.push(format!("{} {earlier}", say.repeats_without(who.join(", "))));
    }
    lines
}

fn repeats(blocks: &mut Vec<Block>, counts: &RepeatCounts) {
    let say = &nl().tally;
    blocks.push(Block::Heading(1, say.repeats()));
    let mut lines = rule(&counts.binnen, &counts.zonder, counts.eerder, counts.per);
    let nameless = counts
        .jaren
        .values()
        .map(|year| year.zonder_melder)
        .sum::<u64>();
    let apart = !counts.zonder.is_empty();
    let mut head = vec![say.year(), say.reports(), say.unique(), say.repeated()];
    if apart {
        head.extend([say.unique_without(), say.repeated_without()]);
    }
    head.push(say.share());
    let rows = counts.jaren.iter().map(|(year, counts)| {
        let mut cells = vec![year.clone()];
        cells.extend([counts.records, counts.uniek, counts.hermeldingen].map(number));
        if apart {
            cells.extend([counts.uniek_zonder, counts.hermeldingen_zonder].map(number));
        }
        cells.push(share(counts.hermeldingen_zonder, counts.uniek_zonder));
        cells.into_iter().map(Line::from).collect()
    });
    let table = Block::Table(Table {
        head,
        rows: rows.collect(),
    });
    blocks.extend(lines.drain(..).map(|line| Block::Paragraph(line.into())));
    blocks.push(table);
    let mut notes = vec![say.first_year()];
    if counts.zonder_gegevens > 0 {
        notes.push(match counts.zonder_gegevens {
            1 => say.no_facts_one(),
            count => say.no_facts(number(count)),
        });
    }
    if nameless > 0 {
        notes.push(match nameless {
            1 => say.no_reporter_one(),
            count => say.no_reporter(number(count)),
        });
    }
    blocks.extend(notes.into_iter().map(|note| Block::Paragraph(note.into())));
}

/// What is said of several days: how many, the first and the last.
pub fn days(days: &BTreeSet<String>, say: impl Fn(String, String, String) -> String) -> String {
    let end = |day: Option<&String>| one_line(day.map_or("", String::as_str));
    say(
        number(days.len() as u64),
        end(days.first()),
        end(days.last()),
    )
}

/// One row of words.
pub fn row<const N: usize>(cells: [String; N]) -> Vec<Line> {
    cells.into_iter().map(Line::from).collect()
}

/// A count as Dutch readers write it: 12.345.
pub fn number(count: u64) -> String {
    let digits = count.to_string();
    let mut out = String::new();
    for (at, digit) in digits.char_indices() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            out.push('.');
        }
        out.push(digit);
    }
    out
}

/// A part of a whole in percents with one decimal; nothing of nothing.
fn share(part: u64, whole: u64) -> String {
    if whole == 0 {
        return String::new();
    }
    let tenths = (u128::from(part) * 1000 + u128::from(whole) / 2) / u128::from(whole);
    format!("{},{}%", tenths / 10, tenths % 10)
}
