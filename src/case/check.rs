//! Looks an encrypted journal over: is each entry as it was written, in its place, and none missing? What it finds, and the
//! anchor that a later look can be held against.

use std::collections::HashMap;
use std::fmt;

use super::frame::{CaseKey, Chain, Mark, mark};
use super::keyed::key;
use super::line::{read_entry, read_header};
use super::sealed::{self, split};
use super::store::JOURNAL;
use super::{CaseId, Fault, Store};

/// The signs of an anchor: none look alike.
const ALPHABET: &[u8; 32] = b"0123456789abcdefghjkmnpqrstvwxyz";
const SIGNS: usize = 16;
const IN_GROUP: usize = 4;
/// So often a place is tried for a frame that does not fit, over the whole file: a large one must not take an hour.
const MOST_TRIES: usize = 400_000;
/// So far from where it stands a frame is looked for first.
const NEAR: u64 = 8;

/// A point in a journal: how many entries, and the chain's mark there. Kept elsewhere, it shows whether a later journal still
/// goes through it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Anchor {
    count: u64,
    signs: String,
}

impl Anchor {
    fn of(count: u64, last: &Mark) -> Self {
        let first = last.iter().take(10);
        let bits = first.fold(0_u128, |all, byte| all << 8 | u128::from(*byte));
        let sign = |at: usize| ALPHABET[(bits >> (5 * (SIGNS - 1 - at)) & 31) as usize];
        let signs = (0..SIGNS).map(|at| char::from(sign(at)));
        Self {
            count,
            signs: signs.collect(),
        }
    }

    /// Reads what was printed: the number, and four groups of four signs.
    pub fn parse(text: &str) -> Option<Self> {
        let (count, rest) = text.trim().split_once([' ', '-'])?;
        let signs: String = rest
            .chars()
            .filter(|sign| !matches!(sign, ' ' | '-'))
            .map(|sign| match sign.to_ascii_lowercase() {
                'o' => '0',
                'i' | 'l' => '1',
                sign => sign,
            })
            .collect();
        let known = |sign: u8| ALPHABET.contains(&sign);
        (signs.len() == SIGNS && signs.bytes().all(known)).then_some(())?;
        Some(Self {
            count: count.parse().ok()?,
            signs,
        })
    }

    /// How many entries there were.
    pub const fn count(&self) -> u64 {
        self.count
    }
}

impl fmt::Display for Anchor {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} ", self.count)?;
        for (at, sign) in self.signs.chars().enumerate() {
            if at > 0 && at % IN_GROUP == 0 {
                f.write_str("-")?;
            }
            write!(f, "{sign}")?;
        }
        Ok(())
    }
}

/// Something that is not as it was written. Entries are counted from one, as they stand now.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Finding {
    /// It was changed, is of another case, or what stood before it is gone.
    Changed(u64),
    /// So many entries are missing before it.
    Missing {
        /// Before which.
        before: u64,
        /// How many.
        count: u64,
    },
    /// It belongs in another place: it was the entry with this number.
    Moved {
        /// Where it stands.
        at: u64,
        /// Where it belongs.
        from: u64,
    },
    /// It is a copy of an earlier one.
    Copied {
        /// Where it stands.
        at: u64,
        /// Of which.
        of: u64,
    },
    /// It opens, and holds nothing that this program writes.
    Unreadable(u64),
    /// The last one was cut off while it was written.
    Torn(u64),
}

/// What a look at a journal gave.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Checked {
    /// What is not as it was written.
    pub findings: Vec<Finding>,
    /// Where it ends now.
    pub anchor: Anchor,
    /// Whether the journal goes through an older anchor, where one was given.
    pub through: Option<bool>,
}

impl Store {
    /// Looks over an encrypted case. Changes nothing.
    ///
    /// # Errors
    /// The case is not encrypted, cannot be opened, or is not there.
    pub fn check(&self, id: &CaseId, older: Option<&Anchor>) -> Result<Checked, Fault> {
        let bytes = self.bytes(id)?;
        if !sealed::is(&bytes) {
            return Err(Fault::NotSealed(id.clone()));
        }
        let ring = self.ring.as_ref();
        let ring = ring.ok_or_else(|| Fault::Locked(id.clone()))?;
        let key = key(&self.path(id, JOURNAL), id, &ring.opener)?;
        let (chain, rest) = sealed::frames(id, &bytes)?;
        Ok(check(chain, &key, rest, older))
    }
}

