//! Reads a plan file back: every fault at once, in Dutch, with its place; who was edited by hand is said, not refused.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::walk::{Of, Walk};
use super::write::fingerprint;
use super::{FORMAT, FORMAT_KEY, HEAD, layout};
use crate::plain::{one_line, plain};
use crate::plan::{Choice, Field, Id, Legend, Plan, Rate, Said, Word, YesNo};
use crate::problem::{Code, Place, Problem, did_you_mean};
use crate::questionnaire::raw::{self, Faults, Fields};
use crate::questionnaire::{ListVersion, OptionRole, Role};
use crate::text::nl;
use crate::yaml::{Node, read_tree};

/// A plan that was read.
#[derive(Clone, Debug)]
pub struct Read {
    /// The plan.
    pub plan: Plan,
    /// It no longer says what the program wrote.
    pub edited: bool,
    /// The fingerprint that stands in it.
    pub print: Option<String>,
}

/// Whether this is meant as a plan, whatever may be wrong with it.
pub fn is_plan(tree: &Node) -> bool {
    tree.get(HEAD).is_some()
}

/// Reads a plan file. `file` is how messages call it.
///
/// # Errors
/// Everything that is wrong with it: no plan, a newer form, unknown keys, ids that point at nothing.
pub fn read(bytes: &[u8], file: &str) -> Result<Read, Vec<Problem>> {
    let tree = read_tree(bytes, file).map_err(|problem| vec![not_a_plan(bytes, *problem)])?;
    form(&tree)?;
    let faults = Faults::default();
    raw::repeated_keys(&tree, &faults);
    let mut reader = Reader {
        faults: &faults,
        maps: Fields::open(&tree, "een veiligheidsplan", &faults)
            .into_iter()
            .collect(),
        legend: legend(&tree, &faults),
        ids: BTreeMap::new(),
        pointers: Vec::new(),
        no_words: None,
    };
    let (mut plan, mut print) = (Plan::default(), None);
    layout::plan(&mut reader, &mut plan, &mut print);
    reader.close();
    reader.references(&plan);
    reader.torn();
    if faults.count() > 0 {
        return Err(faults.into_sorted());
    }
    let edited = print.is_none() || fingerprint(&plan).ok() != print;
    Ok(Read {
        plan,
        edited,
        print,
    })
}

/// Where a plan that was just written names people: the ids on each line, counted from one.
pub(super) fn people_by_line(bytes: &[u8]) -> BTreeMap<usize, Vec<Id>> {
    let mut lines: BTreeMap<usize, Vec<Id>> = BTreeMap::new();
    let Ok(tree) = read_tree(bytes, "") else {
        return lines;
    };
    let faults = Faults::default();
    let mut reader = Reader {
        faults: &faults,
        maps: Fields::open(&tree, "", &faults).into_iter().collect(),
        legend: Legend::new(),
        ids: BTreeMap::new(),
        pointers: Vec::new(),
        no_words: None,
    };
    layout::plan(&mut reader, &mut Plan::default(), &mut None);
    for (_, id, place) in reader
        .pointers
        .into_iter()
        .filter(|(of, ..)| *of == Of::Person)
    {
        lines.entry(place.line).or_default().push(id);
    }
    lines
}

/// What is wrong with a text that cannot be read at all: one that holds no plan, as the same plan for people to read,
/// needs another file and no better YAML.
fn not_a_plan(bytes: &[u8], problem: Problem) -> Problem {
    let head = format!("{HEAD}:");
    let text = String::from_utf8_lossy(bytes);
    if problem.code != Code::Syntax || text.lines().any(|line| line.trim_end() == head) {
        return problem;
    }
    let words = &nl().plan_file;
    let empty = text.trim().is_empty();
    let what = if empty {
        problem.message
    } else {
        words.no_plan()
    };
    Problem::new(problem.code, problem.place, what, words.no_plan_todo())
}

/// Whether this is a plan, in a form that this program knows.
fn form(tree: &Node) -> Result<(), Vec<Problem>> {
    let text = &nl().plan_file;
    let fault = |place: &Place, what: String, todo: String| {
        Err(vec![Problem::new(
            Code::BadValue,
            place.clone(),
            what,
            todo,
        )])
    };
    let Some(format) = tree.get(HEAD).and_then(|head| head.get(FORMAT_KEY)) else {
        return fault(&tree.place, text.no_plan(), text.no_plan_todo());
    };
    match format.text().and_then(|text| text.parse::<i64>().ok()) {
        Some(FORMAT) => Ok(()),
        Some(newer) if newer > FORMAT => fault(&format.place, text.newer(), text.newer_todo()),
        _ => fault(&format.place, text.bad_format(), text.bad_format_todo()),
    }
}

