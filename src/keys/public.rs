//! The public half of an identity, as others get it and as two people read it to each other by phone.

use std::fmt;
use std::str::FromStr;

use age::x25519;
use base64::Engine;
use base64::prelude::BASE64_STANDARD as BASE64;
use ed25519_dalek::{Signature, VerifyingKey};
use sha2::{Digest, Sha256};

/// How a public half begins, so that nobody takes something else for it.
const KIND: &str = "top3-sleutel-1";
/// What the fingerprint is of: those bytes are never hashed for anything else.
const PREFIX: &[u8] = b"top3 vingerafdruk 1\n";
const GROUPS: usize = 6;
const DIGITS: usize = 5;
/// So many bits fit in thirty digits.
const BITS: u32 = 99;

/// Who bytes can be sealed to: an age recipient, `age1…`.
#[derive(Clone, PartialEq, Eq)]
pub struct Recipient(pub(super) x25519::Recipient);

impl Recipient {
    /// Reads `age1…`.
    pub fn parse(text: &str) -> Option<Self> {
        x25519::Recipient::from_str(text.trim()).ok().map(Self)
    }
}

impl fmt::Display for Recipient {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl fmt::Debug for Recipient {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

/// Reads recipients with spaces or commas between them: all of them, or none.
pub fn recipients(text: &str) -> Option<Vec<Recipient>> {
    text.split([' ', ',', '\n'])
        .filter(|part| !part.trim().is_empty())
        .map(Recipient::parse)
        .collect()
}

/// What others have of an identity: who to seal to, and what its signatures are checked with.
#[derive(Clone, PartialEq, Eq)]
pub struct Public {
    recipient: Recipient,
    verifying: VerifyingKey,
}

impl Public {
    pub(super) fn of(recipient: x25519::Recipient, verifying: VerifyingKey) -> Self {
        Self {
            recipient: Recipient(recipient),
            verifying,
        }
    }

    /// Of an age recipient and the 32 bytes of an Ed25519 key.
    pub fn new(recipient: Recipient, signing: &[u8; 32]) -> Option<Self> {
        let verifying = VerifyingKey::from_bytes(signing).ok()?;
        // With a weak key, a signature proves nothing.
        (!verifying.is_weak()).then_some(Self {
            recipient,
            verifying,
        })
    }

    /// Reads one line: `top3-sleutel-1 age1… <base64>`.
    pub fn parse(text: &str) -> Option<Self> {
        let mut parts = text.split_whitespace();
        (parts.next()? == KIND).then_some(())?;
        let recipient = Recipient::parse(parts.next()?)?;
        let signing = BASE64.decode(parts.next()?).ok()?;
        parts.next().is_none().then_some(())?;
        Self::new(recipient, &signing.try_into().ok()?)
    }

    /// Who to seal to.
    pub fn recipient(&self) -> &Recipient {
        &self.recipient
    }

    /// The 32 bytes of the Ed25519 key.
    pub fn signing(&self) -> &[u8; 32] {
        self.verifying.as_bytes()
    }

    /// Whether this identity signed exactly these bytes.
    pub fn signed(&self, bytes: &[u8], signature: &[u8]) -> bool {
        Signature::from_slice(signature)
            .is_ok_and(|signature| self.verifying.verify_strict(bytes, &signature).is_ok())
    }

    /// Six groups of five digits, which two people can read to each other: the first 99 bits of the SHA-256 of both keys.
    pub fn fingerprint(&self) -> String {
        let mut hash = Sha256::new();
        hash.update(PREFIX);
        hash.update(self.recipient.to_string());
        hash.update(b"\n");
        hash.update(self.signing());
        let hash = hash.finalize();
        let first = hash
            .iter()
            .take(16)
            .fold(0_u128, |all, byte| all << 8 | u128::from(*byte));
        let digits = format!("{:030}", first >> (128 - BITS));
        let groups = (0..GROUPS).map(|at| &digits[at * DIGITS..][..DIGITS]);
        groups.collect::<Vec<_>>().join(" ")
    }
}

impl fmt::Display for Public {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let signing = BASE64.encode(self.signing());
        write!(f, "{KIND} {} {signing}", self.recipient)
    }
}

impl fmt::Debug for Public {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}
