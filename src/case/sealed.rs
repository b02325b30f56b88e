//! Reads an encrypted journal: its frames, opened one after the other, are the lines of a journal as it would stand
//! unencrypted. Pure.

use zeroize::Zeroizing;

use super::frame::{CaseKey, Chain, FORMAT, KIND};
use super::{CaseId, Fault};

/// An encrypted journal, opened.
pub(super) struct Opened {
    /// The lines, each with its line break.
    pub text: Zeroizing<String>,
    /// Where it ends.
    pub chain: Chain,
    /// How many bytes are good.
    pub good: usize,
    /// The last frame was cut off while it was written.
    pub torn: bool,
}

/// Whether these are the bytes of an encrypted journal.
pub(super) fn is(bytes: &[u8]) -> bool {
    bytes.starts_with(KIND.as_bytes())
}

/// The first line and what follows; a fault where it is not that of this case, in this format.
pub(super) fn frames<'b>(id: &CaseId, bytes: &'b [u8]) -> Result<(Chain, &'b [u8]), Fault> {
    let chain = Chain::new(id);
    let foreign = || Fault::Foreign(id.clone());
    let end = bytes.iter().position(|byte| *byte == b'\n');
    let first = std::str::from_utf8(&bytes[..end.ok_or_else(foreign)?]).map_err(|_| foreign())?;
    let rest = &bytes[first.len() + 1..];
    if first == chain.first() {
        return Ok((chain, rest));
    }
    let format = first
        .strip_prefix(KIND)
        .and_then(|rest| rest.split(' ').next());
    match format.and_then(|format| format.parse().ok()) {
        Some(format) if format > FORMAT => Err(Fault::Newer {
            id: id.clone(),
            format,
        }),
        _ => Err(foreign()),
    }
}

/// Reads the bytes of the file of this case.
pub(super) fn read(id: &CaseId, key: &CaseKey, bytes: &[u8]) -> Result<Opened, Fault> {
    let (chain, mut rest) = frames(id, bytes)?;
    let mut opened = Opened {
        text: Zeroizing::new(String::with_capacity(bytes.len())),
        chain,
        good: bytes.len() - rest.len(),
        torn: false,
    };
    while !rest.is_empty() {
        let Some((line, after)) = split(rest) else {
            opened.torn = true;
            break;
        };
        let Some(text) = opened.chain.open(key, line) else {
            if after.is_empty() && is_torn(line) {
                opened.torn = true;
                break;
            }
            return Err(Fault::Corrupt {
                id: id.clone(),
                line: usize::try_from(opened.chain.count + 2).unwrap_or(usize::MAX),
            });
        };
        opened.text.push_str(&text);
        opened.text.push('\n');
        opened.chain.follow(line);
        opened.good += line.len() + 1;
        rest = after;
    }
    Ok(opened)
}

/// The first line and what follows it; none where it has no end.
pub(super) fn split(bytes: &[u8]) -> Option<(&[u8], &[u8])> {
    let end = bytes.iter().position(|byte| *byte == b'\n')?;
    Some((&bytes[..end], &bytes[end + 1..]))
}

/// After a power failure a disk may hold noughts where the last frame should be: nobody wrote those.
fn is_torn(line: &[u8]) -> bool {
    line.contains(&0)
}
