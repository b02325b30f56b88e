//! A case as it was when a plan was made from it.

use chrono::NaiveDate;

use crate::case::{Event, Record, What};

/// A case at one moment.
pub struct Then {
    /// The case.
    pub record: Record,
    /// Which plan would be made from it.
    pub number: u32,
    /// The log says that this plan was written then; otherwise it is how things stood at the end of that day.
    pub logged: bool,
}

/// The case from which the plan with this number was written; where the log knows no such plan, that at the end of this
/// day.
pub fn then(record: &Record, number: u32, day: NaiveDate) -> Then {
    let mut numbers = Numbers::default();
    let mut written = None;
    for (at, entry) in record.entries.iter().enumerate() {
        numbers.take(&entry.what);
        if is_plan(&entry.what) && numbers.next() == number {
            written = Some(at + 1);
        }
    }
    let then = written.map_or_else(|| record.until(day), |count| record.after(count));
    Then {
        number: plan_number(&then),
        logged: written.is_some(),
        record: then,
    }
}

/// Which plan is made from a case as it is: one more than the plans that were written and after which something was still
/// changed. Writing the same plan again gives the same plan.
pub fn plan_number(record: &Record) -> u32 {
    let mut numbers = Numbers::default();
    for entry in &record.entries {
        numbers.take(&entry.what);
    }
    numbers.next()
}

const fn is_plan(what: &What) -> bool {
    matches!(
        what,
        What::Event(Event::PlanWritten | Event::PlanVersion(_))
    )
}

#[derive(Default)]
struct Numbers {
    before: u32,
    written: bool,
}

impl Numbers {
    fn take(&mut self, what: &What) {
        match what {
            What::Change(_) if self.written => {
                self.before += 1;
                self.written = false;
            }
            what if is_plan(what) => self.written = true,
            _ => {}
        }
    }

    const fn next(&self) -> u32 {
        self.before + 1
    }
}
