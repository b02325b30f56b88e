//! Why something stayed closed, or could not be closed.

/// What is wrong with a key, a passphrase or what was sealed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fault {
    /// The passphrase is another one.
    WrongPassphrase,
    /// It was sealed, but not to this key.
    NotForThisKey,
    /// It ends too early.
    Cut,
    /// It was changed, or is no such file.
    Damaged,
    /// It asks for far more work than we ever do: opening it would take the machine minutes or more.
    TooMuchWork,
    /// It was made by a newer program.
    Newer,
    /// There is nobody to seal it to.
    NoRecipient,
    /// The system gave no random bytes.
    NoRandom,
}
