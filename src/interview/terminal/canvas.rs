//! The only place that touches the terminal itself: draws a frame, wipes the screen, reads a key. Leaves the terminal as it
//! was found.

use std::collections::VecDeque;
use std::io::{self, Write};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};

use console::{Key, Term};

use super::away::Away;
use super::frame::{Frame, Look, Paint};
use super::key::{Keys, Press};
use crate::interview::{Guard, Stop};
use crate::text::nl;

/// Wider lines are hard to read.
const MOST_COLUMNS: usize = 90;
const LEAST_COLUMNS: usize = 20;
const LEAST_ROWS: usize = 8;

/// Somebody is being asked: Ctrl-C is theirs. Process-wide, because the handler of a signal is.
static ASKING: AtomicBool = AtomicBool::new(false);
/// Ctrl-C came while no key was being read.
static INTERRUPTED: AtomicBool = AtomicBool::new(false);

/// The terminal.
pub(super) struct Canvas {
    term: Term,
    paint: Paint,
    /// It understands sequences for cursor and screen.
    ansi: bool,
    keys: Keys,
    queue: VecDeque<Press>,
    /// Something was drawn already.
    begun: bool,
    pasting: bool,
    away: Option<Arc<Away>>,
}

impl Canvas {
    /// Takes the terminal.
    pub(super) fn open(colour: bool) -> Self {
        // The first handler stays; a second interview in the same run finds it there already.
        _ = ctrlc::set_handler(interrupted);
        ASKING.store(true, Ordering::SeqCst);
        INTERRUPTED.store(false, Ordering::SeqCst);
        // On Windows, asking for colour switches the sequences on; a terminal made after that knows them.
        let can = Term::stderr().features().colors_supported();
        let term = Term::stderr();
        let ansi = !cfg!(windows) || can || term.features().is_msys_tty();
        Self {
            term,
            paint: Paint(colour && ansi),
            ansi,
            keys: Keys::default(),
            queue: VecDeque::new(),
            begun: false,
            pasting: false,
            away: None,
        }
    }

    /// Empties the screen and tells the guard when nobody presses a key for a while.
    pub(super) fn watch(&mut self, guard: Guard) {
        let (term, ansi) = (self.term.clone(), self.ansi);
        self.away = Some(Arc::new(Away::watch(guard, move || {
            // Nobody is there to tell when the terminal is gone.
            _ = empty(&term, ansi);
            _ = (&term).write_all(nl().interview.blank().as_bytes());
        })));
    }

    /// Somebody is there, as far as the keys tell. `false` when that comes too late.
    pub(super) fn here(&self) -> bool {
        self.away.as_ref().is_none_or(|away| away.here())
    }

    /// What watches whether somebody is there.
    pub(super) fn away(&self) -> Option<Arc<Away>> {
        self.away.clone()
    }

    /// Nobody was there for a while.
    pub(super) fn is_away(&self) -> bool {
        !self.here()
    }

    /// Whether nobody was there for a while; from now on somebody is.
    pub(super) fn come_back(&self) -> bool {
        let was_away = self.is_away();
        if let Some(away) = &self.away {
            away.back();
        }
        was_away
    }

    fn put(&self, text: &str) -> Result<(), Stop> {
        Ok((&self.term).write_all(text.as_bytes())?)
    }

    /// How large the screen is now, and how it may look.
    pub(super) fn look(&self) -> Look {
        let (rows, columns) = self.term.size();
        Look {
            rows: usize::from(rows).max(LEAST_ROWS),
            // The last column stays free: some consoles go to the next line as soon as it is filled.
            columns: (usize::from(columns).saturating_sub(1)).clamp(LEAST_COLUMNS, MOST_COLUMNS),
            paint: self.paint,
        }
    }

    /// The terminal, for who draws and reads by themselves.
    pub(super) const fn term(&self) -> &Term {
        &self.term
    }

    /// Draws a whole screen over the old one. Every line is written again: what was typed too early may have been shown by
    /// the terminal itself.
    pub(super) fn draw(&mut self, frame: &Frame) -> Result<(), Stop> {
        self.begin()?;
        self.term.hide_cursor()?;
        if !self.ansi {
            return self.draw_plainly(frame);
        }
        // Line by line: to clear a screen at once makes many terminals keep it for scrolling back.
        let mut out = String::from("\u{1b}[H");
        let (rows, _) = self.term.size();
        for at in 0..usize::from(rows) {
            if at > 0 {
                out.push_str("\r\n");
            }
            out.push_str("\u{1b}[K");
            out.push_str(frame.lines.get(at).map_or("", String::as_str));
        }
        let below = frame.lines.len().min(usize::from(rows)).max(1);
        out.push_str(&format!("\u{1b}[{below};1H"));
        if let Some((row, column)) = frame.cursor {
            out.push_str(&format!("\u{1b}[{};{}H\u{1b}[?25h", row + 1, column + 1));
        }
        self.put(&out)
    }

