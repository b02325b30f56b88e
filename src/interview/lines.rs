//! Plain lines: every question and answer on lines of their own, without a single control code. For a screen reader, for a
//! terminal that cannot move its cursor, and for a pipe. Every action has a word, with `:` before it.

mod half;
mod how;

use std::io::{BufRead, Read, Write};
use std::time::Instant;

use zeroize::Zeroizing;

use super::act::as_items;
use super::guard::Guard;
use super::reply::{Action, Reply};
use super::screen::{Ask, Info, Line, Prompt, Purpose, Screen};
use super::seam::{Asker, Stop};
use super::unfinished::Unfinished;
use crate::answer::interpret::{fold, have_numbers};
use crate::text::{nl, wrap};
use half::Halves;

/// So many bytes of one line are read; what follows is not.
const MOST_BYTES: u64 = 256 * 1024;
/// So many empty lines push everything off the screen.
const EMPTY_LINES: usize = 60;

/// Asks on lines.
pub struct Lines<R, W> {
    input: R,
    out: W,
    width: usize,
    greeted: bool,
    page: String,
    how: String,
    asked: Option<Prompt>,
    guard: Option<Guard>,
    /// What was typed after a while without anybody: it counts when the keys are there again.
    late: Option<String>,
    /// Texts that go on over more lines, as far as they came.
    halves: Halves,
}

impl<R: BufRead, W: Write> Lines<R, W> {
    /// Reads from `input` and writes to `out`, in lines of at most `width` columns.
    pub fn new(input: R, out: W, width: usize) -> Self {
        Self {
            input,
            out,
            width,
            greeted: false,
            page: String::new(),
            how: String::new(),
            asked: None,
            guard: None,
            late: None,
            halves: Halves::default(),
        }
    }

    /// The same, with keys that are forgotten when nobody types for a while.
    pub fn guarded(self, guard: Guard) -> Self {
        Self {
            guard: Some(guard),
            ..self
        }
    }

    /// Shows a screen as it would be asked, up to where the person types, and then what was replied.
    ///
    /// # Errors
    /// The output failed.
    pub fn play(&mut self, screen: &Screen, reply: &Reply) -> Result<(), Stop> {
        self.greet()?;
        self.question(screen)?;
        let typed = match reply {
            Reply::Answer(text) => text.replace('\n', "\\\n"),
            Reply::Keep => String::new(),
            Reply::Act(action) => format!(":{}", action.word()),
        };
        writeln!(self.out, "{typed}").map_err(Stop::Failed)
    }

    fn line(&mut self, text: &str) -> Result<(), Stop> {
        writeln!(self.out, "{}", wrap(text, self.width)).map_err(Stop::Failed)
    }

    fn empty(&mut self) -> Result<(), Stop> {
        writeln!(self.out).map_err(Stop::Failed)
    }

    fn greet(&mut self) -> Result<(), Stop> {
        if !self.greeted {
            self.greeted = true;
            self.line(&nl().interview.lines_greeting())?;
        }
        Ok(())
    }

    /// What is said once for a page: where we are, what to know.
    fn heading(&mut self, screen: &Screen) -> Result<(), Stop> {
        if self.page == screen.page {
            return Ok(());
        }
        self.page.clone_from(&screen.page);
        self.how.clear();
        self.empty()?;
        let title = screen.titled();
        let ended = title.ends_with(['.', '?', '!']);
        let mut heading = format!("{title}{}", if ended { "" } else { "." });
        if let Some(progress) = &screen.progress {
            heading = format!("{heading} {}", progress.text());
        }
        self.line(&heading)?;
        if let Some(about) = &screen.about {
            self.line(about)?;
        }
        for notice in &screen.notices {
            self.line(&notice.text)?;
            for phone in &notice.phones {
                self.line(phone)?;
            }
        }
        if let Some(row) = &screen.row {
            self.line(row)?;
        }
        Ok(())
    }

