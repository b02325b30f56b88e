//! Member by member: what is stated against what is computed. Strict about what this program knows, tolerant of what it
//! does not: a newer version may have said more.

use serde_json::{Map, Value as Json};

use super::stated::inside;
use super::{Code, Finding, Report};

/// Every member of the first form, of an object on any depth. Older results have them all, so that one that lacks one was
/// changed; what was added later may be absent.
const FIRST: &[&str] = &[
    "vragenlijst",
    "gebruikt",
    "datum",
    "uitkomsten",
    RANKINGS,
    "nog_open",
    "problemen",
    OUTSIDE,
    "waarde",
    "ondergrens",
    "bovengrens",
    "zekerheid",
    "mogelijk",
    "schatting",
    "exact",
    "redenen",
    "van",
    "regel",
    "antwoorden",
    "afgeleid",
    "bron",
    "plaats",
    "code",
    "melding",
    "tip",
    "reden",
];
/// Why the list gives no outcome.
pub(super) const OUTSIDE: &str = "niet_toepasbaar";
/// Its members are ids of the list, and no words of the form.
const RANKINGS: &str = "rangorden";
/// Where a rule stands in the file of its list: that moves with every line of comment.
const PLACE: &str = "plaats";

/// Compares the members of a part of a result.
pub(super) struct Compare<'r> {
    pub report: &'r mut Report,
    /// What is missing is a difference.
    pub whole: bool,
    /// The outcome that is looked at.
    pub about: Option<&'r str>,
    /// What kind of difference it is, by the rest of its place after so many bytes.
    pub code: fn(&str) -> Code,
    /// So many bytes of each place are that of the part itself.
    pub root: usize,
}

impl Compare<'_> {
    /// Every member of an object; `place` is where it stands. `skip` are members that are looked at elsewhere.
    pub fn members(
        &mut self,
        place: &str,
        stated: &Map<String, Json>,
        computed: &Map<String, Json>,
        skip: &[&str],
    ) {
        for (name, computed) in computed {
            if skip.contains(&name.as_str()) {
                continue;
            }
            let belongs = FIRST.contains(&name.as_str()) || place == RANKINGS;
            let place = inside(place, name);
            match stated.get(name) {
                Some(stated) => self.value(&place, name, stated, computed),
                None if self.whole && belongs => {
                    self.find(Code::Missing, &place, &Json::Null, computed);
                }
                // That there is none of something needs no saying.
                None if computed.is_null() => {}
                None if computed.as_array().is_some_and(Vec::is_empty) => {}
                None if computed.as_object().is_some_and(Map::is_empty) => {}
                None => self.report.not_stated.push(place),
            }
        }
        for (name, stated) in stated {
            if computed.contains_key(name) || skip.contains(&name.as_str()) {
                continue;
            }
            let at = inside(place, name);
            match place {
                RANKINGS => self.find(Code::Other, &at, stated, &Json::Null),
                _ => self.report.unknown.push(at),
            }
        }
    }

    fn value(&mut self, place: &str, name: &str, stated: &Json, computed: &Json) {
        match (stated, computed) {
            (Json::Object(stated), Json::Object(computed)) => {
                self.members(place, stated, computed, &[]);
            }
            (Json::Array(left), Json::Array(right))
                if left.len() == right.len() && right.iter().all(Json::is_object) =>
            {
                for (at, (stated, computed)) in left.iter().zip(right).enumerate() {
                    self.value(&format!("{place}[{at}]"), name, stated, computed);
                }
            }
            // Whoever states a result by hand may give the reason alone.
            (Json::String(_), Json::Object(computed)) if place == OUTSIDE => {
                let reason = computed.get("reden").unwrap_or(&Json::Null);
                if stated != reason {
                    self.find(Code::Other, place, stated, reason);
                }
            }
            _ if same(stated, computed) => {}
            (Json::String(stated), Json::String(computed))
                if name == PLACE && base(stated) == base(computed) => {}
            (Json::String(_), Json::String(_)) if name == PLACE => self.report.moved += 1,
            _ => self.find((self.code)(&place[self.root..]), place, stated, computed),
        }
    }

    fn find(&mut self, code: Code, place: &str, stated: &Json, computed: &Json) {
        let mut finding = Finding::new(code, place, stated.clone(), computed.clone());
        finding.about = self.about.map(str::to_owned);
        self.report.find(finding);
    }
}

/// Whether two values say the same: numbers by what they are worth.
pub(super) fn same(one: &Json, other: &Json) -> bool {
    match (one, other) {
        (Json::Number(one), Json::Number(other)) => {
            let whole = |of: &serde_json::Number| of.as_i64();
            match (whole(one), whole(other)) {
                (Some(one), Some(other)) => one == other,
                _ => one.as_f64() == other.as_f64(),
            }
        }
        (Json::Array(one), Json::Array(other)) => {
            one.len() == other.len() && one.iter().zip(other).all(|(one, other)| same(one, other))
        }
        _ => one == other,
    }
}

/// A place without the folder of its file: `rihg.yaml:12:9`.
fn base(place: &str) -> &str {
    place.rsplit(['/', '\\']).next().unwrap_or(place)
}
