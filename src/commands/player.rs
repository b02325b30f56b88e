//! Plays answers off: shows every screen with the script's reply under it, and waits in between where somebody looks on.

use std::io::{self, BufRead, Write};

use crate::interview::{Asker, Info, Lines, Reply, Screen, Script, Stop};
use crate::text::nl;

/// Shows every screen with the script's reply under it.
pub struct Player<'a> {
    /// Who replies.
    pub script: Script<'a>,
    lines: Lines<io::Empty, &'a mut Box<dyn Write>>,
    /// Where Enter comes from, as long as somebody wants to see the screens one by one.
    input: Option<&'a mut Box<dyn BufRead + Send>>,
    prompt: &'a mut Box<dyn Write>,
    page: String,
    /// Where it has no answer it goes on to the next question to which it has one.
    pub skips: bool,
}

impl<'a> Player<'a> {
    /// Shows on `out`, in lines of this width. With an input it waits there for Enter before every next page.
    pub fn new(
        script: Script<'a>,
        out: &'a mut Box<dyn Write>,
        width: usize,
        input: Option<&'a mut Box<dyn BufRead + Send>>,
        prompt: &'a mut Box<dyn Write>,
    ) -> Self {
        Self {
            script,
            lines: Lines::new(io::empty(), out, width),
            input,
            prompt,
            page: String::new(),
            skips: false,
        }
    }

    /// Waits between two screens.
    fn wait(&mut self, screen: &Screen) -> Result<(), Stop> {
        let turned = !self.page.is_empty() && self.page != screen.page;
        self.page.clone_from(&screen.page);
        let Some(input) = self.input.as_mut().filter(|_| turned) else {
            return Ok(());
        };
        write!(self.prompt, "\n{} ", nl().demo.next())
            .and_then(|()| self.prompt.flush())
            .map_err(Stop::Failed)?;
        let mut line = String::new();
        match input.read_line(&mut line) {
            Ok(0) => self.input = None,
            Ok(_) if line.trim().eq_ignore_ascii_case("a") => self.input = None,
            Ok(_) => {}
            Err(fault) if fault.kind() == io::ErrorKind::Interrupted => {
                return Err(Stop::Interrupted);
            }
            Err(fault) => return Err(Stop::Failed(fault)),
        }
        Ok(())
    }
}

impl Asker for Player<'_> {
    fn ask(&mut self, screen: &Screen) -> Result<Reply, Stop> {
        self.wait(screen)?;
        let reply = match self.script.ask(screen) {
            Err(Stop::End) if self.skips => self.script.left_over().ok_or(Stop::End)?,
            reply => reply?,
        };
        self.lines.play(screen, &reply)?;
        Ok(reply)
    }

    fn tell(&mut self, info: &Info) -> Result<(), Stop> {
        self.script.tell(info)?;
        self.lines.tell(info)
    }

    fn blank(&mut self, neutral: &str) -> Result<(), Stop> {
        self.script.blank(neutral)
    }
}
