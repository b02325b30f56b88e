//! A person at a real terminal: presses keys, and sees what stands on the screen. Unix only: it needs a pseudo-terminal whose
//! signs can be read back.

use std::process::Command;
use std::time::{Duration, Instant};

use expectrl::process::unix::WaitStatus;
use expectrl::session::OsSession;
use expectrl::{Expect, Session};

use super::glass::Glass;
use super::program::Program;

/// So long a program may take to show something, on a busy machine.
const PATIENCE: Duration = Duration::from_secs(30);
/// So long it takes at most before a key shows; a part of a key never does.
const ANSWER: Duration = Duration::from_millis(2500);
/// So long nothing must change before the screen counts as drawn.
const QUIET: Duration = Duration::from_millis(80);

/// The one who sits there.
pub struct Person {
    session: OsSession,
    glass: Glass,
}

impl Person {
    /// Starts the program on a screen of this size.
    pub fn start(program: &Program, args: &[&str], columns: u16, rows: u16) -> Self {
        // The program waits for a first line, so that the screen has its size before it looks at it.
        let mut command = Command::new("sh");
        command
            .args(["-c", "read -r _ && exec \"$0\" \"$@\""])
            .arg(env!("CARGO_BIN_EXE_top3"))
            .args(program.always())
            .args(args)
            .env("TERM", "xterm-256color")
            .env_remove("NO_COLOR");
        let mut session = Session::spawn(command).unwrap();
        let process = session.get_process_mut();
        process.set_window_size(columns, rows).unwrap();
        session.send("\n").unwrap();
        Self {
            session,
            glass: Glass::new(usize::from(columns), usize::from(rows)),
        }
    }

    /// Presses keys, and looks again when nothing changes any more.
    pub fn press(&mut self, keys: &str) -> &mut Self {
        self.session.send(keys).unwrap();
        let since = Instant::now();
        while !self.read() && since.elapsed() < ANSWER {}
        self.look();
        self
    }

    /// Sends the first part of a key, which shows nothing.
    pub fn sends(&mut self, part: &str) -> &mut Self {
        self.session.send(part).unwrap();
        std::thread::sleep(QUIET);
        self
    }

    /// Waits until the screen says nothing but one neutral line.
    pub fn sees_a_neutral_screen(&mut self) -> &mut Self {
        self.waits("a neutral screen", |text| text.trim().lines().count() == 1)
    }

    /// Waits until this stands on the screen.
    pub fn sees(&mut self, text: &str) -> &mut Self {
        self.waits(text, |screen| screen.contains(text))
    }

    /// Reads what does not fit beside the question, and goes on until this stands on the screen.
    pub fn reads_on_to(&mut self, text: &str) -> &mut Self {
        let reads = |screen: &str| screen.contains("Enter gaat verder");
        self.waits(text, |screen| screen.contains(text) || reads(screen));
        if reads(&self.screen()) {
            self.press("\r");
        }
        self.sees(text)
    }

    fn waits(&mut self, what: &str, there: impl Fn(&str) -> bool) -> &mut Self {
        let until = Instant::now() + PATIENCE;
        while !there(&self.glass.text()) {
            assert!(
                Instant::now() < until,
                "`{what}` is not here:\n{}",
                self.glass.text()
            );
            self.read();
        }
        self.look();
        self
    }

    /// This does not stand on the screen, nor can it be scrolled back to.
    pub fn sees_nothing_of(&mut self, text: &str) -> &mut Self {
        assert!(!self.glass.text().contains(text), "{}", self.glass.text());
        assert!(!self.glass.gone.contains(text), "{}", self.glass.gone);
        self
    }

    /// Presses the arrow until it points at a line with this text.
    pub fn points_at(&mut self, text: &str) -> &mut Self {
        for _ in 0..90 {
            let lines = self.glass.text();
            if lines
                .lines()
                .any(|line| line.starts_with('>') && line.contains(text))
            {
                return self;
            }
            self.press("\u{1b}[B");
        }
        panic!("nothing points at `{text}`:\n{}", self.glass.text());
    }

    /// What stands on the screen.
    pub fn screen(&self) -> String {
        self.glass.text()
    }

    /// The screen was always drawn within its borders.
    pub fn stayed_within(&mut self) -> &mut Self {
        assert!(self.glass.wrapped.is_empty(), "{:#?}", self.glass.wrapped);
        self
    }

    /// Waits for the end: whether the cursor and the rest of the terminal are as they were, and the exit code.
    pub fn leaves(mut self) -> (String, i32) {
        let until = Instant::now() + PATIENCE;
        let code = loop {
            match self.session.get_process().status().unwrap() {
                WaitStatus::Exited(_, code) => break code,
                WaitStatus::StillAlive => {}
                other => panic!("{other:?}"),
            }
            assert!(Instant::now() < until, "still there:\n{}", self.screen());
            self.read();
        };
        self.look();
        assert!(self.glass.cursor_shown, "the cursor is still hidden");
        assert!(!self.glass.pasting, "what is pasted is still marked");
        (self.glass.text(), code)
    }

    fn look(&mut self) {
        let mut since = Instant::now();
        while since.elapsed() < QUIET {
            if self.read() {
                since = Instant::now();
            }
        }
    }

    fn read(&mut self) -> bool {
        let mut bytes = [0; 4096];
        match self.session.try_read(&mut bytes) {
            Ok(count) if count > 0 => {
                self.glass.show(&bytes[..count]);
                true
            }
            _ => {
                std::thread::sleep(Duration::from_millis(5));
                false
            }
        }
    }
}
