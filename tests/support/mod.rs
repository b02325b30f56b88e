//! What several topics share.

pub mod oracle;
pub mod small_list;
