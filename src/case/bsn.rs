//! A burgerservicenummer does not belong in a case: this sees a number that may be one.

/// Whether the text has nine digits on end (spaces, dots and dashes between them aside) that pass the *elfproef* of a
/// burgerservicenummer. Of a longer row of digits nothing is said, but a telephone number can pass too: warn, never refuse.
pub fn looks_like_bsn(text: &str) -> bool {
    let digit = |sign: char| sign.is_ascii_digit();
    let whole = text.split(|sign| !digit(sign)).any(passes);
    // Written in groups: 111.222.333. Anything but one separator between two digits ends the row.
    whole
        || text
            .split(|sign: char| !digit(sign) && !matches!(sign, ' ' | '.' | '-'))
            .any(|row| {
                let row = row.trim_matches([' ', '.', '-']);
                let groups: Vec<&str> = row.split([' ', '.', '-']).collect();
                groups.iter().all(|group| !group.is_empty()) && passes(&groups.concat())
                    || groups
                        .windows(3)
                        .any(|three| three.iter().all(|g| g.len() == 3) && passes(&three.concat()))
            })
}

/// The *elfproef*: weights 9 to 2 and then −1; the sum is a multiple of eleven. Nine zeros are no number.
fn passes(digits: &str) -> bool {
    let digits: Vec<u32> = digits
        .chars()
        .filter_map(|sign| sign.to_digit(10))
        .collect();
    let [first @ .., last] = digits.as_slice() else {
        return false;
    };
    if digits.len() != 9 {
        return false;
    }
    let sum: u32 = first.iter().zip((2..=9).rev()).map(|(d, w)| d * w).sum();
    sum > 0 && sum % 11 == last % 11
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sees_a_number_that_passes_and_no_other() {
        for text in [
            "111222333",
            "bsn 111222333.",
            "111.222.333",
            "111 222 333",
            "(123456782)",
            "bsn 12 34 56 782",
            "bsn is 12.34.56.782.",
        ] {
            assert!(looks_like_bsn(text), "{text}");
        }
        for text in [
            "",
            "111222334",
            "1112223330",
            "000000000",
            "11122233",
            "0800-2000",
            "2026-03-04",
            "112, 223, 33",
        ] {
            assert!(!looks_like_bsn(text), "{text}");
        }
    }
}
