//! `plan --aanvullen`: leads somebody who got a plan past what is asked of them, and writes what they say in a new file.
//! Nothing is written before the end, and never over the file that they got.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use chrono::NaiveDate;

use super::read;
use crate::answer::interpret::{Manner, date, fold, yes_or_no};
use crate::commands::{output, shared};
use crate::error::{Done, Error, ErrorKind, Result};
use crate::plain::one_line;
use crate::plan::{
    Agreement, Choice, Goes, Person, Plan, SafetyCondition, Said, Says, Statement, file, number_of,
};
use crate::questionnaire::{OptionRole, Role};
use crate::text::{indent, nl};
use crate::trace;
use crate::world::World;

/// How far the lines of a point hang.
const HANG: usize = 4;
/// So long a role is at most.
const MOST_ROLE: usize = 60;

/// Asks and writes.
pub(super) fn fill(world: &mut World, from: &Path, to: Option<&Path>) -> Result {
    let text = &nl().fill_in;
    let got = read(world, from)?;
    world.somebody(&text.option())?;
    let to = to.map_or_else(|| beside(from), Path::to_owned);
    if same(from, &to) {
        return Err(Error::usage(text.same_file(), text.same_file_todo()));
    }
    if !output::is_out(&to) {
        // Before any work is done for it.
        world.must_be_free(&to).map_err(|mut error| {
            error.todo = text.taken_todo();
            error
        })?;
    }
    world.say(&shared::danger())?;
    world.say(&format!("\n{}", text.about(got.plan.head.number)))?;
    let mut asked = Asked {
        world,
        plan: &got.plan,
        who: String::new(),
        said: BTreeSet::new(),
    };
    asked.all()?;
    let new = asked.said;
    if new.is_empty() {
        world.say(&text.nothing())?;
        return Ok(Done::Well);
    }
    world.say(&format!("\n{}", text.summary(new.len())))?;
    for one in &new {
        let line = crate::document::statement(one);
        let line = indent(&line, world.width, HANG);
        world.say(&format!("  - {}", line.trim_start()))?;
    }
    if !sure(world, &text.save())? {
        world.say(&text.not_saved())?;
        return Ok(Done::Well);
    }
    let mut all = got.said.clone();
    all.extend(new);
    let bytes = file::write_with(&got.plan, &all).map_err(|_| {
        let program = &nl().program;
        let todo = program.unexpected_todo();
        Error::new(ErrorKind::Machine, program.unexpected("plan"), todo)
    })?;
    output::put(world, &to, bytes.as_bytes(), false)?;
    if !output::is_out(&to) {
        world.say(&text.saved(to.display()))?;
    }
    Ok(Done::Well)
}

/// The file beside the one that somebody got.
fn beside(from: &Path) -> PathBuf {
    let stem = from.file_stem().unwrap_or_default().to_string_lossy();
    let stem = if stem.is_empty() || stem == "-" {
        nl().plan_command.file_name()
    } else {
        stem.into_owned()
    };
    from.with_file_name(nl().fill_in.name(stem))
}

fn same(from: &Path, to: &Path) -> bool {
    let whole = |path: &Path| std::path::absolute(path).ok();
    from == to || whole(from) == whole(to)
}

/// Yes or no.
pub(super) fn sure(world: &mut World, question: &str) -> Result<bool> {
    let text = &nl().fill_in;
    loop {
        let typed = world.ask(question, &text.option())?;
        match yes_or_no(&typed) {
            Some(sure) => return Ok(sure),
            None => world.say(&text.yes_no_again())?,
        }
    }
}

/// What is asked, and what was said so far.
struct Asked<'a> {
    world: &'a mut World,
    plan: &'a Plan,
    who: String,
    said: BTreeSet<Statement>,
}

