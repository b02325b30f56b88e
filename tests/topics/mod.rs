//! The topics. A file that is not listed here fails `architecture`.

mod answers;
mod architecture;
mod bounds;
mod broken_lists;
mod hostile_files;
mod plan;
mod questionnaires;
mod store;
mod trace;
mod weeg;
mod worked_cases;
