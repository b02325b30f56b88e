//! `top3`: from the first signal of violence at home to a safety plan.

pub mod answer;
pub mod assessment;
pub mod case;
pub mod cli;
pub mod commands;
pub mod document;
pub mod engine;
pub mod error;
pub mod interview;
pub mod paper;
pub mod plain;
pub mod plan;
pub mod problem;
pub mod proof;
pub mod questionnaire;
pub mod render;
pub mod text;
pub mod trace;
pub mod worked_case;
pub mod world;
pub mod yaml;
