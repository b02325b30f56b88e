//! All tests of the whole program in one binary: one topic a file, in alphabetical order.

// In a test a panic is the report.
#![allow(clippy::unwrap_used, clippy::expect_used)]

mod support;
mod topics;
