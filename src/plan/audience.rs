//! For whom a plan is written: the team that made it, or one kind of reader outside it.

use super::words;

words! {
    /// The reader of a plan.
    Audience {
        /// The professionals who made it; nobody else.
        Team => "team",
        /// Those who live in one house.
        Household => "huishouden",
        /// A child.
        Child => "kind",
        /// One adult of the family.
        Adult => "gezinslid",
        /// Somebody of the network.
        Network => "netwerk",
        /// A professional who does a part of it.
        Professional => "professional",
        /// The partners of the chain, and other bodies.
        Chain => "keten",
    }
}
