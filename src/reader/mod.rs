//! Readers: a smaller plan for somebody outside the team. It starts from nothing and takes what the profile of the reader
//! names; numbers are counted anew; what the reader may not have is looked for in every text. Knows no format and no file.
//!
//! `whom` says who is meant · `take` builds the plan · `guard` knows what may not be in it · `number` counts anew ·
//! `sheet` lays it out part by part · `ground` says when there is no version at all.

mod ground;
mod guard;
mod label;
mod number;
mod sheet;
mod take;
mod whom;

pub use ground::{Refusal, refusal};
pub use guard::{Guard, Hit, Release, Shut};
pub use number::Numbers;
pub use sheet::{Answered, sheet};
pub use take::{Taken, Wording, take};
pub use whom::{Whom, audience, find, whom};

use crate::paper::Sheet;
use crate::plan::{Id, Plan};
use crate::questionnaire::reader::{AGREEMENTS, Reader};

/// A version for one reader, as content.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Version {
    /// The plan, in the numbers of the reader.
    pub plan: Plan,
    /// What those numbers are in the case.
    pub numbers: Numbers,
    /// Where other words were used.
    pub reworded: Vec<String>,
    /// The protected values that went along: the row, and what it says.
    pub released: Vec<(Id, String)>,
    /// The agreements that the reader does, in the numbers of the reader; of the others they look along.
    pub does: Vec<Id>,
}

/// What is asked of a version.
#[derive(Clone, Debug)]
pub struct Wish<'a> {
    /// The profile.
    pub reader: &'a Reader,
    /// For whom.
    pub whom: &'a Whom,
    /// Which version this is for them.
    pub number: u32,
    /// Other words for this reader, by place.
    pub wording: &'a Wording,
    /// The rows of protected values that are released.
    pub released: &'a [Id],
}

/// Makes the version: everything it holds came out of the plan by name.
///
/// # Errors
/// Where a text holds something that this reader may not have.
pub fn version(plan: &Plan, guard: &Guard, wish: &Wish<'_>) -> Result<(Version, Shut), Vec<Hit>> {
    // Who stands in it is known only when it was made; those are not protected from a reader who may have names.
    let open = take(plan, wish, None);
    let shut = guard.for_reader(plan, &open.plan, wish);
    let taken = take(plan, wish, Some(&shut));
    if !taken.hits.is_empty() {
        return Err(taken.hits);
    }
    let all = plan;
    let (plan, numbers) = number::anew(taken.plan, wish, all);
    let version = Version {
        does: does(all, &numbers, wish.whom),
        plan,
        numbers,
        reworded: taken.reworded,
        released: guard.released(wish),
    };
    Ok((version, shut))
}

/// The agreements that these people do, in the numbers of the reader.
fn does(all: &Plan, numbers: &Numbers, whom: &Whom) -> Vec<Id> {
    let done = |id: &Id| {
        let mut found = all.agreements.iter().filter(|one| one.id == *id);
        found.any(|one| whom.any(one.who.ids()))
    };
    let own = numbers.get(AGREEMENTS).into_iter().flatten();
    let own = own.filter(|(_, id)| done(id));
    own.map(|(new, _)| new.clone()).collect()
}

/// What every version of this profile says, whatever the case is: an organisation in Utrecht may say so.
pub fn constants(reader: &Reader, plan: &Plan) -> Sheet {
    let mut blank = Version::default();
    blank
        .plan
        .head
        .organisation
        .clone_from(&plan.head.organisation);
    blank.plan.head.made_on = plan.head.made_on;
    sheet(&blank, reader, &Answered::new())
}
