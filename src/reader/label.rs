//! What people are called for a reader who may not have names: their role, counted among those who stand in the version.

use std::collections::BTreeMap;

use crate::plan::{Field, Plan};
use crate::questionnaire::OptionRole;
use crate::text::nl;
use crate::trace::role_words;

/// Calls everybody in `made` by their role. `all` is the plan of the team, which knows what everybody is.
pub(super) fn by_role(made: &mut Plan, all: &Plan) {
    let text = &nl().consult;
    let mut used: BTreeMap<String, usize> = BTreeMap::new();
    for person in &mut made.people {
        let name = person.name.text().unwrap_or_default();
        let (role, _) = role_words(name);
        let kind = all.person(&person.id).and_then(|one| one.kind);
        let called = match (role.is_empty(), kind) {
            (false, _) => role,
            (true, Some(OptionRole::Child)) => text.child(),
            (true, Some(OptionRole::Household)) => text.adult(),
            (true, Some(OptionRole::Network)) => text.network(),
            (true, Some(OptionRole::Professional)) => text.professional(),
            (true, _) => text.somebody(),
        };
        let times = used.entry(called.clone()).or_default();
        *times += 1;
        person.name = Field::from(match times {
            1 => called,
            _ => text.second(&called, times),
        });
    }
}
