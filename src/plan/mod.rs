//! The safety plan as content: what must stop, what must be true (WHAT), who does what (HOW), and what if it fails.
//! Built from answers by role, never by question id; knows no format, no reader's taste and no file.
//!
//! `build` makes a [`Plan`] from what was answered · `lint` says what is weak in it · `file` is its form on disk ·
//! `reply` is what somebody says back about one · `merge` lays what came back side by side.

mod agreement;
mod audience;
mod build;
mod field;
pub mod file;
mod flight;
mod head;
mod later;
mod lint;
mod look;
pub mod merge;
mod person;
mod reply;
mod situation;

pub use agreement::{
    Agreement, ChildLine, Consent, EarlySign, Emergency, Escalation, Review, SafetyCondition,
};
pub use audience::Audience;
pub use build::{Made, build, people_of};
pub use field::{Choice, Field, Rate, Said, YesNo};
pub use flight::was_left_out;
pub use head::{Head, Phase, Status};
pub use later::{Aftercare, Director, Incident, Later, Measurement, Recovery, RiskFactor};
pub use lint::{Finding, Place, Rule, Vague, by_place, lint};
pub use person::Person;
pub use reply::{Goes, Says, Statement};
pub use situation::{Rating, Situation};

use std::collections::BTreeMap;

use crate::questionnaire::{OptionRole, Role};
use crate::text::doc;

/// The id of a row in the plan: `p1`, `s2`, `a3`. The same as in the case it was made from.
pub type Id = String;

/// A safety plan.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Plan {
    /// What stands above it.
    pub head: Head,
    /// The people it speaks of.
    pub people: Vec<Person>,
    /// The unsafe situations: the ranked ones in their order, then the others.
    pub situations: Vec<Situation>,
    /// Why this order.
    pub rank_reason: Field<String>,
    /// Who sees the order differently, and how.
    pub rank_dissent: Field<String>,
    /// How others weigh the same situations.
    pub ratings: Vec<Rating>,
    /// WHAT must be true.
    pub conditions: Vec<SafetyCondition>,
    /// HOW: who does what.
    pub agreements: Vec<Agreement>,
    /// What changes for each child.
    pub child_lines: Vec<ChildLine>,
    /// Early signs, and what that person then does.
    pub early_signs: Vec<EarlySign>,
    /// What to do when it goes wrong now.
    pub emergency: Emergency,
    /// When this plan is no longer enough.
    pub escalations: Vec<Escalation>,
    /// When and with whom one looks whether it works.
    pub review: Review,
    /// The phases after the first, and how it goes.
    pub later: Later,
    /// Who agrees.
    pub consents: Vec<Consent>,
    /// The texts of the plan as a whole.
    pub texts: Texts,
    /// What the lists point out.
    pub attention: Vec<Attention>,
    /// The words of every scale and row of options that the plan uses.
    pub legend: Legend,
}

impl Plan {
    /// Whether it can be carried out: there is an agreement, of each is known who does what by when, and there is a day to
    /// look whether it works.
    pub fn is_settled(&self) -> bool {
        let settled = |one: &Agreement| {
            let who = !one.who.ids().is_empty();
            who && one.does.text().is_some() && one.when.text().is_some()
        };
        let agreed = !self.agreements.is_empty() && self.agreements.iter().all(settled);
        agreed && self.review.date.known().is_some()
    }

    /// The person with this id.
    pub fn person(&self, id: &str) -> Option<&Person> {
        self.people.iter().find(|person| person.id == id)
    }

    /// What a person is called here; the id where no name was given.
    pub fn name_of<'a>(&'a self, id: &'a str) -> &'a str {
        let name = self.person(id).and_then(|person| person.name.text());
        name.unwrap_or(id)
    }

    /// What these people are called: *moeder en vader*.
    pub fn names(&self, ids: &Field<Vec<Id>>) -> String {
        self.names_of(ids.ids())
    }

    /// What these people are called: *moeder, vader en oma*.
    pub fn names_of(&self, ids: &[Id]) -> String {
        match ids {
            [] => String::new(),
            [one] => self.name_of(one).to_owned(),
            [others @ .., last] => {
                let others: Vec<&str> = others.iter().map(|id| self.name_of(id)).collect();
                doc().plan_names.and(others.join(", "), self.name_of(last))
            }
        }
    }

