//! What a trainer presses at the large screen: one key where one key says it, and a line with Enter where something is
//! typed. A letter that can begin an answer is never taken for a command.

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
    let end = match writes {
        true => format!("\n{}> ", " ".repeat(layout.left())),
        false => " ".to_owned(),
    };
    write!(world.err, "{}{end}", layout.asked(ask))?;
    world.err.flush()?;
    let term = Term::stderr();
    let mut line = String::new();
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
            Key::Char(one) if writes && !one.is_control() => {
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
        Key::Char('t') | Key::Backspace if !writes => Some(Next::Back),
        Key::Char('s') if !writes => Some(Next::Stop),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_letter_that_begins_an_answer_is_no_command() {
        let press = |one| command(&Key::Char(one), "", true);
        assert_eq!(
            (press('s'), press('t'), press('?')),
            (None, None, Some(Next::Why))
        );
        let alone = |one| command(&Key::Char(one), "", false);
        assert_eq!(
            (alone('s'), alone('t')),
            (Some(Next::Stop), Some(Next::Back))
        );
        assert_eq!(command(&Key::Char('?'), "ja", true), None);
        assert_eq!(command(&Key::Escape, "", true), Some(Next::Stop));
        assert_eq!(command(&Key::Escape, "s2", true), None);
    }
}
