//! One moment as a page: what became known, what was put right, what that moved and by which answer, what was done, and
//! what nobody knew yet.

use std::collections::BTreeSet;

use crate::answer::{Answers, Change, Key, date_with_weekday, show, show_date};
use crate::commands::toon::{advice, open};
use crate::commands::vergelijk::said::{Said, outcome};
use crate::comparison::{About, Because, Difference, How, OutcomeMove, Side, differences, moves};
use crate::document::{Block, Document, Line, Tone};
use crate::engine::{Outcome, View, open_questions, outcomes};
use crate::questionnaire::{Derived, DerivedIx, DerivedRole};
use crate::replay::Story;
use crate::telling;
use crate::text::nl;

use super::content::under;

/// So many points stand under one heading at a screen: what became known, which is the story, and what that moved.
const MOST_KNOWN: usize = 40;
const MOST: usize = 10;

/// Where more became known at once, as from a file, it says little which of it moved an outcome.
const MOST_CAUSES: usize = 40;

/// A story as pages.
pub(super) struct Pages<'a> {
    name: &'a str,
    pub story: &'a Story,
    /// Everything, also what is long.
    pub all: bool,
}

impl<'a> Pages<'a> {
    pub fn new(name: &'a str, story: &'a Story) -> Self {
        Self {
            name,
            story,
            all: false,
        }
    }

    /// *c-2026-001: moment 3 van 12*
    pub fn title(&self, at: usize) -> String {
        nl().replay
            .title(self.name, at + 1, self.story.moments.len())
    }

    /// Everything from this moment on, to read or to keep.
    pub fn document(&self, first: usize) -> Document {
        let text = &nl().replay;
        let count = self.story.moments.len();
        let mut blocks = vec![Block::Paragraph(text.about().into())];
        for at in first..count {
            blocks.push(Block::Heading(1, text.moment(at + 1, count)));
            blocks.extend(self.moment(at));
        }
        Document {
            title: text.document(self.name),
            mark: Some(text.mark()),
            blocks,
        }
    }

    /// One moment.
    pub fn moment(&self, at: usize) -> Vec<Block> {
        let text = &nl().replay;
        let Some(now) = self.story.side(at) else {
            return Vec::new();
        };
        let nothing = Answers::default();
        let then = match at.checked_sub(1).and_then(|before| self.story.side(before)) {
            Some(then) => then,
            None => Side {
                answers: &nothing,
                ..now
            },
        };
        let all = differences(&then, &now);
        let said = Said {
            then,
            now,
            all: self.all,
        };
        let mut page = Vec::new();
        page.push(Block::Paragraph(Line::strong(self.when(at, &now))));
        // That a list of rows is whole says nothing beside its rows; that a notice was read is no fact of the case.
        let told = |one: &&Difference| match &one.about {
            About::Rows(_) => false,
            About::Answer(key) => {
                let found = now.list.find(&key.question.0);
                found.is_none_or(|at| now.list.question(at).takes_answer())
            }
            _ => true,
        };
        let known = |one: &&Difference| came(one.how) && told(one);
        let put_right = |one: &&Difference| !came(one.how) && one.how != How::Hidden && told(one);
        let corrected = self.story.corrected(at);
        let is_correction = |one: &&Difference| match &one.about {
            About::Answer(key) => corrected.contains(key),
            _ => false,
        };
        self.points(&mut page, text.came(), all.iter().filter(known), &said);
        let corrections = all.iter().filter(put_right).filter(is_correction);
        self.points(&mut page, text.corrected(), corrections, &said);
        let other = all
            .iter()
            .filter(put_right)
            .filter(|one| !is_correction(one));
        self.points(&mut page, text.other(), other, &said);
        let between = self.between(at, &now);
        if !between.is_empty() {
            page.push(Block::Heading(2, text.between()));
            page.push(Block::Bullets(between));
        }
        page.extend(self.moved(text.moved(), &all, &said));
        page.extend(decided(&now));
        let done = self.done(at);
        if !done.is_empty() {
            page.push(Block::Heading(2, text.done()));
            page.push(Block::Bullets(done));
        }
        page.extend(self.not_known(at, &now));
        page
    }

