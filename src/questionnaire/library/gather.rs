//! A list with all it uses, each read once, adapted where an adaptation wins, and with its SHA-256.

use std::collections::BTreeSet;

use super::Library;
use crate::problem::Code;
use crate::questionnaire::adapt;
use crate::questionnaire::digest::{canonical, sha256};
use crate::questionnaire::lower::ListTree;
use crate::questionnaire::model::ListVersion;
use crate::questionnaire::raw::{Faults, items, repeated_keys, word};
use crate::yaml::Node;

impl Library {
    /// Reads a list and all it uses, each once; gives its place among them.
    pub(super) fn gather(
        &self,
        id: &str,
        asked: Option<&Node>,
        path: &mut Vec<String>,
        gathered: &mut Gathered,
        faults: &Faults,
    ) -> Option<usize> {
        let wanted = self.adapted.get(id).map_or(id, String::as_str);
        let (tree, bases) = self.expand(wanted, asked, faults)?;
        let name = bases
            .last()
            .map_or(wanted, |base| base.id.as_str())
            .to_owned();
        if let Some(at) = gathered.lists.iter().position(|list| list.id == name) {
            return Some(at);
        }
        let at = gathered.lists.len();
        gathered.lists.push(GatheredList {
            id: name.clone(),
            version: word_at(&tree, "versie"),
            own_id: wanted.to_owned(),
            tree,
            bases,
            uses: Vec::new(),
        });
        path.push(name);
        for used in gathered.lists[at].used_words(faults) {
            let Some(other) = word(&used, faults) else {
                continue;
            };
            if let Some(start) = path.iter().position(|on| on == other) {
                let round = [&path[start..], &[other.to_owned()]].concat();
                faults.say(
                    Code::Circle,
                    &used.place,
                    format!("Deze lijsten nemen elkaar mee: `{}`.", round.join("` → `")),
                    "Haal één van de namen bij `gebruikt` weg.",
                );
                continue;
            }
            if let Some(index) = self.gather(other, Some(&used), path, gathered, faults)
                && !gathered.lists[at].uses.contains(&index)
            {
                gathered.lists[at].uses.push(index);
            }
        }
        path.pop();
        Some(at)
    }

    /// The tree of a list; of an adaptation the base with its changes, and the versions of its bases.
    fn expand(
        &self,
        id: &str,
        asked: Option<&Node>,
        faults: &Faults,
    ) -> Option<(Node, Vec<ListVersion>)> {
        let mut chain: Vec<(String, Node)> = Vec::new();
        let mut next = (id.to_owned(), asked.cloned());
        loop {
            let (name, from) = next;
            if let (true, Some(from)) = (chain.iter().any(|(on, _)| *on == name), &from) {
                let mut round: Vec<&str> = chain.iter().map(|(on, _)| on.as_str()).collect();
                round.push(&name);
                faults.say(
                    Code::Circle,
                    &from.place,
                    format!("Deze lijsten passen elkaar aan: `{}`.", round.join("` → `")),
                    "Laat één van de lijsten de basis zijn, zonder `past_aan`.",
                );
                return None;
            }
            let tree = match self.tree(&name, from.as_ref()) {
                Ok(tree) => tree,
                Err(problem) => {
                    faults.add(*problem);
                    return None;
                }
            };
            repeated_keys(&tree, faults);
            let base = tree.get("past_aan").cloned();
            chain.push((name, tree));
            match base {
                Some(base) => next = (word(&base, faults)?.to_owned(), Some(base)),
                None => break,
            }
        }
        let (name, mut tree) = chain.pop()?;
        let mut bases = Vec::new();
        let mut own = version(&name, &tree);
        while let Some((name, adaptation)) = chain.pop() {
            bases.insert(0, own);
            tree = adapt::apply(&tree, &adaptation, faults);
            own = version(&name, &tree);
        }
        Some((tree, bases))
    }
}

/// The version of one list by itself, without what it uses.
fn version(id: &str, tree: &Node) -> ListVersion {
    ListVersion {
        id: id.to_owned(),
        version: word_at(tree, "versie"),
        sha256: sha256([canonical(tree).as_str()]),
    }
}

