//! The topics. A file that is not listed here fails `architecture`.

mod architecture;
mod questionnaires;
mod store;
mod trace;
