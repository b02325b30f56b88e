//! Exact decimal numbers, so that 0.1 + 0.2 is 0.3 in every questionnaire and on every machine.

use std::fmt;
use std::ops::{Add, Neg, Sub};

/// A decimal number with six places, counted in millionths. Sums stop at the largest value instead of wrapping round.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Number(i64);

/// One, in millionths.
const UNIT: i64 = 1_000_000;

impl Number {
    /// 0.
    pub const ZERO: Self = Self(0);
    /// 1.
    pub const ONE: Self = Self(UNIT);

    /// The smallest number above zero.
    pub const FINEST: Self = Self(1);

    /// A whole number.
    pub const fn whole(value: i64) -> Self {
        Self(value.saturating_mul(UNIT))
    }

    /// How many there are.
    pub fn count(of: usize) -> Self {
        Self::whole(i64::try_from(of).unwrap_or(i64::MAX))
    }

    /// Reads `3`, `-2.5` or `2,5`; nothing else. At most six decimals, at most twelve digits before the point.
    pub fn parse(text: &str) -> Option<Self> {
        let text = text.trim();
        let (negative, digits) = match text.strip_prefix('-') {
            Some(rest) => (true, rest),
            None => (false, text),
        };
        let (whole, fraction) = digits.split_once(['.', ',']).unwrap_or((digits, ""));
        let plain = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit());
        let too_long = whole.is_empty() || whole.len() > 12 || fraction.len() > 6;
        let dangling = digits.len() > whole.len() && fraction.is_empty();
        if too_long || dangling || !plain(whole) || !plain(fraction) {
            return None;
        }
        let whole: i64 = whole.parse().ok()?;
        let fraction: i64 = format!("{fraction:0<6}").parse().ok()?;
        let value = whole * UNIT + fraction;
        Some(Self(if negative { -value } else { value }))
    }

    /// The product, rounded to six decimals (half away from zero).
    pub fn times(self, by: Self) -> Self {
        Self::rounded(i128::from(self.0) * i128::from(by.0), i128::from(UNIT))
    }

    /// The quotient, rounded to six decimals (half away from zero); nothing when `by` is zero.
    pub fn over(self, by: Self) -> Option<Self> {
        (by.0 != 0).then(|| Self::rounded(i128::from(self.0) * i128::from(UNIT), i128::from(by.0)))
    }

    /// Whether this is a whole multiple of `step`; every number is one of step zero.
    pub fn is_multiple_of(self, step: Self) -> bool {
        step.0 == 0 || self.0 % step.0 == 0
    }

    /// The first whole multiple of `step` that is not below this; itself where `step` is not above zero.
    #[must_use]
    pub fn up_to_multiple_of(self, step: Self) -> Self {
        if step.0 <= 0 {
            return self;
        }
        let past = self.0.rem_euclid(step.0);
        if past == 0 {
            self
        } else {
            Self(self.0.saturating_add(step.0 - past))
        }
    }

    /// The largest step of which both are whole multiples; zero only of two zeros.
    #[must_use]
    pub fn common_step(self, other: Self) -> Self {
        let (mut a, mut b) = (self.0.unsigned_abs(), other.0.unsigned_abs());
        while b != 0 {
            (a, b) = (b, a % b);
        }
        Self(i64::try_from(a).unwrap_or(i64::MAX))
    }

    /// The whole number this is, if it is one.
    pub fn as_whole(self) -> Option<i64> {
        (self.0 % UNIT == 0).then_some(self.0 / UNIT)
    }

    /// The nearest floating-point number, for formats that have no other.
    pub fn to_f64(self) -> f64 {
        #[allow(clippy::cast_precision_loss)]
        let value = self.0 as f64;
        value / 1e6
    }

    fn rounded(numerator: i128, denominator: i128) -> Self {
        let negative = (numerator < 0) != (denominator < 0);
        let (numerator, denominator) = (numerator.unsigned_abs(), denominator.unsigned_abs());
        let size = (numerator + denominator / 2) / denominator;
        let size = i64::try_from(size).unwrap_or(i64::MAX);
        Self(if negative { -size } else { size })
    }
}

impl Add for Number {
    type Output = Self;
    fn add(self, other: Self) -> Self {
        Self(self.0.saturating_add(other.0))
    }
}

impl Sub for Number {
    type Output = Self;
    fn sub(self, other: Self) -> Self {
        Self(self.0.saturating_sub(other.0))
    }
}

impl Neg for Number {
    type Output = Self;
    fn neg(self) -> Self {
        Self(self.0.saturating_neg())
    }
}

impl fmt::Display for Number {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let sign = if self.0 < 0 { "-" } else { "" };
        let size = self.0.unsigned_abs();
        let (whole, fraction) = (size / UNIT.unsigned_abs(), size % UNIT.unsigned_abs());
        if fraction == 0 {
            return write!(f, "{sign}{whole}");
        }
        write!(
            f,
            "{sign}{whole}.{}",
            format!("{fraction:06}").trim_end_matches('0')
        )
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_and_writes_what_an_author_types() {
        for (text, shown) in [
            ("3", "3"),
            ("-2.5", "-2.5"),
            ("2,5", "2.5"),
            ("0.000001", "0.000001"),
            ("007", "7"),
        ] {
            assert_eq!(
                Number::parse(text)
                    .map(|number| number.to_string())
                    .as_deref(),
                Some(shown),
                "{text}"
            );
        }
        for text in [
            "",
            "-",
            "1.",
            ".5",
            "1e3",
            "1.2.3",
            "twee",
            "0.0000001",
            "1234567890123",
        ] {
            assert_eq!(Number::parse(text), None, "{text}");
        }
    }

    #[test]
    fn tenths_add_up_exactly() {
        let tenth = Number::parse("0.1").unwrap();
        assert_eq!(tenth + tenth + tenth, Number::parse("0.3").unwrap());
    }

    #[test]
    fn division_by_zero_is_nothing() {
        assert_eq!(Number::ONE.over(Number::ZERO), None);
        assert_eq!(
            Number::whole(2).over(Number::whole(3)),
            Number::parse("0.666667")
        );
    }
}