impl Asked<'_> {
    fn all(&mut self) -> Result<()> {
        self.who = self.whom()?;
        let own = |one: &&Agreement| one.who.has(&self.who) || one.checker.has(&self.who);
        let (mut asked, others): (Vec<&Agreement>, Vec<&Agreement>) =
            self.plan.agreements.iter().partition(own);
        if asked.is_empty() {
            asked = others;
        } else if !others.is_empty() && self.also(others.len())? {
            asked.extend(others);
        }
        for one in &asked {
            self.agreement(one)?;
        }
        let of = |condition: &&SafetyCondition| asked.iter().any(|one| one.at.has(&condition.id));
        for one in self.plan.conditions.iter().filter(of) {
            self.condition(one)?;
        }
        while let Some(fact) = self.fact()? {
            self.say(fact);
        }
        if let Some(remark) = self.words(&nl().fill_in.remark_whole())? {
            self.say(Says::Remark(remark));
        }
        Ok(())
    }

    fn say(&mut self, says: Says) {
        self.said.insert(Statement {
            on: Some(self.world.today),
            who: self.who.clone(),
            number: self.plan.head.number,
            says,
        });
    }

    fn tell(&mut self, line: &str) -> Result<()> {
        self.world.say(line)
    }

    fn typed(&mut self, question: &str) -> Result<String> {
        let text = &nl().fill_in;
        let typed = self.world.ask(question, &text.option());
        let typed = typed.map_err(|mut error| {
            if error.kind == ErrorKind::Attention {
                error.todo = text.not_saved();
            }
            error
        })?;
        Ok(typed.trim().to_owned())
    }

    fn whom(&mut self) -> Result<String> {
        let text = &nl().fill_in;
        let grown = |one: &&Person| !one.is_child();
        let mut people: Vec<&Person> = self.plan.people.iter().filter(grown).collect();
        // Who gets a plan to fill in is mostly a professional, or somebody of the network.
        people.sort_by_key(|one| match one.kind {
            Some(OptionRole::Professional) => 0,
            Some(OptionRole::Network) => 1,
            _ => 2,
        });
        self.tell("")?;
        self.tell(&text.who())?;
        for (at, one) in people.iter().enumerate() {
            self.tell(&text.who_number(at + 1, one_line(self.plan.name_of(&one.id))))?;
        }
        loop {
            let typed = one_line(&self.typed(&text.who_other())?);
            let number = typed.parse::<usize>().ok();
            if let Some(one) = number.and_then(|number| people.get(number.checked_sub(1)?)) {
                return Ok(one.id.clone());
            }
            let named = |one: &&&Person| {
                one.id == typed || fold(self.plan.name_of(&one.id)) == fold(&typed)
            };
            if let Some(one) = people.iter().find(named) {
                return Ok(one.id.clone());
            }
            let long = typed.chars().count() > MOST_ROLE;
            if number.is_none() && !long && typed.chars().any(char::is_alphabetic) {
                return Ok(typed);
            }
            self.tell(&text.who_again())?;
        }
    }

    fn also(&mut self, others: usize) -> Result<bool> {
        let text = &nl().fill_in;
        let question = match others {
            1 => text.other_one(),
            many => text.others(many),
        };
        self.tell("")?;
        sure(self.world, &question)
    }

    fn agreement(&mut self, one: &Agreement) -> Result<()> {
        let text = &nl().fill_in;
        let plan = self.plan;
        let words = |field: &crate::plan::Field<String>| field.text().map(one_line);
        let (who, does) = (plan.names(&one.who), words(&one.does).unwrap_or_default());
        self.tell("")?;
        self.tell(&text.agreement(number_of(&one.id), one_line(&who), does))?;
        let rest = [
            words(&one.when).map(|when| text.when(when)),
            words(&one.seen_by).map(|seen| text.seen_by(seen)),
            (!one.checker.ids().is_empty())
                .then(|| text.checker(one_line(&plan.names(&one.checker)))),
        ];
        for line in rest.into_iter().flatten() {
            self.tell(&indent(&line, self.world.width, HANG / 2))?;
        }
        self.tell(&text.goes_choices())?;
        let goes = loop {
            match self.typed(&text.goes())?.as_str() {
                "" => break None,
                "1" => break Some(Goes::Yes),
                "2" => break Some(Goes::Partly),
                "3" => break Some(Goes::No),
                "4" => break Some(Goes::Unknown),
                typed => match Goes::parse(&fold(typed)) {
                    Some(goes) => break Some(goes),
                    None => self.tell(&text.goes_again())?,
                },
            }
        };
        let remark = self.words(&text.remark())?;
        if goes.is_some() || remark.is_some() {
            let at = one.id.clone();
            self.say(Says::Agreement { at, goes, remark });
        }
        Ok(())
    }

    fn condition(&mut self, one: &SafetyCondition) -> Result<()> {
        let text = &nl().fill_in;
        let words = self.plan.legend.get(&Role::SafetyConditionMet);
        let words = words.map_or(&[][..], Vec::as_slice);
        if words.is_empty() {
            return Ok(());
        }
        let what = one.text.text().map(one_line).unwrap_or_default();
        self.tell("")?;
        self.tell(&text.condition(number_of(&one.id), what))?;
        for (at, word) in words.iter().enumerate() {
            self.tell(&text.choice(at + 1, one_line(&word.text)))?;
        }
        let question = format!("{} {}", text.met(), text.skip());
        let met = loop {
            let typed = self.typed(&question)?;
            if typed.is_empty() {
                break Said::Nothing;
            }
            let number = typed.parse::<usize>().ok();
            let by_number = number.and_then(|number| words.get(number.checked_sub(1)?));
            let by_words = || {
                let mut words = words.iter();
                words.find(|word| fold(&word.text) == fold(&typed))
            };
            match by_number.or_else(by_words) {
                Some(word) => {
                    break Said::Known(Choice {
                        id: word.id.clone(),
                        text: word.text.clone(),
                    });
                }
                None => self.tell(&text.met_again(words.len()))?,
            }
        };
        let remark = match met {
            Said::Nothing => None,
            _ => self.words(&text.remark())?,
        };
        if met != Said::Nothing {
            let at = one.id.clone();
            self.say(Says::Condition { at, met, remark });
        }
        Ok(())
    }

    fn fact(&mut self) -> Result<Option<Says>> {
        let text = &nl().fill_in;
        self.tell("")?;
        let Some(what) = self.words(&text.news())? else {
            return Ok(None);
        };
        let source = loop {
            let typed = one_line(&self.typed(&text.news_source())?);
            if !typed.is_empty() {
                break typed;
            }
        };
        let on = self.day(&text.news_on())?;
        Ok(Some(Says::Fact { what, source, on }))
    }

    fn day(&mut self, question: &str) -> Result<Option<NaiveDate>> {
        loop {
            let typed = self.typed(question)?;
            if typed.is_empty() {
                return Ok(None);
            }
            match date(&typed, self.world.today, true, Manner::Typed) {
                Ok(day) => return Ok(Some(day)),
                Err(refusal) => self.tell(&refusal.to_string())?,
            }
        }
    }

    /// A text of one's own; what may tell who or where somebody is, is said once.
    fn words(&mut self, question: &str) -> Result<Option<String>> {
        let typed = crate::plain::plain(&self.typed(question)?).into_owned();
        let found = trace::patterns(&typed);
        let Some(first) = found.first() else {
            return Ok((!typed.is_empty()).then_some(typed));
        };
        let again = self.typed(&nl().fill_in.traces(first.kind.called()))?;
        let again = crate::plain::plain(&again).into_owned();
        Ok(Some(if again.is_empty() { typed } else { again }))
    }
}
