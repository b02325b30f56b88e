//! A training case from its file. Every fault is noted with its place, and reading goes on.

use std::collections::BTreeMap;

use super::case::{Fact, Person, Round, Sentence, Situation, TrainingCase};
use super::forms::Forms;
use super::{FORMAT, key};
use crate::answer::{self, Answers, RowId, rows_of, show};
use crate::problem::{Code, Place, Problem, did_you_mean};
use crate::questionnaire::raw::{Faults, Fields, filled, repeated_keys, text, whole, word};
use crate::questionnaire::{Role, fingerprint};
use crate::text::nl;
use crate::yaml::{Node, Tree, read_tree};

/// The key by which such a file is known.
const MARK: &str = "oefencasus";
/// What says that it is invented.
pub(super) const INVENTED: &str = "fictief";
/// The levels there are.
pub(crate) const LEVELS: std::ops::RangeInclusive<i64> = 1..=3;

/// So long is a name at most.
pub(crate) const LONGEST_NAME: usize = 40;

/// Whether a tree is meant as a training case.
pub fn is_training_case(tree: &Node) -> bool {
    tree.get(MARK).is_some()
}

/// Reads a training case. `file` is how messages call it.
///
/// # Errors
/// Every fault in it.
pub fn read(bytes: &[u8], file: &str, forms: &Forms) -> Result<TrainingCase, Vec<Problem>> {
    let tree = read_tree(bytes, file).map_err(|problem| vec![*problem])?;
    let faults = Faults::default();
    repeated_keys(&tree, &faults);
    let reader = Reader {
        forms,
        faults: &faults,
        seen: BTreeMap::new(),
    };
    let case = reader.case(&tree);
    match case {
        Some(case) if faults.count() == 0 => Ok(case),
        _ => Err(faults.into_sorted()),
    }
}

struct Reader<'a> {
    forms: &'a Forms,
    faults: &'a Faults,
    /// Where each row of this case stands.
    seen: BTreeMap<String, Place>,
}

/// Something in a row: its id, and the map.
type Row<'a> = (RowId, Fields<'a>);

impl<'a> Reader<'a> {
    fn case(mut self, tree: &'a Node) -> Option<TrainingCase> {
        let faults = self.faults;
        let mut fields = Fields::open(tree, "een oefencasus", faults)?;
        let id = fields.need(MARK).and_then(|node| self.name(node));
        self.format(&mut fields);
        self.invented(&mut fields);
        let version = fields.word("versie");
        if version.is_none() && !fields.has("versie") {
            let says = nl().training.no_version();
            faults.say(
                Code::MissingKey,
                &tree.place,
                says,
                nl().training.no_version_todo(),
            );
        }
        let title = self.line(&mut fields, "titel");
        let profile = fields
            .need("gezinsprofiel")
            .and_then(|node| self.profile(node));
        let level = fields.need("niveau").and_then(|node| self.level(node));
        fields.need("datum");
        let day = fields.date("datum");
        let about = self.line(&mut fields, "over");
        let role = self.line(&mut fields, "rol");
        let not_names = fields.items("geen_naam");
        let not_names = not_names.iter().filter_map(|node| word(node, faults));
        let not_names = not_names.map(str::to_owned).collect();
        let people = fields.need("mensen").map(|node| self.people(node, day));
        let rounds = self.all(&mut fields, "rondes", "een ronde", Self::round);
        let sentences = self.all(&mut fields, "zinnen", "een zin", Self::sentence);
        let situations = self.all(&mut fields, "situaties", "een situatie", Self::situation);
        let missing = fields
            .need("ontbreekt")
            .map_or(&[][..], |node| filled(node, faults));
        let missing = missing
            .iter()
            .filter_map(|node| text(node, faults))
            .map(|text| text.nl)
            .collect();
        let key = fields.need("sleutel");
        fields.finish();
        let told = key::Told {
            rounds: &rounds,
            sentences: &sentences,
            situations: &situations,
            day: day?,
        };
        let key = key::read(key?, &told, self.forms, faults);
        Some(TrainingCase {
            id: id?,
            version: version?.to_owned(),
            sha256: fingerprint(tree),
            title: title?,
            profile: profile?,
            level: level?,
            day: day?,
            about: about?,
            role: role?,
            not_names,
            people: people?,
            rounds,
            sentences,
            situations,
            missing,
            key,
        })
    }

