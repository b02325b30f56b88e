//! Somebody in a plan, by role or pseudonym; never with an address.

use super::{Choice, Field, Id, YesNo};
use crate::questionnaire::OptionRole;

/// Somebody in the plan, by role or pseudonym.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Person {
    /// Permanent id.
    pub id: Id,
    /// Role word or pseudonym.
    pub name: Field<String>,
    /// What this person is in the story, as the program knows it.
    pub kind: Option<OptionRole>,
    /// The same in the words of the list.
    pub kind_text: Field<Choice>,
    /// Role in the family, where the list asks it apart.
    pub part: Field<String>,
    /// Age in years.
    pub age: Field<i64>,
    /// In which house; never an address.
    pub lives: Field<Choice>,
    /// Whether this person has parental authority.
    pub authority: Field<YesNo>,
    /// Over which children.
    pub authority_over: Field<Vec<Id>>,
    /// Not born yet.
    pub unborn: Field<YesNo>,
    /// With whom a child lives, where that is an adult of the family. Never where an adult stays.
    pub lives_with: Field<Vec<Id>>,
    /// Of which children this is a parent.
    pub parent_of: Field<Vec<Id>>,
    /// With whom this person has a relation.
    pub partner_of: Field<Vec<Id>>,
    /// Of whom this person is the ex-partner.
    pub ex_of: Field<Vec<Id>>,
}

impl Person {
    /// Whether this is a child.
    pub fn is_child(&self) -> bool {
        self.kind == Some(OptionRole::Child)
    }
}
