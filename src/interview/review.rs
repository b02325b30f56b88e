//! The screen with all parts: what is open, what can be changed, what can be deepened, and, after the last question, done.

use super::act::as_items;
use super::compose::{Last, Look, is_asked};
use super::practice::can_be_tried;
use super::reply::{Action, Reply};
use super::screen::{Ask, Line, Prompt, Purpose, Screen};
use super::seam::Ended;
use super::walk::{Flow, Focus, Halt, Session, go};
use crate::answer::interpret::{Manner, one};
use crate::answer::{Key, RowId, row_name};
use crate::engine::{Ground, StepState, clashes, open_questions, outcomes, path};
use crate::questionnaire::QuestionIx;
use crate::telling;
use crate::text::nl;

/// A line of a menu and where it leads.
type Way = (Line, To);

#[derive(Clone)]
enum To {
    Finish,
    Pause,
    Questions,
    Overview,
    Open,
    Part(usize),
    Step(Action),
    /// Which question to try out, in an exercise.
    WhatIf,
    Try(QuestionIx, Option<RowId>),
}

impl Session<'_> {
    /// All parts; after the last question also what is left and the way out.
    pub(super) fn overview(&mut self, last: Option<Last>) -> Result<Flow, Halt> {
        // Who comes back to a list reads there what was kept.
        if !self.again {
            self.quiet();
        }
        let mut at = self.part.take().map_or(To::Overview, To::Part);
        loop {
            let (screen, ways) = self.menu(&at, last.as_ref());
            let screen = self.as_exercise(screen);
            let reply = self.asker.ask(&screen)?;
            self.quiet();
            let lines: Vec<Line> = ways.iter().map(|(line, _)| line.clone()).collect();
            let to = match reply {
                Reply::Answer(raw) => match one(raw.trim(), &as_items(&lines), Manner::Typed) {
                    Ok(chosen) => {
                        self.line = Some(ways[chosen].0.id.clone());
                        ways[chosen].1.clone()
                    }
                    Err(refusal) => {
                        self.refusal = Some(refusal);
                        continue;
                    }
                },
                Reply::Keep if last.is_none() => To::Questions,
                Reply::Keep => {
                    self.refusal = Some(super::act::not_here(nl().interview.choose_line()));
                    continue;
                }
                Reply::Act(action) => match self.act_in_menu(&at, &action, last.is_some())? {
                    Some(to) => to,
                    None => continue,
                },
            };
            match to {
                To::Finish => return Ok(Flow::End(Ended::Finished)),
                To::Pause => return Ok(Flow::End(Ended::Paused)),
                To::Questions => {
                    self.focus = Focus::Next;
                    return Ok(Flow::Go);
                }
                To::Step(Action::Jump(number)) => {
                    self.jump(number);
                    if self.refusal.is_none() {
                        return Ok(Flow::Go);
                    }
                }
                To::Step(Action::Go(question, row)) => {
                    self.depth = None;
                    self.detour = None;
                    self.part = match at {
                        To::Part(part) if self.again => Some(part),
                        _ => None,
                    };
                    self.focus = Focus::At(Key {
                        question: self.set.list.question(question).id.clone(),
                        row,
                    });
                    return Ok(Flow::Go);
                }
                To::Step(_) => {}
                To::Try(question, row) => {
                    let focus = self.focus.clone();
                    self.what_if_at(question, row.as_ref())?;
                    if self.focus != focus {
                        return Ok(Flow::Go);
                    }
                    at = To::Overview;
                }
                other => at = other,
            }
        }
    }

    fn act_in_menu(&mut self, at: &To, action: &Action, ended: bool) -> Result<Option<To>, Halt> {
        if self.aside(None, action)? {
            return Ok(None);
        }
        Ok(match action {
            Action::Pause => Some(To::Pause),
            Action::Overview => Some(To::Overview),
            Action::Back if !matches!(at, To::Overview) => Some(To::Overview),
            Action::Back if ended => self.last_step(),
            Action::Back => Some(To::Questions),
            Action::CloseList if ended => Some(To::Finish),
            Action::Jump(_) | Action::Go(..) => Some(To::Step(action.clone())),
            _ => {
                self.refusal = Some(super::act::not_here(nl().interview.choose_line()));
                None
            }
        })
    }

    fn last_step(&self) -> Option<To> {
        let view = self.view();
        let steps = path(&view);
        let step = steps
            .iter()
            .rev()
            .find(|step| is_asked(self.set.list, step) && step.state == StepState::Done)?;
        Some(To::Step(go(step)))
    }

    fn menu(&self, at: &To, last: Option<&Last>) -> (Screen, Vec<Way>) {
        let say = &nl().interview;
        let view = self.view();
        let steps = path(&view);
        let look = Look {
            set: &self.set,
            view: &view,
            steps: &steps,
        };
        let (title, text, ways) = match at {
            To::Part(part) => (
                self.set.list.parts[*part].title.nl.clone(),
                say.choose_question(),
                part_ways(&look, *part, self.again),
            ),
            To::Open => (say.open_title(), say.choose_question(), open_ways(&look)),
            To::WhatIf => (
                nl().exercise.what_if_title(),
                nl().exercise.which(),
                try_ways(&look),
            ),
            _ => (
                match last {
                    None => say.overview_title(),
                    Some(Last::Done(_)) if self.again => say.again_title(),
                    Some(Last::Done(_)) => say.done_title(),
                    Some(Last::Stuck(_)) => say.stuck_title(),
                },
                if self.again {
                    say.choose_again()
                } else {
                    say.choose_part()
                },
                if self.again && last.is_some() {
                    again_ways(&look)
                } else {
                    all_ways(&look, last, self.practice.is_some())
                },
            ),
        };
        let whole = matches!(at, To::Overview);
        let screen = Screen {
            page: format!("menu:{title}"),
            mark: None,
            given: false,
            title,
            about: match last {
                Some(Last::Stuck(reason)) if whole => Some(reason.clone()),
                _ => None,
            },
            row: None,
            progress: None,
            notices: match last {
                Some(Last::Done(notices)) if whole => {
                    notices.iter().map(|notice| look.notice(*notice)).collect()
                }
                _ => Vec::new(),
            },
            fields: Vec::new(),
            remarks: if whole && last.is_some() {
                ending(&look)
            } else {
                self.remarks.clone()
            },
            kept: self.kept.clone(),
            refusal: self.refusal.clone(),
            prompt: Prompt {
                purpose: if last.is_some() && whole {
                    Purpose::End
                } else {
                    Purpose::Menu
                },
                key: None,
                number: None,
                text,
                hints: Vec::new(),
                beside: Vec::new(),
                ask: Ask::Menu(ways.iter().map(|(line, _)| line.clone()).collect()),
                special: Vec::new(),
                current: None,
                // Who comes back to a list finds it at the line that was chosen; Enter chooses it once more.
                typed: self.line.clone().filter(|_| self.again && last.is_some()),
                optional: last.is_none(),
            },
            offered: 0,
        };
        (screen, ways)
    }
}