    /// What an answer means to the program, by the words that came with the plan.
    pub fn means(&self, question: Role, field: &Field<Choice>) -> Option<OptionRole> {
        let words = self.legend.get(&question)?;
        let id = &field.known()?.id;
        words.iter().find(|word| word.id == *id)?.role
    }

    /// What the phase is called: as the list calls it, where that names its phases.
    pub fn phase_called(&self) -> String {
        let words = self.legend.get(&Role::PlanPhase);
        let own = words.and_then(|words| {
            let role = Some(self.head.phase.role());
            words.iter().find(|word| word.role == role)
        });
        let text = &doc().plan_names;
        match (own, self.head.phase) {
            (Some(word), _) => word.text.clone(),
            (None, Phase::Immediate) => text.phase_immediate(),
            (None, Phase::Stable) => text.phase_stable(),
            (None, Phase::Recovery) => text.phase_recovery(),
            (None, Phase::Aftercare) => text.phase_aftercare(),
        }
    }

    /// What a situation is called everywhere: *situatie 1* by its place in the order, *situatie s3* while it has none.
    pub fn situation_called(&self, id: &str) -> String {
        let text = &doc().plan_names;
        let found = self.situations.iter().find(|one| one.id == id);
        match found.and_then(|one| one.rank) {
            Some(rank) => text.at_situation(rank),
            None => text.at_situation(id),
        }
    }

    /// The situations that have a place in the order.
    pub fn ranked(&self) -> impl Iterator<Item = &Situation> {
        self.situations.iter().filter(|one| one.rank.is_some())
    }

    /// The situations that have none.
    pub fn parked(&self) -> impl Iterator<Item = &Situation> {
        self.situations.iter().filter(|one| one.rank.is_none())
    }

    /// The children in it.
    pub fn children(&self) -> impl Iterator<Item = &Person> {
        self.people.iter().filter(|person| person.is_child())
    }
}

/// The number that people call a row by: that of `a3` is 3.
pub fn number_of(id: &str) -> &str {
    let number = id.trim_start_matches(|one: char| one.is_ascii_alphabetic());
    if number.is_empty() { id } else { number }
}

/// The words of the answers, by role of the question, so that a number or id in a plan can be read without the list.
pub type Legend = BTreeMap<Role, Vec<Word>>;

/// One possible answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Word {
    /// Its id, or the number on a scale.
    pub id: String,
    /// What it means; empty for a number without words.
    pub text: String,
    /// What it means to the program.
    pub role: Option<OptionRole>,
}

/// Declares an enum whose variants each have one word on disk.
macro_rules! words {
    ($(#[$doc:meta])* $name:ident { $($(#[$variant_doc:meta])* $variant:ident => $word:literal,)* }) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
        pub enum $name { $($(#[$variant_doc])* $variant,)* }

        impl Default for $name {
            fn default() -> Self {
                Self::ALL[0]
            }
        }

        impl $name {
            /// All of them, in order.
            pub const ALL: &[Self] = &[$(Self::$variant,)*];

            /// Its word in a plan file.
            pub const fn word(self) -> &'static str {
                match self { $(Self::$variant => $word,)* }
            }

            /// The one with this word.
            pub fn parse(word: &str) -> Option<Self> {
                Self::ALL.iter().copied().find(|one| one.word() == word)
            }
        }
    };
}
pub(crate) use words;

/// The texts of the plan as a whole.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Texts {
    /// Why this plan comes now.
    pub occasion: Field<String>,
    /// What one fears if nothing changes.
    pub fear: Field<String>,
    /// What goes well, and what helped before.
    pub strengths: Field<String>,
    /// Who in the network does what.
    pub network: Field<String>,
    /// Who keeps sight of the whole.
    pub supervision: Field<String>,
    /// Who looks at it differently.
    pub differences: Field<String>,
    /// What was or was not discussed with whom.
    pub discussed: Field<String>,
}

/// Something a list points out about this case or plan.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Attention {
    /// What.
    pub title: String,
    /// Why, in the words of the list.
    pub reason: Option<String>,
    /// It is so; otherwise a missing answer may still make it so.
    pub certain: bool,
}
