//! The commands: one file each, named as typed; the declaration first, then what it does. `casus` holds what the commands
//! about a case share, `lists` and `answers` read the lists and the answers that a command is given, `vragen` is where a case
//! meets the interview, `output` is where a file or the screen gets what was made. No two of them import each other, nor in a
//! circle.

pub mod anonimiseer;
mod answers;
pub mod batch;
pub mod casus;
pub mod casussen;
pub mod controleer;
pub mod day;
pub mod deel;
pub mod demo;
mod form;
pub mod groep;
pub mod instellingen;
pub mod kladblok;
pub mod lists;
pub mod menu;
pub mod nieuw;
pub mod oefen;
pub mod open;
pub mod organisatie;
mod output;
pub mod overstap;
pub mod papier;
pub mod partners;
pub mod plan;
mod player;
pub mod profiel;
pub mod protocol;
pub mod reservekopie;
pub mod schema;
mod screens;
mod sending;
pub mod shared;
mod sharing;
mod sheet;
pub mod sleutels;
pub mod taal;
pub mod tel;
pub mod toon;
pub mod unlock;
pub mod verder;
pub mod vergelijk;
pub mod verifieer;
pub mod vragen;
pub mod vragenlijst;
pub mod weeg;
pub mod wis;
pub mod zelfcheck;
