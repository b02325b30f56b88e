//! What opens sealed bytes: the reading half of an identity, or a key file.

use std::fmt;
use std::str::FromStr;

use age::x25519;

use super::sealed::{is_guarded, unguard};
use super::{Fault, Identity, Passphrase, Recipient};

/// A key that opens. Wiped when dropped.
#[derive(Clone)]
pub struct Opener(x25519::Identity);

impl Opener {
    /// Reads a key file: an age identity, or one guarded by a passphrase, which is then asked for.
    ///
    /// # Errors
    /// It is no key file, or the passphrase is another one.
    pub fn read(file: &[u8], passphrase: Option<&Passphrase>) -> Result<Self, Fault> {
        let guarded;
        let bytes = if is_guarded(file) {
            guarded = unguard(file, passphrase.ok_or(Fault::WrongPassphrase)?)?;
            guarded.as_slice()
        } else {
            file
        };
        let text = std::str::from_utf8(bytes).map_err(|_| Fault::Damaged)?;
        if Identity::is(text) {
            let identity = Identity::read(text).ok_or(Fault::Damaged)?;
            return Ok(Self::from(&identity));
        }
        let mut lines = text
            .lines()
            .map(str::trim)
            .filter(|line| !line.is_empty() && !line.starts_with('#'));
        match (lines.next(), lines.next()) {
            (Some(key), None) => x25519::Identity::from_str(key)
                .map(Self)
                .map_err(|_| Fault::Damaged),
            _ => Err(Fault::Damaged),
        }
    }

    /// Who to seal to, so that this opens it.
    pub fn recipient(&self) -> Recipient {
        Recipient(self.0.to_public())
    }

    pub(super) fn key(&self) -> &x25519::Identity {
        &self.0
    }
}

impl From<&Identity> for Opener {
    fn from(identity: &Identity) -> Self {
        Self(identity.reading().clone())
    }
}

impl fmt::Debug for Opener {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Opener")
    }
}
