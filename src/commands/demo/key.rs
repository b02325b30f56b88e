//! What a trainer presses at the large screen: one key where one key says it, and a line with Enter where something is
//! typed. A letter is never a command: whoever types an answer a screen too early must not end the show with it.

use std::io::{self, Write};

use console::{Key, Term};

use super::layout::Layout;
use super::show::Next;
use crate::world::World;

/// Asks below the screen. `writes`: an answer can be typed here, and every letter is part of one.
///
/// # Errors
/// The terminal is gone.
pub(super) fn read(
    world: &mut World,
    layout: &Layout,
    ask: &str,
    writes: bool,
) -> io::Result<Next> {
    // What is typed has a line of its own: behind a long sentence it would be broken off.
    let own_line = format!("\n{}> ", " ".repeat(layout.left()));
    let end = if writes { &own_line } else { " " };
    write!(world.err, "{}{end}", layout.asked(ask))?;
    world.err.flush()?;
    let term = Term::stderr();
    let (mut line, mut has_line) = (String::new(), writes);
    loop {
        let key = term.read_key()?;
        if let Some(meant) = command(&key, &line, writes) {
            term.write_line("")?;
            return Ok(meant);
        }
        match key {
            Key::Enter => {
                term.write_line("")?;
                let typed = line.trim();
                return Ok(match typed {
                    "" => Next::On,
                    _ => Next::Answer(typed.to_owned()),
                });
            }
            Key::Backspace if line.pop().is_some() => term.write_str("\u{8} \u{8}")?,
            Key::Escape => {
                term.write_str(&"\u{8} \u{8}".repeat(line.chars().count()))?;
                line.clear();
            }
            Key::Char(one) if !one.is_control() => {
                if !has_line {
                    term.write_str(&own_line)?;
                    has_line = true;
                }
                line.push(one);
                term.write_str(one.encode_utf8(&mut [0; 4]))?;
            }
            _ => {}
        }
    }
}

/// What a key says by itself; nothing while a line is being typed.
fn command(key: &Key, line: &str, writes: bool) -> Option<Next> {
    if !line.is_empty() {
        return None;
    }
    match key {
        Key::ArrowRight | Key::PageDown | Key::ArrowDown => Some(Next::On),
        Key::ArrowLeft | Key::PageUp | Key::ArrowUp => Some(Next::Back),
        Key::Char('?') => Some(Next::Why),
        Key::Escape => Some(Next::Stop),
        Key::Char(' ') if !writes => Some(Next::On),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_letter_is_no_command() {
        for writes in [true, false] {
            let press = |one| command(&Key::Char(one), "", writes);
            assert_eq!(
                (press('s'), press('t'), press('?')),
                (None, None, Some(Next::Why))
            );
        }
        assert_eq!(command(&Key::Char('?'), "ja", true), None);
        assert_eq!(command(&Key::Escape, "", true), Some(Next::Stop));
        assert_eq!(command(&Key::Escape, "s2", true), None);
    }
}
