//! A piece of JSON that is known beforehand, found again by comparing sixteen bytes at once.

/// So many bytes are compared at once.
const AT_ONCE: usize = 16;

/// What stands at some place of a line, ready to be compared.
#[derive(Clone, Copy)]
pub(super) struct Ahead<'j> {
    rest: &'j [u8],
    first: u128,
}

impl<'j> Ahead<'j> {
    /// `rest` is the line from that place on.
    pub fn of(rest: &'j [u8]) -> Self {
        let first = match rest.first_chunk::<AT_ONCE>() {
            Some(bytes) => u128::from_le_bytes(*bytes),
            None => load(rest),
        };
        Self { rest, first }
    }
}

/// The first bytes; zero, which no token holds, where there are none.
fn load(text: &[u8]) -> u128 {
    let mut bytes = [0; AT_ONCE];
    for (to, from) in bytes.iter_mut().zip(text) {
        *to = *from;
    }
    u128::from_le_bytes(bytes)
}

/// Known bytes.
pub(super) struct Token {
    first: u128,
    mask: u128,
    /// What comes after the first sixteen.
    rest: Box<[u8]>,
    len: usize,
}

impl Token {
    pub fn of(text: &[u8]) -> Self {
        Self {
            first: load(text),
            mask: load(&vec![0xFF; text.len()]),
            rest: text.get(AT_ONCE..).unwrap_or_default().into(),
            len: text.len(),
        }
    }

    /// How many bytes this is when it stands there.
    #[inline]
    pub fn found(&self, ahead: Ahead<'_>) -> Option<usize> {
        let same = ahead.first & self.mask == self.first
            && (self.rest.is_empty()
                || ahead
                    .rest
                    .get(AT_ONCE..)
                    .is_some_and(|rest| rest.starts_with(&self.rest)));
        same.then_some(self.len)
    }
}
