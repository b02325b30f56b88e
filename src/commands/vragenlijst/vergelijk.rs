//! `vragenlijst vergelijk`: two lists, or two profiles of a list, side by side: what is new, gone and changed, for who
//! writes or reviews them.

use clap::Args;

use crate::commands::lists;
use crate::commands::sheet::Sheet;
use crate::commands::vergelijk::Form;
use crate::commands::vergelijk::list::ListDifferenceForm;
use crate::comparison::list::{
    Aspect, Item, ItemChange, ItemHow, ListDifference, What, difference,
};
use crate::error::{Done, Error, Result};
use crate::questionnaire::{Library, Questionnaire};
use crate::text::nl;
use crate::world::World;

/// What stands between a list and the profile that it is taken with.
const WITH: char = '+';
/// The base by its English name.
const BASE: &str = "base";

/// Options of `vragenlijst vergelijk`.
#[derive(Debug, Args)]
pub(super) struct Vergelijk {
    /// De eerste: een lijst, een bestand, een profiel (zoals basis), of een lijst met een profiel (casus+knmg)
    #[arg(value_name = "LIJST")]
    first: String,
    /// De tweede
    #[arg(value_name = "LIJST")]
    second: String,
    /// Toon ook waar alleen de uitleg, de bron of de plek anders is
    #[arg(long, alias = "all")]
    alles: bool,
    /// Vorm van de uitkomst
    #[arg(long, value_name = "VORM", alias = "format", default_value = "tekst")]
    formaat: Form,
}

impl Vergelijk {
    /// Prints what differs.
    pub(super) fn run(self, world: &mut World) -> Result {
        let then = load(world, &self.first, &self.second)?;
        let now = load(world, &self.second, &self.first)?;
        let found = difference(&then, &now);
        let printed = match self.formaat {
            Form::Json => json(&ListDifferenceForm::of(&then, &now, &found))?,
            Form::Text => Page {
                then: &then,
                now: &now,
                all: self.alles,
                sheet: Sheet::new(world.width),
            }
            .text(&found),
        };
        world.print(&printed)?;
        Ok(Done::Well)
    }
}

/// The schema of the form for a program.
pub(in crate::commands) fn schema() -> serde_json::Value {
    let text = &nl().schema;
    crate::schema::report::<ListDifferenceForm>(
        "lijstverschil",
        text.list_difference(),
        text.list_difference_about(),
    )
}

fn json(form: &ListDifferenceForm) -> Result<String> {
    serde_json::to_string_pretty(form).map_err(|_| {
        let text = &nl().program;
        Error::attention(text.unexpected("vergelijk"), text.unexpected_todo())
    })
}

/// The list that a name means. `basis` is what the other one adapts.
fn load(world: &mut World, name: &str, other: &str) -> Result<Questionnaire> {
    let (list, profile) = match name.split_once(WITH) {
        Some((list, profile)) if !lists::is_path(name) => (list, profile),
        _ => (name, lists::BASE),
    };
    let is_base = |name: &str| matches!(name, BASE | lists::BASE);
    let mut library = lists::library(world, Some(profile))?;
    let meant = |library: &Library, name: &str| -> Option<String> {
        let known = lists::is_path(name) || library.ids().any(|id| id == name);
        let by_profile = || lists::profile_id(library, name);
        (!known).then(by_profile).flatten()
    };
    let name = if is_base(list) {
        let other = meant(&library, other).unwrap_or_else(|| other.to_owned());
        let other = lists::id(world, &mut library, &other)?;
        library.adapts(&other).ok_or_else(|| {
            let text = &nl().list_compare;
            Error::usage(text.no_base(&other), text.no_base_todo())
        })?
    } else {
        meant(&library, list).unwrap_or_else(|| list.to_owned())
    };
    lists::load(world, &mut library, &name)
}

struct Page<'a> {
    then: &'a Questionnaire,
    now: &'a Questionnaire,
    all: bool,
    sheet: Sheet,
}

