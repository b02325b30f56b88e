//! "Bedoelde u …?": the known name that lies nearest to what was typed.

/// The name nearest to `typed`, when one is near enough to be meant; of equally near ones the first.
pub fn nearest<'a>(typed: &str, known: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let limit = (typed.chars().count() / 3).clamp(1, 3);
    let mut best: Option<(usize, &str)> = None;
    for name in known {
        let distance = distance(typed, name);
        if distance <= limit && distance > 0 && best.is_none_or(|(least, _)| distance < least) {
            best = Some((distance, name));
        }
    }
    best.map(|(_, name)| name)
}

/// The tip for an unknown name: the nearest one, or else the choice there is.
pub fn did_you_mean<'a>(typed: &str, known: impl IntoIterator<Item = &'a str>) -> String {
    let known: Vec<&str> = known.into_iter().collect();
    let near = nearest(typed, known.iter().copied());
    if let Some(name) = near.or_else(|| longer(typed, &known)) {
        return format!("Bedoelde u `{name}`?");
    }
    match known.as_slice() {
        [] => "Er is hier geen enkele naam bekend.".to_owned(),
        [only] => format!("Bekend is: `{only}`."),
        some if some.len() <= 12 => format!("Bekend zijn: `{}`.", some.join("`, `")),
        many => format!("Bekend zijn onder meer: `{}`.", many[..12].join("`, `")),
    }
}

/// The one name that is `typed` with the name of its list or base before it, or that begins as `typed` does.
fn longer<'a>(typed: &str, known: &[&'a str]) -> Option<&'a str> {
    let within = |name: &&&str| {
        let before = name.strip_suffix(typed);
        before.is_some_and(|before| before.ends_with(['.', '/', '-']))
    };
    let begins = |name: &&&str| {
        let same = typed.chars().zip(name.chars());
        let same = same.take_while(|(left, right)| left == right).count();
        let longest = typed.chars().count().max(name.chars().count());
        same >= 5 && longest - same <= 3
    };
    let mut meant = known.iter().filter(within);
    let (first, second) = (meant.next(), meant.next());
    match (first, second) {
        (Some(only), None) => Some(only),
        _ => known.iter().find(begins).copied(),
    }
}

/// Whether one letter makes the difference.
pub fn is_one_off(typed: &str, name: &str) -> bool {
    distance(typed, name) == 1
}

/// How many letters differ: one replaced, added, left out or swapped with its neighbour counts as one.
fn distance(left: &str, right: &str) -> usize {
    let left: Vec<char> = left.chars().collect();
    let right: Vec<char> = right.chars().collect();
    if left.len().abs_diff(right.len()) > 3 {
        return usize::MAX;
    }
    let mut before: Vec<usize> = Vec::new();
    let mut above: Vec<usize> = (0..=right.len()).collect();
    for (i, &l) in left.iter().enumerate() {
        let mut row = vec![i + 1];
        for (j, &r) in right.iter().enumerate() {
            let mut least = (above[j] + usize::from(l != r))
                .min(above[j + 1] + 1)
                .min(row[j] + 1);
            if i > 0 && j > 0 && l == right[j - 1] && left[i - 1] == r {
                least = least.min(before[j - 1] + 1);
            }
            row.push(least);
        }
        before = std::mem::replace(&mut above, row);
    }
    above[right.len()]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_what_was_meant() {
        let known = ["kleur_wapens", "kleur_gezin", "drempel"];
        assert_eq!(nearest("kleur_wapen", known), Some("kleur_wapens"));
        assert_eq!(nearest("drepmel", known), Some("drempel"));
        assert_eq!(nearest("iets_anders", known), None);
    }

    #[test]
    fn finds_a_name_that_was_written_too_short() {
        let known = ["acuut.gevaar_nu", "meldcode.q1", "afspraken"];
        assert_eq!(did_you_mean("q1", known), "Bedoelde u `meldcode.q1`?");
        assert_eq!(did_you_mean("afspraak", known), "Bedoelde u `afspraken`?");
        let profiles = ["advies", "meldcode-jeugdhulp", "meldcode-jgz"];
        assert_eq!(
            did_you_mean("jeugdhulp", profiles),
            "Bedoelde u `meldcode-jeugdhulp`?"
        );
        let twice = ["meldcode.q1", "controle.q1"];
        assert_eq!(
            did_you_mean("q1", twice),
            "Bekend zijn: `meldcode.q1`, `controle.q1`."
        );
    }
}
