//! Whether two parts of a run look like one part that was given twice. Sums do not say of which records they are, so that
//! this is about the counts; of lines that were counted here it is about the lines.

use std::hash::{DefaultHasher, Hash, Hasher};

use super::count::Tally;
use super::line::Line;

/// What one part counted, as far as it can be recognised. The day of the assessment does not matter: the same records may
/// have been assessed again.
#[derive(Clone, Copy, Debug)]
pub struct Part {
    counts: u64,
    answers: Option<u64>,
    repeats: Option<u64>,
    lines: Option<u64>,
    /// Outcomes or faults were counted, and not only how many lines there were.
    tells: bool,
}

/// The lines of one part.
#[derive(Clone, Debug, Default)]
pub struct Seen {
    lines: DefaultHasher,
}

impl Seen {
    /// One more line.
    pub fn take(&mut self, line: &Line<'_>) {
        for (name, value) in line.members().filter(|(name, _)| *name != "datum") {
            name.hash(&mut self.lines);
            value.hash(&mut self.lines);
        }
        "\n".hash(&mut self.lines);
    }
}

impl Part {
    /// Of these counts, and of these lines where it was counted from lines.
    pub fn of(tally: &Tally, seen: Option<&Seen>) -> Self {
        let mut counts = tally.clone();
        let answers: Vec<_> = counts
            .lijsten
            .iter_mut()
            .filter_map(|list| {
                list.dagen.clear();
                list.antwoorden.take()
            })
            .collect();
        let repeats = std::mem::take(&mut counts.hermeldingen);
        let some =
            |empty: bool, text: Option<String>| text.filter(|_| !empty).map(|text| hash(&text));
        Self {
            counts: hash(&counts.write()),
            answers: some(answers.is_empty(), serde_json::to_string(&answers).ok()),
            repeats: some(repeats.is_empty(), serde_json::to_string(&repeats).ok()),
            lines: seen.map(|seen| seen.lines.finish()),
            tells: !tally.lijsten.is_empty() || tally.fouten.records > 0,
        }
    }

    /// What parts that may be the same have in common.
    pub fn counts(&self) -> u64 {
        self.counts
    }

    /// Whether this is the other part once more, as far as can be told.
    pub fn is(&self, other: &Self) -> bool {
        if let (Some(one), Some(two)) = (self.lines, other.lines) {
            return one == two;
        }
        let differ = |one: Option<u64>, two: Option<u64>| one.zip(two).is_some_and(|(a, b)| a != b);
        let repeats = self.repeats.is_some() && self.repeats == other.repeats;
        self.counts == other.counts
            && (self.tells || repeats)
            && !differ(self.answers, other.answers)
            && !differ(self.repeats, other.repeats)
    }
}

fn hash(text: &str) -> u64 {
    let mut hasher = DefaultHasher::new();
    text.hash(&mut hasher);
    hasher.finish()
}
