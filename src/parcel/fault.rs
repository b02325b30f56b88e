//! Why a package stays shut.

use crate::keys;

/// What is wrong with a package.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fault {
    /// It was not sealed to this key.
    NotForThisKey,
    /// It ends too early.
    Cut,
    /// It was changed, or was never sealed.
    Damaged,
    /// It could be opened, and no package was in it.
    NoPackage,
    /// It was made by a newer program.
    Newer,
    /// The signature is not that of whom it says, or the document is not what was signed.
    Forged,
    /// It was signed for others than whoever opens it.
    MeantForOthers,
    /// There is nobody to send it to, or too many.
    NoRecipient,
    /// The system gave no random bytes.
    NoRandom,
}

impl From<keys::Fault> for Fault {
    fn from(fault: keys::Fault) -> Self {
        match fault {
            keys::Fault::NotForThisKey | keys::Fault::WrongPassphrase => Self::NotForThisKey,
            keys::Fault::Cut => Self::Cut,
            keys::Fault::Newer => Self::Newer,
            keys::Fault::NoRecipient => Self::NoRecipient,
            keys::Fault::NoRandom => Self::NoRandom,
            keys::Fault::Damaged | keys::Fault::TooMuchWork => Self::Damaged,
        }
    }
}
