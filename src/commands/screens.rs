//! Text longer than a screen, a screen at a time: broken where a paragraph or a point ends.

use crate::answer::interpret::fold;
use crate::error::Result;
use crate::world::World;

/// So many lines fit a screen, with room for what is asked below.
pub fn room() -> usize {
    const ASKED: usize = 4;
    const FEWEST: usize = 8;
    let (rows, _) = console::Term::stderr().size();
    usize::from(rows).saturating_sub(ASKED).max(FEWEST)
}

/// Shows text a screen at a time: Enter goes on, t goes back. `ask` waits for a line; `asked` is the question below screen so
/// many of so many, below the last one too unless it is empty. What else was typed and `understood` ends it, and is given
/// back; for the rest `otherwise` is said, and the same screen stays.
///
/// # Errors
/// When standard output is gone, or nobody types any more.
pub fn show(
    world: &mut World,
    drawn: &str,
    ask: impl Fn(&mut World, &str) -> Result<String>,
    asked: impl Fn(usize, usize) -> String,
    understood: impl Fn(&str) -> bool,
    otherwise: &str,
) -> Result<Option<String>> {
    let lines: Vec<&str> = drawn.trim_end().lines().collect();
    let screens = broken(&lines, room());
    let mut at = 0;
    while let Some(screen) = screens.get(at) {
        world.wipe()?;
        world.print(&screen.join("\n"))?;
        let question = asked(at + 1, screens.len());
        if question.is_empty() {
            return Ok(None);
        }
        at = loop {
            let typed = fold(&ask(world, &question)?);
            match typed.trim() {
                "" => break at + 1,
                "t" | "terug" if at > 0 => break at - 1,
                typed if understood(typed) => return Ok(Some(typed.to_owned())),
                _ => world.say(otherwise)?,
            }
        };
    }
    Ok(None)
}

/// In pieces of at most `room` lines. A piece that is at least half full ends where a paragraph does, or before a point.
fn broken<'l, 't>(lines: &'l [&'t str], room: usize) -> Vec<&'l [&'t str]> {
    let mut pieces = Vec::new();
    let mut rest = lines;
    while rest.len() > room {
        let ends = (room / 2..=room).rev().find(|at| ends(rest, *at));
        let (piece, more) = rest.split_at(ends.unwrap_or(room));
        pieces.push(piece);
        let gap = more.iter().take_while(|line| line.trim().is_empty());
        rest = &more[gap.count()..];
    }
    pieces.push(rest);
    pieces
}

/// Whether something new begins at this line; what stands right under a heading belongs to it.
fn ends(lines: &[&str], at: usize) -> bool {
    let (before, here) = (lines[at - 1], lines[at]);
    let is_rule = |line: &str| !line.is_empty() && line.chars().all(|one| "-=".contains(one));
    let begins = here.trim().is_empty() || here.starts_with("- ");
    begins && !is_rule(before) && !lines.get(at + 1).is_some_and(|next| is_rule(next))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_screen_ends_where_a_paragraph_does_and_nothing_is_lost() {
        let text = "kop\n---\neen\ntwee\n\ndrie\nvier\n- vijf\n  zes\n- zeven\n\nkop\n---\nacht";
        let lines: Vec<&str> = text.lines().collect();
        let at = |room| broken(&lines, room);
        assert_eq!(at(20), [lines.as_slice()]);
        let six = at(6);
        assert_eq!(six[0], ["kop", "---", "een", "twee"]);
        assert_eq!(six[1], ["drie", "vier", "- vijf", "  zes", "- zeven"]);
        assert_eq!(six[2], ["kop", "---", "acht"]);
        for room in 4..15 {
            let told: Vec<&str> = at(room).concat();
            let words = |lines: &[&str]| lines.concat();
            assert_eq!(words(&told), words(&lines), "{room}");
            assert!(at(room).iter().all(|one| one.len() <= room), "{room}");
        }
    }

    #[test]
    fn what_has_no_paragraphs_is_broken_where_the_screen_ends() {
        let lines = ["regel"; 25];
        let long: Vec<usize> = broken(&lines, 10).iter().map(|one| one.len()).collect();
        assert_eq!(long, [10, 10, 5]);
    }
}
