//! Large numbers and shares as a person reads them.

use crate::text::nl;

/// From here on a number is told by its size.
const LARGE: u128 = 1_000_000_000_000_000_000;

/// `177.147`.
pub(super) fn count(number: u128) -> String {
    if number >= LARGE {
        let digits = number.to_string();
        let (first, second) = (&digits[..1], &digits[1..2]);
        return nl()
            .analysis
            .power(format!("{first},{second}"), digits.len() - 1);
    }
    let digits = number.to_string();
    let mut out = String::new();
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            out.push('.');
        }
        out.push(digit);
    }
    out
}

/// The same; and that there are too many.
pub(super) fn count_or_many(number: Option<u128>) -> String {
    number.map_or_else(|| nl().analysis.too_many(), count)
}

/// `12,3%`; nothing and everything only where it is exactly that.
#[allow(clippy::cast_precision_loss)]
pub(super) fn share(part: u128, whole: u128) -> String {
    let text = &nl().analysis;
    if part == 0 || whole == 0 {
        return text.percent(0);
    }
    if part == whole {
        return text.percent(100);
    }
    let share = part as f64 / whole as f64 * 100.0;
    if share < 0.1 {
        return text.too_small();
    }
    if share > 99.9 {
        return text.almost_all();
    }
    text.percent(format!("{share:.1}").replace('.', ","))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn figures_are_dutch_and_never_round_to_all_or_nothing() {
        assert_eq!(count(7), "7");
        assert_eq!(count(177_147), "177.147");
        assert_eq!(count(1_000_000), "1.000.000");
        assert_eq!(share(1, 3), "33,3%");
        assert_eq!(share(0, 3), "0%");
        assert_eq!(share(3, 3), "100%");
        assert_eq!(share(1, 1_000_000), "< 0,1%");
        assert_eq!(share(999_999, 1_000_000), "> 99,9%");
    }
}
