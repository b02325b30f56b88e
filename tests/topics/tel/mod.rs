//! `tel`: counts that can be added, counts that may be published, repeated reports.

mod answers;
mod command;
mod merging;
mod protection;
mod publication;
mod reports;