fn way(id: impl Into<String>, text: String, to: To) -> Way {
    let line = Line {
        id: id.into(),
        text,
        help: None,
    };
    (line, to)
}

fn all_ways(look: &Look<'_>, last: Option<&Last>, practice: bool) -> Vec<Way> {
    let say = &nl().interview;
    let mut ways = vec![match last {
        Some(_) => way("klaar", say.way_done(), To::Finish),
        None => way("verder", say.way_on(), To::Questions),
    }];
    let open = open_questions(look.view).len();
    if open > 0 {
        ways.push(way("open", say.way_open(open), To::Open));
    }
    let list = look.set.list;
    for (at, part) in list.parts.iter().enumerate() {
        let mine = || {
            look.steps
                .iter()
                .filter(move |step| list.question(step.question).part == at && is_asked(list, step))
        };
        let count = |state| mine().filter(|step| step.state == state).count();
        let (done, open, offered) = (
            count(StepState::Done),
            count(StepState::Open),
            count(StepState::Offered),
        );
        if done + open + offered == 0 {
            continue;
        }
        let mut text = say.way_part(&part.title.nl, done, open);
        if offered > 0 {
            text = say.way_offered(text, offered);
        }
        ways.push(way(format!("deel_{}", at + 1), text, To::Part(at)));
    }
    if practice {
        ways.push(way("stel", nl().exercise.way_what_if(), To::WhatIf));
    }
    ways.push(way("pauze", say.way_pause(), To::Pause));
    ways
}

