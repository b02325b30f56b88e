//! Numbers that look random and are always the same: SplitMix64 (Steele, Lea and Flood, 2014).

/// A row of numbers from a seed.
#[derive(Clone, Debug)]
pub struct Random(u64);

impl Random {
    /// The row of this seed.
    pub const fn new(seed: u64) -> Self {
        Self(seed)
    }

    /// The next number.
    pub const fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    /// A number from nought and below this one.
    pub fn below(&mut self, most: usize) -> usize {
        let wide = u128::from(self.next()) * u128::try_from(most).unwrap_or(0);
        usize::try_from(wide >> 64).unwrap_or(0)
    }
}
