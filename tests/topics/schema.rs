//! The schemas: the files in the repository are what the program prints, everything that is shipped fits, and the loader
//! and the schema agree on what may be written.

mod agreement;
mod command;
mod files;
mod given;
mod reports;
mod training;
mod words;

pub use agreement::agrees_with_loader;
