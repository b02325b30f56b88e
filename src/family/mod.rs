//! The people of a case as a picture: who lives where, who belongs to whom, who has authority over whom, and who does,
//! undergoes and sees what in each situation. Nobody has one role for the whole case: that stands with each situation.
//!
//! `lines` says it in words · `drawing` draws it.

mod drawing;
mod lines;

pub use drawing::drawing;
pub use lines::{Group, groups, homes};

use crate::plan::{Field, Id, Person, Plan, Said, Situation, YesNo};
use crate::questionnaire::{OptionRole, Role};

/// In which house somebody lives.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Home {
    /// The house that it is about.
    Here,
    /// There and elsewhere.
    Between,
    /// Elsewhere.
    Elsewhere,
    /// Not known.
    Unknown,
}

impl Home {
    /// All of them, in the order in which they are told.
    pub const ALL: [Self; 4] = [Self::Here, Self::Between, Self::Elsewhere, Self::Unknown];
}

/// How two people belong together.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Tie {
    /// They have a relation.
    Partner,
    /// They had one.
    ExPartner,
    /// The first has authority over the second.
    Authority,
    /// The first is a parent of the second; of authority nothing is known here.
    Parent,
}

/// The people of a case, as far as the answers tell.
#[derive(Clone, Copy, Debug)]
pub struct Family<'p> {
    plan: &'p Plan,
}

impl<'p> Family<'p> {
    /// The family of a plan, or of what [`crate::plan::people_of`] gives.
    pub const fn of(plan: &'p Plan) -> Self {
        Self { plan }
    }

    /// Whether there is nobody to show.
    pub fn is_empty(self) -> bool {
        self.plan.people.is_empty()
    }

    /// Whether it was said who belongs to whom.
    pub fn has_ties(self) -> bool {
        !self.ties().is_empty()
    }

    /// Those of the family who live in this house: adults first, as they were written down.
    fn at(self, home: Home) -> Vec<&'p Person> {
        let family = self.members().filter(|one| self.home(one) == home);
        let mut all: Vec<&Person> = family.collect();
        all.sort_by_key(|one| one.is_child());
        all
    }

    /// The adults and children of the family.
    fn members(self) -> impl Iterator<Item = &'p Person> {
        self.plan.people.iter().filter(|one| is_family(one))
    }

    /// Who stands around it.
    fn around(self) -> impl Iterator<Item = &'p Person> {
        self.plan.people.iter().filter(|one| !is_family(one))
    }

    fn home(self, one: &Person) -> Home {
        match self.plan.means(Role::PersonLives, &one.lives) {
            Some(OptionRole::LivesHere) => Home::Here,
            Some(OptionRole::LivesBetween) => Home::Between,
            Some(OptionRole::LivesElsewhere) => Home::Elsewhere,
            _ => Home::Unknown,
        }
    }

    /// The children over whom somebody has authority. Who was said to have it and not over whom, has it over those whose
    /// parent this is; where that is not known either, over nobody in particular.
    fn authority(self, one: &'p Person) -> &'p [Id] {
        match (one.authority.known(), one.authority_over.ids()) {
            (Some(YesNo::Yes), []) => one.parent_of.ids(),
            (Some(YesNo::Yes), over) => over,
            _ => &[],
        }
    }

    /// Who belongs to whom, each pair once.
    fn ties(self) -> Vec<(Tie, &'p str, &'p str)> {
        let mut all: Vec<(Tie, &str, &str)> = Vec::new();
        let mut add = |tie, one: &'p str, other: &'p str| {
            let same = |pair: &(Tie, &str, &str)| {
                pair.0 == tie
                    && ((pair.1, pair.2) == (one, other) || (pair.1, pair.2) == (other, one))
            };
            if one != other && !all.iter().any(same) {
                all.push((tie, one, other));
            }
        };
        for one in self.members() {
            for other in one.partner_of.ids() {
                add(Tie::Partner, &one.id, other);
            }
            for other in one.ex_of.ids() {
                add(Tie::ExPartner, &one.id, other);
            }
            let authority = self.authority(one);
            for child in authority {
                add(Tie::Authority, &one.id, child);
            }
            for child in one.parent_of.ids() {
                if !authority.contains(child) {
                    add(Tie::Parent, &one.id, child);
                }
            }
        }
        all
    }

    fn name(self, id: &'p str) -> &'p str {
        self.plan.name_of(id)
    }

    fn situations(self) -> &'p [Situation] {
        &self.plan.situations
    }
}

/// The picture of this family as a file of its own.
pub fn svg(family: Family<'_>) -> String {
    crate::drawing::svg(&drawing(family, true), "nl", None)
}

/// Whether somebody belongs to the family: whose kind nobody said, may.
fn is_family(one: &Person) -> bool {
    !matches!(
        one.kind,
        Some(OptionRole::Network | OptionRole::Professional)
    )
}

/// Whether somebody says that this is not known.
fn is_unknown<T>(field: &Field<T>) -> bool {
    matches!(field.said, Said::Unknown | Said::Refused)
}
