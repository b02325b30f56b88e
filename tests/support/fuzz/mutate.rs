//! Almost right: a piece of a real file with some slips in it. Knows nothing of what the file means, but what its signs are.

use super::Target;

/// Longer inputs tell nothing new.
const MOST: usize = 64 * 1024;

/// Signs and words that mean something to one of the readers.
const WORDS: &[&str] = &[
    ": ",
    "- ",
    "'",
    "\"",
    "{",
    "}",
    "[",
    "]",
    ",",
    "#",
    "&a ",
    "*a ",
    "!x ",
    "!!binary ",
    "\t",
    "\r",
    "\r\n",
    "|",
    ">",
    "|-\n",
    "ja",
    "nee",
    "onbekend",
    "null",
    "~",
    "true",
    "é",
    "\u{202e}",
    "\u{feff}",
    "\u{0}",
    "\u{1b}[2J",
    "\u{2028}",
    "-1",
    "1e999",
    "0",
    "-0",
    "0x10",
    "99999999999999999999",
    "1.5",
    "9223372036854775807",
    "-9223372036854775808",
    "\n",
    "\n\n",
    "  ",
    "? ",
    "---\n",
    "...\n",
    "%YAML 1.2\n",
    "<<: ",
    "id: ",
    "vraag: ",
    "als: ",
    "gebruik: ",
    "gebruik: proef\n",
    "niet: ",
    "van: ",
    "minstens: ",
    "formaat: ",
    "veiligheidsplan:\n",
    "terugmelding:\n",
    "waarde: ",
    "toelichting: ",
    "2026-02-30",
    "2026-03-12",
    "0000-00-00",
    "+262143-12-31",
    "p1",
    "a1",
    "s9",
    "\\u0000",
    "\\ud800",
    "{\"",
    "\":",
    "[[[[[[[[",
    "{{{{{{{{",
    "=cmd|'/c calc'!A0",
    "../../",
    "age1",
    "top3-sleutel-1 ",
    "top3-pakket 1\n",
    "age-encryption.org/v1\n",
    "-> X25519 ",
    "-> scrypt ",
    "--- ",
    "-----BEGIN AGE ENCRYPTED FILE-----\n",
    "\u{1f469}\u{200d}\u{1f467}",
];

/// Numbers that look random and are the same each time.
pub struct Dice(u64);

impl Dice {
    pub fn new(seed: u64, round: u64) -> Self {
        Self(seed ^ round.wrapping_mul(0x9e37_79b9_7f4a_7c15))
    }

    pub fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    /// A number under this one; nought for nought.
    pub fn below(&mut self, most: usize) -> usize {
        if most == 0 {
            return 0;
        }
        usize::try_from(self.next() % most as u64).unwrap_or(0)
    }

    fn pick<'a, T>(&mut self, from: &'a [T]) -> &'a T {
        &from[self.below(from.len())]
    }
}

/// A number that is the same for the same bytes.
pub fn hash(bytes: &[u8]) -> u64 {
    bytes.iter().fold(0xcbf2_9ce4_8422_2325, |hash, byte| {
        (hash ^ u64::from(*byte)).wrapping_mul(0x0000_0100_0000_01b3)
    })
}

/// A piece of one of the files of this target, mutated.
pub fn input(target: &Target, dice: &mut Dice) -> Vec<u8> {
    let seed = dice.pick(&target.seeds);
    let mut bytes = match target.piece {
        Some(most) if seed.len() > most => piece(seed, most, dice),
        _ => seed.clone(),
    };
    // Now and then nothing but signs.
    if dice.below(200) == 0 {
        bytes.clear();
    }
    for _ in 0..1 + dice.below(5) {
        slip(&mut bytes, target, dice);
        bytes.truncate(MOST);
    }
    bytes
}

/// Some whole lines.
fn piece(seed: &[u8], most: usize, dice: &mut Dice) -> Vec<u8> {
    let from = dice.below(seed.len());
    let from = seed[..from]
        .iter()
        .rposition(|byte| *byte == b'\n')
        .map_or(0, |at| at + 1);
    let to = seed.len().min(from + 1 + dice.below(most));
    seed[from..to].to_vec()
}

fn slip(bytes: &mut Vec<u8>, target: &Target, dice: &mut Dice) {
    let at = dice.below(bytes.len() + 1);
    let length = 1 + dice.below(24);
    let end = bytes.len().min(at + length);
    match dice.below(11) {
        0 if at < bytes.len() => bytes[at] ^= 1 << dice.below(8),
        1 if at < bytes.len() => bytes[at] = dice.below(256) as u8,
        2 => drop(bytes.drain(at..end)),
        3 => {
            let part = bytes[at..end].to_vec();
            let to = dice.below(bytes.len() + 1);
            bytes.splice(to..to, part);
        }
        4 => bytes.truncate(at),
        5 => {
            let other = dice.pick(&target.seeds);
            let from = dice.below(other.len() + 1);
            let to = other.len().min(from + 1 + dice.below(200));
            let part = other[from..to].to_vec();
            bytes.splice(at..end, part);
        }
        6 => lines(bytes, dice),
        // The same sign over and over: depth.
        7 => {
            let sign = dice.pick(WORDS).as_bytes().repeat(1 + dice.below(120));
            bytes.splice(at..at, sign);
        }
        8 => {
            let number = dice.next().to_string();
            let part = number.as_bytes()[..1 + dice.below(number.len())].to_vec();
            bytes.splice(at..end, part);
        }
        _ => {
            let word = dice.pick(WORDS).as_bytes().to_vec();
            let cut = if dice.below(2) == 0 { at } else { end };
            bytes.splice(at..cut, word);
        }
    }
}

/// Two lines change places, or one stands there twice.
fn lines(bytes: &mut Vec<u8>, dice: &mut Dice) {
    let mut lines: Vec<&[u8]> = bytes.split_inclusive(|byte| *byte == b'\n').collect();
    if lines.is_empty() {
        return;
    }
    let (one, other) = (dice.below(lines.len()), dice.below(lines.len()));
    if dice.below(2) == 0 {
        lines.swap(one, other);
    } else {
        lines.insert(other, lines[one]);
    }
    *bytes = lines.concat();
}
