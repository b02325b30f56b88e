//! The report for a spreadsheet: one row a fact, with a comma between, as RFC 4180 writes it. What begins like a formula
//! does not become one.

use super::told::Told;
use crate::agreement::{Level, Measure};
use crate::group::{ENOUGH, Measured, Spread, measured};
use crate::plain::{csv_cell, no_formula, one_line};

/// The columns.
const HEAD: [&str; 9] = [
    "casus", "ronde", "vraag", "rij", "tekst", "soort", "wie", "waarde", "aantal",
];

/// All of it.
pub(super) fn csv(told: &[Told<'_>]) -> String {
    let mut out = Vec::new();
    out.push(HEAD.join(","));
    for one in told {
        for voice in one.voices.iter().filter(|voice| voice.knew_key) {
            let about = [one.case(), one.round.to_string()];
            let rest = ["", "", "", "kende_sleutel", &voice.name, "ja", ""].map(str::to_owned);
            out.push(line(about.into_iter().chain(rest)));
        }
        for spread in &one.spreads {
            rows(&mut out, one, spread);
        }
        order(&mut out, one);
        let spreads: Vec<&Spread> = one.spreads.iter().collect();
        for measured in measured(&spreads) {
            measures(&mut out, one, &measured);
        }
    }
    let mut text = out.join("\n");
    text.push('\n');
    text
}

fn rows(out: &mut Vec<String>, one: &Told<'_>, spread: &Spread) {
    let matter = &spread.matter;
    let ids = &matter.scale.ids;
    let row = match (&matter.key.row, &matter.option) {
        (Some(row), _) => row.to_string(),
        (None, Some(option)) => option.to_string(),
        (None, None) => String::new(),
    };
    let about = [
        one.case(),
        one.round.to_string(),
        matter.key.question.to_string(),
        row,
        matter.title(),
    ];
    let mut add = |sort: &str, who: &str, value: &str, count: String| {
        let rest = [sort.to_owned(), who.to_owned(), value.to_owned(), count];
        out.push(line(about.iter().cloned().chain(rest)));
    };
    for vote in &spread.votes {
        if let Some(who) = vote.who.and_then(|at| one.voices.get(at)) {
            add("antwoord", &who.name, &ids[vote.at], String::new());
            for reason in &vote.reasons.own {
                add("reden", &who.name, reason, String::new());
            }
            if let Some(reason) = &vote.reasons.of_row {
                add("reden_van_rij", &who.name, &reason.said, String::new());
            }
            if let Some(reason) = &vote.reasons.of_all {
                add("reden_van_alles", &who.name, reason, String::new());
            }
        }
    }
    for (at, count) in spread.ordered() {
        add("gekozen", "", &ids[at], count.to_string());
    }
    if spread.silent > 0 {
        add("niet_ingevuld", "", "", spread.silent.to_string());
    }
    if let Some((low, high)) = spread.median() {
        add("midden", "", &ids[low], String::new());
        if high != low {
            add("midden", "", &ids[high], String::new());
        }
    }
    if let Some(differing) = spread.differing() {
        add("anders_van_100", "", "", differing.to_string());
    }
    if let Some(beside) = one.against(spread) {
        let same = (beside.answered >= ENOUGH).then(|| beside.same.to_string());
        add("sleutel", "", &ids[beside.key], same.unwrap_or_default());
    }
}

fn order(out: &mut Vec<String>, one: &Told<'_>) {
    let Some(order) = &one.order else { return };
    let question = one.subject.list.question(order.question).id.to_string();
    let mut add = |row: &str, text: &str, sort: &str, who: &str, count: String| {
        let about = [one.case(), one.round.to_string(), question.clone()];
        let rest = [row, text, sort, who, ""].map(str::to_owned);
        out.push(line(about.into_iter().chain(rest).chain([count])));
    };
    for (who, rows) in &order.given {
        for (at, row) in rows.iter().enumerate() {
            let name = one.voices.get(*who).map_or("", |voice| voice.name.as_str());
            add(&row.0, "", "plaats", name, (at + 1).to_string());
        }
    }
    for ((row, told), places) in order.things.iter().zip(&order.places) {
        for (at, count) in places.iter().enumerate() {
            add(
                &row.0,
                told,
                &format!("op_plaats_{}", at + 1),
                "",
                count.to_string(),
            );
        }
    }
    let shares = [
        ("kendall_w", order.w.and_then(Result::ok)),
        ("afstand", order.distance),
        ("zelfde_van_drie", order.overlap),
    ];
    for (name, number) in shares {
        if let Some(number) = number {
            add("", "", name, "", format!("{number:.4}"));
        }
    }
}

fn measures(out: &mut Vec<String>, one: &Told<'_>, measured: &Measured) {
    let question = &one.subject.list.question(measured.question).id;
    for taken in &measured.taken {
        let mut add = |sort: String, number: f64| {
            let about = [one.case(), one.round.to_string(), question.to_string()];
            let rest = [
                String::new(),
                measured.asked.clone(),
                sort,
                String::new(),
                String::new(),
            ];
            out.push(line(
                about
                    .into_iter()
                    .chain(rest)
                    .chain([format!("{number:.4}")]),
            ));
        };
        if let Ok(number) = taken.value {
            let name = name(taken.measure);
            add(name.to_owned(), number);
            if let Some(interval) = taken.interval {
                add(format!("{name}_laag"), interval.low);
                add(format!("{name}_hoog"), interval.high);
            }
        }
    }
}

pub(super) const fn name(measure: Measure) -> &'static str {
    match measure {
        Measure::Percentage => "percentage",
        Measure::Cohen => "kappa_cohen",
        Measure::Fleiss => "kappa_fleiss",
        Measure::Ac1 => "ac1",
        Measure::Alpha(Level::Nominal) => "alfa_nominaal",
        Measure::Alpha(Level::Ordinal) => "alfa_ordinaal",
        Measure::Alpha(Level::Interval) => "alfa_interval",
    }
}

fn line(cells: impl Iterator<Item = String>) -> String {
    let cells = cells.map(|cell| csv_cell(&no_formula(one_line(&cell))));
    cells.collect::<Vec<_>>().join(",")
}

impl Told<'_> {
    fn case(&self) -> String {
        self.subject.id.clone().unwrap_or_default()
    }
}
