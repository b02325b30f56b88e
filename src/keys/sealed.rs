//! Bytes that only some can open: sealed to recipients, or guarded by a passphrase. The format is that of `age`.

use std::io::{BufRead, Read, Write};
use std::iter;

use age::armor::{ArmoredReader, ArmoredWriter, Format};
use age::{DecryptError, Decryptor, Encryptor, scrypt};
use zeroize::Zeroizing;

use super::{Fault, Opener, Passphrase, Recipient};

/// We never make anything that asks for more.
const MOST_WORK: u8 = 20;
/// How a file of `age` begins.
const BINARY: &[u8] = b"age-encryption.org/v1\n";
const ARMOUR: &[u8] = b"-----BEGIN AGE ENCRYPTED FILE-----";

/// Whether this is a file of `age`, as bytes or as text.
pub fn is_age(bytes: &[u8]) -> bool {
    bytes.starts_with(BINARY) || bytes.trim_ascii_start().starts_with(ARMOUR)
}

/// Whether it was guarded by a passphrase, rather than sealed to somebody.
pub fn is_guarded(bytes: &[u8]) -> bool {
    decryptor(bytes).is_ok_and(|opened| opened.is_scrypt())
}

/// Seals bytes to all of these.
///
/// # Errors
/// There is nobody to seal it to, or the system failed.
pub fn seal(bytes: &[u8], to: &[Recipient]) -> Result<Vec<u8>, Fault> {
    let each = to.iter().map(|one| &one.0 as &dyn age::Recipient);
    let encryptor = Encryptor::with_recipients(each).map_err(|_| Fault::NoRecipient)?;
    written(encryptor, bytes)
}

/// The same bytes as text that survives mail.
pub fn armoured(sealed: &[u8]) -> Vec<u8> {
    let mut text = Vec::new();
    let done = ArmoredWriter::wrap_output(&mut text, Format::AsciiArmor).and_then(|mut armour| {
        armour.write_all(sealed)?;
        armour.finish().map(|_| ())
    });
    // Writing to memory does not fail.
    debug_assert!(done.is_ok());
    text
}

/// Opens what was sealed to whoever has this.
///
/// # Errors
/// It was not sealed to this, or is no longer what was sealed.
pub fn open(bytes: &[u8], with: &Opener) -> Result<Zeroizing<Vec<u8>>, Fault> {
    let decryptor = decryptor(bytes)?;
    if decryptor.is_scrypt() {
        return Err(Fault::NotForThisKey);
    }
    read(decryptor, with.key() as &dyn age::Identity)
}

/// Guards bytes with a passphrase.
///
/// # Errors
/// The system failed.
pub fn guard(bytes: &[u8], passphrase: &Passphrase, work: u8) -> Result<Vec<u8>, Fault> {
    let mut recipient = scrypt::Recipient::new(passphrase.secret());
    recipient.set_work_factor(work.clamp(1, MOST_WORK));
    let each = iter::once(&recipient as &dyn age::Recipient);
    let encryptor = Encryptor::with_recipients(each).map_err(|_| Fault::NoRecipient)?;
    written(encryptor, bytes)
}

/// Opens what a passphrase guards.
///
/// # Errors
/// Another passphrase, or no such file.
pub fn unguard(bytes: &[u8], passphrase: &Passphrase) -> Result<Zeroizing<Vec<u8>>, Fault> {
    let decryptor = decryptor(bytes)?;
    if !decryptor.is_scrypt() {
        return Err(Fault::Damaged);
    }
    let mut identity = scrypt::Identity::new(passphrase.secret());
    identity.set_max_work_factor(MOST_WORK);
    read(decryptor, &identity).map_err(|fault| match fault {
        Fault::NotForThisKey => Fault::WrongPassphrase,
        fault => fault,
    })
}

fn decryptor(bytes: &[u8]) -> Result<Decryptor<impl BufRead + '_>, Fault> {
    if !is_age(bytes) {
        let begun = !bytes.is_empty() && (BINARY.starts_with(bytes) || ARMOUR.starts_with(bytes));
        return Err(if begun { Fault::Cut } else { Fault::Damaged });
    }
    Decryptor::new_buffered(ArmoredReader::new(bytes)).map_err(|fault| fault_of(&fault))
}

fn read(
    of: Decryptor<impl BufRead>,
    with: &dyn age::Identity,
) -> Result<Zeroizing<Vec<u8>>, Fault> {
    let mut reader = of
        .decrypt(iter::once(with))
        .map_err(|fault| fault_of(&fault))?;
    let mut bytes = Zeroizing::new(Vec::new());
    match reader.read_to_end(&mut bytes) {
        Ok(_) => Ok(bytes),
        Err(fault) if fault.kind() == std::io::ErrorKind::UnexpectedEof => Err(Fault::Cut),
        Err(_) => Err(Fault::Damaged),
    }
}

fn written(encryptor: Encryptor, bytes: &[u8]) -> Result<Vec<u8>, Fault> {
    let mut sealed = Vec::new();
    let mut writer = encryptor
        .wrap_output(&mut sealed)
        .map_err(|_| Fault::NoRandom)?;
    let done = writer
        .write_all(bytes)
        .and_then(|()| writer.finish().map(|_| ()));
    done.map_err(|_| Fault::NoRandom)?;
    Ok(sealed)
}

fn fault_of(fault: &DecryptError) -> Fault {
    match fault {
        DecryptError::NoMatchingKeys
        | DecryptError::KeyDecryptionFailed
        | DecryptError::DecryptionFailed => Fault::NotForThisKey,
        DecryptError::ExcessiveWork { .. } => Fault::TooMuchWork,
        DecryptError::UnknownFormat => Fault::Newer,
        DecryptError::Io(fault) if fault.kind() == std::io::ErrorKind::UnexpectedEof => Fault::Cut,
        _ => Fault::Damaged,
    }
}