    fn question(&mut self, screen: &Screen) -> Result<(), Stop> {
        let say = &nl().interview;
        let prompt = &screen.prompt;
        if let Some(kept) = &screen.kept {
            self.line(kept)?;
        }
        if let Some(refusal) = &screen.refusal {
            self.line(&refusal.to_string())?;
        }
        for remark in &screen.remarks {
            self.line(remark)?;
        }
        self.heading(screen)?;
        let again = screen.refusal.is_some() && self.asked.as_ref() == Some(prompt);
        self.empty()?;
        // A long text is not read out a second time because of a slip.
        if !again || !matches!(prompt.ask, Ask::Notice) {
            self.line(&match prompt.number {
                Some(number) => say.question(number, &prompt.text),
                None => prompt.text.clone(),
            })?;
        }
        if !again {
            for hint in &prompt.hints {
                self.line(hint)?;
            }
            for (question, answer) in &prompt.beside {
                self.line(&say.beside(question, answer))?;
            }
        }
        // After a slip too: who reads lines cannot look back at what there was to choose.
        for line in how::choices(&prompt.ask) {
            self.line(&line)?;
        }
        let how = how::how(prompt);
        if again || how != self.how {
            self.line(&how)?;
            self.how = how;
        }
        if prompt.purpose == Purpose::WhatIf {
            self.line(&nl().exercise.enter_leaves())?;
        } else if let Some(current) = &prompt.current {
            self.line(&say.now(current.trim_end_matches('.')))?;
        } else if prompt.optional {
            self.line(&say.may_skip())?;
        }
        let last = screen.fields.last().is_some_and(|field| field.active);
        if screen.offered > 0 && !again && last && !prompt.optional {
            self.line(&say.more_here(screen.offered))?;
        }
        if let Some(half) = self.halves.of(prompt) {
            let half = say.so_far(half);
            self.line(&half)?;
        }
        self.asked = Some(prompt.clone());
        write!(self.out, "{} ", say.lines_prompt()).map_err(Stop::Failed)?;
        self.out.flush().map_err(Stop::Failed)
    }

    /// Whether so long passed that nobody may have been there.
    fn is_late(&self, since: Instant) -> bool {
        let guard = self.guard.as_ref();
        guard.is_some_and(|guard| since.elapsed() >= guard.patience)
    }

    /// One line of input, without its end; nothing when there is no more.
    fn read(&mut self) -> Result<Option<String>, Stop> {
        let mut bytes = Vec::new();
        let mut limited = (&mut self.input).take(MOST_BYTES);
        let read = limited.read_until(b'\n', &mut bytes);
        match read {
            Ok(0) => return Ok(None),
            Ok(_) => {}
            Err(fault) if fault.kind() == std::io::ErrorKind::Interrupted => {
                return Err(Stop::Interrupted);
            }
            Err(fault) => return Err(Stop::Failed(fault)),
        }
        // A pipe on Windows may give an older encoding; then every byte is one letter.
        let text = String::from_utf8(bytes).unwrap_or_else(|error| {
            let bytes = error.into_bytes();
            bytes.into_iter().map(char::from).collect()
        });
        let text = text
            .trim_start_matches('\u{feff}')
            .trim_end_matches(['\n', '\r']);
        Ok(Some(text.to_owned()))
    }

    /// A whole answer: a free text goes on where a line ends with a backslash. A line in it that is the word of an action is
    /// that action; the text then waits half way, and whoever stops there does not lose it.
    fn typed(&mut self, screen: &Screen) -> Result<String, Stop> {
        let prompt = &screen.prompt;
        if !prompt.ask.is_free() {
            return self.read()?.ok_or(Stop::End);
        }
        let mut goes_on = false;
        loop {
            let Some(mut line) = self.read()? else {
                // What was typed until the input ended is the answer, but takes the place of no other.
                let alone = goes_on && prompt.current.is_none();
                let whole = alone.then(|| self.halves.take(prompt));
                return whole.flatten().ok_or(Stop::End);
            };
            let half = self.halves.of(prompt);
            if half.is_some() && matches!(reply(screen, &line), Some(Reply::Act(_))) {
                return Ok(line);
            }
            goes_on = line.ends_with('\\');
            if goes_on {
                line.pop();
            }
            let text = match half {
                Some(half) => format!("{half}\n{line}"),
                None => line,
            };
            if !goes_on {
                self.halves.take(prompt);
                return Ok(text);
            }
            self.halves.keep(prompt, text);
        }
    }
}