    /// A name that can be a file's.
    fn name(&self, node: &Node) -> Option<String> {
        let said = word(node, self.faults)?;
        if is_name(said) {
            return Some(said.to_owned());
        }
        let text = &nl().training;
        self.faults.say(
            Code::BadId,
            &node.place,
            text.bad_name(said),
            text.bad_name_todo(),
        );
        None
    }

    fn format(&self, fields: &mut Fields<'a>) {
        let Some(node) = fields.need("formaat") else {
            return;
        };
        let Some(format) = whole(node, self.faults) else {
            return;
        };
        if format != FORMAT {
            let text = &nl().training;
            let says = text.other_format(format);
            self.faults
                .say(Code::BadValue, &node.place, says, text.other_format_todo());
        }
    }

    /// It says itself that it is invented.
    fn invented(&self, fields: &mut Fields<'a>) {
        let text = &nl().training;
        let place = match fields.get(INVENTED) {
            Some(node) if node.text() == Some("ja") => return,
            Some(node) => &node.place,
            None if fields.has(INVENTED) => return,
            None => &fields.node.place,
        };
        let (says, tip) = (text.not_invented(), text.not_invented_todo());
        self.faults.say(Code::MissingKey, place, says, tip);
    }

    fn line(&self, fields: &mut Fields<'a>, key: &'static str) -> Option<String> {
        let node = fields.need(key)?;
        text(node, self.faults).map(|text| text.nl)
    }

    fn profile(&self, node: &Node) -> Option<String> {
        let said = word(node, self.faults)?;
        let list = &self.forms.exercise;
        let known: Vec<&str> = self
            .forms
            .profiles()
            .map(|at| list.question(at).short_id())
            .collect();
        if known.contains(&said) {
            return Some(said.to_owned());
        }
        let says = nl().training.no_profile(said, known.join(", "));
        let tip = did_you_mean(said, known);
        self.faults.say(Code::UnknownOption, &node.place, says, tip);
        None
    }

    fn level(&self, node: &Node) -> Option<u8> {
        let level = whole(node, self.faults)?;
        if LEVELS.contains(&level) {
            return u8::try_from(level).ok();
        }
        let text = &nl().training;
        let (says, tip) = (text.no_level(level), text.no_level_todo());
        self.faults.say(Code::BadValue, &node.place, says, tip);
        None
    }

    /// The people, told as the list of people has them.
    fn people(&self, node: &Node, day: Option<chrono::NaiveDate>) -> Vec<Person> {
        let list = &self.forms.people;
        let (Some(of), Some(day)) = (list.persons, day) else {
            return Vec::new();
        };
        let name = Node {
            value: Tree::Scalar {
                text: list.question(of).id.to_string(),
                plain: true,
            },
            place: node.place.clone(),
        };
        let tree = Node {
            value: Tree::Map(vec![(name, node.clone())]),
            place: node.place.clone(),
        };
        let answers = match answer::read(list, &tree, day) {
            Ok(answers) => answers,
            Err(problems) => {
                problems.into_iter().for_each(|one| self.faults.add(one));
                return Vec::new();
            }
        };
        let rows = rows_of(list, of, &answers);
        let people: Vec<Person> = rows.iter().map(|row| self.person(row, &answers)).collect();
        for (person, row) in people.iter().zip(node.list().unwrap_or_default()) {
            if person.name.is_empty() {
                let says = nl().training.no_name(&person.id);
                let tip = nl().training.no_name_todo();
                self.faults.say(Code::MissingKey, &row.place, says, tip);
            }
        }
        people
    }

