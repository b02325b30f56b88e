//! A passphrase: made by the program, or somebody's own.

use std::fmt;

use age::secrecy::SecretString;
use zeroize::Zeroizing;

use super::{Fault, random};

/// Thirty-two signs of which no two look alike when they are written down: a power of two, so that each bit counts.
const ALPHABET: &[u8; 32] = b"0123456789abcdefghjkmnpqrstvwxyz";
const GROUPS: usize = 4;
const IN_GROUP: usize = 4;
/// Longer is a mistake, such as a pasted file.
const MOST: usize = 1024;

/// A passphrase. Wiped when dropped, never printed by accident.
#[derive(Clone, PartialEq, Eq)]
pub struct Passphrase(Zeroizing<String>);

/// Why a passphrase of one's own is not taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Weak {
    /// It has fewer signs than this.
    Short(usize),
    /// It is far too long.
    Long,
}

impl Passphrase {
    /// From so many signs on, a passphrase of one's own is taken.
    pub const LEAST: usize = 12;

    /// Makes one of four groups of four signs: 80 bits.
    ///
    /// # Errors
    /// The system gave no random bytes.
    pub fn generate() -> Result<Self, Fault> {
        let mut bytes = Zeroizing::new([0; GROUPS * IN_GROUP]);
        random(bytes.as_mut_slice())?;
        let signs = bytes.iter().map(|byte| ALPHABET[usize::from(byte % 32)]);
        Ok(Self(grouped(signs.map(char::from))))
    }

    /// What somebody typed to open something. A passphrase that the program made is taken however its groups are typed.
    pub fn typed(text: &str) -> Self {
        let text = text.trim();
        Self(made(text).unwrap_or_else(|| Zeroizing::new(text.to_owned())))
    }

    /// One that somebody thought of.
    ///
    /// # Errors
    /// It is too short or too long.
    pub fn chosen(text: &str) -> Result<Self, Weak> {
        match text.trim().chars().count() {
            short if short < Self::LEAST => Err(Weak::Short(Self::LEAST)),
            long if long > MOST => Err(Weak::Long),
            _ => Ok(Self::typed(text)),
        }
    }

    /// The words themselves, for the moment that they are shown to be written down.
    pub fn words(&self) -> &str {
        &self.0
    }

    pub(super) fn secret(&self) -> SecretString {
        SecretString::from(self.0.as_str().to_owned())
    }
}

impl fmt::Debug for Passphrase {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Passphrase")
    }
}

/// The passphrase that the program made, when this is one: capitals, spaces and hyphens do not matter, and an o is a nought.
fn made(text: &str) -> Option<Zeroizing<String>> {
    let mut signs = Zeroizing::new(String::with_capacity(GROUPS * IN_GROUP));
    for sign in text.chars().filter(|sign| !matches!(sign, ' ' | '-')) {
        let sign = match sign.to_ascii_lowercase() {
            'o' => '0',
            'i' | 'l' => '1',
            sign => sign,
        };
        let known = u8::try_from(sign).is_ok_and(|sign| ALPHABET.contains(&sign));
        if !known || signs.len() == GROUPS * IN_GROUP {
            return None;
        }
        signs.push(sign);
    }
    (signs.len() == GROUPS * IN_GROUP).then(|| grouped(signs.chars()))
}

/// Signs in groups. Never grows, so that no copy stays behind.
fn grouped(signs: impl Iterator<Item = char>) -> Zeroizing<String> {
    let mut text = Zeroizing::new(String::with_capacity(GROUPS * (IN_GROUP + 1)));
    for (at, sign) in signs.enumerate() {
        if at > 0 && at % IN_GROUP == 0 {
            text.push('-');
        }
        text.push(sign);
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_made_passphrase_has_eighty_bits_in_groups_and_is_another_each_time() {
        let (one, other) = (
            Passphrase::generate().unwrap(),
            Passphrase::generate().unwrap(),
        );
        assert_ne!(one, other);
        let groups: Vec<&str> = one.words().split('-').collect();
        assert_eq!(groups.len(), 4);
        for group in groups {
            assert_eq!(group.len(), 4);
            assert!(group.bytes().all(|sign| ALPHABET.contains(&sign)));
        }
        assert_eq!(format!("{one:?}"), "Passphrase");
    }

    #[test]
    fn a_made_passphrase_is_known_however_it_is_typed() {
        let made = Passphrase::typed("k7m2-p0x1-vw3s-9dfz");
        for typed in [
            "K7M2-P0X1-VW3S-9DFZ",
            "k7m2p0x1vw3s9dfz",
            " k7m2 pOxl vw3s 9dfz ",
            "k7m2-poxi-vw3s-9dfz\r\n",
        ] {
            assert_eq!(Passphrase::typed(typed), made, "{typed}");
        }
        assert_ne!(Passphrase::typed("k7m2-p0x1-vw3s-9dfy"), made);
    }

    #[test]
    fn one_of_ones_own_is_taken_from_twelve_signs_and_as_it_is() {
        assert_eq!(Passphrase::chosen("elf tekens."), Err(Weak::Short(12)));
        assert_eq!(Passphrase::chosen(&" ".repeat(40)), Err(Weak::Short(12)));
        assert_eq!(Passphrase::chosen(&"x".repeat(2000)), Err(Weak::Long));
        let own = Passphrase::chosen("Zeven Blauwe Fietsen").unwrap();
        assert_eq!(own.words(), "Zeven Blauwe Fietsen");
        assert_ne!(own, Passphrase::typed("zeven blauwe fietsen"));
    }
}