impl<R: BufRead, W: Write> Asker for Lines<R, W> {
    fn ask(&mut self, screen: &Screen) -> Result<Reply, Stop> {
        self.greet()?;
        let mut late = self.late.take();
        if late.is_none() {
            self.question(screen)?;
        }
        loop {
            let text = match late.take() {
                Some(text) => text,
                None => {
                    let since = Instant::now();
                    let text = self.typed(screen)?;
                    if self.is_late(since) {
                        self.late = Some(text);
                        return Ok(Reply::Act(Action::Blank));
                    }
                    text
                }
            };
            if let Some(reply) = reply(screen, &text) {
                return Ok(reply);
            }
            self.line(&nl().interview.no_action())?;
        }
    }

    fn tell(&mut self, info: &Info) -> Result<(), Stop> {
        self.empty()?;
        self.line(&info.title)?;
        for text in &info.text {
            self.line(text)?;
        }
        self.asked = None;
        Ok(())
    }

    fn unfinished(&mut self) -> Vec<Unfinished> {
        self.halves.all()
    }

    fn secret(&mut self, info: &Info) -> Result<Zeroizing<String>, Stop> {
        for text in &info.text {
            self.line(text)?;
        }
        self.line(&info.title)?;
        match self.guard.as_ref().and_then(|guard| guard.secret) {
            Some(read) => read().map_err(|fault| match fault.kind() {
                std::io::ErrorKind::Interrupted => Stop::Interrupted,
                std::io::ErrorKind::UnexpectedEof => Stop::End,
                _ => Stop::Failed(fault),
            }),
            None => self.read()?.map(Zeroizing::new).ok_or(Stop::End),
        }
    }

    fn blank(&mut self, neutral: &str) -> Result<(), Stop> {
        if self.late.is_some() {
            return Ok(());
        }
        for _ in 0..EMPTY_LINES {
            self.empty()?;
        }
        self.line(neutral)?;
        self.asked = None;
        self.page.clear();
        self.read()?.map(|_| ()).ok_or(Stop::End)
    }
}

/// What a line means at this prompt; nothing when it is a word for an action that does not exist.
fn reply(screen: &Screen, text: &str) -> Option<Reply> {
    let prompt = &screen.prompt;
    let trimmed = text.trim();
    // A lone question mark is a question about the question, here as at a terminal.
    if trimmed == "?" {
        return Some(Reply::Act(Action::Help));
    }
    for mark in [':', '!'] {
        if let Some(rest) = trimmed.strip_prefix(mark) {
            return match rest.strip_prefix(mark) {
                Some(_) => Some(Reply::Answer(rest.to_owned())),
                None => Action::read(rest.trim())
                    .filter(|action| *action != Action::WhatIf || screen.mark.is_some())
                    .map(Reply::Act),
            };
        }
    }
    if trimmed.is_empty() {
        let keep = prompt.optional || matches!(prompt.ask, Ask::Menu(_));
        return Some(if keep {
            Reply::Keep
        } else {
            Reply::Answer(String::new())
        });
    }
    if !prompt.ask.is_free() {
        if trimmed == "+" && how::can_add(&prompt.ask) {
            return Some(Reply::Act(Action::AddPerson));
        }
        let word = trimmed.starts_with(char::is_alphabetic);
        let action = Action::read(trimmed).filter(|action| *action != Action::WhatIf);
        if let Some(action) = action.filter(|_| word && !is_choice(prompt, trimmed)) {
            return Some(Reply::Act(action));
        }
    }
    Some(Reply::Answer(text.to_owned()))
}

/// Whether a word is one of the choices here, and so no action.
fn is_choice(prompt: &Prompt, text: &str) -> bool {
    let folded = fold(text);
    prompt
        .ask
        .lines()
        .iter()
        .any(|line| line.id == text || fold(&line.text) == folded)
}

/// How a choice is called where a number is typed.
fn label(lines: &[Line], at: usize) -> String {
    if have_numbers(&as_items(lines)) {
        lines[at].id.clone()
    } else {
        (at + 1).to_string()
    }
}