    /// The day and the parts of the list that were worked on.
    fn when(&self, at: usize, now: &Side<'_>) -> String {
        let text = &nl().replay;
        let moment = &self.story.moments[at];
        let day = date_with_weekday(moment.on);
        let mut parts: Vec<&str> = Vec::new();
        for change in &moment.changes {
            let id = match change {
                Change::Set { key, .. } | Change::Forget { key } => &key.question,
                Change::AddRow { list, .. }
                | Change::RemoveRow { list, .. }
                | Change::Close { list }
                | Change::Reopen { list } => list,
            };
            let part = now.list.find(&id.0).map(|at| now.list.question(at).part);
            let title = part.map(|part| now.list.parts[part].title.nl.as_str());
            parts.extend(title.filter(|title| !parts.contains(title)));
        }
        match parts.as_slice() {
            [] => day,
            [one] => text.day_in(day, one),
            [first, ..] => text.day_in_more(day, first, parts.len() - 1),
        }
    }

    fn points<'d>(
        &self,
        page: &mut Vec<Block>,
        heading: String,
        of: impl Iterator<Item = &'d Difference>,
        said: &Said<'_>,
    ) {
        let point = |one| {
            let mut lines = vec![said.point(one)];
            lines.extend(under(said, one));
            Line::from(lines.join("\n"))
        };
        let mut lines: Vec<Line> = of.map(point).collect();
        if lines.is_empty() {
            return;
        }
        let more = lines.len().saturating_sub(MOST_KNOWN);
        if !self.all && more > 0 {
            lines.truncate(MOST_KNOWN);
            lines.push(nl().replay.more(more).into());
        }
        page.push(Block::Heading(2, heading));
        page.push(Block::Bullets(lines));
    }

    /// What was answered and answered anew within the moment: it does not show at the end of it.
    fn between(&self, at: usize, now: &Side<'_>) -> Vec<Line> {
        let text = &nl().replay;
        let before = at.checked_sub(1).map(|before| &self.story.moments[before]);
        let mut answers = before.map(|one| one.answers.clone()).unwrap_or_default();
        let mut here: BTreeSet<Key> = BTreeSet::new();
        let mut lines = Vec::new();
        for change in &self.story.moments[at].changes {
            if let Change::Set { key, answer } = change {
                let was = answers.get(&key.question, key.row.as_ref());
                let found = now.list.find(&key.question.0);
                if let (Some(was), Some(question), false) = (was, found, here.insert(key.clone()))
                    && was.value.is_known()
                    && was.value != answer.value
                    && !now.list.is_protected(&key.question)
                {
                    let said = Said::alone(now, self.all);
                    let was = show(now.list, question, &was.value, &answers);
                    lines.push(text.first_said(said.asked(key), was).into());
                }
            }
            answers.apply(change);
        }
        lines
    }

    /// What came out otherwise, and by which answers.
    fn moved(&self, heading: String, all: &[Difference], said: &Said<'_>) -> Vec<Block> {
        let text = &nl().replay;
        let few = all.len() <= MOST_CAUSES;
        let told = |derived: &Derived, then: Option<&Outcome>, now: Option<&Outcome>| {
            derived.title.is_some() && turns(then, now)
        };
        let why = |derived: &Derived, then: Option<&Outcome>, now: Option<&Outcome>| {
            let shown = self.all || !is_light(derived, then, now);
            few && shown && told(derived, then, now)
        };
        let moved = moves(&said.then, &said.now, all, why);
        let mut lines: Vec<Line> = Vec::new();
        let (mut clearer, mut more, mut light) = (0, 0, 0);
        for one in &moved {
            let Some(at) = said.now.list.find_derived(&one.id) else {
                continue;
            };
            let derived = said.now.list.derived(at);
            if !told(derived, one.then.as_ref(), one.now.as_ref()) {
                clearer += usize::from(derived.title.is_some());
            } else if !self.all && is_light(derived, one.then.as_ref(), one.now.as_ref()) {
                light += 1;
            } else if !self.all && lines.len() >= MOST {
                more += 1;
            } else {
                lines.push(outcome_line(derived, one, all, said));
            }
        }
        if more > 0 {
            lines.push(text.more(more).into());
        }
        match light {
            0 => {}
            1 => lines.push(text.light_one().into()),
            count => lines.push(text.light(count).into()),
        }
        match clearer {
            0 => {}
            1 => lines.push(text.clearer_one().into()),
            count => lines.push(text.clearer(count).into()),
        }
        if lines.is_empty() {
            return Vec::new();
        }
        vec![Block::Heading(2, heading), Block::Bullets(lines)]
    }

    fn done(&self, at: usize) -> Vec<Line> {
        let mut lines: Vec<Line> = Vec::new();
        for event in &self.story.moments[at].events {
            let line = Line::plain(open::words(event));
            if !lines.contains(&line) {
                lines.push(line);
            }
        }
        lines
    }

    /// What nobody knew yet, and became known later.
    fn not_known(&self, at: usize, now: &Side<'_>) -> Vec<Block> {
        let text = &nl().replay;
        let view = now.view();
        let open = open_questions(&view).len();
        let later = self.story.later(at).len();
        let mut line = match open {
            0 => text.open_none(),
            1 => text.open_one(),
            open => text.open(open),
        };
        match later {
            0 => {}
            1 => line = format!("{line} {}", text.later_one()),
            later => line = format!("{line} {}", text.later(later)),
        }
        vec![
            Block::Heading(2, text.not_known()),
            Block::Paragraph(line.into()),
        ]
    }

    /// What may be supposed to have been known at this moment, one a line with its number.
    pub fn choices(&self, at: usize, later: &[Difference]) -> Vec<String> {
        let (Some(then), Some(last)) = (self.story.side(at), self.story.moments.last()) else {
            return Vec::new();
        };
        let now = Side {
            answers: &last.answers,
            ..then
        };
        let said = Said {
            then,
            now,
            all: false,
        };
        let numbered = later.iter().enumerate();
        let line = |(at, one)| nl().replay.choice(at + 1, said.point(one), key(one));
        numbered.map(line).collect()
    }

    /// What would have followed at this moment, had this been known.
    pub fn supposed(&self, at: usize, later: &[Difference], taken: usize) -> Vec<Block> {
        let text = &nl().replay;
        let (Some(then), Some(one)) = (self.story.side(at), later.get(taken)) else {
            return Vec::new();
        };
        let Some(answers) = self.story.with_earlier(at, later, taken) else {
            return Vec::new();
        };
        let now = Side {
            answers: &answers,
            ..then
        };
        let all = differences(&then, &now);
        let said = Said {
            then,
            now,
            all: true,
        };
        let mut page = vec![
            Block::Notice(Tone::Note, text.supposed().into()),
            Block::Paragraph(Line::strong(text.if_known(show_date(then.on)))),
            Block::Bullets(vec![said.point(one).into()]),
        ];
        let moved = self.moved(text.would_have_moved(), &all, &said);
        if moved.is_empty() {
            page.push(Block::Paragraph(text.nothing_moves().into()));
        } else {
            page.extend(moved);
        }
        page.push(Block::Paragraph(text.hindsight().into()));
        page
    }
}

