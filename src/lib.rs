//! `top3`: from the first signal of violence at home to a safety plan. This is the map of the house; the modules stand
//! in the order in which to read them, and `tests/topics/architecture.rs` holds who may import whom.
//!
//! **The path of one answer.** [`engine::next`] says which questions stand on the next page. [`interview`] turns that page
//! into a screen and hands it to whoever asks: a terminal, plain lines, a script. What comes back goes through
//! [`answer::interpret()`], the one interpreter, and becomes a [`answer::Change`] that [`case`] writes to its journal before
//! anything else happens. Replaying the journal gives the [`answer::Answers`]; [`engine::outcomes`] says what follows from
//! them, with bounds and reasons; [`plan`] gathers by role what belongs in a safety plan; [`document`] lays it out for one
//! reader; [`render`] makes it text.
//!
//! **What is absent on purpose.** The engine never sees a case, a file, a clock or a terminal. Documents never see a case:
//! nothing can get past the choice of the reader. The interview never sees a plan. Only [`world`] knows what day it is.
//! There is no network code.
//!
//! # Without the command line
//!
//! ```
//! use top3::{answer, assessment, questionnaire::Library, yaml};
//!
//! # fn main() -> Result<(), Vec<top3::problem::Problem>> {
//! let library = Library::shipped(); // `library.add(name, bytes)` adds a list of your own
//! let list = library.load("rihg")?;
//! let file = b"{ meerderjarig: ja, kleur_wapens: rood, kleur_lichamelijk_geweld: rood }";
//! let tree = yaml::read_tree(file, "memory").map_err(|problem| vec![*problem])?;
//! let day = chrono::NaiveDate::from_ymd_opt(2026, 3, 1).unwrap();
//! let answers = answer::read(&list, &tree, day)?;
//! let given = assessment::assess(&list, &answers, day);
//! let outcome = &given.uitkomsten["drempel"];
//! assert_eq!(outcome.waarde, "gehaald");
//! assert!(outcome.redenen[0].regel.is_some());
//! # Ok(())
//! # }
//! ```

// The ground: places in files, text that cannot steer a terminal, what may tell who somebody is, YAML, our own sentences.
pub mod problem;

pub mod plain;

pub mod trace;

pub mod yaml;

pub mod text;

// What is asked, and what was answered.
pub mod questionnaire;

pub mod answer;

// A list as people read it.
pub mod words;

pub mod picture;

// What follows: pure.
pub mod diagram;

pub mod engine;

pub mod explanation;

pub mod assessment;

pub mod telling;

pub mod json;

pub mod batch;

// For authors: does a list say what it should, and do its cases show that it does?
pub mod analysis;

pub mod worked_case;

pub mod proof;

pub mod coverage;

pub mod mutation;

// Where a case lives, and who fills it in.
pub mod case;

pub mod interview;

// What leaves the house.
pub mod plan;

pub mod verification;

pub mod paper;

pub mod comparison;

pub mod document;

pub mod render;

// What all these files may hold, for editors and other programs.
pub mod schema;

// The outside, and the commands that tie it all together.
pub mod world;

pub mod error;

pub mod commands;

pub mod cli;
