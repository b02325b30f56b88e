//! Error lines of a batch: the batch itself is asked what it says of the record now. Where such a line does not say of which
//! list or day it is, the other lines of its run do.

use std::rc::Rc;

use chrono::NaiveDate;
use serde_json::Value as Json;

use super::Checked;
use super::input::Line;
use super::library::Lists;
use crate::answer::LIST;
use crate::batch::{Batch, Scratch, Wishes};
use crate::error::Result;
use crate::problem::Code;
use crate::questionnaire::Questionnaire;
use crate::verification::{Claim, Day, Report, Stated, Verdict, error_line, not_computed, refusal};
use crate::world::World;

/// Where a record says for which list it is.
const LIST_PLACE: &str = "/vragenlijst";

/// The lists and the day of a run, as far as its lines told.
pub(super) struct Known {
    lists: Vec<Rc<Questionnaire>>,
    day: Option<NaiveDate>,
}

impl Known {
    /// With the list that was given.
    pub fn open(world: &mut World, lists: &mut Lists) -> Result<Self> {
        let given = lists.given(world)?;
        Ok(Self {
            lists: given.into_iter().collect(),
            day: None,
        })
    }

    /// Whether no list is known.
    pub fn is_empty(&self) -> bool {
        self.lists.is_empty()
    }

    /// Remembers the list and the day of a line.
    pub fn learn(&mut self, (report, list): &Checked) {
        self.day = report.day.map(|day| day.date()).or(self.day);
        if let Some(list) = list {
            self.add(list.clone());
        }
    }

    fn add(&mut self, list: Rc<Questionnaire>) {
        let same = |one: &Rc<Questionnaire>| one.version.id == list.version.id;
        if !self.lists.iter().any(same) {
            self.lists.push(list);
        }
    }

    /// Looks at an error line beside its record.
    pub fn check(
        &mut self,
        world: &mut World,
        lists: &mut Lists,
        stated: &Stated,
        record: &Line,
    ) -> Result<Checked> {
        let Line::Whole(record) = record else {
            let long = stated.has_fault(Code::TooLarge.code());
            let report = if long {
                error_line(stated)
            } else {
                not_computed(stated, None)
            };
            return Ok((report, None));
        };
        if let Some(claim) = stated.list() {
            self.take_up(world, lists, &claim)?;
        }
        if self.is_empty() {
            self.named(world, lists, record)?;
        }
        if self.is_empty() {
            return Ok((not_computed(stated, None), None));
        }
        let mut report = self.now(world, stated, record);
        // In the run there was only one of these lists, or there were more than has been seen.
        if report.verdict == Verdict::Differs {
            let named = name(record);
            if named.is_none() && stated.is_only_about(LIST_PLACE) {
                report = error_line(stated);
            } else if named.is_some() && self.named(world, lists, record)? {
                report = self.now(world, stated, record);
            }
        }
        Ok((report, None))
    }

    /// Takes up the list that a record names; says whether there is one more.
    fn named(&mut self, world: &mut World, lists: &mut Lists, record: &[u8]) -> Result<bool> {
        let Some(id) = name(record) else {
            return Ok(false);
        };
        let claim = Claim {
            id,
            ..Claim::default()
        };
        self.take_up(world, lists, &claim)
    }

    /// Takes up this list; says whether it is one more.
    fn take_up(&mut self, world: &mut World, lists: &mut Lists, claim: &Claim) -> Result<bool> {
        let before = self.lists.len();
        if let Ok(list) = lists.find(world, Some(claim), &[])? {
            self.add(list);
        }
        Ok(self.lists.len() > before)
    }

    /// What a batch makes of the record now. What stands beside the answers is only looked at where it was to be echoed:
    /// whether it was, an error line that could not be read does not tell.
    fn now(&self, world: &World, stated: &Stated, record: &[u8]) -> Report {
        let own = match stated.day(world.today) {
            Ok(Day::Stated(day)) => Some(day),
            _ => None,
        };
        let day = own.or(self.day).unwrap_or(world.today);
        let line = |echo: bool| {
            let wishes = Wishes {
                echo,
                ..Wishes::default()
            };
            let lists = self.lists.iter().map(|list| &**list);
            let batch = Batch::new(lists, day, wishes);
            let (mut scratch, mut out) = (Scratch::default(), Vec::new());
            batch.line(record, &mut scratch, &mut out);
            let line: Json = serde_json::from_slice(&out).unwrap_or_default();
            refusal(stated, &line)
        };
        let report = line(true);
        if report.verdict == Verdict::Differs && !stated.has_brought() {
            return line(false);
        }
        report
    }
}

/// The list that a record names.
fn name(record: &[u8]) -> Option<String> {
    let record: Json = serde_json::from_slice(record).ok()?;
    record.get(LIST)?.as_str().map(str::to_owned)
}
