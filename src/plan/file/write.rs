//! Writes a plan: a tree of keys in the order of the layout, YAML by way of `yaml`, and comments for the reader.

use std::collections::BTreeSet;

use chrono::NaiveDate;
use serde::ser::{Serialize, SerializeMap, SerializeSeq, Serializer};
use sha2::{Digest, Sha256};

use super::walk::{Of, Walk};
use super::{FORMAT, FORMAT_KEY, HEAD, layout, reply};
use crate::plain::one_line;
use crate::plan::{Choice, Field, Id, Legend, Plan, Rate, Said, Statement, Status, YesNo};
use crate::problem::Problem;
use crate::questionnaire::{ListVersion, OptionRole, Role};
use crate::text::nl;
use crate::yaml::{self, FlowMap, FlowSeq};

/// The plan as a file, with room to say something back.
///
/// # Errors
/// Only where the program itself is at fault.
pub fn write(plan: &Plan) -> Result<String, Box<Problem>> {
    write_with(plan, &BTreeSet::new())
}

/// The plan as a file, with what was said back about it.
///
/// # Errors
/// Only where the program itself is at fault.
pub fn write_with(plan: &Plan, said: &BTreeSet<Statement>) -> Result<String, Box<Problem>> {
    let print = fingerprint(plan)?;
    let body = body(plan, Some(print))?;
    let text = &nl().plan_file;
    let mut out = String::new();
    let draft = (plan.head.status == Status::Draft).then(|| text.header_draft());
    for part in [Some(text.header()), draft, Some(text.header_rest(REMARK))] {
        for line in part.unwrap_or_default().lines() {
            out.push_str(format!("# {line}").trim_end());
            out.push('\n');
        }
    }
    let names = super::read::people_by_line(body.as_bytes());
    let mut replies = Some(replies(plan, said)?);
    let mut rows = 0;
    for (at, line) in body.lines().enumerate() {
        // What stands at the very left is never inside a text: those are moved to the right.
        let key = line.split(':').next();
        if key == Some(WORDS) {
            out.push_str(&replies.take().unwrap_or_default());
        }
        if let Some(about) = key.and_then(comment) {
            out.push_str(&format!("\n# {about}\n"));
        }
        let long = line.starts_with("- id: ") && !line.starts_with(PERSON);
        rows = if line.starts_with([' ', '-']) {
            rows
        } else {
            0
        };
        if long && rows > 0 {
            out.push('\n');
        }
        rows += usize::from(long);
        out.push_str(line);
        if let Some(ids) = names.get(&(at + 1)) {
            out.push_str(&format!("  # {}", one_line(&plan.names_of(ids))));
        }
        out.push('\n');
    }
    out.push_str(&replies.unwrap_or_default());
    Ok(out)
}

/// The part that says something back, with what stands above it.
fn replies(plan: &Plan, said: &BTreeSet<Statement>) -> Result<String, Box<Problem>> {
    let text = &nl().plan_file;
    let mut out = String::from("\n");
    for line in text.about_replies().lines() {
        out.push_str(format!("# {line}").trim_end());
        out.push('\n');
    }
    let words = plan.legend.get(&Role::SafetyConditionMet);
    let words = words.map_or(&[][..], Vec::as_slice).iter();
    let ids: Vec<&str> = words.map(|word| word.id.as_str()).collect();
    if !ids.is_empty() {
        out.push_str(&format!("# {}\n", text.about_met(ids.join(", "))));
    }
    if said.is_empty() {
        out.push_str(&reply::blank(plan));
        return Ok(out);
    }
    let mut writer = Writer(vec![Vec::new()]);
    reply::replies(&mut writer, &mut reply::gathered(said));
    let body = yaml::write(&Out::Map(writer.0.pop().unwrap_or_default()))?;
    for line in body.lines() {
        out.push_str(line);
        out.push_str(&reply::about(plan, line));
        out.push('\n');
    }
    Ok(out)
}

/// The last part of a plan; before it stands what was said back.
const WORDS: &str = "woorden";

/// How a partner writes a remark at an answer.
const REMARK: &str = r#"{waarde: "elke dag", toelichting: "lukt tot nu toe"}"#;

/// People are short; between other rows stands an empty line.
const PERSON: &str = "- id: p";

/// The SHA-256 of what the plan says, by which a later edit is seen.
///
/// # Errors
/// Only where the program itself is at fault.
pub fn fingerprint(plan: &Plan) -> Result<String, Box<Problem>> {
    let body = body(plan, None)?;
    let digest = Sha256::digest(body.as_bytes());
    Ok(digest.iter().map(|byte| format!("{byte:02x}")).collect())
}

