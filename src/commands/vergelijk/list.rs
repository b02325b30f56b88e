//! What differs between two lists, as a program reads it. Members are added, never renamed or taken away.

use schemars::JsonSchema;
use serde::Serialize;

use crate::assessment::{List, list_form};
use crate::comparison::list::{Aspect, Item, ItemChange, ItemHow, ListDifference, What};
use crate::questionnaire::Questionnaire;

/// Two lists side by side.
#[derive(Serialize, JsonSchema)]
pub struct ListDifferenceForm {
    toen: List,
    nu: List,
    gelijk: bool,
    lijsten: Vec<VersionForm>,
    verschillen: Vec<ItemForm>,
}

#[derive(Serialize, JsonSchema)]
struct VersionForm {
    id: String,
    toen: Option<String>,
    nu: Option<String>,
}

#[derive(Serialize, JsonSchema)]
struct ItemForm {
    #[schemars(extend("enum" = ITEMS.map(item)))]
    soort: &'static str,
    id: String,
    #[schemars(extend("enum" = ["nieuw", "weg", "veranderd"]))]
    hoe: &'static str,
    veranderd: Vec<AspectForm>,
}

#[derive(Serialize, JsonSchema)]
struct AspectForm {
    #[schemars(extend("enum" = WHAT.map(what)))]
    wat: &'static str,
    optie: Option<String>,
    toen: Option<String>,
    nu: Option<String>,
    telt: bool,
}

impl ListDifferenceForm {
    /// What differs between these.
    pub fn of(then: &Questionnaire, now: &Questionnaire, found: &ListDifference) -> Self {
        Self {
            toen: list_form(&then.version),
            nu: list_form(&now.version),
            gelijk: found.is_empty(),
            lijsten: found
                .versions
                .iter()
                .map(|one| VersionForm {
                    id: one.id.clone(),
                    toen: one.then.clone(),
                    nu: one.now.clone(),
                })
                .collect(),
            verschillen: found.items.iter().map(item_form).collect(),
        }
    }
}

fn item_form(one: &ItemChange) -> ItemForm {
    let (how, aspects) = match &one.how {
        ItemHow::New => ("nieuw", &[][..]),
        ItemHow::Gone => ("weg", &[][..]),
        ItemHow::Changed(aspects) => ("veranderd", &aspects[..]),
    };
    ItemForm {
        soort: item(one.item),
        id: one.id.clone(),
        hoe: how,
        veranderd: aspects.iter().map(aspect).collect(),
    }
}

fn aspect(one: &Aspect) -> AspectForm {
    let side = |text: &str| (!text.trim().is_empty()).then(|| text.to_owned());
    AspectForm {
        wat: what(one.what),
        optie: one.of.as_ref().map(ToString::to_string),
        toen: side(&one.then),
        nu: side(&one.now),
        telt: one.what.counts(),
    }
}

/// All that can differ.
pub const ITEMS: [Item; 7] = [
    Item::Part,
    Item::Question,
    Item::Derived,
    Item::Number,
    Item::Setting,
    Item::Period,
    Item::Outside,
];

/// Its word.
pub const fn item(item: Item) -> &'static str {
    match item {
        Item::Part => "onderdeel",
        Item::Question => "vraag",
        Item::Derived => "afgeleid",
        Item::Number => "getal",
        Item::Setting => "instelling",
        Item::Period => "termijn",
        Item::Outside => "niet_toepasbaar",
    }
}

const WHAT: [What; 17] = [
    What::Text,
    What::Help,
    What::Kind,
    What::OptionNew,
    What::OptionGone,
    What::OptionText,
    What::OptionOrder,
    What::Weight,
    What::When,
    What::Formula,
    What::Estimate,
    What::Value,
    What::Place,
    What::Role,
    What::Source,
    What::Certainty,
    What::Translation,
];

const fn what(what: What) -> &'static str {
    match what {
        What::Text => "tekst",
        What::Help => "uitleg",
        What::Kind => "soort",
        What::OptionNew => "optie_nieuw",
        What::OptionGone => "optie_weg",
        What::OptionText => "optie_tekst",
        What::OptionOrder => "optie_volgorde",
        What::Weight => "gewicht",
        What::When => "als",
        What::Formula => "berekening",
        What::Estimate => "schatting",
        What::Value => "waarde",
        What::Place => "plek",
        What::Role => "rol",
        What::Source => "bron",
        What::Certainty => "zekerheid",
        What::Translation => "vertaling",
    }
}
