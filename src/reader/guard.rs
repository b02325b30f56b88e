//! What a reader may not have: the values that the case protects, the names of people who do not stand in the version, and
//! whatever looks like an address, a number or a plate. Says where one stands and never what it is.

use crate::answer::{RowId, Value};
use crate::engine::View;
use crate::plain::plain;
use crate::plan::{Id, Plan, was_left_out};
use crate::questionnaire::reader::Reader;
use crate::questionnaire::{OptionRole, Role};
use crate::trace::{self, Guarded, Kind, Protected, role_words};

use super::Wish;

/// Everything that is protected in a case.
#[derive(Clone, Debug, Default)]
pub struct Guard {
    values: Vec<Release>,
    label: Option<String>,
}

/// One protected value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Release {
    /// Its row.
    pub row: Id,
    /// What kind of value.
    pub kind: Guarded,
    /// Whose it is.
    pub of: Vec<Id>,
    value: String,
}

/// A text that holds what the reader may not have.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hit {
    /// Where: `afspraken/a1/doet`, in the numbers of the case.
    pub place: String,
    /// The text, for whoever writes it anew; never printed elsewhere.
    pub text: String,
    /// What kinds of value.
    pub kinds: Vec<Guarded>,
}

/// What one reader may not have.
#[derive(Clone, Debug, Default)]
pub struct Shut {
    protected: Protected,
    released: Protected,
}

impl Guard {
    /// What this case protects.
    pub fn of(view: &View<'_>) -> Self {
        let mut guard = Self::default();
        let known = |role, row: Option<&RowId>| {
            let at = view.list.by_role(role)?;
            let answer = view.answers.get(&view.list.question(at).id, row)?;
            Some((at, &answer.value))
        };
        if let Some((_, Value::Text(label))) = known(Role::CaseLabel, None) {
            guard.label = Some(plain(label).into_owned());
        }
        let rows = view.list.by_role(Role::ProtectedValues).and_then(|at| {
            // What was hidden since is still true of the people.
            view.answers.rows(&view.list.question(at).id)
        });
        for row in rows.map_or(&[][..], |rows| &rows.ids) {
            let Some((_, Value::Text(value))) = known(Role::ProtectedValue, Some(row)) else {
                continue;
            };
            let kind = match known(Role::ProtectedKind, Some(row)) {
                Some((at, Value::Choice(id))) => {
                    let options = view.list.question(at).options().iter();
                    let mut chosen = options.filter(|option| option.id == *id);
                    kind(chosen.next().and_then(|option| option.role))
                }
                _ => Guarded::Other,
            };
            let of = match known(Role::ProtectedOf, Some(row)) {
                Some((_, Value::Rows(people))) => people.iter().map(|one| one.0.clone()).collect(),
                _ => Vec::new(),
            };
            guard.values.push(Release {
                row: row.0.clone(),
                kind,
                of,
                value: plain(value).into_owned(),
            });
        }
        guard
    }

    /// Every protected value.
    pub fn values(&self) -> &[Release] {
        &self.values
    }

    /// All of it, for a text that nobody of the case may be known by.
    pub fn everything(&self) -> Protected {
        self.but(&[])
    }

    /// The protected values without the pseudonym, for what names the case itself.
    pub fn values_alone(&self) -> Protected {
        self.unreleased(&[])
    }

    fn unreleased(&self, released: &[Id]) -> Protected {
        let mut all = Protected::default();
        for one in &self.values {
            if !released.contains(&one.row) {
                all.add(one.kind, &one.value);
            }
        }
        all
    }

    /// All but what was released, by row.
    pub fn but(&self, released: &[Id]) -> Protected {
        let mut all = self.unreleased(released);
        if let Some(label) = &self.label {
            all.add_phrase(Guarded::Name, label);
        }
        all
    }

    /// What may be released to this reader, one by one.
    pub fn offers(&self, reader: &Reader) -> Vec<&Release> {
        let values = self.values.iter();
        values
            .filter(|one| reader.may.contains(&one.kind))
            .collect()
    }

    /// What is released, with its value.
    pub(super) fn released(&self, wish: &Wish<'_>) -> Vec<(Id, String)> {
        let offers = self.offers(wish.reader).into_iter();
        let chosen = offers.filter(|one| wish.released.contains(&one.row));
        chosen
            .map(|one| (one.row.clone(), one.value.clone()))
            .collect()
    }

    /// What this reader may not have, by who stands in the version.
    pub(super) fn for_reader(&self, all: &Plan, open: &Plan, wish: &Wish<'_>) -> Shut {
        let mut shut = Shut::default();
        let released = self.released(wish);
        for one in &self.values {
            let free = released.iter().any(|(row, _)| *row == one.row);
            let to = if free {
                &mut shut.released
            } else {
                &mut shut.protected
            };
            to.add(one.kind, &one.value);
        }
        if let Some(label) = &self.label {
            shut.protected.add_phrase(Guarded::Name, label);
        }
        for person in &all.people {
            let Some(name) = person.name.text() else {
                continue;
            };
            let free = wish.reader.names && open.person(&person.id).is_some();
            // A name that only says a role is no name.
            if !free && !role_words(name).1 {
                shut.protected.add(Guarded::Name, name);
            }
        }
        shut
    }
}

fn kind(role: Option<OptionRole>) -> Guarded {
    match role {
        Some(OptionRole::IsAddress) => Guarded::Address,
        Some(OptionRole::IsSchool) => Guarded::School,
        Some(OptionRole::IsWork) => Guarded::Work,
        Some(OptionRole::IsPhone) => Guarded::Phone,
        Some(OptionRole::IsPlate) => Guarded::Plate,
        Some(OptionRole::IsName) => Guarded::Name,
        _ => Guarded::Other,
    }
}

impl Shut {
    /// What stands in a text that this reader may not have. Whoever wrote a text anew for this reader looked at what only
    /// looks like an address or number; what the case protects is never let through.
    pub fn find(&self, text: &str, anew: bool) -> Vec<Guarded> {
        let mut found = self.protected.find(text);
        if !anew {
            found.extend(self.patterns(text));
        }
        if was_left_out(text) {
            found.push(Guarded::Other);
        }
        found.sort_unstable();
        found.dedup();
        found
    }

    /// What this case protects from this reader, for a text that is finished.
    pub fn protected(&self) -> &Protected {
        &self.protected
    }

    fn patterns(&self, text: &str) -> Vec<Guarded> {
        let free = |trace: &trace::Trace| !self.released.find(&text[trace.at.clone()]).is_empty();
        let found = trace::patterns(text).into_iter().filter(|one| !free(one));
        found
            .filter_map(|one| match one.kind {
                Kind::Address => Some(Guarded::Address),
                Kind::Phone => Some(Guarded::Phone),
                Kind::Plate => Some(Guarded::Plate),
                Kind::Online | Kind::Number => Some(Guarded::Other),
                Kind::Date | Kind::Season | Kind::Age | Kind::Name | Kind::Capital => None,
            })
            .collect()
    }
}