/// The parts, to look at once more what was answered; then the way out.
fn again_ways(look: &Look<'_>) -> Vec<Way> {
    let say = &nl().interview;
    let list = look.set.list;
    let asked = |at: usize| {
        let mut steps = look.steps.iter();
        steps.any(|step| list.question(step.question).part == at && is_asked(list, step))
    };
    let parts = list.parts.iter().enumerate().filter(|(at, _)| asked(*at));
    let parts = parts.map(|(at, part)| {
        let title = part.title.nl.clone();
        way(format!("deel_{}", at + 1), title, To::Part(at))
    });
    let ends = [
        way("klaar", say.way_done(), To::Finish),
        way("pauze", say.way_pause(), To::Pause),
    ];
    parts.chain(ends).collect()
}

/// The questions of a part, the open ones first.
fn part_ways(look: &Look<'_>, part: usize, again: bool) -> Vec<Way> {
    let list = look.set.list;
    let mine = |at: &usize| list.question(look.steps[*at].question).part == part;
    let mut steps: Vec<usize> = (0..look.steps.len())
        .filter(|at| mine(at) && is_asked(list, &look.steps[*at]))
        .collect();
    steps.sort_by_key(|at| match look.steps[*at].state {
        StepState::Open => 0,
        StepState::Offered => 1,
        StepState::Done => 2,
    });
    let mut ways = step_ways(look, &steps);
    if again {
        let lines = ways.iter_mut().skip(1);
        lines
            .zip(steps)
            .for_each(|((line, _), at)| line.text = look.line_of_row(at));
        // Whoever looks once more begins with what there is, and not at the way back.
        ways.rotate_left(1);
    }
    ways
}

/// The questions without a known answer.
fn open_ways(look: &Look<'_>) -> Vec<Way> {
    let open = open_questions(look.view);
    let steps = (0..look.steps.len()).filter(|at| open.contains(&look.steps[*at].key(look.view)));
    step_ways(look, &steps.collect::<Vec<_>>())
}

fn step_ways(look: &Look<'_>, steps: &[usize]) -> Vec<Way> {
    let mut ways = vec![way("overzicht", nl().interview.way_back(), To::Overview)];
    for &at in steps {
        let line = look.line(at);
        ways.push(way(
            format!("vraag_{at}"),
            line,
            To::Step(go(&look.steps[at])),
        ));
    }
    ways
}

/// The questions with an answer, to try another.
fn try_ways(look: &Look<'_>) -> Vec<Way> {
    let list = look.set.list;
    let steps = look.steps.iter().enumerate().filter(|(_, step)| {
        step.state == StepState::Done && can_be_tried(list.question(step.question))
    });
    let back = way("overzicht", nl().interview.way_back(), To::Overview);
    let tries = steps.map(|(at, step)| {
        let to = To::Try(step.question, step.row.clone());
        way(format!("vraag_{at}"), look.line(at), to)
    });
    std::iter::once(back).chain(tries).collect()
}

/// What there is to say when all is asked.
fn ending(look: &Look<'_>) -> Vec<String> {
    let say = &nl().interview;
    let mut said: Vec<String> = clashes(look.view)
        .into_iter()
        .map(|clash| match &clash.ground {
            Ground::Rule(text) => text.nl.clone(),
            Ground::Ratings => {
                let name = |row| row_name(look.set.list, clash.list, row, look.view.answers);
                let why = telling::clash(&clash);
                say.clash(name(&clash.row), name(&clash.under), why)
            }
        })
        .collect();
    said.dedup();
    said.extend(attention(look));
    let open = open_questions(look.view).len();
    said.push(match open {
        0 => say.nothing_open(),
        1 => say.one_open(),
        _ => say.some_open(open),
    });
    if open > 0 {
        // Who to call stands above everything else.
        said.splice(0..0, look.call_first());
        said.extend(look.still_open());
    }
    said
}

/// So many things that need attention are named; the rest are counted.
const POINTS: usize = 3;

/// What certainly needs attention, most urgent first: whoever stops here without it may leave it undone.
fn attention(look: &Look<'_>) -> Vec<String> {
    let outcomes = outcomes(look.view);
    let points = telling::points(look.set.list, &outcomes);
    let mut said: Vec<String> = points
        .iter()
        .take(POINTS)
        .map(|point| {
            nl().show
                .attention(telling::title(point.derived), &point.level.text.nl)
        })
        .collect();
    let more = points.len().saturating_sub(POINTS);
    if more > 0 {
        said.push(nl().interview.more_points(more));
    }
    said
}
