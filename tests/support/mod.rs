//! What several topics share.

pub mod oracle;
pub mod program;
pub mod small_list;
