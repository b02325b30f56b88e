//! One entry of an encrypted journal: a line of base64 that only the key of the case opens, and only in its own place. Pure.
//!
//! A frame is tied to the first line of the file, to its number, and to the bytes of the frame before it: it cannot be
//! changed, moved, left out in the middle or taken from another case without that being seen.

use std::fmt;

use base64::Engine;
use base64::prelude::BASE64_STANDARD as BASE64;
use chacha20poly1305::aead::{Aead, Payload};
use chacha20poly1305::{KeyInit, XChaCha20Poly1305, XNonce};
use sha2::{Digest, Sha256};
use zeroize::Zeroizing;

use super::CaseId;
use crate::keys;

/// How the first line of such a journal begins; the format follows.
pub(super) const KIND: &str = "top3-casus ";
/// The format that this program writes.
pub(super) const FORMAT: u32 = 2;
const NONCE: usize = 24;
/// What is written is rounded up to this, so that the size of a frame says little of the answer.
const STEP: usize = 256;
/// The length stands before the text.
const LENGTH: usize = 4;

/// The key of one case. Wiped when dropped.
#[derive(Clone, PartialEq, Eq)]
pub struct CaseKey(Zeroizing<[u8; 32]>);

impl CaseKey {
    /// Makes a new one.
    pub(super) fn generate() -> Result<Self, keys::Fault> {
        let mut bytes = Zeroizing::new([0; 32]);
        keys::random(bytes.as_mut_slice())?;
        Ok(Self(bytes))
    }

    pub(super) fn from_bytes(bytes: &[u8]) -> Option<Self> {
        let mut key = Zeroizing::new([0; 32]);
        (bytes.len() == key.len()).then(|| key.copy_from_slice(bytes))?;
        Some(Self(key))
    }

    pub(super) fn bytes(&self) -> &[u8] {
        self.0.as_slice()
    }
}

impl fmt::Debug for CaseKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("CaseKey")
    }
}

/// The SHA-256 of a line.
pub(super) type Mark = [u8; 32];

pub(super) fn mark(line: &[u8]) -> Mark {
    Sha256::digest(line).into()
}

/// Where a journal ends: what the next frame is tied to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Chain {
    first: String,
    /// How many frames there are.
    pub count: u64,
    /// The mark of the last line.
    pub last: Mark,
}

impl Chain {
    /// Of a journal without frames.
    pub fn new(id: &CaseId) -> Self {
        let first = format!("{KIND}{FORMAT} {id}");
        Self {
            last: mark(first.as_bytes()),
            first,
            count: 0,
        }
    }

    /// The first line, without its line break.
    pub fn first(&self) -> &str {
        &self.first
    }

    /// The next frame, without its line break.
    pub fn seal(&self, key: &CaseKey, text: &str) -> Result<String, keys::Fault> {
        let length = u32::try_from(text.len()).map_err(|_| keys::Fault::Damaged)?;
        let whole = (LENGTH + text.len()).next_multiple_of(STEP);
        let mut plain = Zeroizing::new(Vec::with_capacity(whole));
        plain.extend(length.to_be_bytes());
        plain.extend(text.as_bytes());
        plain.resize(whole, 0);
        let mut nonce = [0; NONCE];
        keys::random(&mut nonce)?;
        let payload = Payload {
            msg: &plain,
            aad: &self.tied(self.count + 1, &self.last),
        };
        let sealed = cipher(key)
            .encrypt(XNonce::from_slice(&nonce), payload)
            .map_err(|_| keys::Fault::Damaged)?;
        let mut frame = nonce.to_vec();
        frame.extend(sealed);
        Ok(BASE64.encode(frame))
    }

    /// Opens the next frame.
    pub fn open(&self, key: &CaseKey, line: &[u8]) -> Option<Zeroizing<String>> {
        self.open_as(key, line, self.count + 1, &self.last)
    }

    /// Opens a frame as the one with this number after the line with this mark.
    pub fn open_as(
        &self,
        key: &CaseKey,
        line: &[u8],
        number: u64,
        before: &Mark,
    ) -> Option<Zeroizing<String>> {
        let frame = BASE64.decode(line).ok()?;
        let (nonce, sealed) = frame.split_at_checked(NONCE)?;
        let payload = Payload {
            msg: sealed,
            aad: &self.tied(number, before),
        };
        let plain = cipher(key)
            .decrypt(XNonce::from_slice(nonce), payload)
            .map(Zeroizing::new)
            .ok()?;
        let (length, rest) = plain.split_first_chunk::<LENGTH>()?;
        let text = rest.get(..u32::from_be_bytes(*length) as usize)?;
        Some(Zeroizing::new(std::str::from_utf8(text).ok()?.to_owned()))
    }

    /// Goes on after this frame.
    pub fn follow(&mut self, line: &[u8]) {
        self.count += 1;
        self.last = mark(line);
    }

    fn tied(&self, number: u64, before: &Mark) -> Vec<u8> {
        let mut tied = self.first.as_bytes().to_vec();
        tied.push(b'\n');
        tied.extend(number.to_be_bytes());
        tied.extend(before);
        tied
    }
}

fn cipher(key: &CaseKey) -> XChaCha20Poly1305 {
    XChaCha20Poly1305::new(key.bytes().into())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_frame_opens_in_its_own_place_only_and_says_little_of_its_size() {
        let key = CaseKey::generate().unwrap();
        let mut chain = Chain::new(&CaseId::of(2026, 1));
        let one = chain.seal(&key, "een").unwrap();
        let long = chain.seal(&key, &"lang ".repeat(50)).unwrap();
        assert_eq!(one.len(), long.len());
        assert_ne!(one, chain.seal(&key, "een").unwrap());
        assert_eq!(chain.open(&key, one.as_bytes()).unwrap().as_str(), "een");
        let other = Chain::new(&CaseId::of(2026, 2));
        assert!(other.open(&key, one.as_bytes()).is_none());
        let other = CaseKey::generate().unwrap();
        assert!(chain.open(&other, one.as_bytes()).is_none());
        chain.follow(one.as_bytes());
        assert!(chain.open(&key, one.as_bytes()).is_none());
        let second = chain.seal(&key, "twee").unwrap();
        assert_eq!(
            chain.open(&key, second.as_bytes()).unwrap().as_str(),
            "twee"
        );
    }

    #[test]
    fn a_frame_whose_bytes_changed_does_not_open() {
        let key = CaseKey::generate().unwrap();
        let chain = Chain::new(&CaseId::of(2026, 1));
        let frame = chain.seal(&key, "een").unwrap().into_bytes();
        for at in 0..frame.len() {
            for bit in 0..8 {
                let mut changed = frame.clone();
                changed[at] ^= 1 << bit;
                assert!(chain.open(&key, &changed).is_none(), "{at}.{bit}");
            }
            assert!(chain.open(&key, &frame[..at]).is_none(), "cut at {at}");
        }
        assert_eq!(format!("{key:?}"), "CaseKey");
    }
}
