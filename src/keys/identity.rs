//! Who a user is: one key that others write to and one that signs, made together and kept in one guarded file.

use std::fmt;
use std::str::FromStr;

use age::secrecy::ExposeSecret;
use age::x25519;
use base64::Engine;
use base64::prelude::BASE64_STANDARD as BASE64;
use ed25519_dalek::{Signer, SigningKey};
use zeroize::Zeroizing;

use super::sealed::{guard, unguard};
use super::{Fault, Passphrase, Public, Recipient, random};

/// How much work a passphrase costs to try, as a power of two: what `age` itself takes.
pub const WORK: u8 = 18;

/// The first line of what stands in a guarded identity.
const KIND: &str = "top3-identiteit 1";

/// The identity of a user. Wiped when dropped.
#[derive(Clone)]
pub struct Identity {
    reading: x25519::Identity,
    signing: SigningKey,
}

impl Identity {
    /// Makes a new one.
    ///
    /// # Errors
    /// The system gave no random bytes.
    pub fn generate() -> Result<Self, Fault> {
        let mut seed = Zeroizing::new([0; 32]);
        random(seed.as_mut_slice())?;
        Ok(Self {
            reading: x25519::Identity::generate(),
            signing: SigningKey::from_bytes(&seed),
        })
    }

    /// What others may have of it.
    pub fn public(&self) -> Public {
        Public::of(self.reading.to_public(), self.signing.verifying_key())
    }

    /// Who to seal to, so that this identity can open it.
    pub fn recipient(&self) -> Recipient {
        Recipient(self.reading.to_public())
    }

    /// Signs these bytes. Whoever signs puts before them what they are meant for.
    pub fn sign(&self, bytes: &[u8]) -> [u8; 64] {
        self.signing.sign(bytes).to_bytes()
    }

    /// The file that holds it, guarded by a passphrase. `work` is [`WORK`], but for tests.
    ///
    /// # Errors
    /// The system failed.
    pub fn guarded(&self, passphrase: &Passphrase, work: u8) -> Result<Vec<u8>, Fault> {
        let reading = self.reading.to_string();
        let seed = Zeroizing::new(self.signing.to_bytes());
        let signing = Zeroizing::new(BASE64.encode(seed.as_slice()));
        let parts = [KIND, reading.expose_secret(), &signing];
        let mut text = Zeroizing::new(String::with_capacity(256));
        for part in parts {
            text.push_str(part);
            text.push('\n');
        }
        guard(text.as_bytes(), passphrase, work)
    }

    /// Opens the file that holds it.
    ///
    /// # Errors
    /// Another passphrase, or no such file.
    pub fn unguarded(file: &[u8], passphrase: &Passphrase) -> Result<Self, Fault> {
        let bytes = unguard(file, passphrase)?;
        let text = std::str::from_utf8(&bytes).map_err(|_| Fault::Damaged)?;
        Self::read(text).ok_or(Fault::Damaged)
    }

    /// Whether the text is an identity, rather than a single key.
    pub(super) fn is(text: &str) -> bool {
        text.lines().next() == Some(KIND)
    }

    pub(super) fn read(text: &str) -> Option<Self> {
        let mut lines = text.lines();
        (lines.next()? == KIND).then_some(())?;
        let reading = x25519::Identity::from_str(lines.next()?).ok()?;
        let seed = Zeroizing::new(BASE64.decode(lines.next()?).ok()?);
        let seed = Zeroizing::new(<[u8; 32]>::try_from(seed.as_slice()).ok()?);
        lines.next().is_none().then(|| Self {
            reading,
            signing: SigningKey::from_bytes(&seed),
        })
    }

    /// The part that opens, as a key file for single commands: an age identity and nothing else.
    pub fn key_file(&self) -> Zeroizing<String> {
        key_file(&self.reading)
    }

    pub(super) fn reading(&self) -> &x25519::Identity {
        &self.reading
    }
}

impl fmt::Debug for Identity {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Identity")
    }
}

fn key_file(key: &x25519::Identity) -> Zeroizing<String> {
    let secret = key.to_string();
    let mut text = Zeroizing::new(String::with_capacity(secret.expose_secret().len() + 1));
    text.push_str(secret.expose_secret());
    text.push('\n');
    text
}

/// Makes a pair that can only open, for an organisation that must be able to open what its people left: who to seal to, and
/// the secret part guarded by a passphrase. That file opens with the `age` program too.
///
/// # Errors
/// The system failed.
pub fn pair(passphrase: &Passphrase, work: u8) -> Result<(Recipient, Vec<u8>), Fault> {
    let key = x25519::Identity::generate();
    let file = guard(key_file(&key).as_bytes(), passphrase, work)?;
    Ok((Recipient(key.to_public()), file))
}