/// How a difference is named in a command.
pub(super) fn key(one: &Difference) -> String {
    match &one.about {
        About::Answer(key) => key.to_string(),
        About::Row(list, row) => format!("{list}/{row}"),
        About::Rows(list) => list.to_string(),
    }
}

/// Whether somebody came to know something.
const fn came(how: How) -> bool {
    matches!(
        how,
        How::NewFact
            | How::NowKnown
            | How::AskedUnknown
            | How::OtherUnknown
            | How::NowApplies
            | How::RowAdded
            | How::OnlyNow
    )
}

/// Whether an outcome came to stand fast, or no longer does; not only that fewer values were left, or that it never
/// belonged.
fn turns(then: Option<&Outcome>, now: Option<&Outcome>) -> bool {
    let stands = |of: Option<&Outcome>| of.is_some_and(|of| of.is_fixed() && !of.is_none());
    stands(then) || stands(now)
}

/// Whether an outcome that was open came to its lightest value: no news at a screen, but for the advice of the case.
fn is_light(derived: &Derived, then: Option<&Outcome>, now: Option<&Outcome>) -> bool {
    let lightest = derived.levels.first().map(|level| &level.id);
    let now = now.filter(|now| now.is_fixed());
    let only = now.and_then(|now| now.spread.only_level());
    derived.role != Some(DerivedRole::CaseAdvice)
        && !then.is_some_and(Outcome::is_fixed)
        && only.is_some()
        && only == lightest
}