/// The plan without what stands around it for the reader.
pub(super) fn body(plan: &Plan, print: Option<String>) -> Result<String, Box<Problem>> {
    let mut plan = plan.clone();
    let mut writer = Writer(vec![Vec::new()]);
    layout::plan(&mut writer, &mut plan, &mut { print });
    yaml::write(&Out::Map(writer.0.pop().unwrap_or_default()))
}

/// What stands above a part of the file.
pub(super) fn comment(key: &str) -> Option<String> {
    let text = &nl().plan_file;
    Some(match key {
        HEAD => text.about_head(),
        "mensen" => text.about_people(),
        "aanleiding" => text.about_occasion(),
        "top3" => text.about_top3(),
        "andere_situaties" => text.about_parked(),
        "andere_wegingen" => text.about_ratings(),
        "voorwaarden" => text.about_conditions(),
        "afspraken" => text.about_agreements(),
        "kinderen" => text.about_children(),
        "noodplan" => text.about_emergency(),
        "signalen" => text.about_signs(),
        "netwerk" => text.about_network(),
        "toezicht" => text.about_supervision(),
        "als_het_misgaat" => text.about_escalations(),
        "evaluatie" => text.about_review(),
        "incidenten" => text.about_incidents(),
        "risicofactoren" => text.about_risk_factors(),
        "herstel" => text.about_recoveries(),
        "regie" => text.about_directors(),
        "veiligheidscijfers" => text.about_measurements(),
        "nazorg" => text.about_aftercare(),
        "akkoord" => text.about_consents(),
        "verschil_van_inzicht" => text.about_differences(),
        "besproken" => text.about_discussed(),
        "aandacht" => text.about_attention(),
        WORDS => text.about_words(),
        reply::KEY => text.about_replies(),
        _ => return None,
    })
}

/// A value on its way to the file.
enum Out {
    Text(String),
    Whole(i64),
    Ids(Vec<String>),
    List(Vec<Out>),
    Map(Vec<(String, Out)>),
    /// A short map on one line.
    Line(Vec<(String, Out)>),
}

impl Serialize for Out {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Text(text) => to.serialize_str(text),
            Self::Whole(number) => to.serialize_i64(*number),
            Self::Ids(ids) => FlowSeq(ids).serialize(to),
            Self::List(items) => {
                let mut list = to.serialize_seq(Some(items.len()))?;
                for item in items {
                    list.serialize_element(item)?;
                }
                list.end()
            }
            Self::Map(entries) => Entries(entries).serialize(to),
            Self::Line(entries) => FlowMap(Entries(entries)).serialize(to),
        }
    }
}

struct Entries<'a>(&'a [(String, Out)]);

impl Serialize for Entries<'_> {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        let mut map = to.serialize_map(Some(self.0.len()))?;
        for (key, value) in self.0 {
            map.serialize_entry(key, value)?;
        }
        map.end()
    }
}

/// The maps that are being written, the innermost last.
struct Writer(Vec<Vec<(String, Out)>>);

impl Writer {
    fn put(&mut self, key: &str, value: Out) {
        if let Some(map) = self.0.last_mut() {
            map.push((key.to_owned(), value));
        }
    }

    fn inside(&mut self, fill: impl FnOnce(&mut Self)) -> Vec<(String, Out)> {
        self.0.push(Vec::new());
        fill(self);
        self.0.pop().unwrap_or_default()
    }

    fn field<T>(&mut self, key: &str, field: &Field<T>, value: impl Fn(&T) -> Out) {
        let said = match &field.said {
            Said::Nothing if field.note.is_none() => return,
            Said::Nothing => None,
            Said::Unknown => Some(Out::Text("onbekend".to_owned())),
            Said::Refused => Some(Out::Text("geweigerd".to_owned())),
            Said::Known(known) => Some(value(known)),
        };
        let out = match (said, &field.note) {
            (Some(said), None) => said,
            (said, note) => {
                let said = said.map(|said| ("waarde".to_owned(), said));
                let note = note
                    .iter()
                    .map(|note| ("toelichting".to_owned(), Out::Text(note.clone())));
                Out::Map(said.into_iter().chain(note).collect())
            }
        };
        self.put(key, out);
    }
}

fn ids(ids: &[Id]) -> Out {
    match ids {
        [one] => Out::Text(one.clone()),
        many => Out::Ids(many.to_vec()),
    }
}

impl Walk for Writer {
    fn id(&mut self, id: &mut Id, _: Of) {
        self.put("id", Out::Text(id.clone()));
    }

    fn word<T: Copy>(
        &mut self,
        key: &'static str,
        value: &mut T,
        word: fn(T) -> &'static str,
        _: &[T],
    ) {
        self.put(key, Out::Text(word(*value).to_owned()));
    }

    fn number(&mut self, key: &'static str, value: &mut u32) {
        self.put(key, Out::Whole(i64::from(*value)));
    }

    fn place(&mut self, key: &'static str, value: &mut Option<usize>) {
        if let Some(place) = value.and_then(|place| i64::try_from(place).ok()) {
            self.put(key, Out::Whole(place));
        }
    }