/// The words of the answers, which every choice and number needs.
fn legend(tree: &Node, faults: &Faults) -> Legend {
    let Some(words) = tree.get("woorden") else {
        return Legend::new();
    };
    let mut found = Legend::new();
    for (name, rows) in words.map().unwrap_or_default() {
        let Some(role) = name.text().and_then(Role::parse) else {
            let known = Role::ALL.iter().map(|role| role.name());
            let tip = did_you_mean(name.text().unwrap_or(""), known);
            let what = nl().plan_file.unknown_words();
            faults.say(Code::UnknownKey, &name.place, what, tip);
            continue;
        };
        let rows = raw::items(rows, faults).iter().filter_map(|row| {
            let mut fields = Fields::open(row, "een woord", faults)?;
            let id = fields.need("id").and_then(|id| raw::word(id, faults));
            let text = fields
                .need("tekst")
                .and_then(|text| raw::word(text, faults));
            let role = fields.word("rol").and_then(OptionRole::parse);
            fields.finish();
            Some(Word {
                id: id?.to_owned(),
                text: plain(text?).into_owned(),
                role,
            })
        });
        found.insert(role, rows.collect());
    }
    found
}

struct Reader<'a> {
    faults: &'a Faults,
    /// The maps that are being read, the innermost last.
    maps: Vec<Fields<'a>>,
    legend: Legend,
    /// Every row by what it is and its id.
    ids: BTreeMap<(Of, Id), Place>,
    /// Every id that points at a row.
    pointers: Vec<(Of, Id, Place)>,
    /// The first answer whose words are nowhere in the file.
    no_words: Option<(&'static str, Place)>,
}

