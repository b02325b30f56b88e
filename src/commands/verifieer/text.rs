//! The report for a person: first what came of it, then the list and the day, then each difference, then what could not
//! be looked at.

use console::measure_text_width;
use serde_json::Value as Json;

use crate::answer::show_date;
use crate::plain::one_line;
use crate::questionnaire::Questionnaire;
use crate::text::{indent, nl, wrap};
use crate::verification::{Addend, Code, Day, Finding, Of, Report, Verdict, message, todo, value};
use crate::words::figure;

/// How far what belongs to an outcome stands to the right.
const IN: usize = 2;

/// Where a result or plan says which lists it was made with.
const LISTS: [&str; 3] = ["vragenlijst", "gebruikt", "gebaseerd_op"];

/// A whole report.
pub fn report(report: &Report, list: Option<&Questionnaire>, width: usize) -> String {
    let mut page = Page {
        lines: vec![wrap(&verdict(report), width), String::new()],
        list,
        width,
    };
    page.head(report);
    page.general(report);
    page.outcomes(report);
    page.filled(report);
    page.left_out(report);
    while page.lines.last().is_some_and(String::is_empty) {
        page.lines.pop();
    }
    page.lines.join("\n")
}

/// The report of one line of a stream; none where all is well.
pub fn record(
    of: &Report,
    list: Option<&Questionnaire>,
    number: usize,
    width: usize,
) -> Option<String> {
    let say = &nl().verify_command;
    let called = match &of.id {
        Json::Null => say.record_line(number),
        Json::String(id) => say.record(number, one_line(id)),
        other => say.record(number, one_line(&other.to_string())),
    };
    match of.verdict {
        Verdict::Right => None,
        Verdict::NotComputed => Some(wrap(&say.record_refused(called), width)),
        Verdict::ErrorLine => Some(wrap(&say.record_error(called), width)),
        Verdict::Differs => Some(format!("{called}\n{}\n", report(of, list, width))),
    }
}

/// How many records came out how.
#[derive(Default)]
pub struct Counts {
    right: usize,
    pub differ: usize,
    /// Error lines of records that still are refused.
    errors: usize,
    refused: usize,
}

impl Counts {
    pub fn take(&mut self, verdict: Verdict) {
        match verdict {
            Verdict::Right => self.right += 1,
            Verdict::Differs => self.differ += 1,
            Verdict::NotComputed => self.refused += 1,
            Verdict::ErrorLine => self.errors += 1,
        }
    }

    /// All that was computed with an outcome.
    pub const fn checked(&self) -> usize {
        self.right + self.differ
    }

    /// All that was looked at, error lines that still are right among them.
    pub const fn looked_at(&self) -> usize {
        self.checked() + self.errors
    }
}

/// What a whole stream came to.
pub fn summary(counts: &Counts, width: usize) -> String {
    let say = &nl().verify_command;
    let mut text = say.summary(counts.checked(), counts.right, counts.differ);
    if counts.errors > 0 {
        text = format!("{text} {}", say.summary_errors(counts.errors));
    }
    if counts.refused > 0 {
        text = format!("{text} {}", say.summary_refused(counts.refused));
    }
    wrap(&text, width)
}

fn verdict(report: &Report) -> String {
    let say = &nl().verify_command;
    let all = !report.not_stated.iter().any(|place| matters(place));
    match (report.verdict, report.findings.len(), report.same.len()) {
        (Verdict::NotComputed | Verdict::ErrorLine, ..) => say.not_computed(),
        (Verdict::Differs, 1, _) if report.only_explained_otherwise() => say.explained_one(),
        (Verdict::Differs, count, _) if report.only_explained_otherwise() => say.explained(count),
        (Verdict::Differs, 1, _) => say.differs_one(),
        (Verdict::Differs, count, _) => say.differs(count),
        (Verdict::Right, ..) if report.of == Of::Plan && report.day.is_some() => say.right_plan(),
        (Verdict::Right, ..) if report.of == Of::Plan => say.right_plan_alone(),
        (Verdict::Right, _, 0) if all => say.right(),
        (Verdict::Right, _, 1) if all => say.right_one(),
        (Verdict::Right, _, count) if all => say.right_all(count),
        (Verdict::Right, _, 0) => say.right_part(),
        (Verdict::Right, _, 1) => say.right_part_one(),
        (Verdict::Right, _, count) => say.right_part_many(count),
    }
}

/// Whether it is a loss that something is not stated. Without a fingerprint all can still be recomputed.
fn matters(place: &str) -> bool {
    place != crate::assessment::PRINT
}

struct Page<'a> {
    lines: Vec<String>,
    list: Option<&'a Questionnaire>,
    width: usize,
}

