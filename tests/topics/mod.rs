//! The topics. A file that is not listed here fails `architecture`.

mod answers;
mod architecture;
mod bounds;
mod broken_lists;
mod cases;
mod check;
mod coverage;
mod compiled;
mod demo;
mod disk;
mod guide;
mod hostile_files;
mod interview;
mod loading;
mod mangled_lists;
mod plan;
mod profile;
mod questionnaires;
mod resume;
mod store;
mod terminal;
mod trace;
mod usage;
mod weeg;
mod worked_cases;
