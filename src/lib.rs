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
//! [`Lists`] loads, checks and adds lists; a [`List`] reads answers, assesses, explains and does so for many records. Only
//! what stands on this page is promised to other programs; every room of the house is there for the program itself, its
//! tests and its benchmarks (`RUSTDOCFLAGS="--cfg house" cargo doc` shows them all).
//!
//! ```
//! # fn main() -> Result<(), Vec<top3::Problem>> {
//! let list = top3::Lists::shipped().load("rihg")?;
//! let day = chrono::NaiveDate::from_ymd_opt(2026, 3, 1).unwrap();
//! let file = b"{ meerderjarig: ja, kleur_wapengebruik: rood, kleur_bedreiging: rood }";
//! let answers = list.answers("memory", file, day)?;
//! let outcome = &list.assess(&answers, day).uitkomsten["drempel"];
//! assert_eq!(outcome.waarde, "gehaald");
//! assert_eq!(outcome.zekerheid, "vast");
//! assert!(outcome.redenen[0].regel.is_some());
//! # Ok(())
//! # }
//! ```

// The ground: places in files, text that cannot steer a terminal, what may tell who somebody is, YAML, our own sentences.
#[cfg_attr(all(doc, not(house)), doc(hidden))]
pub mod problem;

#[cfg_attr(all(doc, not(house)), doc(hidden))]
pub mod plain;

#[cfg_attr(all(doc, not(house)), doc(hidden))]
pub mod trace;

#[cfg_attr(all(doc, not(house)), doc(hidden))]
pub mod yaml;

// Who can open and who can sign.
#[cfg_attr(all(doc, not(house)), doc(hidden))]
pub mod keys;

#[cfg_attr(all(doc, not(house)), doc(hidden))]
pub mod text;

// What is asked, and what was answered.
#[cfg_attr(all(doc, not(house)), doc(hidden))]
pub mod questionnaire;

#[cfg_attr(all(doc, not(house)), doc(hidden))]
pub mod answer;

// A list as people read it.
#[cfg_attr(all(doc, not(house)), doc(hidden))]
pub mod words;

#[cfg_attr(all(doc, not(house)), doc(hidden))]
pub mod picture;

#[cfg_attr(all(doc, not(house)), doc(hidden))]
pub mod drawing;

// What follows: pure.
#[cfg_attr(all(doc, not(house)), doc(hidden))]
pub mod calendar;

#[cfg_attr(all(doc, not(house)), doc(hidden))]
pub mod diagram;

#[cfg_attr(all(doc, not(house)), doc(hidden))]
pub mod engine;

#[cfg_attr(all(doc, not(house)), doc(hidden))]
pub mod explanation;

#[cfg_attr(all(doc, not(house)), doc(hidden))]
pub mod assessment;

#[cfg_attr(all(doc, not(house)), doc(hidden))]
pub mod telling;

#[cfg_attr(all(doc, not(house)), doc(hidden))]
pub mod json;

#[cfg_attr(all(doc, not(house)), doc(hidden))]
pub mod batch;

#[cfg_attr(all(doc, not(house)), doc(hidden))]
pub mod tally;

// How far people who rated the same agree: pure.
#[cfg_attr(all(doc, not(house)), doc(hidden))]
pub mod agreement;

// For authors: does a list say what it should, and do its cases show that it does?
#[cfg_attr(all(doc, not(house)), doc(hidden))]
pub mod analysis;

#[cfg_attr(all(doc, not(house)), doc(hidden))]
pub mod worked_case;

#[cfg_attr(all(doc, not(house)), doc(hidden))]
pub mod proof;

#[cfg_attr(all(doc, not(house)), doc(hidden))]
pub mod coverage;

#[cfg_attr(all(doc, not(house)), doc(hidden))]
pub mod mutation;

// Where a case lives, and who fills it in.
#[cfg_attr(all(doc, not(house)), doc(hidden))]
pub mod case;

#[cfg_attr(all(doc, not(house)), doc(hidden))]
pub mod interview;

// What leaves the house.
#[cfg_attr(all(doc, not(house)), doc(hidden))]
pub mod plan;

#[cfg_attr(all(doc, not(house)), doc(hidden))]
pub mod family;

#[cfg_attr(all(doc, not(house)), doc(hidden))]
pub mod verification;

#[cfg_attr(all(doc, not(house)), doc(hidden))]
pub mod paper;

#[cfg_attr(all(doc, not(house)), doc(hidden))]
pub mod reader;

#[cfg_attr(all(doc, not(house)), doc(hidden))]
pub mod anonymous;

#[cfg_attr(all(doc, not(house)), doc(hidden))]
pub mod notebook;

#[cfg_attr(all(doc, not(house)), doc(hidden))]
pub mod comparison;

#[cfg_attr(all(doc, not(house)), doc(hidden))]
pub mod replay;

#[cfg_attr(all(doc, not(house)), doc(hidden))]
pub mod document;

// How it travels.
#[cfg_attr(all(doc, not(house)), doc(hidden))]
pub mod parcel;

// What an organisation says of itself.
#[cfg_attr(all(doc, not(house)), doc(hidden))]
pub mod partner;

#[cfg_attr(all(doc, not(house)), doc(hidden))]
pub mod protocol;

#[cfg_attr(all(doc, not(house)), doc(hidden))]
pub mod render;

// What people answered to the same invented case, laid side by side: pure.
#[cfg_attr(all(doc, not(house)), doc(hidden))]
pub mod group;

#[cfg_attr(all(doc, not(house)), doc(hidden))]
pub mod agenda;

// What all these files may hold, for editors and other programs.
#[cfg_attr(all(doc, not(house)), doc(hidden))]
pub mod schema;

// Invented cases, and what participants answer.
#[cfg_attr(all(doc, not(house)), doc(hidden))]
pub mod training;

// The outside, and the commands that tie it all together.
#[cfg_attr(all(doc, not(house)), doc(hidden))]
pub mod world;

#[cfg_attr(all(doc, not(house)), doc(hidden))]
pub mod error;

#[cfg_attr(all(doc, not(house)), doc(hidden))]
pub mod commands;

#[cfg_attr(all(doc, not(house)), doc(hidden))]
pub mod cli;

// The door for other programs.
mod embed;

pub use embed::{Answers, Batch, Code, Fate, List, Lists, Place, Problem, Scratch, Wishes, result};
