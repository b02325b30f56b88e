//! The envelope of a case: its key, sealed to who may open it. Pure.

use base64::Engine;
use base64::prelude::BASE64_STANDARD as BASE64;
use zeroize::Zeroizing;

use super::frame::CaseKey;
use super::{CaseId, Fault};
use crate::keys::{self, Opener, Recipient};

/// What stands before the key, so that no other file is taken for one.
const KIND: &str = "top3-casussleutel 1";

/// Writes the envelope of this case, for all of these.
pub(super) fn write(id: &CaseId, key: &CaseKey, to: &[Recipient]) -> Result<Vec<u8>, Fault> {
    let secret = Zeroizing::new(BASE64.encode(key.bytes()));
    let mut text = Zeroizing::new(String::with_capacity(128));
    for part in [KIND, " ", &id.0, " ", &secret, "\n"] {
        text.push_str(part);
    }
    keys::seal(text.as_bytes(), to).map_err(|fault| Fault::Keys(id.clone(), fault))
}

/// The key in the envelope of this case.
pub(super) fn read(id: &CaseId, bytes: &[u8], with: &Opener) -> Result<CaseKey, Fault> {
    let opened = keys::open(bytes, with).map_err(|fault| Fault::Keys(id.clone(), fault))?;
    let key = || {
        let text = std::str::from_utf8(&opened).ok()?;
        let rest = text.strip_prefix(KIND)?.strip_prefix(' ')?;
        let (of, secret) = rest.trim_end().split_once(' ')?;
        // Base64 of the key of another case would open nothing; that it is another case's is worth knowing first.
        (of == id.0).then_some(())?;
        CaseKey::from_bytes(&Zeroizing::new(BASE64.decode(secret).ok()?))
    };
    key().ok_or_else(|| Fault::Keys(id.clone(), keys::Fault::Damaged))
}
