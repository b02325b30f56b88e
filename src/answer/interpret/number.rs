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