fn outcome_line(derived: &Derived, one: &OutcomeMove, all: &[Difference], said: &Said<'_>) -> Line {
    let text = &nl().replay;
    let fixed = |of: &&Outcome| of.is_fixed();
    let before = one.then.as_ref().filter(fixed);
    let now = outcome(derived, one.now.as_ref());
    let line = match before {
        Some(before) => text.from_to(outcome(derived, Some(before)), now),
        None => text.to(now),
    };
    let line = Line::strong(format!("{}: ", telling::title(derived))).and(line);
    let causes = causes(&one.because, all, said);
    if causes.is_empty() {
        line
    } else {
        line.and(format!("\n{}", text.because(causes.join("; "))))
    }
}

fn causes(because: &Because, all: &[Difference], said: &Said<'_>) -> Vec<String> {
    let compare = &nl().compare;
    let differences = because.differences.iter();
    let mut causes: Vec<String> = differences
        .filter_map(|at| all.get(*at))
        .map(|one| said.cause(one))
        .collect();
    if because.day {
        let (then, now) = (show_date(said.then.on), show_date(said.now.on));
        causes.push(compare.the_dates(then, now));
    }
    if because.list {
        causes.push(compare.the_list());
    }
    causes
}

/// What the list advised at that moment, and what was decided beside it.
fn decided(now: &Side<'_>) -> Vec<Block> {
    let text = &nl().replay;
    let view: View<'_> = now.view();
    let outcomes = outcomes(&view);
    let mut lines: Vec<Line> = Vec::new();
    for (at, derived) in now.list.derived.iter().enumerate() {
        let decisions = advice::decisions(&view, DerivedIx(at));
        let taken: Vec<_> = decisions
            .into_iter()
            .filter_map(|(question, answer)| Some((question, answer?)))
            .collect();
        let Some(outcome) = outcomes.get(&derived.id) else {
            continue;
        };
        let advises = derived.role == Some(DerivedRole::CaseAdvice)
            && outcome.is_fixed()
            && !outcome.is_none();
        if advises || !taken.is_empty() {
            let title = telling::title(derived);
            let said = telling::outcome(derived, outcome);
            lines.push(Line::strong(format!("{title}: ")).and(said));
        }
        for (question, answer) in taken {
            let value = show(now.list, question, &answer.value, now.answers);
            let asked = &now.list.question(question).text.nl;
            let line = match &answer.note {
                Some(note) => text.decided_because(asked, value, note),
                None => text.decided(asked, value),
            };
            lines.push(Line::plain(line));
        }
    }
    if lines.is_empty() {
        return Vec::new();
    }
    vec![Block::Heading(2, text.stood()), Block::Bullets(lines)]
}
