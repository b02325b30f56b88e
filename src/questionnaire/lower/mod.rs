//! From trees to the checked model: every name resolved, every used list in its place, all faults collected. Reads no
//! bytes; `library` brings the trees. What is wrong with the whole (gaps, unreachable questions) is for `check`.

mod choices;
mod condition;
mod derived;
mod formula;
mod frame;
mod head;
mod kind;
mod named;
mod names;
mod order;
mod paper;
mod parts;
mod period;
mod property;
mod question;
mod ranking;
mod reader;
mod register;
mod rows;
mod shape;
mod sort;
mod sources;
mod span;
mod special;
mod terms;
mod test;

use std::cell::{Cell, RefCell};
use std::collections::{BTreeMap, BTreeSet};

use super::form::{self, Sort};
use super::paper::Paper;
use super::raw::{Faults, Fields, text};
use super::role::Role;
use super::{Choice, ListVersion, NotApplicable, Part, QuestionIx, Questionnaire};
use crate::problem::{Code, Place, Problem};
use crate::yaml::Node;

pub use reader::lower_reader;

use derived::DerivedEntry;
use head::Head;
use names::Scope;
use parts::PartEntry;
use register::QuestionEntry;

/// One list as `library` gives it: adapted where an adaptation wins.
pub struct ListTree<'a> {
    /// What its ids are called after: its own id, or of an adaptation the id of the list it adapts.
    pub id: String,
    /// What stands before its ids: nothing for the list itself, `rihg.` for a used one.
    pub prefix: String,
    /// Its keys.
    pub tree: &'a Node,
    /// Its version.
    pub version: ListVersion,
    /// The lists that it adapts, when it is an adaptation.
    pub bases: Vec<ListVersion>,
    /// The lists it uses, as indexes in the same row of lists.
    pub uses: Vec<usize>,
}

/// What lowering gives.
pub struct Lowered {
    /// The model; absent only where the faults leave nothing that can be walked. With faults it is a best effort, good
    /// for finding more of them and for nothing else.
    pub questionnaire: Option<Questionnaire>,
    /// The full ids of the questions and derived values in which a fault was found.
    pub broken: BTreeSet<String>,
    /// The faults, in the order of the files.
    pub problems: Vec<Problem>,
}

/// Everything that is known while names are resolved.
struct Context<'a> {
    lists: &'a [ListTree<'a>],
    heads: Vec<Head<'a>>,
    shared: &'a BTreeMap<String, Vec<Choice>>,
    parts: Vec<PartEntry<'a>>,
    questions: Vec<QuestionEntry<'a>>,
    question_ids: BTreeMap<String, usize>,
    derived: Vec<DerivedEntry<'a>>,
    derived_ids: BTreeMap<String, usize>,
    faults: &'a Faults,
    /// The first condition or formula that was left out; its fault is always said.
    lost: RefCell<Option<Place>>,
    /// How many were left out.
    losses: Cell<usize>,
}

/// Lowers the first of these lists, with the others in their places. `shared` are the scales that every list may use.
/// `faults` may already hold what was wrong with the trees.
pub fn lower(
    lists: &[ListTree<'_>],
    shared: &BTreeMap<String, Vec<Choice>>,
    faults: Faults,
) -> Lowered {
    let (mut questionnaire, broken) = build(lists, shared, &faults);
    let problems = faults.into_sorted();
    let circle = |problem: &Problem| problem.code == Code::Circle;
    if problems.iter().any(circle) {
        questionnaire = None;
    }
    Lowered {
        questionnaire,
        broken,
        problems,
    }
}

/// The kinds of question, in the order of the author's guide.
pub fn kinds() -> impl Iterator<Item = &'static str> {
    Sort::ALL.into_iter().map(Sort::name)
}

/// The ways to compute, in the order of the author's guide.
pub fn ways() -> impl Iterator<Item = &'static str> {
    form::WAYS.into_iter()
}

/// Every word that this format gives a meaning: kinds, keys, ways to compute. The author's guide must name each.
pub fn words() -> BTreeSet<&'static str> {
    let mut words = BTreeSet::new();
    words.extend(kinds());
    words.extend(ways());
    let forms = form::CONDITIONS.iter().chain([&form::QUESTION]);
    words.extend(forms.flat_map(|form| form.keys).map(|key| key.name));
    words
}

/// The scales in the file that all lists share.
pub fn shared_scales(tree: &Node, faults: &Faults) -> BTreeMap<String, Vec<Choice>> {
    choices::scales(tree, faults)
}

/// A paper beside a list without faults: every name in it is one of that list.
pub fn lower_paper(
    lists: &[ListTree<'_>],
    shared: &BTreeMap<String, Vec<Choice>>,
    tree: &Node,
) -> Result<Paper, Vec<Problem>> {
    let faults = Faults::default();
    let paper = open(lists, shared, &faults).and_then(|context| context.paper(tree));
    match paper {
        Some(paper) if faults.count() == 0 => Ok(paper),
        _ => Err(faults.into_sorted()),
    }
}

/// Knows every name of these lists; nothing where there is nothing to walk.
fn open<'a>(
    lists: &'a [ListTree<'a>],
    shared: &'a BTreeMap<String, Vec<Choice>>,
    faults: &'a Faults,
) -> Option<Context<'a>> {
    let mut context = Context {
        lists,
        heads: Vec::new(),
        shared,
        parts: Vec::new(),
        questions: Vec::new(),
        question_ids: BTreeMap::new(),
        derived: Vec::new(),
        derived_ids: BTreeMap::new(),
        faults,
        lost: RefCell::new(None),
        losses: Cell::new(0),
    };
    for list in lists {
        context.heads.push(head::read(list, faults));
    }
    lists.first().filter(|list| list.tree.map().is_some())?;
    context.place_parts();
    context.register_derived();
    if context.is_too_large() {
        return None;
    }
    order::settle(&mut context);
    Some(context)
}

