//! `tel`: counts that can be added, counts that may be published, repeated reports.

mod command;
mod merging;
mod protection;
mod publication;
mod reports;