    /// For a console without sequences: empties the screen and writes it anew.
    fn draw_plainly(&self, frame: &Frame) -> Result<(), Stop> {
        self.term.clear_screen()?;
        self.put(&frame.lines.join("\n"))?;
        if let Some((row, column)) = frame.cursor {
            let last = frame.lines.len().saturating_sub(1);
            self.term.move_cursor_up(last.saturating_sub(row))?;
            self.term.move_cursor_right(column)?;
            self.term.show_cursor()?;
        }
        Ok(())
    }

    /// Before the first drawing, what stood on the screen moves up, out of the way but not away.
    fn begin(&mut self) -> Result<(), Stop> {
        if self.begun {
            return Ok(());
        }
        self.begun = true;
        let (rows, _) = self.term.size();
        self.put(&"\n".repeat(usize::from(rows)))
    }

    /// An empty screen.
    pub(super) fn clear(&mut self) -> Result<(), Stop> {
        self.draw(&Frame::default())
    }

    /// An empty screen, and nothing to scroll back to where the terminal can forget it.
    pub(super) fn wipe(&mut self) -> Result<(), Stop> {
        self.begun = true;
        Ok(empty(&self.term, self.ansi)?)
    }

    /// Waits for what the person does.
    pub(super) fn press(&mut self) -> Result<Press, Stop> {
        self.pasting(true)?;
        loop {
            if let Some(press) = self.queue.pop_front() {
                return match press {
                    Press::Interrupt => Err(Stop::Interrupted),
                    press => Ok(press),
                };
            }
            let since = Instant::now();
            let key = self.key()?;
            let gap = since.elapsed();
            if !self.here() {
                // Whatever was pressed was pressed in the dark.
                self.keys = Keys::default();
                return Ok(Press::Control('l'));
            }
            self.queue.extend(if is_pasted(&key, gap) {
                vec![Press::Paste("\n".to_owned())]
            } else {
                self.keys.feed(key, gap)
            });
        }
    }

    fn key(&self) -> Result<Key, Stop> {
        if was_interrupted() {
            return Err(Stop::Interrupted);
        }
        self.term.read_key_raw().map_err(stop)
    }

    /// Has the terminal say which text is pasted, so that its lines do not answer the next questions.
    pub(super) fn pasting(&mut self, on: bool) -> Result<(), Stop> {
        if self.ansi && self.pasting != on {
            self.pasting = on;
            let switch = if on { "\u{1b}[?2004h" } else { "\u{1b}[?2004l" };
            self.put(switch)?;
        }
        Ok(())
    }

    /// The last Escape was meant as one.
    pub(super) fn meant(&mut self) {
        self.keys.meant();
    }

    /// Somebody else read an Escape, which may have been the beginning of another key.
    pub(super) fn escaped(&mut self) {
        self.keys.escaped();
    }
}

/// Takes away all that can be seen, and scrolled back to where the terminal can forget it.
fn empty(mut term: &Term, ansi: bool) -> io::Result<()> {
    term.hide_cursor()?;
    if ansi {
        term.write_all(b"\x1b[H\x1b[2J\x1b[3J")
    } else {
        term.clear_screen()
    }
}

/// Ctrl-C came by another way than as a key.
pub(super) fn was_interrupted() -> bool {
    INTERRUPTED.swap(false, Ordering::SeqCst)
}

impl Drop for Canvas {
    fn drop(&mut self) {
        ASKING.store(false, Ordering::SeqCst);
        // The terminal may be gone; then nothing is left to put right.
        _ = self.pasting(false);
        if self.begun {
            _ = self.clear();
        }
        _ = self.term.show_cursor();
    }
}

/// A Windows console does not say what is pasted. A line break that was waiting already before it was asked for is no key
/// that a person hit.
fn is_pasted(key: &Key, gap: Duration) -> bool {
    cfg!(windows) && *key == Key::Enter && gap < Duration::from_millis(2)
}

/// What a failing terminal means for the interview.
pub(super) fn stop(fault: io::Error) -> Stop {
    match fault.kind() {
        io::ErrorKind::Interrupted => {
            heard();
            Stop::Interrupted
        }
        // The window was closed.
        io::ErrorKind::UnexpectedEof => Stop::End,
        _ => Stop::Failed(fault),
    }
}

/// The handler runs in a thread of its own: it must have heard this Ctrl-C before the next one counts.
fn heard() {
    for _ in 0..40 {
        if was_interrupted() {
            return;
        }
        std::thread::sleep(Duration::from_millis(5));
    }
}

impl From<io::Error> for Stop {
    fn from(fault: io::Error) -> Self {
        stop(fault)
    }
}

/// While somebody is asked, Ctrl-C stops the interview in good order; otherwise it ends the program, as without a handler.
fn interrupted() {
    if ASKING.load(Ordering::SeqCst) {
        INTERRUPTED.store(true, Ordering::SeqCst);
    } else {
        std::process::exit(130);
    }
}
