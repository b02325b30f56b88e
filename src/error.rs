//! The one error that reaches the user: what happened, and what to do now. Its kind decides the exit code, here only.
//! No answer, label or name of a person may ever stand in one.

use std::io;
use std::path::Path;

use crate::text::{nl, wrap};

/// What kind of thing went wrong.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ErrorKind {
    /// The input, or what came out, needs attention.
    Attention,
    /// The program was used wrongly.
    Usage,
    /// The machine failed: disk, rights.
    Machine,
    /// Nobody was there for a while: what was asked is not answered.
    Away,
    /// The person stopped it (Ctrl-C).
    Interrupted,
    /// Whoever read the output went away; nothing to say any more.
    Closed,
}

impl ErrorKind {
    /// The exit code that belongs to it.
    pub const fn exit_code(self) -> u8 {
        match self {
            Self::Closed => 0,
            Self::Attention | Self::Away => 1,
            Self::Usage => 2,
            Self::Machine => 3,
            Self::Interrupted => 130,
        }
    }
}

/// How a command ended that did not fail.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Done {
    /// All is well.
    Well,
    /// What came out needs attention; the command has said so itself.
    Attention,
}

impl Done {
    /// The exit code that belongs to it.
    pub const fn exit_code(self) -> u8 {
        match self {
            Self::Well => 0,
            Self::Attention => ErrorKind::Attention.exit_code(),
        }
    }
}

/// What happened, and what to do now.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Error {
    /// Its kind.
    pub kind: ErrorKind,
    /// What happened.
    pub what: String,
    /// Details, one a line, drawn as they are (a problem with its file, line and caret).
    pub details: Vec<String>,
    /// What to do now.
    pub todo: String,
}

/// What a command gives.
pub type Result<T = Done> = std::result::Result<T, Error>;

impl Error {
    /// An error of this kind.
    pub fn new(kind: ErrorKind, what: impl Into<String>, todo: impl Into<String>) -> Self {
        Self {
            kind,
            what: what.into(),
            details: Vec::new(),
            todo: todo.into(),
        }
    }

    /// The input needs attention.
    pub fn attention(what: impl Into<String>, todo: impl Into<String>) -> Self {
        Self::new(ErrorKind::Attention, what, todo)
    }

    /// The program was used wrongly.
    pub fn usage(what: impl Into<String>, todo: impl Into<String>) -> Self {
        Self::new(ErrorKind::Usage, what, todo)
    }

    /// The machine failed; what to do follows from how.
    pub fn machine(what: impl Into<String>, fault: &io::Error) -> Self {
        Self::new(ErrorKind::Machine, what, todo(fault))
    }

    /// A file could not be read. That it is not there, or a folder, is the user's to mend; the rest is
    /// the machine's.
    pub fn reading(file: &Path, fault: &io::Error) -> Self {
        let mut error = Self::machine(nl().program.cannot_read(file.display()), fault);
        if matches!(
            fault.kind(),
            io::ErrorKind::NotFound | io::ErrorKind::IsADirectory
        ) {
            error.kind = ErrorKind::Usage;
        }
        error
    }

    /// A file could not be written.
    pub fn writing(file: &Path, fault: &io::Error) -> Self {
        Self::machine(nl().program.cannot_write(file.display()), fault)
    }

    /// Somebody is needed to answer, and there is no terminal; this option does without.
    pub fn needs_terminal(option: &str) -> Self {
        Self::usage(
            nl().program.needs_terminal(),
            nl().program.needs_terminal_todo(option),
        )
    }

    /// The same error with these lines under what happened.
    pub fn with_details(mut self, details: Vec<String>) -> Self {
        self.details = details;
        self
    }

    /// What the user reads.
    pub fn text(&self, width: usize) -> String {
        let mut parts = vec![wrap(&self.what, width)];
        parts.extend(self.details.iter().cloned());
        parts.push(wrap(&self.todo, width));
        parts.retain(|part| !part.is_empty());
        parts.join("\n")
    }
}

/// Only for printing: a reader that went away is no fault, a full disk behind the output is.
impl From<io::Error> for Error {
    fn from(fault: io::Error) -> Self {
        match fault.kind() {
            io::ErrorKind::BrokenPipe => Self::new(ErrorKind::Closed, "", ""),
            io::ErrorKind::Interrupted => Self::new(
                ErrorKind::Interrupted,
                nl().program.interrupted(),
                nl().program.interrupted_todo(),
            ),
            _ => Self::machine(nl().program.cannot_print(), &fault),
        }
    }
}

/// What to do about a fault of the machine, without the library's own words.
pub fn todo(fault: &io::Error) -> String {
    let text = &nl().program;
    match fault.kind() {
        io::ErrorKind::NotFound => text.todo_missing(),
        io::ErrorKind::IsADirectory => text.todo_folder(),
        io::ErrorKind::PermissionDenied => text.todo_rights(),
        io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded | io::ErrorKind::FileTooLarge => {
            text.todo_full()
        }
        io::ErrorKind::ReadOnlyFilesystem => text.todo_read_only(),
        _ => text.todo_other(),
    }
}