impl Page<'_> {
    fn text(mut self, found: &ListDifference) -> String {
        let text = &nl().list_compare;
        let name = |list: &Questionnaire| {
            let version = &list.version;
            text.list(&list.title, &version.id, &version.version)
        };
        let (then, now) = (name(self.then), name(self.now));
        self.sheet.line(0, &text.then(then));
        self.sheet.line(0, &text.now(now));
        if found.is_empty() {
            let same = self.then.version.sha256 == self.now.version.sha256;
            let says = if same { text.same() } else { text.same_here() };
            self.sheet.heading(&says);
        }
        let of = |wanted: fn(&ItemHow) -> bool| -> Vec<&ItemChange> {
            let items = found.items.iter();
            items.filter(|one| wanted(&one.how)).collect()
        };
        let new = of(|how| *how == ItemHow::New);
        let gone = of(|how| *how == ItemHow::Gone);
        let changed = of(|how| matches!(how, ItemHow::Changed(_)));
        for (heading, items) in [
            (text.new_heading(new.len()), new),
            (text.gone_heading(gone.len()), gone),
        ] {
            if !items.is_empty() {
                self.sheet.heading(&heading);
            }
            for one in items {
                let list = if one.how == ItemHow::New {
                    self.now
                } else {
                    self.then
                };
                self.sheet.point(&named(list, one));
            }
        }
        self.changed(&changed);
        self.sheet.finish()
    }

    fn changed(&mut self, changed: &[&ItemChange]) {
        let text = &nl().list_compare;
        let mut small = 0;
        let mut shown: Vec<(&ItemChange, Vec<&Aspect>)> = Vec::new();
        for one in changed {
            let ItemHow::Changed(aspects) = &one.how else {
                continue;
            };
            let told: Vec<&Aspect> = aspects
                .iter()
                .filter(|aspect| self.all || is_told(one.item, aspect.what, aspects))
                .collect();
            if told.is_empty() {
                small += 1;
            } else {
                shown.push((one, told));
            }
        }
        if !shown.is_empty() {
            self.sheet.heading(&text.changed_heading(shown.len()));
        }
        for (one, aspects) in shown {
            self.sheet.point(&named(self.now, one));
            for aspect in aspects {
                self.sheet.line(5, &said(aspect));
            }
        }
        match small {
            0 => {}
            1 => self.sheet.heading(&text.small_one()),
            count => self.sheet.heading(&text.small(count)),
        }
    }
}

/// Whether it is told without being asked for.
fn is_told(item: Item, what: What, all: &[Aspect]) -> bool {
    // Of what differs per profession a reader wants to know on what ground.
    let otherwise = |one: &Aspect| matches!(one.what, What::Value | What::Certainty);
    let ground =
        matches!(item, Item::Setting | Item::Number | Item::Period) && all.iter().any(otherwise);
    what.counts()
        || what == What::Certainty
        || (ground && what == What::Source)
        || matches!(what, What::Text | What::OptionText | What::Estimate)
}

/// What it is, with its id and its words.
fn named(list: &Questionnaire, one: &ItemChange) -> String {
    let text = &nl().list_compare;
    let id = &one.id;
    match one.item {
        Item::Part => {
            let part = list.parts.iter().find(|part| part.id == *id);
            text.part(id, part.map_or("", |part| &part.title.nl))
        }
        Item::Question => {
            let at = list.find(id);
            text.question(id, at.map_or("", |at| &list.question(at).text.nl))
        }
        Item::Derived => {
            let at = list.find_derived(id);
            let title = at.and_then(|at| list.derived(at).title.as_ref());
            text.derived(id, title.map_or("", |title| &title.nl))
        }
        Item::Number => text.number(id),
        Item::Setting => text.setting(id),
        Item::Period => {
            let period = list.periods.iter().find(|period| period.id == *id);
            text.period(id, period.map_or("", |period| &period.title.nl))
        }
        Item::Outside => text.outside(),
    }
}

fn said(one: &Aspect) -> String {
    let text = &nl().list_compare;
    let what = match one.what {
        What::Text => text.text(),
        What::Help => text.help(),
        What::Kind => text.kind(),
        What::OptionNew => text.option_new(),
        What::OptionGone => text.option_gone(),
        What::OptionText => text.option_text(),
        What::OptionOrder => text.option_order(),
        What::Weight => text.weight(),
        What::When => text.when(),
        What::Formula => text.formula(),
        What::Estimate => text.estimate(),
        What::Value => text.value(),
        What::Place => text.place(),
        What::Role => text.role(),
        What::Source => text.source(),
        What::Certainty => text.certainty(),
        What::Translation => text.translation(),
    };
    let what = match &one.of {
        Some(option) => text.of(what, option),
        None => what,
    };
    match (one.then.trim(), one.now.trim()) {
        ("", "") => what,
        ("", now) => text.only_now(what, now),
        (then, "") => text.only_then(what, then),
        (then, now) => text.from_to(what, then, now),
    }
}
