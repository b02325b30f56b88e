//! Counts for a spreadsheet: one row a count, with a comma between, as RFC 4180 writes it.

use super::lists::Lists;
use crate::plain::csv_cell;
use crate::tally::{ListCounts, Origin, Publication, Shown, Tally, levels, options, ordered};

/// The columns of exact counts.
const EXACT: [&str; 8] = [
    "vragenlijst",
    "versie",
    "sha256",
    "tabel",
    "naam",
    "soort",
    "waarde",
    "aantal",
];
/// The columns of a publication.
const PUBLIC: [&str; 9] = [
    "vragenlijst",
    "versie",
    "sha256",
    "tabel",
    "naam",
    "soort",
    "waarde",
    "aantal",
    "procent",
];

/// Exact counts, or only the tables of these names.
pub fn exact(tally: &Tally, lists: &Lists, names: &[String]) -> String {
    let mut rows = Rows::new(&EXACT);
    let wanted = |name: &String| names.is_empty() || names.contains(name);
    if names.is_empty() {
        rows.add(None, ["run", "", "records", ""], tally.records);
        rows.add(None, ["run", "", "niet_gewogen", ""], tally.fouten.records);
        for (code, count) in &tally.fouten.codes {
            rows.add(None, ["run", "", "fout", code], *count);
        }
        rows.add(
            None,
            ["run", "", "zonder_uitkomst", ""],
            tally.zonder_uitkomst,
        );
    }
    for counts in &tally.lijsten {
        list(&mut rows, counts, lists, &wanted);
    }
    for counts in &tally.hermeldingen {
        let rule = format!("{} {}", counts.binnen, counts.zonder.join("|"));
        let rule = rule.trim_end();
        for (year, one) in &counts.jaren {
            for (sort, count) in [
                ("records", one.records),
                ("uniek", one.uniek),
                ("hermeldingen", one.hermeldingen),
                ("uniek_zonder", one.uniek_zonder),
                ("hermeldingen_zonder", one.hermeldingen_zonder),
            ] {
                rows.add(None, ["hermeldingen", rule, sort, year], count);
            }
        }
    }
    rows.text
}

fn list(rows: &mut Rows, counts: &ListCounts, lists: &Lists, wanted: &dyn Fn(&String) -> bool) {
    let origin = counts.vragenlijst.as_ref();
    let here = origin.and_then(|origin| lists.get(origin));
    rows.add(origin, ["lijst", "", "records", ""], counts.records);
    for (reason, count) in &counts.niet_toepasbaar {
        rows.add(origin, ["lijst", "", "niet_toepasbaar", reason], *count);
    }
    for (id, outcome) in counts.uitkomsten.iter().filter(|(id, _)| wanted(id)) {
        for (value, count) in ordered(&outcome.vast, &levels(here, id)) {
            rows.add(origin, ["uitkomst", id, "waarde", &value], count);
        }
        for (sort, count) in outcome.others() {
            rows.add(origin, ["uitkomst", id, sort, ""], count);
        }
        for (value, count) in ordered(&outcome.mogelijk, &[]) {
            rows.add(origin, ["uitkomst", id, "mogelijk", &value], count);
        }
        if outcome.mogelijk_geen > 0 {
            rows.add(
                origin,
                ["uitkomst", id, "mogelijk_geen", ""],
                outcome.mogelijk_geen,
            );
        }
    }
    let answers = counts.antwoorden.iter().flat_map(|all| &all.vragen);
    for (id, answered) in answers.filter(|(id, _)| wanted(id)) {
        for (value, count) in ordered(&answered.waarden, &options(here, id)) {
            rows.add(origin, ["antwoord", id, "waarde", &value], count);
        }
        for (sort, count) in answered.others() {
            rows.add(origin, ["antwoord", id, sort, ""], count);
        }
    }
}

/// A publication.
pub fn public(made: &Publication) -> String {
    let mut rows = Rows::new(&PUBLIC);
    rows.show(
        None,
        ["run", "", "niet_gewogen", ""],
        made.niet_gewogen,
        None,
    );
    for list in &made.lijsten {
        let origin = list.vragenlijst.as_ref();
        rows.show(origin, ["lijst", "", "records", ""], list.records, None);
        let outside = ["lijst", "", "niet_toepasbaar", ""];
        rows.show(origin, outside, list.niet_toepasbaar, None);
        for table in &list.tabellen {
            let Some(cells) = &table.cellen else {
                rows.show(
                    origin,
                    ["tabel", &table.naam, "alles", ""],
                    Shown::Secret,
                    None,
                );
                continue;
            };
            for cell in cells {
                let value = cell.waarde.as_deref().unwrap_or("");
                let cells = ["tabel", &table.naam, cell.soort, value];
                rows.show(origin, cells, cell.aantal, cell.procent);
            }
        }
    }
    if let Some(counts) = &made.hermeldingen {
        let rule = format!("{} {}", counts.binnen, counts.zonder.join("|"));
        let rule = rule.trim_end();
        for year in &counts.jaren {
            let cells = |sort| ["hermeldingen", rule, sort, &year.jaar];
            rows.show(None, cells("uniek"), year.uniek, None);
            rows.show(None, cells("hermeldingen"), year.hermeldingen, year.procent);
        }
    }
    rows.text
}

struct Rows {
    text: String,
}

impl Rows {
    fn new(head: &[&str]) -> Self {
        let mut rows = Self {
            text: String::new(),
        };
        rows.line(head);
        rows
    }

    fn add(&mut self, origin: Option<&Origin>, cells: [&str; 4], count: u64) {
        let count = count.to_string();
        self.row(origin, cells, &[&count]);
    }

    fn show(&mut self, origin: Option<&Origin>, cells: [&str; 4], count: Shown, part: Option<f64>) {
        let count = match count {
            Shown::Secret => "geheim".to_owned(),
            Shown::Count(count) => count.to_string(),
        };
        let part = part.map_or_else(String::new, |part| format!("{part:.1}"));
        self.row(origin, cells, &[&count, &part]);
    }

    fn row(&mut self, origin: Option<&Origin>, cells: [&str; 4], figures: &[&str]) {
        let of = match origin {
            Some(origin) => [&*origin.id, &origin.versie, &origin.sha256],
            None => [""; 3],
        };
        let all: Vec<&str> = of.iter().chain(&cells).chain(figures).copied().collect();
        self.line(&all);
    }

    fn line(&mut self, cells: &[&str]) {
        let cells: Vec<String> = cells.iter().map(|cell| csv_cell(cell)).collect();
        self.text.push_str(&cells.join(","));
        self.text.push('\n');
    }
}
