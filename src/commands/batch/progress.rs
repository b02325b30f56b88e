//! How far a run is, on one line of a terminal that is written over and taken away again.

use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::{Duration, Instant};

use console::Term;

use crate::text::nl;

/// A run that is shorter shows nothing.
const FIRST: Duration = Duration::from_millis(500);
/// So long a line stays at least.
const STEP: Duration = Duration::from_millis(100);
/// How wide the bar is.
const WIDTH: u64 = 20;

/// How far the input was read, and how long it is where that is known: in bytes, or in files.
#[derive(Clone, Debug, Default)]
pub struct Reach {
    /// How far.
    pub read: Arc<AtomicU64>,
    /// How long it is.
    pub whole: Option<u64>,
}

/// The line.
pub struct Progress {
    term: Term,
    reach: Reach,
    begun: Instant,
    shown: Option<Instant>,
}

impl Progress {
    /// Begins to count.
    pub fn new(reach: Reach) -> Self {
        Self {
            term: Term::stderr(),
            reach,
            begun: Instant::now(),
            shown: None,
        }
    }

    /// Shows that so many records are done, if it is time.
    pub fn show(&mut self, records: u64) {
        let since = self.shown.map_or(self.begun, |shown| shown);
        let wait = if self.shown.is_some() { STEP } else { FIRST };
        if since.elapsed() < wait {
            return;
        }
        self.shown = Some(Instant::now());
        let line = said(records, &self.reach, self.begun.elapsed());
        let columns = usize::from(self.term.size().1).saturating_sub(1);
        let line: String = line.chars().take(columns).collect();
        // A line that cannot be shown is no reason to stop.
        _ = self.term.write_str(&format!("\r{line}\u{1b}[K"));
    }

    /// Takes the line away.
    pub fn clear(&mut self) {
        if self.shown.take().is_some() {
            _ = self.term.write_str("\r\u{1b}[K");
        }
    }
}

fn said(records: u64, reach: &Reach, passed: Duration) -> String {
    let say = &nl().batch;
    let passed = u64::try_from(passed.as_millis()).unwrap_or(u64::MAX).max(1);
    let rate = dotted(records.saturating_mul(1000) / passed);
    let records = counted(records);
    let read = reach.read.load(Ordering::Relaxed);
    match reach.whole.filter(|whole| *whole > 0) {
        None => say.progress(records, rate),
        Some(whole) => {
            let read = read.min(whole);
            let percent = read * 100 / whole;
            let full = usize::try_from(percent * WIDTH / 100).unwrap_or_default();
            let bar = format!("{:.<20}", "#".repeat(full));
            let left = match read {
                0 => String::from("?"),
                read => time(passed * (whole - read) / read / 1000),
            };
            say.progress_known(bar, format!("{percent:>3}"), records, rate, left)
        }
    }
}

fn time(seconds: u64) -> String {
    let say = &nl().batch;
    match seconds {
        0..60 => say.seconds(seconds),
        60..3600 => say.minutes(seconds / 60, format!("{:02}", seconds % 60)),
        _ => say.hours(seconds / 3600, format!("{:02}", seconds / 60 % 60)),
    }
}

/// So many records, in words.
pub fn counted(records: u64) -> String {
    match records {
        1 => nl().batch.one_record(),
        _ => nl().batch.records(dotted(records)),
    }
}

/// A number as Dutch readers write it: 1.234.567.
pub fn dotted(number: u64) -> String {
    let digits = number.to_string();
    let mut text = String::new();
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            text.push('.');
        }
        text.push(digit);
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_line_says_how_far_how_fast_and_how_long_still() {
        let reach = Reach {
            read: Arc::new(AtomicU64::new(250)),
            whole: Some(1000),
        };
        let line = said(1_234_567, &reach, Duration::from_secs(10));
        assert_eq!(
            line,
            "#####...............  25%  1.234.567 records, 123.456 per seconde, nog 30 s"
        );
        let open = said(12, &Reach::default(), Duration::from_secs(3));
        assert_eq!(open, "12 records, 4 per seconde");
        let one = said(1, &Reach::default(), Duration::from_secs(1));
        assert_eq!(one, "1 record, 1 per seconde");
        let begin = Reach {
            read: Arc::default(),
            whole: Some(9),
        };
        assert!(said(0, &begin, Duration::ZERO).ends_with("nog ?"));
        assert_eq!(time(61), "1:01 min");
        assert_eq!(time(7300), "2:01 uur");
    }
}