fn word_at(tree: &Node, key: &str) -> String {
    tree.get(key).and_then(Node::text).unwrap_or("").to_owned()
}

/// A list and all it uses, read.
#[derive(Default)]
pub(super) struct Gathered {
    lists: Vec<GatheredList>,
}

struct GatheredList {
    /// What its ids are called after.
    id: String,
    /// Its own id: of an adaptation not that of the base.
    own_id: String,
    version: String,
    tree: Node,
    bases: Vec<ListVersion>,
    uses: Vec<usize>,
}

impl GatheredList {
    fn used_words(&self, faults: &Faults) -> Vec<Node> {
        let used = self.tree.get("gebruikt");
        used.map_or(Vec::new(), |node| items(node, faults).to_vec())
    }
}

impl Gathered {
    /// The ids of all lists that were read, with those that they adapt.
    pub(super) fn ids(&self) -> BTreeSet<String> {
        let own = self.lists.iter().map(|list| list.own_id.clone());
        let bases = self.lists.iter().flat_map(|list| &list.bases);
        own.chain(bases.map(|base| base.id.clone())).collect()
    }

    /// The tree of each list.
    pub(super) fn into_trees(self) -> Vec<Node> {
        let lists = self.lists.into_iter();
        lists.map(|list| list.tree).collect()
    }

    /// Gives a setting of the first list another value, or with the name of its list before it one of a used list.
    pub(super) fn set(&mut self, setting: &str, value: &str) {
        let of_used = setting.split_once('.');
        let (at, setting) = match of_used {
            Some((list, rest)) => (self.lists.iter().position(|one| one.id == list), rest),
            None => (Some(0), setting),
        };
        if let Some(own) = at.and_then(|at| self.lists.get_mut(at)) {
            adapt::set_setting(&mut own.tree, setting, value);
        }
    }

    /// The lists as `lower` takes them, each with its version and SHA-256.
    pub(super) fn trees(&self, scales: Option<&Node>) -> Vec<ListTree<'_>> {
        let canonical: Vec<String> = self
            .lists
            .iter()
            .map(|list| format!("{}{}", canonical(&list.tree), shared_in(&list.tree, scales)))
            .collect();
        let mut trees = Vec::new();
        for (at, list) in self.lists.iter().enumerate() {
            let mut all = BTreeSet::new();
            self.closure(at, &mut all);
            let mut used: Vec<usize> = all.into_iter().filter(|other| *other != at).collect();
            used.sort_by(|a, b| self.lists[*a].id.cmp(&self.lists[*b].id));
            let pieces = std::iter::once(at)
                .chain(used)
                .map(|at| canonical[at].as_str());
            trees.push(ListTree {
                id: list.id.clone(),
                prefix: match at {
                    0 => String::new(),
                    _ => format!("{}.", list.id),
                },
                tree: &list.tree,
                version: ListVersion {
                    id: list.own_id.clone(),
                    version: list.version.clone(),
                    sha256: sha256(pieces),
                },
                bases: list.bases.clone(),
                uses: list.uses.clone(),
            });
        }
        trees
    }

    fn closure(&self, at: usize, all: &mut BTreeSet<usize>) {
        if all.insert(at) {
            for &used in &self.lists[at].uses {
                self.closure(used, all);
            }
        }
    }
}

/// The canonical form of the shared scales that a list names.
fn shared_in(tree: &Node, scales: Option<&Node>) -> String {
    let mut names = BTreeSet::new();
    scale_names(tree, &mut names);
    let own = tree.get("schalen");
    names
        .into_iter()
        .filter(|name| own.is_none_or(|own| own.get(name).is_none()))
        .filter_map(|name| scales.and_then(|scales| scales.get(name)))
        .map(canonical)
        .collect()
}

fn scale_names<'a>(node: &'a Node, names: &mut BTreeSet<&'a str>) {
    for item in node.list().unwrap_or_default() {
        scale_names(item, names);
    }
    for (key, value) in node.map().unwrap_or_default() {
        match value.text() {
            Some(name) if matches!(key.text(), Some("opties" | "niveaus")) => {
                names.insert(name);
            }
            _ => scale_names(value, names),
        }
    }
}