    fn person(&self, row: &RowId, answers: &Answers) -> Person {
        let list = &self.forms.people;
        let said = |role| {
            let at = list.by_role(role)?;
            let given = answers.get(&list.question(at).id, Some(row))?;
            Some(show(list, at, &given.value, answers))
        };
        Person {
            id: row.clone(),
            name: said(Role::PersonName).unwrap_or_default(),
            age: said(Role::PersonAge),
            lives: said(Role::PersonLives),
        }
    }

    /// The rows at a key.
    fn all<T>(
        &mut self,
        fields: &mut Fields<'a>,
        key: &'static str,
        what: &'static str,
        one: impl Fn(&mut Self, Row<'a>) -> Option<T>,
    ) -> Vec<T> {
        let rows = fields.need(key);
        let rows = rows.map_or(&[][..], |node| filled(node, self.faults));
        self.each(rows, what, one)
    }

    fn each<T>(
        &mut self,
        rows: &'a [Node],
        what: &'static str,
        one: impl Fn(&mut Self, Row<'a>) -> Option<T>,
    ) -> Vec<T> {
        let mut found = Vec::new();
        for row in rows {
            let Some(mut fields) = Fields::open(row, what, self.faults) else {
                continue;
            };
            let Some(id) = fields.need("id").and_then(|node| self.row_id(node)) else {
                continue;
            };
            found.extend(one(self, (id, fields)));
        }
        found
    }

    /// The id of a row, which nothing else in the case has.
    fn row_id(&mut self, node: &Node) -> Option<RowId> {
        let said = word(node, self.faults)?;
        let text = &nl().training;
        if !is_name(said) {
            self.faults.say(
                Code::BadId,
                &node.place,
                text.bad_name(said),
                text.bad_name_todo(),
            );
            return None;
        }
        if let Some(first) = self.seen.get(said) {
            let (says, tip) = (text.repeated_id(said), text.repeated_id_todo());
            let problem = Problem::new(Code::RepeatedId, node.place.clone(), says, tip);
            self.faults
                .add(problem.and(first.clone(), text.first_here()));
            return None;
        }
        self.seen.insert(said.to_owned(), node.place.clone());
        Some(RowId(said.to_owned()))
    }

    fn round(&mut self, (id, mut fields): Row<'a>) -> Option<Round> {
        let title = self.line(&mut fields, "titel");
        let from = self.line(&mut fields, "van");
        let told = self.line(&mut fields, "tekst");
        let notes = self.line(&mut fields, "notities");
        let facts = fields.items("gegevens");
        let facts = self.each(facts, "een gegeven", Self::fact);
        fields.finish();
        Some(Round {
            id,
            title: title?,
            from: from?,
            text: told?,
            notes: notes?,
            facts,
        })
    }

    fn fact(&mut self, (id, mut fields): Row<'a>) -> Option<Fact> {
        let text = self.line(&mut fields, "feit");
        fields.finish();
        Some(Fact { id, text: text? })
    }

    fn sentence(&mut self, (id, mut fields): Row<'a>) -> Option<Sentence> {
        let text = self.line(&mut fields, "zin");
        let concrete = self.line(&mut fields, "concreet");
        fields.finish();
        Some(Sentence {
            id,
            text: text?,
            concrete: concrete?,
        })
    }

    fn situation(&mut self, (id, mut fields): Row<'a>) -> Option<Situation> {
        let text = self.line(&mut fields, "wat");
        fields.finish();
        Some(Situation { id, text: text? })
    }
}

/// A word that can be a file's name and stand in a path.
pub(super) fn is_name(said: &str) -> bool {
    let letter = |one: char| one.is_ascii_lowercase() || one.is_ascii_digit() || one == '-';
    (1..=LONGEST_NAME).contains(&said.len()) && said.chars().all(letter) && !said.starts_with('-')
}