fn build<'a>(
    lists: &'a [ListTree<'a>],
    shared: &'a BTreeMap<String, Vec<Choice>>,
    faults: &'a Faults,
) -> (Option<Questionnaire>, BTreeSet<String>) {
    let Some(context) = open(lists, shared, faults) else {
        return (None, BTreeSet::new());
    };
    let mut broken = BTreeSet::new();
    let numbers = head::numbers(&context);
    let settings = head::settings(&context);
    let parts = context.lower_parts();
    let questions = context.lower_questions(&mut broken);
    let derived = context.lower_derived(&mut broken);
    let not_applicable = context.lower_not_applicable(0);
    let properties = context.lower_properties();
    let periods = context.lower_periods();
    context.nothing_lost();
    let Some(head) = context.heads.first() else {
        return (None, broken);
    };
    let questionnaire = Questionnaire {
        version: lists[0].version.clone(),
        uses: versions(lists),
        title: head.title.clone(),
        about: head.about.clone(),
        valid_from: head.valid_from,
        source: head.source.clone(),
        parts,
        persons: context.persons().map(QuestionIx),
        questions,
        derived,
        not_applicable,
        numbers,
        settings,
        properties,
        periods,
    };
    (Some(questionnaire), broken)
}

/// The versions of all lists but the first, and of those that are adapted, in order of their ids.
fn versions(lists: &[ListTree<'_>]) -> Vec<ListVersion> {
    let used = lists[1..].iter().map(|list| &list.version);
    let bases = lists.iter().flat_map(|list| &list.bases);
    let mut all: Vec<ListVersion> = used.chain(bases).cloned().collect();
    all.sort_by(|a, b| a.id.cmp(&b.id));
    all
}

/// More than this a person cannot answer, and a rule cannot be followed.
const MOST_QUESTIONS: usize = 1500;
const MOST_DERIVED: usize = 500;

impl Context<'_> {
    /// Notes that a condition or formula is left out of the model.
    fn lost(&self, node: &Node) {
        self.losses.set(self.losses.get() + 1);
        self.lost
            .borrow_mut()
            .get_or_insert_with(|| node.place.clone());
    }

    /// How much is wrong so far: what was said, and what was left out because of a fault that stands elsewhere.
    fn noted(&self) -> usize {
        self.faults.count() + self.losses.get()
    }

    /// A list of which something is left out never counts as good, whatever the cause.
    fn nothing_lost(&self) {
        if let (0, Some(place)) = (self.faults.count(), &*self.lost.borrow()) {
            self.faults.say(
                Code::WrongUse,
                place,
                "Wat hier staat, is niet te begrijpen.",
                "Vergelijk het met de voorbeelden in de schrijfgids.",
            );
        }
    }

    /// Whether there is more than can be walked; said at the first that is too many.
    fn is_too_large(&self) -> bool {
        let question = self.questions.get(MOST_QUESTIONS).map(|entry| entry.at);
        let derived = self.derived.get(MOST_DERIVED).map(|entry| entry.at);
        if let Some(at) = question.or(derived) {
            self.faults.say(
                Code::TooLarge,
                &at.place,
                format!("Dit zijn er te veel: hoogstens {MOST_QUESTIONS} vragen en {MOST_DERIVED} afgeleiden."),
                "Verdeel de lijst over meer lijsten die los van elkaar worden gebruikt.",
            );
        }
        question.or(derived).is_some()
    }

    fn lower_parts(&self) -> Vec<Part> {
        self.parts.iter().map(|part| self.part(part)).collect()
    }

    /// The list of persons, when there is one.
    fn persons(&self) -> Option<usize> {
        let name = Role::Persons.name();
        self.questions
            .iter()
            .position(|entry| entry.node.get("rol").and_then(Node::text) == Some(name))
    }

    /// When this list gives no outcome.
    fn lower_not_applicable(&self, list: usize) -> Vec<NotApplicable> {
        let mut rows = Vec::new();
        for node in self.heads[list].not_applicable {
            let Some(mut fields) = Fields::of(node, &form::NOT_APPLICABLE, self.faults) else {
                continue;
            };
            let when = fields
                .need("als")
                .and_then(|node| self.condition(node, &Scope::of(list)));
            let reason = fields
                .need("reden")
                .and_then(|node| text(node, self.faults));
            fields.finish();
            if let (Some(when), Some(reason)) = (when, reason) {
                rows.push(NotApplicable {
                    when,
                    reason,
                    place: node.place.clone(),
                });
            }
        }
        rows
    }
}
