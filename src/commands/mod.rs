//! The commands: one file each, named as typed; the declaration first, then what it does.

pub mod instellingen;
pub mod lists;
pub mod menu;
pub mod weeg;
