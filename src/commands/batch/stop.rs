//! Ctrl-C, and the signal that asks a program to end: the line that is being written is finished first, nothing half keeps a
//! name, and somebody is told how far it came.

use std::io::Write;
use std::path::PathBuf;
use std::sync::{Arc, Mutex, PoisonError};

use super::progress::{Progress, counted};
use crate::error::ErrorKind;
use crate::text::{nl, wrap};
use crate::world::World;

/// The door that every write goes through. Who stops, closes it.
#[derive(Clone, Default)]
pub struct Gate(Arc<Mutex<Run>>);

/// How far a run is.
#[derive(Default)]
pub struct Run {
    /// So many records were written.
    pub records: u64,
    /// The file that has no name yet.
    pub temporary: Option<PathBuf>,
    /// The lines go to a file.
    pub to_file: bool,
    /// The line that says how far it is.
    pub progress: Option<Progress>,
    /// All was written; only telling is left.
    pub done: bool,
    /// How wide messages are.
    pub width: usize,
}

impl Gate {
    /// Holds the door while `write` does its work: nobody stops halfway.
    pub fn hold<T>(&self, write: impl FnOnce(&mut Run) -> T) -> T {
        // Who panicked while holding it left nothing half that matters here.
        write(&mut self.0.lock().unwrap_or_else(PoisonError::into_inner))
    }

    /// From now on, stopping goes through this door; what is said then is so wide. Has to come before any thread.
    pub fn watch(&self, width: usize) {
        self.hold(|run| run.width = width);
        #[cfg(unix)]
        self.watch_end();
        let gate = self.clone();
        // Where another handler is in place already, or none can be, stopping is what it always was.
        _ = ctrlc::set_handler(move || gate.stop());
    }

    /// The signal that `kill` sends. Has to come before any other thread, which then leaves it to this one.
    #[cfg(unix)]
    fn watch_end(&self) {
        use nix::sys::signal::{SigSet, Signal};
        let mut end = SigSet::empty();
        end.add(Signal::SIGTERM);
        if end.thread_block().is_ok() {
            let gate = self.clone();
            std::thread::spawn(move || {
                if end.wait().is_ok() {
                    gate.stop();
                }
            });
        }
    }

    fn stop(&self) -> ! {
        let code = i32::from(ErrorKind::Interrupted.exit_code());
        self.hold(|run| {
            if let Some(temporary) = &run.temporary {
                World::forget(temporary);
            }
            if let Some(progress) = &mut run.progress {
                progress.clear();
            }
            if !run.done {
                let say = &nl().batch;
                let records = counted(run.records);
                let (what, todo) = match (run.records, run.to_file) {
                    (0, true) => (say.stopped_none_file(), say.stopped_file_todo()),
                    (0, false) => (say.stopped_none(), say.stopped_file_todo()),
                    (_, true) => (say.stopped_file(records), say.stopped_file_todo()),
                    (_, false) => (say.stopped(records), say.stopped_todo()),
                };
                let text = format!("{}\n{}", wrap(&what, run.width), wrap(&todo, run.width));
                _ = writeln!(std::io::stderr(), "{text}");
            }
            // The door stays closed: nothing is written after this.
            std::process::exit(code)
        })
    }
}