impl<'a> Reader<'a> {
    fn node(&mut self, key: &'static str) -> Option<&'a Node> {
        self.maps.last_mut()?.get(key)
    }

    fn need(&mut self, key: &'static str) -> Option<&'a Node> {
        self.maps.last_mut()?.need(key)
    }

    /// Ends the innermost map: what nobody asked for is a fault.
    fn close(&mut self) {
        if let Some(map) = self.maps.pop() {
            map.finish();
        }
    }

    fn field<T>(
        &mut self,
        key: &'static str,
        field: &mut Field<T>,
        value: impl FnOnce(&mut Self, &'a Node) -> Option<T>,
    ) {
        let Some(mut node) = self.node(key) else {
            return;
        };
        if node.map().is_some() {
            let Some(mut both) = Fields::open(node, "een antwoord met toelichting", self.faults)
            else {
                return;
            };
            field.note = both
                .word("toelichting")
                .map(|note| plain(note).into_owned());
            let said = both.get("waarde");
            both.finish();
            match said {
                Some(said) => node = said,
                None => return,
            }
        }
        field.said = match node.text() {
            Some("onbekend") => Said::Unknown,
            Some("geweigerd") => Said::Refused,
            _ => value(self, node).map_or(Said::Nothing, Said::Known),
        };
    }

    fn pointed(&mut self, node: &'a Node, of: Of) -> Vec<Id> {
        let mut ids = Vec::new();
        for one in raw::one_or_more(node) {
            let Some(id) = raw::word(one, self.faults) else {
                continue;
            };
            self.pointers.push((of, id.to_owned(), one.place.clone()));
            ids.push(id.to_owned());
        }
        ids
    }

    /// Every id must point at a row that is there.
    fn references(&self, plan: &Plan) {
        let text = &nl().plan_file;
        for (of, id, place) in &self.pointers {
            if self.ids.contains_key(&(*of, id.clone())) {
                continue;
            }
            let what = match of {
                Of::Person => text.no_such_person(id),
                Of::Situation => text.no_such_situation(id),
                Of::Condition => text.no_such_condition(id),
                Of::Other(_) => continue,
            };
            let known = self.ids.keys().filter(|(kind, _)| kind == of);
            // Ids differ by one sign: to guess which was meant could put the wrong person in a plan.
            let known: Vec<String> = match of {
                Of::Person => known
                    .map(|(_, id)| match plan.name_of(id) {
                        name if name == id => format!("`{id}`"),
                        name => text.person(id, one_line(name)),
                    })
                    .collect(),
                _ => known.map(|(_, id)| format!("`{id}`")).collect(),
            };
            let tip = match known.as_slice() {
                [] => text.no_ids(),
                known => text.known_ids(known.join(", ")),
            };
            self.faults.say(Code::UnknownReference, place, what, tip);
        }
    }

    /// Without the words at its end a plan was cut off: one fault, and not one for each answer.
    fn torn(&self) {
        if let Some((key, place)) = &self.no_words {
            let text = &nl().plan_file;
            let (what, tip) = (text.no_words(key), text.no_words_todo());
            self.faults.say(Code::UnknownOption, place, what, tip);
        }
    }

    fn words(&self, of: Role) -> &[Word] {
        self.legend.get(&of).map_or(&[], Vec::as_slice)
    }
}

impl Walk for Reader<'_> {
    fn id(&mut self, id: &mut Id, of: Of) {
        let Some(node) = self.need("id") else { return };
        let Some(word) = raw::word(node, self.faults) else {
            return;
        };
        word.clone_into(id);
        let key = (of, word.to_owned());
        if let Some(first) = self.ids.get(&key) {
            let text = &nl().plan_file;
            self.faults.add(
                Problem::new(
                    Code::RepeatedId,
                    node.place.clone(),
                    text.repeated_id(word),
                    text.repeated_id_todo(),
                )
                .and(first.clone(), text.first_id()),
            );
        } else {
            self.ids.insert(key, node.place.clone());
        }
    }

    fn word<T: Copy>(
        &mut self,
        key: &'static str,
        value: &mut T,
        word: fn(T) -> &'static str,
        all: &[T],
    ) {
        let Some(node) = self.need(key) else { return };
        match all.iter().find(|one| node.text() == Some(word(**one))) {
            Some(found) => *value = *found,
            None => {
                let known = all.iter().map(|one| word(*one));
                let tip = did_you_mean(node.text().unwrap_or(""), known);
                let what = nl().plan_file.unknown_word(key);
                self.faults.say(Code::UnknownOption, &node.place, what, tip);
            }
        }
    }

    fn number(&mut self, key: &'static str, value: &mut u32) {
        let found = self.need(key).and_then(|node| raw::size(node, self.faults));
        *value = found
            .and_then(|size| size.try_into().ok())
            .unwrap_or(*value);
    }

    fn place(&mut self, key: &'static str, value: &mut Option<usize>) {
        *value = self.node(key).and_then(|node| raw::size(node, self.faults));
    }

    fn made(&mut self, key: &'static str, value: &mut NaiveDate) {
        let found = self.need(key).and_then(|node| raw::date(node, self.faults));
        *value = found.unwrap_or(*value);
    }

    fn known_ids(&mut self, key: &'static str, ids: &mut Vec<Id>, of: Of) {
        if let Some(node) = self.node(key) {
            *ids = self.pointed(node, of);
        }
    }

    fn plain(&mut self, key: &'static str, value: &mut String) {
        if let Some(word) = self.need(key).and_then(|node| raw::word(node, self.faults)) {
            *value = plain(word).into_owned();
        }
    }

    fn maybe(&mut self, key: &'static str, value: &mut Option<String>) {
        let word = self.node(key).and_then(|node| raw::word(node, self.faults));
        *value = word.map(|word| plain(word).into_owned());
    }

    fn flag(&mut self, key: &'static str, value: &mut bool) {
        *value = self.maps.last_mut().is_some_and(|map| map.flag(key));
    }

    fn text(&mut self, key: &'static str, field: &mut Field<String>) {
        self.field(key, field, |reader, node| {
            raw::word(node, reader.faults).map(|text| plain(text).trim().to_owned())
        });
    }

    fn ids(&mut self, key: &'static str, field: &mut Field<Vec<Id>>, of: Of) {
        self.field(key, field, |reader, node| Some(reader.pointed(node, of)));
    }

    fn day(&mut self, key: &'static str, field: &mut Field<NaiveDate>) {
        self.field(key, field, |reader, node| raw::date(node, reader.faults));
    }

    fn whole(&mut self, key: &'static str, field: &mut Field<i64>) {
        self.field(key, field, |reader, node| raw::whole(node, reader.faults));
    }

    fn yes_no(&mut self, key: &'static str, field: &mut Field<YesNo>) {
        self.field(key, field, |reader, node| {
            let found = node.text().and_then(YesNo::parse);
            if found.is_none() {
                let text = &nl().plan_file;
                let (what, tip) = (text.not_yes_no(), text.not_yes_no_todo());
                reader.faults.say(Code::BadValue, &node.place, what, tip);
            }
            found
        });
    }

    fn choice(&mut self, key: &'static str, field: &mut Field<Choice>, of: Role) {
        self.field(key, field, |reader, node| {
            let id = raw::word(node, reader.faults)?;
            if reader.words(of).is_empty() {
                reader.no_words.get_or_insert((key, node.place.clone()));
                return None;
            }
            let words = reader.words(of);
            let Some(word) = words.iter().find(|word| word.id == id) else {
                let tip = did_you_mean(id, words.iter().map(|word| word.id.as_str()));
                let what = nl().plan_file.unknown_word(key);
                reader
                    .faults
                    .say(Code::UnknownOption, &node.place, what, tip);
                return None;
            };
            Some(Choice {
                id: word.id.clone(),
                text: word.text.clone(),
            })
        });
    }

    fn rate(&mut self, key: &'static str, field: &mut Field<Rate>, of: Role) {
        self.field(key, field, |reader, node| {
            let number = raw::whole(node, reader.faults)?;
            let words = reader.words(of);
            let numbers = words.iter().filter_map(|word| word.id.parse::<i64>().ok());
            let (lowest, highest) = (numbers.clone().min(), numbers.max());
            if let (Some(from), Some(to)) = (lowest, highest)
                && !(from..=to).contains(&number)
            {
                let text = &nl().plan_file;
                let (what, tip) = (text.not_on_scale(key), text.not_on_scale_todo(from, to));
                reader.faults.say(Code::BadValue, &node.place, what, tip);
                return None;
            }
            let label = words.iter().find(|word| word.id == number.to_string());
            let label = label.map(|word| word.text.clone());
            Some(Rate {
                number,
                label: label.filter(|label| !label.is_empty()),
                highest,
            })
        });
    }

    fn meaning(&mut self, kind: &mut Option<OptionRole>, chosen: &Field<Choice>, of: Role) {
        let word = chosen
            .known()
            .and_then(|choice| self.words(of).iter().find(|word| word.id == choice.id));
        *kind = word.and_then(|word| word.role);
    }

    fn group(&mut self, key: &'static str, what: &'static str, inside: impl FnOnce(&mut Self)) {
        let Some(node) = self.node(key) else { return };
        let Some(mut map) = Fields::open(node, what, self.faults) else {
            return;
        };
        if key == HEAD {
            map.allow(&[FORMAT_KEY]);
        }
        self.maps.push(map);
        inside(self);
        self.close();
    }

    fn rows<T: Default>(
        &mut self,
        key: &'static str,
        what: &'static str,
        rows: &mut Vec<T>,
        each: impl Fn(&mut Self, &mut T),
    ) {
        let Some(node) = self.node(key) else { return };
        for item in raw::items(node, self.faults) {
            let Some(map) = Fields::open(item, what, self.faults) else {
                continue;
            };
            self.maps.push(map);
            let mut row = T::default();
            each(self, &mut row);
            self.close();
            rows.push(row);
        }
    }

    fn lists(&mut self, key: &'static str, lists: &mut Vec<ListVersion>) {
        let Some(node) = self.need(key) else { return };
        for item in raw::items(node, self.faults) {
            let Some(mut map) = Fields::open(item, "een vragenlijst", self.faults) else {
                continue;
            };
            let mut word = |key| {
                let word = map.need(key).and_then(|node| raw::word(node, self.faults));
                word.unwrap_or_default().to_owned()
            };
            lists.push(ListVersion {
                id: word("vragenlijst"),
                version: word("versie"),
                sha256: word("sha256"),
            });
            map.finish();
        }
    }

    fn legend(&mut self, key: &'static str, legend: &mut Legend) {
        if self.node(key).is_some() {
            legend.clone_from(&self.legend);
        }
    }
}