impl Page<'_> {
    fn line(&mut self, by: usize, text: &str) {
        self.lines.push(indent(text, self.width, by));
    }

    /// A point whose further lines hang under its words.
    fn point(&mut self, text: &str) {
        let hung = indent(text, self.width, IN);
        let text = nl().verify_command.line(hung.trim_start());
        self.lines.push(text);
    }

    fn gap(&mut self) {
        if self.lines.last().is_some_and(|line| !line.is_empty()) {
            self.lines.push(String::new());
        }
    }

    fn head(&mut self, report: &Report) {
        let say = &nl().verify_command;
        if let Some(list) = self.list {
            let (title, of) = (&list.title.nl, &list.version);
            let about_lists = |place: &String| LISTS.iter().any(|name| place.starts_with(name));
            let differs = report.findings.iter().any(|one| about_lists(&one.place));
            let same = !differs && !report.not_stated.iter().any(about_lists);
            let text = if same {
                say.list_same(title, &of.id, &of.version)
            } else {
                say.list(title, &of.id, &of.version)
            };
            self.line(0, &text);
        }
        match report.day {
            Some(Day::Stated(day)) => self.line(0, &say.day(show_date(day))),
            Some(Day::Today(day)) => self.line(0, &say.day_today(show_date(day))),
            None => {}
        }
        for note in &report.notes {
            self.line(0, note);
        }
    }

    /// What is about the whole, and not about one outcome.
    fn general(&mut self, report: &Report) {
        let say = &nl().verify_command;
        let general = |one: &&Finding| one.about.is_none();
        let mut findings = report.findings.iter().filter(general).peekable();
        if findings.peek().is_none() {
            return;
        }
        self.gap();
        self.line(
            0,
            &match report.of {
                Of::Result => say.about_result(),
                Of::Plan => say.about_plan(),
            },
        );
        for finding in findings {
            let with_case = report.of == Of::Plan && report.day.is_some();
            let mut text = match finding.code {
                Code::Print if with_case => nl().verification.print_case(),
                _ => message(finding),
            };
            if !speaks_for_itself(finding.code) && !finding.place.is_empty() {
                text = say.member(place(&finding.place), text);
            }
            let todo = match (finding.code, report.of) {
                (Code::Print, Of::Plan) if with_case => nl().verification.print_case_todo(),
                (Code::Print, Of::Plan) => nl().verification.print_plan_todo(),
                (Code::UsedLists, _) => nl().verification.used_todo(),
                _ => todo(finding, self.list),
            };
            self.point(format!("{text} {todo}").trim_end());
            self.contents(finding);
        }
    }

    /// Both hashes, so that somebody can look for the right file.
    fn contents(&mut self, finding: &Finding) {
        let say = &nl().verify_command;
        if !matches!(finding.code, Code::OtherVersion | Code::OtherContent) {
            return;
        }
        let sha = |json: &Json| json.get("sha256").and_then(Json::as_str).map(one_line);
        if let Some(sha) = sha(&finding.stated) {
            self.line(IN, &say.sha_stated(sha));
        }
        if let Some(sha) = sha(&finding.computed) {
            self.line(IN, &say.sha_here(sha));
        }
    }

    fn outcomes(&mut self, report: &Report) {
        let mut seen: Vec<&str> = Vec::new();
        for id in report
            .findings
            .iter()
            .filter_map(|one| one.about.as_deref())
        {
            if !seen.contains(&id) {
                seen.push(id);
            }
        }
        for id in seen {
            let about = |one: &&Finding| one.about.as_deref() == Some(id);
            self.gap();
            self.line(0, &title(self.list, id));
            let mut findings: Vec<_> = report.findings.iter().filter(about).collect();
            findings.sort_by_key(|one| one.sides.is_none());
            for finding in findings {
                self.outcome(finding);
            }
        }
    }

    fn outcome(&mut self, finding: &Finding) {
        let say = &nl().verify_command;
        if let Some(sides) = &finding.sides {
            let together = say.stated_computed(&sides.stated, &sides.computed);
            if measure_text_width(&together) + IN <= self.width {
                self.line(IN, &together);
            } else {
                self.line(IN, &say.stated(&sides.stated));
                self.line(IN, &say.computed(&sides.computed));
            }
            if !sides.because.is_empty() {
                self.line(IN, &sides.because);
            }
        } else {
            let text = message(finding);
            let todo = todo(finding, self.list);
            let text = format!("{text} {todo}");
            let inner = finding
                .about
                .as_deref()
                .and_then(|id| finding.place.strip_prefix(&format!("uitkomsten.{id}.")));
            match inner {
                Some(inner) => self.line(IN, say.member(place(inner), text).trim_end()),
                None => self.line(IN, text.trim_end()),
            }
        }
        if !finding.addends.is_empty() {
            self.line(IN, &say.adds_up());
            let points: Vec<String> = finding.addends.iter().map(points).collect();
            let total = value(&finding.computed);
            let widest = points.iter().chain([&total]).map(String::len).max();
            let widest = widest.unwrap_or(0);
            for (points, addend) in points.iter().zip(&finding.addends) {
                let points = format!("{points:>widest$}");
                let hang = IN * 2 + widest + 2;
                let title = indent(&one_line(&addend.title), self.width, hang);
                let text = say.adds_up_line(points, title.trim_start());
                self.lines.push(format!("{}{text}", " ".repeat(IN * 2)));
            }
            if !finding.computed.is_null() {
                let text = say.adds_up_total(format!("{total:>widest$}"));
                self.lines.push(format!("{}{text}", " ".repeat(IN * 2)));
            }
        }
    }

    fn filled(&mut self, report: &Report) {
        if report.filled.is_empty() {
            return;
        }
        self.gap();
        self.line(0, &nl().verify_command.filled_in());
        for finding in &report.filled {
            let text = &nl().verification;
            let stated = value(&finding.stated);
            let what = match &finding.computed {
                Json::Null => text.filled(stated),
                before => text.filled_before(stated, value(before)),
            };
            self.point(&nl().verify_command.member(place(&finding.place), what));
        }
    }

    fn left_out(&mut self, report: &Report) {
        let say = &nl().verify_command;
        if !report.unknown.is_empty() {
            self.gap();
            let names: Vec<String> = report.unknown.iter().map(|one| one_line(one)).collect();
            self.line(0, &say.not_known(names.join(", ")));
        }
        let missed: Vec<&String> = report
            .not_stated
            .iter()
            .filter(|place| matters(place))
            .collect();
        if missed.is_empty() {
            return;
        }
        self.gap();
        self.line(0, &say.not_stated_head());
        for place in missed {
            self.point(&self.missed(place));
        }
    }

    /// Something that is not stated, in words.
    fn missed(&self, at: &str) -> String {
        let say = &nl().verify_command;
        let outcome = at.strip_prefix("uitkomsten.");
        let known = self.list.into_iter().flat_map(|list| &list.derived);
        let mut known = known.filter_map(|derived| Some((derived, outcome?)));
        if let Some(whole) = known.clone().find(|(derived, rest)| derived.id == *rest) {
            return title(self.list, &whole.0.id);
        }
        let part = known.find_map(|(derived, rest)| {
            let inner = rest.strip_prefix(&derived.id)?.strip_prefix('.')?;
            Some(say.outcome_of(title(self.list, &derived.id), place(inner)))
        });
        part.unwrap_or_else(|| match at {
            "vragenlijst" => say.which_list(),
            "vragenlijst.versie" => say.version(),
            "vragenlijst.sha256" => say.content(),
            "gebruikt" => say.used(),
            "datum" => say.day_word(),
            "niet_toepasbaar" => say.applies(),
            "nog_open" => say.open_questions(),
            other => place(other),
        })
    }
}

