//! The safety plan and the papers: what they are built from, what is pointed out in them, and how they read.

pub mod cases;
mod command;
mod consult;
mod example;
mod file;
mod hidden;
mod hostile;
mod later;
mod lint;
mod reading;
mod returned;
