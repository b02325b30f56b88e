//! The safety plan: what it is built from, what is pointed out in it, its file, and how it reads.

mod cases;
mod file;
mod look;
