//! A calendar file (iCalendar, RFC 5545) with days and neutral titles. Says nothing of what a day is about, of whom, or of the
//! program that wrote it. Knows no case and no files.

use chrono::{DateTime, NaiveDate, Utc};
use sha2::{Digest, Sha256};

/// One day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Event {
    /// The same in every export, and says nothing; see [`uid`].
    pub uid: String,
    /// The day.
    pub day: NaiveDate,
    /// What others may read.
    pub title: String,
}

/// A line holds so many octets at most; what is longer goes on after a space on the next.
const OCTETS: usize = 75;

/// The name of an event: the same for the same key and parts, and without the key nobody can tell which these were.
pub fn uid(key: &str, parts: &[&str]) -> String {
    let mut hash = Sha256::new();
    for part in [&[key], parts].concat() {
        hash.update(format!("{}:", part.len()));
        hash.update(part);
    }
    let mut hex = String::new();
    for (at, byte) in hash.finalize().iter().take(16).enumerate() {
        if [4, 6, 8, 10].contains(&at) {
            hex.push('-');
        }
        hex.push_str(&format!("{byte:02x}"));
    }
    hex
}

/// The file, made at this moment.
pub fn write(events: &[Event], made: DateTime<Utc>) -> String {
    let mut out = String::new();
    let mut line = |text: &str| fold(text, &mut out);
    line("BEGIN:VCALENDAR");
    line("VERSION:2.0");
    line("PRODID:-//agenda//NL");
    line("CALSCALE:GREGORIAN");
    for event in events {
        // The end of a day is the beginning of the next: it is not in it.
        let end = event.day.succ_opt().unwrap_or(event.day);
        line("BEGIN:VEVENT");
        line(&format!("UID:{}", event.uid));
        line(&format!("DTSTAMP:{}", made.format("%Y%m%dT%H%M%SZ")));
        line(&format!(
            "DTSTART;VALUE=DATE:{}",
            event.day.format("%Y%m%d")
        ));
        line(&format!("DTEND;VALUE=DATE:{}", end.format("%Y%m%d")));
        line(&format!("SUMMARY:{}", escaped(&event.title)));
        line("CLASS:CONFIDENTIAL");
        line("TRANSP:TRANSPARENT");
        line("END:VEVENT");
    }
    line("END:VCALENDAR");
    out
}

/// A text with what has a meaning in it escaped.
fn escaped(text: &str) -> String {
    let mut out = String::new();
    for letter in text.chars() {
        match letter {
            '\\' | ';' | ',' => {
                out.push('\\');
                out.push(letter);
            }
            '\n' => out.push_str("\\n"),
            one if one.is_control() => {}
            one => out.push(one),
        }
    }
    out
}

/// One line in pieces that are short enough, never through a letter.
fn fold(text: &str, out: &mut String) {
    let mut octets = 0;
    for letter in text.chars() {
        if octets + letter.len_utf8() > OCTETS {
            out.push_str("\r\n ");
            octets = 1;
        }
        out.push(letter);
        octets += letter.len_utf8();
    }
    out.push_str("\r\n");
}
