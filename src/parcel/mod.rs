//! A package: a document with a signed statement about it, sealed to those it is for. The signature is inside: from
//! outside nobody sees who wrote. Bytes in, bytes out; touches no file and asks nobody.
//!
//! What comes out of the seal is three lines and then the document as it is, so that whoever has only the `age` program
//! gets it with `age -d … | tail -n +4`.
//!
//! ```text
//! top3-pakket 1
//! <signature, base64>
//! <statement, JSON on one line>
//! <the bytes of the document>
//! ```

mod fault;
mod statement;

pub use fault::Fault;
pub use statement::FORMAT;

use base64::Engine;
use base64::prelude::BASE64_STANDARD as BASE64;
use chrono::NaiveDate;
use zeroize::Zeroizing;

use crate::keys::{self, Identity, Opener, Public, Recipient};
use statement::Statement;

/// How what was sealed begins.
const KIND: &str = "top3-pakket ";
/// What is signed begins with this, and nothing else that is signed does.
const PREFIX: &[u8] = b"top3 pakket 1\n";
/// The lines before the document are never longer than this.
const MOST_HEAD: usize = 64 * 1024;
/// So many can get one package.
pub const MOST_RECIPIENTS: usize = 100;

/// A package that was opened: the signature is that of the sender, and the document is what was signed.
#[derive(Clone, Debug)]
pub struct Parcel {
    /// The document.
    pub document: Zeroizing<Vec<u8>>,
    /// What kind of document, as `text/html`.
    pub media: String,
    /// Whose keys signed it.
    pub sender: Public,
    /// The day that the sender says.
    pub on: NaiveDate,
    /// Who it was made for.
    pub to: Vec<Recipient>,
}

/// Signs a document for these, and seals it to them. Both happen in memory.
///
/// # Errors
/// There is nobody to send it to, or the system failed.
pub fn seal(
    document: &[u8],
    media: &str,
    to: &[Recipient],
    sender: &Identity,
    on: NaiveDate,
) -> Result<Vec<u8>, Fault> {
    if to.is_empty() || to.len() > MOST_RECIPIENTS {
        return Err(Fault::NoRecipient);
    }
    let statement = Statement::of(document, media, to, &sender.public(), on).written();
    let signature = BASE64.encode(sender.sign(&signed(&statement)));
    let head = format!("{KIND}{FORMAT}\n{signature}\n{statement}\n");
    let mut whole = Zeroizing::new(Vec::with_capacity(head.len() + document.len()));
    whole.extend_from_slice(head.as_bytes());
    whole.extend_from_slice(document);
    Ok(keys::seal(&whole, to)?)
}

/// Opens a package and checks it.
///
/// # Errors
/// It is not for this key, damaged, cut off, no package, or not signed by whom it says.
pub fn open(bytes: &[u8], with: &Opener) -> Result<Parcel, Fault> {
    let whole = keys::open(bytes, with)?;
    let (kind, rest) = line(&whole).ok_or(Fault::NoPackage)?;
    let format = kind.strip_prefix(KIND).ok_or(Fault::NoPackage)?;
    match format.parse::<u32>() {
        Ok(FORMAT) => {}
        Ok(newer) if newer > FORMAT => return Err(Fault::Newer),
        _ => return Err(Fault::NoPackage),
    }
    let (signature, rest) = line(rest).ok_or(Fault::Cut)?;
    let (statement, document) = line(rest).ok_or(Fault::Cut)?;
    let signature = BASE64.decode(signature).map_err(|_| Fault::Forged)?;
    let read = Statement::read(statement).ok_or(Fault::Forged)?;
    let sender = read.sender().ok_or(Fault::Forged)?;
    let mine = sender.signed(&signed(statement), &signature) && read.is_of(document);
    if !mine {
        return Err(Fault::Forged);
    }
    let to = read.recipients().ok_or(Fault::Forged)?;
    // Whoever got a package could seal it again, for somebody that it was never meant for.
    if !to.contains(&with.recipient()) {
        return Err(Fault::MeantForOthers);
    }
    Ok(Parcel {
        document: Zeroizing::new(document.to_vec()),
        media: read.media().to_owned(),
        on: read.day().ok_or(Fault::Forged)?,
        sender,
        to,
    })
}

/// The exact bytes that are signed.
fn signed(statement: &str) -> Vec<u8> {
    [PREFIX, statement.as_bytes()].concat()
}

/// The first line, and what comes after it.
fn line(bytes: &[u8]) -> Option<(&str, &[u8])> {
    let window = &bytes[..bytes.len().min(MOST_HEAD)];
    let end = window.iter().position(|byte| *byte == b'\n')?;
    let text = std::str::from_utf8(&bytes[..end]).ok()?;
    Some((text, &bytes[end + 1..]))
}
