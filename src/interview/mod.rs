//! The interview: asks what the engine says comes next, until nothing is left or the person stops. Whoever answers is an
//! [`Asker`] (a terminal, plain lines, a script); whoever keeps the answers is a [`Keeper`] (a case on disk, memory). Every
//! answer goes through the one interpreter and is kept before the next question. Knows no plan and no command.
//!
//! The path of one question: `walk` finds the page · `compose` makes the screen · the asker replies · `take` has the
//! reply interpreted, asks the reason that belongs to it, and keeps it · `steer` says where to look next.

mod act;
mod attend;
mod compose;
mod guard;
mod inform;
mod lines;
mod memory;
mod note;
mod people;
mod practice;
mod reply;
mod review;
mod rows;
mod screen;
mod script;
mod seam;
mod shared;
mod source;
mod steer;
mod take;
mod terminal;
mod unfinished;
mod walk;
mod warn;

pub use attend::sensitive;
pub use guard::{Guard, ReadSecret};
pub use lines::Lines;
pub use memory::Memory;
pub use reply::{Action, Reply};
pub use screen::{Ask, Field, Info, Line, Notice, Progress, Prompt, Purpose, Screen};
pub use script::{Script, Watch};
pub use seam::{Asker, Ended, Keeper, Setting, Stop, Trouble};
pub use shared::{Phone, VagueWord};
pub use terminal::Terminal;
pub use unfinished::Unfinished;
pub use walk::{rehearse, run, run_again, run_until};