fn check(start: Chain, key: &CaseKey, mut rest: &[u8], older: Option<&Anchor>) -> Checked {
    let mut lines = Vec::new();
    let mut torn = false;
    while !rest.is_empty() {
        let Some((line, after)) = split(rest) else {
            torn = true;
            break;
        };
        lines.push(line);
        rest = after;
    }
    let mut search = Search {
        marks: lines.iter().map(|line| mark(line)).collect(),
        seen: HashMap::new(),
        first: start.last,
        tries: MOST_TRIES,
    };
    let mut findings = Vec::new();
    // How far the numbers have moved: by each entry that is gone one up, by each that came in one down.
    let mut ahead = 0_i64;
    let (mut before, mut good) = (start.last, start.last);
    // An entry after one that fits nowhere cannot be judged: what it was tied to is not there.
    let mut unsure = false;
    for (at, line) in lines.iter().enumerate() {
        let place = at as u64 + 1;
        let expected = place.saturating_add_signed(ahead);
        if let Some(of) = search.seen.get(&search.marks[at]) {
            findings.push(Finding::Copied { at: place, of: *of });
            ahead -= 1;
            continue;
        }
        search.seen.insert(search.marks[at], place);
        if let Some(text) = start.open_as(key, line, expected, &before) {
            let reads = if expected == 1 {
                read_header(&text).is_some()
            } else {
                read_entry(&text).is_some()
            };
            if !reads {
                findings.push(Finding::Unreadable(place));
            }
            good = search.marks[at];
            unsure = false;
        } else {
            let found = search.place_of(&start, key, line, expected);
            let moved = found.map_or(0, |(number, _)| number as i64 - expected as i64);
            match found {
                // Right after the one before it: that one was tied to something that is gone.
                Some((_, after)) if moved > 0 && after == before => {
                    if findings.last() == Some(&Finding::Changed(place - 1)) {
                        findings.pop();
                    }
                    findings.push(Finding::Missing {
                        before: place - 1,
                        count: moved.unsigned_abs(),
                    });
                    ahead += moved;
                }
                // Right after the last good one: what stands between came in from elsewhere.
                Some((_, after)) if moved < 0 && after == good => ahead += moved,
                Some((number, _)) if moved != 0 => findings.push(Finding::Moved {
                    at: place,
                    from: number,
                }),
                Some(_) => {}
                None if unsure => {}
                None => findings.push(Finding::Changed(place)),
            }
            unsure = found.is_none();
            if found.is_some() {
                good = search.marks[at];
            }
        }
        before = search.marks[at];
    }
    if torn {
        findings.push(Finding::Torn(lines.len() as u64 + 1));
    }
    let count = lines.len() as u64;
    let mark_at = |count: u64| match count.checked_sub(1) {
        None => Some(start.last),
        Some(last) => search.marks.get(usize::try_from(last).ok()?).copied(),
    };
    Checked {
        findings,
        anchor: Anchor::of(count, &mark_at(count).unwrap_or(start.last)),
        through: older.map(|older| {
            mark_at(older.count).is_some_and(|mark| Anchor::of(older.count, &mark) == *older)
        }),
    }
}

/// Looks for the place where a frame belongs.
struct Search {
    marks: Vec<Mark>,
    seen: HashMap<Mark, u64>,
    first: Mark,
    tries: usize,
}

impl Search {
    /// The number of a frame, and the mark of the one that it follows; nothing where it fits nowhere.
    fn place_of(
        &mut self,
        chain: &Chain,
        key: &CaseKey,
        line: &[u8],
        expected: u64,
    ) -> Option<(u64, Mark)> {
        let places = std::iter::once((0, self.first));
        let marks = self.marks.iter().enumerate();
        let places: Vec<(u64, Mark)> = places
            .chain(marks.map(|(at, mark)| (at as u64 + 1, *mark)))
            .collect();
        for (number, mark) in places {
            let near = (expected.saturating_sub(NEAR)..=expected + NEAR).filter(|one| *one > 0);
            for number in std::iter::once(number + 1).chain(near) {
                self.tries = self.tries.checked_sub(1)?;
                if chain.open_as(key, line, number, &mark).is_some() {
                    return Some((number, mark));
                }
            }
        }
        None
    }
}
