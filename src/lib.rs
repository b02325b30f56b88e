//! `top3`: from the first signal of violence at home to a safety plan.

pub mod answer;
pub mod engine;
pub mod problem;
pub mod questionnaire;
