//! For whom a plan is written. Until there are versions per reader there is one: the team that made it.

use super::words;

words! {
    /// The reader of a plan.
    Audience {
        /// The professionals who made it; nobody else.
        Team => "team",
    }
}
