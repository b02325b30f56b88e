//! From files to counts, line by line. Anything that cannot be counted stops the whole: half a count looks like a count.

use std::collections::BTreeSet;
use std::path::Path;

use super::Tel;
use super::lists::Lists;
use super::parts::Parts;
use crate::commands::verifieer::input::{self, Line as Given, Lines};
use crate::error::{Error, Result};
use crate::plain::one_line;
use crate::tally::{
    Assessed, Line, Origin, Part, Publication, Report, Reports, Seen as SeenLines, Stated, Tally,
    Unreadable, answers_of, count_answers,
};
use crate::text::nl;
use crate::world::World;

/// So many different reporters are remembered.
const MOST_REPORTERS: usize = 1000;

/// One run.
pub struct Reading<'a> {
    of: &'a Tel,
    tally: Tally,
    /// The lines of this file that are no tallies.
    loose: (Tally, SeenLines),
    parts: Parts,
    reports: Option<Reports>,
    seen: Seen,
}

/// Which of the named members were there at all, and which reporters.
#[derive(Default)]
struct Seen {
    reports: bool,
    who: bool,
    when: bool,
    reporters: BTreeSet<String>,
}

/// Where a line stands.
#[derive(Clone, Copy)]
struct At<'f> {
    file: &'f Path,
    line: usize,
}

impl At<'_> {
    /// What the file is called.
    fn name(self) -> String {
        if self.file == Path::new("-") {
            return nl().tally.standard_input();
        }
        self.file.display().to_string()
    }
}

impl<'a> Reading<'a> {
    /// With nothing counted yet.
    pub fn new(of: &'a Tel) -> Self {
        Self {
            of,
            tally: Tally::default(),
            loose: Default::default(),
            parts: Parts::default(),
            reports: of.rule().map(Reports::new),
            seen: Seen::default(),
        }
    }

    /// Counts everything.
    pub fn run(mut self, world: &mut World, lists: &mut Lists) -> Result<Tally> {
        let say = &nl().tally;
        let streams = self.of.input.iter().chain(&self.of.antwoorden);
        if streams.filter(|file| *file == Path::new("-")).count() > 1 {
            return Err(Error::usage(say.both_streams(), say.both_streams_todo()));
        }
        let mut beside = match &self.of.antwoorden {
            Some(_) if self.of.input.len() > 1 => {
                return Err(Error::usage(say.one_input(), say.one_input_todo()));
            }
            Some(file) => Some((&**file, input::lines(world, file)?)),
            None => None,
        };
        let mut some = false;
        for file in &self.of.input {
            let mut lines = input::lines(world, file)?;
            while let Some((line, given)) = lines.next()? {
                let text = text(given, At { file, line })?;
                self.line(world, lists, &text, At { file, line }, beside.as_mut())?;
                some = true;
            }
            self.end(file)?;
        }
        if let Some((file, lines)) = &mut beside
            && let Some((line, _)) = lines.next()?
        {
            let what = say.ends_late(At { file, line }.name(), line);
            return Err(Error::attention(what, say.pair_todo()));
        }
        if !some {
            return Err(Error::attention(say.nothing(), say.nothing_todo()));
        }
        self.look_at_names(world)?;
        if let Some(reports) = self.reports {
            let mut fresh = Tally::default();
            fresh.repeats(reports.counts());
            if !self.of.gescheiden && self.tally.overlaps(&fresh).is_some() {
                return Err(Error::attention(say.overlap_fresh(), say.overlap_todo()));
            }
            self.tally.merge(fresh);
        }
        Ok(self.tally)
    }

    /// Adds the lines of a file that are no tallies.
    fn end(&mut self, file: &Path) -> Result<()> {
        let (tally, seen) = std::mem::take(&mut self.loose);
        if tally.records > 0 {
            let name = At { file, line: 0 }.name();
            self.once(Part::of(&tally, Some(&seen)), name)?;
            self.tally.merge(tally);
        }
        Ok(())
    }

    /// Refuses a part that was added already, unless that is meant.
    fn once(&mut self, part: Part, name: String) -> Result<()> {
        let say = &nl().tally;
        match self.parts.take(part, name.clone()) {
            Some(first) if !self.of.dubbel => Err(Error::attention(
                say.same_part(name, first),
                say.same_part_todo(),
            )),
            _ => Ok(()),
        }
    }

    fn line(
        &mut self,
        world: &World,
        lists: &mut Lists,
        text: &str,
        at: At<'_>,
        beside: Option<&mut (&Path, Lines)>,
    ) -> Result<()> {
        let say = &nl().tally;
        let fault = |what: String, todo: String| Err(Error::attention(what, todo));
        let file = &at.name();
        let Some(line) = Line::read(text) else {
            return fault(say.no_line(file, at.line), say.no_line_todo());
        };
        match line.sort().as_deref() {
            Some(Tally::SORT) => return self.add(text, at),
            Some(Publication::SORT) => {
                return fault(say.publication(file, at.line), say.publication_todo());
            }
            _ => {}
        }
        let stated = line
            .stated()
            .filter(|stated| self.reports.is_some() || !matches!(stated, Stated::Nothing));
        let Some(mut stated) = stated else {
            return fault(say.not_of_batch(file, at.line), say.not_of_batch_todo());
        };
        if let Stated::Assessed(assessed) = &mut stated
            && assessed.origin.is_none()
        {
            assessed.origin = lists.only().cloned();
        }
        self.loose.0.count(&stated);
        if self.of.input.len() > 1 {
            self.loose.1.take(&line);
        }
        let Some((file, lines)) = beside else {
            self.report(&line, None);
            return Ok(());
        };
        let Some((number, given)) = lines.next()? else {
            let records = At { file, ..at };
            return fault(say.ends_early(records.name(), at.line), say.pair_todo());
        };
        let at = At { file, line: number };
        // What batch refused may be anything.
        let read = match (&stated, self::text(given, at)) {
            (Stated::Refused(_), Err(_)) => {
                self.report(&line, None);
                return Ok(());
            }
            (_, read) => read?,
        };
        let record = Line::read(&read);
        self.report(&line, record.as_ref());
        let Stated::Assessed(assessed) = &stated else {
            return Ok(());
        };
        let same = record.is_some_and(|record| record.member("id") == line.member("id"));
        if !same && line.member("id") != Some("null") {
            return fault(say.other_record(at.name(), at.line), say.pair_todo());
        }
        if assessed.applies() {
            self.answers(world, lists, assessed, &read, at)?;
        }
        Ok(())
    }