    fn made(&mut self, key: &'static str, value: &mut NaiveDate) {
        self.put(key, Out::Text(value.to_string()));
    }

    fn known_ids(&mut self, key: &'static str, ids: &mut Vec<Id>, _: Of) {
        self.put(key, Out::Ids(ids.clone()));
    }

    fn plain(&mut self, key: &'static str, value: &mut String) {
        self.put(key, Out::Text(value.clone()));
    }

    fn maybe(&mut self, key: &'static str, value: &mut Option<String>) {
        if let Some(value) = value {
            self.put(key, Out::Text(value.clone()));
        }
    }

    fn maybe_day(&mut self, key: &'static str, value: &mut Option<NaiveDate>) {
        if let Some(day) = value {
            self.put(key, Out::Text(day.to_string()));
        }
    }

    fn maybe_word<T: Copy>(
        &mut self,
        key: &'static str,
        value: &mut Option<T>,
        word: fn(T) -> &'static str,
        _: &[T],
    ) {
        if let Some(value) = value {
            self.put(key, Out::Text(word(*value).to_owned()));
        }
    }

    fn said_of(&mut self, key: &'static str, id: &mut Id, _: Of, _: Option<usize>) {
        self.put(key, Out::Text(id.clone()));
    }

    fn flag(&mut self, key: &'static str, value: &mut bool) {
        let word = if *value { YesNo::Yes } else { YesNo::No };
        self.put(key, Out::Text(word.word().to_owned()));
    }

    fn text(&mut self, key: &'static str, field: &mut Field<String>) {
        self.field(key, field, |text| Out::Text(text.clone()));
    }

    fn ids(&mut self, key: &'static str, field: &mut Field<Vec<Id>>, _: Of) {
        self.field(key, field, |known| ids(known));
    }

    fn day(&mut self, key: &'static str, field: &mut Field<NaiveDate>) {
        self.field(key, field, |day| Out::Text(day.to_string()));
    }

    fn whole(&mut self, key: &'static str, field: &mut Field<i64>) {
        self.field(key, field, |number| Out::Whole(*number));
    }

    fn yes_no(&mut self, key: &'static str, field: &mut Field<YesNo>) {
        self.field(key, field, |value| Out::Text(value.word().to_owned()));
    }

    fn choice(&mut self, key: &'static str, field: &mut Field<Choice>, _: Role) {
        self.field(key, field, |choice| Out::Text(choice.id.clone()));
    }

    fn rate(&mut self, key: &'static str, field: &mut Field<Rate>, _: Role) {
        self.field(key, field, |rate| Out::Whole(rate.number));
    }

    fn meaning(&mut self, _: &mut Option<OptionRole>, _: &Field<Choice>, _: Role) {}

    fn group(&mut self, key: &'static str, _: &'static str, inside: impl FnOnce(&mut Self)) {
        let mut entries = self.inside(inside);
        if key == HEAD {
            entries.insert(0, (FORMAT_KEY.to_owned(), Out::Whole(FORMAT)));
        }
        if !entries.is_empty() {
            self.put(key, Out::Map(entries));
        }
    }

    fn rows<T: Default>(
        &mut self,
        key: &'static str,
        _: &'static str,
        rows: &mut Vec<T>,
        each: impl Fn(&mut Self, &mut T),
    ) {
        if rows.is_empty() {
            return;
        }
        let written = rows
            .iter_mut()
            .map(|row| Out::Map(self.inside(|writer| each(writer, row))))
            .collect();
        self.put(key, Out::List(written));
    }

    fn lists(&mut self, key: &'static str, lists: &mut Vec<ListVersion>) {
        let written = lists.iter().map(|list| {
            Out::Line(vec![
                ("vragenlijst".to_owned(), Out::Text(list.id.clone())),
                ("versie".to_owned(), Out::Text(list.version.clone())),
                ("sha256".to_owned(), Out::Text(list.sha256.clone())),
            ])
        });
        let written = written.collect();
        self.put(key, Out::List(written));
    }

    fn legend(&mut self, key: &'static str, legend: &mut Legend) {
        let written: Vec<(String, Out)> = legend
            .iter()
            .map(|(role, words)| {
                let words = words.iter().map(|word| {
                    let mut line = vec![
                        ("id".to_owned(), Out::Text(word.id.clone())),
                        ("tekst".to_owned(), Out::Text(word.text.clone())),
                    ];
                    if let Some(role) = word.role {
                        line.push(("rol".to_owned(), Out::Text(role.name().to_owned())));
                    }
                    Out::Line(line)
                });
                (role.name().to_owned(), Out::List(words.collect()))
            })
            .collect();
        if !written.is_empty() {
            self.put(key, Out::Map(written));
        }
    }
}
