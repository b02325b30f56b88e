//! Who a version is for: those of one house, a child, somebody of the network. A family that lives apart is more than one
//! household.

use crate::plan::{Audience, Id, Person, Plan};
use crate::questionnaire::reader::{Reader, Who};
use crate::questionnaire::{OptionRole, Role};

/// The people that a version is for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Whom {
    /// Who was chosen: of a household the first of its adults.
    pub chosen: Option<Id>,
    /// All of them; nobody for a body such as Veilig Thuis.
    pub people: Vec<Id>,
    /// They live in the house that the plan is about.
    pub here: bool,
}

impl Whom {
    /// Whether this person is one of them.
    pub fn has(&self, id: &str) -> bool {
        self.people.iter().any(|one| one == id)
    }

    /// Whether one of these people is one of them.
    pub fn any(&self, ids: &[Id]) -> bool {
        ids.iter().any(|id| self.has(id))
    }

    /// Whether all of these people are, and there is one.
    pub fn all(&self, ids: &[Id]) -> bool {
        !ids.is_empty() && ids.iter().all(|id| self.has(id))
    }
}

/// Everybody for whom this profile has a version, each household once.
pub fn whom(plan: &Plan, reader: &Reader) -> Vec<Whom> {
    let Some(who) = reader.who else {
        return Vec::new();
    };
    if who == Who::Household {
        return households(plan);
    }
    let fits = |one: &&Person| one.kind == Some(role(who));
    let people = plan.people.iter().filter(fits);
    people
        .map(|one| Whom {
            chosen: Some(one.id.clone()),
            people: vec![one.id.clone()],
            here: home(plan, one) == Some(OptionRole::LivesHere),
        })
        .collect()
}

/// The version that this person belongs to.
pub fn find(plan: &Plan, reader: &Reader, id: &str) -> Option<Whom> {
    whom(plan, reader).into_iter().find(|one| one.has(id))
}

/// The reader of a plan file, by its profile.
pub fn audience(reader: &Reader) -> Audience {
    match reader.who {
        Some(Who::Household) => Audience::Household,
        Some(Who::Child) => Audience::Child,
        Some(Who::Adult) => Audience::Adult,
        Some(Who::Network) => Audience::Network,
        Some(Who::Professional) => Audience::Professional,
        None => Audience::Chain,
    }
}

const fn role(who: Who) -> OptionRole {
    match who {
        Who::Child => OptionRole::Child,
        Who::Adult | Who::Household => OptionRole::Household,
        Who::Network => OptionRole::Network,
        Who::Professional => OptionRole::Professional,
    }
}

/// The houses of a family: the one that it is about, and one for each adult who lives elsewhere. Of whom it is not known
/// where they live, nobody knows who reads along: they have none.
fn households(plan: &Plan) -> Vec<Whom> {
    let adults = |lives: OptionRole| {
        let found = plan.people.iter().filter(move |one| {
            one.kind == Some(OptionRole::Household) && home(plan, one) == Some(lives)
        });
        found.map(|one| one.id.clone())
    };
    let children = |fits: &dyn Fn(&Person) -> bool| {
        let found = plan.people.iter().filter(|one| one.is_child() && fits(one));
        found.map(|one| one.id.clone()).collect::<Vec<Id>>()
    };
    let mut all = Vec::new();
    let here: Vec<Id> = adults(OptionRole::LivesHere).collect();
    if let Some(first) = here.first() {
        let at_home = children(&|one| {
            matches!(
                home(plan, one),
                Some(OptionRole::LivesHere | OptionRole::LivesBetween)
            )
        });
        all.push(Whom {
            chosen: Some(first.clone()),
            people: here.iter().cloned().chain(at_home).collect(),
            here: true,
        });
    }
    for lives in [OptionRole::LivesElsewhere, OptionRole::LivesBetween] {
        for adult in adults(lives) {
            let with = children(&|one| one.lives_with.has(&adult));
            all.push(Whom {
                chosen: Some(adult.clone()),
                people: std::iter::once(adult).chain(with).collect(),
                here: false,
            });
        }
    }
    all
}

fn home(plan: &Plan, one: &Person) -> Option<OptionRole> {
    plan.means(Role::PersonLives, &one.lives)
}
