//! Running text in lines that fit: broken after a space or a hyphen, and inside a word only where the word is wider than the
//! line. A space at the end of a line stays, so that who copies the text gets words.

use super::font::Fonts;
use crate::render::words::Words;

/// Whether a letter is bold, and whether it is marked as Dutch.
type Manner = (bool, bool);

/// A few letters that stay together, with how wide they are at size one.
struct Word {
    letters: Vec<(char, Manner)>,
    width: f32,
    /// The same without the space at its end, which may stick out.
    bare: f32,
}

/// The lines of a text at this size, none wider than `room`.
pub(super) fn fold(fonts: &Fonts, text: &[Words], size: f32, room: f32) -> Vec<Vec<Words>> {
    let room = room / size;
    let mut lines: Vec<Vec<(char, Manner)>> = vec![Vec::new()];
    let mut used = 0.0;
    for word in words(fonts, text) {
        if used > 0.0 && used + word.bare > room {
            lines.push(Vec::new());
            used = 0.0;
        }
        if word.bare <= room {
            used += word.width;
            if let Some(line) = lines.last_mut() {
                line.extend(word.letters);
            }
            continue;
        }
        for (letter, manner) in word.letters {
            let width = fonts.face(manner.0).advance(letter);
            if used > 0.0 && used + width > room {
                lines.push(Vec::new());
                used = 0.0;
            }
            used += width;
            if let Some(line) = lines.last_mut() {
                line.push((letter, manner));
            }
        }
    }
    lines.retain(|line| !line.is_empty());
    lines.into_iter().map(gathered).collect()
}

/// The text in pieces between which a line may be broken.
fn words(fonts: &Fonts, text: &[Words]) -> Vec<Word> {
    let letters: Vec<(char, Manner)> = text
        .iter()
        .flat_map(|one| {
            one.text
                .chars()
                .map(|letter| (letter, (one.strong, one.dutch)))
        })
        .collect();
    let mut words = Vec::new();
    let mut from = 0;
    for at in 0..letters.len() {
        let next = letters.get(at + 1).map(|next| next.0);
        let after = match letters[at].0 {
            ' ' => next != Some(' '),
            // Not in a number of telephone, a date or a figure below zero.
            '-' | '/' => {
                at > from
                    && letters[at - 1].0.is_alphabetic()
                    && next.is_some_and(char::is_alphabetic)
            }
            _ => false,
        };
        if after || next.is_none() {
            words.push(word(fonts, &letters[from..=at]));
            from = at + 1;
        }
    }
    words
}

fn word(fonts: &Fonts, letters: &[(char, Manner)]) -> Word {
    let width = |letters: &[(char, Manner)]| {
        let all = letters
            .iter()
            .map(|(letter, manner)| fonts.face(manner.0).advance(*letter));
        all.sum::<f32>()
    };
    let spaces = letters.iter().rev().take_while(|one| one.0 == ' ').count();
    Word {
        letters: letters.to_vec(),
        width: width(letters),
        bare: width(&letters[..letters.len() - spaces]),
    }
}

/// Letters in one manner as one piece.
fn gathered(letters: Vec<(char, Manner)>) -> Vec<Words> {
    let mut all: Vec<Words> = Vec::new();
    for (letter, (strong, dutch)) in letters {
        match all.last_mut() {
            Some(last) if (last.strong, last.dutch) == (strong, dutch) => last.text.push(letter),
            _ => all.push(Words {
                text: letter.to_string(),
                strong,
                dutch,
            }),
        }
    }
    all
}
