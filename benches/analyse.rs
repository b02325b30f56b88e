//! How long `analyse` takes on lists of real size, and how much it keeps: facts about every outcome, and every property.
//! The RiHG (20 signals of 3 colours or unknown) and DASH (24 questions and a judgement, each *ja*, *nee* or unknown).
//!
//! `cargo bench --bench analyse`

#![allow(
    clippy::expect_used,
    clippy::print_stdout,
    reason = "a measurement prints, and stops when its own input is wrong"
)]

use std::alloc::{GlobalAlloc, Layout, System};
use std::fs;
use std::hint::black_box;
use std::path::Path;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Instant;

use chrono::NaiveDate;
use top3::analysis::{facts, judge};
use top3::questionnaire::check::Needs;
use top3::questionnaire::{DerivedIx, Library, Questionnaire};