    /// Adds counts that were made before.
    fn add(&mut self, text: &str, at: At<'_>) -> Result<()> {
        let say = &nl().tally;
        let (file, line) = (&at.name(), at.line);
        let tally = Tally::read(text).map_err(|why| match why {
            Unreadable::OtherForm => {
                Error::attention(say.other_form(file, line), say.other_form_todo())
            }
            Unreadable::Broken => Error::attention(say.broken(file, line), say.broken_todo()),
        })?;
        if tally.records > 0 {
            self.once(Part::of(&tally, None), say.on_line(line, file))?;
        }
        if !self.of.gescheiden && self.tally.overlaps(&tally).is_some() {
            let what = say.overlap(at.name(), at.line);
            return Err(Error::attention(what, say.overlap_todo()));
        }
        self.tally.merge(tally);
        Ok(())
    }

    fn answers(
        &mut self,
        world: &World,
        lists: &mut Lists,
        of: &Assessed,
        record: &str,
        at: At<'_>,
    ) -> Result<()> {
        let say = &nl().tally;
        let Some(origin): Option<&Origin> = of.origin.as_ref() else {
            return Err(Error::usage(say.no_list_named(), say.no_list_named_todo()));
        };
        let Some(list) = lists.find(origin) else {
            let what = say.no_list(one_line(&origin.id), one_line(&origin.versie));
            return Err(Error::usage(what, say.no_list_todo()));
        };
        // Which questions belong may depend on the day that the record was assessed for.
        let day = of.day.unwrap_or(world.today);
        let answers = answers_of(list, record, day).map_err(|_| {
            let what = say.unreadable_answers(at.name(), at.line);
            Error::attention(what, say.unreadable_answers_todo())
        })?;
        let counts = self
            .loose
            .0
            .list(Some(origin))
            .antwoorden
            .get_or_insert_default();
        count_answers(counts, list, &answers, day);
        Ok(())
    }

    /// Takes a report in, from the outcome or from the record beside it.
    fn report(&mut self, line: &Line<'_>, beside: Option<&Line<'_>>) {
        let Some(reports) = &mut self.reports else {
            return;
        };
        let word = |name: &Option<String>| {
            let name = name.as_deref()?;
            line.word(name).or_else(|| beside?.word(name))
        };
        let (who, when) = (word(&self.of.wie), word(&self.of.wanneer));
        let reporter = word(&self.of.melder);
        let seen = &mut self.seen;
        seen.reports = true;
        seen.who |= who.is_some();
        seen.when |= when.is_some();
        if let Some(name) = &reporter
            && seen.reporters.len() < MOST_REPORTERS
            && !seen.reporters.contains(name)
        {
            seen.reporters.insert(name.clone());
        }
        reports.take(Report {
            who,
            when: when.and_then(|text| Report::day(&text)),
            reporter,
        });
    }

    /// A name that is not there at all was mistyped: a count without it would look like one.
    fn look_at_names(&self, world: &mut World) -> Result<()> {
        let (say, seen) = (&nl().tally, &self.seen);
        if !seen.reports {
            return Ok(());
        }
        let asked = [
            (&self.of.wie, seen.who),
            (&self.of.wanneer, seen.when),
            (&self.of.melder, !seen.reporters.is_empty()),
        ];
        for (name, there) in asked {
            if let Some(name) = name.as_ref().filter(|_| !there) {
                let what = say.no_member(one_line(name));
                return Err(Error::attention(what, say.no_member_todo()));
            }
        }
        for left_out in &self.of.zonder {
            let alike = seen
                .reporters
                .iter()
                .filter(|one| *one != left_out && one.to_lowercase() == left_out.to_lowercase());
            let alike: Vec<String> = alike.map(|one| one_line(one)).collect();
            if !alike.is_empty() {
                world.say(&say.reporter_alike(one_line(left_out), alike.join("`, `")))?;
            } else if !seen.reporters.contains(left_out) && seen.reporters.len() < MOST_REPORTERS {
                world.say(&say.no_reporter_named(one_line(left_out)))?;
            }
        }
        Ok(())
    }
}

fn text(given: Given, at: At<'_>) -> Result<String> {
    let say = &nl().tally;
    let Given::Whole(bytes) = given else {
        let what = say.too_long(at.name(), at.line);
        return Err(Error::attention(what, say.too_long_todo()));
    };
    String::from_utf8(bytes).map_err(|_| {
        let what = say.no_line(at.name(), at.line);
        Error::attention(what, say.no_line_todo())
    })
}
