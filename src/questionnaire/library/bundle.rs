//! The texts of one list with all that it uses: what a case keeps, so that it goes on with the very list it was started
//! with. Made from a library, and turned back into one that holds nothing else.

use std::borrow::Cow;
use std::collections::BTreeMap;

use super::gather::Gathered;
use super::{Library, Source};
use crate::questionnaire::raw::Faults;

/// The text of one file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BundledText {
    /// How messages call the file.
    pub file: String,
    /// What stands in it.
    pub text: String,
}

/// A list with all that it uses, as texts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Bundle {
    /// The list.
    pub id: String,
    /// Which adaptation stands for which list.
    pub adapted: BTreeMap<String, String>,
    /// The texts of the lists, by id.
    pub lists: BTreeMap<String, BundledText>,
    /// The scales that lists share.
    pub scales: Option<BundledText>,
}

impl Library {
    /// The texts that [`Library::load`] makes this list from.
    pub fn bundle(&self, id: &str) -> Bundle {
        let mut gathered = Gathered::default();
        self.gather(id, None, &mut Vec::new(), &mut gathered, &Faults::default());
        let ids = gathered.ids();
        let text = |source: &Source| BundledText {
            file: source.file.to_string(),
            text: source.text.to_string(),
        };
        let lists = ids.iter().filter_map(|id| Some((id, self.lists.get(id)?)));
        Bundle {
            id: id.to_owned(),
            adapted: self
                .adapted
                .iter()
                .filter(|(_, by)| ids.contains(*by))
                .map(|(of, by)| (of.clone(), by.clone()))
                .collect(),
            lists: lists.map(|(id, one)| (id.clone(), text(one))).collect(),
            scales: self.scales.as_ref().map(text),
        }
    }

    /// A library that holds this list and what it uses, and nothing else.
    pub fn of(bundle: Bundle) -> Self {
        let source = |one: BundledText| Source {
            file: one.file.into(),
            text: Cow::Owned(one.text),
            shipped: false,
        };
        Self {
            lists: bundle
                .lists
                .into_iter()
                .map(|(id, one)| (id, source(one)))
                .collect(),
            scales: bundle.scales.map(source),
            adapted: bundle.adapted,
        }
    }

    /// Whether this library would make the list from the very same texts.
    pub fn holds(&self, bundle: &Bundle) -> bool {
        let same = |of: Option<&Source>, one: Option<&BundledText>| {
            of.map(|source| &*source.text) == one.map(|one| one.text.as_str())
        };
        let adapted = |(of, by): (&String, &String)| bundle.adapted.get(of) == Some(by);
        let used = |(of, _): &(&String, &String)| bundle.lists.contains_key(*of);
        bundle
            .lists
            .iter()
            .all(|(id, one)| same(self.lists.get(id), Some(one)))
            && same(self.scales.as_ref(), bundle.scales.as_ref())
            && self.adapted.iter().filter(used).all(adapted)
            && bundle
                .adapted
                .iter()
                .all(|(of, by)| self.adapted.get(of) == Some(by))
    }
}
