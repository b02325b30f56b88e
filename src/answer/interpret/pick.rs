//! Picking from a row of possibilities: by id, by number, by text or the beginning of it when only one begins so.

use super::{Manner, fold, named};
use crate::answer::Refusal;
use crate::text::nl;

/// One possibility.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Item {
    /// Its id.
    pub id: String,
    /// What the person reads.
    pub name: String,
}

/// Whether the word says that nothing is chosen.
pub(super) fn is_none(text: &str) -> bool {
    matches!(
        fold(text).as_str(),
        "geen" | "geen van deze" | "niemand" | "[]" | "none"
    )
}

/// Whether possibilities go by their own ids where a number is typed: an instrument whose options are called 0, 1 and 2.
pub fn have_numbers(items: &[Item]) -> bool {
    items
        .iter()
        .any(|item| item.id.bytes().all(|byte| byte.is_ascii_digit()))
}

/// The one possibility that is meant.
///
/// # Errors
/// None is, or more than one could be.
pub fn one(text: &str, items: &[Item], manner: Manner) -> Result<usize, Refusal> {
    let say = &nl().refusal;
    if let Some(at) = exact(text, items, manner) {
        return Ok(at);
    }
    let names = || named(items.iter().map(|item| item.name.as_str()));
    if manner == Manner::Written {
        let ids = named(items.iter().map(|item| item.id.as_str()));
        return Err(Refusal::new(say.no_option(), say.written_option_todo(ids)));
    }
    if !have_numbers(items)
        && let Ok(number) = text.trim_end_matches(['.', ')']).parse::<usize>()
    {
        return match number.checked_sub(1).filter(|at| *at < items.len()) {
            Some(at) => Ok(at),
            None => Err(Refusal::new(
                say.number_out(),
                say.number_out_todo(items.len()),
            )),
        };
    }
    let start = fold(text);
    let fits: Vec<usize> = (0..items.len())
        .filter(|at| {
            !start.is_empty()
                && (fold(&items[*at].name).starts_with(&start)
                    || fold(&items[*at].id).starts_with(&start))
        })
        .collect();
    match fits.as_slice() {
        [only] => Ok(*only),
        [] if text.contains(',') => Err(Refusal::new(say.only_one(), say.only_one_todo())),
        [] => Err(Refusal::new(say.no_option(), say.no_option_todo(names()))),
        several => Err(Refusal::new(
            say.several_fit(),
            say.several_fit_todo(named(several.iter().map(|at| items[*at].name.as_str()))),
        )),
    }
}

/// Any number of possibilities, separated by commas, in the order typed. With `none`, the word *geen* means that none fits.
///
/// # Errors
/// A piece fits nothing or too much, or stands there twice.
pub fn many(text: &str, items: &[Item], manner: Manner, none: bool) -> Result<Vec<usize>, Refusal> {
    let say = &nl().refusal;
    if let Some(at) = exact(text, items, manner) {
        return Ok(vec![at]);
    }
    let pieces = pieces(text, items);
    if none && pieces.iter().any(|piece| is_none(piece)) {
        return match pieces.len() {
            1 => Ok(Vec::new()),
            _ => Err(Refusal::new(say.none_and_more(), say.none_and_more_todo())),
        };
    }
    let mut chosen = Vec::new();
    for piece in &pieces {
        let at = one(piece, items, manner).map_err(|refusal| {
            if refusal.what == say.no_option() && manner == Manner::Typed && none {
                let names = named(items.iter().map(|item| item.name.as_str()));
                Refusal::new(say.no_option_many(), say.no_option_many_todo(names))
            } else {
                refusal
            }
        })?;
        if chosen.contains(&at) {
            return Err(Refusal::new(say.twice(), say.twice_todo()));
        }
        chosen.push(at);
    }
    if chosen.is_empty() {
        return Err(Refusal::new(say.empty(), say.empty_todo()));
    }
    Ok(chosen)
}

/// By whole id, or for a person also by whole text.
fn exact(text: &str, items: &[Item], manner: Manner) -> Option<usize> {
    let text = text.trim();
    let by_id = items.iter().position(|item| item.id == text);
    if by_id.is_some() || manner == Manner::Written {
        return by_id;
    }
    let folded = fold(text);
    let mut same = (0..items.len()).filter(|at| fold(&items[*at].name) == folded);
    match (same.next(), same.next()) {
        (Some(at), None) => Some(at),
        _ => None,
    }
}

/// Between commas; or between spaces where all are numbers or ids (`1 3 4`).
fn pieces<'t>(text: &'t str, items: &[Item]) -> Vec<&'t str> {
    let names_one = |piece: &str| {
        let is_id = items.iter().any(|item| item.id == piece);
        is_id || piece.bytes().all(|byte| byte.is_ascii_digit())
    };
    let by_space: Vec<&str> = text.split_whitespace().collect();
    if by_space.len() > 1 && by_space.iter().all(|piece| names_one(piece)) {
        return by_space;
    }
    text.split([',', ';', '\n'])
        .flat_map(|piece| piece.split(" en "))
        .map(str::trim)
        .filter(|piece| !piece.is_empty())
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn items(of: &[(&str, &str)]) -> Vec<Item> {
        of.iter()
            .map(|(id, name)| Item {
                id: (*id).to_owned(),
                name: (*name).to_owned(),
            })
            .collect()
    }

    #[test]
    fn picks_by_id_number_text_or_its_beginning() {
        let colours = items(&[
            ("geel", "Geel (laag)"),
            ("blauw", "Blauw"),
            ("rood", "Rood (hoog)"),
            ("roze", "Roze"),
        ]);
        for (typed, at) in [
            ("geel", 0),
            ("2", 1),
            ("2.", 1),
            ("BLAUW", 1),
            ("roo", 2),
            ("Rood (hoog)", 2),
        ] {
            assert_eq!(
                one(typed, &colours, Manner::Typed).ok(),
                Some(at),
                "{typed}"
            );
        }
        for typed in ["ro", "paars", "0", "5", "", "geel, rood"] {
            assert!(one(typed, &colours, Manner::Typed).is_err(), "{typed}");
        }
        assert!(
            one("2", &colours, Manner::Written).is_err(),
            "a file never counts options"
        );
        assert!(one("roo", &colours, Manner::Written).is_err());
    }

    #[test]
    fn a_number_is_an_id_where_options_are_called_by_numbers() {
        let points = items(&[("0", "Helemaal niet"), ("1", "Een paar dagen")]);
        assert_eq!(one("1", &points, Manner::Typed).ok(), Some(1));
        assert!(one("2", &points, Manner::Typed).is_err());
    }

    #[test]
    fn picks_several_in_the_order_typed() {
        let people = items(&[
            ("p1", "moeder"),
            ("p2", "oma, van moeders kant"),
            ("p3", "zoon"),
        ]);
        let all = |text| many(text, &people, Manner::Typed, true).ok();
        assert_eq!(all("3, 1"), Some(vec![2, 0]));
        assert_eq!(all("zoon en moeder"), Some(vec![2, 0]));
        assert_eq!(all("1 3"), Some(vec![0, 2]));
        assert_eq!(all("p3 p1"), Some(vec![2, 0]));
        assert_eq!(all("p3 2"), Some(vec![2, 1]));
        assert_eq!(all("p3 p4"), None);
        assert_eq!(all("oma, van moeders kant"), Some(vec![1]));
        assert_eq!(all("geen"), Some(vec![]));
        assert_eq!(all("geen, zoon"), None);
        assert_eq!(all("1, 1"), None);
        assert_eq!(all("1, oom"), None);
        assert_eq!(all(","), None);
    }
}
