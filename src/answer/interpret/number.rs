//! Numbers: a comma or a point, a range, a step.

use super::fold;
use crate::answer::Refusal;
use crate::questionnaire::Number;
use crate::text::nl;

/// A whole number of a scale.
pub(super) fn scale(text: &str, from: i64, to: i64) -> Result<Number, Refusal> {
    let bounds = (Some(Number::whole(from)), Some(Number::whole(to)));
    let found = number(text, bounds, Number::ONE, None)?;
    Ok(found)
}

/// A number within bounds, a multiple of `step`; its unit may stand behind it.
pub(super) fn number(
    text: &str,
    bounds: (Option<Number>, Option<Number>),
    step: Number,
    unit: Option<&str>,
) -> Result<Number, Refusal> {
    let say = &nl().refusal;
    let digits = without_unit(text, unit);
    let example = bounds.0.unwrap_or(step);
    if is_thousands(&digits) && !three_decimals(step) {
        return Err(Refusal::new(
            say.thousands(),
            say.thousands_todo(digits.replace('.', "")),
        ));
    }
    let found = Number::parse(&digits)
        .ok_or_else(|| Refusal::new(say.not_a_number(), say.not_a_number_todo(dutch(example))))?;
    let todo = || match bounds {
        (Some(from), Some(to)) => say.range_todo(dutch(from), dutch(to)),
        (Some(from), None) => say.low_todo(dutch(from)),
        (None, Some(to)) => say.high_todo(dutch(to)),
        (None, None) => String::new(),
    };
    if bounds.0.is_some_and(|from| found < from) {
        return Err(Refusal::new(say.too_low(), todo()));
    }
    if bounds.1.is_some_and(|to| found > to) {
        return Err(Refusal::new(say.too_high(), todo()));
    }
    if !found.is_multiple_of(step) {
        return Err(if step == Number::ONE {
            Refusal::new(say.not_whole(), todo())
        } else {
            Refusal::new(say.step(), say.step_todo(dutch(step)))
        });
    }
    Ok(found)
}

/// Whether a number of this step can need a third decimal.
fn three_decimals(step: Number) -> bool {
    !step.times(Number::whole(100)).is_multiple_of(Number::ONE)
}

/// `1.000` is a thousand to a Dutch reader and one to a program: neither is guessed.
fn is_thousands(digits: &str) -> bool {
    let mut parts = digits.trim_start_matches('-').split('.');
    let first = parts.next().unwrap_or_default();
    let mut rest = parts.peekable();
    let whole = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit());
    (1..=3).contains(&first.len())
        && !first.starts_with('0')
        && whole(first)
        && rest.peek().is_some()
        && rest.all(|part| part.len() == 3 && whole(part))
}

/// A number as a Dutch reader writes it.
pub fn dutch(number: Number) -> String {
    number.to_string().replace('.', ",")
}

fn without_unit(text: &str, unit: Option<&str>) -> String {
    let folded = fold(text);
    let Some(unit) = unit else { return folded };
    match folded.strip_suffix(&fold(unit)) {
        Some(rest) if !rest.is_empty() => rest.trim_end().to_owned(),
        _ => folded,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_point_before_three_noughts_is_not_guessed() {
        let read =
            |text: &str, step: &str| number(text, (None, None), Number::parse(step).unwrap(), None);
        for text in ["1.000", "12.500", "-2.000", "1.000.000"] {
            let refusal = read(text, "1").unwrap_err();
            let digits = text.replace('.', "");
            assert!(refusal.todo.contains(&digits), "{text}: {refusal:?}");
        }
        for (text, step) in [
            ("1000", "1"),
            ("1.0", "1"),
            ("0.500", "0.5"),
            ("1.250", "0.001"),
        ] {
            assert!(read(text, step).is_ok(), "{text}");
        }
    }
}
