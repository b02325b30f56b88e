//! The program `top3`.

fn main() {}
