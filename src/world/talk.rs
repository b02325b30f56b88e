//! What is said to a person and to a program, and what a person types: lines, and secrets that nobody else may see.

use std::io::{self, BufRead, IsTerminal, Write};

use zeroize::Zeroizing;

use super::prompt::Prompt;
use super::{World, secret};
use crate::error::{Error, ErrorKind, Result};
use crate::text::{nl, wrap};

/// Empties a terminal, with what it keeps above the screen.
const WIPE: &str = "\u{1b}[H\u{1b}[2J\u{1b}[3J";

impl World {
    /// Prints data, followed by a line break.
    pub fn print(&mut self, text: &str) -> Result<()> {
        writeln!(self.out, "{text}")?;
        Ok(self.out.flush()?)
    }

    /// Gives these bytes out as they are.
    pub fn give(&mut self, bytes: &[u8]) -> Result<()> {
        self.out.write_all(bytes)?;
        Ok(self.out.flush()?)
    }

    /// Tells the person something, in lines that fit.
    pub fn say(&mut self, text: &str) -> Result<()> {
        writeln!(self.err, "{}", wrap(text, self.width))?;
        Ok(self.err.flush()?)
    }

    /// Tells a program something beside its data, as it is.
    pub fn say_plain(&mut self, text: &str) -> Result<()> {
        writeln!(self.err, "{text}")?;
        Ok(self.err.flush()?)
    }

    /// Asks for one line; the option is named where nobody is there to answer.
    pub fn ask(&mut self, question: &str, option: &str) -> Result<String> {
        self.somebody(option)?;
        self.prompt(question)?;
        self.waiting(Self::line)
    }

    /// The same where nothing on the screen is about anybody: it stays there however long nobody types.
    pub fn ask_at_leisure(&mut self, question: &str) -> Result<String> {
        self.prompt(question)?;
        self.line()
    }

    fn prompt(&mut self, question: &str) -> Result<()> {
        write!(self.err, "{} ", wrap(question, self.width))?;
        Ok(self.err.flush()?)
    }

    /// Somebody must be there to answer; where nobody is, these options do without.
    ///
    /// # Errors
    /// Nobody is.
    pub fn somebody(&self, options: &str) -> Result<()> {
        if self.person || self.lines {
            return Ok(());
        }
        Err(Error::needs_terminal(options))
    }

    /// Waits until what was said is read: the interview takes the whole screen of a terminal.
    ///
    /// # Errors
    /// Nobody is there to read it.
    pub fn was_read(&mut self) -> Result<()> {
        if !self.lines {
            self.ask(&nl().terminal.before(), "`--regels`")?;
        }
        Ok(())
    }

    /// Waits for what somebody types at a terminal. Who is away for too long finds an empty screen, and is asked anew.
    fn waiting<T>(&mut self, read: impl FnOnce(&mut Self) -> Result<T>) -> Result<T> {
        if !self.err_is_terminal || !self.person {
            return read(self);
        }
        let (vault, width) = (self.vault.clone(), self.width);
        let prompt = Prompt::begin(self.vault.patience(), move || {
            vault.forget();
            let said = wrap(&nl().program.away(), width);
            // That it cannot be said is no reason to keep anything.
            _ = writeln!(io::stderr(), "{WIPE}{said}");
        });
        let read = read(self);
        if prompt.answered() {
            return read;
        }
        self.wipe()?;
        let text = &nl().program;
        Err(Error::new(
            ErrorKind::Away,
            text.was_away(),
            text.was_away_todo(),
        ))
    }

    /// Asks for something that nobody else may see. From a terminal it is not shown; from a pipe it is the next line.
    pub fn secret(&mut self, question: &str) -> Result<Zeroizing<String>> {
        self.prompt(question)?;
        let line = if io::stdin().is_terminal() {
            let line = self.waiting(|_| Ok(secret::line()));
            writeln!(self.err)?;
            line??
        } else {
            Zeroizing::new(self.line()?)
        };
        Ok(line)
    }

    /// Takes away what stands on the screen, where it can be taken away.
    pub fn wipe(&mut self) -> Result<()> {
        if self.err_is_terminal {
            write!(self.err, "{WIPE}")?;
            self.err.flush()?;
        }
        Ok(())
    }

    /// The next line of standard input, without its line break.
    pub fn line(&mut self) -> Result<String> {
        let mut line = String::new();
        let text = &nl().program;
        match self.input.read_line(&mut line) {
            Ok(0) => Err(Error::attention(
                text.input_closed(),
                text.input_closed_todo(),
            )),
            Ok(_) => Ok(line.trim_end_matches(['\n', '\r']).to_owned()),
            Err(fault) if fault.kind() == io::ErrorKind::InvalidData => {
                Err(Error::attention(text.not_utf8("-"), text.not_utf8_todo()))
            }
            Err(fault) => Err(fault.into()),
        }
    }
}