/// What already names what it is about.
const fn speaks_for_itself(code: Code) -> bool {
    matches!(
        code,
        Code::NoList
            | Code::OtherList
            | Code::OtherVersion
            | Code::OtherContent
            | Code::VersionClash
            | Code::UsedLists
            | Code::Day
            | Code::NoAnswers
            | Code::OtherRecord
            | Code::Refusal
            | Code::Print
            | Code::Unreadable
    )
}

/// A place as people read it: `redenen 1, regel`.
fn place(place: &str) -> String {
    let say = &nl().verify_command;
    let part = |part: &str| match part.split_once('[') {
        Some((name, rest)) => {
            let at = rest.trim_end_matches(']').parse::<usize>().unwrap_or(0);
            say.step(one_line(name), at + 1)
        }
        None => one_line(part),
    };
    place.split('.').map(part).collect::<Vec<_>>().join(", ")
}

fn title(list: Option<&Questionnaire>, id: &str) -> String {
    let derived = list.and_then(|list| Some(list.derived(list.find_derived(id)?)));
    let title = derived.and_then(|derived| derived.title.as_ref());
    title.map_or_else(|| one_line(id), |title| one_line(&title.nl))
}

fn points(addend: &Addend) -> String {
    let side = |number: Option<crate::questionnaire::Number>| {
        number.map_or_else(|| "…".to_owned(), figure)
    };
    if addend.low == addend.high && addend.low.is_some() {
        side(addend.low)
    } else {
        format!("{}–{}", side(addend.low), side(addend.high))
    }
}
