//! What differs between two lists, as data: which thing, how, and what of it. What changed that an outcome rests on.

use std::collections::BTreeSet;

use crate::comparison::cone::Cone;
use crate::questionnaire::{OptionId, Questionnaire};

/// What in a list.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Item {
    /// A part.
    Part,
    /// A question.
    Question,
    /// A derived value.
    Derived,
    /// A named number: a cut-off or a period.
    Number,
    /// A setting.
    Setting,
    /// What is waited for, and how long.
    Period,
    /// When the list gives no outcome.
    Outside,
}

/// What of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum What {
    /// Its wording.
    Text,
    /// The help with it.
    Help,
    /// What answer it takes, and what else holds for it.
    Kind,
    /// An option that came.
    OptionNew,
    /// An option that went.
    OptionGone,
    /// The wording of an option or level.
    OptionText,
    /// The order of the options or levels, which goes from light to heavy.
    OptionOrder,
    /// What an answer counts for.
    Weight,
    /// When it belongs.
    When,
    /// How it is computed.
    Formula,
    /// What is shown of it while answers are missing.
    Estimate,
    /// A number or setting.
    Value,
    /// Where it stands.
    Place,
    /// What it means to the program.
    Role,
    /// What it rests on.
    Source,
    /// How sure it is.
    Certainty,
    /// Another language.
    Translation,
}

impl What {
    /// Whether it can change an outcome or which questions are asked.
    pub const fn counts(self) -> bool {
        matches!(
            self,
            Self::Kind
                | Self::OptionNew
                | Self::OptionGone
                | Self::OptionOrder
                | Self::Weight
                | Self::When
                | Self::Formula
                | Self::Value
        )
    }
}

/// One thing that changed, in words; empty on the side where there was nothing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Aspect {
    /// What.
    pub what: What,
    /// The option or level that it is about, where it is about one.
    pub of: Option<OptionId>,
    /// What it was.
    pub then: String,
    /// What it is.
    pub now: String,
}

/// How something differs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ItemHow {
    /// It came.
    New,
    /// It went.
    Gone,
    /// This changed.
    Changed(Vec<Aspect>),
}

/// Something that differs between two lists.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ItemChange {
    /// What it is.
    pub item: Item,
    /// Its id.
    pub id: String,
    /// How it differs.
    pub how: ItemHow,
}

/// A list whose version differs; none where it does not stand in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct VersionChange {
    /// The list.
    pub id: String,
    /// Its version then.
    pub then: Option<String>,
    /// Its version now.
    pub now: Option<String>,
}

/// What differs between two lists.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ListDifference {
    /// The list itself and those it uses, where their content differs.
    pub versions: Vec<VersionChange>,
    /// What differs, in the order of the second list; each once.
    pub items: Vec<ItemChange>,
}

impl ListDifference {
    /// Whether nothing that this looks at differs.
    pub fn is_empty(&self) -> bool {
        self.items.is_empty()
    }

    /// What changed that this derived value rests on: numbers first, then how it is computed, then questions.
    pub fn behind<'d>(
        &'d self,
        then: &Questionnaire,
        now: &Questionnaire,
        derived: &str,
    ) -> Vec<&'d ItemChange> {
        let mut rests_on: BTreeSet<(Item, String)> = BTreeSet::new();
        for list in [then, now] {
            if let Some(at) = list.find_derived(derived) {
                let cone = Cone::of(list, at);
                let ids = |item, ids: Vec<String>| ids.into_iter().map(move |id| (item, id));
                let questions = cone.questions.iter();
                let questions = questions.map(|at| list.question(*at).id.to_string());
                rests_on.extend(ids(Item::Question, questions.collect()));
                let values = cone.derived.iter();
                let values = values.map(|at| list.derived(*at).id.clone());
                rests_on.extend(ids(Item::Derived, values.collect()));
                let numbers = cone.numbers.iter();
                let numbers = numbers.map(|at| list.numbers[*at].id.clone());
                rests_on.extend(ids(Item::Number, numbers.collect()));
                let parts = cone.parts.iter();
                let parts = parts.map(|at| list.parts[*at].id.clone());
                rests_on.extend(ids(Item::Part, parts.collect()));
            }
        }
        let counts = |change: &ItemChange| match &change.how {
            ItemHow::New | ItemHow::Gone => true,
            ItemHow::Changed(aspects) => aspects.iter().any(|aspect| aspect.what.counts()),
        };
        let mut found: Vec<&ItemChange> = self
            .items
            .iter()
            .filter(|one| {
                one.item == Item::Outside || rests_on.contains(&(one.item, one.id.clone()))
            })
            .filter(|one| counts(one))
            .collect();
        found.sort_by_key(|one| match one.item {
            Item::Number => 0,
            Item::Outside => 1,
            Item::Derived => 2,
            Item::Question => 3,
            Item::Part | Item::Setting | Item::Period => 4,
        });
        found
    }
}
