//! Keys: the identity of a user (one key to be written to, one to sign with), the passphrase that guards it, the public half
//! that others get, and sealing bytes to those halves. Touches no file and asks nobody: bytes in, bytes out. What is secret
//! lives in types that are wiped when dropped, and never stands in a fault or in what `Debug` prints.

mod fault;
mod identity;
mod opener;
mod passphrase;
mod public;
mod sealed;

pub use fault::Fault;
pub use identity::{Identity, WORK, pair};
pub use opener::Opener;
pub use passphrase::{Passphrase, Weak};
pub use public::{Public, Recipient, recipients};
pub use sealed::{armoured, guard, is_age, is_guarded, open, seal, unguard};

/// Fills these bytes from the random source of the system.
///
/// # Errors
/// The system has none to give.
pub fn random(bytes: &mut [u8]) -> Result<(), Fault> {
    getrandom::fill(bytes).map_err(|_| Fault::NoRandom)
}
